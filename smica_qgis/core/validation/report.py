"""What a validation yields: header, verdict, findings. Writers of `reports/` and the dock read only this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from smica_qgis.core.validation.finding import (
    Box,
    Family,
    Finding,
    Level,
    Verdict,
    count_by_family_and_level,
)

if TYPE_CHECKING:
    from smica_qgis.core.document_model.detection import Detection
    from smica_qgis.core.document_model.model import DocumentModel, ModelSource
    from smica_qgis.core.validation.catalogue import RuleCatalogue


class ObjectGeometries(Protocol):
    """Where the true geometries of the objects can be had, on demand, once the validation is over."""

    @property
    def crs(self) -> str:
        """CRS of the layers, e.g. EPSG:2154."""

    def wkb_of(self, file: str, rows: Sequence[int]) -> dict[int, bytes]:
        """Geometries (2D WKB, layer CRS) of rows of a table. file: as in the findings; absent rows are left out."""

    def outlines(self, most: int) -> list[list[tuple[float, float]]]:
        """A backdrop for a small map: rings and lines in CRS84 (lon, lat), at most so many points in all."""

    def close(self) -> None:
        """Let the files and the working copy go; nothing can be asked afterwards."""


class NoGeometries:
    """For a delivery that could not be opened, and for tests."""

    crs = ""

    def wkb_of(self, file: str, rows: Sequence[int]) -> dict[int, bytes]:  # noqa: ARG002
        """Return nothing."""
        return {}

    def outlines(self, most: int) -> list[list[tuple[float, float]]]:  # noqa: ARG002
        """Return nothing."""
        return []

    def close(self) -> None:
        """Nothing is held."""


@dataclass(frozen=True)
class TableSummary:
    """One table that was read: file as in the findings, model of the file, rows, box in CRS84 or None.

    path: path of the delivery's file inside the working copy, for whoever wants to show it; layer: its layer name.
    """

    file: str
    file_model: str
    rows: int
    box: Box | None = None
    path: str = ""
    layer: str = ""


@dataclass(frozen=True)
class ReportHeader:
    """Everything that identifies a run (contract, design §8).

    delivery: name; path: what was opened; manifest_sha256: hash of the list of files with their own hashes;
    versions: {"smica_qgis": "0.1.0", "qgis": …, "gdal": …, "geos": …}; started: ISO 8601 UTC; seconds: duration.
    crs: given CRS; options: option names of the contract with their values; families: those that were run.
    files_checked: False for a lone GeoPackage.
    """

    delivery: str
    path: str
    detection: Detection
    model_title: str
    model_source: ModelSource
    crs: str
    options: Mapping[str, object] = field(default_factory=dict)
    families: Sequence[str] = ()
    rule_profile: str = ""
    manifest_sha256: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    started: str = ""
    seconds: float = 0.0
    phases: Mapping[str, float] = field(default_factory=dict)
    files_checked: bool = True
    partial: bool = False


@dataclass(frozen=True)
class Report:
    """The whole result of one validation, findings in the official order within the official family."""

    header: ReportHeader
    verdict: Verdict
    findings: list[Finding]
    catalogue: RuleCatalogue
    model: DocumentModel | None = None
    tables: Sequence[TableSummary] = ()
    geometries: ObjectGeometries = field(default_factory=NoGeometries)
    files: Sequence[str] = ()

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """Findings by family and level."""
        return count_by_family_and_level(self.findings)

    def official(self, *levels: Level) -> int:
        """How many findings of the official family have one of these levels."""
        return sum(1 for f in self.findings if f.family is Family.OFFICIAL and f.level in levels)
