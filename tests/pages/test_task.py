"""任务 shows what a task promises, how far it has come and why."""

from __future__ import annotations

from datetime import date

import pytest
from markupsafe import escape

from hengyang import labels
from hengyang.labels import words
from hengyang.plan.load import load_plan
from tests.pages.conftest import board_html, title

_TASKS = load_plan()["tasks"].query("task > 0")
#: The first and the last of every theme; all the others as a proof.
_ALWAYS = set(_TASKS.groupby("theme", observed=True)["task"].agg(["min", "max"]).to_numpy().ravel())
EVERY_TASK = [
    pytest.param(str(number), marks=() if number in _ALWAYS else pytest.mark.proof)
    for number in _TASKS["task"]
]


@pytest.mark.parametrize("task", EVERY_TASK)
def test_every_task_is_named_and_quoted(run_page, stored, task):
    test = run_page("task", task=task)
    row = stored().tasks.set_index("task").loc[int(task)]
    assert row["name_zh"] in title(test)
    html = board_html(test)
    for indicator in stored().indicators.query("task == @row.name")["name_zh"]:
        assert str(escape(indicator)) in html
    for milestone in stored().milestones.query("task == @row.name")["name_zh"]:
        assert str(escape(milestone)) in html


def test_the_finding_says_how_far_the_worst_indicator_is_behind(run_page, assessed, stored):
    rows = assessed().counted
    worst = rows[(rows["task"] == 5) & rows["light"].isin(["far_behind", "behind"])]
    assert len(worst)
    row = worst.sort_values(
        ["light", "gap_points"], key=lambda values: values.astype(str) if values.name == "light" else values,
        ascending=[False, True],
    ).iloc[0]  # fmt: skip
    assert labels.number(-row["gap_points"], "zh", 1) in title(run_page("task", task="5"))


def test_a_value_is_shown_with_its_unit_and_target(run_page, assessed, stored):
    row = assessed().indicators.set_index("indicator").loc["T05-3"]
    html = board_html(run_page("task", task="5", indicator="T05-3"))
    assert labels.number(row["actual"], "zh") in html
    assert stored().indicators.set_index("indicator").loc["T05-3", "unit_zh"] in html


@pytest.mark.parametrize("task", ["10", "28"])
def test_a_task_without_numbers_and_milestones_shows_no_percentage(run_page, task):
    test = run_page("task", task=task)
    assert words("zh")("task-finding-none", task="") in title(test)
    assert words("zh")("task-no-targets") in board_html(test)


def test_what_was_not_reported_is_said_and_never_zero(run_page, assessed):
    rows = assessed("official").counted
    missing = rows[(rows["light"] == "not_reported") & (rows["task"] == 12)]
    assert len(missing)
    test = run_page("task", workspace="official", task="12")
    title(test)
    html = board_html(test)
    assert words("zh")("light-not_reported") in html
    assert "0%" not in html
    assert "0.0%" not in html


@pytest.mark.parametrize("task", ["5", "16", "21", "31"])
def test_before_the_plan_nothing_is_judged(run_page, task):
    test = run_page("task", task=task, as_of="2017-08")
    title(test)
    assert words("zh")("light-not_due") in board_html(test)


@pytest.mark.parametrize("task", ["2", "5", "14", "29"])
def test_the_first_month_is_drawn_with_a_single_point(run_page, stored, task):
    test = run_page("task", task=task, as_of="2017-09")
    assert stored().tasks.set_index("task").loc[int(task), "name_zh"] in title(test)


def test_english_names_the_task_and_keeps_the_quote(run_page, stored):
    test = run_page("task", task="5", lang="en")
    task = stored().tasks.set_index("task").loc[5]
    assert task["name_en"] in title(test)
    assert 'lang="zh-CN"' in board_html(test)


def test_the_notice_s_words_stand_on_the_page(run_page, stored):
    html = board_html(run_page("task", task="5"))
    quote = stored().indicators.set_index("indicator").loc["T05-3", "quote_zh"]
    assert str(escape(quote)) in html


@pytest.mark.parametrize(
    "own",
    [
        {"task": "999"},
        {"task": "-1"},
        {"task": "<script>alert(1)</script>"},
        {"task": "5", "indicator": "T99-9"},
        {"task": "5", "indicator": "T12-1"},
    ],
)
def test_what_a_link_garbles_is_said_and_something_sound_shown(run_page, stored, own):
    test = run_page("task", **own)
    shown = 5 if own["task"] == "5" else 1
    assert stored().tasks.set_index("task").loc[shown, "name_zh"] in title(test)
    assert [note.value for note in test.info] == [words("zh")("frame-link-unknown")]
    assert "<script>" not in board_html(test)


def test_a_past_release_knows_nothing_of_later_values(run_page, stored, assessed):
    test = run_page("task", task="5", indicator="T05-3", release="5")
    past = assessed("demo", release=5).indicators.set_index("indicator").loc["T05-3"]
    title(test)
    assert past["reference_date"].date() < date(2018, 3, 1)
    assert labels.number(past["actual"], "zh") in board_html(test)


def test_filters_do_not_hide_a_task_that_a_link_names(run_page, stored):
    test = run_page("task", task="5", theme="openness", light="met")
    assert stored().tasks.set_index("task").loc[5, "name_zh"] in title(test)


def test_the_chart_to_explore_has_a_table_twin(run_page, assessed):
    test = run_page("task", task="5", indicator="T05-3")
    test.toggle(key="task_explore").set_value(True).run()
    title(test)
    assert any(element.type == "plotly_chart" for element in test.main)
    value = assessed().indicators.set_index("indicator").loc["T05-3", "actual"]
    assert labels.number(value, "zh") in board_html(test).rsplit("<table", 1)[1]
