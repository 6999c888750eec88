"""The deliveries that the layers of the project come from: their folder, zip or GeoPackage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProviderRegistry, QgsVectorLayer

# Subfolders that the CNIG standards put inside a delivery: their parent is the delivery.
_INSIDE = re.compile(r"donnees_geographiques|pieces_ecrites|actes|[0-6]_.+", re.IGNORECASE)
_NAMED_AS_DELIVERY = re.compile(r"\d{5,9}_[A-Za-z].*")
MOST_LEVELS = 4
_ZIP_PREFIX = "/vsizip/"


def deliveries_of(layers: Iterable[QgsMapLayer]) -> list[str]:
    """Paths of the deliveries that hold files of these layers, the one with most layers first."""
    found = Counter(path for layer in layers if (path := delivery_of(layer)))
    return [path for path, _ in found.most_common()]


def delivery_of(layer: QgsMapLayer) -> str | None:
    """Path of the delivery that a layer's file belongs to, or None for a layer that comes from no file."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() not in ("ogr", "delimitedtext"):
        return None
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = str(parts.get("path") or "")
    prefix = str(parts.get("vsiPrefix") or "")
    if path.startswith(_ZIP_PREFIX):
        prefix, path = _ZIP_PREFIX, path[len(_ZIP_PREFIX) :]
    if prefix == _ZIP_PREFIX:
        return path.lower().partition(".zip")[0] and path[: path.lower().find(".zip") + 4]
    if not path or prefix or not Path(path).exists():
        return None
    file = Path(path)
    if file.suffix.lower() == ".gpkg" and not _in_delivery(file):
        return str(file)
    return str(delivery_folder(file))


def delivery_folder(file: Path) -> Path:
    """The folder named as a delivery, or the one above the standard's subfolders, or the file's own."""
    named = next((f for f in list(file.parents)[:MOST_LEVELS] if _NAMED_AS_DELIVERY.fullmatch(f.name)), None)
    if named is not None:
        return named
    folder = file.parent
    while _INSIDE.fullmatch(folder.name) and folder.parent != folder:
        folder = folder.parent
    return folder


def _in_delivery(file: Path) -> bool:
    """Whether a GeoPackage is one of the files of a delivery, rather than a delivery by itself."""
    return bool(_INSIDE.fullmatch(file.parent.name)) or bool(_NAMED_AS_DELIVERY.fullmatch(file.parent.name))
