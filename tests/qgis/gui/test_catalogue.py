"""The dock of shared data: tree, search, adding with style in the right group, doctor, network, browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication, QgsBrowserModel, QgsMimeDataUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QModelIndex, Qt

from smica_qgis.connectors.catalogue.service_trouble import Trouble
from smica_qgis.gui.catalogue.browser import PATH, SmicaItemProvider, SourceDropHandler
from smica_qgis.gui.catalogue.dragged_source import DROP_PROVIDER
from smica_qgis.gui.catalogue.panel import CataloguePanel
from smica_qgis.gui.catalogue.shared_catalogue import SharedCatalogue
from smica_qgis.operations.check_network import HostCheck
from tests.qgis.gui.catalogue_profile import FakeServices
from tests.qgis.gui.conftest import Window


@pytest.fixture
def fake_services(qgis_app: QgsApplication, tmp_path: Path) -> FakeServices:  # noqa: ARG001
    return FakeServices(tmp_path)


@pytest.fixture
def shared(fake_services: FakeServices) -> Iterator[SharedCatalogue]:
    checks = (
        HostCheck("https://example.org", "https://example.org/wms", 2, reached=True, milliseconds=40),
        HostCheck("https://absent.org", "x", 1, False, 12, "Le serveur absent.org ne répond pas.", Trouble.DOWN),
    )
    made = SharedCatalogue(fake_services.services(check_network=lambda _catalogue, _progress: checks))
    yield made
    made.shut_down()


@pytest.fixture
def catalogue_panel(window: Window, shared: SharedCatalogue, qtbot: QtBot) -> Iterator[CataloguePanel]:
    with qtbot.waitSignal(shared.opened):
        shown = CataloguePanel(window, shared)  # type: ignore[arg-type]
    qtbot.addWidget(shown)
    shown.resize(360, 620)
    shown.show()
    yield shown
    QgsProject.instance().clear()


def titles(panel: CataloguePanel) -> dict[str, list[str]]:
    model = panel.catalogue.model
    themes = [model.index(row, 0) for row in range(model.rowCount())]
    return {
        theme.data(): [model.index(row, 0, theme).data() for row in range(model.rowCount(theme))] for theme in themes
    }


def test_the_tree_is_by_theme(catalogue_panel: CataloguePanel) -> None:
    assert titles(catalogue_panel) == {
        "Fonds de plan": ["Tuiles des adhérents"],
        "Urbanisme": ["Zonage des PLU", "Cartes"],
    }


def test_the_search_ignores_accents_and_takes_several_words(catalogue_panel: CataloguePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(catalogue_panel.catalogue.search, "ADHERENT tuile")
    qtbot.waitUntil(lambda: titles(catalogue_panel) == {"Fonds de plan": ["Tuiles des adhérents"]})
    catalogue_panel.catalogue.search.setText("xyzzy")
    qtbot.waitUntil(lambda: titles(catalogue_panel) == {})
    assert catalogue_panel.catalogue.message.isVisible()


def test_filters_by_theme_and_territory(catalogue_panel: CataloguePanel) -> None:
    tab = catalogue_panel.catalogue
    tab.themes.setCurrentIndex(tab.themes.findData("urbanisme"))
    tab.territory.setText("48095")
    tab.look_for()
    assert titles(catalogue_panel) == {"Urbanisme": ["Cartes"]}


def test_the_preview_says_licence_date_and_sheet(catalogue_panel: CataloguePanel) -> None:
    catalogue_panel.catalogue.select("zones")
    text = catalogue_panel.catalogue.preview.toPlainText()
    assert "Licence Ouverte 2.0" in text
    assert "2026" in text
    assert "https://example.org/fiche" in catalogue_panel.catalogue.preview.toHtml()


def test_a_double_click_adds_in_the_right_group(
    catalogue_panel: CataloguePanel, shared: SharedCatalogue, qtbot: QtBot
) -> None:
    tab = catalogue_panel.catalogue
    tab.select("zones")
    with qtbot.waitSignal(shared.added):
        qtbot.mouseClick(tab.add_button, Qt.MouseButton.LeftButton)
    [layer] = QgsProject.instance().mapLayers().values()
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    assert (node.parent().name(), node.parent().parent().name()) == ("PLU", "Urbanisme")
    assert layer.minimumScale() == 25000
    assert layer.metadata().licenses() == ["Licence Ouverte 2.0"]
    assert layer.customProperty("smica/source") == "zones"


def test_a_second_layer_goes_into_the_same_group(
    catalogue_panel: CataloguePanel, shared: SharedCatalogue, qtbot: QtBot
) -> None:
    source = shared.source("zones")
    assert source is not None
    assert catalogue_panel
    for _time in range(2):
        with qtbot.waitSignal(shared.added):
            shared.add(source)
    root = QgsProject.instance().layerTreeRoot()
    assert [group.name() for group in root.findGroups()] == ["Urbanisme"]
    assert len(root.findGroup("PLU").findLayers()) == 2


def test_a_service_is_asked_only_when_it_is_opened(
    catalogue_panel: CataloguePanel, shared: SharedCatalogue, fake_services: FakeServices, qtbot: QtBot
) -> None:
    tab = catalogue_panel.catalogue
    assert fake_services.asked == []
    index = tab.model.index_of("service")
    assert tab.model.hasChildren(index)
    with qtbot.waitSignal(shared.listed):
        tab.tree.expand(index.parent())
        tab.tree.expand(index)
    index = tab.model.index_of("service")
    assert [tab.model.index(row, 0, index).data() for row in range(2)] == ["PLU", "Servitudes"]
    assert fake_services.asked == ["service"]
    listed = tab.model.source_at(tab.model.index(0, 0, index))
    assert listed is not None
    assert (listed.layer, listed.crs, listed.url) == ("plu", "EPSG:2154", "https://example.org/wms")


def test_a_service_that_is_down_says_so_and_may_be_asked_again(
    catalogue_panel: CataloguePanel,
    shared: SharedCatalogue,
    fake_services: FakeServices,
    window: Window,
    qtbot: QtBot,
) -> None:
    fake_services.down = True
    tab = catalogue_panel.catalogue
    source = shared.source("service")
    assert source is not None
    with qtbot.waitSignal(shared.listed):
        tab.model.fetchMore(tab.model.index_of("service"))
    assert "ne répond pas" in shared.states["service"].message
    assert any("ne répond pas" in text for text in window.messages())
    fake_services.down = False
    tab.tree.expand(tab.model.index_of("service").parent())
    tab.tree.expand(tab.model.index_of("service"))
    qtbot.wait(200)
    assert fake_services.asked == ["service"], "a view that is open must not ask again and again"
    with qtbot.waitSignal(shared.listed):
        assert tab.model.ask_again(tab.model.index(0, 0, tab.model.index_of("service")))
    assert tab.model.rowCount(tab.model.index_of("service")) == 2
    assert shared.states["service"].message == ""


def test_a_login_is_asked_for(catalogue_panel: CataloguePanel) -> None:
    tab = catalogue_panel.catalogue
    tab.select("tuiles")
    assert tab.login.isVisible()
    tab.select("zones")
    assert not tab.login.isVisible()


def test_what_is_dragged_is_dropped_where_it_belongs(
    catalogue_panel: CataloguePanel, shared: SharedCatalogue, qtbot: QtBot
) -> None:
    model = catalogue_panel.catalogue.model
    index = model.index_of("zones")
    assert model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(model.index_of("service")) & Qt.ItemFlag.ItemIsDragEnabled
    [uri] = QgsMimeDataUtils.decodeUriList(model.mimeData([index]))
    handler = SourceDropHandler(shared)
    assert uri.providerKey == handler.customUriProviderKey() == DROP_PROVIDER
    with qtbot.waitSignal(shared.added):
        handler.handleCustomUriDrop(uri)
    assert len(QgsProject.instance().mapLayers()) == 1


def test_the_model_is_sound(catalogue_panel: CataloguePanel, qtmodeltester: object) -> None:
    qtmodeltester.check(catalogue_panel.catalogue.model)  # type: ignore[attr-defined]


def test_the_doctor_repairs_and_undoes(
    catalogue_panel: CataloguePanel, fake_services: FakeServices, qtbot: QtBot, tmp_path: Path
) -> None:
    old = tmp_path / "ancien" / "zones.gpkg"
    old.parent.mkdir()
    shutil.copy(fake_services.path, old)
    layer = QgsVectorLayer(f"{old}|layername=zone", "Mes zones", "ogr")
    QgsProject.instance().addMapLayer(layer)
    before = layer.source()
    old.unlink()
    doctor = catalogue_panel.doctor
    doctor.check()
    qtbot.waitUntil(doctor.check_button.isEnabled)
    assert doctor.tree.topLevelItemCount() == 1
    assert doctor.repair_button.isEnabled()
    doctor.repair_button.click()
    qtbot.waitUntil(doctor.undo_button.isEnabled)
    assert layer.source() == f"{fake_services.path}|layername=zone"
    assert layer.isValid()
    assert doctor.tree.topLevelItemCount() == 0
    doctor.undo_button.click()
    qtbot.waitUntil(lambda: layer.source() == before)
    assert not layer.isValid()
    assert not doctor.undo_button.isEnabled()


def test_the_doctor_of_an_empty_project_says_what_to_do(catalogue_panel: CataloguePanel) -> None:
    catalogue_panel.doctor.check()
    assert catalogue_panel.doctor.verdict.text()
    assert not catalogue_panel.doctor.repair_button.isEnabled()


def test_the_network_page_can_be_copied(catalogue_panel: CataloguePanel, qtbot: QtBot) -> None:
    page = catalogue_panel.network
    page.test_button.click()
    qtbot.waitUntil(page.copy_button.isEnabled)
    assert page.tree.topLevelItemCount() == 2
    page.copy_button.click()
    report = QgsApplication.clipboard().text()
    assert "ÉCHEC  https://absent.org" in report
    assert "sortie TCP 443 vers ce nom" in report


@pytest.fixture
def browser(shared: SharedCatalogue) -> Iterator[QgsBrowserModel]:
    """Return QGIS' browser with our provider; `children()` of an item is never called from Python: it unbinds them."""
    registry = QgsApplication.dataItemProviderRegistry()
    provider = SmicaItemProvider(shared)
    registry.addProvider(provider)
    model = QgsBrowserModel()
    model.addRootItems()
    yield model
    registry.removeProvider(provider)


def below(model: QgsBrowserModel, parent: QModelIndex) -> dict[str, QModelIndex]:
    if model.canFetchMore(parent):
        model.fetchMore(parent)
    indexes = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return {index.data(): index for index in indexes}


def our_line(model: QgsBrowserModel) -> QModelIndex:
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return next(index for index in rows if model.dataItem(index).path() == PATH)


def test_the_browser_has_the_same_tree(
    catalogue_panel: CataloguePanel, browser: QgsBrowserModel, fake_services: FakeServices, qtbot: QtBot
) -> None:
    themes = below(browser, our_line(browser))
    assert set(themes) == set(titles(catalogue_panel))
    urbanisme = below(browser, themes["Urbanisme"])
    assert set(urbanisme) == {"Zonage des PLU", "Cartes"}
    [uri] = QgsMimeDataUtils.decodeUriList(browser.mimeData([urbanisme["Zonage des PLU"]]))
    assert (uri.providerKey, uri.uri) == (DROP_PROVIDER, "zones")
    assert fake_services.asked == []
    below(browser, urbanisme["Cartes"])
    qtbot.waitUntil(lambda: set(below(browser, urbanisme["Cartes"])) == {"PLU", "Servitudes"})
    assert fake_services.asked == ["service"]


def test_a_double_click_in_the_browser_adds(
    catalogue_panel: CataloguePanel, browser: QgsBrowserModel, shared: SharedCatalogue, qtbot: QtBot
) -> None:
    assert catalogue_panel
    themes = below(browser, our_line(browser))
    item = browser.dataItem(below(browser, themes["Urbanisme"])["Zonage des PLU"])
    with qtbot.waitSignal(shared.added):
        assert item.handleDoubleClick()


def test_a_service_that_is_down_is_told_in_the_browser(
    catalogue_panel: CataloguePanel, browser: QgsBrowserModel, fake_services: FakeServices, qtbot: QtBot
) -> None:
    assert catalogue_panel
    fake_services.down = True
    themes = below(browser, our_line(browser))
    service = below(browser, themes["Urbanisme"])["Cartes"]
    below(browser, service)
    qtbot.waitUntil(lambda: any("ne répond pas" in name for name in below(browser, service)))


def test_the_browser_waits_for_the_catalogue(shared: SharedCatalogue, browser: QgsBrowserModel, qtbot: QtBot) -> None:
    line = our_line(browser)
    with qtbot.waitSignal(shared.opened):
        below(browser, line)
    qtbot.waitUntil(lambda: set(below(browser, line)) == {"Fonds de plan", "Urbanisme"})
