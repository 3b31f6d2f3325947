"""The measuring works: every figure is there, and a page that fails is not a fast page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, finished
from tests.measure.__main__ import Figure, _table, quick
from tests.measure.sessions import Session
from tests.serving import serving


@pytest.mark.proof
def test_both_apps_are_measured_and_a_release_is_read_once(store_url: str) -> None:
    figures = {figure.name: figure for figure in quick(store_url)}
    for page in ("overview", "theme", "task", "indicators", "departments", "method"):
        assert figures[f"script time, {page}"].ours > 0  # type: ignore[operator]
    both = figures["2 readers, p95"]
    assert both.ours
    assert both.naive
    assert figures["reads of one release per process"].ours == 1


def test_a_page_that_shows_an_error_is_not_measured(tmp_path: Path) -> None:
    script = tmp_path / "broken.py"
    script.write_text("import streamlit as st\nst.error('no data')\n", encoding="utf-8")

    async def visit(port: int) -> None:
        async with Session(port) as session:
            await session.rerun()

    with (
        serving(script, folder=tmp_path) as served,
        pytest.raises(RuntimeError, match="no data"),
    ):
        finished(visit(served.port))


def test_a_figure_without_a_counterpart_has_no_share() -> None:
    rows = _table([Figure("bytes", "kB", 1, 4), Figure("reads", "", 1)]).splitlines()
    assert rows[2] == "| bytes (kB) | 1 | 4 | 25 % |"
    assert rows[3] == "| reads | 1 | – | – |"


@pytest.mark.proof
def test_no_page_takes_half_as_long_again_with_a_register_of_20000_projects() -> None:
    # In a process of its own: measuring sets the store, the log and the collector as a server has them.
    command = [sys.executable, "-m", "tests.measure.projects"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
