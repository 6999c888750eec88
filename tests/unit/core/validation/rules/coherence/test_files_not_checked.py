"""FILES_NOT_CHECKED"""

from __future__ import annotations

from tests.unit.made_delivery import STANDARD, delivery, document_model, findings, made_table, table_model

CODE = "FILES_NOT_CHECKED"
MODEL = document_model(table_model("ZONE_URBA", "LIBELLE"))


def test_a_lone_geopackage() -> None:
    made = delivery(tables=[made_table("plu.gpkg", "LIBELLE", "x", layer="ZONE_URBA")], has_files=False)
    (found,) = findings(made, MODEL, families=STANDARD)
    assert (found.code, found.file, found.values) == (CODE, "plu.gpkg", {"FILEPATH": "plu.gpkg"})


def test_a_folder() -> None:
    made = delivery(tables=[made_table("ZONE_URBA.gpkg", "LIBELLE", "x")])
    assert findings(made, MODEL, families=STANDARD) == []
