"""`smica:write_metadata`: the ISO 19139 sheet of a planning document."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm, add_path
from smica_qgis.processing.cadastre_parameters import add_store, store_of
from smica_qgis.processing.feedback_progress import FeedbackProgress


class WriteMetadata(SmicaAlgorithm):
    """Write or complete a metadata sheet."""

    def name(self) -> str:
        """Name of the contract."""
        return "write_metadata"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Write the metadata of a document")

    def group(self) -> str:
        """Group for people."""
        return tr("Publication")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "publication"

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Writes the ISO 19139 sheet that the Géoportail de l'urbanisme asks for, from a delivery or from a "
            "document of the shared store. A sheet that exists is completed: what its author wrote stays, what is "
            "missing is put in, and each change is said. Values given in METADATA (JSON: mail, organisation, "
            "territory, denominator…) win over those derived from the document; the mail of the authority is never "
            "invented."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        add_path(self, "INPUT", tr("Delivery (zip, folder or GeoPackage)"), optional=True)
        self.addParameter(
            QgsProcessingParameterString("DOCUMENT", tr("Or a document of the shared store (IDURBA)"), optional=True)
        )
        add_store(self)
        metadata = QgsProcessingParameterString(
            "METADATA", tr("Values (JSON object or path of a .json file)"), multiLine=True, optional=True
        )
        self.addParameter(metadata)
        self.addParameter(
            QgsProcessingParameterFile(
                "SHEET", tr("Sheet to complete (empty = that of the delivery)"), extension="xml", optional=True
            )
        )
        self.addParameter(QgsProcessingParameterString("STANDARD", tr("Standard (empty = detected)"), optional=True))
        self.addParameter(
            QgsProcessingParameterString("CRS", tr("Coordinate reference system"), defaultValue="EPSG:2154")
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                "FROM_SCRATCH", tr("Write it anew, without the sheet of the delivery"), defaultValue=False
            )
        )
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("Metadata sheet"), tr("Metadata (*.xml)")))
        self.addOutput(QgsProcessingOutputString("CHANGES", tr("What was put in")))
        self.addOutput(QgsProcessingOutputNumber("FAULTS", tr("What the Géoportail would still say")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write it, say what was changed."""
        from smica_qgis.operations.write_metadata import MetadataRequest, write_metadata

        document = self.parameterAsString(parameters, "DOCUMENT", context).strip()
        request = MetadataRequest(
            output=self.parameterAsFileOutput(parameters, "OUTPUT", context),
            delivery=self.parameterAsFile(parameters, "INPUT", context).strip(),
            document=document,
            store=store_of(self, parameters, context) if document else "",
            metadata=self.parameterAsString(parameters, "METADATA", context),
            sheet=self.parameterAsFile(parameters, "SHEET", context).strip(),
            standard=self.parameterAsString(parameters, "STANDARD", context).strip(),
            crs=self.parameterAsString(parameters, "CRS", context).strip(),
            from_scratch=self.parameterAsBool(parameters, "FROM_SCRATCH", context),
        )
        written = write_metadata(request, FeedbackProgress(feedback))
        for change in written.changes:
            feedback.pushInfo(change)
        for fault in written.faults:
            feedback.pushWarning(fault)
        return {"OUTPUT": written.path, "CHANGES": "\n".join(written.changes), "FAULTS": len(written.faults)}
