"""The parcel sheet: a land unit of one or more parcels, and what applies to it. It lists and locates, never decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smica_qgis.core.cadastre.contenance import is_doubtful
from smica_qgis.core.parcel.rules import EXPECTED, LoadedTable, MeasuredRule, MissingTable, Rule, Shape, Theme
from smica_qgis.core.parcel.threshold import THRESHOLD, Threshold, certainties

NOTICE = "Document d'information, sans valeur juridique : seuls font foi les documents opposables."
TO_CHECK = "À vérifier (limite)"
_NOTHING = "Rien sur ce terrain dans ce qui est chargé."
_WHOLE = (0.99, 1.01)
_FIRST_PRESCRIPTIONS = ("01", "05")
"""Espaces boisés classés and emplacements réservés: what forbids comes before what frames (facts/anc_ads/ads.md §4)."""


_NO_ZONE = (
    "Aucun zonage chargé ne couvre ce terrain : le document de la commune n'est pas chargé, ou elle relève du "
    "règlement national d'urbanisme. Ne pas en conclure qu'il n'y a pas de règle."
)


@dataclass(frozen=True)
class ParcelFacts:
    """What the cadastre says of one parcel. identifier: 14 characters, or what the layer calls it.

    area: m² as drawn; buildings, built: how many and m² on the ground, None when no building is loaded.
    """

    identifier: str
    label: str
    area: float
    insee: str = ""
    commune: str = ""
    contenance: int | None = None
    surveyed: bool | None = None
    millesime: str = ""
    source: str = ""
    sheet: str = ""
    created: str = ""
    buildings: int | None = None
    built: float = 0.0


@dataclass(frozen=True)
class UnitFacts:
    """A land unit. area: m² of the parcels together; parts: pieces that do not touch; notes: French, to be told."""

    parcels: tuple[ParcelFacts, ...]
    area: float
    parts: int = 1
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What names the unit: its parcels."""
        return ";".join(parcel.identifier for parcel in self.parcels)

    @property
    def contenance(self) -> int | None:
        """Sum of the parcels', None when one has none."""
        values = [parcel.contenance for parcel in self.parcels]
        known = [value for value in values if value is not None]
        return sum(known) if len(known) == len(values) else None


@dataclass(frozen=True)
class SheetLine:
    """One rule on the unit. value: m², m or points; share: of the unit, of surfaces only; certain: see threshold."""

    rule: Rule
    value: float
    share: float | None
    objects: tuple[str, ...]
    certain: bool
    near: bool = False

    @property
    def amount(self) -> str:
        """How much of it is on the unit: 812 m², 35,2 m, 2 points."""
        if self.rule.shape is Shape.RECORD:
            return "lien à vérifier" if self.near else "lié à la parcelle"
        if self.near:
            return "en bordure"
        if self.rule.shape is Shape.POINT:
            return f"{self.value:.0f} point" + ("s" if self.value > 1 else "")
        return f"{written(self.value)} {'m' if self.rule.shape is Shape.LINE else 'm²'}"

    @property
    def part(self) -> str:
        """Its share of the unit: 98,5 %; empty when it has none."""
        return "" if self.share is None or self.near else f"{written(100 * self.share)} %"

    @property
    def measure(self) -> str:
        """Both: 812 m² (98,5 %)."""
        return f"{self.amount} ({self.part})" if self.part else self.amount


@dataclass(frozen=True)
class ParcelSheet:
    """The whole sheet. loaded: what was looked at, missing: what was not; notes: French sentences to read first."""

    unit: UnitFacts
    lines: tuple[SheetLine, ...]
    loaded: tuple[LoadedTable, ...]
    missing: tuple[MissingTable, ...]
    notes: tuple[str, ...] = ()

    def of(self, theme: Theme, *, certain: bool | None = None) -> list[SheetLine]:
        """Lines of a theme. certain: only those that are, or are not."""
        return [line for line in self.lines if line.rule.theme is theme and certain in (None, line.certain)]

    def is_loaded(self, theme: Theme) -> bool:
        """Whether anything of a theme was looked at."""
        return any(table.theme is theme for table in self.loaded)

    def remarks(self, theme: Theme) -> list[str]:
        """What a section says besides its lines, in French: of what there is nothing here, of what nothing is known.

        "Nothing" is said only of the shapes that were looked at.
        """
        expected = [shape for known, shape in EXPECTED if known is theme]
        looked = {table.shape for table in self.loaded if table.theme is theme}
        absent = [shape for shape in expected if shape is not None and shape not in looked]
        present = [shape for shape in expected if shape in looked]
        said = []
        if looked and not self.of(theme, certain=True):
            among = " et ".join(f"{shape.value}s" for shape in present if shape) if absent and present else ""
            said.append(f"{among.capitalize()} : {_NOTHING.lower()}" if among else _NOTHING)
        if absent:
            kinds = ", ".join(f"{shape.value}s" for shape in absent)
            said.append(f"{kinds.capitalize()} : non chargé{'s' if Shape.POINT in absent else 'es'}.")
        return said

    @property
    def zoned_share(self) -> float:
        """Share of the unit that zones cover, 0 to 1 (more when they overlap)."""
        return sum(line.share or 0.0 for line in self.of(Theme.ZONING))


def make_sheet(
    unit: UnitFacts,
    measured: Sequence[MeasuredRule],
    loaded: tuple[LoadedTable, ...],
    missing: tuple[MissingTable, ...],
    threshold: Threshold = THRESHOLD,
) -> ParcelSheet:
    """The sheet of a unit, sorted, with what is worth telling."""
    certain = certainties(measured, unit.area, threshold)
    lines = sorted((_line(found, unit.area, sure) for found, sure in zip(measured, certain)), key=_reading_order)
    sheet = ParcelSheet(unit, tuple(lines), loaded, missing)
    return ParcelSheet(unit, sheet.lines, loaded, missing, (*unit.notes, *_notes(sheet)))


def written(value: float) -> str:
    """A measure in French: 1 234,5; more decimals when it is small, for nothing is to look like zero that is not."""
    digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 1 else 3  # noqa: PLR2004 - as people write areas
    text = f"{value:,.{digits}f}".replace(",", " ").replace(".", ",")
    return "< 0,001" if value > 0 and text == "0,000" else text


def _line(found: MeasuredRule, area: float, certain: bool) -> SheetLine:  # noqa: FBT001
    is_surface = found.rule.shape is Shape.SURFACE
    share = found.value / area if is_surface and area > 0 else None
    return SheetLine(found.rule, found.value, share, found.objects, certain, found.near)


def _reading_order(line: SheetLine) -> tuple[object, ...]:
    rule = line.rule
    by_area = rule.theme is Theme.ZONING
    return (
        list(Theme).index(rule.theme),
        not line.certain,
        0.0 if not by_area else -line.value,
        rule.theme is Theme.PRESCRIPTION and rule.code not in _FIRST_PRESCRIPTIONS,
        *(rule.code, rule.subcode, list(Shape).index(rule.shape), -line.value, rule.label, rule.text, rule.document),
    )


def _notes(sheet: ParcelSheet) -> list[str]:
    notes = [*_zoning_notes(sheet)]
    notes += [
        f"{parcel.label} : la contenance ({parcel.contenance} m²) et la surface dessinée ({written(parcel.area)} m²) "
        "diffèrent ; la contenance est la surface fiscale."
        for parcel in sheet.unit.parcels
        if is_doubtful(parcel.contenance, parcel.area, surveyed=bool(parcel.surveyed))
    ]
    if sheet.unit.parts > 1:
        notes.append(f"Les parcelles ne sont pas d'un seul tenant : {sheet.unit.parts} morceaux séparés.")
    if len({parcel.millesime for parcel in sheet.unit.parcels}) > 1:
        notes.append("Les parcelles ne sont pas toutes du même millésime du cadastre.")
    return notes


def _zoning_notes(sheet: ParcelSheet) -> list[str]:
    if not sheet.is_loaded(Theme.ZONING):
        return []
    zones = sheet.of(Theme.ZONING, certain=True)
    if not zones:
        return [_NO_ZONE]
    notes = []
    documents = sorted({line.rule.document.title for line in zones})
    if len(documents) > 1:
        notes.append(f"Plusieurs documents s'appliquent ici ({', '.join(documents)}) : vérifier lequel est en vigueur.")
    share = sheet.zoned_share
    if share < _WHOLE[0]:
        notes.append(f"Le zonage ne couvre que {written(100 * share)} % du terrain.")
    elif share > _WHOLE[1]:
        notes.append(f"Des zones se recouvrent : leurs parts font ensemble {written(100 * share)} %.")
    return notes
