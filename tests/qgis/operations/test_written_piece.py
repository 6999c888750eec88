"""A written piece of which only the name is known, beside what was read."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.parcel.piece_link import PieceLink
from smica_qgis.operations.parcel.written_piece import find_piece

NAME = "12202_reglement.pdf"


@pytest.fixture
def delivery(tmp_path: Path) -> Path:
    folder = tmp_path / "12202_PLU_20310101"
    (folder / "Donnees_geographiques").mkdir(parents=True)
    (folder / "Donnees_geographiques" / "ZONE_URBA.shp").write_bytes(b"x")
    (folder / "Pieces_ecrites" / "3_Reglement").mkdir(parents=True)
    (folder / "Pieces_ecrites" / "3_Reglement" / NAME).write_bytes(b"%PDF-1.4")
    return folder


def test_in_a_delivery_and_around_a_table_of_it(delivery: Path, tmp_path: Path) -> None:
    expected = delivery / "Pieces_ecrites" / "3_Reglement" / NAME
    for place in (delivery, delivery / "Donnees_geographiques" / "ZONE_URBA.shp"):
        assert find_piece(PieceLink(NAME.upper(), page=3, place=str(place)), tmp_path / "kept") == expected
    assert not (tmp_path / "kept").exists()


def test_in_a_zip_it_is_taken_out(delivery: Path, tmp_path: Path) -> None:
    path = tmp_path / "livraison.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(delivery.rglob("*")):
            archive.write(file, file.relative_to(delivery.parent))
    found = find_piece(PieceLink(NAME, place=str(path)), tmp_path / "kept")
    assert found == tmp_path / "kept" / NAME
    assert found.read_bytes() == b"%PDF-1.4"
    with pytest.raises(SmicaError, match="n'est pas à côté"):
        find_piece(PieceLink("autre.pdf", place=str(path)), tmp_path / "kept")


@pytest.mark.parametrize(
    ("name", "place", "said"),
    [
        ("autre.pdf", "", "que son nom"),
        (NAME, "https://exemple.fr/document", "que son nom"),
        ("programme.exe", "{delivery}", "n'est pas un PDF"),
        ("autre.pdf", "{delivery}", "n'est pas à côté des données lues"),
        (NAME, "{delivery}/disparu/x.shp", "qui n'existe plus"),
        (NAME, "{delivery}/disparu.zip", "qui n'existe plus"),
    ],
)
def test_what_is_not_there_is_said(delivery: Path, tmp_path: Path, name: str, place: str, said: str) -> None:
    for file in (delivery / "Pieces_ecrites").rglob("*.pdf"):
        file.unlink()
    with pytest.raises(SmicaError, match=said):
        find_piece(PieceLink(name, place=place.format(delivery=delivery)), tmp_path / "kept")
