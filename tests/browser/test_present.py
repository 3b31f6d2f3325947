"""The projector in a real browser: keys, links to a slide, a pulled cable, the speaker's window, the wall."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from hengyang.labels import words
from tests.browser.conftest import close, printed

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

#: Everything on the slide that is shown: its smallest type in px of 1080, and what leaves the slide.
LEGIBLE = """slide => {
    const inside = slide.getBoundingClientRect();
    const scale = inside.width / 1920;
    const foot = slide.querySelector("footer").getBoundingClientRect().top;
    const written = [...slide.querySelectorAll("h2, h3, p, li, td, th, span, em, b, text, small")].filter((part) =>
        !part.closest("aside") && [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    );
    return {
        smallest: Math.min(...written.map((part) => parseFloat(getComputedStyle(part).fontSize))),
        outside: written.filter((part) => {
            const box = part.getBoundingClientRect();
            const bottom = part.closest("footer") ? inside.bottom : foot;
            return box.right > inside.right || box.left < inside.left || box.bottom > bottom + 2 * scale;
        }).map((part) => part.textContent),
    };
}"""


def on(page: Page) -> int:
    """The number of the slide that is shown."""
    return int(page.locator(".slide.on").get_attribute("data-n") or 0)


def keys(page: Page, *names: str) -> int:
    for name in names:
        page.keyboard.press(name)
    return on(page)


@pytest.mark.parametrize(
    "deck",
    [
        "deck=theme&show=coordination&lang=en",  # the longer language
        pytest.param("deck=red&lang=zh", marks=pytest.mark.proof),
    ],
)
def test_the_keys_lead_through_the_deck_and_every_slide_is_legible(
    open_page: Open, deck: str
) -> None:
    page = open_page(f"present?{deck}&slide=3", width=1920, height=1080)
    last = page.locator(".slide").count()
    assert on(page) == 3  # opened at a slide by link
    assert keys(page, "ArrowRight") == 4
    assert keys(page, "ArrowLeft", "ArrowLeft") == 2
    assert keys(page, "End", "ArrowRight") == last
    assert keys(page, "1", "2", "Enter") == 12
    assert "slide=12" in page.url
    assert keys(page, "Home", "ArrowLeft") == 1
    page.keyboard.press("b")
    expect(page.locator(".s-blank")).to_be_visible()
    page.keyboard.press("b")
    expect(page.locator(".s-blank")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.locator(".s-help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".s-help")).to_be_hidden()
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")
    for number in range(1, last + 1):
        found = page.locator(".slide.on").evaluate(LEGIBLE)
        assert found["outside"] == [], number
        assert found["smallest"] >= 32, number
        page.keyboard.press("ArrowRight")


def test_with_the_cable_pulled_every_slide_and_the_speaker_s_window_go_on(open_page: Open) -> None:
    page = open_page("present?slide=1", width=1920, height=1080)
    page.context.set_offline(True)
    with page.expect_popup() as opening:
        page.keyboard.press("n")
    speaker = opening.value
    expect(speaker.locator(".now .slide")).to_have_attribute("data-n", "1")
    expect(speaker.locator(".next .slide")).to_have_attribute("data-n", "2")
    assert keys(page, "ArrowRight") == 2
    expect(speaker.locator(".now .slide")).to_have_attribute("data-n", "2")
    expect(speaker.locator(".words")).to_contain_text("未报送不等于零")
    speaker.keyboard.press("End")
    last = page.locator(".slide").count()
    assert on(page) == last > 10
    expect(speaker.locator(".next")).to_have_text(words("zh")("stage-end"))
    for number in range(last, 0, -1):
        assert on(page) == number
        expect(page.locator(".slide.on h2")).not_to_be_empty()
        page.keyboard.press("ArrowLeft")
    page.context.set_offline(False)


def test_keys_do_nothing_while_somebody_types(open_page: Open) -> None:
    page = open_page("present?slide=2", width=1920, height=1080)
    page.evaluate("""() => {
        const field = document.createElement("input");
        field.id = "typed";
        document.body.append(field);
        field.focus();
    }""")
    page.keyboard.type("3bn?f5")
    page.keyboard.press("ArrowRight")
    assert on(page) == 2
    assert page.locator("#typed").input_value() == "3bn?f5"
    expect(page.locator(".s-blank")).to_be_hidden()
    # nor do the browser's own shortcuts turn a slide
    page.locator(".s-screen").focus()
    assert keys(page, "Control+ArrowRight") == 2
    assert keys(page, "ArrowRight") == 3


def test_escape_leads_back_to_the_page_with_the_same_deck(open_page: Open) -> None:
    page = open_page("present?deck=red&slide=1")
    page.keyboard.press("Escape")
    expect(page.locator(".hy-stage")).to_have_count(0)
    page.wait_for_selector(".stHeading h1:has-text('亮红灯的事项及原因')")
    page.locator(".s-thumbs a").nth(1).click()
    page.wait_for_selector(".hy-stage .slide.on[data-n='2']")


def test_a_presentation_is_printed_a_slide_a_sheet_and_goes_on(open_page: Open) -> None:
    page = open_page("present?deck=since&slide=1", width=1920, height=1080)
    titles = page.locator(".slide .s-title").all_text_contents()
    sheets = [close(sheet) for sheet in printed(page)]
    assert len(sheets) == len(titles) > 2
    assert all(close(title) in sheet for title, sheet in zip(titles, sheets, strict=True))
    assert keys(page, "ArrowRight") == 2
    assert page.locator(".hy-stage").evaluate("stage => stage.matches(':popover-open')")


def test_the_wall_shows_the_whole_plan_and_turns_through_the_themes(open_page: Open) -> None:
    # alone, with a clock of its own
    page = open_page("present?wall=1", width=1920, height=1080, is_alone=True)
    assert page.locator(".w-themes li").count() == 5
    assert page.locator(".w-tasks li").count() == 31
    shown = []
    for _ in range(6):
        shown.append(page.locator(".w-panels section.on").get_attribute("data-turn"))
        found = page.locator(".slide.on").evaluate(LEGIBLE)
        assert found["smallest"] >= 32
        page.keyboard.press("ArrowRight")
    assert len(set(shown)) == 5
    assert shown[0] == shown[5]
    # a key starts the wait anew, from here on by a clock that can be turned
    page.clock.install()
    page.keyboard.press("ArrowRight")
    before = page.locator(".w-panels section.on").get_attribute("data-turn")
    page.clock.run_for(13_000)
    assert page.locator(".w-panels section.on").get_attribute("data-turn") != before
