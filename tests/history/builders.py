"""Releases and tables for the tests of history, small enough to be read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

import pandas as pd

from hengyang import progress
from hengyang.history import Difference, difference
from hengyang.plan import load_plan
from hengyang.schema import FACT_TABLES, RELEASES, TABLES, Tables

DAY = pd.Timestamp("2019-05-31").date()


def releases(*instants: str, **columns: list[object]) -> pd.DataFrame:
    """Releases published at these instants (UTC), the oldest first."""
    count = len(instants)
    frame = {
        "release": range(1, count + 1),
        "base": range(count),
        "submission": [f"s{at}" for at in range(1, count + 1)],
        "published_at": [datetime.fromisoformat(text).replace(tzinfo=UTC) for text in instants],
        "actor": ["reviewer"] * count,
        "reason": ["a reason"] * count,
        **columns,
    }
    return RELEASES.coerce(pd.DataFrame(frame))


def observation(
    value: float | None = 15.0,
    *,
    indicator: str = "T05-3",
    day: str = "2019-05-31",
    source: str = "report",
    division: str = "430400",
) -> dict[str, object]:
    return {
        "indicator": indicator,
        "division": division,
        "reference_date": pd.Timestamp(day),
        "value": value,
        "comparability": "same",
        "source": source,
        "reported_on": pd.Timestamp("2019-06-03"),
        "is_simulated": False,
    }


def ever_released(
    *rows: tuple[int, dict[str, object]], withdrawn: tuple[int, ...] = ()
) -> pd.DataFrame:
    """Observations as Store.released_rows gives them: (release, observation()); withdrawn: places in the list."""
    frame = TABLES["observations"].coerce(pd.DataFrame([row for _, row in rows]))
    return frame.assign(
        submission=[f"s{release}" for release, _ in rows],
        row=range(1, len(rows) + 1),
        is_withdrawn=[at in withdrawn for at in range(len(rows))],
        release=[release for release, _ in rows],
        published_at=pd.Timestamp("2019-06-08", tz="UTC"),
        actor="reviewer",
    )


@cache
def _plan() -> Mapping[str, pd.DataFrame]:
    return {**load_plan(), **{table.name: table.empty() for table in FACT_TABLES}}


def tables(release: int, *observations: dict[str, object], **frames: pd.DataFrame) -> Tables:
    """The real plan with these observations (other frames by name) at a release."""
    declared = TABLES["observations"]
    rows = declared.coerce(pd.DataFrame(observations, columns=list(declared.column_names)))
    return Tables("test", release, {**_plan(), "observations": rows, **frames})


def compared(before: Tables, after: Tables) -> Difference:
    return difference(before, after, progress.assess(before, DAY), progress.assess(after, DAY))
