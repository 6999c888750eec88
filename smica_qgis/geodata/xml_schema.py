"""What of an XML file does not respect a schema, said as the official parser says it.

libxml2 finds the problems; their codes, lines and paths are put in the form of Xerces, which the official report has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from lxml import etree

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.core.validation.delivery import SchemaFault
from smica_qgis.geodata.metadata_xml import parser
from smica_qgis.geodata.tables.outside_reads import refuse_entities

_LARGEST_FILE = 300 * 1024 * 1024
_CONTENT = "SCHEMAV_ELEMENT_CONTENT"
_VALUE = ("SCHEMAV_CVC_DATATYPE_VALID", "SCHEMAV_CVC_FACET", "SCHEMAV_CVC_TYPE_3")
_FACET = "[facet '"
_MISSING = "Missing child"
_EXPECTED = "Expected is"
_ATTRIBUTE = re.compile(r", attribute '")
_BESIDE_A_VALUE, _BESIDE_AN_ATTRIBUTE = "cvc-type.3.1.3", "cvc-attribute.3"
_CHUNK = 1024 * 1024


def read_schema(path: Path, address: str) -> etree.XMLSchema:
    """The schema of a file that includes and imports local files only. address: how messages name it.

    Raises UnreadableFileError when it is no schema.
    """
    try:
        return etree.XMLSchema(etree.parse(str(path), parser()))
    except (etree.XMLSchemaParseError, etree.XMLSyntaxError) as error:
        message = f"Le schéma {address} du modèle n'est pas un schéma XML valide."
        raise UnreadableFileError(message, str(error)) from error


def schema_faults(path: Path, schema: etree.XMLSchema) -> list[SchemaFault]:
    """Every problem of a file, in its order; only one for what is not well-formed XML.

    Raises UnreadableFileError for a file that is larger than is read.
    """
    if path.stat().st_size > _LARGEST_FILE:
        message = f"Le fichier {path.name} est trop gros pour être comparé à son schéma."
        raise UnreadableFileError(message)
    refuse_entities(path)
    try:
        document = etree.parse(str(path), parser())
    except etree.XMLSyntaxError as error:
        return [SchemaFault(error.lineno or 0, "", error.msg or "", "", well_formed=False)]
    try:
        schema.validate(document)
    except etree.XMLSchemaValidateError as error:
        message = f"Le fichier {path.name} ne peut être comparé à son schéma."
        raise UnreadableFileError(message, str(error)) from error
    errors = list(schema.error_log)  # type: ignore[call-overload]
    return list(_faults(errors, _Elements(path, document)))


def _faults(errors: list[etree._LogEntry], elements: _Elements) -> Iterator[SchemaFault]:
    for error in errors:
        node = elements.at(error.path or "")
        message = error.message.partition(": ")[2] if error.message.startswith("Element ") else error.message
        is_value = error.type_name.startswith(_VALUE) or _FACET in error.message
        is_attribute = is_value and _ATTRIBUTE.search(error.message) is not None
        at_the_end = (is_value and not is_attribute) or _MISSING in error.message
        line = elements.last_line(node, error.line) if at_the_end else error.line
        place = _path(node if at_the_end or node is None else node.getparent())
        yield SchemaFault(line, _code(error), message, place)
        if is_value:
            # A wrong value is said twice: what is wrong with it, then that the element or the attribute holds it.
            yield SchemaFault(line, _BESIDE_AN_ATTRIBUTE if is_attribute else _BESIDE_A_VALUE, message, place)


def _code(error: etree._LogEntry) -> str:
    """The rule of the XML Schema standard that is broken, as Xerces writes it: cvc-complex-type.2.4.a."""
    if error.type_name == _CONTENT:
        if _MISSING in error.message:
            return "cvc-complex-type.2.4.b"
        return "cvc-complex-type.2.4.a" if _EXPECTED in error.message else "cvc-complex-type.2.4.d"
    words = error.type_name.removeprefix("SCHEMAV_").lower().split("_")
    numbers = [word for word in words if word.isdigit()]
    return ".".join(("-".join(word for word in words if not word.isdigit()), *numbers))


def _path(node: etree._Element | None) -> str:
    """`//root/child[@id='…']`, with the prefixes of the file."""
    steps: list[str] = []
    while node is not None:
        identity = next((str(node.get(key)) for key in map(str, node.attrib) if etree.QName(key).localname == "id"), "")
        steps.append(_name(node) + (f"[@id='{identity}']" if identity else ""))
        node = node.getparent()
    return "//" + "/".join(reversed(steps))


def _name(node: etree._Element) -> str:
    """The name of an element as the file writes it."""
    return (f"{node.prefix}:" if node.prefix else "") + etree.QName(node).localname


@dataclass
class _Elements:
    """Where the elements of a file are. What lxml does not keep is read again, only when it is asked for."""

    path: Path
    document: etree._ElementTree
    _children: dict[tuple[etree._Element, str], list[etree._Element]] = field(default_factory=dict)
    _lines: dict[etree._Element, int] | None = None

    def at(self, path: str) -> etree._Element | None:
        """The element that a path of libxml2 names: `/e:a/*[2]/@c`; None for what is no element."""
        node: etree._Element | None = None
        for step in path.split("/")[1:]:
            if step.startswith("@"):
                break
            name, _, rank = step.partition("[")
            found = [self.document.getroot()] if node is None else self._named(node, name)
            index = int(rank.rstrip("]") or 1) - 1
            if not 0 <= index < len(found):
                return None
            node = found[index]
        return node

    def _named(self, parent: etree._Element, name: str) -> list[etree._Element]:
        """Its children of a name; all of them for `*`, which stands for the names of the default namespace."""
        if (parent, name) not in self._children:
            children = list(parent.iterchildren(etree.Element))
            self._children[parent, name] = [child for child in children if name in ("*", _name(child))]
        return self._children[parent, name]

    def last_line(self, node: etree._Element | None, first: int) -> int:
        """Line of the end of an element; first: that of its start, for what is no element."""
        if node is None:
            return first
        if self._lines is None:
            self._lines = dict(zip(self.document.iter(etree.Element), _last_lines(self.path)))
        return self._lines.get(node, first)


def _last_lines(path: Path) -> list[int]:
    """The line of the end tag of each element, in the order of the start tags."""
    lines: list[int] = []
    opened: list[int] = []
    reader = expat.ParserCreate()

    def start(_name: str, _attributes: object) -> None:
        opened.append(len(lines))
        lines.append(0)

    def end(_name: str) -> None:
        lines[opened.pop()] = reader.CurrentLineNumber

    reader.StartElementHandler, reader.EndElementHandler = start, end
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                reader.Parse(chunk, False)
    except expat.ExpatError:
        return []  # an encoding that lxml reads and expat does not: the first line serves
    return lines
