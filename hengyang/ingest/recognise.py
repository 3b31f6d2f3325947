"""Sheets → the values that they claim: which table, which columns, which rows are none of it.

Nothing is judged here: each value keeps its row and column, what was written and what it was taken for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

import pandas as pd

from hengyang.errors import UploadRejected
from hengyang.ingest.cells import CellValue, clean, resolved_tenths
from hengyang.ingest.headings import (
    Heading,
    ValueColumn,
    default_year,
    find_heading,
    starts_of_tables,
)
from hengyang.ingest.names import Match, Names
from hengyang.ingest.reading import Book, Sheet, letter
from hengyang.ingest.rows_done import RowsDone
from hengyang.ingest.stamp import Stamp, stamp_of
from hengyang.ingest.surroundings import (
    looks_like_data,
    period_within,
    said_above,
    why_above,
    why_skipped,
)
from hengyang.ingest.values import (
    SUBJECTS,
    Context,
    TableName,
    cell_of,
    decide_percentages,
    frame_of,
    long_value,
    shared_by_row,
    wide_value,
)


@dataclass(frozen=True)
class Recognised:
    """One table of one sheet, as it was understood.

    `entries`: one row a value as found (ENTRY_COLUMNS). `row` counts from 1 as in their file, `column` is the
    letter of the cell that holds the value; `subject` is certain, `suggestion` only near (the nearest of the `candidates`). `value` is in their
    unit, `value_unit`, which is what the cell, its row, its heading or the sheet says, in this order; a value
    of a percentage column that holds fractions says so in `percent_as`.
    """

    sheet: str
    table: TableName
    layout: Literal["long", "wide"]
    header_row: int
    columns: Mapping[str, str]
    skipped: tuple[tuple[int, str], ...]
    unit_row: str | None
    percent_as: Literal["fraction", "percent"] | None
    made_from_release: int | None
    entries: pd.DataFrame = field(repr=False)
    column_letters: Mapping[str, str] = field(default_factory=dict)
    stamp: Stamp | None = None


def recognise(
    book: Book,
    plan: Mapping[str, pd.DataFrame],
    *,
    period: date | None = None,
    rows_done: Callable[[int, int], None] | None = None,
) -> tuple[Recognised, ...]:
    """What a book claims, one for each table of each visible sheet.

    `plan` needs the plan's tables (indicators, milestones, tasks, divisions, departments,
    department_aliases). `period` is what the reader chose for figures whose sheet names no period.
    `rows_done` is told now and then how many rows of how many are done.
    Raises: UploadRejected when there is no table that we know, or two sheets claim the same values.
    """
    names = Names.of(plan)
    stamp = stamp_of(book)
    shown = [sheet for sheet in book.sheets if not sheet.is_hidden]
    rows = RowsDone(sum(len(sheet.cells) for sheet in shown), rows_done)
    found = [
        recognised
        for sheet in shown
        for part in _parts(sheet)
        for recognised in _of_sheet(part, book, plan, names, stamp, period, rows)
    ]
    if not found:
        raise UploadRejected(key="rejected-no-table")
    _refuse_two_claims(found)
    return tuple(found)


def _refuse_two_claims(found: Sequence[Recognised]) -> None:
    claimed: dict[tuple[object, ...], Recognised] = {}
    for recognised in found:
        entries = recognised.entries
        said = entries[entries["subject"].notna() & ~entries["is_not_reported"]]
        for claim in set(
            zip(said["subject"], said["division"], said["reference_date"], strict=True)
        ):
            other = claimed.setdefault((recognised.table, *claim), recognised)
            if other.sheet != recognised.sheet:
                raise UploadRejected(
                    key="rejected-two-sheets",
                    first=other.sheet,
                    second=recognised.sheet,
                    subject=str(claim[0]),
                )


def _parts(sheet: Sheet) -> list[Sheet]:
    """A sheet for each table that stands in it, with the row numbers that they have in their file."""
    starts = starts_of_tables(sheet.cells)
    if len(starts) == 1:
        return [sheet]
    return [
        replace(
            sheet,
            cells=sheet.cells[start:end],
            first_row=sheet.row_number(start),
            formulas_without_value=frozenset(
                (row - start, column) for row, column in sheet.formulas_without_value
            ),
            merged=tuple(
                ((top - start, left), (bottom - start, right))
                for (top, left), (bottom, right) in sheet.merged
                if top > start
            ),
        )
        for start, end in zip(starts, [*starts[1:], len(sheet.cells)], strict=True)
    ]


def _of_sheet(
    sheet: Sheet,
    book: Book,
    plan: Mapping[str, pd.DataFrame],
    names: Names,
    stamp: Stamp | None,
    chosen: date | None,
    done: RowsDone,
) -> list[Recognised]:
    rows = sheet.cells
    chosen = stamp.period if stamp and stamp.period else chosen
    heading = find_heading(rows, names, None if chosen is None else chosen.year)
    if heading is None:
        return []
    year = default_year(rows, heading.first) or (chosen.year if chosen else None)
    unit, department, said = said_above(rows[: heading.first], year)
    period_text, reference_date = (
        said or period_within(sheet.name) or period_within(book.name) or (None, None)
    )
    if chosen is not None and reference_date != chosen:
        period_text, reference_date = None, chosen
    context = Context(
        names,
        year,
        period_text,
        reference_date,
        unit,
        department or (stamp.department if stamp else None),
        sheet.formulas_without_value,
        _covered(sheet, heading),
        rows_done=done,
    )
    skipped: list[tuple[int, str]] = []
    for index, row in enumerate(rows[: heading.first]):
        skipped.append((sheet.row_number(index), why_above(row)))
    kept: list[tuple[int, Sequence[CellValue]]] = []
    identity = [
        heading.roles[r] for r in ("id", "subject", "milestone", "task") if r in heading.roles
    ]
    in_footer = False
    for index in range(heading.last + 1, len(rows)):
        why = "note" if in_footer else why_skipped(rows[index], heading, identity, names)
        if why is None:
            kept.append((index, rows[index]))
            continue
        in_footer = in_footer or (why == "note" and bool(kept))
        if in_footer and looks_like_data(rows[index], identity, names):
            in_footer, why = False, None
            kept.append((index, rows[index]))
            continue
        skipped.append((sheet.row_number(index), why or ""))
    named = _named(heading, kept, names)
    is_about_figures = named["indicators"] > named["tasks"] and not heading.values
    if is_about_figures and "narrative" in heading.roles and "value" not in heading.roles:
        # beside indicators a column like "how it went" is where the figures are
        roles = dict(heading.roles)
        roles["value"] = roles.pop("narrative")
        heading = replace(heading, roles=roles)
    if "period" in heading.roles:
        cells = [cell_of(row, heading, "period") for _, row in kept]
        context.tenths.update(
            {kept[at][0]: day for at, day in resolved_tenths(cells, chosen).items()}
        )
    return [
        recognised
        for table, layout, columns in _claims(heading, named)
        if (
            recognised := _table(
                sheet, table, layout, columns, heading, kept, context, plan, skipped, stamp
            )
        )
        is not None
    ]


def _covered(sheet: Sheet, heading: Heading) -> frozenset[tuple[int, int]]:
    """Cells below the heading that merged cells cover, but for the first of each."""
    return frozenset(
        (row, column)
        for (top, left), (bottom, right) in sheet.merged
        if top > heading.last + 1
        for row in range(top, min(bottom, len(sheet.cells)) + 1)
        for column in range(left, min(right, len(sheet.cells[0])) + 1)
        if (row, column) != (top, left)
    )


def _named(
    heading: Heading, kept: Sequence[tuple[int, Sequence[CellValue]]], names: Names
) -> dict[str, int]:
    """How often the rows name an indicator, a milestone or a task; certain names count twice."""
    roles = heading.roles
    of: dict[str, int] = {"indicators": 0, "milestones": 0, "tasks": 0}
    for _, row in kept[:500]:
        for role in ("id", "subject", "milestone", "task"):
            if role not in roles or not clean(row[roles[role] - 1]):
                continue
            match = names.subject(clean(row[roles[role] - 1]), "tasks" if role == "task" else None)
            if match.table is not None:
                of[match.table] += 2 if match.identifier else 1
            break
    return of


def _claims(
    heading: Heading, of: Mapping[str, int]
) -> list[tuple[TableName, Literal["long", "wide"], tuple[ValueColumn, ...]]]:
    """Which tables a sheet's columns speak for, given how often its rows name what."""
    roles = heading.roles
    claims: list[tuple[TableName, Literal["long", "wide"], tuple[ValueColumn, ...]]] = []
    by_table: dict[str, list[ValueColumn]] = {}
    for value in heading.values:
        by_table.setdefault(value.claims, []).append(value)
    if "observations" in by_table:  # beside reported figures, the plan's own are only repeated
        by_table = {"observations": by_table["observations"]}
    for table, columns in by_table.items():
        claims.append((table, "wide", tuple(columns)))  # type: ignore[arg-type]
    if "stage" in roles and (of["milestones"] or "milestone" in roles) and "value" not in roles:
        return [("milestone_reports", "long", ())]
    single: tuple[tuple[str, TableName], ...] = (
        ("value", "observations"),
        ("baseline", "baselines"),
        ("path_point", "path_points"),
    )
    if "value" in roles:
        claims = [claim for claim in claims if claim[0] == "observations"]
        claims.append(("observations", "long", ()))
        if "stage" in roles and of["milestones"]:
            claims.append(("milestone_reports", "long", ()))
    elif not claims:
        claims += [(table, "long", ()) for role, table in single[1:] if role in roles][:1]
    if not claims and "narrative" in roles:
        claims.append(("narratives", "long", ()))
    return claims


def _table(
    sheet: Sheet,
    table: TableName,
    layout: Literal["long", "wide"],
    columns: tuple[ValueColumn, ...],
    heading: Heading,
    kept: Sequence[tuple[int, Sequence[CellValue]]],
    context: Context,
    plan: Mapping[str, pd.DataFrame],
    skipped: list[tuple[int, str]],
    stamp: Stamp | None,
) -> Recognised | None:
    rows: list[dict[str, object]] = []
    last_subject: tuple[str, str, Match] = ("", "", Match())
    for index, row in kept:
        context.rows_done.one_more()
        shared = shared_by_row(row, index, heading, table, context)
        match = shared.pop("match")
        assert isinstance(match, Match)
        if (
            not shared["subject_text"]
            and not shared["id_text"]
            and (shared["division_text"] or shared["period_text"])
        ):
            # the name stands in the first row of its group only, as when merged cells were saved as text
            shared["id_text"], shared["subject_text"], match = last_subject
        last_subject = (str(shared["id_text"]), str(shared["subject_text"]), match)
        if match.identifier is not None and match.table != SUBJECTS[table]:
            continue  # a milestone's row among indicators is another table's
        shared |= {
            "row": sheet.row_number(index),
            "subject": match.identifier,
            "suggestion": match.suggestion,
            "similarity": match.similarity,
            "candidates": match.candidates,
        }
        if layout == "long":
            rows.append(shared | long_value(row, shared, heading, table, context, index))
        else:
            rows.extend(
                shared | wide_value(row, value, shared, context, index) for value in columns
            )
    if not rows:
        return None
    entries = frame_of(rows)
    decide_percentages(entries, plan)
    ways = set(entries["percent_as"].dropna())
    letters = {role: letter(column) for role, column in heading.roles.items()}
    texts = {role: heading.texts[column] for role, column in heading.roles.items()}
    for value in columns:
        texts[f"value:{value.reference_date or value.division}"] = value.heading
        letters[f"value:{value.reference_date or value.division}"] = letter(value.column)
    return Recognised(
        sheet=sheet.name,
        table=table,
        layout=layout,
        header_row=sheet.row_number(heading.last),
        columns=texts,
        skipped=tuple(skipped),
        unit_row=context.unit,
        percent_as=None if not ways else "fraction" if "fraction" in ways else "percent",
        made_from_release=stamp.release if stamp else None,
        entries=entries.reset_index(drop=True),
        column_letters=letters,
        stamp=stamp,
    )
