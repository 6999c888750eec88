"""A procedure is opened: the making or the change of one document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.workflow.procedure import Procedure
from smica_qgis.core.workflow.roles import Actor, Role
from smica_qgis.core.workflow.vocabulary import ProcedureKind
from smica_qgis.database.store import Store
from smica_qgis.operations.instruction.procedures import add_procedure


@dataclass(frozen=True)
class ProcedureRequest:
    """What is opened. document: name of the folder expected; identifier: empty = made of the document and the kind.

    standard: name of a model, empty = detected at each round; deadline: ISO date, empty for none.
    """

    document: str
    kind: ProcedureKind = ProcedureKind.ELABORATION
    identifier: str = ""
    consultancy: str = ""
    standard: str = ""
    deadline: str = ""


def open_procedure(store: Store, request: ProcedureRequest, actor: Actor, at: str) -> Procedure:
    """Open a procedure. at: ISO 8601, UTC. Raises InvalidParameterError, ForbiddenMoveError, StoreError."""
    actor.must_be(Role.TECHNICIAN, "ouvrir une procédure")
    name = parse_document_name(request.document)
    if name is None:
        raise InvalidParameterError(
            f"« {request.document} » n'est pas le nom d'un document d'urbanisme (comme 12202_PLU_20260301)."
        )
    if request.standard and request.standard.lower() not in {one.lower() for one in bundled_registry().names()}:
        raise InvalidParameterError(f"Le standard « {request.standard} » n'est pas connu.")
    if request.deadline:
        _check_day(request.deadline)
    procedure = Procedure(
        request.identifier or f"{request.document}_{request.kind.value}",
        name.territory or name.manager,
        request.document,
        request.kind,
        request.consultancy,
        request.standard,
        at,
        request.deadline,
    )
    add_procedure(store, procedure, actor, at)
    return procedure


def _check_day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise InvalidParameterError(f"L'échéance « {text} » n'est pas une date (AAAA-MM-JJ).") from error
