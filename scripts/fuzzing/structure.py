"""Mutations of the files and folders of a delivery: names, places, links, things that are no files."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

from fuzzing.mutation import Apply, Outside, files_of, one_of, write_anew

_ODD_NAMES = (
    "nom à rallonge " + "x" * 180,
    "deux\nlignes",
    "tabulation\tici",
    "e\u0301te\u0301",
    "\u202egpj.exe",
    "<b>gras&amp;",
    "=1+1",
    "..points..",
    " blancs ",
    "a:b|c?d*e",
    "CON",
    "%2e%2e%2f",
    "💧",
    "sans_extension",
)
_SUFFIXES = (".gml", ".csv", ".dbf", ".shp", ".tab", ".gpkg", ".xml", ".pdf", ".geojson", ".vrt", ".txt", "")
_COMPANIONS = ("zone.gfs", "zone.csvt", "zone.aux.xml", "zone.qpj", "zone.sbn", "Thumbs.db", ".DS_Store", "zone.vrt")
_DEEP = 60


def delete_file(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001 - one signature
    """Delete a file."""
    path = one_of(chance, files_of(root))
    if path is None:
        return ""
    path.unlink()
    return f"delete {path.name}"


def delete_folder(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Delete a folder with what it holds."""
    path = one_of(chance, [p for p in sorted(root.rglob("*")) if p.is_dir()])
    if path is None:
        return ""
    shutil.rmtree(path)
    return f"delete folder {path.name}"


def rename(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Give a file an odd name, with or without its extension."""
    path = one_of(chance, files_of(root))
    if path is None:
        return ""
    name = chance.choice(_ODD_NAMES) + chance.choice((path.suffix, ""))
    path.rename(path.with_name(name))
    return f"rename {path.name} {name!r}"


def change_suffix(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Say another format, or another case."""
    path = one_of(chance, files_of(root))
    if path is None:
        return ""
    suffix = chance.choice((*_SUFFIXES, path.suffix.upper()))
    path.replace(path.with_name(path.stem + suffix))
    return f"suffix {path.name} {suffix}"


def move(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Put a file in another folder."""
    path = one_of(chance, files_of(root))
    folder = one_of(chance, [root, *(p for p in sorted(root.rglob("*")) if p.is_dir() and not p.is_symlink())])
    if path is None or folder is None:
        return ""
    path.replace(folder / path.name)
    return f"move {path.name} to {folder.name}"


def swap(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Exchange the contents of two files."""
    files = files_of(root)
    if not files:
        return ""
    first, second = chance.choice(files), chance.choice(files)
    one, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one)
    return f"swap {first.name} {second.name}"


def other_case(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Copy a file beside itself under a name that differs by case only."""
    path = one_of(chance, files_of(root))
    if path is None:
        return ""
    shutil.copyfile(path, path.with_name(path.name.swapcase()))
    return f"twin {path.name}"


def folder_for_file(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Put a folder where a file is expected."""
    path = one_of(chance, files_of(root))
    if path is None:
        return ""
    path.unlink()
    path.mkdir()
    return f"folder {path.name}"


def file_for_folder(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Put a file where a folder is expected."""
    path = one_of(chance, [p for p in sorted(root.rglob("*")) if p.is_dir() and not p.is_symlink()])
    if path is None:
        return ""
    shutil.rmtree(path)
    path.write_text("un fichier\n", encoding="utf-8")
    return f"file {path.name}"


def deep_folders(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Nest folders, with a file at the bottom."""
    bottom = root.joinpath(*(["x"] * chance.randrange(1, _DEEP)))
    bottom.mkdir(parents=True, exist_ok=True)
    (bottom / "fond.csv").write_text("A\n1\n", encoding="utf-8")
    return "deep folders"


def companion(root: Path, chance: random.Random, outside: Outside) -> str:
    """Add a companion file that programs leave behind or read unasked, and that speaks of the outside."""
    path = one_of(chance, files_of(root, ".shp", ".dbf", ".tab", ".gml", ".csv", ".gpkg"))
    if path is None:
        return ""
    beside = path.with_suffix(chance.choice((".gfs", ".csvt", ".vrt", ".xsd", ".prj", ".cpg", ".qix", ".aux.xml")))
    if chance.random() < 0.3:  # noqa: PLR2004 - a third of them under a name that is nobody's
        beside = path.with_name(chance.choice(_COMPANIONS))
    write_anew(beside, outside.file(chance.choice((".vrt", ".xml", ".gfs"))).read_bytes())
    return f"companion {beside.name}"


def link(root: Path, chance: random.Random, outside: Outside) -> str:
    """Make a link: to a file outside, to the folder above, to itself, to nothing, to a device."""
    path = one_of(chance, files_of(root))
    if path is None:
        return ""
    secret = outside.file(path.suffix.lower())
    target = chance.choice((secret if secret.exists() else outside.file(".csv"), root, path, Path("/dev/zero")))
    path.unlink()
    path.symlink_to(target, target_is_directory=target == root)
    return f"link {path.name} to {target.name}"


def pipe(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Put a named pipe, which blocks whoever reads it, in the place of a file."""
    path = one_of(chance, files_of(root))
    if path is None or not hasattr(os, "mkfifo"):
        return ""
    path.unlink()
    os.mkfifo(path)
    return f"pipe {path.name}"


MUTATIONS: tuple[Apply, ...] = (
    delete_file,
    delete_folder,
    rename,
    change_suffix,
    move,
    swap,
    other_case,
    folder_for_file,
    file_for_folder,
    deep_folders,
    companion,
    link,
    pipe,
)
