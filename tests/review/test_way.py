"""The way of a proposal: who may take which step, what each leaves behind."""

from __future__ import annotations

import hashlib

import pandas as pd
import pytest

from hengyang import review
from hengyang.access import LOCAL_REPORTER, LOCAL_REVIEWER, Actor, Role
from hengyang.errors import (
    AlreadyDecided,
    DataMissing,
    NotAllowed,
    NotUnderstood,
    SchemaMismatch,
    UploadRejected,
)
from hengyang.labels import LANGUAGES, words
from hengyang.review import State, Step
from hengyang.schema import TABLES
from hengyang.store import Store, open_store, received_file
from tests.review.builders import (
    ADMINISTRATOR,
    COMMERCE,
    REPORTER,
    REVIEWER,
    SECOND_REVIEWER,
    VIEWER,
    approved,
    drafted,
    later,
    published,
    submitted,
    value,
    values,
)
from tests.store.builders import keys

ERROR = {"severity": "error", "sheet": "Sheet1", "row": 7, "code": "type"}


def reopened(store: Store) -> Store:
    """As another process, or the same after a restart, finds it."""
    return open_store(store.url, store.workspace)


def test_a_value_is_seen_only_once_it_is_published(store: Store) -> None:
    proposal = drafted(store, ("T05-3", 15))
    assert value(store, "T05-3") is None
    review.submit(store, proposal.id, actor=REPORTER, now=later(1))
    assert value(store, "T05-3") is None
    review.approve(store, proposal.id, actor=REVIEWER, now=later(2))
    assert value(store, "T05-3") is None
    assert review.publish(store, proposal.id, actor=REVIEWER, now=later(3)) == 2
    assert value(store, "T05-3") == 15
    assert value(store, "T05-3", release=1) is None


def test_each_step_leaves_its_state_its_actor_and_its_moment(store: Store) -> None:
    proposal = drafted(store, ("T05-3", 15))
    assert proposal.state is State.DRAFT
    assert submitted(store, ("T05-3", 15)).state is State.SUBMITTED
    number = published(store, ("T05-3", 15))
    done = review.proposals(store, states={State.PUBLISHED})[0]
    assert (done.state, done.release) == (State.PUBLISHED, number)
    assert [(event.step, event.actor) for event in done.history] == [
        (Step.DRAFTED, "wang"),
        (Step.SUBMITTED, "wang"),
        (Step.APPROVED, "li"),
        (Step.PUBLISHING, "li"),
        (Step.PUBLISHED, "li"),
    ]
    assert done.history[-1].at == later(3)


def test_a_release_names_its_file_and_the_file_is_kept_byte_for_byte(store: Store) -> None:
    content = bytes(range(256)) * 3
    published(store, ("T05-3", 15), content=content, file_name="../../台账 7月.XLSX")
    made = store.releases().iloc[-1]
    assert made["file_name"] == "台账 7月.XLSX"
    assert made["file_sha256"] == hashlib.sha256(content).hexdigest()
    assert received_file(store, made["file_sha256"], ".xlsx") == content


def test_a_draft_survives_a_restart_at_every_step(store: Store) -> None:
    proposal = drafted(store, ("T05-3", 15), ("T05-2", 3))
    assert review.proposal(reopened(store), proposal.id) == proposal
    review.submit(reopened(store), proposal.id, actor=REPORTER, now=later(1))
    review.approve(reopened(store), proposal.id, actor=REVIEWER, now=later(2))
    review.publish(reopened(store), proposal.id, actor=REVIEWER, now=later(3))
    assert value(reopened(store), "T05-2") == 3


def test_the_drafts_of_one_person_or_department_are_found_the_newest_first(store: Store) -> None:
    first = drafted(store, ("T05-3", 15), department="commerce")
    second = review.start_draft(
        store, actor=LOCAL_REPORTER, now=later(9), tables=store.read(), frames=values(("T05-3", 9))
    )
    assert [one.id for one in review.proposals(store)] == [second.id, first.id]
    assert [one.id for one in review.proposals(store, by="demo-reporter")] == [second.id]
    assert [one.id for one in review.proposals(store, department="commerce")] == [first.id]
    assert review.proposals(store, states={State.APPROVED}) == ()


# Who may


@pytest.mark.parametrize("actor", [VIEWER, REVIEWER, ADMINISTRATOR, Actor("x")])
def test_only_a_reporter_drafts(store: Store, actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        drafted(store, ("T05-3", 15), actor=actor)
    assert review.proposals(store) == ()


def test_a_reporter_drafts_for_their_department_only(store: Store) -> None:
    with pytest.raises(NotAllowed, match="access-denied-department"):
        drafted(store, ("T05-3", 15), actor=COMMERCE, department="education")
    with pytest.raises(NotAllowed, match="access-denied-department"):
        drafted(store, ("T05-3", 15), actor=COMMERCE)


def test_a_reporter_brings_values_of_their_tasks_only(store: Store) -> None:
    listed = store.read().assignments
    theirs = set(listed.loc[listed["department"] == "commerce", "task"])
    indicators = store.read().indicators
    own = indicators.loc[indicators["task"].isin(theirs), "indicator"].iloc[0]
    others = indicators.loc[~indicators["task"].isin(theirs), "indicator"].iloc[0]
    assert drafted(store, (own, 1), actor=COMMERCE, department="commerce").cell_count == 1
    with pytest.raises(NotAllowed, match="review-error-not-your-subject"):
        drafted(store, (own, 1), (others, 2), actor=COMMERCE, department="commerce")


def test_nobody_submits_somebody_else_s_draft(store: Store) -> None:
    proposal = drafted(store, ("T05-3", 15))
    other = Actor("zhao", frozenset({Role.REPORTER}), frozenset({"*"}))
    with pytest.raises(NotAllowed, match="review-error-not-yours"):
        review.submit(store, proposal.id, actor=other, now=later(1))


def test_only_a_reviewer_approves_returns_and_publishes(store: Store) -> None:
    others = [VIEWER, REPORTER, COMMERCE, ADMINISTRATOR, Actor("x")]
    waiting = submitted(store, ("T05-3", 15))
    for actor in others:
        with pytest.raises(NotAllowed):
            review.approve(store, waiting.id, actor=actor, now=later(2))
        with pytest.raises(NotAllowed):
            review.return_(store, waiting.id, actor=actor, now=later(2), reason="no")
    ready = review.approve(store, waiting.id, actor=REVIEWER, now=later(2))
    for actor in others:
        with pytest.raises(NotAllowed):
            review.publish(store, ready.id, actor=actor, now=later(3))
    assert review.proposal(store, ready.id) == ready


@pytest.mark.parametrize("name", ["wang", "WANG", " Wang"])
def test_the_submitter_decides_on_nothing_of_their_own(store: Store, name: str) -> None:
    both = Actor(name, frozenset({Role.REPORTER, Role.REVIEWER}), frozenset({"*"}))
    waiting = submitted(store, ("T05-3", 15))
    with pytest.raises(NotAllowed, match="review-error-own"):
        review.approve(store, waiting.id, actor=both, now=later(2))
    with pytest.raises(NotAllowed, match="review-error-own"):
        review.return_(store, waiting.id, actor=both, now=later(2), reason="no")


def test_a_demo_identity_does_nothing_in_the_official_workspace(store: Store, tmp_path) -> None:
    from hengyang.plan.load import DATA_DIR, load_plan
    from hengyang.store import create_workspace

    official = create_workspace(tmp_path / "other", "official")
    official.submit_and_publish(
        "plan", load_plan(DATA_DIR), actor="tester", reason="a test", published_at=later(0)
    )
    with pytest.raises(NotAllowed, match="access-denied-workspace"):
        drafted(official, ("T05-3", 15), actor=LOCAL_REPORTER)
    with pytest.raises(NotAllowed, match="access-denied-workspace"):
        review.restore(official, 1, actor=LOCAL_REVIEWER, now=later(1), reason="no")


def test_a_step_is_judged_by_what_the_actor_may_when_it_is_written(store: Store) -> None:
    waiting = submitted(store, ("T05-3", 15))
    demoted = Actor(REVIEWER.name, frozenset({Role.VIEWER}))
    with pytest.raises(NotAllowed, match="access-denied-approve"):
        review.approve(store, waiting.id, actor=demoted, now=later(2))


# What stands in the way


def test_a_draft_with_an_error_is_kept_but_not_submitted(store: Store) -> None:
    draft = drafted(store, ("T05-3", 15), findings=[ERROR])
    with pytest.raises(UploadRejected) as refusal:
        review.submit(store, draft.id, actor=REPORTER, now=later(1))
    assert refusal.value.key == "review-error-errors-stand"
    assert refusal.value.findings == (ERROR,)
    assert review.proposal(store, draft.id).state is State.DRAFT


def test_faulty_rows_left_out_are_said_and_no_longer_block(store: Store) -> None:
    proposal = submitted(
        store,
        ("T05-3", 15),
        findings=[ERROR, {"severity": "warning"}],
        left_out_rows=[("Sheet1", 7)],
    )
    assert proposal.left_out_rows == (("Sheet1", 7),)
    assert len(proposal.findings) == 2
    with pytest.raises(UploadRejected):
        submitted(store, ("T05-3", 15), findings=[ERROR], left_out_rows=[("Sheet2", 7)])


def test_what_is_published_already_is_no_proposal(store: Store) -> None:
    published(store, ("T05-3", 15))
    with pytest.raises(UploadRejected, match="review-error-nothing-changes"):
        drafted(store, ("T05-3", 15))
    mixed = drafted(store, ("T05-3", 15), ("T05-2", 3))
    assert list(review.frames_of(store, mixed.id)[0]["observations"]["indicator"]) == ["T05-2"]


def test_rows_that_the_store_would_refuse_are_refused_before_anything_is_kept(
    store: Store,
) -> None:
    real = {"observations": values(("T05-3", 15))["observations"].assign(is_simulated=False)}
    with pytest.raises(SchemaMismatch):
        drafted(store, frames=real)
    assert review.proposals(store) == ()


def test_a_proposal_that_is_none_is_said_to_be_none(store: Store) -> None:
    with pytest.raises(DataMissing) as refusal:
        review.approve(store, "20190808-00000000", actor=REVIEWER, now=later(1))
    for language in LANGUAGES:
        assert "20190808" in words(language)(refusal.value.key, **refusal.value.arguments)


@pytest.mark.parametrize("step", ["approve", "return_", "publish"])
def test_a_draft_cannot_be_decided_on(store: Store, step: str) -> None:
    draft = drafted(store, ("T05-3", 15))
    more = {"reason": "no"} if step == "return_" else {}
    with pytest.raises(AlreadyDecided):
        getattr(review, step)(store, draft.id, actor=REVIEWER, now=later(1), **more)


def test_what_is_submitted_is_not_submitted_again(store: Store) -> None:
    with pytest.raises(AlreadyDecided):
        review.submit(store, submitted(store, ("T05-3", 15)).id, actor=REPORTER, now=later(2))


def test_what_is_not_approved_is_not_published(store: Store) -> None:
    with pytest.raises(AlreadyDecided):
        review.publish(store, submitted(store, ("T05-3", 1)).id, actor=REVIEWER, now=later(2))
    assert store.latest_release() == 1


def test_what_is_published_is_neither_returned_nor_published_again(store: Store) -> None:
    published(store, ("T05-3", 15))
    done = review.proposals(store)[0]
    with pytest.raises(AlreadyDecided) as told:
        review.publish(store, done.id, actor=SECOND_REVIEWER, now=later(9))
    assert told.value.arguments["by"] == "li"
    assert told.value.arguments["state"] == "published"
    with pytest.raises(AlreadyDecided):
        review.return_(store, done.id, actor=REVIEWER, now=later(9), reason="no")
    assert store.latest_release() == 2
    for language in LANGUAGES:
        assert "li" in words(language)(told.value.key, **told.value.arguments)


# Returning, whole and row by row


def test_what_came_back_says_why_and_may_be_submitted_again(store: Store) -> None:
    waiting = submitted(store, ("T05-3", 15))
    back = review.return_(store, waiting.id, actor=REVIEWER, now=later(2), reason=" 请核对 ")
    assert (back.state, back.returned_because) == (State.RETURNED, "请核对")
    again = review.submit(store, waiting.id, actor=REPORTER, now=later(3))
    assert (again.state, again.returned_because) == (State.SUBMITTED, None)


@pytest.mark.parametrize("reason", ["", "  ", "\t\n"])
def test_nothing_is_returned_without_a_reason(store: Store, reason: str) -> None:
    waiting = submitted(store, ("T05-3", 15))
    with pytest.raises(NotUnderstood, match="review-error-no-reason"):
        review.return_(store, waiting.id, actor=REVIEWER, now=later(2), reason=reason)
    assert review.proposal(store, waiting.id) == waiting


def test_row_by_row_only_what_is_approved_is_published(store: Store) -> None:
    waiting = submitted(store, ("T05-3", 15), ("T05-2", 3), ("T01-1", 8))
    partly = review.approve(store, waiting.id, actor=REVIEWER, now=later(2), rows=[1])
    assert (partly.state, partly.open_cells) == (State.SUBMITTED, {2, 3})
    with pytest.raises(AlreadyDecided):
        review.publish(store, waiting.id, actor=REVIEWER, now=later(3))
    review.return_(
        store, waiting.id, actor=SECOND_REVIEWER, now=later(3), rows=[2], reason="why 3?"
    )
    ready = review.approve(store, waiting.id, actor=REVIEWER, now=later(4))
    assert (ready.state, ready.approved, ready.returned) == (State.APPROVED, {1, 3}, {2})
    assert review.publish(store, waiting.id, actor=REVIEWER, now=later(5)) == 2
    assert [value(store, name) for name in ("T05-3", "T05-2", "T01-1")] == [15, None, 8]
    assert review.proposal(store, waiting.id).state is State.PUBLISHED


def test_an_approved_proposal_may_still_be_returned_and_approved_otherwise(store: Store) -> None:
    ready = approved(store, ("T05-3", 15), ("T05-2", 3))
    back = review.return_(store, ready.id, actor=SECOND_REVIEWER, now=later(3), reason="wait")
    assert (back.state, back.returned) == (State.RETURNED, {1, 2})
    review.submit(store, ready.id, actor=REPORTER, now=later(4))
    review.approve(store, ready.id, actor=REVIEWER, now=later(5), rows=[2])
    review.return_(store, ready.id, actor=REVIEWER, now=later(6), rows=[1], reason="no")
    review.publish(store, ready.id, actor=REVIEWER, now=later(7))
    assert [value(store, name) for name in ("T05-3", "T05-2")] == [None, 3]


@pytest.mark.parametrize("rows", [[0], [4], [1, 99], []])
def test_a_decision_on_a_cell_that_is_none_is_refused(store: Store, rows: list[int]) -> None:
    waiting = submitted(store, ("T05-3", 15), ("T05-2", 3), ("T01-1", 8))
    with pytest.raises(NotUnderstood, match="review-error-no-cell"):
        review.approve(store, waiting.id, actor=REVIEWER, now=later(2), rows=rows)


# Withdrawing and restoring


def test_a_withdrawn_value_is_a_row_that_says_so(store: Store) -> None:
    published(store, ("T05-3", 15))
    taken_back = {"observations": keys(("T05-3", "2019-07-31"))}
    published(store, frames={}, withdrawn=taken_back)
    assert value(store, "T05-3") is None
    assert value(store, "T05-3", release=2) == 15
    rows = store.read_with_origin("observations")
    assert list(rows["is_withdrawn"]) == [True]


@pytest.mark.proof
def test_a_restored_release_equals_the_old_one_in_every_table(store: Store) -> None:
    published(store, ("T05-3", 15), ("T05-2", 3))
    old = store.latest_release()
    published(store, ("T05-3", 16), ("T01-1", 4))
    published(store, frames={}, withdrawn={"observations": keys(("T05-2", "2019-07-31"))})
    number = review.restore(store, old, actor=REVIEWER, now=later(9), reason="a mistake")
    now, then = store.read(number), store.read(old)
    for name in TABLES:
        pd.testing.assert_frame_equal(now[name], then[name])
    assert number == old + 3
    assert store.releases().iloc[-1]["reason"] == "a mistake"
    assert value(store, "T05-3", release=old + 1) == 16


@pytest.mark.proof
def test_the_first_release_can_be_restored_and_that_be_undone(store: Store) -> None:
    published(store, ("T05-3", 15))
    review.restore(store, 1, actor=ADMINISTRATOR, now=later(8), reason="back to the start")
    assert store.read().observations.empty
    review.restore(store, 2, actor=REVIEWER, now=later(9), reason="no, keep them")
    assert value(store, "T05-3") == 15


def test_only_a_reviewer_or_an_administrator_restores(store: Store) -> None:
    published(store, ("T05-3", 15))
    for actor in (VIEWER, REPORTER, Actor("x")):
        with pytest.raises(NotAllowed):
            review.restore(store, 1, actor=actor, now=later(8), reason="no")
    assert store.latest_release() == 2


def test_restoring_takes_a_reason_a_release_and_a_difference(store: Store) -> None:
    published(store, ("T05-3", 15))
    with pytest.raises(NotUnderstood, match="review-error-no-reason"):
        review.restore(store, 1, actor=REVIEWER, now=later(8), reason=" ")
    for number in (0, 3):
        with pytest.raises(NotUnderstood, match="review-error-no-release"):
            review.restore(store, number, actor=REVIEWER, now=later(8), reason="x")
    with pytest.raises(NotUnderstood, match="review-error-no-difference"):
        review.restore(store, 2, actor=REVIEWER, now=later(8), reason="x")
    assert store.latest_release() == 2


def test_a_row_of_a_register_is_brought_by_its_keeper_only(store: Store) -> None:
    origin = {"source": "x", "reported_on": "2019-07-01", "is_simulated": store.workspace == "demo"}
    rows = {
        "consultation_replies": {"reply": "R1", "respondent": "education",
                                 "replied_on": "2017-09-20", "kind": "no_opinion"},
        "projects": {"project": "P-new", "name_zh": "x", "task": 5, "is_group": False},
    }  # fmt: skip

    def brought(name: str, department: str) -> int:
        frame = TABLES[name].coerce(pd.DataFrame([{**rows[name], **origin}]))
        actor = Actor(department, frozenset({Role.REPORTER}), frozenset({department}))
        return drafted(store, frames={name: frame}, actor=actor, department=department).cell_count

    assert brought("consultation_replies", "development_and_reform") == 1
    assert brought("projects", "housing_and_urban_rural") == 1
    for name in rows:
        with pytest.raises(NotAllowed, match="review-error-not-your-subject"):
            brought(name, "education")
