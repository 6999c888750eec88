"""The list of what a person looks at: the department's by default, or the one of the settings."""

from __future__ import annotations

from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.workflow.checklist import ChecklistItem, read_checklist

FOLDER = Path(__file__).resolve().parents[2] / "standards" / "checklists"
BUNDLED = "ddt_12"


def the_checklist(path: str = "") -> tuple[ChecklistItem, ...]:
    """A checklist. path: of a JSON file, empty = the bundled one of DDT 12. Raises InvalidParameterError."""
    file = Path(path) if path else FOLDER / f"{BUNDLED}.json"
    try:
        return read_checklist(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidParameterError(f"La liste de points à vérifier {file} ne peut pas être lue.") from error
