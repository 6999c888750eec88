"""Mutations of the files and folders of a delivery."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.deliveries.spoilt_copy import NotApplicable, SpoiltCopy, companions

_NOTHING = b"%PDF-1.4\n%%EOF\n"
_DATE = re.compile(r"[0-9]{8}")


def piece_deleted(copy: SpoiltCopy) -> str:
    path = copy.one(copy.files(".pdf"))
    path.unlink()
    return path.name


def pieces_deleted(copy: SpoiltCopy) -> str:
    """Delete every PDF."""
    pieces = copy.files(".pdf")
    for path in pieces:
        path.unlink()
    if not pieces:
        raise NotApplicable
    return f"{len(pieces)} PDF"


def piece_renamed(copy: SpoiltCopy) -> str:
    path = copy.one(copy.files(".pdf"))
    name = copy.chance.choice((f"{path.stem}_v2.pdf", f"copie_{path.name}", f"{path.stem} (1).pdf", "plan.pdf"))
    return _renamed(path, path.with_name(name))


def piece_of_another_date(copy: SpoiltCopy) -> str:
    path = copy.one([path for path in copy.files(".pdf") if _DATE.search(path.name)])
    return _renamed(path, path.with_name(_DATE.sub("20010203", path.name)))


def piece_in_capitals(copy: SpoiltCopy) -> str:
    path = copy.one(copy.files(".pdf"))
    return _renamed(path, path.with_name(path.name.upper()))


def piece_of_another_format(copy: SpoiltCopy) -> str:
    path = copy.one(copy.files(".pdf"))
    return _renamed(path, path.with_suffix(copy.chance.choice((".PDF", ".docx", ".Pdf", ""))))


def piece_misplaced(copy: SpoiltCopy) -> str:
    path = copy.one(copy.files(".pdf"))
    place = copy.one([copy.root, *copy.folders()])
    return _renamed(path, place / path.name)


def table_deleted(copy: SpoiltCopy) -> str:
    table = copy.table()
    table.delete()
    return table.source.name


def table_misplaced(copy: SpoiltCopy) -> str:
    table = copy.table()
    place = copy.one([folder for folder in (copy.root, *copy.folders()) if folder != table.source.parent])
    for path in companions(table.source):
        path.rename(place / path.name)
    return f"{table.source.name} in {place.name}"


def table_renamed(copy: SpoiltCopy) -> str:
    table = copy.table()
    stem = copy.chance.choice((f"{table.source.stem}_copie", f"X_{table.source.stem}", table.source.stem.lower()))
    for path in companions(table.source):
        path.rename(path.with_name(f"{stem}{path.suffix}"))
    return f"{table.source.name} → {stem}"


def table_twice(copy: SpoiltCopy) -> str:
    """A second file of the same table, under the name of another date, place or none."""
    table = copy.table()
    stem = _DATE.sub("20010203", table.source.stem)
    stem = stem if stem != table.source.stem else f"{stem}_12901"
    for path in companions(table.source):
        shutil.copy(path, path.with_name(f"{stem}{path.suffix}"))
    return f"{table.source.name} and {stem}"


def geometries_left_out(copy: SpoiltCopy) -> str:
    """The .dbf of a shapefile without the rest."""
    table = copy.table(spatial=True)
    for path in companions(table.source):
        if path != table.source:
            path.unlink()
    return table.source.name


def folder_deleted(copy: SpoiltCopy) -> str:
    path = copy.one(copy.folders())
    shutil.rmtree(path)
    return path.name


def folder_renamed(copy: SpoiltCopy) -> str:
    path = copy.one(copy.folders())
    name = copy.chance.choice((f"{path.name}_", path.name.upper(), f"{path.name} 2", path.name.lower()))
    return _renamed(path, path.with_name(name))


def folder_unexpected(copy: SpoiltCopy) -> str:
    path = copy.one([copy.root, *copy.folders()]) / copy.chance.choice(("Divers", "8_Divers", "a b", "é"))
    path.mkdir()
    return path.name


def file_unexpected(copy: SpoiltCopy) -> str:
    names = ("Thumbs.db", "lisez-moi.txt", "plan.PDF", "autre.xml", "carte.pdf", "table.csv", "styles.qml", "é.pdf")
    path = copy.one([copy.root, *copy.folders()]) / copy.chance.choice(names)
    path.write_bytes({".csv": b"A,B\n1,2\n", ".xml": b"<autre/>"}.get(path.suffix, _NOTHING))
    return path.relative_to(copy.root).as_posix()


def root_renamed(copy: SpoiltCopy) -> str:
    """Another name of the root folder: another date, place, part, or no name of a document."""
    name = copy.root.name
    date, wrong = _DATE.sub("20010203", name), re.sub(r"^[0-9]{5}", "75056", name)
    new = copy.chance.choice(
        (date, wrong, f"{name}_A", f"{name}_copie", name.lower(), "livraison", name.replace("_", "-"))
    )
    if new == name:
        raise NotApplicable
    copy.root = copy.root.rename(copy.root.with_name(new))
    return new


def _renamed(path: Path, target: Path) -> str:
    if target.exists() and not target.samefile(path):
        raise NotApplicable
    if target == path:
        raise NotApplicable
    path.rename(target)
    return f"{path.name} → {target.parent.name}/{target.name}"


FILE_MUTATIONS = (
    piece_deleted,
    pieces_deleted,
    piece_renamed,
    piece_of_another_date,
    piece_in_capitals,
    piece_of_another_format,
    piece_misplaced,
    table_deleted,
    table_misplaced,
    table_renamed,
    table_twice,
    geometries_left_out,
    folder_deleted,
    folder_renamed,
    folder_unexpected,
    file_unexpected,
    root_renamed,
)
