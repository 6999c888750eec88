"""What no machine sees and a person looks at before deciding: a list that is data, answered round by round."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.json_place import json_place
from smica_qgis.core.workflow.vocabulary import Answer

_ITEM_MEMBERS = {"code", "theme", "question", "help", "blocking"}


@dataclass(frozen=True)
class ChecklistItem:
    """One thing to look at. question: French, yes means good; blocking: whether a no, or silence, forbids to accept."""

    code: str
    theme: str
    question: str
    help: str = ""
    blocking: bool = False


@dataclass(frozen=True)
class ChecklistAnswer:
    """What someone saw. place: WKT in the CRS of the document, empty for the whole; at: ISO 8601, UTC."""

    code: str
    answer: Answer
    note: str
    by: str
    at: str
    place: str = ""


def read_checklist(text: str) -> tuple[ChecklistItem, ...]:
    """Read a checklist: a JSON array of items. Raises InvalidParameterError, which names what is wrong."""
    try:
        given = json.loads(text)
    except ValueError as error:
        message = f"La liste de points à vérifier n'est pas du JSON ({json_place(error)})."
        raise InvalidParameterError(message) from error
    if not isinstance(given, list):
        raise InvalidParameterError("La liste de points à vérifier doit être un tableau JSON.")
    items = tuple(_item(place, one) for place, one in enumerate(given, 1))
    codes = [item.code for item in items]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise InvalidParameterError(f"La liste de points à vérifier donne deux fois : {', '.join(twice)}.")
    return items


def _item(place: int, given: object) -> ChecklistItem:
    where = f"Point {place} de la liste à vérifier"
    if not isinstance(given, dict):
        raise InvalidParameterError(f"{where} : un objet JSON est attendu.")
    unknown = sorted(set(given) - _ITEM_MEMBERS)
    if unknown:
        raise InvalidParameterError(f"{where} : membre inconnu « {unknown[0]} ».")
    texts = {name: given.get(name, "") for name in ("code", "theme", "question", "help")}
    for name, value in texts.items():
        if not isinstance(value, str) or (not value.strip() and name != "help"):
            raise InvalidParameterError(f"{where} : « {name} » doit être un texte rempli.")
    blocking = given.get("blocking", False)
    if not isinstance(blocking, bool):
        raise InvalidParameterError(f"{where} : « blocking » doit être true ou false.")
    return ChecklistItem(**texts, blocking=blocking)


def unanswered(items: Sequence[ChecklistItem], answers: Iterable[ChecklistAnswer]) -> list[ChecklistItem]:
    """Blocking items that forbid to accept: without an answer, or answered no."""
    said = {answer.code: answer.answer for answer in answers}
    return [item for item in items if item.blocking and said.get(item.code) in (None, Answer.NO)]
