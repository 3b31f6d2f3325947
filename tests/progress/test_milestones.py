from __future__ import annotations

from datetime import date

import pytest

from hengyang.progress.milestones import judge_milestones, milestone_lights
from hengyang.schema import Light, Stage
from tests.progress.builders import DAY, END, milestone, override, stage_report, tables


def judged(*reports, row=None, as_of=DAY, **facts):
    built = tables(milestones=[row or milestone()], milestone_reports=list(reports), **facts)
    return judge_milestones(built, as_of)[0]


STANDING = milestone(rule="standing", deadline_year=None)


def test_a_milestone_without_report_is_not_reported():
    assert judged().light is Light.NOT_REPORTED
    assert judged(as_of=date(2022, 1, 1)).light is Light.NOT_REPORTED


def test_nothing_is_due_before_the_notice():
    assert judged(as_of=date(2017, 9, 1)).light is Light.NOT_DUE


@pytest.mark.parametrize(
    ("as_of", "light"),
    [
        (date(2019, 3, 1), Light.ON_TRACK),
        (date(2019, 3, 2), Light.BEHIND),
        (date(2019, 5, 30), Light.BEHIND),
        (date(2019, 5, 31), Light.FAR_BEHIND),
    ],
)
def test_a_planned_date_that_has_passed_turns_the_light(as_of, light):
    report = stage_report(date(2018, 12, 31), "approval", next_stage_due=date(2019, 3, 1))
    assert judged(report, as_of=as_of).light is light


@pytest.mark.parametrize(
    ("stage", "share"),
    [
        ("not_started", 0),
        ("planning", 15),
        ("approval", 30),
        ("implementing", 60),
        ("acceptance", 90),
    ],
)
def test_a_stage_has_its_share_and_without_dates_no_light(stage, share):
    found = judged(stage_report(DAY, stage))
    assert found.light is Light.NOT_ASSESSED
    assert found.stage_share_pct == share
    assert {"stage_value", "no_planned_date"} <= set(found.flags)


def test_done_needs_evidence():
    met = judged(stage_report(DAY, "done", evidence="验收意见"))
    assert (met.light, met.stage_share_pct) == (Light.MET, 100)
    bare = judged(stage_report(DAY, "done"))
    assert (bare.light, bare.stage, bare.stage_share_pct) == (
        Light.NOT_ASSESSED,
        Stage.ACCEPTANCE,
        90,
    )
    assert "evidence_missing" in bare.flags


def test_a_milestone_not_done_at_its_deadline_is_overdue():
    report = stage_report(DAY, "acceptance", next_stage_due=date(2021, 6, 30))
    assert judged(report, as_of=date(2020, 12, 30)).light is Light.ON_TRACK
    assert judged(report, as_of=END).light is Light.OVERDUE


def test_a_report_too_old_to_be_final_says_nothing_about_the_end():
    old = stage_report(date(2018, 4, 30), "implementing")
    after = judged(old, as_of=date(2021, 8, 31))
    assert after.light is Light.NOT_REPORTED
    assert "no_final_figure" in after.flags
    recent = stage_report(date(2020, 6, 30), "implementing")
    assert judged(recent, as_of=date(2021, 8, 31)).light is Light.OVERDUE
    done = stage_report(date(2018, 4, 30), "done", evidence="验收意见")
    assert judged(done, as_of=date(2021, 8, 31)).light is Light.MET


def test_a_milestone_without_year_is_assumed_due_in_2020():
    found = judged(row=milestone(deadline_year=None))
    assert found.deadline == END
    assert "deadline_assumed" in found.flags


@pytest.mark.parametrize(
    ("stage", "light"), [("held", Light.ON_TRACK), ("breached", Light.FAR_BEHIND)]
)
def test_a_standing_duty_is_held_or_breached_and_never_over(stage, light):
    found = judged(stage_report(DAY, stage), row=STANDING)
    assert (found.light, found.deadline, found.stage_share_pct) == (light, None, None)
    assert judged(stage_report(DAY, stage), row=STANDING, as_of=date(2022, 1, 1)).light is light


def test_a_stage_of_the_wrong_kind_is_not_assessed():
    assert judged(stage_report(DAY, "held")).light is Light.NOT_ASSESSED
    assert judged(stage_report(DAY, "done"), row=STANDING).light is Light.NOT_ASSESSED


def test_another_event_does_not_light_a_milestone():
    found = judged(stage_report(DAY, "implementing", comparability="event_differs"))
    assert found.light is Light.NOT_REPORTED
    assert "other_figures" in found.flags


def test_a_milestone_undone_again_is_marked():
    found = judged(
        stage_report(date(2018, 6, 30), "done", evidence="批复"),
        stage_report(DAY, "implementing", next_stage_due=END),
    )
    assert found.light is Light.ON_TRACK
    assert "fallen_back" in found.flags


def test_an_override_of_a_milestone_keeps_the_computed_light():
    found = judged(stage_report(DAY, "planning"), overrides=[override("behind", subject="T01-M1")])
    assert (found.light, found.computed_light) == (Light.BEHIND, Light.NOT_ASSESSED)


def test_the_frame_has_a_row_a_milestone_with_typed_columns():
    built = tables(
        milestones=[milestone(), milestone(milestone="T00-M1", task=0)],
        milestone_reports=[stage_report(DAY, "planning")],
    )
    lights = milestone_lights(built, DAY)
    assert lights["milestone"].tolist() == ["T01-M1", "T00-M1"]
    assert lights["light"].tolist() == ["not_assessed", "not_reported"]
    assert lights["theme"].isna().tolist() == [False, True]
    assert str(lights["reference_date"].dtype) == "datetime64[s]"
    assert lights.loc[0, "flags"] == ["no_planned_date", "stage_value"]
