"""Whether the register adds up to the targets: per indicator, in its own unit."""

from __future__ import annotations

from datetime import date

import pandas as pd

from hengyang.delivery.states import project_states
from hengyang.remembered import remembered
from hengyang.schema import ProjectStage, Rule, Tables

#: Only counts from zero add up; rates, densities and bands do not.
_ADDED_UP = (Rule.CUMULATIVE.value, Rule.RANGE_LOW.value)
_UNKNOWN = "stage_unknown"


@remembered(16)
def coverage(tables: Tables, as_of: date) -> pd.DataFrame:
    """One row an indicator that some project contributes to, in plan order.

    Columns: indicator, task, theme, is_added_up, target (the low end of a range), projects, unstated (projects
    whose contribution is not stated: counted, never guessed), then the amounts in the indicator's unit by
    stage: completed, under_construction, newly_started, preparatory, stage_unknown; total, missing
    (what the target asks for beyond the total, never below 0), share_pct (total of target, may pass 100).
    Where contributions do not add up (rates) or none is stated, amounts are empty.
    """
    states = project_states(tables, as_of).set_index("project")
    given = tables.project_contributions
    given = given[given["project"].isin(states.index)]
    # of no contributions at all the looked-up stages would be numbers
    stages = given["project"].map(states["stage"].astype("object")).astype("object")
    stages = stages.fillna(_UNKNOWN)
    targets = tables.indicators["target"].fillna(tables.indicators["target_low"])
    asked = dict(zip(tables.indicators["indicator"], targets, strict=True))
    plan = tables.indicators.merge(tables.tasks[["task", "theme"]], on="task", how="left")
    rows = []
    for row in plan.itertuples():
        own = given[given["indicator"] == row.indicator]
        if own.empty:
            continue
        stated = own[own["amount"].notna()]
        is_added_up = row.rule in _ADDED_UP
        target = float(asked[row.indicator])
        amounts: dict[str, float | None] = dict.fromkeys((*ProjectStage, _UNKNOWN))
        total = missing = share = None
        if is_added_up and len(stated):
            sums = stated.groupby(stages[stated.index])["amount"].sum()
            amounts = {str(name): float(sums.get(str(name), 0.0)) for name in amounts}
            total = round(sum(value for value in amounts.values() if value is not None), 9)
            missing = max(0.0, round(target - total, 9))
            share = 100 * total / target
        rows.append(
            {
                "indicator": row.indicator,
                "task": row.task,
                "theme": row.theme,
                "is_added_up": is_added_up,
                "target": target,
                "projects": len(own),
                "unstated": len(own) - len(stated),
                **{str(name): value for name, value in amounts.items()},
                "total": total,
                "missing": missing,
                "share_pct": share,
            }
        )
    columns = ["indicator", "task", "theme", "is_added_up", "target", "projects", "unstated",
               *map(str, ProjectStage), _UNKNOWN, "total", "missing", "share_pct"]  # fmt: skip
    frame = pd.DataFrame(rows, columns=columns)
    numbers = [*map(str, ProjectStage), _UNKNOWN, "total", "missing", "share_pct", "target"]
    return frame.astype(dict.fromkeys(numbers, "float64"))
