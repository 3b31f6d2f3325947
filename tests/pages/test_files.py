"""The export control: a file is made once, when it is asked for, from what the page shows, and then handed out."""

from __future__ import annotations

from io import BytesIO

import pytest
from pptx import Presentation

from hengyang.exports import makers
from hengyang.labels import words
from hengyang.ui import downloads
from tests.pages.conftest import Run


def test_a_theme_is_made_once_and_handed_out_under_its_own_name(
    run_page: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def counted(kind: str, *others: object, paper: str | None = None) -> bytes:
        made.append(kind)
        return makers.made(kind, *others, paper=paper)  # type: ignore[arg-type]

    monkeypatch.setattr(downloads, "made", counted)
    say = words("en")
    page = run_page("theme", show="green", as_of="2019-05", lang="en")
    assert not page.exception
    assert not page.get("download_button")
    page.button(key="files_make").click().run()
    assert not page.exception
    (button,) = page.get("download_button")
    last = page.session_state[downloads._LAST]
    assert last.name in button.proto.label
    assert last.name.endswith(".pptx")
    assert "2019-05_Green-development" in last.name
    assert say("export-demo").replace(" ", "-") in last.name
    titles = [
        slide.shapes.title.text_frame.text for slide in Presentation(BytesIO(last.content)).slides
    ]
    assert any("Green development" in title for title in titles)
    page.run()
    assert made == ["pptx"]


def test_a_file_of_other_figures_is_not_handed_out(run_page: Run) -> None:
    page = run_page("theme", show="openness", as_of="2019-05")
    page.button(key="files_make").click().run()
    assert len(page.get("download_button")) == 1
    page.query_params["as_of"] = "2019-04"
    page.run()
    assert not page.exception
    assert not page.get("download_button")


@pytest.mark.parametrize("page", ["overview", "departments"])
def test_other_pages_have_the_control_too(run_page: Run, page: str) -> None:
    shown = run_page(page)
    assert not shown.exception
    assert shown.button(key="files_make").label == words("zh")("files-make")


def test_a_pdf_is_made_of_what_was_chosen(run_page: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def noted(kind: str, _content: object, _progress: object, *, paper: str | None) -> bytes:
        asked.append((kind, paper))
        return b"%PDF"

    monkeypatch.setattr(downloads, "made", noted)
    page = run_page("theme", show="openness", as_of="2019-05")
    page.session_state["files_kind"] = "pdf"
    page.run()
    page.session_state["files_paper"] = "bulletin"
    page.run()
    page.button(key="files_make").click().run()
    assert not page.exception
    assert asked == [("pdf", "bulletin")]
    assert page.session_state[downloads._LAST].name.endswith(
        f"{words('zh')('export-named-docx')}_r{page.session_state[downloads._LAST].asked.edition.release}.pdf"
    )
    page.session_state["files_paper"] = "register"
    page.run()
    assert not page.get("download_button")
