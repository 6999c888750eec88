"""A GML of several tables, opened by the schema that its model names: the official tool converts it with GMLAS.

Names come in lower case, an element in another one becomes a column or a table of its own (facts: pipeline §6).
"""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.geodata.gdal_messages import gdal_messages
from smica_qgis.geodata.tables.outside_reads import refuse_entities
from smica_qgis.geodata.tables.vector_file import VectorFile, open_vector_file

_DRIVER = "GMLAS"
_CONFIGURATION = (
    "<Configuration><AllowRemoteSchemaDownload>false</AllowRemoteSchemaDownload>"
    '<SchemaCache enabled="false"/></Configuration>'
)


def open_by_schema(path: Path, schema: Path) -> VectorFile:
    """Open a GML of a working copy. schema: it and those that it names are there too.

    A QGIS whose GDAL has no GMLAS reads the tables that the file itself shows. Raises UnreadableFileError.
    """
    if gdal.GetDriverByName(_DRIVER) is None:
        return open_vector_file(path, "UTF-8")
    refuse_entities(path)
    options = [f"XSD={schema}", "REMOVE_UNUSED_LAYERS=YES", f"CONFIG_FILE={_CONFIGURATION}"]
    with gdal_messages() as said:
        try:
            dataset = gdal.OpenEx(
                f"{_DRIVER}:{path}", gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=[_DRIVER], open_options=options
            )
        except RuntimeError as error:
            said.append(str(error))
            dataset = None
    if dataset is None or dataset.GetLayerCount() == 0:
        message = (
            f"Le fichier {path.name} ne peut être ouvert comme GML : aucune table de son schéma n'y a été trouvée."
        )
        raise UnreadableFileError(message, "; ".join(said))
    return VectorFile(path, _DRIVER, dataset)
