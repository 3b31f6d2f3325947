"""Writers that are killed, and writers that run at once: what the store must be like afterwards."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter

import pandas as pd

from hengyang import review
from hengyang.review import State
from hengyang.store import Store, open_store
from tests.review.builders import REVIEWER
from tests.review.writer import INDICATOR, clock, day_of
from tests.sources import ROOT


def started(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.review.writer", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def killed_while_publishing(store: Store, kills: int, ahead: int, seed: int = 7) -> Counter[str]:
    """Kill so many writers at random moments of their publishing, and check after each.

    Counts how many were unpublished, published unanswered, and answered when they died. `ahead` writers are started
    before they are needed, for starting one takes longer than publishing. The first is let live: from how long it
    takes the moments are chosen, so that they fall into the publishing on a slow machine too.
    """
    chance = random.Random(seed)
    takes_s = published_alive(store)
    waiting: list[tuple[int, subprocess.Popen[str]]] = []
    numbers = iter(range(1, kills + 1))
    outcomes: Counter[str] = Counter()
    try:
        for _ in range(kills):
            while len(waiting) < ahead and (number := next(numbers, None)) is not None:
                waiting.append((number, started("once", store.url, number)))
            number, process = waiting.pop(0)
            assert process.stdin is not None
            assert process.stdout is not None
            ready = process.stdout.readline().split()
            assert ready[:1] == ["ready"], ready
            process.stdin.write("\n")
            process.stdin.flush()
            time.sleep(chance.uniform(0, 1.3 * takes_s))
            process.send_signal(signal.SIGKILL)
            said = process.stdout.read().split()
            process.wait()
            outcome = check_one(store.url, number, ready[1], int(said[1]) if said else None)
            outcomes[outcome] += 1
    finally:
        for _, process in waiting:
            process.kill()
            process.wait()
    return outcomes


def published_alive(store: Store) -> float:
    """Let a writer publish in peace: how long it takes, s."""
    process = started("once", store.url, 0)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stdout.readline().startswith("ready")
    begun = time.monotonic()
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline().startswith("released")
    takes_s = time.monotonic() - begun
    process.communicate()
    return takes_s


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
    tables, day = store.read(), day_of(number)
    return (
        int((tables.observations["reference_date"] == day).sum()),
        int((tables.milestone_reports["reference_date"] == day).sum()),
    )


def run_together(store: Store, writers: int, turns: int, *, sharing: int) -> int:
    """Let writers publish at once, `sharing` of them the same cell; check all; the number of refusals told."""
    processes = [
        started("many", store.url, number, turns, int(number <= sharing))
        for number in range(1, writers + 1)
    ]
    said = [process.communicate()[0].splitlines() for process in processes]
    assert [process.returncode for process in processes] == [0] * writers
    released = [line.split() for lines in said for line in lines if line.startswith("released")]
    assert len(released) == writers * turns
    numbers = sorted(int(words[1]) for words in released)
    assert numbers == list(range(2, writers * turns + 2)), "one number each, none left out"
    opened = open_store(store.url, "demo")
    assert opened.release_numbers() == [1, *numbers]
    assert (opened.releases()["base"] == opened.releases()["release"] - 1).all()
    rows = opened.released_rows()["observations"]
    written = {
        (int(row["release"]), float(row["value"]), str(pd.Timestamp(row["reference_date"]).date()))
        for row in rows[rows["indicator"] == INDICATOR].to_dict("records")
    }
    assert written == {(int(words[1]), float(words[2]), words[3]) for words in released}
    return sum(line.startswith("refused") for lines in said for line in lines)
