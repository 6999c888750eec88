"""The saved mappings: those that come with the plugin, those that somebody saved, and the one that is proposed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsApplication

from smica_qgis.core.ads.detail_fields import CONSTRAINT, CONSTRAINT_FIELDS, CONSULTATION, CONSULTATION_FIELDS
from smica_qgis.core.ads.fields import DOSSIER, DOSSIER_FIELDS
from smica_qgis.core.anc.detail_fields import COMPONENT, COMPONENT_FIELDS, WORKS, WORKS_FIELDS
from smica_qgis.core.anc.fields import CONTROL, CONTROL_FIELDS, INSTALLATION, INSTALLATION_FIELDS
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.field_mapping.fields import Field
from smica_qgis.core.field_mapping.mapping import FieldMapping, InvalidMappingError, read_mapping
from smica_qgis.core.field_mapping.proposal import proposed_columns
from smica_qgis.reports.written_aside import written_aside

FIELDS: dict[str, tuple[Field, ...]] = {
    INSTALLATION: INSTALLATION_FIELDS,
    CONTROL: CONTROL_FIELDS,
    COMPONENT: COMPONENT_FIELDS,
    WORKS: WORKS_FIELDS,
    DOSSIER: DOSSIER_FIELDS,
    CONSULTATION: CONSULTATION_FIELDS,
    CONSTRAINT: CONSTRAINT_FIELDS,
}
"""Kind of rows → what is looked for in their table, the field that names them first."""
BUNDLED = Path(__file__).resolve().parents[2] / "resources" / "import_mappings"
_NAME = re.compile(r"[\w .()-]{1,80}")


def user_folder() -> Path:
    """Where the mappings that somebody saved are kept: in the profile of QGIS."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "smica" / "import_mappings"


def mapping_names(kind: str) -> list[str]:
    """Names of the mappings for a kind of rows, those of the person first."""
    names: dict[str, None] = {}
    for folder in (user_folder(), BUNDLED):
        for path in sorted(folder.glob("*.json")):
            try:
                mapping = read_mapping(path.read_text(encoding="utf-8"))
            except (OSError, InvalidMappingError):
                continue  # a damaged one is said when it is asked for
            if mapping.objet == kind:
                names[path.stem] = None
    return list(names)


def load_mapping(name: str, kind: str) -> FieldMapping:
    """A mapping by its name, or by its path. Raises InvalidParameterError, InvalidMappingError."""
    candidates = [Path(name)] if name.endswith(".json") else [user_folder() / f"{name}.json", BUNDLED / f"{name}.json"]
    path = next((candidate for candidate in candidates if candidate.is_file()), None)
    if path is None:
        known = ", ".join(mapping_names(kind)) or "aucune"
        message = f"La correspondance « {name} » n'existe pas (connues : {known})."
        raise InvalidParameterError(message)
    mapping = read_mapping(path.read_text(encoding="utf-8"))
    if mapping.objet != kind:
        message = f"La correspondance « {name} » est faite pour {mapping.objet or 'on ne sait quoi'}, pas pour {kind}."
        raise InvalidParameterError(message)
    return mapping if mapping.nom else replace(mapping, nom=path.stem)


def save_mapping(mapping: FieldMapping, target: str) -> Path:
    """Save a mapping. target: a path that ends by .json, or a name. Raises InvalidParameterError, SmicaError."""
    if target.endswith(".json"):
        path = Path(target)
    elif _NAME.fullmatch(target):
        path = user_folder() / f"{target}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
    else:
        message = f"« {target} » ne peut être le nom d'une correspondance : des lettres, des chiffres et des espaces."
        raise InvalidParameterError(message)
    with written_aside(path) as aside:
        aside.write_text(replace(mapping, nom=path.stem).to_json(), encoding="utf-8")
    return path


def propose_mapping(kind: str, header: Sequence[str]) -> FieldMapping:
    """The mapping that the titles of the columns suggest."""
    return FieldMapping("proposée", kind, proposed_columns(header, FIELDS[kind]))


def choose_mapping(asked: str | FieldMapping, kind: str, header: Sequence[str]) -> FieldMapping:
    """The mapping that is asked for, by name, by path or itself, else the proposed one. Raises as `load_mapping`."""
    if isinstance(asked, FieldMapping):
        return asked
    return load_mapping(asked, kind) if asked else propose_mapping(kind, header)
