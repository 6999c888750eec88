"""What happens to a document in the store (facts: publishing, 3), to be run against each kind of store."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.outcome import Action
from smica_qgis.database.planning.registry import PlanningRegistry
from smica_qgis.database.planning.stored_content import stored_content
from smica_qgis.database.store import RefusedValueError, Store, StoreError
from smica_qgis.publishing.store.target import VersionConflictError, make_target
from smica_qgis.publishing.target import Publication
from tests.qgis.made_document import (
    FORMER,
    NEXT,
    PLAN,
    bow,
    count,
    made_content,
    publish,
    same_content,
    states,
    with_zone,
    zone,
)

Opener = Callable[[], Store]


class Situations:
    """Subclassed by the tests of each store, which give `opener`."""

    def test_first_publication_supersedes_the_former_document(self, opener: Opener) -> None:
        with opener() as store:
            publish(store, made_content(3, document=FORMER))
            assert publish(store, made_content(200)).version == 1
            assert states(store) == {FORMER: ("superseded", 1), PLAN: ("published", 1)}
            assert count(store, "urba_zone") == 200
            assert count(store, "urba_zone_en_vigueur") == 200
            assert count(store, "urba_histoire", FORMER) == 5

    def test_the_same_again_writes_nothing(self, opener: Opener) -> None:
        with opener() as store:
            publish(store, made_content(20))
            before = [count(store, table) for table in ("urba_audit", "urba_version", "urba_histoire", "urba_piece")]
            again = publish(store, made_content(20))
            assert (again.version, again.unchanged) == (1, True)
            assert [count(store, t) for t in ("urba_audit", "urba_version", "urba_histoire", "urba_piece")] == before

    def test_corrected_content_is_a_version_more(self, opener: Opener) -> None:
        with opener() as store:
            first = made_content(20)
            publish(store, first)
            corrected = made_content(19, "UB")
            assert publish(store, corrected, expected=1).version == 2
            assert count(store, "urba_histoire", PLAN) == 22
            assert same_content(stored_content(store, PLAN, 1), first)
            assert same_content(stored_content(store, PLAN.lower()), corrected)

    def test_metadata_alone_are_a_version_more(self, opener: Opener) -> None:
        with opener() as store:
            publish(store, made_content(2))
            assert publish(store, replace(made_content(2), metadata=b"<MD>2</MD>")).version == 2
            assert stored_content(store, PLAN).metadata == b"<MD>2</MD>"
            assert stored_content(store, PLAN, 1).metadata == b"<MD/>"

    def test_a_stale_editor_is_told(self, opener: Opener) -> None:
        with opener() as store:
            publish(store, made_content(5))
            publish(store, made_content(6))
            with pytest.raises(VersionConflictError, match=r"version 2.*version 1"):
                publish(store, made_content(7), expected=1)
            with pytest.raises(VersionConflictError):
                publish(store, made_content(7), expected=0)
            assert states(store) == {PLAN: ("published", 2)}
            assert count(store, "urba_zone") == 6

    @pytest.mark.parametrize(
        ("place", "cells", "wkb", "said"),
        [
            (7, zone(7, kind="XX"), None, "TYPEZONE"),
            (7, None, bow(640_000, 6_380_000), "ligne 8.*se croise.*640004.50 6380004.50"),
            (9, zone(0), None, "unique.*z0|deux fois"),
            (3, zone(3, label="U" * 300), None, "300 caractères.*LIBELLE, ligne 4"),
        ],
    )
    def test_bad_rows_change_nothing(
        self, opener: Opener, place: int, cells: tuple[str, ...] | None, wkb: bytes | None, said: str
    ) -> None:
        with opener() as store:
            publish(store, made_content(4))
            with pytest.raises(RefusedValueError, match=said):
                publish(store, with_zone(made_content(10, "UZ"), place, cells, wkb))
            assert states(store) == {PLAN: ("published", 1)}
            assert count(store, "urba_zone") == 4
            assert count(store, "urba_histoire") == 0

    def test_the_next_document_of_the_territory(self, opener: Opener) -> None:
        with opener() as store:
            publish(store, made_content(20))
            publish(store, made_content(5, document=f"{NEXT}_A"))
            publish(store, made_content(7, document="12002_PLU_20250101"))
            publish(store, made_content(10, document=NEXT))
            assert states(store) == {
                PLAN: ("superseded", 1),
                NEXT: ("published", 1),
                f"{NEXT}_A": ("published", 1),
                "12002_PLU_20250101": ("published", 1),
            }
            assert count(store, "urba_zone") == 22

    def test_three_publishers_at_once(self, opener: Opener) -> None:
        with opener() as store:
            publish(store, made_content(3))
        failures: list[BaseException] = []
        start = threading.Barrier(3)

        def run(rows: int) -> None:
            try:
                with opener() as own:
                    start.wait(20)
                    publish_without_looking(own, rows)
            except BaseException as error:  # noqa: BLE001 - a thread has nobody to raise to
                failures.append(error)

        threads = [threading.Thread(target=run, args=(150 + extra,)) for extra in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert not failures
        with opener() as store:
            versions = PlanningRegistry(store).versions(PLAN)
            assert [found.version for found in versions] == [4, 3, 2, 1]
            assert {found.tables["zone_urba"].rows for found in versions} == {3, 150, 151, 152}
            for found in versions:
                kept = stored_content(store, PLAN, found.version)
                assert len(kept.tables["zone_urba"].rows) == found.tables["zone_urba"].rows
            assert states(store) == {PLAN: ("published", 4)}

    def test_published_superseded_withdrawn_restored(self, opener: Opener) -> None:
        with opener() as store:
            first, second = made_content(12), made_content(9, "UC", NEXT)
            publish(store, first)
            publish(store, second)
            withdrawn = publish(store, second, Action.WITHDRAW, reason="jugement n° 2401234")
            assert (withdrawn.version, withdrawn.unchanged) == (1, False)
            assert states(store) == {PLAN: ("superseded", 1), NEXT: ("withdrawn", 1)}
            assert count(store, "urba_zone") == 0
            assert publish(store, second, Action.WITHDRAW, reason="encore").unchanged
            back = publish(store, stored_content(store, PLAN), Action.RESTORE, restored=1)
            assert (back.version, states(store)[PLAN]) == (2, ("published", 2))
            assert publish(store, stored_content(store, PLAN, 1), Action.RESTORE, restored=1).unchanged
            assert same_content(stored_content(store, PLAN), first)
            assert same_content(stored_content(store, PLAN, 1), first)
            assert same_content(stored_content(store, NEXT), second)
            notes = store.rows("SELECT operation, detail FROM urba_audit WHERE operation = 'withdraw'")
            assert "2401234" in str(list(notes))

    def test_what_was_changed_beside_is_seen_and_repaired(self, opener: Opener) -> None:
        with opener() as store:
            content = made_content(6)
            publish(store, content)
            store.execute("DELETE FROM urba_zone WHERE idzone = 'z3'")
            assert publish(store, content).version == 2
            assert count(store, "urba_zone") == 6

    def test_the_history_and_the_audit_do_not_change(self, opener: Opener) -> None:
        with opener() as store:
            publish(store, made_content(2))
            publish(store, made_content(3))
            for table in ("urba_histoire", "urba_audit", "urba_version"):
                rows = count(store, table)
                for sql in (f"DELETE FROM {table}", f"UPDATE {table} SET document_id = 'x'"):  # noqa: S608
                    with pytest.raises(StoreError):
                        store.execute(sql)
                assert count(store, table) == rows > 0


def publish_without_looking(store: Store, rows: int) -> None:
    """Publish, and leave the reading back to whoever comes last."""
    target, publication = make_target({}, store), Publication(Action.PUBLISH, made_content(rows))
    target.apply(publication, target.plan(publication, SilentProgress()), SilentProgress())


class KillMoments:
    """Moments of a publication, in seconds from its start, chosen anew where the machine turns out faster or slower."""

    def __init__(self, longest: float) -> None:
        """longest: seconds that a publication was seen to take."""
        self._longest = longest
        self._chance = random.Random(12)  # noqa: S311 - no secret is made of it
        self.killed = 0

    def next(self) -> float:
        """The next moment."""
        return self._chance.uniform(0, self._longest)

    def ended(self, outcome: str) -> None:
        """What came of a publication: when it was done before it could be killed, the next ones are killed earlier."""
        if outcome == "killed":
            self.killed += 1
        else:
            self._longest *= 0.9


def random_delays(many: int, longest: float) -> list[float]:
    """Moments at which something is stopped: the same in every run."""
    chance = random.Random(20261124)  # noqa: S311 - not a secret
    return sorted(chance.uniform(0, longest) for _ in range(many))
