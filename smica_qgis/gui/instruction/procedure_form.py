"""A new procedure: the document that is expected, what is done to it, by whom, until when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.workflow.vocabulary import ProcedureKind
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.instruction.wording import kind_name
from smica_qgis.gui.validation.wording import standard_title
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.operations.open_procedure import ProcedureRequest


class ProcedureForm(QWidget):
    """Signals: asked (ProcedureRequest), given_up."""

    asked = pyqtSignal(object)
    given_up = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = QLineEdit(self)
        self.kind = QComboBox(self)
        self.consultancy = QLineEdit(self)
        self.standard = QComboBox(self)
        self.deadline = QgsDateEdit(self)
        self.identifier = QLineEdit(self)
        self.hint = QLabel(self)
        self.create_button = QPushButton(theme_icon("mActionAdd"), tr("Open the procedure"), self)
        self.cancel_button = QPushButton(tr("Give up"), self)
        self._set_up()
        self._lay_out()
        self.document.textChanged.connect(lambda _text: self._look())
        for field in (self.document, self.consultancy, self.identifier):
            field.returnPressed.connect(self._ask)
        self.create_button.clicked.connect(lambda _checked: self._ask())
        self.cancel_button.clicked.connect(lambda _checked: self.given_up.emit())
        self._look()

    def begin(self, standards: Sequence[str]) -> None:
        """Start from nothing. standards: names of those at hand."""
        for field in (self.document, self.consultancy, self.identifier):
            field.clear()
        self.deadline.clear()
        self.kind.setCurrentIndex(0)
        self.standard.clear()
        self.standard.addItem(tr("that of each delivery"), "")
        for name in standards:
            self.standard.addItem(standard_title(name), name)
        self.document.setFocus()

    def _look(self) -> None:
        """Say what the name of the document means, or what it should look like."""
        name = parse_document_name(self.document.text().strip())
        if name is None:
            self.hint.setText(tr("Name of the folder expected, such as 12202_PLU_20260301."))
        else:
            territory = name.territory or name.manager
            self.hint.setText(tr("{kind} of the territory {territory}.", kind=name.type, territory=territory))
        self.create_button.setEnabled(name is not None)

    def _ask(self) -> None:
        from smica_qgis.operations.open_procedure import ProcedureRequest

        if not self.create_button.isEnabled():
            return
        deadline = "" if self.deadline.isNull() else self.deadline.date().toString(Qt.DateFormat.ISODate)
        request: ProcedureRequest = ProcedureRequest(
            self.document.text().strip(),
            self.kind.currentData(),
            self.identifier.text().strip(),
            self.consultancy.text().strip(),
            self.standard.currentData() or "",
            deadline,
        )
        self.asked.emit(request)

    def _set_up(self) -> None:
        self.document.setPlaceholderText("12202_PLU_20260301")
        self.identifier.setPlaceholderText(tr("made of the document and the kind"))
        for kind in ProcedureKind:
            self.kind.addItem(kind_name(kind), kind)
        for combo in (self.kind, self.standard):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.deadline.setAllowNull(True)
        self.deadline.setNullRepresentation(tr("no deadline"))
        self.deadline.setCalendarPopup(True)
        self.hint.setWordWrap(True)

    def _lay_out(self) -> None:
        title = QLabel(tr("New procedure"), self)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(tr("Document"), self.document)
        form.addRow(self.hint)
        form.addRow(tr("Kind"), self.kind)
        form.addRow(tr("Consultancy"), self.consultancy)
        form.addRow(tr("Standard agreed"), self.standard)
        form.addRow(tr("Deadline"), self.deadline)
        form.addRow(tr("Name of the procedure"), self.identifier)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(title)
        column.addLayout(form)
        column.addWidget(flow_row(self, self.create_button, self.cancel_button))
        column.addStretch(1)
