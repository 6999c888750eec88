"""Fill the tables of a standard from somebody's layers, by a saved mapping, and account for every row and value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from osgeo import ogr

from smica_qgis.core.document_model.fetched import standards_at_hand
from smica_qgis.core.document_model.model import ColumnModel, ColumnType, DocumentModel, TableModel
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.field_mapping.folding import folded
from smica_qgis.core.field_mapping.mapping import FieldMapping, InvalidMappingError, row_reader
from smica_qgis.core.planning.document_name import DocumentName
from smica_qgis.core.planning.local_mapping import LocalMapping, TableMapping, read_local_mapping
from smica_qgis.core.planning.mapping_fields import mapping_fields, propose_columns, propose_table
from smica_qgis.core.planning.mapping_report import MappingReport
from smica_qgis.core.planning.reference_systems import check_reference_system
from smica_qgis.core.planning.row_mapping import MappedTable, RowMapping, row_mapping
from smica_qgis.core.planning.template_fields import identifier_prefix, idurba_of
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.core.publication.content import Cells, ContentTable, DocumentContent
from smica_qgis.geodata.planning.delivery_folder import write_delivery_folder
from smica_qgis.geodata.planning.mapped_geometry import TWICE, GeometryMapping, RefusedGeometryError
from smica_qgis.geodata.planning.template_rows import write_template_rows
from smica_qgis.geodata.shared_tables.source_table import SourceRow, SourceTable
from smica_qgis.operations.create_template import TemplateRequest, create_template, template_name
from smica_qgis.reports.written_aside import written_aside

_ROWS_AT_A_TIME = 500
_IDURBA = "IDURBA"
_MULTIPLE = {
    ogr.wkbPoint: ColumnType.MULTIPOINT,
    ogr.wkbMultiPoint: ColumnType.MULTIPOINT,
    ogr.wkbLineString: ColumnType.MULTILINESTRING,
    ogr.wkbMultiLineString: ColumnType.MULTILINESTRING,
    ogr.wkbPolygon: ColumnType.MULTIPOLYGON,
    ogr.wkbMultiPolygon: ColumnType.MULTIPOLYGON,
}


@dataclass(frozen=True)
class MappingRequest:
    """layers: what is at hand; mapping: JSON text or path of a .json, empty = proposed.

    output: a GeoPackage (a template, made when it is not there) or a folder, in which the delivery is made; save: path
    where the mapping is saved; replacing: the tables of a template lose the rows that they had; dry_run: only account.
    """

    layers: Sequence[SourceTable]
    standard: str
    document: str
    output: str
    mapping: str = ""
    save: str = ""
    crs: str = "EPSG:2154"
    replacing: bool = False
    dry_run: bool = False
    standards_folder: str = ""


def map_fields(request: MappingRequest, progress: Progress | None = None) -> MappingReport:
    """Read, convert, write. Nothing is written when a mapping does not suit.

    Raises InvalidParameterError and InvalidMappingError for what is asked wrongly, SmicaError, CancelledError.
    """
    progress = progress or SilentProgress()
    check_reference_system(request.crs)
    model = standards_at_hand(bundled_registry(), request.standards_folder).load(request.standard)
    name = template_name(request.document, model)
    mapping = _mapping(request, model)
    work = _Work(request, model, name, progress)
    accounts = tuple(work.fill(table) for table in mapping.tables)
    if request.save:
        save_local_mapping(mapping, Path(request.save))
    used = {folded(table.source) for table in mapping.tables}
    ignored = tuple(layer.name for layer in request.layers if not _names(layer) & used)
    report = MappingReport(request.output, mapping, accounts, ignored)
    return report if request.dry_run else work.write(report)


def save_local_mapping(mapping: LocalMapping, path: Path) -> None:
    """Save a mapping. Raises SmicaError."""
    with written_aside(path) as aside:
        aside.write_text(replace(mapping, name=mapping.name or path.stem).to_json(), encoding="utf-8")


def propose_mapping(layers: Sequence[SourceTable], model: DocumentModel) -> LocalMapping:
    """The mapping that the names of layers and of columns suggest. A layer that suggests nothing is left out."""
    files = {file.name: file.table for file in model.tables}
    proposed = []
    for layer in layers:
        table = propose_table(layer.name, _kind_of(layer), model)
        columns = files.get(table)
        if columns is not None:
            fields = propose_columns(layer.header, mapping_fields(columns, model))
            proposed.append(TableMapping(_stem(layer.name), table, FieldMapping(table, table, fields)))
    return LocalMapping("proposée", model.name, tuple(proposed))


def _mapping(request: MappingRequest, model: DocumentModel) -> LocalMapping:
    text = request.mapping.strip()
    if not text:
        return propose_mapping(request.layers, model)
    if text.lower().endswith(".json"):
        path = Path(text)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            message = f"La correspondance {path.name} ne peut être lue."
            raise InvalidParameterError(message, str(error)) from error
    mapping = read_local_mapping(text)
    if mapping.standard and mapping.standard.lower() != model.name.lower():
        message = f"La correspondance est faite pour {mapping.standard}, pas pour {model.name}."
        raise InvalidMappingError(message)
    return mapping


def _kind_of(layer: SourceTable) -> ColumnType | None:
    """The multiple kind of the first geometry of a layer, None when it has none."""
    for row in layer.rows():
        if row.wkb:
            geometry = ogr.CreateGeometryFromWkb(row.wkb)
            linear = geometry.GetLinearGeometry() if geometry is not None else None
            return _MULTIPLE.get(ogr.GT_Flatten(linear.GetGeometryType())) if linear is not None else None
    return None


def _stem(name: str) -> str:
    """Name of a layer, without the extension of its file."""
    stem, dot, ending = name.rpartition(".")
    return stem if dot and len(ending) <= len("geojson") else name


def _names(layer: SourceTable) -> set[str]:
    """How a mapping may name a layer."""
    return {folded(layer.name), folded(_stem(layer.name))}


@dataclass
class _Work:
    request: MappingRequest
    model: DocumentModel
    name: DocumentName
    progress: Progress
    tables: dict[str, ContentTable] = field(default_factory=dict)

    def fill(self, mapping: TableMapping) -> MappedTable:
        """Read one layer into one table; several layers may fill the same one."""
        file = next((file for file in self.model.tables if file.name.upper() == mapping.table), None)
        if file is None or file.table is None:
            message = f"{self.model.name} n'a pas de table {mapping.table}."
            raise InvalidMappingError(message)
        layer = self._layer(mapping)
        account = MappedTable(mapping.source, file.name)
        self.progress.phase(f"Lecture de {mapping.source or file.name}", 0)
        plain = [column for column in file.table.columns if not column.type.is_geometry]
        shape = next((column.type for column in file.table.columns if column.type.is_geometry), None)
        geometry = GeometryMapping(shape, layer.system, self.request.crs) if shape is not None else None
        reading = self._reading(mapping, file.table, layer)
        names = [column.name for column in plain]
        rows: list[Cells] = []
        shapes: list[bytes | None] = []
        seen: Counter[bytes] = Counter()
        for cells, wkb in self._rows(layer, reading, geometry, account):
            cells.setdefault(_IDURBA, idurba_of(self.name, self.model.name))
            rows.append(tuple(cells.get(name) for name in names))
            shapes.append(wkb)
            if wkb is not None:
                seen[wkb] += 1
        account.changed[TWICE] += sum(count > 1 for count in seen.values())
        account.written = len(rows)
        account.unused = self._unused(layer, mapping)
        made = ContentTable(file.name.lower(), tuple(n.lower() for n in names), rows, shapes if geometry else None)
        known = self.tables.get(made.name)
        made = made if known is None else _together(known, made)
        self.tables[made.name] = _identified(made, plain, idurba_of(self.name, self.model.name))
        return account

    def _layer(self, mapping: TableMapping) -> SourceTable:
        if not mapping.source:
            return SourceTable(mapping.table, (), lambda: iter([SourceRow(1, ())]))
        for layer in self.request.layers:
            if folded(mapping.source) in _names(layer):
                return layer
        message = f"La couche {mapping.source} de la correspondance n'est pas parmi celles données."
        raise InvalidMappingError(message)

    def _reading(self, mapping: TableMapping, table: TableModel, layer: SourceTable) -> RowMapping:
        reader = row_reader(mapping.columns, mapping_fields(table, self.model), layer.header)
        required = frozenset(
            column.name
            for column in table.columns
            if column.required and column.presence_required and not column.type.is_geometry and column.name != _IDURBA
        )
        return row_mapping(reader, mapping.columns.valeurs, required)

    def _rows(
        self, layer: SourceTable, reading: RowMapping, geometry: GeometryMapping | None, account: MappedTable
    ) -> Iterator[tuple[dict[str, str | None], bytes | None]]:
        for number, row in enumerate(layer.rows()):
            if number % _ROWS_AT_A_TIME == 0:
                stop_if_cancelled(self.progress)
            account.read += 1
            wkb = None
            if geometry is not None:
                try:
                    wkb = geometry.convert(row.wkb, account.changed)
                except RefusedGeometryError as error:
                    account.refused.append((row.line, error.message))
                    continue
            yield reading.cells(row.line, row.cells, account), wkb

    def _unused(self, layer: SourceTable, mapping: TableMapping) -> tuple[str, ...]:
        """Columns of a layer that no template of the mapping names."""
        said = " ".join(f"{{{text}}} {text}" for text in mapping.columns.champs.values())
        return tuple(name for name in layer.header if f"{{{name}}}" not in said)

    def write(self, report: MappingReport) -> MappingReport:
        """Write the tables where they are wanted."""
        output = Path(self.request.output)
        if output.suffix.lower() == ".gpkg":
            if not output.exists():
                create_template(
                    TemplateRequest(
                        self.model.name,
                        self.name.text,
                        str(output),
                        self.request.crs,
                        self.request.standards_folder,
                    ),
                    self.progress,
                )
            write_template_rows(output, self.tables, self.progress, replacing=self.request.replacing)
            return report
        content = DocumentContent(self.name, self.model.name, self.tables, crs=self.request.crs)
        try:
            output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"Le dossier {output} ne peut être fait : choisissez-en un autre."
            raise SmicaError(message, str(error)) from error
        written = write_delivery_folder(content, self.model, output, self.progress)
        notes = tuple(
            f"{cell.table}, ligne {cell.row} : le texte de {cell.column.upper()} est coupé à 254 octets (Shapefile)."
            for cell in written.cut
        )
        return replace(report, output=str(written.root), notes=notes)


def _together(one: ContentTable, other: ContentTable) -> ContentTable:
    geometries = None
    if one.geometries is not None and other.geometries is not None:
        geometries = [*one.geometries, *other.geometries]
    return replace(one, rows=[*one.rows, *other.rows], geometries=geometries)


def _identified(table: ContentTable, columns: Sequence[ColumnModel], idurba: str) -> ContentTable:
    """Give the objects that have none an identifier (LIB_ID…): numbers in the order of the rows."""
    for column in columns:
        name = column.name.lower()
        prefix = identifier_prefix(column, idurba) if column.name.startswith("LIB_ID") else ""
        if not prefix or name not in table.columns:
            continue
        place = table.columns.index(name)
        taken = {row[place] for row in table.rows}
        numbers = (number for number in range(1, len(table.rows) * 2 + 2) if f"{prefix}{number}" not in taken)
        rows = [
            row if row[place] else (*row[:place], f"{prefix}{next(numbers)}", *row[place + 1 :]) for row in table.rows
        ]
        return replace(table, rows=rows)
    return table
