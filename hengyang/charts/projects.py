"""The register as HTML: the board of stages and batches, what needs attention, the table a page at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks, project_words
from hengyang.charts.rows import rows_of
from hengyang.charts.scales import finite
from hengyang.charts.tables import TableColumn, html_table
from hengyang.labels import Language, words
from hengyang.remembered import remembered
from hengyang.schema import Batch, Light, ProjectStage, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
PAGE_SIZE = 50
_ATTENTION = 8
_OF_A_TASK = 12
#: What a cell of the board, or a link to the table, calls what nobody reported.
UNREPORTED = "unreported"
#: Column that the table may be sorted by → whether the largest comes first.
ORDERS = {
    "light": False,
    "total_investment_wanyuan": True,
    "planned_finish": False,
    "name_zh": False,
}
_WORST_FIRST = (
    Light.FAR_BEHIND,
    Light.BEHIND,
    Light.NOT_REPORTED,
    Light.NEARLY,
    Light.ON_TRACK,
    Light.MET,
    Light.NOT_ASSESSED,
    Light.NOT_DUE,
)


@remembered(32)
def board(projects: pd.DataFrame, language: Language, link: Link) -> Markup:
    """Batches as rows, stages as columns; in each cell how many, what they cost and their lights."""
    say = words(language)
    keyed = projects.assign(
        stage=projects["stage"].astype("object").fillna(UNREPORTED),
        batch=projects["batch"].astype("object").fillna(UNREPORTED),
    )
    stages = [stage.value for stage in ProjectStage]
    batches = [batch.value for batch in Batch]
    if (keyed["stage"] == UNREPORTED).any():
        stages.append(UNREPORTED)
    if (keyed["batch"] == UNREPORTED).any():
        batches.append(UNREPORTED)
    heads = [Markup('<th scope="col">{}</th>').format(_stage(stage, language)) for stage in stages]
    heads.append(Markup('<th scope="col">{}</th>').format(say("projects-board-total")))
    body = []
    for batch in batches:
        own = keyed[keyed["batch"] == batch]
        cells = [
            _cell(
                own[own["stage"] == stage],
                language,
                link("projects", section="table", stage=stage, batch=batch),
                _stage(stage, language),
            )
            for stage in stages
        ]
        address = link("projects", section="table", batch=batch)
        cells.append(_cell(own, language, address, say("projects-board-total")))
        name = say("light-not_reported") if batch == UNREPORTED else say(f"batch-{batch}")
        body.append(Markup('<tr><th scope="row">{}</th>{}</tr>').format(name, _NOTHING.join(cells)))
    cells = [
        _cell(
            keyed[keyed["stage"] == stage],
            language,
            link("projects", section="table", stage=stage),
            _stage(stage, language),
        )
        for stage in stages
    ]
    whole = link("projects", section="table")
    cells.append(_cell(keyed, language, whole, say("projects-board-total")))
    body.append(
        Markup('<tr class="pj-all"><th scope="row">{}</th>{}</tr>').format(
            say("projects-board-total"), _NOTHING.join(cells)
        )
    )
    return Markup(
        '<div class="panel pj-board"><table><caption>{}</caption><thead><tr><th scope="col">{}</th>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(
        say("projects-board-caption"),
        say("projects-board-corner"),
        _NOTHING.join(heads),
        _NOTHING.join(body),
    )


def _stage(stage: str, language: Language) -> str:
    return project_words.stage_word(None if stage == UNREPORTED else stage, language)


def _cell(rows: pd.DataFrame, language: Language, href: str, label: str) -> Markup:
    """`label` is the column's head, said beside the figures where a phone has no room for columns."""
    if rows.empty:
        return Markup('<td class="pj-none">–</td>')
    say = words(language)
    totals = rows["total_investment_wanyuan"]
    missing = int(totals.isna().sum())
    if missing == len(rows):
        cost = say("projects-sum-unknown")
    else:
        cost = project_words.money(float(totals.sum()), language)
        if missing:
            cost = say("projects-sum-part", sum=cost, unknown=str(missing))
    tally = rows["light"].value_counts()
    counts = {light: int(tally.get(light.value, 0)) for light in Light}
    return Markup('<td data-label="{}"><a href="{}"><b>{}</b><small>{}</small></a>{}</td>').format(
        label, href, len(rows), cost, marks.counts_bar(counts, language)
    )


@remembered(32)
def attention(projects: pd.DataFrame, tables: Tables, language: Language, link: Link) -> Markup:
    """The worst projects first, each with its reason; how many more there are."""
    say = words(language)
    late = projects[projects["light"].isin([project_words.RED, project_words.YELLOW])]
    worst = ordered(late, "light").head(_ATTENTION)
    items = [
        Markup(
            '<li>{mark}<div><a href="{href}"><b>{name}</b></a><span>{why}</span><small>{office}{issue}</small></div></li>'
        ).format(
            mark=marks.light_mark(row.light, language),
            href=link("projects", project=row.project),
            name=project_words.project_name(row, language),
            why=_why(row, language),
            office=project_words.office(row.lead_department, tables, language),
            issue=f" · {row.issue_zh}"
            if isinstance(row.issue_zh, str) and language == "zh"
            else "",
        )
        for row in rows_of(worst)
    ]
    rest = len(late) - len(worst)
    more = (
        Markup('<p class="rest"><a href="{}">{}</a></p>').format(
            link("projects", section="table"), say("projects-attention-more", count=str(rest))
        )
        if rest > 0
        else _NOTHING
    )
    body = Markup("<ul>{}</ul>{}").format(_NOTHING.join(items), more) if items else _calm(language)
    return Markup('<div class="panel att"><h4>{}</h4>{}</div>').format(
        say("projects-attention"), body
    )


def _calm(language: Language) -> Markup:
    return Markup('<p class="calm">{}</p>').format(words(language)("projects-attention-none"))


def _why(row: Any, language: Language) -> str:
    kind = project_words.worst_kind(row)
    say = words(language)
    return f"{say(f'project-light-{kind}')}: {project_words.why(row, kind, language)}"


@remembered(32)
def ordered(projects: pd.DataFrame, order: str) -> pd.DataFrame:
    """The projects by one of ORDERS; by light the worst first, and of those the latest and largest."""
    if order == "light":
        rank = {light.value: at for at, light in enumerate(_WORST_FIRST)}
        months = projects[[f"{kind}_months" for kind in ("start", "entry")]].max(axis=1)
        keyed = projects.assign(
            rank=projects["light"].astype("object").map(rank).fillna(99),
            late=-(months + projects["finish_months"]),
            cost=-projects["total_investment_wanyuan"].fillna(0),
        )
        return keyed.sort_values(["rank", "late", "cost"], kind="stable").drop(
            columns=["rank", "late", "cost"]
        )
    return projects.sort_values(order, ascending=not ORDERS[order], kind="stable")


def table(
    projects: pd.DataFrame,
    tables: Tables,
    year: int,
    language: Language,
    link: Link,
) -> Markup:
    """The projects of one page of the table, in the order given; headings link to other orders."""
    say = words(language)

    def heading(key: str, order: str | None = None, **arguments: object) -> Any:
        text = say(f"projects-column-{key}", **arguments)
        if order is None:
            return text
        return Markup('<a href="{}">{} ↕</a>').format(
            link("projects", section="table", sort=order), text
        )

    columns = [
        TableColumn("name", heading("name", "name_zh")),
        TableColumn("why", heading("why", "light")),
        TableColumn("stage", heading("stage")),
        TableColumn("task", heading("task")),
        TableColumn("division", heading("division")),
        TableColumn("department", heading("department")),
        TableColumn("total", heading("total", "total_investment_wanyuan"), is_numeric=True),
        TableColumn("year", heading("year", year=str(year)), is_numeric=True),
        TableColumn("finish", heading("finish", "planned_finish")),
    ]
    names = tables.divisions.set_index("division")[f"name_{language}"]
    nothing = project_words.unknown(tables, language)
    rows = [
        {
            "name": Markup('<a href="{}"><b>{}</b></a><small>{}</small>').format(
                link("projects", project=row.project),
                project_words.project_name(row, language),
                row.project,
            ),
            "why": Markup('<span class="pj-why">{}<span>{}</span></span>').format(
                marks.light_mark(row.light, language), _why(row, language)
            ),
            "stage": project_words.stage_word(row.stage, language),
            "task": Markup('<a href="{}">{}</a>').format(link("task", task=row.task), row.task),
            "division": names.get(row.division, "–"),
            "department": project_words.office(row.lead_department, tables, language),
            "total": _sum(row.total_investment_wanyuan, language) or nothing,
            "year": f"{_sum(row.invested_wanyuan, language) or '–'} / {_sum(row.planned_wanyuan, language) or '–'}",
            "finish": project_words.day_word(row.planned_finish, language),
        }
        for row in rows_of(projects)
    ]
    return Markup('<div class="panel pj-table">{}</div>').format(
        html_table(
            rows, columns, language, caption=say("projects-table-caption", size=str(PAGE_SIZE))
        )
    )


def _sum(value: object, language: Language) -> str:
    number = finite(value)
    return "" if number is None else labels.number(number, language, 0)


def of_task(projects: pd.DataFrame, language: Language, link: Link) -> Markup:
    """The projects of a task as a short list for its page; nothing when it has none."""
    if projects.empty:
        return _NOTHING
    say = words(language)
    items = [
        Markup('<li>{}<a href="{}">{}</a><small>{}</small></li>').format(
            marks.light_mark(row.light, language),
            link("projects", project=row.project),
            project_words.project_name(row, language),
            project_words.stage_word(row.stage, language),
        )
        for row in rows_of(ordered(projects, "light").head(_OF_A_TASK))
    ]
    rest = len(projects) - len(items)
    if rest:
        items.append(
            Markup('<li class="rest"><a href="{}">{}</a></li>').format(
                link("projects", section="table"),
                say("projects-of-task-more", count=str(rest)),
            )
        )
    task = int(projects["task"].iloc[0])
    return Markup(
        '<section><h4>{} {} <small><a href="{}">{}</a></small></h4><ul class="mst">{}</ul></section>'
    ).format(
        say("page-projects"),
        say("projects-count", count=str(len(projects))),
        link("roadmap", task=task),
        say("page-roadmap"),
        _NOTHING.join(items),
    )
