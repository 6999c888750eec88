"""What our HTML pages share: templates that escape all that they are given, and a file written whole."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from smica_qgis.reports.place import shown
from smica_qgis.reports.wording import number
from smica_qgis.reports.written_aside import written_aside

_TEMPLATES = Path(__file__).parent / "templates"
_LONGEST = 600
"""Characters of a text that somebody else wrote, from which on it is cut."""


def page_environment() -> Environment:
    """The templates, with what all of them use. A name that is not known is an error."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(number=number, visible=lambda text: shown(str(text), _LONGEST))
    return environment


def write_page(page: str, path: Path) -> None:
    """Write a page. Raises SmicaError when the path cannot be written."""
    with (
        written_aside(path) as aside,
        aside.open("w", encoding="utf-8", errors="replace", newline="\n") as stream,
    ):
        stream.write(page)
