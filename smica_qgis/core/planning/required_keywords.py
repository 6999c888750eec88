"""The keywords that the CNIG instructions ask for in the metadata (facts: checks, "Required keywords")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.java_pattern import compile_java

if TYPE_CHECKING:
    from smica_qgis.core.planning.document_name import DocumentName

TYPES = "Types de documents d\u2019urbanisme"
_PLACES = "Code officiel géographique au 1er janvier 20[0-9]{2}"
_COMPANIES = "Répertoire SIRENE"
SERVITUDES = "nomenclature nationale des SUP"
PARTS = "Sous-code de documents d\u2019urbanisme"
"""The typographic apostrophe counts: a straight one does not match."""


@dataclass(frozen=True)
class RequiredKeyword:
    """name: TYPE_DOC, EMPRISE…; thesaurus: expression of its title; value: expected keyword, ignoring case."""

    name: str
    thesaurus: str
    value: str

    def is_under(self, title: str | None) -> bool:
        """Whether a thesaurus title is the right one."""
        return title is not None and compile_java(self.thesaurus, ignore_case=True).fullmatch(title) is not None


def required_keywords(name: DocumentName) -> tuple[RequiredKeyword, ...]:
    """The keywords that a folder's name implies, in the official order."""
    if name.type == "SUP":
        found = [
            RequiredKeyword("CATEGORIE_SUP", SERVITUDES, name.category),
            RequiredKeyword("SIREN_GESTIONNAIRE", _COMPANIES, name.manager),
            RequiredKeyword("EMPRISE", _PLACES, name.territory),
        ]
    elif name.type == "SCoT":
        found = [
            RequiredKeyword("TYPE_DOC", TYPES, "SCOT"),
            RequiredKeyword("SIREN_GESTIONNAIRE", _COMPANIES, name.manager),
        ]
    else:
        thesaurus = _COMPANIES if name.type == "PLUi" else _PLACES
        found = [
            RequiredKeyword("TYPE_DOC", TYPES, name.type.upper()),
            RequiredKeyword("EMPRISE", thesaurus, name.territory),
        ]
    # the official tool takes the letter of `123456789_SCOT_A` for the date, and asks for no CodeDU then
    if name.part and (name.date or name.type != "SCoT"):
        found.append(RequiredKeyword("CodeDU", PARTS, name.part.upper()))
    return tuple(found)
