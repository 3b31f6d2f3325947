"""The table of all indicators as HTML: light, value, attainment, gap, pace, freshness; sortable where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.indicator import value_words
from hengyang.charts.quantities import target_words
from hengyang.charts.rows import rows_of
from hengyang.labels import Language, words
from hengyang.progress import Assessment
from hengyang.progress.needs import lead_names
from hengyang.remembered import remembered
from hengyang.schema import Light, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
_COLUMNS = (
    "indicator",
    "name",
    "light",
    "value",
    "target",
    "trend",
    "attainment",
    "gap",
    "pace",
    "fresh",
)
_NUMERIC = {"value", "target", "attainment", "gap", "pace"}


@remembered(32)
def indicator_table(
    assessment: Assessment, tables: Tables, language: Language, link: Link
) -> Markup:
    """All indicators of the assessment, one row each; header buttons sort, what is missing stays last."""
    say = words(language)
    head = [
        Markup('<th scope="col"{num}>{content}</th>').format(
            num=Markup(' class="num"') if name in _NUMERIC else _NOTHING,
            content=say(f"register-{name}")
            if name == "trend"
            else Markup('<button type="button" data-sort>{}</button>').format(
                say(f"register-{name}")
            ),
        )
        for name in _COLUMNS
    ]
    plan = tables.indicators.set_index("indicator")
    leads = lead_names(tables, language)
    body = [
        _row(row, plan.loc[row["indicator"]], leads, assessment, tables, language, link)
        for _, row in assessment.indicators.iterrows()
    ]
    return Markup(
        '<div class="panel scroll"><table class="reg"><caption>{}</caption><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(
        _caption(say("register-caption", count=str(len(body))), language),
        _NOTHING.join(head),
        _NOTHING.join(body),
    )


@remembered(32)
def milestone_table(
    assessment: Assessment, tables: Tables, language: Language, link: Link
) -> Markup:
    """The milestones of the assessment, one row each: light, stage, next planned date; nothing without any."""
    if assessment.milestones.empty:
        return _NOTHING
    say = words(language)
    names = tables.milestones.set_index("milestone")[f"name_{language}"]
    leads = lead_names(tables, language)
    order = list(Light)
    rows = []
    for row in rows_of(assessment.milestones):
        cells = [
            _cell(row.milestone, row.milestone),
            _cell(
                Markup('<a href="{}">{}</a><small>{}</small>').format(
                    link("task", task=row.task, indicator=row.milestone),
                    names[row.milestone],
                    leads.get(int(row.task), say("task-whole-plan")),
                ),
                names[row.milestone],
            ),
            _cell(
                Markup("{} {}").format(
                    marks.light_mark(row.light, language), say(f"light-{row.light}")
                ),
                order.index(Light(row.light)),
            ),
            _cell("" if pd.isna(row.stage) else say(f"stage-{row.stage}"), row.stage_share_pct),
            _day_cell(row.next_stage_due, language),
            _day_cell(row.reference_date, language),
        ]
        rows.append(Markup("<tr>{}</tr>").format(_NOTHING.join(cells)))
    head = _NOTHING.join(
        Markup('<th scope="col"><button type="button" data-sort>{}</button></th>').format(say(key))
        for key in (
            "register-indicator",
            "register-milestone",
            "register-light",
            "register-stage",
            "register-next-stage",
            "register-fresh",
        )
    )
    return Markup(
        '<div class="panel scroll"><table class="reg"><caption>{}</caption><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(
        _caption(say("register-milestones", count=str(len(rows))), language),
        head,
        _NOTHING.join(rows),
    )


def _caption(text: str, language: Language) -> Markup:
    """The name of a table; how to sort it is said on the screen alone."""
    return Markup('{} <span class="on-screen">{}</span>').format(
        text, words(language)("register-sort-hint")
    )


def _day_cell(day: Any, language: Language) -> Markup:
    if pd.isna(day):
        return _cell("", "")
    return _cell(labels.day(day, language), pd.Timestamp(day).toordinal())


def _row(
    row: pd.Series,
    target: pd.Series,
    leads: dict[int, str],
    assessment: Assessment,
    tables: Tables,
    language: Language,
    link: Link,
) -> Markup:
    say = words(language)
    unit = target[f"unit_{language}"]
    has_light = not pd.isna(row["light"])
    values = assessment.curves.history(row["indicator"])["value"].tolist()
    order = list(Light).index(Light(row["light"])) if has_light else len(Light)
    cells = [
        _cell(row["indicator"], row["indicator"]),
        _cell(
            Markup('<a href="{}">{}</a>{}<small>{}</small>').format(
                link("task", task=row["task"], indicator=row["indicator"]),
                target[f"name_{language}"],
                _NOTHING
                if row["commitment"] == "firm"
                else Markup(' <i class="tag">{}</i>').format(
                    say(f"commitment-{row['commitment']}")
                ),
                leads.get(int(row["task"]), ""),
            ),
            target[f"name_{language}"],
        ),
        _cell(
            Markup("{} {}").format(
                marks.light_mark(row["light"], language, is_stale=bool(row["is_stale"])),
                say(f"light-{row['light']}"),
            )
            if has_light
            else say("rule-described"),
            order,
        ),
        _cell(
            value_words(row, unit, language) if row["rule"] != "described" else "",
            row["actual"],
            is_number=True,
        ),
        _cell(
            target_words(target, language), _first(target, "target", "target_low"), is_number=True
        ),
        _cell(
            marks.sparkline(values, row["light"] if has_light else None, language)
            if values
            else _NOTHING,
            "",
        ),
        _cell(
            Markup("{}<small>{}</small>").format(
                marks.bullet(row["attainment_pct"], row["expected_pct"], row["light"], language),
                labels.percent_floored(row["attainment_pct"], language),
            )
            if not pd.isna(row["attainment_pct"])
            else "",
            row["attainment_pct"],
            is_number=True,
        ),
        _cell(_gap_words(row, unit, language), row["gap_points"], is_number=True),
        _cell(_pace_words(row, unit, language), row["needed_per_month"], is_number=True),
        _cell(
            Markup("{}{}").format(
                labels.day(row["reference_date"], language)
                if not pd.isna(row["reference_date"])
                else "",
                Markup(' <i class="tag">{}</i>').format(say("register-stale"))
                if row["is_stale"]
                else _NOTHING,
            ),
            ""
            if pd.isna(row["reference_date"])
            else pd.Timestamp(row["reference_date"]).toordinal(),
        ),
    ]
    return Markup("<tr>{}</tr>").format(_NOTHING.join(cells))


def _first(row: pd.Series, *names: str) -> object:
    return next((row[name] for name in names if not pd.isna(row[name])), "")


def _gap_words(row: pd.Series, unit: str, language: Language) -> str:
    say = words(language)
    if not pd.isna(row["gap_points"]):
        return say("register-points", gap=_signed(row["gap_points"], language))
    if not pd.isna(row["margin"]):
        return say("register-margin", margin=f"{_signed(row['margin'], language)} {unit}")
    return ""


def _signed(value: float, language: Language) -> str:
    return ("+" if value > 0 else "") + labels.number(value, language, 1)


def _pace_words(row: pd.Series, unit: str, language: Language) -> str:
    if pd.isna(row["needed_per_month"]):
        return ""
    best = "–" if pd.isna(row["best_per_month"]) else labels.number(row["best_per_month"], language)
    return words(language)(
        "register-pace-of", needed=labels.number(row["needed_per_month"], language), best=best
    )


def _cell(content: object, value: object, *, is_number: bool = False) -> Markup:
    """A cell; `value` is what it is sorted by, empty for what is missing."""
    missing = value is None or value == "" or (isinstance(value, float) and value != value)
    return Markup('<td{cls} data-value="{value}">{content}</td>').format(
        cls=Markup(' class="num"') if is_number else _NOTHING,
        value="" if missing else value,
        content=content,
    )
