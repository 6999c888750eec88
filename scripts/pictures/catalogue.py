"""Pictures of the dock *Données partagées* and of QGIS' browser: search, filters, doctor, network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex
from qgis.PyQt.QtNetwork import QSslCertificate
from qgis.PyQt.QtWidgets import QTreeView  # noqa: TID251 - inside the window

from pictures.shooting import PLAN, WORK, Ready, child, docks, iface, panel_of, pause, picture, show_beside
from pictures.stand_in_services import SYNDICATE
from pictures.village import write_plan
from pictures.village_map import village_on_map

if TYPE_CHECKING:
    from smica_qgis.gui.catalogue.panel import CataloguePanel

DOCK = "SmicaCatalogueDock"
_OWS = f"https://{SYNDICATE}/ows"
_MAPS = {"kind": "wms", "group": "syndicat", "url": _OWS, "crs": "EPSG:2154", "badge": "SMICA", "territory": ["FR-12"]}


def pictures() -> Iterator[Ready]:
    """The steps; each yields what to wait for before the next."""
    from smica_qgis.host.settings import change_settings

    trust_the_stand_in()
    profile = write_profile(WORK / "catalogue")
    change_settings(source_profiles=("fr_national", "fr_occitanie_openig", str(profile)))
    village_on_map()
    show_beside(DOCK)
    yield pause(1000)
    panel: CataloguePanel = panel_of(DOCK)
    yield lambda: panel.catalogue.model.count() > 0
    show_beside(DOCK)
    yield pause(1500)
    yield from search(panel)
    yield from browser()
    yield from doctor(panel)
    yield from network(panel)
    docks()[DOCK].hide()


def trust_the_stand_in() -> None:
    """Tell the authority of the stand-in to this profile of QGIS, which is thrown away."""
    manager = QgsApplication.authManager()
    [certificate] = QSslCertificate.fromPath(PLAN["authority"])
    manager.storeCertAuthority(certificate)
    manager.rebuildCaCertsCache()
    manager.rebuildTrustedCaCertsCache()


def write_profile(folder: Path) -> Path:
    """What an invented syndicate adds to the bundled profiles."""
    stored = write_plan(folder / "urbanisme.gpkg")
    sources: list[dict[str, Any]] = [
        {**_MAPS, "id": "syndicat.zonage", "title": "Zonage des PLU", "layer": "zone_urba",
         "former_urls": ["http://sig.ancien-syndicat.example/wms"]},
        {**_MAPS, "id": "syndicat.eau", "title": "Réseau d’eau potable", "layer": "eau_potable"},
        {**_MAPS, "id": "syndicat.sup", "title": "Servitudes d’utilité publique", "layer": "assiette_sup_s",
         "former_layers": ["servitude"]},
        {"id": "syndicat.plan", "title": "Prescriptions du PLU", "kind": "geopackage", "group": "syndicat",
         "path": str(stored), "layer": "prescription_surf", "crs": "EPSG:2154", "badge": "SMICA"},
    ]  # fmt: skip
    members = {
        "format": "smica-source-profile",
        "version": 1,
        "id": "syndicat",
        "title": "Syndicat",
        "level": "syndicate",
        "groups": [{"id": "syndicat", "title": "Urbanisme du syndicat", "theme": "urbanisme"}],
        "sources": sources,
    }
    path = folder / "profil_syndicat.json"
    path.write_text(json.dumps(members, ensure_ascii=False), encoding="utf-8")
    return path


def search(panel: CataloguePanel) -> Iterator[Ready]:
    """Words, then a theme and a territory."""
    tab = panel.catalogue
    tab.search.setText("orthophoto")
    yield pause(800)
    tab.select("ign.ortho.l93")
    yield pause(1500)
    picture("catalogue_search")
    tab.search.clear()
    tab.themes.setCurrentIndex(tab.themes.findData("urbanisme"))
    tab.territory.setText("12202")
    tab.look_for()
    tab.select("gpu.wfs.zone_urba")
    yield pause(1000)
    picture("catalogue_filters", docks()[DOCK])
    tab.territory.clear()
    tab.themes.setCurrentIndex(0)
    tab.look_for()
    yield pause(400)


def browser() -> Iterator[Ready]:
    """The same tree in QGIS' browser."""
    dock = docks()["Browser"]
    show_beside(DOCK, "Browser")
    yield pause(1500)
    yield from _unfold(child(dock, QTreeView), "SMICA", "Urbanisme")
    yield pause(1500)
    picture("catalogue_browser", dock)
    show_beside(DOCK)
    yield pause(600)


def _unfold(tree: QTreeView, *beginnings: str) -> Iterator[Ready]:
    """Open the line of the browser whose text begins so, then one below it."""
    model, parent = tree.model(), QModelIndex()
    for beginning in beginnings:
        rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
        parent = next(index for index in rows if str(index.data()).startswith(beginning))
        tree.expand(parent)
        yield pause(1000)
    tree.scrollTo(parent.parent(), QTreeView.ScrollHint.PositionAtTop)
    tree.selectionModel().setCurrentIndex(parent, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def doctor(panel: CataloguePanel) -> Iterator[Ready]:
    """A project that has aged: what is wrong, the repair, and its undoing."""
    sick_project()
    tab = panel.doctor
    panel.tabs.setCurrentWidget(tab)
    yield pause(1500)
    iface().messageBar().clearWidgets()
    tab.check()
    yield tab.check_button.isEnabled
    yield pause(800)
    picture("doctor_sick")
    tab.repair()
    yield tab.undo_button.isEnabled
    yield pause(1500)
    picture("doctor_repaired", docks()[DOCK])
    tab.undo()
    yield lambda: not tab.undo_button.isEnabled() and tab.check_button.isEnabled()
    yield pause(800)


def sick_project() -> None:
    """Layers of another time."""
    iface().newProject(False)
    project = QgsProject.instance()
    for title, layer, url in (
        ("Zonage du PLU", "zone_urba", "http://sig.ancien-syndicat.example/wms"),
        ("Eau potable", "eau_potable", f"http://{SYNDICATE}/ows"),
        ("Servitudes", "servitude", _OWS),
        ("Photos de 2009", "ortho2009", "http://photos.example/wms"),
        ("Voirie", "voirie", _OWS),
    ):
        uri = f"crs=EPSG:2154&format=image/png&layers={layer}&styles=&url={url}"
        project.addMapLayer(QgsRasterLayer(uri, title, "wms"))
    project.addMapLayer(QgsVectorLayer("P:/SIG/PLU/urbanisme.gpkg|layername=prescription_surf", "Prescriptions", "ogr"))


def network(panel: CataloguePanel) -> Iterator[Ready]:
    """Each server, and what to tell the IT department."""
    tab = panel.network
    panel.tabs.setCurrentWidget(tab)
    tab.test()
    yield tab.test_button.isEnabled
    yield pause(1000)
    picture("network", docks()[DOCK])
