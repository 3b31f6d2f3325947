"""A worker that is killed in the middle of a roll-up changes nothing of its result."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import dask
import pandas as pd
from distributed import Client, LocalCluster

from hengyang import lake, store
from tests.measure import plans

_PLANS = 12


def test_a_killed_worker_changes_no_bit(store_url: str, tmp_path: Path) -> None:
    base = dict(store.open_store(store_url, store.DEMO).read().frames)
    plans.fill(str(tmp_path), _PLANS, base=base)
    here = lake.roll_up(str(tmp_path), store.DEMO)
    killed: list[int] = []
    with (
        dask.config.set({"distributed.worker.multiprocessing-method": "spawn"}),
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        Client(cluster) as client,
    ):
        processes = client.run(os.getpid)

        def kill_one(done: int, count: int) -> None:
            if done == 3 and count == _PLANS:
                killed.append(next(iter(processes.values())))
                os.kill(killed[0], signal.SIGKILL)

        there = lake.roll_up(
            str(tmp_path),
            store.DEMO,
            scheduler=cluster.scheduler_address,
            progress=kill_one,
        )
    assert killed
    assert here.submission == there.submission
    for name, frame in here.frames.items():
        pd.testing.assert_frame_equal(frame, there.frames[name], check_exact=True)
