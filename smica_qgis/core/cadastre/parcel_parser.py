"""Read a parcel, or a list of parcels, in any form in which people and software write them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from smica_qgis.core.cadastre.parcel_id import NO_PREFIX, InvalidParcelIdError, ParcelId, is_insee, parcel_id

MOST_PARCELS = 10_000
"""Of one list: a range written by mistake must not fill the memory."""

_SEPARATORS = re.compile(r"[\s_./\-]+")
_INSEE = r"(?P<insee>\d[\dAB]\d{3})"
_PREFIX = r"(?P<prefixe>\d{3})"
_ANY_SECTION = r"(?P<section>[0-9A-Z]{2})"
_NUMBER = r"(?P<numero>\d{4})"
_WITHIN_SECTION = rf"{_PREFIX} ?{_ANY_SECTION} ?{_NUMBER}"
_DEPARTMENT_AND_COMMUNE = r"(?P<dep>\d[\dAB]) ?\d ?(?P<com>\d{3})"
_FIXED = {
    9: re.compile(rf"{_PREFIX}{_ANY_SECTION}{_NUMBER}", re.ASCII),  # 12202 1234 lacks its section
    12: re.compile(rf"(?P<com>\d{{3}}) ?{_WITHIN_SECTION}", re.ASCII),
    14: re.compile(rf"(?P<dep>\d[\dAB]) ?(?P<com>\d{{3}}) ?{_WITHIN_SECTION}", re.ASCII),
    15: re.compile(rf"{_DEPARTMENT_AND_COMMUNE} ?{_WITHIN_SECTION}", re.ASCII),
    19: re.compile(rf"\d{{4}} ?{_DEPARTMENT_AND_COMMUNE} ?{_WITHIN_SECTION}", re.ASCII),
}
"""By number of characters: openADS (within a commune), EDIGEO, national (Etalab), MAJIC, QgisCadastrePlugin before 1.8
(the year first). Spaces only where the parts end: elsewhere they would make one form look like another.
"""
_LETTERS = r"(?P<section>0?[A-Z]|[A-Z]{2})"
_SHORT_NUMBER = r"(?P<numero>\d{1,4})"
_SHORT = (
    re.compile(rf"(?:{_INSEE} )?(?:{_PREFIX} )?(?P<section>0?[A-Z]|[A-Z]{{2}}|\d{{1,2}}) {_SHORT_NUMBER}", re.ASCII),
    re.compile(rf"(?:{_INSEE} )?(?:{_PREFIX} ?)?{_LETTERS} ?{_SHORT_NUMBER}", re.ASCII),
    re.compile(rf"(?:{_INSEE})?(?:{_PREFIX})?{_LETTERS}{_SHORT_NUMBER}", re.ASCII),
)
"""With spaces, with some, with none."""
_OPENADS = re.compile(rf"{_PREFIX}{_ANY_SECTION}(?P<numbers>\d{{4}}(?:[A/]\d{{4}})+)", re.ASCII)
_LIST = re.compile(r"[;,\n]|\bet\b", re.IGNORECASE)
_ONLY_NUMBER = re.compile(r"\d{1,4}", re.ASCII)


@dataclass(frozen=True)
class ParcelContext:
    """What completes a short form.

    commune: INSEE code of the commune chosen, or empty; departement: two characters for the 12-character form when
    there is no commune; communes: those that exist, when known.
    """

    commune: str = ""
    departement: str = ""
    communes: Collection[str] | None = None


NO_CONTEXT = ParcelContext()


def parse_parcel(text: str, context: ParcelContext = NO_CONTEXT) -> ParcelId:
    """One parcel, written in any form. Raises InvalidParcelIdError, which says what is missing or wrong."""
    spaced = _SEPARATORS.sub(" ", text.strip().upper()).strip()
    if not spaced:
        message = "Aucune parcelle n'est écrite : donnez par exemple « 12202 AB 12 »."
        raise InvalidParcelIdError(message)
    if spaced.startswith("FR") and len(_packed(spaced)) in (16, 17):
        spaced = spaced[2:].strip()
    for read in (_fixed, _short):
        found = read(text.strip(), spaced, context)
        if found is not None:
            return _in_known_commune(found, context)
    message = (
        f"« {text.strip()} » n'est pas une parcelle : écrivez la commune, la section et le numéro (12202 AB 12), "
        "ou un identifiant de 12, 14, 15 ou 19 caractères."
    )
    raise InvalidParcelIdError(message)


def parse_parcels(text: str, context: ParcelContext = NO_CONTEXT) -> list[ParcelId]:
    """A list of parcels: openADS' (`000AB0012A0015/0018;`: 12 to 15, and 18) or separated by ; , or "et".

    A lone number takes the commune, prefix and section of the parcel before it: "AB 12, 13 et 15"; when no commune is
    chosen, one that is written holds for what follows: "12202 AB 12 ; AC 2". The order is kept, what is written twice
    comes once. Raises InvalidParcelIdError.
    """
    found: dict[ParcelId, None] = {}
    previous: ParcelId | None = None
    written = context
    for piece in _LIST.split(text):
        if not piece.strip():
            continue
        for parcel in _parcels_of_piece(piece, previous, written):
            found[parcel] = None
            previous = parcel
        if previous is not None and not context.commune:
            written = replace(context, commune=previous.insee)
        if len(found) > MOST_PARCELS:
            message = f"La liste nomme plus de {MOST_PARCELS} parcelles : coupez-la."
            raise InvalidParcelIdError(message)
    if not found:
        message = "Aucune parcelle n'est écrite : donnez par exemple « 12202 AB 12 ; 12202 AB 13 »."
        raise InvalidParcelIdError(message)
    return list(found)


def format_openads(parcels: Collection[ParcelId]) -> str:
    """The list of openADS: one group of numbers for each prefix and section, `000AB0012/0018;`."""
    groups: dict[str, list[str]] = {}
    for parcel in parcels:
        groups.setdefault(f"{parcel.prefixe}{parcel.section}", []).append(parcel.numero)
    return "".join(f"{group}{'/'.join(numbers)};" for group, numbers in groups.items())


def _packed(spaced: str) -> str:
    return spaced.replace(" ", "")


def _parcels_of_piece(piece: str, previous: ParcelId | None, context: ParcelContext) -> Iterator[ParcelId]:
    packed = re.sub(r"[\s_\-]", "", piece).upper()
    group = _OPENADS.fullmatch(packed)
    # 122020000A0007 is the national form of A 7, not numbers 0000 to 0007 of section 02: a commune begins it
    is_national = _FIXED[14].fullmatch(packed) is not None and is_insee(packed[:5])
    if group is not None and not is_national:
        for number in _openads_numbers(group["numbers"]):
            parcel = parcel_id(_commune(piece, context), group["prefixe"], group["section"], number)
            yield _in_known_commune(parcel, context)
    elif previous is not None and _ONLY_NUMBER.fullmatch(packed):
        yield parcel_id(previous.insee, previous.prefixe, previous.section, packed)
    else:
        yield parse_parcel(piece, context)


def _openads_numbers(text: str) -> Iterator[str]:
    """Numbers of a group: `A` leads to the end of a range, `/` to another number."""
    yield text[:4]
    last = int(text[:4])
    for sign, digits in re.findall(r"([A/])(\d{4})", text[4:]):
        number = int(digits)
        if sign == "A":
            if number < last:
                message = f"La suite « {last:04d}A{digits} » va à rebours : son premier numéro dépasse le dernier."
                raise InvalidParcelIdError(message)
            yield from (f"{value:04d}" for value in range(last + 1, number + 1))
        else:
            yield digits
        last = number


def _fixed(written: str, spaced: str, context: ParcelContext) -> ParcelId | None:
    """A form of 9, 12, 14, 15 or 19 characters."""
    pattern = _FIXED.get(len(_packed(spaced)))
    match = pattern.fullmatch(spaced) if pattern else None
    if match is None:
        return None
    parts = match.groupdict()
    if "com" not in parts:
        insee = _commune(written, context)
    else:
        insee = (parts.get("dep") or _departement(written, context)) + parts["com"]
    return parcel_id(insee, parts["prefixe"], parts["section"], parts["numero"])


def _short(written: str, spaced: str, context: ParcelContext) -> ParcelId | None:
    """What people write: AB 12, 120 A 3, 12202 AB 12, 12202AB12."""
    for pattern in _SHORT:
        match = pattern.fullmatch(spaced)
        if match is not None:
            insee = match["insee"] or _commune(written, context)
            return parcel_id(insee, match["prefixe"] or NO_PREFIX, match["section"], match["numero"])
    return None


def _commune(written: str, context: ParcelContext) -> str:
    if not context.commune:
        message = f"« {written.strip()} » ne dit pas la commune : écrivez son code INSEE devant, ou choisissez-la."
        raise InvalidParcelIdError(message)
    return context.commune


def _departement(written: str, context: ParcelContext) -> str:
    departement = context.departement[:2] or context.commune[:2]
    if not departement:
        message = (
            f"« {written} » est un identifiant de 12 caractères, qui ne dit pas le département : écrivez le "
            "département devant, ou choisissez une commune."
        )
        raise InvalidParcelIdError(message)
    return departement.upper()


def _in_known_commune(parcel: ParcelId, context: ParcelContext) -> ParcelId:
    if not is_insee(parcel.insee) or (context.communes is not None and parcel.insee not in context.communes):
        message = f"La commune {parcel.insee} n'est pas connue ici : vérifiez son code INSEE."
        raise InvalidParcelIdError(message)
    return parcel
