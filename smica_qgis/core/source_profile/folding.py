"""Texts as people type them: without accents, without case, without punctuation."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_BETWEEN_WORDS = re.compile(r"[^0-9a-z]+")


def folded_words(text: str) -> tuple[str, ...]:
    """Words of a text in lower case without accents: "L'Œuvre d'Été" → l, oeuvre, d, ete."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(word for word in _BETWEEN_WORDS.split(bare) if word)
