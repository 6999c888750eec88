"""The name of a delivery's folder says what it is: territory, kind of document, date, part.

`44712_PLU_20041103`, `244400189_PLUi_20111215_A`, `123456789_scot`, `172014607_AC1_02A_20180130`
(standard CNIG PLU v2024 rev. 2025-06, p. 49; facts: unit_cases, "Document name"), and `44712_PLU_MEC1_20251008`, a
mise en compatibilité delivered on its own (the Géoportail's model GPU_MEC_2025).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

INSEE = r"(?:2[AB][0-9]{3}|[0-9]{5})"
SIREN = r"[0-9]{9}"
_PLAN = re.compile(
    rf"(?P<territory>{INSEE}|{SIREN})_(?P<type>PLUi|PLU|POS|CC|PSMV)_(?P<date>[0-9]{{8}})(?:_(?P<part>[A-Z]))?",
    re.IGNORECASE | re.ASCII,
)
_SCOT = re.compile(
    rf"(?P<manager>{SIREN})_SCOT(?:_(?P<date>[0-9]{{8}}))?(?:_(?P<part>[A-Z]))?", re.IGNORECASE | re.ASCII
)
_MEC = re.compile(
    r"(?P<territory>[A-Z0-9]+)_(?:PLUi|PLU|POS|CC|SCoT)_(?P<procedure>MEC[0-9]+)_(?P<date>[0-9]{8})",
    re.IGNORECASE | re.ASCII,
)
_SUP = re.compile(
    rf"(?P<manager>{SIREN})_(?P<category>[A-Z0-9]+)_(?P<territory>[0-9A-Z]+)_(?P<date>[0-9]{{8}})",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True)
class DocumentName:
    """A folder name taken apart. type: PLU, PLUi, POS, CC, PSMV, SCoT, SUP or MEC; parts that are absent are empty."""

    text: str
    type: str
    territory: str = ""
    manager: str = ""
    category: str = ""
    date: str = ""
    part: str = ""
    procedure: str = ""

    @property
    def owner(self) -> str:
        """INSEE or SIREN number with which the names of the files of a plan begin; empty for servitudes."""
        return "" if self.type == "SUP" else self.territory or self.manager


_TYPES = {"PLUI": "PLUi", "PLU": "PLU", "POS": "POS", "CC": "CC", "PSMV": "PSMV"}


def parse_document_name(text: str) -> DocumentName | None:
    """Take a folder name apart, or None when it is not the name of a planning document."""
    mec = _MEC.fullmatch(text)
    if mec:
        return DocumentName(
            text, "MEC", mec.group("territory"), date=mec.group("date"), procedure=mec.group("procedure").upper()
        )
    return official_document_name(text)


def official_document_name(text: str) -> DocumentName | None:
    """The same as the official tool reads it: without MEC, `123456789_PLUi_MEC1_20251008` is a servitude's name."""
    plan = _PLAN.fullmatch(text)
    if plan:
        kind = _TYPES[plan.group("type").upper()]
        return DocumentName(text, kind, plan.group("territory"), date=plan.group("date"), part=plan.group("part") or "")
    scot = _SCOT.fullmatch(text)
    if scot:
        return DocumentName(
            text,
            "SCoT",
            manager=scot.group("manager"),
            date=scot.group("date") or "",
            part=scot.group("part") or "",
        )
    sup = _SUP.fullmatch(text)
    if sup:
        return DocumentName(
            text,
            "SUP",
            sup.group("territory"),
            sup.group("manager"),
            sup.group("category").upper(),
            sup.group("date"),
        )
    return None


def model_type(model_name: str) -> str:
    """Second part of a model's name: `cnig_PLUi_2025` → PLUi; empty for names without a kind."""
    parts = model_name.split("_")
    return parts[1] if len(parts) > 2 and parts[0].lower() == "cnig" else ""  # noqa: PLR2004 - cnig_TYPE_YEAR


def model_version(model_name: str) -> str:
    """Last part of a model's name when it is a year: `cnig_PLU_2017` → 2017, else empty."""
    last = model_name.rsplit("_", 1)[-1]
    return last if re.fullmatch(r"[0-9]{4}", last) else ""
