"""Mutations that make a file of the delivery stand for something outside it."""

from __future__ import annotations

import json
import random
from pathlib import Path

from fuzzing.mutation import Apply, Outside, files_of, one_of, write_anew


def _virtual(outside: Outside, chance: random.Random, layer: str) -> str:
    source = chance.choice(
        (
            str(outside.file(chance.choice((".csv", ".dbf", ".gpkg", ".geojson")))),
            f"/vsicurl/{outside.address}/secret.csv",
            f"CSV:{outside.file('.txt')}",
            "<OGRVRTDataSource/>",
        )
    )
    return (
        f'<OGRVRTDataSource><OGRVRTLayer name="{layer}"><SrcDataSource relativeToVRT="0">{source}</SrcDataSource>'
        f"<SrcLayer>secret</SrcLayer></OGRVRTLayer></OGRVRTDataSource>"
    )


def _feature_service(outside: Outside, chance: random.Random, layer: str) -> str:  # noqa: ARG001 - one signature
    return f"<OGRWFSDataSource><URL>{outside.address}/wfs</URL></OGRWFSDataSource>"


def _gml(outside: Outside, chance: random.Random, layer: str) -> str:
    where = chance.choice((outside.file(".xsd").as_uri(), f"{outside.address}/schema.xsd"))
    link = chance.choice((outside.file(".gml").as_uri(), f"{outside.address}/geometry.gml"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="http://example.org {where}"><gml:featureMember><{layer} gml:id="a"><gml:geometryProperty '
        f'xlink:href="{link}#g"/><LIBELLE>a</LIBELLE></{layer}></gml:featureMember></gml:FeatureCollection>'
    )


def _tab(outside: Outside, chance: random.Random, layer: str) -> str:  # noqa: ARG001
    kind = chance.choice(("DBF", "CSV", "SEAMLESS", "LINKED", "NATIVE", "ACCESS"))
    return (
        f'!table\n!version 900\n!charset WindowsLatin1\n\nDefinition Table\n  File "{outside.file(".dbf")}"\n'
        f'  Type {kind} Charset "WindowsLatin1"\n  Fields 1\n    A Char (10) ;\n'
    )


def _geojson(outside: Outside, chance: random.Random, layer: str) -> str:
    body = {
        "type": "FeatureCollection",
        "name": layer,
        "crs": {"type": "link", "properties": {"href": outside.address}},
    }
    return json.dumps(
        {**body, "features": [{"type": "Feature", "geometry": None, "properties": {"A": chance.random()}}]}
    )


def _connection(outside: Outside, chance: random.Random, layer: str) -> str:  # noqa: ARG001
    return chance.choice(
        (
            f"/vsicurl/{outside.address}/a",
            f"/vsizip/{outside.file('.csv')}",
            f"PG:host=127.0.0.1 port={outside.address.rpartition(':')[2]}",
            f"ODBC:DSN={outside.file('.gpkg')}",
            f"<GDAL_WMS><Service name='WMS'><ServerUrl>{outside.address}</ServerUrl></Service></GDAL_WMS>",
        )
    )


_DISGUISES = (_virtual, _virtual, _feature_service, _gml, _tab, _geojson, _connection)


def disguise(root: Path, chance: random.Random, outside: Outside) -> str:
    """Write, under the name of a table, what means the outside; with its former companions or without."""
    path = one_of(chance, files_of(root, ".shp", ".dbf", ".tab", ".gpkg", ".csv", ".gml", ".prj", ".cpg", ".xml"))
    if path is None:
        return ""
    make = chance.choice(_DISGUISES)
    suffix = chance.choice((path.suffix, ".gml", ".csv", ".tab", ".dbf", ".gpkg", ".shp"))
    if chance.random() < 0.5:  # noqa: PLR2004 - one time in two, nothing else of the table remains
        for companion in path.parent.glob(f"{path.stem}.*"):
            companion.unlink()
    else:
        path.unlink()
    write_anew(path.with_suffix(suffix), make(outside, chance, path.stem).encode())
    return f"disguise{make.__name__} as {path.stem}{suffix}"


MUTATIONS: tuple[Apply, ...] = (disguise,)
