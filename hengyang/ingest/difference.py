"""What a file would change: cell by cell, and which lights it would flip."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from hengyang.ingest.as_of_move import AsOfMove
from hengyang.ingest.drafts import (
    CONTENT,
    DAY,
    SUBJECT,
    Key,
    Record,
    day_in,
    key_of,
    plain,
    published_records,
    same,
    same_content,
    subject_of,
)
from hengyang.ingest.register_flips import (
    commitment_flips,
    coverage_changes,
    new_projects,
    no_commitment_flips,
    no_project_flips,
    no_register_changes,
    project_flips,
)
from hengyang.progress import assess, changes_between, default_as_of
from hengyang.schema import SAFEGUARD_REPORTS, TABLES, Table, Tables, ThemeLight

_CELLS = ["table", "subject", "division", "reference_date", "field", "old", "new", "row"]


@dataclass(frozen=True)
class Difference:
    """What publishing a file would change. Shared: never mutate the frames.

    added, changed, removed: one row a cell: table, subject, division (None where the table has none),
    reference_date, field, old, new (text, number, date or None), row in the file;
    flips: one row an indicator or milestone whose light changes: subject, task, light_before, light_after,
    change (better, worse, other); theme_flips: one row a theme whose light changes: theme, light_before,
    light_after (None: no light). project_flips, new_projects, coverage_changes and commitment_flips: what turns in the
    registers, as hengyang.ingest.register_flips has them. as_of: what turns besides, where the day that readers see by
    default moves. frames and withdrawn are what has to be appended for it: the rows that
    differ, and nothing else.
    """

    added: pd.DataFrame
    changed: pd.DataFrame
    removed: pd.DataFrame
    flips: pd.DataFrame
    theme_flips: pd.DataFrame
    project_flips: pd.DataFrame
    new_projects: pd.DataFrame
    coverage_changes: pd.DataFrame
    commitment_flips: pd.DataFrame
    as_of: AsOfMove
    frames: Mapping[str, pd.DataFrame] = field(repr=False)
    withdrawn: Mapping[str, pd.DataFrame] = field(repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether publishing would change nothing."""
        return not self.frames and not self.withdrawn

    @property
    def lights_turned(self) -> int:
        """Of how many indicators, milestones, projects and commitments any light turns, those with the day's move too."""
        own = len(self.flips) + self.project_flips["project"].nunique() + len(self.commitment_flips)
        return own + self.lights_moved

    @property
    def lights_moved(self) -> int:
        """Of how many of these it is the later day alone that turns a light, no value of the file."""
        return len(self.as_of.flips) + self.as_of.projects + self.as_of.commitments

    def as_dict(self) -> dict[str, Any]:
        """As the command line prints it: cells with ISO dates; flips with indicator, from, to."""
        return {
            "added": _plain_rows(self.added),
            "changed": _plain_rows(self.changed),
            "removed": _plain_rows(self.removed),
            "flips": [
                {"indicator": subject, "from": str(before), "to": str(after)}
                for subject, before, after in zip(
                    self.flips["subject"],
                    self.flips["light_before"],
                    self.flips["light_after"],
                    strict=True,
                )
            ],
            "theme_flips": [
                {"theme": str(theme), "from": before, "to": after}
                for theme, before, after in zip(
                    self.theme_flips["theme"],
                    self.theme_flips["light_before"],
                    self.theme_flips["light_after"],
                    strict=True,
                )
            ],
            "project_flips": [
                {
                    "project": row["project"],
                    "light": row["kind"],
                    "from": row["light_before"],
                    "to": row["light_after"],
                }
                for row in self.project_flips.to_dict("records")
            ],
            "new_projects": [
                {"project": row["project"], "name": row["name_zh"], "light": row["light"]}
                for row in self.new_projects.to_dict("records")
            ],
            "commitment_flips": [
                {
                    "commitment": row["commitment"],
                    "from": row["light_before"],
                    "to": row["light_after"],
                }
                for row in self.commitment_flips.to_dict("records")
            ],
            "as_of": self.as_of.as_dict(),
            "coverage": [
                {str(name): value for name, value in row.items()}
                for row in self.coverage_changes.to_dict("records")
            ],
        }


def difference(
    frames: Mapping[str, pd.DataFrame],
    withdrawn: Mapping[str, pd.DataFrame],
    tables: Tables,
    as_of: date,
) -> Difference:
    """What publishing `frames` and taking `withdrawn` back would change in `tables`, judged on `as_of`.

    Only what is reported counts: the same value from another source, on another day, is no change.
    """
    cells: dict[str, list[tuple[object, ...]]] = {"added": [], "changed": [], "removed": []}
    to_append: dict[str, pd.DataFrame] = {}
    to_withdraw: dict[str, pd.DataFrame] = {}
    for table, frame in frames.items():
        published = published_records(tables, table, _subjects(table, frame))
        differs = []
        for row in _records(frame):
            before = published.get(key_of(table, row))
            is_new = before is None or not same_content(table, row, before)
            differs.append(is_new)
            if is_new:
                _compare(cells, table, before, row)
        if any(differs):
            to_append[table] = frame[differs].reset_index(drop=True)
    for table, frame in withdrawn.items():
        published = published_records(tables, table, _subjects(table, frame))
        is_there = []
        for row in _records(frame):
            before = published.get(key_of(table, row))
            is_there.append(before is not None)
            if before is not None:
                _compare(cells, table, before, {**row, **dict.fromkeys(CONTENT[table])})
        if any(is_there):
            to_withdraw[table] = frame[is_there].reset_index(drop=True)
    after = apply(tables, to_append, to_withdraw) if to_append or to_withdraw else tables
    readers_day = default_as_of(tables), default_as_of(after)
    is_move = readers_day[0] != readers_day[1]
    # What readers see change: where their day moves, the lights of the old day beside those of the new one.
    days = readers_day if is_move else (as_of, as_of)
    flips, theme_flips = _flips(tables, after, days)
    new, covered = no_register_changes()
    of_projects, of_commitments = no_project_flips(), no_commitment_flips()
    touched = {*to_append, *to_withdraw}
    if touches_projects := any(name.startswith("project") for name in touched):
        new, covered = new_projects(tables, after, as_of), coverage_changes(tables, after, as_of)
    if is_move or touches_projects:
        of_projects = project_flips(tables, after, days)
    if is_move or SAFEGUARD_REPORTS.name in touched:
        of_commitments = commitment_flips(tables, after, days)
    # Where the day stays, all that turns is the file's own.
    own = _own_subjects(to_append, to_withdraw) if is_move else None
    own_flips, other_flips = _split(flips, "subject", own)
    own_projects, other_projects = _split(of_projects, "project", own)
    own_commitments, other_commitments = _split(of_commitments, "commitment", own)
    return Difference(
        added=_cell_frame(cells["added"]),
        changed=_cell_frame(cells["changed"]),
        removed=_cell_frame(cells["removed"]),
        flips=own_flips,
        theme_flips=theme_flips,
        project_flips=own_projects,
        new_projects=new,
        coverage_changes=covered,
        commitment_flips=own_commitments,
        as_of=AsOfMove(
            *readers_day,
            flips=other_flips,
            projects=other_projects["project"].nunique(),
            commitments=len(other_commitments),
        ),
        frames=to_append,
        withdrawn=to_withdraw,
    )


def _own_subjects(*frames_of: Mapping[str, pd.DataFrame]) -> set[str]:
    """The indicators, milestones, projects and commitments (S1-3) that rows are about."""
    return {
        subject_of(table, row)
        for frames in frames_of
        for table, frame in frames.items()
        for row in _records(frame)
    }


def _split(
    flips: pd.DataFrame, subject: str, own: Collection[str] | None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What turns of these subjects, and what turns besides; None: all is of them."""
    if own is None:
        return flips, flips.head(0)
    is_own = flips[subject].astype("str").isin([*own])
    return flips[is_own].reset_index(drop=True), flips[~is_own].reset_index(drop=True)


def apply(
    tables: Tables, frames: Mapping[str, pd.DataFrame], withdrawn: Mapping[str, pd.DataFrame]
) -> Tables:
    """The tables as they would be once these rows were published: the release number stays the old one."""
    made: dict[str, pd.DataFrame] = {}
    for name in dict.fromkeys((*frames, *withdrawn)):
        declared = TABLES[name]
        key = list(declared.key)
        overtaken = pd.concat(
            [part[name][key] for part in (frames, withdrawn) if name in part], ignore_index=True
        )
        keys = {key_of(name, row) for row in _records(overtaken)}
        standing = tables[name]
        stays = [key_of(name, row) not in keys for row in _records(standing[key])]
        rows = [standing[stays]]
        if name in frames:
            rows.append(declared.coerce(frames[name].drop(columns="row", errors="ignore")))
        made[name] = _in_order(declared, pd.concat(rows, ignore_index=True), tables)
    return tables.with_frames(made)


def _in_order(declared: Table, rows: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """As the store gives facts: by subject in the plan's order, then by the rest of the key."""
    order: dict[str, dict[str, int]] = {}
    for table, name in (
        ("indicators", "indicator"),
        ("milestones", "milestone"),
        ("divisions", "division"),
    ):
        order[name] = {str(value): place for place, value in enumerate(tables[table][name])}

    def place(values: pd.Series) -> pd.Series:
        known = order.get(str(values.name))
        if known is None:
            return values
        return values.astype("str").map(known).fillna(len(known)).astype("int64")

    ordered = rows.sort_values(list(declared.key), key=place, kind="stable", ignore_index=True)
    return declared.coerce(ordered)


def _flips(
    tables: Tables, then: Tables, days: tuple[date, date]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    before, after = assess(tables, days[0]), assess(then, days[1])
    was = dict(zip(before.themes["theme"], before.themes["light"], strict=True))
    themes = [
        (str(theme), _light(was[theme]), _light(light))
        for theme, light in zip(after.themes["theme"], after.themes["light"], strict=True)
    ]
    turned = [row for row in themes if row[1] != row[2]]
    return changes_between(before, after), pd.DataFrame(
        turned, columns=["theme", "light_before", "light_after"], dtype="object"
    )


def _light(value: object) -> str | None:
    return None if plain(value) is None else ThemeLight(str(value)).value


def _compare(
    cells: dict[str, list[tuple[object, ...]]],
    table: str,
    before: Record | None,
    after: Mapping[str, object],
) -> None:
    for name in CONTENT[table]:
        old = None if before is None else plain(before[name])
        new = plain(after.get(name))
        if same(old, new):
            continue
        kind = "added" if old is None else "removed" if new is None else "changed"
        cells[kind].append(
            (
                table,
                _subject(table, after),
                plain(after.get("division")),
                day_in(table, after) or day_in(table, before or {}),
                name,
                old,
                new,
                after.get("row"),
            )
        )


def _subject(table: str, record: Mapping[str, object]) -> str:
    """Whose cell it is; of a project the rest of the key too, for it has several rows in a table."""
    names = TABLES[table].key if SUBJECT[table] == "project" else ()
    parts = [
        str(plain(record[name])).removesuffix(".0")
        for name in names
        if name not in (SUBJECT[table], DAY[table])
    ]
    return " · ".join([subject_of(table, record), *parts])


def _cell_frame(cells: list[tuple[object, ...]]) -> pd.DataFrame:
    columns = list(zip(*cells, strict=True)) if cells else [()] * len(_CELLS)
    frame = pd.DataFrame(
        {
            name: pd.Series(list(values), dtype="object")
            for name, values in zip(_CELLS, columns, strict=True)
        }
    )
    return frame.assign(row=frame["row"].astype("Int64"))


def _subjects(table: str, frame: pd.DataFrame) -> Iterable[str]:
    return frame[SUBJECT[table]].astype("str").unique().tolist()


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    columns = {
        str(name): (
            [None if day is pd.NaT else day.date() for day in frame[name]]
            if frame[name].dtype.kind == "M"
            else frame[name].tolist()
        )
        for name in frame.columns
    }
    return [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]


def _plain_rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    return [
        {
            str(name): value.isoformat() if isinstance(value, date) else plain(value)
            for name, value in row.items()
        }
        | {"row": None if plain(row["row"]) is None else int(row["row"])}
        for row in frame.to_dict("records")
    ]


__all__ = ["Difference", "Key", "apply", "difference"]
