"""What a browser sees of one contender: first visits with a cold and a warm cache, a filter change, a page switch."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Timer

import psutil
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from benchmarks.field import Contender, Painted
from tests.measure.wire import Relay
from tests.serving import CHROMIUM_ARGUMENTS

_WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
WITHIN_MS = 30_000
STUCK_AFTER_S = 150.0
ATTEMPTS = 4


def visit(executable: str, contender: Contender, relay: Relay) -> Mapping[str, float]:
    """One repetition in a browser without a past: milliseconds, bytes and requests by figure.

    A browser that stops answering is ended and the repetition begun anew. Raises: RuntimeError when that doesn't help.
    """
    for _ in range(ATTEMPTS):
        with sync_playwright() as playwright:
            chrome = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
            alarm = Timer(STUCK_AFTER_S, _end_browsers)
            alarm.start()
            try:
                return _visits(chrome, contender, relay)
            except Error as error:
                print(f"{contender.name}: {error.message.splitlines()[0]}", file=sys.stderr)
            finally:
                with suppress(Error):
                    chrome.close()
                alarm.cancel()
    raise RuntimeError(f"{contender.name} could not be visited in {ATTEMPTS} attempts")


def _end_browsers() -> None:
    """Kill the browsers that this very process has started."""
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            if "chrom" in child.name():
                child.kill()


def _visits(browser: Browser, contender: Contender, relay: Relay) -> Mapping[str, float]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN")
    context.set_default_timeout(WITHIN_MS)
    spec = json.dumps({"answer": contender.answer, "charts": contender.charts})
    context.add_init_script(f"({_WATCH})({spec})")
    try:
        cold_page, cold = _visit(context, contender, relay)
        cold_page.close()
        page, warm = _visit(context, contender, relay)
        found = {
            **{f"cold {name}": value for name, value in cold.items()},
            **{f"warm {name}": value for name, value in warm.items()},
        }
        if contender.switch and contender.switch_back:
            # there and back once for what only the first time loads
            _acted(page, contender.switch, contender.switched)
            _acted(page, contender.switch_back, contender.charts)
            found["switch"] = _acted(page, contender.switch, contender.switched)
            _acted(page, contender.switch_back, contender.charts)
        if contender.choose:
            if contender.open_filter:
                contender.open_filter(page)
            before = relay.received_bytes
            found["filter"] = _acted(page, contender.choose, contender.filtered)
            page.wait_for_load_state("networkidle")
            found["filter bytes"] = relay.received_bytes - before
    finally:
        context.close()
    return found


def _visit(
    context: BrowserContext, contender: Contender, relay: Relay
) -> tuple[Page, dict[str, float]]:
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("websocket", lambda socket: requests.append(socket.url))
    before = relay.received_bytes
    page.goto(f"http://localhost:{relay.port}/{contender.path}", wait_until="commit")
    answer = _painted(page, "answer")
    until_answer = relay.received_bytes - before
    charts = _painted(page, "charts")
    page.wait_for_load_state("networkidle")
    asked = [url for url in requests if not url.startswith(("data:", "blob:"))]
    return page, {
        "answer": answer,
        "charts": charts,
        "bytes until answer": until_answer,
        "bytes": relay.received_bytes - before,
        "requests": len(asked),
    }


def _acted(page: Page, act, painted: Painted) -> float:  # type: ignore[no-untyped-def]
    page.wait_for_timeout(300)  # what the step before still had to do
    page.evaluate("parts => window.__bench.arm('act', parts)", painted)
    act(page)
    return _painted(page, "act")


def _painted(page: Page, name: str) -> float:
    page.wait_for_function("name => window.__bench?.at[name] !== undefined", arg=name)
    return float(page.evaluate("name => window.__bench.at[name]", name))
