"""Where a sheet's heading is and what each of its columns is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache

from hengyang.ingest.cells import CellValue, clean, key, number, period, resolved_tenths
from hengyang.ingest.names import Names
from hengyang.ingest.vocabulary import spellings, vocabulary

#: A heading stands among the first rows; a title block longer than this is no title block.
ROWS_LOOKED_AT = 40
LONGEST_HEADING = 3
#: More tables than this in one sheet are no tables.
MOST_TABLES = 20
_IDENTITY = {"id", "subject", "milestone", "task"}
_SAYING = {"value", "stage", "narrative", "baseline", "path_point"}
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,12})[)\]]")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True)
class ValueColumn:
    """A column of figures in a wide sheet: of one period, or of one division."""

    column: int  # from 1
    heading: str
    period_text: str | None = None
    reference_date: date | None = None
    division_text: str | None = None
    division: str | None = None
    unit: str | None = None
    claims: str = "observations"  # or baselines, path_points
    is_subheading: bool = False  # its period stands a row above: 2019年7月 over 累计
    names_its_year: bool = False


@dataclass(frozen=True)
class Heading:
    """The rows of a heading (indices from 0) and its columns by role (numbers from 1)."""

    first: int
    last: int
    texts: Mapping[int, str]
    roles: Mapping[str, int]
    values: tuple[ValueColumn, ...]
    unit: str | None = None  # what the value column's own heading says: 完成值(公里)
    score: float = field(default=0.0, compare=False)


@cache
def _roles() -> dict[str, str]:
    return {
        key(spelling): role
        for role, spelled in vocabulary()["headings"].items()
        for spelling in spelled
    }


@lru_cache(maxsize=50_000)
def role_of(text: str) -> str | None:
    """What a column with this heading is for; None for a heading that means nothing to us."""
    spelled = key(text)
    if spelled in _roles():
        return _roles()[spelled]
    return _roles().get(key(_BRACKETED.sub("", clean(text))))


def bracketed_unit(text: str) -> str | None:
    """The unit that a heading carries: 完成值(公里) says 公里."""
    found = _BRACKETED.search(clean(text))
    return found[1].strip().rpartition(":")[2] if found and period(found[1], 2000) is None else None


def default_year(rows: Sequence[Sequence[CellValue]], until: int) -> int | None:
    """The year that the rows above the table name, where they name just one."""
    years = {
        int(year)
        for row in rows[:until]
        for cell in row
        if isinstance(cell, str)
        for year in _YEAR.findall(clean(cell))
    }
    return years.pop() if len(years) == 1 else None


def starts_of_tables(rows: Sequence[Sequence[CellValue]]) -> list[int]:
    """Where the tables of a sheet begin (indices of rows), the first at 0.

    A further table begins with a heading unlike the one before it, and takes the title and unit rows
    right above its heading along.
    """
    starts, last, known = [0], -2, frozenset[str]()
    for index, row in enumerate(rows):
        if not any(role_of(cell) for cell in row if type(cell) is str):
            continue  # most rows: no heading, told without cleaning each cell
        texts = frozenset(clean(cell) for cell in row if isinstance(cell, str)) - {""}
        if len(texts) < 2 or not is_heading_row(texts):
            continue
        if known and texts != known and index - last > 1:
            start = index
            while start > last + 1 and len({clean(cell) for cell in rows[start - 1]} - {""}) < 2:
                start -= 1
            starts.append(start)
        last, known = index, texts
    return starts[:MOST_TABLES]


def is_heading_row(texts: Iterable[str]) -> bool:
    """Whether these are the headings of a table: one for what a row is about and one for what it says."""
    roles = [role_of(text) for text in texts]
    return bool(_IDENTITY & set(roles)) and (
        bool(_SAYING & set(roles)) or sum(period(text, 2000) is not None for text in texts) > 1
    )


def find_heading(
    rows: Sequence[Sequence[CellValue]], names: Names, year: int | None
) -> Heading | None:
    """The best heading among the first rows; None where no rows make a table that we know."""
    best: Heading | None = None
    for last in range(min(len(rows), ROWS_LOOKED_AT)):
        if len({clean(cell) for cell in rows[last]} - {""}) < 2:
            continue
        for first in range(last, max(-1, last - LONGEST_HEADING), -1):
            if first < last and (
                _is_title(rows[first]) or _has_figures(rows[first + 1 : last + 1])
            ):
                break
            found = _heading(rows, first, last, names, year or default_year(rows, first))
            if found is not None and (best is None or found.score > best.score):
                best = found
    return best


def _is_title(row: Sequence[CellValue]) -> bool:
    """One text over most of the row, as merged titles are, or one alone at its start."""
    texts = [clean(cell) for cell in row]
    said = [text for text in texts if text]
    if not said:
        return True
    if len(set(said)) > 1:
        return False
    return len(said) > max(2, len(texts) * 0.7) or (len(said) == 1 and texts.index(said[0]) == 0)


def _has_figures(rows: Sequence[Sequence[CellValue]]) -> bool:
    return any(
        isinstance(cell, int | float)
        and not isinstance(cell, bool)
        and period(cell) is None
        and not 1 <= cell <= 12
        for row in rows
        for cell in row
    )


def _heading(
    rows: Sequence[Sequence[CellValue]], first: int, last: int, names: Names, year: int | None
) -> Heading | None:
    texts: dict[int, str] = {}
    raw: dict[int, list[CellValue]] = {}
    above = ""
    for column in range(max(len(row) for row in rows[first : last + 1])):
        parts: list[str] = []
        cells: list[CellValue] = []
        for row in rows[first : last + 1]:
            cell = row[column] if column < len(row) else None
            text = clean(cell)
            if text and text not in parts:
                parts.append(text)
                cells.append(cell)
        # a year over its months that was not merged stands over the first of them only
        top = clean(rows[first][column]) if column < len(rows[first]) else ""
        if first < last:
            if top:
                above = top if period(top) is not None else ""
            elif above and parts and role_of(parts[0]) in (None, "value"):
                parts.insert(0, above)
        if cells:
            texts[column + 1], raw[column + 1] = " ".join(parts), cells
    order = list(texts)
    found_tenths = resolved_tenths([raw[column][-1] for column in order])
    tenths = {order[position]: day for position, day in found_tenths.items()}
    roles: dict[str, int] = {}
    values: list[ValueColumn] = []
    unit = None
    for column, text in texts.items():
        lowest = clean(raw[column][-1]) if raw[column] else text
        role = role_of(text) or role_of(lowest)
        # 2019年7月 over 累计 is a column of that month
        upper = text.removesuffix(lowest).strip()
        is_of_month = role == "value" and bool(upper) and period(upper, year or 2000) is not None
        if is_of_month:
            role = None
        if role is not None and role not in roles and not (role == "serial" and roles):
            roles[role] = column
            continue
        if role == "value" and _is_cumulative(text) and not _is_cumulative(texts[roles["value"]]):
            roles["value"] = column
            continue
        cells = [tenths[column]] if column in tenths else raw[column]
        found = _value_column(column, text, cells, names, year)
        if found is not None:
            values.append(replace(found, is_subheading=is_of_month))
    values = _cumulative_only(values)
    if "value" in roles:
        unit = bracketed_unit(texts[roles["value"]])
    for part, other in (("year", "month"), ("month", "year")):
        if part in roles and other not in roles and "period" not in roles:
            roles["period"] = roles.pop(part)  # alone it names the whole period
    return _scored(first, last, texts, roles, values, unit)


def _cumulative_only(values: list[ValueColumn]) -> list[ValueColumn]:
    """Of several columns of one period, those that count from the beginning, where one says that it does."""
    cumulative = {
        (value.reference_date, value.division, value.claims)
        for value in values
        if _is_cumulative(value.heading)
    }
    return [
        value
        for value in values
        if (value.reference_date, value.division, value.claims) not in cumulative
        or _is_cumulative(value.heading)
    ]


def _is_cumulative(text: str) -> bool:
    return any(word in text.casefold() for word in spellings("cumulative"))


def _scored(
    first: int,
    last: int,
    texts: Mapping[int, str],
    roles: dict[str, int],
    values: list[ValueColumn],
    unit: str | None,
) -> Heading | None:
    if not _IDENTITY & roles.keys():
        return None
    if "value" in roles and values:
        # a long sheet may carry a column like 2020年目标: figures of the plan, not of a period
        values = [value for value in values if value.claims == "observations"]
        if len(values) < 2:
            values = []
        else:
            del roles["value"]
    says_something = _SAYING & roles.keys()
    if not says_something and not values:
        return None
    # a year over twelve months is one thing said twelve times: the row below says twelve
    said = len({(value.reference_date, value.division, value.claims) for value in values})
    score = len(roles) + 0.9 * said - 0.02 * (last - first) - 0.001 * last
    score += 0.05 * len({value.reference_date for value in values if value.names_its_year})
    score += 0.05 * any(value.is_subheading for value in values)
    return Heading(first, last, texts, roles, tuple(values), unit, score)


def _value_column(
    column: int, text: str, cells: list[CellValue], names: Names, year: int | None
) -> ValueColumn | None:
    unit = bracketed_unit(text)
    plain = _BRACKETED.sub("", text).strip()
    claims = "observations"
    for word in spellings("path_point"):
        if word in plain.casefold():
            claims = "path_points"
    for word in spellings("baseline"):
        if word in plain.casefold():
            claims = "baselines"
    names_its_year = True
    day = period(cells[0]) if len(cells) == 1 and not isinstance(cells[0], str) else None
    if day is None:
        bare = plain.casefold()
        for word in (*spellings("around_period"), *spellings("path_point"), *spellings("baseline")):
            bare = bare.replace(word, "")
        for spelled in (bare.replace(" ", ""), bare.rsplit(" ", 1)[-1], bare):
            day = period(spelled) or period(spelled, year)
            if day is not None:
                names_its_year = period(spelled) is not None
                break
    if day is not None:
        return ValueColumn(
            column, text, plain, day, unit=unit, claims=claims, names_its_year=names_its_year
        )
    division = names.division(plain)
    if division is not None and number(plain) is None:
        return ValueColumn(column, text, division_text=plain, division=division, unit=unit)
    return None
