"""Simulated plans for a lake: the demo's own reports, varied by a seed. No name and no number is a real city's.

`python -m tests.measure.plans URL COUNT` fills a lake with so many.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import numpy as np
import pandas as pd

from hengyang import demo, store
from hengyang.plan.load import load_plan
from hengyang.schema import TABLES, WHOLE_CITY

Frames = dict[str, pd.DataFrame]

SUBMISSION, ACTOR, REASON = "simulated", "demo-reviewer", "演示数据:示例城市的模拟报送"
PUBLISHED_AT = datetime(2019, 7, 8, 2, 30, tzinfo=UTC)
#: Plans that are brought into the lake at once.
_AT_ONCE = 24


def demo_as_it_stands() -> Frames:
    """Every table of the demo after its last month, corrected and without what was withdrawn."""
    plan = load_plan()
    rounds = demo.all_reports(plan)
    frames: Frames = dict(plan)
    for name in {name for turn in rounds for name in turn.frames}:
        rows = pd.concat([turn.frames[name] for turn in rounds if name in turn.frames])
        key = list(TABLES[name].key)
        rows = rows.drop_duplicates(key, keep="last")
        gone = [turn.withdrawn[name] for turn in rounds if name in turn.withdrawn]
        if gone:
            taken_back = pd.MultiIndex.from_frame(pd.concat(gone)[key].astype(str))
            rows = rows[~pd.MultiIndex.from_frame(rows[key].astype(str)).isin(taken_back)]
        frames[name] = rows.reset_index(drop=True)
    return frames


def plan_name(number: int) -> str:
    return f"city-{number:03d}"


def varied(base: Frames, number: int, *, observations: int = 0, projects: int = 0) -> Frames:
    """The plan of 示例市 `number`: the demo's rows, slower or faster by indicator, some never reported.

    Filled up to so many observations (values by division and month) and projects, where that is more.
    """
    chance = np.random.default_rng([20170918, number])
    found = dict(base)
    found["plan"] = base["plan"].assign(
        name_zh=f"示例市 {number:03d} 行动方案",
        name_en=f"Example City {number:03d} action plan",
        issuer_zh=f"示例市 {number:03d}",
        issuer_en=f"Example City {number:03d}",
    )
    indicators = base["indicators"]["indicator"]
    general = chance.normal(1.0, 0.22)
    speed = pd.Series(
        np.clip(general + chance.normal(0, 0.15, len(indicators)), 0.1, 1.8), indicators
    )
    silent = set(indicators[chance.random(len(indicators)) < chance.choice([0.0, 0.04, 0.25])])
    rows = base["observations"]
    rows = rows[~rows["indicator"].isin(silent)]
    is_whole = rows["value"] == rows["value"].round()
    levels = set(base["baselines"]["indicator"])
    factor = rows["indicator"].map(speed).where(~rows["indicator"].isin(levels), 1.0)
    moved = rows["value"] * factor
    found["observations"] = rows.assign(
        value=moved.round().where(is_whole, moved.round(1))
    ).reset_index(drop=True)
    if len(found["observations"]) < observations:
        found["observations"] = _by_division(found["observations"], base, observations)
    if len(base["projects"]) < projects:
        found["projects"] = _repeated(base["projects"], projects)
    return found


def _by_division(rows: pd.DataFrame, base: Frames, wanted: int) -> pd.DataFrame:
    """City-wide values told by division too, the city's figure in even parts, until there are enough rows."""
    codes = [code for code in base["divisions"]["division"] if code != WHOLE_CITY]
    city = rows[(rows["division"] == WHOLE_CITY) & (rows["comparability"] == "same")]
    told = set(rows.loc[rows["division"] != WHOLE_CITY, "indicator"])
    city = city[~city["indicator"].isin(told)]
    parts = pd.concat(
        [city.assign(division=code, value=city["value"] / len(codes)) for code in codes]
    )
    more = [rows, parts]
    missing = wanted - len(rows) - len(parts)
    year = 0
    while missing > 0:
        # Years before the plan: history that its pages do not light, and that must not slow them.
        year += 1
        earlier = pd.concat([*more[:2]])
        earlier = earlier.assign(
            reference_date=earlier["reference_date"] - pd.DateOffset(years=2 * year),
            comparability="single_month",
        )
        earlier = earlier.drop_duplicates(list(TABLES["observations"].key)).head(missing)
        more.append(earlier)
        missing -= len(earlier)
    return TABLES["observations"].coerce(pd.concat(more, ignore_index=True))


def _repeated(projects: pd.DataFrame, wanted: int) -> pd.DataFrame:
    """The register with each project once more under another number, until there are enough."""
    times = -(-wanted // len(projects))
    rows = [projects]
    rows += [
        projects.assign(
            project=projects["project"] + f"-{turn}", name_zh=projects["name_zh"] + f" {turn}"
        )
        for turn in range(1, times)
    ]
    return pd.concat(rows, ignore_index=True).head(wanted)


def fill(
    url: str,
    count: int,
    *,
    observations: int = 0,
    projects: int = 0,
    base: Frames | None = None,
) -> None:
    """Bring so many simulated plans into the lake, some at once; those that are there already stay."""
    base = demo_as_it_stands() if base is None else base
    there = set(store.lake_plans(url, store.DEMO)["plan"])
    numbers = [number for number in range(1, count + 1) if plan_name(number) not in there]
    for batch in _batches(numbers):
        store.add_plans(
            url,
            store.DEMO,
            {
                plan_name(number): varied(
                    base, number, observations=observations, projects=projects
                )
                for number in batch
            },
            submission=SUBMISSION,
            actor=ACTOR,
            reason=REASON,
            published_at=PUBLISHED_AT,
        )


def _batches(numbers: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]))
