"""Streamlit's page is told where its server is; nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from hengyang.ui.page_html import SCRIPT_TAG, ServerAddress

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


@pytest.fixture(scope="module")
def browser() -> TestClient:
    """At a server that sends Streamlit's own page, compressed as Streamlit does, at every address."""
    return TestClient(
        Starlette(
            routes=[Route("/{path:path}", lambda _request: FileResponse(INDEX))],
            middleware=[Middleware(ServerAddress), Middleware(GZipMiddleware)],
        )
    )


@pytest.mark.parametrize("address", ["/", "/task?task=5"])
def test_a_page_brings_the_address_of_the_server_before_the_app(
    browser: TestClient, address: str
) -> None:
    answer = browser.get(address, headers={"Accept-Encoding": "gzip"})
    assert answer.text.index(SCRIPT_TAG) < answer.text.index('<script type="module"')
    assert int(answer.headers["content-length"]) == len(answer.content)


@pytest.mark.parametrize("address", ["/task/_stcore/health", "/nothing"])
def test_any_other_address_is_left_alone(browser: TestClient, address: str) -> None:
    assert browser.get(address).text == INDEX.read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["/?against=2018-12", "/task"])
def test_a_changed_page_is_never_answered_with_not_modified(
    browser: TestClient, address: str
) -> None:
    answer = browser.get(address)
    assert not {"etag", "last-modified"} & set(answer.headers)
    assert answer.headers["cache-control"] == "no-cache"
