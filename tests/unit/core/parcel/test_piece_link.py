"""The written piece of a rule, with its page."""

from __future__ import annotations

import pytest

from smica_qgis.core.parcel.piece_link import PieceLink, joined_piece, piece_link


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("reglement.pdf", PieceLink("reglement.pdf")),
        ("reglement.pdf#page=12", PieceLink("reglement.pdf", page=12)),
        ("reglement.pdf#zoom=100&PAGE=012", PieceLink("reglement.pdf", page=12)),
        ("reglement.pdf#page=0", PieceLink("reglement.pdf")),
        ("reglement.pdf#homepage=3", PieceLink("reglement.pdf")),
        ("..\\..\\Pieces_ecrites/a b.pdf", PieceLink("a b.pdf")),
        (
            "https://x.fr/d/r%C3%A8glement.pdf#page=3",
            PieceLink("règlement.pdf", "https://x.fr/d/r%C3%A8glement.pdf", 3),
        ),
        ("HTTP://x.fr/r.pdf#titre", PieceLink("r.pdf", "HTTP://x.fr/r.pdf#titre")),
        ("https://x.fr", PieceLink("", "https://x.fr")),
        ("", None),
        ("#page=3", None),
        ("https://[x/r.pdf", None),
    ],
)
def test_a_piece(piece: str, expected: PieceLink | None) -> None:
    assert piece_link(piece) == expected


def test_only_the_web_is_an_address() -> None:
    for piece in ("file:///etc/passwd", "javascript:alert(1)", "ftp://x/r.pdf", "smb://x/r.pdf"):
        link = piece_link(piece)
        assert link is not None
        assert not link.address


def test_words() -> None:
    assert PieceLink("r.pdf", page=3).title == "r.pdf, page 3"
    assert PieceLink("", "https://x.fr").title == "https://x.fr"
    assert (PieceLink("r.pdf", page=3).fragment, PieceLink("r.pdf").fragment) == ("page=3", "")


@pytest.mark.parametrize(
    ("address", "name", "joined"),
    [
        ("", "r.pdf#page=3", "r.pdf#page=3"),
        ("https://x.fr/r.pdf", "r.pdf#page=3", "https://x.fr/r.pdf#page=3"),
        ("https://x.fr/r.pdf#page=9", "r.pdf#page=3", "https://x.fr/r.pdf#page=9"),
        ("https://x.fr/r.pdf", "r.pdf", "https://x.fr/r.pdf"),
        ("", "", ""),
    ],
)
def test_the_name_may_say_the_page_of_the_address(address: str, name: str, joined: str) -> None:
    assert joined_piece(address, name) == joined
