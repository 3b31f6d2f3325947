"""What lies beside a workspace's releases: event tables that another room declares, and received files.

The room that needs a table declares it (schema.Table) and knows what its rows mean; here they are only added and
read, so that nobody but the store touches a table file.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pyarrow as pa

from hengyang.errors import DataMissing
from hengyang.remembered import remembered
from hengyang.schema import RELEASES, TABLES, Table
from hengyang.store import delta, received, seen
from hengyang.store.location import holds_simulated
from hengyang.store.rows import SUBMISSIONS, rows_to_append
from hengyang.store.store import Store

_RECEIVED = "received"


def read_events(store: Store, table: Table, about: str | None = None) -> tuple[pd.DataFrame, int]:
    """The rows of an auxiliary table in the order of its key, and the version that they belong to.

    `about` leaves those whose key begins with this value, and what it takes to read does not grow with the others.
    Without a row yet it is empty, at version 0. All rows are one frame until some are added: never mutate.
    """
    url = _at(store, table)
    if not delta.exists(url):
        return seen.without_rows(table), 0
    within = None if about is None else {table.key[0]: (about, about)}
    arrow, version = delta.read_with_version(url, within)
    # What was read whole is the same object for as long as nothing comes; a part of it is a new one each time.
    return (_all_in_order if about is None else _in_order)(table, arrow), version


def _in_order(table: Table, rows: pa.Table) -> pd.DataFrame:
    if not len(rows):
        return seen.without_rows(table)
    frame = table.coerce(rows.to_pandas(date_as_object=False))
    return frame.sort_values(list(table.key), ignore_index=True)


_all_in_order = remembered(16)(_in_order)


def append_events(
    store: Store, table: Table, rows: pd.DataFrame, seen_version: int, about: str | None = None
) -> None:
    """Add rows to an auxiliary table, if nobody has added any since `seen_version` of read_events.

    With `about`, rows of others about something else are no obstacle; all of these must be about it.
    Raises: StaleRelease when somebody has: read again and judge anew; SchemaMismatch for unfit rows.
    """
    url = _at(store, table)
    arrow = delta.to_arrow(table.validate(rows), table.arrow_schema())
    if seen_version == 0:
        delta.create(url, table.arrow_schema(), table.row, found_by=table.key[0])
    if about is None:
        delta.append_checked(url, seen_version, arrow, {})
    else:
        delta.append_about(url, seen_version, arrow, about)


def append_once(store: Store, table: Table, rows: pd.DataFrame, name: str) -> None:
    """Add rows to an auxiliary table under a name, beside whoever else adds; repeated, it adds nothing twice.

    Raises: SchemaMismatch for unfit rows, and for a name that brought other rows before.
    """
    url = _at(store, table)
    checked = table.validate(rows)
    if not delta.exists(url):
        delta.create(url, table.arrow_schema(), table.row, found_by=table.key[0])
    arrow = delta.to_arrow(checked, table.arrow_schema())
    delta.append_once(url, arrow, name, delta.fingerprint(checked), {})


def keep_received(store: Store, content: bytes, suffix: str = "") -> str:
    """Keep a received file byte for byte under its sha256, which is returned; kept once however often it comes.

    Whoever looks sees the whole file or none. Raises: PlanError when it cannot be kept.
    """
    return received.keep(store.own(_RECEIVED), content, suffix)


def received_file(store: Store, sha256: str, suffix: str = "") -> bytes:
    """The bytes of a received file. Raises: DataMissing when it is not there or no longer itself."""
    return received.read(store.own(_RECEIVED), sha256, suffix)


def check_rows(
    store: Store, frames: Mapping[str, pd.DataFrame], withdrawn: Mapping[str, pd.DataFrame]
) -> None:
    """Nothing when the store would take these rows; writes nothing. Raises: DataMissing, SchemaMismatch."""
    for name in dict.fromkeys((*frames, *withdrawn)):
        if name not in TABLES:
            raise DataMissing(f"no table {name}", name=name)
        rows_to_append(
            TABLES[name],
            "checked",
            frames.get(name),
            withdrawn.get(name),
            is_simulated=holds_simulated(store.workspace),
        )


def _at(store: Store, table: Table) -> str:
    if table.name in (*TABLES, SUBMISSIONS.name, RELEASES.name, _RECEIVED):
        raise DataMissing(f"{table.name} is no auxiliary table", name=table.name)
    return store.own(table.name)
