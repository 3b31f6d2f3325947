"""A register with the few facts that a claim needs."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hengyang.schema import Tables
from tests.charts.plans import real_plan

_ORIGIN = {"source": "x", "reported_on": "2019-07-01", "is_simulated": True}


def register(*projects: dict[str, Any], **facts: list[dict[str, Any]]) -> Tables:
    """The real plan with some projects: register({"planned_start": "2019-03-01"}, project_reports=[...])."""
    rows = [
        {"project": f"P{at}", "name_zh": f"项目{at}", "task": 5, **_ORIGIN, **project}
        for at, project in enumerate(projects, start=1)
    ]
    others = {
        name: [{**_ORIGIN, "project": "P1", **row} for row in found]
        for name, found in facts.items()
    }
    return real_plan(projects=rows, **others)


def reports(first: str, stages: str) -> list[dict[str, Any]]:
    """Month after month from the first: p, n, u, c for a stage, a dash for silence."""
    kinds = {
        "p": "preparatory",
        "n": "newly_started",
        "u": "under_construction",
        "c": "completed",
    }
    months = pd.period_range(first, periods=len(stages), freq="M")
    return [
        {"reference_date": month.end_time.normalize(), "stage": kinds[letter]}
        for month, letter in zip(months, stages, strict=True)
        if letter != "-"
    ]
