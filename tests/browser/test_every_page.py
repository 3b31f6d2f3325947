"""What holds on every page, in both languages and themes: accessible, readable, no sideways scroll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from hengyang.ui.links import PAGES
from tests.browser.conftest import ALL_TEXT, Reader, close, printed, settle

pytestmark = pytest.mark.browser

#: What a page is opened with so that it has something to show.
_WITH = {
    "theme": "show=coordination",
    "task": "task=5",
    "map": "place=430481",
    "roadmap": "task=4",
}
_CHINESE = [(name, "zh") for name in PAGES]
#: The English pages are drawn by `make proof`: what they say is held in both languages without a browser as well.
_BOTH = [*_CHINESE, *(pytest.param((name, "en"), marks=pytest.mark.proof) for name in PAGES)]
in_chinese = pytest.mark.parametrize("drawn", _CHINESE, ids="-".join, indirect=True, scope="module")
in_both = pytest.mark.parametrize("drawn", _BOTH, ids="-".join, indirect=True, scope="module")
_STREAMLIT_WORDS = (
    "Choose an option", "Choose options", "No results", "Select all", "Press Enter", "Running", "Deploy",
    "Clear all", "Open link", "Fullscreen",
)  # fmt: skip

#: Texts that no quote and no Chinese element holds: walks shadow roots too.
_OWN_TEXT = """() => {
    const texts = [];
    const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) { if (node.data.trim()) texts.push(node.data.trim()); return; }
        if (node.nodeType === Node.ELEMENT_NODE) {
            if (node.classList.contains("st-key-frame_language")) return;
            if (["STYLE", "SCRIPT"].includes(node.tagName)) return;
            const lang = node.getAttribute("lang");
            if (lang && lang.startsWith("zh")) return;
        }
        if (node.shadowRoot) walk(node.shadowRoot);
        node.childNodes.forEach(walk);
    };
    walk(document.querySelector("[data-testid=stMain]"));
    return texts;
}"""

#: What a click on a link does: the next page is drawn in the app that is there, in a tenth of the time of a visit.
_FOLLOW = """address => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
}"""


class Drawn(NamedTuple):
    page: Page
    name: str
    language: str
    errors: list[str]


@pytest.fixture(scope="module")
def drawn(request: pytest.FixtureRequest, tab: Page, reader: Reader, server: str) -> Drawn:
    """A page of the app, opened once for all claims of this file."""
    name, language = request.param
    page, errors = tab, reader.errors
    errors.clear()
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1366, "height": 768})
    path = "" if name == next(iter(PAGES)) else name
    address = f"{server}/{path}?{'&'.join((_WITH.get(name, ''), f'lang={language}')).strip('&')}"
    if page.url.startswith(server):
        before = page.title()
        page.evaluate(_FOLLOW, address)
        page.wait_for_function("before => document.title !== before", arg=before)
    else:
        page.goto(address)
    settle(page)
    return Drawn(page, name, language, errors)


@pytest.fixture(scope="module")
def tab(reader: Reader) -> Iterator[Page]:
    page = reader.context.new_page()
    yield page
    page.close()


def turn(page: Page, mode: str) -> None:
    """Light or dark, once the app has followed."""
    page.emulate_media(color_scheme=mode)
    page.wait_for_function(
        """mode => {
            const parts = getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor.match(/\\d+/g);
            return (Number(parts[0]) > 128) === (mode === 'light');
        }""",
        arg=mode,
    )


def luminance(colour: str) -> float:
    """Relative luminance (WCAG) of a computed colour such as rgb(18, 24, 29)."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@in_chinese
@pytest.mark.parametrize("is_second_look", [False, pytest.param(True, marks=pytest.mark.proof)])
def test_no_serious_accessibility_fault(drawn, is_second_look):
    """In one theme, every second page in the dark one; in the other as a proof: all colours come from one stylesheet,
    whose contrasts are held without a browser as well."""
    is_dark = (list(PAGES).index(drawn.name) % 2 == 0) != is_second_look
    turn(drawn.page, "dark" if is_dark else "light")
    found = Axe().run(drawn.page, options={"resultTypes": ["violations"]}).response["violations"]
    serious = [
        f"{fault['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"][:3]
    ]
    turn(drawn.page, "light")
    assert serious == []


@in_chinese
def test_dark_is_dark_and_its_text_stands_out(drawn):
    page = drawn.page
    turn(page, "dark")
    try:
        ground, ink = page.evaluate(
            """() => [getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor,
                      getComputedStyle(document.querySelector('h1')).color]"""
        )
        page.wait_for_function(
            "() => [...document.querySelectorAll('*')].every(e => { const h = e.shadowRoot?.querySelector('.hy'); return !h || h.dataset.theme === 'dark' })"
        )
    finally:
        turn(page, "light")
    assert luminance(ground) < 0.05
    assert (luminance(ink) + 0.05) / (luminance(ground) + 0.05) > 7


@in_both
def test_nothing_scrolls_sideways_on_a_phone(drawn):
    page = drawn.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("() => innerWidth === 390")
    page.wait_for_timeout(150)  # the layout follows a resize in a frame or two
    wide = page.evaluate(
        "() => [document.documentElement, document.querySelector('[data-testid=stMain]')].map(e => e.scrollWidth - e.clientWidth)"
    )
    page.set_viewport_size({"width": 1366, "height": 768})
    assert wide == [0, 0]


@in_both
def test_the_console_stays_silent(drawn):
    assert drawn.errors == []


@in_both
def test_the_page_speaks_the_reader_s_language(drawn):
    page = drawn.page
    assert (
        page.evaluate("document.documentElement.lang")
        == {"zh": "zh-CN", "en": "en"}[drawn.language]
    )
    if drawn.language == "en":
        # an English sentence may cite a word or a clause of the notice
        chinese = [
            text
            for text in page.evaluate(_OWN_TEXT)
            if re.search(r"[\u3400-\u9fff]", text) and not re.search("[A-Za-z]{3}", text)
        ]
        assert chinese == []
    else:
        said = page.evaluate(ALL_TEXT)
        assert [word for word in _STREAMLIT_WORDS if word in said] == []


@in_chinese
def test_every_chinese_character_has_a_glyph(drawn):
    """A character without a glyph draws like one that no font has."""
    missing = drawn.page.evaluate(
        """text => {
            const family = getComputedStyle(document.querySelector('h1')).fontFamily;
            const pen = Object.assign(document.createElement('canvas'), { width: 24, height: 24 })
                .getContext('2d', { willReadFrequently: true });
            const drawing = (character) => {
                pen.clearRect(0, 0, 24, 24);
                pen.font = '16px ' + family;
                pen.fillText(character, 3, 18);
                return pen.getImageData(0, 0, 24, 24).data.join();
            };
            const tofu = drawing('\\u{10FFF0}');
            const seen = [...new Set(text.match(/[\\u3000-\\u9fff\\uff00-\\uffef]/gu) ?? [])]
                .filter((character) => character.trim());
            const distinct = new Set(seen.map(drawing));
            return { missing: seen.filter((one) => drawing(one) === tofu), seen: seen.length, distinct: distinct.size };
        }""",
        drawn.page.evaluate(ALL_TEXT),
    )
    assert missing["missing"] == []
    assert missing["distinct"] == missing["seen"]
    assert missing["seen"] > (50 if drawn.language == "zh" else -1)


@in_chinese
def test_paper_has_the_finding_and_its_source_and_nothing_to_click(drawn):
    sheets = printed(drawn.page)
    for number, sheet in enumerate(sheets, start=1):
        margins = {
            "zh": ("专项行动方案(征求意见稿)", "演示数据", "截至2019年6月30日", "版本", f"第{number}页,共{len(sheets)}页"),
            "en": ("(Draft for comment)", "Demo data", "As of 30 Jun 2019", "Release", f"page{number}of{len(sheets)}"),
        }[drawn.language]  # fmt: skip
        assert [each for each in margins if close(each) not in close(sheet)] == []
    whole = close("".join(sheets))
    assert close(drawn.page.locator("h1").inner_text()) in whole
    controls = {"zh": ("看正式数据", "筛选", "搜索"), "en": ("See official", "Filter", "Search")}
    assert [word for word in controls[drawn.language] if close(word) in whole] == []
