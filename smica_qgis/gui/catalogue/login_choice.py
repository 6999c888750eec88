"""Which configuration of QGIS' authentication an account of the profile uses: shown where it is missing."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from smica_qgis.core.source_profile.profile import Login
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.host.translation import tr


class LoginChoice(QWidget):
    """Hidden unless the source wants a login. `chosen` when the binding changed."""

    chosen = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._login = ""
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._select: QgsAuthConfigSelect | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._label)
        self.hide()

    def show_login(self, login: Login | None, bound: str) -> None:
        """Ask for the account of a source; None hides the question. bound: what serves now, or empty."""
        self.setVisible(login is not None)
        self._login = login.id if login else ""
        if login is None:
            return
        self._label.setText(tr("Account “{account}”: which authentication of QGIS?", account=login.title))
        select = self._made()
        select.blockSignals(True)
        select.setConfigId(bound)
        select.blockSignals(False)

    def _made(self) -> QgsAuthConfigSelect:
        """QGIS' own selector, made the first time: it opens the authentication database."""
        if self._select is None:
            self._select = QgsAuthConfigSelect(self)
            self._select.setEnabled(not QgsApplication.authManager().isDisabled())
            self._select.selectedConfigIdChanged.connect(self._bind)
            self._column.addWidget(self._select)
        return self._select

    def _bind(self, authcfg: str) -> None:
        if not self._login:
            return
        logins = {str(name): str(value) for name, value in load_settings().logins.items()}
        logins[self._login] = authcfg
        change_settings(logins={name: value for name, value in logins.items() if value})
        self.chosen.emit()
