"""Find a written piece of which only the name is known: beside the delivery, or the table, that its rule came from."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from smica_qgis.core.errors import SmicaError, UnreadableDeliveryError, UnreadableFileError
from smica_qgis.core.parcel.piece_link import PieceLink
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery

_FOLDERS = ("pieces_ecrites", "actes")
_SUFFIXES = (".pdf",)
"""The standard wants PDF, and a name in a table must never start a program."""
_MOST_FILES = 20_000
_STEPS_UP = 3


def find_piece(link: PieceLink, kept: Path) -> Path:
    """The file of a piece. kept: where it is copied when it is in a zip. Raises SmicaError when it is nowhere."""
    if not link.name.lower().endswith(_SUFFIXES):
        message = f"La pièce « {link.name} » n'est pas un PDF : ouvrez-la depuis le dossier du document."
        raise SmicaError(message)
    place = Path(link.place) if link.place and "://" not in link.place else None
    if place is None:
        message = f"On ne sait de la pièce « {link.name} » que son nom : le document chargé ne dit pas où elle est."
        raise SmicaError(message)
    found = _in_zip(place, link.name, kept) if place.suffix.lower() == ".zip" else _beside(place, link.name)
    if found is None:
        where = place if place.exists() else f"{place}, qui n'existe plus"
        message = (
            f"La pièce « {link.name} » n'est pas à côté des données lues ({where}) : demandez-la à qui les a livrées."
        )
        raise SmicaError(message)
    return found


def _beside(place: Path, name: str) -> Path | None:
    folders = [place] if place.is_dir() else list(_folders_of(place))
    seen = 0
    for folder in folders:
        for parent, _below, files in os.walk(folder):
            for file in files:
                seen += 1
                if file.lower() == name.lower():
                    return Path(parent) / file
                if seen > _MOST_FILES:
                    return None
    return None


def _folders_of(table: Path) -> Iterator[Path]:
    """Folders of written pieces around a table: those of the delivery it is in, nearest first."""
    for parent in list(table.parents)[:_STEPS_UP]:
        try:
            inside = sorted(parent.iterdir())
        except OSError:
            continue
        yield from (folder for folder in inside if folder.name.lower() in _FOLDERS and folder.is_dir())


def _in_zip(place: Path, name: str, kept: Path) -> Path | None:
    """A copy of the piece of a zip, None when it is not in it or the zip cannot be opened any more."""
    try:
        delivery = OpenedDelivery(str(place))
    except UnreadableDeliveryError:
        return None
    try:
        paths = [entry.path for entry in delivery.entries if not entry.is_directory]
        path = next((path for path in paths if path.rpartition("/")[2].lower() == name.lower()), None)
        if path is None:
            return None
        kept.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copyfile(delivery.local(path), kept / Path(path).name))
    except (UnreadableFileError, OSError) as error:
        message = f"La pièce « {name} » ne peut être sortie de {place.name} : décompressez-le."
        raise SmicaError(message, str(error)) from error
    finally:
        delivery.close()
