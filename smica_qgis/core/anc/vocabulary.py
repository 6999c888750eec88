"""The words of non-collective sanitation (ANC): codes of the store and their French labels.

There is no national data standard for ANC; these are the start values of the project's own model. Sources: arrêté
of 27 April 2012 (controls and their grid, annexe II), arrêté of 7 September 2009 (treatment trains).
"""

from __future__ import annotations

from enum import Enum


class Nature(Enum):
    """Kind of control."""

    CON = "CON"
    REA = "REA"
    DIA = "DIA"
    PER = "PER"
    VEN = "VEN"
    EXC = "EXC"
    CTV = "CTV"
    REF = "REF"


class Constat(Enum):
    """What a control of an existing installation found."""

    ABS = "ABS"
    SAN1 = "SAN1"
    SAN2 = "SAN2"
    STR = "STR"
    PUI = "PUI"
    INC = "INC"
    DIM = "DIM"
    DYS = "DYS"
    ENT = "ENT"


class Classe(Enum):
    """Outcome of the grid of 2012, from the worst to the best."""

    ABS = "ABS"
    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class EtatInstallation(Enum):
    """Life of an installation."""

    ACT = "ACT"
    DESACT = "DESACT"
    RACC = "RACC"
    SUPP = "SUPP"


class Refus(Enum):
    """Whether the visit took place."""

    NON = "NON"
    ABSENT = "ABSENT"
    REFUS = "REFUS"
    REPORT = "REPORT"


NATURES = {
    "CON": "Examen préalable de la conception",
    "REA": "Vérification de l'exécution",
    "DIA": "Diagnostic initial",
    "PER": "Vérification périodique",
    "VEN": "Contrôle pour une vente",
    "EXC": "Contrôle exceptionnel",
    "CTV": "Contre-visite après travaux",
    "REF": "Absence ou refus",
}
CONSTATS = {
    "ABS": "Absence d'installation",
    "SAN1": "Contact direct ou eaux usées en surface",
    "SAN2": "Vecteurs ou nuisances d'odeur",
    "STR": "Défaut de structure ou de fermeture",
    "PUI": "À moins de 35 m en amont d'un puits d'eau potable",
    "INC": "Installation incomplète",
    "DIM": "Installation significativement sous-dimensionnée",
    "DYS": "Dysfonctionnement majeur",
    "ENT": "Défaut d'entretien ou usure",
}
CLASSES = {
    "ABS": "Absence d'installation",
    "A": "Non conforme, danger pour la santé des personnes (cas a)",
    "B": "Non conforme, risque environnemental avéré (cas b)",
    "C": "Non conforme, travaux en cas de vente (cas c)",
    "D": "Recommandations",
    "E": "Conforme, sans défaut",
}
ETATS = {
    "ACT": "En service",
    "DESACT": "Désactivée",
    "RACC": "Raccordée au réseau",
    "SUPP": "Supprimée",
}
REFUS = {"NON": "Visite faite", "ABSENT": "Absent", "REFUS": "Refus", "REPORT": "Reportée"}
AVIS = {"FAV": "Favorable", "FAVR": "Favorable avec réserves", "DEF": "Défavorable", "INC": "Dossier incomplet"}
CONFORMITES_NEUF = {"OK": "Conforme", "NOK": "Non conforme"}
TYPES_IMMEUBLE = {
    "IND": "Maison individuelle",
    "COL": "Logement collectif",
    "ERP": "Établissement recevant du public",
    "ACT": "Activité",
    "AUT": "Autre",
}
SOURCES_POSITION = {"PARCELLE": "Parcelle", "ADRESSE": "Adresse", "GPS": "Relevé", "SAISIE": "Saisie sur la carte"}
ROLES_PARCELLE = {"BATI": "Bâtiment", "ASSISE": "Installation", "EPANDAGE": "Épandage"}
FAMILLES_COMPOSANT = {
    "PRETRAIT": "Prétraitement",
    "TRAIT": "Traitement",
    "REJET": "Rejet",
    "VENTIL": "Ventilation",
    "POMPE": "Pompe",
}
TYPES_COMPOSANT = {
    "101": "Fosse toutes eaux",
    "102": "Fosse septique",
    "103": "Bac dégraisseur",
    "104": "Fosse étanche",
    "201": "Tranchées d'épandage",
    "202": "Lit d'épandage",
    "203": "Filtre à sable vertical non drainé",
    "204": "Filtre à sable vertical drainé",
    "205": "Filtre horizontal",
    "206": "Tertre d'infiltration",
    "207": "Lit à massif de zéolithe",
    "301": "Filtre compact",
    "302": "Filtre planté",
    "303": "Microstation à culture fixée",
    "304": "Microstation à culture libre",
    "305": "Microstation SBR",
    "401": "Infiltration dans le sol",
    "402": "Cours d'eau",
    "403": "Fossé",
    "404": "Réseau pluvial",
    "405": "Puits d'infiltration",
    "406": "Irrigation souterraine",
    "901": "Puisard",
    "902": "Rejet direct",
    "999": "Inconnu",
}
TYPES_ENJEU = {"SAN": "Enjeu sanitaire", "ENV": "Enjeu environnemental"}
TYPES_ZONAGE = {"COLL": "Collectif", "NONCOLL": "Non collectif", "PLUV": "Pluvial", "AUTRE": "Autre"}
STATUTS_TRAVAUX = {
    "NOTIF": "Notifiés",
    "RELANCE": "Relance",
    "DEMEURE": "Mise en demeure",
    "FAIT": "Faits",
    "CLOS": "Clos",
}
REPONSES_POINT = {"OUI": "Oui", "NON": "Non", "SO": "Sans objet", "NR": "Non relevé"}
MECHANICAL_TYPES = frozenset({"303", "304", "305"})
"""Treatment trains with moving parts, which wear sooner."""

STATUTS_ECHEANCE = {
    "A_JOUR": "À jour",
    "PROCHE": "Échéance dans moins de six mois",
    "ECHU": "Échu depuis moins d'un an",
    "ECHU_1AN": "Échu depuis un an ou plus",
    "JAMAIS": "Jamais contrôlée",
    "EXCLU": "Hors du parc à contrôler",
}
MOST_EH = 20
"""Population equivalents above which another text applies (arrêté of 21 July 2015)."""
DUE_STATUSES = ("ECHU_1AN", "ECHU", "PROCHE", "JAMAIS")
"""Of STATUTS_ECHEANCE, those that the list of controls due shows unless told otherwise."""
