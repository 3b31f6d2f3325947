"""What a reader with a browser sees: the first visit, a filter change, a click to another page."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page

from tests.measure.wire import Relay, relayed
from tests.serving import Served

#: The page counts as drawn when nothing in it has changed for so long; the time taken ends at the last change.
QUIET_MS = 400

_WATCH = """
() => {
  const watch = { last: performance.now(), started: performance.now() };
  window.__watch = watch;
  const seen = new WeakSet();
  const what = { subtree: true, childList: true, characterData: true, attributes: true };
  const observe = (root) => {
    if (seen.has(root)) return;
    seen.add(root);
    new MutationObserver((changes) => {
      watch.last = performance.now();
      watch.changes = (watch.changes || 0) + changes.length;
      for (const change of changes) change.addedNodes.forEach(descend);
    }).observe(root, what);
  };
  // A component's content lives in a shadow root, which an observer of the page doesn't see into.
  const descend = (node) => {
    if (node.nodeType !== 1) return;
    if (node.shadowRoot) { observe(node.shadowRoot); node.shadowRoot.querySelectorAll("*").forEach(descend); }
    node.querySelectorAll("*").forEach((inner) => { if (inner.shadowRoot) descend(inner); });
  };
  const start = () => {
    const main = document.querySelector("[data-testid=stMain]");
    if (!main) return requestAnimationFrame(start);
    watch.last = performance.now();
    observe(main); descend(main);
    new MutationObserver(() => { watch.last = performance.now(); }).observe(
      document.querySelector("[data-testid=stApp]"),
      { attributes: true, attributeFilter: ["data-test-script-state"] });
  };
  start();
  document.addEventListener("click", () => { watch.started = watch.last = performance.now(); watch.changes = 0; },
    { capture: true });
}
"""
_IS_QUIET = f"""
() => window.__watch && window.__watch.changes > 0
  && performance.now() - window.__watch.last > {QUIET_MS}
  && document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"
"""


@dataclass(frozen=True)
class Visit:
    """A first visit with an empty cache: bytes received over TCP, headers and websocket included."""

    received_bytes: int
    requests: int
    drawn_ms: float


@dataclass(frozen=True)
class Action:
    """Something that the reader did to a drawn page; medians over its repetitions."""

    received_bytes: int
    drawn_ms: float


@dataclass(frozen=True)
class Reading:
    """One app as a browser sees it. click is None for an app of one page."""

    visit: Visit
    return_visit: Visit
    filter: Action
    click: Action | None


def read(
    browser: Browser,
    served: Served,
    *,
    selectbox: int,
    drawn: str,
    link: str | None,
    repetitions: int,
) -> Reading:
    """Visit, change the selectbox (the n-th of the page), click the link; drawn is a selector of the last mark."""
    with relayed(served.port) as relay:
        context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN")
        context.add_init_script(f"({_WATCH})()")
        try:
            page = context.new_page()
            visit = _visit(page, relay, drawn)
            changes = [_choose(page, relay, selectbox) for _ in range(repetitions + 1)]
            clicks = []
            for _ in range(repetitions if link else 0):
                assert link is not None
                clicks.append(_acted(page, relay, page.locator(link).first.click))
                page.goto(f"http://localhost:{relay.port}/")
                _wait(page, drawn)
            page.close()
            return_visit = _visit(context.new_page(), relay, drawn)
        finally:
            context.close()
    # The first change loads what only a dropdown needs.
    return Reading(visit, return_visit, _middle(changes[1:]), _middle(clicks) if clicks else None)


def _visit(page: Page, relay: Relay, drawn: str) -> Visit:
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("websocket", lambda socket: requests.append(socket.url))
    before = relay.received_bytes
    page.goto(f"http://localhost:{relay.port}/")
    _wait(page, drawn)
    page.wait_for_load_state("networkidle")
    drawn_ms = page.evaluate("window.__watch.last")
    asked = [url for url in requests if not url.startswith(("data:", "blob:"))]
    return Visit(relay.received_bytes - before, len(asked), drawn_ms)


def _wait(page: Page, drawn: str) -> None:
    page.wait_for_selector(drawn, timeout=30_000, state="attached")
    page.wait_for_function(_IS_QUIET, timeout=30_000)


def _choose(page: Page, relay: Relay, selectbox: int) -> Action:
    """Take the option below the chosen one, or the one above where there is none."""
    page.locator("[data-testid=stSelectbox]").nth(selectbox).locator("input").click()
    options = page.locator("[role=option]")
    options.first.wait_for()
    chosen = options.evaluate_all(
        "all => all.findIndex(one => one.getAttribute('aria-selected') === 'true')"
    )
    wanted = options.nth(chosen + 1 if chosen + 1 < options.count() else chosen - 1)
    return _acted(page, relay, wanted.click)


def _acted(page: Page, relay: Relay, act: Callable[[], None]) -> Action:
    time.sleep(0.3)  # what the step before still had to send
    before = relay.received_bytes
    act()
    page.wait_for_function(_IS_QUIET, timeout=30_000)
    drawn_ms = page.evaluate("window.__watch.last - window.__watch.started")
    return Action(relay.received_bytes - before, drawn_ms)


def _middle(actions: list[Action]) -> Action:
    return Action(
        round(median(action.received_bytes for action in actions)),
        median(action.drawn_ms for action in actions),
    )
