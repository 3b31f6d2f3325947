"""Cells and their names: a table and the values of its key, as one text that fits into a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from hengyang.schema import TABLES, Table

#: Table → the column that a reader means by "the value".
_VALUES: Mapping[str, str] = {
    "observations": "value",
    "milestone_reports": "stage",
    "narratives": "text_zh",
    "baselines": "value",
    "path_points": "value",
    "overrides": "light",
    "consultation_replies": "kind",
    "safeguard_reports": "stage",
    "green_channel_requests": "answer",
    "project_listings": "listed_on",
}
#: Table → the column that says which day the value is about.
_DATES: Mapping[str, str] = {
    "observations": "reference_date",
    "milestone_reports": "reference_date",
    "narratives": "reference_date",
    "baselines": "baseline_date",
    "path_points": "target_date",
    "overrides": "valid_from",
    "published_figures": "reference_date",
}


@dataclass(frozen=True)
class Cell:
    """One row of a table, whatever it held at which release. `texts` are its key's values, in the key's order."""

    table: str
    texts: tuple[str, ...]

    @property
    def name(self) -> str:
        """observations/T05-3/430400/2019-05-31/same"""
        return "/".join((self.table, *self.texts))

    @property
    def subject(self) -> str:
        """What the cell is about: the first of its key, an indicator mostly."""
        return self.texts[0]

    @property
    def key(self) -> dict[str, object]:
        """Key column → value in the type of the column, as Store.cell_history takes it."""
        table = TABLES[self.table]
        return {
            name: _typed(table.column(name).kind, text)
            for name, text in zip(table.key, self.texts, strict=True)
        }

    def text(self, column: str) -> str | None:
        """The key's value in a column, as text; None when the column is not part of the key."""
        key = TABLES[self.table].key
        return self.texts[key.index(column)] if column in key else None


def cell_of(name: str) -> Cell | None:
    """The cell that a name means; None when it names no table, or garbles the key.

    >>> cell_of("observations/T05-3/430400/2019-05-31/same").subject
    'T05-3'
    >>> cell_of("observations/T05-3") is cell_of("secrets/1") is None
    True
    """
    table, *texts = name.split("/")
    if table not in TABLES or len(texts) != len(TABLES[table].key):
        return None
    found = Cell(table, tuple(texts))
    try:
        found.key  # noqa: B018  # reading it is the check
    except ValueError:
        return None
    return found


def cells_of(table: str, rows: pd.DataFrame) -> list[Cell]:
    """The cell of each row of a frame of the table, in the order of the rows."""
    texts = [_texts(rows[name]) for name in TABLES[table].key]
    return [Cell(table, found) for found in zip(*texts, strict=True)]


def dates_of(table: str, rows: pd.DataFrame) -> pd.Series:
    """The day that each row is about; NaT where the table knows none."""
    name = _DATES.get(table)
    if name is None:
        return pd.Series(pd.NaT, index=rows.index, dtype="datetime64[s]")
    return rows[name].astype("datetime64[s]")


def value_columns(table: Table) -> tuple[str, ...]:
    """The columns that are not the key, the one that a reader means by "the value" first."""
    own = _VALUES.get(table.name)
    rest = [name for name in table.column_names if name not in table.key and name != own]
    return (own, *rest) if own is not None else tuple(rest)


def plain(value: object) -> object:
    """A value of a frame as plain Python: text, number, date, truth, or None for what is missing."""
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    if hasattr(value, "item"):
        return value.item()
    return value


def _texts(values: pd.Series) -> list[str]:
    if values.dtype.kind == "M":
        return list(values.dt.strftime("%Y-%m-%d"))
    return [str(value) for value in values]


def _typed(kind: str, text: str) -> object:
    match kind:
        case "date":
            return date.fromisoformat(text)
        case "integer":
            return int(text)
        case _:
            return text
