"""Models made up for a test, and deliveries for them: what no bundled standard has (several tables in a file, XSD…).

model = made_model(tmp_path, [table_file("ZONES", "zones")], {"ZONES": [column("NOM"), WKT]})
delivery = made_delivery(tmp_path, {"zones.csv": "WKT,NOM\\n..."})
report = validated(delivery, model)
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from osgeo import ogr, osr

NAME = "essai"
Json = dict[str, Any]
GeographicRow = tuple["str | None", Mapping[str, "str | None"]]
"""WKT of the geometry, and the values of the row by column."""


def column(name: str, type: str = "String", **constraints: Any) -> Json:  # noqa: A002, ANN401
    return {"name": name, "type": type, "constraints": constraints}


WKT = column("WKT", "Geometry")


def table_file(name: str, path: str, **more: Any) -> Json:  # noqa: ANN401
    return {"name": name, "type": "table", "path": path, "mandatory": "OPTIONAL", **more}


def layers_file(name: str, path: str, *layers: str, **more: Any) -> Json:  # noqa: ANN401
    """Return a file of several tables; a layer that is found by an expression is written NAME=expression."""
    tables = []
    for layer in layers:
        table, _, expression = layer.partition("=")
        tables.append({"name": table, **({"path": expression} if expression else {})})
    return {"name": name, "type": "multi_table", "path": path, "mandatory": "OPTIONAL", "tables": tables, **more}


def made_model(
    folder: Path,
    files: Sequence[Json],
    types: Mapping[str, Sequence[Json]],
    *,
    name: str = NAME,
    constraints: Mapping[str, Json] | None = None,
    codes: Mapping[str, str] | None = None,
) -> str:
    """Write a model and return the path of its files.json. constraints: by table; codes: CSV by list."""
    target = folder / "model"
    (target / "types").mkdir(parents=True, exist_ok=True)
    (target / "codes").mkdir(exist_ok=True)
    for table, columns in types.items():
        content = {"name": table, "columns": columns, "constraints": (constraints or {}).get(table, {})}
        (target / "types" / f"{table}.json").write_text(json.dumps(content), encoding="utf-8")
    for code_list, text in (codes or {}).items():
        (target / "codes" / f"{code_list}.csv").write_text(text, encoding="utf-8")
    main = {"name": name, "files": list(files), "codes": [{"name": code_list} for code_list in codes or {}]}
    (target / "files.json").write_text(json.dumps(main), encoding="utf-8")
    return str(target / "files.json")


def made_delivery(folder: Path, files: Mapping[str, str | bytes], name: str = "12001_essai") -> Path:
    """Write the files of a delivery, by path, and return its root folder."""
    root = folder / name
    root.mkdir(exist_ok=True)
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def write_layers(path: Path, layers: Mapping[str, Sequence[GeographicRow]], crs: int = 2154, **options: str) -> Path:
    """Write a GeoPackage or a GML of several layers. options: of the file's creation."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(crs)
    driver = ogr.GetDriverByName({".gpkg": "GPKG", ".gml": "GML"}[path.suffix])
    dataset = driver.CreateDataSource(str(path), [f"{key}={value}" for key, value in options.items()])
    for name, rows in layers.items():
        spatial = any(wkt for wkt, _ in rows)
        layer = dataset.CreateLayer(name, reference if spatial else None, ogr.wkbUnknown if spatial else ogr.wkbNone)
        for field in dict.fromkeys(key for _, values in rows for key in values):
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
        for wkt, values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            if wkt is not None:
                feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
            for key, value in values.items():
                if value is not None:
                    feature.SetField(key, value)
            layer.CreateFeature(feature)
        layer = None  # GDAL holds a layer's file open for it
    dataset = None
    return path
