"""Proposals and people for the tests of review, in the demo's real plan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pandas as pd

from hengyang import review
from hengyang.access import Actor, Role
from hengyang.review import Proposal
from hengyang.schema import Tables
from hengyang.store import Store
from tests.store.builders import observations

NOW = datetime(2019, 8, 8, 2, tzinfo=UTC)
DAY = "2019-07-31"

REPORTER = Actor("wang", frozenset({Role.REPORTER}), frozenset({"*"}))
COMMERCE = Actor("zhao", frozenset({Role.REPORTER}), frozenset({"commerce"}))
REVIEWER = Actor("li", frozenset({Role.REVIEWER}))
SECOND_REVIEWER = Actor("chen", frozenset({Role.REVIEWER}))
ADMINISTRATOR = Actor("sun", frozenset({Role.ADMINISTRATOR}))
VIEWER = Actor("zhou", frozenset({Role.VIEWER}))


def later(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def values(*cells: tuple[str, float], day: str = DAY) -> dict[str, pd.DataFrame]:
    """Simulated city-wide values of a day: values(("T05-3", 15.0))."""
    rows = observations(*((indicator, day, value) for indicator, value in cells), is_simulated=True)
    return {"observations": rows}


def tables_of(store: Store, _planned: dict[str, Tables] = {}) -> Tables:  # noqa: B006
    """The newest release; the first one, equal in every copy of the planned store, is read only once."""
    if store.latest_release() != 1 or store.workspace != "demo":
        return store.read()
    if not _planned:
        _planned["demo"] = store.read()
    return _planned["demo"]


def drafted(store: Store, *cells: tuple[str, float], actor: Actor = REPORTER, **more) -> Proposal:
    given = {"frames": values(*cells), "content": b"a file", "file_name": "a.xlsx", **more}
    return review.start_draft(store, actor=actor, now=NOW, tables=tables_of(store), **given)


def submitted(store: Store, *cells: tuple[str, float], **more) -> Proposal:
    draft = drafted(store, *cells, **more)
    return review.submit(store, draft.id, actor=more.get("actor", REPORTER), now=later(1))


def approved(store: Store, *cells: tuple[str, float], **more) -> Proposal:
    return review.approve(store, submitted(store, *cells, **more).id, actor=REVIEWER, now=later(2))


def published(store: Store, *cells: tuple[str, float], **more) -> int:
    return review.publish(store, approved(store, *cells, **more).id, actor=REVIEWER, now=later(3))


def value(store: Store, indicator: str, release: int | None = None, day: str = DAY) -> float | None:
    """The city-wide value of the day at a release; None when there is none."""
    rows = store.read_with_origin("observations", release)
    found = rows[
        (rows["indicator"] == indicator)
        & (rows["reference_date"] == pd.Timestamp(day))
        & (rows["division"] == "430400")
        & ~rows["is_withdrawn"]
    ]["value"]
    assert len(found) <= 1
    return None if found.empty else float(found.iloc[0])
