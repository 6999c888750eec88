"""What a person may not do is shown, disabled, with the reason where the pointer asks for it."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from smica_qgis.core.workflow.roles import Actor, ForbiddenMoveError, Role
from smica_qgis.gui.validation.place_text import rich_tooltip

_TIP = "smicaOwnTip"


def refusal(actor: Actor, role: Role, what: str) -> str:
    """Why this person may not do something; empty when they may. what: French infinitive."""
    try:
        actor.must_be(role, what)
    except ForbiddenMoveError as error:
        return error.message
    return ""


def allow(widget: QWidget, why_not: str) -> None:
    """Enable a button, or disable it and say why in its tooltip, that it has back once it is enabled again."""
    own = widget.property(_TIP)
    if own is None:
        own = widget.toolTip()
        widget.setProperty(_TIP, own)
    widget.setEnabled(not why_not)
    widget.setToolTip(rich_tooltip(why_not) if why_not else str(own))
