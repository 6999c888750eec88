"""Defects of the published document models: the findings that they explain, so that nobody hunts a fault of theirs.

Data of `standards/rules/model_defects.json`. They hold whatever the origin of the model, bundled or fetched: what
names them is the model's name. The verdict stays the Géoportail's; only its explanation changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smica_qgis.core.validation.finding import Finding

MODEL_DEFECTS_FILE = "model_defects.json"
ALL_MODELS = "*"


@dataclass(frozen=True)
class ModelDefect:
    """One defect, and the findings that come of it.

    models: names, or `*` for all. code: of the finding. file_models, attribute: where, empty for anywhere.
    file: expression of the finding's whole file. values: parameter → expression of its whole text.
    text: French, what is wrong with the model and what can be done about it.
    """

    models: tuple[str, ...]
    code: str
    text: str
    file_models: tuple[str, ...] = ()
    attribute: str = ""
    file: re.Pattern[str] | None = None
    values: Mapping[str, re.Pattern[str]] = field(default_factory=dict)

    def concerns(self, model: str) -> bool:
        """Whether a model of that name has the defect."""
        return ALL_MODELS in self.models or model in self.models

    def explains(self, finding: Finding) -> bool:
        """Whether a finding of such a model comes of it."""
        return (
            finding.code == self.code
            and (not self.file_models or finding.file_model in self.file_models)
            and (not self.attribute or finding.attribute == self.attribute)
            and (self.file is None or self.file.fullmatch(finding.file) is not None)
            and all(shape.fullmatch(finding.values.get(name, "")) for name, shape in self.values.items())
        )


def read_model_defects(entries: Sequence[Mapping[str, Any]]) -> tuple[ModelDefect, ...]:
    """The defects of the JSON list, in its order."""
    return tuple(
        ModelDefect(
            models=tuple(entry["models"]),
            code=entry["code"],
            text=entry["text"],
            file_models=tuple(entry.get("file_models", ())),
            attribute=entry.get("attribute", ""),
            file=re.compile(entry["file"]) if "file" in entry else None,
            values={name: re.compile(shape) for name, shape in entry.get("values", {}).items()},
        )
        for entry in entries
    )
