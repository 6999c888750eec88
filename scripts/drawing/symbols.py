"""Symbols of QGIS as XML, with nothing that QGIS would fill in by itself. Lengths in millimetres on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

DETAIL_SCALE = 25_000
"""Denominator from which patterns are too fine to be read: a flat tint takes their place."""
PARCEL_SCALE = 2_500
"""Denominator up to which a zone is drawn by its edge only, so that parcels are seen (CNIG guide)."""
_MARKS = {
    "ring": "circle", "frame": "square", "plus": "cross", "times": "cross2", "dash": "line",
}  # fmt: skip
_OPEN = frozenset({"ring", "frame"})
_STROKES = frozenset({"plus", "times", "dash"})
_EDGES = {"solid": "", "dash": "3;1.5", "dot": "0.6;1.2", "dashdot": "4;1.2;0.6;1.2"}
# how the sub-codes of a code differ, in the order of the standard's list
_ANGLES = (45, 135, 0, 90, 22, 112, 67, 157)
_LINES = ("4;1.5", "1;1", "5;1;1;1", "8;2", "2;2", "6;1;1;1;1;1", "0.6;1.6")
_STEPS, _TURNS = (3.2, 3.9, 4.6, 5.3), (0, 45, 20, 65)
_CROSS_ANGLES = (45, 0, 22, 67)
_SECOND_MARKS = ("circle", "square", "cross", "diamond", "triangle", "line", "cross2")
_GROUNDS = ("circle", "square", "diamond", "pentagon", "hexagon", "octagon", "triangle")
_THIN = frozenset({"star", "triangle", "plus", "times"})
"""Marks with no room for another within: it goes around them."""


@dataclass(frozen=True)
class Drawing:
    """How a code is drawn. fill, edge, mark: words of drawing.json; rank: of the sub-code among those of its code."""

    colour: str
    fill: str = "none"
    edge: str = "solid"
    mark: str = "circle"
    rank: int = 0

    @classmethod
    def of(cls, fact: Mapping[str, str], rank: int = 0) -> Drawing:
        """From an entry of drawing.json."""
        words = {name: fact[name] for name in ("colour", "fill", "edge", "mark") if name in fact}
        return cls(**words, rank=rank)


def surface(drawing: Drawing, name: str, edge_width: float = 0.46) -> Element:
    """A pattern over the surface and an edge; from DETAIL_SCALE on, a flat tint and the edge."""
    symbol = _symbol("fill", name)
    tint = _layer(symbol, "SimpleFill", {"color": _rgba(drawing.colour, 70), "outline_style": "no"})
    if drawing.fill == "none":
        _set_option(tint, "color", _rgba(drawing.colour, 26))
    else:
        _enabled_when(tint, f"coalesce(@map_scale, 1) > {DETAIL_SCALE}")
        for pattern in _patterns(symbol, drawing, name):
            _enabled_when(pattern, f"coalesce(@map_scale, 1) <= {DETAIL_SCALE}")
    # sub-codes of a code without pattern differ by their edge
    _edge(symbol, drawing, edge_width, drawing.rank if drawing.fill == "none" else 0)
    return symbol


def zone(drawing: Drawing, name: str) -> Element:
    """A tint under a thin dark edge; a coloured band along the edge where parcels are to be seen."""
    symbol = _symbol("fill", name)
    tint = _layer(symbol, "SimpleFill", {"color": _rgba(drawing.colour, 115), "outline_style": "no"})
    _enabled_when(tint, f"coalesce(@map_scale, {DETAIL_SCALE}) > {PARCEL_SCALE}")
    if drawing.fill != "none":
        for pattern in _patterns(symbol, Drawing("#5a5a5a", drawing.fill), name):
            _enabled_when(pattern, f"coalesce(@map_scale, 1) between {PARCEL_SCALE} and {DETAIL_SCALE}")
    band = _layer(symbol, "SimpleLine", {
        "line_color": _rgba(drawing.colour, 170), "line_width": "1.6", "offset": "-0.8", "draw_inside_polygon": "1",
        "joinstyle": "miter",
    })  # fmt: skip
    _set_option(band, "offset", "0")
    _enabled_when(band, f"coalesce(@map_scale, {DETAIL_SCALE}) <= {PARCEL_SCALE}")
    _stroke(symbol, "#4d4d4d", 0.3, "")
    return symbol


def line(drawing: Drawing, name: str, width: float = 0.7) -> Element:
    """A line on a white casing, so that it is seen on any zone; marks along it when the code has a pattern.

    From DETAIL_SCALE on, a thin line alone.
    """
    symbol = _symbol("line", name)
    casing = _stroke(symbol, "#ffffff", width + 0.7, "", alpha=190)
    _enabled_when(casing, f"coalesce(@map_scale, 1) <= {DETAIL_SCALE}")
    drawn = _edge(symbol, drawing, width, drawing.rank)
    _data_defined(drawn, {"outlineWidth": _smaller_from_detail(float(_option(drawn, "line_width")))})
    if drawing.fill != "none":
        options = {"interval": "9", "interval_unit": "MM", "placements": "Interval", "rotate": "1"}
        marks = _layer(symbol, "MarkerLine", options)
        _enabled_when(marks, f"coalesce(@map_scale, 1) <= {DETAIL_SCALE}")
        inner = SubElement(marks, "symbol", type="marker", name=f"@{name}@2", alpha="1")
        _mark(inner, drawing.mark, drawing.colour, 2.0)
    return symbol


def point(drawing: Drawing, name: str, size: float = 3.8) -> Element:
    """A mark with a white rim; one within, or around a thin one, tells sub-codes apart. Smaller at DETAIL_SCALE."""
    symbol = _symbol("marker", name)
    if drawing.rank and drawing.mark in _THIN:
        _ground(symbol, drawing, size * 1.6)
    _mark(symbol, drawing.mark, drawing.colour, size * (1.3 if drawing.mark == "star" else 1))
    for layer in symbol:
        known = {"size": "size", "outlineWidth": "outline_width"}
        _data_defined(layer, {key: _smaller_from_detail(float(_option(layer, word))) for key, word in known.items()})
    if drawing.rank and drawing.mark not in _THIN:
        cycle, place = divmod(drawing.rank - 1, len(_SECOND_MARKS))
        second, colour = _SECOND_MARKS[place], ("#ffffff", "#ffe066", "#000000")[cycle % 3]
        inner = _layer(symbol, "SimpleMarker", {
            "name": second, "color": _rgba(colour), "outline_color": _rgba(colour), "outline_width": "0.3",
            "size": f"{size * 0.42:g}", "size_unit": "MM",
        })  # fmt: skip
        _enabled_when(inner, f"coalesce(@map_scale, 1) <= {DETAIL_SCALE}")
    return symbol


def unseen(kind: str, name: str) -> Element:
    """Nothing to see, but still there to be asked: what SYMBOLE `_000` wants."""
    symbol = _symbol(kind, name)
    if kind == "marker":
        clear = _rgba("#ffffff", 0)
        _layer(symbol, "SimpleMarker", {"name": "circle", "color": clear, "outline_style": "no", "size": "2"})
    elif kind == "line":
        _layer(symbol, "SimpleLine", {"line_color": _rgba("#ffffff", 0), "line_width": "0.3"})
    else:
        _layer(symbol, "SimpleFill", {"color": _rgba("#ffffff", 0), "outline_style": "no"})
    return symbol


def coloured(kind: str, name: str, expression: str) -> Element:
    """Black, or the colour that the object gives itself. expression: a colour of QGIS, NULL for black."""
    symbol = _symbol(kind, name)
    if kind == "marker":
        drawn = _layer(symbol, "SimpleMarker", {"name": "circle", "color": _rgba("#000000"), "size": "1.6",
                                                "size_unit": "MM", "outline_style": "no"})  # fmt: skip
        _data_defined(drawn, {"fillColor": expression})
    elif kind == "line":
        drawn = _layer(symbol, "SimpleLine", {"line_color": _rgba("#000000"), "line_width": "0.3"})
        _data_defined(drawn, {"outlineColor": expression})
    else:
        drawn = _layer(symbol, "SimpleFill", {"style": "no", "outline_color": _rgba("#000000"),
                                              "outline_width": "0.3"})  # fmt: skip
        _data_defined(drawn, {"outlineColor": expression})
    return symbol


def _ground(symbol: Element, drawing: Drawing, size: float) -> None:
    """A shape behind a mark, white, then tinted more and more."""
    cycle, place = divmod(drawing.rank - 1, len(_GROUNDS))
    shape = _GROUNDS[place]
    within = _rgba(drawing.colour, 45 * cycle) if cycle else _rgba("#ffffff")
    _layer(symbol, "SimpleMarker", {
        "name": shape, "color": within, "outline_color": _rgba(drawing.colour), "outline_width": "0.3",
        "size": f"{size * (1.25 if shape == 'triangle' else 1):g}", "size_unit": "MM",
    })  # fmt: skip


def _edge(symbol: Element, drawing: Drawing, width: float, rank: int) -> Element:
    """An edge or a line whose dashes tell sub-codes apart; once all dashes have served, it gets heavier."""
    cycle, place = divmod(rank - 1, len(_LINES)) if rank else (0, 0)
    dashes = _LINES[place] if rank else _EDGES[drawing.edge]
    return _stroke(symbol, drawing.colour, width + 0.3 * cycle, dashes)


def _patterns(symbol: Element, drawing: Drawing, name: str) -> list[Element]:
    if drawing.fill in ("hatch", "cross"):
        angles, turns = (_CROSS_ANGLES, (0, 90)) if drawing.fill == "cross" else (_ANGLES, (0,))
        angle, step = angles[drawing.rank % len(angles)], 2.4 + drawing.rank // len(angles)
        return [_hatch(symbol, drawing.colour, angle + turn, step, name) for turn in turns]
    return [_repeated(symbol, drawing, name)]


def _hatch(symbol: Element, colour: str, angle: int, step: float, name: str) -> Element:
    options = {"angle": str(angle), "distance": f"{step:g}", "distance_unit": "MM"}
    pattern = _layer(symbol, "LinePatternFill", options)
    inner = SubElement(pattern, "symbol", type="line", name=f"@{name}@{len(symbol)}", alpha="1")
    _stroke(inner, colour, 0.34, "")
    return pattern


def _repeated(symbol: Element, drawing: Drawing, name: str) -> Element:
    """Marks in rows; sub-codes have theirs wider apart, then larger and turned."""
    cycle, place = divmod(drawing.rank, len(_STEPS))
    step = _STEPS[place]
    shift = step / 2 if place % 2 == 0 else 0
    options = {
        "distance_x": f"{step:g}", "distance_y": f"{step:g}", "displacement_x": f"{shift:g}",
        "distance_x_unit": "MM", "distance_y_unit": "MM", "displacement_x_unit": "MM", "clip_mode": "shape",
    }  # fmt: skip
    pattern = _layer(symbol, "PointPatternFill", options)
    inner = SubElement(pattern, "symbol", type="marker", name=f"@{name}@{len(symbol)}", alpha="1")
    _mark(inner, drawing.fill, drawing.colour, 1.7 + 0.35 * cycle, rim=False, angle=_TURNS[cycle % len(_TURNS)])
    return pattern


def _mark(symbol: Element, mark: str, colour: str, size: float, *, rim: bool = True, angle: int = 0) -> None:
    stroke = mark in _STROKES or mark in _OPEN
    if stroke and rim:
        _one_mark(symbol, mark, ("#ffffff", "#ffffff"), size + 0.5, 1.1, angle)
    edge = colour if stroke or not rim else "#ffffff"
    _one_mark(symbol, mark, (colour, edge), size, 0.4 if stroke else 0.3, angle)


def _one_mark(symbol: Element, mark: str, colours: tuple[str, str], size: float, width: float, angle: int) -> None:
    """colours: within, around."""
    _layer(symbol, "SimpleMarker", {
        "name": _MARKS.get(mark, mark), "color": _rgba(colours[0], 0 if mark in _OPEN else 255),
        "outline_color": _rgba(colours[1]), "outline_width": f"{width:g}", "size": f"{size:g}",
        "angle": str(90 + angle if mark == "dash" else angle), "size_unit": "MM",
    })  # fmt: skip


def _stroke(symbol: Element, colour: str, width: float, dashes: str, alpha: int = 255) -> Element:
    options = {"line_color": _rgba(colour, alpha), "line_width": f"{width:g}", "line_width_unit": "MM",
               "joinstyle": "round", "capstyle": "flat"}  # fmt: skip
    if dashes:
        options.update({"use_custom_dash": "1", "customdash": dashes, "customdash_unit": "MM"})
    return _layer(symbol, "SimpleLine", options)


def _symbol(kind: str, name: str) -> Element:
    return Element("symbol", type=kind, name=name, alpha="1", clip_to_extent="1")


def _layer(symbol: Element, kind: str, options: Mapping[str, str]) -> Element:
    layer = SubElement(symbol, "layer", {"class": kind, "enabled": "1", "locked": "0", "pass": "0"})
    group = SubElement(layer, "Option", type="Map")
    for key in sorted(options):
        SubElement(group, "Option", type="QString", name=key, value=options[key])
    return layer


def _set_option(layer: Element, key: str, value: str) -> None:
    for option in layer.iter("Option"):
        if option.get("name") == key:
            option.set("value", value)


def _smaller_from_detail(length: float) -> str:
    return f"CASE WHEN coalesce(@map_scale, 1) > {DETAIL_SCALE} THEN {length * 0.5:g} ELSE {length:g} END"


def _option(layer: Element, key: str) -> str:
    return next(str(option.get("value")) for option in layer.iter("Option") if option.get("name") == key)


def _enabled_when(layer: Element, expression: str) -> None:
    _data_defined(layer, {"enabled": expression})


def _data_defined(layer: Element, expressions: Mapping[str, str]) -> None:
    holder = SubElement(layer, "data_defined_properties")
    holder.append(property_collection(expressions))


def property_collection(expressions: Mapping[str, str]) -> Element:
    """Properties that an expression gives, as QGIS writes them."""
    group = Element("Option", type="Map")
    SubElement(group, "Option", type="QString", name="name", value="")
    properties = SubElement(group, "Option", type="Map", name="properties")
    for key, expression in expressions.items():
        entry = SubElement(properties, "Option", type="Map", name=key)
        SubElement(entry, "Option", type="bool", name="active", value="true")
        SubElement(entry, "Option", type="QString", name="expression", value=expression)
        SubElement(entry, "Option", type="int", name="type", value="3")
    SubElement(group, "Option", type="QString", name="type", value="collection")
    return group


def _rgba(colour: str, alpha: int = 255) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red},{green},{blue},{alpha}"
