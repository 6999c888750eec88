"""The three ways to go to a place: to the fault, to the whole object, or only to centre on it."""

from __future__ import annotations

import enum

from smica_qgis.host.translation import tr


class ZoomWay(enum.Enum):
    """What *Zoom* does; the value is what the settings remember."""

    FAULT = "fault"
    OBJECT = "object"
    PAN = "pan"


def zoom_way_name(way: ZoomWay) -> str:
    """The words of the menu."""
    return {
        ZoomWay.FAULT: tr("To the fault"),
        ZoomWay.OBJECT: tr("To the whole object"),
        ZoomWay.PAN: tr("Only centre, keep the scale"),
    }[way]


def zoom_way(name: str) -> ZoomWay:
    """The way that the settings name, the first one when they name none."""
    return next((way for way in ZoomWay if way.value == name), ZoomWay.FAULT)
