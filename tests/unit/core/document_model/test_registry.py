"""Models by their name, from a folder, a zip or an address."""

from __future__ import annotations

import datetime as dt
import json
import os
import zipfile
from pathlib import Path

import pytest

from smica_qgis.core.document_model.registry import Registry, bundled_registry, load_model
from smica_qgis.core.errors import InvalidModelError, InvalidParameterError

FILES = [{"name": "ZONE_URBA", "type": "table", "path": "z"}]
TABLE = b'{"name": "ZONE_URBA", "columns": []}'


def main(name: str) -> bytes:
    return json.dumps({"name": name, "files": FILES}).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("cnig_PLU_2017", "cnig_CC_2022"):
        (tmp_path / name / "types").mkdir(parents=True)
        (tmp_path / name / "files.json").write_bytes(main(name))
        (tmp_path / name / "types" / "ZONE_URBA.json").write_bytes(TABLE)
    (tmp_path / "rules").mkdir()
    return tmp_path


def test_a_folder_of_models(folder: Path) -> None:
    registry = Registry(folder, origin="fetched")
    assert registry.names() == ("cnig_CC_2022", "cnig_PLU_2017")
    model = registry.load("CNIG_plu_2017")
    assert (model.name, model.source.origin) == ("cnig_PLU_2017", "fetched")
    assert registry.load("cnig_PLU_2017") is model


def test_an_unknown_name_is_said_with_the_known_ones(folder: Path) -> None:
    with pytest.raises(InvalidParameterError, match=r"« cnig_PLU_2099 » n'est pas connu.*cnig_CC_2022, cnig_PLU_2017"):
        Registry(folder).load("cnig_PLU_2099")


def test_the_bundled_models() -> None:
    registry = bundled_registry()
    plans = [f"cnig_PLU_{year}" for year in (2013, 2014, 2017, 2022, 2024, 2025)]
    plans += [f"cnig_PLUi_{year}" for year in (2014, 2017, 2022, 2024, 2025)]
    assert set(plans) <= set(registry.names())
    for name in registry.names():
        assert registry.load(name).name == name


@pytest.mark.parametrize("place", ["cnig_PLU_2017", "cnig_PLU_2017/files.json"])
def test_a_folder_or_its_main_file(folder: Path, place: str) -> None:
    model = load_model(str(folder / place))
    assert model.name == "cnig_PLU_2017"
    assert model.source.location.endswith("cnig_PLU_2017/files.json")


def test_the_date_is_that_of_the_file(folder: Path) -> None:
    path = folder / "cnig_PLU_2017" / "files.json"
    moment = dt.datetime(2024, 2, 29, 12, tzinfo=dt.timezone.utc).timestamp()
    os.utime(path, (moment, moment))
    assert load_model(str(path)).source.date == "2024-02-29"


@pytest.mark.parametrize("place", ["absent", "absent/files.json", "rules"])
def test_nothing_there(folder: Path, place: str) -> None:
    with pytest.raises(InvalidModelError, match="ne peut être lu"):
        load_model(str(folder / place))


def test_a_model_in_xml(folder: Path) -> None:
    with pytest.raises(InvalidModelError, match="au format XML"):
        load_model(str(folder / "files.XML"))


def zipped(path: Path, *roots: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for root in roots:
            archive.writestr(f"{root}files.json", main("cnig_PLU_2017"))
            archive.writestr(f"{root}types/ZONE_URBA.json", TABLE)
    return path


@pytest.mark.parametrize("root", ["", "cnig_PLU_2017/", "a/b/"])
def test_a_zip(tmp_path: Path, root: str) -> None:
    model = load_model(str(zipped(tmp_path / "modele.ZIP", root)))
    assert (model.name, model.source.origin) == ("cnig_PLU_2017", "modele.ZIP")
    assert model.files[0].table is not None


@pytest.mark.parametrize(("roots", "count"), [((), 0), (("a/", "b/"), 2)])
def test_a_zip_of_none_or_several(tmp_path: Path, roots: tuple[str, ...], count: int) -> None:
    with pytest.raises(InvalidModelError, match=f"contient {count} modèles ; il en faut un seul"):
        load_model(str(zipped(tmp_path / "m.zip", *roots)))


def test_a_zip_without_a_part_of_the_model(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "m.zip", "w") as archive:
        archive.writestr("files.json", main("cnig_PLU_2017"))
    with pytest.raises(InvalidModelError, match=r"« types/ZONE_URBA\.json », qui ne peut être lu"):
        load_model(str(tmp_path / "m.zip"))


def test_a_zip_that_is_none_or_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "m.zip"
    with pytest.raises(InvalidModelError, match=r"L'archive m\.zip ne peut être lue"):
        load_model(str(path))
    path.write_bytes(b"PK no zip")
    with pytest.raises(InvalidModelError, match=r"L'archive m\.zip ne peut être lue"):
        load_model(str(path))
    content = bytearray(zipped(path, "").read_bytes())
    content[content.index(b'{"name"') + 3] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(InvalidModelError, match=r"L'archive m\.zip ne peut être lue"):
        load_model(str(path))


def test_a_zip_that_is_encrypted(tmp_path: Path) -> None:
    content = bytearray(zipped(tmp_path / "m.zip", "").read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(signature)
        while start >= 0:
            content[start + flags] |= 1
            start = content.find(signature, start + 1)
    (tmp_path / "m.zip").write_bytes(content)
    with pytest.raises(InvalidModelError, match=r"L'archive m\.zip ne peut être lue"):
        load_model(str(tmp_path / "m.zip"))


SITE = "https://portail.example/standard"


def test_an_address() -> None:
    pages = {f"{SITE}/m.json": main("cnig_PLU_2017"), f"{SITE}/cnig_PLU_2017/types/ZONE_URBA.json": TABLE}
    asked: list[str] = []

    def download(address: str) -> bytes:
        asked.append(address)
        return pages[address]

    model = load_model(f"{SITE}/m.json", download)
    assert (model.name, model.source.location) == ("cnig_PLU_2017", f"{SITE}/m.json")
    assert asked == list(pages)
    assert dt.date.fromisoformat(model.source.date)


def test_no_network_here() -> None:
    with pytest.raises(InvalidModelError, match="adresse réseau, qui n'est pas permise ici"):
        load_model(f"{SITE}/m.json")


@pytest.mark.parametrize("address", [f"{SITE}/m.xml", f"{SITE}/m.XML?v=1"])
def test_an_address_of_xml(address: str) -> None:
    with pytest.raises(InvalidModelError, match="au format XML"):
        load_model(address, lambda _address: b"")


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://x/a.json", "gopher://x"])
def test_a_model_of_the_network_sends_nowhere_else(place: str) -> None:
    asked: list[str] = []

    def download(address: str) -> bytes:
        asked.append(address)
        return json.dumps({"name": "m", "files": [{**FILES[0], "tableModel": place}]}).encode()

    with pytest.raises(InvalidModelError, match="pas une adresse http"):
        load_model(f"{SITE}/m.json", download)
    assert asked == [f"{SITE}/m.json"]
