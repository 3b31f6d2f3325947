"""Two at once: one wins, the other is told what there is now."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pandas as pd
import pytest

from hengyang import review
from hengyang.errors import AlreadyDecided, PlanError, StaleRelease
from hengyang.labels import LANGUAGES, words
from hengyang.review import State, Step
from hengyang.store import Store
from tests.review.builders import (
    REPORTER,
    REVIEWER,
    SECOND_REVIEWER,
    approved,
    drafted,
    later,
    submitted,
    value,
    values,
)
from tests.store.builders import keys, released


def at_once(*steps: Callable[[], object]) -> list[object]:
    """What each step answers, or the error that tells why not, when all start together."""
    start = Barrier(len(steps))

    def run(step: Callable[[], object]) -> object:
        start.wait()
        try:
            return step()
        except PlanError as error:
            return error

    with ThreadPoolExecutor(len(steps)) as pool:
        return list(pool.map(run, steps))


def told(answers: list[object]) -> list[PlanError]:
    return [answer for answer in answers if isinstance(answer, PlanError)]


def others_publish(
    store: Store,
    *cells: tuple[str, float],
    frames: dict[str, pd.DataFrame] | None = None,
    **more: object,
) -> None:
    """A release by somebody else, whatever its way was."""
    name = f"others-{store.latest_release()}"
    released(store, name, values(*cells) if frames is None else frames, **more)


def test_of_two_reviewers_one_decides_and_the_other_is_told(store: Store) -> None:
    waiting = submitted(store, ("T05-3", 15))
    answers = at_once(
        lambda: review.approve(store, waiting.id, actor=REVIEWER, now=later(2)),
        lambda: review.return_(
            store, waiting.id, actor=SECOND_REVIEWER, now=later(2), reason="no", seen=waiting.events
        ),
    )
    (refusal,) = told(answers)
    assert isinstance(refusal, AlreadyDecided)
    after = review.proposal(store, waiting.id)
    assert after.events == waiting.events + 1
    assert refusal.arguments["by"] == after.history[-1].actor
    assert refusal.arguments["state"] == after.state.value


def test_a_decision_on_what_the_page_no_longer_shows_is_told(store: Store) -> None:
    shown = submitted(store, ("T05-3", 15), ("T05-2", 3))
    review.return_(store, shown.id, actor=SECOND_REVIEWER, now=later(2), rows=[2], reason="why?")
    with pytest.raises(AlreadyDecided):
        review.approve(store, shown.id, actor=REVIEWER, now=later(3), seen=shown.events)
    assert review.proposal(store, shown.id).approved == frozenset()


def test_decisions_on_different_proposals_do_not_hinder_each_other(store: Store) -> None:
    waiting = [submitted(store, ("T05-3", number)) for number in range(1, 4)]
    answers = at_once(
        *(
            lambda found=found: review.approve(store, found.id, actor=REVIEWER, now=later(2))
            for found in waiting
        )
    )
    assert told(answers) == []
    assert len(review.proposals(store, states={State.APPROVED})) == 3


@pytest.mark.parametrize("second", [REVIEWER, SECOND_REVIEWER])
def test_of_two_publishers_of_one_proposal_one_makes_the_only_release(store, second) -> None:
    ready = approved(store, ("T05-3", 15))
    answers = at_once(
        lambda: review.publish(store, ready.id, actor=REVIEWER, now=later(3)),
        lambda: review.publish(store, ready.id, actor=second, now=later(4)),
    )
    assert answers.count(2) == 1
    (refusal,) = told(answers)
    assert isinstance(refusal, AlreadyDecided)
    assert store.latest_release() == 2


def test_of_two_publishers_of_the_same_cell_one_wins_and_the_other_learns_which_cell(
    store: Store,
) -> None:
    both = [approved(store, ("T05-3", 15), ("T05-2", 3)), approved(store, ("T05-3", 16))]
    answers = at_once(
        *(
            lambda found=found: review.publish(store, found.id, actor=REVIEWER, now=later(3))
            for found in both
        )
    )
    assert answers.count(2) == 1
    (refusal,) = told(answers)
    assert isinstance(refusal, StaleRelease)
    assert list(refusal.changed["release"]) == [2]
    assert "T05-3" in refusal.changed["key"].iloc[0]
    for language in LANGUAGES:
        assert "T05-3" in words(language)(refusal.key, **refusal.arguments)
    assert value(store, "T05-3") == (15 if answers[0] == 2 else 16)


def test_of_publishers_of_different_cells_all_go_through(store: Store) -> None:
    ready = [approved(store, (name, 9)) for name in ("T05-3", "T05-2")]
    answers = at_once(
        *(
            lambda found=found: review.publish(store, found.id, actor=REVIEWER, now=later(3))
            for found in ready
        )
    )
    assert sorted(answers) == [2, 3]  # type: ignore[type-var]
    assert [value(store, name) for name in ("T05-3", "T05-2")] == [9, 9]
    assert [len(review.changed_since(store, found)) for found in ready] == [1, 1]  # their own


def test_a_release_of_other_cells_is_no_obstacle(store: Store) -> None:
    mine = approved(store, ("T05-3", 15))
    others_publish(store, ("T05-2", 3))
    assert review.changed_since(store, mine).empty
    assert review.publish(store, mine.id, actor=REVIEWER, now=later(9)) == 3
    assert list(store.releases()["base"]) == [0, 1, 2]


def test_a_conflict_is_acted_upon_by_returning_and_submitting_again(store: Store) -> None:
    mine = approved(store, ("T05-3", 15))
    others_publish(store, ("T05-3", 14))
    with pytest.raises(StaleRelease):
        review.publish(store, mine.id, actor=REVIEWER, now=later(4))
    stopped = review.proposal(store, mine.id)
    assert (stopped.state, stopped.history[-1].step) == (State.APPROVED, Step.REFUSED)
    review.return_(store, mine.id, actor=REVIEWER, now=later(5), reason="look again")
    review.submit(store, mine.id, actor=REPORTER, now=later(6))
    review.approve(store, mine.id, actor=REVIEWER, now=later(7))
    assert review.publish(store, mine.id, actor=REVIEWER, now=later(8)) == 3
    assert value(store, "T05-3") == 15


def test_what_changed_between_drafting_and_submitting_was_not_seen_either(store: Store) -> None:
    draft = drafted(store, ("T05-3", 15))
    others_publish(store, ("T05-3", 14))
    review.submit(store, draft.id, actor=REPORTER, now=later(5))
    review.approve(store, draft.id, actor=REVIEWER, now=later(6))
    with pytest.raises(StaleRelease):
        review.publish(store, draft.id, actor=REVIEWER, now=later(7))


@pytest.mark.proof
def test_a_cell_withdrawn_meanwhile_is_a_conflict_too(store: Store) -> None:
    others_publish(store, ("T05-3", 10))
    mine = approved(store, ("T05-3", 15))
    others_publish(store, frames={}, withdrawn={"observations": keys(("T05-3", "2019-07-31"))})
    with pytest.raises(StaleRelease):
        review.publish(store, mine.id, actor=REVIEWER, now=later(4))
    assert value(store, "T05-3") is None


def test_what_is_returned_is_no_conflict(store: Store) -> None:
    waiting = submitted(store, ("T05-3", 15), ("T05-2", 3))
    others_publish(store, ("T05-3", 14))
    review.return_(store, waiting.id, actor=REVIEWER, now=later(2), rows=[1], reason="overtaken")
    review.approve(store, waiting.id, actor=REVIEWER, now=later(3))
    assert review.publish(store, waiting.id, actor=REVIEWER, now=later(4)) == 3
    assert [value(store, name) for name in ("T05-3", "T05-2")] == [14, 3]


def test_nobody_restores_over_a_release_that_they_have_not_seen(store: Store) -> None:
    others_publish(store, ("T05-3", 15))
    seen = store.latest_release()
    others_publish(store, ("T05-2", 3))
    with pytest.raises(StaleRelease):
        review.restore(store, 1, actor=REVIEWER, now=later(8), reason="x", seen_release=seen)
    assert value(store, "T05-2") == 3


def test_of_two_who_restore_one_wins_and_the_other_is_told(store: Store) -> None:
    others_publish(store, ("T05-3", 15))
    answers = at_once(
        *(
            lambda actor=actor: review.restore(
                store, 1, actor=actor, now=later(8), reason="x", seen_release=2
            )
            for actor in (REVIEWER, SECOND_REVIEWER)
        )
    )
    assert answers.count(3) == 1
    assert isinstance(told(answers)[0], StaleRelease)
    assert store.latest_release() == 3


def test_many_drafts_at_once_are_all_kept(store: Store) -> None:
    answers = at_once(*(lambda n=n: drafted(store, ("T05-3", n)) for n in range(1, 4)))
    assert told(answers) == []
    assert {one.id for one in review.proposals(store)} == {answer.id for answer in answers}  # type: ignore[attr-defined]


# A hundred kills and eight writers are in tests/proof.
