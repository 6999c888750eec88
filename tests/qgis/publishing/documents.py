"""Documents to publish, and how."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import Action, Proof, TargetPlan
from smica_qgis.geodata.planning.delivery_content import content_of_delivery
from smica_qgis.publishing.target import Publication, Target
from tests.qgis.deliveries import ConformantDelivery, conformant

MAIL = {"mail": "urbanisme@aubrelle.example.org"}


@contextmanager
def content_of(delivery: ConformantDelivery, standard: str) -> Iterator[DocumentContent]:
    with content_of_delivery(str(delivery.root), standard=standard) as content:
        yield content


@contextmanager
def conformant_content(standard: str, folder: Path, **changes: Any) -> Iterator[DocumentContent]:  # noqa: ANN401
    """Content of a delivery that conforms. changes: fields of DeliveryRequest."""
    with content_of(conformant(standard, folder, **changes), standard) as content:
        yield content


def published(content: DocumentContent) -> Publication:
    return Publication(Action.PUBLISH, content)


def withdrawn(content: DocumentContent, successor: DocumentContent | None = None) -> Publication:
    return Publication(Action.WITHDRAW, content, successor=successor)


def carried_out(target: Target, publication: Publication) -> tuple[TargetPlan, str, list[Proof]]:
    """Plan, apply, read back; the proofs agree."""
    progress = SilentProgress()
    plan = target.plan(publication, progress)
    address = target.apply(publication, plan, progress)
    proofs = target.read_back(publication, progress)
    assert proofs
    assert not [proof for proof in proofs if not proof.agrees], proofs
    return plan, address, proofs
