"""Who is acting on the store, and in which roles.

A GeoPackage knows no accounts: whoever may write it may do everything, under the name of their session. In PostGIS the
roles are those of the login, given by the administrator.
"""

from __future__ import annotations

from datetime import datetime, timezone

from smica_qgis.core.workflow.roles import Actor, Role
from smica_qgis.database.store import Store


def actor_in(store: Store) -> Actor:
    """The person behind this connection. Raises StoreError."""
    held = store.roles()
    return Actor(store.user, frozenset(Role) if held is None else frozenset(map(Role, held)))


def present_instant() -> str:
    """Now, as the instruction keeps it: ISO 8601, UTC, to the second."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
