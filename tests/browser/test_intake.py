"""A file's whole way in a browser: template, filled, a finding, mended, submitted, approved by another, published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from hengyang import store
from tests.browser.conftest import finding, new_reader, settle, wait_for_finding
from tests.serving import serving

pytestmark = [pytest.mark.browser, pytest.mark.proof]


@pytest.fixture
def address(own_store_url: str) -> Iterator[str]:
    """The address of an app with a store of its own."""
    with serving(settings={"HENGYANG_STORE": own_store_url}) as served:
        yield served.address


def filled(content: bytes, values: dict[str, object]) -> bytes:
    """A template with values written beside their indicators' identifiers."""
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[4]]
    for row in sheet.iter_rows(min_row=5):
        if row[0].value in values and row[heads.index("县市区")].value == "衡阳市":
            row[heads.index("完成值")].value = values[row[0].value]
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def upload(page: Page, name: str, content: bytes) -> str:
    """Upload a file; the finding that it leads to."""
    before = finding(page)
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    return wait_for_finding(page, other_than=before)


def press(page: Page, key: str, then: str) -> None:
    """Press a button and wait for what it leads to."""
    page.locator(f".st-key-{key} button").click()
    page.wait_for_selector(then, timeout=60_000)
    settle(page)


def test_a_file_goes_all_the_way_from_the_template_to_the_overview(
    browser: Browser, address: str, own_store_url: str
) -> None:
    url = own_store_url
    before = store.open_store(url, "demo").latest_release()
    errors: list[str] = []
    context = new_reader(browser, errors)
    page = context.new_page()
    page.goto(f"{address}/upload")
    settle(page)
    with page.expect_download() as handed_out:
        page.locator(".st-key-intake_template button").click()
    template = Path(handed_out.value.path()).read_bytes()

    said = upload(page, "六月 <b>.xlsx", filled(template, {"T02-2": "很多", "T02-1": 7}))
    assert "1 处阻断" in said
    expect(page.locator("td.in-error")).to_have_count(1)
    expect(page.locator(".st-key-intake_submit button")).to_be_disabled()
    assert "<b>" in page.locator("[data-testid=stCaptionContainer]").first.inner_text()

    press(page, "intake_another", ".st-key-intake_template")
    said = upload(page, "mended.xlsx", filled(template, {"T02-2": 61, "T02-1": 7}))
    assert "阻断" not in re.sub("没有阻断", "", said)

    # The browser's session goes; the draft that the address names is still there.
    draft = urlsplit(page.url).query
    context.close()
    context = new_reader(browser, errors)
    page = context.new_page()
    page.goto(f"{address}/upload?{draft}")
    settle(page)
    assert finding(page) == said
    for box in page.locator("[data-testid=stCheckbox] label").all():
        box.click()
        settle(page)
    expect(page.locator(".st-key-intake_submit button")).to_be_enabled(timeout=30_000)
    press(page, "intake_submit", "[data-testid=stAlert]:has-text('已提交')")

    page.locator("[class*=st-key-frame_more] button").click()
    page.locator("[data-testid=stPopoverBody] a", has_text="审核").click()
    page.wait_for_selector("h1:has-text('1 件待审核')")
    page.locator("table.in-list a").first.click()
    page.wait_for_selector(".st-key-review_decision:has-text('须由另一人审核')")
    settle(page)
    page.locator(".st-key-people_identity button", has_text="审核").click()
    page.wait_for_selector(".st-key-review_approve button")
    settle(page)
    press(page, "review_approve", ".st-key-review_publish button")
    press(page, "review_publish", f"h1:has-text('已发布为版本 {before + 1}')")

    page.locator(".in-ways a", has_text="总览").click()
    page.wait_for_selector(f".st-key-frame_footer:has-text('2019年7月31日 · 版本 {before + 1}')")
    page.goto(f"{address}/task?task=2&indicator=T02-2")
    settle(page)
    assert "61 个" in " ".join(page.locator(".hy").all_inner_texts())
    context.close()
    assert errors == []
    assert store.open_store(url, "demo").latest_release() == before + 1
