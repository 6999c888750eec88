"""IDURBA: the identifier of a planning document in its tables (facts: checks, "IDURBA formats")."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.planning.document_name import (
    INSEE,
    SIREN,
    model_type,
    model_version,
    official_document_name,
)


class IdurbaFormat(enum.Enum):
    """V1: code and date (2013, 2014); V2: the folder's name (2017 and after); SCOT: the SCoT's name."""

    V1 = "V1"
    V2 = "V2"
    SCOT = "SCOT"


_V1 = re.compile(rf"(?:{INSEE}|{SIREN})_?[0-9]{{8}}", re.ASCII)
_V2 = re.compile(rf"(?:{INSEE}|{SIREN})_(?:PLU|PLUi|POS|CC|PSMV)_[0-9]{{8}}(?:_[A-Z])?", re.IGNORECASE | re.ASCII)
_SCOT = re.compile(rf"{SIREN}_SCOT(?:_[0-9]{{8}})?(?:_[A-Z])?", re.IGNORECASE | re.ASCII)
_PLANS = ("PLU", "PLUI", "POS", "CC", "PSMV")


def idurba_format(model_name: str) -> IdurbaFormat | None:
    """The format that a model's tables follow, or None when IDURBA is not checked."""
    kind, version = model_type(model_name).upper(), model_version(model_name)
    if kind == "SCOT":
        return None if version == "2013" else IdurbaFormat.SCOT
    if kind not in _PLANS or not version:
        return None
    return IdurbaFormat.V1 if version in ("2013", "2014") else IdurbaFormat.V2


def has_any_format(value: str) -> bool:
    """Whether a value looks like an IDURBA of any version."""
    return any(shape.fullmatch(value) for shape in (_V1, _V2, _SCOT))


@dataclass(frozen=True)
class ExpectedIdurba:
    """What the IDURBA of one document must be. text: the folder's name in capitals, or the V1 expression."""

    format: IdurbaFormat
    text: str

    def belongs(self, value: str | None) -> bool:
        """Whether a value designates this document."""
        if value is None:
            return False
        if self.format is IdurbaFormat.V1:
            return compile_java(self.text).fullmatch(value) is not None
        return value.upper() == self.text


def expected_idurba(folder: str, kind: IdurbaFormat) -> ExpectedIdurba | None:
    """What a folder's name implies, or None when V1 cannot be built (the official tool stops there)."""
    if kind is not IdurbaFormat.V1:
        return ExpectedIdurba(kind, folder.upper())
    name = official_document_name(folder)
    if name is None or name.type in ("SCoT", "SUP"):
        return None
    parts = folder.split("_")
    return ExpectedIdurba(kind, f"{parts[0]}.*{parts[2]}.*")
