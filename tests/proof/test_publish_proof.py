"""Publishing, killed a hundred times and by eight at once: nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from hengyang.store import Store, open_store
from tests.proof.scale import IS_WHOLE, scaled
from tests.review.processes import killed_while_publishing, run_together


@pytest.fixture
def store(planned_store: Path, tmp_path: Path) -> Store:
    """The demo workspace with the plan as its only release."""
    return open_store(shutil.copytree(planned_store, tmp_path / "store"), "demo")


def test_a_hundred_kills_while_publishing_leave_the_store_whole(store: Store) -> None:
    kills, start = scaled(100, least=8), time.monotonic()
    outcomes = killed_while_publishing(store, kills)
    print(f"\n{kills} kills in {time.monotonic() - start:.0f} s: {dict(outcomes)}")
    assert store.latest_release() == kills + 2, (
        "the plan, the one let live, and each of the killed in the end"
    )
    assert sum(outcomes.values()) == kills
    if IS_WHOLE:  # of a few kills all may fall to one side
        assert outcomes["unpublished"] > 0, "no kill came before the release"
        assert outcomes["answered"] > 0, "no kill came after the answer"


def test_eight_writers_of_twenty_releases_each_lose_none(store: Store) -> None:
    turns, start = scaled(20, least=2), time.monotonic()
    refusals = run_together(store, writers=8, turns=turns, sharing=4)
    took_s = time.monotonic() - start
    print(f"\n{8 * turns} releases by 8 writers in {took_s:.0f} s, {refusals} refusals acted upon")
    if IS_WHOLE:
        assert refusals > 0, "nobody wanted the same cell at the same time"
