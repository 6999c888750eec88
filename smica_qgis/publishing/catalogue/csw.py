"""A catalogue of metadata spoken to in CSW 2.0.2 (OGC 07-006r1), with sheets in ISO 19139.

Requests are built as XML trees, never as texts; answers are looked at by their root, whatever their type says.
"""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlencode

from lxml import etree

from smica_qgis.core.errors import SmicaError
from smica_qgis.geodata.metadata_xml import parse_xml_bytes
from smica_qgis.host.network import NetworkSession, refusal

CSW = "http://www.opengis.net/cat/csw/2.0.2"
GMD = "http://www.isotc211.org/2005/gmd"
OGC = "http://www.opengis.net/ogc"
OWS = "http://www.opengis.net/ows"
_XLINK = "http://www.w3.org/1999/xlink"
_NAMESPACES = {"csw": CSW, "gmd": GMD, "ogc": OGC, "ows": OWS}
_SHEET = f"{{{GMD}}}MD_Metadata"
_MOST_FOUND = 100
_XML = {"Content-Type": "application/xml; charset=utf-8", "Accept": "application/xml"}

Element = etree._Element  # noqa: SLF001 - lxml gives the class no other name


class CatalogueError(SmicaError):
    """A catalogue that did not do what was asked; the message says what to do about it."""


class CswClient:
    """One catalogue. url: of its service; publication: where it takes transactions, empty = as it says itself."""

    def __init__(self, session: NetworkSession, url: str, publication: str = "") -> None:
        self._session = session
        self._url = url
        self._publication = publication

    def record_address(self, identifier: str) -> str:
        """Where a sheet can be read."""
        query = {
            "service": "CSW",
            "version": "2.0.2",
            "request": "GetRecordById",
            "id": identifier,
            "outputSchema": GMD,
            "elementSetName": "full",
        }
        return f"{self._url}{'&' if '?' in self._url else '?'}{urlencode(query)}"

    def sheet(self, identifier: str) -> Element | None:
        """The sheet of an identifier, None when the catalogue has none. Raises NetworkError, CatalogueError."""
        root = self._get(self.record_address(identifier), absent=True)
        return root.find(_SHEET) if root is not None else None

    def search(self, text: str) -> list[Element]:
        """The sheets that hold a text anywhere."""
        root = self._post(self._url, _get_records(text))
        return list(root.iter(_SHEET))

    def insert(self, sheet: Element) -> None:
        """Add a sheet. Raises CatalogueError when one of that identifier is there."""
        self._transaction(_operation("Insert", sheet), "totalInserted", "insérée")

    def update(self, sheet: Element) -> None:
        """Replace the sheet of the same identifier."""
        self._transaction(_operation("Update", sheet), "totalUpdated", "mise à jour")

    def delete(self, identifier: str) -> None:
        """Remove a sheet."""
        delete = _el(CSW, "Delete")
        constraint = _el(CSW, "Constraint", version="1.1.0")
        constraint.append(_filter(_comparison("PropertyIsEqualTo", "apiso:Identifier", identifier)))
        delete.append(constraint)
        self._transaction(delete, "totalDeleted", "retirée")

    def _transaction(self, operation: Element, count: str, done: str) -> None:
        request = _el(CSW, "Transaction", service="CSW", version="2.0.2")
        request.append(operation)
        answer = self._post(self._address_of_transactions(), request)
        said = answer.findtext(f"csw:TransactionSummary/csw:{count}", "", _NAMESPACES)
        if said.strip() != "1":
            message = f"Le catalogue {self._url} dit n'avoir {done} aucune fiche : vérifiez les droits de ce compte."
            raise CatalogueError(message, f"{count} = {said!r}")

    def _address_of_transactions(self) -> str:
        if not self._publication:
            query = urlencode({"service": "CSW", "version": "2.0.2", "request": "GetCapabilities"})
            root = self._get(f"{self._url}{'&' if '?' in self._url else '?'}{query}")
            path = "ows:OperationsMetadata/ows:Operation[@name='Transaction']/ows:DCP/ows:HTTP/ows:Post"
            posts = root.findall(path, _NAMESPACES) if root is not None else []
            if not posts:
                message = (
                    f"Le catalogue {self._url} n'offre pas l'écriture (opération Transaction) à ce compte : donnez "
                    "l'adresse de publication (« publication_url »), un compte (« authcfg »), ou demandez l'ouverture."
                )
                raise CatalogueError(message)
            self._publication = str(posts[0].get(f"{{{_XLINK}}}href", "")) or self._url
        return self._publication

    def _get(self, address: str, *, absent: bool = False) -> Element | None:
        """The root of an answer. absent: the catalogue may say that there is nothing, which is None."""
        response = self._session.ask(address, {"Accept": "application/xml"})
        if absent and response.status_code == HTTPStatus.NOT_FOUND:
            return None
        root = parse_xml_bytes(response.content)
        if response.status_code != HTTPStatus.OK and (root is None or not _is_exception(root)):
            raise refusal(address, response)
        return self._looked_at(root, response.content)

    def _post(self, address: str, request: Element) -> Element:
        body: bytes = etree.tostring(request, encoding="UTF-8", xml_declaration=True)
        response = self._session.ask(address, _XML, method="POST", body=body)
        root = parse_xml_bytes(response.content)
        if response.status_code != HTTPStatus.OK and (root is None or not _is_exception(root)):
            raise refusal(address, response)
        return self._looked_at(root, response.content)

    def _looked_at(self, root: Element | None, content: bytes) -> Element:
        if root is None or not str(root.tag).startswith(("{" + CSW, "{" + OWS)):
            said = content[:200].decode("utf-8", "replace")
            message = (
                f"{self._url} a répondu autre chose que du CSW 2.0.2 : page de connexion, portail du réseau ou adresse "
                "qui a changé."
            )
            raise CatalogueError(message, said)
        if _is_exception(root):
            texts = [" ".join("".join(map(str, e.itertext())).split()) for e in root.iter("{*}ExceptionText")]
            message = f"Le catalogue {self._url} refuse la demande : {' '.join(texts) or 'sans dire pourquoi'}."
            raise CatalogueError(message)
        return root


def canonical(sheet: Element) -> bytes:
    """The sheet in a form that does not depend on blanks, prefixes declared around it, nor order of attributes."""
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True, resolve_entities=False, no_network=True)
    bare = etree.fromstring(etree.tostring(sheet), parser)
    form: bytes = etree.tostring(bare, method="c14n", exclusive=True)
    return form


def _is_exception(root: Element) -> bool:
    return etree.QName(root).localname == "ExceptionReport"


def _get_records(text: str) -> Element:
    request = _el(
        CSW,
        "GetRecords",
        service="CSW",
        version="2.0.2",
        resultType="results",
        outputSchema=GMD,
        startPosition="1",
        maxRecords=str(_MOST_FOUND),
    )
    query = _el(CSW, "Query", typeNames="csw:Record")
    query.append(_el(CSW, "ElementSetName", "full"))
    constraint = _el(CSW, "Constraint", version="1.1.0")
    like = _comparison("PropertyIsLike", "csw:AnyText", f"%{text}%")
    for name, value in (("wildCard", "%"), ("singleChar", "?"), ("escapeChar", "\\")):
        like.set(name, value)
    constraint.append(_filter(like))
    query.append(constraint)
    request.append(query)
    return request


def _operation(name: str, sheet: Element) -> Element:
    operation = _el(CSW, name)
    operation.append(sheet)
    return operation


def _filter(*conditions: Element) -> Element:
    found = _el(OGC, "Filter")
    found.extend(conditions)
    return found


def _comparison(kind: str, name: str, value: str) -> Element:
    comparison = _el(OGC, kind)
    comparison.extend((_el(OGC, "PropertyName", name), _el(OGC, "Literal", value)))
    return comparison


def _el(namespace: str, name: str, text: str | None = None, **attributes: str) -> Element:
    element = etree.Element(f"{{{namespace}}}{name}", attributes, nsmap=_NAMESPACES)
    element.text = text
    return element
