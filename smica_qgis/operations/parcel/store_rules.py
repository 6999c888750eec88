"""Rules from the shared store: planning documents, easements with their acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from smica_qgis.core.parcel.field_mapping import TableMapping, object_name, recognise, text_of
from smica_qgis.core.parcel.rules import LoadedTable, MissingTable, Rule, RuleDocument, Shape, Theme
from smica_qgis.database.store import GEOMETRY, Box, Store
from smica_qgis.geodata.parcel.rule_layer import Reprojection, geometry_of_wkb, rule_layer
from smica_qgis.operations.parcel.rule_source import RuleReading

_PLAN = ("libelle", "txt", "nomfic", "urlfic")
_PRESCRIPTION = (*_PLAN, "typepsc", "stypepsc")
_INFORMATION = (*_PLAN, "typeinf", "stypeinf")
_EASEMENT = ("idass", "idsup", "categorie", "nom", "type")
_TABLES: tuple[tuple[str, Shape, tuple[str, ...]], ...] = (
    ("urba_zone", Shape.SURFACE, ("libelle", "libelong", "typezone", "nomfic", "urlfic")),
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
_EASEMENTS = "SUP"


@dataclass(frozen=True)
class _Table:
    name: str
    mapping: TableMapping
    columns: tuple[str, ...]


class StoreRules:
    """See RuleSource. store: open, of the thread that reads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._documents = dict(_documents(store))
        kinds = [kind for _, kind in self._documents.values()]
        self._has_easements = _EASEMENTS in kinds
        self._has_plans = any(kind != _EASEMENTS for kind in kinds)
        self._pieces: dict[tuple[str, str], tuple[str, str]] | None = None

    def read(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> RuleReading:
        """See RuleSource."""
        reading = RuleReading()
        own = QgsCoordinateReferenceSystem.fromEpsgId(self._store.srid)
        reprojection = Reprojection(own, crs)
        asked = reprojection.backward(box)
        bounds = None if asked is None else (asked.xMinimum(), asked.yMinimum(), asked.xMaximum(), asked.yMaximum())
        for name, shape, columns in _TABLES:
            mapping = _mapping(columns, shape)
            if not (self._has_easements if mapping.theme is Theme.EASEMENT else self._has_plans):
                reason = f"aucun document n'est dans la base {self._store.name}"
                reading.missing.append(MissingTable(mapping.theme, shape, reason))
                continue
            objects = self._objects(_Table(name, mapping, columns), bounds, reprojection)
            reading.layers.append(rule_layer(shape, name, objects))
            reading.loaded.append(LoadedTable(mapping.theme, shape, self._origin(mapping.theme)))
        return reading

    def _origin(self, theme: Theme) -> str:
        """What was looked at, by document: an easement that is in none of them may exist all the same."""
        wanted = theme is Theme.EASEMENT
        titles = sorted(doc.title for doc, kind in self._documents.values() if (kind == _EASEMENTS) is wanted)
        shown = ", ".join(titles[:_MOST_TITLES]) + ("…" if len(titles) > _MOST_TITLES else "")
        return f"base {self._store.name} ({shown})"

    def _objects(
        self, table: _Table, bounds: Box | None, reprojection: Reprojection
    ) -> Iterator[tuple[Rule, str, QgsGeometry]]:
        columns = (*_COMMON, *table.columns)
        known = {key: document for key, (document, _) in self._documents.items()}
        for row in self._store.select(table.name, columns, box=bounds):
            values: Mapping[str, object] = dict(zip(columns, row))
            rule = table.mapping.rule(values, table.name, known, self._store.name)
            if rule.theme is Theme.EASEMENT:
                rule = self._with_act(rule, values)
            geometry = reprojection.forward(geometry_of_wkb(row[columns.index(GEOMETRY)]))
            yield rule, object_name(values, table.mapping, row[0]), geometry

    def _with_act(self, rule: Rule, values: Mapping[str, object]) -> Rule:
        """An easement with its own name and its act, which are in other tables."""
        if self._pieces is None:
            self._pieces = dict(_easements(self._store))
        name, piece = self._pieces.get((rule.document.key, text_of(values.get("idsup"))), ("", ""))
        return rule._replace(label=name or rule.label, piece=piece or rule.piece)


_MOST_TITLES = 6


def _mapping(columns: Sequence[str], shape: Shape) -> TableMapping:
    found = recognise(columns, shape)
    if found is None:  # a table of ours that the CNIG names do not describe is a mistake of ours
        message = f"{columns} is no table of rules"
        raise ValueError(message)
    return replace(found, document=("document_id",))


def _documents(store: Store) -> Iterator[tuple[str, tuple[RuleDocument, str]]]:
    rows = store.rows(
        "SELECT document_id, idurba, type, nom, etat, date_approbation, date_version, source, importe_le "
        "FROM urba_document ORDER BY document_id"
    )
    for key, idurba, kind, title, status, approved, version, source, loaded in rows:
        document = RuleDocument(
            key=str(key),
            title=text_of(title) or text_of(idurba) or str(key),
            version=text_of(version),
            date=text_of(approved),
            origin=f"base {store.name} ({text_of(source)})",
            status=text_of(status),
            loaded=text_of(loaded),
        )
        yield str(key), (document, str(kind).upper())


def _easements(store: Store) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """(document, easement) → its name, its act."""
    rows = store.rows(
        "SELECT s.document_id, s.idsup, coalesce(s.nomsuplitt, s.nomsup), coalesce(a.urlacte, a.fichier, a.nomacte) "
        "FROM sup_servitude s LEFT JOIN sup_acte a ON a.document_id = s.document_id AND a.idacte = s.idacte"
    )
    for document, easement, name, piece in rows:
        yield (text_of(document), text_of(easement)), (text_of(name), text_of(piece))
