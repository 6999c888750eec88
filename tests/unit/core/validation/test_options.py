"""Every option of the contract: what it takes, what it refuses, in which words."""

from __future__ import annotations

import pytest

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.validation.options import (
    OPTION_NAMES,
    SWITCHES,
    CharacterChecks,
    ComplexityTolerance,
    Thresholds,
    ValidationOptions,
    charset_name,
    parse_options,
    read_options,
)

TOLERANCE = ComplexityTolerance(Thresholds(-1, 600, 500, 0.1, 50000), Thresholds(200000, 3000, 2000, 10, 50005))
TOLERANCE_TEXT = "[[-1, 600, 500, 0.1, 50000], [200000, 3000, 2000, 10, 50005]]"


def test_the_names_are_those_of_the_official_command_line() -> None:
    assert set(OPTION_NAMES) == {
        "flat",
        "enable-conditions",
        "string-all",
        "string-fix-utf8",
        "string-simplify-common",
        "string-simplify-charset",
        "string-escape-controls",
        "string-escape-charset",
        "cnig-complexity-tolerance",
        "cnig-document-emprise",
        "data-extent",
        "max-errors",
        "encoding",
    }


@pytest.mark.parametrize("text", ["", "  ", "{}"])
def test_defaults(text: str) -> None:
    assert parse_options(text) == ValidationOptions(
        flat=False,
        conditions=True,
        characters=CharacterChecks(),
        complexity=None,
        emprise=None,
        data_extent=None,
        max_errors=None,
        encoding="UTF-8",
        given=(),
    )


@pytest.mark.parametrize("name", ["cnig-complexity-tolerance", "cnig-document-emprise", "data-extent", "max-errors"])
@pytest.mark.parametrize("value", [None, ""])
def test_an_empty_text_is_no_option(name: str, value: object) -> None:
    assert read_options({name: value}) == ValidationOptions(given=((name, value),))


@pytest.mark.parametrize("text", ["[", "flat", "[1]", '"flat"', "null", "12"])
def test_what_is_no_json_object(text: str) -> None:
    with pytest.raises(InvalidParameterError, match="OPTIONS"):
        parse_options(text)


@pytest.mark.parametrize("name", ["Flat", "--flat", "normalize", "srs", ""])
def test_an_unknown_option_is_named_with_the_known_ones(name: str) -> None:
    with pytest.raises(InvalidParameterError, match=rf"Option inconnue : {name}\. Options connues : flat, "):
        read_options({name: True})


def test_what_was_given_is_kept_in_order() -> None:
    given = (("encoding", "LATIN1"), ("flat", True))
    assert read_options({"flat": True, "encoding": "LATIN1"}).given == given


@pytest.mark.parametrize("name", SWITCHES)
@pytest.mark.parametrize("value", ["true", 1, 0, None, "oui", []])
def test_a_switch_is_true_or_false(name: str, value: object) -> None:
    with pytest.raises(InvalidParameterError, match=f"{name} est un oui ou un non"):
        read_options({name: value})


def test_switches() -> None:
    assert read_options({"flat": True}).flat
    assert not read_options({"enable-conditions": False}).conditions
    assert read_options({"string-fix-utf8": True}).characters == CharacterChecks(fix_utf8=True)
    assert read_options({"string-simplify-common": True}).characters == CharacterChecks(simplify_common=True)
    assert read_options({"string-escape-controls": True}).characters == CharacterChecks(escape_controls=True)


def test_charsets_of_the_character_checks() -> None:
    simplified, written = {"string-simplify-charset": "LATIN1"}, {"string-escape-charset": "US-ASCII"}
    assert read_options(simplified).characters == CharacterChecks(simplify_charset="ISO-8859-1")
    assert read_options(written).characters == CharacterChecks(escape_charset="US-ASCII")


def test_string_all_is_the_five_others() -> None:
    assert read_options({"string-all": "LATIN1"}).characters == CharacterChecks(
        True, True, "ISO-8859-1", True, "ISO-8859-1"
    )


@pytest.mark.parametrize("checks", [CharacterChecks(fix_utf8=True), CharacterChecks(escape_charset="UTF-8")])
def test_one_is_enough_to_be_active(checks: CharacterChecks) -> None:
    assert checks.active
    assert not CharacterChecks().active


@pytest.mark.parametrize(
    ("text", "name"),
    [("utf-8", "UTF-8"), ("latin1", "ISO-8859-1"), ("ISO-8859-15", "ISO-8859-15"), ("cp1252", "WINDOWS-1252")],
)
def test_charsets_by_their_names(text: str, name: str) -> None:
    assert charset_name(text) == name
    assert read_options({"encoding": text}).encoding == name


@pytest.mark.parametrize("option", ["encoding", "string-all", "string-simplify-charset", "string-escape-charset"])
def test_an_unknown_charset(option: str) -> None:
    with pytest.raises(InvalidParameterError, match="Encodage inconnu : « KLINGON »"):
        read_options({option: "KLINGON"})


@pytest.mark.parametrize(
    "option",
    ["encoding", "string-all", "string-simplify-charset", "cnig-document-emprise", "data-extent"],
)
@pytest.mark.parametrize("value", [1, True, ["LATIN1"], {}])
def test_a_text_is_a_text(option: str, value: object) -> None:
    with pytest.raises(InvalidParameterError, match=f"L'option {option} attend un texte"):
        read_options({option: value})


def test_extents_are_taken_as_they_are() -> None:
    options = read_options({"data-extent": "POLYGON ((0 0))", "cnig-document-emprise": "a.json"})
    assert (options.data_extent, options.emprise) == ("POLYGON ((0 0))", "a.json")


@pytest.mark.parametrize(("value", "count"), [("2", 2), (2, 2), ("0", 0), (0, 0)])
def test_max_errors(value: object, count: int) -> None:
    assert read_options({"max-errors": value}).max_errors == count


@pytest.mark.parametrize("value", ["-1", -1, "x", 1.5, "1.5", True, False, [2], "9" * 5000])
def test_max_errors_is_a_whole_number(value: object) -> None:
    with pytest.raises(InvalidParameterError, match="max-errors attend un nombre entier positif"):
        read_options({"max-errors": value})


@pytest.mark.parametrize(
    "value",
    [
        TOLERANCE_TEXT,
        TOLERANCE_TEXT.replace(" ", ""),
        f"  {TOLERANCE_TEXT.replace(',', ' , ')} ",
        [[-1, 600, 500, 0.1, 50000], [200000, 3000, 2000, 10, 50005]],
    ],
)
def test_complexity_as_text_or_as_an_array(value: object) -> None:
    assert read_options({"cnig-complexity-tolerance": value}).complexity == TOLERANCE


@pytest.mark.parametrize(
    "value",
    [
        "[[aea], [0, 10, 20, 30], baba]",
        "test mauvaise regexp",
        "[[5000, 600, 0.1], [100]]",
        "[[5000, 600, 500, 0.1, 5000], [ab, 3000, 2000, 10, ab]]",
        [[1, 2, 3, 4, 5]],
        [[1, 2, 3, 4, "5"], [1, 2, 3, 4, 5]],
        [[1, 2, 3, 4, True], [1, 2, 3, 4, 5]],
        12,
        {},
    ],
)
def test_complexity_is_twice_five_numbers(value: object) -> None:
    with pytest.raises(InvalidParameterError, match="deux groupes de cinq nombres"):
        read_options({"cnig-complexity-tolerance": value})
