"""The journey of a delivery: the official order, what stops the official tool, cancelling."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smica_qgis.core.document_model.model import CodeList, LayerModel, TableModel
from smica_qgis.core.errors import CancelledError, UnreadableFileError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.validation.delivery import SchemaFault
from smica_qgis.core.validation.document import Document
from smica_qgis.core.validation.engine import Engine
from smica_qgis.core.validation.finding import Family
from smica_qgis.core.validation.finding_collector import FindingCollector
from smica_qgis.core.validation.options import ValidationOptions
from smica_qgis.core.validation.rule_texts import rule_catalogue
from tests.unit.made_delivery import (
    FOLDER,
    METADATA_FILE,
    PLU,
    RECORD,
    MadeDelivery,
    Passed,
    code_list,
    column,
    delivery,
    document_model,
    file_model,
    findings,
    layers_model,
    made_table,
    said,
    table_model,
)
from tests.unit.made_metadata import valid_record

STOP = "VALIDATOR_EXCEPTION"
CONDITION = "DATABASE_CONSTRAINT_MISMATCH"
EVERYTHING = document_model(
    METADATA_FILE,
    file_model("REGLEMENT", "pdf", "Pieces_ecrites/reglement", "ERROR"),
    table_model("DOC_URBA", column("IDURBA", required=True)),
    table_model(
        "ZONE_URBA",
        column("ID", unique=True),
        column("TYPEZONE", pattern="[A-Z]+"),
        column("REF", reference=("DOC_URBA", "IDURBA")),
        conditions=["TYPEZONE IS NOT NULL"],
        keys=["(TYPEZONE) REFERENCES Liste(CODE)"],
    ),
    table_model("PRESCRIPTION_SURF", "X"),
    name=PLU,
    lists=[code_list("Liste", "CODE", "AU")],
    folder_name="ailleurs",
)


def everything_wrong() -> MadeDelivery:
    zones = made_table("ZONE_URBA.csv", "ID TYPEZONE REF FID", "1 u x 9", "1 . . 9", odd_rows={0: 9})
    return delivery(
        "d/ZONE_URBA.txt.pdf",
        "Autre/",
        "Pieces_ecrites/note.docx",
        "autre.xml",
        tables=[replace(zones, encoding_valid=False), made_table("DOC_URBA.csv", "IDURBA")],
        records={RECORD: replace(valid_record(FOLDER), title=None), "z.xml": valid_record(FOLDER)},
    )


def test_the_official_order() -> None:
    found = [f.code for f in findings(everything_wrong(), EVERYTHING)]
    assert found == [
        # listing, matching, metadata kept
        "DIRECTORY_UNEXPECTED",
        "FILE_UNEXPECTED",
        "METADATA_IGNORED_FILE",
        "METADATA_MULTIPLE_FILES",
        "VALIDATOR_PROJECTION_INFO",
        # the document
        "DIRECTORY_UNEXPECTED_NAME",
        "FILE_MISSING_MANDATORY",
        "CNIG_DOCUMENT_NO_PDF",
        "CNIG_PRESCRIPTION_NOT_FOUND",
        "CNIG_PIECE_ECRITE_ONLY_PDF",
        # each file in the order of the listing
        "FILE_EMPTY",
        "TABLE_UNEXPECTED_ENCODING",
        "TABLE_UNEXPECTED_ATTRIBUTE",
        "ATTRIBUTE_INVALID_REGEXP",
        "METADATA_TITLE_NOT_FOUND",
        # the database
        "ATTRIBUTE_NOT_UNIQUE",
        "ATTRIBUTE_REFERENCE_NOT_FOUND",
        "DATABASE_CONSTRAINT_MISMATCH",
        "TABLE_FOREIGN_KEY_NOT_FOUND",
        # the closing
        "TABLE_INVALID_ROW",
        "CNIG_IDURBA_NOT_FOUND",
        "NO_SPATIAL_DATA",
    ]


def test_two_runs_give_identical_findings() -> None:
    every = tuple(Family)
    first = findings(everything_wrong(), EVERYTHING, families=every)
    assert first == findings(everything_wrong(), EVERYTHING, families=every)
    assert {finding.family for finding in first} >= {Family.OFFICIAL}


def test_the_official_family_does_not_depend_on_the_others() -> None:
    alone = findings(everything_wrong(), EVERYTHING)
    both = findings(everything_wrong(), EVERYTHING, families=tuple(Family))
    assert alone == [finding for finding in both if finding.family is Family.OFFICIAL]


def test_a_clean_delivery_says_only_its_projection() -> None:
    model = document_model(METADATA_FILE, file_model("REGLEMENT", "pdf", "reglement"), name="essai")
    made = delivery("reglement.pdf", records={RECORD: valid_record(FOLDER)})
    assert [f.code for f in findings(made, model)] == ["VALIDATOR_PROJECTION_INFO", "NO_SPATIAL_DATA"]


@pytest.mark.parametrize(
    ("code", "option", "charset"),
    [("8859part1", "UTF-8", "ISO-8859-1"), ("utf8", "LATIN1", "UTF-8"), ("inconnu", "LATIN1", "ISO-8859-1")],
)
def test_the_charset_of_the_first_metadata_replaces_that_of_the_option(code: str, option: str, charset: str) -> None:
    records = {RECORD: replace(valid_record(FOLDER), character_set=code), "z.xml": valid_record(FOLDER)}
    made = delivery(tables=[made_table("A.csv", "X", "1")], records=records)
    findings(made, document_model(METADATA_FILE, table_model("A", "X")), encoding=option)
    assert made.charsets == [charset]


def test_v1_without_a_valid_folder_name_ends_the_official_validation() -> None:
    model = document_model(table_model("DOC_URBA", "IDURBA"), name="cnig_PLU_2014")
    (found,) = [f for f in findings(delivery(name="livraison"), model) if f.code == STOP]
    assert found.file == "livraison/"
    assert "« livraison » ne permet pas de former l'IDURBA" in found.values["REASON"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"abort": "le fichier est tronqué"}, "le fichier est tronqué"),
        ({"odd_rows": {1: 1}}, "la ligne 2 de A.csv a moins de cellules que l'en-tête"),
    ],
)
def test_a_table_on_which_the_official_tool_would_stop(fields: dict[str, Passed], reason: str) -> None:
    made = delivery(tables=[made_table("A.csv", "X Y", "1 2", "3 4", **fields)])
    found = said([STOP], made, document_model(table_model("A", "X", "Y")))
    assert found == [(STOP, {"REASON": reason})]


def test_a_row_that_is_short_beyond_the_columns_of_the_model_stops_nothing() -> None:
    made = delivery(tables=[made_table("A.csv", "X Y", "1 2", odd_rows={0: 1})])
    assert said([STOP], made, document_model(table_model("A", "X"))) == []


def test_an_idurba_that_is_no_text_ends_the_official_validation() -> None:
    made = delivery(tables=[made_table("A.csv", "IDURBA", "1")])
    model = document_model(table_model("A", column("IDURBA", "Integer")))
    reason = "la colonne IDURBA du modèle n'est pas du type String (Integer)"
    assert said([STOP], made, model) == [(STOP, {"REASON": reason})]


def test_a_code_list_that_java_cannot_read() -> None:
    broken = CodeList("Liste", ("CODE",), (), defect="guillemet ouvert et jamais fermé à la ligne 2")
    found = said([STOP], delivery(), document_model(lists=[broken]))
    assert found[0][1]["REASON"].startswith("la liste Liste du modèle est illisible : guillemet")


def test_a_table_that_the_model_does_not_describe_stops_the_official_tool() -> None:
    model = document_model(replace(table_model("A", "X"), table=None))
    found = said([STOP], delivery(tables=[made_table("A.csv", "X", ".")]), model)
    assert [values["REASON"] for _, values in found] == [
        "le modèle ne dit rien des colonnes de la table A (tableModel : auto)"
    ]


def test_layers_of_a_multi_table_file_are_tables() -> None:
    zone = TableModel("zone", (column("X", required=True),))
    made = delivery(tables=[made_table("A.gpkg", "X", ".", layer="ZONE")])
    (found,) = [f for f in findings(made, document_model(layers_model("A", LayerModel("zone", zone)))) if f.id == "1"]
    assert (found.code, found.file, found.file_model) == ("ATTRIBUTE_UNEXPECTED_NULL", "A.gpkg#ZONE", "A")


def test_the_database_names_a_layer_by_its_csv_and_its_own_model() -> None:
    zone = TableModel("zone", (column("X", unique=True),), conditions=("X LIKE 'b'",))
    made = delivery(tables=[made_table("A.gpkg", "X", "a", "a", layer="ZONE")])
    found = findings(made, document_model(layers_model("A", LayerModel("zone", zone))))
    said_of = {f.code: (f.file, f.id, f.file_model) for f in found if f.code in ("ATTRIBUTE_NOT_UNIQUE", CONDITION)}
    assert said_of[CONDITION] == ("ZONE.csv", "2", "zone")
    assert said_of["ATTRIBUTE_NOT_UNIQUE"] == (f"{FOLDER}/", "", "zone")


def test_a_lone_geopackage() -> None:
    layers = [made_table("plu.gpkg", "X", ".", layer=name) for name in ("25349_ZONE_URBA_20180101", "autre")]
    zones = table_model("ZONE_URBA", column("X", required=True), path="D/[0-9]{5}_ZONE_URBA_[0-9]{8}")
    model = document_model(zones, METADATA_FILE, file_model("P", "pdf", "p", "ERROR"), folder_name="ailleurs")
    made = delivery(tables=layers, has_files=False, name="plu")
    assert [f.code for f in findings(made, model, families=tuple(Family))] == [
        "VALIDATOR_PROJECTION_INFO",
        "ATTRIBUTE_UNEXPECTED_NULL",
        "NO_SPATIAL_DATA",
        "FILES_NOT_CHECKED",
    ]


class Recorded(SilentProgress):
    """Remembers what it is told, and asks to stop after some questions."""

    def __init__(self, questions: int = 10_000) -> None:
        self.left = questions
        self.phases: list[str] = []
        self.counts: list[int] = []

    def phase(self, text: str, total: int = 0) -> None:
        del total
        self.phases.append(text)

    def found(self, count: int) -> None:
        self.counts.append(count)

    def cancelled(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_people_see_the_phases_and_the_count_grow() -> None:
    progress = Recorded()
    found = findings(everything_wrong(), EVERYTHING, families=tuple(Family), progress=progress)
    assert progress.phases[0] == "Fichiers et dossiers"
    assert "Lecture de ZONE_URBA (2 / 2)" in progress.phases
    assert progress.phases[-2:] == ["Relations entre tables", "Règles du standard"]
    assert progress.counts == sorted(progress.counts)
    assert progress.counts[-1] == len(found)


def test_only_tables_are_counted() -> None:
    progress = Recorded()
    records = {RECORD: valid_record(FOLDER), "z.xml": valid_record(FOLDER)}
    made = delivery(tables=[made_table("A.csv", "X", "1")], records=records)
    findings(made, document_model(METADATA_FILE, table_model("A", "X")), progress=progress)
    assert "Lecture de A (1 / 1)" in progress.phases


@pytest.mark.parametrize("questions", [0, 1, 3, 6])
def test_what_was_found_before_a_cancellation_is_kept(questions: int) -> None:
    collector = FindingCollector(rule_catalogue(), Family)
    document = Document(everything_wrong(), EVERYTHING, ValidationOptions(), "EPSG:2154")
    engine = Engine(document, collector, Recorded(questions))
    with pytest.raises(CancelledError, match="interrompu à votre demande"):
        engine.run()
    assert (collector.count > 0) is (questions > 0)


def test_durations_are_kept_by_phase() -> None:
    collector = FindingCollector(rule_catalogue(), Family)
    document = Document(everything_wrong(), EVERYTHING, ValidationOptions(), "EPSG:2154")
    engine = Engine(document, collector, SilentProgress())
    engine.run()
    assert set(engine.durations) == {"files", "read", "check", "metadata", "relations", "standard"}
    assert all(seconds >= 0 for seconds in engine.durations.values())


def test_a_schema_that_cannot_be_had_stops_the_official_tool_and_not_us() -> None:
    class Without(MadeDelivery):
        def schema_faults(self, path: str, schema: str) -> list[SchemaFault]:
            message = f"Le schéma {schema} de {path} ne peut être lu."
            raise UnreadableFileError(message)

    plain = delivery(tables=[made_table("A.gml", "X", ".")])
    made = Without(plain.entries, plain.tables)
    model = document_model(replace(table_model("A", column("X", required=True)), xsd_schema="https://x/a.xsd"))
    found = [f.code for f in findings(made, model)]
    assert [code for code in found if code in (STOP, "ATTRIBUTE_UNEXPECTED_NULL")] == [
        STOP,
        "ATTRIBUTE_UNEXPECTED_NULL",
    ]
