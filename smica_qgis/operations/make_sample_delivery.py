"""Make a sample delivery: a small, complete PLUi of the standard in force, with faults that people make.

`DEFECTS` says what is wrong and which findings it must raise; nothing else is wrong with the sample. A sample of any
other standard is conformant, and shows all that the standard describes.
"""

from __future__ import annotations

import os
import posixpath
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.planning.required_keywords import TYPES
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.geodata.delivery_writer import (
    DeliveryRequest,
    InventedDelivery,
    invent_delivery,
    zip_folder,
)
from smica_qgis.geodata.synthetic.shapes import polygon_wkb, rings_of_polygon
from smica_qgis.geodata.synthetic.table import SyntheticTable
from smica_qgis.operations.sample_standards import STANDARD

REQUEST = DeliveryRequest(objects=100, seed=2025, multiparts=1)
CONFORMANT = DeliveryRequest(objects=100, seed=2025, complete=True)
WORD_DOCUMENT = rb"{\rtf1\ansi Justification des choix, version de travail.\par}"
ARRESTED = "20250612"
"""Date of the previous stage of the procedure, left here and there by mistake."""
AFTER_APPROVAL = "20251219"
_CITATION = "//gmd:MD_DataIdentification/gmd:citation/gmd:CI_Citation"

PROJECTION = {"VALIDATOR_PROJECTION_INFO": 1}
"""What every validation says, whatever the delivery."""


@dataclass(frozen=True)
class Defect:
    """One deliberate fault. what: French, for the guide; findings: code → how many it raises."""

    what: str
    findings: Mapping[str, int]
    spoil: Callable[[InventedDelivery], None]


def make_sample_delivery(folder: str, progress: Progress | None = None, standard: str = STANDARD) -> str:
    """Make a sample as a zip in a folder, which is created. Returns the path of the zip.

    Raises InvalidParameterError for a standard that is not known, SmicaError when the folder cannot be written,
    CancelledError.
    """
    progress = progress or SilentProgress()
    progress.phase("Invention du territoire")
    model = bundled_registry().load(standard or STANDARD)
    faulty = model.name == STANDARD
    delivery = invent_delivery(model, REQUEST if faulty else CONFORMANT)
    for defect in DEFECTS if faulty else ():
        defect.spoil(delivery)
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".smica_", dir=target) as work:
            root = delivery.write(Path(work), progress)
            archive = zip_folder(root, Path(work) / f"{root.name}.zip")
            os.replace(archive, target / archive.name)  # noqa: PTH105 - the call that is atomic on every system
    except OSError as error:
        message = f"L'exemple ne peut pas être écrit dans {target} : choisissez un autre dossier."
        raise SmicaError(message, str(error)) from error
    return str(target / archive.name)


def expected_findings() -> Counter[str]:
    """How many findings of each code the sample must raise, all families."""
    counts = Counter(PROJECTION)
    for defect in DEFECTS:
        counts.update(defect.findings)
    return counts


def _table(delivery: InventedDelivery, name: str) -> SyntheticTable:
    return delivery.tables[name]


def _cell(table: str, row: int, column: str, value: str | None) -> Callable[[InventedDelivery], None]:
    """Spoil one cell."""

    def spoil(delivery: InventedDelivery) -> None:
        _table(delivery, table).columns[column][row] = value

    return spoil


def _piece(delivery: InventedDelivery, ending: str) -> str:
    return next(path for path in delivery.files if path.endswith(ending))


def _rename_piece(delivery: InventedDelivery, ending: str, new_ending: str) -> None:
    """Rename a written piece and whatever names it: the mistake is in the name, not in the references."""
    path = _piece(delivery, ending)
    old = posixpath.basename(path)
    new = f"{old.removesuffix(ending)}{new_ending}"
    delivery.rename_file(path, new)
    for table, column in (("ZONE_URBA", "NOMFIC"), ("TITRES_PIECES_ECRITES", "FICHIER")):
        values = _table(delivery, table).columns[column]
        values[:] = [new if value == old else value for value in values]


def _reglement_under_another_name(delivery: InventedDelivery) -> None:
    date = delivery.document.date
    _rename_piece(delivery, f"_reglement_{date}.pdf", f"_reglement_ecrit_{date}.pdf")


def _padd_of_the_previous_stage(delivery: InventedDelivery) -> None:
    _rename_piece(delivery, f"_padd_{delivery.document.date}.pdf", f"_padd_{ARRESTED}.pdf")


def _word_document(delivery: InventedDelivery) -> None:
    folder = posixpath.dirname(_piece(delivery, f"_rapport_E_{delivery.document.date}.pdf"))
    delivery.files[f"{folder}/{delivery.document.code}_justification_des_choix_v3.doc"] = WORD_DOCUMENT


def _idurba_of_the_previous_stage(delivery: InventedDelivery) -> None:
    table = _table(delivery, "INFO_SURF")
    table.columns["IDURBA"] = [delivery.document.idurba.replace(delivery.document.date, ARRESTED)] * table.rows


def _absent_file(delivery: InventedDelivery) -> None:
    document = delivery.document
    name = f"{document.code}_prescription_surf_05_01_{document.date}.pdf"
    _table(delivery, "PRESCRIPTION_SURF").columns["NOMFIC"][1] = name


def _bow_tie(delivery: InventedDelivery) -> None:
    """Two stretches of an outline drawn in the wrong order: the boundary crosses itself."""
    geometries = _table(delivery, "ZONE_URBA").geometries or []
    outline, *holes = rings_of_polygon(geometries[5] or b"")
    outline[4:9] = outline[4:9][::-1].copy()
    geometries[5] = polygon_wkb([outline, *holes])


def _copied_object(delivery: InventedDelivery) -> None:
    table = _table(delivery, "PRESCRIPTION_LIN")
    row = table.add_row(like=2)
    identifier = str(table.columns["LIB_IDPSC"][row])
    table.columns["LIB_IDPSC"][row] = f"{identifier.rstrip('0123456789')}{row + 1}"


def _own_column(delivery: InventedDelivery) -> None:
    table = _table(delivery, "ZONE_URBA")
    table.columns["SURFACE_HA"] = [f"{row * 3 % 97 + 1}.5" for row in range(table.rows)]


def _column_left_out(delivery: InventedDelivery) -> None:
    del _table(delivery, "PRESCRIPTION_LIN").columns["SYMBOLE"]


def _latin1(delivery: InventedDelivery) -> None:
    _table(delivery, "INFO_LIN").encoding = "ISO-8859-1"


def _conical_conformal_zone(delivery: InventedDelivery) -> None:
    _table(delivery, "HABILLAGE_SURF").crs = 3944


def _piece_of_a_part_of_the_territory(delivery: InventedDelivery) -> None:
    columns = _table(delivery, "INFO_SURF").columns
    columns["TYPEINF"][3], columns["STYPEINF"][3], columns["NOMFIC"][3] = "97", "00", None
    columns["LIBELLE"][3], columns["SYMBOLE"][3] = "Périmètre de la liste des annexes", "INF-S_97-00_001"


def _straight_apostrophe(delivery: InventedDelivery) -> None:
    title = f"//gmd:thesaurusName//gmd:title/gco:CharacterString[. = '{TYPES}']"
    delivery.edit_metadata(title, TYPES.replace("’", "'"))


def _no_revision_date(delivery: InventedDelivery) -> None:
    delivery.edit_metadata(f"{_CITATION}/gmd:date[.//@codeListValue = 'revision']", None)


DEFECTS = (
    Defect(
        "Le règlement écrit porte un nom qui n'est pas celui du standard (_reglement_ecrit_)",
        {"FILE_MISSING_MANDATORY": 1, "FILE_MISPLACED": 1},
        _reglement_under_another_name,
    ),
    Defect(
        "Le PADD porte la date de l'arrêt du projet",
        {"DATAPPRO_NOT_SINGLE": 1},
        _padd_of_the_previous_stage,
    ),
    Defect(
        "Un document Word de travail est resté dans les pièces écrites",
        {"CNIG_PIECE_ECRITE_ONLY_PDF": 1},
        _word_document,
    ),
    Defect(
        "INFO_SURF a gardé l'IDURBA de l'arrêt du projet",
        {"CNIG_IDURBA_UNEXPECTED": 8},
        _idurba_of_the_previous_stage,
    ),
    Defect(
        "Une prescription renvoie à un PDF qui n'a pas été livré",
        {"ATTRIBUTE_FILE_NOT_FOUND": 1},
        _absent_file,
    ),
    Defect("Le contour d'une zone se croise", {"ATTRIBUTE_GEOMETRY_INVALID": 1}, _bow_tie),
    Defect("Une haie a été copiée deux fois", {"ATTRIBUTE_NOT_UNIQUE": 1}, _copied_object),
    Defect(
        "Une zone est faite de deux hameaux séparés",
        {"GEOMETRY_MULTIPART": 1},
        lambda delivery: None,  # noqa: ARG005 - asked from the start: REQUEST
    ),
    Defect(
        "Un couple TYPEPSC et STYPEPSC n'existe pas (07-09)",
        {"TABLE_FOREIGN_KEY_NOT_FOUND": 1},
        _cell("PRESCRIPTION_PCT", 4, "STYPEPSC", "09"),
    ),
    Defect(
        "Le libellé d'une prescription n'est pas rempli",
        {"ATTRIBUTE_UNEXPECTED_NULL": 1},
        _cell("PRESCRIPTION_PCT", 7, "LIBELLE", None),
    ),
    Defect(
        "Le libellé d'une zone dépasse douze caractères",
        {"ATTRIBUTE_SIZE_EXCEEDED": 1},
        _cell("ZONE_URBA", 11, "LIBELLE", "Ap secteur de la Combe"),
    ),
    Defect(
        "L'adresse d'un règlement est donnée sans https://",
        {"ATTRIBUTE_INVALID_FORMAT": 1},
        _cell("ZONE_URBA", 17, "URLFIC", "www.aubrelle.example.org/reglement.pdf"),
    ),
    Defect(
        "Une couleur n'est pas écrite sur trois chiffres",
        {"ATTRIBUTE_INVALID_REGEXP": 1},
        _cell("HABILLAGE_TXT", 1, "COULEUR", "90-90-90"),
    ),
    Defect(
        "Une prescription est validée après l'approbation du document",
        {"DATVALID_AFTER_DATAPPRO": 1},
        _cell("PRESCRIPTION_SURF", 6, "DATVALID", AFTER_APPROVAL),
    ),
    Defect(
        "Une date n'est pas dans le calendrier (20241399)",
        {"DATE_NOT_IN_CALENDAR": 1},
        _cell("INFO_PCT", 2, "DATVALID", "20241399"),
    ),
    Defect(
        "Le périmètre d'une pièce territorialisée (97-00) ne nomme pas cette pièce",
        {"DATABASE_CONSTRAINT_MISMATCH": 1},
        _piece_of_a_part_of_the_territory,
    ),
    Defect("ZONE_URBA a une colonne de travail (SURFACE_HA)", {"TABLE_UNEXPECTED_ATTRIBUTE": 1}, _own_column),
    Defect(
        "La colonne facultative SYMBOLE manque à PRESCRIPTION_LIN",
        {"CNIG_TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE": 1},
        _column_left_out,
    ),
    Defect(
        "INFO_LIN est en LATIN1 alors que les métadonnées annoncent UTF-8",
        {"TABLE_UNEXPECTED_ENCODING": 1},
        _latin1,
    ),
    Defect(
        "Le .prj de HABILLAGE_SURF dit conique conforme 44 au lieu de Lambert-93",
        {"CRS_INCONSISTENT": 1},
        _conical_conformal_zone,
    ),
    Defect(
        "Le thésaurus des types de documents est écrit avec une apostrophe droite",
        {"CNIG_METADATA_KEYWORD_NOT_FOUND": 1},
        _straight_apostrophe,
    ),
    Defect(
        "Les métadonnées n'ont pas de date de révision",
        {"CNIG_METADATA_DATEOFLASTREVISION_NOT_FOUND": 1},
        _no_revision_date,
    ),
)
"""What is wrong with the sample, by theme: files, attributes, geometry, dates, structure, metadata."""
