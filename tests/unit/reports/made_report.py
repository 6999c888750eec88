"""Reports made by hand for the tests of the writers: a finding of every kind, thousands, none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from smica_qgis.core.document_model.detection import Detection
from smica_qgis.core.document_model.model import ModelSource
from smica_qgis.core.validation.finding import Finding, Verdict, verdict_of
from smica_qgis.core.validation.report import Report, ReportHeader, TableSummary
from tests.unit.reports.made_rules import RULES, catalogue

ZONES = "Donnees_geographiques/99999_ZONE_URBA_20300101.shp"
INFOS = "Donnees_geographiques/99999_INFO_SURF_20300101.shp"
LINES = "Donnees_geographiques/99999_PRESCRIPTION_LIN_20300101.shp"
POINTS = "Donnees_geographiques/99999_PRESCRIPTION_PCT_20300101.shp"
DOCUMENT = "99999_PLU_20300101"


def finding(code: str, **fields: object) -> Finding:
    """A finding with the family, level and scope of its rule."""
    rule = next(r for r in RULES if r.code == code)
    base = Finding(code=code, family=rule.family, level=rule.level, scope=rule.scope, key=f"{code}|{fields.get('id')}")
    return replace(base, **fields)  # type: ignore[arg-type]


def box(index: int, size: float = 0.0008) -> tuple[float, float, float, float]:
    """A small box in CRS84, somewhere in the made commune."""
    west, south = round(2.30 + (index * 37 % 100) / 1500, 7), round(44.30 + (index * 61 % 97) / 2000, 7)
    return west, south, round(west + size, 7), round(south + size * 0.7, 7)


def every_kind() -> list[Finding]:
    """A dozen findings: a file, a header, cells, geometry, whole tables, metadata, XSD, another family."""
    document = f"{DOCUMENT}/"
    idurba = {"VALUE": "99999_PLU_20290101", "EXPECTED_VALUE": DOCUMENT}
    return [
        finding("FILE_UNEXPECTED", file=document, values={"FILEPATH": "Pieces_ecrites/4_Annexes/notes.csv"}),
        finding("VALIDATOR_PROJECTION_INFO", file=document, values={"CODE_PROJECTION": "EPSG:2154"}),
        finding(
            "TABLE_MISSING_ATTRIBUTE",
            file_model="ZONE_URBA",
            attribute="LIBELONG",
            file=ZONES,
            values={"ATTRIBUTE_NAME": "LIBELONG", "FILEPATH": ZONES},
        ),
        *(
            finding(
                "CNIG_IDURBA_UNEXPECTED",
                file_model="INFO_SURF",
                attribute="IDURBA",
                file=INFOS,
                id=str(n + 1),
                row=n,
                feature_id=None,
                feature_bbox=box(n),
                values=idurba,
            )
            for n in range(3)
        ),
        *_cells(),
        *_tables(document),
        *_other_files_and_families(),
    ]


def _cells() -> list[Finding]:
    return [
        finding(
            "ATTRIBUTE_INVALID_REGEXP",
            file_model="ZONE_URBA",
            attribute="DATVALID",
            file=ZONES,
            id="2",
            row=1,
            feature_id="ZU2",
            feature_bbox=box(9),
            values={"VALUE": "{VALUE}", "REGEXP": "[0-9]{8}"},
        ),
        finding(
            "ATTRIBUTE_GEOMETRY_INVALID",
            file_model="ZONE_URBA",
            attribute="WKT",
            file=ZONES,
            id="4",
            row=3,
            feature_id="ZU4",
            feature_bbox=box(12),
            error_geometry="POINT (2.3301 44.3201)",
            geometry="POINT (646650.5 6358810.25)",
            values={"TYPE_ERROR": "le contour se coupe lui-même"},
        ),
    ]


def _tables(document: str) -> list[Finding]:
    return [
        finding(
            "ATTRIBUTE_NOT_UNIQUE",
            file_model="ZONE_URBA",
            attribute="WKT",
            file=document,
            values={
                "ID_NAME": "POLYGON ((" + ", ".join(f"{n} {n}" for n in range(400)) + "))",
                "ID_COUNT": "2",
                "COLUMN_NAME": "WKT",
                "TABLE_NAME": "ZONE_URBA",
            },
            related=("ZU7", "ZU8"),
        ),
        finding(
            "DATABASE_CONSTRAINT_MISMATCH",
            file_model="PRESCRIPTION_LIN",
            attribute="--",
            file=LINES,
            id="1",
            row=0,
            values={"CONDITION": "TXT NOT NULL"},
        ),
        finding(
            "TABLE_FOREIGN_KEY_NOT_FOUND",
            file_model="PRESCRIPTION_PCT",
            attribute="--",
            file=POINTS,
            id="1",
            row=0,
            values={
                "SOURCE_COL": "TYPEPSC, STYPEPSC",
                "SOURCE_VALUE": "04, 99",
                "TARGET_TABLE": "PrescriptionUrbaType",
            },
        ),
    ]


def _other_files_and_families() -> list[Finding]:
    return [
        finding(
            "METADATA_LOCATOR_NAME_NOT_FOUND",
            file="fiche.xml",
            values={"NUMBER": "1", "COUNT": "2"},
        ),
        finding(
            "XSD_SCHEMA_ERROR",
            file="Pieces_ecrites/3_Reglement/reglement.xml",
            id="17",
            xsd=("cvc-complex-type.2.4.a", "élément inattendu", ""),
        ),
        finding(
            "D5_DATVALID_AFTER_DATAPPRO",
            file_model="ZONE_URBA",
            attribute="DATVALID",
            file=ZONES,
            id="1",
            row=0,
            feature_id="ZU1",
            feature_bbox=box(20),
            values={"VALUE": "20310101", "EXPECTED_VALUE": "20300101"},
            rule="D5",
        ),
    ]


def many(count: int) -> list[Finding]:
    """So many findings in three kinds, nearly all with a value and an identity of their own."""
    codes = ("CNIG_IDURBA_UNEXPECTED", "ATTRIBUTE_INVALID_REGEXP", "D5_DATVALID_AFTER_DATAPPRO")
    return [finding_of_many(codes[n * len(codes) // count], n) for n in range(count)]


def finding_of_many(code: str, n: int) -> Finding:
    """The n-th finding of a large report, without the search of `finding`."""
    rule = next(r for r in RULES if r.code == code)
    return Finding(
        code=code,
        family=rule.family,
        level=rule.level,
        scope=rule.scope,
        file_model="INFO_SURF",
        attribute="IDURBA" if n % 2 else "DATVALID",
        file=INFOS,
        id=str(n + 1),
        row=n,
        feature_id=f"99999_INFO_SURF_{n:06d}",
        feature_bbox=box(n),
        values={"VALUE": f"99999_PLU_{n:08d}", "EXPECTED_VALUE": DOCUMENT, "REGEXP": "[0-9]{8}"},
        key=f"{code}|INFO_SURF|IDURBA|99999_INFO_SURF_{n:06d}",
    )


class MadeGeometries:
    """Geometries of the made layers as the port gives them. wkb: file → row → WKB."""

    crs = "EPSG:2154"

    def __init__(self, wkb: Mapping[str, Mapping[int, bytes]] | None = None) -> None:
        self._wkb = wkb or {}
        self.asked: list[tuple[str, int]] = []

    def wkb_of(self, file: str, rows: Sequence[int]) -> dict[int, bytes]:
        """The geometries of those rows."""
        self.asked.append((file, len(rows)))
        known = self._wkb.get(file, {})
        return {row: known[row] for row in rows if row in known}

    def outlines(self, most: int) -> list[list[tuple[float, float]]]:  # noqa: ARG002
        """A commune cut in a few zones."""
        return list(_zones())


def _zones() -> Iterator[list[tuple[float, float]]]:
    for column in range(4):
        for line in range(3):
            west, south = 2.30 + column * 0.017, 44.30 + line * 0.017
            ring = [
                (west, south),
                (west + 0.017, south),
                (west + 0.017, south + 0.017),
                (west, south + 0.017),
            ]
            yield [*ring, ring[0]]


def made_report(findings: list[Finding] | None = None, **fields: object) -> Report:
    """A report over the given findings, or over one of every kind."""
    given = every_kind() if findings is None else findings
    report = Report(
        header=ReportHeader(
            delivery=DOCUMENT,
            path=f"livraisons/{DOCUMENT}.zip",
            detection=Detection(
                model="cnig_PLU_2017",
                reason="déduit du nom du dossier et des colonnes",
                hesitations=(("cnig_PLU_2022", "une colonne NATURE est présente"),),
            ),
            model_title="CNIG PLU 2017",
            model_source=ModelSource(
                "standards/cnig_PLU_2017/files.json", "bundled", sha256="ab" * 32, date="2026-05-12"
            ),
            crs="EPSG:2154",
            options={"flat": False, "enable-conditions": True},
            families=("official", "standard", "local"),
            manifest_sha256="cd" * 32,
            versions={"smica_qgis": "0.1.0", "qgis": "3.40.6", "gdal": "3.6.2", "geos": "3.11.1"},
            started="2026-11-24T08:13:05Z",
            seconds=1.23456,
            phases={"files": 0.12345, "tables": 1.0},
        ),
        verdict=verdict_of(given),
        findings=given,
        catalogue=catalogue(),
        tables=(
            TableSummary(ZONES, "ZONE_URBA", 42, (2.3, 44.3, 2.37, 44.35), path="/nowhere/copy.shp", layer="zones"),
            TableSummary(INFOS, "INFO_SURF", 18),
        ),
        geometries=MadeGeometries(),
        files=(ZONES, INFOS, "fiche.xml"),
    )
    return replace(report, **fields)  # type: ignore[arg-type]


def unreadable() -> Report:
    """A delivery of which nothing could be opened."""
    return made_report([], verdict=Verdict.UNREADABLE, tables=(), files=("notes.txt",))
