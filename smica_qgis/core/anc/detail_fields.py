"""What an import looks for in the tables under an installation: its components, the works asked for."""

from __future__ import annotations

from smica_qgis.core.anc import vocabulary
from smica_qgis.core.anc.fields import COMPOSANT_SYNONYMS, KEY
from smica_qgis.core.field_mapping.fields import Field, FieldKind
from smica_qgis.core.shared_layers import DETAIL_TABLES

COMPONENT, WORKS = DETAIL_TABLES[:2]
COMPONENT_FIELDS = (
    *KEY,
    Field("ordre", "Ordre", FieldKind.INTEGER, ("rang", "position")),
    Field(
        "type_code",
        "Type d'ouvrage",
        FieldKind.CODE,
        ("type", "ouvrage", "type ouvrage", "type d ouvrage", "equipement", "dispositif", "filiere"),
        3,
        required=True,
        values=vocabulary.TYPES_COMPOSANT,
        synonyms=COMPOSANT_SYNONYMS,
    ),
    Field(
        "famille",
        "Famille",
        FieldKind.CODE,
        ("famille ouvrage",),
        8,
        values=vocabulary.FAMILLES_COMPOSANT,
        synonyms={"pretraitement": "PRETRAIT", "traitement": "TRAIT", "evacuation": "REJET"},
    ),
    Field("volume_l", "Volume (l)", FieldKind.REAL, ("volume", "volume litres", "capacite")),
    Field("eh", "Équivalents-habitants", FieldKind.REAL, ("eh ouvrage", "capacite eh")),
    Field("annee_pose", "Année de pose", FieldKind.INTEGER, ("annee", "annee de pose", "pose")),
    Field("agrement_no", "Numéro d'agrément", FieldKind.REFERENCE, ("agrement", "n agrement", "numero agrement"), 40),
)
WORKS_FIELDS = (
    *KEY,
    Field(
        "date_notif",
        "Date de notification",
        FieldKind.DATE,
        ("date notification", "notification", "notifie le"),
        required=True,
    ),
    Field("date_fin", "Fin des travaux", FieldKind.DATE, ("date fin", "fin", "travaux faits le")),
    Field(
        "statut",
        "État des travaux",
        FieldKind.CODE,
        ("etat", "etat travaux"),
        8,
        values=vocabulary.STATUTS_TRAVAUX,
        synonyms={"notifie": "NOTIF", "en demeure": "DEMEURE", "fait": "FAIT", "termine": "FAIT", "solde": "CLOS"},
    ),
)
