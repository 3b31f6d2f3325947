"""A real server and a real browser: one of each for all browser tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import chromium
from tests.serving import CHROMIUM_ARGUMENTS, serving


@pytest.fixture(scope="session")
def server(store_url: str) -> Iterator[str]:
    """The address of the app, served as README says, on a free loopback port."""
    with serving(settings={"HENGYANG_STORE": store_url}) as served:
        yield served.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.fail("HENGYANG_REQUIRE_BROWSER is set and there is no Chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=path,
            args=CHROMIUM_ARGUMENTS,
        )
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """open_page("task?task=5", dark=True) is that page, drawn to the end; console errors fail the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def opened(
        address: str = "", *, width: int = 1366, height: int = 768, dark: bool = False
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale="zh-CN",
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda message: errors.append(message.text) if message.type == "error" else None,
        )
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{server}/{address}")
        settle(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


def settle(page: Page) -> None:
    """Wait until the script has run to its end (the footer is there) and nothing is running."""
    page.wait_for_selector(".st-key-frame_footer", timeout=30_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000)
