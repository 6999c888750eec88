"""The folder's name follows the expression of the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document


class FolderName:
    """Ignoring ASCII case; no check when the model says nothing."""

    codes = ("DIRECTORY_UNEXPECTED_NAME",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault when the name does not match whole."""
        pattern = document.model.folder_name
        if pattern and not compile_java(pattern, ignore_case=True).fullmatch(document.name):
            yield Fault(self.codes[0], file=document.folder)
