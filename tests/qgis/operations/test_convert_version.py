"""A delivery of an old version becomes one of the version in force; what cannot be decided is said, and only that."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.planning.conversion.notes import NoteKey, NoteKind
from smica_qgis.core.planning.conversion.report import ConversionReport
from smica_qgis.core.planning.conversion.rules import latest
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.validation.finding import Family, Finding, Level
from smica_qgis.geodata.delivery_writer import DeliveryRequest, invent_delivery
from smica_qgis.geodata.planning.delivery_content import content_of_delivery
from smica_qgis.geodata.planning.template_rows import write_template_rows
from smica_qgis.operations.convert_version import ConversionRequest, convert_version, read_answers
from smica_qgis.operations.create_template import TemplateRequest, create_template
from smica_qgis.reports.conversion_report import write_conversion_report
from tests.qgis.deliveries import validated
from tests.qgis.untouched import state_of

REGISTRY = bundled_registry()
PLANS = [
    name
    for name in REGISTRY.names()
    if name.split("_")[1] in ("PLU", "PLUi", "CC", "POS", "PSMV", "SCoT")
    and name not in ("cnig_SCoT_2013", latest(name, REGISTRY.names()))
]
SERVITUDES = ["cnig_SUP_AC1_2013", "cnig_SUP_T1_2013"]
"""One whose tables stay, one that loses some."""
LACKING = {"FILE_MISSING_MANDATORY", "CNIG_DOCUMENT_NO_PDF", "ATTRIBUTE_FILE_NOT_FOUND", "DATABASE_CONSTRAINT_MISMATCH"}
"""What a delivery without pieces has: among others, DOC_URBA names no rapport."""
DEFECTIVE = "cnig_PSMV_2025"
DECISIONS = {"doc_urba.nomproc": "M2", "info_lin.stypeinf": {"19": "01"}, "info_pct.stypeinf": {"19": "01"}}


def invented(standard: str, folder: Path, objects: int = 60) -> Path:
    folder.mkdir(exist_ok=True)
    return invent_delivery(REGISTRY.load(standard), DeliveryRequest(objects=objects, complete=True)).write(folder)


def convert(root: Path, folder: Path, **more: Any) -> ConversionReport:  # noqa: ANN401
    return convert_version(ConversionRequest(str(root), str(folder), **more))


def announced(report: ConversionReport) -> set[tuple[str, str]]:
    """Return what the report says is to be decided or added: table or piece, and column."""
    notebook = report.notebook
    undecided = notebook.of_kind(NoteKind.UNDECIDED)
    missing = notebook.of_kind(NoteKind.MISSING_PIECE)
    return {(note.table, column) for note in undecided for column in note.columns} | {
        (note.table.lower(), "") for note in missing
    }


def is_announced(finding: Finding, said: set[tuple[str, str]], lost: set[str]) -> bool:
    table = finding.file_model.lower()
    if finding.code == "VALIDATOR_EXCEPTION":  # a list of the model of PSMV 2025 ends the official tool, always
        return any(name == DEFECTIVE for name, _ in said)
    if finding.code == "FILE_MISSING_MANDATORY":
        return (table, "") in said
    if finding.code == "CNIG_SUP_IDGEN_NOT_FOUND":
        return any("generateur" in name for name in lost)
    if finding.attribute in ("", "--"):  # a relation or a condition: of some columns of the table
        return any(name == table for name, _ in said)
    return (table, finding.attribute.lower()) in said


@pytest.mark.parametrize("standard", [*PLANS, *SERVITUDES])
def test_what_the_official_tool_still_refuses_was_announced(standard: str, tmp_path: Path) -> None:
    root = invented(standard, tmp_path / "old")
    before = state_of(root)
    report = convert(root, tmp_path / "new", standard=standard)
    assert state_of(root) == before
    target = latest(standard, REGISTRY.names())
    assert report.path[0] == standard
    assert report.path[-1] == target
    found = validated(Path(report.delivery), target)
    errors = [f for f in found.findings if f.family is Family.OFFICIAL and f.level in (Level.ERROR, Level.FATAL)]
    lost = {note.table for note in report.notebook.of_kind(NoteKind.LOST) if not note.columns}
    said = announced(report) | ({(target, "")} & {(DEFECTIVE, "")})
    assert [(f.code, f.file_model, f.attribute) for f in errors if not is_announced(f, said, lost)] == []
    assert sum(report.errors.values()) == len(errors)
    if not errors:
        assert found.verdict.value == "valid"


@pytest.mark.parametrize("standard", [*PLANS, *SERVITUDES])
def test_no_row_and_no_value_is_lost_without_being_said(standard: str, tmp_path: Path) -> None:
    root = invented(standard, tmp_path / "old")
    report = convert(root, tmp_path / "new", standard=standard)
    with (
        content_of_delivery(str(root), standard=standard) as old,
        content_of_delivery(report.delivery, standard=report.path[-1]) as new,
    ):
        gone = {
            note.table: report.notebook.rows[note]
            for note in report.notebook.of_kind(NoteKind.LOST)
            if not note.columns
        }
        rows = sum(len(table.rows) for table in old.tables.values())
        assert sum(len(table.rows) for table in new.tables.values()) == rows - sum(map(len, gone.values()))
        assert unexplained(old, new, report, set(gone)) == []
        assert shapes(old, set(gone)) == shapes(new, set())


def shapes(content: DocumentContent, without: set[str]) -> Counter[bytes]:
    """Return the geometries of a document, as they are to the last bit."""
    tables = [table for name, table in content.tables.items() if name not in without]
    return Counter(wkb for table in tables for wkb in table.geometries or () if wkb is not None)


def unexplained(
    old: DocumentContent, new: DocumentContent, report: ConversionReport, gone: set[str]
) -> list[tuple[str, str, str]]:
    """Return values (table, column, value) that neither the new table nor the report has, for whole columns."""
    notes: dict[tuple[str, str], list[NoteKey]] = {}
    for note in report.notebook.rows:
        for column in note.columns:
            notes.setdefault((note.table, column), []).append(note)
    renamed = {Path(note.table).name for note in report.notebook.rows if "/" in note.table}
    found = []
    for name, table in old.tables.items():
        for column in table.columns if name not in gone else ():
            values = Counter(value for value in table.column(column) if value is not None and value not in renamed)
            kept = Counter(filter(None, new.tables[name].column(column) if name in new.tables else ()))
            left = values - kept
            explained = notes.get((name, column))
            found += [(name, column, value) for value in left if not explained]
    return found


def test_with_the_decisions_the_delivery_is_valid(tmp_path: Path) -> None:
    root = invented("cnig_PLU_2014", tmp_path / "old")
    undecided = convert(root, tmp_path / "first")
    assert undecided.to_do > 0
    report = convert(root, tmp_path / "second", answers=DECISIONS)
    assert report.errors == {}
    assert report.to_do == 0
    assert validated(Path(report.delivery)).verdict.value == "valid"
    names = {path.name for path in Path(report.delivery).rglob("*.pdf")}
    assert "12901_20141106_rapport_M2_20141106.pdf" in names
    assert any("oap" in name for name in names)


def test_the_metadata_declare_the_new_standard(tmp_path: Path) -> None:
    report = convert(invented("cnig_PLU_2017", tmp_path / "old"), tmp_path / "new")
    found = validated(Path(report.delivery))
    assert found.header.detection.model == "cnig_PLU_2025"
    assert "CNIG PLU v2025" in found.header.detection.reason


def test_a_target_between(tmp_path: Path) -> None:
    root = invented("cnig_PLU_2014", tmp_path / "old")
    report = convert(root, tmp_path / "new", target="cnig_PLU_2017", zipped=True, answers=DECISIONS)
    assert report.path == ("cnig_PLU_2014", "cnig_PLU_2017")
    assert report.errors == {}
    with zipfile.ZipFile(report.delivery) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"12901_PLU_20141106"}


def test_a_geopackage_becomes_a_delivery(tmp_path: Path) -> None:
    root = invented("cnig_PLU_2022", tmp_path / "old")
    path = create_template(TemplateRequest("cnig_PLU_2022", root.name, str(tmp_path)))
    with content_of_delivery(str(root), standard="cnig_PLU_2022") as content:
        write_template_rows(path, content.tables, SilentProgress(), replacing=False)
    report = convert(path, tmp_path / "new", standard="cnig_PLU_2022")
    assert all(low == high for low, high in report.rows.values())
    assert {code for code, _, _ in report.errors} <= LACKING
    assert {note.table for note in report.notebook.of_kind(NoteKind.MISSING_PIECE)} >= {"METADONNEES", "REGLEMENT"}


def test_nothing_is_written_over_nor_inside(tmp_path: Path) -> None:
    root = invented("cnig_PLU_2024", tmp_path / "old")
    with pytest.raises(InvalidParameterError):
        convert(root, root / "new")
    with pytest.raises(SmicaError):
        convert(root, tmp_path / "old")
    convert(root, tmp_path / "new", zipped=True)
    with pytest.raises(SmicaError):
        convert(root, tmp_path / "new", zipped=True)


def test_a_folder_without_a_date_is_refused(tmp_path: Path) -> None:
    root = invented("cnig_SCoT_2018", tmp_path / "old")
    bare = root.rename(root.parent / "249912015_SCOT")
    with pytest.raises(InvalidParameterError, match="date"):
        convert(bare, tmp_path / "new", standard="cnig_SCoT_2018")


@pytest.mark.parametrize("target", ["cnig_CC_2025", "cnig_PLU_2013", "nothing"])
def test_a_target_that_is_none(target: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidParameterError):
        convert(invented("cnig_PLU_2014", tmp_path / "old"), tmp_path / "new", target=target)


def test_the_report_in_all_its_forms(tmp_path: Path) -> None:
    report = convert(invented("cnig_PLUi_2014", tmp_path / "old"), tmp_path / "new")
    for name in ("r.json", "r.csv", "r.html"):
        write_conversion_report(report, tmp_path / name)
    content = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert content["modeles"] == list(report.path)
    assert content["decisions_a_prendre"]["doc_urba.nomproc"] == {"": "E"}
    assert content["compte"]["indécidable"] == report.count(NoteKind.UNDECIDED)
    lines = (tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + len(report.notebook.rows)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "À décider" in page
    assert "code 19" in page
    with pytest.raises(InvalidParameterError):
        write_conversion_report(report, tmp_path / "r.txt")


def test_the_draft_of_decisions_can_be_given_back(tmp_path: Path) -> None:
    root = invented("cnig_PLU_2014", tmp_path / "old")
    report = convert(root, tmp_path / "new")
    write_conversion_report(report, tmp_path / "r.json")
    draft = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["decisions_a_prendre"]
    (tmp_path / "d.json").write_text(json.dumps(draft), encoding="utf-8")
    again = convert(root, tmp_path / "again", answers=read_answers(str(tmp_path / "d.json")))
    assert again.count(NoteKind.ANSWERED) > 0
    assert again.to_do < report.to_do


@pytest.mark.parametrize("text", ["[1]", '{"a": 1}', "{", '{"a": {"b": 2}}', "absent.json"])
def test_decisions_that_are_none(text: str) -> None:
    with pytest.raises(InvalidParameterError):
        read_answers(text)
