"""Profiles laid over one another: national, region, syndicate, commune.

A later profile replaces a source, a group or a login of the same id whole, adds its own, and removes by id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from smica_qgis.core.source_profile.profile import Group, Login, ProfileLevel, Source, SourceProfile


@dataclass(frozen=True)
class LayeredProfile:
    """What a member sees. notes: French, what of the profiles had no effect."""

    profile: SourceProfile
    notes: tuple[str, ...] = ()


def layered(profiles: Sequence[SourceProfile]) -> LayeredProfile:
    """Lay profiles over one another, in the order given."""
    themes: dict[str, str] = {}
    logins: dict[str, Login] = {}
    groups: dict[str, Group] = {}
    sources: dict[str, Source] = {}
    downloads: dict[str, str] = {}
    notes: list[str] = []
    for profile in profiles:
        notes += _removed(profile, groups, sources)
        themes.update(profile.themes)
        logins.update(profile.logins)
        groups.update(profile.groups)
        sources.update(profile.sources)
        downloads.update(profile.downloads)
    notes += _unknown_logins(sources, logins)
    last = profiles[-1] if profiles else SourceProfile("none", "", ProfileLevel.COMMUNE)
    merged = replace(last, themes=themes, logins=logins, groups=groups, sources=sources, downloads=downloads, remove=())
    return LayeredProfile(merged, tuple(notes))


def _removed(profile: SourceProfile, groups: dict[str, Group], sources: dict[str, Source]) -> list[str]:
    """Remove what a profile says; a group goes with its sources and its groups."""
    notes = []
    for name in profile.remove:
        inside = _groups_inside(name, groups) if name in groups else set()
        gone = [key for key, source in sources.items() if key == name or source.group in inside]
        if not gone and not inside:
            notes.append(f"Le profil « {profile.title} » retire « {name} », qu'aucun profil ne contient.")
        for key in gone:
            del sources[key]
        for key in inside:
            del groups[key]
    return notes


def _groups_inside(name: str, groups: dict[str, Group]) -> set[str]:
    inside = {name}
    while True:
        more = {key for key, group in groups.items() if group.parent in inside} - inside
        if not more:
            return inside
        inside |= more


def _unknown_logins(sources: dict[str, Source], logins: dict[str, Login]) -> list[str]:
    wanted = {source.login for source in sources.values() if source.login}
    return [
        f"Le compte « {login} » est demandé mais aucun profil ne le décrit." for login in sorted(wanted - set(logins))
    ]
