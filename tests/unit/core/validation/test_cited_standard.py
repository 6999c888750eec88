from __future__ import annotations

import pytest

from smica_qgis.core.validation.cited_standard import cited_for
from smica_qgis.core.validation.rule_texts import rule_catalogue

PLU = "Standard CNIG PLU v2024 rév. 2025-06, p. 50"
BOTH = f"{PLU} ; Consignes de saisie des métadonnées INSPIRE (CNIG) v2017-12, p. 3"


@pytest.mark.parametrize("model", ["cnig_PLU_2017", "cnig_PLUi_2025", "GPU_MEC_2025", "essai"])
def test_the_pages_of_the_plu_are_for_the_plu(model: str) -> None:
    assert cited_for(BOTH, model) == BOTH


@pytest.mark.parametrize(
    ("model", "cited"),
    [
        ("cnig_SUP_AC1_2016", "Standard CNIG SUP"),
        ("cnig_SCoT_2018", "Standard CNIG SCoT"),
        ("cnig_CC_2013", "Standard CNIG CC"),
    ],
)
def test_another_document_is_sent_to_its_own_standard(model: str, cited: str) -> None:
    assert cited_for(PLU, model) == cited
    assert cited_for(BOTH, model) == f"{cited} ; Consignes de saisie des métadonnées INSPIRE (CNIG) v2017-12, p. 3"


def test_what_is_cited_from_elsewhere_stays() -> None:
    sup = "Standard CNIG SUP v2016b rév. 2025-12 (nom du dossier)"
    assert cited_for(sup, "cnig_SUP_AC1_2016") == sup
    assert cited_for("", "cnig_SUP_AC1_2016") == ""


def test_the_catalogue_of_a_model_cites_its_standard() -> None:
    catalogue = rule_catalogue()
    code = "FILE_MISPLACED"
    assert "PLU" in catalogue[code].paragraph
    assert "PLU" not in catalogue.for_model("cnig_SUP_AC1_2016")[code].paragraph
    assert catalogue.for_model("cnig_PLU_2024")[code] == catalogue[code]
