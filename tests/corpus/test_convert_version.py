"""Real deliveries of old versions, converted: nothing is lost in silence, and what is still refused was announced."""

from __future__ import annotations

from pathlib import Path

import pytest

from smica_qgis.core.planning.conversion.notes import NoteKind
from smica_qgis.core.planning.conversion.report import ConversionReport
from smica_qgis.core.validation.finding import Family, Finding, Level
from smica_qgis.operations.convert_version import ConversionRequest, convert_version
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery

REAL = {
    "30014_PLU_20171013": "cnig_PLU_2017",
    "41175_PLU_20140603": "cnig_PLU_2013",
    "200011781_PLUi_20180101": "cnig_PLUi_2014",
    "50545_CC_20130902": "cnig_CC_2013",
}
CONFORMANT = ("PLU_2013", "PLU_2017", "PLU_2024", "PLUi_2017", "PLUi_2024", "PSMV_2022")
OF_THE_SOURCE = (
    "ATTRIBUTE_GEOMETRY_INVALID",
    "ATTRIBUTE_FILE_NOT_FOUND",
    "CNIG_IDURBA",
    "CNIG_PIECE_ECRITE_ONLY_PDF",
    "METADATA_",
    "CNIG_METADATA_",
)
"""What objects, pieces and metadata have wrong in themselves: no conversion mends it, and none may bring it."""
ALWAYS = {"cnig_PSMV_2025": "VALIDATOR_EXCEPTION"}
"""A list of the published model ends the official tool, whatever is delivered."""


def refused(path: str, standard: str) -> list[Finding]:
    report = validate_delivery(ValidationRequest(path, standard=standard))
    report.geometries.close()
    blocking = (Level.ERROR, Level.FATAL)
    return [f for f in report.findings if f.family is Family.OFFICIAL and f.level in blocking]


def unannounced(source: Path, standard: str, folder: Path) -> tuple[ConversionReport, list[tuple[str, str, str]]]:
    report = convert_version(ConversionRequest(str(source), str(folder), standard=standard))
    said = {(note.table, column) for note in report.notebook.of_kind(NoteKind.UNDECIDED) for column in note.columns} | {
        (note.table.lower(), "") for note in report.notebook.of_kind(NoteKind.MISSING_PIECE)
    }
    before = {(f.code, f.file_model) for f in refused(str(source), standard)}
    left = []
    for f in refused(report.delivery, report.path[-1]):
        table = f.file_model.lower()
        own = f.code.startswith(OF_THE_SOURCE) and (f.code, f.file_model) in before
        whole = f.attribute in ("", "--") and any(name == table for name, _ in said)
        if not own and not whole and (table, f.attribute.lower()) not in said and ALWAYS.get(report.path[-1]) != f.code:
            left.append((f.code, f.file_model, f.attribute))
    return report, left


@pytest.mark.parametrize("name", REAL)
def test_real_deliveries(name: str, shared: Path, tmp_path: Path) -> None:
    source = shared / "corpus" / "deliveries" / f"{name}.zip"
    report, left = unannounced(source, REAL[name], tmp_path / "new")
    assert left == []
    assert all(low == high for low, high in rows_by_kind(report).values())


@pytest.mark.parametrize("model", CONFORMANT)
def test_conformant_deliveries(model: str, shared: Path, tmp_path: Path) -> None:
    source = shared / "corpus" / "conformant" / f"cnig_{model}.zip"
    report, left = unannounced(source, f"cnig_{model}", tmp_path / "new")
    assert left == []
    assert all(low == high for low, high in rows_by_kind(report).values())


def rows_by_kind(report: ConversionReport) -> dict[str, tuple[int, int]]:
    """Return rows before and after by shape: some informations became prescriptions."""
    sums: dict[str, tuple[int, int]] = {}
    for name, (low, high) in report.rows.items():
        key = name.rpartition("_")[2] if name.startswith(("info_", "prescription_")) else name
        known = sums.get(key, (0, 0))
        sums[key] = known[0] + low, known[1] + high
    return sums
