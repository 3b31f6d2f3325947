"""The way back from signing in: only to the app's own pages."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from hengyang.ui.way_back import COOKIE, TRIED, WayBack, inside

PROVIDER = "https://provider.example/authorize"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("http://localhost/task?task=5&lang=en", "task?lang=en&task=5"),
        ("http://localhost/", ""),
        ("http://localhost/?theme=health", "?theme=health"),
        ("http://localhost/overview?lang=en", "?lang=en"),
        ("http://localhost/indicators?q=%E7%AE%A1%E5%BB%8A", "indicators?q=%E7%AE%A1%E5%BB%8A"),
    ],
)
def test_a_page_is_kept_with_its_parameters(address: str, page: str) -> None:
    found = inside(address)
    assert found is not None
    assert found.partition("?")[0] == page.partition("?")[0]
    assert sorted(found.partition("?")[2].split("&")) == sorted(page.partition("?")[2].split("&"))


@pytest.mark.parametrize(
    "address",
    [
        "//other.example/task",
        "http://localhost//other.example/task",
        "http://localhost/\\other.example",
        "http://localhost/https://other.example",
        "http://localhost/task/../../other",
        "http://localhost/auth/login",
        "http://[broken",
        "javascript:alert(1)",
        "http://localhost/task?q=" + "x" * 3000,
    ],
)
def test_anything_else_is_no_way_back_that_leaves_the_app(address: str) -> None:
    assert inside(address) in (None, "task")  # a page of ours, whatever host the header claims


def test_parameters_that_the_app_does_not_know_are_dropped() -> None:
    assert inside("http://localhost/task?task=5&next=//other.example") == "task?task=5"


def test_below_a_path_of_its_own_the_app_finds_its_pages() -> None:
    assert inside("http://localhost/city/task?task=5", "/city") == "task?task=5"
    assert inside("http://localhost/city", "/city") == ""


def browser() -> TestClient:
    """A browser in front of an app that signs in as Streamlit does: away to the provider, back to the root."""

    async def login(_request: Request) -> Response:
        return RedirectResponse(PROVIDER, 302)

    async def home(_request: Request) -> Response:
        return RedirectResponse("/", 302)

    async def page(_request: Request) -> Response:
        return PlainTextResponse("page")

    routes = [
        Route("/auth/login", login),
        Route("/auth/logout", home),
        Route("/oauth2callback", home),
        Route("/{page:path}", page),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(WayBack)])
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


def test_signing_in_leads_away_and_back_to_the_page() -> None:
    client = browser()
    away = client.get("/auth/login", headers={"referer": "http://localhost/task?task=5"})
    assert away.headers["location"] == PROVIDER
    assert "HttpOnly" in away.headers["set-cookie"]
    back = client.get("/oauth2callback?state=s&code=c")
    assert back.headers["location"] == "/task?task=5"
    assert COOKIE not in client.cookies  # used once
    assert client.get("/oauth2callback?state=s").headers["location"] == "/"


def test_signing_out_leads_back_to_the_page() -> None:
    client = browser()
    gone = client.get("/auth/logout", headers={"referer": "http://localhost/theme?theme=health"})
    assert gone.headers["location"] == "/theme?theme=health"


@pytest.mark.parametrize(
    "kept", ["https://other.example/task%3Fq", "%2F%2Fother.example", "%0d%0aX:1"]
)
def test_a_cookie_that_somebody_forged_leads_nowhere_else(kept: str) -> None:
    client = browser()
    client.cookies.set(COOKIE, kept)
    assert client.get("/oauth2callback?state=s").headers["location"] in ("/", "/task", "/task?q=")


def test_a_sign_in_that_came_back_is_remembered_until_one_signs_out() -> None:
    client = browser()
    client.get("/oauth2callback")
    assert TRIED not in client.cookies  # came from signing out
    client.get("/oauth2callback?state=s")
    assert TRIED in client.cookies
    client.get("/auth/logout")
    assert TRIED not in client.cookies


def test_other_addresses_pass_untouched() -> None:
    answer = browser().get("/task", headers={"referer": "http://localhost/theme"})
    assert answer.text == "page"
    assert "set-cookie" not in answer.headers
