"""Schémas de cohérence territoriale: one perimeter, without a hole, around the communes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.planning.document_name import model_version
from smica_qgis.core.planning.metadata_record import (
    INSPIRE_THEME,
    OPEN_DATA,
    SIREN_THESAURUS,
    Keyword,
    published_on,
)
from smica_qgis.core.planning.required_keywords import TYPES
from smica_qgis.geodata.synthetic.column_values import ColumnValues
from smica_qgis.geodata.synthetic.document import (
    APPROVED,
    SIREN,
    Document,
    Record,
    invent_communes,
)
from smica_qgis.geodata.synthetic.families.family import Family
from smica_qgis.geodata.synthetic.outline import outline_wkb
from smica_qgis.geodata.synthetic.pattern_text import text_matching
from smica_qgis.geodata.synthetic.table_contents import SITE, Content, TableContents
from smica_qgis.geodata.synthetic.written_pieces import Piece, written_pieces

TERRITORY = "Pays de l'Aubrelle"


def invent_scot(model: DocumentModel, communes: int) -> Document:
    """Give an identity to a SCoT (standard SCoT v2024-04, p. 12 and 17)."""
    version = model_version(model.name)
    date = f"{version}{APPROVED}"
    listed = invent_communes(communes)
    hints = {
        "[0-9]{9}": SIREN,
        "[0-9]{8}": date,
        "[AB0-9]{5}": listed[0].insee,
        "[a-zA-Z]+": "E",
        "[0-9]*": "",
        "[a-z_]+": "arrete_enquete_publique",
    }
    folder = text_matching(model.folder_name or "[0-9]{9}_SCOT_[0-9]{8}", hints)
    specification = model.metadata_specification or f"CNIG SCoT v{version}"
    record = Record(
        file=f"fr-{SIREN}-scot{date}.xml",
        title=f"Schéma de cohérence territoriale du {TERRITORY}",
        owner=f"Syndicat mixte du {TERRITORY}",
        abstract=f"Schéma de cohérence territoriale. Ce lot, fictif, dit son périmètre, le {TERRITORY}.",
        keywords=(
            Keyword("SCOT", TYPES, "2020-05-11"),
            Keyword(SIREN, SIREN_THESAURUS, f"{version}-01-01"),
            INSPIRE_THEME,
            OPEN_DATA,
        ),
        specifications=((specification, published_on(model.name)),),
    )
    return Document(model, "SCoT", SIREN, date, listed, folder, folder.upper(), TERRITORY, record, hints)


@dataclass(frozen=True)
class ScotTables(TableContents):
    """What each table says (v2024-04, p. 12-13). Columns of file names bear the name of their piece."""

    def content(self, name: str, values: ColumnValues) -> Content:
        """Values by the name of the table."""
        known: dict[str, Callable[[], Content]] = {
            "PERIMETRE_SCOT": self._perimeter,
            "SCOT": self._perimeter,
            "DOC_URBA": self._doc_urba,
            "DOC_URBA_COM": self._doc_urba_com,
        }
        return known[name]() if name in known else self.of_any_table(name, values)

    def _perimeter(self) -> Content:
        """One row; the columns are those of 2013, its only table, beside IDURBA."""
        return [outline_wkb(self.ground.territory)], {
            "NAME": "SCoT de l'Aubrelle",
            "TITLE": f"Schéma de cohérence territoriale du {TERRITORY}",
            "GPU_ID": f"{self.document.folder}_{self.document.version}",
        }

    def _doc_urba(self) -> Content:
        document = self.document
        return None, {
            "IDURBA": [document.idurba],
            "NOM": f"SCoT du {TERRITORY}",
            "TYPEDOC": "SCOT",
            "ETAT": "03",
            "TYPEPROC": "E",
            "SIREN": document.code,
            "SITEWEB": SITE,
            "URLPE": f"{SITE}/{document.folder}",
        }

    def _doc_urba_com(self) -> Content:
        return None, {"INSEE": [commune.insee for commune in self.document.communes], "EPCI": SIREN}


def pieces_of_scot(document: Document, objects: int, complete: bool) -> list[Piece]:  # noqa: ARG001, FBT001
    """The pieces of the model."""
    return written_pieces(document, complete=complete)


SCOT = Family(invent_scot, pieces_of_scot, ScotTables)
