"""A real S3 server on loopback: Ceph's gateway over one monitor and one object store in memory (Debian: radosgw ceph-mon ceph-osd)."""

from __future__ import annotations

import shutil
import subprocess
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyarrow.fs

from tests.serving import free_port

PROGRAMS = ("ceph", "ceph-mon", "ceph-osd", "ceph-authtool", "monmaptool", "radosgw")
IS_HERE = all(map(shutil.which, PROGRAMS))
_READY_WITHIN_S = 60
_BUCKET, _KEY, _SECRET = "plans", "hengyang", "only-for-this-proof"

_SETTINGS = """
[global]
fsid = {cluster}
mon initial members = a
mon host = v2:127.0.0.1:{monitor}
public addr = 127.0.0.1
public network = 127.0.0.0/8
auth cluster required = none
auth service required = none
auth client required = none
ms mon client mode = crc
ms client mode = crc
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd crush chooseleaf type = 0
mon allow pool size one = true
osd objectstore = memstore
memstore device bytes = 4294967296
osd max object name len = 460
osd max object namespace len = 64
run dir = {folder}
admin socket = {folder}/$name.$pid.asok
pid file = {folder}/$name.pid
log file = {folder}/$name.log
keyring = {folder}/keyring
mon data = {folder}/mon
osd data = {folder}/osd
rgw data = {folder}/rgw
[client.admin]
rgw frontends = beast endpoint=127.0.0.1:{gateway}
"""


@contextmanager
def object_store(folder: Path) -> Iterator[dict[str, str]]:
    """The settings by which deltalake reaches an empty bucket, s3://plans, until the block ends."""
    monitor, gateway = free_port(), free_port()
    cluster, disk = str(uuid.uuid4()), str(uuid.uuid4())
    for name in ("mon", "osd", "rgw"):
        (folder / name).mkdir()
    settings = folder / "ceph.conf"
    settings.write_text(
        _SETTINGS.format(cluster=cluster, monitor=monitor, gateway=gateway, folder=folder)
    )

    def call(*command: str) -> str:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_READY_WITHIN_S)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    known = ("-c", str(settings))
    key, names = str(folder / "keyring"), str(folder / "monmap")
    call("ceph-authtool", "--create-keyring", key, "--gen-key", "-n", "mon.", "--cap", "mon", "*")
    call("ceph-authtool", key, "--gen-key", "-n", "client.admin", "--cap", "mon", "allow *")
    address = f"[v2:127.0.0.1:{monitor}]"
    call("monmaptool", "--create", "--addv", "a", address, "--fsid", cluster, names)
    call("ceph-mon", *known, "-i", "a", "--mkfs", "--monmap", names, "--keyring", key)
    with ExitStack() as running:
        running.enter_context(_started("ceph-mon", "-f", *known, "-i", "a"))
        number = call("ceph", *known, "osd", "new", disk)
        call("ceph-osd", *known, "-i", number, "--mkfs", "--osd-uuid", disk)
        running.enter_context(_started("ceph-osd", "-f", *known, "-i", number))
        running.enter_context(_started("radosgw", "-f", *known, "-n", "client.admin"))
        endpoint = f"http://127.0.0.1:{gateway}"
        _wait_until_there(endpoint, folder)
        person = ("--uid=store", "--display-name=store")
        keys = (f"--access-key={_KEY}", f"--secret-key={_SECRET}")
        call("radosgw-admin", *known, "user", "create", *person, *keys)
        pyarrow.fs.S3FileSystem(
            access_key=_KEY,
            secret_key=_SECRET,
            endpoint_override=endpoint,
            allow_bucket_creation=True,
        ).create_dir(_BUCKET)
        yield {
            "AWS_ENDPOINT_URL": endpoint,
            "AWS_ALLOW_HTTP": "true",
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": _KEY,
            "AWS_SECRET_ACCESS_KEY": _SECRET,
            "AWS_CONDITIONAL_PUT": "etag",
        }


@contextmanager
def _started(*command: str) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.kill()  # everything lies in memory: there is nothing to finish
        process.wait()


def _wait_until_there(endpoint: str, folder: Path) -> None:
    until = time.monotonic() + _READY_WITHIN_S
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(endpoint, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    log = folder / "client.admin.log"
    raise RuntimeError(f"radosgw did not start:\n{log.read_text() if log.exists() else ''}")
