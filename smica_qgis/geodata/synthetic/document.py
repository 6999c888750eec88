"""The invented document: which model it follows, where, when, and the names that follow from these.

Neither the communes nor the intercommunal body exist: no INSEE code of the Aveyron goes beyond 12307, and no
department has number 99.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.errors import InvalidModelError
from smica_qgis.core.planning.document_name import model_type, model_version
from smica_qgis.core.planning.idurba import IdurbaFormat, idurba_format

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
"""Month and day of DATAPPRO, in the year of the standard."""


@dataclass(frozen=True)
class Commune:
    """An invented commune."""

    insee: str
    name: str


@dataclass(frozen=True)
class Document:
    """Identity of an invented PLU or PLUi. code: INSEE or SIREN; date: DATAPPRO, AAAAMMJJ."""

    model: DocumentModel
    kind: str
    version: str
    code: str
    date: str
    communes: tuple[Commune, ...]

    @property
    def intercommunal(self) -> bool:
        """Whether it is a PLUi."""
        return self.kind == "PLUi"

    @property
    def folder(self) -> str:
        """Name of the root folder (standard CNIG PLU v2024 rev. 2025-06, p. 49)."""
        return f"{self.code}_{self.kind}_{self.date}"

    @property
    def idurba(self) -> str:
        """Value of IDURBA in the tables (p. 47; code and date alone before 2017)."""
        if idurba_format(self.model.name) is IdurbaFormat.V1:
            return f"{self.code}{self.date}"
        return self.folder.upper()

    @property
    def iso_date(self) -> str:
        """DATAPPRO as AAAA-MM-JJ."""
        return f"{self.date[:4]}-{self.date[4:6]}-{self.date[6:]}"

    @property
    def cadastre_date(self) -> str:
        """DATEREF: the cadastre of the beginning of the year, AAAAMMJJ."""
        return f"{self.date[:4]}0101"

    @property
    def territory(self) -> str:
        """Name of the commune or of the intercommunal body."""
        return EPCI if self.intercommunal else self.communes[0].name

    @property
    def hints(self) -> Mapping[str, str]:
        """What the classes of the model's patterns stand for: territory, date, procedure."""
        return {
            "[0-9]{9}": self.code,
            "[AB0-9]{5}": self.code,
            "[0-9]{8}": self.date,
            "[a-zA-Z]+": "E",
            "[0-9]*": "",
        }


def invent_document(model: DocumentModel, communes: int) -> Document:
    """Give an identity to a document of that model; a PLU has one commune.

    Raises InvalidModelError for the models of other kinds of documents.
    """
    kind, version = model_type(model.name), model_version(model.name)
    if kind not in ("PLU", "PLUi") or not version:
        message = f"Le modèle {model.name} n'est pas celui d'un PLU ou d'un PLUi."
        raise InvalidModelError(message)
    listed = tuple(Commune(str(FIRST_INSEE + rank), _name(rank)) for rank in range(communes if kind == "PLUi" else 1))
    code = SIREN if kind == "PLUi" else listed[0].insee
    return Document(model, kind, version, code, f"{version}{APPROVED}", listed)


def _name(rank: int) -> str:
    return NAMES[rank] if rank < len(NAMES) else f"{NAMES[rank % len(NAMES)]} {rank // len(NAMES) + 1}"
