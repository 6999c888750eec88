"""Tables of servitudes, and how they hold together: manager, servitude, acts, generators, assiettes.

Identifiers are chained (`AC1-139912012-1-2-1`) where the model has texts (2016), running numbers where it has numbers
(2013). Columns with a list of codes take all of them in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from smica_qgis.core.document_model.model import ColumnType, DocumentModel
from smica_qgis.geodata.synthetic.column_values import ColumnValues, Proposal, Value
from smica_qgis.geodata.synthetic.document import Document
from smica_qgis.geodata.synthetic.table_contents import SITE, Content, TableContents

MANAGER = "139912012"
MANAGERS = (MANAGER, "139912031", "139912049")
"""No SIREN has their check figure."""
ACT, REGLEMENT = "ACTE", "REGLEMENT"
FEWEST = 4
MOST_ACTS = 40
_ACTS_OF_ONE = 2
_RADICALS = (
    "Castelbrac",
    "Roquelongue",
    "Le-Monteil-Haut",
    "Peyrefiche",
    "Sainte-Eulalie",
    "Villefranque",
    "Les-Albres",
    "La-Vayssade",
    "Prunhac",
    "Salvagnol",
    "Combelongue",
    "Aubrelle",
)
_MOST_YEARS = 30


def servitudes_for(model: DocumentModel, objects: int) -> int:
    """How many servitudes a delivery of so many generators and assiettes has."""
    generators = sum("GENERATEUR" in file.name for file in model.tables)
    return max(FEWEST, objects // (2 * max(1, generators)))


def acts_for(servitudes: int) -> int:
    """How many acts so many servitudes have: several of them share one."""
    return min(MOST_ACTS, servitudes)


def radical(rank: int) -> str:
    """Radical of the names of a servitude and of its act, without accent or blank."""
    name = _RADICALS[rank % len(_RADICALS)]
    return name if rank < len(_RADICALS) else f"{name}-{rank // len(_RADICALS) + 1}"


def act_date(document: Document, rank: int) -> str:
    """Date of an act, AAAAMMJJ, years before the delivery."""
    year = int(document.date[:4]) - 1 - rank % _MOST_YEARS
    return f"{year}{rank % 12 + 1:02d}{rank % 28 + 1:02d}"


@dataclass(frozen=True)
class Numbered:
    """An identifier: its running number, the text of the chain, and the servitude (from 0) that it belongs to."""

    number: int
    text: str
    servitude: int


@dataclass(frozen=True)
class ServitudeTables(TableContents):
    """What each table says (standard SUP v2016b)."""

    def content(self, name: str, values: ColumnValues) -> Content:
        """Values by the name of the table; those of generators and assiettes begin with the category."""
        known: dict[str, Callable[[ColumnValues], Content]] = {
            "ACTE_SUP": self._acts,
            "GESTIONNAIRE_SUP": self._managers,
            "SERVITUDE": self._servitudes,
            "SERVITUDE_ACTE_SUP": self._servitude_acts,
        }
        if name in known:
            geometries, given = known[name](values)
        elif "_GENERATEUR_SUP_" in name:
            geometries, given = self._generators(name, values)
        elif "_ASSIETTE_SUP_" in name:
            geometries, given = self._assiettes(name, values)
        else:
            return self.of_any_table(name, values)
        rows = len(next(proposal for proposal in given.values() if isinstance(proposal, list)))
        return geometries, {**_KINDS, **values.nomenclatures(rows, given), **given}

    @cached_property
    def servitudes(self) -> list[Numbered]:
        """The servitudes."""
        count = servitudes_for(self.document.model, self.ground.objects)
        category = self.document.hints["[a-zA-Z0-9]+"]
        return [Numbered(rank + 1, f"{category}-{MANAGER}-{rank + 1}", rank) for rank in range(count)]

    @cached_property
    def generators(self) -> dict[str, list[Numbered]]:
        """The generators by table: one of each table for a servitude, numbered across the tables."""
        tables = [file.name for file in self.document.model.tables if "_GENERATEUR_SUP_" in file.name]
        found: dict[str, list[Numbered]] = {}
        for rank, table in enumerate(tables):
            first = rank * len(self.servitudes)
            found[table] = [
                Numbered(first + one.number, f"{one.text}-{rank + 1}", one.servitude) for one in self.servitudes
            ]
        return found

    @cached_property
    def acts(self) -> list[Numbered]:
        """The acts, each numbered under the first servitude that it creates."""
        count = acts_for(len(self.servitudes))
        return [Numbered(one.number, f"{one.text}-1", one.servitude) for one in self.servitudes[:count]]

    def _acts(self, values: ColumnValues) -> Content:
        ranks = range(len(self.acts))
        dates: list[Value] = [act_date(self.document, rank) for rank in ranks]
        return None, {
            "IDACTE": _identifiers(values, "IDACTE", self.acts),
            "NOMACTE": [
                values.matching("NOMACTE", {"[A-Za-z0-9_-]+": radical(rank), "[0-9]{8}": act_date(self.document, rank)})
                for rank in ranks
            ],
            "REFERENCE": [f"{act_date(self.document, rank)[:4]}-{rank + 1:03d}" for rank in ranks],
            "FICHIER": [piece.name for piece in self.pieces if piece.model == ACT] or [None for _ in ranks],
            "DATEDECIS": dates,
            "DATEPUB": dates,
        }

    def _managers(self, values: ColumnValues) -> Content:  # noqa: ARG002 - one signature for all
        return None, {
            "IDGEST": list(MANAGERS),
            "NOMGEST": [f"Direction des servitudes {rank + 1}" for rank in range(len(MANAGERS))],
            "NOMCORRES": "Service des servitudes",
            "NUMTEL": "0500000000",
            "COURRIEL": "servitudes@aubrelle.example.org",
            "ADRESSE": "1 place de la Halle 12900 Castelbrac",
        }

    def _servitudes(self, values: ColumnValues) -> Content:
        ranks = range(len(self.servitudes))
        return None, {
            "IDSUP": _identifiers(values, "IDSUP", self.servitudes),
            "IDGEST": [MANAGERS[rank % len(MANAGERS)] for rank in ranks],
            "IDINTGEST": [f"S{rank + 1:04d}" for rank in ranks],
            "NOMSUP": [values.matching("NOMSUP", {"[A-Za-z0-9_-]+": radical(rank)}) for rank in ranks],
            "NOMSUPLITT": [f"Servitude de {radical(rank)}" for rank in ranks],
            "CATEGORIE": self.document.hints["[a-zA-Z0-9]+"],
            "DESCRIPTIO": "Servitude fictive",
            "OBSVALIDAT": "sans observation",
            "NOMREG": self.piece(REGLEMENT),
            "URLREG": f"{SITE}/reglement.pdf",
            "DATEMAJ": self.document.date,
            "ECHNUM": "5000",
            "QUIPROD": "Bureau des servitudes",
            "DOCSOURCE": "Plan parcellaire",
            "ESTABROGE": "F",
        }

    def _servitude_acts(self, values: ColumnValues) -> Content:
        """Each servitude has its own act, or one that it shares, and every second one another act beside."""
        links = [(one, self.acts[one.servitude % len(self.acts)]) for one in self.servitudes]
        links += [(one, self.acts[(one.servitude + 1) % len(self.acts)]) for one in self.servitudes[::_ACTS_OF_ONE]]
        return None, {
            "IDSUP": _identifiers(values, "IDSUP", [servitude for servitude, _ in links]),
            "IDACTE": _identifiers(values, "IDACTE", [act for _, act in links]),
        }

    def _generators(self, name: str, values: ColumnValues) -> Content:
        geometries = self.shapes(name, values, len(self.generators[name]))
        owned = self.generators[name][: len(geometries)] if geometries is not None else self.generators[name]
        return geometries, {
            "IDGEN": _identifiers(values, "IDGEN", owned),
            "IDSUP": _identifiers(values, "IDSUP", [self.servitudes[one.servitude] for one in owned]),
            "NOMGEN": _names(values, "NOMGEN", owned),
            "SRCGEOGEN": "BD TOPO",
            "DATESRCGEN": self.document.cadastre_date,
            "REFBDEXT": "Base des servitudes",
            "IDBDEXT": [f"B{one.number:05d}" for one in owned],
            "ADRESSE": [f"{one.number} rue de la Halle" for one in owned],
            "ID_GASPAR": [f"12DDT{one.number:08d}" for one in owned],
            "URL_GRISQ": f"{SITE}/georisques",
        }

    def _assiettes(self, name: str, values: ColumnValues) -> Content:
        """The generators are shared out among the tables of assiettes, so that each generator has one."""
        tables = [file.name for file in self.document.model.tables if "_ASSIETTE_SUP_" in file.name]
        drawn = [one for table in self.generators for one in self._drawn(table)]
        shared = drawn[tables.index(name) :: len(tables)]
        geometries = self.shapes(name, values, len(shared))
        owned = shared[: len(geometries)] if geometries is not None else shared
        first = drawn.index(shared[0]) if shared else 0
        assiettes = [
            Numbered(first + 1 + rank * len(tables), f"{one.text}-1", one.servitude) for rank, one in enumerate(owned)
        ]
        return geometries, {
            "IDASS": _identifiers(values, "IDASS", assiettes),
            "IDGEN": _identifiers(values, "IDGEN", owned),
            "NOMASS": _names(values, "NOMASS", owned),
            "SRCGEOASS": "BD TOPO",
            "DATESRCASS": self.document.cadastre_date,
            "PARAMCALC": "500",
            **_NUMBERS,
        }

    def _drawn(self, table: str) -> list[Numbered]:
        """The generators of a table that fit on the ground: lines are as many as there are boundaries."""
        inner = int(self.ground.territory.sides.inner.sum())
        return self.generators[table][:inner] if table.endswith("_L") else self.generators[table]


_KINDS: dict[str, Proposal] = {"TYPEGEN": "Objet protégé", "TYPEASS": "Périmètre de protection"}
"""Where the model has no list of them (2013)."""
_NUMBERS: dict[str, Proposal] = {
    "H": "12.5",
    "RAYON": "500",
    "ANGLE1": "30",
    "ANGLE2": "60",
    "LARGEUR": "200",
    "XDEBUT": "665000.5",
    "YDEBUT": "6360000.5",
    "XFINAL": "666000.5",
    "YFINAL": "6361000.5",
}


def _identifiers(values: ColumnValues, name: str, rows: Sequence[Numbered]) -> Proposal:
    """Numbers or texts, as the type of the column wants."""
    column = values.named(name)
    numbers = column is not None and column.type is ColumnType.INTEGER
    return [str(row.number) if numbers else row.text for row in rows]


def _names(values: ColumnValues, name: str, rows: Sequence[Numbered]) -> Proposal:
    """Names of generators and of their assiettes, by the pattern of the column."""
    found: list[Value] = []
    for row in rows:
        hints = {"[A-Za-z0-9_-]+": radical(row.servitude), "([0-9]+)?": str(row.number)}
        found.append(values.matching(name, {**hints, "(_gen[0-9]+)?": f"_gen{row.number}"}))
    return found
