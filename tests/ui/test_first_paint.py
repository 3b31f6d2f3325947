"""The answer comes with the opening page, of the release that is read; anything unusual leaves Streamlit's page alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import FileResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from hengyang.ui.first_paint import FirstPaint, before_the_app

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


@pytest.fixture
def opened(store_url: str, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A browser at a server that sends Streamlit's own page at every address."""
    monkeypatch.setenv("HENGYANG_STORE", store_url)
    app = Starlette(
        routes=[Route("/{path:path}", lambda _request: FileResponse(INDEX))],
        middleware=[Middleware(FirstPaint)],
    )
    return TestClient(app)


def test_the_opening_page_brings_the_answer(opened: TestClient) -> None:
    answer = opened.get("/")
    assert "70 项指标中" in answer.text
    assert answer.text.count('<li class="row') == 31
    assert answer.text.count('<section class="card"') == 5
    assert "演示数据" in answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_it_is_the_selection_that_the_address_names(opened: TestClient) -> None:
    asked = opened.get("/overview?lang=en&as_of=2018-12").text
    assert 'lang="en"' in asked
    assert "Dec 2018" in asked
    assert "workspace=official" in opened.get("/?workspace=official").text


def test_an_older_answer_is_never_taken_for_the_newest(opened: TestClient) -> None:
    answer = opened.get("/", headers={"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"})
    assert answer.status_code == 200
    assert "etag" not in answer.headers
    assert "last-modified" not in answer.headers


@pytest.mark.parametrize(
    "address",
    [
        "/task",
        "/?theme=green",
        "/?plan=another",
        "/?against=r20",
        "/?release=99999",
        "/?embed=true",
        "/static/js/x.js",
    ],
)
def test_any_other_page_is_as_streamlit_sends_it(opened: TestClient, address: str) -> None:
    assert opened.get(address).content == INDEX.read_bytes()


def test_what_an_address_garbles_does_not_reach_the_page(opened: TestClient) -> None:
    text = opened.get("/?theme=%3Cscript%3Ealert(1)%3C/script%3E&lang=%22onload=").text
    assert "alert(1)" not in text
    assert "onload=" not in text


def test_the_app_waits_in_a_template_until_the_answer_is_painted() -> None:
    page = before_the_app(INDEX.read_bytes(), "<p>answer</p>").decode()
    head, body = page.split("<body>")
    assert "modulepreload" not in head
    assert 'type="module"' not in head
    template = body[: body.index("</template>")]
    assert INDEX.read_text(encoding="utf-8").count("modulepreload") == template.count(
        "modulepreload"
    )
    assert body.index("</template>") < body.index("<p>answer</p>") < body.index('id="root"')


@pytest.mark.parametrize("page", [b"<html><body></body></html>", b"<script type='x'></script>"])
def test_a_page_that_is_not_streamlit_s_is_left_alone(page: bytes) -> None:
    assert before_the_app(page, "<p>answer</p>") == page
