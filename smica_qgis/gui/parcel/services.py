"""What the dock *Parcelle* asks of the floors below, gathered so that tests can put something else.

Every import is made when the service is used: QGIS starts and the dock opens quickly. All but `read_layers`,
`selected_parcels` and `write_pdf` may run in a working thread; each opens the store for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Callable

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsProject

    from smica_qgis.core.parcel.piece_link import PieceLink
    from smica_qgis.core.progress import Progress
    from smica_qgis.database.store import Box
    from smica_qgis.geodata.parcel.layer_snapshot import LayerSnapshot
    from smica_qgis.operations.describe_parcels import DescribedParcels
    from smica_qgis.operations.find_parcel import Hit, ParcelFinder

    Cancelled = Callable[[], bool]

_OWN_COLUMN = "document_id"
"""A layer with it is a table of the store, which is read as such: its rules would be told twice."""


def store_address() -> str:
    """The store of the settings, empty when none is chosen."""
    from smica_qgis.host.settings import load_settings

    return load_settings().store


@contextmanager
def _finder(cancelled: Cancelled) -> Iterator[ParcelFinder]:
    from smica_qgis.database.open_store import open_store
    from smica_qgis.host.settings import load_settings
    from smica_qgis.operations.find_parcel import Geocoding, ParcelFinder

    settings = load_settings()
    with open_store(settings.store, read_only=True) as store:
        yield ParcelFinder(store, Geocoding(settings.geocoding), cancelled)


def search(text: str, commune: str, cancelled: Cancelled) -> list[Hit]:
    """What a text may be. commune: INSEE code of the one chosen, or empty."""
    from smica_qgis.core.cadastre.parcel_parser import ParcelContext

    with _finder(cancelled) as finder:
        return finder.find(text, ParcelContext(commune))


def communes() -> list[Hit]:
    """Communes of the cadastre."""
    with _finder(_never) as finder:
        return finder.communes()


def sections(insee: str) -> list[Hit]:
    """Sections of a commune."""
    with _finder(_never) as finder:
        return finder.sections(insee)


def parcels(section: str) -> list[Hit]:
    """Parcels of a section."""
    with _finder(_never) as finder:
        return finder.parcels(section)


def box_of(hit: Hit) -> tuple[Box, int] | None:
    """Where a commune or a section is, and the EPSG code of the box."""
    with _finder(_never) as finder:
        box = finder.box_of(hit)
        return None if box is None else (box, finder.srid)


def parcel_at(x: float, y: float, crs: str) -> str:
    """Identifier of the parcel at a point of a system, empty when there is none."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.parcel.parcels import parcel_at_point

    with open_store(store_address(), read_only=True) as store:
        found = parcel_at_point(store, x, y, crs)
        return found.facts.identifier if found is not None else ""


def read_layers(project: QgsProject) -> list[LayerSnapshot]:
    """Layers of the project that hold rules. In the window's thread."""
    from qgis.core import QgsVectorLayer

    from smica_qgis.geodata.parcel.layer_snapshot import LayerSnapshot
    from smica_qgis.operations.parcel.layer_rules import is_rule_layer

    layers = [layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer) and layer.isValid()]
    snapshots = [LayerSnapshot(layer) for layer in layers if _OWN_COLUMN not in layer.fields().names()]
    return [snapshot for snapshot in snapshots if is_rule_layer(snapshot)]


def selected_parcels(layer: QgsMapLayer | None) -> list[str]:
    """Identifiers of the parcels that are selected in a layer. In the window's thread."""
    from qgis.core import QgsVectorLayer

    from smica_qgis.geodata.parcel.layer_snapshot import LayerSnapshot
    from smica_qgis.operations.parcel.parcels import identifiers_of_rows

    if not isinstance(layer, QgsVectorLayer) or not layer.selectedFeatureCount():
        return []
    return identifiers_of_rows(LayerSnapshot(layer, only_selected=True).rows(None, layer.crs()))


def describe(
    identifiers: Sequence[str],
    layers: Sequence[LayerSnapshot],
    from_geoportal: bool,  # noqa: FBT001
    progress: Progress,
) -> DescribedParcels:
    """The sheet of a land unit. from_geoportal: planning rules from its service, in place of those of the store."""
    from smica_qgis.operations.describe_parcels import ParcelRequest, describe_parcels
    from smica_qgis.operations.open_catalogue import open_catalogue

    request = ParcelRequest("; ".join(identifiers), store=store_address(), together=True, rule_layers=layers)
    if from_geoportal:
        progress.phase("Ouverture du profil de données")
        request = replace(request, rule_layers=(), catalogue=open_catalogue(cancelled=progress.cancelled))
    return describe_parcels(request, progress)


def find_piece(link: PieceLink) -> Path:
    """The file of a written piece of which only the name is known. Raises SmicaError when it is nowhere."""
    import tempfile

    from smica_qgis.operations.parcel.written_piece import find_piece as found

    return found(link, Path(tempfile.gettempdir()) / "smica_pieces")


def write_pdf(described: DescribedParcels, path: Path, layers: Sequence[QgsMapLayer]) -> None:
    """The sheet on paper. In the window's thread."""
    from smica_qgis.operations.write_parcel_sheets import map_layers_of_store
    from smica_qgis.operations.write_parcel_sheets import write_pdf as written

    written(described, 0, path, layers or map_layers_of_store(store_address()))


def _never() -> bool:
    return False


@dataclass(frozen=True)
class ParcelServices:
    """All of them."""

    store_address: Callable[[], str] = store_address
    search: Callable[[str, str, Cancelled], list[Hit]] = search
    communes: Callable[[], list[Hit]] = communes
    sections: Callable[[str], list[Hit]] = sections
    parcels: Callable[[str], list[Hit]] = parcels
    box_of: Callable[[Hit], tuple[Box, int] | None] = box_of
    parcel_at: Callable[[float, float, str], str] = parcel_at
    read_layers: Callable[[QgsProject], list[LayerSnapshot]] = read_layers
    describe: Callable[[Sequence[str], Sequence[LayerSnapshot], bool, Progress], DescribedParcels] = describe
    selected_parcels: Callable[[QgsMapLayer | None], list[str]] = selected_parcels
    find_piece: Callable[[PieceLink], Path] = find_piece
    write_pdf: Callable[[DescribedParcels, Path, Sequence[QgsMapLayer]], None] = write_pdf
