"""Who takes part: how each is started, where it shows what, how its filter is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from benchmarks import report
from tests.serving import Served, free_port, serving, started

HERE = Path(__file__).parent
CONTENDERS = HERE / "contenders"
BIN = HERE / ".venv" / "bin"
#: What the filter is set to, as readers see it; its tasks are 14 to 18.
CHOICE = "绿色发展"
THEMES, TASKS, CHARTS = 5, 31, 4

#: When something counts as painted (see watch.js): each entry is [selector, at least so many, all of them contain].
Painted = list[list[Any]]


@dataclass(frozen=True)
class Contender:
    """One of the field. answer: finding, cards and board; charts: everything; filtered: after choosing CHOICE.

    open_filter brings the option into view, choose takes it; switch clicks to another page, switched is that page painted.
    """

    name: str
    start: Callable[[Path, str], Any]
    answer: Painted
    charts: Painted
    path: str = ""
    filtered: Painted = field(default_factory=list)
    open_filter: Callable[[Page], None] | None = None
    choose: Callable[[Page], None] | None = None
    switch: Callable[[Page], None] | None = None
    switch_back: Callable[[Page], None] | None = None
    switched: Painted = field(default_factory=list)


def _ours(_data: Path, store_url: str) -> Any:
    return serving(settings={"HENGYANG_STORE": store_url})


def _streamlit(script: str) -> Callable[[Path, str], Any]:
    def start(data: Path, _store_url: str) -> Any:
        port = free_port()
        command = [
            *(str(BIN / "streamlit"), "run", str(CONTENDERS / script)),
            *("--server.port", str(port), "--server.headless", "true"),
            *("--browser.gatherUsageStats", "false"),
        ]
        return started(command, port, folder=data, settings={"BENCH_DATA": str(data)})

    return start


def _python(script: str) -> Callable[[Path, str], Any]:
    def start(data: Path, _store_url: str) -> Any:
        port = free_port()
        return started(
            [str(BIN / "python"), str(CONTENDERS / script)],
            port,
            folder=data,
            settings={"BENCH_DATA": str(data), "BENCH_PORT": str(port)},
            answers=None,
        )

    return start


def _click(selector: str, at: int = 0) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).nth(at).click()


def _open_ours(page: Page) -> None:
    page.locator(".st-key-frame_filters button").first.click()
    page.locator(".st-key-frame_theme input").click()
    page.locator("[role=option]", has_text=CHOICE).wait_for()


def _open_naive(page: Page) -> None:
    page.locator("[data-testid=stSelectbox] input").click()
    page.locator("[role=option]", has_text=CHOICE).wait_for()


def _open_dash(page: Page) -> None:
    page.locator("#theme").click()
    page.locator(".dash-dropdown-option", has_text=CHOICE).wait_for()


def _open_nicegui(page: Page) -> None:
    page.locator(".q-select").click()
    page.locator(".q-item", has_text=CHOICE).wait_for()


def _take(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector, has_text=CHOICE).first.click()


def _titles(choice: str) -> Painted:
    return [[".js-plotly-plot .gtitle", CHARTS, f"· {choice}"]]


def _filtered(finding: str, task: str) -> Painted:
    return [[finding, 1, CHOICE], [task, -5, ""], *_titles(CHOICE)]


_BENCH = [[".bench-finding", 1, "全部"], [".bench-card", THEMES, ""], [".bench-task", TASKS, ""]]
_OURS = [
    ["h1", 1, "项指标中"],
    [".hy .card", THEMES, ""],
    [".hy .tasks .row", TASKS, ""],
]
_NAIVE_TASK = ".st-key-board [data-testid=stMarkdown]"

FIELD = [
    Contender(
        "ours",
        _ours,
        answer=_OURS,
        # the overview has no chart but its marks: what changed and the footer are its last
        charts=[
            *_OURS,
            *([".hy .att", 1, ""], [".hy .chg", 1, ""], [".st-key-frame_footer", 1, ""]),
            ["#hy-first", 0, ""],
        ],
        open_filter=_open_ours,
        choose=_take("[role=option]"),
        filtered=[["h1", 1, "13 项"], [".hy .tasks .row.dim", -(TASKS - 5), ""]],
        switch=_click(".st-key-frame_menu a", 1),
        switch_back=_click(".st-key-frame_menu a", 0),
        switched=[[".hy .b-row", 1, ""], [".hy .multiples figure svg", 1, ""]],
    ),
    Contender(
        "naive Streamlit",
        _streamlit("naive_streamlit.py"),
        answer=[
            ["h1", 1, "全部"],
            ["[data-testid=stMetric]", THEMES, ""],
            [_NAIVE_TASK, TASKS, ""],
        ],
        charts=_titles("全部"),
        open_filter=_open_naive,
        choose=_take("[role=option]"),
        filtered=_filtered("h1", _NAIVE_TASK),
        switch=_click("[data-testid=stSidebarNavLink]", 1),
        switch_back=_click("[data-testid=stSidebarNavLink]", 0),
        switched=[["h1", 1, "主题"], [".js-plotly-plot .gtitle", 2, ""]],
    ),
    Contender(
        "Dash",
        _python("dash_app.py"),
        answer=_BENCH,
        charts=_titles("全部"),
        open_filter=_open_dash,
        choose=_take(".dash-dropdown-option"),
        filtered=_filtered(".bench-finding", ".bench-task"),
    ),
    Contender(
        "Panel",
        _python("panel_app.py"),
        answer=[["h1", 1, "全部"], ["h3", THEMES, ""], [".bench-task", TASKS, ""]],
        charts=_titles("全部"),
        choose=lambda page: page.locator("select").first.select_option(CHOICE) and None,
        filtered=_filtered("h1", ".bench-task"),
    ),
    Contender(
        "NiceGUI",
        _python("nicegui_app.py"),
        answer=_BENCH,
        charts=_titles("全部"),
        open_filter=_open_nicegui,
        choose=_take(".q-item"),
        filtered=_filtered(".bench-finding", ".bench-task"),
    ),
    Contender(
        "empty Streamlit page",
        _streamlit("empty_streamlit.py"),
        answer=[["h1", 1, "空"]],
        charts=[["h1", 1, "空"]],
    ),
]
#: The product's page with most charts, opened by its address: served by the same process as ours.
CHARTS_PAGE = Contender(
    report.CHARTS_PAGE,
    _ours,
    path="theme?show=coordination",
    answer=[["[data-testid=stMain] h1", 1, ""], [".hy .b-row", 20, ""]],
    charts=[[".hy .multiples figure svg", 20, ""], [".st-key-frame_footer", 1, ""]],
)
#: A change for which all data is in the page already: the table of all indicators, sorted by the reader.
TABLE_PAGE = Contender(
    report.TABLE_PAGE,
    _ours,
    path="indicators",
    answer=[["[data-testid=stMain] h1", 1, ""], [".hy tbody tr", 60, ""]],
    charts=[[".hy tbody tr", 60, ""], [".st-key-frame_footer", 1, ""]],
    choose=_click(".st-key-register th button[data-sort]"),
    filtered=[["th[aria-sort=ascending]", 1, ""]],
)


@contextmanager
def running(contender: Contender, data: Path, store_url: str) -> Iterator[Served]:
    """The contender's server, from its start until the block ends."""
    with contender.start(data, store_url) as served:
        yield served
