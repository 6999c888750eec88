"""Tables of a PLU, PLUi, POS, PSMV or carte communale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from smica_qgis.geodata.synthetic.column_values import ColumnValues, Proposal
from smica_qgis.geodata.synthetic.perimeters import (
    INFORMATIONS,
    PLANNED,
    PRESCRIPTIONS,
    SAFEGUARDED,
    Subject,
    perimeters,
    places,
    proposals,
)
from smica_qgis.geodata.synthetic.shapes import lines, point_wkb, surfaces
from smica_qgis.geodata.synthetic.table_contents import FEW, SITE, TITLES_TABLE, Content, TableContents
from smica_qgis.geodata.synthetic.written_pieces import files_of_subjects
from smica_qgis.geodata.synthetic.zoning import KINDS, PER_ZONE

DRAWINGS = FEW
"""Objects of a table of HABILLAGE."""


@dataclass(frozen=True)
class PlanTables(TableContents):
    """What each table says. The columns are those of PLU v2024 rev. 2025-06, p. 20-25, and of older standards."""

    def content(self, name: str, values: ColumnValues) -> Content:
        """Values by the name of the table."""
        if name.startswith("PRESCRIPTION"):
            also = SAFEGUARDED if self.document.kind == "PSMV" else ()
            return self._perimeters(name, values, (*PRESCRIPTIONS, *also), "PSC")
        if name.startswith("INFO"):
            also = PLANNED if values.has("TYPEP") else ()
            return self._perimeters(name, values, (*INFORMATIONS, *also), "INF")
        if name.startswith("HABILLAGE"):
            return self._drawings(name)
        known: dict[str, Callable[[], Content]] = {
            "ZONE_URBA": self._zone_urba,
            "SECTEUR_CC": self._secteur_cc,
            "DOC_URBA_COM": self._doc_urba_com,
            "DOC_URBA": lambda: self._doc_urba(values),
            TITLES_TABLE: self.titles,
        }
        return known[name]() if name in known else self.of_any_table(name, values)

    def _insee(self, communes: Sequence[int]) -> list[str | None]:
        return [self.document.communes[rank].insee for rank in communes]

    def _zone_urba(self) -> Content:
        zones = self.ground.zones
        kinds = [KINDS[number] for number in zones.kinds]
        return zones.geometries, {
            "LIBELLE": [kind.libelle for kind in kinds],
            "TYPEZONE": [kind.typezone for kind in kinds],
            "LIBELONG": [kind.libelong for kind in kinds],
            "DESTDOMI": [kind.destdomi for kind in kinds],
            "FORMDOMI": [kind.formdomi for kind in kinds],
            "DESTOUI": [kind.destoui for kind in kinds],
            "DESTCDT": [kind.destcdt for kind in kinds],
            "DESTNON": [kind.destnon for kind in kinds],
            "SYMBOLE": [f"ZONE_{kind.typezone}_001" for kind in kinds],
            "NOMFIC": self.piece("REGLEMENT"),
            "INSEE": self._insee([int(rank) for rank in zones.communes]),
        }

    def _secteur_cc(self) -> Content:
        """Sectors of a carte communale (v2024 rev. 2025-11, p. 22): what the zones of a PLU would be."""
        zones = self.ground.zones
        kinds = [KINDS[number] for number in zones.kinds]
        return zones.geometries, {
            "LIBELLE": [kind.sector.libelle for kind in kinds],
            "TYPESECT": [kind.sector.typesect for kind in kinds],
            "LIBELONG": [kind.libelong for kind in kinds],
            "DESTDOMI": [kind.destdomi for kind in kinds],
            "FERMRECO": [kind.sector.fermreco for kind in kinds],
            "SYMBOLE": [f"SECT_{kind.sector.typesect}_001" for kind in kinds],
            "NOMFIC": self.piece("RAPPORT"),
            "INSEE": self._insee([int(rank) for rank in zones.communes]),
        }

    def _perimeters(self, name: str, values: ColumnValues, subjects: Sequence[Subject], prefix: str) -> Content:
        generator = self.ground.generator(name)
        geometry = name.rsplit("_", 1)[-1]
        wanted = round(len(self.ground.zones.kinds) * PER_ZONE.get(name, 0.1))
        usual = [subject for subject in subjects if subject.geometry == geometry]
        drawn = perimeters(values, usual, prefix, max(DRAWINGS, wanted), generator)
        geometries, communes = places(self.ground.territory, self.ground.zones, drawn, generator)
        drawn = drawn[: len(geometries)]
        given = proposals(drawn, prefix, dict(files_of_subjects(list(self.pieces))))
        return geometries, {**given, "INSEE": self._insee([int(rank) for rank in communes])}

    def _drawings(self, name: str) -> Content:
        generator, territory = self.ground.generator(name), self.ground.territory
        villages = territory.villages[: len(self.document.communes)]
        given: dict[str, Proposal] = {
            "NATTRAC": "cote",
            "COULEUR": "090-090-090",
            "POLICE": "Liberation Sans",
        }
        if name.endswith("_LIN"):
            return lines(territory, DRAWINGS, generator), {**given, "NATTRAC": "limite de secteur"}
        if name.endswith("_SURF"):
            cells = generator.choice(len(territory.rings), DRAWINGS, replace=False)
            return surfaces(territory, cells, generator), {**given, "NATTRAC": "aplat"}
        names: list[str | None] = [commune.name for commune in self.document.communes[: len(villages)]]
        written = [int(village) for village in villages]
        if self.complete:  # a commune alone also has hamlets
            written += [cell for cell in range(len(territory.rings)) if cell not in written][: DRAWINGS - len(written)]
            names += [f"Hameau {rank}" for rank in range(1, len(written) - len(names) + 1)]
        texts = {"TXT": names, "NATECR": "nom de commune", "TAILLE": "12", "ANGLE": "0", "STYLE": "gras"}
        return [point_wkb(territory.centres[cell]) for cell in written], {**given, **texts}

    def _doc_urba_com(self) -> Content:
        insee: list[str | None] = [commune.insee for commune in self.document.communes]
        return None, {"INSEE": insee, "DATECOG": self.document.cadastre_date}

    def _doc_urba(self, values: ColumnValues) -> Content:
        document = self.document
        kind = document.kind.upper()
        return None, {
            "IDURBA": [document.idurba],
            # a PLUi was a PLU until the standard gave it a code
            "TYPEDOC": kind if values.takes("TYPEDOC", kind) else "PLU",
            "ETAT": "03",
            "NOMPROC": "E",
            "DATEREF": document.cadastre_date,
            "TYPEREF": "01",
            "INTERCO": "T" if document.intercommunal else "F",
            "SIREN": document.code if document.intercommunal else None,
            "NOMREG": self.piece("REGLEMENT"),
            "NOMPLAN": self.piece("REGLEMENT_GRAPHIQUE") or self.piece("SECTORISATION_GRAPHIQUE"),
            "NOMRAPP": self.piece("RAPPORT"),
            "SITEWEB": SITE,
            "URLPE": f"{SITE}/{document.folder}",
        }
