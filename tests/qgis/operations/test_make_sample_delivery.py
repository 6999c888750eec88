"""The sample delivery has the faults that it says, and no other."""

from __future__ import annotations

import hashlib
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import CancelledError, InvalidParameterError, SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.validation.finding import Verdict
from smica_qgis.geodata.delivery_writer import invent_delivery
from smica_qgis.operations.make_sample_delivery import (
    DEFECTS,
    PROJECTION,
    REQUEST,
    Defect,
    expected_findings,
    make_sample_delivery,
)
from smica_qgis.operations.sample_standards import STANDARD, sample_standards
from tests.qgis.deliveries import validated

MULTIPART = {"GEOMETRY_MULTIPART": 1}
"""Comes with the request, not with the spoiling."""


def test_the_sample_raises_exactly_what_it_says(tmp_path: Path) -> None:
    archive = Path(make_sample_delivery(str(tmp_path / "new" / "folder")))
    report = validated(archive)
    assert report.header.detection.model == STANDARD
    assert report.verdict is Verdict.INVALID
    assert Counter(f.code for f in report.findings) == expected_findings()


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: "+".join(defect.findings))
def test_each_defect_alone_raises_what_it_says(defect: Defect, tmp_path: Path) -> None:
    delivery = invent_delivery(bundled_registry().load(STANDARD), REQUEST)
    defect.spoil(delivery)
    report = validated(delivery.write(tmp_path), STANDARD)
    assert Counter(f.code for f in report.findings) == Counter({**PROJECTION, **MULTIPART, **defect.findings})


def test_there_are_defects_of_every_kind() -> None:
    assert 15 <= len(DEFECTS) <= 25
    assert len({defect.what for defect in DEFECTS}) == len(DEFECTS)
    assert all(defect.findings for defect in DEFECTS)


def test_it_is_one_zip_of_its_root_folder_the_same_every_time(tmp_path: Path) -> None:
    archives = [Path(make_sample_delivery(str(tmp_path / name))) for name in ("a", "b")]
    assert [list(archive.parent.iterdir()) for archive in archives] == [[archive] for archive in archives]
    assert len({hashlib.sha256(archive.read_bytes()).hexdigest() for archive in archives}) == 1
    with zipfile.ZipFile(archives[0]) as content:
        assert {name.split("/")[0] for name in content.namelist()} == {archives[0].stem}


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SmicaError, match="autre dossier"):
        make_sample_delivery(str(tmp_path / "file" / "inside"))


@pytest.mark.parametrize("standard", ["cnig_CC_2025", "cnig_SUP_AC1_2016", "cnig_SCoT_2021", "GPU_MEC_2025"])
def test_a_sample_of_another_standard_is_conformant(standard: str, tmp_path: Path) -> None:
    report = validated(Path(make_sample_delivery(str(tmp_path), standard=standard)))
    assert report.header.detection.model == standard
    assert Counter(f.code for f in report.findings) == Counter(PROJECTION)


def test_a_standard_that_is_not_known_is_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidParameterError, match="cnig_PLU_1999"):
        make_sample_delivery(str(tmp_path), standard="cnig_PLU_1999")
    assert list(tmp_path.iterdir()) == []


def test_the_standards_are_listed_by_kind_the_latest_first() -> None:
    listed = sample_standards()
    assert set(listed) == set(bundled_registry().names())
    kinds = list(dict.fromkeys(name.split("_")[1] for name in listed))
    assert kinds == ["PLUi", "PLU", "CC", "POS", "PSMV", "SCoT", "SUP", "MEC"]
    assert listed[:2] == ("cnig_PLUi_2025", "cnig_PLUi_2024")
    order = ["cnig_SUP_A1_2016", "cnig_SUP_A1_2013", "cnig_SUP_A2_2016", "cnig_SUP_A10_2016"]
    order += ["cnig_SUP_AC4_2016", "cnig_SUP_AC4bis_2016"]
    assert [name for name in listed if name in order] == order


def test_it_can_be_stopped(tmp_path: Path) -> None:
    class Stopped(SilentProgress):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        make_sample_delivery(str(tmp_path), Stopped())
    assert list(tmp_path.iterdir()) == []
