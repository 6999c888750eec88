"""A style of QGIS (QML): categories by code, a fallback that is seen, labels from a scale on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from drawing.symbols import Drawing, line, point, property_collection, surface, unseen

UNKNOWN = Drawing("#ff00ff", "times", "dot", "times")
"""Magenta crosses: nothing of the standards is drawn so."""
UNKNOWN_LABEL = "Code absent des standards"
UNSEEN_LABEL = "Non représenté (SYMBOLE en _000)"
UNSEEN_VALUE = "000"
PLAIN: Mapping[str, Callable[[Drawing, str], Element]] = {"fill": surface, "line": line, "marker": point}
_KINDS = {"SURF": "fill", "LIN": "line", "PCT": "marker"}
_GEOMETRIES = {"marker": "0", "line": "1", "fill": "2"}
LONGEST_LABEL = 110


@dataclass(frozen=True)
class Category:
    """Values that are drawn alike, and what the legend says of them."""

    values: tuple[str, ...]
    label: str
    drawing: Drawing


@dataclass(frozen=True)
class Labels:
    """What is written on the map. most: denominator of the smallest scale where it is; size: points."""

    expression: str
    most: int
    size: float = 7
    bold: bool = False
    colour: str = "0,0,0,255"
    wrap: int = 0
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Style:
    """A style of one table. kind: fill, line or marker; draw: makes the symbol of a drawing, under a name."""

    kind: str
    expression: str
    categories: Sequence[Category]
    draw: Callable[[Drawing, str], Element]
    labels: Labels | None = None
    has_unseen: bool = False


def kind_of(table: str) -> str:
    """fill, line or marker, from the end of a table's name."""
    return _KINDS[table.rpartition("_")[2]]


def shortened(label: str) -> str:
    """A label that a legend can hold."""
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip(" ,;:") + "…"


def categorized(style: Style) -> str:
    """The document, one symbol a line."""
    root = Element("renderer-v2", type="categorizedSymbol", attr=style.expression, symbollevels="0")
    categories, symbols = SubElement(root, "categories"), SubElement(root, "symbols")
    for number, category in enumerate(style.categories):
        entry = SubElement(categories, "category", symbol=str(number), label=category.label, render="true")
        if len(category.values) == 1:
            entry.set("type", "string")
            entry.set("value", category.values[0])
        else:
            for value in category.values:
                SubElement(entry, "val", type="string", value=value)
        symbols.append(style.draw(category.drawing, str(number)))
    following = [(UNSEEN_VALUE, UNSEEN_LABEL)] if style.has_unseen else []
    for number, (value, label) in enumerate([*following, ("", UNKNOWN_LABEL)], len(style.categories)):
        SubElement(categories, "category", symbol=str(number), label=label, render="true", type="string", value=value)
        symbols.append(unseen(style.kind, str(number)) if value else PLAIN[style.kind](UNKNOWN, str(number)))
    return document(style.kind, root, style.labels)


def single(kind: str, symbol: Element, labels: Labels | None = None) -> str:
    """A style where all objects are drawn alike, but for what they say themselves."""
    root = Element("renderer-v2", type="singleSymbol", symbollevels="0")
    SubElement(root, "symbols").append(symbol)
    return document(kind, root, labels)


def document(kind: str, renderer: Element, labels: Labels | None) -> str:
    """The whole QML."""
    enabled = "1" if labels is not None else "0"
    lines = [
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>",
        f'<qgis version="3.40.0" labelsEnabled="{enabled}" styleCategories="Symbology|Labeling">',
        *_one_line_each(renderer),
    ]
    if labels is not None:
        lines.append(_text(_labeling(kind, labels)))
    lines += [f"<layerGeometryType>{_GEOMETRIES[kind]}</layerGeometryType>", "</qgis>", ""]
    return "\n".join(lines)


def _one_line_each(renderer: Element) -> list[str]:
    opening = _text(Element(renderer.tag, renderer.attrib)).replace(" />", ">")
    lines = [opening]
    for group in renderer:
        lines += [f"<{group.tag}>", *(_text(item) for item in group), f"</{group.tag}>"]
    return [*lines, f"</{renderer.tag}>"]


def _text(element: Element) -> str:
    return tostring(element, encoding="unicode")


def _labeling(kind: str, labels: Labels) -> Element:
    root = Element("labeling", type="simple")
    settings = SubElement(root, "settings", calloutType="simple")
    style = SubElement(
        settings, "text-style", fieldName=labels.expression, isExpression="1", fontSize=f"{labels.size:g}",
        fontSizeUnit="Point", fontWeight="75" if labels.bold else "50", textColor=labels.colour, textOpacity="1",
        namedStyle="Bold" if labels.bold else "", multilineHeight="1",
    )  # fmt: skip
    SubElement(
        style, "text-buffer", bufferDraw="1", bufferSize="0.8", bufferSizeUnits="MM", bufferColor="255,255,255,230",
        bufferOpacity="1",
    )  # fmt: skip
    SubElement(
        settings, "text-format", autoWrapLength=str(labels.wrap), useMaxLineLengthForAutoWrap="1", multilineAlign="1"
    )
    placements = {"fill": "4", "line": "2", "marker": "6" if not labels.properties else "1"}
    SubElement(
        settings, "placement", placement=placements[kind], placementFlags="10", priority="6", distUnits="MM",
        dist="1" if kind != "fill" else "0", offsetType="0", quadOffset="4", centroidWhole="0", centroidInside="1",
        overlapHandling="PreventOverlap", rotationUnit="AngleDegrees", preserveRotation="1",
    )  # fmt: skip
    SubElement(
        settings, "rendering", scaleVisibility="1", scaleMin="0", scaleMax=str(labels.most), drawLabels="1",
        obstacle="0", maxNumLabels="2000", fontMaxPixelSize="10000", labelPerPart="0", mergeLines="0",
    )  # fmt: skip
    holder = SubElement(settings, "dd_properties")
    holder.append(property_collection(dict(labels.properties)))
    return root
