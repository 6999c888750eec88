"""What is dropped on a panel: one file or folder of this machine, or nothing that it could take."""

from __future__ import annotations

from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent


def dropped_path(event: QDragEnterEvent | QDropEvent) -> str:
    """Path of the one local file or folder that is dropped, or an empty text."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
