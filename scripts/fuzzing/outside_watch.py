"""Is anything outside the delivery read? The kernel says what is opened, a server who calls."""

from __future__ import annotations

import ctypes
import os
import socket  # noqa: TID251 - the server is the trap
import sqlite3
import struct
import threading
from pathlib import Path

from fuzzing.mutation import Outside

TOKEN = "CANARI"  # noqa: S105 - no secret but a mark, which may appear in no report
_OPENED, _A_FOLDER, _NONBLOCK = 0x20, 0x40000000, 0o4000
_EVENT = struct.Struct("iIII")


class OutsideWatch:
    """Files that nobody may open and a server that nobody may call.

    Without inotify (not Linux) only the mark in the files and the server say something.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        _write_secrets(folder)
        self._calls = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._count, daemon=True).start()
        port = self._server.getsockname()[1]
        self.outside = Outside(folder, f"http://127.0.0.1:{port}")
        self._events = _watch(folder)

    def _count(self) -> None:
        while True:
            connection, _ = self._server.accept()
            self._calls += 1
            connection.close()

    def forget(self) -> None:
        """Forget what happened: the cases themselves copy these files."""
        self.said()

    def said(self) -> str:
        """Return what was touched since the last time; empty when nothing was."""
        opened = sorted(self._opened())
        calls, self._calls = self._calls, 0
        return ", ".join([*opened, *([f"{calls} calls of the network"] if calls else [])])

    def _opened(self) -> set[str]:
        if self._events < 0:
            return set()
        names: set[str] = set()
        while True:
            try:
                content = os.read(self._events, 65536)
            except BlockingIOError:
                return names
            at = 0
            while at < len(content):
                _, mask, _, length = _EVENT.unpack_from(content, at)
                name = content[at + _EVENT.size : at + _EVENT.size + length].rstrip(b"\0").decode("utf-8", "replace")
                at += _EVENT.size + length
                if not mask & _A_FOLDER:
                    names.add(name)


def _watch(folder: Path) -> int:
    """A descriptor of what is opened in a folder; -1 where the system cannot say."""
    library = ctypes.CDLL(None)
    if not hasattr(library, "inotify_init1"):
        return -1
    descriptor = int(library.inotify_init1(_NONBLOCK))
    library.inotify_add_watch(descriptor, os.fsencode(folder), _OPENED)
    return descriptor


def _write_secrets(folder: Path) -> None:
    """Write well-formed files: what could not be read would prove nothing."""
    from osgeo import ogr

    rows = f"LIBELLE,A\n{TOKEN},1\n"
    texts = {
        ".csv": rows,
        ".txt": f"{TOKEN}\n",
        ".vrt": f'<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>{folder / "secret.csv"}</SrcDataSource>'
        "</OGRVRTLayer></OGRVRTDataSource>",
        ".gfs": f"<GMLFeatureClassList><GMLFeatureClass><Name>{TOKEN}</Name><ElementPath>zone</ElementPath>"
        "</GMLFeatureClass></GMLFeatureClassList>",
        ".xml": f"<PAMDataset><Metadata><MDI key='a'>{TOKEN}</MDI></Metadata></PAMDataset>",
        ".xsd": '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>',
        ".gml": f'<g:Point xmlns:g="http://www.opengis.net/gml/3.2" g:id="g"><g:pos>1 1</g:pos>'
        f"<!--{TOKEN}--></g:Point>",
        ".geojson": '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,'
        f'"properties":{{"LIBELLE":"{TOKEN}"}}}}]}}',
    }
    for suffix, text in texts.items():
        (folder / f"secret{suffix}").write_text(text, encoding="utf-8")
    source = ogr.Open(str(folder / "secret.csv"))
    for driver, suffix in (("ESRI Shapefile", ".dbf"), ("GPKG", ".gpkg")):
        ogr.GetDriverByName(driver).CopyDataSource(source, str(folder / f"secret{suffix}"))
    connection = sqlite3.connect(folder / "secret.gpkg")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
