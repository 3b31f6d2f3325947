"""A roll-up of all plans of a lake in one process and with workers: the same bits, how long, how much memory.

`python -m tests.measure.rollup LAKE [--workers 2]` prints it as JSON.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from threading import Event, Thread
from typing import Any

import pandas as pd
import psutil

from hengyang import lake, store
from hengyang.lake.rolling import WORKER_MEMORY

_LOOK_SECONDS = 0.25


class _Peaks:
    """The most memory that this process, or each of its workers, held meanwhile: looked at four times a second."""

    def __init__(self) -> None:
        self.of_process: dict[int, float] = {}
        self._done = Event()
        self._watch = Thread(target=self._look, daemon=True)

    def __enter__(self) -> _Peaks:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watch.join()

    def _look(self) -> None:
        own = psutil.Process()
        while not self._done.wait(_LOOK_SECONDS):
            for one in (own, *own.children(recursive=True)):
                try:
                    held = one.memory_info().rss / 2**20
                except psutil.Error:
                    continue
                self.of_process[one.pid] = max(self.of_process.get(one.pid, 0.0), held)


def _timed(work: Callable[[], lake.RollUp]) -> tuple[lake.RollUp, float, dict[int, float]]:
    with _Peaks() as peaks:
        start = time.perf_counter()
        found = work()
        took = time.perf_counter() - start
    return found, took, peaks.of_process


def measured(url: str, workers: int = 2) -> dict[str, Any]:
    """Seconds and megabytes of both ways; fails when the workers find another bit than one process."""
    own = psutil.Process().pid
    there, workers_s, with_workers = _timed(lambda: lake.roll_up(url, store.DEMO, workers=workers))
    here, alone_s, alone = _timed(lambda: lake.roll_up(url, store.DEMO))
    # Dask starts a small process besides, that only tidies up.
    held = sorted(peak for pid, peak in with_workers.items() if pid != own)[-workers:]
    assert here.submission == there.submission
    for name, frame in here.frames.items():
        pd.testing.assert_frame_equal(frame, there.frames[name], check_exact=True)
    return {
        "plans": here.plan_count,
        "workers": workers,
        "alone_s": alone_s,
        "alone_mb": alone[own],
        "workers_s": workers_s,
        "worker_mb": held,
        "limit": WORKER_MEMORY,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lake")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    print(json.dumps(measured(given.lake, given.workers), indent=1))


if __name__ == "__main__":
    main()
