"""How one plan stands, and the order of several."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengyang import lake, progress, store
from hengyang.schema import STANDINGS, Light, Tables, Unranked

DAY = date(2019, 6, 30)


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, store.DEMO).read()


def standings(*plans: tuple[str, int, int, int]) -> pd.DataFrame:
    """(name, green, reported, due) each."""
    counts = {column.name: 0 for column in STANDINGS.columns if column.kind == "integer"}
    return STANDINGS.coerce(
        pd.DataFrame(
            [
                {
                    **counts,
                    "plan": name,
                    "name_zh": name,
                    "name_en": name,
                    "is_simulated": True,
                    "as_of": pd.Timestamp(DAY),
                    "on_track": green,
                    "reported": reported,
                    "due": due,
                    "rank": None,
                    "unranked_because": "too_few_reported" if reported * 5 < due * 4 else None,
                }
                for name, green, reported, due in plans
            ]
        )
    )


def test_a_plan_stands_as_its_own_pages_say(tables: Tables) -> None:
    row, lights = lake.standing_of(tables, DAY, is_simulated=True)
    found = progress.assess(tables, DAY)
    counts = progress.light_counts(found.counted)
    assert {light: row[light.value].iloc[0] for light in Light} == counts
    assert row["due"].iloc[0] == found.themes["due"].sum()
    assert row["reported"].iloc[0] == found.themes["reported"].sum()
    by_theme = found.themes.set_index("theme")["light"]
    assert row["theme_coordination"].iloc[0] == by_theme["coordination"]
    assert pd.isna(row["theme_openness"].iloc[0])
    assert list(lights["light"].astype(object)) == list(found.indicators["light"].astype(object))


def test_equal_shares_share_a_rank_however_large_the_plans_are() -> None:
    found = lake.ranked(
        standings(("a", 7, 10, 10), ("b", 9, 10, 10), ("c", 14, 20, 20), ("d", 1, 10, 10))
    )
    assert list(found["rank"]) == [2, 1, 2, 4]


def test_a_plan_with_little_data_has_no_rank_and_says_why() -> None:
    found = lake.ranked(standings(("a", 7, 7, 10), ("b", 3, 8, 10)))
    assert list(found["rank"].astype(object)) == [pd.NA, 1]
    assert found["unranked_because"].iloc[0] == Unranked.TOO_FEW_REPORTED


def test_before_anything_is_due_nobody_is_ranked(tables: Tables) -> None:
    row, _ = lake.standing_of(tables, date(2017, 9, 1), is_simulated=True)
    assert row["due"].iloc[0] == 0
    assert row["unranked_because"].iloc[0] == Unranked.NOTHING_DUE
    assert pd.isna(row["green_share_pct"].iloc[0])


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), min_size=1, max_size=12))
def test_a_rank_is_one_more_than_the_number_of_better_plans(shares: list[tuple[int, int]]) -> None:
    plans = [
        (f"p{number:02d}", min(green, due), due, due) for number, (green, due) in enumerate(shares)
    ]
    found = lake.ranked(standings(*plans))
    for rank, (_, green, _, due) in zip(found["rank"], plans, strict=True):
        assert rank == 1 + sum(other * due > green * of for _, other, _, of in plans)
