"""Codes that no bundled standard can raise: a model made up for the defect, with and without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable

from tests.qgis.deliveries import validated
from tests.qgis.made_models import WKT, column, layers_file, made_delivery, made_model, table_file, write_layers

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://ogr.maptools.org/">
  <xs:element name="FeatureCollection"><xs:complexType>
    <xs:sequence><xs:any processContents="skip" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="version" type="xs:int"/><xs:anyAttribute processContents="skip"/>
  </xs:complexType></xs:element></xs:schema>"""
PDF = {"notice.pdf": b"%PDF-1.4"}
NOTICE = {"name": "NOTICE", "type": "pdf", "path": "notice", "mandatory": "OPTIONAL"}
Codes = Counter[str]


@dataclass(frozen=True)
class MadeDefect:
    """make: writes the model and the delivery, with the defect or without, and returns both paths."""

    code: str
    make: Callable[..., tuple[str, Path]]
    also: Mapping[str, int] = field(default_factory=dict)
    crs: tuple[str, str] = ("EPSG:2154", "EPSG:2154")
    """Of the validation, without the defect and with it."""

    def found(self, folder: Path, *, spoiled: bool) -> Codes:
        folder.mkdir()
        model, root = self.make(folder, spoiled)
        return Counter(finding.code for finding in validated(root, model, crs=self.crs[spoiled]).findings)


MADE: list[MadeDefect] = []


def made(code: str, **more: Any) -> Callable[..., Any]:  # noqa: ANN401
    def add(make: Callable[..., tuple[str, Path]]) -> Callable[..., tuple[str, Path]]:
        MADE.append(MadeDefect(code, make, **more))
        return make

    return add


@made("MULTITABLE_UNEXPECTED")
def a_layer_too_many(folder: Path, spoiled: bool) -> tuple[str, Path]:  # noqa: FBT001
    model = made_model(folder, [NOTICE, layers_file("LOT", "lot", "zone")], {"zone": [column("NOM"), WKT]})
    root = made_delivery(folder, PDF)
    layers: Any = {"zone": [("POINT (700000 6600000)", {"NOM": "a"})]}
    write_layers(root / "lot.gpkg", {**layers, "brouillon": [(None, {"NOM": "b"})]} if spoiled else layers)
    return model, root


@made("XSD_SCHEMA_ERROR", also={"XSD_SCHEMA_ERROR": 2})
def a_version_that_is_no_number(folder: Path, spoiled: bool) -> tuple[str, Path]:  # noqa: FBT001
    """A wrong value is said twice, as officially."""
    (folder / "objets.xsd").write_text(SCHEMA, encoding="utf-8")
    zone = table_file("ZONE", "zone", xsdSchema=str(folder / "objets.xsd"))
    model = made_model(folder, [NOTICE, zone], {"ZONE": [column("gml_id"), column("NOM"), WKT]})
    root = made_delivery(folder, PDF)
    rows: Any = {"zone": [("POINT (700000 6600000)", {"NOM": "a"})]}
    path = write_layers(root / "zone.gml", rows)
    version = 'version="deux"' if spoiled else 'version="2"'
    path.write_text(path.read_text().replace("<ogr:FeatureCollection", f"<ogr:FeatureCollection {version}"))
    return model, root


@made("ATTRIBUTE_PATH_NOT_FOUND")
def a_path_to_nothing(folder: Path, spoiled: bool) -> tuple[str, Path]:  # noqa: FBT001
    model = made_model(folder, [NOTICE, table_file("ZONE", "zone")], {"ZONE": [column("FICHIER", "Path"), WKT]})
    path = "pieces/notice.pdf" if spoiled else "notice.pdf#page=2"
    return model, made_delivery(folder, {**PDF, "zone.csv": f'FICHIER,WKT\n{path},"POINT (700000 6600000)"\n'})


@made("FILE_MISSING_RECOMMANDED_DIRECTORY")
def a_recommended_folder_that_is_not_there(folder: Path, spoiled: bool) -> tuple[str, Path]:  # noqa: FBT001
    directory = {"name": "ANNEXES", "type": "directory", "path": "annexes", "mandatory": "WARN"}
    model = made_model(folder, [NOTICE, directory, table_file("ZONE", "zone")], {"ZONE": [WKT]})
    root = made_delivery(folder, {**PDF, "zone.csv": 'WKT\n"POINT (700000 6600000)"\n'})
    if not spoiled:
        (root / "annexes").mkdir()
    return model, root


@made("VALIDATOR_PROJECTION_LATLON", crs=("CRS:84", "EPSG:4326"))
def latitude_before_longitude(folder: Path, spoiled: bool) -> tuple[str, Path]:  # noqa: FBT001
    del spoiled
    model = made_model(folder, [NOTICE, table_file("ZONE", "zone")], {"ZONE": [WKT]})
    return model, made_delivery(folder, {**PDF, "zone.csv": 'WKT\n"POINT (2.5 44.3)"\n'})
