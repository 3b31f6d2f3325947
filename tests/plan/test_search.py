from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengyang.plan import load_plan, search, search_index
from hengyang.plan.search import COLUMNS


@cache
def plan():
    return load_plan()


@cache
def index():
    return search_index(plan())


def found(query, language="zh", limit=12):
    hits = search(plan(), query, language, limit, index=index())
    return list(zip(hits["kind"], hits["id"], strict=True))


@pytest.mark.parametrize("query", ["T05-3", "t05-3", " T05-3 ", "\uff3405\uff0d3"])
def test_a_target_s_number_finds_it_however_it_is_typed(query):
    assert found(query)[0] == ("indicator", "T05-3")


@pytest.mark.parametrize("query", ["5", "T05", "t5"])
def test_a_task_s_number_finds_the_task_first(query):
    assert found(query)[0] == ("task", "5")


def test_a_milestone_s_number_finds_it():
    assert found("T22-M1")[0] == ("milestone", "T22-M1")


def test_the_beginning_of_a_number_finds_all_that_begin_with_it():
    ids = [identifier for _, identifier in found("T05-")]
    assert ids == ["T05-1", "T05-2", "T05-3", "T05-M1"]


def test_words_within_a_chinese_name_find_it():
    assert ("task", "5") in found("管廊")
    assert ("indicator", "T05-3") in found("管廊")


def test_a_name_that_begins_with_the_query_comes_before_one_that_holds_it():
    kinds = found("大气")
    assert kinds[0] == ("task", "15")


@pytest.mark.parametrize("query", ["市发展改革委", "发改委", "衡阳市发展和改革委员会", "市发改委"])
def test_every_spelling_finds_the_department(query):
    assert found(query)[0] == ("department", "development_and_reform")


def test_both_spellings_of_the_tourism_bureau_find_the_same_department():
    assert found("市旅游宗教外侨局")[0] == found("市旅游外侨民宗局")[0]


def test_english_words_are_found_in_any_order_and_without_their_ends():
    assert found("sewage county", "en")[0] == ("indicator", "T09-2")
    assert found("county sewage treat", "en")[0] == ("indicator", "T09-2")


def test_english_is_found_in_a_chinese_page_too():
    assert ("task", "5") in found("utility tunnels", "zh")


def test_letters_within_an_english_word_are_no_hit():
    assert ("task", "9") in found("sewage", "en")
    assert found("ewage", "en") == []


def test_initials_find_a_chinese_name():
    assert found("dxzhgl")[0] == ("task", "5")
    assert found("sfgw")[0] == ("department", "development_and_reform")


def test_initials_of_an_alias_find_the_department():
    """市交通局 for 市交通运输局."""
    assert found("sjtj")[0] == ("department", "transport")


@pytest.mark.parametrize("query", ["lvse", "lüse"])
def test_the_vowel_of_green_may_be_typed_either_way(query):
    assert ("indicator", "T17-4") in found(query)


def test_full_pinyin_finds_a_chinese_name():
    assert found("guanlang")[0] == ("task", "5")
    assert found("qi dong")[0] == ("place", "祁东")


def test_pinyin_begins_at_a_character_not_within_one():
    """`an` begins 安 but is only the end of 管."""
    assert ("task", "5") not in found("anlang")


def test_initials_of_one_letter_are_too_few():
    assert ("department", "development_and_reform") in found("fg", limit=500)
    assert ("department", "development_and_reform") not in found("f", limit=500)


def test_words_of_a_task_s_paragraph_find_the_task_last():
    hits = search(plan(), "油烟净化", "zh", index=index())
    assert hits["id"].tolist() == ["15"]
    assert hits["score"].tolist() == [10.0]


def test_a_place_leads_to_each_task_that_names_it():
    hits = search(plan(), "祁东", "zh", index=index())
    places = hits[(hits["kind"] == "place") & (hits["id"] == "祁东")]
    assert sorted(places["task"]) == [4, 22]


def test_a_department_belongs_to_no_task():
    hits = search(plan(), "市教育局", "zh", index=index())
    assert hits["task"].isna().tolist()[0]


@pytest.mark.parametrize("query", ["", "   ", "zzzzqq", "没有这样的词"])
def test_nothing_found_is_no_rows_with_the_same_columns(query):
    hits = search(plan(), query, "zh", index=index())
    assert hits.empty
    assert tuple(hits.columns) == COLUMNS


def test_no_more_than_the_limit_is_given():
    assert len(found("建设", limit=3)) == 3
    assert found("建设", limit=0) == []


def test_the_index_changes_nothing_but_the_time():
    with_index = search(plan(), "污水", "zh", index=index())
    assert with_index.equals(search(plan(), "污水", "zh"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30), st.sampled_from(["zh", "en"]))
def test_any_text_may_be_searched_for(query, language):
    hits = search(plan(), query, language, index=index())
    assert tuple(hits.columns) == COLUMNS
    assert hits["score"].is_monotonic_decreasing
    assert len(hits) <= 12


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_name_s_own_beginning_finds_it(data):
    names = plan()["indicators"]["name_zh"].tolist() + plan()["tasks"]["name_zh"].tolist()
    name = data.draw(st.sampled_from(names))
    length = data.draw(st.integers(min_value=2, max_value=len(name)))
    hits = search(plan(), name[:length], "zh", limit=400, index=index())
    assert name in hits["name_zh"].tolist()
