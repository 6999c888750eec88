"""The ATOM feed that the Géoportail harvests for the members: archive, sheet and feeds of what is in force.

Files first, then the feed that leads to them, then what nothing leads to any more is removed: a reader never finds
an address that leads nowhere, and a second call finishes what a killed one began.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.progress import Progress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import Change, Proof, TargetPlan
from smica_qgis.core.publication.place import place_of
from smica_qgis.database.store import Store
from smica_qgis.geodata.planning.document_metadata import read_sheet
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.publishing.archive.prepared_archive import (
    PreparedArchive,
    file_hash,
    prepare_archive,
    warnings_of,
    write_archive,
)
from smica_qgis.publishing.feed.atom import (
    Element,
    FeedEntry,
    FeedHeading,
    dataset_feed,
    document_of,
    entry_element,
    former_of,
    text_of,
)
from smica_qgis.publishing.feed.main_feed import FIRST_PAGE, MainFeed
from smica_qgis.publishing.feed.place import FeedPlace, FolderPlace
from smica_qgis.publishing.feed.read_back import absent_proofs, feed_proofs
from smica_qgis.publishing.feed.settings import FeedSettings, read
from smica_qgis.publishing.feed.webdav_place import WebDavPlace
from smica_qgis.publishing.target import Publication
from smica_qgis.publishing.territory_name import territory_name


def make_target(settings: Mapping[str, object], store: Store | None) -> FeedTarget:
    """The target, its settings read. Raises InvalidParameterError."""
    return FeedTarget(read(settings), store)


@dataclass(frozen=True)
class FeedPaths:
    """Where the files of a document are in the place of the feed."""

    archive: str
    sheet: str
    dataset: str


class FeedTarget:
    """See `publishing.target.Target`."""

    name = "feed"

    def __init__(self, settings: FeedSettings, store: Store | None) -> None:
        self._settings = settings
        self._store = store
        address = f"{settings.public_url}/{FIRST_PAGE}"
        self._heading = FeedHeading(address, settings.title, settings.author)

    def plan(self, publication: Publication, progress: Progress) -> TargetPlan:
        """Which entry would come, change or go."""
        progress.phase("Préparation du flux ATOM", 0)
        content = publication.in_force
        with self._place(progress) as place:
            known = self._entry(self._feed(place).read().entries, publication.content)
            if content is None:
                return TargetPlan(self.name, tuple(self._plan_removal(place, known, publication.content)))
            leftovers = self._leftovers(place, known, content)
        document, signature = document_of(known) if known is not None else ("", "")
        try:
            prepared = self._prepared(content)
        except InvalidParameterError as error:
            return TargetPlan(self.name, (Change(f"Mettre {content.idurba} dans le flux", 1),), (error.message,))
        changes = [Change(f"Retirer du flux les fichiers de {name}", 1) for name in leftovers]
        if signature == prepared.signature:
            return TargetPlan(self.name, tuple(changes))
        changes.append(Change(_said(document, content.idurba), 1))
        changes += [Change(text) for text in prepared.changes]
        return TargetPlan(self.name, tuple(changes), tuple(warnings_of(prepared)))

    def _plan_removal(self, place: FeedPlace, known: Element | None, content: DocumentContent) -> list[Change]:
        named = known is not None and document_of(known)[0].upper() == content.idurba.upper()
        if named or place.exists(_dataset(content.idurba)):
            return [Change(f"Retirer {content.idurba} du flux", 1)]
        return []

    def _leftovers(self, place: FeedPlace, known: Element | None, content: DocumentContent) -> list[str]:
        """Documents whose files a publication that was killed did not remove."""
        former = former_of(known) if known is not None else ()
        return [name for name in former if name != content.idurba and place.exists(_dataset(name))]

    def apply(
        self,
        publication: Publication,
        plan: TargetPlan,  # noqa: ARG002 - called again, it does all again
        progress: Progress,
    ) -> str:
        """Write the files, change the feed, remove what nothing leads to any more."""
        content = publication.in_force
        with self._place(progress) as place:
            if content is None:
                self._remove(place, publication.content, progress)
            else:
                self._put(place, self._prepared(content), progress)
        return self._heading.address

    def read_back(self, publication: Publication, progress: Progress) -> list[Proof]:
        """Read the feed as a reader does, follow its links, compare what they lead to."""
        progress.phase("Relecture du flux ATOM", 0)
        content = publication.in_force
        with self._place(progress) as place, tempfile.TemporaryDirectory(prefix="smica_feed_") as work:
            entries = self._feed(place).read().entries
            known = self._entry(entries, publication.content)
            if content is None:
                paths = self._paths(publication.content)
                return absent_proofs(place, paths.archive, known, publication.content.idurba)
            prepared = self._prepared(content)
            written = Path(work) / prepared.name
            write_archive(prepared, written, progress)
            return feed_proofs(place, self._settings.public_url, known, prepared, file_hash(written), Path(work))

    def _put(self, place: FeedPlace, prepared: PreparedArchive, progress: Progress) -> None:
        content, paths = prepared.content, self._paths(prepared.content)
        with tempfile.TemporaryDirectory(prefix="smica_feed_") as work:
            archive = Path(work) / prepared.name
            write_archive(prepared, archive, progress)
            progress.phase("Envoi de l'archive", 0)
            place.upload(paths.archive, archive)
            octets = archive.stat().st_size
        place.write(paths.sheet, content.metadata)
        entry = self._entry_of(prepared)
        place.write(paths.dataset, dataset_feed(entry, self._heading, octets))
        self._delete_files(place, self._change(place, content, entry, progress))

    def _remove(self, place: FeedPlace, content: DocumentContent, progress: Progress) -> None:
        identifier, document = self._identifier(content), content.idurba.upper()

        def changed(entries: list[Element]) -> list[Element]:
            return [
                known
                for known in entries
                if text_of(known, "a:id") != identifier or document_of(known)[0].upper() != document
            ]

        self._feed(place).change(changed, _now(), progress)
        self._delete_files(place, {content.idurba})

    def _change(self, place: FeedPlace, content: DocumentContent, entry: FeedEntry, progress: Progress) -> set[str]:
        """Replace the entry of a place; returns the documents that it led to, those of killed publications too."""
        identifier = self._identifier(content)
        former: set[str] = set()

        def changed(entries: list[Element]) -> list[Element]:
            ours = [known for known in entries if text_of(known, "a:id") == identifier]
            kept = [known for known in entries if text_of(known, "a:id") != identifier]
            former.clear()
            for known in ours:
                former.update((document_of(known)[0], *former_of(known)))
            former.difference_update(("", content.idurba))
            return [*kept, entry_element(replace(entry, former=tuple(sorted(former))))]

        self._feed(place).change(changed, _now(), progress)
        return former

    def _delete_files(self, place: FeedPlace, documents: set[str]) -> None:
        """Remove the files of documents that no entry leads to any more; the last one tells that all are gone."""
        for document in sorted(documents):
            place.delete(f"archives/{document}.zip")
            place.delete(f"fiches/{document}.xml")
            place.delete(_dataset(document))

    def _prepared(self, content: DocumentContent) -> PreparedArchive:
        territory = territory_name(self._store, content)
        return prepare_archive(content, self._settings.metadata, territory, harvested=True)

    def _entry_of(self, prepared: PreparedArchive) -> FeedEntry:
        content, public = prepared.content, self._settings.public_url
        paths = self._paths(content)
        metadata = read_sheet(content.metadata)
        title = (metadata.title if metadata is not None else "") or content.title or content.idurba
        abstract = (metadata.abstract if metadata is not None else "") or title
        return FeedEntry(
            identifier=self._identifier(content),
            document=content.idurba,
            title=title,
            summary=abstract,
            updated=_now(),
            sheet=f"{public}/{paths.sheet}",
            dataset=f"{public}/{paths.dataset}",
            archive=f"{public}/{paths.archive}",
            crs=content.crs,
            signature=prepared.signature,
        )

    def _paths(self, content: DocumentContent) -> FeedPaths:
        name = content.idurba
        return FeedPaths(f"archives/{name}.zip", f"fiches/{name}.xml", _dataset(name))

    def _identifier(self, content: DocumentContent) -> str:
        return f"{self._settings.public_url}/{place_key(content)}"

    def _entry(self, entries: list[Element], content: DocumentContent) -> Element | None:
        identifier = self._identifier(content)
        return next((entry for entry in entries if text_of(entry, "a:id") == identifier), None)

    def _feed(self, place: FeedPlace) -> MainFeed:
        return MainFeed(place, self._settings.public_url, self._heading, self._settings.page)

    @contextmanager
    def _place(self, progress: Progress) -> Iterator[FeedPlace]:
        if self._settings.folder is not None:
            yield FolderPlace(self._settings.folder)
            return
        timeout = 1000 * self._settings.timeout
        with AuthenticatedSession(self._settings.authcfg, progress.cancelled, timeout_ms=timeout) as session:
            yield WebDavPlace(self._settings.url, session)


def _dataset(document: str) -> str:
    return f"jeux/{document}.xml"


def place_key(content: DocumentContent) -> str:
    """What all documents of one place share: `DU_12202`."""
    place = place_of(content.name)
    return "_".join(part for part in (place.family, place.territory, place.sector) if part)


def _said(before: str, after: str) -> str:
    if not before:
        return f"Mettre {after} dans le flux"
    if before.upper() == after.upper():
        return f"Remplacer {after} dans le flux"
    return f"Remplacer {before} par {after} dans le flux"


def _now() -> str:
    """The moment, RFC 3339, to the microsecond: two changes never bear the same one."""
    return dt.datetime.now(dt.timezone.utc).isoformat().replace("+00:00", "Z")
