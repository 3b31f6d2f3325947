"""Worked examples as HTML: one indicator a rule, from its inputs to its light, with the present numbers."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.method import threshold_words
from hengyang.labels import Language, words
from hengyang.progress import Assessment, Thresholds, explain
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
#: Where the share of time that has passed is not what is expected.
_OTHER_PATHS = {"annual_path", "s_curve"}


def chosen_examples(assessment: Assessment) -> list[str]:
    """One indicator a rule that has a value to show, those with a path before those without.

    Rules without any value are left out; nothing is made up for them.
    """
    rows = assessment.counted
    valued = rows[rows["actual"].notna()]
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
        say("method-examples-note", release=str(tables.release), day=labels.day(assessment.as_of, language)),
        body,
    )


def example(
    indicator: str, assessment: Assessment, tables: Tables, language: Language, link: Link
) -> Markup:
    """One indicator: inputs, attainment, expected share, gap, light, each with the numbers put in."""
    say = words(language)
    row = assessment.indicators.set_index("indicator").loc[indicator]
    target = tables.indicators.set_index("indicator").loc[indicator]
    steps = [*_inputs(row, target, tables, language), *_workings(row, target, tables, assessment.thresholds, language)]
    told = explain(indicator, tables, assessment.as_of, assessment.thresholds)
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


def start_of(row: pd.Series, tables: Tables) -> pd.Timestamp:
    """The day that the path starts on: the baseline's, else the notice's."""
    if not pd.isna(row["baseline_date"]):
        return pd.Timestamp(row["baseline_date"])
    return pd.Timestamp(tables.plan.iloc[0]["notice_date"])


def _with_unit(value: float, unit: str, language: Language) -> str:
    return f"{labels.number(value, language)}{'' if unit == '%' else ' '}{unit}"


def _inputs(
    row: pd.Series, target: pd.Series, tables: Tables, language: Language
) -> list[tuple[str, str]]:
    say = words(language)
    unit = target[f"unit_{language}"]
    aim = row["aim"] if not pd.isna(row["aim"]) else target["target"]
    lines = []
    if not pd.isna(row["gap_points"]) or not pd.isna(row["baseline"]):
        baseline = 0.0 if pd.isna(row["baseline"]) else float(row["baseline"])
        lines.append(
            (
                say("method-input-baseline"),
                say(
                    "method-input-at",
                    value=_with_unit(baseline, unit, language),
                    day=labels.day(start_of(row, tables), language),
                )
                + "".join(
                    say("method-input-flag", flag=say(f"flag-{flag}"))
                    for flag in row["flags"]
                    if flag in ("baseline_assumed", "start_assumed")
                ),
            )
        )
    if not pd.isna(aim):
        lines.append(
            (
                say("method-input-target"),
                say(
                    "method-input-at",
                    value=_with_unit(float(aim), unit, language),
                    day=labels.day(row["deadline"], language),
                )
                + (
                    say("method-input-flag", flag=say("flag-deadline_assumed"))
                    if "deadline_assumed" in row["flags"]
                    else ""
                ),
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


def _workings(
    row: pd.Series, target: pd.Series, tables: Tables, thresholds: Thresholds, language: Language
) -> list[tuple[str, Markup | str]]:
    say = words(language)
    lines: list[tuple[str, Markup | str]] = []
    if not pd.isna(row["gap_points"]):
        lines += [
            (say("method-step-attainment"), _attainment(row, language)),
            (say("method-step-expected"), _expected(row, tables, language)),
            (
                say("method-step-gap"),
                say(
                    "method-work-gap",
                    attainment=labels.number(row["attainment_pct"], language, 1),
                    expected=labels.number(row["expected_pct"], language, 1),
                    gap=signed(row["gap_points"], language),
                ),
            ),
        ]
    elif not pd.isna(row["margin"]):
        unit = target[f"unit_{language}"]
        actual, edge = (labels.number(value, language) for value in (row["actual"], target["target"]))
        one, other = (actual, edge) if row["rule"] == Rule.FLOOR else (edge, actual)
        lines.append(
            (
                say("method-work-margin"),
                say(
                    "method-work-difference",
                    one=one,
                    other=other,
                    result=f"{signed(row['margin'], language)} {unit}",
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
        result=labels.percent_floored(row["attainment_pct"], language),
    )


def _expected(row: pd.Series, tables: Tables, language: Language) -> str:
    say = words(language)
    result = labels.percent_floored(row["expected_pct"], language)
    other = [flag for flag in row["flags"] if flag in _OTHER_PATHS]
    if other:
        return say("method-work-expected-other", path=say(f"flag-{other[0]}"), result=result)
    start = start_of(row, tables)
    return say(
        "method-work-expected",
        passed=labels.number((pd.Timestamp(row["reference_date"]) - start).days, language),
        whole=labels.number((pd.Timestamp(row["deadline"]) - start).days, language),
        result=result,
    )


def _light_reason(row: pd.Series, thresholds: Thresholds, language: Language) -> str:
    """Which line of the rule the light comes from."""
    return words(language)(
        f"method-when-{row['light']}", **threshold_words(thresholds, language)
    )


def signed(value: float, language: Language) -> str:
    """A difference with its sign: +3.2, −21.7 (a minus sign, not a hyphen)."""
    text = labels.number(abs(value), language, 1)
    if float(f"{value:.1f}") == 0:
        return labels.number(0, language, 1)
    return f"{'+' if value > 0 else '−'}{text}"
