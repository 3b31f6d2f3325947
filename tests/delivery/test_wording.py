"""Old words beside new ones: whole words, verbatim both ways, decisions worked in once."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from hengyang.delivery import clauses, word_difference
from hengyang.delivery.wording import revision
from hengyang.plan.build import SOURCE_DIR
from tests.charts.plans import real_plan

_TEXTS = st.text(st.sampled_from("建设成地下综合管廊50公里,。95%90“” \n(x"), max_size=30)


@given(_TEXTS, _TEXTS)
def test_the_pieces_give_both_wordings_back_letter_by_letter(old: str, new: str) -> None:
    pieces = word_difference(old, new)
    assert "".join(one.text for one in pieces if one.kind != "inserted") == old
    assert "".join(one.text for one in pieces if one.kind != "deleted") == new


def test_a_difference_is_told_in_whole_words() -> None:
    pieces = word_difference("全面禁止秸杆焚烧,达到95%", "全面禁止秸秆焚烧,达到96%")
    assert [one.text for one in pieces if one.kind == "deleted"] == ["秸杆", "95%"]


def decided(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"proposal": f"R{number}-1", "old_zh": old, "proposed_zh": new, "decided_zh": None,
             "decided_on": pd.Timestamp(day)}
            for number, (old, new, day) in enumerate(rows, start=1)
        ]
    )  # fmt: skip


def test_of_two_decisions_about_one_place_the_earlier_stands_and_the_other_is_told() -> None:
    found = revision(
        "x",
        "建成50公里,新增5座",
        decided(
            ("50公里", "60公里", "2017-10-13"),
            ("建成50", "建设40", "2017-10-12"),
            ("新增5座", "新增6座", "2017-10-14"),
        ),
    )
    assert found.new == "建设40公里,新增6座"
    assert (found.applied, found.overlapping) == (("R2-1", "R3-1"), ("R1-1",))


def test_words_that_stand_twice_are_not_guessed_at() -> None:
    found = revision("x", "建成5座,改造5座", decided(("5座", "6座", "2017-10-12")))
    assert (found.new, found.overlapping) == (found.old, ("R1-1",))


def test_every_clause_has_a_name_and_its_words_verbatim() -> None:
    notice = (SOURCE_DIR / "notice.txt").read_text(encoding="utf-8")
    found = clauses(real_plan())
    assert len(found) == 41
    assert all(text in notice for text in found["text_zh"])
    assert found[["name_zh", "name_en"]].notna().all(axis=None)
