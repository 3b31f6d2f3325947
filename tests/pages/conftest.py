"""Pages run by Streamlit's AppTest: through the frame (app.py) and each file alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from hengyang.ui import loading
from tests.conftest import ROOT

RUN_WITHIN_S = 30


@pytest.fixture(autouse=True)
def prepared(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pages read the tests' own store; nothing cached from another one is left."""
    monkeypatch.setenv("HENGYANG_STORE", store_url)
    loading.prepare_store.cache_clear()
    yield
    loading.prepare_store.cache_clear()


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
def run_app() -> Run:
    """run_app(lang="en") is the frame with the page that opens, run with these URL parameters."""

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
        element.proto.mixed.json
        for element in test.main
        if getattr(element, "type", "") == "bidi_component"
    )


@pytest.fixture(autouse=True, scope="session")
def no_cached_leftovers() -> Iterator[None]:
    yield
    st.cache_resource.clear()
