"""`smica:list_sources`: the shared data that match, as a file."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.host.translation import tr
from smica_qgis.processing.catalogue_algorithm import CatalogueAlgorithm


class ListSources(CatalogueAlgorithm):
    """Search the catalogue."""

    def name(self) -> str:
        return "list_sources"

    def displayName(self) -> str:
        return tr("List the shared data")

    def shortHelpString(self) -> str:
        return tr(
            "Lists the sources of the profiles that match words, themes and a territory, as CSV or JSON. No server is "
            "asked anything, except for the profiles themselves."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self.addParameter(QgsProcessingParameterString("SEARCH", tr("Words"), optional=True))
        text = tr("Themes (identifiers, comma separated)")
        self.addParameter(QgsProcessingParameterString("THEMES", text, optional=True))
        text = tr("Territory (FR-12, INSEE code, SIREN)")
        self.addParameter(QgsProcessingParameterString("TERRITORY", text, optional=True))
        self.add_profiles()
        kinds = "CSV (*.csv);;JSON (*.json)"
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("List"), kinds))
        self.addOutput(QgsProcessingOutputNumber("SOURCES", tr("Number of sources")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from smica_qgis.core.source_profile.search import SourceQuery, find_sources
        from smica_qgis.core.source_profile.territories import is_territory
        from smica_qgis.operations.write_sources import write_sources

        territory = self.parameterAsString(parameters, "TERRITORY", context).strip().upper()
        if territory and not is_territory(territory):
            raise InvalidParameterError(f"« {territory} » n'est pas un territoire (FR, FR-OCC, FR-12, INSEE ou SIREN).")
        catalogue = self.catalogue(parameters, context, feedback)
        words = self.parameterAsString(parameters, "THEMES", context).split(",")
        themes = tuple(theme.strip() for theme in words if theme.strip())
        unknown = [theme for theme in themes if theme not in catalogue.profile.themes]
        if unknown:
            known = ", ".join(catalogue.profile.themes)
            raise InvalidParameterError(f"Thème inconnu : {', '.join(unknown)} (connus : {known}).")
        query = SourceQuery(self.parameterAsString(parameters, "SEARCH", context), themes, territory)
        found = find_sources(catalogue.profile, query)
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        write_sources(catalogue, found, output)
        return {"OUTPUT": output, "SOURCES": len(found)}
