"""Freezing and reading editions: the same numbers for ever, contiguous ids, and who may."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from hengyang import meeting
from hengyang.access import LOCAL_REPORTER, LOCAL_REVIEWER, Actor, Role
from hengyang.errors import DataMissing, NotAllowed, NotUnderstood
from hengyang.meeting import DeckKind, Edition, SlideEdit
from hengyang.progress import Thresholds
from hengyang.store import Store, open_store
from tests.store.builders import observations

NOW = datetime(2019, 7, 10, 2, tzinfo=UTC)
DAY = date(2019, 6, 30)


def proposed(**changed) -> Edition:
    given = {"workspace": "demo", "release": 26, "as_of": DAY, **changed}
    return Edition.unfrozen(**given)


def freeze(store: Store, edition: Edition | None = None, actor: Actor | None = LOCAL_REVIEWER):
    return meeting.freeze(store, edition or proposed(), actor=actor, now=NOW)


def publish_another_value(store: Store) -> int:
    return store.submit_and_publish(
        "later",
        {"observations": observations(("T05-3", "2019-06-30", 40.0), is_simulated=True)},
        actor="tester",
        reason="a test",
        published_at=NOW + timedelta(days=1),
    )


def test_what_is_not_frozen_has_no_id_whoever_asks_for_one() -> None:
    found = proposed(number=7, frozen_by="wang", frozen_at=NOW)
    assert (found.id, found.is_frozen, found.frozen_by) == (None, False, None)


def test_an_edition_shows_the_same_after_a_later_release(own: Store) -> None:
    first = freeze(own)
    before = {lang: meeting.material(own, first).deck(lang) for lang in ("zh", "en")}
    assert publish_another_value(own) == 27
    read = meeting.edition(own, "E1")
    assert read == first
    for lang in ("zh", "en"):
        after = meeting.material(own, read).deck(lang)
        assert (after.slides, after.stamp) == (before[lang].slides, before[lang].stamp)
    # and the test can fail: the newest release does say something else
    newest = meeting.material(own, proposed(release=27)).deck("zh")
    assert newest.slides != before["zh"].slides


def test_an_edition_keeps_everything_it_was_given(own: Store) -> None:
    given = proposed(
        deck=DeckKind.THEME,
        themes=("green",),
        lights=("behind",),
        thresholds=replace(Thresholds(), behind_points=5.0),
        title="调度会",
        slides=(SlideEdit("cover", {"zh": "标题"}, {"en": "a note"}),),
    )
    made = freeze(own, given)
    assert meeting.editions(own) == (made,)
    unpinned = replace(made, number=None, frozen_by=None, frozen_at=None)
    assert unpinned == given
    assert (made.id, made.frozen_by, made.frozen_at) == ("E1", "demo-reviewer", NOW)


@pytest.mark.proof
def test_ids_are_contiguous_in_a_workspace_and_nobody_s_is_lost_when_many_freeze_at_once(
    own: Store,
) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda at: freeze(own, proposed(title=f"no {at}")), range(8)))
    assert sorted(one.number or 0 for one in made) == list(range(1, 9))
    kept = meeting.editions(own)
    assert [one.id for one in kept] == [f"E{number}" for number in range(8, 0, -1)]
    assert {one.title for one in kept} == {f"no {at}" for at in range(8)}
    official = open_store(own.url, "official")
    assert meeting.editions(official) == ()


@pytest.mark.parametrize(
    "actor", [None, Actor("zhou", frozenset({Role.VIEWER})), Actor("x", frozenset())]
)
def test_whoever_is_not_granted_it_freezes_nothing(own: Store, actor: Actor | None) -> None:
    assert not meeting.may_freeze(actor, proposed())
    with pytest.raises(NotAllowed):
        freeze(own, actor=actor)
    assert meeting.editions(own) == ()


def test_a_reporter_freezes_what_concerns_their_own_department_alone(own: Store) -> None:
    zhao = Actor("zhao", frozenset({Role.REPORTER}), frozenset({"commerce"}))
    theirs = proposed(deck=DeckKind.DEPARTMENT, departments=("commerce",))
    others = proposed(deck=DeckKind.DEPARTMENT, departments=("education",))
    assert freeze(own, theirs, zhao).id == "E1"
    for refused in (others, proposed(), replace(theirs, departments=("commerce", "education"))):
        assert not meeting.may_freeze(zhao, refused)
        with pytest.raises(NotAllowed):
            freeze(own, refused, zhao)


def test_a_sign_in_that_has_ended_freezes_nothing(own: Store) -> None:
    ended = replace(Actor("li", frozenset({Role.REVIEWER})), until=NOW - timedelta(seconds=1))
    with pytest.raises(NotAllowed):
        freeze(own, actor=ended)


def test_the_demo_s_identities_freeze_in_the_demo_only(own: Store) -> None:
    official = open_store(own.url, "official")
    for actor in (LOCAL_REPORTER, LOCAL_REVIEWER):
        assert freeze(own, actor=actor).is_frozen
        with pytest.raises(NotAllowed):
            freeze(official, proposed(workspace="official", release=1), actor)


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"release": 99}, DataMissing),
        ({"previous": 5}, DataMissing),
        ({"workspace": "official"}, DataMissing),
        ({"departments": ("no such office",)}, NotUnderstood),
        ({"deck": DeckKind.THEME}, NotUnderstood),
        ({"deck": DeckKind.DEPARTMENT, "departments": ("commerce", "education")}, NotUnderstood),
        ({"title": "长" * 201}, NotUnderstood),
        ({"slides": (SlideEdit("cover", {}, {"zh": "长" * 4001}),)}, NotUnderstood),
    ],
)
def test_what_cannot_be_shown_is_not_frozen(own: Store, changed, error) -> None:
    with pytest.raises(error):
        freeze(own, proposed(**changed))
    assert meeting.editions(own) == ()


def test_the_last_meeting_is_the_newest_edition_that_saw_less(own: Store) -> None:
    april = freeze(own, proposed(release=23, as_of=date(2019, 4, 30)))
    green = freeze(own, proposed(release=24, as_of=date(2019, 5, 31), themes=("green",)))
    now = freeze(own, proposed())
    again = freeze(own, proposed(title="for the same meeting"))
    assert (april.previous, green.previous) == (None, 1)
    assert (now.previous, again.previous) == (1, 1)  # the green one saw something else
    assert freeze(own, proposed(previous=2)).previous == 2
    found = meeting.material(own, now).deck("zh")
    assert any("E1(2019年4月30日)" in slide.title for slide in found.slides)
