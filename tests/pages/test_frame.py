"""The frame: what stands around every page, and what it says when something goes wrong."""

from __future__ import annotations

import logging
from urllib.parse import parse_qsl

import pytest

from hengyang import labels, progress
from hengyang.labels import words
from hengyang.ui import loading
from hengyang.ui.selection import month_end
from tests.pages.conftest import board_html, numbers, title
from tests.store.builders import observations, released

say = words("zh")
DEMO = say("frame-demo")


def everything_said(test) -> str:
    """All words of the frame and the page that AppTest knows of."""
    parts = [
        element.value
        for kind in ("title", "caption", "error", "info")
        for element in test.get(kind)
    ]
    parts += [element.proto.body for element in test.main if element.type == "html"]
    return " ".join(str(part) for part in parts)


def test_the_first_run_shows_the_finding_under_the_demo_mark(run_app):
    test = run_app()
    assert "70" in title(test)
    marks = [e.proto.body for e in test.main if e.type == "html"]
    assert any(DEMO in mark for mark in marks)


def test_official_wears_no_demo_mark(run_app):
    test = run_app(workspace="official")
    title(test)
    assert DEMO not in everything_said(test)
    assert DEMO not in board_html(test)


@pytest.mark.parametrize("workspace", ["demo", "official"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_footer_says_what_is_shown(run_app, stored, workspace, language):
    test = run_app(workspace=workspace, lang=language)
    title(test)
    tables = stored(workspace)
    plan, footer = tables.plan.iloc[0], test.caption[-1].value
    speak = words(language)
    assert plan[f"name_{language}"] in footer
    assert plan[f"status_{language}"] in footer
    assert labels.day(progress.default_as_of(tables), language) in footer
    assert speak("frame-release-number", number=str(tables.release)) in footer
    assert speak("frame-method", version=str(progress.METHOD_VERSION)) in footer
    assert (speak("frame-demo-long") in footer) == (workspace == "demo")


def test_the_status_is_that_of_a_draft_for_comment(run_app):
    assert "征求意见稿" in run_app().caption[-1].value


def test_one_click_leads_to_the_official_workspace_and_drops_the_demo_s_period(run_app):
    test = run_app(as_of="2018-05", release="10", lang="en")
    test.button(key="frame_workspace").click().run()
    title(test)
    assert words("en")("frame-demo") not in everything_said(test)
    assert test.query_params["workspace"] == "official"
    assert test.query_params["lang"] == "en"
    assert "as_of" not in test.query_params
    assert "release" not in test.query_params


def test_the_language_button_keeps_everything_else(run_app):
    test = run_app(as_of="2018-05", theme="green", light="behind.met")
    test.button(key="frame_language").click().run()
    title(test)
    kept = {name: test.query_params[name] for name in ("as_of", "theme", "light", "lang")}
    assert kept == {
        "as_of": "2018-05",
        "theme": "green",
        "light": "behind.met",
        "lang": "en",
    }


def test_the_period_box_changes_the_finding_and_the_link(run_app):
    test = run_app()
    before = title(test)
    period = test.selectbox(key="frame_as_of")
    period.set_value(month_end("2018-03")).run()
    assert title(test) != before
    assert test.query_params["as_of"] == "2018-03"


def test_the_newest_release_is_left_out_of_the_link(run_app, stored):
    test = run_app(release="7")
    test.selectbox(key="frame_release").set_value(stored().release).run()
    title(test)
    assert "release" not in test.query_params


def test_filters_are_written_to_the_link_and_cleared_by_one_button(run_app):
    test = run_app()
    whole = title(test)
    assert "frame_filters_clear" not in {button.key for button in test.button}
    test.multiselect(key="frame_theme").set_value(["green"]).run()
    assert title(test) != whole
    assert test.query_params["theme"] == "green"
    test.button(key="frame_filters_clear").click().run()
    assert title(test) == whole
    assert "theme" not in test.query_params
    assert "frame_filters_clear" not in {button.key for button in test.button}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_release_that_does_not_exist_is_told_in_one_sentence(run_app, stored, language):
    test = run_app(release="99999", lang=language)
    assert not test.exception
    newest = str(stored().release)
    assert [error.value for error in test.error] == [
        words(language)("error-no-release", number="99999", newest=newest)
    ]
    assert any(element.type == "page_link" for element in test.main)


@pytest.mark.parametrize(
    ("own", "names"),
    [
        ({"theme": "garbage"}, ["theme"]),
        ({"as_of": "garbage"}, ["as-of"]),
        ({"as_of": "2019-13"}, ["as-of"]),
        ({"release": "two"}, ["release"]),
        ({"department": "![x](//a/b)"}, ["department"]),
        ({"division": "<script>alert(1)</script>", "light": "pink"}, ["light", "division"]),
    ],
)
def test_what_a_link_garbles_is_ignored_and_said(run_app, own, names):
    test = run_app(**own)
    assert title(test) == title(run_app())
    spoken = [
        say(f"frame-{n}" if n in ("as-of", "release") else f"frame-filter-{n}") for n in names
    ]
    assert [note.value for note in test.info] == [
        say("frame-link-ignored", names=say("mark-separator").join(spoken))
    ]
    said = everything_said(test)
    for value in own.values():
        assert value not in said


def test_a_bug_in_a_page_shows_an_apology_with_the_logged_reference(run_app, monkeypatch, caplog):
    from hengyang.charts import overview

    def broken(*_args, **_kwargs):
        raise ZeroDivisionError("a secret detail")

    monkeypatch.setattr(overview, "board", broken)
    with caplog.at_level(logging.ERROR, logger="hengyang"):
        test = run_app()
    assert not test.exception
    (apology,) = [error.value for error in test.error]
    assert "a secret detail" not in everything_said(test)
    logged = caplog.records[-1]
    assert logged.exc_info[0] is ZeroDivisionError
    reference = logged.args[1]
    assert apology == say("frame-bug", reference=reference)
    assert "征求意见稿" in test.caption[-1].value  # the frame still stands


def test_search_finds_by_chinese_english_initials_and_projects_by_number(run_app):
    test = run_app()
    menu = len(_links(test))
    for query in ("管廊", "sewage", "csdx", "T05-3", "d05-01"):
        test = test.text_input(key="frame_query").set_value(query).run()
        title(test)
        assert len(_links(test)) > menu, query
    (found,) = [link for link in _links(test) if link.label.startswith("项目 D05-01")]
    assert "project=D05-01" in found.query_string


def test_the_table_of_projects_lists_as_many_as_the_search_counted_whatever_is_filtered(
    run_app, run_page
):
    test = run_app(theme="green")
    test.text_input(key="frame_query").set_value("D0").run()
    (found,) = [link for link in _links(test) if "q=D0" in link.query_string]
    (count,) = numbers(found.label)
    assert numbers(title(run_page("projects", **dict(parse_qsl(found.query_string)))))[0] == count


def _links(test):
    return [element.proto for element in test.main if element.type == "page_link"]


def test_a_reader_is_told_when_the_page_moved_on_to_a_newer_release(run_app, own_store):
    test = run_app()
    before = own_store.latest_release()
    assert not test.toast
    released(
        own_store,
        "another",
        {"observations": observations(("T05-3", "2019-06-30", 1), is_simulated=True)},
    )
    loading.releases.clear()
    test.run()
    (toast,) = test.toast
    assert f"版本 {before + 1}" in toast.value
    assert f"history?from={before}&to={before + 1}" in toast.value
    assert not test.run().toast
