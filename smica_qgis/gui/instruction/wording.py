"""The words and icons of the instruction. Looked up when shown, never at import."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtCore import QDate, QLocale
from qgis.PyQt.QtGui import QIcon

from smica_qgis.core.stored_dates import stored_day
from smica_qgis.core.workflow.object_comparison import ObjectFate
from smica_qgis.core.workflow.overview import AWAITED
from smica_qgis.core.workflow.round_comparison import Fate
from smica_qgis.core.workflow.vocabulary import STATE_TITLES, Answer, ProcedureKind, RoundState
from smica_qgis.gui.icons import own_icon
from smica_qgis.host.translation import language, number, plural, tr

_HECTARE = 10_000.0


def state_name(state: RoundState) -> str:
    """Name of the state of a round."""
    return {
        RoundState.RECEIVED: tr("received"),
        RoundState.CHECKED: tr("checked"),
        RoundState.SENT_BACK: tr("sent back"),
        RoundState.ACCEPTED: tr("accepted"),
        RoundState.PUBLISHED: tr("published"),
        RoundState.SUPERSEDED: tr("replaced"),
        RoundState.WITHDRAWN: tr("withdrawn"),
    }[state]


def listed_state(title: str) -> RoundState | None:
    """The state that a line of the overview tells, None while a first delivery is awaited."""
    return None if title == AWAITED else next(state for state, word in STATE_TITLES.items() if word == title)


def listed_state_name(state: RoundState | None) -> str:
    """Name of a state of the overview."""
    return tr("awaited") if state is None else state_name(state)


def round_icon(state: RoundState | None) -> QIcon:
    """Icon of the state of a round; None: a delivery is awaited."""
    return own_icon("awaited" if state is None else state.value)


def kind_name(kind: ProcedureKind) -> str:
    """Name of a kind of procedure."""
    return {
        ProcedureKind.ELABORATION: tr("Elaboration"),
        ProcedureKind.REVISION: tr("Revision"),
        ProcedureKind.SIMPLIFIED_REVISION: tr("Simplified revision"),
        ProcedureKind.LIGHTENED_REVISION: tr("Lightened revision"),
        ProcedureKind.MODIFICATION: tr("Modification"),
        ProcedureKind.SIMPLIFIED_MODIFICATION: tr("Simplified modification"),
        ProcedureKind.COMPATIBILITY: tr("Compatibility"),
        ProcedureKind.UPDATE: tr("Update"),
        ProcedureKind.ABROGATION: tr("Abrogation"),
    }[kind]


def verdict_name(verdict: str) -> str:
    """The verdict of a round's report."""
    words = {
        "valid": tr("Acceptable to the Géoportail"),
        "invalid": tr("Refused by the Géoportail"),
        "unreadable": tr("Unreadable delivery"),
    }
    return words.get(verdict, verdict)


def verdict_icon(verdict: str) -> QIcon:
    """Check mark or cross."""
    return own_icon("fixed" if verdict == "valid" else "error")


def fate_name(fate: Fate) -> str:
    """What became of findings."""
    return {
        Fate.FIXED: tr("Fixed"),
        Fate.STILL: tr("Still there"),
        Fate.NEW: tr("New"),
        Fate.RULE_NEW: tr("New: a rule changed"),
        Fate.RULE_DROPPED: tr("No longer asked: a rule changed"),
    }[fate]


def fate_icon(fate: Fate) -> QIcon:
    """Icon of what became of findings."""
    names = {Fate.FIXED: "fixed", Fate.STILL: "error", Fate.NEW: "new"}
    return own_icon(names.get(fate, "info"))


def object_fate_name(fate: ObjectFate) -> str:
    """What became of objects."""
    return {
        ObjectFate.SAME: tr("same"),
        ObjectFate.CHANGED: tr("attributes changed"),
        ObjectFate.MOVED: tr("geometry changed"),
        ObjectFate.ADDED: tr("added"),
        ObjectFate.REMOVED: tr("removed"),
    }[fate]


def answer_name(answer: Answer) -> str:
    """An answer of the checklist."""
    return {Answer.YES: tr("Yes"), Answer.NO: tr("No"), Answer.NOT_CONCERNED: tr("Not concerned")}[answer]


def answer_icon(answer: Answer | None) -> QIcon:
    """Icon of an answer; None: not answered yet."""
    names = {Answer.YES: "fixed", Answer.NO: "error", Answer.NOT_CONCERNED: "withdrawn", None: "awaited"}
    return own_icon(names[answer])


def target_name(target: str) -> str:
    """A place where documents are published."""
    words = {
        "store": tr("Shared store"),
        "archive": tr("Archive for the Géoportail"),
        "service": tr("Map service (WMS, WFS)"),
        "catalogue": tr("Catalogue of metadata"),
        "feed": tr("ATOM feed"),
        "official": tr("Counter-check by the Géoportail"),
    }
    return words.get(target, target)


def days(count: int) -> str:
    """Give "12 days"."""
    return plural(count, tr("{count} day"), tr("{count} days")).format(count=number(count))


def short_day(instant: str) -> str:
    """The day of an instant or of a date as the reader writes it: 24/11/2026; empty when there is none."""
    day: date | None = stored_day(instant)
    if day is None:
        return ""
    return str(QLocale(language()).toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat))


def area(square_metres: float) -> str:
    """An area: in hectares from one hectare on, else in square metres."""
    locale = QLocale(language())
    if square_metres >= _HECTARE:
        return f"{locale.toString(square_metres / _HECTARE, 'f', 2)} ha"
    return f"{locale.toString(square_metres, 'f', 0)} m²"
