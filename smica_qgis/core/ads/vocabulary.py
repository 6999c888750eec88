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
