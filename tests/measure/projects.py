"""A register of 20,000 projects beside one of 300: the script time of every page, and their ratio.

`python -m tests.measure.projects` prints a table and leaves with 1 when a page takes more than 1.5 times as long.
"""

from __future__ import annotations

import sys
import tempfile
import time
from statistics import median
from unittest.mock import patch

import pandas as pd
from streamlit.testing.v1 import AppTest

from hengyang import progress, store
from hengyang.schema import DELIVERY_TABLES, Tables
from tests.conftest import ROOT

PROJECTS = 20_000
ALLOWED = 1.5
#: Shorter differences are the clock's, not the register's.
SLACK_MS = 5.0
RUNS = 7
PAGES: tuple[tuple[str, dict[str, str]], ...] = (
    ("overview", {}),
    ("theme", {}),
    ("task", {"task": "4"}),
    ("indicators", {}),
    ("departments", {}),
    ("projects", {"section": "board"}),
    ("projects", {"section": "table"}),
    ("projects", {"section": "table", "q": "管廊"}),
    ("projects", {"section": "table", "theme": "green", "leaf": "3"}),
    ("projects", {"section": "coverage"}),
    ("projects", {"section": "plan"}),
    ("projects", {"project": "N04-03"}),
    ("roadmap", {}),
    ("roadmap", {"show": "theme", "open": "green"}),
    ("roadmap", {"section": "due"}),
    ("method", {}),
)


def grown(tables: Tables, projects: int) -> Tables:
    """The same register again and again, each time under other numbers."""
    copies = -(-projects // len(tables.projects))
    frames = dict(tables.frames)
    for table in DELIVERY_TABLES:
        rows = tables[table.name]
        parts = [rows]
        for copy in range(1, copies):
            parts.append(rows.assign(project=rows["project"] + f"-{copy}"))
        frames[table.name] = pd.concat(parts, ignore_index=True)
    return Tables(tables.workspace, tables.release, frames)


def script_ms(tables: Tables, page: str, parameters: dict[str, str]) -> float:
    """The median time of a rerun, what is kept between reruns being kept."""
    as_of = progress.default_as_of(tables)
    assessed = progress.assess(tables, as_of)
    released = tables.projects.assign(release=1, is_withdrawn=False)
    with (
        patch("hengyang.ui.loading.tables", lambda *_, **__: tables),
        patch("hengyang.ui.loading.assessment", lambda *_, **__: assessed),
        # what was ever released of the register is as large as the register
        patch("hengyang.ui.roadmap.project_rows", lambda _view: released),
    ):
        test = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=120)
        for name, value in parameters.items():
            test.query_params[name] = value
        test.run()
        took = []
        for _ in range(RUNS):
            began = time.process_time()
            test.run()
            took.append(1000 * (time.process_time() - began))
        assert not test.exception, test.exception
    return median(took)


def main() -> int:
    """Print one line a page; 1 when a page is too slow."""
    with tempfile.TemporaryDirectory() as folder:
        store.prepare(folder, workspaces=(store.DEMO,))
        few = store.open_store(folder, store.DEMO).read()
    many = grown(few, PROJECTS)
    print(f"{'page':44}{len(few.projects):>9}{len(many.projects):>9}  ratio")
    is_slow = False
    for page, parameters in PAGES:
        before, after = (script_ms(tables, page, parameters) for tables in (few, many))
        ratio = after / before
        is_slow |= ratio > ALLOWED and after - before > SLACK_MS
        name = "&".join([page, *(f"{key}={value}" for key, value in parameters.items())])
        print(f"{name:44}{before:7.0f}ms{after:7.0f}ms{ratio:7.2f}")
    return int(is_slow)


if __name__ == "__main__":
    sys.exit(main())
