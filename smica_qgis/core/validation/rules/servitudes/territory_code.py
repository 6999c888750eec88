"""The territory of a servitude is written with three characters in the folder's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document

_TOO_SHORT = 2


class TerritoryCode:
    """`2A` and `88` are refused, `02A`, `088` and `R84` pass; FR is the whole country. Not for models of 2013."""

    codes = ("CNIG_SUP_BAD_TERRITORY_CODE",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault when the code has two characters."""
        name = document.parsed_name
        if name is None or name.type != "SUP" or document.model.name.endswith("_2013"):
            return
        if len(name.territory) == _TOO_SHORT and name.territory != "FR":
            yield Fault(self.codes[0], {"EMPRISE": name.territory}, file=document.folder)
