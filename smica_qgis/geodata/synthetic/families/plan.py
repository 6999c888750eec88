"""PLU, PLUi, POS, PSMV and cartes communales: one commune, or an intercommunal body for a PLUi."""

from __future__ import annotations

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.planning.document_name import model_type, model_version
from smica_qgis.core.planning.idurba import IdurbaFormat, idurba_format
from smica_qgis.core.planning.metadata_record import (
    CONCEPT,
    INSPIRE_THEME,
    KINDS,
    OPEN_DATA,
    SIREN_THESAURUS,
    Keyword,
    places_thesaurus,
    published_on,
)
from smica_qgis.core.planning.required_keywords import TYPES
from smica_qgis.geodata.synthetic.document import (
    APPROVED,
    EPCI,
    SIREN,
    Commune,
    Document,
    Record,
    invent_communes,
)
from smica_qgis.geodata.synthetic.families.family import Family
from smica_qgis.geodata.synthetic.families.plan_tables import PlanTables
from smica_qgis.geodata.synthetic.written_pieces import Piece, folder_of, written_pieces

_INTERCOMMUNAL = "PLUi"
KINDS_OF_PLANS = ("PLU", _INTERCOMMUNAL, "POS", "PSMV", "CC")


def invent_plan(model: DocumentModel, communes: int) -> Document:
    """Give an identity to a plan: its folder (standard CNIG PLU v2024 rev. 2025-06, p. 49), its IDURBA (p. 47)."""
    kind, version = model_type(model.name), model_version(model.name)
    together = kind == _INTERCOMMUNAL
    listed = invent_communes(communes if together else 1)
    code = SIREN if together else listed[0].insee
    date = f"{version}{APPROVED}"
    folder = f"{code}_{kind}_{date}"
    short = idurba_format(model.name) is IdurbaFormat.V1  # code and date alone before 2017
    return Document(
        model=model,
        kind=kind,
        code=code,
        date=date,
        communes=listed,
        folder=folder,
        idurba=f"{code}{date}" if short else folder.upper(),
        territory=EPCI if together else listed[0].name,
        record=_record(model, kind, code, listed, date),
        hints={
            "[0-9]{9}": code,
            "[AB0-9]{5}": code,
            "[a-zA-Z0-9]+": code,
            "[0-9]{8}": date,
            "[0-9]{2}": "01",
            "[a-zA-Z]+": "E",
            "[0-9]*": "",
            "[a-z_]+": "arrete_enquete_publique",
        },
    )


def _record(model: DocumentModel, kind: str, code: str, communes: tuple[Commune, ...], date: str) -> Record:
    """Keywords: thesauri of the type of document and of the territory."""
    version = date[:4]
    together = kind == _INTERCOMMUNAL
    territory = SIREN_THESAURUS if together else places_thesaurus(date)
    place = EPCI if together else communes[0].name
    return Record(
        # recommended by the CNIG: `fr-249912015-plui20251106.xml`
        file=f"fr-{code.rjust(9, '0')}-{kind.lower()}{date}.xml",
        title=f"{KINDS[kind]} de {place}",
        owner=place if together else f"Commune de {place}",
        abstract=f"{KINDS[kind]} numérisé. Ce lot, fictif, informe du droit à bâtir sur {place}.",
        keywords=(
            Keyword(kind.upper(), TYPES, "2020-05-11"),
            Keyword(code, territory, f"{version}-01-01"),
            INSPIRE_THEME,
            CONCEPT,
            Keyword("planification"),
            OPEN_DATA,
        ),
        specifications=((model.metadata_specification or f"CNIG {kind} v{version}", published_on(model.name)),),
    )


def pieces_of_plan(document: Document, objects: int, complete: bool) -> list[Piece]:  # noqa: ARG001, FBT001
    """The pieces of the model, and for a carte communale its graphic part."""
    pieces = written_pieces(document, complete=complete)
    annexe = document.model.file("ANNEXE")
    if document.kind == "CC" and annexe is not None:
        name = f"{document.code}_sectorisation_graphique_1_{document.date}.pdf"
        pieces.append(Piece(f"{folder_of(annexe)}/{name}", "Sectorisation graphique", "SECTORISATION_GRAPHIQUE"))
    return pieces


PLAN = Family(invent_plan, pieces_of_plan, PlanTables)
