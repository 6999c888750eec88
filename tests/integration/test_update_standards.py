"""Standards fetched from a real HTTP server in a process of its own, with what servers do wrong."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.core.document_model.fetched import MANIFEST, FetchedRegistry
from smica_qgis.core.document_model.registry import STANDARDS_FOLDER, load_model
from smica_qgis.core.errors import CancelledError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.operations.standards.fetching import MOST_FILES
from smica_qgis.operations.update_standards import StandardsRequest, StandardsUpdate, update_standards
from tests.qgis.deliveries import conformant, validated
from tests.unit.made_standards import NAME, changed, contents, write_models

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
OTHER, THIRD = "cnig_CC_2022", "cnig_POS_2017"
PATIENCE = 15.0


class Server:
    """Serves a folder; `trouble` makes paths go wrong, `asked` says what was asked."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.address = f"http://127.0.0.1:{port}"

    @property
    def models(self) -> str:
        return f"{self.address}/standard"

    def trouble(self, by_path: dict[str, dict[str, Any]]) -> None:
        """Make paths below /standard go wrong (standards_server.py)."""
        paths = {f"/standard/{path}": what for path, what in by_path.items()}
        aside = self.folder / "aside.json"
        aside.write_text(json.dumps(paths))
        aside.replace(self.folder / "trouble.json")

    def asked(self) -> Counter[str]:
        log = self.folder / "requests.log"
        return Counter(log.read_text().split() if log.exists() else [])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    folder, port = tmp_path / "server", tmp_path / "port"
    folder.mkdir()
    for name in (NAME, OTHER, THIRD):
        publish(folder / "standard", name)
    script = Path(__file__).with_name("standards_server.py")
    process = subprocess.Popen([sys.executable, str(script), str(folder), str(port)])
    try:
        end = time.monotonic() + PATIENCE
        while not port.exists():
            assert time.monotonic() < end, "the server did not start"
            time.sleep(0.02)
        yield Server(folder, int(port.read_text()))
    finally:
        process.terminate()
        process.wait(PATIENCE)


def publish(folder: Path, name: str, **options: Any) -> None:  # noqa: ANN401
    """Lay a model out as the Géoportail does: `<name>.json`, `<name>/types/…`, `<name>/codes/…`."""
    for path, content in contents(name, folder=name, **options).items():
        target = folder / (f"{name}.json" if path == "files.json" else f"{name}/{path}")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "standards"


def update(server: Server, kept: Path, *names: str, source: str = "", timeout: int = 2000) -> StandardsUpdate:
    request = StandardsRequest(kept, source or server.models, names or (NAME, OTHER, THIRD), timeout)
    return update_standards(request)


def test_each_model_and_what_it_names(server: Server, kept: Path) -> None:
    result = update(server, kept)
    assert (result.updated, dict(result.failed)) == ((NAME, OTHER, THIRD), {})
    model = FetchedRegistry(kept).load(NAME)
    assert model.source.location == f"{server.models}/{NAME}.json"
    assert model.code_lists[0].column("TYPEZONE") == ["U", "AUc"]
    manifest = json.loads((kept / NAME / MANIFEST).read_text())
    assert manifest["last_modified"] == "2026-11-24T08:00:00+00:00"
    assert max(server.asked().values()) == 1, "nothing is asked for twice"


def test_it_is_the_model_that_the_address_gives(server: Server, kept: Path) -> None:
    from smica_qgis.host.network import download

    update(server, kept, NAME)
    direct = load_model(f"{server.models}/{NAME}.json", download)
    fetched = FetchedRegistry(kept).load(NAME)
    assert fetched.source.sha256 == direct.source.sha256
    assert fetched.files == direct.files


def test_again_nothing_changes(server: Server, kept: Path) -> None:
    update(server, kept)
    before = (kept / NAME / "files.json").stat().st_mtime_ns
    result = update(server, kept)
    assert (result.updated, result.unchanged) == ((), (NAME, OTHER, THIRD))
    assert (kept / NAME / "files.json").stat().st_mtime_ns == before


@pytest.mark.parametrize("form", ["{base}/{{name}}.json", "{base}", "{base}/", "{base}/" + NAME + ".json"])
def test_the_forms_of_an_address(server: Server, kept: Path, form: str) -> None:
    result = update(server, kept, NAME, source=form.format(base=server.models))
    assert (result.updated, dict(result.failed)) == ((NAME,), {})


def test_the_layout_of_the_repository(server: Server, kept: Path) -> None:
    write_models(server.folder / "config", NAME, OTHER)
    result = update(server, kept, NAME, OTHER, source=f"{server.address}/config")
    assert result.updated == (NAME, OTHER)
    assert server.asked()[f"/config/{OTHER}.json"] == 0, "the layout that answered is tried first"
    assert FetchedRegistry(kept).load(NAME).source.location == f"{server.address}/config/{NAME}/files.json"


def test_relative_paths_that_miss_the_folder_of_the_model(server: Server, kept: Path) -> None:
    (server.folder / "standard" / f"{NAME}.json").write_bytes(contents()["files.json"])
    assert update(server, kept, NAME).updated == (NAME,)
    assert FetchedRegistry(kept).load(NAME).code_lists[0].rows


def test_a_zip_at_an_address(server: Server, kept: Path, tmp_path: Path) -> None:
    import shutil

    write_models(tmp_path / "models" / "config", NAME)
    shutil.make_archive(str(server.folder / "models"), "zip", tmp_path / "models")
    assert update(server, kept, NAME, source=f"{server.address}/models.zip").updated == (NAME,)
    assert FetchedRegistry(kept).load(NAME).source.location == f"{server.address}/models.zip/config/{NAME}/files.json"


PAGE = {"body": "<!doctype html><html><body>Maintenance</body></html>", "headers": {"Content-Type": "text/html"}}
TROUBLES: dict[str, dict[str, dict[str, Any]]] = {
    "the model is not there": {f"{NAME}.json": {"status": 404, "body": "no"}},
    "a type is not there": {f"{NAME}/types/ZONE_URBA.json": {"status": 404}},
    "the server breaks": {f"{NAME}.json": {"status": 500, "body": "no"}},
    "it wants to know who asks": {f"{NAME}.json": {"status": 403, "body": "no"}},
    "broken JSON": {f"{NAME}.json": {"body": '{"name": '}},
    "broken JSON of a type": {f"{NAME}/types/ZONE_URBA.json": {"body": "{"}},
    "a page in the place of the model": {f"{NAME}.json": PAGE},
    "a page in the place of a type": {f"{NAME}/types/ZONE_URBA.json": PAGE},
    "a page in the place of codes": {f"{NAME}/codes/ListeTypezone.csv": PAGE},
    "half an answer": {f"{NAME}/types/ZONE_URBA.json": {"body": '{"name":', "cut": True}},
    "too busy for long": {f"{NAME}.json": {"status": 429, "headers": {"Retry-After": "3600"}}},
    "a redirection that turns round": {f"{NAME}.json": {"status": 302, "headers": {"Location": f"{NAME}.json"}}},
    "a redirection to a file": {f"{NAME}.json": {"status": 302, "headers": {"Location": "file:///etc/passwd"}}},
    "silence": {f"{NAME}/types/ZONE_URBA.json": {"delay": 6}},
}


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES.keys())
def test_what_goes_wrong_is_said_and_the_rest_goes_on(
    server: Server, kept: Path, trouble: dict[str, dict[str, Any]]
) -> None:
    update(server, kept, NAME)
    before = FetchedRegistry(kept).load(NAME).source
    server.trouble(trouble)
    result = update(server, kept, timeout=700)
    assert list(result.failed) == [NAME]
    assert result.updated == (OTHER, THIRD)
    assert result.failed[NAME].endswith(".")
    assert NAME in result.failed[NAME] or "ListeTypezone" in result.failed[NAME]
    assert FetchedRegistry(kept).load(NAME).source == before


def test_a_model_of_the_network_never_reads_a_file(server: Server, kept: Path) -> None:
    main = server.folder / "standard" / f"{NAME}.json"
    main.write_bytes(changed(main.read_bytes(), codes=[{"name": "L", "data": "file:///etc/passwd"}]))
    assert "n'est pas une adresse http" in update(server, kept, NAME).failed[NAME]


def test_too_many_files_are_not_asked_for(server: Server, kept: Path) -> None:
    main = server.folder / "standard" / f"{NAME}.json"
    main.write_bytes(changed(main.read_bytes(), codes=[{"name": f"L{n}"} for n in range(MOST_FILES)]))
    assert "trop de fichiers" in update(server, kept, NAME).failed[NAME]
    assert len(server.asked()) == 1


def test_a_busy_server_is_asked_again_when_it_says(server: Server, kept: Path) -> None:
    busy = {"status": 429, "times": 1, "headers": {"Retry-After": "1"}}
    server.trouble({f"{NAME}.json": busy, f"{NAME}/codes/ListeTypezone.csv": {**busy, "status": 503}})
    start = time.monotonic()
    assert update(server, kept, NAME).updated == (NAME,)
    assert time.monotonic() - start >= 2.0
    assert server.asked()[f"/standard/{NAME}.json"] == 2


def test_a_redirection_is_followed(server: Server, kept: Path) -> None:
    (server.folder / "moved.json").write_bytes((server.folder / "standard" / f"{NAME}.json").read_bytes())
    server.trouble({f"{NAME}.json": {"status": 301, "headers": {"Location": "/moved.json"}}})
    assert update(server, kept, NAME).updated == (NAME,)
    assert FetchedRegistry(kept).load(NAME).source.location == f"{server.models}/{NAME}.json"


def test_a_server_that_is_gone_is_not_asked_for_each_model(kept: Path) -> None:
    names = tuple(f"cnig_PLU_20{n}" for n in range(10, 40))
    result = update_standards(StandardsRequest(kept, "http://127.0.0.1:9/standard", names, 500))
    assert len(result.failed) == len(names)
    assert "ne peut être jointe" in result.failed[names[0]]
    assert "ne répond plus" in result.failed[names[-1]]


class StopSoon(SilentProgress):
    """Asks to stop after a while, whatever is under way."""

    def __init__(self, seconds: float) -> None:
        self._stopped = threading.Event()
        threading.Timer(seconds, self._stopped.set).start()

    def cancelled(self) -> bool:
        return self._stopped.is_set()


@pytest.mark.parametrize(
    "trouble",
    [
        {f"{NAME}.json": {"delay": 10}},
        {f"{NAME}/types/ZONE_URBA.json": {"delay": 10}},
        {f"{NAME}.json": {"status": 429, "headers": {"Retry-After": "10"}}},
    ],
    ids=["the model", "a type", "waiting"],
)
def test_one_can_stop_while_a_server_is_silent(server: Server, kept: Path, trouble: dict[str, dict[str, Any]]) -> None:
    server.trouble(trouble)
    start = time.monotonic()
    request = StandardsRequest(kept, server.models, (NAME, OTHER), 20_000)
    with pytest.raises(CancelledError):
        update_standards(request, StopSoon(0.5))
    assert time.monotonic() - start < 3.0
    assert FetchedRegistry(kept).names() == ()


def test_a_fetched_model_judges_without_the_network(server: Server, kept: Path, tmp_path: Path) -> None:
    publish_bundled(server.folder / "standard")
    update(server, kept, NAME)
    delivery = conformant(NAME, tmp_path)
    (server.folder / "standard" / f"{NAME}.json").unlink()
    asked = server.asked()
    for standard in (NAME, str(kept / NAME / "files.json"), str(kept / NAME), ""):
        report = validated(delivery.root, standard, standards_folder=str(kept))
        assert report.verdict.value == "valid"
        source = report.header.model_source
        assert (source.origin, source.location) == ("fetched", f"{server.models}/{NAME}.json")
    assert server.asked() == asked


def publish_bundled(folder: Path) -> None:
    for path in (STANDARDS_FOLDER / NAME).rglob("*.*"):
        relative = path.relative_to(STANDARDS_FOLDER / NAME).as_posix()
        target = folder / (f"{NAME}.json" if relative == "files.json" else f"{NAME}/{relative}")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
