"""The layers that the service offers: the views of what is in force, as the server reaches them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsDataSourceUri, QgsWkbTypes

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.shared_layers import PLANNING, THEMES
from smica_qgis.database.migration import StoreTable, store_views
from smica_qgis.database.planning.tables import standard_table, store_table
from smica_qgis.database.store import FID, GEOMETRY, Store
from smica_qgis.geodata.layer_styles import DEFAULT, style_files

DOCUMENTS, EASEMENTS = "Documents d'urbanisme", "Servitudes d'utilité publique"
GROUPS = {EASEMENTS: "servitudes", DOCUMENTS: "documents_urbanisme"}
"""Groups of the service with their names for machines, the one on top of the map first."""


@dataclass(frozen=True)
class ServiceLayer:
    """name: in WMS and WFS, that of the table of the standard; here: address by which this QGIS opens it.

    source: the address that the project gets, by which the server opens it; style: the QML file, None without any.
    """

    name: str
    title: str
    group: str
    view: str
    provider: str
    here: str
    source: str
    style: Path | None


def service_layers(store: Store, pg_service: str) -> dict[str, ServiceLayer]:
    """By name, all layers that the store has something for, the one on top first. Raises InvalidParameterError."""
    views = store_views()
    named = [(standard_table(view), views[view]) for view in THEMES[PLANNING]]
    return {name: _layer(store, name, view, pg_service) for name, view in named if name is not None}


def filled_layers(store: Store, layers: Collection[ServiceLayer]) -> set[str]:
    """Names of the layers that have an object in force."""
    return {layer.name for layer in layers if next(store.rows(_first_row(store, layer)), None) is not None}


def drawn_layers(content: DocumentContent | None) -> set[str]:
    """Names of the layers that a document has objects for."""
    if content is None:
        return set()
    targets = (store_table(name) for name, table in content.tables.items() if table.rows and table.geometries)
    return {standard_table(target) or "" for target in targets if target is not None} - {""}


def _first_row(store: Store, layer: ServiceLayer) -> str:
    return f"SELECT 1 FROM {store.quoted(layer.view)} LIMIT 1"  # noqa: S608  # nosec B608 - a name of ours


def _layer(store: Store, name: str, view: StoreTable, pg_service: str) -> ServiceLayer:
    place = store.layer(view.name)
    source = place.uri if place.provider == "ogr" else _by_service(place.uri, view, pg_service, store)
    group = EASEMENTS if view.name.startswith("sup_") else DOCUMENTS
    return ServiceLayer(
        name, _title(view), group, view.name, place.provider, place.uri, source, style_files(name).get(DEFAULT)
    )


def _title(view: StoreTable) -> str:
    """What people read: the service as a whole says that it is what is in force."""
    return view.title.removesuffix(", en vigueur")


def _by_service(uri: str, view: StoreTable, pg_service: str, store: Store) -> str:
    """An address without host, login nor password: the server looks the service up in its own pg_service.conf."""
    given = QgsDataSourceUri(uri)
    service = pg_service or given.service()
    if not service:
        message = (
            f"Cible service : la base {store.name} est une connexion de ce QGIS, que le serveur n'a pas. Donnez "
            "« pg_service », le nom d'un service PostgreSQL du serveur (pg_service.conf)."
        )
        raise InvalidParameterError(message)
    served = QgsDataSourceUri()
    served.setConnection(service, "", "", "")
    served.setDataSource(given.schema(), view.name, GEOMETRY, "", FID)
    served.setSrid(str(store.srid))
    served.setWkbType(QgsWkbTypes.parseType(view.geometry))
    served.setParam("checkPrimaryKeyUnicity", "0")  # it is the key of the table under the view
    return str(served.uri(False))
