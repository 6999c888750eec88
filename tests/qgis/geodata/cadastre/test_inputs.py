"""What is found in files, folders and zips, and what is ignored."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.geodata.cadastre.edigeo_files import announced_objects, entry_file, exchange_date, relations
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError
from smica_qgis.geodata.cadastre.inputs import InputKind, list_inputs

SILENT = SilentProgress()
HEAD = b"BOMT 12:E000AB01.THF\r\nTDASD08:20240317\r\nLONSA06:EDAB01\r\nGNNSA02:SE\r\nGDNSA02:T1\r\nEOMT 00:\r\n"
WHOLE = {"E000AB01.THF": HEAD, "EDAB01SE.GEN": b"x\r\nEOMT 00:\r\n", "EDAB01T1.VEC": b"y\r\nEOMT 00:\r\n"}


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())


def test_a_folder_at_any_depth(tmp_path: Path) -> None:
    fill(
        tmp_path,
        "12202/edigeo-12202000AB01.tar.bz2",
        "12202/edigeo-12202000AC01/E000AC01.THF",
        "12202/edigeo-12202000AC01/EDAC01T1.VEC",
        "etalab/cadastre-12202-parcelles.json.gz",
        "etalab/cadastre-12202-communes.json",
        "etalab/cadastre-12202-prefixes_sections.json.gz",
        "lisez_moi.txt",
    )
    found, ignored = list_inputs([tmp_path], SILENT)
    assert [(item.kind, item.content) for item in found] == [
        (InputKind.EDIGEO_ARCHIVE, "12202000AB01"),
        (InputKind.EDIGEO_FOLDER, "12202000AC01"),
        (InputKind.ETALAB, "12202/communes"),
        (InputKind.ETALAB, "12202/parcelles"),
    ]
    assert set(found[1].parts) == {"E000AC01.THF", "EDAC01T1.VEC"}
    assert sorted(ignored) == ["etalab/cadastre-12202-prefixes_sections.json.gz", "lisez_moi.txt"]


def test_a_zip_of_all_kinds(tmp_path: Path) -> None:
    path = tmp_path / "lot.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in (
            "edigeo-12202000AB01.tar.bz2",
            "edigeo-12202000AC01/E000AC01.THF",
            "edigeo-12202000AC01/EDAC01T1.VEC",
        ):
            archive.writestr(name, name)
        archive.writestr("x/cadastre-12-parcelles.json.gz", "x")
        archive.writestr("autre.pdf", "x")
    found, ignored = list_inputs([path], SILENT)
    assert sorted(item.content for item in found) == ["12/parcelles", "12202000AB01", "12202000AC01"]
    assert ignored == ["lot.zip/autre.pdf"]
    archive_input = next(item for item in found if item.kind is InputKind.EDIGEO_ARCHIVE)
    assert next(iter(archive_input.parts.values()))() == b"edigeo-12202000AB01.tar.bz2"


def test_a_damaged_zip_may_have_held_sheets(tmp_path: Path) -> None:
    fill(tmp_path, "lot.zip")
    [damaged], ignored = list_inputs([tmp_path], SILENT)
    assert (damaged.name, ignored) == ("lot.zip", [])
    with pytest.raises(UnreadableSheetError, match="zip est tronqué"):
        damaged.fingerprint(SILENT)


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InvalidParameterError, match="n'existe pas"):
        list_inputs([tmp_path / "absent"], SILENT)


def test_links_are_not_followed(tmp_path: Path) -> None:
    fill(tmp_path / "real", "edigeo-12202000AB01.tar.bz2")
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "edigeo-12202000AC01.tar.bz2").symlink_to(tmp_path / "real" / "edigeo-12202000AB01.tar.bz2")
    assert list_inputs([tmp_path / "given"], SILENT) == ([], [])


def test_a_fingerprint_is_of_the_content(tmp_path: Path) -> None:
    fill(tmp_path, "a/edigeo-12202000AB01.tar.bz2", "b/edigeo-12202000AB01.tar.bz2")
    (tmp_path / "b" / "edigeo-12202000AB01.tar.bz2").write_bytes(
        (tmp_path / "a" / "edigeo-12202000AB01.tar.bz2").read_bytes()
    )
    first, second = list_inputs([tmp_path / "a", tmp_path / "b"], SILENT)[0]
    assert first.fingerprint(SILENT) == second.fingerprint(SILENT)
    (tmp_path / "b" / "edigeo-12202000AB01.tar.bz2").write_bytes(b"other")
    assert first.fingerprint(SILENT) != second.fingerprint(SILENT)


def test_several_sheets_in_one_folder(tmp_path: Path) -> None:
    fill(tmp_path, "E000AB01.THF", "EDAB01T1.VEC", "E000AC01.THF", "EDAC01T1.VEC")
    found, _ = list_inputs([tmp_path], SILENT)
    assert [sorted(item.parts)[:1] for item in found] == [["E000AB01.THF"], ["E000AC01.THF"]]


def test_a_whole_exchange() -> None:
    assert entry_file(WHOLE) == "E000AB01.THF"
    assert exchange_date(HEAD) == "2024-03-17"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"E000AB01.THF": None}, "pas de fichier .THF"),
        ({"EDAB01T1.VEC": None}, "il manque le fichier EDAB01T1.VEC"),
        ({"EDAB01T1.VEC": b"cut in the mid"}, "EDAB01T1.VEC est tronqué"),
        ({"E000AB01.THF": b"nothing\r\nEOMT 00:\r\n"}, "ne nomme aucun lot"),
    ],
)
def test_an_exchange_with_a_fault(changes: dict[str, bytes | None], said: str) -> None:
    files = {name: content for name, content in {**WHOLE, **changes}.items() if content is not None}
    with pytest.raises(UnreadableSheetError, match=said):
        entry_file(files)


def test_what_gdal_does_not_tell() -> None:
    link = (
        b"RTYSA03:LNK\r\nRIDSA05:Rel_1\r\n\r\nSCPCP32:EDAB01;SeSD;ASS;NUMVOIE_PARCELLE\r\nFTCSN01:2\r\n"
        b"FTPCP26:EDAB01;SeTOP_1;FEA;Objet_1\r\nFTPCP26:EDAB01;SeSPA_1;FEA;Objet_2\r\nATCSN01:0\r\n"
    )
    objects = b"SCPCP27:EDAB01;SeSD;OBJ;PARCELLE_id\r\n" * 3 + b"SCPCP33:EDAB01;SeSD;REL;ID_S_RCO_PARCELLE_id\r\n"
    files = {"a.VEC": link + objects}
    assert relations(files) == {"NUMVOIE_PARCELLE": [("Objet_1", "Objet_2")], "SUBDFISC_PARCELLE": []}
    assert announced_objects(files, "PARCELLE_id") == 3
