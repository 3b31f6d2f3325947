"""Everything the pages ask of one workspace on one day, computed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from hengyang.progress.changes import changes
from hengyang.progress.config import DEFAULT_THRESHOLDS, Thresholds
from hengyang.progress.indicators import indicator_lights
from hengyang.progress.milestones import milestone_lights
from hengyang.progress.periods import Curves
from hengyang.progress.rollup import TASK_NUMBERS, roll_up
from hengyang.remembered import remembered
from hengyang.schema import Tables


@dataclass(frozen=True)
class Assessment:
    """The lights of all indicators and milestones on a day, and their roll-ups. Shared: never mutate.

    indicators, milestones: as indicator_lights and milestone_lights give them; tasks, themes: as roll_up;
    curves: what charts draw, worked out when first asked for.
    """

    as_of: date
    thresholds: Thresholds
    indicators: pd.DataFrame
    milestones: pd.DataFrame
    tasks: pd.DataFrame
    themes: pd.DataFrame
    curves: Curves = field(repr=False)
    #: the tasks that filters leave; those without numbers or milestones are in neither frame
    kept_tasks: frozenset[int] = frozenset(TASK_NUMBERS)

    @cached_property
    def counted(self) -> pd.DataFrame:
        """The indicators that counts count: neither only described nor only a check."""
        return self.indicators[self.indicators["is_counted"]]


def assess(tables: Tables, as_of: date, thresholds: Thresholds = DEFAULT_THRESHOLDS) -> Assessment:
    """The assessment of a release on a day."""
    return _assessed(tables, as_of, thresholds)


# Uploads and reviews ask again for what stands now.
@remembered(8)
def _assessed(tables: Tables, as_of: date, thresholds: Thresholds) -> Assessment:
    return _rolled_up(
        indicator_lights(tables, as_of, thresholds),
        milestone_lights(tables, as_of, thresholds),
        Curves(tables, as_of, thresholds),
    )


@remembered(64)
def narrowed(
    assessment: Assessment,
    tables: Tables,
    *,
    themes: Sequence[str] = (),
    departments: Sequence[str] = (),
    lights: Sequence[str] = (),
    divisions: Sequence[str] = (),
) -> Assessment:
    """The part of an assessment that filters leave, rolled up again. An empty filter leaves everything.

    A department keeps the indicators and milestones of the tasks it is listed under. A division keeps the
    indicators with figures of its own, and everything in tasks that name a place there.
    """
    indicators, milestones = assessment.indicators, assessment.milestones
    kept_indicators = pd.Series(True, index=indicators.index)
    kept_milestones = pd.Series(True, index=milestones.index)
    # tasks with neither number nor milestone can only be kept by theme, department or place
    bare = set(tables.tasks["task"]) - set(indicators["task"]) - set(milestones["task"])
    if themes:
        bare &= set(tables.tasks.loc[tables.tasks["theme"].isin(themes), "task"])
        kept_indicators &= indicators["theme"].isin(themes)
        kept_milestones &= milestones["theme"].isin(themes)
    if departments:
        listed = tables.assignments["department"].isin(departments)
        answered_for = set(tables.assignments.loc[listed, "task"])
        kept_indicators &= indicators["task"].isin(answered_for)
        kept_milestones &= milestones["task"].isin(answered_for)
        bare &= answered_for
    if lights:
        kept_indicators &= indicators["light"].isin(lights)
        kept_milestones &= milestones["light"].isin(lights)
        bare = set()
    if divisions:
        places = tables.places
        there = set(places.loc[places["division"].isin(divisions), "task"])
        observed = tables.observations
        reported = set(observed.loc[observed["division"].isin(divisions), "indicator"])
        kept_indicators &= indicators["task"].isin(there) | indicators["indicator"].isin(reported)
        kept_milestones &= milestones["task"].isin(there)
        bare &= there
    left, left_milestones = indicators[kept_indicators], milestones[kept_milestones]
    kept_tasks = frozenset({*left["task"], *left_milestones["task"], *bare})
    return _rolled_up(left, left_milestones, assessment.curves, kept_tasks)


@remembered(64)
def changes_between(before: Assessment, after: Assessment) -> pd.DataFrame:
    """What changed its light from one assessment to the other, indicators first, then milestones: as `changes`."""
    return pd.concat(
        [
            changes(before.indicators, after.indicators),
            changes(before.milestones, after.milestones),
        ],
        ignore_index=True,
    )


def only(assessment: Assessment, indicators: set[str]) -> Assessment:
    """The part of an assessment that consists of some indicators (and no milestones), rolled up again."""
    rows = assessment.indicators
    return _rolled_up(
        rows[rows["indicator"].isin(indicators)], assessment.milestones.iloc[:0], assessment.curves
    )


def _rolled_up(
    indicators: pd.DataFrame,
    milestones: pd.DataFrame,
    curves: Curves,
    kept_tasks: frozenset[int] = frozenset(TASK_NUMBERS),
) -> Assessment:
    return Assessment(
        as_of=curves.as_of,
        thresholds=curves.thresholds,
        indicators=indicators,
        milestones=milestones,
        tasks=roll_up(indicators, by="task", thresholds=curves.thresholds),
        themes=roll_up(indicators, by="theme", thresholds=curves.thresholds),
        curves=curves,
        kept_tasks=kept_tasks,
    )
