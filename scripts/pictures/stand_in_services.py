"""The network of the pictures: a proxy on this machine that answers for a few names, so that none leaves it.

Addresses of the pictures are those of the profiles; certificates are signed by an authority made for the run, that the
throw-away profile of QGIS is told of. Needs openssl.
"""

from __future__ import annotations

import os
import ssl
import struct
import subprocess
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

SYNDICATE = "carto.syndicat.example"
LAYERS = {
    "zone_urba": "Zonage des plans locaux d’urbanisme",
    "assiette_sup_s": "Servitudes d’utilité publique",
    "eau_potable": "Réseau d’eau potable",
    "eaux_usees": "Réseau d’eaux usées",
    "voirie": "Voirie communale",
}
HOSTS = (SYNDICATE, "data.geopf.fr", "www.georisques.gouv.fr", "georisques.gouv.fr", "mapsref.brgm.fr")
LOCKED = ("mapserver.openig.org",)
_TRANSPARENT = bytes(4)

_CAPABILITIES = """<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.3.0">
 <Service><Name>WMS</Name><Title>Cartes du syndicat</Title></Service>
 <Capability><Request><GetCapabilities><Format>text/xml</Format></GetCapabilities>
  <GetMap><Format>image/png</Format><DCPType><HTTP><Get>
   <OnlineResource xlink:href="https://{host}/ows?"/></Get></HTTP></DCPType></GetMap></Request>
  <Layer><Title>Cartes du syndicat</Title><CRS>EPSG:2154</CRS>
   <EX_GeographicBoundingBox><westBoundLongitude>2</westBoundLongitude><eastBoundLongitude>3</eastBoundLongitude>
    <southBoundLatitude>44</southBoundLatitude><northBoundLatitude>45</northBoundLatitude></EX_GeographicBoundingBox>
   <BoundingBox CRS="EPSG:2154" minx="600000" miny="6300000" maxx="700000" maxy="6400000"/>
   {layers}
  </Layer></Capability></WMS_Capabilities>"""
_LAYER = "<Layer><Name>{name}</Name><Title>{title}</Title></Layer>"


@contextmanager
def stand_in_services(folder: Path) -> Iterator[tuple[int, Path]]:
    """Start the proxy; give its port and the certificate of the authority."""
    folder.mkdir(parents=True, exist_ok=True)
    context = _certificates(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Proxy)
    _Proxy.context = context
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1], folder / "authority.pem"
    finally:
        server.shutdown()


class _Origin(BaseHTTPRequestHandler):
    """Answers for the known names."""

    def do_GET(self) -> None:
        """Capabilities, or an empty image."""
        address = urlsplit(self.path)
        host = address.hostname or (self.headers["Host"] or "").partition(":")[0]
        if host in LOCKED:
            self._answer(401, "text/plain", b"Identifiez-vous")
        elif host not in HOSTS:
            self.close_connection = True  # without a word, as a server that is no more
        elif "getmap" in address.query.lower() or "gettile" in address.query.lower():
            self._answer(200, "image/png", _EMPTY_IMAGE)
        else:
            layers = "".join(_LAYER.format(name=name, title=title) for name, title in LAYERS.items())
            self._answer(200, "text/xml", _CAPABILITIES.format(host=SYNDICATE, layers=layers).encode())

    def log_message(self, *_what: object) -> None:
        """Say nothing."""

    def _answer(self, status: int, media: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Connection", "close")
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(content)


class _Proxy(_Origin):
    """Takes requests for any name; https ones are answered through a tunnel."""

    context: ssl.SSLContext

    def do_CONNECT(self) -> None:
        """Open a tunnel to a known name, refuse the others."""
        host = self.path.partition(":")[0]
        if host not in (*HOSTS, *LOCKED):
            self._answer(502, "text/plain", b"")
            return
        self.send_response(200)
        self.end_headers()
        with suppress(OSError), self.context.wrap_socket(self.connection, server_side=True) as tunnel:
            _Origin(tunnel, self.client_address, self.server)


def _image(side: int = 4) -> bytes:
    """Return a transparent PNG."""
    rows = (b"\0" + _TRANSPARENT * side) * side
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


_EMPTY_IMAGE = _image()


def _certificates(folder: Path) -> ssl.SSLContext:
    """Make an authority and a certificate of all the names, for a few days."""
    names = ",".join(f"DNS:{host}" for host in (*HOSTS, *LOCKED))
    new_key = ["-newkey", "rsa:2048", "-nodes"]
    signed = ["-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-copy_extensions", "copy"]
    authority = ["-subj", "/CN=Pictures", "-keyout", "authority.key", "-out", "authority.pem"]
    asked = ["-subj", f"/CN={SYNDICATE}", "-addext", f"subjectAltName={names}"]
    commands = [
        ["req", "-x509", *new_key, "-days", "9", *authority],
        ["req", *new_key, *asked, "-keyout", "server.key", "-out", "server.csr"],
        ["x509", "-req", "-in", "server.csr", *signed, "-days", "9", "-out", "server.pem"],
    ]
    environment = {**os.environ, "RANDFILE": str(folder / "random")}
    for command in commands:
        subprocess.run(["openssl", *command], cwd=folder, check=True, capture_output=True, env=environment)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    return context
