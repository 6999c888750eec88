"""The certificate of a decision: what was checked, by which rules, on which files, and what was decided.

A JSON document, sealed by the SHA-256 of its canonical text. The seal alone says that nothing was altered by mistake or
by someone who did not recompute it; that the decision was really taken is said by the register of the store.
"""

from __future__ import annotations

import enum
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from smica_qgis.core.errors import SmicaError

FORMAT = "smica-certificate-1"
_SEAL = "seal"


class CertificateError(SmicaError):
    """A text that is no certificate."""


@dataclass(frozen=True)
class Certificate:
    """All that a decision is founded on; JSON types only, no name of a private person but the signatory's.

    procedure: identifier, territory, document, kind, consultancy; manifest_sha256, files: of the delivery and how many;
    content_sha256: of the document's tables, which what is published must equal; rule_set_sha256, model_sha256,
    versions: by what it was checked; counts: findings by family and level; exceptions: key, code, message, reason,
    author, at; still_there, new: how many findings against the round before; checklist: question, answer, note, by;
    signatory, signed_at (ISO 8601, UTC), reason: of the decision.
    """

    procedure: Mapping[str, str]
    round_number: int
    delivery: str
    manifest_sha256: str
    files: int
    content_sha256: str
    standard: str
    model_sha256: str
    rule_set_sha256: str
    versions: Mapping[str, str]
    verdict: str
    counts: Mapping[str, Mapping[str, int]]
    decision: str
    signatory: str
    signed_at: str
    reason: str = ""
    still_there: int = 0
    new: int = 0
    exceptions: Sequence[Mapping[str, str]] = field(default_factory=tuple)
    checklist: Sequence[Mapping[str, str]] = field(default_factory=tuple)


class CertificateState(enum.Enum):
    """What a verification found, the worst first."""

    ALTERED = "altered"
    OTHER_DELIVERY = "other_delivery"
    UNALTERED = "unaltered"
    REGISTERED = "registered"


STATE_SENTENCES = {
    CertificateState.ALTERED: "Le certificat a été modifié depuis sa signature.",
    CertificateState.OTHER_DELIVERY: "Le certificat est intact, mais il porte sur une autre livraison.",
    CertificateState.UNALTERED: "Le certificat est intact, mais la base commune ne le connaît pas.",
    CertificateState.REGISTERED: "Le certificat est intact et inscrit au registre de la base commune.",
}


def certificate_text(certificate: Certificate) -> str:
    """The certificate as JSON, with its seal: the same text for the same certificate."""
    body = {"format": FORMAT, **asdict(certificate)}
    return json.dumps({**body, _SEAL: seal_of(body)}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def seal_of(body: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical text of a certificate without its seal."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class ReadCertificate:
    """A certificate as found. intact: whether its seal is that of its content; seal: what names it in the register."""

    certificate: Certificate
    seal: str
    intact: bool


def read_certificate(text: str) -> ReadCertificate:
    """Read a certificate, altered or not. Raises CertificateError for a text that is none.

    intact also asks that the text be the one that `certificate_text` writes: one byte changed anywhere shows.
    """
    try:
        given = json.loads(text)
    except ValueError as error:
        raise CertificateError("Ce fichier n'est pas un certificat : ce n'est pas du JSON.", str(error)) from error
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise CertificateError("Ce fichier n'est pas un certificat de contrôle.")
    body = {name: value for name, value in given.items() if name != _SEAL}
    names = {one.name for one in fields(Certificate)}
    if set(body) - {"format"} != names:
        raise CertificateError("Ce certificat est incomplet, ou d'une autre version du plugin.")
    certificate = Certificate(**{name: body[name] for name in names})
    seal = str(given.get(_SEAL, ""))
    intact = seal == seal_of(body) and text.replace("\r\n", "\n") == certificate_text(certificate)
    return ReadCertificate(certificate, seal, intact)


def certificate_state(read: ReadCertificate, manifest_sha256: str, *, registered: bool) -> CertificateState:
    """What to say of a certificate. manifest_sha256: of the delivery shown with it, empty when none is."""
    if not read.intact:
        return CertificateState.ALTERED
    if manifest_sha256 and manifest_sha256 != read.certificate.manifest_sha256:
        return CertificateState.OTHER_DELIVERY
    return CertificateState.REGISTERED if registered else CertificateState.UNALTERED


@dataclass(frozen=True)
class RegisterEntry:
    """One line of the register of decisions; each holds the hash of the one before, so that none is slipped in."""

    seal: str
    signatory: str
    at: str
    previous: str
    sha256: str


def next_entry(seal: str, signatory: str, at: str, previous: str) -> RegisterEntry:
    """The entry that follows one. previous: `sha256` of the last entry, empty for the first."""
    digest = hashlib.sha256(f"{previous}\n{seal}\n{signatory}\n{at}".encode()).hexdigest()
    return RegisterEntry(seal, signatory, at, previous, digest)


def is_registered(entries: Sequence[RegisterEntry], seal: str) -> bool:
    """Whether a certificate is in the register, before anything that was changed there by hand. entries: in order."""
    broken = broken_entry(entries)
    sound = entries if broken is None else entries[: list(entries).index(broken)]
    return any(entry.seal == seal for entry in sound)


def broken_entry(entries: Sequence[RegisterEntry]) -> RegisterEntry | None:
    """The first entry that does not follow the one before it, None when the register is whole. entries: in order."""
    previous = ""
    for entry in entries:
        if entry != next_entry(entry.seal, entry.signatory, entry.at, previous):
            return entry
        previous = entry.sha256
    return None
