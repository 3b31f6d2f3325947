"""One department as HTML: the tasks it leads and supports, and what it has to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.duties import Scope, has_tasks, tasks_of
from hengyang.charts.indicator import value_words
from hengyang.charts.method import signed, signed_with_unit
from hengyang.charts.quantities import target_words
from hengyang.charts.rows import rows_of
from hengyang.labels import Language, words
from hengyang.progress import Assessment
from hengyang.progress.needs import names, short_name
from hengyang.remembered import remembered
from hengyang.schema import Commitment, Light, Role, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
_NARRATIVES_SHOWN = 4
_NEXT_SHOWN = 6
_BEHIND = (Light.OVERDUE, Light.FAR_BEHIND, Light.BEHIND)


@dataclass(frozen=True, eq=False)
class Office:
    """A department on one day, and what filters leave of its work. Made by `office_of`, shared: never mutate."""

    department: str
    assessment: Assessment = field(repr=False)
    tables: Tables = field(repr=False)
    within: Scope = field(repr=False)

    def tasks_as(self, role: Role) -> list[int]:
        """The numbers of the tasks that it has in the role, as far as filters leave them."""
        return [
            number
            for number in tasks_of(self.department, role, self.tables)
            if number in self.within.tasks
        ]


@remembered(64)
def office_of(department: str, assessment: Assessment, tables: Tables, within: Scope) -> Office:
    """The department on the assessment's day; the same one for the same question, so that drawings of it are kept."""
    return Office(department, assessment, tables, within)


@remembered(64)
def duties(
    office: Office,
    language: Language,
    link: Link,
) -> Markup:
    """The tasks it leads, then those it supports: each with its indicators and milestones."""
    say = words(language)
    tables = office.tables
    leads = _leads(tables, language)
    parts = []
    for role in Role:
        numbers = office.tasks_as(role)
        if not numbers:
            continue
        blocks = [
            _task(
                number,
                office.assessment,
                tables,
                language,
                link,
                note=""
                if role is Role.LEAD
                else say("office-led-by", office=leads.get(number, "")),
            )
            for number in numbers
        ]
        parts.append(
            Markup(
                '<section class="panel of-role"><h3>{mark} {heading} <small>{note}</small></h3>'
                '<div class="of-tasks">{blocks}</div></section>'
            ).format(
                mark=Markup('<i class="mx-m mx-{}" aria-hidden="true"></i>').format(role),
                heading=say(f"office-{role}-heading", count=len(numbers)),
                note=say(f"office-{role}-note"),
                blocks=_NOTHING.join(blocks),
            )
        )
    if not parts and not has_tasks(office.department, tables):
        return Markup('<div class="panel">{}</div>').format(
            safeguards_panel(office.department, tables, language, link)
        )
    if not parts:
        return Markup('<div class="panel"><p class="calm">{}</p></div>').format(
            say("office-no-tasks")
        )
    return _NOTHING.join(parts)


def _leads(tables: Tables, language: Language) -> dict[int, str]:
    rows = tables.assignments[tables.assignments["role"] == Role.LEAD.value]
    return {int(row.task): short_name(row.department, tables, language) for row in rows_of(rows)}


def _task(
    number: int,
    assessment: Assessment,
    tables: Tables,
    language: Language,
    link: Link,
    *,
    note: str,
) -> Markup:
    say = words(language)
    task = tables.tasks.set_index("task").loc[number]
    plan = tables.indicators.set_index("indicator")
    rows = [
        _indicator(row, plan.loc[row["indicator"]], language, link)
        for _, row in assessment.indicators[assessment.indicators["task"] == number].iterrows()
    ]
    milestones = assessment.milestones[assessment.milestones["task"] == number]
    name_of = names(tables, language)
    rows += [
        Markup(
            '<li class="of-row">{mark}<a href="{href}" title="{name}">{name}</a>'
            '<span class="of-v"><small>{kind}</small></span><span class="of-g">{stage}</span></li>'
        ).format(
            mark=marks.light_mark(row.light, language),
            href=link("task", task=number, indicator=row.milestone),
            name=name_of[row.milestone],
            kind=say("kind-milestone"),
            stage=say(f"light-{row.light}") if pd.isna(row.stage) else say(f"stage-{row.stage}"),
        )
        for row in rows_of(milestones)
    ]
    if not rows:
        rows = [Markup('<li class="of-none">{}</li>').format(say("overview-no-numbers"))]
    return Markup(
        '<section class="of-task" style="--c:var(--theme-{theme})"><h4><a href="{href}">{number} {name}</a>'
        "<small>{note}</small></h4><ul>{rows}</ul></section>"
    ).format(
        theme=task["theme"],
        href=link("task", task=number),
        number=number,
        name=task[f"name_{language}"],
        note=note,
        rows=_NOTHING.join(rows),
    )


def _indicator(row: pd.Series, target: pd.Series, language: Language, link: Link) -> Markup:
    say = words(language)
    unit = target[f"unit_{language}"]
    has_light = not pd.isna(row["light"])
    aim = target_words(target, language)
    if not has_light:
        value = Markup("<small>{}</small>").format(aim)
    elif pd.isna(row["actual"]):
        value = Markup("<small>{}</small>").format(say("task-target", target=aim))
    else:
        value = Markup("{} <small>/ {}</small>").format(value_words(row, unit, language), aim)
    return Markup(
        '<li class="of-row">{mark}<a href="{href}" title="{name}">{name}{tags}</a>'
        '<span class="of-v">{value}</span><span class="of-g">{gap}</span></li>'
    ).format(
        mark=marks.light_mark(row["light"], language, is_stale=bool(row["is_stale"]))
        if has_light
        else Markup("<i></i>"),
        href=link("task", task=target["task"], indicator=row["indicator"]),
        name=target[f"name_{language}"],
        tags=_tags(row, target, language),
        value=value,
        gap=_gap_words(row, unit, language),
    )


def _tags(row: pd.Series, target: pd.Series, language: Language) -> Markup:
    """What a light must not be read without: a weaker commitment (unless the name says it), a reviewer's hand."""
    say = words(language)
    key = f"commitment-{row['commitment']}"
    is_said = row["commitment"] == Commitment.FIRM or words("zh")(key) in target["name_zh"]
    tags = [] if is_said else [say(key)]
    if isinstance(row["override_reason"], str):
        tags.append(say("office-overridden"))
    return _NOTHING.join(Markup(' <i class="tag">{}</i>').format(tag) for tag in tags)


def _gap_words(row: pd.Series, unit: str, language: Language) -> str:
    say = words(language)
    if pd.isna(row["light"]):
        return say("rule-described")
    settled = (Light.MET, Light.OVERDUE)
    if not pd.isna(row["gap_points"]) and row["light"] not in settled:
        return say("register-points", gap=signed(row["gap_points"], language))
    if not pd.isna(row["margin"]):
        return say("register-margin", margin=signed_with_unit(row["margin"], unit, language))
    return say(f"light-{row['light']}")


@remembered(64)
def next_panel(
    office: Office,
    language: Language,
    link: Link,
) -> Markup:
    """What it has to do next: report what is missing or old, explain what is behind, settle how to judge.

    Speaks of the tasks it leads; of those it supports only when it leads none.
    """
    say = words(language)
    assessment, tables = office.assessment, office.tables
    role = Role.LEAD if tasks_of(office.department, Role.LEAD, tables) else Role.SUPPORT
    numbers = office.tasks_as(role)
    rows = assessment.counted[assessment.counted["task"].isin(numbers)]
    milestones = assessment.milestones[assessment.milestones["task"].isin(numbers)]
    name_of = names(tables, language)
    behind = rows[rows["light"].isin(_BEHIND)].sort_values("gap_points", na_position="last")
    late = milestones[milestones["light"].isin(_BEHIND)]
    missing = rows[rows["light"] == Light.NOT_REPORTED]
    stale = rows[rows["is_stale"] & (rows["light"] != Light.NOT_REPORTED)]
    unjudged = rows[rows["light"] == Light.NOT_ASSESSED]
    silent = milestones[milestones["light"] == Light.NOT_REPORTED]
    groups = [
        ("behind", [*_pairs(behind, "indicator"), *_pairs(late, "milestone")]),
        ("missing", _pairs(missing, "indicator")),
        ("stale", _pairs(stale, "indicator")),
        ("unjudged", _pairs(unjudged, "indicator")),
        ("silent", _pairs(silent, "milestone")),
    ]
    parts = [
        _next_group(kind, subjects, name_of, language, link)
        for kind, subjects in groups
        if subjects
    ]
    if not numbers:
        return _NOTHING
    heading = say("office-next" if role is Role.LEAD else "office-next-support")
    return Markup('<section class="of-next"><h4>{}</h4>{}</section>').format(
        heading,
        _NOTHING.join(parts) or Markup('<p class="calm">{}</p>').format(say("office-next-none")),
    )


def _pairs(rows: pd.DataFrame, key: str) -> list[tuple[str, int, str]]:
    return [
        (str(subject), int(task), str(light))
        for subject, task, light in zip(rows[key], rows["task"], rows["light"], strict=True)
    ]


def _next_group(
    kind: str,
    subjects: Sequence[tuple[str, int, str]],
    name_of: dict[str, str],
    language: Language,
    link: Link,
) -> Markup:
    say = words(language)
    items = [
        Markup('<li>{}<a href="{}">{} {}</a></li>').format(
            marks.light_mark(light, language, size=11),
            link("task", task=task, indicator=subject),
            task,
            name_of[subject],
        )
        for subject, task, light in subjects[:_NEXT_SHOWN]
    ]
    more = len(subjects) - _NEXT_SHOWN
    if more > 0:
        items.append(
            Markup("<li><i></i><small>{}</small></li>").format(say("office-more", count=str(more)))
        )
    return Markup("<p><b>{}</b></p><ul>{}</ul>").format(
        say(f"office-next-{kind}", count=str(len(subjects))), _NOTHING.join(items)
    )


def side_panels(
    office: Office,
    language: Language,
    link: Link,
) -> list[Markup]:
    """The right column: what next, what it says, safeguards (unless they are all it has), its names."""
    department, tables = office.department, office.tables
    return [
        next_panel(office, language, link),
        narratives_panel(office, language, link),
        safeguards_panel(department, tables, language, link)
        if has_tasks(department, tables)
        else _NOTHING,
        identity_panel(department, tables, language),
    ]


def identity_panel(department: str, tables: Tables, language: Language) -> Markup:
    """Its name in both languages and every other spelling, those of the notice marked."""
    say = words(language)
    office = tables.departments.set_index("department").loc[department]
    aliases = tables.department_aliases
    mine = aliases[
        (aliases["department"] == department) & (aliases["alias_zh"] != office["name_zh"])
    ]
    other = office["name_en" if language == "zh" else "name_zh"]
    lines = [Markup("<p>{}</p>").format(other)]
    for is_in_notice, key in ((True, "office-aliases-notice"), (False, "office-aliases")):
        spellings = list(mine.loc[mine["is_in_notice"] == is_in_notice, "alias_zh"])
        if spellings:
            lines.append(
                Markup('<p class="meta">{}</p>').format(
                    say(key, spellings=say("office-spelling-separator").join(spellings))
                )
            )
    if office["named_in"] == "safeguards":
        lines.append(Markup('<p class="meta">{}</p>').format(say("office-only-safeguards")))
    if has_tasks(department, tables):
        lines.append(Markup('<p class="meta">{}</p>').format(say("departments-key-note")))
    return Markup("<section><h4>{}</h4>{}</section>").format(
        say("office-identity"), _NOTHING.join(lines)
    )


@remembered(64)
def safeguards_panel(department: str, tables: Tables, language: Language, link: Link) -> Markup:
    """The safeguards it is listed under, with the commitments whose sentence names it."""
    say = words(language)
    named = tables.safeguard_departments
    numbers = named.loc[named["department"] == department, "safeguard"]
    if numbers.empty:
        return _NOTHING
    names_of = tables.safeguards.set_index("safeguard")[f"name_{language}"]
    spellings = list(
        tables.department_aliases.loc[
            tables.department_aliases["department"] == department, "alias_zh"
        ]
    )
    spellings.append(tables.departments.set_index("department").loc[department, "name_zh"])
    items = []
    for number in numbers:
        promised = tables.safeguard_commitments
        promised = promised[promised["safeguard"] == number]
        own = [
            row
            for row in rows_of(promised)
            if any(spelling in row.quote_zh for spelling in spellings)
        ]
        said = [
            Markup('<p lang="zh-CN">“{}”</p>{}').format(
                row.quote_zh,
                Markup('<p class="meta">{}</p>').format(row.commitment_en)
                if language == "en"
                else _NOTHING,
            )
            for row in own
        ] or [Markup('<p class="meta">{}</p>').format(say("office-safeguard-listed"))]
        items.append(
            Markup('<li><a href="{}"><b>{} {}</b></a>{}</li>').format(
                link("method", section="consultation"),
                say("departments-safeguards"),
                f"{say(f'departments-safeguard-{number}')} · {names_of[number]}",
                _NOTHING.join(said),
            )
        )
    return Markup('<section><h4>{}</h4><ul class="says">{}</ul></section>').format(
        say("office-safeguards"), _NOTHING.join(items)
    )


@remembered(64)
def narratives_panel(
    office: Office,
    language: Language,
    link: Link,
) -> Markup:
    """What it has said about its tasks up to the day, the newest first; nothing when it said nothing."""
    say = words(language)
    rows = office.tables.narratives
    rows = rows[
        (rows["department"] == office.department)
        & rows["task"].isin(office.within.tasks)
        & (rows["reference_date"] <= pd.Timestamp(office.assessment.as_of))
    ].sort_values("reference_date", ascending=False, kind="stable")
    if rows.empty:
        return _NOTHING
    items = [
        Markup(
            '<li><p{lang}>{text}</p><small><a href="{href}">{task}</a> · {month}</small></li>'
        ).format(
            lang=Markup(' lang="zh-CN"') if language == "en" and pd.isna(row.text_en) else _NOTHING,
            text=row.text_en if language == "en" and not pd.isna(row.text_en) else row.text_zh,
            href=link("task", task=row.task),
            task=f"{say('kind-task')} {row.task}",
            month=labels.month(row.reference_date, language),
        )
        for row in rows_of(rows.head(_NARRATIVES_SHOWN))
    ]
    return Markup('<section><h4>{}</h4><ul class="says">{}</ul></section>').format(
        say("office-narratives"), _NOTHING.join(items)
    )
