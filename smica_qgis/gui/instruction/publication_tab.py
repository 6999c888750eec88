"""The tab *Publication*: where, what would change, then what was read back, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.workflow.roles import Role
from smica_qgis.core.workflow.vocabulary import RoundState
from smica_qgis.gui.batch.path_field import PathField
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import own_icon, theme_icon
from smica_qgis.gui.instruction.permission import allow, refusal
from smica_qgis.gui.instruction.publication_tree import PublicationTree
from smica_qgis.gui.instruction.services import PublicationChoice, TargetSettings
from smica_qgis.gui.instruction.wording import state_name, target_name
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.core.publication.report import PublicationReport
    from smica_qgis.operations.open_round import OpenedProcedure

_ACCEPTED = (RoundState.ACCEPTED, RoundState.PUBLISHED)
_OUT_OF_FORCE = (RoundState.SUPERSEDED, RoundState.WITHDRAWN)
STORE = "store"


class PublicationTab(QWidget):
    """Signals: plan_wanted, publish_wanted, withdraw_wanted, restore_wanted, each with a PublicationChoice.

    settings_given: path of a file with the settings of the targets.
    """

    plan_wanted = pyqtSignal(object)
    publish_wanted = pyqtSignal(object)
    withdraw_wanted = pyqtSignal(object)
    restore_wanted = pyqtSignal(object)
    settings_given = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: OpenedProcedure | None = None
        self._fid = 0
        self._settings: TargetSettings = {}
        self.boxes: dict[str, QCheckBox] = {}
        self.headline = QLabel(self)
        choices = [
            ("mIconFolder", tr("A folder…"), self._ask_folder),
            ("mIconZip", tr("A zip or a GeoPackage…"), self._ask_file),
        ]
        self.delivery = PathField(tr("Delivery of this round"), choices, self)
        self.targets = QWidget(self)
        self.settings_button = QToolButton(self)
        self.reason = QLineEdit(self)
        self.plan_button = QPushButton(theme_icon("mActionShowAllLayers"), tr("See the plan"), self)
        self.publish_button = QPushButton(own_icon("published"), tr("Publish"), self)
        self.withdraw_button = QPushButton(own_icon("withdrawn"), tr("Withdraw"), self)
        self.restore_button = QPushButton(own_icon("published"), tr("Restore"), self)
        self.tree = PublicationTree(self)
        self._set_up()
        self._lay_out()
        self.delivery.text.textChanged.connect(lambda _text: self._offer())
        self.reason.textChanged.connect(lambda _text: self._offer())
        self.settings_button.clicked.connect(lambda _checked: self._ask_settings())
        self.plan_button.clicked.connect(lambda _checked: self.plan_wanted.emit(self._choice()))
        self.publish_button.clicked.connect(lambda _checked: self.publish_wanted.emit(self._choice()))
        self.withdraw_button.clicked.connect(lambda _checked: self.withdraw_wanted.emit(self._choice(in_force=True)))
        self.restore_button.clicked.connect(lambda _checked: self.restore_wanted.emit(self._choice(in_force=True)))

    def offer_targets(self, settings: TargetSettings) -> None:
        """Offer the store, always served first, and the targets that are configured."""
        self._settings = settings
        checked = {name for name, box in self.boxes.items() if box.isChecked()}
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.deleteLater()
        self.boxes = {name: QCheckBox(target_name(name), self.targets) for name in dict.fromkeys((STORE, *settings))}
        for name, box in self.boxes.items():
            box.setChecked(name == STORE or name in checked)
            box.setEnabled(name != STORE)
            self._column.addWidget(box)
        self.boxes[STORE].setToolTip(tr("The shared store always comes first: the others repeat it"))

    def show_round(self, opened: OpenedProcedure) -> None:
        """Show what can be done with the round that is looked at."""
        sheet = opened.sheet
        self._opened = opened
        if sheet is None:
            return
        if sheet.stored.fid != self._fid:
            self._fid = sheet.stored.fid
            self.tree.clear()
            self.reason.clear()
            self.delivery.show_path(sheet.file.kept.report.header.path)
        self.headline.setText(self._headline(sheet.stored.round.state))
        self._offer()

    def show_report(self, report: PublicationReport) -> None:
        """Show a plan, or what was read back."""
        self.tree.show_report(report)

    def _headline(self, state: RoundState) -> str:
        if state in _ACCEPTED:
            return tr("Round {state}: the delivery is asked again, and compared with it.", state=state_name(state))
        if state in _OUT_OF_FORCE:
            return tr("Round {state}: it can be restored, with a reason.", state=state_name(state))
        return tr("Nobody accepted this round: publishing it all the same wants a reason.")

    def _offer(self) -> None:
        sheet = self._opened.sheet if self._opened is not None else None
        if self._opened is None or sheet is None:
            return
        state = sheet.stored.round.state
        role = refusal(self._opened.actor, Role.TECHNICIAN, "publier un tour")
        no_file = "" if self.delivery.path else tr("Choose the delivery of this round.")
        no_reason = "" if self.reason.text().strip() else tr("Say why, in the field Reason.")
        gone = tr("This round is no longer in force: restore it.") if state in _OUT_OF_FORCE else ""
        unaccepted = "" if state in _ACCEPTED else no_reason
        for button in (self.plan_button, self.publish_button):
            allow(button, role or gone or no_file or unaccepted)
        self.withdraw_button.setVisible(state is RoundState.PUBLISHED)
        self.restore_button.setVisible(state in _OUT_OF_FORCE)
        for button in (self.withdraw_button, self.restore_button):
            allow(button, role or no_reason)
        wanted = state in (*_OUT_OF_FORCE, RoundState.PUBLISHED) or state not in _ACCEPTED
        self.reason.setVisible(wanted)
        for widget in (self.delivery, self.plan_button, self.publish_button):
            widget.setVisible(state not in _OUT_OF_FORCE)

    def _choice(self, *, in_force: bool = False) -> PublicationChoice:
        """What is asked. in_force: of the document as the store has it, no delivery is given."""
        opened = self._opened
        sheet = opened.sheet if opened is not None else None
        if opened is None or sheet is None:
            return PublicationChoice("", 0)
        stored = sheet.stored
        return PublicationChoice(
            opened.procedure.identifier,
            stored.round.number,
            "" if in_force else self.delivery.path,
            stored.round.delivery if in_force else "",
            tuple(name for name, box in self.boxes.items() if box.isChecked()),
            self._settings,
            self.reason.text().strip(),
        )

    def _ask_settings(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Settings of the targets"), "", "JSON (*.json)")
        if path:
            self.settings_given.emit(path)

    def _ask_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, tr("Choose the folder of the delivery"), self.delivery.path)

    def _ask_file(self) -> str:
        kinds = tr("Zip archive or GeoPackage (*.zip *.ZIP *.gpkg *.GPKG)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose the delivery"), self.delivery.path, kinds)
        return str(path)

    def _set_up(self) -> None:
        self.headline.setWordWrap(True)
        self.delivery.text.setPlaceholderText(tr("delivery of this round: folder, zip or GeoPackage"))
        self.reason.setPlaceholderText(tr("Reason, which the audit keeps"))
        self.reason.setAccessibleName(tr("Reason"))
        self.plan_button.setToolTip(tr("Say what each target would change; nothing is written"))
        self.publish_button.setToolTip(tr("Publish, then read back and compare"))
        self.withdraw_button.setToolTip(tr("Take it out of what is in force: cancelled by a court, or taken back"))
        self.restore_button.setToolTip(tr("Bring it back in force, in the place of the one that is now"))
        self.settings_button.setIcon(theme_icon("mActionOptions"))
        self.settings_button.setText(tr("Targets…"))
        self.settings_button.setToolTip(tr("Choose the file (JSON) that says where else to publish: no password in it"))
        self.settings_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.settings_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self.targets)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        buttons = (self.plan_button, self.publish_button, self.withdraw_button, self.restore_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        where = QHBoxLayout()
        where.addWidget(self.targets, 1)
        where.addWidget(self.settings_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.headline)
        column.addWidget(self.delivery)
        column.addLayout(where)
        column.addWidget(self.reason)
        column.addWidget(flow_row(self, *buttons))
        column.addWidget(self.tree, 1)
