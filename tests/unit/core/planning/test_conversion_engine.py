"""Converting a document, on rules made for the test."""

from __future__ import annotations

import json
from typing import Any

from smica_qgis.core.document_model.model import (
    CodeList,
    ColumnModel,
    ColumnType,
    DocumentModel,
    FileModel,
    FileType,
    ForeignKey,
    Mandatory,
    TableModel,
)
from smica_qgis.core.planning.conversion.engine import Conversion, convert_content
from smica_qgis.core.planning.conversion.notes import NoteKind
from smica_qgis.core.planning.conversion.rules import read_rules
from smica_qgis.core.planning.document_name import DocumentName, parse_document_name
from smica_qgis.core.publication.content import ContentTable, DocumentContent, WrittenPiece

NAMES = ("cnig_PLU_2014", "cnig_PLU_2017")
WKB = b"\x01\x04\x00\x00\x00\x00\x00\x00\x00"


def name() -> DocumentName:
    found = parse_document_name("12202_PLU_20140101")
    assert found is not None
    return found


def content(
    *, pieces: tuple[str, ...] = (), **tables: tuple[tuple[str, ...], list[tuple[str | None, ...]]]
) -> DocumentContent:
    made = {
        table: ContentTable(table, columns, rows, [WKB] * len(rows) if table.startswith("info") else None)
        for table, (columns, rows) in tables.items()
    }
    return DocumentContent(
        name(), NAMES[0], made, metadata=b"<x/>", pieces=tuple(WrittenPiece(path, "/x") for path in pieces)
    )


def table(title: str, *columns: ColumnModel, keys: tuple[ForeignKey, ...] = ()) -> FileModel:
    return FileModel(title, FileType.TABLE, title, Mandatory.OPTIONAL, TableModel(title, columns, (), keys))


def text(title: str, **more: Any) -> ColumnModel:  # noqa: ANN401
    return ColumnModel(title, ColumnType.STRING, **{"required": False, **more})


def model(*files: FileModel, lists: tuple[CodeList, ...] = ()) -> DocumentModel:
    return DocumentModel(NAMES[1], files, lists)


def converted(
    given: DocumentContent, target: DocumentModel, *steps: dict[str, Any], answers: dict[str, Any] | None = None
) -> Conversion:
    rules = read_rules(
        "test",
        json.dumps(
            {
                "source": "CNIG test",
                "applies": [{"kind": "PLU", "from": "2014", "to": "2017"}],
                "steps": [{"why": "Parce que.", "page": 3, **step} for step in steps],
            }
        ),
    )
    return convert_content(given, target, NAMES, answers, [rules])


TRANSLATE: dict[str, Any] = {
    "do": "translate",
    "tables": ["psc_*"],
    "from": ["type"],
    "to": ["type", "stype"],
    "only_when_empty": "stype",
    "codes": {"09": {"to": ["05", "05"]}, "06": {"candidates": ["99-07"], "why": "Abrogé."}},
    "otherwise": {"to": ["{}", "00"]},
}
PSC = table("PSC_SURF", text("TYPE"), text("STYPE", required=True))


def test_codes_are_translated_and_those_that_cannot_be_are_kept_and_named() -> None:
    given = content(psc_surf=(("type",), [("01",), ("09",), ("06",), ("06",)]))
    made = converted(given, model(PSC), TRANSLATE)
    assert made.content.standard == NAMES[1]
    assert made.content.tables["psc_surf"].rows == [("01", "00"), ("05", "05"), ("06", None), ("06", None)]
    (note,) = made.notebook.of_kind(NoteKind.UNDECIDED)
    assert (note.table, note.columns, note.value, note.why, note.source) == (
        "psc_surf",
        ("stype",),
        "06",
        "Abrogé.",
        "CNIG test, p. 3",
    )
    assert note.candidates == ("99-07",)
    assert made.notebook.rows[note] == [3, 4]
    assert given.tables["psc_surf"].rows == [("01",), ("09",), ("06",), ("06",)]


def test_what_somebody_decided_is_done() -> None:
    given = content(psc_surf=(("type",), [("06",)]))
    made = converted(given, model(PSC), TRANSLATE, answers={"psc_surf.stype": {"06": "97"}})
    assert made.content.tables["psc_surf"].rows == [("06", "97")]
    assert [note.kind for note in made.notebook.rows] == [NoteKind.ANSWERED]


def test_a_value_of_the_new_model_that_is_missing_is_asked_for() -> None:
    target = model(table("DOC", text("PROC", required=True, enum=("E", "R")), text("ETAT")))
    given = content(doc=(("etat",), [("03",)]))
    made = converted(given, target)
    (note,) = made.notebook.of_kind(NoteKind.UNDECIDED)
    assert (note.columns, note.value, note.candidates, note.answer_key) == (("proc",), "", ("E", "R"), "doc.proc")
    decided = converted(given, target, answers={"doc.proc": "R"})
    assert decided.content.tables["doc"].rows == [("R", "03")]
    refused = converted(given, target, answers={"doc.proc": "Z"})
    (note,) = refused.notebook.of_kind(NoteKind.UNDECIDED)
    assert (note.value, note.candidates) == ("Z", ("E", "R"))


def test_a_combination_that_the_list_does_not_have_is_named_with_those_that_begin_alike() -> None:
    key = ForeignKey(("TYPE", "STYPE"), "L", ("TYPE", "STYPE"), "")
    codes = CodeList("L", ("TYPE", "STYPE", "LIBELLE"), (("07", "00", "a"), ("07", "01", "b"), ("08", "00", "c")))
    target = model(table("PSC_SURF", text("TYPE"), text("STYPE"), keys=(key,)), lists=(codes,))
    made = converted(content(psc_surf=(("type", "stype"), [("07", "99"), ("07", "01"), ("07", None)])), target)
    (note,) = made.notebook.of_kind(NoteKind.UNDECIDED)
    assert (note.value, note.candidates, made.notebook.rows[note]) == ("07-99", ("07-00", "07-01"), [1])
    assert note.answer_key == "psc_surf.type+stype"
    answers = {"psc_surf.type+stype": {"07-99": "08-00"}}
    decided = converted(content(psc_surf=(("type", "stype"), [("07", "99")])), target, answers=answers)
    assert decided.content.tables["psc_surf"].rows == [("08", "00")]


def test_a_column_that_goes_is_said_with_its_values() -> None:
    removed = {"do": "removed", "tables": ["zone"], "columns": ["insee"], "carried": ["idurba"]}
    fill = {"do": "set", "tables": ["zone"], "column": "idurba", "value": "{idurba}"}
    target = model(table("ZONE", text("IDURBA"), text("LIB")))
    given = content(zone=(("insee", "lib", "own"), [("12202", "Ua", None), ("12999", "Ub", "x")]))
    made = converted(given, target, removed, fill)
    assert made.content.tables["zone"].columns == ("idurba", "lib")
    assert made.content.tables["zone"].rows == [("12202_PLU_20140101", "Ua"), ("12202_PLU_20140101", "Ub")]
    lost = {(note.columns, note.value): made.notebook.rows[note] for note in made.notebook.of_kind(NoteKind.LOST)}
    assert lost == {(("insee",), "12999"): [2], (("own",), "x"): [2]}


def test_rows_move_to_another_table_with_their_geometry_and_their_origin() -> None:
    step = {
        "do": "move",
        "tables": ["info_*"],
        "target": "psc_{shape}",
        "column": "type",
        "to": ["psc", "spsc"],
        "codes": {"06": ["03", "00"]},
        "rename": {"type": None},
    }
    target = model(
        table("PSC_SURF", text("PSC"), text("SPSC"), text("LIB"), ColumnModel("WKT", ColumnType.MULTIPOLYGON)),
        table("INFO_SURF", text("TYPE"), text("LIB"), ColumnModel("WKT", ColumnType.MULTIPOLYGON)),
    )
    made = converted(content(info_surf=(("type", "lib"), [("02", "a"), ("06", "b")])), target, step)
    assert made.content.tables["info_surf"].rows == [("02", "a")]
    moved = made.content.tables["psc_surf"]
    assert (moved.rows, moved.geometries) == ([("03", "00", "b")], [WKB])
    (note,) = made.notebook.of_kind(NoteKind.APPLIED)
    assert (note.table, note.result, made.notebook.rows[note]) == ("info_surf", "psc_surf 03-00", [2])


def test_identifiers_get_a_number_of_their_own() -> None:
    step = {"do": "identifier", "tables": ["zone"], "from": "idzone", "to": "lib_idzone", "prefix": "ZO"}
    target = model(table("ZONE", text("LIB_IDZONE", presence_required=False)))
    made = converted(content(zone=(("idzone",), [("Z7",), ("Z7",), (None,)])), target, step)
    assert [row[0] for row in made.content.tables["zone"].rows] == [
        "12202_PLU_20140101_ZO7",
        "12202_PLU_20140101_ZO8",
        "12202_PLU_20140101_ZO9",
    ]


def test_the_identity_of_older_documents_is_their_own() -> None:
    target = model(table("DOC_URBA", text("IDURBA"), text("TYPEDOC")), table("ZONE", text("IDURBA")))
    given = content(
        doc_urba=(("idurba", "typedoc"), [("1220220140101", "PLU"), ("1220219990101", "POS")]),
        zone=(("idurba",), [(None,), ("1220220140101",), ("ailleurs",)]),
    )
    made = converted(given, target, {"do": "identity"})
    assert [row[0] for row in made.content.tables["doc_urba"].rows] == ["12202_PLU_20140101", "12202_POS_19990101"]
    assert [row[0] for row in made.content.tables["zone"].rows] == [
        "12202_PLU_20140101",
        "12202_PLU_20140101",
        "ailleurs",
    ]
    (note,) = made.notebook.of_kind(NoteKind.UNDECIDED)
    assert (note.table, note.value, made.notebook.rows[note]) == ("zone", "ailleurs", [3])


PIECE = {
    "do": "piece",
    "pattern": r"(?P<folder>P/)(?P<owner>[0-9]+)_rapport_(?P<day>[0-9]{8})\.pdf",
    "path": r"\g<folder>\g<owner>_\g<day>_rapport_{nomproc}_\g<day>.pdf",
}


def test_a_piece_is_renamed_and_cells_follow() -> None:
    target = model(
        table("DOC_URBA", text("IDURBA"), text("NOMPROC")),
        table("ZONE", text("NOMFIC")),
        FileModel("RAPPORT", FileType.PDF, "P/[0-9]+_[0-9]{8}_rapport_M2_[0-9]{8}", Mandatory.ERROR),
        FileModel("PADD", FileType.PDF, "P/padd", Mandatory.ERROR),
    )
    given = content(
        pieces=("P/12202_rapport_20140101.pdf", "P/notes.pdf"),
        doc_urba=(("idurba", "nomproc"), [("12202_PLU_20140101", "M2")]),
        zone=(("nomfic",), [("12202_rapport_20140101.pdf#page=3",), (None,)]),
    )
    made = converted(given, target, PIECE)
    new = "12202_20140101_rapport_M2_20140101.pdf"
    assert [piece.path for piece in made.content.pieces] == [f"P/{new}", "P/notes.pdf"]
    assert made.content.tables["zone"].rows == [(f"{new}#page=3",), (None,)]
    assert [note.table for note in made.notebook.of_kind(NoteKind.MISSING_PIECE)] == ["PADD"]
    assert [note.table for note in made.notebook.of_kind(NoteKind.UNPLACED_PIECE)] == ["P/notes.pdf"]


def test_a_piece_whose_name_asks_for_what_is_not_known_stays() -> None:
    target = model(table("DOC_URBA", text("IDURBA"), text("NOMPROC")))
    given = content(
        pieces=("P/12202_rapport_20140101.pdf",),
        doc_urba=(("idurba", "nomproc"), [("12202_PLU_20140101", None)]),
    )
    made = converted(given, target, PIECE)
    assert [piece.path for piece in made.content.pieces] == ["P/12202_rapport_20140101.pdf"]
    (note,) = made.notebook.of_kind(NoteKind.UNDECIDED)
    assert note.candidates == ("12202_20140101_rapport_{nomproc}_20140101.pdf",)


def test_a_table_without_a_place_is_lost_row_by_row() -> None:
    made = converted(content(other=(("a",), [("1",), ("2",)])), model())
    (note,) = made.notebook.of_kind(NoteKind.LOST)
    assert made.notebook.rows[note] == [1, 2]


def test_what_the_new_model_limits_is_checked() -> None:
    target = model(table("ZONE", text("LIB", max_length=3), text("DAY", pattern="[0-9]{8}")))
    made = converted(content(zone=(("lib", "day"), [("abcd", "2014"), ("abc", "20140101")])), target)
    assert [(note.columns, note.value) for note in made.notebook.of_kind(NoteKind.UNDECIDED)] == [
        (("lib",), "abcd"),
        (("day",), "2014"),
    ]
