"""The simulated reports as a whole: the same every time, fit for the store, plausible."""

import pandas as pd
import pytest

from hengyang import demo
from hengyang.plan.load import load_plan
from hengyang.schema import FACT_TABLES, TABLES, WHOLE_CITY


@pytest.fixture(scope="module")
def plan():
    return load_plan()


@pytest.fixture(scope="module")
def reports(plan):
    return demo.all_reports(plan)


def every(reports, table):
    """All rows of a table in the order of publishing, with the release's place."""
    found = [
        report.frames[table].assign(place=place)
        for place, report in enumerate(reports)
        if table in report.frames
    ]
    return pd.concat(found, ignore_index=True)


@pytest.mark.proof
def test_two_runs_are_equal(plan, reports):
    again = demo.all_reports(plan)
    assert [report.submission for report in again] == [report.submission for report in reports]
    for one, other in zip(reports, again, strict=True):
        assert one.frames.keys() == other.frames.keys()
        for name in one.frames:
            pd.testing.assert_frame_equal(one.frames[name], other.frames[name])


def test_there_is_one_report_a_month_and_three_corrections_in_the_order_of_publishing(reports):
    months = [report.month for report in reports if "correction" not in report.submission]
    assert [f"{month:%Y-%m}" for month in months] == [
        str(period) for period in pd.period_range("2017-09", "2019-06", freq="M")
    ]
    assert len(reports) == len(months) + 3
    moments = [report.published_at for report in reports]
    assert moments == sorted(moments)
    assert tuple(report.submission for report in reports) == demo.SUBMISSIONS


def test_every_row_is_simulated_and_says_so_in_its_source(reports):
    for table in FACT_TABLES:
        rows = every(reports, table.name)
        assert rows["is_simulated"].all()
        if "source" in rows:
            assert rows["source"].str.startswith("模拟").all()


def test_every_row_is_reported_after_its_reference_date_and_before_its_release(reports):
    for report in reports:
        for name in ("observations", "milestone_reports", "narratives"):
            if name in report.frames:
                rows = report.frames[name]
                assert (rows["reported_on"] > rows["reference_date"]).all()
                assert (rows["reported_on"].dt.date <= report.published_at.date()).all()


def test_no_report_brings_a_cell_twice(reports):
    for report in reports:
        for name, frame in report.frames.items():
            assert not frame.duplicated(list(TABLES[name].key)).any()


def test_everything_reported_belongs_to_the_plan(plan, reports):
    assert set(every(reports, "observations")["indicator"]) <= set(plan["indicators"]["indicator"])
    assert set(every(reports, "observations")["division"]) == set(plan["divisions"]["division"])
    milestones = set(plan["milestones"]["milestone"])
    assert set(every(reports, "milestone_reports")["milestone"]) <= milestones


def test_the_lead_department_of_the_task_reports(plan, reports):
    leads = plan["assignments"].query("role == 'lead'").set_index("task")["department"]
    rows = every(reports, "observations").merge(plan["indicators"][["indicator", "task"]])
    assert (rows["department"] == rows["task"].map(leads)).all()


def test_described_targets_are_never_reported(plan, reports):
    described = plan["indicators"].query("rule == 'described'")["indicator"]
    assert not set(described) & set(every(reports, "observations")["indicator"])


def test_counts_are_whole_and_nothing_but_growth_rates_is_negative(plan, reports):
    units = plan["indicators"].set_index("indicator")["unit_zh"]
    rows = every(reports, "observations")
    unit = rows["indicator"].map(units)
    whole = rows[unit.isin(["个", "家", "座", "处", "户", "人", "套", "张", "条", "公顷", "亩"])]
    assert (whole["value"] == whole["value"].round()).all()
    assert (rows.loc[~rows["indicator"].isin(["T16-1", "T16-2"]), "value"] >= 0).all()
    assert (rows.loc[unit == "%", "value"] <= 100).all()


def test_indicators_report_as_often_as_the_plan_proposes(plan, reports):
    frequency = plan["indicators"].set_index("indicator")["frequency"].astype("str")
    rows = every(reports, "observations").query("comparability == 'same'")
    month = rows["reference_date"].dt.month
    how = rows["indicator"].map(frequency)
    assert (month[how == "annual"] == 12).all()
    assert (month[how == "quarterly"] % 3 == 0).all()
    assert set(month[how == "monthly"]) == set(range(1, 13))


def test_a_cumulative_value_falls_only_with_a_reason(plan, reports):
    cumulative = plan["indicators"].query("rule in ('cumulative', 'range_low', 'check_only')")
    rows = every(reports, "observations")
    rows = rows[rows["indicator"].isin(cumulative["indicator"])]
    falls = 0
    for _, series in rows.groupby(["indicator", "division"]):
        known = series.drop_duplicates("reference_date", keep="last").sort_values("reference_date")
        fallen = known[known["value"].diff() < 0]
        assert fallen["reason"].notna().all()
        falls += len(fallen)
    assert falls == 2  # the city's, and that of the division that had counted twice


def test_narratives_are_in_both_languages(reports):
    rows = every(reports, "narratives")
    assert rows["text_zh"].str.contains(r"[\u4e00-\u9fff]").all()
    assert rows["text_en"].str.contains("[a-z]").all()
    assert not rows["text_en"].str.contains(r"[\u4e00-\u9fff]").any()


def test_every_theme_has_a_mixture(plan, reports):
    themes = plan["indicators"].merge(plan["tasks"][["task", "theme"]])
    city = every(reports, "observations").query(f"division == '{WHOLE_CITY}'")
    reported = themes["indicator"].isin(set(city["indicator"]))
    counted = themes["rule"].astype("str").isin({"described", "check_only"})
    share = reported[~counted].groupby(themes["theme"], observed=True).mean()
    assert (share >= 0.8).sum() >= 3
    assert (share < 0.8).sum() >= 1
    assert 8 <= (~reported & ~counted).sum() <= 12
