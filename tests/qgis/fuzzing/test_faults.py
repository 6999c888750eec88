"""What scripts/fuzz looks for is seen when it is there: each fault is committed once, on purpose."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from fuzzing import work
from fuzzing.case import Base, Case, make_case
from fuzzing.outside_watch import TOKEN, OutsideWatch

from tests.qgis.deliveries import conformant

Report = Callable[[Case], str]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "zone.csv").write_text("A\n1\n")
    return tmp_path


@pytest.fixture
def watch(place: Path) -> Iterator[OutsideWatch]:
    return OutsideWatch(place / "outside")


def fault(place: Path, watch: OutsideWatch, monkeypatch: pytest.MonkeyPatch, report: Report) -> str:
    monkeypatch.setattr(work, "_report", lambda case, _place, **_more: report(case))
    watch.forget()
    return work.fault_of(Case(place / "case", ""), place, watch, thorough=False)


def test_a_good_answer_is_no_fault(place: Path, watch: OutsideWatch, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fault(place, watch, monkeypatch, lambda _case: "report") == ""


def test_a_traceback_is_seen(place: Path, watch: OutsideWatch, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ZeroDivisionError" in fault(place, watch, monkeypatch, lambda _case: str(1 // 0))


def test_a_file_written_into_the_delivery_is_seen(
    place: Path, watch: OutsideWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "modified" in fault(place, watch, monkeypatch, lambda case: str((case.path / "zone.gfs").write_text("")))


def test_a_file_read_outside_is_seen(place: Path, watch: OutsideWatch, monkeypatch: pytest.MonkeyPatch) -> None:
    said = fault(place, watch, monkeypatch, lambda _case: watch.outside.file(".xsd").read_text(encoding="utf-8")[:1])
    assert "secret.xsd" in said


def test_a_call_to_the_network_is_seen(place: Path, watch: OutsideWatch, monkeypatch: pytest.MonkeyPatch) -> None:
    def call(_case: Case) -> str:
        with pytest.raises(OSError, match=r"."):
            urllib.request.urlopen(watch.outside.address, timeout=10)  # noqa: S310 - our own server
        return ""

    assert "network" in fault(place, watch, monkeypatch, call)


def test_what_lies_outside_is_seen_in_the_report(
    place: Path, watch: OutsideWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "outside" in fault(place, watch, monkeypatch, lambda _case: TOKEN)


def test_a_report_that_changes_is_seen(place: Path, watch: OutsideWatch, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = count()
    assert "differ" in fault(place, watch, monkeypatch, lambda _case: str(next(numbers)))


def test_a_case_is_always_the_same(tmp_path: Path) -> None:
    delivery = conformant("cnig_PLU_2024", tmp_path)
    watch = OutsideWatch(tmp_path / "outside")
    for number in range(20):
        made = []
        for turn in ("first", "second"):
            place = tmp_path / f"{turn}{number}"
            place.mkdir()
            case = make_case([Base(delivery.root, "cnig_PLU_2024")], 7, number, place, watch.outside)
            made.append([(path.replace(turn, ""), content) for path, content, _ in work.state_of(place)])
        assert made[0] == made[1], case.done
