"""What the last control of each installation says, and its class where the zones à enjeu change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsRectangle

from smica_qgis.core.anc.controls import Controle
from smica_qgis.core.anc.stored_control import CONTROL_COLUMNS, control_of_row
from smica_qgis.core.anc.vocabulary import CLASSES, NATURES
from smica_qgis.core.anc.zone_overlay import StakeZone, derived_class, wants_zones
from smica_qgis.core.parcel.field_mapping import text_of
from smica_qgis.core.parcel.sheet_text import french_date
from smica_qgis.core.stored_dates import stored_day
from smica_qgis.database.store import GEOMETRY, Row, Store
from smica_qgis.geodata.parcel.rule_layer import geometry_of_wkb
from smica_qgis.operations.parcel.linked_rows import in_groups

BORDER_METRES = 10.0
"""So near the edge of a zone, an address or a parcel does not say on which side the installation is."""
_NEVER = "jamais contrôlée, ou contrôles non chargés"
_CONTROLS = """
    SELECT {columns}, c.calc_classe FROM anc_controle c
    WHERE c.date_visite IS NOT NULL AND c.refus = 'NON' AND c.inst_id IN ({marks}) ORDER BY c.date_visite, c.fid
"""


@dataclass(frozen=True)
class Outcomes:
    """By installation. texts: the last visit and its outcome; days: ISO, of that visit."""

    texts: Mapping[str, str]
    days: Mapping[str, str]

    def text(self, installation: str) -> str:
        """The last visit, its outcome, how that was derived."""
        return self.texts.get(installation, _NEVER)

    def day(self, installation: str) -> str:
        """Day of the last visit, empty when there was none."""
        return self.days.get(installation, "")


def read_outcomes(store: Store, installations: Sequence[str]) -> Outcomes:
    """Outcomes of installations, by their `inst_id`."""
    last: dict[str, Row] = {}
    columns = ", ".join(f"c.{column}" for column in CONTROL_COLUMNS)
    for marks, some in in_groups(installations):
        last.update((row[0], row) for row in store.rows(_CONTROLS.format(columns=columns, marks=marks), some))
    controls = {key: control for key, row in last.items() if (control := _control(row)) is not None}
    places = _Places(store, [key for key, control in controls.items() if wants_zones(control)])
    texts = {key: _text(row, controls.get(key), places.said(key)) for key, row in last.items()}
    return Outcomes(texts, {key: text_of(row[CONTROL_COLUMNS.index("date_visite")])[:10] for key, row in last.items()})


def _control(row: Row) -> Controle | None:
    """The control of a row; None when a word of it is not ours (typed by hand in the table)."""
    try:
        return control_of_row(row)
    except ValueError:
        return None


@dataclass(frozen=True)
class _Said:
    """Zones that hold an installation. trouble: French, why they are not known; near: an edge is too close."""

    zones: tuple[StakeZone, ...] = ()
    near: tuple[StakeZone, ...] = ()
    trouble: str = ""


class _Places:
    """Where installations are, against the zones à enjeu. installations: those of which the class may change."""

    def __init__(self, store: Store, installations: Sequence[str]) -> None:
        self._points = dict(_positions(store, installations))
        self._zones = list(_zones(store, self._points.values())) if installations else []
        self._loaded = next(iter(store.rows("SELECT 1 FROM anc_zone_enjeu LIMIT 1")), None) is not None

    def said(self, installation: str) -> _Said:
        """The zones of an installation."""
        if not self._loaded:
            return _Said(trouble="zones à enjeu non chargées")
        point = self._points.get(installation)
        if point is None:
            return _Said(trouble="installation sans position, zones à enjeu non vérifiées")
        inside = tuple(zone for zone, ground in self._zones if ground.intersects(point))
        near = tuple(zone for zone, ground in self._zones if _edge_is_near(ground, point))
        return _Said(inside, near)


def _positions(store: Store, installations: Sequence[str]) -> Iterator[tuple[str, QgsGeometry]]:
    for marks, some in in_groups(installations):
        where = f"inst_id IN ({marks})"
        for key, wkb in store.select("anc_installation", ("inst_id", GEOMETRY), where=where, parameters=some):
            point = geometry_of_wkb(wkb)
            if not point.isNull() and not point.isEmpty():
                yield str(key), point


def _zones(store: Store, points: Iterable[QgsGeometry]) -> Iterator[tuple[StakeZone, QgsGeometry]]:
    box = QgsRectangle()
    for point in points:
        box.combineExtentWith(point.boundingBox())
    if box.isNull():
        return
    box.grow(BORDER_METRES)
    bounds = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    columns = ("type", "libelle", "acte", "date_acte", GEOMETRY)
    for kind, label, act, day, wkb in store.select("anc_zone_enjeu", columns, box=bounds):
        ground = geometry_of_wkb(wkb)
        if not ground.isNull():
            whole = ground if ground.isGeosValid() else ground.makeValid()
            yield StakeZone(text_of(kind), text_of(label), text_of(act), stored_day(day)), whole


def _edge_is_near(ground: QgsGeometry, point: QgsGeometry) -> bool:
    if not ground.boundingBox().buffered(BORDER_METRES).intersects(point.boundingBox()):
        return False
    edge = ground.constGet().boundary()
    return edge is not None and QgsGeometry(edge).distance(point) < BORDER_METRES


def _text(row: Row, control: Controle | None, said: _Said) -> str:
    """The last visit: its kind, its day, its outcome, and how that was derived."""
    values = dict(zip((*CONTROL_COLUMNS, "calc_classe"), row))
    computed, typed = values["calc_classe"], values["classe_saisie"]
    stored = typed if typed and (values["motif"] or not computed) else computed
    visit = f"{NATURES.get(values['nature'], values['nature'])} le {french_date(text_of(values['date_visite']))}"
    remarks: list[str] = []
    if control is not None and wants_zones(control):
        known = values["zone_san"] is not None and values["zone_env"] is not None
        derived = derived_class(control, said.zones, zones_known=known) if not said.trouble else None
        if derived is not None:
            before = f" (classe enregistrée : {stored})" if stored and stored != derived.classe.value else ""
            remarks.append(f"classe recalculée : {derived.how}{before}")
            stored = derived.classe.value
        elif said.trouble and not known:
            remarks.append(f"{said.trouble} : classe d'une installation hors zone")
        remarks += [f"à moins de {BORDER_METRES:.0f} m du bord de la {zone.title} : à vérifier" for zone in said.near]
    outcome = f"{visit} : {CLASSES.get(stored, stored)}" if stored else visit
    return " ; ".join((outcome, *remarks))
