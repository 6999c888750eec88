"""A procedure — the making or the change of one document — and its rounds, each a delivery frozen by a manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from smica_qgis.core.workflow.vocabulary import ProcedureKind, RoundState


@dataclass(frozen=True)
class ManifestFile:
    """One file of a delivery. path: with `/`; size: in bytes; sha256: of its content, in hexadecimal."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """Every file of a delivery: what makes it that delivery and no other.

    known_sha256: its hash, where only that was read of it.
    """

    files: tuple[ManifestFile, ...]
    known_sha256: str = ""

    @property
    def sha256(self) -> str:
        """One hash for the whole: the same files, whatever their order or the archive that holds them."""
        if self.known_sha256 and not self.files:
            return self.known_sha256
        digest = hashlib.sha256()
        for file in sorted(self.files, key=lambda one: one.path):
            digest.update(f"{file.path}\t{file.size}\t{file.sha256}\n".encode())
        return digest.hexdigest()

    def differences(self, other: Manifest) -> list[str]:
        """Paths that are not the same in both, sorted; empty when both are one delivery."""
        ours = {file.path: file for file in self.files}
        theirs = {file.path: file for file in other.files}
        return sorted(path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path))


@dataclass(frozen=True)
class RuleSet:
    """By what a round was checked. standard: name of the model; model_sha256: of its files; plugin: its version.

    rules: code → hash of the rule's text and level, to tell which rules changed between two rounds.
    """

    standard: str
    model_sha256: str
    plugin: str
    profile: str = ""
    rules: Mapping[str, str] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """One hash for the rules and the model."""
        parts = [self.standard, self.model_sha256, self.profile, *(f"{k}={v}" for k, v in sorted(self.rules.items()))]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Round:
    """One delivery of a procedure. number: from 1; received_at: ISO 8601, UTC; checked_by: None until it is checked."""

    number: int
    delivery: str
    manifest: Manifest
    state: RoundState
    received_at: str
    received_by: str
    checked_by: RuleSet | None = None


@dataclass(frozen=True)
class Procedure:
    """A procedure. territory: INSEE or SIREN; document: name of the folder expected; standard: the one agreed.

    deadline: date by which the next step is due (ISO), empty when none was agreed.
    """

    identifier: str
    territory: str
    document: str
    kind: ProcedureKind
    consultancy: str = ""
    standard: str = ""
    opened_at: str = ""
    deadline: str = ""
    rounds: Sequence[Round] = ()

    @property
    def last(self) -> Round | None:
        """The round in hand."""
        return max(self.rounds, key=lambda one: one.number, default=None)

    @property
    def whose_turn(self) -> str:
        """Who has to act next, in French; empty when nothing is awaited."""
        last = self.last
        if last is None:
            return "bureau d'études"
        return {
            RoundState.RECEIVED: "syndicat",
            RoundState.CHECKED: "DDT",
            RoundState.SENT_BACK: "bureau d'études",
            RoundState.ACCEPTED: "syndicat",
        }.get(last.state, "")
