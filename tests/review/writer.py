"""A writer in a process of its own, for the tests that kill it or let many run at once.

python -m tests.review.writer once URL NUMBER   prepares a proposal of two tables, says ready, waits for a line, publishes
python -m tests.review.writer many URL NUMBER TURNS SHARED
                                                takes TURNS proposals all the way; SHARED of 1: all writers want one cell
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import pandas as pd

from hengyang import review
from hengyang.errors import AlreadyDecided, StaleRelease
from hengyang.store import Store, open_store
from tests.review.builders import REPORTER, REVIEWER, values

MILESTONE, INDICATOR = "T01-M1", "T05-3"


def frames(day: pd.Timestamp, value: float, milestone: str = MILESTONE) -> dict[str, pd.DataFrame]:
    """A value and a milestone's report of one day: of two tables, so that half a release would be seen."""
    found = values((INDICATOR, value), day=str(day.date()))
    report = {
        "milestone": milestone,
        "reference_date": day,
        "stage": "implementing",
        "next_stage_due": None,
        "evidence": f"report {value:g}",
        "comparability": "same",
        "source": "a report",
        "quote_zh": None,
        "department": None,
        "reported_on": day,
        "reason": None,
        "is_simulated": True,
    }
    return {**found, "milestone_reports": pd.DataFrame([report])}


def day_of(number: int) -> pd.Timestamp:
    """A day of the writer's own."""
    return pd.Timestamp("2018-01-01") + pd.Timedelta(days=number)


def clock() -> datetime:
    return datetime.now(UTC)


def approved(store: Store, day: pd.Timestamp, value: float, milestone: str) -> review.Proposal:
    draft = review.start_draft(
        store,
        actor=REPORTER,
        now=clock(),
        tables=store.read(),
        frames=frames(day, value, milestone),
        content=f"{day} {value}".encode(),
        file_name="a.csv",
    )
    review.submit(store, draft.id, actor=REPORTER, now=clock(), seen_release=draft.base_release)
    return review.approve(store, draft.id, actor=REVIEWER, now=clock())


def once(store: Store, number: int, milestone: str) -> None:
    found = approved(store, day_of(number), number, milestone)
    print("ready", found.id, flush=True)
    sys.stdin.readline()
    print("released", review.publish(store, found.id, actor=REVIEWER, now=clock()), flush=True)


def many(store: Store, number: int, milestone: str, turns: int, is_shared: bool) -> None:
    for turn in range(turns):
        value = number * 1000 + turn + 1
        day = day_of(0 if is_shared else value)
        found = approved(store, day, value, milestone)
        while True:
            try:
                released = review.publish(store, found.id, actor=REVIEWER, now=clock())
            except StaleRelease as told:
                print("refused", len(told.changed), flush=True)  # type: ignore[arg-type]
                review.return_(store, found.id, actor=REVIEWER, now=clock(), reason="look again")
                review.submit(store, found.id, actor=REPORTER, now=clock())
                review.approve(store, found.id, actor=REVIEWER, now=clock())
                continue
            except AlreadyDecided as told:
                print("lost", told, flush=True)
                raise
            print("released", released, value, day.date(), flush=True)
            break


if __name__ == "__main__":
    mode, url, which, *rest = sys.argv[1:]
    opened = open_store(url, "demo")
    known = opened.read().milestones["milestone"].iloc[0]
    if mode == "once":
        once(opened, int(which), known)
    else:
        many(opened, int(which), known, int(rest[0]), rest[1] == "1")
