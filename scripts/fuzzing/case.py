"""One case: a delivery chosen and spoilt from a seed and a number, always the same."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from fuzzing import containers, disguises, octets, structure, tables, xml_texts
from fuzzing.archives import spoil_zip, zip_of
from fuzzing.mutation import Outside, files_of

GROUPS = (structure, octets, tables, xml_texts, containers, disguises)
MOST_MUTATIONS = 3
_TRIES = 12
_ZIPPED, _SPOILT, _ALONE = 0.4, 0.5, 0.3
_OPTIONS: tuple[dict[str, object], ...] = (
    {},
    {},
    {},
    {"flat": True},
    {"string-fix-utf8": True, "string-escape-controls": True},
    {"string-all": "LATIN1"},
    {"string-simplify-common": True, "string-simplify-charset": "LATIN1"},
    {"max-errors": 3},
    {"encoding": "LATIN1"},
    {"enable-conditions": False},
    {"cnig-complexity-tolerance": "[[50, 20, 10, 5, 0.5],[20, 10, 5, 2, 0.1]]"},
)


@dataclass(frozen=True)
class Base:
    """A delivery to start from: its root folder, and the standard that it follows."""

    root: Path
    standard: str


@dataclass(frozen=True)
class Case:
    """What is validated. path: folder, zip or GeoPackage; standard: empty = to be detected; done: what was done."""

    path: Path
    standard: str
    options: dict[str, object] = field(default_factory=dict)
    done: tuple[str, ...] = ()


def make_case(bases: list[Base], seed: int, number: int, place: Path, outside: Outside) -> Case:
    """Copy a delivery into an empty place and spoil it."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311 - to be made again, not to be secret
    base = chance.choice(bases)
    root = place / base.root.name
    shutil.copytree(base.root, root)
    done = _spoil(root, chance, outside)
    path = root
    if chance.random() < _ZIPPED:
        path = place / f"{root.name}.zip"
        done.append(zip_of(root, path, chance))
        shutil.rmtree(root)
        if chance.random() < _SPOILT:
            done.append(spoil_zip(path, chance, outside))
    else:
        path = _alone(root, chance)
    standard = chance.choice((base.standard, base.standard, ""))
    return Case(path, standard, chance.choice(_OPTIONS), (base.root.name, *filter(None, done)))


def _spoil(root: Path, chance: random.Random, outside: Outside) -> list[str]:
    """Apply a few mutations; those that find nothing to change are drawn again."""
    done: list[str] = []
    wanted = chance.randrange(1, MOST_MUTATIONS + 1)
    for _ in range(_TRIES):
        if len(done) == wanted:
            break
        mutation = chance.choice(chance.choice(GROUPS).MUTATIONS)
        try:
            said = mutation(root, chance, outside)
        except OSError:  # an odd name upon another odd name: too long, or taken by a folder
            continue
        if said:
            done.append(said)
    return done


def _alone(root: Path, chance: random.Random) -> Path:
    """A GeoPackage of the delivery, delivered alone, now and then; else the folder."""
    alone = [p for p in files_of(root, ".gpkg") if p.is_file()]
    return chance.choice(alone) if alone and chance.random() < _ALONE else root
