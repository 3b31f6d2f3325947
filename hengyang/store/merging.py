"""Small files of a table put together: as many rows as before, in fewer files."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
from deltalake import CommitProperties, DeltaTable
from deltalake._internal import DeltaFileSystemHandler
from deltalake.exceptions import CommitFailedError, DeltaError
from deltalake.transaction import AddAction, RemoveAction
from pyarrow.parquet import ParquetFile, write_table

from hengyang.store.delta import COMMIT_ALONE, spoken

#: So many files of a partition are worth merging: a year of monthly reports.
_MERGED_FROM = 12
_MERGE_TRIES = 5
#: Partitions merged by one commit: few enough that it is soon there, before anybody else's.
_MERGED_AT_ONCE = 8


class Merged(NamedTuple):
    """Small files of a table: so many were merged, or would be; so many were left, for others were always first."""

    files: int
    left: int = 0


def merge(url: str, *, dry_run: bool, partition: tuple[str, str] | None = None) -> Merged:
    """Put the rows of each partition (of a divided table perhaps only one: its column and value) that lie in many files into one.

    Rows stay as they are and so does what anybody reads; the merged files stay for deltalake's week, for readers that
    have just opened the table, and are leftovers then. Who appends meanwhile is not held up; where somebody does again
    and again, this gives up.
    """
    merged, refused = 0, 0
    with spoken(url):
        while True:
            table = DeltaTable(url)
            divided = _by_partition(table, partition).values()
            many = [files for files in divided if len(files) >= _MERGED_FROM]
            if dry_run:
                return Merged(sum(map(len, many)))
            if not many or refused == _MERGE_TRIES:
                break
            now = many[:_MERGED_AT_ONCE]
            if _is_merged(table, now):
                merged += sum(map(len, now))
                refused = 0
            else:
                refused += 1
        if merged:
            with suppress(DeltaError, OSError):
                DeltaTable(url).create_checkpoint()
    return Merged(merged, sum(map(len, many)))


def _is_merged(table: DeltaTable, many: Sequence[Sequence[Mapping[str, Any]]]) -> bool:
    """Write a file for each partition's and commit them in place of these; False when somebody has committed meanwhile.

    deltalake 1.6 sees no conflict between two that take the same files away, and would leave every row twice:
    neither in its own optimize.compact nor here, if it were let to look again. So this commit is the next one or none.
    """
    metadata = table.metadata()
    found_by = metadata.configuration.get("delta.dataSkippingStatsColumns")
    actions: list[AddAction | RemoveAction] = []
    for files in many:
        actions += [_merged(table, files, found_by), *map(_superseded, files)]
    written = [action.path for action in actions if isinstance(action, AddAction)]
    try:
        table.create_write_transaction(
            actions,
            "append",
            table.schema(),
            metadata.partition_columns,
            commit_properties=CommitProperties(max_commit_retries=0),
            post_commithook_properties=COMMIT_ALONE,
        )
    except CommitFailedError:
        table.update_incremental()
        # It may stand all the same: an object store is asked again after an answer that was lost, and refuses then.
        known = {uri.rsplit("/", 1)[-1] for uri in table.file_uris()}
        if any(path.rsplit("/", 1)[-1] in known for path in written):
            return True
        with suppress(OSError):
            for path in written:
                _place(table).delete_file(path)
        return False
    return True


def _by_partition(
    table: DeltaTable, only: tuple[str, str] | None
) -> dict[str, list[dict[str, Any]]]:
    """Folder below the table ("" for one that is not divided) → its files, as the log has them."""
    files = pa.table(table.get_add_actions())
    told = [name for name in ("path", "size_bytes", "partition") if name in files.column_names]
    found: dict[str, list[dict[str, Any]]] = {}
    for file in files.select(told).to_pylist():
        if only and (file.get("partition") or dict([only]))[only[0]] != only[1]:
            continue
        found.setdefault(file["path"].rpartition("/")[0], []).append(file)
    return found


def _merged(
    table: DeltaTable, files: Sequence[Mapping[str, Any]], found_by: str | None
) -> AddAction:
    """Write the rows of the files into one more, which nobody sees until the commit that names it."""
    place = _place(table)
    rows = pa.concat_tables(
        [
            ParquetFile(pa.BufferReader(place.open_input_file(file["path"]).read(None))).read()
            for file in files
        ],
        promote_options="default",
    )
    sink = pa.BufferOutputStream()
    write_table(rows, sink)
    content = sink.getvalue().to_pybytes()
    folder, slash, _ = files[0]["path"].rpartition("/")
    path = f"{folder}{slash}merged-{uuid4().hex}.parquet"
    stream = place.open_output_stream(path, None)
    stream.write(content)
    stream.close()
    return AddAction(
        path,
        len(content),
        files[0].get("partition") or {},
        _now_ms(),
        data_change=False,
        stats=_statistics(rows, found_by),
    )


def _place(table: DeltaTable) -> Any:
    # Its stubs know less than it can.
    return DeltaFileSystemHandler.from_table(table._table)


def _superseded(file: Mapping[str, Any]) -> RemoveAction:
    return RemoveAction(
        file["path"],
        data_change=False,
        deletion_timestamp=_now_ms(),
        size=file["size_bytes"],
        partition_values=file.get("partition") or {},
    )


def _now_ms() -> int:
    return time.time_ns() // 10**6


def _statistics(rows: pa.Table, column: str | None) -> str:
    """What the log keeps of a file: its rows, and of one column the least and the greatest value."""
    found: dict[str, Any] = {"numRecords": len(rows)}
    if column is not None:
        span = pc.min_max(rows[column]).as_py()
        found |= {
            "minValues": {column: span["min"]},
            "maxValues": {column: span["max"]},
            "nullCount": {column: rows[column].null_count},
        }
    return json.dumps(found)
