"""The invented document: which model it follows, where, when, and the names that follow from these.

Neither the communes nor the bodies exist: no INSEE code of the Aveyron goes beyond 12307, and no department has
number 99.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.planning.document_name import model_version
from smica_qgis.core.planning.metadata_record import Keyword

SIREN = "249912015"
FIRST_INSEE = 12901
EPCI = "Communauté de communes des Causses de l'Aubrelle"
NAMES = (
    "Castelbrac",
    "Saint-Amans-d'Aubrelle",
    "Roquelongue",
    "Le Monteil-Haut",
    "Peyrefiche",
    "Sainte-Eulalie-la-Combe",
    "Villefranque-sur-Aubrelle",
    "Les Albres-du-Causse",
    "La Vayssade",
    "Prunhac",
    "Salvagnol",
    "Combelongue",
)
APPROVED = "1106"
"""Month and day of the document, in the year of the standard."""


@dataclass(frozen=True)
class Commune:
    """An invented commune."""

    insee: str
    name: str


@dataclass(frozen=True)
class Record:
    """What the metadata say. file: their name; abstract: its first sentences, what it is and what it tells.

    specifications: title and date of publication.
    """

    file: str
    title: str
    owner: str
    abstract: str
    keywords: tuple[Keyword, ...]
    specifications: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Document:
    """Identity of an invented document.

    code: INSEE or SIREN that begins the names; date: of the folder, AAAAMMJJ; folder: name of the root folder;
    idurba: value of IDURBA; territory: its name; hints: what the classes of the model's patterns stand for.
    """

    model: DocumentModel
    kind: str
    code: str
    date: str
    communes: tuple[Commune, ...]
    folder: str
    idurba: str
    territory: str
    record: Record
    hints: Mapping[str, str]

    @property
    def version(self) -> str:
        """Year of the standard."""
        return model_version(self.model.name)

    @property
    def intercommunal(self) -> bool:
        """Whether the document is that of an intercommunal body."""
        return self.code == SIREN

    @property
    def cadastre_date(self) -> str:
        """DATEREF: the cadastre of the beginning of the year, AAAAMMJJ."""
        return f"{self.date[:4]}0101"


def invent_communes(count: int) -> tuple[Commune, ...]:
    """So many communes, numbered from FIRST_INSEE."""
    return tuple(Commune(str(FIRST_INSEE + rank), _name(rank)) for rank in range(count))


def _name(rank: int) -> str:
    return NAMES[rank] if rank < len(NAMES) else f"{NAMES[rank % len(NAMES)]} {rank // len(NAMES) + 1}"
