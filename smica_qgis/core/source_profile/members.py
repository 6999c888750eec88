"""Reading the members of a JSON object, gathering faults instead of stopping at the first."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from smica_qgis.core.source_profile.errors import ProfileFault
from smica_qgis.core.source_profile.positioned_json import Node

E = TypeVar("E", bound=enum.Enum)
_LONGEST_TEXT = 4000


class Members:
    """The members of one object. path: of the object in the document; what is wrong goes to `faults`."""

    def __init__(self, node: Node, path: str, faults: list[ProfileFault]) -> None:
        self.line = node.line
        self.path = path
        self._faults = faults
        self._members: dict[str, Node] = {}
        if isinstance(node.value, dict):
            self._members = node.value
        else:
            self.fault("", "un objet { … } est attendu")

    def __contains__(self, key: str) -> bool:
        return key in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def fault(self, key: str, message: str) -> None:
        """Say that something is wrong with a member, or with the object when key is empty."""
        line = self._members[key].line if key in self._members else self.line
        self._faults.append(ProfileFault(line, f"{self.path}.{key}".strip(".") if key else self.path, message))

    def only(self, known: Iterable[str]) -> None:
        """Refuse the keys that nobody knows: a misspelt one would be silently without effect."""
        names = tuple(known)
        for key in self._members:
            if key not in names:
                near = difflib.get_close_matches(key, names, 1)
                hint = f" (vouliez-vous dire « {near[0]} » ?)" if near else ""
                self.fault(key, f"la clé n'est pas connue ici{hint}")

    def node(self, key: str) -> Node | None:
        """The node of a member, if it is there."""
        return self._members.get(key)

    def text(self, key: str, *, required: bool = False) -> str:
        """A text; empty when absent."""
        node = self._members.get(key)
        if node is None:
            if required:
                self.fault("", f"la clé « {key} » manque")
            return ""
        if not isinstance(node.value, str) or len(node.value) > _LONGEST_TEXT:
            self.fault(key, "un texte entre guillemets est attendu")
            return ""
        if required and not node.value.strip():
            self.fault(key, "le texte est vide")
        return node.value.strip()

    def number(self, key: str, default: int = 0) -> int:
        """A whole number, not negative."""
        node = self._members.get(key)
        if node is None:
            return default
        if isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < 0:
            self.fault(key, "un nombre entier positif est attendu")
            return default
        return node.value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when absent."""
        found: list[str] = []
        for item in self.items(key):
            if isinstance(item.value, str) and item.value.strip():
                found.append(item.value.strip())
            else:
                self._faults.append(ProfileFault(item.line, f"{self.path}.{key}".strip("."), "un texte est attendu"))
        return tuple(found)

    def items(self, key: str) -> list[Node]:
        """The nodes of a list; empty when absent."""
        node = self._members.get(key)
        if node is None:
            return []
        if not isinstance(node.value, list):
            self.fault(key, "une liste [ … ] est attendue")
            return []
        return node.value

    def objects(self, key: str) -> list[Members]:
        """The objects of a list."""
        prefix = f"{self.path}.{key}".strip(".")
        return [Members(node, f"{prefix}[{i}]", self._faults) for i, node in enumerate(self.items(key))]

    def member(self, key: str) -> Members | None:
        """An object."""
        node = self._members.get(key)
        return None if node is None else Members(node, f"{self.path}.{key}".strip("."), self._faults)

    def choice(self, key: str, kind: type[E], default: E | None = None) -> E | None:
        """One word of a list. Required when there is no default."""
        text = self.text(key, required=default is None)
        if not text:
            return default
        try:
            return kind(text)
        except ValueError:
            words = ", ".join(str(item.value) for item in kind)
            self.fault(key, f"« {text} » n'est pas une valeur connue ({words})")
            return default

    def checked(self, key: str, test: Callable[[str], str]) -> str:
        """A text that passes a test, which returns what is wrong or an empty text."""
        text = self.text(key)
        wrong = test(text) if text else ""
        if wrong:
            self.fault(key, wrong)
        return text
