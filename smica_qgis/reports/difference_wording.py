"""The French words for what differs between two models, and for where a model comes from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.differences import DifferenceKind as Kind
from smica_qgis.core.document_model.fetched import FETCHED

if TYPE_CHECKING:
    from smica_qgis.core.document_model.differences import Difference, ModelComparison
    from smica_qgis.core.document_model.model import ModelSource

WHAT = {
    Kind.MODEL_ADDED: "modèle que l’extension ne fournit pas",
    Kind.FOLDER_NAME: "nom de la livraison",
    Kind.METADATA_SPECIFICATION: "spécification des métadonnées",
    Kind.FILE_ADDED: "fichier ou dossier ajouté",
    Kind.FILE_REMOVED: "fichier ou dossier retiré",
    Kind.FILE_TYPE: "type de fichier",
    Kind.FILE_PATH: "chemin du fichier",
    Kind.FILE_MANDATORY: "obligation du fichier",
    Kind.FILE_SCHEMA: "schéma XML",
    Kind.LAYER_ADDED: "couche ajoutée",
    Kind.LAYER_REMOVED: "couche retirée",
    Kind.LAYER_PATH: "nom de la couche",
    Kind.TABLE_NAME: "nom de la table",
    Kind.COLUMN_ADDED: "attribut ajouté",
    Kind.COLUMN_REMOVED: "attribut retiré",
    Kind.COLUMN_TYPE: "type de l’attribut",
    Kind.COLUMN_REQUIRED: "valeur obligatoire",
    Kind.COLUMN_PRESENCE_REQUIRED: "présence obligatoire de l’attribut",
    Kind.COLUMN_UNIQUE: "valeur unique",
    Kind.COLUMN_PATTERN: "motif de l’attribut",
    Kind.COLUMN_MIN_LENGTH: "longueur minimale",
    Kind.COLUMN_MAX_LENGTH: "longueur maximale",
    Kind.COLUMN_ENUM: "valeurs admises",
    Kind.COLUMN_REFERENCE: "référence à un autre attribut",
    Kind.CONDITION_ADDED: "condition ajoutée",
    Kind.CONDITION_REMOVED: "condition retirée",
    Kind.FOREIGN_KEY_ADDED: "clé étrangère ajoutée",
    Kind.FOREIGN_KEY_REMOVED: "clé étrangère retirée",
    Kind.CODE_LIST_ADDED: "liste de codes ajoutée",
    Kind.CODE_LIST_REMOVED: "liste de codes retirée",
    Kind.CODE_LIST_DEFECT: "défaut de la liste de codes",
    Kind.CODE_ADDED: "code ajouté",
    Kind.CODE_REMOVED: "code retiré",
}
_TRUTHS = {"true": "oui", "false": "non"}
_LEVELS = {
    "ERROR": "obligatoire (une erreur s’il manque)",
    "WARN": "attendu (une information s’il manque)",
    "OPTIONAL": "facultatif",
}
_COUNTED = (Kind.CODE_LIST_ADDED, Kind.CODE_LIST_REMOVED)
_TRUE_OR_FALSE = (Kind.COLUMN_REQUIRED, Kind.COLUMN_PRESENCE_REQUIRED, Kind.COLUMN_UNIQUE)
ABSENT = "–"


def where_of(difference: Difference) -> str:
    """What differs: file or code list, then column."""
    return " · ".join(part for part in (difference.place, difference.item) if part) or "le modèle"


def before_of(difference: Difference) -> str:
    """The fact in the bundled model."""
    return _fact(difference, difference.before)


def after_of(difference: Difference) -> str:
    """The fact in the fetched model."""
    return _fact(difference, difference.after)


def state_of(comparison: ModelComparison) -> str:
    """What a comparison comes to, in a few words."""
    count = len(comparison.differences)
    if comparison.unreadable:
        return "illisible"
    if comparison.bundled is None:
        return "non fourni avec l’extension"
    if not count:
        return "identique"
    return f"{count} différence{'s' if count > 1 else ''}"


def provenance(source: ModelSource) -> str:
    """Where a model comes from, without its address: that one is shown as such, apart."""
    if source.origin == "bundled":
        return "fourni avec SMICA QGIS"
    if source.origin == FETCHED:
        return f"récupéré le {french_date(source.date)}" if source.date else "récupéré"
    if source.origin == "given":
        return "donné pour ce contrôle"
    return f"donné pour ce contrôle, dans l’archive {source.origin}"


def french_date(text: str) -> str:
    """An ISO 8601 date or moment as 24/11/2026 à 09:13 (UTC); the text itself when it is none."""
    try:
        moment = dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return text
    if moment.tzinfo is None:
        return f"{moment:%d/%m/%Y}"
    return f"{moment.astimezone(dt.timezone.utc):%d/%m/%Y à %H:%M} (UTC)"


def _fact(difference: Difference, text: str) -> str:
    if not text:
        return ABSENT
    if difference.kind in _TRUE_OR_FALSE:
        return _TRUTHS.get(text, text)
    if difference.kind is Kind.FILE_MANDATORY:
        return _LEVELS.get(text, text)
    if difference.kind in _COUNTED:
        return f"{text} code{'s' if text not in ('0', '1') else ''}"
    return text
