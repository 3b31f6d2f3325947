"""What a new store is made from: the plan of data/, then the published figures, or the simulated months.

Everything goes through the same append and publish as any later upload. Safe beside another process that
prepares the same store: each step is released once, whoever comes first; a half-prepared store is completed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from hengyang import demo
from hengyang.errors import StaleRelease
from hengyang.labels import words
from hengyang.plan.load import DATA_DIR, load_plan
from hengyang.schema import WHOLE_CITY
from hengyang.store.location import DEMO, OFFICIAL, WORKSPACES
from hengyang.store.store import Store, create_workspace

#: Who releases what the program brings along: a role, no person.
PREPARER = "system"

_PLAN = "plan-2017"
_FIGURES = "published-figures"
_PLAN_PUBLISHED_AT = datetime(2017, 9, 18, 4, tzinfo=UTC)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True)
class _Step:
    """A release that a prepared workspace has."""

    submission: str
    actor: str
    reason: str
    published_at: datetime
    frames: Mapping[str, pd.DataFrame]
    withdrawn: Mapping[str, pd.DataFrame] = field(default_factory=dict)


def prepare(
    url: str | os.PathLike[str],
    data_dir: Path = DATA_DIR,
    *,
    workspaces: tuple[str, ...] = tuple(WORKSPACES),
    now: datetime | None = None,
) -> None:
    """Make whatever the workspaces at the URL lack; quick when they lack nothing.

    `now` dates the releases of the official workspace (default: the clock).
    Raises: DataMissing for an unknown workspace or missing files in `data_dir`.
    """
    with ThreadPoolExecutor(len(workspaces) or 1) as pool:
        list(pool.map(lambda name: _prepare(url, name, data_dir, now), workspaces))


def _prepare(
    url: str | os.PathLike[str], workspace: str, data_dir: Path, now: datetime | None
) -> None:
    store = create_workspace(url, workspace)
    released = set(store.releases()["submission"])
    if released.issuperset(_expected(workspace)):
        return
    for step in _steps(workspace, data_dir, now or datetime.now(UTC)):
        if step.submission not in released:
            _release_once(store, step)
    store.checkpoint()


def _release_once(store: Store, step: _Step) -> None:
    store.append(step.submission, step.frames, step.withdrawn)
    while True:
        try:
            store.publish(
                step.submission,
                store.latest_release(),
                step.actor,
                step.reason,
                step.published_at,
            )
        except StaleRelease:
            # Somebody else is publishing: look again, their release may be this very step.
            continue
        return


def _expected(workspace: str) -> tuple[str, ...]:
    if workspace == DEMO:
        return (_PLAN, *demo.SUBMISSIONS)
    return (_PLAN, _FIGURES)


def _steps(workspace: str, data_dir: Path, now: datetime) -> Iterator[_Step]:
    say = words("zh")
    plan = load_plan(data_dir)
    yield _Step(
        _PLAN,
        PREPARER,
        say("store-reason-plan"),
        _PLAN_PUBLISHED_AT if workspace == DEMO else now,
        plan,
    )
    if workspace == OFFICIAL:
        yield _Step(
            _FIGURES,
            PREPARER,
            say("store-reason-published-figures"),
            now,
            published_facts(plan["published_figures"]),
        )
    else:
        for month in demo.all_reports(plan):
            yield _Step(
                month.submission,
                demo.REVIEWER,
                month.reason,
                month.published_at,
                month.frames,
                month.withdrawn,
            )


def published_facts(figures: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Published figures as observations (a number) and milestone reports (a stage).

    reported_on is the day that the source names; a source without one counts from the reference date.
    The source and its sentence stand as a milestone's evidence.
    """
    facts = figures.assign(
        reported_on=[
            _day_named(source) or day
            for source, day in zip(figures["source"], figures["reference_date"], strict=True)
        ],
        reason=figures["comparability_note_zh"],
        department=None,
        is_simulated=False,
    )
    origin = ["source", "quote_zh", "department", "reported_on", "reason", "is_simulated"]
    shared = ["subject", "reference_date", "comparability", *origin]
    numbers = facts.loc[facts["value"].notna(), [*shared, "value"]]
    stages = facts.loc[facts["stage"].notna(), [*shared, "stage"]]
    return {
        "observations": numbers.rename(columns={"subject": "indicator"}).assign(
            division=WHOLE_CITY
        ),
        "milestone_reports": stages.rename(columns={"subject": "milestone"}).assign(
            evidence=stages["source"] + ":" + stages["quote_zh"]
        ),
    }


def _day_named(source: str) -> pd.Timestamp | None:
    found = _DAY.search(source)
    return pd.Timestamp(date(*map(int, found.groups()))) if found else None
