"""Which projects the simulated register has, and what happens to each. Every name, sum and date here is invented.

The projects that the notice names stand among them with its sentence; nothing that is said of them is real.
Months are counted from September 2017 (0) on; June 2019 is 21.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from hengyang.demo.calendar import MONTHS
from hengyang.demo.observations import counted_path, dice
from hengyang.labels import words
from hengyang.schema import WHOLE_CITY, ProjectNature

#: Nothing of the register is older than December 2017, when it is first drawn up.
FIRST_MONTH = 3
LAST_MONTH = len(MONTHS) - 1
_THIS_YEAR = 16  # January 2019

#: task → how many projects; 300 in all.
SIZES: Mapping[int, int] = {
    1: 5, 2: 8, 3: 8, 4: 17, 5: 11, 6: 9, 7: 9, 8: 10, 9: 12, 10: 12, 11: 10, 12: 12, 13: 12,
    14: 10, 15: 8, 16: 8, 17: 10, 18: 8, 19: 11, 20: 6, 21: 6, 22: 10, 23: 8, 24: 15, 25: 12,
    26: 8, 27: 9, 28: 8, 29: 9, 30: 10, 31: 9,
}  # fmt: skip

#: task → its kinds of projects: the indicator that each adds to (demo-project-<task>-<place> names them).
#: A kind marked with ~ adds to a rate or a density, so that it states no amount.
_KINDS: Mapping[int, tuple[str | None, ...]] = {
    1: (None, None),
    2: ("T02-2", "T02-3", "T02-1"),
    3: ("T03-2", "T03-3", "T03-4", "T03-1"),
    4: ("T04-2", "~T04-5"),
    5: ("T05-3",),
    6: ("~T06-1", None),
    7: (None, None),
    8: ("T08-1", "T08-2"),
    9: ("~T09-2", None, "~T09-3"),
    10: (None, None),
    11: ("T11-1", None, "~T11-2"),
    12: ("T12-2", "T12-1"),
    13: ("T13-3", "T13-6", "T13-4"),
    14: ("~T14-2", "~T14-1"),
    15: ("~T15-1", None),
    16: ("T16-3",),
    17: ("T17-1", "T17-3", "T17-5"),
    18: (None, None),
    19: (None,),
    20: ("T20-1", "T20-2"),
    21: ("T21-1", None),
    22: ("T22-2", None),
    23: ("T23-1", None),
    24: ("T24-1", "T24-3", "T24-4", "T24-6"),
    25: ("~T25-1", "~T25-2", None),
    26: ("~T26-1", "T26-2"),
    27: (None, None),
    28: (None,),
    29: ("T29-1", None),
    30: (None,),
    31: ("T31-1", None),
}
_SAY = {"zh": words("zh"), "en": words("en")}


@dataclass(frozen=True)
class Project:
    """What a simulated project is, without its course."""

    project: str
    name_zh: str
    name_en: str
    task: int
    is_group: bool
    division: str
    client_zh: str
    content_zh: str
    nature: ProjectNature
    total_wanyuan: float
    land_mu: float | None
    indicator: str | None
    amount: float | None
    quote_zh: str | None


@dataclass(frozen=True)
class Course:
    """When a project was to start and finish, when it did, how fast it goes; months from September 2017 on."""

    entered: int
    planned_start: int
    planned_finish: int
    start: int | None
    finish: int | None
    #: The share of its planned speed that it goes at, and from which month on it goes at full speed again.
    speed: float
    recovers: int | None
    paid_share: float


@cache
def month_end(place: int) -> pd.Timestamp:
    """The last day of the month at this place."""
    return (pd.Period("2017-09", "M") + place).end_time.normalize().as_unit("s")


def all_projects(plan: Mapping[str, pd.DataFrame]) -> dict[str, tuple[Project, Course]]:
    """Number → the project and its course, always the same ones; those of the notice keep their number."""
    targets = plan["indicators"].set_index("indicator")
    found = [
        project for task, size in SIZES.items() for project in _of_task(plan, targets, task, size)
    ]
    courses: dict[str, Course] = {}
    counted: dict[str, list[Project]] = {}
    for project in found:
        if project.indicator and project.amount:
            counted.setdefault(project.indicator, []).append(project)
        else:
            chance = dice(project.project + "/fate").random()
            finish = int(dice(project.project).integers(5, LAST_MONTH + 1))
            courses[project.project] = _course(project, finish if chance < 0.22 else None, chance)
    for indicator, projects in counted.items():
        path = counted_path(indicator)
        done = 0.0
        for place, project in enumerate(projects):
            done += project.amount or 0.0
            reached = [] if path is None else np.flatnonzero(path >= done - 1e-9).tolist()
            due = max(reached[0], FIRST_MONTH + 2) if reached else None
            chance = 0.22 + 0.78 * place / len(projects)
            courses[project.project] = _course(project, due, chance)
    return {project.project: (project, courses[project.project]) for project in found}


def _of_task(
    plan: Mapping[str, pd.DataFrame], targets: pd.DataFrame, task: int, size: int
) -> Iterator[Project]:
    named = plan["named_projects"]
    own = named[named["task"] == task].to_dict("records")
    kinds = _KINDS[task]
    divisions = plan["divisions"].set_index("division")
    places = [code for code in divisions.index if code != WHOLE_CITY]
    chance = dice(f"register/{task}")
    dealt = [chance.permutation(places) for _ in kinds]
    invented = [
        (kind, str(dealt[kind][turn])) for turn in range(len(places)) for kind in range(len(kinds))
    ][: size - len(own)]
    indicators = [_text(row["indicator"]) for row in own]
    indicators += [kinds[kind] for kind, _ in invented]
    amounts = _amounts(indicators, named.loc[named["task"] == task, "amount"].tolist(), targets)
    for place, row in enumerate(own):
        yield _project(
            str(row["project"]), str(row["name_zh"]), str(row["name_en"]), task,
            bool(row["is_group"]), _text(row["division"]) or WHOLE_CITY, divisions, indicators[place],
            amounts[place], str(row["quote_zh"]),
        )  # fmt: skip
    for place, (kind, division) in enumerate(invented, start=len(own)):
        number = f"D{task:02d}-{place - len(own) + 1:02d}"
        key = f"demo-project-{task}-{kind + 1}"
        yield _project(
            number,
            _SAY["zh"](key, place=divisions.at[division, "name_zh"]),
            _SAY["en"](key, place=divisions.at[division, "name_en"]),
            task, False, division, divisions, indicators[place], amounts[place], None,
        )  # fmt: skip


def _project(
    number: str,
    name_zh: str,
    name_en: str,
    task: int,
    is_group: bool,
    division: str,
    divisions: pd.DataFrame,
    indicator: str | None,
    amount: float | None,
    quote_zh: str | None,
) -> Project:
    chance = dice(number + "/money")
    total = float(round(float(chance.lognormal(9.1, 1.0)), -2))
    has_land = chance.random() < 0.6
    place = divisions.at[division, "name_zh"]
    return Project(
        project=number,
        name_zh=name_zh,
        name_en=name_en,
        task=task,
        is_group=is_group,
        division=division,
        client_zh=_SAY["zh"](f"demo-project-client-{chance.integers(1, 5)}", place=place),
        content_zh=_SAY["zh"](f"demo-project-content-{chance.integers(1, 4)}", name=name_zh),
        nature=list(ProjectNature)[int(chance.choice(4, p=[0.6, 0.2, 0.15, 0.05]))],
        total_wanyuan=min(max(total, 600.0), 260_000.0),
        land_mu=float(chance.integers(5, 400)) if has_land else None,
        indicator=indicator.removeprefix("~") if indicator else None,
        amount=amount,
        quote_zh=quote_zh,
    )


def _amounts(
    indicators: list[str | None], stated: list[float], targets: pd.DataFrame
) -> list[float | None]:
    """What each project adds: together somewhat less or more than the indicator's target asks for."""
    asked = targets["target"].fillna(targets["target_low"]).to_dict()
    found: list[float | None] = [None] * len(indicators)
    for indicator in sorted({name for name in indicators if name and not name.startswith("~")}):
        places = [at for at, name in enumerate(indicators) if name == indicator]
        fixed = {at: stated[at] for at in places if at < len(stated) and not math.isnan(stated[at])}
        found = [fixed.get(at, value) for at, value in enumerate(found)]
        rest = [at for at in places if at not in fixed]
        if not rest:
            continue
        chance = dice(indicator + "/register")
        whole = asked[indicator] * float(chance.uniform(0.72, 1.12))
        shares = chance.dirichlet([4.0] * len(rest))
        step = 0.1 if targets.at[indicator, "unit_en"] == "km" else 1.0
        for at, share in zip(rest, shares, strict=True):
            found[at] = round(max(1.0, round(whole * float(share) / step)) * step, 1)
    return found


def _course(project: Project, finish: int | None, chance: float) -> Course:
    """`chance`, 0–1, says how far a project has come that is not finished: the higher, the less."""
    own = dice(project.project + "/course")
    late_start = int(own.choice([0, 1, 2, 3, 4, 6], p=[0.62, 0.12, 0.1, 0.07, 0.06, 0.03]))
    speed, recovers = 1.0, None
    start: int | None
    if finish is not None:
        start = finish - int(own.integers(5, 16))
        planned_finish = finish - int(own.choice([-1, 0, 1, 3, 5], p=[0.15, 0.45, 0.2, 0.12, 0.08]))
    elif chance < 0.56:
        start = int(own.integers(-8, _THIS_YEAR))
        planned_finish = max(start + 10, int(own.integers(21, 40)))
        speed = float(own.choice([1.05, 0.9, 0.7, 0.5], p=[0.5, 0.2, 0.18, 0.12]))
        if speed < 0.8 and own.random() < 0.4:
            recovers = int(own.integers(17, LAST_MONTH))
    elif chance < 0.74:
        start = int(own.integers(_THIS_YEAR, LAST_MONTH + 1))
        planned_finish = int(own.integers(28, 40))
        speed = float(own.choice([1.05, 0.9, 0.6], p=[0.6, 0.25, 0.15]))
    else:
        start = None
        planned_finish = int(own.integers(33, 52))
        late_start = 0
    if start is not None:
        planned_start = start - late_start
    else:
        is_overdue = own.random() < 0.3
        planned_start = int(
            own.integers(14, LAST_MONTH + 1) if is_overdue else own.integers(22, 33)
        )
    planned_finish = max(planned_finish, planned_start + 3)
    entered = max(FIRST_MONTH, planned_start - int(own.integers(6, 22)))
    return Course(
        entered=min(entered, LAST_MONTH - 1),
        planned_start=planned_start,
        planned_finish=planned_finish,
        start=start,
        finish=finish,
        speed=speed,
        recovers=recovers,
        paid_share=float(own.choice([0.97, 0.9, 0.85, 0.7, 0.5], p=[0.3, 0.3, 0.22, 0.12, 0.06])),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
