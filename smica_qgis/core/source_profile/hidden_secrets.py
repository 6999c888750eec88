"""What must never be written in a profile, a project or a report: a password or a key inside an address."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlsplit, urlunsplit

_SECRET_NAMES = frozenset(
    {
        "password", "passwd", "pwd", "pass", "user", "username", "login", "apikey", "api_key", "key", "token",
        "access_token", "secret", "sig", "signature",
    }
)  # fmt: skip
HIDDEN = "***"


def secret_in_address(address: str) -> str:
    """What looks like a secret in an address (name of the parameter, never its value), or an empty text."""
    parts = _split(address)
    if parts is None:
        return ""
    if "@" in parts.netloc:
        return "identifiant:mot de passe@"
    for name, _value in parse_qsl(parts.query, keep_blank_values=True):
        if name.lower() in _SECRET_NAMES:
            return f"{name}="
    return ""


def without_secrets(address: str) -> str:
    """An address that may be shown: login and keys are hidden."""
    parts = _split(address)
    if parts is None or not secret_in_address(address):
        return address
    names = "|".join(sorted(_SECRET_NAMES))
    query = re.sub(rf"(?i)(^|&)({names})=[^&]*", rf"\1\2={HIDDEN}", parts.query)
    host = parts.netloc.rpartition("@")
    netloc = f"{HIDDEN}@{host[2]}" if host[1] else parts.netloc
    return urlunsplit((parts.scheme, netloc, parts.path, query, parts.fragment))


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None
