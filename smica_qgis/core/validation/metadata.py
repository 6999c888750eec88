"""What the rules read in an ISO 19139 metadata file (facts: checks, "Metadata"; metadata_rules).

A text is None when the element is absent, and the element's text (possibly empty) otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

Text = Optional[str]


@dataclass(frozen=True)
class OnlineResource:
    """One `gmd:onLine`."""

    name: Text
    protocol: Text
    url: Text


@dataclass(frozen=True)
class Bounds:
    """One geographic element: raw texts, west, south, east, north."""

    west: Text
    south: Text
    east: Text
    north: Text

    @property
    def texts(self) -> tuple[Text, Text, Text, Text]:
        """West, south, east, north."""
        return self.west, self.south, self.east, self.north


@dataclass(frozen=True)
class Resolution:
    """One spatial resolution: scale denominator or distance."""

    denominator: Text
    distance: Text


@dataclass(frozen=True)
class Specification:
    """One conformity report."""

    title: Text
    date: Text
    date_type: Text
    degree: Text


@dataclass(frozen=True)
class Contact:
    """A responsible party. has_mail: whether an electronicMailAddress element stands there."""

    organisation: Text
    mail: Text
    has_mail: bool


@dataclass(frozen=True)
class Keywords:
    """One block of keywords under a thesaurus."""

    thesaurus: Text
    values: tuple[Text, ...]


@dataclass(frozen=True)
class ReferenceSystem:
    """The first reference system identifier."""

    code: Text
    uri: Text


@dataclass(frozen=True)
class Metadata:
    """A whole MD_Metadata record."""

    file_identifier: Text = None
    identifiers: tuple[Text, ...] = ()
    title: Text = None
    abstract: Text = None
    type: Text = None
    locators: tuple[OnlineResource, ...] = ()
    language: Text = None
    topic_category: Text = None
    extents: tuple[Bounds, ...] = ()
    dates: tuple[tuple[Text, Text], ...] = field(default=())
    """(type, value) of each citation date."""
    character_set: Text = None
    distribution_formats: tuple[Text, ...] = ()
    spatial_representation_type: Text = None
    lineage: Text = None
    resolutions: tuple[Resolution, ...] = ()
    specifications: tuple[Specification, ...] = ()
    contact: Contact | None = None
    metadata_contact: Contact | None = None
    metadata_date: Text = None
    metadata_language: Text = None
    reference_system: ReferenceSystem | None = None
    keywords: tuple[Keywords, ...] = ()

    def date(self, kind: str) -> Text:
        """The greatest (as text) date of that type, or None."""
        values = [value for type_, value in self.dates if type_ == kind and value is not None]
        return max(values) if values else None
