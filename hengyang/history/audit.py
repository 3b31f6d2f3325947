"""The audit log: who did what when, why, with which file, and how much of it became visible."""

from __future__ import annotations

import pandas as pd

from hengyang.history.releases import BROUGHT
from hengyang.schema import TABLES

_FACTS = (
    "event",
    "at",
    "release",
    "actor",
    "reason",
    "submission",
    "base",
    "file_name",
    "file_sha256",
)
#: What only the submitting of a proposal says: review.event_log.
SUBMITTED_WITH = ("left_out", "confirmed", "unconfirmed")
#: The event that a release is; the others are steps of a proposal.
PUBLISHED = "published"


def audit(
    releases: pd.DataFrame, counted: pd.DataFrame, steps: pd.DataFrame | None = None
) -> pd.DataFrame:
    """One row an event, the newest first: each release, and each step on the way to one.

    releases: Store.releases; counted: `brought` of the same store; steps: event, at, actor, reason, submission, base,
    file_name, file_sha256, left_out, confirmed, unconfirmed (review.event_log). Columns: event (published, or the step), at, release (missing for a step), actor,
    reason, submission, base (the release that it was checked against), file_name, file_sha256, the three of a submitting, added, changed, repeated, withdrawn
    (cells of all tables), then one column a table that was ever touched: the rows it got; all missing for a step.
    """
    rows = counted.assign(rows=counted[list(BROUGHT)].sum(axis=1))
    per_table = rows.pivot_table(index="release", columns="table", values="rows", aggfunc="sum")
    touched = [name for name in TABLES if name in per_table.columns]
    totals = counted.groupby("release")[list(BROUGHT)].sum()
    published = releases.rename(columns={"published_at": "at"}).assign(event=PUBLISHED)
    log = published[list(_FACTS)].join(totals, on="release").join(per_table[touched], on="release")
    numbers = [*BROUGHT, *touched]
    log[numbers] = log[numbers].fillna(0).astype("Int64")
    if steps is not None and len(steps):
        # Steps first: of two events of one moment the release came last.
        log = pd.concat([steps.assign(release=pd.array([pd.NA] * len(steps), "Int64")), log])
    log = log.reindex(columns=[*_FACTS, *SUBMITTED_WITH, *numbers])
    ordered = log.sort_values("at", kind="stable")
    return ordered.iloc[::-1].reset_index(drop=True)
