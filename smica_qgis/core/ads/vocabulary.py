"""The words of permits (ADS): states of a dossier and their labels, whatever software they come from."""

from __future__ import annotations

ETATS = {
    "DEP": "Déposé",
    "INC": "Incomplet, pièces demandées",
    "INS": "En instruction",
    "DEC_FAV": "Accordé",
    "DEC_FAVP": "Accordé avec prescriptions",
    "DEC_DEF": "Refusé",
    "SURS": "Sursis à statuer",
    "TACITE": "Accord tacite",
    "REJ": "Rejeté",
    "RETR": "Retiré",
    "ANN": "Annulé ou abandonné",
    "OUV": "Travaux ouverts",
    "ACH": "Travaux achevés",
    "PER": "Périmé",
    "CADUC": "Caduc",
}
OPEN_STATES = frozenset({"DEP", "INC", "INS"})
"""The authority has still to decide."""
GRANTED_STATES = frozenset({"DEC_FAV", "DEC_FAVP", "TACITE"})
"""Granted, works not opened yet."""
SOURCES = {
    "OPENADS": "openADS",
    "PLATAU": "Plat'AU",
    "SITADEL": "SITADEL",
    "SAISIE": "Saisie",
    "CSV": "Tableau",
}
DEMANDEURS = {"PM": "Personne morale", "PP": "Personne physique", "COLL": "Collectivité"}
TYPES_CU = {"a": "a (information)", "b": "b (opérationnel)"}
ROLES_PARCELLE = {"ASSISE": "Assise du projet", "RIVERAINE": "Riveraine"}
TYPES_CONTRAINTE = {
    "ZONAGE": "Zonage",
    "PRESCRIPTION": "Prescription",
    "INFORMATION": "Information",
    "SERVITUDE": "Servitude",
}
STATUTS_CONTRAINTE = {"RETENUE": "Retenue", "LIMITE": "À vérifier (limite)", "EXCLUE": "Exclue"}
STATUTS_DELAI = {
    "DEPASSE": "Délai dépassé sans décision connue",
    "PROCHE": "Délai proche",
    "EN_COURS": "En cours",
    "SUSPENDU": "Délai non ouvert : dossier incomplet",
    "SANS_DELAI": "Délai inconnu",
    "DECIDE": "Décidé",
}
STATUTS_VALIDITE = {
    "DEPASSE": "Validité dépassée sans ouverture de chantier connue",
    "PROCHE": "Fin de validité proche",
    "EN_COURS": "Valable",
}
ECHEANCES = {"INSTRUCTION": "Fin du délai d'instruction", "VALIDITE": "Fin de validité"}
LISTED_STATUSES = ("DEPASSE", "PROCHE", "SANS_DELAI", "SUSPENDU")
"""Those that the list of deadlines shows unless told otherwise."""
SOON_DAYS = 10
"""Days before a deadline from which it is near."""
