"""What a service holds, read when asked; the last good copy with its date when it cannot be read now."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from smica_qgis.connectors.catalogue.capabilities import read_listing
from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.connectors.catalogue.service_listing import ServiceListing
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, service_error
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.source_profile.profile import Source, SourceKind
from smica_qgis.host.network import NetworkSession

RECORDS = 100
_LONGEST_QUERY = 200


@dataclass(frozen=True)
class Reading:
    """date: when it was read, ISO 8601 UTC; trouble: why it is a kept copy, None when it is of now."""

    listing: ServiceListing
    date: str
    trouble: ServiceError | None = None


def read_service(
    source: Source, session: NetworkSession, copies: KeptCopies, login: str = "", words: str = ""
) -> Reading:
    """List what a service holds. login: the configuration of the session; words: for a catalogue, what to look for.

    Raises ServiceError when it cannot be read and was never read before; CancelledError.
    """
    address = listing_address(source, words)
    try:
        content = session.answer(address).content
        listing = read_listing(source.kind, content, address)
    except CancelledError:
        raise
    except SmicaError as error:
        trouble = service_error(error, address)
        kept = kept_listing(source, copies, login, words)
        if kept is None:
            raise trouble from error
        return Reading(kept.listing, kept.date, trouble)
    return Reading(listing, copies.keep(address, content, login).date)


def kept_listing(source: Source, copies: KeptCopies, login: str = "", words: str = "") -> Reading | None:
    """What a service held when it was last read, without the network."""
    address = listing_address(source, words)
    copy = copies.last(address, login)
    if copy is None:
        return None
    try:
        return Reading(read_listing(source.kind, copy.content, address), copy.date)
    except ServiceError:
        return None


def listing_address(source: Source, words: str = "") -> str:
    """Where a service says what it holds."""
    if source.kind is SourceKind.OGC_API_FEATURES:
        return f"{source.url.rstrip('/')}/collections?f=json"
    if source.kind is SourceKind.CSW:
        return with_query(source.url, f"service=CSW&version=2.0.2&request=GetRecords&{_records_query(words)}")
    service, version = {
        SourceKind.WMS: ("WMS", source.version or "1.3.0"),
        SourceKind.WMTS: ("WMTS", "1.0.0"),
        SourceKind.WFS: ("WFS", source.version or "2.0.0"),
    }[source.kind]
    return with_query(source.url, f"SERVICE={service}&VERSION={version}&REQUEST=GetCapabilities")


def with_query(address: str, query: str) -> str:
    """An address with more of a query."""
    if "?" not in address:
        return f"{address}?{query}"
    return f"{address}{query}" if address.endswith(("?", "&")) else f"{address}&{query}"


def _records_query(words: str) -> str:
    query = (
        "typeNames=csw:Record&elementSetName=full&resultType=results&outputFormat=application/xml"
        f"&outputSchema=http://www.opengis.net/cat/csw/2.0.2&startPosition=1&maxRecords={RECORDS}"
    )
    asked = words[:_LONGEST_QUERY].replace("'", "''").split()
    if not asked:
        return query
    constraint = " and ".join(f"csw:AnyText like '%{word}%'" for word in asked)
    return f"{query}&constraintLanguage=CQL_TEXT&constraint_language_version=1.1.0&constraint={quote(constraint)}"
