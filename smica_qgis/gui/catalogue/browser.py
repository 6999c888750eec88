"""The same tree in QGIS' browser, and what happens when one of its lines is dropped on the map.

QGIS fills a slow item in a thread of its own: there the services are asked. Items belong to QGIS, which deletes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsDataCollectionItem,
    QgsDataItem,
    QgsDataItemProvider,
    QgsErrorItem,
    QgsMimeDataUtils,
)
from qgis.gui import QgsCustomDropHandler
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon

from smica_qgis.core.errors import SmicaError
from smica_qgis.gui.catalogue.dragged_source import DROP_PROVIDER, drop_uri
from smica_qgis.gui.catalogue.shared_catalogue import ServiceState, SharedCatalogue
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.core.source_profile.profile import Source

NAME = "SMICA"
PATH = "smica:"
_ICON = Path(__file__).resolve().parents[2] / "resources" / "icon.svg"
_ALIVE: dict[int, QgsDataItem] = {}


class SourceItem(QgsDataItem):
    """One layer: double click or drop adds it."""

    def __init__(self, parent: QgsDataItem, source: Source, shared: SharedCatalogue) -> None:
        path = f"{parent.path()}/{source.id}"
        super().__init__(Qgis.BrowserItemType.Custom, parent, source.title, path, DROP_PROVIDER)
        self._source = source
        self._shared = shared
        _dress(self, source, shared)
        self.setState(Qgis.BrowserItemState.Populated)

    def hasDragEnabled(self) -> bool:  # noqa: N802 - QGIS' name
        return True

    def mimeUris(self) -> list[QgsMimeDataUtils.Uri]:  # noqa: N802
        return [drop_uri(self._source)]

    def handleDoubleClick(self) -> bool:  # noqa: N802
        self._shared.add(self._source)
        return True


class ServiceItem(QgsDataCollectionItem):
    """A service: listed when it is opened, in QGIS' thread for that."""

    def __init__(self, parent: QgsDataItem, source: Source, shared: SharedCatalogue) -> None:
        super().__init__(parent, source.title, f"{parent.path()}/{source.id}", DROP_PROVIDER)
        self._source = source
        self._shared = shared
        _dress(self, source, shared)

    def createChildren(self) -> list[QgsDataItem]:  # noqa: N802
        try:
            layers = self._shared.list_now(self._source)
        except SmicaError as error:
            return kept([QgsErrorItem(self, error.message, f"{self.path()}/error")])
        return kept([SourceItem(self, layer, self._shared) for layer in layers])


class ThemeItem(QgsDataCollectionItem):
    """A theme, with its sources."""

    def __init__(self, parent: QgsDataItem, theme: str, title: str, shared: SharedCatalogue) -> None:
        super().__init__(parent, title, f"{parent.path()}/{theme}", DROP_PROVIDER)
        self._theme = theme
        self._shared = shared
        self.setIcon(QgsApplication.getThemeIcon("/mIconFolder.svg"))
        self.setCapabilitiesV2(_quick(self))

    def createChildren(self) -> list[QgsDataItem]:  # noqa: N802
        catalogue = self._shared.catalogue
        sources = catalogue.profile.sources_of(self._theme) if catalogue is not None else ()
        kinds = [(ServiceItem if source.is_service else SourceItem, source) for source in sources]
        return kept([kind(self, source, self._shared) for kind, source in kinds])


class RootItem(QgsDataCollectionItem):
    """The line *SMICA* of the browser."""

    def __init__(self, shared: SharedCatalogue) -> None:
        super().__init__(None, tr("SMICA shared data"), PATH, DROP_PROVIDER)  # type: ignore[arg-type]
        self._shared = shared
        self.setIcon(QIcon(str(_ICON)))
        self.setCapabilitiesV2(_quick(self))
        shared.opened.connect(self._on_opened)

    def sortKey(self) -> str:  # noqa: N802
        return "11smica"

    def createChildren(self) -> list[QgsDataItem]:  # noqa: N802
        catalogue = self._shared.catalogue
        if catalogue is None:
            self._shared.open()
            return []
        present = {source.theme for source in catalogue.profile.sources.values()}
        themes = [(key, title) for key, title in catalogue.profile.themes.items() if key in present]
        return kept([ThemeItem(self, key, title, self._shared) for key, title in themes])

    def _on_opened(self) -> None:
        if not sip.isdeleted(self) and self.state() == Qgis.BrowserItemState.Populated:
            self.refresh()


class SmicaItemProvider(QgsDataItemProvider):
    """Gives the browser its line *SMICA*."""

    def __init__(self, shared: SharedCatalogue) -> None:
        super().__init__()
        self._shared = shared

    def name(self) -> str:
        return NAME

    def capabilities(self) -> Qgis.DataItemProviderCapabilities:
        return Qgis.DataItemProviderCapabilities(Qgis.DataItemProviderCapability.NetworkSources)

    def createDataItem(  # type: ignore[override]  # noqa: N802 - QGIS takes None
        self,
        path: str,
        parentItem: QgsDataItem | None,  # noqa: N803
    ) -> QgsDataItem | None:
        if path or parentItem is not None:
            return None
        [root] = kept([RootItem(self._shared)])
        return root


class SourceDropHandler(QgsCustomDropHandler):
    """A source dropped on the map or on the layers goes where it belongs, with its style."""

    def __init__(self, shared: SharedCatalogue) -> None:
        super().__init__()
        self._shared = shared

    def customUriProviderKey(self) -> str:  # noqa: N802
        return DROP_PROVIDER

    def handleCustomUriDrop(self, uri: QgsMimeDataUtils.Uri) -> None:  # noqa: N802
        source = self._shared.source(uri.uri)
        if source is not None and not source.is_service:
            self._shared.add(source)


def kept(items: Iterable[QgsDataItem]) -> list[QgsDataItem]:
    """Items that live until QGIS deletes them: the bindings give them back to Python, which would do it at once."""
    made = list(items)
    for item in made:
        key = id(item)
        _ALIVE[key] = item
        item.destroyed.connect(lambda *_gone, key=key: _ALIVE.pop(key, None))
    return made


def _dress(item: QgsDataItem, source: Source, shared: SharedCatalogue) -> None:
    """Icon and tooltip. Imported here: the browser's line exists from the start of QGIS, its content does not."""
    from smica_qgis.gui.catalogue.source_wording import source_icon, source_tooltip

    item.setIcon(source_icon(source))
    item.setToolTip(source_tooltip(source, shared.states.get(source.id, ServiceState())))


def _quick(item: QgsDataItem) -> Qgis.BrowserItemCapabilities:
    """Filled at once, from what is in memory."""
    return (
        item.capabilities2()
        | Qgis.BrowserItemCapability.Fast
        | Qgis.BrowserItemCapability.RefreshChildrenWhenItemIsRefreshed
    )
