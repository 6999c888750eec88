"""The words of the instruction, apart from what is done with them: QGIS' start needs them, and nothing else of it."""

from __future__ import annotations

import enum


class ProcedureKind(enum.Enum):
    """What is being done to the document, with the CNIG codes of NOMPROC (standard PLU v2024, table DOC_URBA)."""

    ELABORATION = "E"
    REVISION = "R"
    SIMPLIFIED_REVISION = "RS"
    LIGHTENED_REVISION = "RA"
    MODIFICATION = "M"
    SIMPLIFIED_MODIFICATION = "MS"
    COMPATIBILITY = "MEC"
    UPDATE = "MAJ"
    ABROGATION = "AB"


class RoundState(enum.Enum):
    """Where a round stands. A round that was sent back stays so: the next delivery is another round."""

    RECEIVED = "received"
    CHECKED = "checked"
    SENT_BACK = "sent_back"
    ACCEPTED = "accepted"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


STATE_TITLES = {
    RoundState.RECEIVED: "reçu",
    RoundState.CHECKED: "contrôlé",
    RoundState.SENT_BACK: "renvoyé",
    RoundState.ACCEPTED: "accepté",
    RoundState.PUBLISHED: "publié",
    RoundState.SUPERSEDED: "remplacé",
    RoundState.WITHDRAWN: "retiré",
}


class Answer(enum.Enum):
    """What was seen. NOT_CONCERNED counts as answered."""

    YES = "yes"
    NO = "no"
    NOT_CONCERNED = "not_concerned"


ANSWER_TITLES = {Answer.YES: "oui", Answer.NO: "non", Answer.NOT_CONCERNED: "sans objet"}


class Decision(enum.Enum):
    """What the DDT's officer decided."""

    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"
