"""Invented people, for tables that must look like real ones: their names are no word of any other text."""

from __future__ import annotations

import random

FIRST_NAMES = ("Ysoline", "Gwénaëlig", "Théodulfe", "Albéric", "Zéphyrine", "Oriabel", "Ravenne", "Clodomir")
LAST_NAMES = ("Quévrainville", "Zolmardier", "Brugnachot", "Vauxclairet", "Pirolibeau", "Estrambol", "Kerguidonc",
              "Moussarguet", "Trézaguin", "Orfeuillat")  # fmt: skip
_CIVILITIES = ("M.", "Mme", "Monsieur", "Madame", "M. et Mme")


def somebody(chance: random.Random) -> str:
    """A full name, the last one in capitals half of the time."""
    last = chance.choice(LAST_NAMES)
    last = last.upper() if chance.random() < 0.5 else last  # noqa: PLR2004
    return f"{last} {chance.choice(FIRST_NAMES)}" if chance.random() < 0.5 else f"{chance.choice(FIRST_NAMES)} {last}"  # noqa: PLR2004


def with_civility(chance: random.Random) -> str:
    """As a text names somebody."""
    return f"{chance.choice(_CIVILITIES)} {chance.choice(LAST_NAMES)}"
