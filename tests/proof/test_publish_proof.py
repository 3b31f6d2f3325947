"""Publishing, killed a hundred times and by eight at once: nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hengyang.plan.load import DATA_DIR, load_plan
from hengyang.store import Store, create_workspace
from tests.review.processes import killed_while_publishing, run_together
from tests.store.builders import PUBLISHED_AT

pytestmark = pytest.mark.proof


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """The demo workspace with the plan as its only release."""
    made = create_workspace(tmp_path, "demo")
    made.submit_and_publish(
        "plan", load_plan(DATA_DIR), actor="tester", reason="a proof", published_at=PUBLISHED_AT
    )
    return made


def test_a_hundred_kills_while_publishing_leave_the_store_whole(store: Store) -> None:
    acknowledged = killed_while_publishing(store, kills=100, ahead=3)
    print(f"\n100 kills, {acknowledged} of them after the answer")
    assert store.latest_release() == 101
    assert 0 < acknowledged < 100, "the kills did not fall into the publishing"


def test_eight_writers_of_twenty_releases_each_lose_none(store: Store) -> None:
    refusals = run_together(store, writers=8, turns=20, sharing=4)
    print(f"\n160 releases by 8 writers, {refusals} refusals told and acted upon")
    assert refusals > 0, "nobody wanted the same cell at the same time"


def test_a_copy_of_a_store_that_was_killed_reads_alike(store: Store, tmp_path: Path) -> None:
    killed_while_publishing(store, kills=10, ahead=2, seed=11)
    copy = Store(str(shutil.copytree(tmp_path / "demo", tmp_path / "copy" / "demo").parent), "demo")
    assert copy.read().observations.equals(store.read().observations)
