"""Find a parcel by what people type: any form of identifier, the name of a commune, an address; or step by step."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Callable

from smica_qgis.connectors.geocoding.addresses import SERVICE, Address, find_addresses
from smica_qgis.core.cadastre.parcel_id import NO_PREFIX, InvalidParcelIdError, ParcelId, parcel_of_idu14
from smica_qgis.core.cadastre.parcel_parser import NO_CONTEXT, ParcelContext, parse_parcels
from smica_qgis.core.source_profile.folding import folded_words
from smica_qgis.database.store import Box, Store
from smica_qgis.geodata.parcel.rule_layer import geometry_of_wkb
from smica_qgis.host.network import NetworkSession
from smica_qgis.operations.cadastre.descent import descent_of

MOST_HITS = 20
_PLACEHOLDER = "01001"
"""A commune that stands for "any" while a short form is read; only section and number are kept."""


class HitKind(enum.Enum):
    """What was found."""

    PARCELS = "parcelle"
    SECTION = "section"
    COMMUNE = "commune"
    ADDRESS = "adresse"
    NOTICE = "remarque"


@dataclass(frozen=True)
class Hit:
    """One answer. parcels: identifiers of 14 characters; x, y: of an address, CRS84; insee: of its commune."""

    kind: HitKind
    label: str
    detail: str = ""
    parcels: tuple[str, ...] = ()
    insee: str = ""
    section: str = ""
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True)
class Geocoding:
    """Whether addresses may be asked for, and where."""

    allowed: bool = False
    service: str = SERVICE


class ParcelFinder:
    """Searches one open store, of the thread that made it."""

    def __init__(
        self, store: Store, geocoding: Geocoding = Geocoding(), cancelled: Callable[[], bool] = lambda: False
    ) -> None:
        self._store = store
        self._geocoding = geocoding
        self._cancelled = cancelled
        self._communes: list[Hit] | None = None

    @property
    def srid(self) -> int:
        """EPSG code of the boxes."""
        return self._store.srid

    def communes(self) -> list[Hit]:
        """Communes that the cadastre of the store has, by name."""
        if self._communes is None:
            rows = self._store.rows(
                "SELECT p.insee, c.nom FROM (SELECT DISTINCT insee FROM cad_parcelle) p "
                "LEFT JOIN cad_commune c ON c.insee = p.insee"
            )
            found = [
                Hit(HitKind.COMMUNE, str(name or insee).strip(), str(insee), insee=str(insee)) for insee, name in rows
            ]
            self._communes = sorted(found, key=lambda hit: folded_words(hit.label))
        return self._communes

    def sections(self, insee: str) -> list[Hit]:
        """Sections of a commune, in the order of the plan."""
        rows = self._store.rows(
            "SELECT DISTINCT prefixe, section2 FROM cad_parcelle WHERE insee = :insee ORDER BY prefixe, section2",
            {"insee": insee},
        )
        return [_section(insee, prefixe, section) for prefixe, section in rows]

    def parcels(self, section: str) -> list[Hit]:
        """Parcels of a section. section: 10 characters."""
        rows = self._store.rows(
            "SELECT idu14 FROM cad_parcelle WHERE insee = :insee AND prefixe = :prefixe AND section2 = :section "
            "ORDER BY numero4",
            {"insee": section[:5], "prefixe": section[5:8], "section": section[8:]},
        )
        return [self._parcel_hit([parcel_of_idu14(idu14)]) for (idu14,) in rows]

    def find(self, text: str, context: ParcelContext = NO_CONTEXT) -> list[Hit]:
        """What a text may be, most likely first. context: the commune chosen. Raises StoreError, NetworkError."""
        words = folded_words(text)
        if not words:
            return []
        hits = [*self._by_identifier(text, context)]
        hits += [hit for hit in self._by_commune_and_rest(text) if hit not in hits]
        if not any(hit.kind is HitKind.PARCELS for hit in hits):
            hits += [hit for hit in self.communes() if hit.insee in words or _holds(hit.label, words)]
        if not any(hit.kind is not HitKind.NOTICE for hit in hits):
            hits += self._addresses(text, context)
        return hits[:MOST_HITS]

    def box_of(self, hit: Hit) -> Box | None:
        """Where a commune or a section is, in the system of the store."""
        where, parameters = "insee = :insee", {"insee": hit.insee}
        if hit.section:
            where += " AND prefixe = :prefixe AND section2 = :section"
            parameters |= {"prefixe": hit.section[5:8], "section": hit.section[8:]}
        boxes = [
            geometry_of_wkb(wkb).boundingBox()
            for (wkb,) in self._store.select("cad_parcelle", ("geom",), where=where, parameters=parameters)
        ]
        if not boxes:
            return None
        return (
            min(box.xMinimum() for box in boxes),
            min(box.yMinimum() for box in boxes),
            max(box.xMaximum() for box in boxes),
            max(box.yMaximum() for box in boxes),
        )

    def _by_identifier(self, text: str, context: ParcelContext) -> Iterator[Hit]:
        try:
            wanted = parse_parcels(text, context)
        except InvalidParcelIdError:
            if not context.commune:
                yield from self._in_any_commune(text)
                yield from self._in_any_departement(text)
            return
        yield from self._present(wanted)

    def _by_commune_and_rest(self, text: str) -> Iterator[Hit]:
        """`Rodez AB 12`: the name of a commune, then a parcel in it."""
        pieces = text.split()
        for hit in self.communes():
            name = folded_words(hit.label)
            for count in range(1, len(pieces)):
                if folded_words(" ".join(pieces[:count])) == name:
                    yield from self._by_identifier(" ".join(pieces[count:]), ParcelContext(hit.insee))

    def _present(self, wanted: Sequence[ParcelId]) -> Iterator[Hit]:
        present = [parcel for parcel in wanted if self._exists(parcel)]
        if present:
            yield self._parcel_hit(present)
        for parcel in wanted:
            if parcel not in present:
                yield from self._absent(parcel)

    def _absent(self, parcel: ParcelId) -> Iterator[Hit]:
        """A parcel that is not in the cadastre: those that came of it, when the filiation knows them."""
        descent = descent_of(self._store, parcel)
        if descent is None:
            yield Hit(HitKind.NOTICE, f"{parcel.full_label} n'est pas dans le cadastre chargé.", insee=parcel.insee)
            return
        if descent.today:
            yield self._parcel_hit([parcel_of_idu14(idu14) for idu14 in descent.today])
        yield Hit(HitKind.NOTICE, descent.sentence(), insee=parcel.insee)

    def _exists(self, parcel: ParcelId) -> bool:
        rows = self._store.rows("SELECT 1 FROM cad_parcelle WHERE idu14 = :idu14", {"idu14": parcel.idu14})
        return next(iter(rows), None) is not None

    def _in_any_commune(self, text: str) -> Iterator[Hit]:
        """A short form without a commune: the parcels that are called so, wherever they are."""
        try:
            wanted = parse_parcels(text, ParcelContext(_PLACEHOLDER))
        except InvalidParcelIdError:
            return
        if len(wanted) != 1 or wanted[0].insee != _PLACEHOLDER:
            return
        prefix = "" if wanted[0].prefixe == NO_PREFIX else " AND prefixe = :prefixe"
        rows = self._store.rows(
            "SELECT idu14 FROM cad_parcelle WHERE section2 = :section AND numero4 = :numero"  # noqa: S608 # nosec B608
            f"{prefix} ORDER BY idu14 LIMIT {MOST_HITS}",
            {"section": wanted[0].section, "numero": wanted[0].numero, "prefixe": wanted[0].prefixe},
        )
        for (idu14,) in rows:
            yield self._parcel_hit([parcel_of_idu14(idu14)])

    def _in_any_departement(self, text: str) -> Iterator[Hit]:
        """The twelve characters of EDIGEO do not say the department: those of the cadastre are tried."""
        for departement in sorted({hit.insee[:2] for hit in self.communes()}):
            try:
                wanted = parse_parcels(text, ParcelContext(departement=departement))
            except InvalidParcelIdError:
                continue
            present = [parcel for parcel in wanted if self._exists(parcel)]
            if present:
                yield self._parcel_hit(present)

    def _parcel_hit(self, parcels: Sequence[ParcelId]) -> Hit:
        names = {hit.insee: hit.label for hit in self.communes()}
        insee = parcels[0].insee
        label = ", ".join(parcel.label for parcel in parcels)
        name = names.get(insee, insee)
        detail = insee if name == insee else f"{name} ({insee})"
        return Hit(HitKind.PARCELS, label, detail, tuple(parcel.idu14 for parcel in parcels), insee)

    def _addresses(self, text: str, context: ParcelContext) -> Iterator[Hit]:
        if not self._geocoding.allowed:
            return
        with NetworkSession(self._cancelled) as session:
            found = find_addresses(session, text, commune=context.commune, service=self._geocoding.service)
        yield from map(_address_hit, found)


def _address_hit(address: Address) -> Hit:
    return Hit(HitKind.ADDRESS, address.label, "adresse", insee=address.insee, x=address.x, y=address.y)


def _section(insee: str, prefixe: str, section: str) -> Hit:
    name = section.lstrip("0") or section
    label = name if prefixe == NO_PREFIX else f"{prefixe} {name}"
    return Hit(HitKind.SECTION, label, insee, insee=insee, section=f"{insee}{prefixe}{section}")


def _holds(label: str, words: Sequence[str]) -> bool:
    """Whether each word begins one of the name: "st aff" finds Saint-Affrique by its usual short form too."""
    name = [_LONG_FORMS.get(word, word) for word in folded_words(label)]
    return all(any(part.startswith(_LONG_FORMS.get(word, word)) for part in name) for word in words)


_LONG_FORMS = {"st": "saint", "ste": "sainte"}
