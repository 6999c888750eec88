"""What in a file would make GDAL read other files, or the network: found before GDAL opens it (design §6)."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.geodata.metadata_xml import parse_xml
from smica_qgis.geodata.xml_start import xml_start

# Blanks, not \s: it also takes line ends, and a file of empty lines would be searched from each of them to its end.
_LINKED_TABLE = re.compile(
    rb"isseamless\W+true|^[ \t]*(?:open[ \t]+table|create[ \t]+view|type[ \t]+(?!\"?(?:native|dbf)\b))",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD_LIST = re.compile(rb"^[ \t]*fields[ \t]+\d+[ \t]*\n(?:.*;.*\n)*", re.IGNORECASE | re.MULTILINE)
_LARGEST_TAB = 1024 * 1024
_SCHEMA_NAMESPACE = "{http://www.w3.org/2001/XMLSchema}"
_FROM_ELSEWHERE = ("include", "import", "redefine", "override")


def refuse_linked_tables(tab: Path) -> None:
    """A MapInfo table may be a view, a seam of others, a raster, a link to a database. Raises UnreadableFileError."""
    with tab.open("rb") as stream:
        header = stream.read(_LARGEST_TAB + 1).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    # A column may be called Type: what is looked for is outside the list of fields.
    if len(header) > _LARGEST_TAB or _LINKED_TABLE.search(_FIELD_LIST.sub(b"", header)):
        message = f"Le fichier {tab.name} est une table MapInfo qui renvoie à d'autres fichiers"
        raise UnreadableFileError(f"{message} : elle n'est pas ouverte.")


def refuse_entities(gml: Path) -> None:
    """A DOCTYPE may name files and grow without end. Raises UnreadableFileError."""
    start = xml_start(gml)
    if start is None:
        message = f"Le fichier {gml.name} ne peut être ouvert comme GML : ce n'est pas du XML lisible."
        raise UnreadableFileError(message)
    if start.has_doctype:
        message = f"Le fichier {gml.name} contient des entités XML, qui ne sont pas admises : il n'est pas ouvert."
        raise UnreadableFileError(message)


def schema_alone(gml: Path) -> Path | None:
    """The schema that lies beside a GML, without the others that it includes: GDAL would read them, wherever they are.

    gml: in the working copy, where the schema is written again. None when there is none that can be read.
    """
    schema = gml.with_suffix(".xsd")
    if not schema.exists():
        return None
    root = parse_xml(schema)
    if root is None:
        schema.unlink()
        return None
    for tag in _FROM_ELSEWHERE:
        for element in root.findall(f".//{_SCHEMA_NAMESPACE}{tag}"):
            element.attrib.pop("schemaLocation", "")
    schema.write_bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))
    return schema
