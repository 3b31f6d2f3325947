"""A real server and a real browser: one of each for all browser tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.conftest import chromium
from tests.serving import CHROMIUM_ARGUMENTS, serving

#: JavaScript: every text of the page, shadow roots and what stands in boxes included.
ALL_TEXT = """() => {
    const texts = [];
    const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) { texts.push(node.data); return; }
        if (["STYLE", "SCRIPT"].includes(node.tagName)) return;
        if (node.placeholder) texts.push(node.placeholder, node.value);
        if (node.shadowRoot) walk(node.shadowRoot);
        node.childNodes.forEach(walk);
    };
    walk(document.body);
    return texts.join(" ");
}"""


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


class Reader(NamedTuple):
    """A browser context, and what any of its pages wrote to the console as an error."""

    context: BrowserContext
    errors: list[str]


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[Reader]:
    """One reader for all tests that need no other: Streamlit's bundle is fetched and compiled once."""
    errors: list[str] = []
    context = new_reader(browser, errors)
    yield Reader(context, errors)
    context.close()


@pytest.fixture
def open_page(browser: Browser, reader: Reader, server: str) -> Iterator[Callable[..., Page]]:
    """open_page("task?task=5", dark=True) is that page, drawn to the end; console errors fail the test.

    Every call is a tab of the same reader; is_alone=True is a reader of their own (a new context).
    """
    before, others, errors = set(reader.context.pages), [], reader.errors
    errors.clear()

    def opened(
        address: str = "",
        *,
        width: int = 1366,
        height: int = 768,
        dark: bool = False,
        is_alone: bool = False,
    ) -> Page:
        context = reader.context
        if is_alone:
            others.append(context := new_reader(browser, errors))
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.goto(f"{server}/{address}")
        settle(page)
        return page

    yield opened
    for context in others:
        context.close()
    reader.context.set_offline(False)
    reader.context.clear_cookies()
    for page in set(reader.context.pages) - before:
        page.evaluate("localStorage.clear()")
        page.close()
    assert errors == []


def new_reader(
    browser: Browser,
    errors: list[str],
    *,
    width: int = 1366,
    height: int = 768,
    dark: bool = False,
) -> BrowserContext:
    """A browser context; what any of its pages writes to the console as an error is added to `errors`."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="zh-CN",
    )

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(f"{message.text} ({message.location.get('url', '')})")

    context.on("console", hear)
    context.on("weberror", lambda error: errors.append(str(error.error)))
    return context


def settle(page: Page) -> None:
    """Wait until the script has run to its end (the footer is there), nothing is running, all boards are drawn."""
    page.wait_for_selector(".st-key-frame_footer", timeout=30_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000)
    page.wait_for_function(
        """() => {
            // Streamlit fetches the code of a kind of widget when it first draws one.
            if (document.querySelector("[data-testid=stSkeleton], #hy-first")) return false;
            if (document.querySelectorAll(".st-key-frame_menu a").length < 6) return false;
            const boards = [...document.querySelectorAll("*")]
                .map((host) => host.shadowRoot?.querySelector(".hy"))
                .filter(Boolean);
            if (!boards.every((one) => one.childElementCount && getComputedStyle(one).visibility === "visible"))
                return false;
            // Elements still on their way are in no list of what is missing: nothing may have come since the last look.
            const seen = document.body.innerText.length + boards.reduce((sum, one) => sum + one.innerText.length, 0);
            const isStill = window.__seenBefore === seen;
            window.__seenBefore = seen;
            return isStill;
        }""",
        timeout=30_000,
        polling=250,
    )


def finding(page: Page) -> str:
    """The page's title sentence."""
    return page.locator("h1").inner_text()


def wait_for_finding(page: Page, other_than: str = "") -> str:
    """The title sentence once it differs from another one and the page stands still."""
    page.wait_for_function(
        "other => { const h = document.querySelector('h1'); return h && h.innerText.trim() && h.innerText.trim() !== other }",
        arg=other_than.strip(),
        timeout=30_000,
    )
    settle(page)
    return finding(page)


def printed(page: Page) -> list[str]:
    """The text of each sheet when the page is printed as the browser prints it."""
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as paper:
        return [sheet.get_textpage().get_text_range() for sheet in paper]


def close(text: str) -> str:
    """A text without its spaces and line breaks, which a PDF sets as it likes."""
    return "".join(text.split())
