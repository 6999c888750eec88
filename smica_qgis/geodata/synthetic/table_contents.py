"""What each table of an invented document says, whatever the columns that its model gives the table."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from smica_qgis.core.document_model.model import ColumnType, FileModel, TableModel
from smica_qgis.geodata.synthetic.column_values import ColumnValues, Proposal
from smica_qgis.geodata.synthetic.document import Document
from smica_qgis.geodata.synthetic.pattern_text import text_matching
from smica_qgis.geodata.synthetic.perimeters import (
    INFORMATIONS,
    PRESCRIPTIONS,
    Subject,
    perimeters,
    places,
    proposals,
)
from smica_qgis.geodata.synthetic.shapes import lines, point_wkb, surfaces
from smica_qgis.geodata.synthetic.table import CSV, DBF, SHAPEFILE, SyntheticTable
from smica_qgis.geodata.synthetic.territory import Territory
from smica_qgis.geodata.synthetic.written_pieces import Piece, files_of_subjects
from smica_qgis.geodata.synthetic.zoning import KINDS, Zones

PER_ZONE = {
    "PRESCRIPTION_SURF": 0.4,
    "PRESCRIPTION_LIN": 0.25,
    "PRESCRIPTION_PCT": 0.3,
    "INFO_SURF": 0.2,
    "INFO_LIN": 0.12,
    "INFO_PCT": 0.12,
}
"""Objects of a table for one zone."""
DRAWINGS = 3
"""Objects of a table of HABILLAGE."""
SITE = "https://urbanisme.aubrelle.example.org"
TITLES_TABLE = "TITRES_PIECES_ECRITES"


def zones_for(objects: int) -> int:
    """How many zones a document of so many objects has."""
    return max(8, round(objects / (1 + sum(PER_ZONE.values()))))


@dataclass(frozen=True)
class TableContents:
    """Fills the tables of one document. seed: each table draws on its own, whatever the other tables are."""

    document: Document
    territory: Territory
    zones: Zones
    pieces: Sequence[Piece]
    seed: int

    def table(self, file: FileModel, model: TableModel) -> SyntheticTable:
        """Return the table of a file model."""
        hints = self.document.hints
        values = ColumnValues(self.document.model, model, hints, self._piece("REGLEMENT") or "")
        geometries, given = self._content(file.name)(file.name, values)
        rows = len(next(v for v in given.values() if isinstance(v, list))) if geometries is None else len(geometries)
        offered = {**self._everywhere(), **values.identifiers(rows), **given}
        spatial = any(column.type.is_geometry for column in model.columns)
        alone = CSV if file.name == TITLES_TABLE else DBF
        return SyntheticTable(
            name=file.name,
            path=text_matching(file.path, hints),
            format=SHAPEFILE if spatial else alone,
            columns=values.columns(offered, rows),
            geometries=list(geometries) if spatial and geometries is not None else None,
            widths=_widths(model, hints),
            integers={c.name for c in model.columns if c.type is ColumnType.INTEGER},
        )

    def _content(self, name: str) -> Callable[[str, ColumnValues], _Content]:
        if name.startswith("PRESCRIPTION"):
            return lambda table, values: self._perimeters(table, values, PRESCRIPTIONS, "PSC")
        if name.startswith("INFO"):
            return lambda table, values: self._perimeters(table, values, INFORMATIONS, "INF")
        if name.startswith("HABILLAGE"):
            return self._drawings
        others = {
            "ZONE_URBA": self._zone_urba,
            "DOC_URBA_COM": self._doc_urba_com,
            TITLES_TABLE: self._titles,
        }
        return others.get(name, self._doc_urba)

    def _generator(self, name: str) -> np.random.Generator:
        return np.random.default_rng((self.seed, zlib.crc32(name.encode())))

    def _piece(self, model: str) -> str | None:
        return next((piece.name for piece in self.pieces if piece.model == model), None)

    def _everywhere(self) -> dict[str, Proposal]:
        """Columns that mean the same in every table."""
        return {
            "IDURBA": self.document.idurba,
            "DATAPPRO": self.document.date,
            "DATVALID": self.document.date,
            "INSEE": self.document.communes[0].insee,
        }

    def _insee(self, communes: Sequence[int]) -> list[str | None]:
        return [self.document.communes[rank].insee for rank in communes]

    def _zone_urba(self, name: str, values: ColumnValues) -> _Content:  # noqa: ARG002 - one shape for all
        kinds = [KINDS[number] for number in self.zones.kinds]
        return self.zones.geometries, {
            "LIBELLE": [kind.libelle for kind in kinds],
            "TYPEZONE": [kind.typezone for kind in kinds],
            "LIBELONG": [kind.libelong for kind in kinds],
            "DESTDOMI": [kind.destdomi for kind in kinds],
            "FORMDOMI": [kind.formdomi for kind in kinds],
            "DESTOUI": [kind.destoui for kind in kinds],
            "DESTCDT": [kind.destcdt for kind in kinds],
            "DESTNON": [kind.destnon for kind in kinds],
            "SYMBOLE": [f"ZONE_{kind.typezone}_001" for kind in kinds],
            "NOMFIC": self._piece("REGLEMENT"),
            "INSEE": self._insee([int(rank) for rank in self.zones.communes]),
        }

    def _perimeters(self, name: str, values: ColumnValues, subjects: Sequence[Subject], prefix: str) -> _Content:
        generator = self._generator(name)
        geometry = name.rsplit("_", 1)[-1]
        wanted = round(len(self.zones.kinds) * PER_ZONE.get(name, 0.1))
        usual = [subject for subject in subjects if subject.geometry == geometry]
        drawn = perimeters(values, usual, prefix, max(DRAWINGS, wanted), generator)
        geometries, communes = places(self.territory, self.zones, drawn, generator)
        drawn = drawn[: len(geometries)]
        given = proposals(drawn, prefix, dict(files_of_subjects(list(self.pieces))))
        return geometries, {**given, "INSEE": self._insee([int(rank) for rank in communes])}

    def _drawings(self, name: str, values: ColumnValues) -> _Content:  # noqa: ARG002
        generator = self._generator(name)
        villages = self.territory.villages[: len(self.document.communes)]
        given: dict[str, Proposal] = {
            "NATTRAC": "cote",
            "COULEUR": "090-090-090",
            "POLICE": "Liberation Sans",
        }
        if name.endswith("_LIN"):
            return lines(self.territory, DRAWINGS, generator), {**given, "NATTRAC": "limite de secteur"}
        if name.endswith("_SURF"):
            cells = generator.choice(len(self.territory.rings), DRAWINGS, replace=False)
            return surfaces(self.territory, cells, generator), {**given, "NATTRAC": "aplat"}
        names: list[str | None] = [commune.name for commune in self.document.communes[: len(villages)]]
        texts = {"TXT": names, "NATECR": "nom de commune", "TAILLE": "12", "ANGLE": "0", "STYLE": "gras"}
        return [point_wkb(self.territory.centres[village]) for village in villages], {**given, **texts}

    def _doc_urba_com(self, name: str, values: ColumnValues) -> _Content:  # noqa: ARG002
        insee: list[str | None] = [commune.insee for commune in self.document.communes]
        return None, {"INSEE": insee, "DATECOG": self.document.cadastre_date}

    def _doc_urba(self, name: str, values: ColumnValues) -> _Content:  # noqa: ARG002
        document = self.document
        return None, {
            "IDURBA": [document.idurba],
            "TYPEDOC": "PLUI" if _takes(values, "TYPEDOC", "PLUI") else "PLU",
            "ETAT": "03",
            "NOMPROC": "E",
            "DATEREF": document.cadastre_date,
            "TYPEREF": "01",
            "INTERCO": "T" if document.intercommunal else "F",
            "SIREN": document.code if document.intercommunal else None,
            "NOMREG": self._piece("REGLEMENT"),
            "NOMPLAN": self._piece("REGLEMENT_GRAPHIQUE"),
            "NOMRAPP": self._piece("RAPPORT"),
            "SITEWEB": SITE,
            "URLPE": f"{SITE}/{document.folder}",
        }

    def _titles(self, name: str, values: ColumnValues) -> _Content:  # noqa: ARG002
        return None, {
            "FICHIER": [piece.name for piece in self.pieces],
            "TITRE": [piece.title for piece in self.pieces],
        }


_Content = tuple["list[bytes] | None", Mapping[str, Proposal]]


def _takes(values: ColumnValues, column: str, code: str) -> bool:
    return (code,) in values.codes(column)


def _widths(model: TableModel, hints: Mapping[str, str]) -> dict[str, int]:
    """Characters that the model gives a field, or that its pattern takes (dates)."""
    widths = {}
    for column in model.columns:
        if column.max_length and column.max_length > 0:
            widths[column.name] = column.max_length
        elif column.pattern:
            widths[column.name] = len(text_matching(column.pattern, hints))
        elif column.type in (ColumnType.STRING, ColumnType.FILENAME, ColumnType.URL):
            widths[column.name] = 254
    return widths
