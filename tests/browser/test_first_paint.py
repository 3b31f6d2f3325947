"""Before the app: the answer is on the screen, where the app will put it, and its links lead somewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import new_reader, settle

pytestmark = pytest.mark.browser

#: What must not jump when the app takes over, in the first paint or in the app.
_PLACES = """() => {
    const all = [document, ...[...document.querySelectorAll("*")].map((part) => part.shadowRoot).filter(Boolean)];
    const places = {};
    for (const what of ["h1", ".cards", ".cols", ".att"])
        for (const root of all) {
            const box = root.querySelector(what)?.getBoundingClientRect();
            if (box) places[what] = [box.x, box.y, box.width].map(Math.round);
        }
    return places;
}"""


def held_before_the_app(page: Page, address: str) -> None:
    """The page as it stands when Streamlit's bundle does not come."""
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(address)
    page.locator("#hy-first h1").wait_for()


@pytest.mark.parametrize(
    ("width", "height", "dark"),
    [
        (390, 844, False),
        pytest.param(1366, 768, False, marks=pytest.mark.proof),
        (1366, 768, True),
    ],
)
def test_the_app_takes_over_without_a_jump(
    browser: Browser, server: str, width: int, height: int, dark: bool
) -> None:
    errors: list[str] = []
    context = new_reader(browser, errors, width=width, height=height, dark=dark)
    page = context.new_page()
    held_before_the_app(page, server)
    expect(page.locator("#hy-first li.row")).to_have_count(31)
    before = page.evaluate(_PLACES)
    assert page.locator("#hy-first").get_attribute("data-theme") == ("dark" if dark else "light")
    page.wait_for_load_state("networkidle")
    page.unroute("**/static/js/**")
    errors.clear()  # of the bundle that was withheld
    page.goto(server)
    settle(page)
    expect(page.locator("#hy-first")).to_have_count(0)
    after = page.evaluate(_PLACES)
    assert set(before) == set(after) == {"h1", ".cards", ".cols", ".att"}
    for what, place in before.items():
        assert place == pytest.approx(after[what], abs=2), what
    assert errors == []
    context.close()


def test_its_links_lead_to_the_app_s_pages(browser: Browser, server: str) -> None:
    context = new_reader(browser, [])
    page = context.new_page()
    held_before_the_app(page, f"{server}/?as_of=2018-12")
    page.unroute("**/static/js/**")
    page.locator("#hy-first li.row a", has_text="城市地下综合管廊").click()
    settle(page)
    assert "task?as_of=2018-12&task=5" in page.url
    context.close()


def test_only_a_browser_with_streamlit_s_token_connects_unasked(
    browser: Browser, server: str
) -> None:
    errors: list[str] = []
    context = new_reader(browser, errors)
    page = context.new_page()
    connects_unasked = "'HOST_CONFIG' in window.__streamlit"
    for is_known in (False, True):
        page.goto(server)
        settle(page)
        assert page.evaluate(connects_unasked) is is_known
        expect(page.locator("h1")).to_contain_text("项指标中")
    assert errors == []
    context.close()


def test_a_stylesheet_that_did_not_come_is_asked_for_again(browser: Browser, server: str) -> None:
    context = new_reader(browser, [])
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/board-*.css", lambda route: route.abort(), times=1)
    page.goto(server)
    settle(page)
    dressed = page.evaluate(
        """() => [...document.querySelectorAll("*")].map((host) => host.shadowRoot)
            .filter((root) => root?.querySelector(".hy"))
            .map((root) => root.adoptedStyleSheets.some((sheet) => sheet.cssRules.length > 0))"""
    )
    assert len(dressed) >= 4
    assert all(dressed)
    assert len([url for url in asked if url.endswith(".css") and "/board-" in url]) == 2
    context.close()
