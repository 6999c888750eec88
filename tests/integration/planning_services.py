"""Stand-ins of the Géoportail's WFS on loopback: MapServer, capped, with a real plan; QGIS Server; a page that logs in.

Nothing listens beyond 127.0.0.1; only the processes started here are stopped.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr
from qgis.core import QgsProject, QgsVectorLayer

from tests.integration.map_servers import PASSWORD, USER, MapServers, existing, free_port, nginx, start, wait_for

CAP = 40
PARTITION = "DU_248000747"
_MAPSERVER = Path("/usr/lib/cgi-bin/mapserv")
_QGIS_SERVER = Path("/usr/lib/cgi-bin/qgis_mapserv.fcgi")
_KINDS = {"surf": ogr.wkbMultiPolygon, "lin": ogr.wkbMultiLineString, "pct": ogr.wkbMultiPoint}
_LAYERS = {"surf": "POLYGON", "lin": "LINE", "pct": "POINT"}
_NATIONAL = ("gid", "partition", "gpu_doc_id", "gpu_status")
EASEMENT = "Abords de l'église"


@dataclass
class PlanningServices(MapServers):
    """du, sup: MapServer; du_login: the same behind HTTP Basic; older: QGIS Server, of WFS 1.1."""

    tables: dict[str, str] = field(default_factory=dict)

    @property
    def du(self) -> str:
        return f"http://127.0.0.1:{self.port}/maps/du"

    @property
    def sup(self) -> str:
        return f"http://127.0.0.1:{self.port}/maps/sup"

    @property
    def du_login(self) -> str:
        return f"http://127.0.0.1:{self.port}/maps-login/du"

    @property
    def portal(self) -> str:
        return f"http://127.0.0.1:{self.port}/portail"

    @property
    def older(self) -> str:
        return f"http://127.0.0.1:{self.port}/ows/"


def start_planning_services(corpus: Path) -> PlanningServices:
    """Start them; skip the test, saying what is missing."""
    wanted = {"nginx": nginx(), "cgi-mapserver": existing(_MAPSERVER), "qgis-server": existing(_QGIS_SERVER)}
    missing = [name for name, path in wanted.items() if not path]
    if missing:
        pytest.skip(f"not installed here: {', '.join(missing)}")
    folder = Path(tempfile.mkdtemp(prefix="smica_planning_"))
    folder.chmod(0o755)
    services = PlanningServices(folder, free_port())
    write_plan(corpus, folder, services)
    write_maps(services)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(folder), "HOME": str(folder)}
    environment["MAPSERVER_CONFIG_FILE"] = str(folder / "mapserver.conf")
    environment["QGIS_PROJECT_FILE"] = str(write_project(folder))
    for name, command in (("ms", _MAPSERVER), ("qgis", _QGIS_SERVER)):
        spawn = ["spawn-fcgi", "-n", "-M", "0666", "-s", str(folder / f"{name}.sock"), "--", str(command)]
        start(services, spawn, environment)
    start(services, [str(nginx()), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")], environment)
    for address in (services.du, services.sup, services.older):
        wait_for(f"{address}?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetCapabilities", services)
    return services


def write_plan(corpus: Path, folder: Path, services: PlanningServices) -> None:
    """Write the tables of the real plan as the Géoportail publishes them, an easement, an empty carte communale."""
    with zipfile.ZipFile(next((corpus / "plui_248000747").glob("*.zip"))) as archive:
        archive.extractall(folder / "plan")
    system = osr.SpatialReference()
    system.ImportFromEPSG(2154)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "plan.gpkg"))
    for path in sorted((folder / "plan").rglob("*.shp")):
        name = path.stem.removeprefix("248000747_").rpartition("_")[0].lower()
        shape = name.rpartition("_")[2] if name != "zone_urba" else "surf"
        copy_table(path, data.CreateLayer(name, system, _KINDS[shape]))
        services.tables[name] = shape
    for name, columns, shape in (
        ("secteur_cc", ("libelle", "typesect"), "surf"),
        ("info_lin", ("libelle", "typeinf", "stypeinf"), "lin"),
        ("assiette_sup_s", ("suptype", "nomsuplitt", "typeass", "fichier", "idass"), "surf"),
        ("assiette_sup_l", ("suptype", "idass"), "lin"),
        ("assiette_sup_p", ("suptype", "idass"), "pct"),
        ("municipality", ("insee", "name", "is_rnu"), "surf"),
    ):
        if name in services.tables:
            continue
        layer = data.CreateLayer(name, system, _KINDS[shape])
        for column in (*_NATIONAL, *columns):
            layer.CreateField(ogr.FieldDefn(column, ogr.OFTInteger if column == "gid" else ogr.OFTString))
        services.tables[name] = shape
    add_easement(data.GetLayer("assiette_sup_s"))
    data.FlushCache()
    del data
    (folder / "plan.gpkg").chmod(0o644)


def copy_table(path: Path, target: ogr.Layer) -> None:
    data = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["ESRI Shapefile"])
    source = data.GetLayer(0)
    names = [field_.GetName() for field_ in source.schema]
    target.CreateField(ogr.FieldDefn("gid", ogr.OFTInteger))
    for name in (*_NATIONAL[1:], *(name.lower() for name in names)):
        target.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    target.StartTransaction()
    for number, feature in enumerate(source, 1):
        row = ogr.Feature(target.GetLayerDefn())
        row.SetField("gid", number)
        row.SetField("partition", PARTITION)
        row.SetField("gpu_status", "document.production")
        for name in names:
            value = feature.GetField(name)
            if value is not None:
                row.SetField(name.lower(), str(value))
        row.SetGeometry(feature.GetGeometryRef())
        target.CreateFeature(row)
    target.CommitTransaction()


def add_easement(layer: ogr.Layer) -> None:
    """Add one that covers everything."""
    row = ogr.Feature(layer.GetLayerDefn())
    values = {"gid": 1, "suptype": "ac1", "nomsuplitt": EASEMENT, "typeass": "Périmètre", "fichier": "a1.pdf#page=2"}
    for name, value in {**values, "partition": "172014607_SUP_80_AC1", "idass": "ASS1"}.items():
        row.SetField(name, value)
    ring = "600000 6900000, 750000 6900000, 750000 7100000, 600000 7100000, 600000 6900000"
    row.SetGeometry(ogr.CreateGeometryFromWkt(f"MULTIPOLYGON((({ring})))"))
    layer.CreateFeature(row)


def write_project(folder: Path) -> Path:
    project = QgsProject()
    layer = QgsVectorLayer(f"{folder}/plan.gpkg|layername=zone_urba", "Zonage", "ogr")
    layer.serverProperties().setShortName("zone_urba")
    project.setCrs(layer.crs())
    project.addMapLayer(layer)
    project.writeEntry("WFSLayers", "/", [layer.id()])
    project.writeEntry("WMSServiceCapabilities", "/", True)
    path = folder / "plan.qgs"
    assert project.write(str(path)), project.error()
    return path


def write_maps(services: PlanningServices) -> None:
    folder = services.folder
    hashed = subprocess.run(["openssl", "passwd", "-apr1", PASSWORD], capture_output=True, text=True, check=True)
    (folder / "htpasswd").write_text(f"{USER}:{hashed.stdout.strip()}\n")
    for prefix, address in (("du", services.du), ("sup", services.sup)):
        layers = "".join(
            _LAYER.format(name=name, kind=_LAYERS[shape], data=folder / "plan.gpkg")
            for name, shape in services.tables.items()
            if ("_sup_" in name) is (prefix == "sup")
        )
        (folder / f"{prefix}.map").write_text(_MAP.format(prefix=prefix, address=address, cap=CAP, layers=layers))
    maps = f' MAPS\n  du "{folder}/du.map"\n  sup "{folder}/sup.map"\n END\n'
    pattern = f'CONFIG\n ENV\n  MS_MAP_PATTERN "^{folder}/"\n END\n{maps}END\n'
    (folder / "mapserver.conf").write_text(pattern)
    (folder / "nginx.conf").write_text(_NGINX.format(f=folder, port=services.port))


_NGINX = """daemon off; worker_processes 1; pid {f}/nginx.pid; error_log {f}/error.log;
events {{ worker_connections 128; }}
http {{ access_log off; client_body_temp_path {f}/nb; proxy_temp_path {f}/np; fastcgi_temp_path {f}/nf;
 uwsgi_temp_path {f}/nu; scgi_temp_path {f}/ns;
 server {{ listen 127.0.0.1:{port}; server_name 127.0.0.1;
  location /maps/du {{ include /etc/nginx/fastcgi_params; fastcgi_param MS_MAPFILE {f}/du.map;
   fastcgi_pass unix:{f}/ms.sock; }}
  location /maps/sup {{ include /etc/nginx/fastcgi_params; fastcgi_param MS_MAPFILE {f}/sup.map;
   fastcgi_pass unix:{f}/ms.sock; }}
  location /maps-login/du {{ auth_basic "du"; auth_basic_user_file {f}/htpasswd;
   include /etc/nginx/fastcgi_params; fastcgi_param MS_MAPFILE {f}/du.map; fastcgi_pass unix:{f}/ms.sock; }}
  location /ows/ {{ include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_NAME "";
   fastcgi_pass unix:{f}/qgis.sock; }}
  location /portail {{ default_type text/html; return 200 "<!DOCTYPE html><html><body>Connexion</body></html>"; }}
 }} }}
"""
_MAP = """MAP
 NAME "wfs_{prefix}"
 EXTENT 600000 6900000 750000 7100000
 UNITS METERS
 SIZE 400 400
 IMAGETYPE png
 PROJECTION "init=epsg:2154" END
 OUTPUTFORMAT NAME "geojson" DRIVER "OGR/GEOJSON" MIMETYPE "application/json; subtype=geojson; charset=utf-8"
  FORMATOPTION "FORM=SIMPLE" FORMATOPTION "STORAGE=memory" FORMATOPTION "LCO:COORDINATE_PRECISION=9" END
 WEB METADATA
  "ows_title" "WFS plafonné" "ows_enable_request" "*" "ows_srs" "EPSG:2154 EPSG:4326 EPSG:3857"
  "ows_onlineresource" "{address}" "wfs_namespace_prefix" "wfs_{prefix}" "wfs_namespace_uri" "http://wfs_{prefix}"
  "wfs_maxfeatures" "{cap}" "wfs_getfeature_formatlist" "gml,geojson" END END
{layers}END
"""
_LAYER = """ LAYER
  NAME "{name}" TYPE {kind} STATUS ON
  CONNECTIONTYPE OGR CONNECTION "{data}" DATA "{name}"
  PROJECTION "init=epsg:2154" END
  METADATA "ows_title" "{name}" "gml_include_items" "all" "gml_featureid" "gid" "gml_types" "auto" END
  TEMPLATE "x"
 END
"""
