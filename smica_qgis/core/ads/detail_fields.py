"""What an import looks for in the tables under a permit: its consultations, the constraints that were retained."""

from __future__ import annotations

from smica_qgis.core.ads import vocabulary
from smica_qgis.core.ads.fields import NUMBER
from smica_qgis.core.field_mapping.fields import Field, FieldKind
from smica_qgis.core.shared_layers import DETAIL_TABLES

CONSULTATION, CONSTRAINT = DETAIL_TABLES[2:]
CONSULTATION_FIELDS = (
    NUMBER,
    Field(
        "service",
        "Service consulté",
        FieldKind.FREE_TEXT,
        ("service consulte", "organisme", "consultation"),
        255,
        required=True,
    ),
    Field("date_envoi", "Date d'envoi", FieldKind.DATE, ("envoi", "date envoi", "envoye le", "date consultation")),
    Field("delai_j", "Délai (jours)", FieldKind.INTEGER, ("delai", "delai jours")),
    Field("date_avis", "Date de l'avis", FieldKind.DATE, ("date retour", "retour", "avis le", "date avis")),
    Field("avis", "Avis", FieldKind.FREE_TEXT, ("avis consultation", "reponse", "sens de l avis"), 60),
)
CONSTRAINT_FIELDS = (
    NUMBER,
    Field("contrainte_id", "Identifiant de la contrainte", FieldKind.REFERENCE, ("contrainte", "id contrainte"), 60),
    Field(
        "type",
        "Type",
        FieldKind.CODE,
        ("nature", "type contrainte"),
        12,
        required=True,
        values=vocabulary.TYPES_CONTRAINTE,
        synonyms={"plu": "ZONAGE", "zone": "ZONAGE", "sup": "SERVITUDE"},
    ),
    Field("code", "Code", FieldKind.TEXT, ("code contrainte",), 20),
    Field("sous_code", "Sous-code", FieldKind.TEXT, (), 20),
    Field("groupe", "Groupe", FieldKind.FREE_TEXT, (), 100),
    Field("sous_groupe", "Sous-groupe", FieldKind.FREE_TEXT, ("sousgroupe",), 100),
    Field("libelle", "Libellé", FieldKind.FREE_TEXT, ("libelle contrainte",), 255, required=True),
    Field("texte", "Texte", FieldKind.FREE_TEXT, ("texte complete", "texte contrainte"), 20000),
    Field("ordre", "Ordre", FieldKind.INTEGER, ("no ordre",)),
    Field("surface_m2", "Surface (m²)", FieldKind.REAL, ("surface", "surface m2")),
    Field("pct", "Part (%)", FieldKind.REAL, ("part", "pourcentage")),
    Field("longueur_m", "Longueur (m)", FieldKind.REAL, ("longueur",)),
    Field(
        "statut",
        "Retenue ou non",
        FieldKind.CODE,
        (),
        8,
        values=vocabulary.STATUTS_CONTRAINTE,
        synonyms={"oui": "RETENUE", "non": "EXCLUE"},
    ),
    Field("date", "Date", FieldKind.DATE, ("date contrainte", "recuperee le")),
    Field("idurba", "Document d'urbanisme", FieldKind.REFERENCE, ("document",), 40),
)
