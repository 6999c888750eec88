"""Publishing into a GeoPackage: the twelve situations, two processes, kills, a full disk, a file that is read only."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from smica_qgis.database.geopackage_store import GeoPackageStore
from smica_qgis.database.open_store import open_store
from smica_qgis.database.planning.registry import PlanningRegistry
from smica_qgis.database.planning.stored_content import stored_content
from smica_qgis.database.store import BusyStoreError, LostConnectionError, nothing_to_do
from tests.qgis.made_document import PLAN, made_content, publish, same_content, states, whole_document
from tests.qgis.publication_situations import KillMoments, Opener, Situations
from tests.qgis.publisher_process import PublisherProcess

pytestmark = pytest.mark.usefixtures("qgis_app")
ROWS = 300
FEW = 10
"""At least so many of fifty must have been killed before they were done, or the test tests nothing."""
NOBODY = 65534


class TestGeoPackage(Situations):
    """The situations, in one file."""

    @pytest.fixture
    def opener(self, tmp_path: Path) -> Opener:
        """Return what opens the store once more."""
        return lambda: open_store(str(tmp_path / "base.gpkg"))


@pytest.fixture(scope="module")
def publisher() -> Iterator[PublisherProcess]:
    started = PublisherProcess()
    yield started
    started.close()


def test_killed_at_fifty_moments(publisher: PublisherProcess, tmp_path: Path) -> None:
    address = str(tmp_path / "base.gpkg")
    started = time.monotonic()
    assert publisher.publish(address, ROWS, "U0") == "version 1"
    assert publisher.publish(address, ROWS, "U1") == "version 2"
    moments = KillMoments((time.monotonic() - started) / 2)
    for turn in range(2, 52):
        label = f"U{turn}"
        moments.ended(publisher.publish(address, ROWS, label, kill_after=moments.next()))
        assert whole_document(address) in (f"U{turn - 1}", label)
        # the second call finishes, whatever was done
        with open_store(address) as store:
            publish(store, made_content(ROWS, label))
            assert same_content(stored_content(store, PLAN), made_content(ROWS, label))
    assert moments.killed > FEW
    with open_store(address) as store:
        versions = PlanningRegistry(store).versions(PLAN)
        assert [found.version for found in versions] == list(range(52, 0, -1))
        assert list(store.rows("PRAGMA integrity_check")) == [("ok",)]


def test_two_processes_at_once(publisher: PublisherProcess, tmp_path: Path) -> None:
    address = str(tmp_path / "base.gpkg")
    publisher.start(address, ROWS, "UA", several=True)
    publisher.start(address, ROWS, "UB")
    assert sorted((publisher.end(), publisher.end())) == ["version 1", "version 2"]
    with open_store(address) as store:
        for version in (1, 2):
            assert len(stored_content(store, PLAN, version).tables["zone_urba"].rows) == ROWS


def test_a_disk_that_is_full(publisher: PublisherProcess, tmp_path: Path) -> None:
    """Files may not grow beyond a limit, which the system itself sees to: the log of the transaction is too long."""
    path = tmp_path / "base.gpkg"
    assert publisher.publish(str(path), 3) == "version 1"
    said = publisher.publish(str(path), 4000, "UB", octets=200_000)
    assert "plein" in said
    assert whole_document(str(path)) == "UA"
    assert publisher.publish(str(path), 4000, "UB") == "version 2"


def test_a_file_that_is_read_only(publisher: PublisherProcess) -> None:
    """Root may write everywhere: there, another user publishes."""
    folder = Path(tempfile.mkdtemp(prefix="smica_"))
    path = folder / "base.gpkg"
    assert publisher.publish(str(path), 3) == "version 1"
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        said = publisher.publish(str(path), 4, user=NOBODY if os.geteuid() == 0 else 0)
        assert "vérifiez vos droits" in said
        assert whole_document(str(path)) == "UA"
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_held_store_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smica_qgis.database.geopackage_store.PATIENCE", 0.3)
    address = str(tmp_path / "base.gpkg")
    with open_store(address) as one, open_store(address) as other:
        publish(one, made_content(2))
        with one.transaction(), pytest.raises(BusyStoreError, match="occupée"):
            publish(other, made_content(3))
        assert publish(other, made_content(3)).version == 2


@pytest.mark.parametrize("kept", [True, False])
def test_a_connection_lost_while_committing(tmp_path: Path, kept: bool) -> None:  # noqa: FBT001
    """Only what is there says whether it was kept."""

    class Losing(GeoPackageStore):
        @contextmanager
        def transaction(self, waiting: Callable[[], None] = nothing_to_do) -> Iterator[None]:
            class UndoneError(Exception):
                pass

            with suppress(UndoneError), super().transaction(waiting):
                yield
                if not kept:
                    raise UndoneError
            message = "perdue"
            raise LostConnectionError(message)

    path = tmp_path / "base.gpkg"
    with open_store(str(path)) as store:
        publish(store, made_content(2))
    losing = Losing(path, read_only=False)
    losing.prepare(2154)
    if kept:
        target = publish(losing, made_content(3))
        assert (target.version, target.store is losing) == (2, False)
        target.store.close()
    else:
        with pytest.raises(LostConnectionError, match="rien n'y a été gardé"):
            publish(losing, made_content(3))
    with open_store(str(path)) as store:
        assert states(store) == {PLAN: ("published", 2 if kept else 1)}
