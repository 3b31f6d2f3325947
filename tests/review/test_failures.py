"""A step that breaks off leaves nothing half written, says why, and can be taken again."""

from __future__ import annotations

from pathlib import Path

import pytest

from hengyang import review
from hengyang.access import Actor
from hengyang.errors import AlreadyDecided, DataMissing, PlanError
from hengyang.labels import LANGUAGES, words
from hengyang.review import State, Step, desk, register
from hengyang.store import Store, auxiliary, keep_received, open_store, received_file
from tests.review.builders import (
    REPORTER,
    REVIEWER,
    SECOND_REVIEWER,
    approved,
    drafted,
    later,
    published,
    submitted,
    value,
)
from tests.review.hindered import (
    HINDERED_STEPS,
    HINDRANCES,
    hindered,
    make_reachable,
    steps,
    waiting_for_each_step,
)
from tests.review.processes import heard, started


class Broken(RuntimeError):
    """What a step is made to raise."""


def broken(*_: object, **__: object) -> None:
    raise Broken


def test_a_publish_that_breaks_off_is_approved_still_and_may_be_repeated(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = approved(store, ("T05-3", 15))
    for step in ("append", "publish"):
        with monkeypatch.context() as patch:
            patch.setattr(Store, step, broken)
            with pytest.raises(Broken):
                review.publish(store, ready.id, actor=REVIEWER, now=later(3))
        after = review.proposal(store, ready.id)
        assert (after.state, after.history[-1].step) == (State.APPROVED, Step.REFUSED)
        assert (store.latest_release(), value(store, "T05-3")) == (1, None)
    assert review.publish(store, ready.id, actor=SECOND_REVIEWER, now=later(4)) == 2


def test_an_answer_lost_after_the_release_leaves_it_published(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = approved(store, ("T05-3", 15))
    whole = Store.publish

    def publish_and_break(*arguments: object, **more: object) -> None:
        whole(*arguments, **more)  # type: ignore[arg-type]
        raise Broken

    with monkeypatch.context() as patch:
        patch.setattr(Store, "publish", publish_and_break)
        with pytest.raises(Broken):
            review.publish(store, ready.id, actor=REVIEWER, now=later(3))
    after = review.proposal(store, ready.id)
    assert (after.state, after.release) == (State.PUBLISHED, 2)
    assert value(store, "T05-3") == 15


def test_who_died_while_publishing_does_not_block_another_for_long(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = approved(store, ("T05-3", 15))
    with monkeypatch.context() as patch:
        patch.setattr(review.publishing, "_release", broken)
        patch.setattr(review.publishing, "_give_up", lambda *_: None)
        with pytest.raises(Broken):
            review.publish(store, ready.id, actor=REVIEWER, now=later(3))
    with pytest.raises(PlanError):
        review.return_(store, ready.id, actor=SECOND_REVIEWER, now=later(3.5), reason="no")
    with pytest.raises(PlanError):
        review.publish(store, ready.id, actor=SECOND_REVIEWER, now=later(3.5))
    assert review.publish(store, ready.id, actor=SECOND_REVIEWER, now=later(4.5)) == 2


def left_while_publishing(store: Store, monkeypatch: pytest.MonkeyPatch) -> review.Proposal:
    """A proposal whose publisher died between beginning and the release."""
    ready = approved(store, ("T05-3", 15))
    with monkeypatch.context() as patch:
        patch.setattr(review.publishing, "_release", broken)
        patch.setattr(review.publishing, "_give_up", lambda *_: None)
        with pytest.raises(Broken):
            review.publish(store, ready.id, actor=REVIEWER, now=later(3))
    return review.proposal(store, ready.id)


@pytest.mark.parametrize("reviewer", [REVIEWER, SECOND_REVIEWER])
def test_what_a_dead_publisher_left_can_be_returned_after_the_same_while(
    store: Store, monkeypatch: pytest.MonkeyPatch, reviewer: Actor
) -> None:
    left = left_while_publishing(store, monkeypatch)
    assert left.history[-1].step is Step.PUBLISHING
    with pytest.raises(AlreadyDecided):
        review.return_(store, left.id, actor=reviewer, now=later(3.9), reason="no")
    back = review.return_(store, left.id, actor=reviewer, now=later(4), reason="no")
    assert back.state is State.RETURNED
    with pytest.raises(AlreadyDecided):
        review.publish(store, left.id, actor=REVIEWER, now=later(5))
    assert store.latest_release() == 1


def test_a_publisher_taken_to_have_gone_stops_when_it_wakes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = approved(store, ("T05-3", 15))
    whole = Store.append

    def append_slowly(*arguments: object) -> None:
        whole(*arguments)  # type: ignore[arg-type]
        review.return_(store, ready.id, actor=SECOND_REVIEWER, now=later(9), reason="too long")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "append", append_slowly)
        with pytest.raises(AlreadyDecided) as refusal:
            review.publish(store, ready.id, actor=REVIEWER, now=later(3))
    assert refusal.value.arguments["by"] == SECOND_REVIEWER.name
    after = review.proposal(store, ready.id)
    assert (after.state, after.history[-1].step) == (State.RETURNED, Step.RETURNED)
    assert (store.latest_release(), value(store, "T05-3")) == (1, None)


@pytest.mark.parametrize("table", ["proposed_cells", "proposals", "proposal_events"])
def test_a_draft_that_breaks_off_is_not_there(
    store: Store, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    drafted(store, ("T05-3", 14))
    whole = auxiliary.append_once

    def append(store: Store, declared, *more: object) -> None:
        if declared.name == table:
            raise Broken
        whole(store, declared, *more)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(desk, "append_once", append)
        with pytest.raises(Broken):
            drafted(store, ("T05-3", 15))
    assert len(review.proposals(store)) == 1
    assert drafted(store, ("T05-3", 15)).state is State.DRAFT


@pytest.mark.parametrize("step", ["submit", "approve", "return_"])
def test_a_decision_that_cannot_be_written_is_not_taken(
    store: Store, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    found = drafted(store, ("T05-3", 15)) if step == "submit" else submitted(store, ("T05-3", 15))
    more = {"reason": "no"} if step == "return_" else {}
    actor = REPORTER if step == "submit" else REVIEWER
    with monkeypatch.context() as patch:
        patch.setattr(register, "append_events", broken)
        with pytest.raises(Broken):
            getattr(review, step)(store, found.id, actor=actor, now=later(2), **more)
    assert review.proposal(store, found.id) == found


# Received files


@pytest.mark.parametrize("content", [b"", b"\x00\xff" * 9, "台账".encode("gb18030")])
def test_a_received_file_reads_back_byte_for_byte(store: Store, content: bytes) -> None:
    sha256 = keep_received(store, content, ".xlsx")
    assert keep_received(store, content, ".xlsx") == sha256
    assert received_file(store, sha256, ".xlsx") == content


@pytest.mark.folder
def test_a_received_file_is_kept_once_under_its_hash(store: Store) -> None:
    sha256 = {keep_received(store, b"abc", ".xlsx") for _ in range(2)}.pop()
    assert [path.name for path in Path(store.url, "demo", "received").iterdir()] == [
        f"{sha256}.xlsx"
    ]


def test_a_store_named_by_a_url_keeps_files_too(tmp_path: Path) -> None:
    store = Store(f"file://{tmp_path}", "demo")
    (tmp_path / "demo" / "received").mkdir(parents=True)
    sha256 = keep_received(store, b"abc", ".csv")
    assert received_file(store, sha256, ".csv") == b"abc"


@pytest.mark.folder
@pytest.mark.parametrize("suffix", ["/../x", ".tar.gz/", "", ".很长", ".toolongsuffix"])
def test_no_suffix_leads_out_of_the_folder(store: Store, suffix: str) -> None:
    sha256 = keep_received(store, b"abc", suffix)
    assert Path(store.url, "demo", "received", sha256).is_file()


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "0" * 63, "G" * 64])
def test_nothing_is_read_but_by_its_hash(store: Store, name: str) -> None:
    with pytest.raises(DataMissing):
        received_file(store, name)


@pytest.mark.folder
def test_a_file_that_was_tampered_with_is_not_handed_out(store: Store) -> None:
    sha256 = keep_received(store, b"abc", ".csv")
    Path(store.url, "demo", "received", f"{sha256}.csv").write_bytes(b"abd")
    with pytest.raises(DataMissing):
        received_file(store, sha256, ".csv")


# The machine itself refuses


@pytest.mark.folder
@pytest.mark.proof
@pytest.mark.parametrize("hindrance", HINDRANCES)
def test_what_the_machine_refuses_is_said_and_the_store_stays_as_it_was(
    store: Store, hindrance: str, tmp_path: Path
) -> None:
    published(store, ("T05-2", 3))
    asked = waiting_for_each_step(store)
    before = review.proposals(store)
    received = sorted(Path(store.url).rglob("received/*"))
    make_reachable(tmp_path)
    process, said = started(hindered, hindrance, store.url, *asked)
    for step in HINDERED_STEPS:
        told = heard(said)
        assert told, f"{step} died of an error that is not said"
        assert told[0] == step  # type: ignore[index]
        assert told[1], f"{step} was not refused"  # type: ignore[index]
    process.join()
    again = open_store(store.url, "demo")
    assert review.proposals(again) == before
    assert sorted(Path(store.url).rglob("received/*")) == received
    assert again.latest_release() == 2
    for step in steps(again, *asked).values():
        step()
    assert again.release_numbers() == [1, 2, 3, 4]
    assert value(again, "T05-3", release=3) == 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_kept_is_said_with_its_cause(language, tmp_path: Path) -> None:
    blocked = tmp_path / "demo"
    blocked.write_bytes(b"a file where the folder should be")
    with pytest.raises(PlanError) as refusal:
        keep_received(Store(str(tmp_path), "demo"), b"abc")
    assert words(language)(refusal.value.key, **refusal.value.arguments)
