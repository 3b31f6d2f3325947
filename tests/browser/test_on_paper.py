"""The browser's own printing: whole tables with their heads, whole charts, white paper."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.browser.conftest import close, printed, settle

pytestmark = pytest.mark.browser

A4_MM = (210, 297)


def test_the_whole_plan_is_one_sheet(open_page):
    page = open_page("?lang=en")  # the longer language
    (sheet,) = printed(page)
    tasks = page.locator("li.row .nm").all_inner_texts()
    assert len(tasks) == 31
    assert [task for task in tasks if close(task) not in close(sheet)] == []


def test_a_long_table_is_printed_whole_with_its_head_on_every_sheet(open_page):
    page = open_page("indicators")
    sheets = printed(page)
    first = page.locator("table").first
    rows = first.locator("tbody tr td:first-child").all_inner_texts()
    assert len(rows) == 80
    assert [row for row in rows if close(row) not in close("".join(sheets))] == []
    head = "".join(close(word) for word in first.locator("thead th").all_inner_texts()[:3])
    of_first_table = [
        sheet for sheet in sheets if any(f"{row}\r" in sheet or f"{row} " in sheet for row in rows)
    ]
    assert len(of_first_table) > 1
    assert [number for number, sheet in enumerate(of_first_table) if head not in close(sheet)] == []


@pytest.mark.proof
def test_a_chart_from_the_dark_screen_is_whole_and_dark_on_white(open_page):
    page = open_page("task?task=5", dark=True)
    page.locator(".st-key-task_explore label").click()
    page.wait_for_selector(".js-plotly-plot .main-svg")
    settle(page)
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as paper:
        for sheet in paper:
            assert tuple(round(side * 25.4 / 72) for side in sheet.get_size()) == A4_MM
            picture = sheet.render(scale=0.5, grayscale=True).to_numpy()
            assert (picture < 100).mean() < 0.1  # ink on paper, no dark ground
            assert (picture > 250).mean() > 0.7
        texts = [close(sheet.get_textpage().get_text_range()) for sheet in paper]
    # the mark in the chart's corner, the head of its title: both on one sheet, so nothing of it is cut
    whole = [text for text in texts if "按现速推算" in text]
    assert len(whole) == 1
    assert whole[0].count("演示数据") == 3  # both margins and the chart's own


def test_a_page_can_be_taken_away_as_a_pdf_of_what_it_shows(open_page):
    page = open_page("task?task=5", dark=True)
    with page.expect_download() as asked:
        page.get_by_role("button", name="下载 PDF").click()
    assert asked.value.suggested_filename.startswith("演示数据_补短板_任务_2019-06_r")
    with pypdfium2.PdfDocument(asked.value.path()) as paper:
        whole = close("".join(sheet.get_textpage().get_text_range() for sheet in paper))
    assert close(page.locator("h1").inner_text()) in whole
    assert "全市力争建成地下综合管廊50公里" in whole  # the notice, verbatim
    assert "15.6公里" in whole


def test_what_was_filtered_and_searched_is_named_on_paper_and_how_to_sort_is_not(open_page):
    page = open_page("indicators?theme=green")
    assert "点表头排序" in page.locator("caption").first.inner_text()
    page.locator(".st-key-register_query input").fill("水质")
    page.keyboard.press("Enter")
    page.get_by_text("T17-3").wait_for(state="detached")
    with page.expect_download() as asked:
        page.get_by_role("button", name="下载 PDF").click()
    with pypdfium2.PdfDocument(asked.value.path()) as paper:
        taken = close("".join(sheet.get_textpage().get_text_range() for sheet in paper))
    for text in (taken, close("".join(printed(page)))):
        assert "已筛选:绿色发展" in text
        assert "水质优良率" in text
        assert "T17-3" not in text
        assert "点表头" not in text
        assert "表中查找" in text


def test_a_chart_is_taken_away_as_a_picture_that_says_whose_numbers_it_shows(open_page):
    page = open_page("task?task=5")
    page.locator(".st-key-task_explore label").click()
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.locator(".st-key-task_picture").get_by_text("SVG", exact=True).click()
    button = page.locator(".modebar-btn")
    page.wait_for_function("document.querySelector('.modebar-btn')?.dataset.title.includes('SVG')")
    # Streamlit has the figure of the other format in place until the new one is drawn.
    page.locator(".st-key-task_explorer .stPlotlyChart > .js-plotly-plot").last.hover()
    assert button.count() == 1
    with page.expect_download() as asked:
        button.click()
    assert asked.value.suggested_filename.startswith(
        "演示数据_补短板_T05-3_全市建成地下综合管廊里程"
    )
    assert asked.value.suggested_filename.endswith(".svg")
    drawn = asked.value.path().read_text(encoding="utf-8")
    for said in ("演示数据", "征求意见稿", "截至2019年6月30日 · 版本", "目标 50 公里"):
        assert said in drawn
