"""Delta tables that this process has open: opened once, then brought up to date by the commits since."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from cachetools import LRUCache
from deltalake import DeltaTable

#: A commit as it lies on the disk: device, inode, time.
_Commit = tuple[int, int, int]


class _Idle(NamedTuple):
    """A table nobody uses at the moment, the last commit it knows, and the version at which it was opened."""

    table: DeltaTable
    last: _Commit
    since: int


#: A table is taken out of here while it is used, so that no other thread moves it on meanwhile.
_IDLE: LRUCache[str, _Idle] = LRUCache(128)
_LOCK = Lock()
#: Commits after which a table is opened anew: one that is open never learns of checkpoints, and replays ever more.
FOLLOWED = 10


@contextmanager
def opened(url: str) -> Iterator[DeltaTable]:
    """The table as it is now, for this caller alone until the block ends.

    Opening replays the log since its last checkpoint; of a table that is open only what was committed since is read.
    It is opened anew after an error, where the last commit it knew is another or gone (the store was made anew, or a
    copy of it put back), and in an object store always, where that cannot be told.
    """
    with _LOCK:
        idle = _IDLE.pop(url, None)
    if idle is not None and idle.last == _commit(url, idle.table.version()):
        table, since = idle.table, idle.since
        table.update_incremental()
    else:
        table = DeltaTable(url)
        since = table.version()
    before = table.version()
    known = _commit(url, before)
    yield table
    last = _commit(url, table.version())
    # What the block did not move on is as it was before it: another commit lies there if the store was made anew since.
    if last is None or (table.version() == before and last != known):
        return
    if table.version() < since + FOLLOWED:
        with _LOCK:
            _IDLE[url] = _Idle(table, last, since)


def _commit(url: str, version: int) -> _Commit | None:
    """None where there is no such commit on this machine."""
    try:
        found = Path(url, "_delta_log", f"{version:020}.json").stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns
