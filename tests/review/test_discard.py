"""Giving up a draft, or what came back: a step like any other; nothing is deleted."""

from __future__ import annotations

import pytest

from hengyang import review
from hengyang.errors import AlreadyDecided, NotAllowed
from hengyang.review import State
from hengyang.store import Store, received_file
from tests.review.builders import (
    ADMINISTRATOR,
    COMMERCE,
    REPORTER,
    REVIEWER,
    VIEWER,
    approved,
    drafted,
    later,
    submitted,
)


def discarded(store: Store, number: str, actor=REPORTER, reason: str | None = None):
    return review.discard(store, number, actor=actor, now=later(5), reason=reason)


def test_a_discarded_draft_is_over_and_everything_about_it_stays(store: Store) -> None:
    draft = drafted(store, ("T05-3", 15))
    after = discarded(store, draft.id, reason=" wrong month ")
    last = after.history[-1]
    assert after.state is State.DISCARDED
    assert (last.actor, last.at, last.reason) == (REPORTER.name, later(5), "wrong month")
    assert len(review.cells(store, draft.id)) == 1
    assert received_file(store, str(draft.sha256), draft.suffix) == b"a file"
    with pytest.raises(AlreadyDecided, match="discarded"):
        review.submit(store, draft.id, actor=REPORTER, now=later(6))
    with pytest.raises(AlreadyDecided):
        discarded(store, draft.id)


def test_what_came_back_may_be_discarded_and_stays_in_view(store: Store) -> None:
    found = submitted(store, ("T05-3", 15))
    review.return_(store, found.id, actor=REVIEWER, now=later(2), reason="why?")
    assert discarded(store, found.id).state is State.DISCARDED
    assert [one.id for one in review.seen_by(store, REVIEWER)] == [found.id]


def test_only_a_draft_of_one_s_own_can_be_discarded(store: Store) -> None:
    for actor in (COMMERCE, REVIEWER, ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            discarded(store, drafted(store, ("T05-3", 15), department="commerce").id, actor)
    with pytest.raises(AlreadyDecided):
        discarded(store, approved(store, ("T05-3", 16)).id)


def test_a_draft_s_end_is_seen_in_the_audit_by_its_author_and_an_administrator(
    store: Store,
) -> None:
    draft = discarded(store, drafted(store, ("T05-3", 15)).id)
    for actor, seen in ((REPORTER, 1), (ADMINISTRATOR, 1), (REVIEWER, 0), (VIEWER, 0), (None, 0)):
        assert len(review.audited(store, actor)) == seen
    log = review.event_log([draft])
    assert list(log["event"]) == ["drafted", "discarded"]
    assert review.seen_by(store, ADMINISTRATOR) == ()
