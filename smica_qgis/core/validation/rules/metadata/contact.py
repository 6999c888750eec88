"""The data have a contact, with a name and a mail address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.contact_faults import contact_faults
from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class DataContact:
    """gmd:pointOfContact, the first one. The official tool gives the code of the other contact for an absent name."""

    codes = ("METADATA_CONTACT_NOT_FOUND", "METADATA_CONTACT_MAILINVALID")

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        contact = metadata.contact
        if contact is None:
            yield Fault(self.codes[0])
            return
        yield from contact_faults(contact, self.codes[1], file, "gmd:pointOfContact")
