"""The tab *Catalogue*: search on top, the tree, and what the selected source is."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QShortcut,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.source_profile.profile import Source
from smica_qgis.core.source_profile.search import SourceQuery
from smica_qgis.core.source_profile.territories import is_territory
from smica_qgis.gui.catalogue.login_choice import LoginChoice
from smica_qgis.gui.catalogue.shared_catalogue import ServiceState, SharedCatalogue
from smica_qgis.gui.catalogue.source_delegate import SourceDelegate
from smica_qgis.gui.catalogue.source_wording import source_preview
from smica_qgis.gui.catalogue.sources_model import SourcesModel
from smica_qgis.gui.icons import theme_icon
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.host.translation import tr

_TYPING_MS = 150


class CatalogueTab(QWidget):
    """Double click or Enter adds; a service opens instead."""

    def __init__(self, shared: SharedCatalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.model = SourcesModel(shared, self)
        self.search = QgsFilterLineEdit(self)
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(tr("Search: parcels, zoning, orthophoto…"))
        self.themes = QComboBox(self)
        self.territory = QgsFilterLineEdit(self)
        self.refresh_button = QToolButton(self)
        self.tree = QTreeView(self)
        self.message = QLabel(self)
        self.preview = QTextBrowser(self)
        self.login = LoginChoice(self)
        self.add_button = QPushButton(theme_icon("mActionAddLayer"), tr("Add to the project"), self)
        self._typing = QTimer(self)
        self._prepare()
        self._lay_out()
        self._connect()
        self._fill_themes()
        self._update()

    def selected(self) -> Source | None:
        """The source of the current line."""
        return self.model.source_at(self.tree.currentIndex())

    def select(self, source_id: str) -> None:
        """Make a source current and show it."""
        index = self.model.index_of(source_id)
        self.tree.expand(index.parent())
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.tree.selectionModel().setCurrentIndex(index, flag)
        self.tree.scrollTo(index)

    def look_for(self) -> None:
        """Filter now by what the fields hold."""
        self._typing.stop()
        territory = self.territory.text().strip().upper()
        self.territory.setProperty("wrong", bool(territory) and not is_territory(territory))
        known = territory if is_territory(territory) else ""
        theme = str(self.themes.currentData() or "")
        self.model.set_query(SourceQuery(self.search.text(), (theme,) if theme else (), known))
        self._update()
        if self.search.text().strip() or theme:
            self.tree.expandToDepth(0)

    def _prepare(self) -> None:
        self.themes.setToolTip(tr("Theme"))
        self.territory.setPlaceholderText(tr("Territory: 12202"))
        self.territory.setToolTip(
            tr("Only what concerns a territory: FR-OCC, FR-12, INSEE code of a commune, SIREN of an intercommunality.")
        )
        self.territory.setText(load_settings().territory)
        self.refresh_button.setIcon(theme_icon("mActionRefresh"))
        self.refresh_button.setToolTip(tr("Fetch the profiles again"))
        self.refresh_button.setAutoRaise(True)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(SourceDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIconSize(QSize(16, 16))
        self.tree.setDragEnabled(True)
        self.tree.setDragDropMode(QTreeView.DragDropMode.DragOnly)
        self.tree.setExpandsOnDoubleClick(False)
        self.message.setWordWrap(True)
        self.preview.setOpenExternalLinks(True)
        self.preview.setMinimumHeight(70)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self.themes, 3)
        filters.addWidget(self.territory, 2)
        filters.addWidget(self.refresh_button)
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview, 1)
        column.addWidget(self.login)
        column.addWidget(self.add_button)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.tree)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([420, 220])
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addLayout(filters)
        layout.addWidget(self.message)
        layout.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.territory.textChanged.connect(lambda _text: self._typing.start())
        self.themes.activated.connect(lambda _index: self.look_for())
        self.territory.editingFinished.connect(self._remember_territory)
        self._typing.timeout.connect(self.look_for)
        self.refresh_button.clicked.connect(lambda _checked: self._shared.refresh())
        self.tree.selectionModel().currentChanged.connect(lambda _new, _old: self._update())
        self.tree.activated.connect(self._activate)
        self.add_button.clicked.connect(lambda _checked: self._activate(self.tree.currentIndex()))
        self.login.chosen.connect(self._shared.refresh)
        self._shared.opened.connect(self._on_opened)
        self._shared.listed.connect(lambda _id: self._update())
        self._shared.state_changed.connect(lambda _id: self._update())
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _activate(self, index: QModelIndex) -> None:
        if self.model.ask_again(index):
            return
        source = self.model.source_at(index)
        if source is None or source.is_service:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
            return
        self._shared.add(source)

    def _remember_territory(self) -> None:
        territory = self.territory.text().strip().upper()
        if not territory or is_territory(territory):
            change_settings(territory=territory)

    def _on_opened(self) -> None:
        self._fill_themes()
        self.look_for()

    def _fill_themes(self) -> None:
        chosen = self.themes.currentData()
        self.themes.clear()
        self.themes.addItem(tr("All themes"), "")
        catalogue = self._shared.catalogue
        if catalogue is not None:
            present = {source.theme for source in catalogue.profile.sources.values()}
            for theme, title in catalogue.profile.themes.items():
                if theme in present:
                    self.themes.addItem(title, theme)
        self.themes.setCurrentIndex(max(0, self.themes.findData(chosen)))

    def _update(self) -> None:
        """Preview, buttons and what to do when there is nothing."""
        source = self.selected()
        catalogue = self._shared.catalogue
        text = self._empty_text()
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.add_button.setEnabled(source is not None)
        if source is None or catalogue is None:
            self.preview.setHtml(tr("Select a source to see its licence, its date and its metadata sheet."))
            self.login.show_login(None, "")
            return
        self.add_button.setText(tr("Show its layers") if source.is_service else tr("Add to the project"))
        login = catalogue.profile.logins.get(source.login)
        state = self._shared.states.get(source.id, ServiceState())
        theme = catalogue.profile.theme_title(source.theme)
        self.preview.setHtml(source_preview(source, theme, login.title if login else "", state))
        self.login.show_login(login, catalogue.authcfg(source))

    def _empty_text(self) -> str:
        catalogue = self._shared.catalogue
        if catalogue is None:
            return tr("Opening the shared data…")
        if self.territory.property("wrong"):
            return tr("This territory is not written as FR-12, 12202 or a SIREN: it is ignored.")
        if self.model.count() == 0:
            return tr("Nothing matches. Shorten the search, or remove the theme or the territory.")
        return "\n".join(catalogue.loaded.notes)
