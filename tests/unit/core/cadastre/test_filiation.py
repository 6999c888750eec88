"""The filiation documents of the DGFiP, in both layouts that are seen of them."""

from __future__ import annotations

import pytest

from smica_qgis.core.cadastre.filiation import ACTIONS, Filiation, UnreadableLines, descendants, read_filiation

NAME = "XXXXXREDACTEURDUDOCUMENTXXXX"


def line(kind: int, parcels: str, lot: str = "00001", head: str = "120;202;000;0000450;1;20190510") -> str:
    return f"{head};{NAME};{lot};{kind};{parcels}"


def read(*lines: str) -> tuple[list[Filiation], UnreadableLines]:
    unreadable = UnreadableLines()
    return list(read_filiation(lines, unreadable)), unreadable


@pytest.mark.parametrize(
    ("mothers", "daughters", "action"),
    [
        ("AB0012;", "AB0120; AB0121;", "DIVISION"),
        ("AB0012; AB0013;", "AB0120;", "REUNION"),
        ("AB0012;", "AB0120;", "RENOMMAGE"),
        ("AB0012;AB0013;", "AB0120;AB0121;", "REMANIEMENT"),
        ("AB0012;", "", "DESTRUCTION"),
    ],
)
def test_an_action(mothers: str, daughters: str, action: str) -> None:
    found, unreadable = read(line(1, mothers), line(2, daughters))
    assert unreadable.count == 0
    assert {relation.type for relation in found} == {action}
    assert {relation.date for relation in found} == {"2019-05-10"}
    pairs = {(relation.idu14_mere[8:], relation.idu14_fille[8:]) for relation in found}
    left = {name.strip() for name in daughters.split(";") if name.strip()} or {""}
    assert pairs == {(name.strip(), other) for name in mothers.split(";") if name.strip() for other in left}
    assert action in ACTIONS


def test_the_layout_of_2025_with_one_field_more_and_short_sections() -> None:
    head = "2A0;004;120;0000007;7;20240131"
    found, unreadable = read(
        f"{head};NOM ; A NON ;XNUMX;00002;1; A0005;   \r\n", f"{head};NOM ; A NON ;XNUMX;00002;2; A0410; A0411;\n"
    )
    assert unreadable.count == 0
    assert found == [
        Filiation("2A0041200A0005", "2A0041200A0410", "DIVISION", "2024-01-31"),
        Filiation("2A0041200A0005", "2A0041200A0411", "DIVISION", "2024-01-31"),
    ]


def test_overseas_and_the_order_of_the_two_lines() -> None:
    head = "974;411;000;0000007;5;20240131"
    found, _ = read(line(2, "AB0002;", head=head), line(1, "AB0001;", head=head))
    assert found == [Filiation("97411000AB0001", "97411000AB0002", "RENOMMAGE", "2024-01-31")]


def test_a_creation_leads_nowhere_and_a_parcel_that_stays_is_not_its_own_daughter() -> None:
    assert read(line(1, ""), line(2, "AB0001;"))[0] == []
    found, _ = read(line(1, "AB0001;"), line(2, "AB0001;AB0002;"))
    assert [relation.idu14_fille for relation in found] == ["12202000AB0002"]


def test_what_is_not_understood_is_counted_and_the_rest_is_read() -> None:
    found, unreadable = read(
        "no dfi at all",
        line(1, "AB0001;", "00001"),  # its daughters are lost
        line(1, "AB0003;", "00002"),
        line(2, "AB0004;", "00002"),
        "",
        line(1, "??0003;", "00003"),
        line(2, "AB0005;", "00003"),
        line(2, "AB0006;", "00004"),
    )
    assert [(relation.idu14_mere[-4:], relation.idu14_fille[-4:]) for relation in found] == [("0003", "0004")]
    assert (unreadable.count, unreadable.first) == (4, [1, 2, 6, 8])


def test_a_date_that_is_none_is_no_date() -> None:
    head = "120;202;000;0000450;1;20191399"
    found, _ = read(line(1, "AB0001;", head=head), line(2, "AB0002;", head=head))
    assert found[0].date is None


def test_a_lot_that_would_fill_the_memory_is_refused() -> None:
    many = "".join(f"AB{number:04d};" for number in range(1, 1001))
    found, unreadable = read(line(1, many), line(2, many.replace("AB", "AC")))
    assert (found, unreadable.count) == ([], 1)


def test_the_name_of_whoever_drew_it_is_nowhere() -> None:
    found, _ = read(line(1, "AB0001;"), line(2, "AB0002;"))
    assert NAME not in repr(found)


def test_descendants_follow_a_chain_and_end_in_a_circle() -> None:
    tree = {"a": {"b", ""}, "b": {"c", "d"}, "c": {"e"}, "e": {"a"}}

    def daughters(mothers: object) -> set[str]:
        return {one for mother in mothers for one in tree.get(mother, ())}  # type: ignore[attr-defined]

    assert descendants("a", daughters, {"d", "e"}.intersection) == {"d", "e"}
    assert descendants("a", daughters, set().intersection) == set()
    assert descendants("x", daughters, {"x"}.intersection) == set()
