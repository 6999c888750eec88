"""A catalogue for the tests of the dock: real files, a service that the test answers for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsVectorFileWriter, QgsVectorLayer

from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.connectors.catalogue.profile_sources import LoadedProfiles
from smica_qgis.connectors.catalogue.service_listing import ListedLayer, ServiceListing
from smica_qgis.connectors.catalogue.service_reader import Reading
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble
from smica_qgis.core.source_profile.profile import Source
from smica_qgis.gui.catalogue.services import CatalogueServices
from smica_qgis.operations.open_catalogue import Catalogue
from tests.unit.core.source_profile.made_profile import profile


def geopackage(folder: Path) -> Path:
    """Write a GeoPackage with one table, `zone`."""
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=nom:string", "zone", "memory")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "zone"
    path = folder / "zones.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), layer.transformContext(), options)
    return path


def members(path: Path) -> dict[str, Any]:
    """Return what the profile says."""
    return {
        "groups": [
            {"id": "urba", "title": "Urbanisme", "theme": "urbanisme"},
            {"id": "plu", "title": "PLU", "theme": "urbanisme", "parent": "urba"},
            {"id": "plan", "title": "Fonds de plan", "theme": "fonds_de_plan"},
        ],
        "logins": [{"id": "openig", "title": "Compte OpenIG"}],
        "sources": [
            {
                "id": "zones",
                "title": "Zonage des PLU",
                "kind": "geopackage",
                "group": "plu",
                "path": str(path),
                "layer": "zone",
                "crs": "EPSG:2154",
                "licence": "Licence Ouverte 2.0",
                "date": "2026-03-01",
                "badge": "SMICA",
                "metadata": "https://example.org/fiche",
                "scale": {"least_detailed": 25000},
                "territory": ["FR-12"],
            },
            {"id": "service", "title": "Cartes", "kind": "wms", "group": "urba", "url": "https://example.org/wms"},
            {
                "id": "tuiles",
                "title": "Tuiles des adhérents",
                "kind": "wmts",
                "group": "plan",
                "url": "https://example.org/wmts",
                "login": "openig",
                "badge": "OPenIG",
            },
        ],
    }


class FakeServices:
    """Counts what is asked; the service answers, or is down."""

    def __init__(self, folder: Path) -> None:
        self.path = geopackage(folder)
        self.copies = KeptCopies(folder / "copies")
        self.down = False
        self.asked: list[str] = []

    def open(self, _online: bool, _cancelled: object) -> Catalogue:  # noqa: FBT001
        return Catalogue(LoadedProfiles(profile(**members(self.path)), ()), {}, self.copies)

    def list_service(self, _catalogue: Catalogue, source: Source, _cancelled: object) -> Reading:
        self.asked.append(source.id)
        if self.down:
            raise ServiceError(Trouble.DOWN, source.url)
        layers = (ListedLayer("plu", "PLU", crs=("EPSG:2154",)), ListedLayer("sup", "Servitudes"))
        return Reading(ServiceListing("Cartes", "1.3.0", layers), "2026-03-12T10:00:00+00:00")

    def services(self, **others: Any) -> CatalogueServices:  # noqa: ANN401
        """Return them for a shared catalogue."""
        return CatalogueServices(open_catalogue=self.open, list_service=self.list_service, **others)
