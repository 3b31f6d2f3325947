"""The words: the same in every language, all of them there, none of them idle; numbers written one way."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise

import pytest
from fluent.syntax import ast as ast_of
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

from hengyang import errors, labels, schema
from hengyang.labels import LANGUAGES, Language, words
from tests.labels.reading import (
    Call,
    all_calls,
    calls,
    entries,
    mentioned,
    messages,
    patterns,
    references,
    variables,
)
from tests.sources import Module

#: Family → the enum whose members it names.
ENUM_FAMILIES: dict[str, type[StrEnum]] = {
    "light": schema.Light,
    "theme-light": schema.ThemeLight,
    "arrow": schema.Arrow,
    "rule": schema.Rule,
    "milestone-rule": schema.MilestoneRule,
    "stage": schema.Stage,
    "baseline-rule": schema.BaselineRule,
    "commitment": schema.Commitment,
    "frequency": schema.Frequency,
    "direction": schema.Direction,
    "role": schema.Role,
    "role-source": schema.RoleSource,
    "comparability": schema.Comparability,
    "project-stage": schema.ProjectStage,
    "project-nature": schema.ProjectNature,
    "batch": schema.Batch,
    "gate": schema.Gate,
    "funding": schema.Funding,
    "approval": schema.Approval,
}

#: Families that code puts together out of parts that no single place names.
FAMILIES = (
    *(f"{family}-" for family in ENUM_FAMILIES),
    "comparator-",  # by the member's name, for its values are signs
    "demo-",  # reports written out of the scenario's rows
    "named-in-",  # codes of the plan's own tables
    "error-",  # each exception names its own
    "finding-",  # by reason code, as are
    "mend-",
    "annotate-lost-",  # by what a written workbook no longer holds
    "template-sheet-",
    "template-column-",
)


def test_every_language_has_the_same_keys() -> None:
    assert labels.keys("zh") == labels.keys("en")
    assert labels.keys("zh") == set(messages("zh"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_unreadable(language: Language) -> None:
    assert [
        (file, entry.content) for file, entry in entries(language) if type(entry).__name__ == "Junk"
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_message_is_cut_whole_out_of_its_file_and_stands_alone(language: Language) -> None:
    cut = labels.sources(language)
    for file, entry in entries(language):
        (alone,) = parse(cut[entry.id.name]).body
        assert alone.value.equals(entry.value), (file, entry.id.name)
        assert references(entry) == set(), (file, entry.id.name)
    assert references(parse("key = { other } and { -term }\n").body[0]) == {"other", "term"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language: Language) -> None:
    seen: dict[str, str] = {}
    twice = []
    for file, entry in entries(language):
        key = entry.id.name
        if key in seen:
            twice.append((key, seen[key], file))
        seen[key] = file
    assert twice == []


def test_every_key_lives_in_the_file_of_the_same_name_in_every_language() -> None:
    places = [{entry.id.name: file for file, entry in entries(language)} for language in LANGUAGES]
    assert all(place == places[0] for place in places)


def test_a_message_needs_the_same_arguments_in_every_language() -> None:
    zh, en = messages("zh"), messages("en")
    differing = {key: (zh[key], en[key]) for key in zh if key in en and zh[key] != en[key]}
    assert differing == {}


def test_every_key_that_code_speaks_exists() -> None:
    missing = [(call.where, call.keys) for call in all_calls() if not call.spoken(messages("zh"))]
    assert missing == []
    assert len(all_calls()) > 100


def _given_and_needed() -> Iterator[tuple[str, str, frozenset[str], frozenset[str]]]:
    """Where a single key is spoken with its arguments written out: place, key, given, needed."""
    for call in all_calls():
        key = call.key
        if call.given is not None and key in messages("zh"):
            yield call.where, str(key), call.given, messages("zh")[str(key)]


def test_code_gives_every_argument_that_a_message_needs() -> None:
    told = list(_given_and_needed())
    assert len(told) > 100
    assert [(where, key) for where, key, given, needed in told if needed - given] == []


def test_code_gives_no_argument_that_its_message_ignores() -> None:
    told = list(_given_and_needed())
    assert [(where, key) for where, key, given, needed in told if given - needed] == []


def test_no_key_is_idle() -> None:
    one_pattern = re.compile("|".join(f"(?:{pattern})" for pattern in sorted(mentioned())))
    idle = [
        key
        for key in sorted(messages("zh"))
        if not key.startswith(FAMILIES) and not one_pattern.fullmatch(key)
    ]
    assert idle == []


#: A plural behind a number, with an adjective at most between them; measured points have a decimal.
_PLURAL = re.compile(r" (?:[a-z]+ )?(?!(?:has|is|its|others|points|pts|this|was)\b)[a-z]+[^s\W]s\b")
#: Limits of the program, which are never one, and what is no number at all.
_NEVER_ONE = frozenset({"kind", "limit", "megabytes", "most"})
_NO_NUMBER = frozenset(
    {"as-of", "day", "first", "high", "name", "number", "office", "offices", "old", "option"}
    | {"path", "published", "subject", "value", "year"}
)


class _BarePlurals(Visitor):
    """The arguments that a plural follows outside the variants that were chosen by them."""

    def __init__(self) -> None:
        self.chosen_by: list[str] = []
        self.found: list[str] = []

    def visit_SelectExpression(self, node: ast_of.SelectExpression) -> None:  # noqa: N802
        is_argument = isinstance(node.selector, ast_of.VariableReference)
        self.chosen_by.append(node.selector.id.name if is_argument else "")
        self.generic_visit(node)
        self.chosen_by.pop()

    def visit_Pattern(self, node: ast_of.Pattern) -> None:  # noqa: N802
        self.found += [
            before.expression.id.name
            for before, after in pairwise(node.elements)
            if isinstance(before, ast_of.Placeable)
            and isinstance(before.expression, ast_of.VariableReference)
            and before.expression.id.name not in {*self.chosen_by, *_NEVER_ONE, *_NO_NUMBER}
            and isinstance(after, ast_of.TextElement)
            and _PLURAL.match(after.value)
        ]
        self.generic_visit(node)


def bare_plurals(entry: ast_of.EntryType) -> list[str]:
    visitor = _BarePlurals()
    visitor.visit(entry)
    return visitor.found


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("key = { $count } unfinished projects", ["count"]),
        ("key = { $n ->\n [one] one of { $all } rows\n *[other] { $n } rows\n }", ["all"]),
        ("key = { $n ->\n [one] { $n } row\n *[other] { $n } faulty rows\n }", []),
        ("key = { $count } is less, { $gap } points", []),
    ],
)
def test_a_plural_without_its_singular_is_found_in_variants_and_behind_an_adjective(message, found):
    assert bare_plurals(parse(message).body[0]) == found


def test_english_has_a_singular_for_whatever_it_counts() -> None:
    bare = {entry.id.name: bare_plurals(entry) for _, entry in entries("en")}
    # the most rows that a file may have; a day until which replies may come
    assert {key for key, found in bare.items() if found} == {
        "intake-file-help",
        "finding-checked_too_early",
    }


def test_a_count_that_is_given_as_text_chooses_its_plural_and_stays_as_written() -> None:
    say = words("en")
    assert "Of the plans for 2018, 1 project was" in say(
        "plan-slipped-line", years="2018", projects="1", carried="CNY 1 million"
    )
    assert say("proposals-some", count="2019") == "2019 rows"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", ENUM_FAMILIES)
def test_every_member_of_an_enum_has_its_word(family: str, language: Language) -> None:
    for member in ENUM_FAMILIES[family]:
        assert words(language)(f"{family}-{member}").strip()


def test_a_light_reads_differently_from_every_other_light() -> None:
    for language in LANGUAGES:
        said = [words(language)(f"light-{light}") for light in schema.Light]
        assert len(set(said)) == len(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_comparator_has_its_word(language: Language) -> None:
    for member in schema.Comparator:
        assert words(language)(f"comparator-{member.name.lower()}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exception_has_its_sentence(language: Language) -> None:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    assert errors.DataMissing in kinds
    for kind in kinds:
        assert kind.key in messages(language)


def test_an_english_sentence_has_no_chinese_in_it() -> None:
    said = {
        key: text
        for key in messages("en")
        if not messages("en")[key]
        for text in [words("en")(key)]
        if re.search("[\u4e00-\u9fff]", text)
    }
    assert set(said) <= {
        "frame-other-language",  # says to Chinese readers where to go
        "frame-other-language-help",
        "frame-search-placeholder",  # shows that the search takes Chinese
    }, said


def test_an_unknown_key_and_a_missing_argument_are_noticed() -> None:
    with pytest.raises(LookupError):
        words("zh")("no-such-key")
    with pytest.raises(ValueError, match="frame-release-number"):
        words("zh")("frame-release-number")


# What reads the code must itself be seen to read.


def test_the_reader_finds_keys_families_and_branches() -> None:
    source = """
say("a-key", name=1, other_name=2)
view.say(f"light-{light}")
words("zh")("b-key" if x else "c-key")
raise NotUnderstood("d-key", **more)
say(key)
"""
    assert sorted(calls(Module("hengyang/ui/x.py", source)), key=lambda call: call.where) == [
        Call("hengyang/ui/x.py:2", re.escape("a-key"), frozenset({"name", "other-name"})),
        Call("hengyang/ui/x.py:3", re.escape("light-") + "[a-zA-Z0-9_-]+", frozenset()),
        Call("hengyang/ui/x.py:4", re.escape("b-key"), frozenset()),
        Call("hengyang/ui/x.py:4", re.escape("c-key"), frozenset()),
        Call("hengyang/ui/x.py:5", re.escape("d-key"), None),
    ]


def test_a_family_speaks_its_members_only() -> None:
    pattern = next(patterns(ast.parse('f"light-{x}"', mode="eval").body))
    assert Call("", pattern, None).spoken(["light-met", "theme-light-red", "light-"]) == [
        "light-met"
    ]


def test_a_key_that_nobody_speaks_would_be_noticed() -> None:
    assert not any(re.fullmatch(pattern, "nobody-speaks-this") for pattern in mentioned())
    assert any(re.fullmatch(pattern, "overview-finding") for pattern in mentioned())


def test_arguments_inside_selections_are_seen() -> None:
    assert variables("k = { $n ->\n    [one] { $a }\n   *[other] b\n }\n") == {"n", "a"}


# Numbers and dates


@given(st.floats(min_value=-1e6, max_value=99.999999))
def test_a_percentage_is_never_rounded_up(value_pct: float) -> None:
    shown = float(labels.percent_floored(value_pct).rstrip("%").replace(",", ""))
    assert shown <= value_pct + 1e-6
    assert shown < 100
    assert value_pct - shown < 0.1 + 1e-6


@given(st.floats(min_value=0, max_value=1e9), st.sampled_from(LANGUAGES))
def test_a_number_reads_back_as_itself_to_its_decimals(value: float, language: Language) -> None:
    shown = labels.number(value, language)
    _, _, decimals = shown.partition(".")
    assert abs(float(shown.replace(",", "")) - value) <= 0.5 * 10 ** -len(decimals) + 1e-6 * value


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_a_whole_number_has_no_decimals(value: int) -> None:
    assert labels.number(value) == f"{value:,}"


def test_numbers_are_written_in_groups_of_three_with_the_decimals_asked_for() -> None:
    assert labels.number(20000) == "20,000"
    assert labels.number(15, places=1) == "15.0"
    assert labels.number(3.25) == "3.25"
    assert labels.number(-21.67, places=1) == "-21.7"


def test_a_percentage_just_under_full_is_not_full() -> None:
    assert labels.percent_floored(99.96) == "99.9%"
    assert labels.percent_floored(99.999, places=0) == "99%"
    assert labels.percent_floored(100) == "100.0%"


def test_float_noise_does_not_cost_a_tenth() -> None:
    assert labels.percent_floored(100 * 0.29) == "29.0%"


def test_days_and_months_are_written_as_each_language_does() -> None:
    day = date(2019, 5, 31)
    assert labels.day(day, "zh") == "2019年5月31日"
    assert labels.day(day, "en") == "31 May 2019"
    assert labels.month(day, "zh") == "2019年5月"
    assert labels.month(day, "en") == "May 2019"


def test_a_number_shows_what_was_reported_and_never_rounds_up_to_a_hundred() -> None:
    assert labels.number(15.04) == "15.04"
    assert labels.number(99.96) == "99.96"
    assert labels.number(15.0) == "15"
    assert labels.number(20_000) == "20,000"
    assert labels.number(2 / 3 * 10) == "6.67"


@given(st.floats(min_value=0, max_value=99.999999))
def test_nothing_under_a_hundred_reads_a_hundred(value: float) -> None:
    assert float(labels.number(value).replace(",", "")) < 100
