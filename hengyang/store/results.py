"""What is worked out of all plans of a lake: tables of results under releases of their own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime

import pandas as pd

from hengyang.errors import DataMissing, StaleRelease
from hengyang.schema import RELEASES, ROLLUP_TABLES, Column
from hengyang.store import delta
from hengyang.store.location import ROLLUP, holds_simulated
from hengyang.store.store import Store

_SUBMISSION = Column("submission")


def publish_results(
    url: str | os.PathLike[str],
    workspace: str,
    frames: Mapping[str, pd.DataFrame],
    *,
    submission: str,
    actor: str,
    reason: str,
    published_at: datetime,
) -> int:
    """Publish what a roll-up found (schema.ROLLUP_TABLES by name) as one release; its number.

    The same submission with the same rows keeps the number it has while it is the newest; after another it is
    published anew, for readers see the newest. Raises: SchemaMismatch for unfit rows, and for a
    submission that brought other rows before.
    """
    store = _results(url, workspace)
    store.create_releases()
    known = store.releases()["submission"]
    if submission in set(known) and known.iloc[-1] != submission:
        submission = f"{submission}-after-{len(known)}"
    counts, marks = {}, {}
    for table in ROLLUP_TABLES:
        rows = table.validate(frames[table.name]).assign(submission=submission)
        schema = table.arrow_schema(extra=(_SUBMISSION,))
        address = store.own(table.name)
        counts[table.name], marks[table.name] = len(rows), delta.fingerprint(rows)
        delta.create(address, schema, table.row)
        delta.append_once(
            address, delta.to_arrow(rows, schema), submission, marks[table.name], {"reason": reason}
        )
    store.mark_complete({submission: counts}, {submission: marks})
    while True:
        try:
            base = store.latest_release()
            return store.publish(submission, base, actor, reason, published_at)
        except StaleRelease:
            # Another roll-up was published meanwhile; what this one found is as true as before.
            continue


def result_releases(url: str | os.PathLike[str], workspace: str) -> pd.DataFrame:
    """The releases of the results (schema.RELEASES), oldest first; empty before the first roll-up."""
    store = _results(url, workspace)
    return store.releases() if store.is_there() else RELEASES.empty()


def read_results(
    url: str | os.PathLike[str], workspace: str, release: int | None = None
) -> tuple[dict[str, pd.DataFrame], int]:
    """Table name → the rows of a release of the results (the newest when None), and its number.

    What it takes does not grow with the roll-ups before. Raises: DataMissing when there is no such release.
    """
    store = _results(url, workspace)
    known = result_releases(url, workspace)
    number = release or int(known["release"].max() if len(known) else 0)
    named = known.loc[known["release"] == number, "submission"]
    if named.empty:
        raise DataMissing(f"no roll-up {number} in {url}", key="lake-no-rollup", name=ROLLUP)
    within = {_SUBMISSION.name: (str(named.iloc[0]), str(named.iloc[0]))}
    found = {}
    for table in ROLLUP_TABLES:
        rows = delta.read(store.own(table.name), within).to_pandas(date_as_object=False)
        frame = table.coerce(rows[list(table.column_names)])
        found[table.name] = frame.sort_values(list(table.key), ignore_index=True)
    return found, number


def _results(url: str | os.PathLike[str], workspace: str) -> Store:
    holds_simulated(workspace)
    return Store(str(url), workspace, ROLLUP)
