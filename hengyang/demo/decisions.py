"""What departments say and analysts decide in the simulation: narratives, baselines, paths, choices, overrides."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from hengyang.demo.calendar import Round, month_of
from hengyang.demo.observations import Row, reported_on, source_of
from hengyang.demo.scenario import ANNUAL_TARGETS, LEVELS, QUARTERLY
from hengyang.labels import words

ANALYST = "demo-analyst"
REVIEWER = "demo-reviewer"
_SAY = {"zh": words("zh"), "en": words("en")}

_BASELINES_COME_IN = "2017-10"
_PATHS_COME_IN = "2017-12"
#: task → the months in which its lead department explains itself; demo-narrative-<task>-<place> says what.
_NARRATIVES: Mapping[int, tuple[str, ...]] = {
    2: ("2018-12", "2019-06"),
    4: ("2018-06", "2019-03", "2019-06"),
    5: ("2018-09", "2019-03", "2019-05", "2019-06"),
    8: ("2018-12", "2019-05"),
    9: ("2019-02", "2019-06"),
    10: ("2018-06", "2019-06"),
    13: ("2019-03",),
    15: ("2018-12", "2019-06"),
    16: ("2019-02", "2019-06"),
    17: ("2018-10", "2019-06"),
    21: ("2019-03",),
    23: ("2018-09", "2019-06"),
    24: ("2018-11", "2019-06"),
    28: ("2018-12", "2019-06"),
}


def narrative_rows(leads: Mapping[int, str]) -> list[Row]:
    """`leads` maps task → its lead department."""
    rows: list[Row] = []
    for task, months in _NARRATIVES.items():
        for place, name in enumerate(months, start=1):
            month = month_of(name)
            turn = Round(month, False)
            key = f"demo-narrative-{task}-{place}"
            rows.append(
                {
                    "task": task,
                    "department": leads[task],
                    "reference_date": pd.Timestamp(month),
                    "text_zh": _SAY["zh"](key),
                    "text_en": _SAY["en"](key),
                    "reported_on": reported_on(key, turn),
                    "is_simulated": True,
                    "turn": turn,
                }
            )
    return rows


def baseline_rows(leads: Mapping[str, str]) -> list[Row]:
    """The baselines of 2016 that departments reported; `leads` maps indicator → department."""
    turn = Round(month_of(_BASELINES_COME_IN), False)
    reported = {
        **{name: level.baseline for name, level in LEVELS.items()},
        **{name: quarterly.baseline for name, quarterly in QUARTERLY.items()},
    }
    return [
        {
            "indicator": indicator,
            "baseline_date": pd.Timestamp("2016-12-31"),
            "value": value,
            **_origin(indicator, turn, leads),
        }
        for indicator, value in reported.items()
        if value is not None
    ]


def path_rows(leads: Mapping[str, str]) -> list[Row]:
    """The annual targets that analysts supplied; `leads` maps indicator → department."""
    turn = Round(month_of(_PATHS_COME_IN), False)
    return [
        {
            "indicator": indicator,
            "target_date": pd.Timestamp(year, 12, 31),
            "value": value,
            **_origin(indicator, turn, leads),
        }
        for indicator, targets in ANNUAL_TARGETS.items()
        for year, value in targets.items()
    ]


def choice_rows() -> list[Row]:
    """How two indicators are judged. T16-4 is left open on purpose: nobody chose its reading."""
    turn = Round(month_of("2018-03"), False)
    fixed = {"author": ANALYST, "is_simulated": True, "turn": turn, "reading": None}
    return [
        {
            "indicator": "T24-1",
            "curve": "s_curve",
            "frequency": None,
            "reason": _SAY["zh"]("demo-reason-s-curve"),
            **fixed,
        },
        {
            "indicator": "T09-5",
            "curve": None,
            "frequency": "quarterly",
            "reason": _SAY["zh"]("demo-reason-quarterly"),
            **fixed,
        },
    ]


def override_rows() -> list[Row]:
    """One override in force at the end of the demo, one that has expired."""
    fixed = {"light": "nearly", "author": REVIEWER, "is_simulated": True}
    return [
        {
            "subject": "T08-1",
            "valid_from": pd.Timestamp("2019-05-31"),
            "expires": pd.Timestamp("2019-09-30"),
            "reason": _SAY["zh"]("demo-reason-override"),
            "turn": Round(month_of("2019-05"), False),
            **fixed,
        },
        {
            "subject": "T12-2",
            "valid_from": pd.Timestamp("2018-07-31"),
            "expires": pd.Timestamp("2018-12-31"),
            "reason": _SAY["zh"]("demo-reason-override-expired"),
            "turn": Round(month_of("2018-07"), False),
            **fixed,
        },
    ]


def _origin(indicator: str, turn: Round, leads: Mapping[str, str]) -> Row:
    return {
        "source": source_of(turn),
        "department": leads[indicator],
        "reported_on": reported_on(indicator, turn),
        "reason": None,
        "is_simulated": True,
        "turn": turn,
    }
