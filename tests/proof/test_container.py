"""deploy/Containerfile, built and started: over Debian 12's own Python, for the image that it names may be out of reach."""

from __future__ import annotations

import os
import shutil
import subprocess
import urllib.request
from pathlib import Path

import psutil
import pytest

from tests.serving import ROOT, free_port, started

_PROGRAMS = ("buildah", "mmdebstrap")
pytestmark = pytest.mark.skipif(
    os.geteuid() != 0 or not all(map(shutil.which, _PROGRAMS)),
    reason=f"no {' and '.join(_PROGRAMS)}, or not root",
)
_BUILT_WITHIN_S = 900
_PACKAGES = "python3,python3-pip,python-is-python3,ca-certificates"
#: How this machine reaches its packages, as far as it says so.
_WAYS = [
    path
    for path in ("/etc/pip.conf", "/etc/xdg/pip", "/etc/ssl/certs", "/etc/apt/apt.conf.d")
    if Path(path).exists()
]


def test_the_container_is_built_and_answers_without_rights(tmp_path: Path) -> None:
    sources = [str(path) for path in Path("/etc/apt/sources.list.d").glob("*.sources")]
    sources += [str(path) for path in [Path("/etc/apt/sources.list")] if path.exists()]
    places = ("--root", str(tmp_path / "images"), "--runroot", str(tmp_path / "run"))

    def call(*command: str) -> str:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=_BUILT_WITHIN_S, check=False
        )
        assert done.returncode == 0, done.stderr[-4000:]
        return done.stdout.strip()

    def buildah(*command: str) -> str:
        return call("buildah", *places, *command)

    base = str(tmp_path / "base.tar")
    own = ("--quiet", "--variant=minbase", f"--include={_PACKAGES}", "bookworm", base)
    call("mmdebstrap", *own, *sources)
    try:
        bare = buildah("from", "scratch")
        buildah("add", "--quiet", bare, base, "/")
        buildah("config", "--env", "PIP_BREAK_SYSTEM_PACKAGES=1", bare)
        buildah("commit", "--quiet", bare, "localhost/base")
        volumes = [part for path in _WAYS for part in ("--volume", f"{path}:{path}:ro")]
        asked = ("--isolation", "chroot", "--from", "localhost/base", "--tag", "hengyang")
        buildah("bud", *asked, *volumes, "--file", "deploy/Containerfile", ".")
        container = buildah("from", "localhost/hengyang")
        entry = ("streamlit", "run", "app.py", "--server.port", str(port := free_port()))
        run = ["buildah", *places, "run", "--isolation", "chroot", container, "--", *entry]
        with started(run, port, folder=ROOT, answers="/healthz") as served:
            with urllib.request.urlopen(f"{served.address}/healthz", timeout=30) as answer:
                assert answer.read() == b"ok\n"
            inside = psutil.Process(served.pid).children(recursive=True)
            assert inside
            assert all(uid for process in inside[-1:] for uid in process.uids())
        mounted = Path(buildah("mount", container))
        assert (mounted / "app" / "data").is_dir()
        assert not (mounted / "app" / "data" / "store").exists()
    finally:
        subprocess.run(["buildah", *places, "rm", "--all"], capture_output=True, check=False)
        subprocess.run(["buildah", *places, "rmi", "--all"], capture_output=True, check=False)
