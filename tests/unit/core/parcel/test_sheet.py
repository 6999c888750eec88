"""The parcel sheet without any geometry: threshold, order, what is not loaded, words."""

from __future__ import annotations

import pytest

from smica_qgis.core.parcel.field_mapping import TableOrigin, document_of_name, recognise
from smica_qgis.core.parcel.rules import (
    DRAWN,
    EXPECTED,
    NO_DOCUMENT,
    NO_OBJECT,
    LoadedTable,
    MeasuredRule,
    MissingTable,
    Rule,
    RuleDocument,
    Shape,
    Theme,
    loaded_here,
    missing_tables,
)
from smica_qgis.core.parcel.sheet import ParcelFacts, ParcelSheet, UnitFacts, make_sheet, written
from smica_qgis.core.parcel.sheet_text import document_text, french_date, line_title, sheet_json, sheet_text

DOCUMENT = RuleDocument("d", "PLU de X", "2024", "2023-06-15", "base")
LOADED = tuple(LoadedTable(theme, shape, "base") for theme, shape in EXPECTED)


def zone(label: str, value: float, document: RuleDocument = DOCUMENT) -> MeasuredRule:
    return MeasuredRule(Rule(Theme.ZONING, Shape.SURFACE, document, "z", "U", label=label), value, ("1",))


def rule(code: str, value: float, shape: Shape = Shape.SURFACE, *, near: bool = False) -> MeasuredRule:
    return MeasuredRule(Rule(Theme.PRESCRIPTION, shape, DOCUMENT, "p", code, label=code), value, ("1",), near)


def sheet(area: float, *measured: MeasuredRule, contenance: int | None = None) -> ParcelSheet:
    parcel = ParcelFacts("122020000A0001", "A 1", area, "12202", "Rodez", contenance)
    return make_sheet(UnitFacts((parcel,), area), measured, LOADED, ())


def certain(*measured: MeasuredRule, area: float) -> dict[str, bool]:
    return {line.rule.label: line.certain for line in sheet(area, *measured).lines}


@pytest.mark.parametrize(
    ("value", "area", "expected"),
    [
        (1.0, 200.0, True),
        (0.999, 100.0, False),
        (1.0, 201.0, False),
        (50.0, 10_000.0, True),
        (49.9, 10_000.0, False),
    ],
)
def test_the_threshold_of_a_surface(value: float, area: float, expected: bool) -> None:  # noqa: FBT001
    found = certain(zone("UA", area - value), zone("N", value), rule("01", value), area=area)
    assert (found["N"], found["01"], found["UA"]) == (expected, expected, True)


def test_the_largest_zone_is_certain_whatever_its_area() -> None:
    assert certain(zone("UA", 0.4), zone("N", 0.1), area=0.5) == {"UA": True, "N": False}


def test_a_sliver_of_prescription_is_not_certain_because_it_is_alone() -> None:
    assert certain(zone("UA", 500), rule("01", 0.02), area=500)["01"] is False
    assert certain(zone("UA", 0.5), rule("01", 0.5), area=0.5)["01"] is True


def test_lines_and_points() -> None:
    found = certain(
        rule("24", 0.49, Shape.LINE), rule("11", 0.5, Shape.LINE), rule("07", 1, Shape.POINT),
        rule("15", 0, Shape.LINE, near=True), area=100,
    )  # fmt: skip
    assert found == {"24": False, "11": True, "07": True, "15": False}


def test_nothing_is_hidden() -> None:
    made = sheet(500, zone("UA", 499.9999), zone("N", 0.0001), rule("01", 0.0001))
    assert len(made.lines) == 3
    assert "À vérifier (limite)" in sheet_text(made)
    assert "< 0,001 m²" in sheet_text(made)


def test_what_forbids_comes_first_and_zones_by_area() -> None:
    made = sheet(100, rule("02", 90), rule("05", 10), rule("01", 5), zone("N", 30), zone("UA", 70))
    assert [line.rule.label for line in made.lines] == ["UA", "N", "01", "05", "02"]


def test_several_documents_are_told() -> None:
    other = RuleDocument("e", "PLUi de Y")
    assert any("Plusieurs documents" in note for note in sheet(100, zone("UA", 60), zone("1AU", 40, other)).notes)
    assert not any("Plusieurs" in note for note in sheet(100, zone("UA", 99.9), zone("1AU", 0.1, other)).notes)


def test_a_hole_or_an_overlap_of_the_zoning_is_told() -> None:
    assert any("ne couvre que 90,0 %" in note for note in sheet(100, zone("UA", 90)).notes)
    assert any("se recouvrent" in note for note in sheet(100, zone("UA", 90), zone("N", 20)).notes)
    assert sheet(100, zone("UA", 99.5)).notes == ()
    assert any("Aucun zonage chargé" in note for note in sheet(100).notes)


def test_contenance_far_from_the_drawing_is_told() -> None:
    assert any("surface fiscale" in note for note in sheet(200, zone("UA", 200), contenance=100).notes)


def test_only_what_no_source_gave_is_missing() -> None:
    loaded = (LoadedTable(Theme.ZONING, Shape.SURFACE, "a"), LoadedTable(Theme.SANITATION, Shape.SURFACE, "b"))
    missing = missing_tables(
        loaded, (MissingTable(Theme.ZONING, Shape.SURFACE, "x"), MissingTable(Theme.PERMIT, None, "y"))
    )
    titles = {table.title: table.reason for table in missing}
    assert "Zonage (surfaces)" not in titles
    assert "Assainissement (installations)" not in titles
    assert "Assainissement (zonage)" in titles, "loaded apart from the installations"
    assert "Assainissement (zones à enjeu)" in titles
    assert titles["Autorisations"] == "y"
    assert "Prescriptions" in titles, "nothing of a theme: one line"
    surfaces = (LoadedTable(Theme.PRESCRIPTION, Shape.SURFACE, "a"),)
    assert [table.title for table in missing_tables(surfaces, ())][1:3] == [
        "Prescriptions (lignes)",
        "Prescriptions (points)",
    ]


def test_a_theme_that_is_not_loaded_is_never_said_to_be_empty() -> None:
    parcel = ParcelFacts("x", "A 1", 10.0)
    made = make_sheet(UnitFacts((parcel,), 10.0), [], (), missing_tables((), ()))
    text = sheet_text(made)
    assert "Rien sur ce terrain" not in text
    assert text.count("n'est chargé") == len(Theme)


def partly(*shapes: Shape, lines: tuple[MeasuredRule, ...] = ()) -> ParcelSheet:
    """Return a sheet of which the prescriptions are loaded for some shapes only."""
    loaded = tuple(LoadedTable(Theme.PRESCRIPTION, shape, "base") for shape in shapes)
    parcel = ParcelFacts("x", "A 1", 100.0)
    return make_sheet(UnitFacts((parcel,), 100.0), lines, loaded, missing_tables(loaded, ()))


def test_nothing_is_said_only_of_the_shapes_that_are_loaded() -> None:
    made = partly(Shape.SURFACE, Shape.POINT)
    assert made.remarks(Theme.PRESCRIPTION) == [
        "Surfaces et points : rien sur ce terrain dans ce qui est chargé.",
        "Lignes : non chargées.",
    ]
    assert "- Prescriptions (lignes) : " in sheet_text(made)
    found = partly(Shape.SURFACE, lines=(rule("01", 50),))
    assert found.remarks(Theme.PRESCRIPTION) == ["Lignes, points : non chargés."]
    assert partly(*DRAWN).remarks(Theme.PRESCRIPTION) == ["Rien sur ce terrain dans ce qui est chargé."]
    assert partly(*DRAWN, lines=(rule("01", 50),)).remarks(Theme.PRESCRIPTION) == []


def test_a_table_without_any_object_of_the_document_is_not_told_as_loaded() -> None:
    both, known = frozenset({"a", "b"}), frozenset({"a", "b", "c"})
    tables = [
        LoadedTable(Theme.ZONING, Shape.SURFACE, "base", known, both),
        LoadedTable(Theme.PRESCRIPTION, Shape.SURFACE, "base", known, both),
        LoadedTable(Theme.PRESCRIPTION, Shape.LINE, "base", known, frozenset({"a"})),
        LoadedTable(Theme.INFORMATION, Shape.LINE, "layer"),
    ]
    assert loaded_here(tables, frozenset({"a"})) == (tuple(tables), ())
    kept, missing = loaded_here(tables, frozenset({"b", "of a layer"}))
    assert [table.shape for table in kept] == [Shape.SURFACE, Shape.SURFACE, Shape.LINE]
    assert missing == (MissingTable(Theme.PRESCRIPTION, Shape.LINE, NO_OBJECT),)
    kept, missing = loaded_here(tables, frozenset())
    assert [table.theme for table in kept] == [Theme.ZONING, Theme.INFORMATION]
    assert {table.reason for table in missing} == {NO_DOCUMENT}


def test_the_words_of_the_standard_and_those_of_the_document() -> None:
    def title(meaning: str, label: str, text: str = "") -> str:
        made = Rule(Theme.PRESCRIPTION, Shape.SURFACE, DOCUMENT, "p", "05", "01", label, text, meaning=meaning)
        return line_title(made)

    assert title("Emplacement réservé aux voies", "ER n°3", "3") == "05-01 Emplacement réservé aux voies — ER n°3 — 3"
    assert title("Espace boisé classé", "ESPACE BOISE CLASSE") == "05-01 Espace boisé classé"
    assert title("Espace boisé classé", "Espace boisé classé à créer") == "05-01 Espace boisé classé à créer"
    assert title("", "ER n°3") == "05-01 ER n°3"
    zone = Rule(Theme.ZONING, Shape.SURFACE, DOCUMENT, "z", "N", label="N", text="Naturelle", meaning="Naturelle")
    assert line_title(zone) == "N — Naturelle", "the name of a zone stays, however short"


def test_words() -> None:
    assert written(1234.5) == "1 234"
    assert written(0.25) == "0,250"
    assert french_date("2014-06-18") == "18/06/2014"
    assert french_date("2014") == "2014"
    assert document_text(DOCUMENT) == "PLU de X, version 2024, du 15/06/2023"
    assert document_text(RuleDocument("", "")) == "document non précisé, date inconnue"
    assert line_title(zone("UA", 1).rule) == "UA"
    assert line_title(Rule(Theme.EASEMENT, Shape.SURFACE, DOCUMENT, "s", "AC1", label="Abords", text="Périmètre")) == (
        "AC1 Abords — Périmètre"
    )


def test_json_has_the_notice_and_the_shares() -> None:
    made = sheet_json(sheet(100, zone("UA", 100)))
    assert made["part_zonee_pct"] == 100
    assert "sans valeur juridique" in str(made["avertissement"])


@pytest.mark.parametrize(
    ("columns", "theme"),
    [
        (["LIBELLE", "TYPEZONE"], Theme.ZONING),
        (["libelle", "typesect"], Theme.ZONING),
        (["libelle", "typepsc", "gpu_doc_id"], Theme.PRESCRIPTION),
        (["TYPEINF"], Theme.INFORMATION),
        (["IDASS", "IDGEN", "CATEGORIE"], Theme.EASEMENT),
        (["gid", "suptype", "partition"], Theme.EASEMENT),
        (["IDGEN", "SUPTYPE"], None),
        (["nom"], None),
    ],
)
def test_recognised_tables(columns: list[str], theme: Theme | None) -> None:
    found = recognise(columns, Shape.SURFACE)
    assert (found.theme if found else None) is theme


def test_points_are_no_zones() -> None:
    assert recognise(["TYPEZONE"], Shape.POINT) is None


@pytest.mark.parametrize(
    ("name", "date"),
    [("248000747_PLUI_20201109", "2020-11-09"), ("12202_POS_20200000", ""), ("", ""), ("DU_12202", "")],
)
def test_the_date_of_a_document_is_in_its_name(name: str, date: str) -> None:
    assert document_of_name(name, TableOrigin("couche", "x")).date == date
