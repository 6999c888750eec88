"""Layers of sanitation and permits of the store, with our styles and forms, ready for a project."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import StoreError

STYLES = Path(__file__).resolve().parents[1] / "styles"
THEMES: dict[str, tuple[str, ...]] = {
    "anc": ("anc_installation", "anc_zone_enjeu", "anc_zonage", "anc_controle", "anc_composant", "anc_service"),
    "ads": ("ads_dossier", "ads_parcelle", "ads_evenement"),
}
"""Tables of a theme, the one on top of the map first."""


def open_shared_layers(address: str, themes: tuple[str, ...] = tuple(THEMES)) -> list[QgsVectorLayer]:
    """Open the layers of themes. None holds anybody's name. Raises InvalidParameterError, StoreError."""
    unknown = sorted(set(themes) - set(THEMES))
    if unknown:
        message = f"Le thème « {unknown[0]} » n'existe pas : écrivez {' ou '.join(THEMES)}."
        raise InvalidParameterError(message)
    layers = []
    with open_store(address, read_only=True) as store:
        for theme in themes:
            for table in THEMES[theme]:
                place = store.layer(table)
                layer = QgsVectorLayer(place.uri, place.title, place.provider)
                if not layer.isValid():
                    message = f"La couche « {place.title} » de la base {store.name} ne peut être ouverte."
                    raise StoreError(message)
                style = STYLES / theme / f"{table}.qml"
                if style.is_file():
                    layer.loadNamedStyle(str(style))
                layers.append(layer)
    return layers
