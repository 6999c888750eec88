"""The official tool makes a Shapefile of each table, and stops on those of a file of several tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.official_stop import CODE, official_stop

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document
    from smica_qgis.core.validation.fault import Fault


class ShapefileCopies:
    """It looks for a file model of the table's name, which the layers of a multi-table file have not."""

    codes = (CODE,)

    def check(self, document: Document) -> Iterator[Fault]:
        """Say once that it stops, whatever is delivered: an absent table has its Shapefile too."""
        for file in document.model.files:
            for layer in file.layers:
                if document.model.file(layer.name) is None:
                    several = f"le modèle met plusieurs tables dans un fichier ({file.name})"
                    yield official_stop(None, f"{several}, dont l'outil officiel ne sait pas faire de Shapefile")
                    return
