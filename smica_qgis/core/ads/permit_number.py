"""Numbers of permits: read in every form in which they are written, written in one.

`TT DDD CCC YY NNNNN`: type, department, commune, year, order (a letter or digit, then four digits), then for what
follows a permit a suffix (M modification, T transfer, with two digits). Source: code de l'urbanisme, A423-1 to A423-4;
openADS adds P0 (the first decision), DOC, DAACT and PRO.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from smica_qgis.core.cadastre.parcel_id import is_insee
from smica_qgis.core.errors import SmicaError

TYPES = {
    "DP": "Déclaration préalable",
    "PC": "Permis de construire",
    "PA": "Permis d'aménager",
    "PD": "Permis de démolir",
    "CU": "Certificat d'urbanisme",
    "AT": "Autorisation de travaux (établissement recevant du public)",
    "AZ": "Autorisation spéciale de travaux",
    "DI": "Déclaration d'intention",
    "AC": "Autre courrier",
    "RE": "Recours",
    "IN": "Infraction",
}
MODIFICATION, TRANSFER = "M", "T"
DECLARATIONS = frozenset({"DOC", "DAACT"})
"""Suffixes of what an applicant declares about the works of a permit."""
_SEPARATORS = re.compile(r"[\s\-_./]+")
_NUMBER = re.compile(
    rf"(?P<type>{'|'.join(TYPES)})(?P<cu>[AB])?(?P<mi>MI)?(?P<dep>0\d\d|02[AB]|97[1-8])(?P<com>\d{{3}})(?P<year>\d\d)"
    r"(?P<order>[A-Z0-9]\d{4})(?:(?P<suffix>P0|M|T|DOC|DAACT|PRO)(?P<rank>\d{1,2})?)?",
    re.ASCII,
)
_OVERSEAS = "97"
_CENTURY = 2000
_INITIAL = "P0"


class InvalidPermitNumberError(SmicaError):
    """What was written is no number of a permit; the message says why."""


@dataclass(frozen=True)
class PermitNumber:
    """A number. type: two letters; departement: 3 characters (012, 02A); commune: 3 digits; annee: four digits.

    cu: A or B of a certificate, or empty; house: whether it was written PCMI, which the official number does not say;
    suffix and rank: of what follows the permit, or empty and 0.
    """

    type: str
    departement: str
    commune: str
    annee: int
    order: str
    cu: str = ""
    house: bool = False
    suffix: str = ""
    rank: int = 0

    @property
    def root(self) -> str:
        """The 15 characters that a permit and all that follows it have in common: PC01220224A0001."""
        return f"{self.type}{self.departement}{self.commune}{self.annee % 100:02d}{self.order}"

    @property
    def canonical(self) -> str:
        """The key of the dossier: the root, and the suffix of a modification or of a transfer."""
        return f"{self.root}{self.suffix}{self.rank:02d}" if self.suffix else self.root

    @property
    def insee(self) -> str:
        """INSEE code of the commune."""
        if self.departement.startswith(_OVERSEAS):
            return f"{_OVERSEAS}{self.commune}"
        return f"{self.departement[1:]}{self.commune}"

    @property
    def division(self) -> str:
        """First character of the order, that once said which service instructs."""
        return self.order[0]

    @property
    def label(self) -> str:
        """As people write it: PC 012 202 24 A0001 M01."""
        parts = (f"{self.type}{self.cu.lower()}", self.departement, self.commune, f"{self.annee % 100:02d}", self.order)
        suffix = f" {self.suffix}{self.rank:02d}" if self.suffix else ""
        return " ".join(parts) + suffix

    def without_suffix(self) -> PermitNumber:
        """The permit itself."""
        return replace(self, suffix="", rank=0)


def parse_permit_number(text: str, today: date) -> PermitNumber:
    """A number in any of its forms. today: no permit is of a later year. Raises InvalidPermitNumberError."""
    match = _NUMBER.fullmatch(_SEPARATORS.sub("", text.upper()))
    if match is None:
        message = "ce n'est pas un numéro de dossier : il en faut type, département, commune, année et ordre"
        raise InvalidPermitNumberError(message)
    suffix = match["suffix"] or ""
    number = PermitNumber(
        type=match["type"],
        departement=match["dep"],
        commune=match["com"],
        annee=_CENTURY + int(match["year"]),
        order=match["order"],
        cu=match["cu"] or "",
        house=match["mi"] is not None,
        suffix="" if suffix == _INITIAL else suffix,
        rank=0 if suffix in ("", _INITIAL) else int(match["rank"] or 1),
    )
    _check(number, today)
    return number


def _check(number: PermitNumber, today: date) -> None:
    if number.cu and number.type != "CU":
        message = f"la lettre {number.cu.lower()} ne suit que le type CU"
        raise InvalidPermitNumberError(message)
    if number.house and number.type != "PC":
        message = "MI ne suit que le type PC"
        raise InvalidPermitNumberError(message)
    overseas = number.departement.startswith(_OVERSEAS)
    if not is_insee(number.insee) or (overseas and number.commune[0] != number.departement[2]):
        message = f"{number.departement} {number.commune} n'est pas un département et une commune"
        raise InvalidPermitNumberError(message)
    if number.annee > today.year:
        message = f"l'année {number.annee} n'est pas encore commencée"
        raise InvalidPermitNumberError(message)
