"""The mutations that the comparisons rest on: each spoils something, always the same thing."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from pathlib import Path

import pytest

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.geodata.delivery_writer import DeliveryRequest, write_delivery
from tests.deliveries.mutations import MUTATIONS, mutate, mutations
from tests.qgis.deliveries import validated

PLU, SUP = "cnig_PLU_2024", "cnig_SUP_I8_2013"
HARMLESS = {
    "as_csv",
    "as_geopackage",
    "as_mapinfo",
    "columns_in_lower_case",
    "element_doubled",
    "far_away",
    "optional_emptied",
    "page_of_a_file",
    "rows_reversed",
}
"""What they do is right, as a rule: they are there to see that nothing is made of it."""


@pytest.fixture(scope="module")
def conformant(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two deliveries: a plan, and servitudes whose model has references."""
    folder = tmp_path_factory.mktemp("conformant")
    request = DeliveryRequest(objects=20, complete=True)
    return {name: write_delivery(bundled_registry().load(name), folder / name, request) for name in (PLU, SUP)}


def spoilt(conformant: dict[str, Path], model: str, name: str, folder: Path, seed: int = 1) -> Path | None:
    """A copy of the delivery of a model with one mutation, or None."""
    root = shutil.copytree(conformant[model], folder / conformant[model].name)
    applied = mutate(root, bundled_registry().load(model), name, seed)
    return applied.root if applied else None


def contents(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root.parent).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else ""
        for path in root.rglob("*")
    }


@pytest.mark.parametrize("name", MUTATIONS)
def test_each_spoils_a_delivery_and_what_it_does_is_found(
    name: str, conformant: dict[str, Path], tmp_path: Path
) -> None:
    """Not every seed does: an emptied column may be an optional one."""
    found: Counter[str] = Counter()
    for seed in range(2 if name in HARMLESS else 8):
        for model in (PLU, SUP):
            root = spoilt(conformant, model, name, tmp_path / f"{model}{seed}", seed)
            if root is not None:
                unchanged = contents(root) == contents(conformant[model])
                assert not unchanged, (model, seed)
                found.update(finding.code for finding in validated(root, model).findings)
        if set(found) > {"VALIDATOR_PROJECTION_INFO"}:
            break
    assert found, "it can spoil neither delivery"
    assert set(found) > {"VALIDATOR_PROJECTION_INFO"} or name in HARMLESS


@pytest.mark.parametrize("name", ["root_renamed", "too_long", "spike", "text_replaced", "condition_broken"])
def test_the_same_seed_spoils_the_same_way(name: str, conformant: dict[str, Path], tmp_path: Path) -> None:
    first, again = (spoilt(conformant, PLU, name, tmp_path / place) for place in ("first", "again"))
    assert first is not None
    assert again is not None
    same = contents(first) == contents(again)
    assert same
    others = [spoilt(conformant, PLU, name, tmp_path / str(seed), seed) for seed in range(2, 6)]
    assert any(other is not None and contents(other) != contents(first) for other in others)


def test_there_are_more_than_fifty_and_their_order_is_that_of_the_seed() -> None:
    assert len(MUTATIONS) > 50
    model = bundled_registry().load(PLU)
    order = list(mutations(model, seed=1))
    assert order == list(mutations(model, seed=1)) != list(mutations(model, seed=2))
    assert {name for name, _ in order[: len(MUTATIONS)]} == set(MUTATIONS)
    assert len(set(order)) == len(order)
