"""Rules from the shared store: planning documents in force, easements with their acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from smica_qgis.core.parcel.field_mapping import TableMapping, TableOrigin, object_name, recognise, text_of
from smica_qgis.core.parcel.piece_link import joined_piece
from smica_qgis.core.parcel.rules import NO_OBJECT, LoadedTable, MissingTable, Rule, Shape, Theme
from smica_qgis.database.store import GEOMETRY, Box, Store
from smica_qgis.geodata.parcel.rule_layer import Reprojection, geometry_of_wkb, rule_layer
from smica_qgis.operations.parcel.rule_source import RuleReading
from smica_qgis.operations.parcel.store_documents import StoredDocuments, read_documents

_ZONE = ("libelle", "libelong", "nomfic", "urlfic")
_PLAN = ("libelle", "txt", "nomfic", "urlfic")
_PRESCRIPTION = (*_PLAN, "typepsc", "stypepsc")
_INFORMATION = (*_PLAN, "typeinf", "stypeinf")
_EASEMENT = ("idass", "idsup", "categorie", "nomass", "typeass")
_TABLES: tuple[tuple[str, Shape, tuple[str, ...]], ...] = (
    ("urba_zone", Shape.SURFACE, (*_ZONE, "typezone")),
    ("urba_secteur_cc", Shape.SURFACE, (*_ZONE, "typesect")),
    ("urba_prescription_surf", Shape.SURFACE, _PRESCRIPTION),
    ("urba_prescription_lin", Shape.LINE, _PRESCRIPTION),
    ("urba_prescription_pct", Shape.POINT, _PRESCRIPTION),
    ("urba_info_surf", Shape.SURFACE, _INFORMATION),
    ("urba_info_lin", Shape.LINE, _INFORMATION),
    ("urba_info_pct", Shape.POINT, _INFORMATION),
    ("sup_assiette_s", Shape.SURFACE, _EASEMENT),
    ("sup_assiette_l", Shape.LINE, _EASEMENT),
    ("sup_assiette_p", Shape.POINT, _EASEMENT),
)
_COMMON = ("fid", "document_id", GEOMETRY)
_MOST_TITLES = 6


@dataclass(frozen=True)
class _Table:
    name: str
    mapping: TableMapping
    columns: tuple[str, ...]


class StoreRules:
    """See RuleSource. store: open, of the thread that reads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._documents: StoredDocuments = read_documents(store)
        self._easements: dict[tuple[str, str], tuple[str, str]] | None = None

    def read(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> RuleReading:
        """See RuleSource."""
        reading = RuleReading()
        reprojection = Reprojection(QgsCoordinateReferenceSystem.fromEpsgId(self._store.srid), crs)
        bounds = reprojection.bounds(box)
        for name, shape, columns in _TABLES:
            mapping = _mapping(columns, shape)
            if not self._keys(mapping.theme):
                reason = f"aucun document n'est dans la base {self._store.name}"
                reading.missing.append(MissingTable(mapping.theme, shape, reason))
                continue
            objects = self._objects(_Table(name, mapping, columns), bounds, reprojection)
            reading.layers.append(rule_layer(shape, name, objects))
            self._tell_loaded(reading, name, mapping)
        return reading

    def _keys(self, theme: Theme) -> frozenset[str]:
        """Documents that may say something of a theme."""
        return self._documents.easements if theme is Theme.EASEMENT else self._documents.plans

    def _tell_loaded(self, reading: RuleReading, name: str, mapping: TableMapping) -> None:
        """Say of which documents a table was loaded: one that has no line at all may have come without that table."""
        query = f"SELECT DISTINCT document_id FROM {self._store.quoted(name)}"  # noqa: S608  # nosec B608
        held = frozenset(str(document) for (document,) in self._store.rows(query))
        known = self._keys(mapping.theme)
        filled = known & (held | self._documents.delivered(name))
        origin = self._origin(known)
        if mapping.theme is not Theme.EASEMENT:
            reading.loaded.append(LoadedTable(mapping.theme, mapping.shape, origin, known, filled))
        elif filled:
            reading.loaded.append(LoadedTable(mapping.theme, mapping.shape, origin))
        else:
            reading.missing.append(MissingTable(mapping.theme, mapping.shape, NO_OBJECT))

    def _origin(self, keys: frozenset[str]) -> str:
        """What was looked at, by document: an easement that is in none of them may exist all the same."""
        titles = sorted(self._documents.by_key[key].title for key in keys)
        shown = ", ".join(titles[:_MOST_TITLES]) + ("…" if len(titles) > _MOST_TITLES else "")
        return f"base {self._store.name} ({shown})"

    def _objects(
        self, table: _Table, bounds: Box | None, reprojection: Reprojection
    ) -> Iterator[tuple[Rule, str, QgsGeometry]]:
        columns = (*_COMMON, *table.columns)
        origin = TableOrigin(table.name, f"base {self._store.name}")
        for row in self._store.select(table.name, columns, box=bounds):
            values: Mapping[str, object] = dict(zip(columns, row))
            if values["document_id"] not in self._documents.by_key:
                continue  # not in force
            rule = table.mapping.rule(values, origin, self._documents.by_key)
            if rule.theme is Theme.EASEMENT:
                rule = self._with_act(rule, values)
            geometry = reprojection.forward(geometry_of_wkb(row[columns.index(GEOMETRY)]))
            yield rule, object_name(values, table.mapping, row[0]), geometry

    def _with_act(self, rule: Rule, values: Mapping[str, object]) -> Rule:
        """An easement with its own name and its act, which are in other tables."""
        if self._easements is None:
            self._easements = dict(_easements(self._store))
        name, piece = self._easements.get((rule.document.key, text_of(values.get("idsup"))), ("", ""))
        return rule._replace(label=name or rule.label, piece=piece or rule.piece)


def _mapping(columns: Sequence[str], shape: Shape) -> TableMapping:
    found = recognise(columns, shape)
    if found is None:  # a table of ours that the CNIG names do not describe is a mistake of ours
        message = f"{columns} is no table of rules"
        raise ValueError(message)
    return replace(found, document=("document_id",))


def _easements(store: Store) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """(document, easement) → its name, its act."""
    acts = {
        (text_of(document), text_of(act)): joined_piece(text_of(address), text_of(file) or text_of(name))
        for document, act, address, file, name in store.rows(
            "SELECT document_id, idacte, urlacte, fichier, nomacte FROM sup_acte"
        )
    }
    linked = {
        (text_of(document), text_of(easement)): text_of(act)
        for document, easement, act in store.rows("SELECT document_id, idsup, idacte FROM sup_servitude_acte")
    }
    rows = store.rows("SELECT document_id, idsup, coalesce(nomsuplitt, nomsup), idacte FROM sup_servitude")
    for document, easement, name, act in rows:
        key = (text_of(document), text_of(easement))
        yield key, (text_of(name), acts.get((key[0], text_of(act) or linked.get(key, "")), ""))
