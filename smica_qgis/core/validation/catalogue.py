"""The rule catalogue: what each code means, why, how to repair. Data of `standards/rules`, read once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Callable

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.validation.cited_standard import cited_for
from smica_qgis.core.validation.finding import Family, Finding, Level, Scope
from smica_qgis.core.validation.model_defects import MODEL_DEFECTS_FILE, ModelDefect, read_model_defects

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACEHOLDER = re.compile(r"\{([A-Z_]+)\}")
CONDITIONS_FILE = "conditions.json"
EMPTY = "(vide)"


@dataclass(frozen=True)
class RuleText:
    """Everything a reader is told about one code, in French, plus its level and scope."""

    code: str
    family: Family
    level: Level
    scope: Scope
    theme: str
    title: str
    message: str
    parameters: tuple[str, ...] = ()
    expected: str = ""
    why: str = ""
    remedy: str = ""
    paragraph: str = ""
    standard_rule: str = ""
    defect: str = ""


class RuleCatalogue:
    """Texts of all codes, sentences for the SQL conditions of the models, known defects of the models."""

    def __init__(
        self,
        rules: Iterable[RuleText],
        conditions: Sequence[tuple[re.Pattern[str], str]] = (),
        defects: Sequence[ModelDefect] = (),
        model: str = "",
    ) -> None:
        """model: name of the model that the findings come of.

        Without it, no defect of a model is named, and what all standards share is cited from that of the PLU.
        """
        cited = (replace(rule, paragraph=cited_for(rule.paragraph, model)) for rule in rules) if model else rules
        self._rules = {rule.code: rule for rule in cited}
        self._conditions = list(conditions)
        self._defects = tuple(defects)
        self._of_model: dict[str, list[ModelDefect]] = {}
        for defect in self._defects if model else ():
            if defect.concerns(model):
                self._of_model.setdefault(defect.code, []).append(defect)

    def for_model(self, model: str) -> RuleCatalogue:
        """The same catalogue, for findings of the model of that name: its defects, the standard that it follows."""
        return RuleCatalogue(self, self._conditions, self._defects, model)

    def __getitem__(self, code: str) -> RuleText:
        """The text of a code. Raises SmicaError for one that nobody wrote: a defect of the plugin."""
        try:
            return self._rules[code]
        except KeyError:
            message = f"Le constat {code} n'a pas de texte dans le catalogue des règles."
            raise SmicaError(message) from None

    def __iter__(self) -> Iterator[RuleText]:
        """All texts, in the order of the themes."""
        return iter(self._rules.values())

    def __contains__(self, code: object) -> bool:
        """Whether the code has a text."""
        return code in self._rules

    def message(self, finding: Finding) -> str:
        """The sentence of a finding, parameters inserted; a null parameter reads "(vide)".

        A SQL condition reads as a French sentence when its shape is known.
        """
        values = finding.values
        condition = values.get("CONDITION")
        sentence = self.condition_sentence(condition) if condition else ""
        return _fill(self[finding.code].message, {**values, "CONDITION": sentence} if sentence else values)

    def expected(self, finding: Finding) -> str:
        """What was expected instead, or an empty text."""
        return _fill(self[finding.code].expected, finding.values)

    def model_defect(self, finding: Finding) -> str:
        """The defect of the published model that explains a finding and what to do then, or an empty text."""
        known = self._of_model.get(finding.code, ())
        return next((defect.text for defect in known if defect.explains(finding)), "")

    def defects_of(self, code: str) -> tuple[ModelDefect, ...]:
        """The defects of all published models that a code may come of."""
        return tuple(defect for defect in self._defects if defect.code == code)

    def remedy(self, finding: Finding) -> str:
        """How to repair: what the rule says, unless the model is at fault and there is something else to do."""
        return self.model_defect(finding) or self[finding.code].remedy

    def condition_sentence(self, condition: str) -> str:
        """A French sentence for a SQL condition of a model, or an empty text for an unknown shape."""
        plain = " ".join(condition.split())
        for shape, sentence in self._conditions:
            match = shape.fullmatch(plain)
            if match:
                return _with_groups(sentence, match)
        return ""


def _with_groups(sentence: str, match: re.Match[str]) -> str:
    """Replace {1}, {2}… by the groups of a match."""
    return re.sub(r"\{(\d+)\}", lambda number: match.group(int(number.group(1))) or "", sentence)


def _fill(template: str, values: Mapping[str, str]) -> str:
    def text_of(match: re.Match[str]) -> str:
        value = values.get(match.group(1), match.group(0))
        return EMPTY if value == match.group(0) else value

    return _PLACEHOLDER.sub(text_of, template)


def load_catalogue(names: Iterable[str], read: Callable[[str], bytes]) -> RuleCatalogue:
    """Read the files of `standards/rules`: themes, conditions, defects of models. read: file name → bytes."""
    rules: list[RuleText] = []
    conditions: list[tuple[re.Pattern[str], str]] = []
    defects: tuple[ModelDefect, ...] = ()
    for name in sorted(names):
        content = json.loads(read(name).decode("utf-8"))
        if name == CONDITIONS_FILE:
            conditions = [(re.compile(c["shape"]), c["sentence"]) for c in content]
        elif name == MODEL_DEFECTS_FILE:
            defects = read_model_defects(content)
        else:
            rules.extend(_rule(code, content["theme"], entry) for code, entry in content["rules"].items())
    return RuleCatalogue(rules, conditions, defects)


def _rule(code: str, theme: str, entry: Mapping[str, Any]) -> RuleText:
    return RuleText(
        code=code,
        family=Family(entry["family"]),
        level=Level(entry["level"]),
        scope=Scope(entry["scope"]),
        theme=theme,
        title=entry["title"],
        message=entry["message"],
        parameters=tuple(entry["parameters"]),
        expected=entry["expected"],
        why=entry["why"],
        remedy=entry["remedy"],
        paragraph=entry["paragraph"],
        standard_rule=entry["standard_rule"],
        defect=entry["defect"],
    )
