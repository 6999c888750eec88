"""The village in the open project: its plan and its cadastre, in the plugin's styles, and in the shared store."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

import smica_qgis
from pictures.shooting import WORK, iface
from pictures.village import write_cadastre, write_plan

STYLES = Path(smica_qgis.__file__).parent / "styles"
PLAN_TABLES = {"zone_urba": "Zonage", "info_surf": "Informations", "prescription_surf": "Prescriptions"}
CADASTRE_TABLES = {"cad_batiment": "Bâtiments", "cad_parcelle": "Parcelles", "cad_section": "Sections"}
HIDDEN = "Informations"
SCALE = 2500


def store_of_the_village() -> Path:
    """Fill the shared store with the cadastre of the village, once; the settings name it."""
    from smica_qgis.host.settings import change_settings
    from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre

    store = WORK / "base_partagee.gpkg"
    if not store.exists():
        import_cadastre(CadastreRequest([write_cadastre(WORK / "cadastre")], str(store)))
    change_settings(store=str(store))
    return store


def village_on_map() -> None:
    """Open a project of the village, from its zones up to its parcels."""
    store, plan = store_of_the_village(), write_plan(WORK / f"{WORK.name}_plan" / "12202_PLU_20230615.gpkg")
    iface().newProject(False)
    project = QgsProject.instance()
    for path, tables, style in (
        (plan, PLAN_TABLES, "planning/{}.qml"),
        (store, CADASTRE_TABLES, "cadastre/{}.plan.qml"),
    ):
        for table, title in tables.items():
            layer = QgsVectorLayer(f"{path}|layername={table}", title, "ogr")
            layer.loadNamedStyle(str(STYLES / style.format(table)))
            project.addMapLayer(layer)
            node = project.layerTreeRoot().findLayer(layer.id())
            node.setExpanded(False)
            node.setItemVisibilityChecked(title != HIDDEN)
    project.setCrs(layer.crs())
    canvas = iface().mapCanvas()
    canvas.setExtent(layer.extent())
    canvas.zoomScale(SCALE)
    canvas.refresh()
