"""deploy/ is in step with the app: the samples listen on loopback, take what the app takes, let Streamlit's script run."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
import tomllib
import urllib.request
from pathlib import Path

import pytest
import streamlit

from hengyang.ingest.limits import Limits
from hengyang.store import store_url
from hengyang.ui import first_paint, page_html
from tests.proof.proxied import NGINX, site
from tests.serving import serving
from tests.sources import ROOT

NGINX_SITE = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
UNIT = (ROOT / "deploy" / "hengyang@.service").read_text(encoding="utf-8")
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
SERVER = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]


def test_everything_listens_on_this_machine_only() -> None:
    addresses = re.findall(r"^\s*(?:listen|server) ([\d.]+):\d+", NGINX_SITE, re.MULTILINE)
    assert len(addresses) == 7
    assert set(addresses) == {"127.0.0.1"}
    assert "--server.address 127.0.0.1" in UNIT
    # The container starts with config.toml's own address.
    assert SERVER["address"] == "localhost"
    assert "0.0.0.0" not in CONTAINER + UNIT + NGINX_SITE


def test_nginx_lets_through_what_the_app_takes_so_that_the_app_can_say_what_is_too_large() -> None:
    (let_through,) = re.findall(r"client_max_body_size (\d+)m;", NGINX_SITE)
    assert int(let_through) > SERVER["maxUploadSize"] > Limits().megabytes


def test_the_scripts_inside_pages_are_allowed_by_their_hashes() -> None:
    own = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    first = first_paint.SCRIPT_TAG
    page = first_paint.before_the_app(own, first).decode() + page_html.with_address(own).decode()
    assert first in page
    assert page_html.SCRIPT_TAG in page
    written = [one for one in re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL) if one]
    hashes = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in written]
    assert set(hashes) == set(re.findall(r"'sha256-([^']+)'", NGINX_SITE))


def test_the_cookie_is_set_anew_only_when_another_process_answered() -> None:
    (same,) = re.findall(r'"~(\^\(\\d\+\).*)" "";', NGINX_SITE)
    assert re.search(same, "8501 127.0.0.1:8501")
    assert re.search(same, "8502 127.0.0.1:8501, 127.0.0.1:8502")
    assert not re.search(same, "8501 127.0.0.1:8501, 127.0.0.1:8502")
    assert not re.search(same, " 127.0.0.1:8501")


@pytest.mark.skipif(NGINX is None, reason="no nginx")
def test_nginx_understands_the_sample(tmp_path: Path) -> None:
    (tmp_path / "site.conf").write_text(site(8080, 8501, 8502), encoding="utf-8")
    around = f"pid {tmp_path}/pid; events {{}} http {{ include {tmp_path}/site.conf; }}"
    (tmp_path / "nginx.conf").write_text(around, encoding="utf-8")
    command = [str(NGINX), "-t", "-q", "-c", str(tmp_path / "nginx.conf"), "-e", "stderr"]
    asked = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert (asked.returncode, asked.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "hengyang@8501.service"
    program = "/opt/hengyang/.venv/bin/streamlit"  # is not installed there yet
    unit.write_text(UNIT.replace(program, "/bin/true"), encoding="utf-8")
    command = ["systemd-analyze", "verify", str(unit)]
    asked = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert (asked.returncode, asked.stderr) == (0, "")


def test_the_container_gets_every_part_of_the_app() -> None:
    copied = set(re.findall(r"^COPY (\S+)", CONTAINER, re.MULTILINE))
    assert copied == {
        "requirements.txt",
        "app.py",
        ".streamlit/config.toml",
        "data/",
        "pages/",
        "hengyang/",
    }
    assert all((ROOT / name).exists() for name in copied)


def test_the_container_runs_as_a_user_without_rights_who_owns_the_store_alone() -> None:
    steps = re.findall(r"^([A-Z]+) (.+?)(?<!\\)$", CONTAINER, re.MULTILINE | re.DOTALL)
    kinds = [kind for kind, _ in steps]
    ((at, user),) = [(at, rest) for at, (kind, rest) in enumerate(steps) if kind == "USER"]
    made = " ".join(rest for kind, rest in steps[:at] if kind == "RUN")
    assert re.search(rf"useradd --system [^&]*\b{user}\b", made)
    assert re.findall(r"-o (\S+) [^&]*?(/\S+)", made) == [(user, "/store")]
    # Nothing is laid down as that user: all of the program is root's.
    assert not {"RUN", "COPY", "ADD"} & set(kinds[at:])
    assert "--chown" not in CONTAINER


def test_no_store_of_whoever_builds_the_container_gets_into_it() -> None:
    ignored = (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
    assert store_url() == str(ROOT / "data" / "store")
    assert "data/store/" in ignored


@pytest.mark.proof
def test_what_the_container_gets_is_all_that_the_app_needs(tmp_path: Path) -> None:
    app, store = tmp_path / "app", tmp_path / "store"
    for name in re.findall(r"^COPY (\S+)", CONTAINER, re.MULTILINE):
        source, place = ROOT / name, app / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place)
    shutil.rmtree(app / "data" / "store", ignore_errors=True)
    settings = {"HENGYANG_STORE": str(store), "PYTHONDONTWRITEBYTECODE": "1"}
    with serving(folder=app, settings=settings) as served:
        with urllib.request.urlopen(f"{served.address}/healthz", timeout=30) as answer:
            assert answer.read() == b"ok\n"
        with urllib.request.urlopen(served.address, timeout=30) as answer:
            assert "衡阳" in answer.read().decode()
    assert {path.name for path in tmp_path.iterdir()} == {"app", "store"}
