"""The counter-check: the official tool itself says what it thinks of the archive, beside what we say of it.

Nothing is published there: the archive is validated, and kept some days by the service.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.progress import Progress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import Change, Proof, TargetPlan
from smica_qgis.core.validation.official_comparison import FindingKey, differences, key_of
from smica_qgis.database.store import Store
from smica_qgis.geodata.planning.official_check import official_findings
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.publishing.archive.prepared_archive import PreparedArchive, prepare_archive, warnings_of, write_archive
from smica_qgis.publishing.official.api import SUCCESS, ValidationClient, ValidationServiceError
from smica_qgis.publishing.official.settings import OfficialSettings, read
from smica_qgis.publishing.target import Publication
from smica_qgis.publishing.territory_name import territory_name

_VALID, _INVALID = "valide", "invalide"
_MOST_DIFFERENCES = 100
_LONGEST_LOG = 300


def make_target(settings: Mapping[str, object], store: Store | None) -> OfficialTarget:
    """The target, its settings read. Raises InvalidParameterError."""
    return OfficialTarget(read(settings), store)


@dataclass(frozen=True)
class CounterCheck:
    """What both said of one archive. theirs: None when the report of the service is not known here; log: then."""

    address: str
    ours: Sequence[FindingKey]
    theirs: Sequence[FindingKey] | None
    log: str = ""


class OfficialTarget:
    """See `publishing.target.Target`."""

    name = "official"

    def __init__(self, settings: OfficialSettings, store: Store | None) -> None:
        self._settings = settings
        self._store = store
        self._checked: CounterCheck | None = None

    def plan(self, publication: Publication, progress: Progress) -> TargetPlan:
        """Which archive would be sent. The service is not asked."""
        progress.phase("Préparation du contrôle officiel", 0)
        content = publication.in_force
        if content is None:
            return TargetPlan(self.name, ())
        sent = Change(f"Faire contrôler {content.idurba} par l'outil officiel ({self._settings.url})", 1)
        try:
            return TargetPlan(self.name, (sent,), tuple(warnings_of(self._prepared(content))))
        except InvalidParameterError as error:
            return TargetPlan(self.name, (sent,), (error.message,))

    def apply(
        self,
        publication: Publication,
        plan: TargetPlan,  # noqa: ARG002 - the archive is made from the same content
        progress: Progress,
    ) -> str:
        """Send the archive, wait, fetch the report."""
        content = publication.in_force
        if content is None:
            return self._settings.url
        self._checked = self._check(self._prepared(content), progress)
        return self._checked.address

    def read_back(self, publication: Publication, progress: Progress) -> list[Proof]:
        """Both verdicts, and each finding that only one says."""
        content = publication.in_force
        if content is None:
            return []
        if self._checked is None:
            self._checked = self._check(self._prepared(content), progress)
        return proofs_of(self._checked)

    def _check(self, prepared: PreparedArchive, progress: Progress) -> CounterCheck:
        settings = self._settings
        with tempfile.TemporaryDirectory(prefix="smica_official_") as work:
            archive = Path(work) / prepared.name
            write_archive(prepared, archive, progress)
            crs = prepared.content.crs
            ours = [key_of(finding) for finding in official_findings(archive, prepared.model, crs, progress)]
            with AuthenticatedSession(
                settings.authcfg, progress.cancelled, timeout_ms=1000 * settings.timeout
            ) as session:
                client = ValidationClient(session, settings.url)
                progress.phase("Envoi à l'outil officiel", 0)
                identifier = client.upload(archive, settings.retention)
                client.configure(identifier, settings.model_url.replace("{name}", prepared.model.name), crs)
                progress.phase("Contrôle par l'outil officiel", 0)
                state = client.wait(identifier, settings.wait_seconds, settings.poll_seconds, progress)
                if state != SUCCESS:
                    message = f"L'outil officiel s'est arrêté avant la fin (état « {state} ») : réessayez plus tard."
                    raise ValidationServiceError(message, client.logs(identifier))
                theirs = client.results(identifier)
                log = client.logs(identifier) if theirs is None else ""
                return CounterCheck(client.address(identifier), ours, theirs, log)

    def _prepared(self, content: DocumentContent) -> PreparedArchive:
        return prepare_archive(content, self._settings.metadata, territory_name(self._store, content))


def proofs_of(check: CounterCheck) -> list[Proof]:
    """The verdicts, then each difference; one line that says how many findings agree when there is none."""
    if check.theirs is None:
        log = " ".join(check.log.split())[:_LONGEST_LOG] or "aucun"
        return [Proof("Rapport de l'outil officiel", "lisible", f"de forme inconnue ; journal : {log}")]
    proofs = [Proof("Verdict (le nôtre, puis l'officiel)", _verdict(check.ours), _verdict(check.theirs))]
    found = differences(check.ours, check.theirs)
    proofs += [
        Proof(str(difference.key), f"{difference.ours} (les nôtres)", f"{difference.theirs} (outil officiel)")
        for difference in found[:_MOST_DIFFERENCES]
    ]
    if len(found) > _MOST_DIFFERENCES:
        proofs.append(Proof("Autres différences", "0", str(len(found) - _MOST_DIFFERENCES)))
    if not found:
        count = f"{len(check.theirs)} constats"
        proofs.append(Proof("Constats, un par un", count, count))
    return proofs


def _verdict(keys: Sequence[FindingKey]) -> str:
    return _INVALID if any(key.blocks for key in keys) else _VALID
