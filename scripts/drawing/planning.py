"""The styles of the planning tables: which codes, drawn how, named how."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from drawing import symbols
from drawing.codes import GENERIC, list_codes, models_in_order, pair_codes, single_codes
from drawing.qml import PLAIN, Category, Labels, Style, categorized, kind_of, shortened, single
from drawing.symbols import Drawing
from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.document_model.registry import Registry

FACTS = Path(__file__).resolve().parents[2] / "smica_qgis" / "styles" / "planning" / "drawing.json"
_SCOT = Drawing("#7e22ce", "none", "dashdot")
_COMPATIBILITY = Drawing("#0e7490", "hatch", "dash")
GEOMETRIES = ("surf", "lin", "pct")
_FAMILY = re.compile(r"[A-Z]+")
_SUP_KINDS = {"s": "fill", "l": "line", "p": "marker"}
_UNSEEN = "WHEN right(attribute('symbole'), 4) = '_000' THEN '000'"
"""An object of the standard that asks not to be drawn. `attribute` is empty where the table has no such column."""
_SHORT_LABEL = 'CASE WHEN length("libelle") <= 40 THEN "libelle" END'
"""A number or a name. Longer ones repeat what the code means, which the legend says."""
_COLOUR = "regexp_replace(attribute('couleur'), '^([0-9]{1,3})-([0-9]{1,3})-([0-9]{1,3})$', '\\\\1,\\\\2,\\\\3')"


def styles(registry: Registry) -> dict[str, str]:
    """Name of a file (zone_urba.qml) → its text. Raises KeyError for a code that drawing.json does not draw."""
    facts = json.loads(FACTS.read_text(encoding="utf-8"))
    models = models_in_order(registry)
    written = {
        "zone_urba": _zones(models, facts),
        "secteur_cc": _sectors(models, facts),
        **dict.fromkeys(("perimetre_scot", "scot"), single("fill", symbols.surface(_SCOT, "0", edge_width=0.9))),
        "mec": single("fill", symbols.surface(_COMPATIBILITY, "0"), Labels('"libelle"', 10_000, 8)),
        **dict(_prescriptions(models, facts)),
        **dict(_informations(models, facts)),
        **dict(_servitudes(models, facts)),
        **dict(_dressing()),
    }
    return {f"{name}.qml": text for name, text in written.items()}


def _zones(models: list[DocumentModel], facts: Mapping[str, Any]) -> str:
    labels = single_codes(models, "ZONE_URBA", "TYPEZONE")
    categories = [
        Category((code,), f"{code} : {fact.get('label') or labels[code]}", Drawing.of(fact))
        for code, fact in _drawn(facts["zones"], set(labels)).items()
    ]
    expression = f"CASE {_UNSEEN} ELSE coalesce(\"typezone\", '') END"
    written = Labels('"libelle"', 25_000, 9, bold=True)
    return categorized(Style("fill", expression, categories, symbols.zone, written, has_unseen=True))


def _sectors(models: list[DocumentModel], facts: Mapping[str, Any]) -> str:
    labels = single_codes(models, "SECTEUR_CC", "TYPESECT")
    categories = [
        Category((code,), f"{code} : {labels[code]}", Drawing.of(fact))
        for code, fact in _drawn(facts["sectors"], set(labels)).items()
    ]
    expression = f"CASE {_UNSEEN} ELSE coalesce(\"typesect\", '') END"
    return categorized(
        Style("fill", expression, categories, symbols.zone, Labels('"libelle"', 25_000, 9, bold=True), has_unseen=True)
    )


def _prescriptions(models: list[DocumentModel], facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    codes = pair_codes(models, "PRESCRIPTION", "TYPEPSC")
    drawn = facts["prescriptions"]
    categories = _pair_categories(codes, drawn, facts["earlier"]["prescriptions"])
    for geometry in GEOMETRIES:
        name = f"prescription_{geometry}"
        yield name, _by_pair(name, _pair_expression("typepsc"), categories)


def _informations(models: list[DocumentModel], facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    codes = pair_codes(models, "INFO", "TYPEINF")
    categories = _pair_categories(codes, facts["informations"], facts["earlier"]["informations"])
    # a carte communale has no table of prescriptions: it says them among its informations, by TYPEP
    told = list_codes(models, "ListeTypepCC", "TYPEP")
    prescriptions = facts["prescriptions"]
    categories += [
        Category((f"P{code}",), shortened(f"Prescription {code} : {told[code]}"), Drawing.of(prescriptions[code], 1))
        for code in sorted(told)
    ]
    expression = _pair_expression(
        "typeinf", "WHEN attribute('typeinf') = '00' AND trim(attribute('typep')) <> '' THEN 'P' || attribute('typep')"
    )
    for geometry in GEOMETRIES:
        name = f"info_{geometry}"
        yield name, _by_pair(name, expression, categories)


def _by_pair(name: str, expression: str, categories: list[Category]) -> str:
    kind = kind_of(name.upper())
    labels = Labels(_SHORT_LABEL, 2_500, 7, wrap=24)
    return categorized(Style(kind, expression, categories, PLAIN[kind], labels, has_unseen=True))


def _pair_expression(column: str, first: str = "") -> str:
    """05-01; 05 where the table has no sub-code, or an empty one."""
    subtype = f"nullif(trim(attribute('s{column}')), '')"
    return f"CASE {_UNSEEN} {first} ELSE coalesce(trim(\"{column}\"), '') || coalesce('-' || {subtype}, '') END"


def _pair_categories(
    codes: Mapping[tuple[str, str], str], facts: Mapping[str, Mapping[str, str]], earlier: Mapping[str, str]
) -> list[Category]:
    """One category for a pair; a code without sub-code goes with its generic one, unless it meant something else."""
    drawn = _drawn(_whole_codes(facts), {code for code, _subcode in codes})
    _drawn(facts, {*drawn, *(f"{code}-{subcode}" for code, subcode in codes if f"{code}-{subcode}" in facts)})
    subcodes: dict[str, list[str]] = {}
    for code, subcode in sorted(codes):
        if subcode:
            subcodes.setdefault(code, []).append(subcode)
    categories = []
    for code in sorted(drawn):
        known = subcodes.get(code, [])
        if code in earlier:
            categories.append(Category((code,), f"{code} : {earlier[code]}", Drawing.of(drawn[code])))
        for rank, subcode in enumerate(known):
            pair = f"{code}-{subcode}"
            alone = subcode == GENERIC and code not in earlier
            label = shortened(f"{pair} : {codes[code, subcode]}")
            drawing = Drawing.of({**drawn[code], **facts.get(pair, {})}, rank + (code in earlier))
            categories.append(Category((pair, code) if alone else (pair,), label, drawing))
    return categories


def _servitudes(models: list[DocumentModel], facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    labels = list_codes(models, "ListeCategorieSUP", "CATEGORIE")
    families = {code: _family(code) for code in labels}
    drawn = _drawn(facts["servitudes"], set(families.values()))
    ranks: dict[str, int] = {}
    categories = []
    for code, label in labels.items():
        rank = ranks[families[code]] = ranks.get(families[code], -1) + 1
        categories.append(
            Category((code.upper(),), shortened(f"{code} : {label}"), Drawing.of(drawn[families[code]], rank))
        )
    for table, identifier, name in (("assiette_sup", "idass", "nomass"), ("generateur_sup", "idgen", "nomgen")):
        for letter, kind in _SUP_KINDS.items():
            written = Labels(f"coalesce(attribute('{name}'), attribute('nom'))", 5_000, 7, wrap=28)
            draw = _generator if table == "generateur_sup" and kind == "fill" else PLAIN[kind]
            style = Style(kind, _category_expression(identifier), categories, draw, written)
            yield f"{table}_{letter}", categorized(style)


def _generator(drawing: Drawing, name: str) -> Element:
    """What a servitude comes from has a heavier edge than where it applies."""
    return symbols.surface(drawing, name, edge_width=0.9)


def _category_expression(identifier: str) -> str:
    """AC1: the column of the store, else what the identifier begins with, else what the layer is named after."""
    return (
        "upper(coalesce(nullif(trim(attribute('categorie')), ''), "
        f"nullif(regexp_substr(attribute('{identifier}'), '^([A-Za-z0-9]+)-'), ''), "
        "nullif(regexp_substr(@layer_name, '^([A-Za-z0-9]+)_(?:ASSIETTE|GENERATEUR)'), ''), ''))"
    )


def _family(category: str) -> str:
    found = _FAMILY.match(category)
    return found.group() if found else category


def _dressing() -> Iterator[tuple[str, str]]:
    """What the plan shows without any rule: in its own colour, when it has one."""
    colour = f"CASE WHEN attribute('couleur') ~ '^[0-9]{{1,3}}-[0-9]{{1,3}}-[0-9]{{1,3}}$' THEN {_COLOUR} END"
    for name, kind in (("habillage_surf", "fill"), ("habillage_lin", "line"), ("habillage_pct", "marker")):
        yield name, single(kind, symbols.coloured(kind, "0", colour), Labels('"nattrac"', 1_000, 6))
    properties = (
        ("Color", colour),
        ("Size", "CASE WHEN attribute('taille') > 0 THEN min(30, max(4, attribute('taille'))) END"),
        ("LabelRotation", "-to_real(attribute('angle'))"),
        ("Bold", "attribute('style') ILIKE '%gras%'"),
        ("Italic", "attribute('style') ILIKE '%ital%'"),
    )
    labels = Labels('"txt"', 10_000, 8, properties=properties)
    yield "habillage_txt", single("marker", symbols.unseen("marker", "0"), labels)


def _whole_codes(facts: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    """The facts of codes, without those of single sub-codes (07-04), which change what their code says."""
    return {code: fact for code, fact in facts.items() if "-" not in code}


def _drawn(facts: Mapping[str, Mapping[str, str]], codes: set[str]) -> dict[str, Mapping[str, str]]:
    """The facts, which must be those of the codes of the standards: no more, no less."""
    missing, left = sorted(codes - set(facts)), sorted(set(facts) - codes)
    if missing or left:
        message = f"drawing.json: not drawn {missing}, in no standard {left}"
        raise KeyError(message)
    return dict(facts)
