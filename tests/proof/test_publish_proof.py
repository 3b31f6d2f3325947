"""Publishing, killed a hundred times and by eight at once: nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

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
    outcomes = killed_while_publishing(store, kills=100, ahead=3)
    print(f"\n100 kills: {dict(outcomes)}")
    assert store.latest_release() == 102, (
        "the plan, the one let live, and each of the killed in the end"
    )
    assert outcomes["unpublished"] > 0, "no kill came before the release"
    assert outcomes["answered"] > 0, "no kill came after the answer"


def test_eight_writers_of_twenty_releases_each_lose_none(store: Store) -> None:
    refusals = run_together(store, writers=8, turns=20, sharing=4)
    print(f"\n160 releases by 8 writers, {refusals} refusals told and acted upon")
    assert refusals > 0, "nobody wanted the same cell at the same time"
