"""A real WebDAV folder on loopback: nginx with its module for it; open, behind HTTP Basic, and for reading only."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.integration.map_servers import PASSWORD, PATIENCE, USER, answers, free_port, nginx

_NGINX = """daemon off; worker_processes 2; pid {f}/nginx.pid; error_log {f}/error.log; {user}
events {{ worker_connections 128; }}
http {{ access_log off; client_body_temp_path {f}/nb; proxy_temp_path {f}/np; fastcgi_temp_path {f}/nf;
 uwsgi_temp_path {f}/nu; scgi_temp_path {f}/ns; client_max_body_size 0;
 server {{ listen 127.0.0.1:{port}; server_name 127.0.0.1; root {f}/root;
  location /dav/ {{ dav_methods PUT DELETE MKCOL MOVE; dav_access user:rw group:rw all:r; }}
  location /login/ {{ alias {f}/root/dav/; auth_basic "dav"; auth_basic_user_file {f}/htpasswd;
   dav_methods PUT DELETE MKCOL MOVE; dav_access user:rw group:rw all:r; }}
  location /read/ {{ alias {f}/root/dav/; }}
 }} }}
"""


@dataclass
class WebDavServer:
    """address, with_login, read_only: the same folder, `files` on the disk."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/dav"

    @property
    def with_login(self) -> str:
        return f"http://127.0.0.1:{self.port}/login"

    @property
    def read_only(self) -> str:
        return f"http://127.0.0.1:{self.port}/read"

    @property
    def files(self) -> Path:
        return self.folder / "root" / "dav"

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)


def start_webdav() -> WebDavServer:
    """Start it; skip the test, saying why, where nginx has no WebDAV."""
    program = nginx()
    if program is None:
        pytest.skip("not installed here: nginx")
    said = subprocess.run([program, "-V"], capture_output=True, text=True, check=False).stderr
    if "http_dav_module" not in said:
        pytest.skip("this nginx has no WebDAV (http_dav_module)")
    if shutil.which("openssl") is None:
        pytest.skip("not installed here: openssl")
    folder = Path(tempfile.mkdtemp(prefix="smica_dav_"))
    folder.chmod(0o755)
    (folder / "root" / "dav").mkdir(parents=True)
    port = free_port()
    hashed = subprocess.run(["openssl", "passwd", "-apr1", PASSWORD], capture_output=True, text=True, check=True)
    (folder / "htpasswd").write_text(f"{USER}:{hashed.stdout.strip()}\n")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_NGINX.format(f=folder, port=port, user=user))
    command = [program, "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    with (folder / "process.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    server = WebDavServer(folder, port, process)
    (server.files / "up.txt").write_text("up")
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answers(f"{server.address}/up.txt"):
            (server.files / "up.txt").unlink()
            return server
        time.sleep(0.05)
    text = (folder / "process.log").read_text(errors="replace")
    server.stop()
    pytest.fail(f"not up: {server.address}\n{text}")
