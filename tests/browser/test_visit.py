"""A reader's visit: what opens, where clicks and keys lead, what a link brings back."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ALL_TEXT, finding, settle, wait_for_finding

pytestmark = pytest.mark.browser

DEMO = "演示数据"


def parameters(page: Page) -> dict[str, str]:
    """The URL's parameters."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def place(page: Page) -> str:
    """The page of the app that the URL names; empty for the overview."""
    return urlsplit(page.url).path.strip("/")


def choose(page: Page, box: str, option: str) -> None:
    """Take an option of one of the frame's boxes."""
    page.locator(f".st-key-{box} [data-baseweb=select], .st-key-{box} input").first.click()
    page.get_by_role("option", name=option, exact=True).click()


def test_the_first_visit_shows_the_whole_plan_and_a_row_leads_to_its_task_without_a_reload(
    open_page,
):
    page = open_page()
    before = finding(page)
    assert re.search(r"70 项指标中 \d+ 项", before)
    expect(page.locator("li.row")).to_have_count(31)
    expect(page.locator("section.card")).to_have_count(5)
    expect(page.locator(".hy-demo")).to_have_text(DEMO)
    assert "征求意见稿" in page.locator(".st-key-frame_footer").inner_text()
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    page.evaluate("window.__kept = 'yes'")
    page.locator("li.row a", has_text="城市地下综合管廊").click()
    assert "综合管廊" in wait_for_finding(page, before)
    assert place(page) == "task"
    assert parameters(page)["task"] == "5"
    assert page.evaluate("window.__kept") == "yes"
    page.go_back()
    expect(page.locator("li.row")).to_have_count(31)
    settle(page)
    assert finding(page) == before


def test_with_ctrl_a_row_opens_in_a_tab_of_its_own(open_page):
    page = open_page("?lang=en&as_of=2018-12")
    with page.context.expect_page() as opened:
        page.locator("li.row a").nth(4).click(modifiers=["Control"])
    tab = opened.value
    settle(tab)
    assert place(tab) == "task"
    assert {"lang": "en", "as_of": "2018-12"}.items() <= parameters(tab).items()
    assert place(page) == ""


def test_tab_reaches_a_task_and_enter_opens_it(open_page):
    page = open_page()
    before = finding(page)
    page.locator("section.card h2 a").last.focus()
    page.keyboard.press("Tab")
    focused = "() => { let e = document.activeElement; while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement; return e.getAttribute('href') ?? '' }"
    assert page.evaluate(focused) == "task?task=1"
    page.keyboard.press("Enter")
    assert wait_for_finding(page, before)
    assert place(page) == "task"
    assert parameters(page)["task"] == "1"


@pytest.mark.parametrize(
    "address",
    [
        "?as_of=2018-12&theme=coordination&lang=en&against=2018-06",
        *(
            pytest.param(address, marks=pytest.mark.proof)
            for address in (
                "indicators?workspace=official&as_of=2019-05&theme=green&lang=en",
                "departments?office=transport&light=behind&release=20",
            )
        ),
    ],
)
def test_a_link_reproduces_the_view_for_another_reader(open_page, address):
    page = open_page(address)
    asked = dict(parse_qs(urlsplit(address).query))
    assert {name: [value] for name, value in parameters(page).items()} == asked
    once = page.evaluate(ALL_TEXT)
    again = open_page(page.url.split("/", 3)[3], is_alone=True)
    assert again.evaluate(ALL_TEXT) == once
    assert len(once) > 1000


def test_the_language_switch_keeps_everything_else(open_page):
    page = open_page("theme?show=green&as_of=2018-12&light=met.on_track.nearly")
    before, kept = finding(page), parameters(page)
    page.locator(".st-key-frame_language button:visible").click()
    english = wait_for_finding(page, before)
    assert parameters(page) == {**kept, "lang": "en"}
    assert sorted(re.findall(r"\d+", english)) == sorted(re.findall(r"\d+", before))
    page.locator(".st-key-frame_language button:visible").click()
    assert wait_for_finding(page, english) == before
    assert parameters(page) == kept


def test_a_filter_survives_menu_board_and_back_button(open_page):
    page = open_page("?theme=green")
    overview = finding(page)
    page.locator(".st-key-frame_menu a", has_text="指标").click()
    register = wait_for_finding(page, overview)
    assert parameters(page)["theme"] == "green"
    assert place(page) == "indicators"
    page.locator("table.reg tbody a").first.click()
    task = wait_for_finding(page, register)
    assert parameters(page)["theme"] == "green"
    assert place(page) == "task"
    page.go_back()
    assert wait_for_finding(page, task) == register
    page.go_back()
    assert wait_for_finding(page, register) == overview
    assert parameters(page) == {"theme": "green"}


def test_choosing_in_the_frame_writes_the_link(open_page):
    page = open_page()
    before = finding(page)
    choose(page, "frame_as_of", "截至 2018年12月")
    december = wait_for_finding(page, before)
    assert parameters(page) == {"as_of": "2018-12"}
    page.get_by_role("button", name="筛选").click()
    choose(page, "frame_theme", "绿色发展")
    wait_for_finding(page, december)
    assert parameters(page) == {"as_of": "2018-12", "theme": "green"}


def test_one_click_leads_to_official_data_without_the_demo_mark(open_page):
    page = open_page()
    before = finding(page)
    page.locator(".st-key-frame_workspace button:visible").click()
    official = wait_for_finding(page, before)
    assert parameters(page) == {"workspace": "official"}
    expect(page.locator(".hy-demo")).to_have_count(0)
    assert DEMO not in page.locator("[data-testid=stMain]").inner_text()
    page.locator(".st-key-frame_workspace button:visible").click()
    assert wait_for_finding(page, official) == before


@pytest.mark.parametrize(
    "query",
    ["dxzhgl", *(pytest.param(other, marks=pytest.mark.proof) for other in ("管廊", "tunnel"))],
)
def test_search_finds_by_chinese_english_and_initials(open_page, query):
    page = open_page("?as_of=2018-12")
    before = finding(page)
    page.get_by_role("button", name="搜索").click()
    box = page.locator(".st-key-frame_query input")
    expect(box).to_be_focused()
    box.fill(query)
    box.press("Enter")
    hit = page.locator("[data-testid=stPopoverBody] a", has_text="管廊").first
    hit.click()
    assert "管廊" in wait_for_finding(page, before)
    assert place(page) == "task"
    assert parameters(page)["as_of"] == "2018-12"


def test_a_head_of_the_table_sorts_and_what_is_missing_stays_last(open_page):
    page = open_page("indicators")
    table = page.locator(
        "table.reg"
    ).first  # the indicators; the milestones have a table of their own
    head = table.locator("th button", has_text="序时差")
    at = head.evaluate("button => button.closest('th').cellIndex")
    values = "([table, at]) => [...table.tBodies[0].rows].map(row => row.cells[at].dataset.value)"
    for direction, is_descending in (("ascending", False), ("descending", True)):
        head.click()
        expect(table.locator("th[aria-sort]")).to_have_attribute("aria-sort", direction)
        found = page.evaluate(values, [table.element_handle(), at])
        given = [float(value) for value in found if value]
        assert len(given) > 30
        assert given == sorted(given, reverse=is_descending)
        assert found == [value for value in found if value] + [""] * found.count("")


def test_downloads_are_files_named_as_demo_data(open_page):
    page = open_page("indicators?theme=green")
    for kind, start in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")):
        with page.expect_download() as waiting:
            page.locator(f".st-key-register_{kind} button").click()
        download = waiting.value
        assert DEMO in download.suggested_filename
        assert download.suggested_filename.endswith(f".{kind}")
        with open(download.path(), "rb") as file:  # noqa: PTH123
            assert file.read(len(start)) == start


def test_a_wrong_release_is_one_sentence_and_a_way_back(browser, server):
    page = browser.new_page()
    page.goto(f"{server}/?release=99999")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("没有版本 99999")
    page.get_by_role("button", name="看最新版本").click()
    settle(page)
    expect(page).to_have_url(f"{server}/")
    page.close()
