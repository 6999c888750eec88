"""The same deliveries judged with the bundled model and with the production one: what differs between the two."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.document_model.registry import load_model
from smica_qgis.core.validation.finding import Finding
from smica_qgis.geodata.delivery_writer import DeliveryRequest, write_delivery
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
from tests.deliveries.mutations import mutate, mutations

SMALL = DeliveryRequest(objects=20, complete=True)
Said = Counter[tuple[str, ...]]


@dataclass(frozen=True)
class Comparison:
    """One model. production: path of its files.json; mutations: how many copies of its delivery are spoilt."""

    name: str
    production: str
    mutations: int
    seed: int


@dataclass(frozen=True)
class Outcome:
    """What came of a comparison. codes: all that the production model made us say; differences: of both models."""

    name: str
    copies: int
    codes: frozenset[str]
    differences: tuple[str, ...]


def compare(asked: Comparison) -> Outcome:
    """Compare the findings on the conformant delivery of a model and on spoilt copies of it."""
    model = load_model(asked.production)
    copies, codes = 0, set[str]()
    differences: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for what, root in _deliveries(model, asked, Path(folder)):
            ours, theirs = said(root, asked.name), said(root, asked.production)
            copies += 1
            codes |= {one[2] for one in theirs}
            differences += [f"{what}: - {' | '.join(one)}" for one in (theirs - ours)]
            differences += [f"{what}: + {' | '.join(one)}" for one in (ours - theirs)]
    return Outcome(asked.name, copies, frozenset(codes), tuple(differences))


def _deliveries(model: DocumentModel, asked: Comparison, folder: Path) -> Iterator[tuple[str, Path]]:
    """The conformant delivery, then the copies, each in a folder of its own that goes once it is judged."""
    conformant = write_delivery(model, folder / "conformant", SMALL)
    yield "conformant", conformant
    made = 0
    for name, seed in mutations(model, asked.seed):
        if made == asked.mutations:
            return
        place = folder / name
        root = shutil.copytree(conformant, place / conformant.name)
        applied = mutate(root, model, name, seed)
        if applied is not None:
            made += 1
            yield f"{name} ({applied.what})", applied.root
        shutil.rmtree(place)


def said(root: Path, standard: str) -> Said:
    """The findings of every family, with their place and values; blanks of SQL do not count."""
    report = validate_delivery(ValidationRequest(str(root), standard))
    report.geometries.close()
    return Counter(_said(finding) for finding in report.findings)


def _said(finding: Finding) -> tuple[str, ...]:
    place = (finding.file_model, finding.attribute, finding.file, finding.id or "", finding.feature_id or "")
    values = (f"{name}={' '.join(value.split())}" for name, value in sorted(finding.values.items()))
    return (finding.family.value, finding.level.value, finding.code, *place, *values)
