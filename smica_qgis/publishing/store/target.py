"""The store: what is in force there is the truth that the other targets repeat.

One transaction, in turn with the others of the same territory: nothing is written when nothing changed; what is
replaced goes whole into the history; the former document of the place is superseded before the new one takes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.core.publication.outcome import Action, Change, Proof, TargetPlan
from smica_qgis.core.publication.place import place_of
from smica_qgis.database.planning.registry import (
    PUBLISHED,
    SUPERSEDED,
    WITHDRAWN,
    DocumentState,
    PlanningRegistry,
    StoredVersion,
)
from smica_qgis.database.planning.rows import check_rows, insert_rows, put_away
from smica_qgis.database.store import LostConnectionError, Store
from smica_qgis.publishing.store.entry import Entry, make_entry
from smica_qgis.publishing.store.kept_pieces import keep_pieces
from smica_qgis.publishing.store.proofs import state_proof, store_proofs
from smica_qgis.publishing.store.settings import StoreSettings, read
from smica_qgis.publishing.target import Publication


class VersionConflictError(SmicaError):
    """Somebody published another version meanwhile."""


def make_target(settings: Mapping[str, object], store: Store | None) -> StoreTarget:
    """The target, its settings read. Raises InvalidParameterError."""
    if store is None:
        message = "La cible « store » demande une base commune : donnez STORE, ou choisissez-la dans les options."
        raise InvalidParameterError(message)
    return StoreTarget(read(settings), store)


class StoreTarget:
    """See `publishing.target.Target`. version: the number that the document has, once planned or applied."""

    name = "store"

    def __init__(self, settings: StoreSettings, store: Store) -> None:
        self._settings = settings
        self.store = store
        self.version = 0
        self.unchanged = False
        self._entry: Entry | None = None

    @property
    def _registry(self) -> PlanningRegistry:
        return PlanningRegistry(self.store)

    def plan(self, publication: Publication, progress: Progress) -> TargetPlan:
        """See Target. Raises VersionConflictError for another version than the one expected."""
        state = self._state(publication)
        self._check_expected(state)
        if publication.action is Action.WITHDRAW:
            return self._plan_withdrawal(publication, state)
        check_rows(self.store, publication.content)
        entry = self._made_entry(publication, progress)
        changes: list[Change] = []
        if self._is_there(state, entry, progress):
            self.version = state.version if state is not None else 0
        else:
            self.version = self._registry.last_version(publication.content.idurba) + 1
            changes = self._changes(publication, entry, state)
        return TargetPlan(self.name, tuple(changes), tuple(self._warnings(publication)), str(self.version))

    def _plan_withdrawal(self, publication: Publication, state: DocumentState | None) -> TargetPlan:
        self.version = state.version if state is not None else 0
        if state is None or not state.in_force:
            return TargetPlan(self.name, (), (), str(self.version))
        objects = sum(len(table.rows) for table in publication.content.tables.values())
        text = f"Retirer {state.document_id} (version {state.version}) de ce qui est en vigueur, objets"
        warning = "Plus aucun document ne sera en vigueur sur ce territoire, tant que l'on n'en restaure pas un autre."
        return TargetPlan(self.name, (Change(text, objects),), (warning,), str(self.version))

    def _changes(self, publication: Publication, entry: Entry, state: DocumentState | None) -> list[Change]:
        document = publication.content.idurba
        verb = {Action.RESTORE: "Restaurer"}.get(publication.action, "Publier")
        changes = [Change(f"{verb} {document}, version {self.version}")]
        changes += [Change(f"{name.upper()}, objets", table.rows) for name, table in entry.tables.items()]
        changes.append(Change("Pièces", len(entry.pieces)))
        if state is not None and state.in_force:
            changes.append(Change(f"Mettre dans l'histoire la version {state.version} de {state.document_id}"))
        for other in self._registry.others_in_force(entry.place, document):
            changes.append(Change(f"{other.document_id}, en vigueur jusque-là, devient remplacé et va dans l'histoire"))
        return changes

    def _warnings(self, publication: Publication) -> list[str]:
        warnings = list(publication.content.notes)
        if publication.content.pieces and self._settings.pieces is None:
            warnings.append(
                "Les pièces écrites ne sont gardées nulle part : donnez un dossier à la cible store (« pieces »)."
            )
        if self._settings.reason:
            warnings.append(f"Publié malgré un verdict « {self._settings.verdict} » : {self._settings.reason}")
        return warnings

    def apply(
        self,
        publication: Publication,
        plan: TargetPlan,  # noqa: ARG002 - what was planned is looked at again, under the lock
        progress: Progress,
    ) -> str:
        """See Target. Raises VersionConflictError, StoreError (busy, refused value, no right, full disk, lost)."""
        if publication.action is not Action.WITHDRAW and not self._settings.restored:
            entry = self._made_entry(publication, progress)
            former = self._registry.last_version(publication.content.idurba)
            kept = self._registry.pieces(publication.content.idurba, former)
            keep_pieces(publication.content, entry.pieces, kept, progress)
        progress.phase(f"Écriture dans la base {self.store.name}", 0)
        try:
            with self.store.transaction(lambda: stop_if_cancelled(progress)):
                self.store.lock(f"territoire:{place_of(publication.content.name).territory}")
                self._write(publication, progress)
        except LostConnectionError:
            self._after_a_loss(publication)
        return self.store.name

    def _write(self, publication: Publication, progress: Progress) -> None:
        state = self._state(publication)
        self._check_expected(state)
        if publication.action is Action.WITHDRAW:
            self._withdraw(state)
            return
        entry = self._made_entry(publication, progress)
        document = publication.content.idurba
        if state is not None and self._is_there(state, entry, progress):
            self.version, self.unchanged = state.version, True
            return
        self.unchanged = False
        self.version = self._registry.last_version(document) + 1
        if state is not None:
            document = state.document_id
            put_away(self.store, document, state.version)
        for other in self._registry.others_in_force(entry.place, document):
            self._supersede(other, document)
        stop_if_cancelled(progress)
        self._publish(publication, entry, document)

    def _publish(self, publication: Publication, entry: Entry, document: str) -> None:
        version = StoredVersion(
            document,
            self.version,
            publication.action.value,
            publication.content.standard,
            publication.content.crs,
            publication.content.title,
            entry.hash,
            entry.pieces_hash,
            entry.tables,
            self._settings.verdict,
        )
        registry = self._registry
        registry.set_in_force(version, publication.content.name.type, entry.place, entry.approved)
        insert_rows(self.store, document, publication.content)
        registry.add_version(
            version, publication.content.metadata, entry.pieces, entry.approved, self._settings.restored
        )
        registry.note(
            publication.action.value,
            document,
            self.version,
            sum(table.rows for table in entry.tables.values()),
            empreinte=entry.hash,
            verdict=self._settings.verdict,
            motif=self._settings.reason,
            certificat=self._settings.certificate,
            version_restauree=self._settings.restored or None,
        )

    def _supersede(self, other: DocumentState, successor: str) -> None:
        count = put_away(self.store, other.document_id, other.version)
        self._registry.set_state(other.document_id, SUPERSEDED)
        self._registry.note(SUPERSEDED, other.document_id, other.version, count, successeur=successor)

    def _withdraw(self, state: DocumentState | None) -> None:
        if state is None or not state.in_force:
            self.unchanged = True
            self.version = state.version if state is not None else 0
            return
        self.version = state.version
        count = put_away(self.store, state.document_id, state.version)
        self._registry.set_state(state.document_id, WITHDRAWN)
        self._registry.note(Action.WITHDRAW.value, state.document_id, state.version, count, motif=self._settings.reason)

    def _after_a_loss(self, publication: Publication) -> None:
        """The connection was lost, perhaps while committing: what is there says whether it was kept."""
        meant = self.version
        self.store = self.store.reopened()
        state = self._state(publication)
        if publication.action is Action.WITHDRAW:
            kept = state is not None and state.state == WITHDRAWN
        else:
            entry = self._entry
            kept = state is not None and entry is not None and meant == state.version and state.hash == entry.hash
        if not kept:
            message = (
                f"La base {self.store.name} s'est arrêtée pendant la publication : rien n'y a été gardé, ce qui était "
                "en vigueur l'est toujours. Recommencez."
            )
            raise LostConnectionError(message)

    def read_back(self, publication: Publication, progress: Progress) -> list[Proof]:
        """See Target: state, then counts, extent and hash of each table."""
        progress.phase(f"Relecture de la base {self.store.name}", 0)
        state = self._state(publication)
        if publication.action is Action.WITHDRAW:
            return [state_proof(state, WITHDRAWN)]
        entry = self._made_entry(publication, progress)
        proofs = [state_proof(state, PUBLISHED)]
        if state is not None:
            proofs.append(Proof("Version en vigueur", str(self.version), str(state.version)))
            proofs += store_proofs(self.store, state.document_id, entry.tables)
        return proofs

    def _made_entry(self, publication: Publication, progress: Progress) -> Entry:
        if self._entry is None:
            self._entry = make_entry(self.store, publication.content, self._settings.pieces, progress)
            if self._settings.restored:
                self._entry = self._with_restored_pieces(publication, self._entry)
        return self._entry

    def _with_restored_pieces(self, publication: Publication, entry: Entry) -> Entry:
        """A version that comes back has the pieces that the registry knows, even where their files are not at hand."""
        document, number = publication.content.idurba, self._settings.restored
        found = self._registry.version(document, number)
        pieces = self._registry.pieces(document, number)
        return replace(entry, pieces=pieces, pieces_hash=found.pieces_hash if found is not None else entry.pieces_hash)

    def _state(self, publication: Publication) -> DocumentState | None:
        return self._registry.state(publication.content.idurba)

    def _is_there(self, state: DocumentState | None, entry: Entry, progress: Progress) -> bool:
        """Whether the document is in force with this very content, which is looked at, not believed."""
        if state is None or state.state != PUBLISHED or state.hash != entry.hash:
            return False
        version = self._registry.version(state.document_id, state.version)
        if version is None or version.pieces_hash != entry.pieces_hash:
            return False
        stop_if_cancelled(progress)
        return all(proof.agrees for proof in store_proofs(self.store, state.document_id, entry.tables))

    def _check_expected(self, state: DocumentState | None) -> None:
        expected, found = self._settings.expected, state.version if state is not None else 0
        if expected not in (-1, found):
            message = (
                f"La base {self.store.name} en est à la version {found} de ce document, et vous êtes parti de la "
                f"version {expected} : quelqu'un a publié entre-temps. Rien n'a été écrit ; regardez ce qui a changé."
            )
            raise VersionConflictError(message)
