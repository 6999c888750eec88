"""The decision on a round: what forbids to accept it, then the move, the certificate, its entry in the register.

One decision a round, even when two officers decide at once: the second is told that the first was faster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.stored_dates import stored_instant
from smica_qgis.core.validation.finding import Family, Finding, Level
from smica_qgis.core.workflow.certificate import (
    Certificate,
    RegisterEntry,
    certificate_text,
    next_entry,
    read_certificate,
)
from smica_qgis.core.workflow.checklist import ChecklistItem, unanswered
from smica_qgis.core.workflow.finding_states import FindingState, JustifiedException, Message, state_of
from smica_qgis.core.workflow.procedure import Procedure
from smica_qgis.core.workflow.roles import Actor, ForbiddenMoveError
from smica_qgis.core.workflow.round_comparison import Fate
from smica_qgis.core.workflow.vocabulary import ANSWER_TITLES, Decision, RoundState
from smica_qgis.database.store import Store, StoreError
from smica_qgis.operations.compare_rounds import compare_rounds
from smica_qgis.operations.instruction.kept_rounds import (
    KeptRound,
    answers_of,
    content_sha256,
    exceptions_of,
    kept_round,
    messages_of,
)
from smica_qgis.operations.instruction.procedures import (
    StoredRound,
    make_move,
    manifest_of,
    the_procedure,
    the_round,
)

_STATES = {Decision.ACCEPTED: RoundState.ACCEPTED, Decision.SENT_BACK: RoundState.SENT_BACK}
_OF_FAMILY = {Family.OFFICIAL: "du contrôle du Géoportail", Family.STANDARD: "du standard", Family.LOCAL: "local"}
_ATTEMPTS = 5


@dataclass(frozen=True)
class DecisionRequest:
    """What is decided. number: 0 = the last round; signatory: who signs, as the certificate names them."""

    procedure: str
    decision: Decision
    signatory: str
    reason: str = ""
    number: int = 0


@dataclass(frozen=True)
class RoundFile:
    """All that a decision is founded on. states: of each finding of the round, in its order."""

    procedure: Procedure
    kept: KeptRound
    states: Sequence[FindingState]
    exceptions: Sequence[JustifiedException]
    messages: Sequence[Message]
    checklist: Sequence[ChecklistItem]

    @property
    def to_mend(self) -> list[Finding]:
        """Findings that block: an error of any family that is not excepted."""
        pairs = zip(self.kept.report.findings, self.states)
        return [one for one, state in pairs if one.level.blocks and state is not FindingState.EXCEPTION]


def round_file(store: Store, procedure: str, checklist: Sequence[ChecklistItem], number: int = 0) -> RoundFile:
    """Gather what there is of a round. Raises InvalidParameterError, SmicaError."""
    kept = kept_round(store, the_round(store, procedure, number))
    exceptions, messages = exceptions_of(store, procedure), messages_of(store, procedure)
    states = [state_of(finding.key, exceptions, messages) for finding in kept.report.findings]
    return RoundFile(the_procedure(store, procedure), kept, states, exceptions, messages, checklist)


def what_blocks(store: Store, file: RoundFile) -> list[str]:
    """What forbids to accept a round, in French; empty when nothing does."""
    by_family = Counter(finding.family for finding in file.to_mend)
    said = [
        f"{by_family[family]} constat(s) bloquant(s) {_OF_FAMILY[family]} à corriger, ou à justifier."
        for family in Family
        if by_family[family]
    ]
    answers = answers_of(store, file.kept.stored)
    said += [f"À vérifier à l'œil : {item.question}" for item in unanswered(file.checklist, answers)]
    if not content_sha256(store, file.kept.stored):
        said.append("Les tables de la livraison n'ont pas pu être lues entièrement.")
    return said


def decide_round(
    store: Store, request: DecisionRequest, actor: Actor, at: str, checklist: Sequence[ChecklistItem]
) -> Certificate:
    """Decide, sign and register. at: ISO 8601, UTC.

    Raises ForbiddenMoveError when something blocks, or it is not theirs to decide; ConflictError when somebody else
    decided first; InvalidParameterError, StoreError.
    """
    if not request.signatory.strip():
        raise InvalidParameterError("Une décision a un signataire : dites qui signe.")
    file = round_file(store, request.procedure, checklist, request.number)
    if request.decision is Decision.ACCEPTED:
        blocks = what_blocks(store, file)
        if blocks:
            number = file.kept.stored.round.number
            raise ForbiddenMoveError(f"Le tour {number} ne peut pas être accepté : " + " ".join(blocks))
    certificate = _certificate(store, request, file, at)
    for attempt in range(_ATTEMPTS):
        before = last_entry(store)
        try:
            _write(store, request, file.kept.stored, (certificate, actor, at), before)
        except ForbiddenMoveError:
            raise
        except StoreError:
            # someone registered another decision meanwhile: this one follows it; any other trouble is told
            if attempt == _ATTEMPTS - 1 or last_entry(store) == before:
                raise
        else:
            return certificate
    raise StoreError(f"Le registre de {store.name} est trop occupé : recommencez dans un instant.")


def _write(
    store: Store,
    request: DecisionRequest,
    stored: StoredRound,
    signed: tuple[Certificate, Actor, str],
    before: RegisterEntry | None,
) -> None:
    certificate, actor, at = signed
    text = certificate_text(certificate)
    entry = next_entry(read_certificate(text).seal, certificate.signatory, at, before.sha256 if before else "")
    with store.transaction():
        make_move(store, stored, _STATES[request.decision], actor, at, request.reason)
        store.insert_one(
            "inst_certificat",
            {
                "tour_id": stored.fid,
                "sceau": entry.seal,
                "texte": text,
                "signataire": entry.signatory,
                "le": at,
                "precedent": entry.previous,
                "empreinte": entry.sha256,
            },
        )


def register(store: Store) -> list[RegisterEntry]:
    """The register of the decisions, in order."""
    rows = store.rows("SELECT sceau, signataire, le, precedent, empreinte FROM inst_certificat ORDER BY fid")
    return [RegisterEntry(str(s), str(who), stored_instant(at), str(p), str(h)) for s, who, at, p, h in rows]


def last_entry(store: Store) -> RegisterEntry | None:
    """The last decision of the register."""
    entries = register(store)
    return entries[-1] if entries else None


def certificate_of(store: Store, stored: StoredRound) -> str:
    """The text of a round's certificate. Raises SmicaError when it has none yet."""
    row = next(store.rows("SELECT texte FROM inst_certificat WHERE tour_id = :tour", {"tour": stored.fid}), None)
    if row is None:
        raise SmicaError(f"Le tour {stored.round.number} de « {stored.procedure} » n'a pas encore de décision.")
    return str(row[0])


def _certificate(store: Store, request: DecisionRequest, file: RoundFile, at: str) -> Certificate:
    stored, report = file.kept.stored, file.kept.report
    rules = file.kept.checked.rules
    still, new = _against_before(store, request.procedure, stored)
    return Certificate(
        procedure={
            "identifier": file.procedure.identifier,
            "territory": file.procedure.territory,
            "document": file.procedure.document,
            "kind": file.procedure.kind.value,
            "consultancy": file.procedure.consultancy,
        },
        round_number=stored.round.number,
        delivery=stored.round.delivery,
        manifest_sha256=stored.round.manifest.sha256,
        files=len(manifest_of(store, stored).files),
        content_sha256=content_sha256(store, stored),
        standard=rules.standard,
        model_sha256=rules.model_sha256,
        rule_set_sha256=rules.sha256,
        versions=dict(report.header.versions),
        verdict=report.verdict.value,
        counts=report.counts,
        decision=request.decision.value,
        signatory=request.signatory,
        signed_at=at,
        reason=request.reason.strip(),
        still_there=still,
        new=new,
        exceptions=_excepted(file),
        checklist=_seen(store, file),
    )


def _excepted(file: RoundFile) -> list[dict[str, str]]:
    """The exceptions that the findings of this round need."""
    report = file.kept.report
    findings = {finding.key: finding for finding in report.findings}
    return [
        {
            "key": one.key,
            "code": findings[one.key].code,
            "message": report.catalogue.message(findings[one.key]),
            "reason": one.reason,
            "author": one.author,
            "at": one.at,
        }
        for one in file.exceptions
        if one.key in findings
    ]


def _seen(store: Store, file: RoundFile) -> list[dict[str, str]]:
    """What was seen by eye, with the questions as they were asked."""
    questions = {item.code: item.question for item in file.checklist}
    return [
        {
            "question": questions.get(one.code, one.code),
            "answer": ANSWER_TITLES[one.answer],
            "note": one.note,
            "by": one.by,
        }
        for one in answers_of(store, file.kept.stored)
    ]


def _against_before(store: Store, procedure: str, stored: StoredRound) -> tuple[int, int]:
    """How many findings are still there and how many are new, against the round before; all are new in the first."""
    if stored.round.number == 1:
        sql = "SELECT count(*) FROM inst_constat WHERE tour_id = :tour AND niveau <> :info"
        return 0, int(next(store.rows(sql, {"tour": stored.fid, "info": Level.INFO.value}))[0])
    compared = compare_rounds(store, procedure, (stored.round.number - 1, stored.round.number)).findings
    told = Counter(one.fate for one in compared if one.finding.level is not Level.INFO)
    return told[Fate.STILL], told[Fate.NEW]
