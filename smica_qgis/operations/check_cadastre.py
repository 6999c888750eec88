"""Is the cadastre of the store consistent? What the import noted, and what only the whole shows. Nothing is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from smica_qgis.core.cadastre.contenance import is_doubtful
from smica_qgis.core.cadastre.objects import Anomaly
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store
from smica_qgis.geodata.cadastre.sheet_mosaic import outside, overlaps, places_without, point_in

_OF_COMMUNE = "insee = :insee"


@dataclass(frozen=True)
class CadastreFinding:
    """An anomaly and the commune it is in."""

    insee: str
    anomaly: Anomaly


@dataclass
class CadastreCheck:
    """The whole check. communes: those looked at; parcels: how many they have."""

    store: str
    communes: tuple[str, ...]
    parcels: int = 0
    findings: list[CadastreFinding] = field(default_factory=list)

    def counts(self) -> Counter[str]:
        """Findings by code."""
        return Counter(finding.anomaly.code for finding in self.findings)


def check_cadastre(address: str, communes: Sequence[str] = (), progress: Progress | None = None) -> CadastreCheck:
    """Check the cadastre of a store. communes: INSEE codes, empty = all of them.

    Raises InvalidParameterError (no such commune), StoreError, CancelledError.
    """
    progress = progress or SilentProgress()
    with open_store(address, read_only=True) as store:
        present = [insee for (insee,) in store.rows("SELECT DISTINCT insee FROM cad_parcelle ORDER BY insee")]
        absent = sorted(set(communes) - set(present))
        if absent:
            message = f"Le cadastre de {', '.join(absent)} n'est pas dans la base {store.name}."
            raise InvalidParameterError(message)
        check = CadastreCheck(store.name, tuple(insee for insee in present if not communes or insee in communes))
        progress.phase("Contrôle du cadastre", len(check.communes))
        for done, insee in enumerate(check.communes, 1):
            for look in _LOOKS:
                stop_if_cancelled(progress)
                check.findings += [CadastreFinding(insee, anomaly) for anomaly in look(store, insee, check)]
            progress.advance(done)
            progress.found(len(check.findings))
    return check


def _noted_at_import(store: Store, insee: str, check: CadastreCheck) -> Iterator[Anomaly]:
    del check
    rows = store.rows(
        "SELECT a.code, a.identifiant, a.detail, a.x, a.y FROM cad_anomalie a JOIN cad_lot l ON l.fid = a.lot_id "
        "WHERE l.etat = :etat AND (l.insee = :insee OR substr(a.identifiant, 1, 5) = :insee) ORDER BY a.fid",
        {"etat": "actuel", "insee": insee},
    )
    for code, identifier, detail, x, y in rows:
        yield Anomaly(code, identifier, detail or "", x, y)


def _millesimes(store: Store, insee: str, check: CadastreCheck) -> Iterator[Anomaly]:
    del check
    rows = store.rows(
        "SELECT DISTINCT coalesce(millesime, 'inconnu') FROM cad_parcelle WHERE insee = :insee ORDER BY 1",
        {"insee": insee},
    )
    found = [millesime for (millesime,) in rows]
    if len(found) > 1:
        yield Anomaly("MIXED_MILLESIME", insee, ", ".join(found))


def _areas(store: Store, insee: str, check: CadastreCheck) -> Iterator[Anomaly]:
    columns = ("idu14", "contenance_m2", "surface_geom_m2", "arpente", "geom")
    for idu14, contenance, drawn, surveyed, wkb in store.select(
        "cad_parcelle", columns, where=_OF_COMMUNE, parameters={"insee": insee}
    ):
        check.parcels += 1
        if wkb is not None and is_doubtful(contenance, drawn, surveyed=bool(surveyed)):
            x, y = point_in(wkb)
            detail = f"contenance {contenance} m², dessinée {drawn:.0f} m²"
            yield Anomaly("AREA", idu14, detail, round(x, 2), round(y, 2))


def _orphans(store: Store, insee: str, check: CadastreCheck) -> Iterator[Anomaly]:
    del check
    rows = store.rows(
        "SELECT p.feuille_id, count(*) FROM cad_parcelle p WHERE p.insee = :insee AND p.feuille_id IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM cad_feuille f WHERE f.feuille_id = p.feuille_id) "
        "GROUP BY p.feuille_id ORDER BY p.feuille_id",
        {"insee": insee},
    )
    for sheet, count in rows:
        yield Anomaly("MISSING_SHEET", sheet, f"{count} parcelles")


def _shapes(store: Store, table: str, identifier: str, insee: str) -> list[tuple[str, bytes]]:
    rows = store.select(table, (identifier, "geom"), where=_OF_COMMUNE, parameters={"insee": insee})
    return [(name, wkb) for name, wkb in rows if wkb is not None]


def _sheets(store: Store, insee: str, check: CadastreCheck) -> Iterator[Anomaly]:
    del check
    sheets = _shapes(store, "cad_feuille", "feuille_id", insee)
    for fault in overlaps(sheets):
        yield Anomaly("SHEET_OVERLAP", fault.identifier, f"{fault.detail} : {fault.area:.2f} m²", fault.x, fault.y)
    communes = _shapes(store, "cad_commune", "insee", insee)
    if not sheets or not communes:
        return
    for narrow, fault in places_without(communes[0][1], sheets):
        code = "SHEET_GAP" if narrow else "MISSING_SHEET"
        yield Anomaly(code, insee, f"{fault.area:.2f} m² sans feuille", fault.x, fault.y)


def _outside(store: Store, insee: str, check: CadastreCheck) -> Iterator[Anomaly]:
    del check
    communes = _shapes(store, "cad_commune", "insee", insee)
    if not communes:
        return
    for fault in outside(communes[0][1], _shapes(store, "cad_parcelle", "idu14", insee)):
        yield Anomaly("OUTSIDE_COMMUNE", fault.identifier, f"{fault.area:.2f} m² dehors", fault.x, fault.y)


_LOOKS: tuple[Callable[[Store, str, CadastreCheck], Iterator[Anomaly]], ...] = (
    _noted_at_import, _millesimes, _areas, _orphans, _sheets, _outside,
)  # fmt: skip
"""What is looked at in each commune, in this order."""
