"""Real map servers on loopback behind nginx: QGIS Server, MapServer, HTTP Basic.

Nothing listens beyond 127.0.0.1; only the processes started here are stopped.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsReferencedRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

OBJECTS = 900
CAP = 500
USER, PASSWORD = "agent", "invented-for-tests"
PATIENCE = 20.0
_QGIS_SERVER = Path("/usr/lib/cgi-bin/qgis_mapserv.fcgi")
_MAPSERVER = Path("/usr/lib/cgi-bin/mapserv")


@dataclass
class MapServers:
    """Addresses: qgis, qgis_login (Basic), mapserver. pids: of what was started."""

    folder: Path
    port: int
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def qgis(self) -> str:
        return f"http://127.0.0.1:{self.port}/ows/"

    @property
    def qgis_login(self) -> str:
        return f"http://127.0.0.1:{self.port}/ows-login/"

    @property
    def mapserver(self) -> str:
        return f"http://127.0.0.1:{self.port}/maps/urba"

    def stop(self) -> None:
        for process in self.processes:
            process.terminate()
        time.sleep(0.3)  # a worker blocked in accept() ignores TERM
        for process in self.processes:
            process.kill()
            process.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)


def start_map_servers() -> MapServers:
    """Start them all; skip the test, saying what is missing."""
    wanted = {"nginx": nginx(), "spawn-fcgi": shutil.which("spawn-fcgi"), "openssl": shutil.which("openssl")}
    wanted.update({"qgis-server": existing(_QGIS_SERVER), "cgi-mapserver": existing(_MAPSERVER)})
    missing = [name for name, path in wanted.items() if not path]
    if missing:
        pytest.skip(f"not installed here: {', '.join(missing)}")
    folder = Path(tempfile.mkdtemp(prefix="smica_maps_"))
    folder.chmod(0o755)
    servers = MapServers(folder, free_port())
    data = write_data(folder)
    write_project(data, folder / "urba.qgs")
    write_configuration(servers, data)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(folder), "HOME": str(folder)}
    environment["QGIS_PROJECT_FILE"] = str(folder / "urba.qgs")
    environment["MAPSERVER_CONFIG_FILE"] = str(folder / "mapserver.conf")
    for name, command in (("qgis1", _QGIS_SERVER), ("qgis2", _QGIS_SERVER), ("ms", _MAPSERVER)):
        spawn = ["spawn-fcgi", "-n", "-M", "0666", "-s", str(folder / f"{name}.sock"), "--", str(command)]
        start(servers, spawn, environment)
    start(servers, [str(nginx()), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")], environment)
    wait_for(f"{servers.qgis}?SERVICE=WMS&REQUEST=GetCapabilities", servers)
    wait_for(f"{servers.mapserver}?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetCapabilities", servers)
    return servers


def start(servers: MapServers, command: list[str], environment: dict[str, str]) -> None:
    log = (servers.folder / "processes.log").open("ab")
    with log:
        servers.processes.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log))


def nginx() -> str | None:
    return shutil.which("nginx") or existing(Path("/usr/sbin/nginx"))


def existing(path: Path) -> str | None:
    return str(path) if path.exists() else None


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(address: str, servers: MapServers) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answers(address):
            return
        time.sleep(0.1)
    log = (servers.folder / "processes.log").read_text(errors="replace")[-2000:]
    servers.stop()
    pytest.fail(f"not up: {address}\n{log}")


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):  # noqa: S310
            return True
    except (urllib.error.URLError, OSError):
        return False


def write_data(folder: Path) -> Path:
    """Write squares of 100 m in Lambert-93, thirty by thirty, near Rodez."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:2154&field=gid:integer&field=libelle:string", "zone_urba", "memory")
    features = []
    for number in range(OBJECTS):
        x, y = 640000 + 100 * (number % 30), 6380000 + 100 * (number // 30)
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number + 1, f"Zone é {number}"])
        ring = f"{x} {y}, {x + 100} {y}, {x + 100} {y + 100}, {x} {y + 100}, {x} {y}"
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({ring}))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "zone_urba"
    path = folder / "urba.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), layer.transformContext(), options)
    path.chmod(0o644)
    return path


def write_project(data: Path, path: Path) -> None:
    """Write a project that publishes the layer as WMS, WFS, WMTS (Lambert-93) and OGC API Features."""
    project = QgsProject()
    layer = QgsVectorLayer(f"{data}|layername=zone_urba", "Zonage", "ogr")
    layer.serverProperties().setShortName("zone_urba")
    project.setCrs(layer.crs())
    project.addMapLayer(layer)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(layer.extent(), layer.crs()))
    extent = layer.extent()
    corners = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    for name, value in (
        ("WFSLayers", [layer.id()]),
        ("WMSCrsList", ["EPSG:2154", "EPSG:3857", "EPSG:4326"]),
        ("WMSExtent", [str(corner) for corner in corners]),
    ):
        project.writeEntry(name, "/", value)
    project.writeEntry("WMSServiceTitle", "/", "Urbanisme")
    project.writeEntry("WMSServiceCapabilities", "/", True)
    project.writeEntry("WMTSLayers", "Layer", [layer.id()])
    project.writeEntry("WMTSPngLayers", "Layer", [layer.id()])
    project.writeEntry("WMTSGrids", "CRS", ["EPSG:2154"])
    project.writeEntry("WMTSGrids", "Config", ["EPSG:2154,12000000,0,748982857.1428572,22"])
    assert project.write(str(path)), project.error()


def write_configuration(servers: MapServers, data: Path) -> None:
    folder = servers.folder
    hashed = subprocess.run(["openssl", "passwd", "-apr1", PASSWORD], capture_output=True, text=True, check=True)
    (folder / "htpasswd").write_text(f"{USER}:{hashed.stdout.strip()}\n")
    (folder / "urba.map").write_text(_MAP.format(data=data, address=servers.mapserver, cap=CAP))
    maps = f'CONFIG\n ENV\n  MS_MAP_PATTERN "^{folder}/"\n END\n MAPS\n  urba "{folder}/urba.map"\n END\nEND\n'
    (folder / "mapserver.conf").write_text(maps)
    common = 'include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_NAME "";'
    url = f"fastcgi_param HTTP_X_QGIS_SERVICE_URL http://127.0.0.1:{servers.port}"
    (folder / "nginx.conf").write_text(_NGINX.format(f=folder, port=servers.port, common=common, url=url))


_NGINX = """daemon off; worker_processes 1; pid {f}/nginx.pid; error_log {f}/error.log;
events {{ worker_connections 128; }}
http {{ access_log off; client_body_temp_path {f}/nb; proxy_temp_path {f}/np; fastcgi_temp_path {f}/nf;
 uwsgi_temp_path {f}/nu; scgi_temp_path {f}/ns;
 upstream qgis {{ server unix:{f}/qgis1.sock; server unix:{f}/qgis2.sock; }}
 server {{ listen 127.0.0.1:{port}; server_name 127.0.0.1;
  location /ows/ {{ {common} {url}/ows/; fastcgi_pass qgis; }}
  location /ows-login/ {{ auth_basic "urba"; auth_basic_user_file {f}/htpasswd;
   {common} {url}/ows-login/; fastcgi_pass qgis; }}
  location /maps/urba {{ include /etc/nginx/fastcgi_params; fastcgi_param MS_MAPFILE {f}/urba.map;
   fastcgi_pass unix:{f}/ms.sock; }}
 }} }}
"""
_MAP = """MAP
 NAME "wfs_du"
 EXTENT 640000 6380000 643000 6383000
 UNITS METERS
 SIZE 400 400
 IMAGETYPE png
 PROJECTION "init=epsg:2154" END
 OUTPUTFORMAT NAME "geojson" DRIVER "OGR/GEOJSON" MIMETYPE "application/json; subtype=geojson; charset=utf-8"
  FORMATOPTION "FORM=SIMPLE" FORMATOPTION "STORAGE=memory" END
 WEB METADATA
  "ows_title" "WFS plafonné" "ows_enable_request" "*" "ows_srs" "EPSG:2154 EPSG:4326 EPSG:3857"
  "ows_onlineresource" "{address}" "wfs_namespace_prefix" "wfs_du" "wfs_namespace_uri" "http://wfs_du"
  "wfs_maxfeatures" "{cap}" "wfs_getfeature_formatlist" "gml,geojson" END END
 LAYER
  NAME "zone_urba" TYPE POLYGON STATUS ON
  CONNECTIONTYPE OGR CONNECTION "{data}" DATA "zone_urba"
  PROJECTION "init=epsg:2154" END
  METADATA "ows_title" "Zonage" "gml_include_items" "all" "gml_featureid" "gid" "gml_types" "auto" END
  CLASS STYLE COLOR 200 200 100 OUTLINECOLOR 80 80 80 END END
  TEMPLATE "x"
 END
END
"""
