"""The backports suite is derived from the sources that a machine has, whatever their form."""

from __future__ import annotations

from pathlib import Path

import pytest
from machine.apt import upstream_version
from machine.apt_sources import backports_stanza, parse_deb822, parse_one_line, read_sources

DEB822 = """\
# a comment
Types: deb deb-src
URIs: http://mirror.example/debian
# another one
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/example.gpg

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main
Signed-By: /usr/share/keyrings/example.gpg
"""
ONE_LINE = """\
# deb http://old.example/debian bookworm main
deb-src http://mirror.example/debian bookworm main
deb cdrom:[Debian]/ bookworm main
deb [arch=amd64,arm64 signed-by=/a.gpg trusted=yes] http://mirror.example/debian bookworm main contrib  # ours
deb http://other.example/tool any main
"""


def test_deb822() -> None:
    assert backports_stanza(parse_deb822(DEB822), "bookworm") == (
        "Types: deb\n"
        "URIs: http://mirror.example/debian\n"
        "Suites: bookworm-backports\n"
        "Components: main\n"
        "Signed-By: /usr/share/keyrings/example.gpg\n"
    )


def test_one_line() -> None:
    assert backports_stanza(parse_one_line(ONE_LINE), "bookworm") == (
        "Types: deb\n"
        "URIs: http://mirror.example/debian\n"
        "Suites: bookworm-backports\n"
        "Components: main contrib\n"
        "Architectures: amd64 arm64\n"
        "Signed-By: /a.gpg\n"
        "Trusted: yes\n"
    )


def test_a_key_inside_the_source_is_kept() -> None:
    key = "\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mQINBF\n -----END PGP PUBLIC KEY BLOCK-----"
    text = f"Types: deb\nURIs: http://mirror.example/debian\nSuites: trixie\nComponents: main\nSigned-By:{key}\n"
    stanza = backports_stanza(parse_deb822(text), "trixie")
    assert stanza is not None
    assert f"Signed-By: {key}\n" in stanza


def test_a_disabled_source_is_not_taken() -> None:
    assert len(parse_deb822(DEB822)) == 2
    assert len(parse_deb822(DEB822.replace("Types: deb deb-src", "Types: deb\nEnabled: no"))) == 1


def test_backports_that_are_there_are_not_added_twice() -> None:
    sources = parse_deb822(DEB822.replace("bookworm-updates", "bookworm-backports"))
    assert backports_stanza(sources, "bookworm") is None


def test_a_machine_that_follows_stable_gets_the_backports_of_its_release() -> None:
    stanza = backports_stanza(parse_one_line("deb http://mirror.example/debian stable main"), "trixie")
    assert stanza is not None
    assert "Suites: trixie-backports\n" in stanza


def test_without_a_source_of_the_release_nothing_is_guessed() -> None:
    assert backports_stanza(parse_one_line("deb http://other.example/tool any main"), "bookworm") is None


def test_the_files_of_apt_are_read(tmp_path: Path) -> None:
    (tmp_path / "sources.list.d").mkdir()
    (tmp_path / "sources.list").write_text("deb http://one.example/debian bookworm main\n", encoding="utf-8")
    (tmp_path / "sources.list.d" / "two.sources").write_text(DEB822, encoding="utf-8")
    (tmp_path / "sources.list.d" / "three.list.save").write_text("deb http://no.example x main", encoding="utf-8")
    uris = [source.uris for source in read_sources(tmp_path)]
    assert uris == [
        "http://one.example/debian",
        "http://mirror.example/debian",
        "http://mirror.example/debian-security",
    ]


@pytest.mark.parametrize(
    ("version", "numbers"),
    [
        ("3.40.6+dfsg-1~bpo12+1", (3, 40, 6)),
        ("1:3.44.1+45noble", (3, 44, 1)),
        ("3.22.16+dfsg-2+b1", (3, 22, 16)),
    ],
)
def test_package_versions(version: str, numbers: tuple[int, ...]) -> None:
    assert upstream_version(version) == numbers
