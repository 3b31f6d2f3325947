"""Worked examples as HTML: one indicator a rule, from its inputs to its light, with the present numbers."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.method import signed, signed_with_unit, threshold_words
from hengyang.charts.quantities import target_words
from hengyang.charts.rows import row_of
from hengyang.labels import Language, words
from hengyang.progress import Assessment, Thresholds, explain
from hengyang.remembered import remembered
from hengyang.schema import Light, Rule, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
_RULES = (
    Rule.CUMULATIVE,
    Rule.LEVEL,
    Rule.RANGE_LOW,
    Rule.FLOOR,
    Rule.CAP,
    Rule.BAND,
    Rule.AMBIGUOUS,
)
#: The plan's own example of the method, shown first whenever it has a value.
FIRST_EXAMPLE = "T05-3"
#: Workings carry one place more than results, so that a reader who checks them gets the same result.
_PLACES = 2
#: Where the share of time that has passed is not what is expected.
_OTHER_PATHS = {"annual_path", "s_curve"}


def chosen_examples(assessment: Assessment) -> list[str]:
    """One indicator a rule that has a value to show, those with a path before those without.

    Rules without any value are left out; nothing is made up for them.
    """
    rows = assessment.counted
    # a light set by hand would not follow from the arithmetic shown
    valued = rows[rows["actual"].notna() & rows["override_reason"].isna()]
    found = []
    for rule in _RULES:
        candidates = valued[valued["rule"] == rule.value]
        if candidates.empty:
            continue
        if FIRST_EXAMPLE in set(candidates["indicator"]):
            found.append(FIRST_EXAMPLE)
            continue
        telling = candidates[candidates["gap_points"].notna() & ~candidates["is_stale"]]
        telling = telling[telling["light"] != Light.MET.value]
        found.append(str((telling if len(telling) else candidates).iloc[0]["indicator"]))
    return found


@remembered(16)
def examples_panel(
    assessment: Assessment, tables: Tables, language: Language, link: Link
) -> Markup:
    """The examples side by side; says so when the release has no value to work with."""
    say = words(language)
    cards = [
        example(indicator, assessment, tables, language, link)
        for indicator in chosen_examples(assessment)
    ]
    body = (
        Markup('<div class="me-examples">{}</div>').format(_NOTHING.join(cards))
        if cards
        else Markup('<div class="panel"><p class="calm">{}</p></div>').format(
            say("method-examples-none")
        )
    )
    return Markup('<h3 class="me-h">{} <small>{}</small></h3>{}').format(
        say("method-examples"),
        say(
            "method-examples-note",
            release=str(tables.release),
            day=labels.day(assessment.as_of, language),
        ),
        body,
    )


def example(
    indicator: str, assessment: Assessment, tables: Tables, language: Language, link: Link
) -> Markup:
    """One indicator: inputs, attainment, expected share, gap, light, each with the numbers put in."""
    say = words(language)
    row = row_of(assessment.indicators, "indicator", indicator)
    target = row_of(tables.indicators, "indicator", indicator)
    told = explain(indicator, tables, assessment.as_of, assessment.thresholds)
    start = pd.Timestamp(str(told.inputs["start"]))
    steps = [
        *_inputs(row, target, start, language),
        *_workings(row, target, start, assessment.thresholds, language),
    ]
    return Markup(
        '<section class="panel me-ex"><h4>{mark}<a href="{href}">{id} {name}</a><small>{rule}</small></h4>'
        "<dl>{steps}</dl><p>{sentence}</p></section>"
    ).format(
        mark=marks.light_mark(row["light"], language, size=14, is_stale=bool(row["is_stale"])),
        href=link("task", task=target["task"], indicator=indicator),
        id=indicator,
        name=target[f"name_{language}"],
        rule=say(f"rule-{row['rule']}"),
        steps=_NOTHING.join(
            Markup("<dt>{}</dt><dd>{}</dd>").format(name, content) for name, content in steps
        ),
        sentence=told.sentence(language),
    )


def _with_unit(value: float, unit: str, language: Language) -> str:
    return f"{labels.number(value, language)}{'' if unit == '%' else ' '}{unit}"


def _inputs(
    row: pd.Series, target: pd.Series, start: pd.Timestamp, language: Language
) -> list[tuple[str, str]]:
    say = words(language)
    unit = target[f"unit_{language}"]
    is_plain = not pd.isna(row["aim"]) and row["rule"] != Rule.BAND
    aim = (
        _with_unit(float(row["aim"]), unit, language)
        if is_plain
        else target_words(target, language)
    )
    lines = []
    if not pd.isna(row["gap_points"]) or not pd.isna(row["baseline"]):
        baseline = 0.0 if pd.isna(row["baseline"]) else float(row["baseline"])
        lines.append(
            (
                say("method-input-baseline"),
                say(
                    "method-input-at",
                    value=_with_unit(baseline, unit, language),
                    day=labels.day(start, language),
                )
                + _assumed(row, ("baseline_assumed", "start_assumed"), language),
            )
        )
    lines.append(
        (
            say("method-input-target"),
            say("method-input-at", value=aim, day=labels.day(row["deadline"], language))
            + _assumed(row, ("deadline_assumed",), language),
        )
    )
    lines.append(
        (
            say("method-input-actual"),
            say(
                "method-input-at",
                value=_with_unit(float(row["actual"]), unit, language),
                day=labels.day(row["reference_date"], language),
            ),
        )
    )
    return lines


def _assumed(row: pd.Series, flags: tuple[str, ...], language: Language) -> str:
    say = words(language)
    return "".join(
        say("method-input-flag", flag=say(f"flag-{flag}")) for flag in flags if flag in row["flags"]
    )


def _workings(
    row: pd.Series,
    target: pd.Series,
    start: pd.Timestamp,
    thresholds: Thresholds,
    language: Language,
) -> list[tuple[str, Markup | str]]:
    say = words(language)
    lines: list[tuple[str, Markup | str]] = []
    if not pd.isna(row["gap_points"]):
        lines += [
            (say("method-step-attainment"), _attainment(row, language)),
            (say("method-step-expected"), _expected(row, start, language)),
            (
                say("method-step-gap"),
                say(
                    "method-work-gap",
                    attainment=labels.percent_floored(row["attainment_pct"], language, _PLACES),
                    expected=_share(row["expected_pct"], language),
                    gap=signed(row["gap_points"], language),
                ),
            ),
        ]
    elif not pd.isna(row["margin"]):
        unit = target[f"unit_{language}"]
        actual, edge = (
            labels.number(value, language) for value in (row["actual"], target["target"])
        )
        one, other = (actual, edge) if row["rule"] == Rule.FLOOR else (edge, actual)
        lines.append(
            (
                say("method-work-margin"),
                say(
                    "method-work-difference",
                    one=one,
                    other=other,
                    result=signed_with_unit(row["margin"], unit, language),
                ),
            )
        )
    else:
        lines.append((say("method-step-gap"), say("method-work-no-path")))
    lines.append(
        (
            say("method-lights-light"),
            Markup("{} <b>{}</b> <small>{}</small>").format(
                marks.light_mark(row["light"], language, size=13),
                say(f"light-{row['light']}"),
                _light_reason(row, thresholds, language),
            ),
        )
    )
    return lines


def _attainment(row: pd.Series, language: Language) -> str:
    baseline = 0.0 if pd.isna(row["baseline"]) else float(row["baseline"])
    actual, start, aim = (
        labels.number(float(value), language) for value in (row["actual"], baseline, row["aim"])
    )
    return words(language)(
        "method-work-attainment",
        actual=actual,
        baseline=start,
        target=aim,
        result=labels.percent_floored(row["attainment_pct"], language, _PLACES),
    )


def _expected(row: pd.Series, start: pd.Timestamp, language: Language) -> str:
    say = words(language)
    result = _share(row["expected_pct"], language)
    other = [flag for flag in row["flags"] if flag in _OTHER_PATHS]
    if other:
        return say("method-work-expected-other", path=say(f"flag-{other[0]}"), result=result)
    return say(
        "method-work-expected",
        passed=labels.number((pd.Timestamp(row["reference_date"]) - start).days, language),
        whole=labels.number((pd.Timestamp(row["deadline"]) - start).days, language),
        result=result,
    )


def _share(value_pct: float, language: Language) -> str:
    return labels.number(value_pct, language, _PLACES) + "%"


def _light_reason(row: pd.Series, thresholds: Thresholds, language: Language) -> str:
    """Which line of the rule the light comes from."""
    return words(language)(f"method-when-{row['light']}", **threshold_words(thresholds, language))
