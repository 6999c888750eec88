"""The one family of exceptions."""

from __future__ import annotations

import pytest

from smica_qgis.core import errors
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.progress import SilentProgress, stop_if_cancelled


def test_all_are_one_family() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert len(kinds) > 5
    assert all(issubclass(kind, SmicaError) for kind in kinds)


def test_a_message_for_people_and_details_for_whoever_repairs() -> None:
    error = SmicaError("Le fichier manque.", "ENOENT")
    assert (str(error), error.message, error.details) == ("Le fichier manque.", "Le fichier manque.", "ENOENT")


def test_stopping() -> None:
    class Stopped(SilentProgress):
        def cancelled(self) -> bool:
            return True

    stop_if_cancelled(SilentProgress())
    with pytest.raises(CancelledError):
        stop_if_cancelled(Stopped())
