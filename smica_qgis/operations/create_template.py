"""Make an empty GeoPackage of a standard, ready to be filled in QGIS: forms, lists, constraints, styles."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.core.document_model.fetched import standards_at_hand
from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.planning.document_name import DocumentName, model_type, parse_document_name
from smica_qgis.core.planning.reference_systems import check_reference_system
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.geodata.planning.template_file import write_template_tables
from smica_qgis.geodata.planning.template_layers import dress_template


@dataclass(frozen=True)
class TemplateRequest:
    """standard: name of a model; document: name of the folder of the document (`12202_PLU_20260301`).

    output: the GeoPackage to make, or a folder in which it gets the name of the document.
    """

    standard: str
    document: str
    output: str
    crs: str = "EPSG:2154"
    standards_folder: str = ""


def create_template(request: TemplateRequest, progress: Progress | None = None) -> Path:
    """Make the template, never over a file that is there. Returns its path.

    Raises InvalidParameterError for what is asked wrongly, SmicaError, CancelledError.
    """
    progress = progress or SilentProgress()
    check_reference_system(request.crs)
    model = standards_at_hand(bundled_registry(), request.standards_folder).load(request.standard)
    name = template_name(request.document, model)
    path = template_path(request.output, name)
    progress.phase("Tables du standard", 2)
    try:
        _make(path, model, name, request.crs, progress)
    except OSError as error:
        message = f"Le modèle de saisie ne peut pas être écrit dans {path.parent} : choisissez un autre dossier."
        raise SmicaError(message, str(error)) from error
    return path


def _make(path: Path, model: DocumentModel, name: DocumentName, crs: str, progress: Progress) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # the project in the file names the file: it is made under its name, in a folder aside
    with tempfile.TemporaryDirectory(prefix=".smica_", dir=path.parent) as folder:
        made = Path(folder) / path.name
        write_template_tables(made, model, name, crs)
        stop_if_cancelled(progress)
        progress.advance(1)
        dress_template(made, path.resolve(), model, name, crs)
        progress.advance(2)
        os.replace(made, path)  # noqa: PTH105 - the call that is atomic on every system


def template_path(output: str, name: DocumentName) -> Path:
    """Where the template goes. Raises InvalidParameterError when something is there, or for another kind of file."""
    path = Path(output)
    if path.suffix.lower() != ".gpkg":
        if path.suffix and not path.is_dir():
            message = f"Un modèle de saisie est un GeoPackage : {path.name} ne finit pas par .gpkg."
            raise InvalidParameterError(message)
        path = path / f"{name.text}.gpkg"
    if path.exists():
        message = f"{path.name} existe déjà : un modèle de saisie n'écrase rien. Choisissez un autre nom."
        raise InvalidParameterError(message)
    return path


def template_name(document: str, model: DocumentModel) -> DocumentName:
    """The name of the document taken apart. Raises InvalidParameterError when it is none, or of another kind."""
    name = parse_document_name(document.strip())
    if name is None:
        message = f"« {document} » n'est pas le nom d'un document (comme 12202_PLU_20260301)."
        raise InvalidParameterError(message)
    kind = "MEC" if model.name.upper().startswith("GPU_MEC_") else model_type(model.name)
    category = model.name.split("_")[2].upper() if kind == "SUP" else ""
    if name.type.upper() != kind.upper() or name.category != category:
        message = (
            f"{document} est un document {name.category or name.type}, et {model.name} est un standard d'un autre."
        )
        raise InvalidParameterError(message)
    if not name.date:
        message = f"{document} ne dit pas de date : ajoutez-la (_AAAAMMJJ)."
        raise InvalidParameterError(message)
    return name
