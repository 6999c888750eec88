"""Convert a document from a version of its standard to a later one, by the rules of `standards/conversions`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.planning.conversion import cell_steps, piece_steps
from smica_qgis.core.planning.conversion.conformance import conform
from smica_qgis.core.planning.conversion.notes import Answers, Notebook
from smica_qgis.core.planning.conversion.rules import ConversionRules, Step, chain, steps_between
from smica_qgis.core.planning.conversion.working_document import WorkingDocument, working_document
from smica_qgis.core.publication.content import DocumentContent

HANDLERS: Mapping[str, Callable[[WorkingDocument, Step], None]] = {
    "identity": cell_steps.identity,
    "set": cell_steps.set_value,
    "translate": cell_steps.translate,
    "move": cell_steps.move,
    "rewrite": cell_steps.rewrite,
    "identifier": cell_steps.identifier,
    "rename_column": cell_steps.rename_column,
    "rename_table": cell_steps.rename_table,
    "removed": cell_steps.removed,
    "ask": cell_steps.ask,
    "piece": piece_steps.rename_pieces,
    "name_of_piece": piece_steps.name_of_piece,
}


@dataclass(frozen=True)
class Conversion:
    """content: in the new standard; notebook: what was done and what could not be; path: the models passed through."""

    content: DocumentContent
    notebook: Notebook
    path: tuple[str, ...]


def convert_content(
    content: DocumentContent,
    target: DocumentModel,
    names: Iterable[str],
    answers: Answers | None = None,
    rules: Iterable[ConversionRules] | None = None,
) -> Conversion:
    """Convert a document. names: of the models at hand; answers: what somebody decided; rules: else the bundled ones.

    The content given does not change. Raises InvalidParameterError when there is no way from one to the other.
    """
    path = chain(content.standard, target.name, names)
    notebook = Notebook(answers or {})
    document = working_document(content, notebook)
    for low, high in zip(path, path[1:]):
        for step in steps_between(low, high, rules):
            HANDLERS[step.do](document, step)
    piece_steps.follow_pieces(document)
    columns = conform(document, target)
    return Conversion(document.finished(target.name, columns), notebook, path)
