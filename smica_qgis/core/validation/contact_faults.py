"""What the two contact rules share, the official tool's slip included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.official_stop import official_stop

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import MatchedFile
    from smica_qgis.core.validation.metadata import Contact

NAME_ABSENT = "METADATA_METADATACONTACT_NAMEABSENT"
"""Given for both contacts: the official tool never uses the code of the other one."""
_PLACEHOLDER = "non_renseigne@exemple.fr"
_MAIL = re.compile(r".+@.+\..+")


def contact_faults(contact: Contact, mail_code: str, file: MatchedFile, element: str) -> Iterator[Fault]:
    """Faults of a contact that is there."""
    if not contact.organisation or not contact.organisation.strip():
        yield Fault(NAME_ABSENT)
    if not contact.has_mail:
        yield official_stop(file, f"contact {element} sans adresse électronique")
    elif contact.mail == _PLACEHOLDER or not _MAIL.search(contact.mail or ""):
        yield Fault(mail_code, {"VALUE": contact.mail or ""})
