"""Mutations of XML: metadata that are no metadata, entities, bombs, references to the outside."""

from __future__ import annotations

import random
import re
from pathlib import Path

from fuzzing.mutation import Apply, Outside, files_of, one_of

_TEXTS = (
    "",
    "   ",
    "0000-00-00",
    "2025-13-45",
    "99999999999999999999999",
    "-1e400",
    "NaN",
    "é" * 5000,
    "&#0;",
    "&#xFFFF;",
    "&inconnue;",
    "<![CDATA[ ]]>",
    "<!--",
    "<b>",
    "EPSG:0",
    "http://www.opengis.net/def/crs/EPSG/0/99999999",
    "file:///etc/passwd",
)
_ELEMENT = re.compile(rb"<([\w:]+)[^<>/]*>([^<>]*)</\1>")
_ENCODING = re.compile(rb'encoding="[^"]*"')
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>")
_ENCODINGS = (b"UTF-16", b"UTF-7", b"EBCDIC-CP-US", b"latin1", b"nul", b"")
_DEEP = 30_000


def _read(root: Path, chance: random.Random) -> tuple[Path | None, bytes]:
    path = one_of(chance, files_of(root, ".xml", ".gml"))
    return path, path.read_bytes() if path is not None else b""


def change_text(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001 - one signature
    """Replace, repeat or remove a few elements."""
    path, content = _read(root, chance)
    elements = list(_ELEMENT.finditer(content))
    if path is None or not elements:
        return ""
    for found in sorted(chance.sample(elements, min(len(elements), 3)), key=lambda m: -m.start()):
        way = chance.choice(("text", "repeat", "remove"))
        if way == "text":
            text = chance.choice(_TEXTS).encode()
            content = content[: found.start(2)] + text + content[found.end(2) :]
        elif way == "repeat":
            content = content[: found.end()] + found.group() * chance.randrange(1, 50) + content[found.end() :]
        else:
            content = content[: found.start()] + content[found.end() :]
    path.write_bytes(content)
    return f"texts of {path.name}"


def entities(root: Path, chance: random.Random, outside: Outside) -> str:
    """Declare entities: of the outside, of the network, or that grow without end."""
    path, content = _read(root, chance)
    if path is None:
        return ""
    target = chance.choice((outside.file(".txt").as_uri(), f"{outside.address}/entity", "../../secret.txt"))
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    declared = chance.choice(
        (
            f'<!DOCTYPE r [<!ENTITY s SYSTEM "{target}">]>',
            f'<!DOCTYPE r SYSTEM "{target}">',
            f'<!DOCTYPE r [<!ENTITY % p SYSTEM "{target}"> %p;]>',
            f'<!DOCTYPE r [<!ENTITY e0 "poum">{grown}<!ENTITY s "&e11;">]>',
        )
    ).encode()
    head = _DECLARATION.match(content)
    at = head.end() if head else 0
    content = content[:at] + declared + content[at:]
    elements = list(_ELEMENT.finditer(content))
    if elements:
        found = chance.choice(elements)
        content = content[: found.start(2)] + b"&s;" + content[found.end(2) :]
    path.write_bytes(content)
    return f"entities in {path.name}"


def outside_schema(root: Path, chance: random.Random, outside: Outside) -> str:
    """Point to a schema, a style sheet or an inclusion outside."""
    path, content = _read(root, chance)
    if path is None:
        return ""
    target = chance.choice((outside.file(".xsd").as_uri(), f"{outside.address}/schema.xsd"))
    said = chance.choice(
        (
            f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="{target}"',
            f' xmlns:xi="http://www.w3.org/2001/XInclude" xi:href="{target}"',
        )
    ).encode()
    content = re.sub(rb"(<[A-Za-z][\w:.-]*)", lambda m: m.group() + said, content, count=1)
    if chance.random() < 0.5:  # noqa: PLR2004
        content = _DECLARATION.sub(
            lambda m: m.group() + f'<?xml-stylesheet href="{target}" type="text/xsl"?>'.encode(), content
        )
    path.write_bytes(content)
    return f"schema in {path.name}"


def encoding(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Declare an encoding that is not the file's, or write it in another."""
    path, content = _read(root, chance)
    if path is None:
        return ""
    if chance.random() < 0.5:  # noqa: PLR2004
        content = _ENCODING.sub(b'encoding="' + chance.choice(_ENCODINGS) + b'"', content)
    else:
        content = content.decode("utf-8", "replace").encode(chance.choice(("utf-16", "latin-1", "utf-32")), "replace")
    path.write_bytes(content)
    return f"encoding of {path.name}"


def nested(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Nest elements very deep, or leave nothing but a root."""
    path, _ = _read(root, chance)
    if path is None:
        return ""
    deep = b"<a>" * _DEEP + b"</a>" * _DEEP
    path.write_bytes(chance.choice((deep, b"<gmd:MD_Metadata/>", b"<a/>", b"<?xml version='1.0'?>", b"\xff\xfe<\x00a")))
    return f"nested {path.name}"


MUTATIONS: tuple[Apply, ...] = (change_text, change_text, entities, outside_schema, encoding, nested)
