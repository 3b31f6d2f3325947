"""Tables kept open: what a caller gets is the table as it is, and nobody else's meanwhile."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyarrow as pa
import pytest

from hengyang.errors import StaleRelease
from hengyang.store import delta, opened

_SCHEMA = pa.schema([("submission", pa.string()), ("value", pa.int64())])


def rows(*values: int) -> pa.Table:
    return pa.table({"submission": ["s"] * len(values), "value": list(values)}, schema=_SCHEMA)


@pytest.fixture
def url(tmp_path: Path) -> str:
    made = str(tmp_path / "table")
    delta.create(made, _SCHEMA, "a table")
    return made


def values(url: str) -> list[int]:
    return sorted(delta.read(url)["value"].to_pylist())


def elsewhere(url: str, number: int) -> None:
    """Another process appends: it shares nothing with this one but the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened, "_IDLE", {})
        delta.append_once(url, rows(number), f"s{number}", number, {})


def test_what_others_commit_is_seen_however_many_commits_and_checkpoints_that_were(
    url: str,
) -> None:
    for number in range(1, 26):
        elsewhere(url, number)
        if number in (1, 2, 23, 25):
            assert values(url) == list(range(1, number + 1))
    # the marks too: what another has added is not added again
    delta.append_once(url, rows(7), "s7", 7, {})
    assert values(url) == list(range(1, 26))


def test_a_table_made_anew_at_the_same_address_is_the_one_that_is_read(url: str) -> None:
    delta.append_once(url, rows(1), "s1", 1, {})
    assert values(url) == [1]
    shutil.rmtree(url)
    delta.create(url, _SCHEMA, "a table")  # with as many commits as the one before
    elsewhere(url, 2)
    assert values(url) == [2]


def test_a_table_made_anew_while_it_is_read_is_the_one_that_is_read_next(url: str) -> None:
    delta.append_once(url, rows(1), "s1", 1, {})
    with opened.opened(url):
        shutil.rmtree(url)
        delta.create(url, _SCHEMA, "a table")  # with as many commits as the one that is being read
        elsewhere(url, 2)
    assert values(url) == [2]


def test_a_copy_put_back_over_a_table_that_is_open_is_what_is_read(
    url: str, tmp_path: Path
) -> None:
    delta.append_once(url, rows(1), "s1", 1, {})
    copy = shutil.copytree(url, tmp_path / "copy")
    delta.append_once(url, rows(2), "s2", 2, {})
    assert values(url) == [1, 2]
    for commit in Path(url, "_delta_log").iterdir():
        if not (copy / "_delta_log" / commit.name).exists():
            commit.unlink()
    assert values(url) == [1]
    elsewhere(url, 3)
    assert values(url) == [1, 3]


def test_two_who_use_a_table_at_once_do_not_move_each_other_on(url: str) -> None:
    delta.append_once(url, rows(1), "s1", 1, {})
    with opened.opened(url) as mine:
        seen = mine.version()
        delta.append_once(url, rows(2), "s2", 2, {})
        assert mine.version() == seen
    assert values(url) == [1, 2]


def test_after_a_refused_append_the_table_is_as_it_is_for_everybody(url: str) -> None:
    _, version = delta.read_with_version(url)
    delta.append_once(url, rows(1), "s1", 1, {})
    with pytest.raises(StaleRelease):
        delta.append_checked(url, version, rows(2), {})
    assert values(url) == [1]
    _, version = delta.read_with_version(url)
    delta.append_checked(url, version, rows(2), {})
    assert values(url) == [1, 2]


def test_a_table_is_opened_anew_before_it_must_replay_many_commits(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    openings = []
    real = opened.DeltaTable

    def counted(address: str) -> object:
        openings.append(address)
        return real(address)

    monkeypatch.setattr(opened, "DeltaTable", counted)
    for number in range(1, 3 * opened.FOLLOWED + 1):
        delta.append_once(url, rows(number), f"s{number}", number, {})
        values(url)
    assert 3 <= len(openings) <= 5
