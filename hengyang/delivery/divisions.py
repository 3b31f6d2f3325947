"""The register by county-level division: how many projects, their lights, the year's money, who is silent."""

from __future__ import annotations

import math
from datetime import date

import pandas as pd

from hengyang.progress.divisions import division_codes
from hengyang.remembered import remembered
from hengyang.schema import Light, Tables


@remembered(16)
def by_division(tables: Tables, projects: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """One row a division, in the order of the plan, with the projects that lie in it.

    projects: project_states joined with project_lights, narrowed or not. Columns: division, projects; one a
    light (its name) with how many; planned_wanyuan, invested_wanyuan of as_of's year (empty: nobody reported,
    never 0); uninvested: projects with a plan of that year and no report of investment; done_pct: what was
    reported as a share of the year's plan, floored, as the rolling plan has it; silent: projects in hand (begun or in
    preparation, not completed) without a report of as_of's month.
    """
    rows = []
    started = pd.Timestamp(as_of).to_period("M").start_time
    for division in division_codes(tables):
        there = projects[projects["division"] == division]
        planned = there["planned_wanyuan"].sum(min_count=1)
        invested = there["invested_wanyuan"].sum(min_count=1)
        is_known = planned > 0 and invested == invested
        is_unreported = there["planned_wanyuan"].notna() & there["invested_wanyuan"].isna()
        is_open = there["stage"].astype("object") != "completed"
        is_silent = there["reference_date"].isna() | (there["reference_date"] < started)
        rows.append(
            {
                "division": division,
                "projects": len(there),
                **{light.value: int((there["light"] == light.value).sum()) for light in Light},
                "planned_wanyuan": planned,
                "invested_wanyuan": invested,
                "uninvested": int(is_unreported.sum()),
                "done_pct": math.floor(100 * invested / planned + 1e-9) if is_known else None,
                "silent": int((is_open & is_silent).sum()),
            }
        )
    found = pd.DataFrame(rows)
    numbers = ["planned_wanyuan", "invested_wanyuan", "done_pct"]
    return found.astype(dict.fromkeys(numbers, "float64"))
