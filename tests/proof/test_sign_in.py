"""Signing in at a real OpenID provider on loopback, in a real browser.

The provider is npm's oidc-provider at the version that oidc/package.json names, installed into a scratch folder.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from hengyang import review, store
from hengyang.access import LOCAL_REPORTER
from hengyang.review import State
from tests.browser.conftest import settle
from tests.conftest import chromium
from tests.review.builders import NOW, later, values
from tests.serving import CHROMIUM_ARGUMENTS, free_port, serving

pytestmark = pytest.mark.skipif(
    shutil.which("npm") is None or chromium() is None, reason="no npm or no Chromium"
)

HERE = Path(__file__).parent / "oidc"
PEOPLE = {
    "wang": {"email": "wang@example.org", "email_verified": True},
    "li": {"email": "li@example.org", "email_verified": True},
    "chen": {"email": "chen@example.org", "email_verified": True},
    "zhao": {"email": "li@example.org", "email_verified": False},
}
SECRETS = """
[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "a-long-secret-only-for-this-proof"
client_id = "hengyang"
client_secret = "only-for-this-proof"
server_metadata_url = "PROVIDER/.well-known/openid-configuration"
client_kwargs = { prompt = "login" }
"""
ROLES = """
["wang@example.org"]
role = "reporter"
departments = ["science_and_technology"]
["li@example.org"]
role = "reviewer"
"""


@dataclass(frozen=True)
class App:
    """An app with signing in set up, and where its store lies."""

    address: str
    store_url: str


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("oidc")
    for name in ("package.json", "provider.mjs"):
        shutil.copy(HERE / name, folder)
    subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder


@contextmanager
def provided(folder: Path, **told: object) -> Iterator[None]:
    """The provider runs until the block ends."""
    log = folder / "provider.log"
    with log.open("w") as sink:
        process = subprocess.Popen(
            ["node", "provider.mjs", json.dumps(told)], cwd=folder, stdout=sink, stderr=sink
        )
    try:
        for _ in range(100):
            try:
                urlopen(f"http://localhost:{told['port']}/.well-known/openid-configuration").close()
                break
            except OSError:
                time.sleep(0.1)
        else:
            raise RuntimeError(log.read_text())
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture
def app(installed: Path, tmp_path: Path) -> Iterator[Callable[..., App]]:
    """app(lifetime=…, lies=…) is an app with its provider."""
    with ExitStack() as stack:

        def started(lifetime: int = 600, lies: str | None = None) -> App:
            port, secrets, roles = free_port(), tmp_path / "secrets.toml", tmp_path / "roles.toml"
            roles.write_text(ROLES)
            # Streamlit fills in its own port
            secrets.write_text(SECRETS.replace("PROVIDER", f"http://localhost:{port}"))
            url = str(tmp_path / "store")
            store.prepare(url)
            served = stack.enter_context(
                serving(
                    settings={"HENGYANG_STORE": url, "HENGYANG_ROLES": str(roles)},
                    options=("--secrets.files", str(secrets)),
                )
            )
            callback = f"{served.address}/oauth2callback"
            more = {"port": port, "callback": callback, "people": PEOPLE, "lifetime": lifetime}
            stack.enter_context(provided(installed, lies=lies, **more))
            return App(served.address, url)

        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


def visit(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN").new_page()
    page.goto(address)
    settle(page)
    return page


def sign_in(page: Page, name: str) -> None:
    """Through the button of the frame and the provider's own pages, back to the app."""
    page.locator(".st-key-frame_sign_in button").click()
    page.locator("input[name=login]").fill(name)
    page.locator("input[name=password]").fill("any")
    page.locator("button[type=submit]").click()
    consent = page.get_by_role("button", name="Continue")  # asked for once
    expect(consent.or_(page.locator(".st-key-frame_footer"))).to_be_visible(timeout=30_000)
    if consent.is_visible():
        consent.click()
    page.wait_for_selector(".st-key-frame_footer", timeout=30_000)
    settle(page)


def text(page: Page) -> str:
    return page.locator("[data-testid=stMain]").inner_text()


def where(page: Page) -> tuple[str, dict[str, list[str]]]:
    parts = urlsplit(page.url)
    return parts.path, parse_qs(parts.query)


def submitted(app: App) -> str:
    """A proposal of the demo's reporter that waits for a decision."""
    opened = store.open_store(app.store_url, "demo")
    draft = review.start_draft(
        opened,
        actor=LOCAL_REPORTER,
        now=NOW,
        tables=opened.read(),
        frames=values(("T05-3", 15)),
        content=b"a file",
        file_name="a.xlsx",
    )
    return review.submit(opened, draft.id, actor=LOCAL_REPORTER, now=later(1)).id


def state(app: App, number: str) -> State:
    return review.proposal(store.open_store(app.store_url, "demo"), number).state


def test_a_reader_signs_in_finds_what_is_theirs_and_signs_out_where_they_were(
    browser: Browser, app: Callable[..., App], tmp_path: Path
) -> None:
    running = app()
    page = visit(browser, f"{running.address}/task?task=2&lang=en")
    sign_in(page, "wang")
    assert where(page) == ("/task", {"task": ["2"], "lang": ["en"]})
    expect(page.locator(".st-key-frame_signed_in button").first).to_contain_text("wang")
    page.goto(running.address)
    settle(page)
    expect(page.locator("nav.my")).to_be_visible()
    page.screenshot(path=tmp_path / "signed-in.png")
    page.goto(f"{running.address}/upload")
    settle(page)
    assert page.locator(".st-key-intake_template button").count() == 1
    assert page.locator(".st-key-people_identity").count() == 0  # nobody borrows an identity here
    page.goto(f"{running.address}/theme?theme=health")
    settle(page)
    page.locator(".st-key-frame_signed_in button").first.click()
    page.locator(".st-key-frame_sign_out button").click()
    page.get_by_role("button", name="Yes, sign me out").click()
    page.wait_for_selector(".st-key-frame_sign_in", timeout=30_000)
    settle(page)
    assert where(page) == ("/theme", {"theme": ["health"]})


@pytest.mark.parametrize(
    ("name", "told"), [("chen", "权限表中没有您"), ("zhao", "登录服务没有核实您的邮箱")]
)
def test_somebody_unknown_or_unverified_may_only_look(
    browser: Browser, app: Callable[..., App], name: str, told: str
) -> None:
    running = app()
    number = submitted(running)
    page = visit(browser, f"{running.address}/review?proposal={number}")
    sign_in(page, name)
    assert where(page) == ("/review", {"proposal": [number]})
    assert told in text(page)
    assert page.locator(".st-key-review_approve").count() == 0
    page.goto(f"{running.address}/upload")
    settle(page)
    assert page.locator("input[type=file]").count() == 0


# the one token was issued for another app, the other's address was changed after it was signed
@pytest.mark.parametrize(("lies", "name"), [("audience", "li"), ("signature", "chen")])
def test_a_token_for_another_app_or_with_a_broken_signature_is_refused(
    browser: Browser, app: Callable[..., App], lies: str, name: str
) -> None:
    running = app(lies=lies)
    page = visit(browser, f"{running.address}/task?task=5")
    sign_in(page, name)
    assert where(page) == ("/task", {"task": ["5"]})
    assert "登录未成功" in text(page)
    assert page.locator(".st-key-frame_signed_in").count() == 0
    expect(page.locator(".st-key-frame_sign_in button")).to_be_visible()


def test_a_sign_in_that_has_ended_cannot_act_on_a_page_drawn_before(
    browser: Browser, app: Callable[..., App]
) -> None:
    lifetime = 20
    running = app(lifetime=lifetime)
    number = submitted(running)
    page = visit(browser, f"{running.address}/review?proposal={number}")
    sign_in(page, "li")
    signed_in_at = time.monotonic()
    expect(page.locator(".st-key-review_approve button")).to_be_enabled()
    page.wait_for_timeout(max(0.0, lifetime + 1 - (time.monotonic() - signed_in_at)) * 1000)
    page.locator(".st-key-review_approve button").click()
    expect(page.get_by_text("登录已过期").first).to_be_visible()
    settle(page)
    assert state(running, number) is State.SUBMITTED
    assert page.locator(".st-key-review_approve").count() == 0
    sign_in(page, "li")
    page.locator(".st-key-review_approve button").click()
    expect(page.get_by_text("登录已过期")).to_have_count(0)
    page.wait_for_timeout(1500)
    assert state(running, number) is State.APPROVED
