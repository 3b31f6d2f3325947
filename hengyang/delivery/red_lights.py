"""The memory of red lights: each spell of red of an indicator or a milestone is a case, whatever came after it.

Nothing is stored of it: the cases follow from the lights at the end of every month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from hengyang.progress import reporting_periods
from hengyang.progress.indicators import indicator_lights
from hengyang.progress.lights import RED_LIGHTS
from hengyang.progress.milestones import milestone_lights
from hengyang.progress.paths import month_end
from hengyang.remembered import remembered
from hengyang.schema import Light, Tables

#: A month without a judgement neither prolongs a spell of red nor ends it: silence is no recovery.
_SILENT = frozenset({Light.NOT_REPORTED, Light.NOT_ASSESSED, Light.NOT_DUE})
_COLUMNS = {
    "case": "str",
    "subject": "str",
    "task": "int64",
    "opened_on": "datetime64[s]",
    "last_red_on": "datetime64[s]",
    "months_red": "int64",
    "months_silent": "int64",
    "recovered_on": "datetime64[s]",
    "light_opened": "str",
    "light_now": "str",
    "occurrence": "int64",
    "occurrences": "int64",
}


@dataclass(frozen=True)
class Spell:
    """One spell of red. `recovered_on` is the first month with a better light, None while there is none."""

    opened_on: date
    light_opened: Light
    last_red_on: date
    months_red: int
    months_silent: int
    recovered_on: date | None


def spells(lights: Iterable[tuple[date, Light]]) -> list[Spell]:
    """The spells of red among the lights of one subject at the ends of successive months, oldest first.

    A silent month between two red ones counts in months_silent, never in months_red.

    >>> found = spells([(date(2019, 1, 31), Light.FAR_BEHIND), (date(2019, 2, 28), Light.NEARLY)])
    >>> [(one.months_red, one.recovered_on) for one in found]
    [(1, datetime.date(2019, 2, 28))]
    """
    found: list[Spell] = []
    is_open = False
    for day, light in lights:
        if light in RED_LIGHTS and not is_open:
            found.append(Spell(day, light, day, 1, 0, None))
            is_open = True
        elif light in RED_LIGHTS:
            months = found[-1].months_red + 1
            found[-1] = replace(found[-1], last_red_on=day, months_red=months)
        elif is_open and light in _SILENT:
            found[-1] = replace(found[-1], months_silent=found[-1].months_silent + 1)
        elif is_open:
            found[-1] = replace(found[-1], recovered_on=day)
            is_open = False
    return found


def case_id(subject: str, opened_on: date) -> str:
    """How a case is named, the same in every release that has its red light.

    >>> case_id("T05-3", date(2018, 11, 30))
    'T05-3-2018-11'
    """
    return f"{subject}-{opened_on:%Y-%m}"


def months_judged(tables: Tables, as_of: date) -> list[date]:
    """The ends of all months from the first reported one to as_of, and as_of itself; none before there is a report."""
    periods = reporting_periods(tables)
    if not periods or periods[-1] > as_of:
        return []
    days = [periods[-1]]
    while (following := month_end(days[-1] + timedelta(days=1))) < as_of:
        days.append(following)
    return days if days[-1] == as_of else [*days, as_of]


@remembered(16)
def red_light_cases(tables: Tables, as_of: date) -> pd.DataFrame:
    """One row a case, in the order of the plan, the oldest first within a subject.

    Columns: case, subject, task (0: the whole plan), opened_on (the end of the first red month), last_red_on,
    months_red, months_silent (without a judgement in between), recovered_on (the first month with a better
    light; empty: not yet), light_opened, light_now, occurrence and occurrences (the how-manieth spell of the
    subject, of how many).
    """
    months = [_lights(tables, day) for day in months_judged(tables, as_of)]
    if not months:
        return pd.DataFrame(columns=list(_COLUMNS)).astype(_COLUMNS)
    now = months[-1][1]
    rows = []
    for subject, task in _subjects(tables).items():
        lights = [(day, found[subject]) for day, found in months if subject in found]
        own = spells(lights)
        for at, spell in enumerate(own, start=1):
            rows.append(
                {
                    "case": case_id(subject, spell.opened_on),
                    "subject": subject,
                    "task": task,
                    "opened_on": spell.opened_on,
                    "last_red_on": spell.last_red_on,
                    "months_red": spell.months_red,
                    "months_silent": spell.months_silent,
                    "recovered_on": spell.recovered_on,
                    "light_opened": spell.light_opened.value,
                    "light_now": now[subject].value,
                    "occurrence": at,
                    "occurrences": len(own),
                }
            )
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)


def monthly_lights(tables: Tables, subject: str, as_of: date) -> list[tuple[date, Light]]:
    """The lights of one subject at the ends of the judged months, oldest first."""
    months = [_lights(tables, day) for day in months_judged(tables, as_of)]
    return [(day, found[subject]) for day, found in months if subject in found]


@remembered(256)
def _lights(tables: Tables, day: date) -> tuple[date, Mapping[str, Light]]:
    """Subject → its light on a day, for what counts: indicators that are counted, and all milestones."""
    indicators = indicator_lights(tables, day)
    indicators = indicators[indicators["is_counted"]]
    milestones = milestone_lights(tables, day)
    return day, {
        str(subject): Light(light)
        for names, lights in (
            (indicators["indicator"], indicators["light"]),
            (milestones["milestone"], milestones["light"]),
        )
        for subject, light in zip(names, lights, strict=True)
    }


def _subjects(tables: Tables) -> dict[str, int]:
    """Subject → its task, in the order of the plan."""
    return {
        str(subject): int(task)
        for frame, column in ((tables.indicators, "indicator"), (tables.milestones, "milestone"))
        for subject, task in zip(frame[column], frame["task"], strict=True)
    }
