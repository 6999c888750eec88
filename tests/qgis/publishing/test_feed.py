"""The ATOM feed in a folder: what the Géoportail would harvest, and what happens to the documents of others."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.publishing.feed import place as feed_place
from smica_qgis.publishing.feed.atom import FeedHeading
from smica_qgis.publishing.feed.main_feed import MainFeed
from smica_qgis.publishing.feed.place import FolderPlace
from smica_qgis.publishing.feed.settings import read
from smica_qgis.publishing.feed.target import FeedTarget, make_target
from tests.qgis.publishing.documents import MAIL, carried_out, conformant_content, published, withdrawn
from tests.qgis.publishing.feed_entries import add_entries, entry_of
from tests.qgis.publishing.feed_readers import harvest

PUBLIC = "https://flux.example.org/urbanisme"
PLU = "cnig_PLU_2024"


def target_in(folder: Path, **more: object) -> FeedTarget:
    return make_target({"folder": str(folder), "public_url": f"{PUBLIC}/", "metadata": MAIL, **more}, None)


def reader(folder: Path) -> Callable[[str], bytes]:
    def read_address(address: str) -> bytes:
        assert address.startswith(f"{PUBLIC}/")
        return (folder / address[len(PUBLIC) + 1 :]).read_bytes()

    return read_address


def harvested(folder: Path) -> list[str]:
    return sorted(item.document for item in harvest(reader(folder), f"{PUBLIC}/feed.xml"))


@pytest.mark.parametrize("standard", [PLU, "cnig_PLUi_2025", "cnig_CC_2022", "cnig_SUP_AC1_2016"])
def test_what_is_published_is_harvested(standard: str, tmp_path: Path) -> None:
    target = target_in(tmp_path / "out")
    with conformant_content(standard, tmp_path / "in", objects=10) as content:
        plan, address, proofs = carried_out(target, published(content))
        assert not plan.is_empty
        assert address == f"{PUBLIC}/feed.xml"
        assert {proof.what for proof in proofs} >= {"Archive", "Fiche de métadonnées", "Date du jeu de données"}
        (found,) = harvest(reader(tmp_path / "out"), address)
        assert found.document == content.idurba
        assert f"{content.idurba}/" in [name[: len(content.idurba) + 1] for name in found.files]
        assert target.plan(published(content), SilentProgress()).is_empty


def test_the_next_document_of_the_territory_replaces_the_former_one(tmp_path: Path) -> None:
    target = target_in(tmp_path / "out")
    add_entries(FolderPlace(tmp_path / "out"), PUBLIC, 1)
    with (
        conformant_content(PLU, tmp_path / "a", objects=10) as former,
        conformant_content("cnig_PLU_2025", tmp_path / "b", objects=10) as new,
    ):
        carried_out(target, published(former))
        plan, _, _ = carried_out(target, published(new))
        assert plan.changes[0].text == f"Remplacer {former.idurba} par {new.idurba} dans le flux"
        left = sorted(str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*") if p.is_file())
        assert left == [
            f"archives/{new.idurba}.zip",
            "feed.xml",
            f"fiches/{new.idurba}.xml",
            f"jeux/{new.idurba}.xml",
        ]
        assert b"urn:other:0" in (tmp_path / "out" / "feed.xml").read_bytes()
        carried_out(target, withdrawn(new, former))
        assert f"archives/{former.idurba}.zip" in str(next(iter((tmp_path / "out").rglob("*.zip"))))
        carried_out(target, withdrawn(former))
        assert [p.name for p in (tmp_path / "out").rglob("*") if p.is_file()] == ["feed.xml"]
        assert b"urn:other:0" in (tmp_path / "out" / "feed.xml").read_bytes()


def test_many_entries_make_pages_and_fewer_remove_them(tmp_path: Path) -> None:
    target = target_in(tmp_path / "out", page=3)
    place = FolderPlace(tmp_path / "out")
    add_entries(place, PUBLIC, 7, size=3)
    assert sorted(p.name for p in (tmp_path / "out").glob("feed*.xml")) == ["feed-2.xml", "feed-3.xml", "feed.xml"]
    with conformant_content(PLU, tmp_path / "a", objects=10) as content:
        carried_out(target, published(content))
        feed = MainFeed(place, PUBLIC, FeedHeading("", "", ""), 3)
        assert len(feed.read().entries) == 8
        assert len(feed.read().entries[-1]) > 0
        feed.change(lambda entries: entries[:2], "2026-01-01T00:00:00Z", SilentProgress())
    assert [p.name for p in (tmp_path / "out").glob("feed*.xml")] == ["feed.xml"]


def test_a_feed_that_cannot_be_read_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("<html>Page d'accueil</html>")
    target = target_in(tmp_path)
    with (
        conformant_content(PLU, tmp_path / "in", objects=10) as content,
        pytest.raises(SmicaError, match="n'est pas un flux ATOM"),
    ):
        target.plan(published(content), SilentProgress())
    assert (tmp_path / "feed.xml").read_text() == "<html>Page d'accueil</html>"


def test_a_missing_page_is_said(tmp_path: Path) -> None:
    add_entries(FolderPlace(tmp_path), PUBLIC, 7, size=3)
    (tmp_path / "feed-2.xml").unlink()
    with (
        conformant_content(PLU, tmp_path / "in", objects=10) as content,
        pytest.raises(SmicaError, match=r"feed-2\.xml"),
    ):
        target_in(tmp_path).plan(published(content), SilentProgress())


def test_what_was_altered_is_seen_when_it_is_read_back(tmp_path: Path) -> None:
    target = target_in(tmp_path / "out")
    with conformant_content(PLU, tmp_path / "in", objects=10) as content:
        carried_out(target, published(content))
        archive = tmp_path / "out" / "archives" / f"{content.idurba}.zip"
        archive.write_bytes(archive.read_bytes() + b"x")
        (tmp_path / "out" / "fiches" / f"{content.idurba}.xml").write_text("<a/>")
        wrong = {p.what for p in target.read_back(published(content), SilentProgress()) if not p.agrees}
        assert wrong == {"Archive", "Fiche de métadonnées"}


@pytest.mark.parametrize("stopped", ["archives", "fiches", "jeux", "feed.xml", "delete"])
def test_stopped_anywhere_the_feed_is_whole_and_a_second_call_finishes(
    stopped: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = target_in(tmp_path / "out")
    with (
        conformant_content(PLU, tmp_path / "a", objects=10) as former,
        conformant_content("cnig_PLU_2025", tmp_path / "b", objects=10) as new,
    ):
        carried_out(target, published(former))
        with monkeypatch.context() as patched:
            stop_at(stopped, patched)
            plan = target.plan(published(new), SilentProgress())
            with pytest.raises(KeyboardInterrupt):
                target.apply(published(new), plan, SilentProgress())
        assert harvested(tmp_path / "out") in ([former.idurba], [new.idurba])
        carried_out(target, published(new))
        assert harvested(tmp_path / "out") == [new.idurba]
        assert not list((tmp_path / "out").rglob(f"*{former.idurba}*"))


def stop_at(stopped: str, patched: pytest.MonkeyPatch) -> None:
    """Make the place stop, as a kill would, before it writes there."""
    original = {name: getattr(FolderPlace, name) for name in ("write", "upload", "delete")}

    def stopping(name: str) -> object:
        def call(self: FolderPlace, path: str, *rest: object) -> object:
            if path.startswith(stopped) or name == stopped:
                raise KeyboardInterrupt
            return original[name](self, path, *rest)

        return call

    for name in original:
        patched.setattr(FolderPlace, name, stopping(name))


def change_many(folder: str, number: int) -> None:
    for count in range(5):
        entry = entry_of(f"{number}-{count}")
        feed = MainFeed(FolderPlace(Path(folder)), PUBLIC, FeedHeading(f"{PUBLIC}/feed.xml", "t", "a"), 7)
        feed.change(lambda entries, one=entry: [*entries, one], "2026-01-01T00:00:00Z", SilentProgress())  # type: ignore[misc]


def test_several_publishers_at_once_lose_no_entry(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    running = [context.Process(target=change_many, args=(str(tmp_path), number)) for number in range(3)]
    for process in running:
        process.start()
    for process in running:
        process.join(120)
        assert process.exitcode == 0
    feed = MainFeed(FolderPlace(tmp_path), PUBLIC, FeedHeading("", "", ""), 7)
    assert len(feed.read().entries) == 15


def test_a_publisher_that_waits_too_long_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_place, "LONGEST_WAIT", 0.3)
    place = FolderPlace(tmp_path)
    with (
        place.alone(SilentProgress()),
        pytest.raises(SmicaError, match="Une autre publication"),
        FolderPlace(tmp_path).alone(SilentProgress()),
    ):
        pass


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with conformant_content(PLU, tmp_path / "in", objects=10) as content:
        target = target_in(tmp_path / "out")
        with pytest.raises(SmicaError, match="Le dossier du flux"):
            target.plan(published(content), SilentProgress())


def test_a_document_without_a_mail_is_planned_with_a_warning(tmp_path: Path) -> None:
    target = make_target({"folder": str(tmp_path), "public_url": PUBLIC}, None)
    with conformant_content(PLU, tmp_path / "in", objects=10) as content:
        plan = target.plan(published(replace(content, metadata=b"")), SilentProgress())
    assert "adresse électronique" in plan.warnings[0]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"folder": "x"}, "public_url"),
        ({"public_url": PUBLIC}, "folder"),
        ({"public_url": PUBLIC, "folder": "x", "url": "https://x.example.org"}, "folder"),
        ({"public_url": PUBLIC, "url": "https://moi:secret@x.example.org"}, "authcfg"),
        ({"public_url": PUBLIC, "url": "ftp://x.example.org"}, "url"),
        ({"public_url": PUBLIC, "folder": "x", "page": 0}, "page"),
        ({"public_url": PUBLIC, "folder": "x", "flux": "y"}, "flux"),
    ],
)
def test_settings_that_are_wrong_name_the_key(given: object, named: str) -> None:
    with pytest.raises(InvalidParameterError, match=named):
        read(given)
