"""The cadastre of the store, asked for the parcels that dossiers name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from smica_qgis.core.cadastre.parcel_link import (
    KnownParcels,
    LinkState,
    ParcelLink,
    WrittenParcel,
    dossier_state,
    written_parcels,
)
from smica_qgis.core.cadastre.parcel_parser import ParcelContext
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.database.store import Store
from smica_qgis.geodata.shared_tables.points import Territory, largest, point_of

TOLERANCE_M = 50.0
"""Metres out of its commune that a place may be: plans differ at their borders."""
_OF_COMMUNE = "insee = :insee"
_MOST_CANDIDATES = 60


@dataclass(frozen=True)
class LinkedParcels:
    """The parcels of one dossier. found: how many have a parcel of today."""

    links: tuple[ParcelLink, ...]
    state: LinkState

    @property
    def found(self) -> int:
        """Number of parcels that are tied to at least one of today."""
        return sum(link.state is not LinkState.INTROUVABLE for link in self.links)


@dataclass
class CadastreLinks:
    """Prepared once for an import. shapes: surface and issue of the parcels of today that dossiers name."""

    known: KnownParcels
    loaded: frozenset[str]
    srid: int
    shapes: dict[str, tuple[bytes | None, str | None]] = field(default_factory=dict)
    territories: dict[str, Territory] = field(default_factory=dict)

    def link(self, written: Sequence[WrittenParcel]) -> LinkedParcels:
        """Look up the parcels of a dossier."""
        links = tuple(self.known.link(one) for one in written)
        return LinkedParcels(links, dossier_state(links))

    def shape(self, idu14: str) -> bytes | None:
        """The surface of a parcel of today."""
        return self.shapes.get(idu14, (None, None))[0]

    def millesime(self, idu14: str) -> str | None:
        """The issue of the cadastre that a parcel comes from."""
        return self.shapes.get(idu14, (None, None))[1]

    def place(self, linked: LinkedParcels) -> bytes | None:
        """A point on the largest parcel."""
        shapes = [shape for link in linked.links if link.current and (shape := self.shape(link.current)) is not None]
        chosen = largest(shapes)
        return None if chosen is None else point_of(chosen, None, self.srid)

    def outside(self, insee: str, point: bytes) -> bool:
        """Whether a point is out of its commune; False when the commune is not loaded."""
        territory = self.territories.get(insee)
        return territory is not None and not territory.holds(point, TOLERANCE_M)


def written_in(text: str, insee: str) -> list[WrittenParcel]:
    """The parcels of a text, those without a commune being of this one."""
    return written_parcels(text, ParcelContext(commune=insee)) if text else []


def prepare_links(
    store: Store, written: Collection[WrittenParcel], communes: Collection[str], progress: Progress
) -> CadastreLinks:
    """Load what the dossiers need of the cadastre. Raises StoreError, CancelledError."""
    progress.phase("Lecture du cadastre")
    filiation: dict[str, list[str]] = {}
    for mother, daughter in store.rows("SELECT idu14_mere, idu14_fille FROM cad_filiation ORDER BY fid"):
        filiation.setdefault(mother, []).append(daughter)
    wanted = {*communes, *(one.parcel.insee for one in written if one.parcel is not None)}
    wanted |= {daughter[:5] for daughters in filiation.values() for daughter in daughters}
    idu14s: list[str] = []
    loaded = set()
    for insee in sorted(wanted):
        stop_if_cancelled(progress)
        query = store.select("cad_parcelle", ("idu14",), where=_OF_COMMUNE, parameters={"insee": insee})
        found = [idu14 for (idu14,) in query]
        idu14s += found
        loaded |= {insee} if found else set()
    links = CadastreLinks(KnownParcels(idu14s, filiation), frozenset(loaded), store.srid)
    _load_shapes(store, links, {link.current for one in written if (link := links.known.link(one)).current}, progress)
    for insee in sorted(set(communes)):
        for (wkb,) in store.select("cad_commune", ("geom",), where=_OF_COMMUNE, parameters={"insee": insee}):
            if wkb is not None:
                links.territories[insee] = Territory(wkb)
    return links


def _load_shapes(store: Store, links: CadastreLinks, wanted: Collection[str], progress: Progress) -> None:
    for insee in sorted({idu14[:5] for idu14 in wanted}):
        stop_if_cancelled(progress)
        columns = ("idu14", "geom", "millesime")
        for idu14, wkb, millesime in store.select(
            "cad_parcelle", columns, where=_OF_COMMUNE, parameters={"insee": insee}
        ):
            if idu14 in wanted:
                links.shapes[idu14] = (wkb, millesime)


def link_values(link: ParcelLink) -> dict[str, str | None]:
    """What the store keeps of a link."""
    candidates = ";".join(link.candidates[:_MOST_CANDIDATES]) if len(link.candidates) > 1 else ""
    return {
        "idu14": link.idu14 or None,
        "idu14_actuel": link.current or None,
        "candidats": candidates or None,
        "statut": link.state.value,
    }
