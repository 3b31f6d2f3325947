"""汇报: choosing a deck, freezing it, presenting it; every page says whose figures and which edition."""

from __future__ import annotations

import json

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from hengyang import meeting
from hengyang.labels import words
from hengyang.store import Store, open_store
from hengyang.ui import loading, presenting
from hengyang.ui.selection import Selection
from tests.pages.conftest import Run, board_html, title
from tests.store.builders import released


@pytest.fixture
def own(own_store_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of the test's own: it freezes."""
    monkeypatch.setenv("HENGYANG_STORE", own_store_url)
    return own_store_url


@pytest.fixture
def at_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader sits at the machine that serves, so the demo lends its identities."""
    from hengyang import access
    from hengyang.ui import people

    monkeypatch.setattr(people, "identities", lambda view: access.LOCAL_IDENTITIES)


def staged(test: AppTest) -> str:
    """The HTML over the whole window."""
    assert not test.exception, test.exception
    found = [
        json.loads(element.proto.json)["html"]
        for element in test.main
        if element.type == "bidi_component"
    ]
    return next(html for html in found if "hy-stage" in html)


def test_the_whole_plan_is_chosen_first_and_says_that_it_is_not_frozen(run_page: Run) -> None:
    test = run_page("present")
    assert title(test).startswith("补短板行动方案进展:20 张")
    html = board_html(test)
    assert html.count('class="slide') == 20
    assert html.count("未冻结") >= 20
    assert html.count('class="s-demo"') == 20


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"deck": "theme", "show": "green"}, "绿色发展进展"),
        ({"deck": "department", "office": "education"}, "市教育局承担任务进展"),
        ({"deck": "red"}, "亮红灯的事项及原因"),
        ({"deck": "since", "lang": "en"}, "What has moved since the last meeting"),
        ({"deck": "no such"}, "补短板行动方案进展"),
    ],
)
def test_a_link_opens_each_deck(run_page: Run, parameters: dict[str, str], said: str) -> None:
    assert title(run_page("present", **parameters)).startswith(said)


def test_official_is_grey_and_carries_no_mark_of_the_demo(run_page: Run) -> None:
    test = run_page("present", workspace="official")
    html = board_html(test)
    assert "s-demo" not in html
    assert "情况不明" in html


def test_freezing_gives_an_edition_that_a_link_presents(
    own: str, run_page: Run, at_this_machine: None
) -> None:
    test = run_page("present", deck="theme", show="green")
    test.text_input(key="present_name").set_value("七月调度会")
    test.button(key="present_freeze_button").click().run()
    assert not test.exception
    assert "E1" in test.success[0].value
    assert "七月调度会" in board_html(test)
    (made,) = meeting.editions(open_store(own, "demo"))
    assert (made.id, made.title, made.themes) == ("E1", "七月调度会", ("green",))
    shown = staged(run_page("present", edition="E1", slide="3"))
    assert "E1 · " in shown.replace("</b>", "")
    assert "未冻结" not in shown


def test_what_a_presenter_edits_is_what_is_frozen(
    own: str, run_page: Run, at_this_machine: None
) -> None:
    test = run_page("present")
    key = next(iter(test.session_state["present_edits"]))
    edits = test.session_state["present_edits"]
    untouched = edits[key]["zh"]
    edits[key]["en"] = {**untouched, "cover": ("Review meeting", "")}
    test.run()
    test.button(key="present_freeze_button").click().run()
    (made,) = meeting.editions(open_store(own, "demo"))
    assert made.slides[0].titles == {"en": "Review meeting"}
    assert len(made.slides) == 20


def test_who_may_not_freeze_sees_why_and_may_present(run_page: Run) -> None:
    test = run_page("present", workspace="official")
    assert not test.exception
    assert test.info
    assert not [button for button in test.button if button.key == "present_freeze_button"]
    assert "hy-stage" in staged(run_page("present", workspace="official", slide="2"))


@pytest.mark.parametrize("edition", ["E99", "<b>"])
def test_a_link_to_an_unknown_edition_says_so_and_shows_the_page(
    run_page: Run, edition: str
) -> None:
    test = run_page("present", edition=edition)
    assert title(test).startswith("补短板行动方案进展")
    assert words("zh")("frame-link-unknown") in [info.value for info in test.info]


def test_the_wall_covers_the_window_with_all_tasks(run_page: Run) -> None:
    html = staged(run_page("present", wall="1"))
    assert html.count("data-turn") == 10
    assert html.count("<section") == 6


@pytest.mark.proof
def test_what_is_typed_into_the_table_is_frozen_and_outlives_a_look_at_the_slides(
    own: str, run_page: Run, at_this_machine: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    fed: list[pd.DataFrame] = []

    def typing(frame: pd.DataFrame, **rest: object) -> pd.DataFrame:
        """The presenter's changes, as st.data_editor gives them back: on top of what it was fed."""
        fed.append(frame)
        changed = frame.copy()
        if len(fed) <= 2:
            changed.loc["standing", "title"] = "先看总体"
            changed.loc["since", "is_shown"] = False
            changed.loc["method", "place"] = 0
            st.session_state[rest["key"]] = "mounted"
        return changed

    monkeypatch.setattr(st, "data_editor", typing)
    test = run_page("present")
    assert "先看总体" in board_html(test)
    test.run()
    # what was changed is never what it is fed: it would forget the change
    assert fed[0] is fed[1]
    del test.session_state[test.session_state["present_fed"][0]]  # other things were shown
    test.run()
    assert fed[2].loc["standing", "title"] == "先看总体"
    assert not fed[2].loc["since", "is_shown"]
    test.button(key="present_freeze_button").click().run()
    (made,) = meeting.editions(open_store(own, "demo"))
    assert made.slides[0].key == "method"
    assert {edit.key: edit.titles for edit in made.slides}["standing"] == {"zh": "先看总体"}
    assert "since" not in [edit.key for edit in made.slides]
    assert "先看总体" in staged(run_page("present", edition="E1", slide="2"))


def test_the_wall_that_is_up_shows_the_release_that_somebody_publishes(own_store: Store) -> None:
    chosen = Selection()
    before = presenting.on_the_wall(chosen)
    rows = own_store.read(before.release).observations.tail(1)
    released(own_store, "while the wall is up", {"observations": rows})
    loading.releases.clear()  # its answers are five seconds old at most
    after = presenting.on_the_wall(chosen)
    assert after.release == before.release + 1
    # whoever asked for a release keeps it
    assert presenting.on_the_wall(Selection(release=before.release)).release == before.release


@pytest.mark.proof
def test_every_file_of_an_edition_or_of_what_is_chosen_can_be_had_from_the_page(
    own: str, run_page: Run, at_this_machine: None
) -> None:
    test = run_page("present", deck="theme", show="openness")
    test.button(key="present_freeze_button").click().run()
    test.selectbox(key="files_of").set_value(1).run()
    test.session_state["files_kind"] = "svg"
    test.run()
    assert test.selectbox(key="files_slide").options[0].startswith("全部")
    test.selectbox(key="files_slide").set_value(2).run()
    test.button(key="files_make").click().run()
    assert not test.exception
    made = test.session_state["file_made_last"]
    assert made.name.endswith("_E1_02.svg")
    assert "E1 · " in made.content.decode()
    test.selectbox(key="files_slide").set_value(0).run()
    assert not test.get("download_button")
    test.button(key="files_make").click().run()
    assert test.session_state["file_made_last"].name.endswith("_E1.zip")
    test.selectbox(key="files_of").set_value(None).run()
    test.button(key="files_make").click().run()
    assert "_E1" not in test.session_state["file_made_last"].name
