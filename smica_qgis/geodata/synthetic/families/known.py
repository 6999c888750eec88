"""The family of a document model, by the model's name."""

from __future__ import annotations

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.errors import InvalidModelError
from smica_qgis.core.planning.document_name import model_type
from smica_qgis.geodata.synthetic.families.family import Family
from smica_qgis.geodata.synthetic.families.mise_en_compatibilite import MISE_EN_COMPATIBILITE
from smica_qgis.geodata.synthetic.families.plan import KINDS_OF_PLANS, PLAN
from smica_qgis.geodata.synthetic.families.scot import SCOT
from smica_qgis.geodata.synthetic.families.servitudes import SERVITUDES

_OTHERS = {"SCOT": SCOT, "SUP": SERVITUDES}


def family_of(model: DocumentModel) -> Family:
    """The family of a model. Raises InvalidModelError for a model that is of none."""
    kind = model_type(model.name)
    if kind in KINDS_OF_PLANS:
        return PLAN
    if kind.upper() in _OTHERS:
        return _OTHERS[kind.upper()]
    if model.name.upper().startswith("GPU_MEC_"):
        return MISE_EN_COMPATIBILITE
    message = f"Le modèle {model.name} n'est celui d'aucune famille de documents connue."
    raise InvalidModelError(message)
