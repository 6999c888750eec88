"""Small, named ways of spoiling a delivery, each the same for the same seed.

    applied = mutate(root, model, "too_long", seed=1)

`root` is a folder of its own, which is altered; it may come back under another name (`applied.root`). Any delivery
will do, the model is the one that it follows: it says which column has which list, which key, which condition.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.core.document_model.model import DocumentModel
from tests.deliveries.cell_mutations import CELL_MUTATIONS
from tests.deliveries.file_mutations import FILE_MUTATIONS
from tests.deliveries.geometry_mutations import GEOMETRY_MUTATIONS
from tests.deliveries.metadata_mutations import METADATA_MUTATIONS
from tests.deliveries.spoilt_copy import NotApplicable, SpoiltCopy
from tests.deliveries.table_mutations import TABLE_MUTATIONS

Mutation = Callable[[SpoiltCopy], str]
MUTATIONS: dict[str, Mutation] = {
    mutation.__name__: mutation
    for mutation in (
        *FILE_MUTATIONS,
        *TABLE_MUTATIONS,
        *CELL_MUTATIONS,
        *GEOMETRY_MUTATIONS,
        *METADATA_MUTATIONS,
    )
}


@dataclass(frozen=True)
class Applied:
    """What was done. what: where, and with which value."""

    name: str
    what: str
    root: Path


def mutate(root: Path, model: DocumentModel, name: str, seed: int) -> Applied | None:
    """Spoil a delivery in place, or return None when there is nothing in it that this mutation could spoil."""
    chance = random.Random(f"{seed}:{model.name}:{name}")  # noqa: S311 - to be made again, not to be secret
    copy = SpoiltCopy(root, model, chance)
    try:
        what = MUTATIONS[name](copy)
    except NotApplicable:
        return None
    return Applied(name, what, copy.root)


def mutations(model: DocumentModel, seed: int, rounds: int = 3) -> Iterator[tuple[str, int]]:
    """Names, each with a seed, in an order that depends on the model and on the seed.

    The first few are a fair sample; once all have been, they come again, each spoiling another place.
    """
    for turn in range(rounds):
        names = sorted(MUTATIONS)
        random.Random(f"{seed}:{turn}:{model.name}").shuffle(names)  # noqa: S311
        for name in names:
            yield name, seed * rounds + turn
