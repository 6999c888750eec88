"""The texts of the rule catalogue are complete, consistent and fit for a reader without the official tool."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

RULES = Path(__file__).resolve().parents[3] / "smica_qgis" / "standards" / "rules"
CONDITIONS = RULES / "conditions.json"
MODEL_DEFECTS = RULES / "model_defects.json"
KEYS = [
    "family",
    "level",
    "scope",
    "title",
    "message",
    "parameters",
    "expected",
    "why",
    "remedy",
    "paragraph",
    "standard_rule",
    "defect",
]
LONGEST = {
    "title": 60,
    "message": 200,
    "expected": 160,
    "why": 450,
    "remedy": 500,
    "paragraph": 160,
    "standard_rule": 4,
    "defect": 500,
}
PLACEHOLDER = re.compile(r"\{([A-Z_]+)\}")

# Levels decide the verdict, so the official ones that are not ERROR are written down a second time here.
FATAL = {"VALIDATOR_EXCEPTION"}
WARNING = {
    "CNIG_DOC_URBA_COM_UNEXPECTED_SIZE",
    "CNIG_FILE_EXTENSION_INVALID",
    "CNIG_GEOMETRY_COMPLEXITY_WARNING",
    "CNIG_GEOMETRY_OUTSIDE_DOCUMENT_EMPRISE_ERROR",
    "CNIG_IDURBA_MULTIPLE_FOUND",
    "CNIG_METADATA_KEYWORD_INVALID",
    "CNIG_METADATA_KEYWORD_NOT_FOUND",
    "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_INVALID",
    "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_NOT_FOUND",
    "CNIG_PRESCRIPTION_NOT_FOUND",
    "CNIG_TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE",
    "DIRECTORY_UNEXPECTED",
    "FILE_MISPLACED",
    "FILE_UNEXPECTED",
    "METADATA_IDENTIFIER_NOT_FOUND",
    "METADATA_LOCATOR_NAME_NOT_FOUND",
    "METADATA_LOCATOR_PROTOCOL_NOT_FOUND",
    "MULTITABLE_UNEXPECTED",
    "TABLE_UNEXPECTED_ATTRIBUTE",
    "TABLE_UNEXPECTED_ENCODING",
    "VALIDATOR_PROJECTION_LATLON",
}
INFO = {
    "ATTRIBUTE_CHARACTERS_REPLACED",
    "FILE_MISSING_RECOMMANDED",
    "FILE_MISSING_RECOMMANDED_DIRECTORY",
    "METADATA_IGNORED_FILE",
    "TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE",
    "VALIDATOR_PROJECTION_INFO",
}
OFFICIAL_CODES = 119
STANDARD_RULES = {
    "CRS_INCONSISTENT": "D33",
    "DATAPPRO_NOT_SINGLE": "D4",
    "DATE_NOT_IN_CALENDAR": "D7",
    "DATVALID_AFTER_DATAPPRO": "D5",
    "GEOMETRY_MULTIPART": "A5",
    "DELIVERY_UNREADABLE": "",
    "FILES_NOT_CHECKED": "",
    "FILE_UNREADABLE": "",
}

# One condition for each shape, with the sentence that a reader must see instead of the SQL.
SENTENCES = {
    "SIREN IS NOT NULL": "SIREN doit être rempli.",
    "NOMREG IS NOT NULL OR URLREG IS NOT NULL": "NOMREG ou URLREG doit être rempli.",
    "TYPEINF IS NULL OR TYPEP IS NULL": "TYPEINF et TYPEP ne doivent pas être remplis tous les deux.",
    "DATESRCGEN IS NOT NULL OR SRCGEOGEN IS NULL": ("Quand SRCGEOGEN est rempli, DATESRCGEN doit l’être aussi."),
    "NOMFIC NOT NULL OR TYPEINF NOT LIKE '97'": "Quand TYPEINF vaut 97, NOMFIC doit être rempli.",
    "PARAMCALC IS NOT NULL OR MODEGEOASS NOT LIKE 'Zone Tampon'": (
        "Quand MODEGEOASS vaut «\u00a0Zone Tampon\u00a0», PARAMCALC doit être rempli."
    ),
    "DATEFIN IS NOT NULL OR ETAT NOT IN ('04', '05')": "Quand ETAT vaut 04 ou 05, DATEFIN doit être rempli.",
    "SRCGEOGEN IS NOT NULL OR MODEGENERE NOT IN ('Digitalisation', 'Liste de coordonnées')": (
        "Quand MODEGENERE vaut «\u00a0Digitalisation\u00a0» ou «\u00a0Liste de coordonnées\u00a0», "
        "SRCGEOGEN doit être rempli."
    ),
    "TYPEPSC NOT LIKE '39' OR TXT IS NOT NULL": "Quand TYPEPSC vaut 39, TXT doit être rempli.",
    "TYPEPSC NOT LIKE '97' OR STYPEPSC NOT LIKE '00' OR NOMFIC IS NOT NULL": (
        "Quand TYPEPSC vaut 97 et STYPEPSC vaut 00, NOMFIC doit être rempli."
    ),
    "TYPEPSC NOT LIKE '97' OR STYPEPSC NOT LIKE '01' OR TXT LIKE 'SECT__'": (
        "Quand TYPEPSC vaut 97 et STYPEPSC vaut 01, TXT doit être SECT suivi de deux caractères."
    ),
    "TYPEPSC NOT LIKE '40' OR STYPEPSC NOT LIKE '50' OR CAST(ANGLE AS INTEGER) <= 359": (
        "Quand TYPEPSC vaut 40 et STYPEPSC vaut 50, ANGLE doit être un nombre d’au plus 359."
    ),
    "TYPEPSC NOT LIKE '07' OR STYPEPSC NOT LIKE '51' OR TXT IN "
    "('A','B','C','D','E','F','M','O','P','R','S','T','V') OR CAST(TXT AS INTEGER) IS TXT": (
        "Quand TYPEPSC vaut 07 et STYPEPSC vaut 51, TXT doit être l’une des lettres "
        "A, B, C, D, E, F, M, O, P, R, S, T ou V, ou un nombre entier."
    ),
    "INTERCO LIKE 'F'": "INTERCO doit valoir F.",
    "TYPEINF LIKE '00' AND TYPEP IS NOT NULL OR TYPEINF NOT LIKE '00' AND TYPEP IS NULL": (
        "TYPEP doit être rempli quand TYPEINF vaut 00, et vide sinon."
    ),
}


def distinct_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object, refusing a key written twice (the standard reader keeps the last one silently)."""
    names = [name for name, _ in pairs]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        message = f"written twice: {', '.join(repeated)}"
        raise ValueError(message)
    return dict(pairs)


def read(path: Path) -> Any:  # noqa: ANN401  JSON of any shape: the tests say what it must be
    """The JSON of a file."""
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=distinct_keys)


THEMES = {path.name: read(path) for path in sorted(RULES.glob("*.json")) if path not in (CONDITIONS, MODEL_DEFECTS)}
ENTRIES = [(code, entry) for theme in THEMES.values() for code, entry in theme["rules"].items()]
SHAPES: list[dict[str, str]] = read(CONDITIONS)
every_rule = pytest.mark.parametrize(("code", "entry"), ENTRIES, ids=[code for code, _ in ENTRIES])
every_shape = pytest.mark.parametrize("shape", SHAPES, ids=[shape["sentence"] for shape in SHAPES])


def test_themes_are_named_once() -> None:
    """The tree shows each theme once, and no theme is empty."""
    names = [theme["theme"] for theme in THEMES.values()]
    assert names
    assert len(names) == len(set(names))
    assert all(list(theme) == ["theme", "rules"] and theme["rules"] for theme in THEMES.values())


def test_each_code_stands_in_one_theme() -> None:
    """A finding has one explanation only."""
    codes = [code for code, _ in ENTRIES]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def test_titles_and_messages_tell_the_kinds_apart() -> None:
    """Two kinds of findings never look the same in the tree or in a list."""
    for key in ("title", "message"):
        texts = [entry[key] for _, entry in ENTRIES]
        assert sorted({text for text in texts if texts.count(text) > 1}) == []


def test_official_codes_and_levels() -> None:
    """Every code that the official tool can raise has a text, with the official level."""
    levels = {code: entry["level"] for code, entry in ENTRIES if entry["family"] == "official"}
    assert len(levels) == OFFICIAL_CODES
    for level, codes in (("FATAL", FATAL), ("WARNING", WARNING), ("INFO", INFO)):
        assert {code for code, found in levels.items() if found == level} == codes


def test_standard_family() -> None:
    """The rules of the standard family name their rule in the quality rules of the standard."""
    rules = {code: entry["standard_rule"] for code, entry in ENTRIES if entry["family"] == "standard"}
    assert rules == STANDARD_RULES
    assert all(not entry["standard_rule"] for _, entry in ENTRIES if entry["family"] == "official")


@every_rule
def test_form(code: str, entry: dict[str, Any]) -> None:
    """An entry has all its keys in order, with values of the right kind."""
    assert re.fullmatch(r"[A-Z]+(_[A-Z]+)*", code)
    assert list(entry) == KEYS
    assert entry["family"] in {"official", "standard"}
    assert entry["level"] in {"FATAL", "ERROR", "WARNING", "INFO"}
    assert entry["scope"] in {"DIRECTORY", "HEADER", "FEATURE", "METADATA"}
    assert all(re.fullmatch(r"[A-Z_]+", name) for name in entry["parameters"])
    assert len(entry["parameters"]) == len(set(entry["parameters"]))


@every_rule
def test_lengths(code: str, entry: dict[str, Any]) -> None:
    """Texts fit their place on the screen, and the needed ones are written."""
    for key, longest in LONGEST.items():
        assert len(entry[key]) <= longest, f"{code}: {key}"
    for key in ("title", "message", "why", "remedy"):
        assert len(entry[key]) > len("A few words"), f"{code}: {key}"


@every_rule
def test_parameters(code: str, entry: dict[str, Any]) -> None:
    """The message and what was expected use the parameters of the code, all of them, and nothing else."""
    used = set()
    for key in ("message", "expected"):
        used |= set(PLACEHOLDER.findall(entry[key]))
        assert not re.search(r"[{}]", PLACEHOLDER.sub("", entry[key])), f"{code}: {key}"
    assert used == set(entry["parameters"])
    for key in ("title", "why", "remedy", "paragraph"):
        assert not PLACEHOLDER.search(entry[key]), f"{code}: {key}"


@every_rule
def test_message_is_one_sentence(code: str, entry: dict[str, Any]) -> None:
    """The message ends once: with a full stop, or with the value that it introduces."""
    words = PLACEHOLDER.sub("X", entry["message"])
    assert re.search(r"(\.|\bX)$", words), code
    assert not re.search(r"[.!?] [A-ZÀÉÈ]", words), code
    assert not entry["title"].endswith("."), code


@every_rule
def test_source(code: str, entry: dict[str, Any]) -> None:
    """The standard is cited, or the text says that the rule is a technical one."""
    if entry["paragraph"]:
        assert re.match(r"(Standard|Consignes) .*(v|rév\. )\d{4}", entry["paragraph"]), code
    else:
        assert "règle technique d" in entry["why"].lower(), code


@every_rule
def test_typography(code: str, entry: dict[str, Any]) -> None:
    """French typography, no markup, no familiar form of address."""
    for key in LONGEST:
        text = entry[key]
        assert text == text.strip(), f"{code}: {key}"
        assert not re.search(r"['\"<>&`]", text), f"{code}: {key}"
        assert not re.search(r" [;:?!»]|« | {2}|\.\.\.|\n", text), f"{code}: {key}"
        assert text.count("«") == text.count("»"), f"{code}: {key}"
        assert not re.search(r"\b(tu|toi|ton|tes)\b", text, re.IGNORECASE), f"{code}: {key}"
    for key in ("why", "remedy", "defect"):
        assert not entry[key] or entry[key].endswith((".", ".)")), f"{code}: {key}"


@every_shape
def test_shape(shape: dict[str, str]) -> None:
    """A shape compiles, and its sentence uses each of its groups."""
    assert list(shape) == ["shape", "sentence"]
    groups = re.compile(shape["shape"]).groups
    used = set(re.findall(r"\{(\d+)\}", shape["sentence"]))
    assert used == {str(number) for number in range(1, groups + 1)}
    assert shape["sentence"].endswith(".")


def test_shapes_have_examples() -> None:
    """Every shape is the shape of one of the conditions below, and no two shapes are the same."""
    patterns = [shape["shape"] for shape in SHAPES]
    assert len(patterns) == len(set(patterns))
    unmatched = [p for p in patterns if not any(re.fullmatch(p, condition) for condition in SENTENCES)]
    assert unmatched == []


@pytest.mark.parametrize(("condition", "sentence"), SENTENCES.items(), ids=SENTENCES)
def test_condition_is_said_in_french(condition: str, sentence: str) -> None:
    """A condition has exactly one shape, which says it in plain French."""
    said = []
    for shape in SHAPES:
        match = re.fullmatch(shape["shape"], condition)
        if match:
            text = shape["sentence"]
            for number, group in enumerate(match.groups(), start=1):
                text = text.replace(f"{{{number}}}", group)
            said.append(text)
    assert said == [sentence]


@pytest.mark.parametrize("condition", ["TYPEZONE IN ('U')", "1 = 1", "A IS NOT NULL OR B LIKE '%x'", ""])
def test_unknown_condition_has_no_shape(condition: str) -> None:
    """A condition of another form is left as it is rather than said wrongly."""
    assert [s["sentence"] for s in SHAPES if re.fullmatch(s["shape"], condition)] == []
