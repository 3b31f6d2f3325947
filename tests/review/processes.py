"""Writers that are killed, and writers that run at once: what the store must be like afterwards."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import pandas as pd

from hengyang import review
from hengyang.review import State
from hengyang.store import Store, open_store
from tests.review import writer
from tests.review.builders import REVIEWER
from tests.review.writer import INDICATOR, clock, day_of

#: One server has loaded what writers need, and none of deltalake's threads: they are forked from it within a moment.
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.review.writer", "pandera.pandas"])
#: A writer that says nothing for so long is stuck, s.
_PATIENCE_S = 120


def started(work: Callable[..., None], *arguments: object) -> tuple[BaseProcess, Connection]:
    """A process at its work, which gets our end's counterpart as its last argument."""
    ours, theirs = _PROCESSES.Pipe()
    process = _PROCESSES.Process(target=work, args=(*arguments, theirs), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def heard(said: Connection) -> object:
    """The next thing said; None when the writer died before it said any."""
    assert said.poll(_PATIENCE_S), "a writer is stuck"
    try:
        return said.recv()
    except EOFError:
        return None


def killed_while_publishing(store: Store, kills: int, seed: int = 7) -> Counter[str]:
    """Kill so many writers with SIGKILL at random moments of their publishing, and check after each.

    Counts how many were unpublished, published unanswered, and answered when they died. The first is let live, to see
    how long it takes; from then on the moments move to where both ends are met, however slow the machine has become.
    """
    chance = random.Random(seed)
    _, _, within_s = published_by_another(store, 0, None)
    outcomes: Counter[str] = Counter()
    for number in range(1, kills + 1):
        moment_s = chance.uniform(0, within_s)
        proposal, acknowledged, _ = published_by_another(store, number, moment_s)
        outcome = check_one(store.url, number, proposal, acknowledged)
        within_s *= 0.8 if outcome == "answered" else 1.25
        outcomes[outcome] += 1
    return outcomes


def published_by_another(
    store: Store, number: int, killed_after_s: float | None
) -> tuple[str, int | None, float]:
    """Let another process publish, and kill it after so long (None: let it live).

    The proposal, its release if said, how long that took, s. Nobody waits on once the answer is there, so that a
    machine that was slow for a while costs no more than a publish for each kill.
    """
    proposal = writer.approved(store, day_of(number), number)
    process, said = started(writer.once, store.url, proposal.id)
    assert heard(said) == "ready"
    said.send("publish")
    begun = time.monotonic()
    if killed_after_s is not None:
        said.poll(killed_after_s)
        process.kill()
    acknowledged = heard(said)
    took_s = time.monotonic() - begun
    process.join()
    assert acknowledged is None or isinstance(acknowledged, int)
    return proposal.id, acknowledged, took_s


def check_one(url: str, number: int, proposal: str, acknowledged: int | None) -> str:
    """All of it is there, or nothing; what was acknowledged is there; what is not can be published yet."""
    store = open_store(url, "demo")
    assert store.release_numbers() == list(range(1, store.latest_release() + 1))
    found = review.proposal(store, proposal)
    seen = cells_of(store, number)
    if found.state is State.PUBLISHED:
        assert seen == (1, 1)
        assert acknowledged in (None, found.release)
        return "published unanswered" if acknowledged is None else "answered"
    assert acknowledged is None
    assert found.state is State.APPROVED
    assert seen == (0, 0)
    # Another reviewer need not wait for ever for one who has gone; here the same one tries again.
    release = review.publish(store, proposal, actor=REVIEWER, now=clock())
    assert release == store.latest_release()
    assert cells_of(store, number) == (1, 1)
    return "unpublished"


def cells_of(store: Store, number: int) -> tuple[int, int]:
    """How many of the writer's values and reports a reader sees."""
    values, reports = (
        int((store.read_with_origin(table)["reference_date"] == day_of(number)).sum())
        for table in ("observations", "milestone_reports")
    )
    return values, reports


def run_together(store: Store, writers: int, turns: int, *, sharing: int) -> int:
    """Let writers publish at once, `sharing` of them the same cell; check all; the number of refusals told."""
    at_work = [
        started(writer.many, store.url, number, turns, number <= sharing)
        for number in range(1, writers + 1)
    ]
    said: list[tuple] = []
    for process, connection in at_work:
        while (words := heard(connection)) != ("done",):
            assert isinstance(words, tuple), "a writer died"
            said.append(words)
        process.join()
    released = {words[1:] for words in said if words[0] == "released"}
    assert len(released) == writers * turns
    numbers = sorted(number for number, *_ in released)
    assert numbers == list(range(2, writers * turns + 2)), "one number each, none left out"
    opened = open_store(store.url, "demo")
    assert opened.release_numbers() == [1, *numbers]
    assert (opened.releases()["base"] == opened.releases()["release"] - 1).all()
    rows = opened.released_rows()["observations"]
    assert released == {
        (int(row["release"]), float(row["value"]), str(pd.Timestamp(row["reference_date"]).date()))
        for row in rows[rows["indicator"] == INDICATOR].to_dict("records")
    }
    assert len(review.proposals(opened, states={State.PUBLISHED})) == writers * turns
    return sum(words[0] == "refused" for words in said)
