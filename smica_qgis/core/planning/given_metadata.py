"""What a person gives for a metadata sheet: a JSON object of values, each of which wins over what is derived."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.metadata_record import Box, Link
from smica_qgis.core.validation.metadata_codes import JAVA_CHARSETS
from smica_qgis.core.validation.xml_dates import is_xml_date

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_IDENTIFIER = re.compile(r"[\w\s.:/\[\]-]+", re.ASCII)
_BOX_SIDES = 4


@dataclass(frozen=True)
class GivenMetadata:
    """Every value may be absent: empty, 0 or None. territory: its name, for the title, the abstract and the owner.

    licence, access: texts of the constraints; keywords: free ones, added; cadastre_date: AAAA-MM-JJ, of the cadastre
    that the document was drawn on; box: west, south, east, north in degrees.
    """

    territory: str = ""
    organisation: str = ""
    mail: str = ""
    contact_organisation: str = ""
    contact_mail: str = ""
    file_identifier: str = ""
    title: str = ""
    abstract: str = ""
    identifier: str = ""
    date_stamp: str = ""
    creation_date: str = ""
    revision_date: str = ""
    publication_date: str = ""
    cadastre_date: str = ""
    lineage: str = ""
    licence: str = ""
    access: str = ""
    charset: str = ""
    format_name: str = ""
    format_version: str = ""
    specification: str = ""
    specification_date: str = ""
    denominator: int = 0
    keywords: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    box: Box | None = field(default=None)


def read_given_metadata(values: object) -> GivenMetadata:
    """Read the values of a JSON object. Raises InvalidParameterError that names the key."""
    if not isinstance(values, Mapping):
        message = 'Les valeurs des métadonnées sont un objet JSON, comme {"mail": "urbanisme@exemple.fr"}.'
        raise InvalidParameterError(message)
    known = {item.name for item in fields(GivenMetadata)}
    unknown = [str(key) for key in values if key not in known]
    if unknown:
        message = f"Métadonnées : la valeur « {unknown[0]} » n'est pas connue. Valeurs connues : {', '.join(known)}."
        raise InvalidParameterError(message)
    return GivenMetadata(**{str(key): _READERS.get(str(key), _text)(str(key), value) for key, value in values.items()})


def _refused(key: str, value: object, expected: str) -> InvalidParameterError:
    return InvalidParameterError(f"Métadonnées : « {key} » vaut « {value} » ; il faut {expected}.")


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or any(ord(char) < ord(" ") and char not in "\n\t" for char in value):
        raise _refused(key, value, "un texte")
    return value.strip()


def _mail(key: str, value: object) -> str:
    text = _text(key, value)
    if text and _MAIL.fullmatch(text) is None:
        raise _refused(key, value, "une adresse électronique générique, comme urbanisme@exemple.fr")
    return text


def _date(key: str, value: object) -> str:
    text = _text(key, value)
    if text and not is_xml_date(text):
        raise _refused(key, value, "une date AAAA-MM-JJ")
    return text


def _charset(key: str, value: object) -> str:
    text = _text(key, value)
    if text and text not in JAVA_CHARSETS:
        raise _refused(key, value, f"un de ces codes : {', '.join(JAVA_CHARSETS)}")
    return text


def _identifier(key: str, value: object) -> str:
    text = _text(key, value)
    if text and _IDENTIFIER.fullmatch(text) is None:
        raise _refused(key, value, "des lettres sans accent, des chiffres, des espaces et . _ : / [ ] -")
    return text


def _denominator(key: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        raise _refused(key, value, "un dénominateur d'échelle, nombre entier comme 5000")
    return value


def _keywords(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise _refused(key, value, "une liste de textes")
    return tuple(_text(key, word) for word in value)


def _links(key: str, value: object) -> tuple[Link, ...]:
    expected = "une liste d'objets à clés url, name et protocol"
    if not isinstance(value, (list, tuple)):
        raise _refused(key, value, expected)
    links = []
    for item in value:
        if not isinstance(item, Mapping) or not {"url", "name"} <= set(item) <= {"url", "name", "protocol"}:
            raise _refused(key, item, expected)
        texts = {name: _text(key, text) for name, text in item.items()}
        links.append(Link(**texts))
    return tuple(links)


def _box(key: str, value: object) -> Box:
    numbers = isinstance(value, (list, tuple)) and all(
        isinstance(side, (int, float)) and not isinstance(side, bool) for side in value
    )
    if not isinstance(value, (list, tuple)) or not numbers or len(value) != _BOX_SIDES:
        raise _refused(key, value, "quatre nombres en degrés : ouest, sud, est, nord")
    west, south, east, north = (float(side) for side in value)
    return west, south, east, north


_READERS: Mapping[str, Callable[[str, Any], Any]] = {
    "mail": _mail,
    "contact_mail": _mail,
    "date_stamp": _date,
    "creation_date": _date,
    "revision_date": _date,
    "publication_date": _date,
    "cadastre_date": _date,
    "specification_date": _date,
    "charset": _charset,
    "file_identifier": _identifier,
    "denominator": _denominator,
    "keywords": _keywords,
    "links": _links,
    "box": _box,
}
