"""Faults become findings: families, limits, boxes, and keys that last from one delivery to the next."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.validation.document import ReadTable, map_header
from smica_qgis.core.validation.fault import BadRow, Fault
from smica_qgis.core.validation.finding import Family, Finding, Level, Scope
from smica_qgis.core.validation.finding_collector import FindingCollector, identity_of
from smica_qgis.core.validation.rule_texts import rule_catalogue
from smica_qgis.core.validation.rules import ALL_RULES
from tests.unit.made_delivery import MadeGeometries, column, made_table, table_model

FORMAT, NULL = "ATTRIBUTE_INVALID_FORMAT", "ATTRIBUTE_UNEXPECTED_NULL"
MISSING, MULTIPART = "FILE_MISSING_MANDATORY", "GEOMETRY_MULTIPART"
RULE = ALL_RULES[0]


def collector(families: Sequence[Family] = tuple(Family), most: int | None = None) -> FindingCollector:
    return FindingCollector(rule_catalogue(), families, max_errors=most)


def table(*rows: str, geometries: MadeGeometries | None = None, unique: bool = True, header: str = "ID X") -> ReadTable:
    model = table_model("T", column("ID", unique=unique), column("X"), column("WKT", "Point"))
    assert model.table is not None
    return map_header(made_table("T.dbf", header, *rows, geometries=geometries), model, model.table)


def keys(read: ReadTable, *rows: int) -> list[str]:
    made = collector()
    made.add_rows(read, [(RULE, "X", BadRow(row, {}, NULL)) for row in rows])
    return [finding.key for finding in made.findings()]


def test_the_catalogue_says_family_level_and_scope() -> None:
    made = collector()
    made.add(RULE, [Fault(MULTIPART), Fault(MISSING, {"FILEMODEL_NAME": "A"}, "A", file="d/")])
    official, standard = made.findings()
    assert official == Finding(
        MISSING,
        Family.OFFICIAL,
        Level.ERROR,
        Scope.DIRECTORY,
        file_model="A",
        file="d/",
        values={"FILEMODEL_NAME": "A"},
        rule="files/file_misplaced",
        key=f"{MISSING}|A||A",
    )
    assert (standard.family, made.count) == (Family.STANDARD, 2)


@pytest.mark.parametrize("families", [[Family.OFFICIAL], [Family.STANDARD], []])
def test_only_the_families_asked_for(families: list[Family]) -> None:
    made = collector(families)
    made.add(RULE, [Fault(MISSING), Fault(MULTIPART)])
    made.add_rows(table("a 1"), [(RULE, "X", BadRow(0, {}, NULL)), (RULE, "X", BadRow(0, {}, MULTIPART))])
    assert {finding.family for finding in made.findings()} == set(families)
    assert [made.wants(family) for family in families] == [True] * len(families)


def test_a_code_without_a_text_is_a_defect_of_the_plugin() -> None:
    with pytest.raises(SmicaError, match="Le constat NULLE_PART n'a pas de texte"):
        collector().add(RULE, [Fault("NULLE_PART")])


@pytest.mark.parametrize(("most", "expected"), [(None, 6), (2, 4), (0, 0)])
def test_max_errors_counts_each_code(most: int | None, expected: int) -> None:
    made = collector(most=most)
    made.add(RULE, [Fault(MISSING)] * 3)
    made.add_rows(table("a 1", "b 2", "c 3"), [(RULE, "X", BadRow(row, {}, NULL)) for row in range(3)])
    assert made.count == expected


def test_findings_are_handed_over_as_they_come() -> None:
    batches: list[list[str]] = []
    made = FindingCollector(rule_catalogue(), Family, on_findings=lambda batch: batches.append([f.code for f in batch]))
    made.add(RULE, [Fault(MISSING), Fault(MULTIPART)])
    made.add(RULE, [])
    made.add_rows(table("a 1"), [(RULE, "X", BadRow(0, {}, NULL))])
    assert batches == [[MISSING, MULTIPART], [NULL]]


def test_a_fault_of_a_row_carries_its_place() -> None:
    geometries = MadeGeometries(["POINT A", "POINT B"])
    made = collector()
    bad = BadRow(1, {"TYPE_ERROR": "x"}, "ATTRIBUTE_GEOMETRY_INVALID", "POINT (1 2)", (1000, 2000))
    made.add_rows(table("a 1", "b 2", geometries=geometries), [(RULE, "WKT", bad)])
    (found,) = made.findings()
    assert (found.file_model, found.attribute, found.file, found.id, found.row) == ("T", "WKT", "T.dbf", "2", 1)
    assert (found.feature_id, found.feature_bbox) == ("b", (1.0, 0.0, 2.0, 1.0))
    assert (found.error_geometry, found.geometry) == ("POINT (1 2)", "POINT (1 2)")


def test_a_fault_of_the_whole_delivery_that_lies_in_a_row() -> None:
    # the official report names the delivery, and yet gives featureId and box
    read = table("a 1", "b 2", geometries=MadeGeometries(["POINT A", "POINT B"]))
    made = collector()
    made.add(RULE, [Fault("ATTRIBUTE_NOT_UNIQUE", {}, "T", "ID", "d/", row=1, place="T.dbf")], [read])
    (found,) = made.findings()
    assert (found.file, found.id, found.row) == ("d/", "", None)
    assert (found.feature_id, found.feature_bbox) == ("b", (1.0, 0.0, 2.0, 1.0))
    assert found.key == "ATTRIBUTE_NOT_UNIQUE|T|ID|ID=b"


def test_without_a_row_or_without_its_table_no_object_is_known() -> None:
    read = table("a 1")
    made = collector()
    made.add(RULE, [Fault("FILE_EMPTY", {"FILEPATH": "T.dbf"}, "T", file="T.dbf")], [read])
    made.add(RULE, [Fault("FILE_EMPTY", {"FILEPATH": "U.dbf"}, "T", file="U.dbf", row=0)], [read])
    assert [(f.feature_id, f.feature_bbox, f.row) for f in made.findings()] == [("", None, None)] * 2
    assert [f.key for f in made.findings()] == ["FILE_EMPTY|T||T.dbf", "FILE_EMPTY|T||U.dbf"]


def test_the_identity_is_the_first_filled_unique_column() -> None:
    assert keys(table("a 1", "b 2"), 1) == [f"{NULL}|T|X|ID=b"]


def test_else_the_geometry_else_the_whole_row() -> None:
    drawn = table(". 1", ". 2", geometries=MadeGeometries(["POINT A", None]))
    by_geometry, by_row = keys(drawn, 0, 1)
    assert by_geometry == f"{NULL}|T|X|geometry={b'POINT A'.hex()}"
    assert by_row.startswith(f"{NULL}|T|X|row=")


def test_a_key_does_not_depend_on_the_place_of_the_row() -> None:
    before = table(". 1", ". 2", unique=False)
    after = table(". 0", ". 2", ". 1", unique=False)
    assert keys(before, 0, 1) == keys(after, 1, 2)[::-1]
    assert identity_of(before, 0) != identity_of(before, 1)


def test_a_key_does_depend_on_what_the_row_holds() -> None:
    cells = {identity_of(table(row, unique=False), 0) for row in ("a b", "ab .", ". ab", "a c")}
    assert len(cells) == 4


def test_an_ordinal_on_ties() -> None:
    same = table("a 1", "a 1", "a 1")
    assert keys(same, 0, 1, 2) == [f"{NULL}|T|X|ID=a", f"{NULL}|T|X|ID=a|2", f"{NULL}|T|X|ID=a|3"]


@pytest.mark.parametrize(
    ("fault", "identity"),
    [
        (Fault("FILE_UNEXPECTED", {"FILEPATH": "d/a.pdf"}, file="x/"), "||d/a.pdf"),
        (Fault(MISSING, {"FILEMODEL_NAME": "A"}, "A", file="x/"), "A||A"),
        (Fault("TABLE_UNEXPECTED_ATTRIBUTE", {"ATTRIBUTE_NAME": "fid"}, "A", file="A.dbf"), "A||fid"),
        (Fault("MULTITABLE_UNEXPECTED", {"TABLENAME": "zone"}, "A", file="A.gml"), "A||zone"),
        (Fault("CNIG_SUP_IDGEN_NOT_FOUND", {"IDASS": "a", "IDGEN": "g"}, file="x/"), "||a"),
        (Fault("CNIG_SUP_IDGEN_NOT_UNIQUE", {"IDGEN": "g"}, file="x/"), "||g"),
        (Fault("CNIG_METADATA_KEYWORD_NOT_FOUND", {"NAME": "EMPRISE"}, "M", file="m.xml"), "M||EMPRISE"),
        (Fault("METADATA_LOCATOR_URL_NOT_FOUND", {"NUMBER": "2", "COUNT": "2"}, "M", file="m.xml"), "M||2"),
        (Fault("CNIG_DOCUMENT_NO_PDF", file="x/"), "||x/"),
    ],
)
def test_other_faults_are_known_by_their_path_or_their_values(fault: Fault, identity: str) -> None:
    made = collector()
    made.add(RULE, [fault])
    assert made.findings()[0].key == f"{fault.code}|{identity}"


def test_two_runs_give_the_same_keys() -> None:
    read = table("a 1", "a 2", ". 3")
    assert keys(read, 0, 1, 2) == keys(read, 0, 1, 2)


def test_the_rule_is_named_by_its_module() -> None:
    made = collector()
    for rule in ALL_RULES[-2:]:
        made.add(rule, [Fault(MISSING)])
    assert [finding.rule for finding in made.findings()] == ["coherence/single_datappro", "coherence/same_crs"]
