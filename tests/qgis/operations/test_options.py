"""Every option of the contract changes what the operation finds, and a bad value is said before anything is read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.validation.finding import Finding
from smica_qgis.core.validation.options import OPTION_NAMES
from tests.qgis.deliveries import validated
from tests.qgis.made_models import column, made_delivery, made_model, table_file

REPLACED, ILLEGAL = "ATTRIBUTE_CHARACTERS_REPLACED", "ATTRIBUTE_CHARACTERS_ILLEGAL"
OUTSIDE = "ATTRIBUTE_GEOMETRY_INVALID_DATA_EXTENT"
OUTSIDE_EMPRISE = "CNIG_GEOMETRY_OUTSIDE_DOCUMENT_EMPRISE_ERROR"
COMPLEX, NEARLY = "CNIG_GEOMETRY_COMPLEXITY_ERROR", "CNIG_GEOMETRY_COMPLEXITY_WARNING"
SQUARE = "POLYGON ((700000 6600000,700000 6600010,700010 6600010,700010 6600000,700000 6600000))"
WITH_HOLE = SQUARE.replace("))", "),(700002 6600002,700002 6600004,700004 6600004,700002 6600002))")
TWO = f"MULTIPOLYGON ({SQUARE.removeprefix('POLYGON ')},((1 1,2 1,2 2,1 1)))"
AROUND = "POLYGON ((699999 6599999,699999 6600011,700011 6600011,700011 6599999,699999 6599999))"
THERE = "POLYGON ((2.9 46.4,2.9 46.6,3.1 46.6,3.1 46.4,2.9 46.4))"
ELSEWHERE = THERE.replace("2.9", "4.9").replace("3.1", "5.1")


@pytest.fixture
def model(tmp_path: Path) -> str:
    files = [
        table_file("ZONE_URBA", "donnees/zones"),
        {"name": "DONNEES", "type": "directory", "path": "donnees", "mandatory": "ERROR"},
        {"name": "REGLEMENT", "type": "pdf", "path": "[^/]*reglement", "mandatory": "OPTIONAL"},
    ]
    columns = [column("NOM", maxLength=40), column("DATE_", required=False), column("WKT", "MultiPolygon")]
    rules = {"ZONE_URBA": {"conditions": ["DATE_ IS NOT NULL OR NOM NOT LIKE 'date%'"]}}
    return made_model(tmp_path, files, {"ZONE_URBA": columns}, constraints=rules)


def delivery(folder: Path, *names: str, wkt: str = SQUARE, place: str = "donnees/zones.csv") -> Path:
    rows = "".join(f'"{wkt}","{name}",\r\n' for name in names or ("a",))
    return made_delivery(folder, {place: f"WKT,NOM,DATE_\r\n{rows}", "12001_reglement.pdf": b"%PDF-1.4"})


def found(root: Path, model: str, options: Mapping[str, Any] | None = None) -> Counter[str]:
    return Counter(finding.code for finding in validated(root, model, options=options or {}).findings)


def findings(root: Path, model: str, options: Mapping[str, Any], code: str) -> list[Finding]:
    return [finding for finding in validated(root, model, options=options).findings if finding.code == code]


def test_what_is_delivered_has_nothing_to_be_blamed_for(model: str, tmp_path: Path) -> None:
    assert set(found(delivery(tmp_path), model)) == {"VALIDATOR_PROJECTION_INFO"}


# --------------------------------------------------------------------------------------------------- switches


def test_flat(model: str, tmp_path: Path) -> None:
    root = delivery(tmp_path, "date", place="zones.csv")
    strict, flat = found(root, model), found(root, model, {"flat": True})
    assert strict["FILE_MISPLACED"] == strict["FILE_MISSING_MANDATORY_DIRECTORY"] == 1
    assert "DATABASE_CONSTRAINT_MISMATCH" not in strict
    assert "FILE_MISPLACED" not in flat
    assert "FILE_MISSING_MANDATORY_DIRECTORY" not in flat
    assert flat["DATABASE_CONSTRAINT_MISMATCH"] == 1
    assert found(root, model, {"flat": False}) == strict


def test_enable_conditions(model: str, tmp_path: Path) -> None:
    root = delivery(tmp_path, "date", "autre")
    condition = "DATABASE_CONSTRAINT_MISMATCH"
    assert found(root, model)[condition] == found(root, model, {"enable-conditions": True})[condition] == 1
    assert condition not in found(root, model, {"enable-conditions": False})


# ------------------------------------------------------------------------------------------------- characters

TWICE, QUOTE, LIGATURE, CONTROL, KOREAN = "encodÃ©e", "l’été", "œuvre", "a\x01b", "ᆦ"


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ({}, {}),
        ({"string-fix-utf8": True}, {TWICE: (REPLACED, "encodée")}),
        ({"string-simplify-common": True}, {QUOTE: (REPLACED, "l'été")}),
        ({"string-simplify-charset": "LATIN1"}, {LIGATURE: (REPLACED, "oeuvre")}),
        ({"string-simplify-charset": "UTF-8"}, {}),
        ({"string-escape-controls": True}, {CONTROL: (ILLEGAL, "a\\u0001b")}),
        (
            {"string-escape-charset": "LATIN1"},
            {
                QUOTE: (ILLEGAL, "l\\u2019été"),
                LIGATURE: (ILLEGAL, "\\u0153uvre"),
                KOREAN: (ILLEGAL, "\\u11a6"),
            },
        ),
        (
            {"string-all": "LATIN1"},
            {
                TWICE: (REPLACED, "encodée"),
                QUOTE: (REPLACED, "l'été"),
                LIGATURE: (REPLACED, "oeuvre"),
                CONTROL: (ILLEGAL, "a\\u0001b"),
                KOREAN: (ILLEGAL, "\\u11a6"),
            },
        ),
        (
            {"string-all": "US-ASCII", "string-fix-utf8": False},
            {
                TWICE: (ILLEGAL, "encod\\u00e9e"),
                QUOTE: (ILLEGAL, "l'\\u00e9t\\u00e9"),
                LIGATURE: (ILLEGAL, "\\u0153uvre"),
                CONTROL: (ILLEGAL, "a\\u0001b"),
                KOREAN: (ILLEGAL, "\\u11a6"),
            },
        ),
    ],
    ids=lambda value: ",".join(value) or "none",
)
def test_characters(model: str, tmp_path: Path, options: dict[str, Any], codes: dict[str, tuple[str, str]]) -> None:
    names = (TWICE, QUOTE, LIGATURE, CONTROL, KOREAN, "plain")
    report = validated(delivery(tmp_path, *names), model, options=options)
    got = {
        names[int(finding.id or "") - 1]: (finding.code, finding.values["FIXED_VALUE"])
        for finding in report.findings
        if finding.code in (REPLACED, ILLEGAL)
    }
    assert got == codes


# ------------------------------------------------------------------------------------------------- complexity

NONE = [-1, -1, -1, 1000, 0]


@pytest.mark.parametrize(
    ("wkt", "warning", "error", "code"),
    [
        (SQUARE, NONE, [4, -1, -1, 1000, 0], COMPLEX),
        (SQUARE, NONE, [5, -1, -1, 1000, 0], ""),
        (SQUARE, [4, -1, -1, 1000, 0], [10, -1, -1, 1000, 0], NEARLY),
        (SQUARE, [4, -1, -1, 1000, 0], [4, -1, -1, 1000, 0], COMPLEX),
        (TWO, NONE, [-1, 1, -1, 1000, 0], COMPLEX),
        (TWO, NONE, [-1, 2, -1, 1000, 0], ""),
        (WITH_HOLE, NONE, [-1, -1, 0, 1000, 0], COMPLEX),
        (WITH_HOLE, NONE, [-1, -1, 1, 1000, 0], ""),
        (SQUARE, NONE, [-1, -1, -1, 0.12, 5], COMPLEX),
        (SQUARE, NONE, [-1, -1, -1, 0.13, 5], ""),
        (SQUARE, NONE, [-1, -1, -1, 0.12, 6], ""),
        (SQUARE, NONE, [-1, -1, -1, -1, 5], COMPLEX),
        (SQUARE, NONE, [-1, -1, -1, -1, 6], ""),
    ],
)
def test_complexity(wkt: str, warning: list[float], error: list[float], code: str, model: str, tmp_path: Path) -> None:
    """Vertices, parts, interior rings, then the density (5 vertices for 40 m) of rings of so many vertices."""
    root = delivery(tmp_path, wkt=wkt)
    text = f"{json.dumps(warning)}, {json.dumps(error)}"
    for value in ([warning, error], f"[{text}]"):
        counts = found(root, model, {"cnig-complexity-tolerance": value})
        assert [c for c in (COMPLEX, NEARLY) if c in counts] == ([code] if code else [])


# ---------------------------------------------------------------------------------------------------- extents


@pytest.mark.parametrize(("extent", "outside"), [(AROUND, False), (THERE, True)])
def test_data_extent(extent: str, model: str, tmp_path: Path, *, outside: bool) -> None:
    assert (OUTSIDE in found(delivery(tmp_path), model, {"data-extent": extent})) == outside


def geojson(folder: Path, content: object, name: str = "emprise.json") -> str:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


def feature(*wests: float) -> dict[str, Any]:
    def ring(west: float) -> list[list[float]]:
        return [[west, 46.4], [west, 46.6], [west + 0.2, 46.6], [west + 0.2, 46.4], [west, 46.4]]

    shape = {"type": "MultiPolygon", "coordinates": [[ring(west)] for west in wests]}
    return {"type": "Feature", "properties": {}, "geometry": shape}


@pytest.mark.parametrize(("emprise", "outside"), [(THERE, False), (ELSEWHERE, True)])
def test_document_emprise_as_a_wkt(emprise: str, model: str, tmp_path: Path, *, outside: bool) -> None:
    (tmp_path / "emprise").mkdir()
    found_ = findings(delivery(tmp_path), model, {"cnig-document-emprise": emprise}, OUTSIDE_EMPRISE)
    assert [f.level.value for f in found_] == (["WARNING"] if outside else [])


@pytest.mark.parametrize(
    ("content", "outside"),
    [
        ({"type": "FeatureCollection", "features": [feature(2.9)]}, False),
        ({"type": "FeatureCollection", "features": [feature(4.9), feature(2.9), feature(1)]}, False),
        ({"type": "FeatureCollection", "features": [feature(4.9), {"type": "Feature", "geometry": None}]}, True),
        ({"type": "FeatureCollection", "features": [feature(2.8), feature(3.0)]}, False),
        (feature(2.9), False),
        (feature(2.9)["geometry"], False),
    ],
)
@pytest.mark.parametrize("name", ["emprise.json", "EMPRISE.JSON", "emprise.geojson"])
def test_document_emprise_as_a_file(content: object, name: str, model: str, tmp_path: Path, *, outside: bool) -> None:
    path = geojson(tmp_path, content, name)
    assert (OUTSIDE_EMPRISE in found(delivery(tmp_path), model, {"cnig-document-emprise": path})) == outside


# ----------------------------------------------------------------------------------- max-errors and encoding


@pytest.mark.parametrize(("value", "kept"), [("2", 2), (2, 2), (0, 0), ("7", 5), (None, 5), ("", 5)])
def test_max_errors(value: object, kept: int, model: str, tmp_path: Path) -> None:
    root = delivery(tmp_path, *("x" * 50 for _ in range(5)))
    report = validated(root, model, options={"max-errors": value})
    ids = [f.id for f in report.findings if f.code == "ATTRIBUTE_SIZE_EXCEEDED"]
    assert ids == ["1", "2", "3", "4", "5"][:kept]


@pytest.mark.parametrize(
    ("encoding", "found_", "name"),
    [
        (None, 1, "été"),
        ("UTF-8", 1, "été"),
        ("LATIN1", 0, "été"),
        ("iso-8859-1", 0, "été"),
        ("windows-1252", 0, "été"),
        ("US-ASCII", 1, "été"),
    ],
)
def test_encoding(encoding: str | None, found_: int, name: str, model: str, tmp_path: Path) -> None:
    """An ISO-8859-1 CSV, whose text is too long so that it is shown."""
    root = made_delivery(tmp_path, {"donnees/zones.csv": f'WKT,NOM,DATE_\n"{SQUARE}",{name:x<50},\n'.encode("latin-1")})
    options = {} if encoding is None else {"encoding": encoding}
    report = validated(root, model, options={**options, "string-escape-charset": "US-ASCII"})
    assert Counter(f.code for f in report.findings)["TABLE_UNEXPECTED_ENCODING"] == found_
    (shown,) = [f.values["VALUE"] for f in report.findings if f.code == ILLEGAL]
    assert shown.rstrip("x") == name


# ------------------------------------------------------------------------------------------------- bad values

BAD: dict[str, list[Any]] = {
    "flat": ["true", 1, None],
    "enable-conditions": ["false", 0],
    "string-all": ["LATIN", 1, True, ["LATIN1"]],
    "string-fix-utf8": ["oui"],
    "string-simplify-common": [1],
    "string-simplify-charset": ["UTF8-MAC", False],
    "string-escape-controls": ["true"],
    "string-escape-charset": ["x", 8],
    "cnig-complexity-tolerance": [
        "[[aea], [0, 10, 20, 30], baba]",
        "test mauvaise regexp",
        "[[5000, 600, 0.1], [100]]",
        "[[5000, 600, 500, 0.1, 5000], [ab, 3000, 2000, 10, ab]]",
        [[1, 2, 3, 4, 5]],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        12,
    ],
    "cnig-document-emprise": [
        "un texte",
        "PRESQUE(1 1, 2 2)",
        "POLYGON EMPTY",
        "absent.json",
        '{"type": "Point", "coordinates": [1, 2]}',
        "POLYGON ((0 0,0 95,5 95,5 0,0 0))",
        ["POINT (1 2)"],
        12,
    ],
    "data-extent": ["un texte", "POLYGON ((0 0,1 1", "POLYGON EMPTY", 12, {}],
    "max-errors": ["-1", "beaucoup", 1.5, True, [2]],
    "encoding": ["UTF-9", 8, True],
}


def test_each_option_has_bad_values() -> None:
    assert sorted(BAD) == sorted(OPTION_NAMES)


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_a_bad_value_is_an_error_before_anything_is_read(name: str, value: object, tmp_path: Path) -> None:
    """An absent delivery would give an unreadable report instead."""
    with pytest.raises(InvalidParameterError) as said:
        validated(tmp_path / "absent", "cnig_PLU_2024", options={name: value})
    assert name in said.value.message or "ncodage" in said.value.message or "emprise" in said.value.message


@pytest.mark.parametrize(
    "content",
    [
        "not json",
        "[1, 2]",
        "12",
        "null",
        "{}",
        '{"features": 3}',
        '{"features": [3]}',
        '{"features": []}',
        '{"features": [{"geometry": {"type": "Cercle"}}]}',
        '{"features": [{"geometry": "POINT (1 2)"}]}',
        '{"features": [{"geometry": null}]}',
        "[" * 100_000,
    ],
    ids=lambda text: text[:30],
)
def test_a_file_without_a_geometry_is_an_error_before_anything_is_read(content: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidParameterError, match="emprise"):
        validated(tmp_path / "absent", options={"cnig-document-emprise": geojson(tmp_path, content)})
