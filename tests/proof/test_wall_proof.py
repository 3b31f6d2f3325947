"""The wall that hangs in a room shows a release soon after somebody publishes it, without a hand on the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect, sync_playwright

from hengyang.store import open_store
from tests.conftest import chromium
from tests.serving import CHROMIUM_ARGUMENTS, serving
from tests.store.builders import released

#: It looks every 10 s; the answers that it reads may be 5 s old, and drawing takes a moment.
WITHIN_MS = 20_000


def test_a_release_shows_on_the_wall_without_reloading(
    own_store_url: str,
) -> None:
    own_store = open_store(own_store_url, "demo")
    path = chromium()
    if path is None:
        pytest.skip("there is no Chromium")
    newest = own_store.latest_release()
    rows = own_store.read(newest).observations.tail(1)
    with serving(settings={"HENGYANG_STORE": own_store_url}) as served, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.goto(f"{served.address}/present?wall=1")
        foot = page.locator(".wall footer")
        expect(foot).to_contain_text(f"版本 {newest}", timeout=30_000)
        page.evaluate("window.__isTheSamePage = true")
        page.keyboard.press("ArrowRight")
        shown = page.locator(".w-panels section.on").get_attribute("data-turn")
        released(own_store, "while the wall hangs", {"observations": rows})
        expect(foot).to_contain_text(f"版本 {newest + 1}", timeout=WITHIN_MS)
        assert page.evaluate("window.__isTheSamePage")
        # it goes on where it was, or one theme further when its turn came
        turns = page.locator(".w-themes li").evaluate_all("all => all.map(one => one.dataset.turn)")
        now = page.locator(".w-panels section.on").get_attribute("data-turn")
        assert (turns.index(now) - turns.index(shown)) % len(turns) <= 2
        browser.close()
