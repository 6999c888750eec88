"""Who may do what with a delivery: the member reads, the technician receives and checks, the DDT's officer decides."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from smica_qgis.core.errors import SmicaError


class ForbiddenMoveError(SmicaError):
    """A move that the state of the round, or the role of the person, does not allow."""


class Role(enum.Enum):
    """What a person is to the store. A consultancy checks its work beforehand, without account nor store."""

    MEMBER = "member"
    CONSULTANCY = "consultancy"
    TECHNICIAN = "technician"
    OFFICER = "officer"


ROLE_TITLES = {
    Role.MEMBER: "membre",
    Role.CONSULTANCY: "bureau d'études",
    Role.TECHNICIAN: "technicien du syndicat",
    Role.OFFICER: "agent de la DDT",
}


@dataclass(frozen=True)
class Actor:
    """Someone who acts. name: of the account or the service, as the audit keeps it; roles: all that they hold."""

    name: str
    roles: frozenset[Role]

    def must_be(self, role: Role, what: str) -> None:
        """Raise ForbiddenMoveError unless this person holds the role. what: French infinitive, for the message."""
        if role not in self.roles:
            raise ForbiddenMoveError(f"Pour {what}, il faut être {ROLE_TITLES[role]} : {self.name} ne l'est pas.")
