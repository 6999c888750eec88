"""The last control of each installation as a layer, joined to that of the installations: their map shows its class."""

from __future__ import annotations

from qgis.core import QgsDataSourceUri, QgsMapLayer, QgsVectorLayer, QgsVectorLayerJoinInfo

from smica_qgis.core.anc.controls import GRID_NATURES
from smica_qgis.core.anc.vocabulary import Nature
from smica_qgis.database.store import LayerAddress
from smica_qgis.geodata.gdal_messages import gdal_messages

PREFIX = "dernier_"
COLUMNS = {"date": "Dernier contrôle", "classe": "Classe du dernier contrôle"}
TITLE = "Dernier contrôle des installations"
_KEY = "inst_id"
_NATURES = ", ".join(f"'{nature.value}'" for nature in sorted({*GRID_NATURES, Nature.REA}, key=lambda one: one.value))
_DAY = "coalesce(date_visite, date_transmission)"
# as core.anc.controls.last_control and Controle.classe say it; a test compares them
_QUERY = (
    f"SELECT fid, {_KEY}, {_DAY} AS date, CASE WHEN classe_saisie IS NOT NULL AND "  # noqa: S608  # nosec B608
    "(calc_classe IS NULL OR coalesce(motif, '') <> '') THEN classe_saisie ELSE calc_classe END AS classe "
    f"FROM (SELECT c.*, row_number() OVER (PARTITION BY {_KEY} ORDER BY {_DAY} DESC, fid DESC) AS rang "
    f"FROM {{table}} c WHERE refus = 'NON' AND nature IN ({_NATURES}) AND {_DAY} IS NOT NULL) dated WHERE rang = 1"
)


def last_controls(controls: LayerAddress) -> QgsVectorLayer:
    """The layer, not to be seen in the legend. controls: the table of the controls."""
    if controls.provider == "ogr":
        uri = f"{controls.uri}|subset={_QUERY.format(table='anc_controle')}"
    else:
        source = QgsDataSourceUri(controls.uri)
        table = ".".join(map(_quoted, (source.schema(), source.table())))
        source.setDataSource("", f"({_QUERY.format(table=table)})", "", "", "fid")
        uri = source.uri(False)
    with gdal_messages():  # GDAL tries the query as a mere condition first, and complains
        layer = QgsVectorLayer(uri, TITLE, controls.provider)
    layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
    layer.setReadOnly()
    return layer


def join_last_controls(installations: QgsVectorLayer, last: QgsVectorLayer) -> None:
    """Give the installations the columns of their last control: dernier_date, dernier_classe. They stay editable."""
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(last)
    join.setJoinFieldName(_KEY)
    join.setTargetFieldName(_KEY)
    join.setPrefix(PREFIX)
    join.setJoinFieldNamesSubset(list(COLUMNS))
    join.setUsingMemoryCache(True)
    installations.addJoin(join)
    for column, title in COLUMNS.items():
        installations.setFieldAlias(installations.fields().indexOf(f"{PREFIX}{column}"), title)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
