"""The roadmap as rows of bars and marks on one axis, the same for screen, paper and slides: percentages, no drawing."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from hengyang.charts import roadmap_words
from hengyang.charts.rows import rows_of
from hengyang.charts.scales import as_day
from hengyang.delivery import due, due_by_quarter, groups_of
from hengyang.labels import Language, words
from hengyang.progress.paths import month_end
from hengyang.remembered import remembered
from hengyang.schema import Tables, Theme

Link = Callable[..., str]
#: Parameters of the page that its links to itself keep.
Kept = tuple[tuple[str, str], ...]
#: Rows of one group that are drawn before somebody asks for all.
MOST_ROWS = 40
#: Years before the notice and after its horizon that the axis may reach; what lies beyond is cut and says so.
_BEFORE, _AFTER = 2, 2


@dataclass(frozen=True)
class Axis:
    """Whole years; `place` gives percent of the width."""

    first_year: int
    last_year: int

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.first_year, self.last_year + 1))

    def place(self, day: date, *, is_end: bool = False) -> float:
        """Where a day lies, 0–100 and beyond for what is off the axis.

        A month's last day stands for the month: as a start it lies at the month's beginning, as an end at its end.
        """
        days = monthrange(day.year, day.month)[1]
        begun = 0 if day.day == days else day.day - 1
        gone = (day.day if is_end else begun) / days
        months = (day.year - self.first_year) * 12 + day.month - 1 + gone
        return 100 * months / (12 * len(self.years))


@dataclass(frozen=True)
class Bar:
    """A stretch of time, percent of the width. kind: was, planned, actual, running (not finished yet), year."""

    kind: str
    left: float
    right: float
    is_cut: bool = False


@dataclass(frozen=True)
class Mark:
    """A point in time. kind: stage, deadline, target, done, was, cell."""

    kind: str
    at: float


@dataclass(frozen=True)
class Cell:
    """A quarter of a group: how much falls due in it, and of that done, overdue, unknown; in words."""

    left: float
    width: float
    due: int
    done: int
    overdue: int
    unknown: int
    said: str


@dataclass(frozen=True)
class Row:
    """One line of the roadmap. `shift` is the arrow from an old date to the new one.

    kind: heading (of a theme), group, task (a heading within a group), item, more. href opens what the row is about, or the group.
    is_late: something of the group is overdue.
    """

    kind: str
    name: str
    note: str = ""
    href: str = ""
    said: str = ""
    light: str | None = None
    colour: str = ""
    is_open: bool = False
    is_late: bool = False
    counts: str = ""
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    cells: tuple[Cell, ...] = ()
    shift: tuple[float, float] | None = None


@dataclass(frozen=True)
class Plan:
    """The whole drawing: its axis, where as_of lies, its rows."""

    axis: Axis
    as_of: date
    as_of_at: float
    rows: tuple[Row, ...]


def axis_of(items: pd.DataFrame, tables: Tables, as_of: date) -> Axis:
    """The years that the items and as_of need, within reach of the plan's own."""
    plan = tables.plan.iloc[0]
    first, last = int(plan["notice_date"].year), int(plan["horizon_year"])
    columns = ("planned_start", "planned_finish", "actual_start", "actual_finish", "next_due")
    years = pd.concat([items[column].dropna().dt.year for column in columns])
    low = int(years.min()) if len(years) else first
    high = max(int(years.max()) if len(years) else last, as_of.year)
    return Axis(max(min(low, first), first - _BEFORE), min(max(high, last), last + _AFTER))


@remembered(32)
def plan_of(
    items: pd.DataFrame,
    tables: Tables,
    as_of: date,
    by: str,
    language: Language,
    link: Link,
    opened: str | None = None,
    is_whole: bool = False,
    kept: Kept = (),
) -> Plan:
    """The rows of the roadmap, grouped; `opened` names the group whose items are drawn, "all" draws those of each.

    kept: what links to the page keep of its own parameters. With few items all of them are drawn. A group draws at most MOST_ROWS of its items unless is_whole.
    """
    axis = axis_of(items, tables, as_of)
    say = words(language)
    quarters = due_by_quarter(items, by, as_of)
    overdue = due(tables, items, as_of)
    overdue = overdue[overdue["urgency"] == "overdue"]
    if opened is None and len(items) <= MOST_ROWS:
        opened = "all"
    own_params = {**dict(kept), "show": by}
    rows: list[Row] = []
    theme: object = None
    themes = tables.tasks.set_index("task")["theme"]
    order = {
        "task": [0, *tables.tasks["task"]],
        "theme": [theme.value for theme in Theme],
        "department": list(tables.departments.sort_values("order")["department"]),
    }[by]
    for group in groups_of(items, by, order):
        own = items[items[by].isna()] if group is None else items[items[by] == group]
        of_theme = themes.get(group) if by == "task" else group if by == "theme" else None
        if by == "task" and of_theme != theme and isinstance(of_theme, str):
            theme = of_theme
            heading = roadmap_words.group_name(theme, "theme", tables, language)
            rows.append(Row("heading", heading, colour=f"theme-{theme}"))
        key = "none" if group is None else str(group)
        is_open = opened in (key, "all")
        mine = quarters[quarters[by].isna()] if group is None else quarters[quarters[by] == group]
        rows.append(
            Row(
                "group",
                roadmap_words.group_name(group, by, tables, language),
                note=_summary(own, overdue, language),
                is_late=bool(overdue["item"].isin(own["item"]).any()),
                href=link("roadmap", **own_params, open=None if opened == key else key),
                counts=say("roadmap-count", count=str(len(own))),
                said=roadmap_words.counted(own, language),
                is_open=is_open,
                colour=f"theme-{of_theme}" if isinstance(of_theme, str) else "ink-soft",
                cells=tuple(_cells(mine, axis, language)),
            )
        )
        if is_open:
            dated = own[
                own[["planned_start", "planned_finish", "next_due", "actual_start"]]
                .notna()
                .any(axis=1)
            ]
            shown = dated if is_whole else dated.head(MOST_ROWS)
            under: object = group
            for row in rows_of(shown):
                if by != "task" and row.task != under:
                    under = row.task
                    named = roadmap_words.group_name(under, "task", tables, language)
                    rows.append(Row("task", named))
                rows.append(_item(row, axis, as_of, language, link))
            if len(shown) < len(dated):
                rest = say("roadmap-more", count=str(len(dated) - len(shown)))
                rows.append(
                    Row("more", rest, href=link("roadmap", **own_params, open=key, all="1"))
                )
            missing = len(own) - len(dated)
            if missing:
                text = say("roadmap-more-undated", count=str(missing))
                rows.append(
                    Row("more", text, href=link("roadmap", **own_params, section="undated"))
                )
    now = min(max(axis.place(as_of, is_end=True), 0.0), 100.0)
    return Plan(axis, as_of, now, tuple(rows))


def _summary(own: pd.DataFrame, overdue: pd.DataFrame, language: Language) -> str:
    """What is overdue in a group (as the page's title counts it, starts and steps too), and what moved."""
    say = words(language)
    late = int(overdue["item"].isin(own["item"]).sum())
    later = own[["start_slip_months", "finish_slip_months", "next_slip_months"]] > 0
    moved = int(later.fillna(False).any(axis=1).sum())
    parts = [say("roadmap-group-late", count=str(late))] if late else []
    parts += [say("roadmap-group-moved", count=str(moved))] if moved else []
    return say("mark-separator").join(parts)


def _cells(quarters: pd.DataFrame, axis: Axis, language: Language) -> list[Cell]:
    say = words(language)
    width = 100 / (4 * len(axis.years))
    found = []
    for row in rows_of(quarters):
        start = row.quarter.date()
        left = axis.place(start)
        if not 0 <= left <= 100 - width / 2:
            continue  # off the axis: the items themselves say so when they are opened
        said = say(
            "roadmap-cell",
            year=str(start.year),
            quarter=str(start.month // 3 + 1),
            due=str(row.due),
            done=str(row.done),
            overdue=str(row.overdue),
            unknown=str(row.unknown),
        )
        found.append(
            Cell(left, width, int(row.due), int(row.done), int(row.overdue), int(row.unknown), said)
        )
    return found


def _item(row: Any, axis: Axis, as_of: date, language: Language, link: Link) -> Row:
    bars: list[Bar] = []
    marks: list[Mark] = []
    start, finish = as_day(row.planned_start), as_day(row.planned_finish)
    was_start, was_finish = as_day(row.was_start), as_day(row.was_finish)
    shift = None
    if row.kind == "project":
        _add(bars, axis, "planned", start, finish)
        if was_start or was_finish:
            _add(bars, axis, "was", was_start or start, was_finish or finish)
        begun, ended = as_day(row.actual_start), as_day(row.actual_finish)
        if begun:
            is_running = ended is None
            _add(bars, axis, "running" if is_running else "actual", begun, ended or as_of)
        href = link("projects", project=row.item)
    else:
        if finish:
            year_start = date(finish.year, 1, 1)
            _add(bars, axis, "year", year_start, finish)
            _mark(marks, axis, "target" if row.kind == "target" else "deadline", finish)
        _mark(marks, axis, "was", as_day(row.was_next_due))
        _mark(marks, axis, "stage", as_day(row.next_due))
        _mark(marks, axis, "done", as_day(row.actual_finish))
        href = link(
            "task", task=row.task, **({"indicator": row.item} if row.kind == "target" else {})
        )
    for old, new in ((row.was_finish, row.planned_finish), (row.was_next_due, row.next_due)):
        if as_day(old) and as_day(new):
            ends = [
                min(max(axis.place(day, is_end=True), 0.0), 100.0)
                for day in (pd.Timestamp(old).date(), pd.Timestamp(new).date())
            ]
            shift = (ends[0], ends[1])
    return Row(
        "item",
        roadmap_words.name(row, language),
        note=roadmap_words.note(row, language),
        href=href,
        said=roadmap_words.spoken(row, language),
        light=row.light if isinstance(row.light, str) else None,
        bars=tuple(bars),
        marks=tuple(marks),
        shift=shift,
    )


def _add(bars: list[Bar], axis: Axis, kind: str, start: date | None, finish: date | None) -> None:
    """A bar from a start to a finish; with one of them alone, or the finish before the start, only what is known.

    Of a lone date, and of each of two that contradict each other, its month is drawn.
    """
    if start and finish and finish >= start:
        spans = [(axis.place(start), axis.place(finish, is_end=True))]
    else:
        spans = [
            (axis.place(day.replace(day=1)), axis.place(month_end(day), is_end=True))
            for day in (start, finish)
            if day
        ]
    for left, right in spans:
        low, high = min(max(left, 0.0), 100.0), min(max(right, 0.0), 100.0)
        is_cut = low != left or high != right
        if high - low < 0.6:  # off the axis, or too short to see
            low, high = min(low, 99.4), min(low, 99.4) + 0.6
        bars.append(Bar(kind, low, high, is_cut))


def _mark(marks: list[Mark], axis: Axis, kind: str, day: date | None) -> None:
    if day is not None:
        marks.append(Mark(kind, min(max(axis.place(day, is_end=True), 0.0), 100.0)))


def pages(rows: Sequence[Row], size: int) -> list[list[Row]]:
    """The rows in parts of at most a size; a heading never stands last."""
    parts: list[list[Row]] = [[]]
    for row in rows:
        if len(parts[-1]) >= size:
            carried: list[Row] = []
            while parts[-1] and parts[-1][-1].kind in ("heading", "task", "group"):
                carried.insert(0, parts[-1].pop())
            parts.append(carried)
        parts[-1].append(row)
    return [part for part in parts if part]
