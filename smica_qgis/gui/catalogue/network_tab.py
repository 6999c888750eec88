"""The tab *Réseau*: each server that is needed, green or red, and a report to copy for the IT department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.gui.catalogue.shared_catalogue import SharedCatalogue
from smica_qgis.gui.error_boundary import ErrorBoundary, Outcome
from smica_qgis.gui.icons import own_icon, theme_icon
from smica_qgis.host.translation import plural, tr

if TYPE_CHECKING:
    from smica_qgis.operations.check_network import HostCheck


class NetworkTab(QWidget):
    """Tested beside the window, when asked only."""

    def __init__(self, shared: SharedCatalogue, boundary: ErrorBoundary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._boundary = boundary
        self._checks: tuple[HostCheck, ...] = ()
        self.verdict = QLabel(tr("Try each server through the proxy and the certificates of QGIS."), self)
        self.verdict.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([tr("Server"), tr("Answer"), tr("Sources")])
        self.tree.setRootIsDecorated(False)
        self.explanation = QTextBrowser(self)
        self.explanation.setMinimumHeight(70)
        self.test_button = QPushButton(theme_icon("mActionRefresh"), tr("Test the servers"), self)
        self.copy_button = QPushButton(theme_icon("mActionEditCopy"), tr("Copy the report"), self)
        self.copy_button.setToolTip(tr("A text to send to whoever runs the network"))
        self.copy_button.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.test_button)
        column.addWidget(self.verdict)
        column.addWidget(self.tree, 3)
        column.addWidget(self.explanation, 1)
        column.addLayout(buttons)
        self.tree.currentItemChanged.connect(
            lambda new, _old: self.explanation.setPlainText(new.toolTip(0) if new is not None else "")
        )
        self.test_button.clicked.connect(lambda _checked: self.test())
        self.copy_button.clicked.connect(lambda _checked: self.copy())

    def test(self) -> None:
        """Try each server."""
        catalogue = self._shared.catalogue
        if catalogue is None:
            self._shared.open()
            return
        self.test_button.setEnabled(False)
        self.verdict.setText(tr("Trying the servers…"))

        def end(outcome: Outcome[tuple[HostCheck, ...]]) -> None:
            self.test_button.setEnabled(True)
            if outcome.value is None:
                self.verdict.setText("")
                if outcome.error is not None:
                    self._boundary.tell(outcome.error)
                return
            self._show(outcome.value)

        self._shared.run(
            tr("Testing the network"), lambda progress: self._shared.services.check_network(catalogue, progress), end
        )

    def copy(self) -> None:
        """Put the report in the clipboard."""
        QgsApplication.clipboard().setText(self._shared.services.network_report(self._checks))

    def _show(self, checks: tuple[HostCheck, ...]) -> None:
        self._checks = checks
        self.tree.clear()
        for check in checks:
            answer = tr("{ms} ms", ms=check.milliseconds) if check.reached else tr("unreachable")
            item = QTreeWidgetItem([check.host.removeprefix("https://"), answer, str(check.sources)])
            item.setIcon(0, own_icon("fixed" if check.reached else "error"))
            for column in range(3):
                item.setToolTip(column, check.message or tr("This server answers."))
            self.tree.addTopLevelItem(item)
        for column in (1, 2):
            self.tree.resizeColumnToContents(column)
        self.tree.setColumnWidth(0, max(180, self.tree.viewport().width() - 150))
        worst = next((row for row, check in enumerate(checks) if not check.reached), 0)
        self.tree.setCurrentItem(self.tree.topLevelItem(worst))
        failed = sum(not check.reached for check in checks)
        self.verdict.setText(_verdict(failed, len(checks)))
        self.copy_button.setEnabled(bool(checks))


def _verdict(failed: int, tried: int) -> str:
    if failed == 0:
        return tr("All the servers answer ({count}).", count=tried)
    text = plural(failed, tr("{failed} server out of {tried} cannot be reached."),
                  tr("{failed} servers out of {tried} cannot be reached."))  # fmt: skip
    return text.format(failed=failed, tried=tried)
