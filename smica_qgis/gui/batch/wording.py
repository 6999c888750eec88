"""The words of the batch: verdicts, durations, totals. Looked up when shown, never at import."""

from __future__ import annotations

from smica_qgis.gui.batch.batch_rows import State
from smica_qgis.host.translation import number, plural, tr

MINUTE, HOUR = 60, 3600


def state_name(state: State) -> str:
    """What the chip of a row says."""
    return {
        State.FAILED: tr("Not done"),
        State.UNREADABLE: tr("Unreadable"),
        State.INVALID: tr("Refused"),
        State.VALID: tr("Acceptable"),
        State.UNASKED: tr("Without verdict"),
        State.WAITING: tr("To come"),
    }[state]


def state_meaning(state: State) -> str:
    """What it means, in one sentence."""
    return {
        State.FAILED: tr("The validation did not go to its end; the message says why."),
        State.UNREADABLE: tr("Nothing could be opened; the report says what was found."),
        State.INVALID: tr("The Géoportail would refuse it."),
        State.VALID: tr("The Géoportail would accept it."),
        State.UNASKED: tr("The checks of the Géoportail were not asked for"),
        State.WAITING: tr("It was not validated yet."),
    }[state]


def counted_state(state: State, count: int) -> str:
    """Give "12 acceptable deliveries", or "1 refused delivery"."""
    text = {
        State.FAILED: plural(count, tr("{count} delivery not done"), tr("{count} deliveries not done")),
        State.UNREADABLE: plural(count, tr("{count} unreadable delivery"), tr("{count} unreadable deliveries")),
        State.INVALID: plural(count, tr("{count} refused delivery"), tr("{count} refused deliveries")),
        State.VALID: plural(count, tr("{count} acceptable delivery"), tr("{count} acceptable deliveries")),
        State.UNASKED: plural(count, tr("{count} delivery without verdict"), tr("{count} deliveries without verdict")),
        State.WAITING: plural(count, tr("{count} delivery to come"), tr("{count} deliveries to come")),
    }[state]
    return text.format(count=number(count))


def counted_deliveries(count: int) -> str:
    """Give "1 delivery", "200 deliveries"."""
    return plural(count, tr("{count} delivery"), tr("{count} deliveries")).format(count=number(count))


def duration(seconds: float) -> str:
    """Give "45 s", "3 min 05 s", "1 h 02 min"."""
    whole = int(seconds)
    if whole < MINUTE:
        return tr("{seconds} s", seconds=whole)
    if whole < HOUR:
        return tr("{minutes} min {seconds:02} s", minutes=whole // MINUTE, seconds=whole % MINUTE)
    return tr("{hours} h {minutes:02} min", hours=whole // HOUR, minutes=whole % HOUR // MINUTE)
