"""What may be removed: leftovers of writers that died, and nothing that a release needs."""

import os
import time
from pathlib import Path

import pytest

from hengyang import store
from hengyang.store import Store
from tests.store.builders import keys, observations, released, value

pytestmark = pytest.mark.folder

WEEKS_AGO = time.time() - 21 * 86_400


def filled(url: Path) -> Store:
    opened = store.create_workspace(str(url), "official")
    released(opened, "a", {"observations": observations(("T05-3", "2019-05-31", 14.2))})
    released(opened, "b", {"observations": observations(("T05-3", "2019-05-31", 15.0))})
    return opened


def left_behind(opened: Store, name: str, *, age: float = WEEKS_AGO) -> Path:
    """A file that a writer wrote and never committed."""
    folder = Path(opened.url) / opened.workspace / "observations"
    file = folder / name
    file.write_bytes(next(folder.glob("*.parquet")).read_bytes())
    for one in folder.rglob("*"):
        os.utime(one, (WEEKS_AGO, WEEKS_AGO))
    os.utime(file, (age, age))
    return file


def test_a_store_without_leftovers_has_nothing_to_prune(tmp_path):
    opened = filled(tmp_path)
    versions = len(opened.publish_log())
    assert opened.prune(dry_run=False) == {}
    assert len(opened.publish_log()) == versions


def test_pruning_only_says_what_would_go_unless_told_otherwise(tmp_path):
    opened = filled(tmp_path)
    file = left_behind(opened, "part-dead.parquet")
    assert opened.prune() == {"observations": [file.name]}
    assert file.exists()
    assert opened.prune(dry_run=False) == {"observations": [file.name]}
    assert not file.exists()


def test_every_release_reads_after_pruning_as_before(tmp_path):
    opened = filled(tmp_path)
    left_behind(opened, "part-dead.parquet")
    opened.checkpoint()
    assert opened.prune(dry_run=False)
    assert [value(opened, 1), value(opened, 2)] == [14.2, 15.0]
    released(opened, "c", {"observations": observations(("T05-3", "2019-05-31", 15.4))})
    assert value(opened) == 15.4


def test_a_writer_of_today_is_left_alone(tmp_path):
    opened = filled(tmp_path)
    file = left_behind(opened, "part-young.parquet", age=time.time())
    assert opened.prune(dry_run=False) == {}
    assert file.exists()


def test_everything_ever_released_is_there_with_its_release_withdrawals_too(tmp_path):
    opened = filled(tmp_path)
    released(opened, "c", {}, withdrawn={"observations": keys(("T05-3", "2019-05-31"))})
    opened.append("unpublished", {"observations": observations(("T05-3", "2019-06-30", 99.0))})
    rows = opened.released_rows()["observations"]
    assert list(rows["release"]) == [1, 2, 3]
    assert list(rows["is_withdrawn"]) == [False, False, True]
    assert list(rows["submission"]) == ["a", "b", "c"]
    assert list(rows["actor"]) == ["tester"] * 3
