"""A folder of our own where files of a delivery are put before anything opens them (design §6).

QGIS and GDAL write beside what they open (.gfs, -wal, statistics): never where the delivery lies.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path


class WorkingCopy:
    """Short names (`3/ZONE_URBA.dbf`) so that long or strange folder names of a delivery cannot hurt."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="smica_"))
        self._folders: dict[str, Path] = {}

    def place(self, path: str) -> Path:
        """Where a file of the delivery goes. path: relative, with `/`; files of one folder stay together."""
        parent, _, name = path.rpartition("/")
        if parent not in self._folders:
            self._folders[parent] = self.folder / str(len(self._folders))
            self._folders[parent].mkdir()
        return self._folders[parent] / name

    def close(self) -> None:
        """Delete everything. What another program still holds is left to the system's cleaning."""
        shutil.rmtree(self.folder, ignore_errors=True)
