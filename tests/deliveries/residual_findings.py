"""What a conformant delivery is blamed for all the same, because its model cannot be satisfied."""

from __future__ import annotations

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.validation.finding import Family, Finding, Level

Blame = tuple[str, str, str]
"""Code, file model, attribute."""
RESIDUAL: dict[str, dict[Blame, str]] = {
    "cnig_PSMV_2025": {
        (
            "VALIDATOR_EXCEPTION",
            "",
            "",
        ): "a code list opens a quote that it never closes: the official tool stops there",
    },
    "cnig_SCoT_2024": {
        (
            "CNIG_PRESCRIPTION_NOT_FOUND",
            "",
            "",
        ): "a written piece is called DELIB_PRESCRIPTION: a table is expected too",
    },
    "cnig_SUP_AR5_2013": {
        ("DIRECTORY_UNEXPECTED", "", ""): "the path of ASSIETTE_SUP_S is in a folder that the model does not name",
    },
    "cnig_SUP_EL2bis_2016": {
        ("ATTRIBUTE_UNEXPECTED_VALUE", "EL2bis_GENERATEUR_SUP_L", "TYPEGEN"): (
            "the only value of the list ends with a blank, and cells are trimmed"
        ),
    },
}
"""The other defects of the models leave a conformant delivery alone: odd patterns and paths can be followed."""
ALL_MODELS = bundled_registry().names()


def blamed(findings: list[Finding]) -> set[Blame]:
    """What findings say of a delivery, but informations of the official family."""
    told = [f for f in findings if f.level is not Level.INFO or f.family is not Family.OFFICIAL]
    return {(finding.code, finding.file_model, finding.attribute) for finding in told}


def expected_blame(model: str) -> set[Blame]:
    """What a conformant delivery of that model is blamed for."""
    return set(RESIDUAL.get(model, {}))
