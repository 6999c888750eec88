"""Files and folders that the model makes mandatory or recommends are there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import FileType, Mandatory
from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document


class MandatoryFiles:
    """In the order of the model; folders are not asked for in the flat layout."""

    codes = (
        "FILE_MISSING_MANDATORY",
        "FILE_MISSING_MANDATORY_DIRECTORY",
        "FILE_MISSING_RECOMMANDED",
        "FILE_MISSING_RECOMMANDED_DIRECTORY",
    )

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault a missing file model."""
        present = {id(file.model) for file in document.files}
        for model in document.model.files:
            is_folder = model.type is FileType.DIRECTORY
            if id(model) in present or model.mandatory is Mandatory.OPTIONAL:
                continue
            if is_folder and document.options.flat:
                continue
            code = self.codes[(0 if model.mandatory is Mandatory.ERROR else 2) + is_folder]
            yield Fault(code, {"FILEMODEL_NAME": model.name}, model.name, file=document.folder)
