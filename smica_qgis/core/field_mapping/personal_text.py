"""Keep the names of people out of what is shared: texts typed by hand hold them where nobody expects them."""

from __future__ import annotations

import re
from collections.abc import Collection

REMOVED = "[nom retiré]"
_NAME = r"(?:(?:de|du|des|la|le|d'|l'|et|ou)\s*)?[^\W\d_][\w'’.-]*"
_CIVILITY = re.compile(
    r"\b(?:M\.|MM\.|Mr|Mme|Mlle|Mmes|Messieurs|Monsieur|Mesdames|Madame|Mademoiselle|Dr|Docteur|Me|Ma[iî]tre|Consorts?"
    r"|Cts|Famille|Veuve|Vve|Indivision|Chez|Propri[ée]taire|Locataire|Occupant|Usager|P[ée]titionnaire|Demandeur)"
    rf"(?:\s*:)?(?:\s+{_NAME}){{1,4}}|\bM\s+(?-i:[A-ZÀ-Þ]){_NAME}(?:\s+(?-i:[A-ZÀ-Þ]){_NAME}){{0,2}}",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"(?:\+33\s?|\b0)[1-9](?:[\s.-]?\d{2}){4}\b")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_QUOTABLE_LENGTH = 40
_SHORTEST_NAME = 3


def without_people(text: str) -> str:
    """A text without what follows a civility, telephone numbers and electronic addresses.

    It errs on the side of removing too much; a name alone, that nothing announces, cannot be told from a word.
    """
    for pattern in (_MAIL, _TELEPHONE, _CIVILITY):
        text = pattern.sub(REMOVED, text)
    return text


def quoted(text: str) -> str:
    """A value as a report may show it: what could be a word, and so a name, is only counted."""
    if not text:
        return "vide"
    if len(text) > _QUOTABLE_LENGTH or _WORD.search(text):
        return f"un texte de {len(text)} caractères"
    return f"« {text} »"


def foreign_word(text: str, allowed: Collection[str]) -> bool:
    """Whether an identifier holds a word that may be somebody's name. allowed: words known to be none."""
    known = {word.casefold() for word in allowed}
    return any(word.casefold() not in known for word in _WORD.findall(text))


def without_names(text: str, names: Collection[str], *, place: bool) -> str:
    """A text without the people that other columns of its row name.

    place: the text is an address, where a first name alone may be that of a street: only a whole name is removed.
    """
    for name in names:
        words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) >= _SHORTEST_NAME]
        if place and len(words) > 1:
            either_way = "|".join(r"\W+".join(map(re.escape, order)) for order in (words, words[::-1]))
            text = re.sub(rf"\b(?:{either_way})\b", REMOVED, text, flags=re.IGNORECASE)
        else:
            for word in words:
                text = re.sub(rf"\b{re.escape(word)}\b", REMOVED, text, flags=re.IGNORECASE)
    return text
