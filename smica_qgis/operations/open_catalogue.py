"""Open the catalogue: the profiles of the settings laid over one another, the services listed when asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from qgis.core import QgsApplication

from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.connectors.catalogue.profile_sources import BUNDLED, LoadedProfiles, load_profiles
from smica_qgis.connectors.catalogue.service_reader import Reading, kept_listing, read_service
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble
from smica_qgis.core.source_profile.profile import Source, SourceProfile
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.host.settings import PREFIX, load_settings

TIMEOUT_MS = 20_000


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Catalogue:
    """What a member sees. logins: account of the profile → authcfg on this machine; timeout_ms: of each request."""

    loaded: LoadedProfiles
    logins: Mapping[str, str]
    copies: KeptCopies
    timeout_ms: int = TIMEOUT_MS

    @property
    def profile(self) -> SourceProfile:
        """The profiles laid over one another."""
        return self.loaded.profile

    def authcfg(self, source: Source) -> str:
        """The configuration that a source is opened with: of the settings, else of the profile, else empty."""
        login = self.profile.logins.get(source.login)
        return self.logins.get(source.login, "") or (login.authcfg if login else "")

    def list_service(
        self,
        source: Source,
        words: str = "",
        cancelled: Callable[[], bool] = _never,
        authcfg: str | None = None,
    ) -> Reading:
        """What a service holds. authcfg: another than that of its login.

        Raises ServiceError when it cannot be said, CancelledError.
        """
        authcfg = self.authcfg(source) if authcfg is None else authcfg
        if source.login and not authcfg:
            kept = kept_listing(source, self.copies, "", words)
            trouble = ServiceError(Trouble.LOGIN_WANTED, source.url, f"compte « {source.login} »")
            if kept is None:
                raise trouble
            return Reading(kept.listing, kept.date, trouble)
        with AuthenticatedSession(authcfg, cancelled, timeout_ms=self.timeout_ms) as session:
            return read_service(source, session, self.copies, authcfg, words)


def copies_folder() -> Path:
    """Folder of the last good copies, in the profile of the user. It may not exist yet."""
    return Path(QgsApplication.qgisSettingsDirPath()) / PREFIX / "copies"


def open_catalogue(
    locations: Sequence[str] = (), *, online: bool = True, cancelled: Callable[[], bool] = _never
) -> Catalogue:
    """Open the catalogue of the settings. locations: other profiles in place of those of the settings.

    online: False = only what is on this machine. Raises CancelledError; a profile that cannot be read is a note.
    """
    settings = load_settings()
    copies = KeptCopies(copies_folder())
    asked = tuple(locations) or settings.source_profiles or BUNDLED
    logins = {str(name): str(authcfg) for name, authcfg in settings.logins.items()}
    with AuthenticatedSession("", cancelled, timeout_ms=TIMEOUT_MS) as session:
        loaded = load_profiles(asked, copies, session if online else None)
    return Catalogue(loaded, logins, copies)
