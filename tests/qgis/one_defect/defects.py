"""One defect in a conformant delivery, and the code that it must raise, alone.

@defect("FILE_EMPTY")
def a_table_without_a_row(delivery: ConformantDelivery) -> None:
    delivery.keep_rows("HABILLAGE_SURF", 0)
"""

from __future__ import annotations

import copy
import json
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Optional

from tests.qgis.deliveries import ConformantDelivery, conformant, validated

PLU, PLUI, SUP, SCOT = "cnig_PLU_2025", "cnig_PLUi_2025", "cnig_SUP_AC1_2016", "cnig_SCoT_2021"
OBJECTS = 20
Spoil = Callable[[ConformantDelivery], Optional[Path]]
"""Makes the defect, in a copy of the conformant delivery; returns its root folder when that is another one."""


@dataclass(frozen=True)
class Defect:
    """count: how often the code is raised. also: what cannot be avoided beside it, by code.

    standard, options: of the validation.
    """

    code: str
    what: str
    spoil: Spoil
    count: int = 1
    also: Mapping[str, int] = field(default_factory=dict)
    standard: str = PLU
    options: Mapping[str, Any] = field(default_factory=dict)


DEFECTS: list[Defect] = []


def defect(code: str, **more: Any) -> Callable[[Spoil], Spoil]:  # noqa: ANN401 - fields of Defect
    """Add a function that makes a defect to the table."""

    def add(spoil: Spoil) -> Spoil:
        DEFECTS.append(Defect(code, spoil.__name__.replace("_", " "), spoil, **more))
        return spoil

    return add


class Conformant:
    """The conformant deliveries of a session, each made once, and what is found in them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._deliveries: dict[str, ConformantDelivery] = {}
        self._found: dict[str, Counter[str]] = {}

    def delivery(self, standard: str) -> ConformantDelivery:
        if standard not in self._deliveries:
            folder = self._folder / standard
            folder.mkdir()
            self._deliveries[standard] = conformant(standard, folder, objects=OBJECTS)
        return self._deliveries[standard]

    def copy(self, standard: str, folder: Path) -> ConformantDelivery:
        """Copy a delivery, to spoil it."""
        whole = self.delivery(standard)
        copied = copy.copy(whole)
        copied.invented = copy.deepcopy(whole.invented)
        copied.root = Path(shutil.copytree(whole.root, folder / whole.name))
        return copied

    def found(self, defect: Defect) -> Counter[str]:
        """Count what is found without the defect, under its options."""
        key = json.dumps([defect.standard, dict(defect.options)])
        if key not in self._found:
            self._found[key] = found(self.delivery(defect.standard).root, defect)
        return self._found[key]


def found(root: Path, defect: Defect) -> Counter[str]:
    report = validated(root, defect.standard, options=defect.options)
    return Counter(finding.code for finding in report.findings)
