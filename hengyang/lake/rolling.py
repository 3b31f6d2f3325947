"""The standings of all plans of a lake: one pure function mapped over the plans by Dask.

In this process one plan after the other, on workers of this machine, or on a scheduler that is there already: the
same rows, bit for bit. Workers are spawned, never forked, because deltalake is not fork-safe.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from hengyang import store
from hengyang.errors import DataMissing, PlanError
from hengyang.lake.standing import NEEDED_TABLES, ranked, standing_of
from hengyang.progress import METHOD_VERSION, default_as_of

if TYPE_CHECKING:
    from distributed import Client

#: Told after each plan: how many are done, of how many.
Progress = Callable[[int, int], None]
#: What a worker of this machine may hold before Dask pauses and then restarts it.
WORKER_MEMORY = "1GiB"
#: A plan whose worker dies is given to another so often.
_FAILURES_BORNE = 5
_CONNECT_SECONDS = 20


@dataclass(frozen=True)
class RollUp:
    """What was found. `frames` has schema.STANDINGS and schema.PLAN_LIGHTS by name, in the order of their plans.

    `submission` names the same plans at the same releases on the same day with the same result, and nothing else.
    """

    as_of: date
    plan_count: int
    submission: str
    frames: dict[str, pd.DataFrame]


def roll_up(
    url: str,
    workspace: str,
    as_of: date | None = None,
    *,
    scheduler: str | None = None,
    workers: int = 0,
    progress: Progress = lambda done, count: None,
) -> RollUp:
    """Standings and lights of every plan of the lake on one day, the last that any plan has a value for when None.

    `scheduler` is the address of a Dask scheduler whose workers reach the lake and have this package; `workers`
    starts so many processes here instead; without either everything happens in this process.
    Raises: DataMissing for a lake without plans; PlanError for a scheduler that does not answer, and when workers
    keep dying.
    """
    plans = list(store.lake_plans(url, workspace)["plan"])
    if not plans:
        raise DataMissing(f"no plans in {url}", key="lake-error-no-plans", name=url)
    with _mapped(scheduler, workers) as over:
        if as_of is None:
            last = over(_last_day, [(url, workspace, plan) for plan in plans], lambda *_: None)
            as_of = max(last)
        found = over(_standing, [(url, workspace, plan, as_of) for plan in plans], progress)
    standings = ranked(pd.concat([one for one, _ in found], ignore_index=True))
    lights = pd.concat([rows for _, rows in found], ignore_index=True)
    frames = {"standings": standings, "plan_lights": lights}
    return RollUp(as_of, len(plans), _submission(as_of, frames), frames)


def _last_day(asked: tuple[str, str, str]) -> date:
    tables = store.open_store(*asked).read(names=("plan", "observations", "milestone_reports"))
    return default_as_of(tables)


def _standing(asked: tuple[str, str, str, date]) -> tuple[pd.DataFrame, pd.DataFrame]:
    url, workspace, plan, as_of = asked
    tables = store.open_store(url, workspace, plan).read(names=NEEDED_TABLES)
    return standing_of(tables, as_of, is_simulated=store.WORKSPACES[workspace])


Mapped = Callable[[Callable[[Any], Any], Sequence[Any], Progress], list[Any]]


@contextmanager
def _mapped(scheduler: str | None, workers: int) -> Iterator[Mapped]:
    """over(function, arguments, progress): the answers in the order of the arguments."""
    if scheduler is None and not workers:
        yield _one_after_the_other
        return
    with _client(scheduler, workers) as client:
        yield lambda function, asked, progress: _on(client, function, asked, progress)


def _one_after_the_other(
    function: Callable[[Any], Any], asked: Sequence[Any], progress: Progress
) -> list[Any]:
    found = []
    for one in asked:
        found.append(function(one))
        progress(len(found), len(asked))
    return found


def _on(
    client: Client, function: Callable[[Any], Any], asked: Sequence[Any], progress: Progress
) -> list[Any]:
    from distributed import as_completed
    from distributed.scheduler import KilledWorker

    futures = client.map(function, asked, pure=False, retries=_FAILURES_BORNE)
    try:
        for done, _ in enumerate(as_completed(futures), start=1):
            progress(done, len(asked))
        return list(client.gather(futures))
    except KilledWorker as error:
        raise PlanError(str(error), key="lake-error-workers", detail=str(error)) from error


@contextmanager
def _client(scheduler: str | None, workers: int) -> Iterator[Client]:
    import dask
    from distributed import Client, LocalCluster

    # Nothing looks in from outside, and nothing is told to anybody: no dashboard.
    settings = {
        "distributed.worker.multiprocessing-method": "spawn",
        "distributed.scheduler.allowed-failures": _FAILURES_BORNE,
    }
    with dask.config.set(settings):
        if scheduler is not None:
            try:
                with Client(scheduler, timeout=_CONNECT_SECONDS) as client:
                    yield client
            except (OSError, ValueError) as error:
                raise PlanError(
                    str(error), key="lake-error-scheduler", address=scheduler
                ) from error
            return
        nannies = logging.getLogger("distributed.nanny")
        level = nannies.level
        try:
            with (
                LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    memory_limit=WORKER_MEMORY,
                    dashboard_address=None,
                    host="127.0.0.1",
                ) as cluster,
                Client(cluster) as client,
            ):
                yield client
                # All answers are here. Python takes a worker's heap of hundreds of megabytes down piece by piece, on
                # a busy machine for longer than the four seconds after which Dask kills it and warns of that.
                nannies.setLevel(logging.ERROR)
        finally:
            nannies.setLevel(level)


def _submission(as_of: date, frames: dict[str, pd.DataFrame]) -> str:
    digest = hashlib.sha256(str(METHOD_VERSION).encode())
    for name in sorted(frames):
        text = frames[name].astype(
            dict.fromkeys(frames[name].select_dtypes("category").columns, "str")
        )
        digest.update(pd.util.hash_pandas_object(text, index=False).to_numpy().tobytes())
    return f"rollup-{as_of.isoformat()}-{digest.hexdigest()[:16]}"
