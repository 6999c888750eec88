"""The feed behind a real WebDAV: written, read back, shared by several publishers, refused, stopped."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.host.network import NetworkError
from smica_qgis.publishing.feed import webdav_place
from smica_qgis.publishing.feed.atom import FeedHeading
from smica_qgis.publishing.feed.main_feed import MainFeed
from smica_qgis.publishing.feed.target import FeedTarget, make_target
from smica_qgis.publishing.feed.webdav_place import WebDavPlace
from tests.integration.webdav_server import WebDavServer
from tests.qgis.publishing.documents import MAIL, carried_out, conformant_content, published, withdrawn
from tests.qgis.publishing.feed_entries import add_entries
from tests.qgis.publishing.feed_readers import harvest

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
PLU = "cnig_PLU_2024"


def target_at(address: str, public: str, **more: object) -> FeedTarget:
    return make_target({"url": address, "public_url": public, "metadata": MAIL, **more}, None)


def read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310
        content: bytes = answer.read()
    return content


def test_a_feed_is_written_read_back_harvested_and_withdrawn(webdav: WebDavServer, tmp_path: Path) -> None:
    public = f"{webdav.read_only}/flux"
    target = target_at(f"{webdav.address}/flux", public)
    with (
        conformant_content(PLU, tmp_path / "a", objects=10) as former,
        conformant_content("cnig_PLU_2025", tmp_path / "b", objects=10) as new,
    ):
        for content in (former, new):
            _, address, _ = carried_out(target, published(content))
            assert [item.document for item in harvest(read, address)] == [content.idurba]
        assert target.plan(published(new), SilentProgress()).is_empty
        assert not list(webdav.files.rglob(f"*{former.idurba}*"))
        assert not list(webdav.files.rglob("*.part"))
        assert not list(webdav.files.rglob("feed.lock"))
        carried_out(target, withdrawn(new))
        assert [path.name for path in webdav.files.rglob("*") if path.is_file()] == ["feed.xml"]


def test_a_login_of_qgis_is_used_and_wanted(webdav: WebDavServer, authcfg: str, tmp_path: Path) -> None:
    public = webdav.read_only
    with conformant_content(PLU, tmp_path / "a", objects=10) as content:
        with pytest.raises(NetworkError, match="demande de s'identifier") as raised:
            target_at(webdav.with_login, public).plan(published(content), SilentProgress())
        assert raised.value.status == 401
        carried_out(target_at(webdav.with_login, public, authcfg=authcfg), published(content))


def test_a_server_that_does_not_let_write_is_said(webdav: WebDavServer, tmp_path: Path) -> None:
    target = target_at(webdav.read_only, webdav.read_only)
    with conformant_content(PLU, tmp_path / "a", objects=10) as content:
        plan = target.plan(published(content), SilentProgress())
        with pytest.raises(NetworkError, match=r"403|405"):
            target.apply(published(content), plan, SilentProgress())


def test_a_folder_in_a_folder_that_does_not_exist_is_said(webdav: WebDavServer, tmp_path: Path) -> None:
    target = target_at(f"{webdav.address}/a/b", webdav.read_only)
    with conformant_content(PLU, tmp_path / "a", objects=10) as content:
        plan = target.plan(published(content), SilentProgress())
        with pytest.raises(SmicaError, match="créez-le d'abord"):
            target.apply(published(content), plan, SilentProgress())


def test_a_server_that_is_down_is_said(webdav: WebDavServer, tmp_path: Path) -> None:
    target = target_at(webdav.address, webdav.read_only)
    webdav.process.terminate()
    webdav.process.wait(10)
    with (
        conformant_content(PLU, tmp_path / "a", objects=10) as content,
        pytest.raises(SmicaError, match="ne peut être jointe"),
    ):
        target.plan(published(content), SilentProgress())


_PUBLISHER = """
import sys
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
from smica_qgis.core.progress import SilentProgress
from smica_qgis.host.network import NetworkSession
from smica_qgis.publishing.feed.atom import FeedHeading
from smica_qgis.publishing.feed.main_feed import MainFeed
from smica_qgis.publishing.feed.webdav_place import WebDavPlace
from tests.qgis.publishing.feed_entries import entry_of
address, number = sys.argv[1:]
with NetworkSession() as session:
    for count in range(4):
        entry = entry_of(f"{number}-{count}")
        feed = MainFeed(WebDavPlace(address, session), address, FeedHeading("https://e.org/feed.xml", "t", "a"), 5)
        feed.change(lambda entries: [*entries, entry], "2026-01-01T00:00:00Z", SilentProgress())
"""


def test_several_publishers_at_once_lose_no_entry(webdav: WebDavServer, repository: Path) -> None:
    """This server knows nothing of If-Match: only the lock keeps the entries."""
    address = f"{webdav.address}/flux"
    running = [
        subprocess.Popen([sys.executable, "-W", "ignore", "-c", _PUBLISHER, address, str(number)], cwd=repository)
        for number in range(3)
    ]
    for process in running:
        assert process.wait(120) == 0
    with AuthenticatedSession() as session:
        feed = MainFeed(WebDavPlace(address, session), address, FeedHeading("", "", ""), 5)
        assert len(feed.read().entries) == 12


def test_the_lock_of_a_killed_publisher_is_taken_away(webdav: WebDavServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webdav_place, "_ABANDONED", 1.0)
    (webdav.files / "feed.lock").mkdir()
    (webdav.files / "feed.lock" / "holder.txt").write_text("killed")
    with AuthenticatedSession() as session:
        add_entries(WebDavPlace(webdav.address, session), webdav.address, 2)
    assert not (webdav.files / "feed.lock").exists()
    assert (webdav.files / "feed.xml").read_bytes().count(b"urn:other") == 2


def test_a_large_archive_is_sent_and_fetched_by_pieces(webdav: WebDavServer, tmp_path: Path) -> None:
    big = tmp_path / "big.zip"
    with big.open("wb") as stream:
        for number in range(30):
            stream.write(bytes([number]) * 1024 * 1024)
    with AuthenticatedSession() as session:
        place = WebDavPlace(webdav.address, session)
        place.upload("archives/été.zip", big)
        assert place.exists("archives/été.zip")
        assert not place.exists("archives/absente.zip")
        assert place.fetch("archives/été.zip", tmp_path / "back.zip")
        assert not place.fetch("archives/absente.zip", tmp_path / "none.zip")
    assert (webdav.files / "archives" / "été.zip").stat().st_size == big.stat().st_size
    assert (tmp_path / "back.zip").read_bytes() == big.read_bytes()
