"""Delta Lake tables: create, open, append, read. No error of deltalake leaves this module untranslated.

deltalake is not fork-safe: share a store between threads or spawned processes, never forked ones.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from threading import Lock

import pandas as pd
import pyarrow as pa
from cachetools import LRUCache
from deltalake import (
    CommitProperties,
    DeltaTable,
    PostCommitHookProperties,
    Transaction,
    write_deltalake,
)
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError
from pyarrow.parquet import ParquetFile

from hengyang.errors import DataMissing, PlanError, SchemaMismatch, StaleRelease
from hengyang.store.opened import opened

#: Rows are only ever added; the log is kept for good, because it says who published what and why.
_SETTINGS: Mapping[str, str | None] = {
    "delta.appendOnly": "true",
    "delta.enableExpiredLogCleanup": "false",
}
#: A commit that stands must not be told as one that failed, because there was no room for a checkpoint after it:
#: deltalake writes none by itself.
COMMIT_ALONE = PostCommitHookProperties(create_checkpoint=False, cleanup_expired_logs=False)
_CHECKPOINT_EVERY = 10
#: Files, and tables that were read whole by the names of their files, 64 MB of the last used ones. No file ever changes
#: and deltalake gives each a name that no other has, in a copy of the store too: the same names are the same rows.
_READ_LATELY: LRUCache[str | frozenset[str], pa.Table] = LRUCache(
    64 * 2**20, getsizeof=lambda rows: rows.nbytes + 1
)
_LATELY = Lock()
#: deltalake's own 15 are too few when many append at once; appends never conflict in substance.
_APPEND_RETRIES = 200


def fingerprint(frame: pd.DataFrame) -> int:
    """A positive 62-bit number that differs when any value, column name or row order differs."""
    digest = hashlib.sha256("\x1f".join(map(str, frame.columns)).encode())
    text = frame.astype(dict.fromkeys(frame.select_dtypes("category").columns, "str"))
    digest.update(pd.util.hash_pandas_object(text, index=False).to_numpy().tobytes())
    return int.from_bytes(digest.digest()[:8]) >> 2


def to_arrow(frame: pd.DataFrame, schema: pa.Schema) -> pa.Table:
    """The frame as Arrow stores it; categories become their words, days become days."""
    columns = []
    for entry in schema:
        values = frame[entry.name]
        if pa.types.is_date32(entry.type):
            columns.append(pa.array(values).cast(pa.date32()))
        elif isinstance(values.dtype, pd.CategoricalDtype):
            columns.append(pa.array(values.astype("object"), type=entry.type, from_pandas=True))
        else:
            columns.append(pa.array(values, type=entry.type, from_pandas=True))
    return pa.table(columns, schema=schema)


def exists(url: str) -> bool:
    """Whether a table lies at the address."""
    with spoken(url):
        return bool(DeltaTable.is_deltatable(url))


def create(
    url: str,
    schema: pa.Schema,
    description: str,
    partitions: Sequence[str] = (),
    *,
    found_by: str = "submission",
) -> None:
    """Make an empty table; nothing happens when it is there already, also when another process wins.

    `found_by` is the column that `within` of read_with_version asks for. Of it alone the log keeps the least and the
    greatest value of each file: with those of every column, opening a table of many plans takes four times as long.
    """
    try:
        DeltaTable.create(
            url,
            schema,
            mode="ignore",
            partition_by=list(partitions) or None,
            description=description,
            configuration={**_SETTINGS, "delta.dataSkippingStatsColumns": found_by},
        )
    except DeltaError:
        if not exists(url):
            raise PlanError(f"cannot create {url}", detail=url) from None
    except OSError as error:
        raise PlanError(f"cannot create {url}: {error}", detail=url) from error


def read(
    url: str,
    within: Mapping[str, tuple[str, str]] | None = None,
    partition: tuple[str, str] | None = None,
) -> pa.Table:
    """Every row of the table as it is now, released or not; or those that read_with_version would find."""
    return read_with_version(url, within, partition)[0]


def append_once(
    url: str, rows: pa.Table, submission: str, mark: int, metadata: Mapping[str, str]
) -> None:
    """Add the rows, unless this submission has already added them here; as append_each_once."""
    append_each_once(url, {submission: (rows, mark)}, metadata)


def append_each_once(
    url: str, parts: Mapping[str, tuple[pa.Table, int]], metadata: Mapping[str, str]
) -> None:
    """Add, in one commit, the rows of those submissions that have not yet added them here.

    `parts` maps a submission to its rows and their mark. The table's log remembers the marks in the same commit as
    the rows, so a repeated append after a crash, or by a second process, adds nothing, however it is grouped.
    Raises: SchemaMismatch when a submission brought other rows before.
    """
    with spoken(url):
        missing: list[str] = []
        while True:
            before = missing
            try:
                with opened(url) as table:
                    missing = [
                        name
                        for name, (_, mark) in parts.items()
                        if not _already_appended(table, name, mark)
                    ]
                    if missing:
                        _append(
                            table,
                            pa.concat_tables([parts[name][0] for name in missing]),
                            CommitProperties(
                                custom_metadata=dict(metadata),
                                max_commit_retries=_APPEND_RETRIES,
                                app_transactions=[
                                    Transaction(name, parts[name][1]) for name in missing
                                ],
                            ),
                        )
                    return
            except CommitFailedError:
                # Another process may have added some of them meanwhile; if it has not, trying again is no use.
                if missing == before:
                    raise


def append_checked(
    url: str, seen_version: int, rows: pa.Table, metadata: Mapping[str, str]
) -> None:
    """Add the rows only if nobody has committed since the version that the caller looked at.

    Raises: StaleRelease when somebody has.
    """
    _append_unless_overtaken(
        url,
        seen_version,
        rows,
        CommitProperties(custom_metadata=dict(metadata), max_commit_retries=0),
    )


def append_about(url: str, seen_version: int, rows: pa.Table, about: str) -> None:
    """Add the rows only if nobody has added any about the same since the version that the caller looked at.

    Commits about something else are no obstacle. Raises: StaleRelease when somebody has.
    """
    # Of two commits that carry a transaction of one name, the one that has not seen the other fails, whatever number
    # either gives it.
    mine = Transaction(about, seen_version + 1)
    _append_unless_overtaken(
        url,
        seen_version,
        rows,
        CommitProperties(max_commit_retries=_APPEND_RETRIES, app_transactions=[mine]),
    )


def read_with_version(
    url: str,
    within: Mapping[str, tuple[str, str]] | None = None,
    partition: tuple[str, str] | None = None,
) -> tuple[pa.Table, int]:
    """Every row (of one partition: its column and value), and the version of the table that they belong to.

    `within` maps a column to the least and the greatest value asked for. Files that can hold none of these stay
    closed, for the log knows the least and the greatest of each: so this takes no longer as other rows gather.
    """
    predicate = " AND ".join(
        f"{name} >= {_literal(least)} AND {name} <= {_literal(greatest)}"
        for name, (least, greatest) in {
            **({partition[0]: (partition[1], partition[1])} if partition else {}),
            **(within or {}),
        }.items()
    )
    with spoken(url), opened(url) as table:
        rows = pa.table(table.scan(predicate=predicate)) if within else _whole(table, partition)
        return rows, table.version()


def commits(url: str) -> list[dict[str, object]]:
    """The table's commits, newest first, with who, when and why."""
    with spoken(url):
        return DeltaTable(url).history()


def checkpoint(url: str) -> None:
    """Write down the table's state, so that opening it need not replay every commit; changes no row."""
    with spoken(url):
        DeltaTable(url).create_checkpoint()


def leftovers(url: str, *, dry_run: bool) -> list[str]:
    """Files that no commit names, or that were merged, for longer than deltalake's week; unless dry_run they are removed.

    Rows are only ever added: every row that was committed is in a file that stays.
    """
    with spoken(url):
        table = DeltaTable(url)
        found = sorted(table.vacuum(dry_run=True, full=True))
        if found and not dry_run:
            # Only with something to remove: a vacuum adds a commit to the log even when it removes nothing.
            table.vacuum(dry_run=False, full=True)
        return found


def _whole(table: DeltaTable, partition: tuple[str, str] | None = None) -> pa.Table:
    asked = [(partition[0], "=", partition[1])] if partition else None
    uris = table.file_uris(file_pruning_predicate=asked)
    files = frozenset(uri.rsplit("/", 1)[-1] for uri in uris)
    with _LATELY:
        known = _READ_LATELY.get(files)
    if known is not None:
        return known
    if not uris:
        return pa.schema(table.schema().to_arrow()).empty_table()
    is_divided = partition is None and table.metadata().partition_columns
    if not is_divided and all(map(os.path.isfile, uris)):
        rows = pa.concat_tables(map(_file, uris), promote_options="default")
        if partition:
            rows = rows.append_column(partition[0], pa.repeat(partition[1], len(rows)))
    else:
        predicate = f"{partition[0]} = {_literal(partition[1])}" if partition else None
        rows = pa.table(table.scan(predicate=predicate))
    _keep(files, rows)
    return rows


def _file(uri: str) -> pa.Table:
    """A file of this machine. Read one by one, for after a publish all but its own are known already.

    deltalake's scan plans a query for each table, which takes twice as long as reading it.
    """
    name = uri.rsplit("/", 1)[-1]
    with _LATELY:
        known = _READ_LATELY.get(name)
    if known is None:
        with ParquetFile(uri) as file:
            known = file.read(use_threads=False)
        _keep(name, known)
    return known


def _keep(name: str | frozenset[str], rows: pa.Table) -> None:
    if name and rows.nbytes < _READ_LATELY.maxsize:
        with _LATELY:
            _READ_LATELY[name] = rows


def _append(
    table: DeltaTable,
    rows: pa.Table,
    properties: CommitProperties,
) -> None:
    write_deltalake(
        table,
        rows,
        mode="append",
        # A table made before a column was declared gets it with the first row that knows it.
        schema_mode="merge",
        commit_properties=properties,
        post_commithook_properties=COMMIT_ALONE,
    )
    if table.version() % _CHECKPOINT_EVERY == 0:
        # Without it readers replay some more commits, until the next one.
        with suppress(DeltaError, OSError):
            table.create_checkpoint()


def _append_unless_overtaken(
    url: str, seen_version: int, rows: pa.Table, properties: CommitProperties
) -> None:
    with spoken(url), opened(url) as table:
        if table.version() != seen_version:
            table.load_as_version(seen_version)
        try:
            _append(table, rows, properties)
        except CommitFailedError as error:
            raise StaleRelease(f"somebody else was first: {error}") from error


def _literal(text: str) -> str:
    quoted = text.replace("'", "''")
    return f"'{quoted}'"


def _already_appended(table: DeltaTable, submission: str, mark: int) -> bool:
    seen = table.transaction_version(submission)
    if seen is not None and seen != mark:
        name = table.table_uri.rstrip("/").rsplit("/", 1)[-1]
        raise SchemaMismatch(
            f"submission {submission} brought other rows to {name} before",
            faults=pd.DataFrame(
                [
                    {
                        "column": "submission",
                        "check": "submission_differs",
                        "row": None,
                        "value": submission,
                    }
                ]
            ),
            table=name,
        )
    return seen is not None


@contextmanager
def spoken(url: str) -> Iterator[None]:
    """Say deltalake's errors in the words of hengyang.errors."""
    name = url.rstrip("/").rsplit("/", 1)[-1]
    try:
        yield
    except TableNotFoundError as error:
        raise DataMissing(f"no table at {url}", name=name) from error
    except (DeltaError, OSError, pa.ArrowInvalid) as error:
        raise PlanError(f"{url}: {error}", detail=f"{name}: {error}") from error
