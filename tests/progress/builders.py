"""Small plans to judge: one indicator or a few, with the facts that a claim needs."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from hengyang.progress.cases import gather
from hengyang.progress.config import DEFAULT_THRESHOLDS, Thresholds
from hengyang.progress.indicators import Judgement, judge
from hengyang.schema import TABLES, WHOLE_CITY, Tables

NOTICE = date(2017, 9, 18)
END = date(2020, 12, 31)
DAY = date(2019, 5, 31)

_INDICATOR = {
    "indicator": "T05-3",
    "task": 5,
    "name_zh": "全市建成地下综合管廊里程",
    "name_en": "Utility tunnels completed",
    "target": 50.0,
    "target_low": None,
    "target_high": None,
    "unit_zh": "公里",
    "unit_en": "km",
    "comparator": "=",
    "deadline_year": 2020,
    "kind": "length",
    "direction": "up",
    "scope_zh": "全市",
    "scope_en": "whole city",
    "rule": "cumulative",
    "baseline_rule": "zero_stated",
    "commitment": "firm",
    "frequency": "monthly",
    "quote_zh": "全市力争建成地下综合管廊50公里",
}
_MILESTONE = {
    "milestone": "T01-M1",
    "task": 1,
    "name_zh": "建立平台",
    "name_en": "Platform",
    "deadline_year": 2020,
    "rule": "staged",
    "commitment": "firm",
    "quote_zh": "建立平台",
}
_PLAN = {
    "plan": "p",
    "name_zh": "方案",
    "name_en": "Plan",
    "issuer_zh": "委",
    "issuer_en": "Commission",
    "status_zh": "征求意见稿",
    "status_en": "Draft",
    "notice_date": NOTICE,
    "published_on": date(2017, 9, 19),
    "reply_due": date(2017, 9, 25),
    "horizon_year": 2020,
}
_THEMES = ("innovation", "coordination", "green", "openness", "sharing")


def indicator(**changed: Any) -> dict[str, Any]:
    """A row of the indicators: a cumulative count, 0 → 50 km, monthly, unless changed."""
    return {**_INDICATOR, **changed}


def level(**changed: Any) -> dict[str, Any]:
    """A percentage that has to come up to 90, quarterly, without a stated baseline."""
    stated = {"target": 90.0, "unit_zh": "%", "unit_en": "%", "frequency": "quarterly"}
    return indicator(**{"rule": "level", "baseline_rule": None, **stated, **changed})


def milestone(**changed: Any) -> dict[str, Any]:
    return {**_MILESTONE, **changed}


def observation(day: date, value: float, **changed: Any) -> dict[str, Any]:
    row = {
        "indicator": "T05-3",
        "division": WHOLE_CITY,
        "reference_date": day,
        "value": value,
        "comparability": "same",
    }
    return {**row, **origin(), **changed}


def stage_report(day: date, stage: str, **changed: Any) -> dict[str, Any]:
    row = {"milestone": "T01-M1", "reference_date": day, "stage": stage, "comparability": "same"}
    return {**row, **origin(), **changed}


def baseline(day: date, value: float, **changed: Any) -> dict[str, Any]:
    return {"indicator": "T05-3", "baseline_date": day, "value": value, **origin(), **changed}


def annual_target(day: date, value: float) -> dict[str, Any]:
    return {"indicator": "T05-3", "target_date": day, "value": value, **origin()}


def choice(**changed: Any) -> dict[str, Any]:
    row = {"indicator": "T05-3", "reason": "会议纪要", "author": "analyst", "is_simulated": False}
    return {**row, **changed}


def override(light: str, **changed: Any) -> dict[str, Any]:
    row = {
        "subject": "T05-3",
        "valid_from": date(2019, 5, 1),
        "expires": date(2019, 7, 1),
        "light": light,
        "reason": "现场核查",
        "author": "reviewer",
        "is_simulated": False,
    }
    return {**row, **changed}


def origin() -> dict[str, Any]:
    return {"source": "月报", "reported_on": date(2019, 6, 10), "is_simulated": False}


@cache
def _standing_frames() -> dict[str, pd.DataFrame]:
    """The plan and its 31 tasks; every other table empty. Made once: typing them takes its time."""
    tasks = [
        {
            "task": number,
            "theme": _THEMES[min((number - 1) // 7, 4)],
            "name_zh": f"任务{number}",
            "name_en": f"Task {number}",
            "clause_zh": "一",
            "departments_raw": "(市发改委)",
            "text_zh": "文",
            "text_en": "text",
        }
        for number in range(1, 32)
    ]
    return {
        name: table.coerce(pd.DataFrame({"plan": [_PLAN], "tasks": tasks}[name]))
        if name in ("plan", "tasks")
        else table.empty()
        for name, table in TABLES.items()
    }


def tables(**rows: list[dict[str, Any]]) -> Tables:
    """Tables with these rows; 31 tasks, the first seven of the first theme and so on; no indicators."""
    given = {
        name: TABLES[name].coerce(pd.DataFrame(found, columns=list(TABLES[name].column_names)))
        for name, found in rows.items()
        if found
    }
    return Tables(workspace="test", release=1, frames={**_standing_frames(), **given})


def judged(
    row: dict[str, Any],
    *values: tuple[date, float],
    as_of: date = DAY,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    **facts: list[dict[str, Any]],
) -> Judgement:
    """The judgement of one indicator with these dated city-wide values."""
    observations = [
        observation(day, value, indicator=row["indicator"]) for day, value in values
    ] + facts.pop("observations", [])
    built = tables(indicators=[row], observations=observations, **facts)
    return judge(gather(built, as_of)[0], as_of, thresholds)
