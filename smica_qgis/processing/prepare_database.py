"""`smica:prepare_database`: groups, rights and row security of a PostGIS store, for its administrator."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from smica_qgis.host.settings import load_settings
from smica_qgis.host.translation import tr
from smica_qgis.processing.cadastre_parameters import add_store
from smica_qgis.processing.publication_parameters import PublicationAlgorithm


class PrepareDatabase(PublicationAlgorithm):
    """Prepare a PostGIS store."""

    def name(self) -> str:
        """Name of the contract."""
        return "prepare_database"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Prepare the PostGIS store for several authorities")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "For the administrator of the database, with the account that owns it. Brings the tables up to date, makes "
            "the groups of readers, writers, technicians and officers of the DDT, and gives them their rights: a "
            "member reads what is in force, an authority writes the documents of its own codes, a technician all, an "
            "officer decides on the rounds; nobody changes the history nor the audit. Accounts are made by the "
            "administrator of the server, and named here. Run it again after an update of the plugin."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        add_store(self)
        self.addParameter(
            QgsProcessingParameterFile(
                "AUTHORITIES", tr("Authorities (CSV: siren;nom;compte;codes)"), extension="csv", optional=True
            )
        )
        self.add_text("TECHNICIANS", tr("Accounts of the technicians, separated by commas"))
        self.add_text("OFFICERS", tr("Accounts of the officers of the DDT, separated by commas"))
        self.add_text("READERS", tr("Accounts of the members, separated by commas"))
        self.add_parameter(
            QgsProcessingParameterString("PREFIX", tr("Beginning of the names of the groups"), "smica", optional=True),
            advanced=True,
        )
        self.addOutput(QgsProcessingOutputString("GROUPS", tr("Groups")))
        self.addOutput(QgsProcessingOutputString("ABSENT", tr("Accounts that do not exist")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Prepare, and name the accounts that are missing."""
        from smica_qgis.operations.prepare_database import PreparationRequest, prepare_database

        prepared = prepare_database(
            PreparationRequest(
                store=self.text(parameters, "STORE", context) or load_settings().store,
                authorities=self.text(parameters, "AUTHORITIES", context),
                technicians=_names(self.text(parameters, "TECHNICIANS", context)),
                officers=_names(self.text(parameters, "OFFICERS", context)),
                readers=_names(self.text(parameters, "READERS", context)),
                prefix=self.text(parameters, "PREFIX", context) or "smica",
            )
        )
        for group in prepared.made:
            feedback.pushInfo(f"Groupe créé : {group}.")
        for account in prepared.absent:
            feedback.pushWarning(f"Le compte {account} n'existe pas sur le serveur : créez-le, puis recommencez.")
        return {"GROUPS": ",".join(prepared.groups), "ABSENT": ",".join(prepared.absent)}


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
