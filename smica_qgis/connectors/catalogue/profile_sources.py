"""Where profiles come from: bundled with the plugin, a file, an address; the last good copy when it cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.connectors.catalogue.kept_copies import KeptCopies, KeptCopy
from smica_qgis.connectors.catalogue.service_trouble import service_error
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.source_profile.errors import SourceProfileError
from smica_qgis.core.source_profile.layering import layered
from smica_qgis.core.source_profile.profile import SourceProfile
from smica_qgis.core.source_profile.reader import read_profile
from smica_qgis.host.network import NetworkSession

BUNDLED_FOLDER = Path(__file__).resolve().parents[2] / "sources"
BUNDLED = ("fr_national", "fr_occitanie_openig")


@dataclass(frozen=True)
class ProfileState:
    """One profile as it was obtained. date: of the copy, empty for the bundled ones; trouble: why it is a copy."""

    location: str
    title: str
    date: str = ""
    trouble: str = ""


@dataclass(frozen=True)
class LoadedProfiles:
    """What a member sees, and where it came from. notes: French, to be shown."""

    profile: SourceProfile
    states: tuple[ProfileState, ...]
    notes: tuple[str, ...] = ()


def load_profiles(locations: Sequence[str], copies: KeptCopies, session: NetworkSession | None) -> LoadedProfiles:
    """Read profiles and lay them over one another, in their order.

    locations: names of bundled profiles, paths, addresses. session: None = no network, the kept copies only. A profile
    that cannot be read at all is a note: the others are shown. Raises CancelledError.
    """
    profiles: list[SourceProfile] = []
    states: list[ProfileState] = []
    notes: list[str] = []
    for location in locations:
        try:
            profile, state = _one(location, copies, session)
        except CancelledError:
            raise
        except SmicaError as error:
            notes.append(error.message)
            continue
        profiles.append(profile)
        states.append(state)
    result = layered(profiles)
    return LoadedProfiles(result.profile, tuple(states), (*notes, *result.notes))


def _one(location: str, copies: KeptCopies, session: NetworkSession | None) -> tuple[SourceProfile, ProfileState]:
    bundled = BUNDLED_FOLDER / f"{location}.json"
    if location.isidentifier() and bundled.is_file():
        profile = read_profile(bundled.read_bytes(), str(bundled))
        return profile, ProfileState(location, profile.title)
    try:
        content = _content(location, session)
        profile = read_profile(content, location)
    except CancelledError:
        raise
    except SmicaError as error:
        copy = copies.last(location)
        if copy is None:
            raise
        return _from_copy(location, copy, error)
    copy = copies.keep(location, content)
    return profile, ProfileState(location, profile.title, copy.date)


def _from_copy(location: str, copy: KeptCopy, error: SmicaError) -> tuple[SourceProfile, ProfileState]:
    try:
        profile = read_profile(copy.content, location)
    except SourceProfileError:
        raise error from None
    return profile, ProfileState(location, profile.title, copy.date, error.message)


def _content(location: str, session: NetworkSession | None) -> bytes:
    if location.lower().startswith(("http://", "https://")):
        if session is None:
            raise SmicaError(f"Le profil {location} n'a pas été demandé : le réseau n'est pas utilisé.")
        try:
            return session.answer(location).content
        except CancelledError:
            raise
        except SmicaError as error:
            raise service_error(error, location) from error
    try:
        return Path(location).read_bytes()
    except OSError as error:
        raise SmicaError(f"Le profil de données {location} ne peut être ouvert.", str(error)) from error
