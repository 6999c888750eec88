"""One page per bundled document model, and a list of them. Pure: reads the models as the plugin does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reference.markdown import code, escaped, in_cell, link, page, table
from smica_qgis.core.document_model.model import (
    CodeList,
    ColumnModel,
    DocumentModel,
    FileModel,
    FileType,
    Mandatory,
    TableModel,
)
from smica_qgis.core.validation.catalogue import RuleCatalogue

FOLDER = "standards"
FILE_TYPES = {
    FileType.TABLE: "table",
    FileType.MULTI_TABLE: "fichier à plusieurs tables",
    FileType.PDF: "PDF",
    FileType.METADATA: "fiche de métadonnées (XML)",
    FileType.DIRECTORY: "dossier",
}
OBLIGATIONS = {
    Mandatory.OPTIONAL: "facultatif",
    Mandatory.WARN: "recommandé",
    Mandatory.ERROR: "obligatoire",
}
NO_PAGE = "–"
LIST_HEADER = ("Modèle", "Standard", "Déclaration des métadonnées", "Tables", "Listes de codes")
FILE_HEADER = ("Nom", "Sorte", "Obligation", "Motif du chemin, sans extension")
COLUMN_HEADER = ("Colonne", "Type", "Longueur", "Présence", "Contenu", "Page")


def pages(
    models: Iterable[DocumentModel], catalogue: RuleCatalogue, others: Iterable[tuple[str, ...]] = ()
) -> dict[str, str]:
    """Return the pages by their path below docs/reference.

    catalogue: says the conditions in French. others: rows of LIST_HEADER for models that have a page elsewhere.
    """
    listed = list(models)
    found = {f"{FOLDER}/{model.name}.md": model_page(model, catalogue) for model in listed}
    found["standards.md"] = list_page(listed, others)
    return found


def list_page(models: Iterable[DocumentModel], others: Iterable[tuple[str, ...]]) -> str:
    """Write the list of the models."""
    rows = [
        (
            link(in_cell(model.name), f"{FOLDER}/{model.name}.md"),
            escaped(model.title),
            in_cell(model.metadata_specification or ""),
            str(len(model.tables)),
            str(len(model.code_lists)),
        )
        for model in models
    ]
    about = (
        "Un modèle de document dit ce qu’une livraison contient : fichiers, tables, colonnes, codes. Le nom du modèle "
        f"est celui du paramètre {code('STANDARD')} ; la déclaration est le titre de spécification que les métadonnées "
        "portent. « CNIG PLU v2025 » désigne le standard que le CNIG nomme v2024 révisé en juin 2025."
    )
    source = link("standards/README", "../../smica_qgis/standards/README.md")
    lines = ["# Les standards fournis", "", about, ""]
    lines += table(LIST_HEADER, [*rows, *others])
    lines += ["", f"Provenance, format et mise à jour : {source}."]
    return page(lines)


def model_page(model: DocumentModel, catalogue: RuleCatalogue) -> str:
    """Write the page of a model."""
    lines = head_lines(model, model.title)
    lines += ["", "## Fichiers et dossiers", ""]
    lines += table(FILE_HEADER, file_rows(model.files))
    for file in model.files:
        if file.table is not None:
            lines += table_lines(file, file.table, catalogue)
    for code_list in model.code_lists:
        lines += code_list_lines(code_list)
    lines += ["", link("Les standards fournis", "../standards.md")]
    return page(lines)


def head_lines(model: DocumentModel, title: str) -> list[str]:
    """Write the head of the page of a model."""
    lines = [f"# {escaped(title)}", "", code(model.name), "", escaped(model.description), ""]
    facts = (
        ("Nom du dossier", in_cell(model.folder_name or "")),
        ("Déclaration des métadonnées", in_cell(model.metadata_specification or "")),
    )
    return lines + table(("", ""), [(f"**{name}**", text) for name, text in facts if text])


def file_rows(files: Iterable[FileModel]) -> Iterator[tuple[str, ...]]:
    """Write the rows of FILE_HEADER."""
    for file in files:
        name = f"{in_cell(file.name)}<br>{escaped(file.title)}"
        yield name, FILE_TYPES[file.type], OBLIGATIONS[file.mandatory], in_cell(file.path)


def table_lines(file: FileModel, model: TableModel, catalogue: RuleCatalogue) -> list[str]:
    """Write the section of a table: its columns and its relations."""
    lines = ["", f"## Table {escaped(model.name)} : {escaped(model.title)}", "", escaped(model.description), ""]
    lines += table(COLUMN_HEADER, column_rows(model.columns))
    rules = [f"- {relation}" for relation in relations(model, catalogue)]
    return [*lines, *(["", f"Relations de {escaped(file.name)} :", ""] if rules else []), *rules]


def column_rows(columns: Iterable[ColumnModel]) -> Iterator[tuple[str, ...]]:
    """Write the rows of COLUMN_HEADER."""
    for column in columns:
        name = f"{in_cell(column.name)}<br>{escaped(column.title)}"
        yield name, column.type.value, _length(column), _presence(column), _content(column), _page(column.page)


def _length(column: ColumnModel) -> str:
    least, most = column.min_length, column.max_length
    if least is not None and most is not None:
        return str(most) if least == most else f"{least} à {most}"
    if most is not None:
        return f"{most} au plus"
    return f"{least} au moins" if least is not None else ""


def _presence(column: ColumnModel) -> str:
    return "obligatoire" if column.presence_required else "facultative"


def _content(column: ColumnModel) -> str:
    """Whether it must be filled, and with what."""
    parts = ["rempli" if column.required else "peut rester vide"]
    if column.unique:
        parts.append("sans doublon")
    if column.pattern is not None:
        parts.append(f"motif {in_cell(column.pattern)}")
    if column.enum:
        parts.append("valeurs : " + ", ".join(in_cell(value) for value in column.enum))
    if column.reference is not None:
        parts.append(f"valeur de {in_cell('.'.join(column.reference))}")
    return "<br>".join(parts)


def relations(model: TableModel, catalogue: RuleCatalogue) -> list[str]:
    """Write the conditions and the foreign keys of a table."""
    conditions = [_condition(condition, catalogue) for condition in model.conditions]
    return conditions + [code(key.text) for key in model.foreign_keys]


def _condition(condition: str, catalogue: RuleCatalogue) -> str:
    sentence = catalogue.condition_sentence(condition)
    plain = " ".join(condition.split())
    return f"{escaped(sentence)} {code(plain)}" if sentence else code(plain)


def code_list_lines(codes: CodeList) -> list[str]:
    """Write the section of a code list."""
    lines = ["", f"## Liste {escaped(codes.name)} : {escaped(codes.title)}", "", escaped(codes.description), ""]
    width = len(codes.header)
    rows = (tuple(escaped(row[rank]) if rank < len(row) else "" for rank in range(width)) for row in codes.rows)
    return [*lines, *table([escaped(name) for name in codes.header], rows)]


def _page(number: int | None) -> str:
    return str(number) if number is not None else NO_PAGE
