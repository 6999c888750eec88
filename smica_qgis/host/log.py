"""The journal of the plugin: the tab *SMICA* of QGIS' message log, also shown by qgis_process.

Nothing secret or personal is written: paths, counts and technical texts only.
"""

from __future__ import annotations

import traceback

from qgis.core import Qgis, QgsMessageLog

TAG = "SMICA"


def info(text: str) -> None:
    """Something worth remembering when one looks for what happened."""
    QgsMessageLog.logMessage(text, TAG, Qgis.MessageLevel.Info, notifyUser=False)


def warning(text: str) -> None:
    """Something went wrong and the work goes on."""
    QgsMessageLog.logMessage(text, TAG, Qgis.MessageLevel.Warning, notifyUser=False)


def failure(error: BaseException) -> None:
    """Write an unexpected exception with its traceback: what whoever repairs the plugin needs."""
    text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    QgsMessageLog.logMessage(text, TAG, Qgis.MessageLevel.Critical, notifyUser=False)
