"""A service in a process of its own that takes its time: WMS and OGC API Features. Run: slow_service.py JOURNAL.

A process, not a thread: a window that waits for it inside QGIS would keep Python from answering. The first line of the
journal is its port; then, for each request, when it came, when it was answered, and its path.
"""

from __future__ import annotations

import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

DELAY = 1.0
_JOURNAL = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
_WMS = """<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.3.0">
 <Service><Name>WMS</Name><Title>Cartes</Title></Service>
 <Capability><Request><GetMap><Format>image/png</Format>
  <DCPType><HTTP><Get><OnlineResource xlink:href="{here}/wms?"/></Get></HTTP></DCPType></GetMap></Request>
  <Layer><Title>Racine</Title><CRS>EPSG:2154</CRS>
   <EX_GeographicBoundingBox><westBoundLongitude>2</westBoundLongitude><eastBoundLongitude>3</eastBoundLongitude>
    <southBoundLatitude>44</southBoundLatitude><northBoundLatitude>45</northBoundLatitude></EX_GeographicBoundingBox>
   <BoundingBox CRS="EPSG:2154" minx="640000" miny="6380000" maxx="660000" maxy="6400000"/>
   <Layer><Name>zone</Name><Title>Zonage</Title></Layer></Layer>
 </Capability></WMS_Capabilities>"""


def _links(here: str, *named: tuple[str, str, str]) -> list[dict[str, str]]:
    return [{"rel": rel, "type": media, "href": f"{here}{path}"} for rel, media, path in named]


def answer(path: str, here: str) -> tuple[str, str]:
    """Return the media type and the text of an answer."""
    collection = {"id": "zone", "title": "Zones", "crs": ["http://www.opengis.net/def/crs/OGC/1.3/CRS84"]}
    collection["links"] = _links(here, ("items", "application/geo+json", "/api/collections/zone/items"))
    collection["extent"] = {"spatial": {"bbox": [[2.0, 44.0, 3.0, 45.0]]}}
    point = {"type": "Point", "coordinates": [2.5, 44.5]}
    feature = {"type": "Feature", "id": "1", "properties": {"nom": "A"}, "geometry": point}
    landing = _links(
        here,
        ("service-desc", "application/vnd.oai.openapi+json;version=3.0", "/api/api"),
        ("data", "application/json", "/api/collections"),
        ("conformance", "application/json", "/api/conformance"),
    )
    documents: dict[str, object] = {
        "/api": {"title": "Zones", "links": landing},
        "/api/api": {"openapi": "3.0.1", "info": {"title": "Zones", "version": "1"}, "paths": {}},
        "/api/conformance": {"conformsTo": ["http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"]},
        "/api/collections": {"collections": [collection], "links": []},
        "/api/collections/zone": collection,
        "/api/collections/zone/items": {"type": "FeatureCollection", "features": [feature], "links": []},
    }
    bare = path.partition("?")[0]
    if bare == "/wms":
        return "text/xml", _WMS.format(here=here)
    return "application/json", json.dumps(documents[bare])


class _Slow(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        came = time.monotonic()
        time.sleep(DELAY)
        media, text = answer(self.path, f"http://{self.headers['Host']}")
        content = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with _JOURNAL.open("a", encoding="utf-8") as journal:
            journal.write(json.dumps([came, time.monotonic(), self.path]) + "\n")
        self.wfile.write(content)

    def log_message(self, *_what: object) -> None:
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Slow)
    _JOURNAL.write_text(f"{server.server_address[1]}\n", encoding="utf-8")
    server.serve_forever()
