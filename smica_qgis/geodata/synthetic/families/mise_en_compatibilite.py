"""Mises en compatibilité, deposited as such: a model of the Géoportail, without a standard of the CNIG."""

from __future__ import annotations

from dataclasses import dataclass

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.planning.document_name import model_version
from smica_qgis.core.planning.metadata_record import (
    INSPIRE_THEME,
    OPEN_DATA,
    Keyword,
    places_thesaurus,
    published_on,
)
from smica_qgis.geodata.synthetic.column_values import ColumnValues, Proposal
from smica_qgis.geodata.synthetic.document import (
    APPROVED,
    Document,
    Record,
    invent_communes,
)
from smica_qgis.geodata.synthetic.families.family import Family
from smica_qgis.geodata.synthetic.pattern_text import text_matching
from smica_qgis.geodata.synthetic.table_contents import FEW, TITLES_TABLE, Content, TableContents
from smica_qgis.geodata.synthetic.written_pieces import Piece, written_pieces

_SUBJECTS = (
    "Déviation de la route départementale",
    "Parc photovoltaïque du Causse",
    "Extension de la station d'épuration",
)


def invent_mise_en_compatibilite(model: DocumentModel, communes: int) -> Document:  # noqa: ARG001 - of one commune
    """Give an identity to the mise en compatibilité of a PLU: `12901_PLU_MEC1_20251106`."""
    version = model_version(model.name)
    date = f"{version}{APPROVED}"
    (commune,) = invent_communes(1)
    hints = {
        "[a-zA-Z0-9]+": commune.insee,
        "[0-9]{5}": commune.insee,
        "[0-9]{8}": date,
        "[0-9]+": "1",
    }
    folder = text_matching(model.folder_name or "[a-zA-Z0-9]+_PLU_MEC[0-9]+_[0-9]{8}", hints)
    record = Record(
        file=f"fr-{commune.insee.rjust(9, '0')}-mec{date}.xml",
        title=f"Mise en compatibilité du plan local d'urbanisme de {commune.name}",
        owner=f"Commune de {commune.name}",
        abstract="Mise en compatibilité. Ce lot, fictif, dit les lieux des projets que le plan doit permettre.",
        keywords=(
            Keyword(commune.insee, places_thesaurus(date), f"{version}-01-01"),
            INSPIRE_THEME,
            OPEN_DATA,
        ),
        # the official tool wants one of the CNIG, and knows none of mises en compatibilité
        specifications=(
            (model.metadata_specification or f"GPU MEC v{version}", published_on(model.name)),
            (f"CNIG PLU v{version}", published_on(model.name)),
        ),
    )
    idurba = f"{commune.insee}_PLU_{date}"
    return Document(model, "MEC", commune.insee, date, (commune,), folder, idurba, commune.name, record, hints)


@dataclass(frozen=True)
class MiseEnCompatibiliteTables(TableContents):
    """What each table says."""

    def content(self, name: str, values: ColumnValues) -> Content:
        """Values by the name of the table."""
        if name == TITLES_TABLE:
            return self.titles()
        if name != "MEC":
            return self.of_any_table(name, values)
        rows = max(FEW, self.ground.objects // 10)
        subjects: Proposal = [_SUBJECTS[row % len(_SUBJECTS)] for row in range(rows)]
        return self.shapes(name, values, rows), {
            "LIBELLE": subjects,
            "NOMRAPP": self.piece("RAPPORT DE PRESENTATION"),
            "NOMARR": self.piece("ARRETE_MEC"),
        }


def pieces_of_mise_en_compatibilite(document: Document, objects: int, complete: bool) -> list[Piece]:  # noqa: ARG001, FBT001
    """The pieces of the model."""
    return written_pieces(document, complete=complete)


MISE_EN_COMPATIBILITE = Family(invent_mise_en_compatibilite, pieces_of_mise_en_compatibilite, MiseEnCompatibiliteTables)
