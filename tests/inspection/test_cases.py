"""The steps of a case: who may take which, when, and what a step must say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from hengyang import inspection, store
from hengyang.access import Actor, Role
from hengyang.errors import AlreadyDecided, DataMissing, NotAllowed, NotUnderstood, StaleRelease
from hengyang.inspection import Desk, case_events
from hengyang.schema import Tables

NOW = datetime(2019, 7, 5, 3, tzinfo=UTC)
RED, RECOVERED = "T16-2-2018-12", "T15-M2-2018-10"  # nobody asked yet; verified
LI = Actor("li", frozenset({Role.REVIEWER}))
WANG = Actor("wang", frozenset({Role.REPORTER}), frozenset({"agriculture"}))
ZHAO = Actor("zhao", frozenset({Role.REPORTER}), frozenset({"education"}))


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    """The newest release of the demo, read once: every month's lights are worked out once."""
    return store.open_store(store_url, "demo").read()


@pytest.fixture
def desk(own_store_url: str, tables: Tables) -> Desk:
    kept = store.open_store(own_store_url, "demo")
    return Desk(kept, tables, date(2019, 6, 30), LI, NOW, seen=0)


def after(desk: Desk, seen: int, actor: Actor | None = LI) -> Desk:
    return replace(desk, seen=seen, actor=actor)


def asked(desk: Desk) -> None:
    inspection.assign(desk, RED, "agriculture", "请说明原因")


def replied(desk: Desk) -> None:
    asked(desk)
    inspection.reply(after(desk, 1, WANG), RED, "原因", "措施", date(2019, 9, 30))


def test_a_case_goes_its_whole_way_up_to_the_red_light(desk: Desk) -> None:
    replied(desk)
    inspection.send_back(after(desk, 2), RED, "不具体")
    inspection.reply(after(desk, 3, WANG), RED, "原因二", "措施二", date(2019, 8, 31))
    inspection.verify(after(desk, 4), RED, "已核实")
    with pytest.raises(NotUnderstood, match="still-red"):
        inspection.close(after(desk, 5), RED, "证据")
    rows = case_events(desk.store, RED)
    assert list(rows["step"]) == ["assigned", "replied", "sent_back", "replied", "verified"]
    assert list(rows["actor"]) == ["li", "wang", "li", "wang", "li"]
    assert rows["is_simulated"].all()


def test_a_recovered_case_is_closed_with_its_evidence(desk: Desk) -> None:
    with pytest.raises(NotUnderstood, match="no-evidence"):
        inspection.close(after(desk, 3), RECOVERED, "  ")
    inspection.close(after(desk, 3), RECOVERED, " 现场照片 ")
    last = case_events(desk.store, RECOVERED).iloc[-1]
    assert (last["step"], last["evidence"]) == ("closed", "现场照片")
    with pytest.raises(NotUnderstood, match="not-now"):
        inspection.assign(after(desk, 4), RECOVERED, "environmental_protection")


@pytest.mark.parametrize("somebody", [None, WANG, Actor("sun", frozenset({Role.PRESENTER}))])
def test_only_a_reviewer_asks(desk: Desk, somebody: Actor | None) -> None:
    with pytest.raises(NotAllowed):
        asked(after(desk, 0, somebody))
    assert case_events(desk.store, RED).empty


@pytest.mark.parametrize("somebody", [None, LI, ZHAO])
def test_only_a_reporter_of_the_department_that_was_asked_replies(desk, somebody) -> None:
    asked(desk)
    with pytest.raises(NotAllowed):
        inspection.reply(after(desk, 1, somebody), RED, "a", "b", date(2019, 9, 30))


def test_nobody_verifies_or_closes_what_they_replied_to_themselves(desk: Desk) -> None:
    both = Actor("Wang", frozenset(Role), frozenset({"*"}))  # the same person in capitals
    replied(desk)
    with pytest.raises(NotAllowed, match="own-reply"):
        inspection.verify(after(desk, 2, both), RED, "我看过")


def test_a_sign_in_that_has_ended_writes_nothing(desk: Desk) -> None:
    with pytest.raises(NotAllowed, match="expired"):
        asked(replace(desk, actor=replace(LI, until=NOW - timedelta(seconds=1))))


def test_a_department_that_is_not_listed_is_not_asked(desk: Desk) -> None:
    with pytest.raises(NotUnderstood, match="not-listed"):
        inspection.assign(desk, RED, "education")


@pytest.mark.parametrize(
    ("cause", "measure", "promised_on"),
    [(" ", "b", date(2019, 9, 1)), ("a", "", date(2019, 9, 1)), ("a", "b", None)],
)
def test_a_reply_says_cause_measure_and_day(desk: Desk, cause, measure, promised_on) -> None:
    asked(desk)
    with pytest.raises(NotUnderstood, match="case-error-no-"):
        inspection.reply(after(desk, 1, WANG), RED, cause, measure, promised_on)
    assert len(case_events(desk.store, RED)) == 1


def test_whoever_is_not_the_first_is_told_who_was(desk: Desk) -> None:
    asked(desk)
    with pytest.raises(AlreadyDecided, match="li"):
        asked(desk)


def test_a_step_is_judged_by_the_newest_release(desk: Desk) -> None:
    older = Tables("demo", desk.tables.release - 1, desk.tables.frames)
    with pytest.raises(StaleRelease):
        asked(replace(desk, tables=older))


def test_a_case_that_is_none_is_refused(desk: Desk) -> None:
    with pytest.raises(DataMissing, match="T05-3-1999-01"):
        inspection.assign(desk, "T05-3-1999-01", "agriculture")


def test_an_endless_text_is_refused(desk: Desk) -> None:
    with pytest.raises(NotUnderstood, match="too-long"):
        inspection.assign(desk, RED, "agriculture", "长" * 2001)


def test_preparing_again_brings_no_step_twice(desk: Desk, own_store_url: str) -> None:
    before = case_events(desk.store)
    store.prepare(own_store_url)
    assert len(case_events(desk.store)) == len(before) > 10
    assert before["is_simulated"].all()
    assert case_events(store.open_store(own_store_url, "official")).empty
