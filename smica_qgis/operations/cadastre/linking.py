"""Give each building of a commune the parcel that it covers most."""

from __future__ import annotations

from collections.abc import Iterable

from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.database.store import Store
from smica_qgis.geodata.cadastre.building_parcels import BuildingLink, link_buildings


def communes_to_link(store: Store) -> set[str]:
    """Communes with a building that was never looked at: an import was stopped or killed before that."""
    return {insee for (insee,) in store.rows("SELECT DISTINCT insee FROM cad_batiment WHERE part_pct IS NULL")}


def link_buildings_of(communes: Iterable[str], store: Store, progress: Progress) -> tuple[int, int]:
    """Link the buildings of communes, one transaction each. Returns how many were looked at, and how many linked.

    Raises StoreError, CancelledError.
    """
    seen = linked = 0
    for done, insee in enumerate(sorted(communes), 1):
        stop_if_cancelled(progress)
        parameters = {"insee": insee}
        buildings = list(store.select("cad_batiment", ("fid", "geom"), where="insee = :insee", parameters=parameters))
        if buildings:
            parcels = list(
                store.select("cad_parcelle", ("idu14", "geom"), where="insee = :insee", parameters=parameters)
            )
            links: list[BuildingLink] = []
            for link in link_buildings(parcels, buildings):
                links.append(link)
                stop_if_cancelled(progress)
            with store.transaction(lambda: stop_if_cancelled(progress)):
                store.update(
                    "cad_batiment",
                    "fid",
                    ("idu14", "part_pct"),
                    ((link.fid, link.idu14, link.share) for link in links),
                )
            seen += len(links)
            linked += sum(link.idu14 is not None for link in links)
        progress.advance(done)
    return seen, linked
