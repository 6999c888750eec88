"""The limits that the guide promises are those of the code."""

from __future__ import annotations

from pathlib import Path

from smica_qgis.geodata.delivery.bounds import GIGABYTE, Bounds
from smica_qgis.geodata.tables.table_bounds import MOST_COLUMNS, MOST_ROWS

MEGABYTE = 1024**2


def written(count: int) -> str:
    return f"{count:,}".replace(",", " ")


def test_the_limits_of_the_guide(repository: Path) -> None:
    text = (repository / "docs" / "guide" / "formats.md").read_text(encoding="utf-8")
    bounds = Bounds()
    limits = (
        f"| Taille, une fois décompressée | {bounds.octets // GIGABYTE} Go |",
        f"| Fichiers et dossiers | {written(bounds.entries)} |",
        f"| {bounds.ratio} fois, au-delà de {bounds.ratio_from // MEGABYTE} Mo |",
        f"| Table | {written(MOST_COLUMNS)} colonnes, {written(MOST_ROWS)} lignes |",
    )
    assert [limit for limit in limits if limit not in text] == []
