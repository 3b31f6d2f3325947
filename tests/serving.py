"""A real server and a real browser, started and stopped: for browser tests, measurements and soaks."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
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
    """A running server: its address without a trailing slash, its process id, seconds from its start to its first answer."""

    address: str
    port: int
    pid: int
    log: Path
    started_s: float = 0.0


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
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(script)),
        *("--server.port", str(port), "--server.headless", "true"),
        *("--server.address", "localhost", "--browser.gatherUsageStats", "false"),
        *options,
    ]
    with started(command, port, folder=folder, settings=settings) as served:
        yield served


@contextmanager
def started(
    command: Sequence[str],
    port: int,
    *,
    folder: Path,
    settings: Mapping[str, str] | None = None,
    answers: str | None = "/_stcore/health",
) -> Iterator[Served]:
    """Run any server that listens on this loopback port until the block ends; answers is the path asked until it does,
    None for a server that is ready once it listens.

    Raises: RuntimeError with the server's log when it does not answer in time.
    """
    with tempfile.TemporaryDirectory(prefix="serving-") as scratch:
        log = Path(scratch) / "log.txt"
        began = time.monotonic()
        with log.open("w") as sink:
            process = subprocess.Popen(
                list(command),
                cwd=folder,
                env={**os.environ, **(settings or {})},
                stdout=sink,
                stderr=subprocess.STDOUT,
            )
        address = f"http://localhost:{port}"
        try:
            _wait_until_it_answers(port, answers, process, log)
            yield Served(address, port, process.pid, log, time.monotonic() - began)
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


def _wait_until_it_answers(
    port: int, path: str | None, process: subprocess.Popen[bytes], log: Path
) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            if path is None:
                socket.create_connection(("localhost", port), timeout=2).close()
            else:
                urllib.request.urlopen(f"http://localhost:{port}{path}", timeout=2).close()
            return
        except OSError:
            time.sleep(0.03)
    raise RuntimeError(f"the app did not start:\n{log.read_text()}")
