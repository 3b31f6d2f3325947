"""What a new store is made from: the plan of data/, then the published figures, or the simulated months.

Everything goes through the same append and publish as any later upload. Safe beside another process that
prepares the same store: each step is released once, whoever comes first; a half-prepared store is completed.
So is a store that an earlier version prepared, before some table was declared: what the steps would have
brought for that table comes in one release of its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from hengyang import demo
from hengyang.errors import StaleRelease
from hengyang.labels import words
from hengyang.plan.load import DATA_DIR, load_plan
from hengyang.schema import (
    CASE_EVENTS,
    FACT_TABLES,
    PLAN_TABLES,
    TABLES,
    WHOLE_CITY,
    Role,
    RoleSource,
)
from hengyang.store.auxiliary import append_once, read_events
from hengyang.store.location import DEMO, OFFICIAL, WORKSPACES
from hengyang.store.store import Store, create_workspace

#: Who releases what the program brings along: a role, no person.
PREPARER = "system"

_PLAN = "plan-2017"
_FIGURES = "published-figures"
#: The submission that brings a table to a store that was prepared before there was one.
_ADDED = "added-table-"
#: The tables that a prepared workspace has rows of.
_SEEDED: Mapping[str, frozenset[str]] = {
    OFFICIAL: frozenset(
        [
            *(table.name for table in PLAN_TABLES),
            *("observations", "milestone_reports", "projects", "project_contributions"),
        ]
    ),
    DEMO: frozenset(table.name for table in (*PLAN_TABLES, *FACT_TABLES)),
}
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
    _bring_events(store, data_dir)
    released = set(store.releases()["submission"])
    expected = _expected(workspace)
    lacking = _SEEDED[workspace] - store.tables_brought_by(released)
    if released.issuperset(expected) and not lacking:
        return
    moment = now or datetime.now(UTC)
    steps = list(_steps(workspace, data_dir, moment))
    if released.issuperset(expected):
        _release(store, [_added(sorted(lacking), steps, moment)])
    else:
        _release(store, [step for step in steps if step.submission not in released])


def _bring_events(store: Store, data_dir: Path) -> None:
    """The demo's simulated steps beside the releases, once."""
    if store.workspace == DEMO and read_events(store, CASE_EVENTS)[0].empty:
        append_once(store, CASE_EVENTS, demo.case_events(load_plan(data_dir)), "demo-cases")


def _added(names: Iterable[str], steps: list[_Step], now: datetime) -> _Step:
    """One step that brings these tables as they stand after all the others; an overtaken cell stays out."""
    frames = {}
    for name in names:
        rows = pd.concat([step.frames[name] for step in steps if name in step.frames])
        frames[name] = rows.drop_duplicates(list(TABLES[name].key), keep="last")
    return _Step(
        _ADDED + "+".join(frames),
        PREPARER,
        words("zh")("store-reason-added"),
        now,
        frames,
    )


def _release(store: Store, steps: Sequence[_Step]) -> None:
    """Each step as a release, in turn, unless somebody else was first; one commit a table for all of them.

    A commit of its own for each month would be three times the work, and on an object store minutes.
    """
    store.append_each({step.submission: (step.frames, step.withdrawn) for step in steps})
    while True:
        released = store.releases()["submission"]
        facts = [
            {
                "submission": step.submission,
                "actor": step.actor,
                "reason": step.reason,
                "published_at": step.published_at,
            }
            for step in steps
            if step.submission not in set(released)
        ]
        try:
            if facts:
                store.publish_each(facts, len(released))
        except StaleRelease:
            # Somebody else is publishing: look again, their release may be one of these steps.
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
        plan if workspace == DEMO else {**plan, **named_facts(plan)},
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


def named_facts(plan: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The projects that the notice names, as rows of the register: their name, task and sentence, nothing else.

    The lead department is the first listed of the task, and flagged as that inference. A contribution has an
    amount only where the notice counts the project. reported_on is the notice's date.
    """
    named = plan["named_projects"]
    notice = plan["plan"].iloc[0]
    assignments = plan["assignments"]
    leads = assignments[assignments["role"] == Role.LEAD].set_index("task")["department"]
    facts = named.assign(
        source=notice["name_zh"],
        reported_on=notice["notice_date"],
        department=None,
        reason=None,
        is_simulated=False,
    )
    origin = ["source", "quote_zh", "department", "reported_on", "reason", "is_simulated"]
    identity = ["project", "name_zh", "name_en", "task", "is_group", "division"]
    counted = facts[facts["indicator"].notna()]
    return {
        "projects": facts[[*identity, *origin]].assign(
            lead_department=facts["task"].map(leads),
            role_source=RoleSource.INFERRED_FIRST_LISTED.value,
        ),
        "project_contributions": counted[["project", "indicator", "amount", *origin]],
    }


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
