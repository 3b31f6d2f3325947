"""Coverage of the targets and the rolling plan as HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import project_words
from hengyang.charts.quantities import quantity
from hengyang.charts.rows import row_of, rows_of
from hengyang.charts.scales import finite
from hengyang.charts.tables import TableColumn, html_table
from hengyang.labels import Language, words
from hengyang.remembered import remembered
from hengyang.schema import ProjectStage, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
#: So many projects are named of those that slipped; the others are counted.
_SLIPPED_SHOWN = 12
#: Done first, what is least certain last.
_STAGES = (
    ProjectStage.COMPLETED,
    ProjectStage.UNDER_CONSTRUCTION,
    ProjectStage.NEWLY_STARTED,
    ProjectStage.PREPARATORY,
)
_PARTS = (*map(str, _STAGES), "stage_unknown")


@remembered(32)
def coverage_table(covered: pd.DataFrame, tables: Tables, language: Language, link: Link) -> Markup:
    """One row an indicator: a bar of what projects add by stage against the target, and the numbers."""
    say = words(language)
    if covered.empty:
        return Markup('<div class="panel"><p class="calm">{}</p></div>').format(
            say("coverage-none")
        )
    added = covered[covered["is_added_up"]]
    has_unknown = bool(added["stage_unknown"].sum() > 0)
    unknown = TableColumn("stage_unknown", say("light-not_reported"), is_numeric=True)
    columns = [
        TableColumn("indicator", say("coverage-indicator")),
        TableColumn("bar", say("coverage-share")),
        TableColumn("share", "%", is_numeric=True),
        *(
            TableColumn(str(stage), say(f"project-stage-{stage}"), is_numeric=True)
            for stage in _STAGES
        ),
        # without it a row with projects that nobody reported would not add up
        *([unknown] if has_unknown else []),
        TableColumn("total", say("coverage-total"), is_numeric=True),
        TableColumn("target", say("coverage-target"), is_numeric=True),
        TableColumn("missing", say("coverage-missing"), is_numeric=True),
        TableColumn("projects", say("coverage-projects"), is_numeric=True),
    ]
    rows = []
    for row in rows_of(added):
        indicator = row_of(tables.indicators, "indicator", row.indicator)
        share = finite(row.share_pct)
        rows.append(
            {
                "indicator": _name(row, indicator, language, link),
                "bar": _bar(row, language),
                "share": "–" if share is None else f"{int(share + 1e-9)}",
                **{part: getattr(row, part) for part in _PARTS},
                "total": row.total,
                "target": quantity(row.target, str(indicator[f"unit_{language}"]), language),
                "missing": Markup("<b>{}</b>").format(labels.number(row.missing, language))
                if row.missing > 0
                else row.missing,
                "projects": say(
                    "coverage-projects-value",
                    projects=str(row.projects),
                    unstated=str(row.unstated),
                ),
            }
        )
    key = Markup(" ").join(
        Markup('<span class="cv-key"><i class="cv-{}"></i>{}</span>').format(
            stage, say(f"project-stage-{stage}")
        )
        for stage in _STAGES
    )
    if has_unknown:
        key += Markup(' <span class="cv-key"><i class="cv-stage_unknown"></i>{}</span>').format(
            say("light-not_reported")
        )
    table = html_table(rows, columns, language, caption=say("coverage-caption"))
    others = covered[~covered["is_added_up"]]
    names = [
        Markup("{} {}").format(
            _name(row, row_of(tables.indicators, "indicator", row.indicator), language, link),
            say("projects-count", count=str(row.projects)),
        )
        for row in rows_of(others)
    ]
    note = (
        Markup('<p class="meta">{} {}</p>').format(
            say("coverage-not-added", count=str(len(others))), Markup(" · ").join(names)
        )
        if names
        else _NOTHING
    )
    return Markup('<div class="panel pj-table"><p class="leg">{}</p>{}{}</div>').format(
        key, table, note
    )


def _name(row: object, indicator: pd.Series, language: Language, link: Link) -> Markup:
    code = str(indicator.name)
    return Markup('<a href="{}">{} {}</a>').format(
        link("task", task=indicator["task"], indicator=code), code, indicator[f"name_{language}"]
    )


def _bar(row: object, language: Language) -> Markup:
    share = finite(getattr(row, "share_pct"))  # noqa: B009  # rows are untyped
    target = finite(getattr(row, "target"))  # noqa: B009
    if share is None or not target:
        return Markup("–")
    whole = max(1.0, share / 100)
    parts = [
        Markup('<i class="cv-{}" style="width:{:.2f}%"></i>').format(
            part, 100 * (finite(getattr(row, part)) or 0.0) / target / whole
        )
        for part in _PARTS
        if finite(getattr(row, part))
    ]
    said = words(language)("coverage-bar", share=str(int(share + 1e-9)))
    return Markup(
        '<div class="cv" role="img" aria-label="{}">{}<u style="left:{:.2f}%"></u></div>'
    ).format(said, _NOTHING.join(parts), 100 / whole)


def plan_table(
    planned: pd.DataFrame,
    by: str,
    years: Sequence[int],
    whole: int,
    tables: Tables,
    language: Language,
) -> Markup:
    """The rolling plan cut by one dimension: per year planned and done, in 万元; the whole last.

    whole: delivery.planned_projects, each counted once however many sources it has.
    """
    say = words(language)
    columns = [TableColumn("group", say("plan-group"))]
    for year in years:
        columns += [
            TableColumn(f"{kind}_{year}", say(f"plan-year-{kind}", year=str(year)), is_numeric=True)
            for kind in ("planned", "invested")
        ]
    columns.append(TableColumn("projects", say("plan-projects"), is_numeric=True))
    numbers = [column.key for column in columns[1:-1]]
    rows: list[dict[str, object]] = [
        {
            "group": _group(getattr(row, by), by, tables, language),
            **{name: getattr(row, name) for name in [*numbers, "projects"]},
        }
        for row in rows_of(planned)
    ]
    sums = planned[numbers].sum(min_count=1)
    rows.append({"group": Markup("<b>{}</b>").format(say("plan-total")), **sums, "projects": whole})
    table = html_table(rows, columns, language, caption=say("plan-caption"))
    note = (
        Markup('<p class="meta">{}</p>').format(say("plan-projects-once"))
        if whole < planned["projects"].sum()
        else _NOTHING
    )
    return Markup('<div class="panel pj-table">{}{}</div>').format(table, note)


def _group(value: object, by: str, tables: Tables, language: Language) -> str:
    say = words(language)
    if not isinstance(value, str):
        return say("light-not_reported")
    if by == "theme":
        return say(f"departments-theme-{value}")
    if by == "funding":
        return say(f"funding-{value}")
    if by == "division":
        return str(tables.divisions.set_index("division")[f"name_{language}"].get(value, value))
    return project_words.office(value, tables, language)


@remembered(16)
def carried_note(carried: pd.DataFrame, year: int, as_of: date, language: Language) -> Markup:
    """What the year before left undone, in one sentence; nothing when nothing is left."""
    if carried.empty:
        return _NOTHING
    sums = carried[["planned_wanyuan", "left_wanyuan", "carried_wanyuan"]].sum()
    return Markup('<div class="panel"><p>{}</p></div>').format(
        words(language)(
            "plan-carried",
            day=labels.day(as_of, language),
            projects=str(carried["project"].nunique()),
            before=str(year - 1),
            year=str(year),
            left=project_words.money(float(sums["left_wanyuan"]), language),
            planned=project_words.money(float(sums["planned_wanyuan"]), language),
            carried=project_words.money(float(sums["carried_wanyuan"]), language),
        )
    )


def slipped_line(slipped: pd.DataFrame, language: Language) -> str:
    """How much was carried, of how many projects, out of which years; that nothing was."""
    say = words(language)
    if slipped.empty:
        return say("plan-slipped-none")
    years = say("mark-separator").join(map(str, sorted(set(slipped["year"]))))
    return say(
        "plan-slipped-line",
        years=years,
        projects=str(slipped["project"].nunique()),
        carried=project_words.money(float(slipped["carried_wanyuan"].sum()), language),
    )


@remembered(16)
def slipped_table(slipped: pd.DataFrame, tables: Tables, language: Language, link: Link) -> Markup:
    """What releases have carried from one year into the next, project by project, the most first."""
    say = words(language)
    if slipped.empty:
        return _NOTHING
    sums = slipped.groupby(["project", "year"], sort=False)[
        ["planned_wanyuan", "invested_wanyuan", "carried_wanyuan"]
    ].sum(min_count=1)
    sums = sums.sort_values("carried_wanyuan", ascending=False, kind="stable").reset_index()
    shown = sums.head(_SLIPPED_SHOWN)
    projects = tables.projects[tables.projects["project"].isin(shown["project"])]
    names = {
        str(row.project): project_words.project_name(row, language) for row in rows_of(projects)
    }
    columns = [
        TableColumn("project", say("projects-column-name")),
        TableColumn("year", say("plan-slipped-year"), is_numeric=True),
        *(
            TableColumn(name, say(f"plan-slipped-{name}"), is_numeric=True)
            for name in ("planned", "invested", "carried")
        ),
    ]
    rows = [
        {
            "project": Markup('<a href="{}">{} {}</a>').format(
                link("projects", project=row.project), row.project, names.get(row.project, "")
            ),
            "year": str(row.year),
            "planned": row.planned_wanyuan,
            "invested": row.invested_wanyuan,
            "carried": row.carried_wanyuan,
        }
        for row in rows_of(shown)
    ]
    table = html_table(rows, columns, language, caption=say("plan-slipped-caption"))
    more = len(sums) - len(shown)
    return Markup('<div class="panel pj-table"><h4>{}</h4>{}{}</div>').format(
        slipped_line(slipped, language),
        table,
        Markup('<p class="rest">{}</p>').format(say("overview-changes-more", count=str(more)))
        if more > 0
        else _NOTHING,
    )
