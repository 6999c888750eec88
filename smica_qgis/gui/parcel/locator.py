"""Parcels and communes in QGIS' own search bar (Ctrl+K), with the prefix `par`."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult

from smica_qgis.core.errors import SmicaError
from smica_qgis.gui.icons import own_icon
from smica_qgis.gui.parcel.services import ParcelServices
from smica_qgis.host import log
from smica_qgis.host.translation import tr

_SHORTEST = 3
OnChosen = Callable[[object], object]


class ParcelLocatorFilter(QgsLocatorFilter):
    """Each search is a clone, in a thread of QGIS, that opens the store for itself."""

    def __init__(self, on_chosen: OnChosen, services: ParcelServices | None = None) -> None:
        super().__init__()
        self._on_chosen = on_chosen
        self._services = services or ParcelServices()

    def clone(self) -> QgsLocatorFilter:
        """Another one, for a thread."""
        return ParcelLocatorFilter(self._on_chosen, self._services)

    def name(self) -> str:
        """Machine name."""
        return "smica_parcels"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Parcels and communes (SMICA)")

    def prefix(self) -> str:
        """What one types first to search only here."""
        return "par"

    def priority(self) -> QgsLocatorFilter.Priority:
        """After QGIS' own quick ones."""
        return QgsLocatorFilter.Priority.Medium

    def fetchResults(self, text: str, _context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """Search, in a thread of QGIS."""
        if len(text.strip()) < _SHORTEST or not self._services.store_address():
            return
        try:
            hits = self._services.search(text, "", feedback.isCanceled)
        except SmicaError as error:
            log.warning(error.message)
            return
        for hit in hits:
            if hit.kind.name == "NOTICE":
                continue
            result = QgsLocatorResult(self, hit.label, hit)
            result.description = hit.detail
            result.icon = own_icon("parcel")
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:  # noqa: N802 - QGIS' name
        """Show what was chosen, in the window's thread."""
        self._on_chosen(result.userData)  # type: ignore[attr-defined]  # a property that Python alone has
