"""`smica:describe_parcels`: what applies to parcels, for one or ten thousand of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsVectorLayer,
    QgsWkbTypes,
)

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.host.settings import load_settings
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import add_path
from smica_qgis.processing.cadastre_parameters import CadastreAlgorithm, add_store
from smica_qgis.processing.feedback_progress import FeedbackProgress

if TYPE_CHECKING:
    from smica_qgis.operations.describe_parcels import DescribedParcels, ParcelRequest

_FILES = {
    "OUTPUT_GPKG": "GeoPackage (*.gpkg)",
    "OUTPUT_CSV": "CSV (*.csv)",
    "OUTPUT_JSON": "JSON (*.json)",
}
_MOST_NAMED = 20


class DescribeParcels(CadastreAlgorithm):
    """Describe parcels."""

    def __init__(self) -> None:
        super().__init__()
        self._described: DescribedParcels | None = None
        self._request: ParcelRequest | None = None
        self._from_geoportal = False
        self._folder: Path | None = None
        self._outputs: dict[str, Any] = {}

    def name(self) -> str:
        """Name of the contract."""
        return "describe_parcels"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Describe parcels")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Zones with area and share, prescriptions, informations and easements of parcels, each line with its "
            "document and date. PARCELS takes identifiers in any form, the INSEE code of a commune or the path of a "
            "list, one a line; PARCEL_LAYER takes parcels from a layer or what is selected in it. Rules come from the "
            "shared store, from layers of the project (recognised by their CNIG fields) and from a delivery. With "
            "GEOPORTAL, planning rules and easements come from the Géoportail de l'urbanisme in place of the store; "
            "the extent of the parcels is sent to it. What covers less than 1 m² or 0.5 % is kept apart, to be "
            "checked; what is not loaded is said not to be."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterString("PARCELS", tr("Parcels (identifiers, commune or list)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                "PARCEL_LAYER",
                tr("Layer of parcels, instead"),
                [Qgis.ProcessingSourceType.VectorPolygon],
                optional=True,
            )
        )
        self.addParameter(QgsProcessingParameterBoolean("TOGETHER", tr("One land unit of all parcels"), False))
        add_store(self)
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                "RULE_LAYERS", tr("Layers of rules"), Qgis.ProcessingSourceType.VectorAnyGeometry, optional=True
            )
        )
        add_path(self, "DELIVERY", tr("Delivery (zip, folder or GeoPackage)"), optional=True)
        self.addParameter(
            QgsProcessingParameterBoolean("GEOPORTAL", tr("Planning rules from the Géoportail de l'urbanisme"), False)
        )
        for name, filters in _FILES.items():
            self.addParameter(
                QgsProcessingParameterFileDestination(
                    name, filters.partition(" ")[0], filters, optional=True, createByDefault=False
                )
            )
        self.addParameter(
            QgsProcessingParameterFolderDestination(
                "PDF_FOLDER", tr("Folder of the PDFs, one a sheet"), optional=True, createByDefault=False
            )
        )
        for name, text in (
            ("SHEETS", tr("Sheets")),
            ("LINES", tr("Lines")),
            ("TO_CHECK", tr("Lines to check")),
            ("NOT_FOUND", tr("Parcels not found")),
            ("WITHOUT_ZONE", tr("Sheets without zone")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take what belongs to the window's thread: the layers."""
        try:
            self._request = self._asked(parameters, context)
        except SmicaError as error:
            feedback.reportError(error.message, fatalError=True)
            return False
        return True

    def _asked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ParcelRequest:
        from smica_qgis.geodata.parcel.layer_snapshot import LayerSnapshot, snapshot_of_source
        from smica_qgis.operations.describe_parcels import ParcelLayer, ParcelRequest

        source = self.parameterAsSource(parameters, "PARCEL_LAYER", context)
        text = self.parameterAsString(parameters, "PARCELS", context).strip()
        if (source is None) == (not text):
            message = "Donnez des parcelles (PARCELS) ou une couche de parcelles (PARCEL_LAYER), l'un des deux."
            raise InvalidParameterError(message)
        if source is not None and QgsWkbTypes.geometryType(source.wkbType()) != Qgis.GeometryType.Polygon:
            message = f"{source.sourceName()} n'est pas une couche de parcelles : elle n'a pas de surfaces."
            raise InvalidParameterError(message)
        layers = self.parameterAsLayerList(parameters, "RULE_LAYERS", context) or []
        delivery = self.parameterAsString(parameters, "DELIVERY", context).strip()
        store = self.parameterAsString(parameters, "STORE", context).strip()
        self._from_geoportal = self.parameterAsBoolean(parameters, "GEOPORTAL", context)
        if not store and not (source is not None and (layers or delivery or self._from_geoportal)):
            store = load_settings().store
        return ParcelRequest(
            parcels=text,
            layer=None
            if source is None
            else ParcelLayer(source.sourceCrs(), lambda crs: snapshot_of_source(source, crs)),
            store=store,
            rule_layers=[LayerSnapshot(layer) for layer in layers if isinstance(layer, QgsVectorLayer)],
            delivery=delivery,
            together=self.parameterAsBoolean(parameters, "TOGETHER", context),
        )

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Describe, write the tables, name what was not found."""
        from smica_qgis.operations.describe_parcels import describe_parcels
        from smica_qgis.operations.open_catalogue import open_catalogue
        from smica_qgis.operations.write_parcel_sheets import make_folder, write_tables

        request = self._request or self._asked(parameters, context)
        folder = self.parameterAsString(parameters, "PDF_FOLDER", context)
        self._folder = Path(folder) if folder else None
        if self._folder is not None:
            make_folder(self._folder)  # QGIS calls a run whose PDFs cannot be written well done
        if self._from_geoportal:
            request = replace(request, catalogue=open_catalogue(cancelled=feedback.isCanceled))
        described = self._described = describe_parcels(request, FeedbackProgress(feedback))
        paths = {name: self.parameterAsFileOutput(parameters, name, context) for name in _FILES}
        written = {name: Path(path) for name, path in paths.items() if path}
        write_tables(
            described,
            geopackage=written.get("OUTPUT_GPKG"),
            csv=written.get("OUTPUT_CSV"),
            json=written.get("OUTPUT_JSON"),
        )
        _tell(described, feedback)
        lines = [line for sheet in described.sheets for line in sheet.lines]
        self._outputs = {
            **{name: str(path) for name, path in written.items()},
            "SHEETS": len(described.sheets),
            "LINES": len(lines),
            "TO_CHECK": sum(not line.certain for line in lines),
            "NOT_FOUND": len(described.not_found),
            "WITHOUT_ZONE": sum(sheet.zoned_share == 0 for sheet in described.sheets),
        }
        return self._outputs

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Write the PDFs: a layout belongs to the window's thread."""
        from smica_qgis.operations.write_parcel_sheets import write_pdfs

        described, folder = self._described, self._folder
        self._described = None
        if described is None or folder is None:
            return {}
        try:
            layers = self._map_layers(context)
            write_pdfs(described, folder, layers, FeedbackProgress(feedback))
        except SmicaError as error:
            raise QgsProcessingException(error.message) from error
        return {**self._outputs, "PDF_FOLDER": str(folder)}  # they take the place of the first ones

    def _map_layers(self, context: QgsProcessingContext) -> list[Any]:
        from smica_qgis.operations.write_parcel_sheets import map_layers_of_store

        project = context.project()
        shown = project.layerTreeRoot().checkedLayers() if project is not None else []
        store = self._request.store if self._request is not None else ""
        return list(map_layers_of_store(store)) if store and not shown else list(shown)


def _tell(described: DescribedParcels, feedback: QgsProcessingFeedback) -> None:
    for note in described.notes:
        feedback.pushWarning(note)
    for name in described.not_found[:_MOST_NAMED]:
        feedback.pushWarning(f"Parcelle introuvable : {name}")
    if described.sheets:
        for table in described.sheets[0].missing:
            feedback.pushInfo(f"Non chargé : {table.title} ({table.reason}).")
    seconds = described.seconds
    feedback.pushInfo(
        f"Fiches : {len(described.sheets)} ; lecture {seconds['read']:.2f} s, calcul {seconds['compute']:.2f} s."
    )
