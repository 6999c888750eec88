"""A delivery as rules see it: named files and folders, tables and metadata read on demand, through a port."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from smica_qgis.core.progress import Progress
    from smica_qgis.core.validation.metadata import Metadata
    from smica_qgis.core.validation.table import Table


@dataclass(frozen=True)
class Entry:
    """A file or a folder. path: relative to the delivery's root, with `/`."""

    path: str
    is_directory: bool = False
    size: int = 0

    @property
    def name(self) -> str:
        """Last part of the path."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def parent(self) -> str:
        """Path of the folder that holds it, empty at the root."""
        return self.path.rpartition("/")[0]

    @property
    def extension(self) -> str:
        """What follows the last dot of the name, as written; empty when there is none."""
        return self.name.rpartition(".")[2] if "." in self.name else ""

    @property
    def stem(self) -> str:
        """The name without its extension."""
        return self.name.rpartition(".")[0] if "." in self.name else self.name


@dataclass(frozen=True)
class Refused:
    """Something of the delivery that was not opened, and why (French): becomes a finding."""

    path: str
    reason: str


@dataclass(frozen=True)
class SchemaFault:
    """What an XML parser says of a file held against a schema. code: rule of the XML Schema standard, or empty.

    path: of the element. well_formed: False when the file is no XML after this line.
    """

    line: int
    code: str
    message: str
    path: str
    well_formed: bool = True


class Delivery(Protocol):
    """What `geodata` opens. Nothing here ever writes into the input."""

    @property
    def name(self) -> str:
        """Name of the delivery's folder."""

    @property
    def entries(self) -> Sequence[Entry]:
        """Every file and folder, sorted by path."""

    @property
    def has_files(self) -> bool:
        """False for a lone GeoPackage, whose rules about files are not run."""

    @property
    def refused(self) -> Sequence[Refused]:
        """What was seen and not opened."""

    def read_table(self, path: str, *, layer: str, crs: str, charset: str, progress: Progress) -> Table:
        """Read a table. layer: empty for the file's only or first one. Raises UnreadableFileError."""

    def layers(self, path: str, schema: str | None = None) -> Sequence[str]:
        """Names of the layers of a multi-table file. schema: address of the XSD that says which a GML has.

        Raises UnreadableFileError.
        """

    def read_metadata(self, path: str) -> Metadata | None:
        """The ISO 19139 metadata of an XML file, or None when it is not MD_Metadata or not XML.

        Raises UnreadableFileError.
        """

    def schema_faults(self, path: str, schema: str) -> Sequence[SchemaFault]:
        """The problems of an XML file, against an XSD given by its address or path. Raises UnreadableFileError."""
