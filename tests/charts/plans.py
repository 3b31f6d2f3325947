"""The real plan with the few facts that a claim about a page needs."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from hengyang import progress
from hengyang.plan import load_plan
from hengyang.progress import Assessment
from hengyang.schema import FACT_TABLES, TABLES, Tables

DAY = date(2019, 5, 31)


@cache
def _plan() -> dict[str, pd.DataFrame]:
    return {**load_plan(), **{table.name: table.empty() for table in FACT_TABLES}}


def real_plan(**facts: list[dict[str, Any]]) -> Tables:
    """The plan as published, with rows for some fact tables: real_plan(observations=[...])."""
    frames = {
        name: TABLES[name].coerce(pd.DataFrame(rows, columns=list(TABLES[name].column_names)))
        for name, rows in facts.items()
    }
    return Tables("test", 1, {**_plan(), **frames})


def assessed(tables: Tables, day: date = DAY) -> Assessment:
    return progress.assess(tables, day)


def link(page: str, **own: object) -> str:
    """An address that says where it leads."""
    return "/".join([page, *(f"{name}={value}" for name, value in own.items())])
