"""The catalogue of metadata: the sheet of what is in force, and of nothing else.

The identifier of a sheet bears the date of its document (instructions v2017-12, p. 3): the sheet of the document that
is superseded is another one, which is looked for and removed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lxml import etree

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.document_name import DocumentName, parse_document_name
from smica_qgis.core.planning.metadata_record import GPU_DOCUMENT, sheet_name
from smica_qgis.core.progress import Progress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import Change, Proof, TargetPlan
from smica_qgis.core.publication.place import place_of
from smica_qgis.core.validation.metadata import Metadata
from smica_qgis.database.store import Store
from smica_qgis.geodata.metadata_xml import parse_xml_bytes, read_metadata_tree
from smica_qgis.geodata.planning.document_metadata import document_sheet, read_sheet
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.publishing.catalogue.csw import CatalogueError, CswClient, Element, canonical
from smica_qgis.publishing.catalogue.settings import CatalogueSettings, read
from smica_qgis.publishing.target import Publication
from smica_qgis.publishing.territory_name import territory_name

_ABSENT = "absente"
_PRESENT = "présente"
_SHOWN = 12


def make_target(settings: Mapping[str, object], store: Store | None) -> CatalogueTarget:
    """The target, its settings read. Raises InvalidParameterError."""
    return CatalogueTarget(read(settings), store)


class CatalogueTarget:
    """See `publishing.target.Target`."""

    name = "catalogue"

    def __init__(self, settings: CatalogueSettings, store: Store | None) -> None:
        self._settings = settings
        self._store = store

    def plan(self, publication: Publication, progress: Progress) -> TargetPlan:
        """Which sheets would come, change or go."""
        progress.phase("Lecture du catalogue", 0)
        changes: list[Change] = []
        warnings: list[str] = []
        with self._client(progress) as client:
            content = publication.in_force
            if content is not None:
                self._plan_sheet(client, content, changes, warnings)
            changes += [
                Change(f"Retirer la fiche {name} (« {_title(sheet)} »)", 1)
                for name, sheet in self._superseded(client, publication).items()
            ]
        return TargetPlan(self.name, tuple(changes), tuple(warnings))

    def _plan_sheet(
        self, client: CswClient, content: DocumentContent, changes: list[Change], warnings: list[str]
    ) -> None:
        try:
            sheet = self._sheet(content)
        except InvalidParameterError as error:
            changes.append(Change(f"Publier la fiche de {content.idurba}", 1))
            warnings.append(error.message)
            return
        identifier = _identifier(sheet)
        known = client.sheet(identifier)
        if known is None:
            changes.append(Change(f"Insérer la fiche {identifier}", 1))
        elif read_metadata_tree(known) != read_metadata_tree(sheet):
            changes.append(Change(f"Mettre à jour la fiche {identifier}", 1))

    def apply(
        self,
        publication: Publication,
        plan: TargetPlan,  # noqa: ARG002 - what is there is looked at again
        progress: Progress,
    ) -> str:
        """Insert or update the sheet of what is in force, remove those of what is not."""
        progress.phase("Écriture dans le catalogue", 0)
        content = publication.in_force
        with self._client(progress) as client:
            address = self._settings.url
            if content is not None:
                sheet = self._sheet(content)
                address = client.record_address(_identifier(sheet))
                _put(client, sheet)
            for name in self._superseded(client, publication):
                client.delete(name)
        return address

    def read_back(self, publication: Publication, progress: Progress) -> list[Proof]:
        """Read the sheets again, compare."""
        progress.phase("Relecture du catalogue", 0)
        content = publication.in_force
        proofs: list[Proof] = []
        with self._client(progress) as client:
            if content is not None:
                sheet = self._sheet(content)
                proofs += _proofs(sheet, client.sheet(_identifier(sheet)))
            left = self._superseded(client, publication)
            if content is None and not left:
                proofs.append(Proof(f"Fiche de {publication.content.idurba}", _ABSENT, _ABSENT))
            proofs += [Proof(f"Fiche {name}", _ABSENT, _PRESENT) for name in left]
        return proofs

    def _superseded(self, client: CswClient, publication: Publication) -> dict[str, Element]:
        """Sheets of documents of the same place that are not in force, by identifier.

        Only those named as we name them, and that of the document withdrawn: the sheets of others are theirs.
        """
        place = place_of(publication.content.name)
        kept = publication.in_force
        found = {}
        code = publication.content.name.text.split("_", maxsplit=1)[0]
        for sheet in client.search(f"{GPU_DOCUMENT}{code}_"):
            identifier = _identifier(sheet)
            name = _document_of(read_metadata_tree(sheet))
            if name is None or place_of(name) != place:
                continue
            if (kept is None or name.text.upper() != kept.idurba.upper()) and identifier == sheet_name(name):
                found[identifier] = sheet
        withdrawn = "" if kept is publication.content else self._own_identifier(publication.content)
        if withdrawn and withdrawn not in found and (kept is None or withdrawn != self._own_identifier(kept)):
            its = client.sheet(withdrawn)
            if its is not None:
                found[withdrawn] = its
        return found

    def _own_identifier(self, content: DocumentContent) -> str:
        delivered = read_sheet(content.metadata) if content.metadata else None
        said = delivered.file_identifier if delivered is not None else ""
        return said or self._settings.metadata.file_identifier or sheet_name(content.name)

    def _sheet(self, content: DocumentContent) -> Element:
        """The sheet to publish. Raises InvalidParameterError."""
        model = bundled_registry().load(content.standard)
        territory = territory_name(self._store, content)
        written = document_sheet(content, model, self._settings.metadata, territory)
        root = parse_xml_bytes(written.content)
        if root is None:
            message = f"La fiche de {content.idurba} n'est pas du XML."
            raise InvalidParameterError(message)
        return root

    @contextmanager
    def _client(self, progress: Progress) -> Iterator[CswClient]:
        settings = self._settings
        timeout = 1000 * settings.timeout
        with AuthenticatedSession(settings.authcfg, progress.cancelled, timeout_ms=timeout) as session:
            yield CswClient(session, settings.url, settings.publication_url)


def _put(client: CswClient, sheet: Element) -> None:
    """Insert, or update what is there; somebody may have inserted it meanwhile."""
    identifier = _identifier(sheet)
    if client.sheet(identifier) is not None:
        client.update(sheet)
        return
    try:
        client.insert(_copy(sheet))
    except CatalogueError:
        if client.sheet(identifier) is None:
            raise
        client.update(sheet)


def _copy(sheet: Element) -> Element:
    """The same sheet, free to be put in another request."""
    return etree.fromstring(etree.tostring(sheet))


def _proofs(meant: Element, found: Element | None) -> list[Proof]:
    """Identifier, title, dates, all that the rules read; the whole XML when the catalogue keeps it as it was."""
    identifier = _identifier(meant)
    if found is None:
        return [Proof(f"Fiche {identifier}", _PRESENT, _ABSENT)]
    expected, read_again = read_metadata_tree(meant), read_metadata_tree(found)
    proofs = [
        Proof("Identifiant", expected.file_identifier or "", read_again.file_identifier or ""),
        Proof("Intitulé", expected.title or "", read_again.title or ""),
        Proof("Date de la fiche", expected.metadata_date or "", read_again.metadata_date or ""),
        Proof("Dates de la ressource", _days(expected), _days(read_again)),
        Proof("Toutes les rubriques lues", _hash(repr(expected).encode()), _hash(repr(read_again).encode())),
    ]
    if canonical(meant) == canonical(found):  # a catalogue may add to a sheet, or lay it out anew
        proofs.append(Proof("XML entier de la fiche", _hash(canonical(meant)), _hash(canonical(found))))
    return proofs


def _days(metadata: Metadata) -> str:
    return ", ".join(sorted(f"{kind} {day}" for kind, day in metadata.dates))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_SHOWN]


def _identifier(sheet: Element) -> str:
    return read_metadata_tree(sheet).file_identifier or ""


def _title(sheet: Element) -> str:
    return read_metadata_tree(sheet).title or ""


def _document_of(metadata: Metadata) -> DocumentName | None:
    """The document that a sheet is of, by the end of its identifiers."""
    for identifier in metadata.identifiers:
        name = parse_document_name((identifier or "").rpartition("/")[2])
        if name is not None:
            return name
    return None
