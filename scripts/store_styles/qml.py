"""Write a TableStyle as the QML that QGIS reads. Only what we say is written: QGIS has its defaults for the rest."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from store_styles.table_style import Legend, Marker, Surface, Symbol, Tab, TableStyle

VERSION = "3.40.0-Bratislava"
_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
_NO_VALUE = "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"
"""QGIS' own mark of NULL in a list."""


def qml(style: TableStyle) -> str:
    """The text of the file."""
    categories = ["Fields", "Forms", "AttributeTable"]
    categories += ["Symbology", "MapTips", "Rendering"] if style.legend else []
    root = Element("qgis", version=VERSION, styleCategories="|".join(categories))
    if style.legend:
        scaled = {"hasScaleBasedVisibilityFlag": "1", "minScale": str(style.scale), "maxScale": "0"}
        root.attrib.update(scaled if style.scale else {"hasScaleBasedVisibilityFlag": "0"})
        _renderer(root, style.legend)
    _fields(root, style)
    _form(root, style)
    if style.tip:
        SubElement(root, "mapTip", enabled="1").text = style.tip
    indent(root)
    return _DOCTYPE + tostring(root, encoding="unicode") + "\n"


def _renderer(root: Element, legend: Legend) -> None:
    renderer = SubElement(root, "renderer-v2", type="categorizedSymbol", attr=legend.attribute, enableorderby="0")
    entries = SubElement(renderer, "categories")
    symbols = SubElement(renderer, "symbols")
    for place, category in enumerate(legend.categories):
        SubElement(
            entries,
            "category",
            type="string",
            value=category.code,
            label=category.label,
            symbol=str(place),
            render="true",
        )
        _symbol(symbols, str(place), category.symbol)


def _symbol(symbols: Element, name: str, drawn: Symbol) -> None:
    point = isinstance(drawn, Marker)
    symbol = SubElement(symbols, "symbol", type="marker" if point else "fill", name=name, alpha="1", clip_to_extent="1")
    kind = "SimpleMarker" if point else "SimpleFill"
    layer = SubElement(symbol, "layer", {"class": kind, "pass": "0", "enabled": "1"})
    _options(layer, _marker(drawn) if isinstance(drawn, Marker) else _surface(drawn))


def _marker(drawn: Marker) -> dict[str, str]:
    return {
        "name": drawn.shape,
        "color": _colour(drawn.colour),
        "outline_color": _colour(drawn.outline),
        "outline_width": "0.3",
        "outline_width_unit": "MM",
        "size": f"{drawn.size:g}",
        "size_unit": "MM",
    }


def _surface(drawn: Surface) -> dict[str, str]:
    return {
        "style": drawn.brush,
        "color": _colour(drawn.colour),
        "outline_color": _colour(drawn.outline),
        "outline_style": drawn.dash,
        "outline_width": f"{drawn.width:g}",
        "outline_width_unit": "MM",
    }


def _colour(text: str) -> str:
    """#rrggbb or #rrggbbaa, as QGIS writes colours."""
    digits = text.lstrip("#").ljust(8, "f")
    return ",".join(str(int(digits[place : place + 2], 16)) for place in range(0, 8, 2))


def _options(parent: Element, values: dict[str, str]) -> Element:
    holder = SubElement(parent, "Option", type="Map")
    for name, value in values.items():
        SubElement(holder, "Option", type="QString", name=name, value=value)
    return holder


def _fields(root: Element, style: TableStyle) -> None:
    configuration = SubElement(root, "fieldConfiguration")
    for name in style.names:
        field = SubElement(configuration, "field", name=name, configurationFlags="NoFlag")
        _widget(field, style, name)
    aliases = SubElement(root, "aliases")
    for place, (name, alias) in enumerate(style.names.items()):
        SubElement(aliases, "alias", field=name, name=alias, index=str(place))
    defaults = SubElement(root, "defaults")
    for name, default in style.defaults.items():
        SubElement(
            defaults,
            "default",
            field=name,
            expression=default.expression,
            applyOnUpdate="1" if default.always else "0",
        )
    columns = SubElement(SubElement(root, "attributetableconfig", actionWidgetStyle="dropDown"), "columns")
    for name in style.names:
        SubElement(columns, "column", type="field", name=name, width="-1", hidden="1" if name in style.hidden else "0")


def _widget(field: Element, style: TableStyle, name: str) -> None:
    kind = (
        "Hidden" if name in style.hidden
        else "ValueMap" if name in style.lists
        else "DateTime" if name in style.dates
        else "CheckBox" if name in style.yes_no
        else "Range" if name in style.years
        else "TextEdit"
    )  # fmt: skip
    config = SubElement(SubElement(field, "editWidget", type=kind), "config")
    if kind == "ValueMap":
        holder = SubElement(SubElement(config, "Option", type="Map"), "Option", type="List", name="map")
        optional = () if name in style.fixed else ((_NO_VALUE, "<NULL>"),)
        for code, label in (*style.lists[name].items(), *optional):
            pair = SubElement(holder, "Option", type="Map")
            SubElement(pair, "Option", type="QString", name=label, value=code)
    elif kind == "DateTime":
        holder = _options(config, {"display_format": "dd/MM/yyyy", "field_format": "yyyy-MM-dd"})
        for flag in ("allow_null", "calendar_popup"):
            SubElement(holder, "Option", type="bool", name=flag, value="true")
    elif kind == "Range":  # a mere text would be written 2 021
        holder = _options(config, {"Style": "SpinBox"})
        SubElement(holder, "Option", type="bool", name="AllowNull", value="true")
        for name_of_bound, bound in (("Min", "1900"), ("Max", "2100"), ("Step", "1")):
            SubElement(holder, "Option", type="int", name=name_of_bound, value=bound)
    elif kind == "TextEdit" and name in style.texts:
        SubElement(SubElement(config, "Option", type="Map"), "Option", type="bool", name="IsMultiline", value="true")
    else:
        SubElement(config, "Option")


def _form(root: Element, style: TableStyle) -> None:
    SubElement(root, "editorlayout").text = "tablayout"
    form = SubElement(root, "attributeEditorForm")
    columns = list(style.names)
    for tab in style.tabs:
        _tab(form, tab, columns)
    editable = SubElement(root, "editable")
    labels = SubElement(root, "labelOnTop")
    for name in columns:
        SubElement(editable, "field", name=name, editable="0" if name in style.fixed else "1")
        SubElement(labels, "field", name=name, labelOnTop="0")
    SubElement(root, "previewExpression").text = style.preview


def _tab(form: Element, tab: Tab, columns: Iterable[str]) -> None:
    places = {name: str(place) for place, name in enumerate(columns)}
    count = "1" if tab.child or len(tab.columns) < _FEW else "2"
    container = SubElement(
        form, "attributeEditorContainer", name=tab.title, type="Tab", groupBox="0", columnCount=count, showLabel="1"
    )
    for name in tab.columns:
        SubElement(container, "attributeEditorField", name=name, index=places[name], showLabel="1")
    if tab.child:
        relation = SubElement(
            container,
            "attributeEditorRelation",
            name=tab.child,
            relation=tab.child,
            label=tab.title,
            relationWidgetTypeId="relation_editor",
            showLabel="0",
            forceSuppressFormPopup="0",
        )
        buttons = "SaveChildEdits|AddChildFeature|ZoomToChildFeature"
        _options(SubElement(relation, "editor_configuration"), {"buttons": buttons})


_FEW = 7
"""Columns from which a tab is laid out in two."""
