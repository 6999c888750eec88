"""The XML schema that a model names, with all that it includes or imports, written in the working copy.

Neither lxml nor GDAL asks the network or another folder for anything then: what they read is what was fetched here,
within bounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Callable
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from smica_qgis.core.errors import SmicaError, UnreadableFileError
from smica_qgis.geodata.metadata_xml import parser

Read = Callable[[str], bytes]
"""Bytes of an http(s) address, or of a path of this machine. Raises OSError or SmicaError."""

_NAMESPACE = "{http://www.w3.org/2001/XMLSchema}"
_OTHERS = tuple(f"{_NAMESPACE}{name}" for name in ("include", "import", "redefine", "override"))
_LOCATION = "schemaLocation"
_MOST_SCHEMAS = 300
_MOST_OCTETS = 30 * 1024 * 1024
_DRIVE = re.compile(r"/?[A-Za-z]:[/\\]")


def write_schema_files(address: str, read: Read, folder: Path) -> Path:
    """Write a schema and the others that it needs in a folder, which is made. Returns the main one.

    A schema of the network leads to the network only. Raises UnreadableFileError when one of them cannot be had, or
    when they are more than is reasonable.
    """
    files = _SchemaFiles(_local_path(address) or address, read, folder)
    return files.write()


class _SchemaFiles:
    """The schemas met so far. names: address → file name, in the order in which they were met."""

    def __init__(self, address: str, read: Read, folder: Path) -> None:
        self.address = address
        self.folder = folder
        self.names = {address: "schema_0.xsd"}
        self._read = read
        self._octets = 0

    def write(self) -> Path:
        self.folder.mkdir(parents=True)
        waiting = [self.address]
        while waiting:
            waiting += self._write(waiting.pop())
        return self.folder / self.names[self.address]

    def _write(self, address: str) -> Iterator[str]:
        """Write a schema with its locations replaced; yields the addresses that are met for the first time."""
        root = self._root(address)
        for element in root.iter(*_OTHERS):
            location = element.get(_LOCATION)
            if location is None:
                continue
            other = self._address_of(location, address)
            if other not in self.names:
                self.names[other] = f"schema_{len(self.names)}.xsd"
                yield other
            element.set(_LOCATION, self.names[other])
        content = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        (self.folder / self.names[address]).write_bytes(content)

    def _root(self, address: str) -> etree._Element:
        try:
            content = self._read(address)
        except (OSError, SmicaError) as error:
            message = f"Le schéma {address} ne peut être lu."
            raise UnreadableFileError(message, str(error)) from error
        self._octets += len(content)
        if len(self.names) > _MOST_SCHEMAS or self._octets > _MOST_OCTETS:
            message = f"Le schéma {self.address} renvoie à trop d'autres schémas : ils ne sont pas lus."
            raise UnreadableFileError(message)
        try:
            return etree.fromstring(content, parser())
        except etree.XMLSyntaxError as error:
            message = f"Le schéma {address} n'est pas du XML lisible."
            raise UnreadableFileError(message, str(error)) from error

    def _address_of(self, location: str, seen_from: str) -> str:
        """Where a schema is that another one names."""
        if _is_of_the_network(seen_from):
            address = urljoin(seen_from, location)
            if _is_of_the_network(address):
                return address
            message = f"Le schéma {seen_from} renvoie à « {location} », qui n'est pas une adresse http(s)."
            raise UnreadableFileError(message)
        if _is_of_the_network(location):
            return location
        path = _local_path(location)
        return path or (Path(seen_from).parent / location).resolve().as_posix()


def _is_of_the_network(address: str) -> bool:
    return address.startswith(("http://", "https://"))


def _local_path(address: str) -> str:
    """The path that an address `file:…` or an absolute path names; empty for what is neither."""
    if address.startswith("file:"):
        path = unquote(urlsplit(address).path)
        return path[1:] if _DRIVE.match(path) and path.startswith("/") else path
    return address if address.startswith("/") or _DRIVE.match(address) else ""
