"""Who sees a proposal: its submitter always, others once it is submitted, and of reporters only its departments'."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hengyang import access, review
from hengyang.access import Actor, Role
from hengyang.errors import DataMissing, NotAllowed
from hengyang.labels import LANGUAGES, words
from hengyang.review import State
from hengyang.store import Store
from tests.review.builders import (
    ADMINISTRATOR,
    COMMERCE,
    NOW,
    REPORTER,
    REVIEWER,
    VIEWER,
    drafted,
    later,
    submitted,
)

EDUCATION = Actor("qian", frozenset({Role.REPORTER}), frozenset({"education"}))


def seen(store: Store, actor: Actor, **more) -> set[str]:
    return {found.id for found in review.seen_by(store, actor, **more)}


def test_a_draft_is_seen_by_its_submitter_alone(store: Store) -> None:
    draft = drafted(store, ("T05-3", 15), department="commerce")
    assert seen(store, REPORTER) == {draft.id}
    assert seen(store, replace(REPORTER, name="WANG")) == {draft.id}
    others = [COMMERCE, EDUCATION, REVIEWER, ADMINISTRATOR, replace(REPORTER, name="zhang")]
    for other in others:
        assert seen(store, other) == set()
        with pytest.raises(NotAllowed, match="review-error-not-visible"):
            review.proposal_for(store, draft.id, other)
    assert review.proposal_for(store, draft.id, REPORTER) == draft


@pytest.mark.parametrize("is_returned", [False, True])
def test_what_was_submitted_is_seen_by_reviewers_and_its_department(
    store: Store, is_returned: bool
) -> None:
    found = submitted(store, ("T05-3", 15), department="commerce")
    if is_returned:
        found = review.return_(store, found.id, actor=REVIEWER, now=later(2), reason="why?")
    for actor in (REPORTER, COMMERCE, REVIEWER, ADMINISTRATOR):
        assert review.proposal_for(store, found.id, actor) == found
        assert seen(store, actor) == {found.id}
    assert seen(store, EDUCATION) == set()
    with pytest.raises(NotAllowed):
        review.proposal_for(store, found.id, EDUCATION)


def test_what_is_of_all_departments_is_no_single_department_s(store: Store) -> None:
    found = submitted(store, ("T05-3", 15))
    assert seen(store, COMMERCE) == set()
    assert seen(store, replace(REPORTER, name="zhang")) == {found.id}


def test_states_choose_among_what_may_be_seen(store: Store) -> None:
    draft = drafted(store, ("T05-3", 15))
    waiting = submitted(store, ("T05-2", 3))
    assert seen(store, REPORTER, states={State.DRAFT}) == {draft.id}
    assert seen(store, REVIEWER, states={State.DRAFT}) == set()
    assert seen(store, REVIEWER, states={State.SUBMITTED}) == {waiting.id}


@pytest.mark.parametrize("actor", [None, VIEWER, Actor("nobody")])
def test_whoever_may_see_none_is_told_so(store: Store, actor: Actor | None) -> None:
    found = submitted(store, ("T05-3", 15))
    with pytest.raises(NotAllowed):
        review.seen_by(store, actor)
    with pytest.raises(NotAllowed) as refusal:
        review.proposal_for(store, found.id, actor)
    for language in LANGUAGES:
        assert words(language)(refusal.value.key, **refusal.value.arguments)


def test_a_local_identity_sees_nothing_of_another_workspace(store: Store) -> None:
    elsewhere = replace(access.LOCAL_REVIEWER, workspace="official")
    with pytest.raises(NotAllowed, match="access-denied-workspace"):
        review.seen_by(store, elsewhere)


def test_whoever_signed_in_sees_what_is_theirs(store: Store) -> None:
    found = submitted(store, ("T05-3", 15))
    assert seen(store, replace(REVIEWER, until=NOW)) == {found.id}


def test_a_proposal_that_is_none_is_missing_for_whoever_may_look(store: Store) -> None:
    with pytest.raises(DataMissing):
        review.proposal_for(store, "20190808-00000000", REVIEWER)
