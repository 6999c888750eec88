"""All the objects of a WFS layer, page by page, with the proof that all came.

A server that caps its answers looks like the end of the data, and paging that is not stable gives objects twice and
others never: the count announced, the count received and the identities must agree.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from smica_qgis.connectors.catalogue.capabilities import checked_xml, read_listing, refuse_page
from smica_qgis.connectors.catalogue.service_listing import ServiceListing
from smica_qgis.connectors.catalogue.service_reader import listing_address, with_query
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble, service_error
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.source_profile.profile import Source, SourceKind
from smica_qgis.host.network import NetworkSession

PAGE = 1000
MOST_PAGES = 100_000


class IncompleteError(SmicaError):
    """A server that did not give all that it announced."""


@dataclass(frozen=True)
class Page:
    """Objects of one answer, as GeoJSON has them. first: rank of the first; capped: fewer came than asked, not last."""

    first: int
    features: tuple[dict[str, Any], ...]
    capped: bool


@dataclass
class WfsRead:
    """One reading of a layer. expected: the count that the server announces, None when it does not.

    box: what the objects must meet, as the parameter BBOX says it, empty for everywhere; output: name of the server's
    GeoJSON, empty = its capabilities are asked.
    """

    source: Source
    session: NetworkSession
    box: str = ""
    output: str = ""
    expected: int | None = None
    received: int = 0
    page_size: int = PAGE
    _seen: set[str] = field(default_factory=set, repr=False)

    def pages(self) -> Iterator[Page]:
        """Each page; the proof comes after the last. Raises ServiceError, IncompleteError, CancelledError."""
        output = self.output or self._json_format()
        self.expected = self._announced()
        size = self._first_size
        for _page in range(MOST_PAGES):
            features = self._features(output, size)
            self._refuse_repeated(features)
            if not features:
                break
            first, self.received = self.received, self.received + len(features)
            complete = self.expected is not None and self.received >= self.expected
            done = complete and self._nothing_follows(output)
            yield Page(first, tuple(features), capped=len(features) < size and not done)
            if done:
                break
            size = min(size, len(features))  # the server's own cap: going on by what it gives
        self._prove()

    def first_addresses(self) -> tuple[str, str]:
        """What `pages` asks first, to be asked beforehand with others: the count and the first page."""
        hits, page = self._hits(), self._page_query(self.output, self._first_size)
        return with_query(self.source.url, hits), with_query(self.source.url, page)

    @property
    def _first_size(self) -> int:
        return self.source.page_size or self.page_size

    def _refuse_repeated(self, features: list[dict[str, Any]]) -> None:
        """Remember what came; the same object twice means that another was left out."""
        for feature in features:
            identity = _identity(feature)
            if identity in self._seen and feature.get("id") is not None:
                raise IncompleteError(
                    f"Le serveur donne deux fois les mêmes objets de « {self.source.title} » : ses pages ne sont pas "
                    "stables. Indiquez la colonne « key » de la source, pour trier."
                )
            self._seen.add(identity)

    def _nothing_follows(self, output: str) -> bool:
        """Ask for one object more: some servers (MapServer) cap the count that they announce, too.

        A server that knows no paging gives again what was seen: that is the end as well.
        """
        more = self._features(output, 1)
        if not more or _identity(more[0]) in self._seen:
            return True
        self.expected = None  # what was announced is the cap: only an empty page will be the end
        return False

    def _prove(self) -> None:
        if self.expected is not None and self.received != self.expected:
            raise IncompleteError(
                f"« {self.source.title} » : {self.received} objets reçus sur {self.expected} annoncés. "
                "La lecture est incomplète : rien ne doit en être conclu. Réessayez, ou réduisez le territoire."
            )

    def _announced(self) -> int | None:
        content = self._answer(self._hits())
        refuse_page(content, self.source.url)
        root = checked_xml(content, self.source.url)
        for name in ("numberMatched", "numberOfFeatures"):
            text = root.get(name, "")
            if text.isdecimal():
                return int(text)
        return None

    def _features(self, output: str, size: int) -> list[dict[str, Any]]:
        content = self._answer(self._page_query(output, size))
        refuse_page(content, self.source.url)
        if content.lstrip().startswith(b"<"):
            checked_xml(content, self.source.url)  # raises what the report of exceptions says
            raise ServiceError(Trouble.UNREADABLE, self.source.url, "du XML au lieu de GeoJSON")
        try:
            features = json.loads(content)["features"]
        except (ValueError, KeyError, TypeError) as error:
            raise ServiceError(Trouble.UNREADABLE, self.source.url, "GeoJSON incomplet", str(error)) from error
        if not isinstance(features, list) or not all(isinstance(f, dict) for f in features):
            raise ServiceError(Trouble.UNREADABLE, self.source.url, "GeoJSON incomplet")
        return features

    def _query(self) -> str:
        crs = f"&SRSNAME={quote(self.source.crs)}" if self.source.crs else ""
        box = f"&BBOX={quote(self.box, safe=',')}" if self.box else ""
        layer = quote(self.source.layer)  # by both of its names: QGIS Server knows only that of version 1.1
        return f"SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES={layer}&TYPENAME={layer}{crs}{box}"

    def _hits(self) -> str:
        return f"{self._query()}&RESULTTYPE=hits"

    def _page_query(self, output: str, size: int) -> str:
        sort = f"&SORTBY={quote(self.source.key)}" if self.source.key else ""
        paging = f"&COUNT={size}&MAXFEATURES={size}&STARTINDEX={self.received}"
        return f"{self._query()}&OUTPUTFORMAT={quote(output)}{paging}{sort}"

    def _json_format(self) -> str:
        address = listing_address(self.source)
        return json_format(read_listing(SourceKind.WFS, self._answer_of(address), address))

    def _answer(self, query: str) -> bytes:
        return self._answer_of(with_query(self.source.url, query))

    def _answer_of(self, address: str) -> bytes:
        try:
            return self.session.answer(address).content
        except CancelledError:
            raise
        except SmicaError as error:
            raise service_error(error, address) from error


def json_format(listing: ServiceListing) -> str:
    """What a server calls GeoJSON; the usual name when it does not say."""
    return next((name for name in listing.formats if "json" in name.lower()), "application/json")


def _identity(feature: dict[str, Any]) -> str:
    """What tells an object from the others: its identifier, else all that it is."""
    identifier = feature.get("id")
    if identifier is not None:
        return str(identifier)
    return hashlib.sha256(json.dumps(feature, sort_keys=True).encode()).hexdigest()
