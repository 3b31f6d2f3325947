import itertools

from hypothesis import given
from hypothesis import strategies as st

from hengyang.plan import highlights, load_plan

# few letters, so that quotes often occur, repeat and overlap
LETTERS = st.text(alphabet="甲乙丙", max_size=12)
QUOTES = st.lists(
    st.tuples(st.sampled_from(["T01-1", "T01-2", "T01-M1"]), st.text(alphabet="甲乙丙", max_size=4))
)


def test_a_text_without_quotes_is_one_piece():
    assert highlights("建50公里。", []) == [("建50公里。", ())]


def test_no_text_is_no_piece():
    assert highlights("", [("T01-1", "甲")]) == []


def test_the_text_is_cut_at_the_borders_of_its_quote():
    assert highlights("全市建成50公里。", [("T05-3", "建成50公里")]) == [
        ("全市", ()),
        ("建成50公里", ("T05-3",)),
        ("。", ()),
    ]


def test_where_quotes_overlap_both_stand():
    assert highlights("甲乙丙丁", [("a", "甲乙丙"), ("b", "乙丙丁")]) == [
        ("甲", ("a",)),
        ("乙丙", ("a", "b")),
        ("丁", ("b",)),
    ]


def test_a_quote_within_a_quote_cuts_it_in_three():
    assert highlights("甲乙丙", [("a", "甲乙丙"), ("b", "乙")]) == [
        ("甲", ("a",)),
        ("乙", ("a", "b")),
        ("丙", ("a",)),
    ]


def test_two_targets_that_share_a_quote_share_its_piece():
    assert highlights("甲乙", [("a", "甲乙"), ("b", "甲乙")]) == [("甲乙", ("a", "b"))]


def test_a_quote_is_marked_wherever_it_occurs():
    assert highlights("甲乙甲", [("a", "甲")]) == [("甲", ("a",)), ("乙", ()), ("甲", ("a",))]


def test_an_id_given_twice_is_named_once():
    assert highlights("甲乙", [("a", "甲"), ("a", "甲乙")]) == [("甲乙", ("a",))]


def test_neighbouring_targets_keep_their_own_pieces():
    assert highlights("甲乙", [("a", "甲"), ("b", "乙")]) == [("甲", ("a",)), ("乙", ("b",))]


@given(LETTERS, QUOTES)
def test_the_pieces_joined_are_the_text(text, quotes):
    assert "".join(piece for piece, _ in highlights(text, quotes)) == text


@given(LETTERS, QUOTES)
def test_pieces_are_never_empty_and_neighbours_differ(text, quotes):
    segments = highlights(text, quotes)
    assert all(piece for piece, _ in segments)
    assert all(one[1] != two[1] for one, two in itertools.pairwise(segments))


@given(LETTERS, QUOTES)
def test_an_id_is_marked_exactly_when_one_of_its_quotes_occurs(text, quotes):
    marked = {identifier for _, ids in highlights(text, quotes) for identifier in ids}
    assert marked == {identifier for identifier, quote in quotes if quote and quote in text}


def test_every_target_of_the_plan_is_marked_in_its_task():
    plan = load_plan()
    for task in plan["tasks"].to_dict("records"):
        rows = plan["indicators"][plan["indicators"]["task"] == task["task"]]
        quotes = list(zip(rows["indicator"], rows["quote_zh"], strict=True))
        marked = {i for _, ids in highlights(task["text_zh"], quotes) for i in ids}
        assert marked == set(rows["indicator"])
