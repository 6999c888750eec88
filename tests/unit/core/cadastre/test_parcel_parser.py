"""Every form in which a parcel is written leads to the same one; what names none is refused, saying why."""

from __future__ import annotations

import random
import string

import pytest

from smica_qgis.core.cadastre.parcel_id import InvalidParcelIdError, ParcelId, parcel_id, parcel_of_idu14
from smica_qgis.core.cadastre.parcel_parser import (
    MOST_PARCELS,
    ParcelContext,
    format_openads,
    parse_parcel,
    parse_parcels,
)

HERE = ParcelContext(commune="12202")
SEED = 20250612


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the eleven forms of the facts
        ("202000AB0001", "12202000AB0001"),
        ("12202000AB0001", "12202000AB0001"),
        ("120202000AB0001", "12202000AB0001"),
        ("2024120202000AB0001", "12202000AB0001"),
        ("FR120202000AB0001", "12202000AB0001"),
        ("8000160000T0271", "800160000T0271"),
        ("AB 12", "12202000AB0012"),
        ("A 12", "122020000A0012"),
        ("120 AB 3", "12202120AB0003"),
        ("12202 AB 12", "12202000AB0012"),
        ("12202_000_AB_0012", "12202000AB0012"),
        # and their neighbours
        ("ab12", "12202000AB0012"),
        ("AB-12", "12202000AB0012"),
        ("0A 12", "122020000A0012"),
        ("120 A 3", "122021200A0003"),
        ("120AB3", "12202120AB0003"),
        ("12202AB12", "12202000AB0012"),
        ("12202 120 AB 3", "12202120AB0003"),
        (" 12 202 000 AB 0012 ", "12202000AB0012"),
        ("fr12202000ab0012", "12202000AB0012"),
        ("000AB0012", "12202000AB0012"),
        # Corsica, overseas, Alsace-Moselle
        ("2A004 C 7", "2A0040000C0007"),
        ("2A0004000AB0001", "2A004000AB0001"),
        ("2B033000AB0001", "2B033000AB0001"),
        ("97411 AB 3", "97411000AB0003"),
        ("974411000AB0003", "97411000AB0003"),
        ("67482 12 34", "67482000120034"),
        ("67482000120034", "67482000120034"),
        ("12 34", "12202000120034"),
    ],
)
def test_written_forms(text: str, expected: str) -> None:
    assert parse_parcel(text, HERE).idu14 == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Aucune parcelle"),
        ("AB", "n'est pas une parcelle"),
        ("1234", "n'est pas une parcelle"),
        ("AB 0", "va de 1 à 9999"),
        ("AB 12345", "n'est pas une parcelle"),
        ("ABC 12", "n'est pas une parcelle"),
        ("00 12", "n'est pas une section"),
        ("99999 AB 3", "n'est pas un code de commune"),
        ("20004 AB 3", "n'est pas un code de commune"),
        ("97911 AB 3", "n'est pas un code de commune"),
        ("12202000AB00O1", "n'est pas une parcelle"),
        ("12202000AB٠٠١٢", "numéro"),
        ("12202 1234", "n'est pas une parcelle"),
        ("12 rue du Bourg", "n'est pas une parcelle"),
    ],
)
def test_refusals(text: str, said: str) -> None:
    with pytest.raises(InvalidParcelIdError) as refused:
        parse_parcel(text, HERE)
    assert said in refused.value.message


def test_a_short_form_needs_its_commune() -> None:
    with pytest.raises(InvalidParcelIdError, match="ne dit pas la commune"):
        parse_parcel("AB 12")
    with pytest.raises(InvalidParcelIdError, match="ne dit pas le département"):
        parse_parcel("202000AB0001")
    assert parse_parcel("202000AB0001", ParcelContext(departement="2A")).idu14 == "2A202000AB0001"


def test_a_commune_that_is_not_there_is_refused() -> None:
    known = ParcelContext(commune="12202", communes={"12202", "12203"})
    assert parse_parcel("12203 AB 1", known).insee == "12203"
    with pytest.raises(InvalidParcelIdError, match="12204 n'est pas connue"):
        parse_parcel("12204 AB 1", known)


def test_a_list_of_openads() -> None:
    labels = [parcel.label for parcel in parse_parcels("000AB0012A0015/0018;120 0C0003;", HERE)]
    assert labels == ["AB 12", "AB 13", "AB 14", "AB 15", "AB 18", "120 C 3"]


def test_a_list_of_people() -> None:
    labels = [parcel.label for parcel in parse_parcels("AB 12, 13 et 15 ; AC 2\nAB 12", HERE)]
    assert labels == ["AB 12", "AB 13", "AB 15", "AC 2"]


def test_a_commune_that_is_written_holds_for_what_follows_when_none_is_chosen() -> None:
    parcels = parse_parcels("12202 AB 12, 13 ; AC 2 ; 12145 A 1 ; B 2")
    assert [parcel.full_label for parcel in parcels] == [
        *("12202 AB 12", "12202 AB 13", "12202 AC 2", "12145 A 1", "12145 B 2"),
    ]
    assert [parcel.insee for parcel in parse_parcels("12145 A 1 ; B 2", HERE)] == ["12145", HERE.commune]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("000AB0015A0012;", "à rebours"),
        ("000AB0001A9999;000AC0001A9999;", f"plus de {MOST_PARCELS}"),
        (" ; ", "Aucune parcelle"),
        ("13 ; AB 12", "n'est pas une parcelle"),
    ],
)
def test_refused_lists(text: str, said: str) -> None:
    with pytest.raises(InvalidParcelIdError, match=said):
        parse_parcels(text, HERE)


def random_parcel(chance: random.Random) -> ParcelId:
    department = chance.choice(["12", "01", "2A", "2B", "67", "95", "974"])
    insee = department + "".join(chance.choices(string.digits, k=5 - len(department)))
    prefix = chance.choice(["000", f"{chance.randint(1, 999):03d}"])
    letters = "".join(chance.choices(string.ascii_uppercase, k=2))
    section = chance.choice([letters, f"0{letters[0]}", f"{chance.randint(1, 99):02d}"])
    return parcel_id(insee, prefix, section, str(chance.randint(1, 9999)))


def test_every_form_that_is_written_is_read_back() -> None:
    chance = random.Random(SEED)  # noqa: S311
    for _ in range(3000):
        parcel = random_parcel(chance)
        context = ParcelContext(commune=parcel.insee)
        written = [
            parcel.idu14,
            parcel.idu15,
            parcel.idu12,
            f"FR{parcel.idu15}",
            f"FR{parcel.idu14}",
            f"{chance.randint(2012, 2026)}{parcel.idu15}",
            parcel.with_direction(str(chance.randint(0, 9))),
            parcel.idu14.lower(),
            " ".join(parcel),
            parcel.full_label,
            parcel.label,
            format_openads([parcel]).rstrip(";"),
        ]
        for text in written:
            assert parse_parcel(text, context) == parcel, text
        assert parse_parcels(format_openads([parcel]), context) == [parcel]
        assert parcel_of_idu14(parcel.idu14) == parcel


def test_anything_is_read_or_refused() -> None:
    chance = random.Random(SEED)  # noqa: S311
    alphabet = string.ascii_letters + string.digits + " ;/-_.é'\t٣"
    for _ in range(20_000):
        text = "".join(chance.choices(alphabet, k=chance.randint(0, 20)))
        try:
            found = parse_parcel(text, HERE)
        except InvalidParcelIdError as refused:
            assert refused.message.endswith((".", ")"))  # noqa: PT017
            continue
        assert parcel_of_idu14(found.idu14) == found
        assert found.idu14.isascii()


def test_labels_and_keys() -> None:
    parcel = parcel_id("12202", "120", "a", "3")
    assert (parcel.label, parcel.full_label, parcel.section_id) == ("120 A 3", "12202 120 A 3", "122021200A")
    assert parcel_id("97411", "000", "AB", "3").idu15 == "974411000AB0003"
    assert parcel_id("67482", "000", "7", "3").label == "7 3"


def test_a_national_identifier_of_a_lone_letter_is_no_range_of_openads() -> None:
    found = parse_parcels("122020000A0007; 122020000A0012")
    assert [parcel.idu14 for parcel in found] == ["122020000A0007", "122020000A0012"]
    ranged = parse_parcels("000120012A0014", ParcelContext("67482"))
    assert [parcel.numero for parcel in ranged] == ["0012", "0013", "0014"]
