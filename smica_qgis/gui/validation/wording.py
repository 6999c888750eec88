"""The words of the dock for families, levels, verdicts and counts. Looked up when shown, never at import."""

from __future__ import annotations

from collections.abc import Mapping

from smica_qgis.core.validation.finding import Family, Level, Verdict
from smica_qgis.core.validation.report import Report
from smica_qgis.gui.validation.findings_index import PlaceState
from smica_qgis.host.translation import number, plural, tr

SHOWN_LEVELS = (Level.ERROR, Level.WARNING, Level.INFO)
_COMPACT_FROM = 100_000


def family_name(family: Family) -> str:
    """Short name of a family."""
    return {
        Family.OFFICIAL: tr("Official"),
        Family.STANDARD: tr("Standard"),
        Family.LOCAL: tr("Local"),
    }[family]


def family_meaning(family: Family) -> str:
    """What a family is, in one sentence."""
    return {
        Family.OFFICIAL: tr(
            "The checks of the Géoportail de l'urbanisme: same codes, same verdict. "
            "One error here and the delivery is refused."
        ),
        Family.STANDARD: tr(
            "Rules written in the CNIG standard that the Géoportail does not check. "
            "They do not block the upload, but the document does not follow its standard."
        ),
        Family.LOCAL: tr("Rules of the department and of the syndicate, from the rule profile."),
    }[family]


def level_word(level: Level) -> str:
    """Name of a level."""
    return {
        Level.FATAL: tr("Fatal error"),
        Level.ERROR: tr("Error"),
        Level.WARNING: tr("Warning"),
        Level.INFO: tr("Information"),
    }[level]


def counted(count: int, level: Level) -> str:
    """Give "23 errors", "1 warning"…; a fatal error is counted with the errors."""
    if level is Level.WARNING:
        text = plural(count, tr("{count} warning"), tr("{count} warnings"))
    elif level is Level.INFO:
        text = plural(count, tr("{count} piece of information"), tr("{count} pieces of information"))
    else:
        text = plural(count, tr("{count} error"), tr("{count} errors"))
    return text.format(count=number(count))


def grouped(counts: Mapping[Level, int]) -> dict[Level, int]:
    """Errors (fatal ones included), warnings and information, in that order."""
    return {
        Level.ERROR: counts.get(Level.ERROR, 0) + counts.get(Level.FATAL, 0),
        Level.WARNING: counts.get(Level.WARNING, 0),
        Level.INFO: counts.get(Level.INFO, 0),
    }


def counts_sentence(counts: Mapping[Level, int]) -> str:
    """Give "18 errors, 2 warnings": what the icons say, for tooltips and screen readers."""
    parts = [counted(n, level) for level, n in grouped(counts).items() if n]
    return ", ".join(parts) if parts else tr("no finding")


def changes(*, new: int, fixed: int) -> str:
    """Give "2 fixed findings, 1 new finding": what became of them since the run before."""
    if not new and not fixed:
        return tr("nothing has changed")
    gone = plural(fixed, tr("{count} fixed finding"), tr("{count} fixed findings"))
    come = plural(new, tr("{count} new finding"), tr("{count} new findings"))
    parts = [text.format(count=number(count)) for count, text in ((fixed, gone), (new, come)) if count]
    return ", ".join(parts)


def state_word(state: PlaceState) -> str:
    """Name of the state of a place."""
    return {
        PlaceState.PRESENT: tr("to be mended"),
        PlaceState.NEW: tr("new"),
        PlaceState.FIXED: tr("fixed"),
        PlaceState.EXCEPTION: tr("exception"),
        PlaceState.QUESTION: tr("question"),
    }[state]


def compact(count: int) -> str:
    """The count, in thousands when it is too long for a chip: its tooltip has it whole."""
    return tr("{count} k", count=number(count // 1000)) if count >= _COMPACT_FROM else number(count)


def family_was_run(report: Report, family: Family) -> bool:
    """Whether the family was asked for; a header that names none ran them all."""
    return not report.header.families or family.value in report.header.families


def verdict_text(report: Report) -> str:
    """The verdict, never more than the official family allows to say."""
    errors = report.official(Level.FATAL, Level.ERROR)
    if report.verdict is Verdict.UNREADABLE:
        return tr("Unreadable delivery")
    if report.verdict is Verdict.INVALID:
        return tr("Refused by the Géoportail: {errors}", errors=counted(errors, Level.ERROR))
    if not family_was_run(report, Family.OFFICIAL):
        return tr("The checks of the Géoportail were not asked for")
    if report.header.partial:
        return tr("Stopped: no error of the Géoportail so far")
    return tr("Acceptable to the Géoportail")


def standard_title(name: str) -> str:
    """A model's name as people say it: cnig_PLU_2017 is CNIG PLU 2017."""
    return name.replace("cnig_", "CNIG ").replace("_", " ")
