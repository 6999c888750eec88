"""Finding sources as people type: several words, without accents, by theme and by territory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from smica_qgis.core.source_profile.folding import folded_words
from smica_qgis.core.source_profile.profile import Source, SourceProfile
from smica_qgis.core.source_profile.territories import concerns

_INSIDE_A_WORD = 3


@dataclass(frozen=True)
class SourceQuery:
    """Empty = everything. themes: ids; territory: see territories."""

    text: str = ""
    themes: tuple[str, ...] = ()
    territory: str = ""


def find_sources(profile: SourceProfile, query: SourceQuery) -> tuple[Source, ...]:
    """Sources that match, those whose title matches first, then in the order of the profile."""
    asked = folded_words(query.text)
    by_title: list[Source] = []
    by_rest: list[Source] = []
    for source in profile.sources.values():
        if query.themes and source.theme not in query.themes:
            continue
        if not concerns(source.territory, query.territory):
            continue
        if matches(asked, folded_words(source.title)):
            by_title.append(source)
        elif matches(asked, _words_of(profile, source)):
            by_rest.append(source)
    return (*by_title, *by_rest)


def matches(asked: Iterable[str], words: tuple[str, ...]) -> bool:
    """Whether each word asked, in the singular, begins a word, or is inside one when it has three letters or more."""
    return all(
        any(word.startswith(one) or (len(one) >= _INSIDE_A_WORD and one in word) for word in words)
        for one in map(_singular, asked)
    )


def _singular(word: str) -> str:
    """A word without the mark of the plural: "réseaux usées" finds "réseau d'eaux usées"."""
    return word[:-1] if len(word) > _INSIDE_A_WORD and word[-1] in "sx" else word


def _words_of(profile: SourceProfile, source: Source) -> tuple[str, ...]:
    parts = (
        source.title,
        source.layer,
        source.abstract,
        source.badge,
        source.kind.value,
        source.attribution,
        profile.theme_title(source.theme),
        *profile.group_path(source),
        *source.keywords,
    )
    return folded_words(" ".join(parts))
