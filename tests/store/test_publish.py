"""Whole or not at all, one number for one publisher, the same answer to the same question."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from hengyang.errors import DataMissing, PlanError, SchemaMismatch, StaleRelease
from hengyang.labels import LANGUAGES, words
from hengyang.schema import RELEASES
from hengyang.store import delta, open_store
from hengyang.store.delta import append_each_once
from tests.store.builders import (
    PUBLISHED_AT,
    keys,
    narratives,
    observations,
    publish,
    released,
    value,
)

DAY = "2019-05-31"


def test_of_two_publishers_one_gets_the_number_and_the_other_may_try_again(store):
    store.append("mine", {"observations": observations(("T05-3", DAY, 1))})
    store.append("yours", {"observations": observations(("T05-3", DAY, 2))})
    start = Barrier(2)

    def race(submission):
        start.wait()
        try:
            return publish(open_store(store.url, "official"), submission, base=0)
        except StaleRelease:
            return submission

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(race, ["mine", "yours"]))
    assert answers.count(1) == 1
    refused = next(answer for answer in answers if answer != 1)
    assert publish(store, refused, base=1) == 2
    assert value(store) == {"mine": 1.0, "yours": 2.0}[refused]


def test_releases_of_many_publishers_are_contiguous_and_each_base_is_the_one_before(store):
    def publish_until_done(number):
        mine = open_store(store.url, "official")
        mine.append(f"s{number}", {"observations": observations(("T05-3", DAY, number))})
        while True:
            try:
                return publish(mine, f"s{number}", mine.latest_release())
            except StaleRelease:
                continue

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(publish_until_done, range(4)))
    assert sorted(numbers) == list(range(1, 5))
    releases = store.releases()
    assert list(releases["release"]) == list(range(1, 5))
    assert (releases["base"] == releases["release"] - 1).all()


def test_a_publish_on_an_old_base_is_refused_and_says_which_is_newest(store):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    store.append("second", {"observations": observations(("T05-3", DAY, 2))})
    with pytest.raises(StaleRelease) as refusal:
        publish(store, "second", base=0)
    assert refusal.value.arguments == {"base": 0, "latest": 1}
    assert value(store) == 1.0


def test_a_publish_repeated_after_a_lost_answer_returns_the_same_release(store):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    released(store, "second", {"observations": observations(("T05-3", DAY, 2))})
    assert publish(store, "first", base=0) == 1
    assert publish(store, "first", base=2) == 1
    assert store.release_numbers() == [1, 2]


@pytest.mark.parametrize("hitches", [1, 4])
def test_a_commit_that_fails_though_nobody_was_first_is_tried_again(store, monkeypatch, hitches):
    store.append("first", {"observations": observations(("T05-3", DAY, 1))})
    failing = iter(range(hitches))
    whole = delta.append_checked

    def fails(*arguments):
        if next(failing, None) is not None:
            raise StaleRelease("a hitch")
        whole(*arguments)

    monkeypatch.setattr(delta, "append_checked", fails)
    assert publish(store, "first", base=0) == 1
    assert value(store) == 1.0


def test_a_commit_that_always_fails_is_given_up_and_said(store, monkeypatch):
    store.append("first", {"observations": observations(("T05-3", DAY, 1))})
    tries = []

    def fails(*_):
        tries.append(1)
        raise StaleRelease("a hitch")

    monkeypatch.setattr(delta, "append_checked", fails)
    with pytest.raises(PlanError) as refusal:
        publish(store, "first", base=0)
    # No StaleRelease: whoever gets one looks again and comes back, for ever.
    assert not isinstance(refusal.value, StaleRelease)
    assert len(tries) == 5
    for language in LANGUAGES:
        assert "first" in words(language)(refusal.value.key, **refusal.value.arguments)
    assert store.latest_release() == 0


def test_a_submission_that_is_appended_but_not_released_is_seen_in_no_table(store):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    store.append(
        "second",
        {"observations": observations(("T05-3", DAY, 2)), "narratives": narratives(5, "慢")},
    )
    assert value(store) == 1.0
    assert store.read().narratives.empty
    assert len(store.cell_history("observations", keys(("T05-3", DAY)).iloc[0].to_dict())) == 1
    publish(store, "second", base=1)
    assert value(store) == 2.0
    assert list(store.read().narratives["text_zh"]) == ["慢"]


def test_a_half_written_submission_is_unseen_unpublishable_and_completed_by_repeating(
    store, monkeypatch
):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    frames = {"observations": observations(("T05-3", DAY, 2)), "narratives": narratives(5, "慢")}

    def dies_at_narratives(url, *rest):
        if url.endswith("narratives"):
            raise KeyboardInterrupt
        append_each_once(url, *rest)

    monkeypatch.setattr("hengyang.store.delta.append_each_once", dies_at_narratives)
    with pytest.raises(KeyboardInterrupt):
        store.append("second", frames)
    monkeypatch.undo()
    assert value(store) == 1.0
    with pytest.raises(DataMissing):
        publish(store, "second", base=1)
    store.append("second", frames)
    assert publish(store, "second", base=1) == 2
    assert value(store) == 2.0
    assert len(store.read().narratives) == 1


def test_repeated_rows_of_one_submission_are_one_cell(store, monkeypatch):
    frames = {"observations": observations(("T05-3", DAY, 2))}
    # A store that remembers nothing of its submissions is the worst that can happen to a retry.
    monkeypatch.setattr("hengyang.store.delta._already_appended", lambda *_: False)
    monkeypatch.setattr("hengyang.store.store.Store._marks", lambda *_: {})
    store.append("first", frames)
    store.append("first", frames)
    monkeypatch.undo()
    assert delta.read(f"{store.url}/official/observations").num_rows == 2
    publish(store, "first", base=0)
    assert value(store) == 2.0


def test_the_release_of_one_submission_is_found_with_its_parts_and_no_other(store):
    names = ("a-1", "a-1.part", "a-1-2", "a-10", "a", "b")
    for number, name in enumerate(names, start=1):
        released(store, name, {"observations": observations(("T05-3", DAY, number))})
    assert list(store.releases("a-1")["release"]) == [1, 2]
    assert list(store.releases("a-10")["submission"]) == ["a-10"]
    assert store.releases("c").empty


def several(*submissions):
    """Facts of releases as publish_each takes them."""
    return [
        {"submission": name, "actor": "tester", "reason": "why", "published_at": PUBLISHED_AT}
        for name in submissions
    ]


def test_several_come_in_one_commit_and_each_is_a_release_of_its_own(store):
    before = len(store.publish_log())
    store.append_each(
        {
            "may": ({"observations": observations(("T05-3", DAY, 1))}, {}),
            "june": ({"observations": observations(("T05-3", DAY, 2))}, {}),
            "july": ({}, {"observations": keys(("T05-3", DAY))}),
        }
    )
    assert store.publish_each(several("may", "june", "july"), 0) == 3
    assert store.publish_each(several("may", "june", "july"), 0) == 3  # as after a lost answer
    assert len(store.publish_log()) == before + 1
    assert [value(store, number) for number in (1, 2, 3)] == [1.0, 2.0, None]
    assert list(store.releases()["base"]) == [0, 1, 2]


def test_of_several_those_that_are_there_come_no_second_time(store, monkeypatch):
    parts = {
        "may": ({"observations": observations(("T05-3", DAY, 1))}, {}),
        "june": ({"observations": observations(("T05-3", DAY, 2))}, {}),
    }
    store.append("may", *parts["may"])
    # Even when nothing but the table itself remembers it.
    with monkeypatch.context() as patch:
        patch.setattr("hengyang.store.store.Store._marks", lambda *_: {})
        store.append_each(parts)
    assert delta.read(f"{store.url}/official/observations").num_rows == 2
    assert store.publish_each(several("may", "june"), 0) == 2


def test_of_several_none_is_released_when_one_is_not_there_or_somebody_was_first(store):
    store.append("may", {"observations": observations(("T05-3", DAY, 1))})
    with pytest.raises(DataMissing):
        store.publish_each(several("may", "june"), 0)
    assert store.latest_release() == 0
    released(store, "june", {"observations": observations(("T05-3", DAY, 2))})
    with pytest.raises(StaleRelease):
        store.publish_each(several("may"), 0)
    with pytest.raises(StaleRelease):  # june is released, may is not
        store.publish_each(several("may", "june"), 1)


def test_a_submission_never_appended_cannot_be_published(store):
    with pytest.raises(DataMissing):
        publish(store, "nothing", base=0)
    assert store.latest_release() == 0


def test_who_when_and_why_stand_in_the_release_and_in_the_commit(store):
    store.append("first", {"observations": observations(("T05-3", DAY, 1))})
    store.publish("first", 0, "审核员", "5月月报", PUBLISHED_AT, "五月.xlsx", "0" * 64)
    release = store.releases().iloc[0]
    assert (release["actor"], release["reason"]) == ("审核员", "5月月报")
    assert release["published_at"] == PUBLISHED_AT
    assert (release["file_name"], release["file_sha256"]) == ("五月.xlsx", "0" * 64)
    commit = store.publish_log()[0]
    assert (commit["actor"], commit["reason"], commit["release"]) == ("审核员", "5月月报", "1")
    assert commit["published_at"] == PUBLISHED_AT.isoformat()


def test_a_release_with_a_malformed_hash_is_refused(store):
    store.append("first", {"observations": observations(("T05-3", DAY, 1))})
    with pytest.raises(SchemaMismatch):
        store.publish("first", 0, "tester", "why", PUBLISHED_AT, "a.xlsx", "not a hash")
    assert list(store.releases().columns) == list(RELEASES.column_names)
    assert store.latest_release() == 0


def test_reading_loads_no_pandera(prepared):
    code = (
        "import sys\nfrom hengyang.store import open_store\n"
        f"tables = open_store({str(prepared)!r}, 'demo').read()\n"
        # A frame is made when it is asked for: ask for all.
        "assert all(len(tables[name]) for name in tables)\n"
        "assert 'pandera' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
