"""What is said of the roadmap: findings, spans of time as exact as they were given, slips and delays in words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hengyang import labels
from hengyang.charts import project_words
from hengyang.charts.scales import as_day, finite
from hengyang.delivery import precision_of
from hengyang.labels import Language, words
from hengyang.schema import Tables


def when(day: object, language: Language, precision: str = "") -> str:
    """A date as exact as it was given: 2020年, 2019年6月, 2019年6月12日; a dash for none."""
    found = as_day(day)
    if found is None:
        return "–"
    precision = precision or precision_of(pd.Timestamp(found))
    if precision == "year":
        return words(language)("roadmap-year", year=str(found.year))
    return labels.month(found, language) if precision == "month" else labels.day(found, language)


def name(row: Any, language: Language) -> str:
    """The item's name in the language; the Chinese one where nobody gave another."""
    return project_words.project_name(row, language)


def slip(row: Any, language: Language) -> str:
    """By how much the plan itself moved, the old date kept: 推迟 4 个月(原 2019年5月); empty when it did not."""
    say = words(language)
    for what in ("finish", "next", "start"):
        months = finite(getattr(row, f"{what}_slip_months"))
        if months:
            old = row.was_next_due if what == "next" else getattr(row, f"was_{what}")
            kind = "roadmap-slip-later" if months > 0 else "roadmap-slip-earlier"
            return say(
                kind,
                what=say(f"roadmap-what-{what}"),
                months=int(abs(months)),
                old=when(old, language, row.finish_precision if what == "finish" else ""),
            )
    return ""


def delay(row: Any, language: Language) -> str:
    """How late it is against the plan that stands; empty when it is not, or when nobody knows."""
    say = words(language)
    late, start = finite(row.late_months), finite(row.start_late_months)
    if late and late > 0:
        return say(f"roadmap-late-{row.state}", months=int(late))
    if start and row.kind == "project" and row.state == "open":
        has_started = not pd.isna(row.actual_start)
        return say(
            "roadmap-started-late" if has_started else "roadmap-start-late", months=int(start)
        )
    return ""


def fault(row: Any, language: Language) -> str:
    """What contradicts itself in the item's dates; empty when nothing does."""
    return words(language)(f"roadmap-fault-{row.fault}") if row.fault else ""


def note(row: Any, language: Language) -> str:
    """The few words behind a bar: a contradiction, else how the plan moved, else how late it is."""
    say = words(language)
    for what in ("finish", "next", "start"):
        months = finite(getattr(row, f"{what}_slip_months"))
        if months and not row.fault:
            kind = "roadmap-moved-later" if months > 0 else "roadmap-moved-earlier"
            return say(kind, months=int(abs(months)))
    return fault(row, language) or delay(row, language)


def spoken(row: Any, language: Language) -> str:
    """Everything the row's drawing says, for the tooltip and for whoever cannot see it."""
    say = words(language)
    parts = [f"{row.item} {name(row, language)}", _planned(row, language)]
    if pd.notna(row.next_due):
        parts.append(say("roadmap-next", day=when(row.next_due, language)))
    parts += [
        say(f"roadmap-actual-{what}", day=when(getattr(row, f"actual_{what}"), language))
        for what in ("start", "finish")
        if pd.notna(getattr(row, f"actual_{what}"))
    ]
    parts += [slip(row, language), delay(row, language), fault(row, language)]
    if row.is_finish_assumed:
        parts.append(say("roadmap-assumed"))
    if isinstance(row.light, str):
        parts.append(say(f"light-{row.light}"))
    return say("roadmap-separator").join(part for part in parts if part)


def _planned(row: Any, language: Language) -> str:
    say = words(language)
    finish = when(row.planned_finish, language, row.finish_precision)
    if pd.isna(row.planned_start) and pd.isna(row.planned_finish):
        return say("roadmap-standing" if row.is_standing else "roadmap-no-date")
    if row.kind != "project":
        return say("roadmap-due-by", day=finish)
    return say("roadmap-planned", start=when(row.planned_start, language), finish=finish)


def group_name(group: object, by: str, tables: Tables, language: Language) -> str:
    """What a group is called: its theme, task or department; what belongs to none."""
    say = words(language)
    if group is None or pd.isna(group):  # type: ignore[call-overload]
        return say(f"roadmap-no-{by}")
    if by == "task":
        if int(group) == 0:  # type: ignore[call-overload]
            return say("roadmap-no-theme")
        named = tables.tasks.set_index("task")[f"name_{language}"]
        return f"{group} {named.at[group]}"
    if by == "theme":
        return str(tables.themes.set_index("theme").at[group, f"name_{language}"])
    return project_words.office(group, tables, language)


def counted(items: pd.DataFrame, language: Language) -> str:
    """项目 11 · 里程碑 3 · 指标 3"""
    say = words(language)
    tally = items["kind"].value_counts()
    return " · ".join(
        say(f"roadmap-count-{kind}", count=str(tally[kind])) for kind in tally.index.sort_values()
    )


def finding(items: pd.DataFrame, due: pd.DataFrame, baseline: str, language: Language) -> str:
    """The title of the roadmap: what is overdue, what is past and unreported, what falls due, what moved."""
    say = words(language)
    if items.empty:
        return say("roadmap-none")
    counts = due["urgency"].value_counts()
    no_date = int(items[["planned_start", "planned_finish", "next_due"]].isna().all(axis=1).sum())
    if not due.empty and set(due["urgency"]) == {"unreported"}:
        return say("roadmap-title-silent", past=str(len(due)), undated=str(no_date))
    moves = items[["was_start", "was_finish", "was_next_due"]].notna().any(axis=1)
    return say(
        "roadmap-title",
        overdue=str(counts.get("overdue", 0)),
        unreported=int(counts.get("unreported", 0)),
        coming=str(counts.get("coming", 0)),
        moved=str(int(moves.sum())),
        baseline=baseline,
    )


def due_finding(due: pd.DataFrame, language: Language) -> str:
    """The title of the list of what falls due."""
    counts = due["urgency"].value_counts()
    return words(language)(
        "roadmap-title-due",
        **{name: str(counts.get(name, 0)) for name in ("overdue", "unreported", "coming")},
    )


def moved_finding(moved: pd.DataFrame, baseline: str, language: Language) -> str:
    """The title of the list of what moved."""
    say = words(language)
    if moved.empty:
        return say("roadmap-title-moved-none", baseline=baseline)
    slips = moved[["finish_slip_months", "next_slip_months", "start_slip_months"]].bfill(axis=1)
    first = slips.iloc[:, 0]
    return say(
        "roadmap-title-moved",
        baseline=baseline,
        count=str(len(moved)),
        later=str(int((first > 0).sum())),
        earlier=str(int((first < 0).sum())),
    )


def undated_finding(undated: pd.DataFrame, language: Language) -> str:
    """The title of the list of what has no date."""
    say = words(language)
    if undated.empty:
        return say("roadmap-title-undated-none")
    standing = int(undated["is_standing"].sum())
    projects = int((undated["kind"] == "project").sum())
    return say(
        "roadmap-title-undated",
        projects=str(projects),
        others=str(len(undated) - projects - standing),
        standing=str(standing),
    )


def baseline_name(release: int | None, language: Language) -> str:
    """What the plan is compared with: its first dates, or a release."""
    say = words(language)
    if release is None:
        return say("roadmap-baseline-first")
    return say("frame-release-number", number=str(release))


def due_words(row: Any, language: Language) -> str:
    """What falls due: 计划竣工, 主体过半, 问题解决:…"""
    say = words(language)
    step = row.step_en if language == "en" and isinstance(row.step_en, str) else row.step_zh
    said = say(f"roadmap-due-{row.what}")
    if row.what == "step":
        return str(step)
    return (
        said + say("roadmap-colon") + step if isinstance(step, str) and language == "zh" else said
    )


def time_words(row: Any, language: Language) -> str:
    """12 天, 还有 30 天, 今天到期; of a month in whole months, of a year only that it is over."""
    say = words(language)
    if row.precision == "day":
        count, unit = int(row.days), "days"
        if count == 0:
            return say("roadmap-days-today")
    elif row.precision == "month":
        count, unit = int(row.months), "months"
        if count == 0:
            return say("roadmap-months-this")
    else:
        return say("roadmap-year-over" if row.days < 0 else "roadmap-year-end")
    return say(f"roadmap-{unit}-{'past' if count < 0 else 'left'}", count=abs(count))


def state_words(row: Any, language: Language) -> str:
    """过期未办,12 天; of what is still to come only when."""
    said = time_words(row, language)
    if row.urgency == "coming":
        return said
    say = words(language)
    return say(f"roadmap-urgency-{row.urgency}") + say("roadmap-comma") + said
