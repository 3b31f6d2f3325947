"""The lights of projects: three months running, and red turns yellow before it is green."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang.delivery import project_lights
from hengyang.delivery.lights import _CODE, _with_memory  # the rule itself, for every history
from hengyang.schema import Light
from tests.delivery.builders import register, reports

GATES = [
    {"gate": gate, "passed_on": "2018-01-01", "passed_by": "x"}
    for gate in ("stored", "reviewed", "advanced")
]


def light(tables, as_of, kind="start"):
    return str(project_lights(tables, as_of)[f"{kind}_light"].iloc[0])


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ("p", "behind"),
        ("pp", "behind"),
        ("ppp", "far_behind"),
        ("pppn", "behind"),  # recovers: yellow first
        ("pppnn", "met"),
        ("ppn", "met"),  # never was red
        ("ppp-n", "behind"),  # silence forgets nothing
        ("pp--p", "far_behind"),  # nor does it break the row
    ],
)
def test_a_start_is_yellow_when_due_red_after_three_months_and_yellow_again_before_green(
    stages, expected
):
    tables = register({"planned_start": "2019-01-10"}, project_reports=reports("2019-01", stages))
    end = pd.Period("2019-01", "M") + len(stages) - 1
    assert light(tables, end.end_time.date()) == expected


def test_a_start_planned_for_later_is_not_due_and_one_without_a_date_not_assessed():
    rows = reports("2019-01", "p")
    due_later = register({"planned_start": "2019-02-01"}, project_reports=rows)
    assert light(due_later, date(2019, 1, 31)) == "not_due"
    assert light(register({}, project_reports=rows), date(2019, 1, 31)) == "not_assessed"


def test_a_project_that_nobody_reports_has_no_colour():
    row = project_lights(register({"planned_start": "2018-01-01"}), date(2019, 6, 30)).iloc[0]
    assert {str(row[f"{kind}_light"]) for kind in ("start", "progress", "payment", "entry")} == {
        "not_reported"
    }
    assert row["light"] == "not_reported"


def under_way(planned, invested, paid=None):
    return register(
        {"planned_start": "2018-07-01", "planned_finish": "2020-12-31"},
        project_reports=reports("2019-06", "u"),
        project_gates=GATES,
        project_investments=[{"year": 2019, "funding": "loan", "planned_wanyuan": planned}],
        project_spending=[
            {
                "reference_date": "2019-06-30",
                "funding": "loan",
                "invested_wanyuan": invested,
                "paid_wanyuan": paid,
            }
        ],
    )


@pytest.mark.parametrize(
    ("invested", "expected"),
    [(500, "on_track"), (499, "nearly"), (400, "behind"), (200, "behind"), (199, "far_behind")],
)
def test_progress_holds_the_year_s_investment_against_the_time_gone(invested, expected):
    assert light(under_way(1000, invested), date(2019, 6, 30), "progress") == expected


@pytest.mark.parametrize(
    ("paid", "expected"),
    [
        (80, "on_track"),
        (79.9, "behind"),
        (60, "behind"),
        (59.9, "far_behind"),
        (None, "not_assessed"),
    ],
)
def test_payment_holds_what_was_paid_against_what_was_invested(paid, expected):
    assert light(under_way(100, 100, paid), date(2019, 6, 30), "payment") == expected


def test_a_finish_that_has_passed_is_yellow_and_after_three_months_red():
    tables = register(
        {"planned_start": "2018-01-01", "planned_finish": "2019-01-31"},
        project_reports=reports("2019-01", "uuuu"),
        project_gates=GATES,
    )
    seen = [light(tables, day, "progress") for day in (date(2019, 2, 28), date(2019, 4, 30))]
    assert seen == ["behind", "far_behind"]


def test_who_builds_before_the_last_gate_is_late_in_the_register():
    started = reports("2019-01", "n")
    stored = {"project_reports": started, "project_gates": GATES[:1]}
    row = project_lights(register({}, **stored), date(2019, 1, 31)).iloc[0]
    assert (row["entry_light"], row["missing_gates"]) == ("behind", 2)
    passed = register({}, project_reports=started, project_gates=GATES)
    assert light(passed, date(2019, 1, 31), "entry") == "on_track"


def test_only_a_completed_project_shows_as_met():
    for stage, expected in (("p", "on_track"), ("c", "met")):
        tables = register({}, project_reports=reports("2019-01", stage), project_gates=GATES)
        assert project_lights(tables, date(2019, 1, 31))["light"].tolist() == [expected]


def test_what_is_dated_after_as_of_is_not_known_yet():
    tables = register({"planned_start": "2019-01-10"}, project_reports=reports("2019-01", "pppn"))
    assert light(tables, date(2019, 3, 31)) == "far_behind"


@given(st.lists(st.sampled_from(list(Light)), min_size=1, max_size=30))
def test_no_history_ever_goes_from_red_to_green_without_yellow_between(history):
    memory = pd.Series([0]).to_numpy()
    last_coloured = None
    for raw in history:
        shown, memory, _ = _with_memory(pd.Series([_CODE[raw]]).to_numpy(), memory)
        seen = list(Light)[shown[0]]
        if seen in (Light.MET, Light.ON_TRACK, Light.NEARLY):
            assert last_coloured is not Light.FAR_BEHIND
        if seen in (Light.MET, Light.ON_TRACK, Light.NEARLY, Light.BEHIND, Light.FAR_BEHIND):
            last_coloured = seen
        if raw is Light.FAR_BEHIND:
            assert seen is Light.FAR_BEHIND
