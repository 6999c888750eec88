"""Rules from the WFS of the Géoportail de l'urbanisme, or of the service that a profile puts in its place.

A table that could not be read whole (server down, login, page of a portal, capped answer) is not loaded, with the
reason: never empty.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from smica_qgis.connectors.catalogue.service_reader import kept_listing, read_service
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble
from smica_qgis.connectors.catalogue.wfs_pages import WfsRead, json_format
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.parcel.field_mapping import TableMapping, TableOrigin, document_of_name, object_name, recognise
from smica_qgis.core.parcel.national_tables import MUNICIPALITY, NATIONAL_TABLES, NationalTable, national_source
from smica_qgis.core.parcel.rules import LoadedTable, MissingTable, Rule, RuleDocument, Shape, Theme
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.core.source_profile.profile import Source
from smica_qgis.geodata.parcel.geojson_geometry import AnsweredSystem, geometry_of_geojson
from smica_qgis.geodata.parcel.rule_layer import rule_layer
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.operations.open_catalogue import Catalogue
from smica_qgis.operations.parcel.rule_source import RuleReading

TITLE = "Géoportail de l'urbanisme"
_IN_FORCE = "document.production"
_HOPELESS = frozenset(
    {Trouble.DOWN, Trouble.UNKNOWN_HOST, Trouble.PROXY, Trouble.BAD_CERTIFICATE, Trouble.SLOW, Trouble.BUSY}
)
"""Troubles of a whole server: asking it for ten more tables would only wait ten times more."""
Properties = Mapping[str, object]
Placed = list[tuple[Properties, QgsGeometry]]


@dataclass
class _Wanted:
    """One table to read. trouble: why it was not."""

    table: NationalTable
    source: Source | None
    reading: WfsRead | None = None
    objects: Placed | None = None
    trouble: str = ""


class ServiceRules:
    """See RuleSource. catalogue: where the services are, with which login; the box of the parcels is sent to them."""

    def __init__(self, catalogue: Catalogue, progress: Progress | None = None) -> None:
        self._catalogue = catalogue
        self._progress = progress or SilentProgress()

    def read(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> RuleReading:
        """See RuleSource. Raises CancelledError; nothing else: what cannot be read is not loaded."""
        reading = RuleReading()
        wanted = [
            _Wanted(table, national_source(self._catalogue.profile, table.name, table.prefix))
            for table in NATIONAL_TABLES
        ]
        self._progress.phase(f"Lecture du {TITLE}", len(wanted))
        with ExitStack() as stack:
            services = _Services(self._catalogue, self._progress, stack, (box, crs))
            services.ask_beforehand(wanted)
            for done, one in enumerate(wanted):
                stop_if_cancelled(self._progress)
                services.read(one)
                self._progress.advance(done + 1)
            zones = [one for one in wanted if one.table.theme is Theme.ZONING]
            if all(one.objects == [] for one in zones):
                reading.notes += services.communes_without_plan()
        for one in wanted:
            _add(reading, one)
        _tell(reading, wanted)
        return reading


class _Services:
    """The services of the tables, one session a login. place: the box and its system."""

    def __init__(
        self,
        catalogue: Catalogue,
        progress: Progress,
        stack: ExitStack,
        place: tuple[QgsRectangle, QgsCoordinateReferenceSystem],
    ) -> None:
        self._catalogue = catalogue
        self._progress = progress
        self._stack = stack
        self._box, self._crs = place
        self._sessions: dict[str, AuthenticatedSession] = {}
        self._formats: dict[str, str] = {}
        self._given_up: dict[str, SmicaError] = {}

    def ask_beforehand(self, wanted: list[_Wanted]) -> None:
        """Ask for the first pages of all tables, a few at once: ten tables in the time of three."""
        addresses: dict[str, list[str]] = {}
        for one in wanted:
            if one.source is None:
                one.trouble = f"le profil de données n'a pas de source pour {one.table.prefix}:{one.table.name}"
                continue
            try:
                one.reading = self._reading(one.source)
            except CancelledError:
                raise
            except SmicaError as error:
                self._give_up(one, error)
                continue
            addresses.setdefault(self._catalogue.authcfg(one.source), []).extend(one.reading.first_addresses())
        for login, asked in addresses.items():
            self._session(login).prefetch(asked)

    def read(self, one: _Wanted) -> None:
        """Read the objects of a table, or say why they are not."""
        if one.reading is None or one.source is None:
            return
        before = self._given_up.get(one.source.url)
        if before is not None:
            one.trouble = before.message
            return
        try:
            one.objects = self._objects(one.reading)
        except CancelledError:
            raise
        except SmicaError as error:
            self._give_up(one, error)

    def communes_without_plan(self) -> list[str]:
        """What the Géoportail says of the communes here, when it has no zone: French sentences."""
        source = national_source(self._catalogue.profile, MUNICIPALITY)
        if source is None:
            return []
        try:
            found = self._objects(self._reading(source))
        except CancelledError:
            raise
        except SmicaError:
            return []  # it is one more word, on what is said already: no zone is loaded here
        here = QgsGeometry.fromRect(self._box)
        return [
            f"{values.get('name') or 'La commune'} ({values.get('insee')}) : pas de plan au {TITLE}, qui la donne pour "
            "soumise au règlement national d'urbanisme."
            for values, ground in found
            if values.get("is_rnu") is True and ground.intersects(here)
        ]

    def _give_up(self, one: _Wanted, error: SmicaError) -> None:
        one.reading, one.trouble = None, error.message
        if one.source is not None and isinstance(error, ServiceError) and error.trouble in _HOPELESS:
            self._given_up[one.source.url] = error

    def _reading(self, source: Source) -> WfsRead:
        login = self._catalogue.authcfg(source)
        if source.url in self._given_up:
            raise self._given_up[source.url]
        if source.login and not login:
            raise ServiceError(Trouble.LOGIN_WANTED, source.url, f"compte « {source.login} »")
        asked = replace(source, crs=self._crs.authid())
        return WfsRead(asked, self._session(login), box=self._box_text(), output=self._format(source, login))

    def _format(self, source: Source, login: str) -> str:
        """What the server calls GeoJSON: as it said it the last time, else now."""
        if source.url not in self._formats:
            copies = self._catalogue.copies
            kept = kept_listing(source, copies, login)
            if kept is None:
                kept = read_service(source, self._session(login), copies, login)
            self._formats[source.url] = json_format(kept.listing)
        return self._formats[source.url]

    def _session(self, login: str) -> AuthenticatedSession:
        if login not in self._sessions:
            session = AuthenticatedSession(login, self._progress.cancelled, timeout_ms=self._catalogue.timeout_ms)
            self._sessions[login] = self._stack.enter_context(session)
        return self._sessions[login]

    def _box_text(self) -> str:
        """The box with its system: in metres, east comes first whatever the version."""
        box = self._box
        system = f"urn:ogc:def:crs:{self._crs.authid().replace(':', '::')}"
        return f"{box.xMinimum()!r},{box.yMinimum()!r},{box.xMaximum()!r},{box.yMaximum()!r},{system}"

    def _objects(self, reading: WfsRead) -> Placed:
        """The objects that meet the box. Raises SmicaError when those that come are all elsewhere."""
        system = AnsweredSystem(self._crs)
        came, kept = 0, []
        for page in reading.pages():
            for feature in page.features:
                came += 1
                geometry = system.placed(geometry_of_geojson(feature.get("geometry")))
                if not geometry.isNull() and geometry.boundingBox().intersects(self._box):
                    kept.append((_properties(feature), geometry))
        if came and not kept:
            raise ServiceError(Trouble.UNREADABLE, reading.source.url, "les objets reçus sont tous ailleurs")
        return kept


def _properties(feature: Mapping[str, Any]) -> Properties:
    found = feature.get("properties")
    return {str(name).lower(): value for name, value in found.items()} if isinstance(found, dict) else {}


def _add(reading: RuleReading, one: _Wanted) -> None:
    """The objects of a table as rules."""
    if one.source is None or not one.objects:
        return
    mapping = recognise(list(one.objects[0][0]), one.table.shape)
    if mapping is None or mapping.theme is not one.table.theme:
        one.objects, one.trouble = None, f"la table {one.source.layer} n'a pas les champs attendus"
        return
    origin = TableOrigin(one.source.layer, _origin(one.source))
    reading.layers.append(rule_layer(one.table.shape, one.table.name, _rules(one.objects, mapping, origin)))


def _rules(objects: Placed, mapping: TableMapping, origin: TableOrigin) -> Iterator[tuple[Rule, str, QgsGeometry]]:
    documents: dict[str, RuleDocument] = {}
    for place, (values, geometry) in enumerate(objects):
        key = mapping.document_key(values)
        if key not in documents:
            documents[key] = _document(key, values, origin)
        yield mapping.rule(values, origin, documents), object_name(values, mapping, place + 1), geometry


def _document(key: str, values: Properties, origin: TableOrigin) -> RuleDocument:
    """The document of a row, with what the Géoportail says of it."""
    status = str(values.get("gpu_status") or "")
    return document_of_name(key, origin)._replace(
        status="" if status in ("", _IN_FORCE) else status,
        loaded=dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds"),
    )


def _origin(source: Source) -> str:
    return f"{source.attribution or TITLE} ({source.layer}), lu le {dt.datetime.now().astimezone():%d/%m/%Y}"


def _tell(reading: RuleReading, wanted: list[_Wanted]) -> None:
    """What is loaded and what is not: a theme of two tables is loaded when both are."""
    groups: dict[tuple[Theme, Shape], list[_Wanted]] = {}
    for one in wanted:
        groups.setdefault((one.table.theme, one.table.shape), []).append(one)
    for (theme, shape), ones in groups.items():
        failed = [one for one in ones if one.objects is None]
        if failed:
            reason = failed[0].trouble.rstrip(".")
            reading.missing.append(MissingTable(theme, shape, reason[:1].lower() + reason[1:]))
        else:
            reading.loaded.append(LoadedTable(theme, shape, _origin(source) if (source := ones[0].source) else TITLE))
    troubles = dict.fromkeys(one.trouble for one in wanted if one.objects is None)
    count = sum(one.objects is None for one in wanted)
    if count:
        reading.notes.append(
            f"{TITLE} : {count} tables sur {len(wanted)} n'ont pas été lues, ne rien en conclure. {' '.join(troubles)}"
        )
