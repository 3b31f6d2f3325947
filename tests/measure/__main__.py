"""Measure the app beside a naive Streamlit page, in one run on one machine: `make measure`.

Bounded in time, loopback only; every server that it starts ends with it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from hengyang import store
from hengyang.ui import links
from tests.conftest import chromium
from tests.measure import process
from tests.measure.sessions import Load, Rerun, Session, opened, under_load
from tests.serving import CHROMIUM_ARGUMENTS, Served, serving

NAIVE = Path(__file__).parent / "naive_app.py"
#: How long a reader looks before changing something again.
PAUSE_S = 2.0
MONTHS = [f"as_of={year}-{month:02}" for year in (2018, 2019) for month in range(1, 7)]
THEMES = ["创新", "协调", "绿色", "开放", "共享", "全部"]


@dataclass(frozen=True)
class Figure:
    """One measured thing. ours and naive are None where there is nothing to measure."""

    name: str
    unit: str
    ours: float | None
    naive: float | None = None

    @property
    def ratio(self) -> float | None:
        """ours as a share of naive."""
        if self.ours is None or not self.naive:
            return None
        return self.ours / self.naive


async def _change_month(session: Session, step: int) -> Rerun:
    return await session.rerun(MONTHS[step % len(MONTHS)])


async def _change_theme(session: Session, step: int) -> Rerun:
    return await session.rerun(choices={"主题": THEMES[step % len(THEMES)]})


@dataclass(frozen=True)
class Serving:
    """One app under load. page_ms is url path → script time; per_session_mb counts drawn sessions."""

    page_ms: dict[str, float]
    readers: Load
    most: Load
    per_session_mb: float


async def _serving(
    served: Served, *, is_ours: bool, sessions: int, seconds: float, repetitions: int
) -> Serving:
    ask = _change_month if is_ours else _change_theme
    page_ms = {}
    async with Session(served.port) as session:
        await session.rerun()
        for page in links.PAGES if is_ours else [""]:
            await session.rerun(page=page)
            took = [(await session.rerun(page=page)).took_s for _ in range(repetitions)]
            page_ms[page] = median(took) * 1000
        # Every view once: what is measured is a running server, not its first minute.
        for step in range(len(MONTHS) if repetitions > 1 else 2):
            await ask(session, step)
    before_mb = process.memory_mb(served.pid)

    def open_one() -> Session:
        return Session(served.port)

    async with opened(open_one, sessions):
        per_session_mb = (process.memory_mb(served.pid) - before_mb) / sessions
    readers = await under_load(open_one, ask, sessions=sessions, seconds=seconds, pause_s=PAUSE_S)
    most = await under_load(
        open_one, ask, sessions=min(4, sessions), seconds=max(1.0, seconds / 3), pause_s=0
    )
    return Serving(page_ms, readers, most, per_session_mb)


def _browser_figures(ours: Served, naive: Served, repetitions: int) -> Iterator[Figure]:
    executable = chromium()
    if executable is None:
        print("no Chromium: what a browser sees is not measured", file=sys.stderr)
        return
    from playwright.sync_api import sync_playwright

    from tests.measure import visits

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        a = visits.read(
            browser,
            ours,
            selectbox=0,
            drawn=".st-key-frame_footer",
            link=".hy a[href^='task?']",
            repetitions=repetitions,
        )
        b = visits.read(
            browser,
            naive,
            selectbox=0,
            drawn=".js-plotly-plot",
            link=None,
            repetitions=repetitions,
        )
        browser.close()
    kb = 1000
    yield Figure(
        "first visit, received", "kB", a.visit.received_bytes / kb, b.visit.received_bytes / kb
    )
    yield Figure("first visit, requests", "", a.visit.requests, b.visit.requests)
    yield Figure("first visit, drawn after", "ms", a.visit.drawn_ms, b.visit.drawn_ms)
    yield Figure(
        "second visit, received",
        "kB",
        a.return_visit.received_bytes / kb,
        b.return_visit.received_bytes / kb,
    )
    yield Figure(
        "second visit, drawn after", "ms", a.return_visit.drawn_ms, b.return_visit.drawn_ms
    )
    yield Figure(
        "filter change, received", "kB", a.filter.received_bytes / kb, b.filter.received_bytes / kb
    )
    yield Figure("filter change, drawn after", "ms", a.filter.drawn_ms, b.filter.drawn_ms)
    if a.click is not None:
        yield Figure("click to a task, received", "kB", a.click.received_bytes / kb)
        yield Figure("click to a task, drawn after", "ms", a.click.drawn_ms)


def _server_figures(
    ours: Served, naive: Served, *, sessions: int, seconds: float, repetitions: int
) -> Iterator[Figure]:
    a, b = (
        asyncio.run(
            _serving(
                served,
                is_ours=served is ours,
                sessions=sessions,
                seconds=seconds,
                repetitions=repetitions,
            )
        )
        for served in (ours, naive)
    )
    naive_ms = b.page_ms[""]
    for page, ms in a.page_ms.items():
        yield Figure(f"script time, {page}", "ms", ms, naive_ms)
    yield Figure(
        f"{sessions} readers, reruns", "/s", a.readers.reruns_per_s, b.readers.reruns_per_s
    )
    yield Figure(f"{sessions} readers, p50", "ms", a.readers.p50_ms, b.readers.p50_ms)
    yield Figure(f"{sessions} readers, p95", "ms", a.readers.p95_ms, b.readers.p95_ms)
    yield Figure(f"{sessions} readers, errors", "", a.readers.errors, b.readers.errors)
    yield Figure("most reruns", "/s", a.most.reruns_per_s, b.most.reruns_per_s)
    yield Figure("memory per session", "MB", a.per_session_mb, b.per_session_mb)


def measure(
    store_url: str, *, sessions: int, seconds: float, repetitions: int, with_browser: bool = True
) -> list[Figure]:
    """All figures, in the order of the table, of a prepared store."""
    with (
        tempfile.TemporaryDirectory(prefix="measure-") as elsewhere,
        serving(settings={"HENGYANG_STORE": store_url}) as ours,
        # Elsewhere, so that this project's settings don't reach it.
        serving(NAIVE, folder=Path(elsewhere)) as naive,
    ):
        seen = list(_browser_figures(ours, naive, repetitions)) if with_browser else []
        served = _server_figures(
            ours, naive, sessions=sessions, seconds=seconds, repetitions=repetitions
        )
        figures = [*seen, *served]
    first_read_ms = process.first_read_s(store_url, repetitions) * 1000
    reads = process.reads_per_release(store_url)
    return [
        *figures,
        Figure("imports and first read", "ms", first_read_ms),
        Figure("reads of one release per process", "", reads),
    ]


def quick(store_url: str) -> list[Figure]:
    """The server's figures from two readers within seconds: to see that measuring works, not to be quoted."""
    return measure(store_url, sessions=2, seconds=1, repetitions=1, with_browser=False)


def _table(figures: list[Figure]) -> str:
    def cell(value: float | None) -> str:
        if value is None:
            return "–"
        return f"{value:,.0f}" if abs(value) >= 20 or value == int(value) else f"{value:.1f}"

    lines = ["| measured | this app | naive page | share |", "|---|---:|---:|---:|"]
    for one in figures:
        name = f"{one.name} ({one.unit})" if one.unit else one.name
        share = "–" if one.ratio is None else f"{one.ratio * 100:.0f} %"
        lines.append(f"| {name} | {cell(one.ours)} | {cell(one.naive)} | {share} |")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="two readers, no browser: to see that it works"
    )
    parser.add_argument("--sessions", type=int, default=50, help="readers at once (50)")
    parser.add_argument("--seconds", type=float, default=10, help="how long they read (10)")
    parser.add_argument("--json", action="store_true", help="JSON instead of a table")
    asked = parser.parse_args(arguments)
    if asked.sessions < 1 or asked.seconds <= 0:
        parser.error("--sessions and --seconds must be positive")
    with tempfile.TemporaryDirectory(prefix="measure-store-") as url:
        store.prepare(url)
        figures = (
            quick(url)
            if asked.quick
            else measure(url, sessions=asked.sessions, seconds=asked.seconds, repetitions=3)
        )
    if asked.json:
        rows = [
            {"name": one.name, "unit": one.unit, "ours": one.ours, "naive": one.naive}
            for one in figures
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        print(_table(figures))


if __name__ == "__main__":
    main()
