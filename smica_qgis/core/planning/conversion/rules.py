"""The rules of conversion between two versions of a standard, as data: `standards/conversions/*.json`.

A file says between which versions of which kinds it applies, and the steps, each with its reason and its page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from smica_qgis.core.document_model.bundled_names import STANDARDS_FOLDER
from smica_qgis.core.errors import InvalidModelError, InvalidParameterError
from smica_qgis.core.planning.document_name import model_type, model_version

CONVERSIONS = STANDARDS_FOLDER / "conversions"
KEYS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "identity": (frozenset(), frozenset()),
    "set": (frozenset({"tables", "column", "value"}), frozenset()),
    "translate": (frozenset({"tables", "from", "to", "codes"}), frozenset({"only_when_empty", "otherwise"})),
    "move": (frozenset({"tables", "target", "column", "to", "codes"}), frozenset({"rename"})),
    "rewrite": (frozenset({"tables", "column", "pattern", "by"}), frozenset()),
    "identifier": (frozenset({"tables", "from", "to", "prefix"}), frozenset()),
    "rename_column": (frozenset({"tables", "from", "to"}), frozenset()),
    "rename_table": (frozenset({"from", "to"}), frozenset()),
    "removed": (frozenset({"tables", "columns"}), frozenset({"carried"})),
    "ask": (frozenset({"tables", "column"}), frozenset({"candidates"})),
    "piece": (frozenset({"pattern", "path"}), frozenset({"check"})),
    "name_of_piece": (frozenset({"tables", "column", "pattern"}), frozenset()),
}
"""What each kind of step must and may say, beside `do`, `why` and `page`."""


@dataclass(frozen=True)
class Step:
    """One rule. why: French; source: edition of the standard and page; data: the rest."""

    do: str
    why: str
    source: str
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def tables(self) -> Sequence[str]:
        """Patterns of the tables that it is about."""
        found: Sequence[str] = self.data.get("tables", ())
        return found


@dataclass(frozen=True)
class ConversionRules:
    """One file. applies: (kind, version from, version to)."""

    name: str
    applies: frozenset[tuple[str, str, str]]
    steps: tuple[Step, ...]


def read_rules(name: str, text: str) -> ConversionRules:
    """Read a file of rules. Raises InvalidModelError, which says what is wrong."""
    try:
        content = json.loads(text)
        applies = frozenset((item["kind"], item["from"], item["to"]) for item in content["applies"])
        steps = tuple(_step(name, content["source"], item) for item in content["steps"])
    except (ValueError, KeyError, TypeError) as error:
        message = f"Les règles de conversion {name} ne peuvent être lues."
        raise InvalidModelError(message, repr(error)) from error
    return ConversionRules(name, applies, steps)


def _step(name: str, edition: str, item: Mapping[str, Any]) -> Step:
    do = item["do"]
    required, optional = KEYS[do]
    keys = set(item) - {"do", "why", "page"}
    if not required <= keys <= required | optional or not item["why"]:
        message = f"Une étape « {do} » des règles de conversion {name} n'a pas les clés qu'il faut : {sorted(keys)}."
        raise InvalidModelError(message)
    source = f"{edition}, p. {item['page']}" if item.get("page") else edition
    return Step(do, item["why"], source, {key: item[key] for key in keys})


@lru_cache(maxsize=1)
def bundled_rules() -> tuple[ConversionRules, ...]:
    """The rules that come with the plugin, by name."""
    return tuple(read_rules(path.stem, path.read_text(encoding="utf-8")) for path in sorted(CONVERSIONS.glob("*.json")))


def chain(source: str, target: str, names: Iterable[str]) -> tuple[str, ...]:
    """The models from one to another, both included, of one kind. names: of the models at hand.

    Raises InvalidParameterError when they are not of one kind, or when the target is not later.
    """
    kind = _kind(source)
    if _kind(target) != kind:
        message = f"{source} et {target} ne sont pas du même genre de document : la conversion n'a pas de sens."
        raise InvalidParameterError(message)
    low, high = model_version(source), model_version(target)
    if not low < high:
        message = f"{target} n'est pas plus récent que {source} : il n'y a rien à convertir."
        raise InvalidParameterError(message)
    between = [name for name in names if _kind(name) == kind and low < model_version(name) <= high]
    return (source, *sorted(between, key=model_version))


def latest(source: str, names: Iterable[str]) -> str:
    """The last version of the same kind of document."""
    kind = _kind(source)
    return max((name for name in names if _kind(name) == kind), key=model_version)


def _kind(name: str) -> str:
    """What is before the year: `cnig_PLU`, `cnig_SUP_AC1`."""
    version = model_version(name)
    return name[: -len(version) - 1].lower() if version else name.lower()


def steps_between(low: str, high: str, rules: Iterable[ConversionRules] | None = None) -> tuple[Step, ...]:
    """The steps from a model to the next one."""
    pair = (model_type(low), model_version(low), model_version(high))
    found = bundled_rules() if rules is None else rules
    return tuple(step for file in found if pair in file.applies for step in file.steps)
