"""The package sources of a Debian or Ubuntu machine, and the backports suite that goes with them.

The mirror, its keyring and its options are those that the machine already uses: nothing is assumed that a
network with its own mirror would not know. Both forms of apt are read: ``*.sources`` (deb822) and ``*.list``
(one line an entry), as described in sources.list(5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

# options of the one-line form whose deb822 name is not simply their own with capitals
OPTION_FIELDS = {"arch": "Architectures", "lang": "Languages", "target": "Targets"}
# names under which a machine may follow its release without naming it
MOVING_SUITES = ("stable", "oldstable", "oldoldstable", "testing")
ONE_LINE = re.compile(r"deb\s+(?:\[(?P<options>[^\]]*)\]\s+)?(?P<uri>\S+)\s+(?P<suite>\S+)(?P<components>[^#]*)")


@dataclass(frozen=True)
class AptSource:
    """One binary package source: addresses, suites, components, and the other deb822 fields as they stand."""

    uris: str
    suites: tuple[str, ...]
    components: tuple[str, ...]
    options: dict[str, str] = field(default_factory=dict)

    def stanza(self, suite: str) -> str:
        """Write the same source for another suite, in deb822 form."""
        fields = {
            "Types": "deb",
            "URIs": self.uris,
            "Suites": suite,
            "Components": " ".join(self.components),
            **self.options,
        }
        return "".join(f"{name}: {value}\n" for name, value in fields.items())


def read_sources(apt_folder: Path = Path("/etc/apt")) -> list[AptSource]:
    """Read every enabled binary source of ``sources.list`` and ``sources.list.d``, in apt's order."""
    files = [apt_folder / "sources.list", *sorted((apt_folder / "sources.list.d").glob("*"))]
    found: list[AptSource] = []
    for path in files:
        if not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if path.suffix == ".list":
            found += parse_one_line(text)
        elif path.suffix == ".sources":
            found += parse_deb822(text)
    return found


def parse_one_line(text: str) -> list[AptSource]:
    """Parse ``deb [option=value] uri suite component…`` lines."""
    found = []
    for line in text.splitlines():
        entry = ONE_LINE.match(line.strip())
        if entry is None or entry["uri"].startswith("cdrom:"):
            continue
        options = {}
        for option in (entry["options"] or "").split():
            name, _, value = option.partition("=")
            options[OPTION_FIELDS.get(name, name.title())] = value.replace(",", " ")
        found.append(AptSource(entry["uri"], (entry["suite"],), tuple(entry["components"].split()), options))
    return found


def parse_deb822(text: str) -> list[AptSource]:
    """Parse stanzas of ``Field: value`` lines; a line that begins with a space goes on with its field."""
    found = []
    for paragraph in re.split(r"\n\s*\n", text):
        fields: dict[str, str] = {}
        name = ""
        for line in paragraph.splitlines():
            if line.startswith("#") or not line.strip():
                continue
            if line[0] in " \t":
                fields[name] = f"{fields.get(name, '')}\n{line}"
            else:
                name, _, value = line.partition(":")
                name = name.strip().lower()
                fields[name] = value.strip()
        if _is_binary_source(fields):
            found.append(_source_of(fields))
    return found


def _is_binary_source(fields: dict[str, str]) -> bool:
    enabled = fields.get("enabled", "yes").lower() not in ("no", "false", "0", "off", "without", "disable")
    return enabled and "deb" in fields.get("types", "").split()


def _source_of(fields: dict[str, str]) -> AptSource:
    known = ("types", "uris", "suites", "components", "enabled")
    return AptSource(
        " ".join(fields.get("uris", "").split()),
        tuple(fields.get("suites", "").split()),
        tuple(fields.get("components", "").split()),
        {name.title(): value for name, value in fields.items() if name not in known},
    )


def backports_stanza(sources: list[AptSource], codename: str) -> str | None:
    """Return the source of ``<codename>-backports`` on the mirror of the release itself, or None.

    None when no source of the release is known, or when its backports are configured already.
    """
    backports = f"{codename}-backports"
    if any(backports in source.suites for source in sources):
        return None
    for names in ((codename,), MOVING_SUITES):
        for source in sources:
            if set(names) & set(source.suites) and "main" in source.components:
                return source.stanza(backports)
    return None
