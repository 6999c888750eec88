"""Compare words whatever their case, their accents and their punctuation."""

from __future__ import annotations

import re
import unicodedata

_PUNCTUATION = re.compile(r"[\s_.,;:°'’\"()\-]+")


def folded(text: str) -> str:
    """`N° de dossier` and `n_DE-DOSSIER` give `n de dossier`; what is only punctuation stays as it is."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("°", " ").replace("º", " "))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _PUNCTUATION.sub(" ", letters).strip() or text.strip()
