"""`smica:download_cadastre`: the cadastre of a commune or a department, fetched and imported."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.cadastre_parameters import (
    CadastreAlgorithm,
    add_import_outputs,
    add_import_parameters,
    add_report,
    add_store,
    finish_import,
    kinds_of,
    report_path,
    store_of,
)
from smica_qgis.processing.feedback_progress import FeedbackProgress


class DownloadCadastre(CadastreAlgorithm):
    """Fetch and import the cadastre of a territory."""

    def name(self) -> str:
        """Name of the contract."""
        return "download_cadastre"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Download the cadastre")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Downloads the open cadastre of a commune or a department through the network of QGIS, and imports it "
            "into the shared store. etalab: light files, without house numbers nor names of roads; edigeo: all the "
            "sheets of the plan. A file that did not change is not downloaded again, and a download that was cut is "
            "taken up where it stopped."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.core.cadastre.download_formats import ETALAB, FORMATS, LATEST

        self.addParameter(QgsProcessingParameterString("TERRITORY", tr("Commune (INSEE code) or department")))
        self.addParameter(
            QgsProcessingParameterEnum(
                "FORMAT", tr("Format"), list(FORMATS), defaultValue=ETALAB, usesStaticStrings=True
            )
        )
        add_store(self)
        add_import_parameters(self)
        self.addParameter(QgsProcessingParameterString("MILLESIME", tr("Issue (latest, or a date)"), LATEST))
        address = QgsProcessingParameterString(
            "ADDRESS",
            tr("Address of the files (empty = that of the source profiles, else the national one)"),
            optional=True,
        )
        address.setFlags(address.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(address)
        add_report(self)
        add_import_outputs(self)

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Fetch, import, write the report."""
        from smica_qgis.operations.download_cadastre import DownloadRequest, download_cadastre

        request = DownloadRequest(
            territory=self.parameterAsString(parameters, "TERRITORY", context).strip().upper(),
            store=store_of(self, parameters, context),
            format=self.parameterAsEnumString(parameters, "FORMAT", context),
            address=self.parameterAsString(parameters, "ADDRESS", context).strip(),
            millesime=self.parameterAsString(parameters, "MILLESIME", context).strip(),
            mode=self.parameterAsEnumString(parameters, "MODE", context),
            wanted=kinds_of(self, parameters, context),
        )
        report = download_cadastre(request, FeedbackProgress(feedback))
        return finish_import(report, report_path(self, parameters, context), feedback)
