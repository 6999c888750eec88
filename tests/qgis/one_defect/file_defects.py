"""Defects of files, folders and written pieces."""

from __future__ import annotations

from pathlib import Path

from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.one_defect.defects import SUP, defect


@defect("FILE_MISSING_MANDATORY", standard="cnig_PLU_2014")
def no_report(delivery: ConformantDelivery) -> None:
    delivery.remove(delivery.piece("_rapport_20141106.pdf"))


@defect(
    "FILE_MISSING_MANDATORY_DIRECTORY",
    standard="cnig_PLU_2014",
    also={"FILE_MISSING_MANDATORY": 1, "ATTRIBUTE_FILE_NOT_FOUND": 2},
)
def no_folder_of_annexes(delivery: ConformantDelivery) -> None:
    delivery.remove(delivery.root / "Pieces_ecrites" / "4_Annexes")


@defect("FILE_MISSING_RECOMMANDED", standard="cnig_SCoT_2018", also={"ATTRIBUTE_FILE_NOT_FOUND": 1})
def no_report_where_it_is_recommended(delivery: ConformantDelivery) -> None:
    (path,) = delivery.root.rglob("*_rapport*.pdf")
    delivery.remove(path)


@defect("FILE_MISPLACED")
def a_table_at_the_root(delivery: ConformantDelivery) -> None:
    table = delivery.table("HABILLAGE_SURF")
    delivery.rename_table("HABILLAGE_SURF", table.path.rsplit("/", 1)[-1])


@defect("FILE_UNEXPECTED")
def a_table_that_no_standard_knows(delivery: ConformantDelivery) -> None:
    delivery.add_file("Donnees_geographiques/arbres.csv", b"WKT,NOM\r\n")


@defect("DIRECTORY_UNEXPECTED")
def a_folder_that_no_standard_knows(delivery: ConformantDelivery) -> None:
    (delivery.root / "Brouillons").mkdir()


@defect("CNIG_FILE_EXTENSION_INVALID", options={"flat": True})
def a_text_of_a_word_processor_in_a_flat_delivery(delivery: ConformantDelivery) -> None:
    delivery.add_file("notes.docx", b"PK")


@defect("CNIG_PRESCRIPTION_NOT_FOUND")
def no_prescription(delivery: ConformantDelivery) -> None:
    for name in [name for name in delivery.invented.tables if name.startswith("PRESCRIPTION")]:
        delivery.remove_table(name)


@defect("FILE_EMPTY")
def a_table_without_a_row(delivery: ConformantDelivery) -> None:
    delivery.keep_rows("HABILLAGE_SURF", 0)


@defect("FILE_NOT_OPENED", also={"VALIDATOR_EXCEPTION": 1, "FILE_UNREADABLE": 1})
def a_csv_without_a_byte(delivery: ConformantDelivery) -> None:
    delivery.remove_table("HABILLAGE_SURF")
    delivery.add_file(f"{delivery.table('HABILLAGE_SURF').path}.csv")


@defect("FILE_UNREADABLE", also={"VALIDATOR_EXCEPTION": 1})
def a_shapefile_of_noise(delivery: ConformantDelivery) -> None:
    path = delivery.table_path("HABILLAGE_SURF")
    for companion in path.parent.glob(f"{path.stem}.*"):
        companion.write_bytes(b"\x03" + b"noise" * 20)


@defect("VALIDATOR_EXCEPTION", also={"FILE_UNREADABLE": 1})
def a_database_of_noise(delivery: ConformantDelivery) -> None:
    delivery.remove_table("HABILLAGE_SURF")
    delivery.add_file(f"{delivery.table('HABILLAGE_SURF').path}.gpkg", b"noise")


@defect("CNIG_DOCUMENT_NO_PDF", standard=SUP, also={"FILE_MISSING_MANDATORY": 1, "ATTRIBUTE_FILE_NOT_FOUND": 4})
def no_written_piece(delivery: ConformantDelivery) -> None:
    for path in delivery.root.rglob("*.pdf"):
        delivery.remove(path)


@defect("CNIG_PIECE_ECRITE_ONLY_PDF")
def a_text_of_a_word_processor(delivery: ConformantDelivery) -> None:
    delivery.add_file("Pieces_ecrites/3_Reglement/notes.docx", b"PK")


@defect("ATTRIBUTE_FILE_NOT_FOUND")
def a_piece_that_was_not_delivered(delivery: ConformantDelivery) -> None:
    delivery.set_cell("PRESCRIPTION_SURF", 0, "NOMFIC", "12901_prescription_surf_05_01_20251106.pdf")


@defect("FILES_NOT_CHECKED")
def tables_without_their_files(delivery: ConformantDelivery) -> Path:
    return delivery.geopackage(delivery.root.parent / f"{delivery.name}.gpkg")
