"""The archive for the Géoportail de l'urbanisme, written in a folder: what the authority will put there itself.

The archive of a document that is superseded stays where it is: the Géoportail keeps the last version only, and the
authority must keep its own. That of a document that is withdrawn is removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.progress import Progress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import Action, Change, Proof, TargetPlan
from smica_qgis.database.store import Store
from smica_qgis.publishing.archive.prepared_archive import prepare_archive, warnings_of, write_archive
from smica_qgis.publishing.archive.read_back import archive_proofs, archive_signature
from smica_qgis.publishing.archive.settings import ArchiveSettings, read
from smica_qgis.publishing.target import Publication
from smica_qgis.publishing.territory_name import territory_name


def make_target(settings: Mapping[str, object], store: Store | None) -> ArchiveTarget:
    """The target, its settings read. Raises InvalidParameterError."""
    return ArchiveTarget(read(settings), store)


class ArchiveTarget:
    """See `publishing.target.Target`."""

    name = "archive"

    def __init__(self, settings: ArchiveSettings, store: Store | None) -> None:
        self._settings = settings
        self._store = store

    def plan(self, publication: Publication, progress: Progress) -> TargetPlan:
        """Which archive would be written or removed."""
        progress.phase("Préparation de l'archive", 0)
        changes: list[Change] = []
        warnings: list[str] = []
        withdrawn = self._withdrawn(publication)
        if withdrawn is not None and withdrawn.exists():
            changes.append(Change(f"Retirer l'archive {withdrawn.name}", 1))
        content = publication.in_force
        if content is not None:
            self._plan_archive(content, changes, warnings)
        return TargetPlan(self.name, tuple(changes), tuple(warnings))

    def _plan_archive(self, content: DocumentContent, changes: list[Change], warnings: list[str]) -> None:
        try:
            prepared = prepare_archive(content, self._settings.metadata, self._territory(content))
        except InvalidParameterError as error:
            changes.append(Change(f"Écrire l'archive {content.name.text}.zip", 1))
            warnings.append(error.message)
            return
        archive = self._settings.folder / prepared.name
        if archive_signature(archive) == prepared.signature:
            return
        verb = "Remplacer" if archive.exists() else "Écrire"
        objects = sum(len(table.rows) for table in content.tables.values())
        changes.append(Change(f"{verb} l'archive {prepared.name} ({prepared.encoding}), objets", objects))
        changes.append(Change("Pièces copiées", len(content.pieces)))
        changes += [Change(text) for text in prepared.changes]
        warnings += warnings_of(prepared)

    def apply(
        self,
        publication: Publication,
        plan: TargetPlan,  # noqa: ARG002 - what was planned is made from the same content
        progress: Progress,
    ) -> str:
        """Write the archive of what is in force, and remove that of what is withdrawn."""
        folder = self._settings.folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            withdrawn = self._withdrawn(publication)
            if withdrawn is not None:
                withdrawn.unlink(missing_ok=True)
        except OSError as error:
            message = f"Le dossier des archives {folder} ne peut pas être écrit : {error.strerror or error}."
            raise SmicaError(message, str(error)) from error
        content = publication.in_force
        if content is None:
            return str(folder)
        prepared = prepare_archive(content, self._settings.metadata, self._territory(content))
        archive = folder / prepared.name
        write_archive(prepared, archive, progress)
        return str(archive)

    def read_back(self, publication: Publication, progress: Progress) -> list[Proof]:
        """Open the archive again, compare every object, and hold it against the official family."""
        progress.phase("Relecture de l'archive", 0)
        proofs = []
        withdrawn = self._withdrawn(publication)
        if withdrawn is not None:
            found = "présente" if withdrawn.exists() else "absente"
            proofs.append(Proof(f"Archive retirée {withdrawn.name}", "absente", found))
        content = publication.in_force
        if content is not None:
            prepared = prepare_archive(content, self._settings.metadata, self._territory(content))
            proofs += archive_proofs(prepared, self._settings.folder / prepared.name, progress)
        return proofs

    def _withdrawn(self, publication: Publication) -> Path | None:
        if publication.action is not Action.WITHDRAW:
            return None
        return self._settings.folder / f"{publication.content.name.text}.zip"

    def _territory(self, content: DocumentContent) -> str:
        return territory_name(self._store, content)
