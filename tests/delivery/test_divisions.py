from datetime import date

import pandas as pd

from hengyang import delivery
from tests.delivery.builders import register, reports

DAY = date(2019, 6, 30)
LEIYANG = {"division": "430481"}


def standing(*projects, **facts):
    tables = register(*projects, **facts)
    states = delivery.project_states(tables, DAY)
    found = states.merge(delivery.project_lights(tables, DAY), on="project")
    return delivery.by_division(tables, found, DAY).set_index("division")


def test_every_division_has_a_row_and_projects_without_one_are_in_none():
    found = standing(LEIYANG, {"division": "430400"}, {})
    assert len(found) == 12
    assert found["projects"].sum() == 1
    assert found.loc["430481", "not_reported"] == 1


def test_money_that_nobody_reported_is_empty_and_not_nought():
    plan = {"year": 2019, "funding": "central", "planned_wanyuan": 900}
    found = standing(LEIYANG, project_investments=[plan]).loc["430481"]
    assert found["planned_wanyuan"] == 900
    assert pd.isna(found["invested_wanyuan"])
    assert pd.isna(found["done_pct"])
    assert found["uninvested"] == 1


def test_the_share_done_is_floored():
    plan = {"year": 2019, "funding": "central", "planned_wanyuan": 1000}
    spent = {"reference_date": "2019-06-30", "funding": "central", "invested_wanyuan": 999.9}
    found = standing(LEIYANG, project_investments=[plan], project_spending=[spent])
    assert found.loc["430481", "done_pct"] == 99


def test_who_is_silent_this_month_is_counted_unless_completed():
    def silent(stages):
        return standing(LEIYANG, project_reports=reports("2019-05", stages)).loc["430481", "silent"]

    assert [silent("u-"), silent("uu"), silent("c-")] == [1, 0, 0]
