"""How those asked stand on a day: silence only where it was looked into, and never before the deadline is over."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hengyang.delivery import consultation_standing, proposal_standing, replies_received
from hengyang.delivery.consultation import Clock, Reply, standing
from hengyang.schema import ReplyKind, ReplyStamp, ReplyState
from tests.charts.plans import real_plan

ASKED, DUE = date(2017, 9, 18), date(2017, 9, 25)
NOTHING = ReplyKind.NONE_RECEIVED
_DAYS = st.integers(-3, 20).map(lambda days: ASKED + timedelta(days=days))
_ORIGIN = {"source": "x", "reported_on": "2017-09-30", "is_simulated": True}


@st.composite
def registers(draw: st.DrawFn) -> list[Reply]:
    """Lines about one of those asked; a reply may take back an earlier one."""
    lines: list[Reply] = []
    for number in range(draw(st.integers(0, 5))):
        earlier = [None, *(one.reply for one in lines)]
        lines.append(
            Reply(
                f"R{number}",
                draw(_DAYS),
                draw(st.sampled_from(ReplyKind)),
                draw(st.sampled_from([None, *ReplyStamp])),
                draw(st.sampled_from(earlier)),
            )
        )
    return lines


def state(replies: list[Reply], on: date) -> ReplyState:
    return standing(replies, Clock(ASKED, DUE, on)).state


def in_time(replies: list[Reply], on: date) -> bool:
    """Whether a reply of the days before the end, known on the day, has not been taken back by then."""
    own = [one for one in replies if one.kind is not NOTHING and one.replied_on <= on]
    back = {one.withdraws for one in own}
    return any(
        one.kind is not ReplyKind.WITHDRAWN and one.replied_on <= DUE and one.reply not in back
        for one in own
    )


@given(registers(), _DAYS)
def test_nobody_is_deemed_to_consent_before_the_deadline_is_over(
    replies: list[Reply], on: date
) -> None:
    if state(replies, on) is ReplyState.DEEMED_CONSENT:
        assert on > DUE
        assert any(one.kind is NOTHING and DUE < one.replied_on <= on for one in replies)


@given(registers(), _DAYS)
def test_a_reply_in_time_excludes_silence(replies: list[Reply], on: date) -> None:
    if on >= ASKED and in_time(replies, on):
        assert state(replies, on) in (
            ReplyState.PROPOSALS,
            ReplyState.NO_OPINION,
            ReplyState.UNSTAMPED,
        )


@given(registers(), registers(), _DAYS)
def test_more_lines_never_turn_a_known_reply_into_silence(
    replies: list[Reply], more: list[Reply], on: date
) -> None:
    later = [Reply(f"{one.reply}x", one.replied_on, one.kind, one.stamp) for one in more]
    before, after = state(replies, on), state([*replies, *later], on)
    if before not in (ReplyState.WAITING, ReplyState.NOT_RECORDED, ReplyState.DEEMED_CONSENT):
        assert after is not ReplyState.DEEMED_CONSENT


@given(registers(), _DAYS)
def test_what_is_not_known_yet_changes_nothing(replies: list[Reply], on: date) -> None:
    assert state(replies, on) is state([one for one in replies if one.replied_on <= on], on)


def test_the_last_day_is_in_time_and_the_day_after_is_late() -> None:
    agrees = ReplyKind.NO_OPINION
    assert state([Reply("R1", DUE, agrees, ReplyStamp.STAMPED)], DUE) is ReplyState.NO_OPINION
    after = DUE + timedelta(days=1)
    assert state([Reply("R1", after, agrees, ReplyStamp.STAMPED)], after) is ReplyState.LATE
    assert state([], DUE) is ReplyState.WAITING
    assert state([], after) is ReplyState.NOT_RECORDED


def test_a_reply_without_a_stamp_is_a_reply_and_one_taken_back_is_no_silence() -> None:
    after = DUE + timedelta(days=1)
    check = Reply("R9", after, NOTHING)
    bare = Reply("R1", ASKED, ReplyKind.PROPOSALS, ReplyStamp.NOT_STAMPED)
    assert state([bare, check], after) is ReplyState.UNSTAMPED
    back = Reply("R2", DUE, ReplyKind.WITHDRAWN, ReplyStamp.STAMPED, "R1")
    assert state([bare, back], DUE) is ReplyState.WAITING
    assert state([bare, back, check], after) is ReplyState.WITHDRAWN


def test_proposals_for_one_place_by_different_replies_contradict_each_other() -> None:
    replies = [
        {"reply": f"R{number}", "respondent": who, "replied_on": "2017-09-20",
         "kind": "proposals", "stamp": "stamped", **_ORIGIN}
        for number, who in ((1, "finance"), (2, "education"), (3, "transport"))
    ]  # fmt: skip
    proposals = [
        {"proposal": f"R{number}-1", "reply": f"R{number}", "clause": "二(二)5", "old_zh": old,
         "proposed_zh": new, **_ORIGIN}
        for number, old, new in (
            (1, "力争建成地下综合管廊50公里", "建成地下综合管廊40公里"),
            (2, "管廊50公里", "管廊60公里"),
            (3, "集中铺设电力", "铺设电力"),
        )
    ]  # fmt: skip
    tables = real_plan(consultation_replies=replies, consultation_proposals=proposals)
    found = proposal_standing(tables, DUE).set_index("proposal")["conflicts_with"]
    assert (found["R1-1"], found["R2-1"], found["R3-1"]) == (["R2-1"], ["R1-1"], [])
    assert proposal_standing(tables, date(2017, 9, 19)).empty
    asked = consultation_standing(tables, DUE).set_index("respondent")
    assert asked.loc["finance", "proposals"] == 1


def test_whatever_came_in_is_counted_or_said_why_not() -> None:
    lines = [
        ("R1", "finance", "2017-09-19", "proposals", None),
        ("R2", "finance", "2017-09-20", "no_opinion", "R1"),
        ("R3", "education", "2017-09-20", "proposals", None),
        ("R4", "education", "2017-09-21", "withdrawn", "R3"),
        ("R5", "transport", "2017-09-21", "no_opinion", None),
        ("R6", "transport", "2017-09-22", "proposals", None),
        ("R7", "justice", "2017-09-26", "none_received", None),
    ]
    replies = [
        {"reply": name, "respondent": who, "replied_on": day, "kind": kind, "withdraws": back,
         "stamp": None if kind == "none_received" else "stamped", **_ORIGIN}
        for name, who, day, kind, back in lines
    ]  # fmt: skip
    tables, after = real_plan(consultation_replies=replies), DUE + timedelta(days=3)
    asked = consultation_standing(tables, after)
    found = replies_received(tables, asked, after).set_index("reply")["part"]
    assert found.to_dict() == {
        "R1": "taken_back", "R2": "counted", "R3": "taken_back", "R4": "withdrawal",
        "R5": "superseded", "R6": "counted",
    }  # fmt: skip
    assert (found == "counted").sum() == asked["reply"].notna().sum()
    assert len(replies_received(tables, asked, date(2017, 9, 20))) == 3


def test_where_nothing_is_recorded_nobody_is_said_to_consent() -> None:
    states = consultation_standing(real_plan(), date(2019, 6, 30))["state"]
    assert set(states) == {"not_recorded"}
    assert set(consultation_standing(real_plan(), DUE)["state"]) == {"waiting"}
