"""From items to scores and ranks: what must hold whatever the items and the weights are."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengyang.delivery.appraisal import (
    Appraisal,
    appraise,
    score_departments,
    shares_of,
    weight_grid,
)
from hengyang.delivery.appraisal_rule import COMPONENTS
from tests.delivery.appraisals import Item, items, lenient, rule

OFFICES = ("a", "b", "c")
credit = st.one_of(st.none(), st.floats(0, 100))
rows = st.lists(
    st.tuples(
        st.sampled_from(OFFICES), st.sampled_from(COMPONENTS), credit, st.sampled_from([0.5, 1.0])
    ),
    max_size=24,
)
weightings = st.tuples(*(st.integers(0, 100) for _ in COMPONENTS)).filter(any)
RULE = lenient()
#: Each example costs some pandas; what these claims could miss shows within few.
few = settings(max_examples=20)


def scored(found: list[Item], weights: tuple[float, ...] = (40, 20, 20, 20)) -> pd.DataFrame:
    named = dict(zip(COMPONENTS, weights, strict=True))
    return score_departments(items(found), OFFICES, RULE, named).set_index("department")


def appraised(found: list[Item], **changed: float) -> Appraisal:
    used = rule(**changed) if changed else RULE
    return appraise(items(found), OFFICES, used, tuple(used.weights.items()))


@few
@given(rows, weightings)
def test_scores_lie_between_0_and_100_and_only_the_known_is_scored(
    found: list[Item], weights: tuple[int, ...]
) -> None:
    for row in scored(found, weights).itertuples():
        assert row.is_ranked == (not pd.isna(row.score_pct)) == (row.obstacle != row.obstacle)
        if row.is_ranked:
            assert 0 <= row.score_pct <= 100
        for name in COMPONENTS:
            value = getattr(row, f"{name}_pct")
            assert np.isnan(value) == (getattr(row, f"{name}_known") == 0)


@few
@given(rows, weightings, st.sampled_from([0.01, 3.0, 7.0]))
def test_only_the_proportions_of_weights_count(
    found: list[Item], weights: tuple[int, ...], factor: float
) -> None:
    scaled = tuple(factor * weight for weight in weights)
    pd.testing.assert_series_equal(scored(found, weights)["rank"], scored(found, scaled)["rank"])


@few
@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_items_changes_nothing(found: list[Item], chance: object) -> None:
    mixed = list(found)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    before, after = scored(found), scored(mixed)
    pd.testing.assert_frame_equal(before[["rank", "score_pct"]], after[["rank", "score_pct"]])


@few
@given(rows.filter(bool), st.data())
def test_a_better_credit_or_one_more_perfect_item_never_lowers_a_score(
    found: list[Item], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(found) - 1))
    office, component, value, weight = found[at]
    if value is None:
        better = [*found, (office, component, 100.0, weight)]
    else:
        better = list(found)
        better[at] = (office, component, data.draw(st.floats(value, 100)), weight)
    before, after = scored(found).loc[office, "score_pct"], scored(better).loc[office, "score_pct"]
    assert np.isnan(before) or after >= before


def test_a_component_that_is_not_known_is_not_0_and_gives_its_weight_to_the_rest() -> None:
    found = scored([("a", "progress", 80, 1), ("a", "cases", None, 1), ("a", "quality", 50, 1)])
    row = found.loc["a"]
    assert row["score_pct"] == 70  # (80 × 40 + 50 × 20) / 60
    assert (row["progress_weight_pct"], row["cases_weight_pct"]) == (pytest.approx(100 * 2 / 3), 0)
    assert (row["known"], row["items"]) == (2, 3)


def test_equal_scores_share_a_rank_and_the_next_is_skipped() -> None:
    found = scored(
        [("a", "progress", 70.04, 1), ("b", "progress", 70.09, 1), ("c", "progress", 9, 1)]
    )
    assert list(found.loc[list(OFFICES), "rank"]) == [1, 1, 3]
    assert found.loc["b", "score_pct"] == 70.0


def test_a_score_just_under_100_never_reads_100() -> None:
    assert scored([("a", "progress", 99.99, 1)]).loc["a", "score_pct"] == 99.9


@pytest.mark.parametrize(
    ("found", "obstacle"),
    [
        ([], "no_items"),
        ([("a", "progress", 100, 1)] * 40, "components"),
        ([("a", name, 100, 1) for name in COMPONENTS], "items"),
        ([("a", name, one, 1) for name in COMPONENTS for one in [9.0] * 3 + [None] * 4], "share"),
    ],
)
def test_who_has_little_data_is_not_ranked_and_why_is_said(
    found: list[Item], obstacle: str
) -> None:
    used = rule()
    row = score_departments(items(found), ("a",), used, used.weights).iloc[0]
    assert not row["is_ranked"]
    assert row["obstacle"] == obstacle
    assert pd.isna(row["rank"])


def test_who_is_known_only_where_nothing_weighs_is_not_ranked() -> None:
    assert scored([("a", "cases", 100, 1)], (50, 50, 0, 0)).loc["a", "obstacle"] == "weights"


def test_the_range_of_ranks_and_the_swaps_are_what_the_grid_says() -> None:
    found = appraised(
        [
            ("a", "progress", 100, 1), ("a", "punctuality", 0, 1),
            ("b", "progress", 60, 1), ("b", "punctuality", 60, 1),
            ("c", "progress", 10, 1), ("c", "punctuality", 10, 1),
        ]
    )  # fmt: skip
    ranges = found.ranges.set_index("department")
    # a leads with 66.6; with 30 and 30 points it has 50 and falls behind b, whatever the weights
    assert list(ranges.loc["a", ["rank", "best_rank", "worst_rank"]]) == [1, 1, 2]
    assert list(ranges.loc["c", ["best_rank", "worst_rank"]]) == [3, 3]
    (swap,) = found.swaps.itertuples(index=False)
    assert (swap.ahead, swap.behind) == ("a", "b")
    assert 0 < swap.swapped < ranges.loc["a", "weightings"]


@given(weightings)
def test_every_weighting_tried_is_possible_and_near(weights: tuple[int, ...]) -> None:
    named = dict(zip(COMPONENTS, map(float, weights), strict=True))
    grid = weight_grid(named, RULE)
    own = np.array(list(shares_of(named).values()))
    assert np.allclose(grid.sum(axis=1), 100)
    assert (grid >= 0).all()
    assert (np.abs(grid - own) <= 10 + 1e-6).all()
    assert (np.abs(grid - own) < 1e-6).all(axis=1).any()


@few
@given(rows)
def test_the_own_rank_lies_within_its_range(found: list[Item]) -> None:
    ranges = appraised(found).ranges
    assert (ranges["best_rank"] <= ranges["rank"]).all()
    assert (ranges["rank"] <= ranges["worst_rank"]).all()
