"""Archives for the Géoportail made from the deliveries of the corpus: accepted, and the same document."""

from __future__ import annotations

from pathlib import Path

import pytest

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.outcome import Action, Proof
from smica_qgis.core.validation.finding import Verdict
from smica_qgis.geodata.delivery_writer import invent_delivery
from smica_qgis.geodata.planning.delivery_content import content_of_delivery
from smica_qgis.operations.make_sample_delivery import REQUEST
from smica_qgis.operations.sample_standards import STANDARD
from smica_qgis.publishing.archive.target import make_target
from smica_qgis.publishing.target import Publication
from tests.qgis.deliveries import validated

CONFORMANT = ("GPU_MEC_2025", "cnig_CC_2025", "cnig_PLU_2013", "cnig_PLU_2017", "cnig_PLU_2024", "cnig_PLU_2025")
CONFORMANT += ("cnig_PLUi_2017", "cnig_PLUi_2024", "cnig_PLUi_2025", "cnig_PSMV_2022", "cnig_SCoT_2024")
CONFORMANT += ("cnig_SUP_AC1_2016", "cnig_SUP_I4_2016", "cnig_SUP_PM1_2016")
VERDICT = "Contrôle du Géoportail (famille officielle)"


def archive_of(delivery: Path, standard: str, folder: Path) -> tuple[Path, list[Proof]]:
    """Make the archive of a delivery; return it with what was proved of it."""
    target = make_target({"folder": str(folder), "metadata": {"mail": "urbanisme@example.org"}}, None)
    with content_of_delivery(str(delivery), standard=standard) as content:
        publication = Publication(Action.PUBLISH, content)
        plan = target.plan(publication, SilentProgress())
        address = target.apply(publication, plan, SilentProgress())
        proofs = target.read_back(publication, SilentProgress())
        filled = [table for table in content.tables.values() if table.rows]
        assert len([proof for proof in proofs if proof.what.startswith("Table ")]) == len(filled) > 0
    return Path(address), proofs


@pytest.mark.parametrize("standard", CONFORMANT)
def test_the_archive_of_a_conformant_delivery_is_valid_and_equal(shared: Path, standard: str, tmp_path: Path) -> None:
    archive, proofs = archive_of(shared / "corpus" / "conformant" / f"{standard}.zip", standard, tmp_path)
    assert not [proof for proof in proofs if not proof.agrees]
    assert validated(archive, standard).verdict is Verdict.VALID


def test_the_archive_of_the_sample_once_repaired_is_valid_and_equal(tmp_path: Path) -> None:
    """The sample is this delivery with its defects: without them it is repaired."""
    repaired = invent_delivery(bundled_registry().load(STANDARD), REQUEST).write(tmp_path / "in")
    archive, proofs = archive_of(repaired, STANDARD, tmp_path / "out")
    assert not [proof for proof in proofs if not proof.agrees]
    report = validated(archive)
    assert report.verdict is Verdict.VALID
    assert report.header.detection.model == STANDARD


@pytest.mark.slow
def test_the_archives_of_real_deliveries_hold_the_same_objects(shared: Path, tmp_path: Path) -> None:
    """They are not all accepted, before as after; whatever they hold, every object comes out as it was."""
    deliveries = sorted((shared / "corpus" / "deliveries").glob("*.zip"))
    assert deliveries
    for delivery in deliveries:
        _, proofs = archive_of(delivery, "", tmp_path / delivery.stem)
        wrong = [proof for proof in proofs if not proof.agrees and proof.what != VERDICT]
        assert not wrong, (delivery.name, wrong)
