"""nginx in front of app processes, set up by the very file that deploy/ offers, on free loopback ports."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.serving import ROOT, Served, free_port

#: Debian keeps it where only administrators look.
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")

_AROUND = """
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def site(port: int, first: int, second: int) -> str:
    """The sample configuration with these ports instead of its own 8080, 8501 and 8502."""
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    ports = {"8080": str(port), "8501": str(first), "8502": str(second)}
    return re.sub("8080|8501|8502", lambda found: ports[found[0]], text)


@contextmanager
def behind_nginx(folder: Path, first: Served, second: Served) -> Iterator[int]:
    """The port of an nginx before two app processes, until the block ends; its files go into the folder."""
    assert NGINX is not None
    port = free_port()
    (folder / "site.conf").write_text(site(port, first.port, second.port), encoding="utf-8")
    (folder / "nginx.conf").write_text(_AROUND.format(folder=folder), encoding="utf-8")
    process = subprocess.Popen(
        [NGINX, "-c", folder / "nginx.conf", "-e", folder / "error.log", "-g", "daemon off;"],
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_there(port, process, folder)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_there(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
    raise RuntimeError(f"nginx did not start:\n{(folder / 'error.log').read_text()}")
