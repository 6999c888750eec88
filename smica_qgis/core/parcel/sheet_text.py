"""The parcel sheet as plain text, to be pasted in a letter, and as JSON, for programs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from smica_qgis.core.parcel.piece_link import piece_link
from smica_qgis.core.parcel.rules import Rule, RuleDocument, Theme
from smica_qgis.core.parcel.sheet import NOTICE, TO_CHECK, ParcelFacts, ParcelSheet, SheetLine, written

NOT_LOADED = "Non chargé"
CADASTRE = "Cadastre"
_LONG = 8
"""Letters from which a text that another holds is not said twice."""


def sheet_text(sheet: ParcelSheet) -> str:
    """The sheet, section by section. No name of a person is in it, for none is in the sheet."""
    blocks = [[unit_title(sheet), unit_areas(sheet)], [f"! {note}" for note in sheet.notes]]
    blocks += [[theme.value.upper(), *_theme(sheet, theme)] for theme in Theme if _is_shown(sheet, theme)]
    blocks.append([CADASTRE.upper(), *(f"- {parcel.label} : {cadastre_text(parcel)}" for parcel in sheet.unit.parcels)])
    if sheet.missing:
        lines = [f"- {table.title} : {table.reason}." for table in sheet.missing]
        blocks.append([NOT_LOADED.upper(), *lines])
    blocks.append([NOTICE])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def unit_title(sheet: ParcelSheet) -> str:
    """The parcels and their communes: Parcelles AB 12, AB 13 — Rodez (12202)."""
    parcels = sheet.unit.parcels
    names = ", ".join(parcel.label for parcel in parcels)
    communes = dict.fromkeys(f"{p.commune} ({p.insee})" if p.commune else p.insee for p in parcels if p.insee)
    where = f" — {', '.join(communes)}" if communes else ""
    return f"Parcelle{'s' if len(parcels) > 1 else ''} {names}{where}"


def unit_areas(sheet: ParcelSheet) -> str:
    """Contenance, area drawn, issue of the cadastre."""
    unit = sheet.unit
    contenance = "contenance inconnue" if unit.contenance is None else f"contenance {written(unit.contenance)} m²"
    issues = sorted({parcel.millesime for parcel in unit.parcels if parcel.millesime})
    issue = f", cadastre {', '.join(issues)}" if issues else ""
    return f"{contenance}, surface dessinée {written(unit.area)} m²{issue}"


def line_title(rule: Rule) -> str:
    """What a line is about: UA — Centre, 05-01 Emplacement réservé aux voies — ER 3, AC1 Monument — Église.

    The words of the standard come first, then those of the document unless they say the same.
    """
    parts = [rule.label, rule.text]
    code = ""
    if rule.theme is not Theme.ZONING:
        code = "-".join(part for part in (rule.code, rule.subcode) if part)
        parts.insert(0, rule.meaning)
    said: list[str] = []
    for part in parts:
        if part and not any(_says(known, part) for known in said):
            said = [known for known in said if not _says(part, known)] + [part]
    return " ".join(text for text in (code, " — ".join(said)) if text)


def _says(text: str, other: str) -> bool:
    """Whether a text says all that another says. Short ones are names: zone N is not said by Naturelle."""
    whole, part = _plain(text), _plain(other)
    return whole == part or (len(part) >= _LONG and part in whole)


def _plain(text: str) -> str:
    """A text as it is compared: letters and digits, without accents nor case."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if letter.isalnum())


def piece_text(rule: Rule) -> str:
    """The written piece of a rule with its page, empty when it has none."""
    link = piece_link(rule.piece, rule.document.place)
    return link.title if link else ""


def document_text(document: RuleDocument) -> str:
    """Where a line comes from, its version and its date."""
    parts = [document.title or "document non précisé"]
    if document.version and document.version not in document.title:
        parts.append(f"version {document.version}")
    parts.append(f"du {french_date(document.date)}" if document.date else "date inconnue")
    if document.status:
        parts.append(document.status)
    return ", ".join(parts)


def french_date(text: str) -> str:
    """2014-06-18 → 18/06/2014; what is not a date is given as it is."""
    parts = text[:10].split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else text  # noqa: PLR2004 - year, month, day


def cadastre_text(parcel: ParcelFacts) -> str:
    """What the cadastre says of one parcel."""
    parts = [
        parcel.identifier,
        "contenance inconnue" if parcel.contenance is None else f"contenance {written(parcel.contenance)} m²",
        f"dessinée {written(parcel.area)} m²",
    ]
    if parcel.surveyed is not None:
        parts.append("arpentée" if parcel.surveyed else "non arpentée")
    if parcel.buildings is not None:
        parts.append(
            f"{parcel.buildings} bâtiment{'s' if parcel.buildings > 1 else ''} ({written(parcel.built)} m² au sol)"
            if parcel.buildings
            else "aucun bâtiment sur le plan"
        )
    parts += [f"feuille {parcel.sheet}"] if parcel.sheet else []
    parts += [f"créée le {french_date(parcel.created)}"] if parcel.created else []
    parts += [f"millésime {parcel.millesime}"] if parcel.millesime else []
    parts += [f"source {parcel.source}"] if parcel.source else []
    return ", ".join(parts)


def sheet_json(sheet: ParcelSheet) -> dict[str, object]:
    """The sheet for programs; names of keys are French, as in the tables of the store."""
    unit = sheet.unit
    return {
        "unite": unit.key,
        "titre": unit_title(sheet),
        "surface_m2": round(unit.area, 3),
        "contenance_m2": unit.contenance,
        "part_zonee_pct": round(100 * sheet.zoned_share, 3),
        "parcelles": [_parcel_json(parcel) for parcel in unit.parcels],
        "lignes": [line_json(line) for line in sheet.lines],
        "charge": [
            {"theme": t.theme.value, "geometrie": t.shape.value if t.shape else None, "origine": t.origin}
            for t in sheet.loaded
        ],
        "non_charge": [
            {"theme": t.theme.value, "geometrie": t.shape.value if t.shape else None, "raison": t.reason}
            for t in sheet.missing
        ],
        "remarques": list(sheet.notes),
        "avertissement": NOTICE,
    }


def line_json(line: SheetLine) -> dict[str, object]:
    """One line for programs; also the columns of the tables."""
    rule, document = line.rule, line.rule.document
    return {
        "theme": rule.theme.value,
        "geometrie": rule.shape.value,
        "code": rule.code,
        "sous_code": rule.subcode,
        "libelle_code": rule.meaning,
        "libelle": rule.label,
        "texte": rule.text,
        "mesure": round(line.value, 4),
        "unite_mesure": {"surface": "m2", "ligne": "m"}.get(rule.shape.value, "nombre"),
        "part_pct": None if line.share is None else round(100 * line.share, 4),
        "etat": "certain" if line.certain else TO_CHECK.lower(),
        "en_bordure": line.near,
        "document": document.title,
        "version": document.version,
        "date": document.date,
        "etat_document": document.status,
        "origine": document.origin,
        "couche": rule.layer,
        "piece": rule.piece,
        "objets": " ".join(line.objects),
    }


def _parcel_json(parcel: ParcelFacts) -> dict[str, object]:
    return {
        "identifiant": parcel.identifier,
        "libelle": parcel.label,
        "insee": parcel.insee,
        "commune": parcel.commune,
        "contenance_m2": parcel.contenance,
        "surface_m2": round(parcel.area, 3),
        "arpentee": parcel.surveyed,
        "millesime": parcel.millesime,
        "source": parcel.source,
        "feuille": parcel.sheet,
        "creee_le": parcel.created,
        "batiments": parcel.buildings,
        "batiments_m2": None if parcel.buildings is None else round(parcel.built, 2),
    }


def _is_shown(sheet: ParcelSheet, theme: Theme) -> bool:
    return sheet.is_loaded(theme) or bool(sheet.of(theme))


def _theme(sheet: ParcelSheet, theme: Theme) -> Iterator[str]:
    certain, doubtful = sheet.of(theme, certain=True), sheet.of(theme, certain=False)
    for line in certain:
        yield _line(line)
    for remark in sheet.remarks(theme):
        yield f"- {remark}"
    if doubtful:
        yield f"  {TO_CHECK} :"
        for line in doubtful:
            yield f"  {_line(line)}"


def _line(line: SheetLine) -> str:
    piece = f" [{line.rule.piece}]" if line.rule.piece else ""
    return f"- {line_title(line.rule)} : {line.measure} ({document_text(line.rule.document)}){piece}"
