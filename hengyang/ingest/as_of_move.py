"""What turns beside a file's own cells: the first report of a new month moves the day that all lights are judged on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class AsOfMove:
    """The day that readers see by default, before and after; and what turns with it that the file says nothing about.

    flips: as progress.changes_between, of indicators and milestones; projects, commitments: of how many of them any
    light turns. Nothing of it where the day stays.
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
