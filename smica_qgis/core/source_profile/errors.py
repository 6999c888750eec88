"""What is wrong with a source profile: all of it at once, each with its line and its place in the document."""

from __future__ import annotations

from dataclasses import dataclass

from smica_qgis.core.errors import SmicaError

SHOWN = 5


@dataclass(frozen=True)
class ProfileFault:
    """line: from 1; path: sources[3].url; message: French, what is wrong and what is expected."""

    line: int
    path: str
    message: str

    def __str__(self) -> str:
        place = f"ligne {self.line}" + (f", {self.path}" if self.path else "")
        return f"{place} : {self.message}"


class SourceProfileError(SmicaError):
    """A profile that cannot be used. faults: in the order of the document."""

    def __init__(self, location: str, faults: tuple[ProfileFault, ...]) -> None:
        shown = " ; ".join(str(fault) for fault in faults[:SHOWN])
        more = f" ; et {len(faults) - SHOWN} autres" if len(faults) > SHOWN else ""
        message = f"Le profil de données {location or 'donné'} ne peut être lu : {shown}{more}."
        super().__init__(message, "\n".join(str(fault) for fault in faults))
        self.faults = faults
