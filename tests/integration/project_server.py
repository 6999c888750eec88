"""QGIS Server on loopback behind nginx, serving a project that may be written later; pages that are no service.

Nothing listens beyond 127.0.0.1; only the processes started here are stopped.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.integration.map_servers import (
    PASSWORD,
    USER,
    MapServers,
    existing,
    free_port,
    nginx,
    start,
    wait_for,
)

_QGIS_SERVER = Path("/usr/lib/cgi-bin/qgis_mapserv.fcgi")
_NGINX = """daemon off; worker_processes 1; pid {f}/nginx.pid; error_log {f}/error.log;
events {{ worker_connections 128; }}
http {{ access_log off; client_body_temp_path {f}/nb; proxy_temp_path {f}/np; fastcgi_temp_path {f}/nf;
 uwsgi_temp_path {f}/nu; scgi_temp_path {f}/ns;
 server {{ listen 127.0.0.1:{port}; server_name 127.0.0.1;
  location /ows/ {{ {common} {url}/ows/; fastcgi_pass unix:{f}/qgis.sock; }}
  location /ows-login/ {{ auth_basic "urba"; auth_basic_user_file {f}/htpasswd;
   {common} {url}/ows-login/; fastcgi_pass unix:{f}/qgis.sock; }}
  location /page {{ default_type text/html; return 200 "<!DOCTYPE html><html><body>Connexion</body></html>"; }}
  location /empty/ {{ if ($arg_REQUEST = GetMap) {{ rewrite ^ /blank.png last; }} {common} {url}/ows/;
   fastcgi_pass unix:{f}/qgis.sock; }}
  location /blank.png {{ root {f}; }}
 }} }}
"""


@dataclass
class ProjectServer(MapServers):
    """project: the file that it serves. empty: the same service whose pictures are all blank."""

    project: Path = field(default_factory=Path)

    @property
    def page(self) -> str:
        return f"http://127.0.0.1:{self.port}/page"

    @property
    def qgis_login(self) -> str:
        return f"http://127.0.0.1:{self.port}/ows-login/"

    @property
    def empty(self) -> str:
        return f"http://127.0.0.1:{self.port}/empty/"

    def wait(self) -> None:
        """Wait until the project is served."""
        wait_for(f"{self.qgis}?SERVICE=WMS&REQUEST=GetCapabilities", self)

    def stop_workers(self) -> None:
        """Leave nginx alone: it will answer that nobody is behind it."""
        for process in self.processes[:1]:
            process.terminate()
            time.sleep(0.3)
            process.kill()
            process.wait(20)


def start_project_server(service_file: Path | None = None) -> ProjectServer:
    """Start it; skip the test, saying what is missing. service_file: logins of PostgreSQL services."""
    if nginx() is None or existing(_QGIS_SERVER) is None:
        pytest.skip("not installed here: nginx, qgis-server")
    folder = Path(tempfile.mkdtemp(prefix="smica_service_"))
    folder.chmod(0o755)
    server = ProjectServer(folder, free_port(), project=folder / "urbanisme.qgs")
    hashed = subprocess.run(["openssl", "passwd", "-apr1", PASSWORD], capture_output=True, text=True, check=True)
    (folder / "htpasswd").write_text(f"{USER}:{hashed.stdout.strip()}\n", encoding="utf-8")
    common = 'include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_NAME "";'
    if service_file is not None:
        # libfcgi replaces the environment at each request: what is set for the process is not enough
        common += f" fastcgi_param PGSERVICEFILE {service_file};"
    url = f"fastcgi_param HTTP_X_QGIS_SERVICE_URL http://127.0.0.1:{server.port}"
    text = _NGINX.format(f=folder, port=server.port, common=common, url=url)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(folder), "HOME": str(folder)}
    environment["QGIS_PROJECT_FILE"] = str(server.project)
    spawn = ["spawn-fcgi", "-n", "-M", "0666", "-s", str(folder / "qgis.sock"), "--", str(_QGIS_SERVER)]
    start(server, spawn, environment)
    start(server, [str(nginx()), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")], environment)
    return server
