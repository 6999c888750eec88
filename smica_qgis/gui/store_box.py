"""Part of the page of options: where the shared store is. A GeoPackage or a PostGIS, *Test*, *Create*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qgis.core import QgsProviderRegistry
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.errors import SmicaError
from smica_qgis.database.postgis_connection import DEFAULT_SCHEMA, NAMED
from smica_qgis.gui.batch.path_field import PathField
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import own_icon, theme_icon
from smica_qgis.gui.store_run import StoreRun
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.host.settings import SmicaSettings
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.operations.check_store import StoreCheck

_NAMED_SCHEMA = re.compile(r"\|?\s*schema=(\S+)\s*$")
_ICON_SIZE = 16


class StoreBox(QGroupBox):
    """`address` is what is chosen; `error` says why it cannot be kept, empty when it can.

    run: the tests, which go on when the page is closed.
    """

    def __init__(self, settings: SmicaSettings, run: StoreRun, parent: QWidget | None = None) -> None:
        super().__init__(tr("Shared store"), parent)
        self._kept = settings.store
        self.check: StoreCheck | None = None
        self.bar = QgsMessageBar(self)
        self._boundary = ErrorBoundary(self.bar)
        self._run = run
        self.file, self.server = QRadioButton("GeoPackage", self), QRadioButton("PostGIS", self)
        self.path = PathField(tr("GeoPackage of the store"), [("mIconFolder", tr("Choose…"), self._ask_path)], self)
        self.connection, self.schema = QComboBox(self), QLineEdit(self)
        self.refusal_icon, self.refusal = QLabel(self), QLabel(self)
        self.test_button = QPushButton(theme_icon("mActionStart"), tr("Test"), self)
        self.create_button = QPushButton(theme_icon("mActionFileNew"), tr("Create or update"), self)
        self.copy_button = QPushButton(theme_icon("mActionEditCopy"), tr("Copy for the IT department"), self)
        self.answer = QLabel(self)
        self._set_up()
        self._lay_out()
        self._connect()
        self._show_address(settings.store)
        self._on_edited()

    @property
    def address(self) -> str:
        """The address of the fields, empty when none is given."""
        if self.file.isChecked():
            return self.path.path
        place, schema = self.connection.currentText().strip(), self.schema.text().strip()
        if not place:
            return ""
        if "=" in place or "://" in place:
            written = _NAMED_SCHEMA.search(place)
            return f"{place} schema={schema}" if schema not in ("", DEFAULT_SCHEMA) and not written else place
        return f"{NAMED}{place}" + (f"|schema={schema}" if schema not in ("", DEFAULT_SCHEMA) else "")

    @property
    def error(self) -> str:
        """Why the address cannot be kept."""
        from smica_qgis.database.open_store import check_address

        try:
            check_address(self.address)
        except SmicaError as error:
            return error.message
        return ""

    def values(self) -> dict[str, object]:
        """The setting; what cannot be kept leaves the one there was."""
        return {"store": self._kept if self.error else self.address}

    def test(self) -> None:
        """Try the address beside the window, and show what was seen."""
        self._run.test(self.address)

    def make_store(self) -> None:
        """Make the store, or bring it up to date, then test it."""
        self._run.create(self.address)

    def _on_begun(self, text: str) -> None:
        self.check = None
        self.answer.setText(text)
        for button in (self.test_button, self.create_button, self.copy_button):
            button.setEnabled(False)

    def _on_failed(self, error: Exception) -> None:
        self._on_edited()
        self._boundary.tell(error)

    def _show_check(self, check: StoreCheck) -> None:
        self.check = check
        lines = [f"• {line}" for line in check.lines]
        asked = ["", tr("To be done:"), *(f"• {line}" for line in check.asked)] if check.asked else []
        self.answer.setText("\n".join([check.headline, *lines, *asked]))
        self.copy_button.setEnabled(True)
        self._offer()
        self.create_button.setEnabled(check.verdict.name == "TO_MAKE")

    def _on_edited(self) -> None:
        self.check = None
        self.answer.setText("" if self.address else tr("No store yet: the parcel sheet and the imports need one."))
        self.copy_button.setEnabled(False)
        self.create_button.setEnabled(False)
        for field in (self.connection, self.schema):
            field.setEnabled(self.server.isChecked())
        self.path.setEnabled(self.file.isChecked())
        self._offer()

    def _offer(self) -> None:
        error = self.error
        self.refusal.setText(error)
        for part in (self.refusal, self.refusal_icon):
            part.setVisible(bool(error))
        self.test_button.setEnabled(bool(self.address) and not error and not self._run.is_running)

    def _show_address(self, address: str) -> None:
        text = address.strip()
        named = text.startswith(NAMED)
        is_server = named or "=" in text or "://" in text
        (self.server if is_server else self.file).setChecked(True)
        if not is_server:
            self.path.show_path(text)
            return
        written = _NAMED_SCHEMA.search(text)
        if named and written:
            self.schema.setText(written[1].strip("'\""))
            text = text[: written.start()]
        self.connection.setEditText(text[len(NAMED) :].strip() if named else text)

    def _ask_path(self) -> str:
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("Choose the shared store"),
            self.path.path,
            "GeoPackage (*.gpkg)",
            options=QFileDialog.Option.DontConfirmOverwrite,  # it is opened, never replaced
        )
        return f"{path}.gpkg" if path and not path.lower().endswith(".gpkg") else path

    def _copy(self) -> None:
        if self.check is not None:
            QApplication.clipboard().setText(self.check.report())
            self.bar.pushSuccess("", tr("Copied: paste it in a message to your IT department."))

    def _set_up(self) -> None:
        metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
        names = sorted(metadata.connections(False)) if metadata is not None else []
        self.path.text.setPlaceholderText(tr("file .gpkg, on this computer or on a share"))
        self.connection.setEditable(True)
        self.connection.addItems(names)
        self.connection.setCurrentIndex(-1)
        self.connection.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.connection.setAccessibleName(tr("PostGIS connection"))
        self.connection.lineEdit().setPlaceholderText(tr("connection of QGIS, or service=… authcfg=…"))
        self.connection.setToolTip(
            rich_tooltip(
                tr("The name of a PostgreSQL connection of QGIS, or service=… dbname=… host=… authcfg=…"),
                tr("Never a password: it stays in the authentication of QGIS."),
            )
        )
        self.schema.setPlaceholderText(DEFAULT_SCHEMA)
        self.schema.setAccessibleName(tr("Schema"))
        self.create_button.setToolTip(tr("Makes the tables, or brings them up to date. Test first."))
        self.refusal_icon.setPixmap(own_icon("error").pixmap(_ICON_SIZE, _ICON_SIZE))
        self.refusal_icon.setFixedWidth(_ICON_SIZE)
        for label in (self.refusal, self.answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.answer.setAccessibleName(tr("What the test saw"))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.file, self.path)
        form.addRow(self.server, self.connection)
        form.addRow(tr("Schema"), self.schema)
        form.addRow(self.refusal_icon, self.refusal)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addLayout(form)
        column.addWidget(flow_row(self, self.test_button, self.create_button, self.copy_button))
        column.addWidget(self.answer)

    def _connect(self) -> None:
        self.file.toggled.connect(lambda _checked: self._on_edited())
        self.path.edited.connect(lambda _path: self._on_edited())
        self.connection.editTextChanged.connect(lambda _text: self._on_edited())
        self.schema.textChanged.connect(lambda _text: self._on_edited())
        self.test_button.clicked.connect(lambda _checked: self.test())
        self.create_button.clicked.connect(lambda _checked: self.make_store())
        self.copy_button.clicked.connect(lambda _checked: self._copy())
        self._run.began.connect(self._on_begun)
        self._run.ended.connect(self._show_check)
        self._run.stopped.connect(self._on_edited)
        self._run.failed.connect(self._on_failed)
