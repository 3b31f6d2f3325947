"""The overview's rows as Parquet, from the store that the app serves: so all contenders show the same lights."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from hengyang import progress, store
from hengyang.progress import needs

#: The months of the line chart end with the newest that has a value.
MONTHS = 12


def write(store_url: str, folder: Path) -> None:
    """themes, tasks, indicators (80 rows) and months (theme × month, share of lights that are green) of the demo."""
    tables = store.open_store(store_url, "demo").read()
    as_of = progress.default_as_of(tables)
    lights = progress.assess(tables, as_of).indicators
    leads = needs.lead_names(tables, "zh")
    tables.themes[["theme", "name_zh"]].to_parquet(folder / "themes.parquet")
    tasks = tables.tasks[["task", "theme", "name_zh"]].copy()
    tasks["lead"] = tasks["task"].map(leads)
    tasks[tasks["task"] > 0].to_parquet(folder / "tasks.parquet")
    columns = [
        *("indicator", "task", "theme", "light", "is_counted", "actual", "target"),
        *("attainment_pct", "expected_pct", "gap_points"),
    ]
    indicators = lights[columns].merge(
        tables.indicators[["indicator", "name_zh", "unit_zh"]], on="indicator"
    )
    indicators.astype({"theme": str, "light": str}).to_parquet(folder / "indicators.parquet")
    months = []
    for day in sorted(progress.reporting_periods(tables))[-MONTHS:]:
        counted = progress.assess(tables, day).counted
        green = counted["light"].astype(str).isin(["met", "on_track", "nearly"])
        share = green.groupby(counted["theme"].astype(str)).mean() * 100
        months.append(share.rename("green_pct").reset_index().assign(month=pd.Timestamp(day)))
    pd.concat(months).to_parquet(folder / "months.parquet")
