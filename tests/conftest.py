"""Shared by all tests: one prepared store, hypothesis bounded in time, one line about skipped browser tests."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "suite", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
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


def finished(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine returns, run in a thread of its own: Playwright keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


@pytest.fixture(scope="session")
def store_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with both workspaces, prepared once for all tests of a process."""
    from hengyang import store

    url = str(tmp_path_factory.mktemp("store"))
    store.prepare(url)
    return url


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = chromium() is None
    for item in items:
        if item.get_closest_marker("browser") is None:
            continue
        if missing and not os.environ.get("HENGYANG_REQUIRE_BROWSER"):
            item.add_marker(pytest.mark.skip(reason="no Chromium"))


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
