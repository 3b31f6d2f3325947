"""The title sentences: what a page has found, in words made from the data."""

from __future__ import annotations

import pandas as pd

from hengyang import labels
from hengyang.charts.dictionary import column_count
from hengyang.charts.duties import Scope, loads, tasks_of
from hengyang.labels import Language, month, number, words
from hengyang.progress import METHOD_VERSION, Assessment, light_counts
from hengyang.progress.needs import short_name, worst_light
from hengyang.remembered import remembered
from hengyang.schema import TABLES, Comparability, Light, Role, Rule, Tables

_GREEN = (Light.MET, Light.ON_TRACK, Light.NEARLY)
_RED = (Light.FAR_BEHIND, Light.OVERDUE)


@remembered(64)
def overview_subline(
    assessment: Assessment, tables: Tables, changes: pd.DataFrame, against: str, language: Language
) -> str:
    """Coverage, change, the plan's status and the method version, in one line under the finding."""
    return words(language)(
        "overview-subline",
        reported=str(int(assessment.themes["reported"].sum())),
        due=str(int(assessment.themes["due"].sum())),
        against=against,
        better=str(int((changes["change"] == "better").sum())),
        worse=str(int((changes["change"] == "worse").sum())),
        status=tables.plan.iloc[0][f"status_{language}"],
        method=str(METHOD_VERSION),
    )


@remembered(64)
def task_finding(task: int, assessment: Assessment, tables: Tables, language: Language) -> str:
    """What stands out about one task: its worst indicator, or that all is well, or that nothing is known."""
    say = words(language)
    names = tables.tasks.set_index("task")[f"name_{language}"]
    name = names.get(task, say("task-whole-plan"))
    rows = assessment.counted[assessment.counted["task"] == task]
    if rows.empty:
        milestones = assessment.milestones[assessment.milestones["task"] == task]
        if milestones.empty:
            return say("task-finding-none", task=name)
        done = int((milestones["light"] == Light.MET).sum())
        return say("task-finding-milestones", task=name, count=str(len(milestones)), done=str(done))
    worst = worst_light(rows["light"])
    if worst in (Light.OVERDUE, Light.FAR_BEHIND, Light.BEHIND):
        return _worst_indicator(name, rows[rows["light"] == worst], tables, language)
    green = int(rows["light"].isin(_GREEN).sum())
    missing = int((rows["light"] == Light.NOT_REPORTED).sum())
    if green == len(rows):
        return say("task-finding-good", task=name, count=str(len(rows)))
    if not green:
        return say("task-finding-grey", task=name, count=str(len(rows)), missing=str(missing))
    return say("task-finding-mixed", task=name, reported=str(green), missing=str(len(rows) - green))


def _worst_indicator(task: str, rows: pd.DataFrame, tables: Tables, language: Language) -> str:
    say = words(language)
    row = rows.sort_values("gap_points", na_position="last").iloc[0]
    name = tables.indicators.set_index("indicator").loc[row["indicator"], f"name_{language}"]
    if pd.isna(row["gap_points"]) or row["light"] == Light.OVERDUE:
        return say("task-finding-light", task=task, name=name, light=say(f"light-{row['light']}"))
    finding = say(
        "task-finding-worst", task=task, name=name, gap=number(-row["gap_points"], language, 1)
    )
    if not pd.isna(row["arrival_date"]):
        return finding + say("task-finding-forecast", month=month(row["arrival_date"], language))
    return finding + (say("task-finding-never") if not pd.isna(row["forecast_value"]) else "")


def register_finding(assessment: Assessment, language: Language) -> str:
    """What the table of indicators shows: how many need somebody, how many say nothing."""
    say = words(language)
    rows = assessment.indicators
    if rows.empty:
        return say("register-finding-none")
    counts = light_counts(assessment.counted)
    return say(
        "register-finding",
        count=str(len(rows)),
        needy=str(sum(counts[light] for light in (*_RED, Light.BEHIND))),
        missing=str(counts[Light.NOT_REPORTED]),
        stale=str(int(rows["is_stale"].sum())),
    )


@remembered(64)
def departments_finding(
    assessment: Assessment, tables: Tables, within: Scope, language: Language
) -> str:
    """How many departments share how many tasks, and which carries the most."""
    say = words(language)
    rows = tables.assignments
    listed = rows[rows["task"].isin(within.tasks) & rows["department"].isin(within.departments)]
    if listed.empty:
        return say("departments-finding-none")
    per_department = loads(assessment, tables, within)
    total = per_department["led"] + per_department["supported"]
    most = per_department.iloc[int(total.argmax())]
    office = short_name(str(most["department"]), tables, language)
    led, supported = int(most["led"]), int(most["supported"])
    if len(per_department) == 1:
        return say("departments-finding-one", office=office, led=led, supported=supported)
    return say(
        "departments-finding",
        departments=listed["department"].nunique(),
        tasks=listed["task"].nunique(),
        assignments=len(listed),
        most=office,
        led=led,
        supported=supported,
    )


@remembered(64)
def office_finding(
    department: str, assessment: Assessment, tables: Tables, within: Scope, language: Language
) -> str:
    """What one department answers for, and how the indicators of the tasks it leads stand.

    One that leads nothing is told about the tasks it supports; one without tasks, about safeguards.
    """
    say = words(language)
    office = tables.departments.set_index("department").loc[department, f"name_{language}"]
    led, supported = (
        [number for number in tasks_of(department, role, tables) if number in within.tasks]
        for role in (Role.LEAD, Role.SUPPORT)
    )
    if not led and not supported:
        if department in set(tables.assignments["department"]):
            return say("office-finding-outside", office=office)
        named = tables.safeguard_departments["department"] == department
        return say("office-finding-safeguards", office=office, count=int(named.sum()))
    key = (
        "office-finding" if led and supported else f"office-finding-{'led' if led else 'supported'}"
    )
    duty = say(key, office=office, led=len(led), supported=len(supported))
    suffix = "lights" if led else "support"
    rows = assessment.counted[assessment.counted["task"].isin(led or supported)]
    if rows.empty:
        return duty + say(
            "office-finding-no-indicators" if led else "office-finding-support-no-indicators"
        )
    counts = light_counts(rows)
    return duty + say(
        f"office-finding-{suffix}",
        counted=len(rows),
        needy=sum(counts[light] for light in (*_RED, Light.BEHIND)),
        missing=counts[Light.NOT_REPORTED],
    )


@remembered(64)
def method_finding(
    section: str, tables: Tables, changed: pd.DataFrame | None, language: Language
) -> str:
    """What a section of the method page has to say. `changed`: lights that tried thresholds change, None when they are impossible."""
    say = words(language)
    match section:
        case "try":
            return _trial_finding(changed, language)
        case "defects":
            return say("method-finding-defects", count=len(tables.source_defects))
        case "dictionary":
            return say(
                "method-finding-dictionary",
                tables=len(TABLES) + 1,
                columns=column_count(),
            )
        case "figures":
            figures = tables.published_figures
            same = int((figures["comparability"] == Comparability.SAME.value).sum())
            return say("method-finding-figures", count=len(figures), same=same)
        case "consultation":
            plan = tables.plan.iloc[0]
            return say(
                "method-finding-consultation",
                status=plan[f"status_{language}"],
                day=labels.day(plan["reply_due"], language),
            )
        case _:
            uncounted = (Rule.DESCRIBED.value, Rule.CHECK_ONLY.value)
            return say(
                "method-finding",
                method=str(METHOD_VERSION),
                counted=int((~tables.indicators["rule"].isin(uncounted)).sum()),
                defects=len(tables.source_defects),
            )


def _trial_finding(changed: pd.DataFrame | None, language: Language) -> str:
    say = words(language)
    if changed is None:
        return say("method-finding-try-none")
    if changed.empty:
        return say("method-finding-try-same")
    return say(
        "method-finding-try",
        count=len(changed),
        better=int((changed["change"] == "better").sum()),
        worse=int((changed["change"] == "worse").sum()),
    )
