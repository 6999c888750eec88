"""The catalogue that comes with the plugin: `standards/rules`, read once."""

from __future__ import annotations

from functools import lru_cache

from smica_qgis.core.document_model.bundled_names import STANDARDS_FOLDER
from smica_qgis.core.validation.catalogue import RuleCatalogue, load_catalogue

RULES_FOLDER = STANDARDS_FOLDER / "rules"


@lru_cache(maxsize=1)
def rule_catalogue() -> RuleCatalogue:
    """All rule texts, in the order of the themes."""
    names = sorted(path.name for path in RULES_FOLDER.glob("*.json"))
    return load_catalogue(names, lambda name: (RULES_FOLDER / name).read_bytes())
