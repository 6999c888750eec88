"""Parameters and outputs that the algorithms of the cadastre share."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.host.settings import load_settings
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm, choices

if TYPE_CHECKING:
    from smica_qgis.core.cadastre.objects import ObjectType
    from smica_qgis.operations.cadastre.import_report import ImportReport

LAYERS = (
    *("feuille", "commune", "section", "parcelle", "batiment", "lieudit", "subdfisc", "numvoie", "voie"),
    "detail",
)
"""Words of the parameter LAYERS: tables of the store without cad_; detail stands for its three tables."""
_REPORT_FILTER = "JSON (*.json);;CSV (*.csv)"


class CadastreAlgorithm(SmicaAlgorithm):
    """An algorithm of the group Cadastre."""

    def group(self) -> str:
        """Group for people."""
        return tr("Cadastre")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "cadastre"


def add_store(algorithm: QgsProcessingAlgorithm) -> None:
    """The store: empty = the one of the settings."""
    algorithm.addParameter(
        QgsProcessingParameterString(
            "STORE", tr("Shared store (GeoPackage or PostGIS connection; empty = that of the options)"), optional=True
        )
    )


def add_communes(algorithm: QgsProcessingAlgorithm) -> None:
    """INSEE codes, see `communes_of`."""
    algorithm.addParameter(
        QgsProcessingParameterString("COMMUNES", tr("Communes (INSEE codes; empty = all)"), optional=True)
    )


def add_mode(algorithm: QgsProcessingAlgorithm) -> None:
    """How an import meets what is there."""
    from smica_qgis.core.merging import MODES

    algorithm.addParameter(
        QgsProcessingParameterEnum("MODE", tr("Mode"), list(MODES), defaultValue="merge", usesStaticStrings=True)
    )


def add_import_parameters(algorithm: QgsProcessingAlgorithm) -> None:
    """How to import."""
    add_mode(algorithm)
    layers = choices("LAYERS", tr("Layers"), LAYERS)
    layers.setFlags(layers.flags() | Qgis.ProcessingParameterFlag.Advanced)
    algorithm.addParameter(layers)


def add_report(algorithm: QgsProcessingAlgorithm) -> None:
    """Where to write the report."""
    algorithm.addParameter(
        QgsProcessingParameterFileDestination(
            "REPORT", tr("Report (JSON or CSV)"), _REPORT_FILTER, optional=True, createByDefault=False
        )
    )


def add_import_outputs(algorithm: QgsProcessingAlgorithm) -> None:
    """What an import counts."""
    for name, text in (
        ("IMPORTED", tr("Inputs imported")),
        ("KNOWN", tr("Inputs already known")),
        ("REFUSED", tr("Inputs refused")),
        ("PARCELS", tr("Parcels written")),
        ("BUILDINGS", tr("Buildings written")),
        ("ANOMALIES", tr("Anomalies")),
    ):
        algorithm.addOutput(QgsProcessingOutputNumber(name, text))


def store_of(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Address of the store. Raises InvalidParameterError when none is chosen."""
    address = algorithm.parameterAsString(parameters, "STORE", context).strip() or load_settings().store
    if not address:
        message = "La base commune n'est pas choisie : donnez STORE, ou choisissez-la dans les options de SMICA."
        raise InvalidParameterError(message)
    return str(address)


def communes_of(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, name: str = "COMMUNES"
) -> tuple[str, ...]:
    """INSEE codes. Raises InvalidParameterError."""
    from smica_qgis.core.cadastre.parcel_id import is_insee

    codes = tuple(re.findall(r"\w+", algorithm.parameterAsString(parameters, name, context).upper()))
    for code in codes:
        if not is_insee(code):
            message = f"{name} : « {code} » n'est pas le code INSEE d'une commune ; écrivez par exemple 12202."
            raise InvalidParameterError(message)
    return codes


def kinds_of(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> tuple[ObjectType, ...]:
    """Kinds of objects asked for."""
    from smica_qgis.core.cadastre.objects import TABLES

    words = algorithm.parameterAsEnumStrings(parameters, "LAYERS", context) or list(LAYERS)
    return tuple(kind for kind, table in TABLES.items() if table.split("_")[1] in words)


def report_path(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Path | None:
    """Where the report is wanted."""
    text = algorithm.parameterAsFileOutput(parameters, "REPORT", context)
    return Path(text) if text else None


def tell_import(report: ImportReport, feedback: QgsProcessingFeedback) -> None:
    """Name what was refused, and say what was done."""
    from smica_qgis.operations.cadastre.import_report import InputState

    for result in report.results:
        if result.state is InputState.REFUSED:
            feedback.pushWarning(f"{result.name} : {result.message}.")
    objects = report.objects()
    feedback.pushInfo(
        f"{report.count(InputState.IMPORTED)} importés, {report.count(InputState.KNOWN)} déjà connus, "
        f"{report.count(InputState.REFUSED)} refusés, {report.count(InputState.IGNORED)} ignorés ; "
        f"{objects['cad_parcelle']} parcelles, {objects['cad_batiment']} bâtiments dont {report.linked} liés."
    )
    if report.changes:
        created = sum(len(changed.created) for changed in report.changes.values())
        removed = sum(len(changed.removed) for changed in report.changes.values())
        communes = ", ".join(report.changes)
        feedback.pushInfo(f"Parcelles : {created} créées, {removed} supprimées ({communes}).")
    if report.removed:
        feedback.pushInfo(f"Feuilles retirées : {', '.join(report.removed)}.")


def finish_import(report: ImportReport, path: Path | None, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Tell, write the report, give the outputs."""
    from smica_qgis.operations.cadastre.import_report import InputState
    from smica_qgis.operations.write_cadastre_reports import write_import_report

    tell_import(report, feedback)
    outputs: dict[str, Any] = {}
    if path is not None:
        write_import_report(report, path)
        outputs["REPORT"] = str(path)
    objects = report.objects()
    return {
        **outputs,
        "IMPORTED": report.count(InputState.IMPORTED),
        "KNOWN": report.count(InputState.KNOWN),
        "REFUSED": report.count(InputState.REFUSED),
        "PARCELS": objects["cad_parcelle"],
        "BUILDINGS": objects["cad_batiment"],
        "ANOMALIES": sum(report.anomalies().values()),
    }
