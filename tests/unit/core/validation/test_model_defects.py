"""What the published models are known to do wrong: which findings come of it, and that the data hold."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from smica_qgis.core.document_model.model import FileModel
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.validation.catalogue import load_catalogue
from smica_qgis.core.validation.finding import Family, Finding, Level, Scope
from smica_qgis.core.validation.model_defects import ALL_MODELS, MODEL_DEFECTS_FILE, ModelDefect, read_model_defects
from smica_qgis.core.validation.rule_texts import RULES_FOLDER, rule_catalogue

DATA: list[dict[str, Any]] = json.loads((RULES_FOLDER / MODEL_DEFECTS_FILE).read_text(encoding="utf-8"))
every_entry = pytest.mark.parametrize(
    "entry", DATA, ids=[f"{e['models'][0]}-{e['code']}-{n}" for n, e in enumerate(DATA)]
)
NAMES = tuple(bundled_registry().names())


def finding(code: str = "ATTRIBUTE_INVALID_REGEXP", **fields: Any) -> Finding:  # noqa: ANN401 - fields of a finding
    return replace(Finding(code, Family.OFFICIAL, Level.ERROR, Scope.FEATURE), **fields)


HERE = finding(
    file_model="INFO_LIN", attribute="LIB_IDINFO", file="D/INFO_LIN.dbf", values={"VALUE": "80016_POS_1", "REGEXP": "x"}
)
DEFECT = ModelDefect(
    models=("cnig_POS_2022",),
    code="ATTRIBUTE_INVALID_REGEXP",
    text="Le motif est faux.",
    file_models=("INFO_LIN", "INFO_PCT"),
    attribute="LIB_IDINFO",
    file=re.compile(r"D/.*"),
    values={"VALUE": re.compile(r"[0-9]{5}_POS_[0-9]")},
)


def test_a_finding_that_comes_of_it() -> None:
    assert DEFECT.explains(HERE)


@pytest.mark.parametrize(
    "other",
    [
        {"code": "ATTRIBUTE_SIZE_EXCEEDED"},
        {"file_model": "INFO_SURF"},
        {"attribute": "LIBELLE"},
        {"file": "E/INFO_LIN.dbf"},
        {"values": {"VALUE": "80016_POS_12"}},
        {"values": {}},
    ],
    ids=str,
)
def test_a_finding_that_does_not(other: dict[str, Any]) -> None:
    assert not DEFECT.explains(replace(HERE, **other))


def test_what_is_not_said_does_not_count() -> None:
    anywhere = ModelDefect(("m",), DEFECT.code, "t")
    assert anywhere.explains(HERE)
    assert anywhere.explains(finding())


def test_the_models_that_have_it() -> None:
    assert DEFECT.concerns("cnig_POS_2022")
    assert not DEFECT.concerns("cnig_POS_2024")
    assert replace(DEFECT, models=(ALL_MODELS,)).concerns("cnig_POS_2024")


def test_how_the_data_are_read() -> None:
    full = {
        "models": ["a", "b"],
        "code": "C",
        "file_models": ["F"],
        "attribute": "A",
        "file": "x.*",
        "values": {"V": "[0-9]"},
        "text": "t",
    }
    assert read_model_defects([full, {"models": ["*"], "code": "C", "text": "t"}]) == (
        ModelDefect(("a", "b"), "C", "t", ("F",), "A", re.compile("x.*"), {"V": re.compile("[0-9]")}),
        ModelDefect(("*",), "C", "t"),
    )


def test_the_catalogue_of_a_model_knows_its_defects_and_only_them() -> None:
    entry = {
        "family": "official", "level": "ERROR", "scope": "FEATURE", "title": "t", "message": "m", "parameters": [],
        "expected": "e", "why": "w", "remedy": "Corrigez.", "paragraph": "p", "standard_rule": "", "defect": "d",
    }  # fmt: skip
    files: dict[str, object] = {
        "a.json": {"theme": "Valeurs", "rules": {DEFECT.code: entry}},
        MODEL_DEFECTS_FILE: [
            {"models": ["cnig_POS_2022"], "code": DEFECT.code, "attribute": "LIB_IDINFO", "text": "F."}
        ],
    }
    plain = load_catalogue(files, lambda name: json.dumps(files[name]).encode())
    faulty, right = plain.for_model("cnig_POS_2022"), plain.for_model("cnig_POS_2024")
    for catalogue in (plain, right):
        assert (catalogue.model_defect(HERE), catalogue.remedy(HERE)) == ("", "Corrigez.")
    assert (faulty.model_defect(HERE), faulty.remedy(HERE)) == ("F.", "F.")
    elsewhere = replace(HERE, attribute="LIBELLE")
    assert (faulty.model_defect(elsewhere), faulty.remedy(elsewhere)) == ("", "Corrigez.")
    assert [rule.code for rule in faulty] == [DEFECT.code]
    assert faulty.for_model("cnig_POS_2024").model_defect(HERE) == ""


# --- the data


@every_entry
def test_every_defect_is_of_models_and_codes_that_exist(entry: dict[str, Any]) -> None:
    assert set(entry) <= {"models", "code", "file_models", "attribute", "file", "values", "text"}
    assert entry["models"]
    assert set(entry["models"]) <= {*NAMES, ALL_MODELS}
    assert len(set(entry["models"])) == len(entry["models"])
    rule = rule_catalogue()[entry["code"]]
    assert rule.family is Family.OFFICIAL
    assert set(entry.get("values", {})) <= set(rule.parameters)


@every_entry
def test_every_place_of_a_defect_is_in_its_models(entry: dict[str, Any]) -> None:
    for name in entry["models"]:
        if name == ALL_MODELS:
            continue
        model = bundled_registry().load(name)
        for file in entry.get("file_models", ()):
            assert model.file(file) is not None, f"{name}: {file}"
        attribute = entry.get("attribute")
        tables = [f.table for f in _files(name, entry) if f.table is not None]
        assert not attribute or any(attribute == c.name for t in tables for c in t.columns), f"{name}: {attribute}"


@every_entry
def test_every_text_can_be_read(entry: dict[str, Any]) -> None:
    text = entry["text"]
    assert text.endswith(".")
    assert 40 < len(text) < 400
    assert not re.search(r" [;:!?»]|« |'|  ", text), "no-break spaces, typographic apostrophe"


def _files(name: str, entry: dict[str, Any]) -> list[FileModel]:
    wanted = entry.get("file_models")
    return [file for file in bundled_registry().load(name).files if wanted is None or file.name in wanted]


REFUSED = [
    ("cnig_POS_2022", "INFO_LIN", "LIB_IDINFO", "80016_POS_20041103_IL1"),
    ("cnig_POS_2024", "INFO_LIN", "LIB_IDINFO", "80016_POS_20041103_IL12"),
    ("cnig_POS_2014", "PRESCRIPTION_SURF", "IDPSC", "S12"),
    ("cnig_PSMV_2022", "DOC_URBA", "NOMPROC", "RA2"),
    ("cnig_CC_2025", "INFO_PCT", "SYMBOLE", "PSC-P_99-00_001"),
    ("cnig_CC_2025", "SECTEUR_CC", "SYMBOLE", "SECTEUR_01_001"),
    ("cnig_PLUi_2025", "ZONE_URBA", "LIB_IDZONE", "248000747_PLUI_20251008_ZO1"),
    ("cnig_PLU_2025", "ZONE_URBA", "LIB_IDZONE", "80016_PLU_20251008_A_ZO1"),
    ("cnig_PLU_2025", "DOC_URBA", "NOMREG", "80016_reglement_97_00_1_20251008.pdf"),
    ("cnig_PLU_2025", "DOC_URBA", "NOMREG", "80016_reglement_20251008_A.pdf"),
]


@pytest.mark.parametrize(("model", "table", "attribute", "value"), REFUSED)
def test_right_values_that_a_model_refuses(model: str, table: str, attribute: str, value: str) -> None:
    file = bundled_registry().load(model).file(table)
    assert file is not None
    assert file.table is not None
    pattern = next(c.pattern for c in file.table.columns if c.name == attribute)
    assert pattern is not None
    assert re.fullmatch(pattern, value) is None
    assert defect(model, "ATTRIBUTE_INVALID_REGEXP", file_model=table, attribute=attribute, values={"VALUE": value})
    assert not defect(model, "ATTRIBUTE_INVALID_REGEXP", file_model=table, attribute=attribute, values={"VALUE": "?"})


def defect(model: str, code: str, **fields: Any) -> str:  # noqa: ANN401 - fields of a finding
    return rule_catalogue().for_model(model).model_defect(finding(code, **fields))


GEO = "Donnees_geographiques"
ACT = "Pieces_ecrites/0_Procedure/80016_20251008_delib_approbation_E_20251008.pdf"
FOREIGN, MISPLACED, UNEXPECTED = "TABLE_FOREIGN_KEY_NOT_FOUND", "FILE_MISPLACED", "FILE_UNEXPECTED"


@pytest.mark.parametrize(
    ("model", "code", "fields"),
    [
        ("cnig_PSMV_2025", "VALIDATOR_EXCEPTION", {"values": {"REASON": "la liste PrescriptionPSMVType du modèle"}}),
        ("cnig_PSMV_2025", "FILE_MISSING_MANDATORY", {"file_model": "PADD"}),
        ("cnig_PSMV_2025", "FILE_MISSING_MANDATORY_DIRECTORY", {"file_model": "2_PADD"}),
        ("cnig_PSMV_2025", FOREIGN, {"values": {"TARGET_TABLE": "PrescriptionPSMVType", "SOURCE_VALUE": "18, 16"}}),
        ("cnig_PSMV_2025", UNEXPECTED, {"values": {"FILEPATH": f"{GEO}/248000747_ZONE_URBA_20251008.dbf"}}),
        ("cnig_CC_2013", FOREIGN, {"file_model": "SECTEUR_CC", "values": {"TARGET_TABLE": "ListeLibelleCC"}}),
        ("cnig_CC_2025", MISPLACED, {"values": {"FILEPATH": ACT}}),
        ("cnig_PLU_2017", MISPLACED, {"values": {"FILEPATH": f"{GEO}/80016_ZONE_URBA_20251008_A.dbf"}}),
        ("cnig_SCoT_2024", "CNIG_PRESCRIPTION_NOT_FOUND", {}),
        ("GPU_MEC_2025", "CNIG_METADATA_SPECIFICATION_NOT_FOUND", {}),
        ("GPU_MEC_2025", "CNIG_METADATA_KEYWORD_NOT_FOUND", {"values": {"NAME": "CATEGORIE_SUP"}}),
        ("cnig_SUP_T4_2016", UNEXPECTED, {"values": {"FILEPATH": f"{GEO}/T4_ASSIETTE_SUP_S.dbf"}}),
        ("cnig_SUP_AR5_2013", "DIRECTORY_UNEXPECTED", {"values": {"FILEPATH": "Donnees_geographiqmaillageues"}}),
        ("cnig_PLU_2025", "CNIG_FILE_EXTENSION_INVALID", {"file": "80016_DOC_URBA_20251008.cpg"}),
    ],
)  # fmt: skip
def test_findings_of_which_a_model_is_the_cause(model: str, code: str, fields: dict[str, Any]) -> None:
    assert defect(model, code, **fields)


@pytest.mark.parametrize(
    ("model", "code", "fields"),
    [
        ("cnig_PSMV_2025", "VALIDATOR_EXCEPTION", {"values": {"REASON": "la ligne 4 de a.csv a moins de cellules"}}),
        ("cnig_PSMV_2022", "FILE_MISSING_MANDATORY", {"file_model": "PADD"}),
        ("cnig_PSMV_2025", FOREIGN, {"values": {"TARGET_TABLE": "PrescriptionPSMVType", "SOURCE_VALUE": "98, 00"}}),
        ("cnig_PLU_2017", MISPLACED, {"values": {"FILEPATH": "80016_ZONE_URBA_20251008.dbf"}}),
        ("cnig_PLU_2025", "CNIG_PRESCRIPTION_NOT_FOUND", {}),
        ("cnig_PLU_2025", "CNIG_FILE_EXTENSION_INVALID", {"file": "Thumbs.db"}),
    ],
)
def test_findings_of_which_no_model_is_the_cause(model: str, code: str, fields: dict[str, Any]) -> None:
    assert not defect(model, code, **fields)
