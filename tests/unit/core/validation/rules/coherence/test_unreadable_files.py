"""FILE_UNREADABLE"""

from __future__ import annotations

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.core.validation.delivery import Refused
from tests.unit.made_delivery import (
    METADATA_FILE,
    STANDARD,
    MadeDelivery,
    delivery,
    document_model,
    findings,
    made_table,
    table_model,
)

CODE = "FILE_UNREADABLE"
MODEL = document_model(METADATA_FILE, table_model("A", "LIBELLE"))


def faults(made: MadeDelivery) -> list[tuple[str, str, str]]:
    found = [f for f in findings(made, MODEL, families=STANDARD) if f.code == CODE]
    assert all(f.values["FILEPATH"] == f.file for f in found)
    return [(f.file, f.values["REASON"], f.file_model) for f in found]


def test_what_was_refused() -> None:
    made = delivery(refused=[Refused("lien", "un lien n'est pas suivi")])
    assert faults(made) == [("lien", "un lien n'est pas suivi", "")]


def test_a_table_and_a_record_that_do_not_open() -> None:
    error = UnreadableFileError("Fichier tronqué.")
    made = delivery(failing={"A.dbf": error}, records={"m.xml": error})
    assert faults(made) == [("m.xml", "Fichier tronqué", "METADONNEES"), ("A.dbf", "Fichier tronqué", "A")]


def test_a_table_of_which_only_a_beginning_was_read() -> None:
    made = delivery(tables=[made_table("A.dbf", "LIBELLE", "x", damage="la fin manque")])
    assert faults(made) == [("A.dbf", "la fin manque", "A")]


def test_files_that_open() -> None:
    assert faults(delivery("autre.docx", tables=[made_table("A.dbf", "LIBELLE", "x")])) == []
