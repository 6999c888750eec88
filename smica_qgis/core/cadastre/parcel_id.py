"""What names a parcel of the French cadastre, and the forms in which it is written.

The normal form is the national one, 14 characters: INSEE code (5), prefix of the absorbed commune (3, 000 when
there is none), section (2, a lone letter is padded: 0A) and number (4). Sources: EDIGéO PCI 2013, IDU; DGFiP's
description of the MAJIC files, "identifiant parcelle".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from smica_qgis.core.errors import SmicaError

NO_PREFIX = "000"
MAINLAND_DIRECTION = "0"
_INSEE = re.compile(r"(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5])\d{3}|97[1-8]\d{2}", re.ASCII)
_SECTION = re.compile(r"[A-Z]{2}|0[A-Z]|[A-Z]\d|\d[A-Z]|\d{2}", re.ASCII)
_OVERSEAS = "97"


class InvalidParcelIdError(SmicaError):
    """What was written names no parcel; the message says what is wrong with it."""


class ParcelId(NamedTuple):
    """A parcel. insee: 5 characters; prefixe: 3 digits; section: 2 characters; numero: 4 digits."""

    insee: str
    prefixe: str
    section: str
    numero: str

    @property
    def idu14(self) -> str:
        """The national form, that of Etalab: 12202000AB0012."""
        return f"{self.insee}{self.prefixe}{self.section}{self.numero}"

    @property
    def idu12(self) -> str:
        """The form of EDIGEO (IDU), without the department: 202000AB0012."""
        return self.idu14[2:]

    @property
    def idu15(self) -> str:
        """The form of MAJIC, openADS and QgisCadastrePlugin: 120202000AB0012.

        The direction of public finances is 0, overseas the third digit of the department; the few departments
        that once had several (13, 59, 75, 92…) write another one: see `with_direction`.
        """
        return self.with_direction(self.insee[2] if self.insee.startswith(_OVERSEAS) else MAINLAND_DIRECTION)

    @property
    def label(self) -> str:
        """As people say it: AB 12, or 120 AB 12 in the part that was commune 120."""
        section, numero = self.section.lstrip("0") or self.section, int(self.numero)
        prefixe = "" if self.prefixe == NO_PREFIX else f"{self.prefixe} "
        return f"{prefixe}{section} {numero}"

    @property
    def full_label(self) -> str:
        """With its commune: 12202 AB 12."""
        return f"{self.insee} {self.label}"

    @property
    def section_id(self) -> str:
        """Its section, 10 characters: 12202000AB."""
        return self.idu14[:10]

    def with_direction(self, direction: str) -> str:
        """The 15-character form with a direction of public finances (one digit)."""
        return f"{self.insee[:2]}{direction}{self.idu12}"


def parcel_id(insee: str, prefixe: str, section: str, numero: str) -> ParcelId:
    """A parcel from its four parts, padded. Raises InvalidParcelIdError."""
    padded = ParcelId(insee.upper(), prefixe.rjust(3, "0"), section.upper().rjust(2, "0"), numero.rjust(4, "0"))
    if not is_insee(padded.insee):
        message = (
            f"« {insee} » n'est pas un code de commune : il en faut les cinq caractères de l'INSEE (12202, 2A004)."
        )
        raise InvalidParcelIdError(message)
    if not (len(padded.prefixe) == len(NO_PREFIX) and _is_digits(padded.prefixe)):
        message = f"Le préfixe « {prefixe} » n'est pas fait de trois chiffres (000, ou celui d'une ancienne commune)."
        raise InvalidParcelIdError(message)
    if padded.section == "00" or not _SECTION.fullmatch(padded.section):
        message = f"« {section} » n'est pas une section : il en faut une ou deux lettres (A, AB), ou deux chiffres."
        raise InvalidParcelIdError(message)
    if len(padded.numero) != 4 or not _is_digits(padded.numero) or padded.numero == "0000":  # noqa: PLR2004
        message = f"« {numero} » n'est pas un numéro de parcelle : il va de 1 à 9999."
        raise InvalidParcelIdError(message)
    return padded


def parcel_of_idu14(text: str) -> ParcelId:
    """A parcel from its normal form, exactly. Raises InvalidParcelIdError."""
    if len(text) != 14:  # noqa: PLR2004
        message = f"« {text} » n'a pas les 14 caractères d'un identifiant national de parcelle."
        raise InvalidParcelIdError(message)
    return parcel_id(text[:5], text[5:8], text[8:10], text[10:])


def is_insee(text: str) -> bool:
    """Whether a text has the form of the INSEE code of a commune (Corsica 2A and 2B, overseas 971 to 978)."""
    return _INSEE.fullmatch(text) is not None


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
