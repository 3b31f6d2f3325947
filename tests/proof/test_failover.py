"""Two app processes behind nginx, set up as deploy/ says, one of them killed: nobody loses their place or their file."""

from __future__ import annotations

import asyncio
import os
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from hengyang import store
from hengyang.labels import words
from tests.browser.conftest import finding, new_reader, settle
from tests.browser.test_intake import filled, upload
from tests.conftest import chromium, finished
from tests.measure.sessions import Session
from tests.proof.proxied import NGINX, behind_nginx
from tests.proof.scale import scaled
from tests.review.builders import published
from tests.serving import CHROMIUM_ARGUMENTS, Served, serving

pytestmark = [pytest.mark.proof, pytest.mark.skipif(NGINX is None, reason="no nginx")]

needs_browser = pytest.mark.skipif(chromium() is None, reason="no Chromium")

READERS = scaled(50, least=10)
SHOWS_WITHIN_S = 5
#: What readers look at: page, parameters; each has a title sentence of its own.
VIEWS = [("task", f"task={task}&as_of=2019-0{month}-30") for task in (2, 5, 24) for month in (4, 6)]


@pytest.fixture
def two(own_store_url: str) -> Iterator[tuple[Served, Served]]:
    settings = {"HENGYANG_STORE": own_store_url}
    with serving(settings=settings) as first, serving(settings=settings) as second:
        yield first, second


@pytest.fixture
def port(two: tuple[Served, Served], tmp_path: Path) -> Iterator[int]:
    folder = tmp_path / "nginx"
    folder.mkdir()
    with behind_nginx(folder, *two) as port:
        yield port


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(
            executable_path=chromium(), args=CHROMIUM_ARGUMENTS
        )
        yield new_reader(browser, []).new_page()
        browser.close()


def metric(served: Served, name: str) -> float:
    """The value of the process's one metric of that name."""
    with urllib.request.urlopen(f"{served.address}/metrics", timeout=30) as answer:
        text = answer.read().decode()
    (line,) = [line for line in text.splitlines() if line.startswith(f"{name} ")]
    return float(line.split()[1])


async def look(reader: Session, view: tuple[str, str]) -> str:
    """The title sentence of a page that the reader opens by its URL in a new tab."""
    page, query = view
    await reader.rerun()
    await reader.rerun(query, page=page)
    return reader.finding


async def readers_lose(port: int, killed: Served, kept: Served) -> tuple[int, float]:
    """Kill one process under the readers; how many lost it, and the seconds until the last of them was back."""
    views = [VIEWS[number % len(VIEWS)] for number in range(READERS)]
    readers = [await Session(port).__aenter__() for _ in views]
    try:
        saw = [await look(one, view) for one, view in zip(readers, views, strict=True)]
        assert len(set(saw)) == len(VIEWS)
        both = [await asyncio.to_thread(metric, one, "hengyang_sessions") for one in (killed, kept)]
        assert sum(both) == READERS
        assert min(both) > READERS / 4, "least_conn did not spread the readers"
        is_lost = [one.cookies == f"hengyang_process={killed.port}" for one in readers]
        assert sum(is_lost) == both[0]

        started = time.perf_counter()
        os.kill(killed.pid, signal.SIGKILL)

        async def back(number: int) -> str:
            if not is_lost[number]:  # is still connected and goes on
                return await look(readers[number], views[number])
            await readers[number].until_lost()
            # As a browser: the same URL, the cookies it has.
            readers[number] = await Session(port, cookies=readers[number].cookies).__aenter__()
            return await look(readers[number], views[number])

        assert list(await asyncio.gather(*map(back, range(READERS)))) == saw
        took_s = time.perf_counter() - started
        # From now on they are known by the process that took them in, also when the other is back.
        assert {one.cookies for one in readers} == {f"hengyang_process={kept.port}"}
        return sum(is_lost), took_s
    finally:
        for one in readers:
            await one.__aexit__(None, None, None)


def test_readers_of_a_killed_process_are_back_at_their_view_at_another(
    port: int, two: tuple[Served, Served]
) -> None:
    lost, took_s = asyncio.run(readers_lose(port, *two))
    print(f"\n{READERS} readers, {lost} lost their process; all at their view after {took_s:.1f} s")


@needs_browser
def test_a_browser_is_back_at_its_filters_and_page_without_reloading(
    port: int, two: tuple[Served, Served], page: Page
) -> None:
    page.goto(f"http://127.0.0.1:{port}/indicators?department=commerce&as_of=2019-04-30&lang=en")
    settle(page)
    address, said = page.url, finding(page)
    chosen = page.locator("[data-testid=stCaptionContainer]").first.inner_text()
    page.evaluate("window.wasNotReloaded = true")
    known = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    (mine,) = [one for one in two if str(one.port) == known["hengyang_process"]]
    (other,) = [one for one in two if one is not mine]

    os.kill(mine.pid, signal.SIGKILL)
    for _ in range(200):
        page.wait_for_timeout(100)
        if metric(other, "hengyang_sessions") == 1:
            break
    settle(page)
    assert (page.url, finding(page)) == (address, said)
    assert page.locator("[data-testid=stCaptionContainer]").first.inner_text() == chosen
    assert page.evaluate("window.wasNotReloaded")


@needs_browser
def test_a_file_taken_by_a_killed_process_lies_in_the_store_for_the_other(
    two: tuple[Served, Served], page: Page
) -> None:
    taken, other = two
    page.goto(f"{taken.address}/upload")
    settle(page)
    with page.expect_download() as handed_out:
        page.locator(".st-key-intake_template button").click()
    template = Path(handed_out.value.path()).read_bytes()
    said = upload(page, "june.xlsx", filled(template, {"T02-2": 61}))
    draft = urlsplit(page.url).query
    os.kill(taken.pid, signal.SIGKILL)
    page.goto(f"{other.address}/upload?{draft}")
    settle(page)
    assert finding(page) == said


@needs_browser
def test_behind_nginx_nobody_gets_a_demo_identity(port: int, page: Page) -> None:
    for host in ("127.0.0.1", "localhost"):
        page.goto(f"http://{host}:{port}/upload")
        settle(page)
        assert words("zh")("access-read-only-forwarded") in page.locator("body").inner_text()
        assert page.locator(".st-key-people_identity").count() == 0


@needs_browser
def test_no_page_trips_over_the_security_headers(port: int, page: Page) -> None:
    refused: list[str] = []
    page.on("console", lambda told: refused.append(told.text) if "Policy" in told.text else None)
    for address in ("", "task?task=5&indicator=T05-3", "map", "roadmap", "present?wall=1"):
        page.goto(f"http://127.0.0.1:{port}/{address}")
        settle(page)
    assert refused == []


def test_what_is_for_the_machine_alone_is_not_passed_on(
    port: int, two: tuple[Served, Served]
) -> None:
    for address in ("healthz", "metrics", "_stcore/metrics"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}", timeout=30)
    for one in two:
        with urllib.request.urlopen(f"{one.address}/healthz", timeout=30) as answer:
            assert answer.read() == b"ok\n"


async def shows_after_s(served: Served, number: int) -> float:
    """Seconds until a reader of the process is offered the release, who looks four times a second."""
    started = time.perf_counter()
    label, wanted = words("zh")("frame-release"), words("zh")("frame-release-number", number=number)
    async with Session(served.port) as reader:
        while time.perf_counter() - started < 4 * SHOWS_WITHIN_S:
            await reader.rerun()
            if wanted in reader.selectboxes[label][1]:
                return time.perf_counter() - started
            await asyncio.sleep(0.25)
    raise TimeoutError


def test_a_publish_shows_in_every_process_within_five_seconds(
    two: tuple[Served, Served], own_store_url: str
) -> None:
    demo = store.open_store(own_store_url, "demo")

    async def all_show(number: int) -> list[float]:
        return await asyncio.gather(*(shows_after_s(one, number) for one in two))

    took_s = []
    for trial in range(scaled(10, least=2)):
        # Both have just looked, and so look as late as they ever do.
        before = demo.latest_release()
        finished(all_show(before))
        number = published(demo, ("T02-2", 61.0 + trial))
        took_s += finished(all_show(number))
    print(f"\na publish showed after {min(took_s):.1f} to {max(took_s):.1f} s")
    assert max(took_s) < SHOWS_WITHIN_S
