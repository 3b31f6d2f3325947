"""A register of 20,000 projects beside one of 300, each in a store of its own: the script time of every page, and the ratio.

`python -m tests.measure.projects [PAGE …]` prints a table and leaves with 1 when a page takes more than 1.5 times as long. A page
is run again and again, as readers' clicks do; where it answers a question (a search, one project, one department) each
run asks another one, so that no answer is found ready. The first run after a release, which works out what is kept, stands
beside it and is held to nothing.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import cycle
from statistics import median

import pandas as pd
from streamlit.testing.v1 import AppTest

from hengyang import store
from hengyang.schema import DELIVERY_TABLES, OBSERVATIONS
from hengyang.store import Store
from hengyang.ui import loading
from tests.conftest import ROOT

PROJECTS = 20_000
ALLOWED = 1.5
#: Shorter differences are the clock's, not the register's.
SLACK_MS = 5.0
RUNS = 9
#: Searches that fill a page of the table in either register: as many rows are drawn.
_SEARCHES = ("建设", "项目", "市", "n", "a", "e", "i", "t", "d")
_NUMBERS = ("N04-03", "D01-01", "D05-05", "D03-02", "D06-03", "D04-01", "D02-07")
_OFFICES = (
    "education",
    "transport",
    "commerce",
    "forestry",
    "finance",
    "justice",
    "water_resources",
)
Question = Mapping[str, str | Sequence[str]]
PAGES: tuple[tuple[str, Question], ...] = (
    ("overview", {}),
    ("theme", {}),
    ("task", {"task": ("4", "5", "24", "12", "2", "20", "9")}),
    ("indicators", {}),
    ("departments", {}),
    ("projects", {"section": "board"}),
    ("projects", {"section": "table"}),
    ("projects", {"section": "table", "q": _SEARCHES}),
    ("projects", {"section": "table", "theme": "green", "leaf": ("1", "2")}),
    ("projects", {"section": "coverage"}),
    ("projects", {"section": "plan"}),
    ("projects", {"project": _NUMBERS}),
    ("roadmap", {}),
    ("roadmap", {"show": "theme", "open": "green"}),
    ("roadmap", {"section": "due"}),
    ("map", {}),
    ("map", {"place": ("430481", "430405", "430421")}),
    ("cases", {}),
    ("consultation", {}),
    ("safeguards", {}),
    ("assessment", {}),
    ("assessment", {"office": _OFFICES}),
    ("reporting", {}),
    ("present", {}),
    ("upload", {}),
    ("review", {}),
    ("history", {}),
    ("history", {"section": "difference"}),
    ("method", {}),
)


def grow(opened: Store, projects: int) -> None:
    """Publish the same register again and again, each time under other numbers, as one more release."""
    tables = opened.read()
    copies = -(-projects // len(tables.projects))
    frames = {
        table.name: pd.concat(
            [
                tables[table.name].assign(project=tables[table.name]["project"] + f"-{copy}")
                for copy in range(1, copies)
            ],
            ignore_index=True,
        )[list(table.column_names)]
        for table in DELIVERY_TABLES
    }
    _publish(opened, "more", frames)


def correct(opened: Store) -> None:
    """Publish one corrected figure: what a newest release mostly is."""
    observed = opened.read().observations.tail(1)
    observed = observed[[name for name in OBSERVATIONS.column_names if name in observed]]
    _publish(opened, "correction", {OBSERVATIONS.name: observed.assign(value=1.0, reason="more")})


def _publish(opened: Store, submission: str, frames: Mapping[str, pd.DataFrame]) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    opened.submit_and_publish(submission, frames, actor="measure", reason="more", published_at=now)


def script_ms(
    page: str, question: Question, urls: Sequence[str]
) -> tuple[list[float], list[float]]:
    """Of each store the first run of a page in this process, and the median of the next ones, in processor time.

    The stores take turns, so that what else the machine does weighs on all of them.
    """
    tests = [
        AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=300) for _ in urls
    ]
    asked = {
        name: cycle((value,) if isinstance(value, str) else value)
        for name, value in question.items()
    }
    took: list[list[float]] = [[] for _ in urls]
    for _ in range(RUNS + 1):
        now = {name: next(values) for name, values in asked.items()}
        for test, url, times in zip(tests, urls, took, strict=True):
            _serve_from(url)
            for name, value in now.items():
                test.query_params[name] = value
            began = time.process_time()
            test.run()
            times.append(1000 * (time.process_time() - began))
            assert not test.exception, test.exception
            assert not test.error, test.error
    return [times[0] for times in took], [median(times[1:]) for times in took]


def _serve_from(url: str) -> None:
    os.environ[store.STORE_SETTING] = url
    loading.releases.clear()  # the only thing that is kept by the workspace's name alone
    loading.prepare_store()
    loading.releases(store.DEMO)


def main(wanted: Sequence[str] = ()) -> int:
    """Print one line a page; 1 when a page is too slow."""
    logging.disable(logging.WARNING)  # Streamlit misses its server at each run
    is_slow = False
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        for url in (few, many):
            store.prepare(url)
        grow(store.open_store(many, store.DEMO), PROJECTS)
        for url in (few, many):
            correct(store.open_store(url, store.DEMO))
        counts = [len(store.open_store(url, store.DEMO).read().projects) for url in (few, many)]
        head = f"{'page (ms)':52}{counts[0]:>9}{counts[1]:>9}  ratio{'first':>10}{'first':>8}"
        print(head, flush=True)
        gc.collect()
        gc.freeze()  # as the server does
        for page, question in PAGES:
            if wanted and page not in wanted:
                continue
            first, (before, after) = script_ms(page, question, (few, many))
            ratio = after / before
            is_slow |= ratio > ALLOWED and after - before > SLACK_MS
            name = "&".join([page, *(f"{key}={_named(value)}" for key, value in question.items())])
            times = f"{before:9.0f}{after:9.0f}{ratio:7.2f}{first[0]:10.0f}{first[1]:8.0f}"
            print(f"{name:52}{times}", flush=True)
    return int(is_slow)


def _named(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else "…"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
