"""A real disk that fills up, and one that is mounted for reading only: whatever cannot be written is said, nothing is half there.

Needs to mount a small disk in memory: root, or a user who may. What the ordinary tests do without (tests/review/
test_failures.py) breaks each step at its first byte; here the room ends anywhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hengyang import review
from hengyang.errors import PlanError
from hengyang.store import Store, open_store
from tests.proof.scale import scaled
from tests.review.builders import value
from tests.review.hindered import sentence, steps, waiting_for_each_step

_SIZE_KB = 24_000
#: What is left on the disk, kB: a step needs between a few and some tens of it.
_LEFT_KB = (0, 4, 8, 12, 16, 24, 32, 48, 64, 96)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """An empty disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={_SIZE_KB}k", "tmpfs", str(place))
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def store(disk: Path, planned_store: Path) -> Store:
    return open_store(shutil.copytree(planned_store, disk / "store"), "demo")


def test_a_disk_that_fills_up_anywhere_leaves_every_step_taken_or_not(
    store: Store, disk: Path
) -> None:
    refused = done = 0
    for turn, left_kb in enumerate(scaled(_LEFT_KB)):
        possible = _steps(store, turn)
        filler = _filled(disk, left_kb)
        again = []
        for name, step in possible.items():
            before = (store.release_numbers(), review.proposals(store))
            try:
                step()
            except PlanError as error:
                again.append(step)
                _assert_nothing_happened(store, name, error, *before)
            else:
                done += 1
        filler.unlink()
        assert not list(disk.rglob("received/.*"))
        for step in again:
            step()
        refused += len(again)
        assert store.latest_release() == turn + 2
        assert value(store, "T05-3") == _value(turn)
    print(
        f"\ndisks with {scaled(_LEFT_KB)} kB left: {done} steps taken, {refused} refused and taken later"
    )
    assert refused
    assert done


def test_a_disk_for_reading_only_refuses_every_step_and_can_still_be_read(
    store: Store, disk: Path
) -> None:
    possible = _steps(store, 0)
    before = (store.release_numbers(), review.proposals(store))
    _mount("-o", "remount,ro", str(disk))
    for name, step in possible.items():
        with pytest.raises(PlanError) as refusal:
            step()
        _assert_nothing_happened(store, name, refusal.value, *before)
    _mount("-o", "remount,rw", str(disk))
    for step in possible.values():
        step()
    assert value(store, "T05-3") == _value(0)


def _value(turn: int) -> float:
    """What the turn publishes."""
    return 100.0 + turn


def _steps(store: Store, turn: int) -> dict[str, Callable[[], object]]:
    found = steps(store, *waiting_for_each_step(store, _value(turn)))
    # Restoring appends and publishes as publishing does, and would undo what the next turn looks at.
    del found["restore"]
    return found


def _assert_nothing_happened(
    store: Store,
    name: str,
    error: PlanError,
    releases: list[int],
    proposals: tuple[review.Proposal, ...],
) -> None:
    assert sentence(error)
    assert store.release_numbers() == releases, name
    now = review.proposals(store)
    if name == "publish":
        # That somebody began, and that they were refused, may have found room.
        assert [(one.id, one.state) for one in now] == [(one.id, one.state) for one in proposals]
    else:
        assert now == proposals, name


def _filled(disk: Path, left_kb: int) -> Path:
    """A file that leaves just so much room."""
    filler = disk / "filler"
    room = os.statvfs(disk)
    with filler.open("wb") as stream:
        os.posix_fallocate(stream.fileno(), 0, room.f_bavail * room.f_frsize - left_kb * 1024)
    return filler


def _mount(*arguments: str) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
