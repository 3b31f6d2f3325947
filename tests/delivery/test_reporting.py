"""When a report is due, and what is truly known about whether it came."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from hengyang.delivery import ReportState, fell_due, reports_due, upcoming
from hengyang.delivery.reporting import due_on
from hengyang.schema import Frequency
from tests.charts.plans import real_plan
from tests.delivery.appraisals import rule

DAY = date(2018, 3, 31)
RULE = rule()


def received(*rows: dict[str, Any]) -> pd.DataFrame:
    """Released rows of T05-3, each as a department reported it in good time unless it says otherwise."""
    whole = [
        {
            "indicator": "T05-3",
            "division": "430400",
            "reference_date": "2017-09-30",
            "value": 1.0,
            "comparability": "same",
            "department": "housing_and_urban_rural",
            "reported_on": "2017-10-05",
            "is_withdrawn": False,
            "release": 2,
            **row,
        }
        for row in rows
    ]
    frame = pd.DataFrame(whole)
    days = dict.fromkeys(("reference_date", "reported_on"), "datetime64[s]")
    return frame.astype({**days, "release": "int64", "is_withdrawn": "bool"})


def state(*rows: dict[str, Any], period: str = "2017-09-30", as_of: date = DAY) -> str:
    found = reports_due(real_plan(), received(*rows), as_of, RULE)
    mine = found[(found["indicator"] == "T05-3") & (found["period_end"] == period)]
    return str(mine["state"].item())


@pytest.mark.parametrize(
    ("frequency", "period", "due"),
    [
        (Frequency.MONTHLY, date(2019, 1, 31), date(2019, 2, 10)),
        (Frequency.MONTHLY, date(2018, 12, 31), date(2019, 1, 10)),
        (Frequency.QUARTERLY, date(2019, 9, 30), date(2019, 10, 10)),
        (Frequency.ANNUAL, date(2018, 12, 31), date(2019, 2, 10)),
    ],
)
def test_the_due_day_follows_the_rule(frequency: Frequency, period: date, due: date) -> None:
    assert due_on(frequency, period, RULE) == due


def test_the_due_day_itself_is_on_time_and_the_day_after_is_late() -> None:
    assert state({"reported_on": "2017-10-10"}) == ReportState.ON_TIME
    assert state({"reported_on": "2017-10-11"}) == ReportState.LATE


def test_a_correction_does_not_make_a_report_late() -> None:
    corrected = {"reported_on": "2018-02-20", "release": 9, "value": 2.0}
    assert state({}, corrected) == ReportState.ON_TIME
    assert state({}, {"release": 9, "is_withdrawn": True}) == ReportState.ON_TIME


@pytest.mark.parametrize(
    "other",
    [
        {"department": None},
        {"comparability": "single_month"},
        {"division": "430481"},
        {"reference_date": "2017-10-31", "reported_on": "2017-11-03"},
    ],
)
def test_what_answers_another_question_is_no_report(other: dict[str, Any]) -> None:
    begun = {"indicator": "T02-1"}
    assert state(begun, other) == ReportState.MISSING


def test_before_anybody_reports_nothing_is_missing() -> None:
    assert state({"department": None}) == ReportState.NOT_BEGUN
    first = {"reference_date": "2017-12-31", "reported_on": "2018-01-05"}
    assert state(first, period="2017-11-30") == ReportState.NOT_BEGUN


def test_what_is_not_due_yet_is_neither_missing_nor_judged() -> None:
    found = reports_due(real_plan(), received({}), date(2017, 10, 9), RULE)
    assert fell_due(found, date(2017, 10, 9)).empty
    ahead = upcoming(found, date(2017, 10, 9))
    assert "T05-3" not in set(ahead.loc[ahead["period_end"] == "2017-09-30", "indicator"])
    assert set(ahead["state"]) == {ReportState.UPCOMING}
    assert (ahead["due_on"] <= pd.Timestamp(2018, 1, 7)).all()


@pytest.mark.parametrize("reported_on", ["2017-10-05", "2017-10-12", "2026-11-27"])
def test_what_falls_due_only_after_the_day_is_not_judged_whenever_it_came(reported_on: str) -> None:
    assert state({"reported_on": reported_on}, as_of=date(2017, 10, 9)) == ReportState.RECEIVED


def test_nothing_is_owed_after_the_deadline() -> None:
    found = reports_due(real_plan(), received({}), date(2022, 1, 1), RULE)
    assert found["period_end"].max() == pd.Timestamp(2020, 12, 31)
