"""Commitments are judged as milestones are; the green channel's days; where projects are listed, and what is missing."""

from __future__ import annotations

from datetime import date

from hengyang.delivery import (
    commitment_lights,
    green_channel,
    green_channel_summary,
    listings_summary,
    project_listings,
)
from tests.charts.plans import real_plan
from tests.delivery.builders import register, reports

DAY = date(2019, 6, 30)
_ORIGIN = {"source": "x", "reported_on": "2019-01-05", "is_simulated": True}


def test_without_reports_nothing_has_a_light() -> None:
    found = commitment_lights(real_plan(), DAY)
    assert len(found) == 15
    assert set(found["light"]) == {"not_reported"}


def test_a_commitment_is_judged_by_its_newest_report_of_the_day() -> None:
    rows = [
        {"safeguard": 1, "position": 3, "reference_date": "2018-12-31", "stage": "held"},
        {"safeguard": 1, "position": 3, "reference_date": "2019-06-30", "stage": "breached"},
        {"safeguard": 2, "position": 2, "reference_date": "2018-12-31", "stage": "done"},
        {"safeguard": 1, "position": 1, "reference_date": "2018-12-31", "stage": "planning",
         "next_stage_due": "2019-06-29"},
    ]  # fmt: skip
    tables = real_plan(safeguard_reports=[{**row, **_ORIGIN} for row in rows])
    now = commitment_lights(tables, DAY).set_index("milestone")
    before = commitment_lights(tables, date(2019, 6, 28)).set_index("milestone")
    assert (before.loc["S1-3", "light"], now.loc["S1-3", "light"]) == ("on_track", "far_behind")
    assert (before.loc["S1-1", "light"], now.loc["S1-1", "light"]) == ("on_track", "behind")
    # done without evidence is only accepted
    assert now.loc["S2-2", "stage"] == "acceptance"
    assert now.loc["S1-4", "departments"] == ["supervision_office"]


def request(asked: str, answered: str | None, answer: str | None) -> dict[str, object]:
    return {
        "approval": "land",
        "asked_on": asked,
        "answered_on": answered,
        "answer": answer,
    }


def test_days_run_to_the_answer_or_to_the_day_and_an_answer_of_later_is_not_known() -> None:
    tables = register(
        {},
        green_channel_requests=[
            request("2019-05-01", "2019-05-11", "granted"),
            request("2019-06-20", "2019-07-04", "refused"),
            request("2019-07-01", None, None),
        ],
    )
    found = green_channel(tables, DAY)
    assert found["days"].tolist() == [10, 10]
    assert found["is_open"].tolist() == [True, False]
    assert green_channel_summary(found) == {
        "requests": 2, "open": 1, "granted": 1, "refused": 0, "median_days": 10.0,
    }  # fmt: skip
    assert green_channel_summary(found.iloc[:0])["median_days"] is None


def test_a_project_that_is_built_without_the_year_s_plan_is_told() -> None:
    tables = register(
        {},
        {},
        project_reports=[
            *reports("2019-05", "uu"),
            *({**row, "project": "P2"} for row in reports("2019-05", "uu")),
        ],
        project_gates=[{"gate": "advanced", "passed_on": "2018-01-01", "passed_by": "x"}],
        project_listings=[
            {"register": "annual_plan", "year": 2019, "listed_on": "2019-01-31"},
            {"project": "P2", "register": "annual_plan", "year": 2018, "listed_on": "2018-01-31"},
            {"register": "national_store", "year": 2019, "listed_on": "2019-07-01"},
        ],
    )
    found = project_listings(tables, DAY).set_index("project")
    assert found["is_unplanned"].to_dict() == {"P1": False, "P2": True}
    assert found["is_unstored"].to_dict() == {"P1": True, "P2": False}
    assert listings_summary(found, 2019)["annual_plan"] == 1
    assert not project_listings(tables, date(2019, 7, 1))["is_unstored"].any()
