"""Reads the settings of a target: which keys it knows, and what each must be. No secret is taken from here."""

from __future__ import annotations

from collections.abc import Mapping

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.source_profile.hidden_secrets import secret_in_address

_NETWORK = ("http://", "https://")


class GivenSettings:
    """The object given for one target. Every reading raises InvalidParameterError that names the target and the key."""

    def __init__(self, target: str, given: object, *, required: tuple[str, ...], optional: tuple[str, ...]) -> None:
        self._target = target
        if not isinstance(given, Mapping):
            raise self.refused("", "un objet JSON")
        self._given: Mapping[str, object] = {str(key): value for key, value in given.items()}
        known = (*required, *optional)
        for key in self._given:
            if key not in known:
                message = f"Cible {target} : « {key} » n'est pas connu. Réglages connus : {', '.join(known)}."
                raise InvalidParameterError(message)
        for key in required:
            if self._given.get(key) in (None, ""):
                message = f"Cible {target} : il manque « {key} »."
                raise InvalidParameterError(message)

    def has(self, key: str) -> bool:
        """Whether a value was given."""
        return self._given.get(key) not in (None, "")

    def text(self, key: str, default: str = "") -> str:
        """A text."""
        value = self._given.get(key, default)
        if not isinstance(value, str):
            raise self.refused(key, "un texte")
        return value.strip()

    def address(self, key: str, default: str = "") -> str:
        """An http(s) address without any login nor key, without the `/` that may end it."""
        text = self.text(key, default)
        if not text:
            return ""
        if not text.lower().startswith(_NETWORK):
            raise self.refused(key, "une adresse http(s)")
        if secret_in_address(text):
            message = (
                f"Cible {self._target} : l'adresse « {key} » contient un identifiant, un mot de passe ou une clé. "
                "Enregistrez-les dans l'authentification de QGIS et donnez sa configuration (« authcfg »)."
            )
            raise InvalidParameterError(message)
        return text.rstrip("/")

    def number(self, key: str, default: int, *, least: int = 0) -> int:
        """A whole number."""
        value = self._given.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise self.refused(key, f"un nombre entier d'au moins {least}")
        return value

    def switch(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._given.get(key, default)
        if not isinstance(value, bool):
            raise self.refused(key, "true ou false")
        return value

    def mapping(self, key: str) -> Mapping[str, object]:
        """An object, empty when it is not given."""
        value = self._given.get(key, {})
        if not isinstance(value, Mapping):
            raise self.refused(key, "un objet JSON")
        return value

    def refused(self, key: str, expected: str) -> InvalidParameterError:
        """The error of a value that is not what it must be. The value is not repeated: it may be a secret."""
        what = f"« {key} » doit être" if key else "les réglages doivent être"
        return InvalidParameterError(f"Cible {self._target} : {what} {expected}.")
