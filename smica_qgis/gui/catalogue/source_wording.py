"""How a source is said and shown: icon of its kind, tooltip, preview."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QDate, QLocale, Qt
from qgis.PyQt.QtGui import QIcon

from smica_qgis.core.source_profile.profile import Confidence, Scale, Source, SourceKind
from smica_qgis.gui.catalogue.shared_catalogue import ServiceState
from smica_qgis.gui.icons import theme_icon
from smica_qgis.host.translation import N_, language, number, tr

_KIND_ICONS = {
    SourceKind.WMS: "mIconWms",
    SourceKind.WMTS: "mIconWms",
    SourceKind.WFS: "mIconWfs",
    SourceKind.OGC_API_FEATURES: "mIconWfs",
    SourceKind.VECTOR_TILES: "mIconVectorTileLayer",
    SourceKind.POSTGIS: "mIconPostgis",
    SourceKind.GEOPACKAGE: "mGeoPackage",
    SourceKind.QGIS_PROJECT: "mIconQgsProjectFile",
    SourceKind.FILE: "mIconRaster",
    SourceKind.CSW: "mIconDbSchema",
}
_KIND_NAMES = {
    SourceKind.WMS: N_("map images (WMS)"),
    SourceKind.WMTS: N_("map tiles (WMTS)"),
    SourceKind.WFS: N_("objects (WFS)"),
    SourceKind.OGC_API_FEATURES: N_("objects (OGC API Features)"),
    SourceKind.VECTOR_TILES: N_("vector tiles"),
    SourceKind.POSTGIS: N_("table of the database (PostGIS)"),
    SourceKind.GEOPACKAGE: N_("GeoPackage"),
    SourceKind.QGIS_PROJECT: N_("QGIS project"),
    SourceKind.FILE: N_("file"),
    SourceKind.CSW: N_("catalogue of metadata (CSW)"),
}
_CONFIDENCE = {
    Confidence.THIRD_PARTY: N_("Address seen with third parties, not confirmed by its producer."),
    Confidence.EXAMPLE: N_("Example: adapt it to your database."),
}
_MONTH_LENGTH = 7
_DAY_LENGTH = 10


def source_icon(source: Source) -> QIcon:
    """Icon of a kind."""
    return theme_icon(_KIND_ICONS[source.kind])


def theme_icon_of(theme: str) -> QIcon:
    """Icon of a theme: a folder, the same for all; the words tell them apart."""
    return theme_icon("mIconFolder") if theme else QIcon()


def kind_name(kind: SourceKind) -> str:
    """What a source is, in words."""
    return tr(_KIND_NAMES[kind])


def date_text(text: str) -> str:
    """A date as the reader writes it; a month or a year stay."""
    if len(text) >= _DAY_LENGTH:
        date = QDate.fromString(text[:_DAY_LENGTH], Qt.DateFormat.ISODate)
        return str(QLocale(language()).toString(date, QLocale.FormatType.LongFormat)) if date.isValid() else text
    if len(text) == _MONTH_LENGTH:
        return str(QLocale(language()).toString(QDate.fromString(text, "yyyy-MM"), "MMMM yyyy"))
    return text


def state_text(state: ServiceState) -> str:
    """Why a source is down, and which copy is shown."""
    if state.message and state.date:
        return tr("{message} Last good copy: {date}.", message=state.message, date=date_text(state.date))
    return state.message


def source_tooltip(source: Source, state: ServiceState) -> str:
    """Title, kind, and what is wrong."""
    lines = [f"<b>{escape(source.title)}</b>", escape(kind_name(source.kind))]
    if source.login:
        lines.append(escape(tr("A login is needed.")))
    if state.message:
        lines.append(escape(state_text(state)))
    return "<br>".join(lines)


def source_preview(source: Source, theme: str, login_title: str, state: ServiceState) -> str:
    """What one wants to know before adding: rich text, everything of a profile escaped."""
    rows = [
        (tr("What"), kind_name(source.kind)),
        (tr("Theme"), theme),
        (tr("Provider"), source.badge),
        (tr("Edition"), date_text(source.date)),
        (tr("Licence"), source.licence),
        (tr("Mention"), source.attribution),
        (tr("Projection"), source.crs),
        (tr("Scales"), _scale_text(source.scale)),
        (tr("Account"), login_title),
    ]
    html = [f"<h4>{escape(source.title)}</h4>"]
    if state.message:
        html.append(f"<p><b>{escape(state_text(state))}</b></p>")
    if source.abstract:
        html.append(f"<p>{escape(source.abstract)}</p>")
    cells = "".join(f"<tr><td>{escape(name)}&nbsp;</td><td>{escape(value)}</td></tr>" for name, value in rows if value)
    html.append(f"<table>{cells}</table>")
    if source.metadata:
        words = tr("Metadata sheet")
        html.append(f'<p><a href="{escape(source.metadata, quote=True)}">{escape(words)}</a></p>')
    if source.confidence in _CONFIDENCE:
        html.append(f"<p><i>{escape(tr(_CONFIDENCE[source.confidence]))}</i></p>")
    return "".join(html)


def _scale_text(scale: Scale) -> str:
    parts = []
    if scale.most_detailed:
        parts.append(tr("from 1:{scale}", scale=number(scale.most_detailed)))
    if scale.least_detailed:
        parts.append(tr("down to 1:{scale}", scale=number(scale.least_detailed)))
    return " ".join(parts)
