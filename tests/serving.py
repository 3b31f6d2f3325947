"""A real server and a real browser, started and stopped: for browser tests, measurements and soaks."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
READY_WITHIN_S = 60

#: Chromium without a screen that talks to nobody but the page's server.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Served:
    """A running server: its address without a trailing slash, and its process id."""

    address: str
    port: int
    pid: int
    log: Path


@contextmanager
def serving(
    script: Path | str = "app.py",
    *,
    folder: Path = ROOT,
    settings: Mapping[str, str] | None = None,
    options: tuple[str, ...] = (),
) -> Iterator[Served]:
    """Serve a Streamlit script on a free loopback port until the block ends.

    folder is where it starts, and so whose .streamlit/config.toml it reads; settings are added to the environment.
    Raises: RuntimeError with the server's log when it does not answer in time.
    """
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="serving-") as scratch:
        log = Path(scratch) / "log.txt"
        with log.open("w") as sink:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "streamlit", "run", str(script)),
                    *("--server.port", str(port), "--server.headless", "true"),
                    *("--server.address", "localhost", "--browser.gatherUsageStats", "false"),
                    *options,
                ],
                cwd=folder,
                env={**os.environ, **(settings or {})},
                stdout=sink,
                stderr=subprocess.STDOUT,
            )
        address = f"http://localhost:{port}"
        try:
            _wait_until_healthy(address, process, log)
            yield Served(address, port, process.pid, log)
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the app did not start:\n{log.read_text()}")
