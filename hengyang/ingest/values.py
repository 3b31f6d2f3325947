"""The values of one row: what each cell says, in whose unit, about what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import pandas as pd

from hengyang.ingest.cells import (
    Amount,
    CellValue,
    clean,
    is_not_reported,
    number,
    period,
    split_unit,
)
from hengyang.ingest.headings import Heading, ValueColumn
from hengyang.ingest.names import Match, Names, unit_in_name
from hengyang.ingest.reading import letter
from hengyang.ingest.rows_done import RowsDone
from hengyang.schema import WHOLE_CITY

TableName = Literal["observations", "milestone_reports", "narratives", "baselines", "path_points"]
SUBJECTS = {
    "observations": "indicators",
    "baselines": "indicators",
    "path_points": "indicators",
    "milestone_reports": "milestones",
    "narratives": "tasks",
}
#: A fraction is told from a percentage only by targets that no fraction could reach.
_LEAST_TELLING_TARGET_PCT = 5.0

ENTRY_COLUMNS = (
    "row",
    "column",
    "heading",
    "id_text",
    "subject_text",
    "subject",
    "suggestion",
    "similarity",
    "candidates",
    "division_text",
    "division",
    "period_text",
    "reference_date",
    "value_text",
    "value",
    "value_unit",
    "percent_as",
    "is_not_reported",
    "is_formula_without_value",
    "department_text",
    "department",
    "stage_text",
    "stage",
    "evidence",
    "next_stage_due_text",
    "next_stage_due",
    "reason",
    "note",
    "is_approximate",
    "is_at_least",
    "is_at_most",
    "unit_text",
    "target_text",
)


@dataclass(frozen=True)
class Context:
    """What a sheet says for all of its rows."""

    names: Names
    year: int | None
    period_text: str | None
    reference_date: date | None
    unit: str | None
    department_text: str | None
    formulas: frozenset[tuple[int, int]]
    #: covered by merged cells: what they show stands in another row's cell
    covered: frozenset[tuple[int, int]] = frozenset()
    #: January or October, by row index, for periods that are numbers like 2018.1
    tenths: dict[int, date] = field(default_factory=dict)
    rows_done: RowsDone = field(default_factory=lambda: RowsDone(0))


def cell_of(row: Sequence[CellValue], heading: Heading, role: str) -> CellValue:
    """The cell of a row in the column of a role; None when the table has no such column."""
    column = heading.roles.get(role)
    return row[column - 1] if column is not None and column <= len(row) else None


def frame_of(rows: list[dict[str, object]]) -> pd.DataFrame:
    """Entries in their types: what is missing is None, not a number that is none."""
    entries = pd.DataFrame(rows, columns=list(ENTRY_COLUMNS), dtype="object")
    for column in entries.columns:
        if column in ("value", "similarity"):
            entries[column] = entries[column].astype("float64")
        elif column == "row":
            entries[column] = entries[column].astype("int64")
        elif column.startswith("is_"):
            entries[column] = entries[column].astype("bool")
        else:
            entries[column] = entries[column].where(entries[column].notna(), None)
    return entries


def shared_by_row(
    row: Sequence[CellValue], index: int, heading: Heading, table: TableName, context: Context
) -> dict[str, object]:
    """What a row says about all of its values."""
    names = context.names
    # each cell is cleaned once, whatever asks for it
    texts = {
        role: clean(row[column - 1]) for role, column in heading.roles.items() if column <= len(row)
    }
    id_text = texts.get("id", "")
    order = ("task", "subject") if table == "narratives" else ("subject", "milestone", "task")
    subject_text = next((text for role in order if (text := texts.get(role))), "")
    of = SUBJECTS[table]
    match = names.subject(id_text, of) if id_text else Match()
    if match.identifier is None:
        by_name = names.subject(subject_text, of) if subject_text else Match()
        match = by_name if by_name.table is not None else match
    division_text = texts.get("division") or None
    department_text = texts.get("department") or context.department_text
    when = _when(row, heading)
    stage_text = texts.get("stage") or None
    due = cell_of(row, heading, "next_stage_due")
    said_when = clean(when)
    return {
        "match": match,
        "id_text": id_text or None,
        "subject_text": subject_text,
        "division_text": division_text,
        "division": names.division(division_text) if division_text else WHOLE_CITY,
        "period_text": said_when or context.period_text,
        "reference_date": (context.tenths.get(index) or period(when, context.year))
        if said_when
        else context.reference_date,
        "department_text": department_text,
        "department": names.department(department_text) if department_text else None,
        "stage_text": stage_text,
        "stage": names.stage(stage_text) if stage_text else None,
        "evidence": texts.get("evidence") or None,
        "next_stage_due_text": texts.get("next_stage_due") or None,
        "next_stage_due": None
        if due is None or is_not_reported(due)
        else period(due, context.year),
        "reason": texts.get("reason") or None,
        "note": texts.get("note") or None,
        "unit_text": texts.get("unit") or unit_in_name(subject_text),
        "target_text": texts.get("target") or None,
    }


def _when(row: Sequence[CellValue], heading: Heading) -> CellValue:
    """The cell that names the period, or the two that name its year and its month."""
    year, month = cell_of(row, heading, "year"), cell_of(row, heading, "month")
    if "period" in heading.roles or not (clean(year) and clean(month)):
        return cell_of(row, heading, "period")
    if isinstance(month, str) and period(month) is not None:
        return month
    digits = [re.sub(r"\D", "", clean(part)) for part in (year, month)]
    return "-".join(digits) if all(digits) else f"{clean(year)} {clean(month)}"


def long_value(
    row: Sequence[CellValue],
    shared: Mapping[str, object],
    heading: Heading,
    table: TableName,
    context: Context,
    index: int,
) -> dict[str, object]:
    """The one value of a row in a long layout, as columns of an entry."""
    role = {
        "milestone_reports": "stage",
        "narratives": "narrative",
        "baselines": "baseline",
        "path_points": "path_point",
    }.get(table, "value")
    column = heading.roles[role]
    cell = row[column - 1] if column <= len(row) else None
    unit = shared["unit_text"] or heading.unit or context.unit
    return {
        "column": letter(column),
        "heading": heading.texts[column],
        **_figure(
            cell,
            str(unit) if unit else None,
            (index + 1, column),
            context,
            is_text=table in ("milestone_reports", "narratives"),
        ),
    }


def wide_value(
    row: Sequence[CellValue],
    value: ValueColumn,
    shared: Mapping[str, object],
    context: Context,
    index: int,
) -> dict[str, object]:
    """The value of a row in one column of a wide layout, as columns of an entry."""
    cell = row[value.column - 1] if value.column <= len(row) else None
    unit = shared["unit_text"] or value.unit or context.unit
    placed: dict[str, object] = {"column": letter(value.column), "heading": value.heading}
    if value.reference_date is not None:
        placed |= {"period_text": value.period_text, "reference_date": value.reference_date}
    if value.division is not None:
        placed |= {"division_text": value.division_text, "division": value.division}
    return placed | _figure(
        cell, str(unit) if unit else None, (index + 1, value.column), context, is_text=False
    )


def _figure(
    cell: CellValue,
    unit: str | None,
    place: tuple[int, int],
    context: Context,
    *,
    is_text: bool,
) -> dict[str, object]:
    # one figure merged over several rows is said once: nobody reported it for the others
    cell = None if place in context.covered and not is_text else cell
    says_nothing = is_not_reported(cell)
    amount = None if is_text or says_nothing else number(cell)
    return {
        "value_text": clean(cell) if not isinstance(cell, str) else cell.strip(),
        "value": None if amount is None else amount.value,
        "value_unit": None if amount is None else _joined(amount, unit),
        "is_not_reported": says_nothing and place not in context.formulas,
        "is_formula_without_value": place in context.formulas,
        "is_approximate": amount is not None and amount.is_approximate,
        "is_at_least": amount is not None and amount.is_at_least,
        "is_at_most": amount is not None and amount.is_at_most,
    }


def _joined(amount: Amount, unit: str | None) -> str | None:
    """The unit that a figure is in: its own before its row's; a bare 万 goes before the row's unit."""
    if amount.unit is None or unit is None:
        return amount.unit or unit
    scale, plain = split_unit(amount.unit)
    if plain or scale == 1.0:
        return amount.unit
    return unit if split_unit(unit)[0] != 1.0 else amount.unit + unit


def is_like_a_fraction(value: float, target: object) -> bool:
    """Whether a bare figure of a percentage could be meant as a fraction of one, judged by its target."""
    return 0 < abs(value) <= 1 and isinstance(target, float) and target >= _LEAST_TELLING_TARGET_PCT


def decide_percentages(entries: pd.DataFrame, plan: Mapping[str, pd.DataFrame]) -> None:
    """Fractions or percentages, decided for each column by figures that bear no sign of their own."""
    indicators = plan["indicators"].set_index("indicator")
    known = entries["subject"].isin(indicators.index)
    unit = entries["subject"].map(indicators["unit_zh"])
    target = entries["subject"].map(indicators["target"].fillna(indicators["target_high"]))
    bare = known & (unit == "%") & entries["value"].notna()
    bare &= ~entries["value_text"].astype("str").str.contains("%|\uff05", regex=True)
    entries["percent_as"] = pd.Series([None] * len(entries), index=entries.index, dtype="object")
    for _, column in entries[bare].groupby("column"):
        telling = column[target[column.index] >= _LEAST_TELLING_TARGET_PCT]["value"].astype("float")
        is_fraction = (
            len(telling) > 0 and bool((telling.abs() <= 1).all()) and bool((telling > 0).any())
        )
        entries.loc[column.index, "percent_as"] = "fraction" if is_fraction else "percent"
