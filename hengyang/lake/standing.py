"""How one plan stands on a day, and the order of several. Pure, frames in, frames out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pandas as pd

from hengyang.progress import DEFAULT_THRESHOLDS, Thresholds, assess, light_counts
from hengyang.progress.lights import GREEN_LIGHTS, UNREPORTED_LIGHTS
from hengyang.schema import (
    PLAN_LIGHTS,
    STANDINGS,
    Arrow,
    Light,
    Tables,
    Theme,
    Unranked,
)

#: What the lights of a plan are worked out from; the other tables need not be read.
NEEDED_TABLES = (
    *("plan", "themes", "tasks", "assignments", "indicators", "milestones"),
    *("observations", "milestone_reports", "baselines", "path_points", "choices", "overrides"),
)
_KEPT = tuple(name for name in PLAN_LIGHTS.column_names if name != "plan")


def standing_of(
    tables: Tables, as_of: date, *, is_simulated: bool, thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One row of schema.STANDINGS, not yet ranked, and the plan's rows of schema.PLAN_LIGHTS.

    A forecast counts where the target is still ahead and there are points enough for one; pace where both the recent
    speed and the speed still required are known.
    """
    found = assess(tables, as_of, thresholds)
    counted = found.counted
    due = counted[counted["is_due"]]
    paced = counted[counted["arrow"].notna()]
    forecast = counted[counted["forecast_value"].notna() & counted["required_per_year"].notna()]
    arrives = forecast["arrival_date"].notna() & (forecast["arrival_date"] <= forecast["deadline"])
    lights = light_counts(counted)
    due_lights = light_counts(due)
    reported = sum(due_lights[light] for light in set(Light) - UNREPORTED_LIGHTS)
    measured = counted["attainment_pct"].notna()
    plan = tables.plan.iloc[0]
    theme_lights = found.themes.set_index("theme")["light"]
    row = {
        "plan": tables.of_plan,
        "name_zh": plan["name_zh"],
        "name_en": plan["name_en"],
        "is_simulated": is_simulated,
        "plan_release": tables.release,
        "as_of": pd.Timestamp(as_of),
        "indicators": len(counted),
        **{light.value: lights[light] for light in Light},
        "due": len(due),
        "reported": reported,
        "stale": int(counted["is_stale"].sum()),
        "mean_attainment_pct": _mean(counted.loc[measured, "attainment_pct"].clip(0, 100)),
        "mean_expected_pct": _mean(counted.loc[measured, "expected_pct"]),
        "mean_attainment_count": int(measured.sum()),
        "pace_count": len(paced),
        "is_fast_enough_count": int((paced["arrow"] == Arrow.FAST).sum()),
        "forecast_count": len(forecast),
        "expected_to_arrive_count": int(arrives.sum()),
        **{
            f"theme_{theme.value}": None if pd.isna(theme_lights[theme]) else theme_lights[theme]
            for theme in Theme
        },
        "green_share_pct": 100 * sum(due_lights[light] for light in GREEN_LIGHTS) / len(due)
        if len(due)
        else None,
        "rank": None,
        "unranked_because": _unranked(len(due), reported, thresholds),
    }
    own = found.indicators[list(_KEPT)].assign(plan=tables.of_plan)
    return STANDINGS.coerce(pd.DataFrame([row])), PLAN_LIGHTS.coerce(own)


def ranked(standings: pd.DataFrame) -> pd.DataFrame:
    """schema.STANDINGS in the order of their plan, with ranks: the larger the green share of what is due, the better.

    Equal shares share a rank, and the next one is as much further on (1, 2, 2, 4). Plans with too little have none.
    """
    rows = standings.sort_values("plan", ignore_index=True)
    is_ranked = rows["unranked_because"].isna()
    shares = [
        Fraction(sum(int(row[light.value]) for light in GREEN_LIGHTS), int(row["due"]))
        for row in rows[is_ranked].to_dict("records")
    ]
    ranks = pd.Series(pd.NA, index=rows.index, dtype="Int64")
    ranks[is_ranked] = _places(shares)
    return STANDINGS.coerce(rows.assign(rank=ranks))


def _places(shares: Sequence[Fraction]) -> list[int]:
    """
    >>> _places([Fraction(1, 2), Fraction(3, 4), Fraction(2, 4), Fraction(1, 4)])
    [2, 1, 2, 4]
    """
    ordered = sorted(shares, reverse=True)
    return [ordered.index(share) + 1 for share in shares]


def _unranked(due: int, reported: int, thresholds: Thresholds) -> str | None:
    if not due:
        return Unranked.NOTHING_DUE.value
    # As for a theme's light: under four fifths reported there is nothing to compare.
    if reported < Fraction(str(thresholds.reported_share)) * due:
        return Unranked.TOO_FEW_REPORTED.value
    return None


def _mean(values: pd.Series) -> float | None:
    return sum(values) / len(values) if len(values) else None
