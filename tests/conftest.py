"""Shared by all tests: one prepared store, hypothesis bounded in time, one line about skipped browser tests."""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

settings.register_profile(
    "suite", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")

ROOT = Path(__file__).parent.parent


def chromium() -> str | None:
    """The system's Chromium, or the one that CHROMIUM names."""
    named = os.environ.get("CHROMIUM")
    return (
        named
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )


def _can_make_pdf() -> bool:
    from hengyang.exports import sheets

    return sheets.missing() is None


#: Where browsers are required, so are PDFs: .ci/run installs both.
needs_pdf = pytest.mark.skipif(
    not os.environ.get("HENGYANG_REQUIRE_BROWSER") and not _can_make_pdf(),
    reason="no Pango or no Chinese font",
)


def finished(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine returns, run in a thread of its own: Playwright keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


@pytest.fixture(scope="session")
def store_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store as a first start makes it, prepared once for all processes of the run. Only for reading."""
    from hengyang import store

    base = tmp_path_factory.getbasetemp()
    # With several processes each has a folder of its own below the run's.
    folder = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    url = folder / "prepared-store"
    with FileLock(f"{url}.lock"):
        if not url.exists():
            unfinished = folder / "unfinished-store"
            store.prepare(unfinished)
            unfinished.rename(url)
    return str(url)


@pytest.fixture
def own_store_url(store_url: str, tmp_path: Path) -> str:
    """The address of a prepared store that this test may write to; a copy, because preparing takes seconds."""
    return str(shutil.copytree(store_url, tmp_path / "own-store"))


@pytest.fixture
def ask(
    store_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Asks a prepared store: what stands on stdout, or on stderr with an exit code given."""
    from hengyang.__main__ import main

    monkeypatch.setenv("HENGYANG_STORE", store_url)

    def asked(line: str, exit_code: int = 0) -> str:
        assert main(line.split()) == exit_code
        captured = capsys.readouterr()
        quiet, loud = (captured.err, captured.out) if not exit_code else captured
        assert quiet == ""
        return loud

    return asked


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """The browser tests in one process, with one server and one Chromium; the others file by file.

    pytest-xdist's own xdist_group marks have no effect with pytest 9.2, which keeps a test's identifier elsewhere.
    """
    from xdist.scheduler import LoadScopeScheduling

    class BrowserTogether(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.split("::", 1)[0]
            return "browser" if file.startswith("tests/browser/") else file

    return BrowserTogether(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = chromium() is None
    for item in items:
        if item.get_closest_marker("browser") is None:
            continue
        if missing and not os.environ.get("HENGYANG_REQUIRE_BROWSER"):
            item.add_marker(pytest.mark.skip(reason="no Chromium"))


def pytest_collection_finish() -> None:
    """What the libraries allocated lives to the end: no collection of garbage need look at it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if "no Chromium" in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(
            f"{len(skipped)} browser tests skipped: no Chromium found (install chromium, or set CHROMIUM=path)"
        )
