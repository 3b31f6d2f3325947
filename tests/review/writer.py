"""A writer in a process of its own, for the tests that kill it or let many run at once.

What it has to say goes through a pipe, at once: what was said before a kill can still be read after it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from multiprocessing.connection import Connection

import pandas as pd

from hengyang import review
from hengyang.errors import StaleRelease
from hengyang.store import Store, open_store
from tests.review.builders import REPORTER, REVIEWER, tables_of, values

MILESTONE, INDICATOR = "T01-M1", "T05-3"


def frames(day: pd.Timestamp, value: float) -> dict[str, pd.DataFrame]:
    """A value and a milestone's report of one day: of two tables, so that half a release would be seen."""
    found = values((INDICATOR, value), day=str(day.date()))
    report = {
        "milestone": MILESTONE,
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


def approved(store: Store, day: pd.Timestamp, value: float) -> review.Proposal:
    """A proposal that only waits to be published."""
    draft = review.start_draft(
        store,
        actor=REPORTER,
        now=clock(),
        tables=tables_of(store),
        frames=frames(day, value),
        content=f"{day} {value}".encode(),
        file_name="a.csv",
    )
    review.submit(store, draft.id, actor=REPORTER, now=clock(), seen_release=draft.base_release)
    return review.approve(store, draft.id, actor=REVIEWER, now=clock())


def once(url: str, proposal: str, said: Connection) -> None:
    """Say ready, and publish the proposal when told to; say which release it became."""
    store = open_store(url, "demo")
    said.send("ready")
    said.recv()
    said.send(review.publish(store, proposal, actor=REVIEWER, now=clock()))


def many(url: str, number: int, turns: int, is_shared: bool, said: Connection) -> None:
    """Take so many proposals all the way, of the one cell that all want or of cells of its own.

    Says ("released", release, value, day) for each, ("refused", how many cells) for each conflict, and acts on that:
    returns the proposal, looks again, submits it again.
    """
    store = open_store(url, "demo")
    for turn in range(turns):
        value = number * 1000 + turn + 1
        day = day_of(0 if is_shared else value)
        found = approved(store, day, value)
        while True:
            try:
                released = review.publish(store, found.id, actor=REVIEWER, now=clock())
            except StaleRelease as told:
                said.send(("refused", len(told.changed)))  # type: ignore[arg-type]
                review.return_(store, found.id, actor=REVIEWER, now=clock(), reason="look again")
                review.submit(store, found.id, actor=REPORTER, now=clock())
                review.approve(store, found.id, actor=REVIEWER, now=clock())
                continue
            said.send(("released", released, float(value), str(day.date())))
            break
    said.send(("done",))
