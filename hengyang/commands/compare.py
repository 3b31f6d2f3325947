"""`compare`: the plans of a lake beside each other, from the newest roll-up (or the one that --release names)."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hengyang import store
from hengyang.charts import plans as drawn
from hengyang.charts.rows import rows_of
from hengyang.commands.projects import records
from hengyang.commands.release import lake_of, warning
from hengyang.commands.request import Request
from hengyang.labels import words


def as_data(request: Request) -> dict[str, Any]:
    """lake, workspace, release (of the roll-up), plans (schema.STANDINGS, a row each, not ranked ones last)."""
    url = lake_of(request)
    frames, release = store.read_results(url, request.workspace, request.release)
    return {
        "lake": url,
        "workspace": request.workspace,
        "release": release,
        "plans": records_of(frames["standings"]),
    }


def as_text(request: Request) -> str:
    """The finding of the page, and a line a plan."""
    frames, _ = store.read_results(lake_of(request), request.workspace, request.release)
    return "\n".join(lines(frames["standings"], request))


def records_of(standings: pd.DataFrame) -> list[dict[str, Any]]:
    """The standings ready for JSON, in the order of the ranks."""
    return records(drawn.in_order(standings))


def lines(standings: pd.DataFrame, request: Request) -> list[str]:
    """The finding and a line a plan, after the mark of simulated figures."""
    say = words(request.language)
    return [
        *warning(request.workspace, request.language),
        drawn.comparison_finding(standings, request.language),
        *(
            say(
                "cli-compare-line",
                rank=drawn.rank_words(row, request.language),
                plan=row.plan,
                name=getattr(row, f"name_{request.language}"),
                green=drawn.green_words(row, request.language),
                reported=str(row.reported),
                due=str(row.due),
            )
            for row in rows_of(drawn.in_order(standings))
        ),
    ]
