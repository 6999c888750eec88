"""Reads what services answer: OWSLib parses the bytes, and never goes to the network itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import ParseError  # nosec B405 - the exception of OWSLib, not a parser

from lxml import etree

from smica_qgis.connectors.catalogue.service_listing import ListedLayer, ServiceListing
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble
from smica_qgis.core.source_profile.profile import SourceKind

_EXCEPTIONS = frozenset({"ExceptionReport", "ServiceExceptionReport", "Exception"})
_HTML = re.compile(rb"\s*(<!--.*?-->\s*)*(<!doctype\s+html|<html)", re.IGNORECASE | re.DOTALL)
_CRS_CODE = re.compile(r"(?:.*(EPSG|CRS|IGNF)[:/]{1,2}(?:[\d.]*[:/])?)?([0-9A-Za-z]+)$")
_LONGEST_SAID = 300
_UNREADABLE = (AttributeError, KeyError, IndexError, TypeError, ValueError, ParseError, etree.LxmlError)
"""What OWSLib raises on a document that is not what it expects."""


def read_listing(kind: SourceKind, content: bytes, address: str) -> ServiceListing:
    """Read the answer of a service of a kind. Raises ServiceError: a page, an exception, something else."""
    refuse_page(content, address)
    if kind is SourceKind.OGC_API_FEATURES:
        return _collections(content, address)
    root = checked_xml(content, address)
    reader = {SourceKind.WMS: _wms, SourceKind.WMTS: _wmts, SourceKind.WFS: _wfs}.get(kind)
    try:
        return _records(root, address) if reader is None else reader(content, address, root.get("version", ""))
    except _UNREADABLE as error:
        raise ServiceError(Trouble.UNREADABLE, address, "", f"{type(error).__name__}: {error}") from error


def refuse_page(content: bytes, address: str) -> None:
    """Raise ServiceError when a web page came instead of an answer."""
    if _HTML.match(content[:4096]):
        raise ServiceError(Trouble.NOT_A_SERVICE, address)
    if not content.strip():
        raise ServiceError(Trouble.UNREADABLE, address, "réponse vide")


def checked_xml(content: bytes, address: str) -> Any:  # noqa: ANN401 - lxml's element has no name to write here
    """The root of an XML answer, without entities nor DTD. Raises ServiceError, also for a report of exceptions."""
    upper = content.upper()
    if b"<!DOCTYPE" in upper or b"<!ENTITY" in upper or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ServiceError(Trouble.UNREADABLE, address, "document avec DTD, refusé par sécurité")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ServiceError(Trouble.UNREADABLE, address, "XML incorrect", str(error)) from error
    if etree.QName(root).localname in _EXCEPTIONS:
        said = " ".join(" ".join(str(text) for text in root.itertext()).split())[:_LONGEST_SAID]
        raise ServiceError(Trouble.REFUSED, address, said)
    return root


def crs_code(text: str) -> str:
    """EPSG:2154 for urn:ogc:def:crs:EPSG::2154, http://www.opengis.net/def/crs/EPSG/0/2154 and the like."""
    found = _CRS_CODE.match(text.strip())
    if found is None:
        return text.strip()
    authority, code = found.groups()
    return f"{authority or 'EPSG'}:{code}"


def _wms(content: bytes, address: str, version: str) -> ServiceListing:
    from owslib.wms import WebMapService

    service = WebMapService(address, version="1.1.1" if version.startswith("1.1") else "1.3.0", xml=content)
    formats = tuple(service.getOperationByName("GetMap").formatOptions)
    layers = [
        ListedLayer(
            name=name,
            title=_text(layer.title) or name,
            abstract=_text(layer.abstract),
            crs=tuple(crs_code(str(code)) for code in layer.crsOptions or ()),
            styles=tuple(layer.styles or ()),
            formats=formats,
        )
        for name, layer in service.contents.items()
    ]
    return ServiceListing(_text(service.identification.title), version, tuple(layers), formats)


def _wmts(content: bytes, address: str, version: str) -> ServiceListing:
    from owslib.wmts import WebMapTileService

    service = WebMapTileService(address, xml=content)
    crs_of = {name: crs_code(str(grid.crs)) for name, grid in service.tilematrixsets.items()}
    layers = []
    for name, layer in service.contents.items():
        links = [str(link) for link in layer.tilematrixsetlinks]
        default_first = sorted(layer.styles.items(), key=lambda item: not item[1].get("isDefault"))
        layers.append(
            ListedLayer(
                name=name,
                title=_text(layer.title) or name,
                abstract=_text(layer.abstract),
                styles=tuple(str(style) for style, _details in default_first),
                formats=tuple(layer.formats),
                tile_matrix_sets={link: crs_of.get(link, "") for link in links},
            )
        )
    title = _text(service.identification.title) if service.identification is not None else ""
    return ServiceListing(title, version, tuple(layers))


def _wfs(content: bytes, address: str, version: str) -> ServiceListing:
    """Read by the version that the server answered: QGIS Server answers 1.1.0 to whom asks for 2.0.0."""
    from owslib.wfs import WebFeatureService

    service = WebFeatureService(address, version=version or "2.0.0", xml=content)
    layers = [
        ListedLayer(
            name=name,
            title=_text(layer.title) or name,
            abstract=_text(layer.abstract),
            crs=tuple(dict.fromkeys(f"EPSG:{crs.code}" for crs in layer.crsOptions or () if crs is not None)),
        )
        for name, layer in service.contents.items()
    ]
    formats = _wfs_formats(service)
    return ServiceListing(_text(service.identification.title), version, tuple(layers), formats)


def _wfs_formats(service: Any) -> tuple[str, ...]:  # noqa: ANN401 - OWSLib has no types
    for operation in service.operations:
        if operation.name == "GetFeature":
            values = operation.parameters.get("outputFormat", {}).get("values", [])
            return tuple(str(value) for value in values or getattr(operation, "formatOptions", ()))
    return ()


def _collections(content: bytes, address: str) -> ServiceListing:
    try:
        answer = json.loads(content)
        found = [item for item in answer["collections"] if isinstance(item, dict) and item.get("id")]
    except (ValueError, KeyError, TypeError) as error:
        raise ServiceError(Trouble.UNREADABLE, address, "", str(error)) from error
    layers = tuple(
        ListedLayer(
            name=str(item["id"]),
            title=_text(item.get("title")) or str(item["id"]),
            abstract=_text(item.get("description")),
            crs=tuple(crs_code(str(code)) for code in item.get("crs") or ()),
        )
        for item in found
    )
    return ServiceListing(_text(answer.get("title")), "1.0", layers)


def _records(root: Any, address: str) -> ServiceListing:  # noqa: ANN401
    """Dublin Core records of a catalogue (CSW 2.0.2, GetRecords)."""
    layers = []
    for record in root.iter("{*}Record", "{*}SummaryRecord"):
        identifier = _first(record.iterchildren("{*}identifier"))
        layers.append(
            ListedLayer(
                name=identifier,
                title=_first(record.iterchildren("{*}title")) or identifier,
                abstract=_first(record.iterchildren("{*}abstract")),
                record_url=_record_url(address, identifier),
                links=tuple(_links(record)),
            )
        )
    if root.find("{*}SearchResults") is None:
        raise ServiceError(Trouble.UNREADABLE, address, "ce n'est pas la réponse d'un catalogue CSW")
    return ServiceListing("", "2.0.2", tuple(layers))


def _links(record: Any) -> Iterable[tuple[str, str, str]]:  # noqa: ANN401
    for link in record.iterchildren("{*}references", "{*}URI"):
        protocol = link.get("scheme") or link.get("protocol") or ""
        if (link.text or "").strip().startswith(("http://", "https://")):
            yield protocol, link.text.strip(), link.get("name") or ""


def _record_url(address: str, identifier: str) -> str:
    from urllib.parse import quote

    joint = "&" if "?" in address else "?"
    return (
        f"{address}{joint}service=CSW&version=2.0.2&request=GetRecordById&elementSetName=full"
        f"&outputSchema=http://www.isotc211.org/2005/gmd&id={quote(identifier)}"
    )


def _first(elements: Iterable[Any]) -> str:
    return next((_text(element.text) for element in elements if element.text), "")


def _text(value: object) -> str:
    return " ".join(str(value).split()) if value else ""
