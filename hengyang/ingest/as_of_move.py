"""What turns beside a file's own cells: the first report of a new month moves the day that all lights are judged on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from hengyang.delivery import commitment_lights, project_lights
from hengyang.progress import assess, changes_between, default_as_of
from hengyang.schema import Tables


@dataclass(frozen=True)
class AsOfMove:
    """The day that readers see by default, before and after; and what turns with it that the file says nothing about.

    flips: as progress.changes_between, of indicators and milestones; projects, commitments: how many of them turn (a
    project by the worst of its lights). Nothing of it where the day stays.
    """

    before: date
    after: date
    flips: pd.DataFrame = field(repr=False)
    projects: int = 0
    commitments: int = 0

    @property
    def is_move(self) -> bool:
        """Whether the day is another one."""
        return self.before != self.after

    def as_dict(self) -> dict[str, Any]:
        """As the command line prints it: ISO dates; flips with indicator, from, to."""
        return {
            "from": self.before.isoformat(),
            "to": self.after.isoformat(),
            "flips": [
                {"indicator": row["subject"], "from": row["light_before"], "to": row["light_after"]}
                for row in self.flips.astype("object").to_dict("records")
            ],
            "projects": self.projects,
            "commitments": self.commitments,
        }


def as_of_move(tables: Tables, then: Tables, own: Collection[str]) -> AsOfMove:
    """What the default day's move turns; own: the subjects (indicators, milestones, projects, S1-3) that a file is about."""
    before, after = default_as_of(tables), default_as_of(then)
    if before == after:
        return AsOfMove(before, after, changes_between(was := assess(tables, before), was))
    flips = changes_between(assess(tables, before), assess(then, after))
    flips = flips[~flips["subject"].isin(list(own))].reset_index(drop=True)
    days = ((tables, before), (then, after))
    projects = [project_lights(one, day).set_index("project")["light"] for one, day in days]
    commitments = [commitment_lights(one, day).set_index("milestone")["light"] for one, day in days]
    return AsOfMove(before, after, flips, _turned(projects, own), _turned(commitments, own))


def _turned(lights: list[pd.Series], own: Collection[str]) -> int:
    """How many of those in both, but for a file's own, have another light."""
    was, now = lights
    common = now.index.intersection(was.index).difference(pd.Index(list(own), dtype="object"))
    return int((was[common].astype("str") != now[common].astype("str")).sum())
