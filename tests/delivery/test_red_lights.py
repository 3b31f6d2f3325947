"""The memory of red lights: spells, silence, recovery, and what people did about them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang.delivery import SECTIONS, case_standing, in_section, open_steps, red_light_cases
from hengyang.delivery.case_standing import state_after
from hengyang.delivery.red_lights import case_id, months_judged, spells
from hengyang.progress.lights import RED_LIGHTS
from hengyang.schema import CASE_EVENTS, CaseState, CaseStep, Light
from tests.charts.plans import real_plan

SILENT = {Light.NOT_REPORTED, Light.NOT_ASSESSED, Light.NOT_DUE}
RED, GREEN, GREY = Light.FAR_BEHIND, Light.ON_TRACK, Light.NOT_REPORTED
ORIGIN = {"source": "x", "reported_on": "2019-07-01", "is_simulated": True}


def months(*lights: Light) -> list[tuple[date, Light]]:
    ends = pd.period_range("2019-01", periods=len(lights), freq="M")
    return [(end.end_time.date(), light) for end, light in zip(ends, lights, strict=True)]


def test_silence_neither_prolongs_a_red_spell_nor_ends_it() -> None:
    (spell,) = spells(months(RED, GREY, RED))
    assert (spell.months_red, spell.months_silent, spell.recovered_on) == (2, 1, None)


def test_silence_after_red_is_no_recovery() -> None:
    (spell,) = spells(months(RED, GREY, GREY))
    assert spell.recovered_on is None
    assert spell.last_red_on == date(2019, 1, 31)


def test_yellow_is_a_recovery_and_red_after_it_another_spell() -> None:
    first, second = spells(months(RED, Light.BEHIND, Light.OVERDUE))
    assert first.recovered_on == date(2019, 2, 28)
    assert (second.opened_on, second.light_opened) == (date(2019, 3, 31), Light.OVERDUE)


@given(st.lists(st.sampled_from(list(Light)), max_size=30))
def test_every_red_month_belongs_to_exactly_one_spell(lights: list[Light]) -> None:
    course = months(*lights)
    light_on = dict(course)
    found = spells(course)
    assert sum(spell.months_red for spell in found) == sum(one in RED_LIGHTS for one in lights)
    assert all(spell.recovered_on is not None for spell in found[:-1])
    for spell in found:
        assert light_on[spell.opened_on] in RED_LIGHTS
        if spell.recovered_on is not None:
            assert light_on[spell.recovered_on] not in RED_LIGHTS | SILENT
    for before, after in pairwise(found):
        assert before.recovered_on is not None
        assert before.recovered_on < after.opened_on


@given(st.lists(st.sampled_from(list(Light)), max_size=20), st.sampled_from(list(Light)))
def test_a_later_month_never_renames_or_unrecovers_a_case(lights: list[Light], more: Light) -> None:
    before, after = spells(months(*lights)), spells(months(*lights, more))
    for old, new in zip(before, after, strict=False):
        assert old.opened_on == new.opened_on
        assert old.recovered_on is None or old.recovered_on == new.recovered_on


def cases_of(values: dict[str, float], as_of: date) -> pd.DataFrame:
    """The cases when T05-3 (50 km from nothing by 2020) is reported so."""
    observations = [
        {
            "indicator": "T05-3",
            "division": "430400",
            "reference_date": day,
            "value": value,
            "comparability": "same",
            **ORIGIN,
        }
        for day, value in values.items()
    ]
    return red_light_cases(real_plan(observations=observations), as_of)


def test_a_case_follows_from_the_reports_alone() -> None:
    found = cases_of({"2018-12-31": 0.0, "2019-01-31": 30.0, "2019-02-28": 1.0}, date(2019, 3, 31))
    own = found[found["subject"] == "T05-3"]
    assert list(own["case"]) == ["T05-3-2018-12", "T05-3-2019-02"]
    assert list(own["occurrences"]) == [2, 2]
    assert own["recovered_on"].iloc[0] == pd.Timestamp(2019, 1, 31)
    assert pd.isna(own["recovered_on"].iloc[1])


def test_no_report_no_case() -> None:
    plan = real_plan()
    assert months_judged(plan, date(2019, 6, 30)) == []
    assert red_light_cases(plan, date(2019, 6, 30)).empty


def test_a_day_before_the_first_report_has_no_cases() -> None:
    assert cases_of({"2018-12-31": 0.0}, date(2018, 11, 30)).empty


# What people did


def event(number: int, step: CaseStep, **more: object) -> dict[str, object]:
    return {
        "case": "T05-3-2018-12",
        "event": number,
        "step": step,
        "at": "2019-01-10T02:00:00Z",
        "actor": "li",
        "is_simulated": True,
        **more,
    }


def standing(*events: dict[str, object], as_of: date = date(2019, 3, 31)) -> pd.Series:
    plan = real_plan()
    cases = cases_of({"2018-12-31": 0.0}, as_of)
    frame = CASE_EVENTS.coerce(pd.DataFrame(events)) if events else CASE_EVENTS.empty()
    found = case_standing(cases, frame, plan, as_of)
    return found[found["case"] == "T05-3-2018-12"].iloc[0]


def test_before_anybody_is_asked_the_owner_is_an_inference() -> None:
    row = standing()
    assert (row["state"], row["is_owner_inferred"], row["events"]) == ("open", True, 0)
    assert isinstance(row["owner"], str)


PROMISED = (
    event(1, CaseStep.ASSIGNED, department="finance"),
    event(2, CaseStep.REPLIED, cause="a", measure="b", promised_on="2019-03-30"),
)


@pytest.mark.parametrize(
    ("events", "as_of", "is_overdue"),
    [
        (PROMISED, date(2019, 3, 30), False),  # the promised day itself is in time
        (PROMISED, date(2019, 3, 31), True),
        ((*PROMISED, event(3, CaseStep.SENT_BACK, text="c")), date(2019, 3, 31), True),
        ((*PROMISED, event(3, CaseStep.VERIFIED, text="c")), date(2019, 3, 31), False),
        (PROMISED[:1], date(2019, 3, 31), False),
    ],
)
def test_overdue_is_a_promise_that_has_passed_unverified(events, as_of, is_overdue) -> None:
    row = standing(*events, as_of=as_of)
    assert row["is_overdue"] == is_overdue
    assert row["owner"] == "finance"


def test_events_of_a_case_that_this_release_does_not_have_change_no_other() -> None:
    row = standing({**event(1, CaseStep.ASSIGNED), "case": "T05-3-2018-11"})
    assert row["state"] == "open"


@given(st.lists(st.sampled_from(list(CaseStep)), max_size=8))
def test_a_case_is_closed_only_by_closing_after_verifying(wanted: list[CaseStep]) -> None:
    steps: list[CaseStep] = []
    for step in wanted:
        if step in open_steps(state_after(steps), has_recovered=True):
            steps.append(step)
    if state_after(steps) is CaseState.CLOSED:
        assert steps[-2:] == [CaseStep.VERIFIED, CaseStep.CLOSED]
        assert CaseStep.REPLIED in steps


@pytest.mark.parametrize("state", CaseState)
def test_nothing_that_is_still_red_can_be_closed(state: CaseState) -> None:
    assert CaseStep.CLOSED not in open_steps(state, has_recovered=False)


def test_every_case_is_in_the_list_of_all_and_each_list_is_part_of_it() -> None:
    plan, day = real_plan(), date(2019, 3, 31)
    cases = cases_of({"2018-12-31": 0.0, "2019-01-31": 30.0, "2019-02-28": 1.0}, day)
    found = case_standing(cases, CASE_EVENTS.empty(), plan, day)
    everything = set(in_section(found, "all")["case"])
    assert everything == set(cases["case"])
    assert all(set(in_section(found, section)["case"]) <= everything for section in SECTIONS)
    # one that recovered before anybody was asked is nobody's work any more
    assert case_id("T05-3", date(2018, 12, 31)) not in set(in_section(found, "current")["case"])
