"""Pages run by Streamlit's AppTest: through the frame (app.py) and each file alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from hengyang import progress, store
from hengyang.progress import Assessment
from hengyang.schema import Tables
from hengyang.ui import loading
from tests.conftest import ROOT

RUN_WITHIN_S = 30


@pytest.fixture(scope="session", autouse=True)
def packages_scanned_once() -> Iterator[None]:
    """Which packages bring components for Streamlit is looked for once.

    A server does so at its start, but every AppTest anew: reading the metadata of all
    installed packages was a third of the time of these tests.
    """
    found = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: found)
        yield


@pytest.fixture(autouse=True)
def prepared(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages read the tests' own store."""
    monkeypatch.setenv("HENGYANG_STORE", store_url)


@pytest.fixture
def own_store(own_store_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[store.Store]:
    """The demo workspace of a store that this test may write to; the pages read it."""
    monkeypatch.setenv("HENGYANG_STORE", own_store_url)
    loading.releases.clear()
    yield store.open_store(own_store_url, "demo")
    loading.releases.clear()


Run = Callable[..., AppTest]


@pytest.fixture
def run_page() -> Run:
    """run_page("task", task="5", lang="en") is that page's file, run alone with these URL parameters."""

    def run(page: str, **parameters: str) -> AppTest:
        test = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=RUN_WITHIN_S)
        for name, value in parameters.items():
            test.query_params[name] = value
        return test.run()

    return run


@pytest.fixture
def run_app(monkeypatch: pytest.MonkeyPatch) -> Run:
    """run_app(lang="en") is the frame with the page that opens, run with these URL parameters."""

    class PagesOfTheFrame(PagesManager):
        def __init__(self, *arguments: object, **named: object) -> None:
            # AppTest takes pages/ for a frameless app at every rerun; a server has seen st.navigation by then.
            type(self).uses_pages_directory = False
            super().__init__(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("streamlit.testing.v1.app_test.PagesManager", PagesOfTheFrame)

    def run(**parameters: str) -> AppTest:
        test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=RUN_WITHIN_S)
        for name, value in parameters.items():
            test.query_params[name] = value
        return test.run()

    return run


def title(test: AppTest) -> str:
    """The page's finding: its only title."""
    assert not test.exception, test.exception
    assert len(test.title) == 1
    return test.title[0].value


def board_html(test: AppTest) -> str:
    """All HTML that the page put into board components, joined."""
    return "".join(
        json.loads(element.proto.json)["html"]
        for element in test.main
        if element.type == "bidi_component"
    )


def numbers(text: str) -> list[int]:
    """The whole numbers in a sentence, in reading order."""
    return [int(number) for number in re.findall(r"\d+", text)]


@cache
def _read(url: str, workspace: str, release: int | None) -> Tables:
    return store.open_store(url, workspace).read(release)


@pytest.fixture
def stored(store_url: str) -> Callable[..., Tables]:
    """stored("official") are that workspace's tables, read past the pages' own loading."""
    return lambda workspace="demo", release=None: _read(store_url, workspace, release)


@pytest.fixture
def assessed(stored: Callable[..., Tables]) -> Callable[..., Assessment]:
    """assessed("demo", date(2018, 5, 31)) is computed here, not by the page."""

    def assess(
        workspace: str = "demo", as_of: date | None = None, release: int | None = None
    ) -> Assessment:
        tables = stored(workspace, release)
        return progress.assess(tables, as_of or progress.default_as_of(tables))

    return assess


@pytest.fixture(autouse=True, scope="session")
def no_cached_leftovers() -> Iterator[None]:
    yield
    st.cache_resource.clear()
