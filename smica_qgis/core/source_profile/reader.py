"""Reads a source profile (docs/reference/source_profile.schema.json) and says all that is wrong with it, by line."""

from __future__ import annotations

import re

from smica_qgis.core.source_profile.errors import ProfileFault, SourceProfileError
from smica_qgis.core.source_profile.members import Members
from smica_qgis.core.source_profile.positioned_json import JsonSyntaxError, read_positioned
from smica_qgis.core.source_profile.profile import (
    DOWNLOADS,
    FORMAT,
    THEMES,
    VERSION,
    Group,
    Login,
    ProfileLevel,
    Source,
    SourceProfile,
)
from smica_qgis.core.source_profile.source_reader import read_source, wrong_address

MOST_CHARACTERS = 5_000_000
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_AUTHCFG = re.compile(r"[A-Za-z0-9]{7}")
_KEYS = (
    "$schema", "format", "version", "id", "title", "level", "updated", "publisher", "themes", "logins", "groups",
    "sources", "downloads", "remove",
)  # fmt: skip


def read_profile(content: bytes, location: str = "") -> SourceProfile:
    """Read a profile. location: its path or address, for messages and to find the files that it names.

    Raises SourceProfileError with every fault.
    """
    faults: list[ProfileFault] = []
    profile = None
    try:
        root = read_positioned(_text(content))
    except JsonSyntaxError as error:
        faults.append(ProfileFault(error.line, "", error.message))
    else:
        profile = _ProfileReading(Members(root, "", faults), location).profile()
    if faults or profile is None:
        raise SourceProfileError(location, tuple(sorted(faults, key=lambda fault: fault.line)))
    return profile


def _text(content: bytes) -> str:
    if len(content) > MOST_CHARACTERS:
        raise JsonSyntaxError(1, f"le document dépasse {MOST_CHARACTERS} octets")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise JsonSyntaxError(line, "le texte n'est pas en UTF-8") from error


class _ProfileReading:
    """One document being read."""

    def __init__(self, root: Members, location: str) -> None:
        self._root = root
        self._location = location

    def profile(self) -> SourceProfile | None:
        """The profile, or None when even its frame is wrong."""
        root = self._root
        if not self._is_ours():
            return None
        root.only(_KEYS)
        level = root.choice("level", ProfileLevel) or ProfileLevel.COMMUNE
        profile_id = self._id(root)
        themes = {**THEMES, **self._themes()}
        logins = self._logins()
        groups = self._groups(themes)
        self._check_parents(groups)
        sources: dict[str, Source] = {}
        for members in root.objects("sources"):
            source = read_source(members, themes, groups, profile_id, self._location)
            self._unique(members, source.id, sources)
            sources[source.id] = source
        return SourceProfile(
            id=profile_id,
            title=root.text("title", required=True),
            level=level,
            updated=root.text("updated"),
            publisher=root.text("publisher"),
            themes=themes,
            logins=logins,
            groups=groups,
            sources=sources,
            downloads=self._downloads(),
            remove=root.texts("remove"),
            location=self._location,
        )

    def _is_ours(self) -> bool:
        root = self._root
        if root.text("format") != FORMAT:
            root.fault("format", f"« format » doit valoir « {FORMAT} » : ce n'est pas un profil de données")
            return False
        if root.number("version", 0) != VERSION:
            root.fault("version", f"cette version de l'extension lit la version {VERSION} des profils")
            return False
        return True

    def _id(self, members: Members) -> str:
        found = members.text("id", required=True)
        if found and _ID.fullmatch(found) is None:
            members.fault("id", "un identifiant s'écrit en minuscules sans accent, chiffres, points et tirets")
        return found

    def _themes(self) -> dict[str, str]:
        own = self._root.member("themes")
        return {} if own is None else {key: own.text(key, required=True) for key in own}

    def _logins(self) -> dict[str, Login]:
        logins: dict[str, Login] = {}
        for members in self._root.objects("logins"):
            members.only(("id", "title", "authcfg"))
            authcfg = members.checked("authcfg", _wrong_authcfg)
            login = Login(self._id(members), members.text("title", required=True), authcfg)
            self._unique(members, login.id, logins)
            logins[login.id] = login
        return logins

    def _downloads(self) -> dict[str, str]:
        members = self._root.member("downloads")
        if members is None:
            return {}
        members.only(DOWNLOADS)
        found = {}
        for name in DOWNLOADS:
            if name in members:
                found[name] = members.checked(name, wrong_address)
                for place in DOWNLOADS[name]:
                    if place not in found[name]:
                        members.fault(name, f"l'adresse doit contenir {place}")
        return found

    def _groups(self, themes: dict[str, str]) -> dict[str, Group]:
        groups: dict[str, Group] = {}
        for members in self._root.objects("groups"):
            members.only(("id", "title", "theme", "parent"))
            theme = members.text("theme") or "autres"
            if theme not in themes:
                members.fault("theme", f"le thème « {theme} » n'est pas connu ({', '.join(themes)})")
            group = Group(self._id(members), members.text("title", required=True), theme, members.text("parent"))
            self._unique(members, group.id, groups)
            groups[group.id] = group
        return groups

    def _check_parents(self, groups: dict[str, Group]) -> None:
        for members in self._root.objects("groups"):
            group_id, parent = members.text("id"), members.text("parent")
            seen = {group_id}
            while parent in groups and parent not in seen:
                seen.add(parent)
                parent = groups[parent].parent
            if parent in seen:
                members.fault("parent", "un groupe est son propre parent")

    def _unique(self, members: Members, found: str, known: object) -> None:
        if isinstance(known, dict) and found and found in known:
            members.fault("id", f"l'identifiant « {found} » est déjà pris")


def _wrong_authcfg(text: str) -> str:
    if _AUTHCFG.fullmatch(text):
        return ""
    return "un identifiant d'authentification de QGIS a 7 lettres ou chiffres (jamais un mot de passe)"
