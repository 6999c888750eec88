"""Servitudes d'utilité publique: one category, of one manager, in one department."""

from __future__ import annotations

from smica_qgis.core.document_model.model import DocumentModel, FileModel, FileType
from smica_qgis.core.planning.document_name import model_version
from smica_qgis.core.planning.metadata_record import (
    INSPIRE_THEME,
    OPEN_DATA,
    SIREN_THESAURUS,
    Keyword,
    places_thesaurus,
    published_on,
)
from smica_qgis.core.planning.required_keywords import SERVITUDES as SERVITUDES_THESAURUS
from smica_qgis.geodata.synthetic.document import (
    APPROVED,
    Document,
    Record,
)
from smica_qgis.geodata.synthetic.families.family import Family
from smica_qgis.geodata.synthetic.families.servitude_tables import (
    ACT,
    MANAGER,
    REGLEMENT,
    ServitudeTables,
    act_date,
    acts_for,
    radical,
    servitudes_for,
)
from smica_qgis.geodata.synthetic.pattern_text import text_matching
from smica_qgis.geodata.synthetic.written_pieces import LONGEST_TITLE, Piece, written_pieces

DEPARTMENT = "012"
"""On three characters (standard SUP v2016b, root folder)."""


def invent_servitudes(model: DocumentModel, communes: int) -> Document:  # noqa: ARG001 - a department
    """Give an identity to the servitudes of one category: `139912012_AC1_012_20161106`."""
    version = model_version(model.name)
    category = model.name.split("_")[2]
    date = f"{version}{APPROVED}"
    common = {"[0-9]{9}": MANAGER, "[0-9]{8}": date}
    pattern = model.folder_name or f"[0-9]{{9}}_{category}_[a-zA-Z0-9]+_[0-9]{{8}}"
    folder = text_matching(pattern, {**common, "[a-zA-Z0-9]+": DEPARTMENT})
    specification = model.metadata_specification or f"CNIG SUP v{version}"
    record = Record(
        file=f"fr-{MANAGER}-{category.lower()}{DEPARTMENT}-{date}.xml",
        title=f"Servitudes d'utilité publique {category} de l'Aubrelle",
        owner="Direction des servitudes de l'Aubrelle",
        abstract=f"Servitudes de la catégorie {category}. Ce lot, fictif, dit ce qui limite le droit de propriété.",
        keywords=(
            Keyword(category, SERVITUDES_THESAURUS, "2016-11-17"),
            Keyword(MANAGER, SIREN_THESAURUS, f"{version}-01-01"),
            Keyword(DEPARTMENT, places_thesaurus(date), f"{version}-01-01"),
            INSPIRE_THEME,
            OPEN_DATA,
        ),
        specifications=((specification, published_on(model.name)),),
    )
    hints = {**common, "[a-zA-Z0-9]+": category, "[A-Za-z0-9_-]+": radical(0)}
    return Document(model, "SUP", MANAGER, date, (), folder, "", "Aubrelle", record, hints)


def pieces_of_servitudes(document: Document, objects: int, complete: bool) -> list[Piece]:  # noqa: FBT001
    """One PDF for each act, whether the model wants one or not, and one règlement."""
    pieces: list[Piece] = []
    for file in document.model.files:
        if file.type is FileType.PDF and file.name == ACT:
            acts = acts_for(servitudes_for(document.model, objects))
            pieces += [_piece(document, file, rank, act_date(document, rank)) for rank in range(acts)]
        elif file.type is FileType.PDF and file.name == REGLEMENT:
            pieces.append(_piece(document, file, 0, document.date))
    return pieces or written_pieces(document, complete=complete)


def _piece(document: Document, file: FileModel, rank: int, date: str) -> Piece:
    hints = {**document.hints, "[A-Za-z0-9_-]+": radical(rank), "[0-9]{8}": date}
    title = f"{'Acte' if file.name == ACT else 'Règlement'} : {radical(rank)}"
    return Piece(f"{text_matching(file.path, hints)}.pdf", title[:LONGEST_TITLE], file.name)


SERVITUDES = Family(invent_servitudes, pieces_of_servitudes, ServitudeTables)
