"""The deliveries of a folder: each zip in it, each folder in it that leads to one; the rest is named as ignored."""

from __future__ import annotations

import os
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.geodata.delivery.opened_delivery import SUBFOLDERS

_ZIP = ".zip"
_TABLES = (".dbf", ".shp", ".tab", ".gpkg", ".gml", ".csv")
_JUNK = (".ds_store", "thumbs.db", "desktop.ini", "__macosx")
_DEEPEST = 64
"""Folders one in the other: beyond, it is no way to put a delivery away."""


def deliveries_in(folder: Path, besides: Path) -> tuple[list[Path], list[str]]:
    """Paths of the deliveries, and the names of what is none, both in the order of names.

    besides: the folder of the reports, which may stand in this one and is neither. Raises InvalidParameterError when
    the folder cannot be listed, or is itself a delivery.
    """
    try:
        found = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        message = f"Le dossier {folder} ne peut être lu ({error.strerror or error})."
        raise InvalidParameterError(message) from error
    if any(item.name.lower() in SUBFOLDERS for item in found):
        message = (
            f"Le dossier {folder} est lui-même une livraison : donnez le dossier qui contient les livraisons, ou "
            "contrôlez celle-ci avec smica:validate_delivery."
        )
        raise InvalidParameterError(message)
    deliveries: list[Path] = []
    ignored: list[str] = []
    for item in found:
        path = Path(item.path)
        if path == besides:
            continue
        delivery = _delivery_at(path)
        if delivery is None:
            ignored.append(item.name)
        else:
            deliveries.append(delivery)
    return deliveries, ignored


def _delivery_at(path: Path) -> Path | None:
    """The zip or the folder that is a delivery, down the folders that hold only one thing; None when there is none."""
    for depth in range(_DEEPEST):
        if not path.is_dir():
            return path if path.suffix.lower() == _ZIP and path.is_file() else None
        inside = _things_in(path)
        lone = inside[0] if len(inside) == 1 else None
        if lone is None or not _leads_on(path, lone):
            return path if _is_delivery(path, inside) else None
        if depth and path.is_symlink():
            return None  # a link is followed where it was put for us to find, not deeper: it may turn in circles
        path = lone
    return None


def _leads_on(folder: Path, lone: Path) -> bool:
    """Whether the one thing of a folder may be the delivery, rather than the folder itself."""
    if lone.name.lower() in SUBFOLDERS:
        return False
    if lone.is_dir():
        return parse_document_name(folder.name) is None or parse_document_name(lone.name) is not None
    return lone.suffix.lower() == _ZIP


def _is_delivery(folder: Path, inside: list[Path]) -> bool:
    """Whether a folder looks like one: its name is that of a document, or it holds what a document is made of."""
    if parse_document_name(folder.name) is not None:
        return True
    return any(p.name.lower() in SUBFOLDERS or p.suffix.lower() in _TABLES for p in inside)


def _things_in(folder: Path) -> list[Path]:
    """What a folder holds, without what systems leave everywhere; nothing when it cannot be listed."""
    try:
        return sorted(p for p in folder.iterdir() if p.name.lower() not in _JUNK)
    except OSError:
        return []
