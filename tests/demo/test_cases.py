"""The cases that the demo holds on purpose; each must be there."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from hengyang import demo
from hengyang.plan.load import load_plan
from hengyang.schema import OBSERVATIONS, WHOLE_CITY

END = pd.Timestamp("2019-06-30")


@pytest.fixture(scope="module")
def plan():
    return load_plan()


@pytest.fixture(scope="module")
def reports(plan):
    return demo.all_reports(plan)


@pytest.fixture(scope="module")
def reported(reports):
    """Every observation ever reported, with the month of the round that brought it."""
    return pd.concat(
        [report.frames["observations"].assign(brought_in=pd.Timestamp(report.month),
                                              submission=report.submission)
         for report in reports if "observations" in report.frames],
        ignore_index=True,
    )  # fmt: skip


@pytest.fixture(scope="module")
def final(reported, reports):
    """What stands at the end: the latest value of each cell, without the withdrawn ones."""
    latest = reported.drop_duplicates(list(OBSERVATIONS.key), keep="last")
    taken = pd.concat([frame for report in reports for frame in report.withdrawn.values()])
    gone = pd.MultiIndex.from_frame(taken[list(OBSERVATIONS.key)])
    return latest[~pd.MultiIndex.from_frame(latest[list(OBSERVATIONS.key)]).isin(gone)]


def series(rows, indicator, division=WHOLE_CITY):
    """reference_date → value of the comparable values."""
    mine = rows[
        (rows["indicator"] == indicator)
        & (rows["division"] == division)
        & (rows["comparability"] == "same")
    ]
    return mine.sort_values("reference_date").set_index("reference_date")["value"]


def milestone_reports(reports):
    return pd.concat(
        [
            report.frames["milestone_reports"]
            for report in reports
            if "milestone_reports" in report.frames
        ],
        ignore_index=True,
    )


def test_the_utility_tunnel_is_15_km_at_the_end_of_may_2019_and_longer_a_month_later(final):
    tunnel = series(final, "T05-3")
    assert tunnel[pd.Timestamp("2019-05-31")] == 15.0
    assert tunnel[END] > 15.0


def test_the_utility_tunnel_at_its_pace_of_twelve_months_reaches_50_km_in_august_2022(final):
    tunnel = series(final, "T05-3")[:"2019-05-31"].iloc[-13:]
    days = (tunnel.index - tunnel.index[0]).days.to_numpy()
    left, right = np.triu_indices(len(tunnel), k=1)
    rates = (tunnel.to_numpy()[right] - tunnel.to_numpy()[left]) / (days[right] - days[left])
    arrival = date(2019, 5, 31) + pd.Timedelta(days=35 / np.median(rates))
    assert (arrival.year, arrival.month) == (2022, 8)
    assert (tunnel.iloc[-1] - tunnel.iloc[0]) / 12 == pytest.approx(0.9)


def test_some_reports_come_one_and_some_two_months_late(reported):
    first = reported.drop_duplicates(list(OBSERVATIONS.key))
    first = first[first["indicator"].isin(["T23-1", "T12-1"]) & (first["division"] == WHOLE_CITY)]
    late = (first["brought_in"] - first["reference_date"]).dt.days // 28
    assert set(late) == {0, 1, 2}
    assert first.loc[late > 0, "reason"].notna().all()


def test_some_indicators_are_never_reported(plan, reported):
    measured = plan["indicators"].query("rule not in ('described', 'check_only')")["indicator"]
    silent = set(measured) - set(reported["indicator"])
    assert {"T04-3", "T16-5", "T26-2"} <= silent


def test_a_reported_zero_differs_from_silence(final):
    assert series(final, "T13-5").iloc[-1] == 0
    assert series(final, "T04-3").empty


def test_some_indicators_stop_reporting(final):
    assert series(final, "T16-3").index.max() == pd.Timestamp("2018-12-31")
    assert series(final, "T21-1").index.max() == pd.Timestamp("2019-03-31")


def test_months_are_missing_in_between(final):
    months = series(final, "T11-1").index
    assert pd.Timestamp("2018-09-30") not in months
    assert pd.Timestamp("2018-10-31") in months


def test_earlier_months_are_corrected_by_a_later_release(reported):
    corrections = reported[reported["submission"].str.endswith("correction")]
    assert set(corrections["indicator"]) == {"T16-1", "T24-3", "T02-2"}
    for row in corrections.itertuples():
        values = reported[
            (reported["indicator"] == row.indicator)
            & (reported["reference_date"] == row.reference_date)
            & (reported["division"] == row.division)
        ]["value"]
        assert values.nunique() == 2
        assert row.reason


def test_a_value_is_withdrawn_with_a_reason(reports, final):
    (taken,) = [report for report in reports if report.withdrawn]
    row = taken.withdrawn["observations"].iloc[0]
    assert row["indicator"] == "T24-6"
    assert row["reason"]
    assert row["reference_date"] not in series(final, "T24-6").index


def test_a_cumulative_count_falls_once(final):
    eroded = series(final, "T17-1")
    assert list(eroded.diff()[eroded.diff() < 0]) == [-300.0]


def test_some_are_over_target_one_above_its_range_and_one_exactly_met(plan, final):
    targets = plan["indicators"].set_index("indicator")
    for over in ("T03-2", "T13-4"):
        assert series(final, over)[END] > targets.loc[over, "target"]
    assert series(final, "T02-1")[END] > targets.loc["T02-1", "target_high"]
    assert series(final, "T03-1")[END] == targets.loc["T03-1", "target"]
    assert series(final, "T11-1")[END] == targets.loc["T11-1", "target_low"]
    assert series(final, "T08-3").iloc[-1] == 100.0
    assert 99.9 < series(final, "T09-4").iloc[-1] < 100.0


def test_one_was_met_and_has_fallen_back(plan, final):
    target = plan["indicators"].set_index("indicator").loc["T11-3", "target"]
    first, last = series(final, "T11-3")
    assert first >= target > last


def test_two_stand_exactly_on_a_boundary(final):
    path_share = (END - pd.Timestamp("2017-09-18")) / (
        pd.Timestamp("2020-12-31") - pd.Timestamp("2017-09-18")
    )
    assert series(final, "T17-5")[END] == pytest.approx(3000 * path_share, abs=1e-9)
    assert series(final, "T24-4")[END] == pytest.approx(900 * (path_share - 0.1), abs=1e-9)


def test_levels_come_with_and_without_baselines_and_some_with_annual_targets(reports, plan):
    baselines = pd.concat(r.frames["baselines"] for r in reports if "baselines" in r.frames)
    paths = pd.concat(r.frames["path_points"] for r in reports if "path_points" in r.frames)
    levels = set(plan["indicators"].query("rule == 'level'")["indicator"])
    assert {"T04-5", "T25-1", "T26-1", "T05-1"} <= levels - set(baselines["indicator"])
    assert {"T04-4", "T14-2", "T15-1"} <= levels & set(baselines["indicator"])
    assert set(paths["indicator"]) == {"T05-1", "T05-2", "T25-2"}
    assert set(paths.query("indicator == 'T05-1'")["target_date"].dt.year) == {*range(2017, 2021)}


def test_floor_and_caps_are_held_and_lost_and_the_band_is_held(final):
    assert series(final, "T14-1").iloc[-1] > 32_500
    assert series(final, "T16-1").iloc[-1] < 0 < series(final, "T16-2").iloc[-1]
    assert 75 < series(final, "T06-3").iloc[-1] < 85


def test_the_ambiguous_target_has_a_value_and_nobody_chose_its_reading(reports, final):
    choices = pd.concat(r.frames["choices"] for r in reports if "choices" in r.frames)
    assert series(final, "T16-4").iloc[-1] > 0
    assert "T16-4" not in set(choices["indicator"])
    assert set(choices["indicator"]) == {"T24-1", "T09-5"}


def test_one_override_is_in_force_and_one_has_expired(reports):
    overrides = pd.concat(r.frames["overrides"] for r in reports if "overrides" in r.frames)
    expires = overrides.set_index("subject")["expires"]
    assert expires["T08-1"] > END > expires["T12-2"]
    assert overrides["reason"].str.len().min() > 5


def test_values_of_a_single_month_stand_beside_the_comparable_ones(final):
    single = final[final["comparability"] == "single_month"]
    assert set(single["indicator"]) == {"T14-2", "T15-1"}


def test_the_check_only_pair_agrees(final):
    assert series(final, "T17-6")[END] == 4 * series(final, "T17-5")[END]


def test_milestones_stand_in_every_stage_done_ones_with_and_without_evidence(reports, plan):
    rows = milestone_reports(reports)
    last = rows.drop_duplicates("milestone", keep="last")
    assert set(last["stage"].astype("str")) >= {
        "not_started", "planning", "approval", "implementing", "acceptance", "done",
        "held", "breached",
    }  # fmt: skip
    done = last[last["stage"] == "done"]
    assert done["evidence"].notna().any()
    assert done["evidence"].isna().any()
    assert 5 <= len(plan["milestones"]) - len(last) <= 12


def test_planned_dates_of_next_stages_are_ahead_just_past_long_past_and_unknown(reports):
    last = milestone_reports(reports).drop_duplicates("milestone", keep="last")
    open_ones = last[~last["stage"].isin(["done", "held", "breached"])]
    days = (END - open_ones["next_stage_due"]).dt.days
    assert (days < 0).any()
    assert ((days > 0) & (days <= 90)).any()
    assert (days > 90).any()
    assert days.isna().any()
    assert (days == 0).any()


def test_a_milestone_never_goes_back_a_stage(reports):
    rows = milestone_reports(reports)
    staged = rows[~rows["stage"].isin(["held", "breached"])]
    for _, mine in staged.groupby("milestone"):
        assert mine.sort_values("reference_date")["stage"].cat.codes.is_monotonic_increasing


def test_standing_duties_are_held_breached_and_held_again(reports):
    rows = milestone_reports(reports).sort_values("reference_date")
    ban = rows[rows["milestone"] == "T15-M2"].set_index("reference_date")["stage"]
    assert ban[pd.Timestamp("2018-10-31")] == "breached"
    assert ban.iloc[-1] == "held"
    sewers = rows[rows["milestone"] == "T09-M2"]
    assert sewers["stage"].iloc[-1] == "breached"
    assert sewers["reason"].iloc[-1]


def test_divisions_add_up_to_the_city_but_for_one_mismatch_on_purpose(plan, final):
    levels = {"T09-6", "T25-2"}
    parts = final[(final["division"] != WHOLE_CITY) & ~final["indicator"].isin(levels)]
    assert parts["indicator"].nunique() >= 8
    sums = parts.groupby(["indicator", "reference_date"])["value"].agg(["sum", "count"])
    assert (sums["count"] == 12).all()
    city = final[(final["division"] == WHOLE_CITY) & (final["comparability"] == "same")]
    city = city.set_index(["indicator", "reference_date"])["value"]
    gap = (sums["sum"] - city.reindex(sums.index)).round(6)
    assert dict(gap[gap != 0]) == {("T31-1", END): 60.0}


def test_two_levels_are_broken_down_by_division(final):
    for indicator in ("T09-6", "T25-2"):
        parts = final[(final["indicator"] == indicator) & (final["division"] != WHOLE_CITY)]
        assert parts.groupby("reference_date")["division"].nunique().eq(12).all()
