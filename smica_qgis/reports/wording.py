"""The French words for verdict, families and levels: the same in every format of report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smica_qgis.core.validation.finding import Family, Level, Verdict

if TYPE_CHECKING:
    from smica_qgis.core.validation.report import Report, ReportHeader

LEVEL_WORDS = {
    Level.FATAL: ("erreur fatale", "erreurs fatales"),
    Level.ERROR: ("erreur", "erreurs"),
    Level.WARNING: ("avertissement", "avertissements"),
    Level.INFO: ("information", "informations"),
}
FAMILY_WORDS = {Family.OFFICIAL: "officiel", Family.STANDARD: "standard", Family.LOCAL: "local"}
FAMILY_TITLES = {
    Family.OFFICIAL: "Officiel : contrôle du Géoportail",
    Family.STANDARD: "Standard : texte du CNIG",
    Family.LOCAL: "Local : règles du département et du syndicat",
}
FAMILY_NOTES = {
    Family.OFFICIAL: "Ce que contrôle le Géoportail de l’urbanisme : une erreur, et il refuse la livraison.",
    Family.STANDARD: "Ce que le standard du CNIG demande et que le Géoportail ne contrôle pas.",
    Family.LOCAL: "Ce que demandent en plus le département et le syndicat, selon le profil de règles.",
}


def number(value: int) -> str:
    """A whole number as French typography wants it: thousands apart by a narrow no-break space."""
    return f"{value:,}".replace(",", "\u202f")


def counted(value: int, level: Level) -> str:
    """So many errors, warnings…: "1 erreur", "23 erreurs", "0 avertissement"."""
    singular, plural = LEVEL_WORDS[level]
    return f"{number(value)} {plural if value > 1 else singular}"


def was_run(header: ReportHeader, family: Family) -> bool:
    """Whether the family was asked for; a header that names none ran them all."""
    return not header.families or family.value in header.families


def verdict_sentence(report: Report) -> str:
    """The verdict in the words of the screens; never more than the official family allows to say."""
    errors = report.official(Level.FATAL, Level.ERROR)
    if report.verdict is Verdict.UNREADABLE:
        return "Illisible"
    if report.verdict is Verdict.INVALID:
        return f"Refusée par le Géoportail : {counted(errors, Level.ERROR)}"
    if not was_run(report.header, Family.OFFICIAL):
        return "Contrôle du Géoportail non demandé"
    if report.header.partial:
        return "Contrôle interrompu : aucune erreur du Géoportail jusque-là"
    return "Recevable par le Géoportail"
