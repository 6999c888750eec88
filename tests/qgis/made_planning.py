"""An invented plan over the invented cadastre (made_cadastre): zones, prescriptions, informations, an easement."""

from __future__ import annotations

from pathlib import Path

from osgeo import ogr

from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store
from tests.qgis.made_cadastre import SIDE, SOUTH, WEST, MadeCommune, square

PLAN, EASEMENTS = "12202_PLU_20230615", "172014607_AC1_12_20210101"
NOW = "2026-01-02T03:04:05.000Z"
SLIVER = 0.01
"""Columns of the grid (0.4 m) that the boundary of the two zones misses the cadastre by."""


def wkb(geometry: ogr.Geometry, kind: int) -> bytes:
    return bytes(ogr.ForceTo(geometry.Clone(), kind).ExportToWkb(ogr.wkbNDR))


def line(*points: tuple[float, float]) -> ogr.Geometry:
    """Return a line through points of the grid."""
    text = ", ".join(f"{WEST + column * SIDE} {SOUTH + row * SIDE}" for column, row in points)
    return ogr.CreateGeometryFromWkt(f"LINESTRING({text})")


def point(column: float, row: float) -> ogr.Geometry:
    return ogr.CreateGeometryFromWkt(f"POINT({WEST + column * SIDE} {SOUTH + row * SIDE})")


def add_documents(store: Store) -> None:
    columns = ("document_id", "idurba", "type", "territoire", "nom", "date_approbation", "date_version", "source")
    store.insert(
        "urba_document",
        (*columns, "importe_le"),
        [
            (PLAN, PLAN, "PLU", "12202", "PLU d'Aubrelle", "2023-06-15", "2024-01-01", "livraison", NOW),
            (EASEMENTS, None, "SUP", "12", "Servitudes AC1", "2021-01-01", None, "livraison", NOW),
        ],
    )


def add_plan(store: Store) -> None:
    """Add two zones that meet at the edge between the second and the third column, but for a sliver."""
    surface, lines, points = ogr.wkbMultiPolygon, ogr.wkbMultiLineString, ogr.wkbMultiPoint
    edge = 2 + SLIVER
    store.insert(
        "urba_zone",
        ("document_id", "libelle", "libelong", "typezone", "nomfic", "geom"),
        [
            (PLAN, "UA", "Centre", "U", "12202_reglement.pdf", wkb(square(-1, -1, edge + 1, 3), surface)),
            (PLAN, "UA", "Centre", "U", "12202_reglement.pdf", wkb(square(-1, 2, edge + 1, 4), surface)),
            (PLAN, "N", "Naturelle", "N", "12202_reglement.pdf", wkb(square(edge, -1, 9, 7), surface)),
        ],
    )
    prescription = ("document_id", "libelle", "typepsc", "stypepsc", "txt", "geom")
    store.insert(
        "urba_prescription_surf",
        prescription,
        [
            (PLAN, "Secteur d'orientation", "18", "00", None, wkb(square(0, 0, 0.5, 1), surface)),
            (PLAN, "Espace boisé classé", "01", "00", None, wkb(square(0, 0, 1, 0.25), surface)),
            (PLAN, "Espace boisé classé", "01", "00", None, wkb(square(0, 0, 1, 0.25), surface)),
        ],
    )
    store.insert(
        "urba_prescription_lin",
        prescription,
        [
            (PLAN, "Chemin", "24", "00", None, wkb(line((-1, 0.5), (0.5, 0.5)), lines)),
            (PLAN, "Alignement", "11", "00", None, wkb(line((0.2, -0.01), (0.8, -0.01)), lines)),
        ],
    )
    store.insert(
        "urba_prescription_pct", prescription, [(PLAN, "Arbre", "07", "00", "7", wkb(point(0.5, 0.5), points))]
    )
    store.insert(
        "urba_info_surf",
        ("document_id", "libelle", "typeinf", "stypeinf", "geom"),
        [(PLAN, "Préemption", "04", "00", wkb(square(-1, -1, 9, 9), surface))],
    )


def add_easements(store: Store) -> None:
    store.insert("sup_acte", ("document_id", "idacte", "nomacte", "fichier"), [(EASEMENTS, "A1", "Arrêté", "a1.pdf")])
    store.insert(
        "sup_servitude",
        ("document_id", "idsup", "categorie", "nomsuplitt", "idacte"),
        [(EASEMENTS, "S1", "AC1", "Abords de l'église", "A1")],
    )
    store.insert(
        "sup_assiette_s",
        ("document_id", "idass", "idsup", "categorie", "nomass", "typeass", "geom"),
        [(EASEMENTS, "ASS1", "S1", "AC1", "x", "Périmètre", wkb(square(0, 0, 1, 1), ogr.wkbMultiPolygon))],
    )


def made_store(folder: Path) -> str:
    """Make a store with one commune, its plan and one easement; return its address."""
    from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre

    address = str(folder / "base.gpkg")
    import_cadastre(CadastreRequest([MadeCommune("12202").write(folder / "etalab")], address, millesime="2025-09-01"))
    with open_store(address) as store:
        add_documents(store)
        add_plan(store)
        add_easements(store)
    return address
