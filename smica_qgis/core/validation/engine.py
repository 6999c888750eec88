"""The journey of a delivery through the rules, in the official order (facts: pipeline §2)."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.model import FileModel, FileType, LayerModel
from smica_qgis.core.errors import EmptyFileError, UnreadableFileError
from smica_qgis.core.planning.idurba import idurba_format
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.core.validation import rules
from smica_qgis.core.validation.cell_check import RowRules
from smica_qgis.core.validation.document import (
    Document,
    Failure,
    MatchedFile,
    ReadTable,
    layer_file_model,
    map_header,
)
from smica_qgis.core.validation.finding import Family
from smica_qgis.core.validation.matching import by_layer_name, match_files
from smica_qgis.core.validation.metadata_codes import JAVA_CHARSETS
from smica_qgis.core.validation.official_stop import official_stop

if TYPE_CHECKING:
    from smica_qgis.core.document_model.model import DocumentModel, TableModel
    from smica_qgis.core.validation.fault import Fault
    from smica_qgis.core.validation.finding_collector import FindingCollector
    from smica_qgis.core.validation.rules.protocols import TableRule

OFFICIAL_ROWS = RowRules(rules.CELL_RULES, rules.GEOMETRY_RULES, rules.BINDING_CELL_RULES, rules.BINDING_GEOMETRY_RULES)
STANDARD_ROWS = RowRules(rules.STANDARD_CELL_RULES, rules.STANDARD_GEOMETRY_RULES)


class Engine:
    """Runs all rules on a document. durations: seconds by phase, for whoever measures."""

    def __init__(self, document: Document, collector: FindingCollector, progress: Progress) -> None:
        self.document = document
        self.collector = collector
        self.progress = progress
        self.durations: dict[str, float] = defaultdict(float)

    def run(self) -> None:
        """Fill the collector. Raises CancelledError; what was found until then stays in the collector."""
        if self.document.delivery.has_files:
            self._files()
            self._contents()
        else:
            self._lone_geopackage()
        self._relations()
        self._standard()

    @contextmanager
    def _phase(self, name: str, text: str, total: int = 0) -> Iterator[None]:
        stop_if_cancelled(self.progress)
        self.progress.phase(text, total)
        start = time.perf_counter()
        yield
        self.durations[name] += time.perf_counter() - start
        self.progress.found(self.collector.count)

    def _files(self) -> None:
        document = self.document
        with self._phase("files", "Fichiers et dossiers"):
            match_files(document)
            self._read_metadata()
            for listing_rule in rules.LISTING_RULES:
                self.collector.add(listing_rule, listing_rule.check(document))
            self._stop_without_idurba()
            for rule in rules.FILE_RULES:
                self.collector.add(rule, rule.check(document))

    def _read_metadata(self) -> None:
        """Keep the metadata that are; the first one's charset replaces the option's (pipeline §4)."""
        document = self.document
        document.charset = document.options.encoding
        for file in document.files_of(FileType.METADATA):
            try:
                metadata = document.delivery.read_metadata(file.entry.path)
            except UnreadableFileError as error:
                document.failures.append(Failure(file, error.message))
                metadata = None
            if metadata is None:
                document.ignored_metadata.append(file)
            else:
                document.metadata.append((file, metadata))
        lost = {id(file) for file in document.ignored_metadata}
        document.files = [file for file in document.files if id(file) not in lost]
        if document.metadata:
            charset = document.metadata[0][1].character_set
            document.charset = JAVA_CHARSETS.get(charset or "", document.charset)

    def _stop_without_idurba(self) -> None:
        """The V1 form cannot be built from a folder without a valid name: the official tool stops there."""
        document = self.document
        if idurba_format(document.model.name) is not None and document.idurba is None:
            reason = f"le nom du dossier « {document.name} » ne permet pas de former l'IDURBA attendu"
            self._stop(official_stop(None, reason)._replace(file=document.folder))

    def _stop(self, fault: Fault) -> None:
        self.collector.add(rules.OPENING_RULES[0], [fault])

    def _contents(self) -> None:
        metadata = {id(file): content for file, content in self.document.metadata}
        tables = sum(1 for f in self.document.files if f.model.type in (FileType.TABLE, FileType.MULTI_TABLE))
        done = 0
        for file in self.document.files:
            if file.model.xsd_schema is not None:
                self._schema(file)
            if id(file) in metadata:
                with self._phase("metadata", "Métadonnées"):
                    for rule in rules.METADATA_RULES:
                        faults = rule.check(metadata[id(file)], file, self.document)
                        self.collector.add(rule, (_in_file(fault, file) for fault in faults))
            elif file.model.type is FileType.TABLE and file.model.table is not None:
                done += 1
                self._table(file, file.model, file.model.table, "", f"{file.model.name} ({done} / {tables})")
            elif file.model.type is FileType.MULTI_TABLE:
                done += 1
                self._layers(file, file.model.layers, f"{file.model.name} ({done} / {tables})")

    def _schema(self, file: MatchedFile) -> None:
        try:
            for rule in rules.SCHEMA_RULES:
                self.collector.add(rule, list(rule.check(file, self.document)))
        except UnreadableFileError as error:
            self._stop(official_stop(file, error.message.rstrip(".")))

    def _layers(self, file: MatchedFile, layers: tuple[LayerModel, ...], text: str) -> None:
        try:
            names = sorted(self.document.delivery.layers(file.entry.path, file.model.xsd_schema))
        except UnreadableFileError as error:
            self._failed(file, error)
            return
        for name in names:
            layer = next((known for known in layers if _is_layer(known, name)), None)
            if layer is not None:
                self._table(file, layer_file_model(file.model, layer), layer.table, name, text)
                continue
            for rule in rules.LAYER_RULES:
                self.collector.add(rule, rule.check(file, name))

    def _lone_geopackage(self) -> None:
        """Tables without files: layers answer to table models by their name."""
        document = self.document
        document.charset = document.options.encoding
        entry = document.entries[0]
        self.collector.add(rules.LISTING_RULES[-1], rules.LISTING_RULES[-1].check(document))
        for name in sorted(document.delivery.layers(entry.path)):
            model = by_layer_name(document.model, name)
            if model is not None and model.table is not None:
                document.files.append(MatchedFile(entry, model))
                self._table(document.files[-1], model, model.table, name, model.name)

    def _failed(self, file: MatchedFile, error: UnreadableFileError) -> None:
        failure = Failure(file, error.message, isinstance(error, EmptyFileError))
        self.document.failures.append(failure)
        for rule in rules.OPENING_RULES:
            self.collector.add(rule, rule.check(failure, self.document))

    def _table(self, file: MatchedFile, model: FileModel, table_model: TableModel, layer: str, text: str) -> None:
        document = self.document
        with self._phase("read", f"Lecture de {text}"):
            try:
                table = document.delivery.read_table(
                    file.entry.path,
                    layer=layer,
                    crs=document.crs,
                    charset=document.charset,
                    progress=self.progress,
                )
            except UnreadableFileError as error:
                self._failed(file, error)
                return
        read = map_header(table, model, table_model)
        read.matched = file.model if file.model.type is FileType.MULTI_TABLE else None
        document.tables.append(read)
        with self._phase("check", f"Contrôle de {text}"):
            self._check_table(read, file)

    def _check_table(self, read: ReadTable, file: MatchedFile) -> None:
        if not self.collector.wants(Family.OFFICIAL):
            return
        for header_rule in rules.HEADER_RULES:
            self._add_table_faults(header_rule, read)
        self.collector.add_rows(read, OFFICIAL_ROWS.check(read, self.document))
        for rule in rules.EMPTINESS_RULES:
            self._add_table_faults(rule, read)
        for reason in _reasons_to_stop(read):
            self._stop(official_stop(file, reason))

    def _add_table_faults(self, rule: TableRule, read: ReadTable) -> None:
        faults = rule.check(read, self.document)
        self.collector.add(rule, (f._replace(file_model=read.said_model, file=read.table.file) for f in faults))

    def _relations(self) -> None:
        if not self.collector.wants(Family.OFFICIAL):
            return
        with self._phase("relations", "Relations entre tables"):
            for reason in _defects_of(self.document.model):
                self._stop(official_stop(None, reason))
            for rule in (*rules.RELATION_RULES, *rules.CLOSING_RULES):
                stop_if_cancelled(self.progress)
                self.collector.add(rule, rule.check(self.document), self.document.tables)

    def _standard(self) -> None:
        if not self.collector.wants(Family.STANDARD):
            return
        with self._phase("standard", "Règles du standard"):
            for rule in rules.STANDARD_DOCUMENT_RULES:
                self.collector.add(rule, rule.check(self.document), self.document.tables)
            for table in self.document.tables:
                self.collector.add_rows(table, STANDARD_ROWS.check(table, self.document))


def _defects_of(model: DocumentModel) -> Iterator[str]:
    """Why the official tool cannot make its database of a model, whatever is delivered."""
    for file in model.files:
        if file.type is FileType.TABLE and file.table is None:
            yield f"le modèle ne dit rien des colonnes de la table {file.name} (tableModel : auto)"
    for code_list in model.code_lists:
        if code_list.defect:
            yield f"la liste {code_list.name} du modèle est illisible : {code_list.defect}"


def _in_file(fault: Fault, file: MatchedFile) -> Fault:
    return fault._replace(file_model=file.model.name, file=file.entry.path)


def _is_layer(model: LayerModel, name: str) -> bool:
    if model.name.upper() == name.upper():
        return True
    return model.path is not None and compile_java(model.path, ignore_case=True).fullmatch(name) is not None


def _reasons_to_stop(read: ReadTable) -> Iterator[str]:
    """Why the official tool would end in the middle of a table."""
    if read.table.abort:
        yield read.table.abort
    last = max(read.by_column.values(), default=-1)
    short = next((row for row, width in read.table.odd_rows.items() if width <= last), None)
    if short is not None:
        yield f"la ligne {short + 1} de {read.table.file} a moins de cellules que l'en-tête"
    for column in read.model.columns:
        if column.name.upper() == "IDURBA" and column.type.value != "String" and column.name in read.by_column:
            yield f"la colonne IDURBA du modèle n'est pas du type String ({column.type.value})"
