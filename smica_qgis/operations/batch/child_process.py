"""What a child process has around the work: a QGIS without a window, and the measure of its own memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QCoreApplication, QSettings

if sys.platform != "win32":
    import resource


@contextmanager
def qgis_without_window(profile: str) -> Iterator[None]:
    """A QGIS application for what the validation asks of it: the network, with the proxy of the user's profile.

    profile: its folder; another one is taken where it does not exist. Providers are not loaded: no layer is opened.
    """
    known = profile if Path(profile).is_dir() else ""
    if known:
        # where QGIS itself has its settings put; a script would read others
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, known)
    QCoreApplication.setOrganizationName(QgsApplication.QGIS_ORGANIZATION_NAME)
    QCoreApplication.setApplicationName(QgsApplication.QGIS_APPLICATION_NAME)
    application = QgsApplication([], False, known)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    yield
    application.quit()


def resident_octets() -> int:
    """Memory of this process: what it holds on Linux, the most that it held on macOS, 0 where it is not known."""
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "win32":
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
