"""Beside the map: the twelve divisions as a table, or everything about one; and what is wrong with a boundary file."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks, project_words, projects
from hengyang.charts.division_paint import Divisions, Link
from hengyang.charts.divisions import check_words
from hengyang.charts.quantities import quantity
from hengyang.charts.rows import row_of, rows_by, rows_of
from hengyang.charts.scales import as_day, finite
from hengyang.charts.tables import TableColumn, html_table
from hengyang.delivery import Boundaries
from hengyang.labels import Language, words
from hengyang.plan import highlights, sentences_naming
from hengyang.progress import sum_check
from hengyang.progress.divisions import ADDITIVE

_NOTHING = Markup("")
_MOST_PROJECTS = 6
_MOST_FAULTS = 20


def table(divisions: Divisions, view: str, language: Language, link: Link) -> Markup:
    """All twelve with their figures, each name a link to its panel."""
    say = words(language)
    names, reports = divisions.names(language), divisions.reports
    columns = [
        TableColumn("name", say("map-column-name")),
        *(
            TableColumn(key, say(f"map-column-{key}"), is_numeric=True, is_sortable=True)
            for key in ("projects", "red", "done", "reported", "owed")
        ),
    ]
    rows = []
    for row in rows_of(divisions.standing):
        of = reports.loc[row.division]
        done = finite(row.done_pct)
        rows.append(
            {
                "name": Markup('<a href="{}">{}</a>').format(
                    link("map", section=view, indicator=divisions.indicator, place=row.division),
                    names[row.division],
                ),
                "projects": (str(row.projects), row.projects),
                "red": (_red_and_yellow(row, language), row.far_behind),
                "done": (
                    say("light-not_reported") if done is None else f"{done:.0f}%",
                    "" if done is None else done,
                ),
                "reported": (
                    f"{of['reported']}/{of['of']}" if of["of"] else "–",
                    int(of["reported"]),
                ),
                "owed": (f"{of['owed']} + {row.silent}", int(of["owed"] + row.silent)),
            }
        )
    return Markup('<div class="panel dm-table">{}</div>').format(
        html_table(rows, columns, language, caption=say("map-table-caption"))
    )


def _red_and_yellow(row: Any, language: Language) -> Markup:
    shown = [
        Markup('<span class="lc">{}{}</span>').format(
            marks.light_mark(light, language, 10), getattr(row, light)
        )
        for light in (project_words.RED, project_words.YELLOW)
        if getattr(row, light)
    ]
    return Markup(" ").join(shown) if shown else Markup("–")


def one(divisions: Divisions, place: str, view: str, language: Language, link: Link) -> Markup:
    """Everything about one division: projects, what is owed, values, places that tasks name."""
    say = words(language)
    parts = [
        Markup('<p class="dm-back"><a href="{}">← {}</a></p>').format(
            link("map", section=view, indicator=divisions.indicator, division=()), say("map-all")
        ),
        _projects(divisions, place, language, link),
        _owed(divisions, place, language, link),
        _values(divisions, place, language, link),
        _places(divisions, place, language, link),
    ]
    return Markup('<div class="dm-one">{}</div>').format(_NOTHING.join(parts))


def _panel(title: str, body: Markup) -> Markup:
    return Markup('<section class="panel"><h4>{}</h4>{}</section>').format(title, body)


def _calm(text: str) -> Markup:
    return Markup('<p class="calm">{}</p>').format(text)


def _projects(divisions: Divisions, place: str, language: Language, link: Link) -> Markup:
    say = words(language)
    there = divisions.projects[divisions.projects["division"] == place]
    title = say("map-projects-there", count=str(len(there)))
    if there.empty:
        return _panel(title, _calm(say("map-no-projects-there")))
    row = row_of(divisions.standing, "division", place)
    money = []
    for key in ("planned", "invested"):
        value = finite(row[f"{key}_wanyuan"])
        said = say("light-not_reported") if value is None else project_words.money(value, language)
        if key == "invested" and value is not None and row["uninvested"]:
            said = say("projects-sum-part", sum=said, unknown=str(int(row["uninvested"])))
        money.append(say(f"map-{key}", year=str(divisions.as_of.year), sum=said))
    items = []
    for project in rows_of(projects.ordered(there, "light").head(_MOST_PROJECTS)):
        kind = project_words.worst_kind(project)
        items.append(
            Markup('<li>{}<div><a href="{}">{}</a><small>{}</small></div></li>').format(
                marks.light_mark(project.light, language),
                link("projects", project=project.project),
                project_words.project_name(project, language),
                say("mark-separator").join(
                    [
                        project_words.stage_word(project.stage, language),
                        project_words.why(project, kind, language),
                    ]
                ),
            )
        )
    more = Markup('<p class="rest"><a href="{}">{}</a></p>').format(
        link("projects", section="table", division=(place,)),
        say("map-projects-all", count=str(len(there))),
    )
    return _panel(
        title,
        Markup('<p class="meta">{}</p><ul class="dm-list">{}</ul>{}').format(
            say("mark-separator").join(money), _NOTHING.join(items), more
        ),
    )


def _owed(divisions: Divisions, place: str, language: Language, link: Link) -> Markup:
    say = words(language)
    own = divisions.values[(divisions.values["division"] == place) & divisions.values["is_owed"]]
    silent = int(row_of(divisions.standing, "division", place)["silent"])
    named: Any = divisions.tables.indicators.set_index("indicator")
    lines = [
        Markup('<li>{}<div><a href="{}">{}</a></div></li>').format(
            marks.light_mark("not_reported", language),
            link("task", task=int(named.at[row.indicator, "task"]), indicator=row.indicator),
            named.at[row.indicator, f"name_{language}"],
        )
        for row in rows_of(own)
    ]
    if silent:
        month = labels.month(divisions.as_of, language)
        lines.append(
            Markup("<li>{}<div>{}</div></li>").format(
                marks.light_mark("not_reported", language),
                say("map-projects-silent", count=str(silent), month=month),
            )
        )
    body = Markup('<ul class="dm-list">{}</ul>').format(_NOTHING.join(lines))
    return _panel(say("map-owed"), body if lines else _calm(say("map-owed-none")))


def _values(divisions: Divisions, place: str, language: Language, link: Link) -> Markup:
    say = words(language)
    if divisions.values.empty:
        return _panel(say("map-values"), _calm(say("map-title-reports-none")))
    columns = [
        TableColumn("name", say("map-column-indicator")),
        TableColumn("value", say("chart-value"), is_numeric=True),
        TableColumn("day", say("chart-day")),
        TableColumn("check", say("map-column-check")),
    ]
    targets = divisions.tables.indicators.set_index("indicator")
    rows = []
    for indicator, parts in rows_by(divisions.values, "indicator").items():
        target = targets.loc[indicator]
        unit = str(target[f"unit_{language}"])
        here = next(part for part in parts if part.division == place)
        value, city, day = finite(here.value), finite(here.city_value), as_day(here.reference_date)
        check = sum_check(
            [finite(part.value) for part in parts], city, is_additive=target["rule"] in ADDITIVE
        )
        rows.append(
            {
                "name": Markup('<a href="{}">{}</a>').format(
                    link("task", task=int(target["task"]), indicator=indicator),
                    target[f"name_{language}"],
                ),
                "value": say("light-not_reported")
                if value is None
                else quantity(value, unit, language),
                "day": labels.month(day, language) if day else None,
                "check": Markup("<small>{}</small>").format(
                    check_words(check, city, unit, language)
                ),
            }
        )
    return _panel(
        say("map-values"),
        html_table(rows, columns, language, caption=say("map-values-no-light")),
    )


def _places(divisions: Divisions, place: str, language: Language, link: Link) -> Markup:
    """The places in a division that tasks name, with the notice's sentence, the name marked."""
    say = words(language)
    named = divisions.tables.places
    tasks = divisions.tables.tasks.set_index("task")
    items = []
    for row in rows_of(named[named["division"] == place]):
        for sentence in sentences_naming(str(tasks.at[row.task, "text_zh"]), row.place_zh):
            quote = _NOTHING.join(
                Markup("<mark>{}</mark>").format(text) if ids else Markup("{}").format(text)
                for text, ids in highlights(sentence, [("place", row.place_zh)])
            )
            items.append(
                Markup(
                    '<li><a href="{}">{} {}</a><blockquote lang="zh-CN">{}</blockquote></li>'
                ).format(
                    link("task", task=row.task),
                    row.task,
                    tasks.at[row.task, f"name_{language}"],
                    quote,
                )
            )
    body = Markup('<ul class="dm-places">{}</ul>').format(_NOTHING.join(items))
    return _panel(say("map-places"), body if items else _calm(say("map-places-none")))


def caption(
    divisions: Divisions, view: str, boundaries: Boundaries | None, language: Language
) -> Markup:
    """Under the map: what its colours mean, what is not on it, where its shapes come from."""
    say = words(language)
    has_shapes = boundaries is not None and not boundaries.faults
    lines = [say("map-drawn-shapes" if has_shapes else "map-schematic"), say(f"map-key-{view}")]
    if view in ("lights", "investment"):
        outside = int(len(divisions.projects) - divisions.standing["projects"].sum())
        if outside:
            lines.append(say("map-without-division", count=str(outside)))
    if has_shapes and boundaries is not None:
        for key in ("source", "approval"):
            if getattr(boundaries, key):
                lines.append(say(f"map-{key}", text=getattr(boundaries, key)))
    if view == "value" and divisions.indicator is not None:
        lines.append(_city_check(divisions, language))
    key = marks.legend(language, is_lights_only=True) if view == "lights" else _NOTHING
    return Markup('<p class="meta dm-note">{}</p>{}').format(" ".join(lines), key)


def _city_check(divisions: Divisions, language: Language) -> str:
    assert divisions.indicator is not None
    target = row_of(divisions.tables.indicators, "indicator", divisions.indicator)
    own = divisions.values[divisions.values["indicator"] == divisions.indicator]
    city = finite(own["city_value"].iloc[0]) if len(own) else None
    check = sum_check(
        [finite(value) for value in own["value"]], city, is_additive=target["rule"] in ADDITIVE
    )
    return check_words(check, city, str(target[f"unit_{language}"]), language)


def faults(boundaries: Boundaries, divisions: Divisions, language: Language) -> Markup:
    """Everything that is wrong with the boundary file, and that the schematic map stands in its place."""
    say = words(language)
    lines = fault_lines(boundaries, divisions, language)
    shown = lines[:_MOST_FAULTS]
    if len(lines) > len(shown):
        shown.append(say("boundary-more", count=str(len(lines) - len(shown))))
    items = [Markup("<li>{}</li>").format(line) for line in shown]
    return Markup('<div class="panel dm-faults" role="status"><b>{}</b><ul>{}</ul></div>').format(
        say("boundary-refused", count=str(len(lines))), _NOTHING.join(items)
    )


def fault_lines(boundaries: Boundaries, divisions: Divisions, language: Language) -> list[str]:
    """Each fault of a boundary file as a sentence: which feature, what is wrong."""
    say = words(language)
    names = divisions.names(language)
    lines = []
    for fault in boundaries.faults:
        found = f"{fault.found} {names[fault.found]}" if fault.found in names else fault.found
        text = say(f"boundary-fault-{fault.reason}", found=found)
        if fault.feature is not None:
            text = say("boundary-feature", number=str(fault.feature), fault=text)
        lines.append(text)
    return lines
