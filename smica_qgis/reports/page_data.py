"""What the HTML page shows of each kind of finding, and the compact data from which its script unfolds it.

Every text is written once in a pool and pointed at by its number; a column that never changes is one number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smica_qgis.core.validation.finding import Scope
from smica_qgis.reports.fault_map import box_of, spot_of
from smica_qgis.reports.place import WHOLE_DELIVERY, Place, place_of

if TYPE_CHECKING:
    from smica_qgis.core.validation.report import Report
    from smica_qgis.reports.fault_map import Frame
    from smica_qgis.reports.kinds import FamilyKinds, Kind

FIRST_PLACES = 50
LONGEST_CELL = 160
COLUMNS = {
    "table": "Table",
    "line": "Ligne",
    "object": "Objet",
    "attribute": "Attribut",
    "value": "Valeur",
    "expected": "Attendu",
    "message": "Constat",
}
# Stand for the texts of the row inside its sentence: thousands of sentences are then one. `shown` lets none
# of them through from a delivery.
_FILE, _VALUE, _ATTRIBUTE = "\x01", "\x02", "\x03"


@dataclass(frozen=True)
class KindOnPage:
    """A kind with its first places as rows of texts; columns that say nothing for this kind are left out.

    model_defects: those of the published model that explain some of its places; model_at_fault: they explain all.
    """

    anchor: str
    kind: Kind
    columns: dict[str, str]
    rows: list[list[str]]
    message: str
    same_message: bool
    expected: str
    model_defects: list[str]
    model_at_fault: bool

    @property
    def count(self) -> int:
        """How many places."""
        return len(self.kind.findings)


class PageData:
    """Gathers the pool of texts, the boxes and the columns of each kind, in the order of the page."""

    def __init__(self, report: Report, frame: Frame | None) -> None:
        self._report = report
        self._frame = frame
        self._texts: dict[str, int] = {"": 0}
        self._boxes: dict[tuple[int, int, int, int], int] = {}
        self._kinds: list[dict[str, Any]] = []

    def kinds_on_page(self, families: Sequence[FamilyKinds]) -> list[KindOnPage]:
        """The kinds of the page, whose data are kept for `embedded`."""
        return [self._kind(kind) for family in families for theme in family.themes for kind in theme.kinds]

    def embedded(self) -> dict[str, Any]:
        """The data for the script of the page."""
        return {
            "texts": list(self._texts),
            "first": FIRST_PLACES,
            "kinds": self._kinds,
            "boxes": [bound for box in self._boxes for bound in box],
            "frame": vars(self._frame) if self._frame else None,
        }

    def _kind(self, kind: Kind) -> KindOnPage:
        places = [place_of(finding, self._report.catalogue, LONGEST_CELL) for finding in kind.findings]
        shapes = [_shape(place) for place in places]
        same_message = len({place.message for place in places}) == 1
        same_expected = len({place.expected for place in places}) == 1
        told = {"message"} if len(set(shapes)) == 1 else set()
        told |= {"expected"} if same_expected else set()
        told |= {"table"} if all(place.table == WHOLE_DELIVERY for place in places) else set()
        columns = {
            name: label
            for name, label in {**COLUMNS, "table": _where(kind)}.items()
            if name not in told and any(getattr(place, name) for place in places)
        }
        defects = [self._report.catalogue.model_defect(finding) for finding in kind.findings]
        anchor = f"k{len(self._kinds)}"
        self._kinds.append(
            {
                "id": anchor,
                "level": kind.level.value,
                "n": len(places),
                "columns": columns,
                "line": _column([place.line for place in places]),
                "message": self._text_column(shapes),
                **{name: self._text_column([getattr(p, name) for p in places]) for name in _TEXT_FIELDS},
                **self._ground(kind),
            }
        )
        return KindOnPage(
            anchor=anchor,
            kind=kind,
            columns=columns,
            rows=[_row(place, columns) for place in places[:FIRST_PLACES]],
            message=places[0].message,
            same_message=same_message,
            expected=places[0].expected if same_expected else "",
            model_defects=[defect for defect in dict.fromkeys(defects) if defect],
            model_at_fault=all(defects),
        )

    def _text_column(self, texts: list[str]) -> int | list[int]:
        pool = self._texts
        return _column([pool.setdefault(text, len(pool)) for text in texts])

    def _ground(self, kind: Kind) -> dict[str, int | list[int]]:
        """Number of the box of the object and of that of the fault itself (a point), -1 for none."""
        boxes, spots = [], []
        for finding in kind.findings:
            box, spot = (box_of(finding), spot_of(finding)) if self._frame else (None, None)
            boxes.append(self._box(box))
            spots.append(self._box((*spot, *spot) if spot else None))
        return {"box": _column(boxes), "spot": _column(spots)}

    def _box(self, box: tuple[float, float, float, float] | None) -> int:
        if box is None or self._frame is None:
            return -1
        return self._boxes.setdefault(self._frame.box(box), len(self._boxes))


_TEXT_FIELDS = ("table", "file", "object", "attribute", "value", "expected")


def _shape(place: Place) -> str:
    """The sentence of a place without what its row says already."""
    shape = place.message
    for text, mark in ((place.file, _FILE), (place.value, _VALUE), (place.attribute, _ATTRIBUTE)):
        if text:
            shape = shape.replace(text, mark, 1)
    return shape


def _where(kind: Kind) -> str:
    """What the first column holds."""
    if kind.rule.scope is Scope.METADATA:
        return "Fichier"
    in_tables = kind.rule.scope is not Scope.DIRECTORY or any(finding.attribute for finding in kind.findings)
    return COLUMNS["table"] if in_tables else "Fichier ou dossier"


def _row(place: Place, columns: Iterable[str]) -> list[str]:
    return [str(getattr(place, name) or "") for name in columns]


def _column(numbers: list[int]) -> int | list[int]:
    """The numbers, or the only one there is."""
    return numbers[0] if len(set(numbers)) == 1 else numbers
