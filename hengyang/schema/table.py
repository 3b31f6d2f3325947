"""How a table is declared, and how a frame is held to its declaration.

pyarrow and pandera are loaded only inside the functions that need them (pandera costs three quarters of a second).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from hengyang.errors import DataMissing, SchemaMismatch

if TYPE_CHECKING:
    import pyarrow as pa

_Values = ExtensionArray | np.ndarray
Kind = Literal["text", "integer", "number", "date", "instant", "flag", "enum"]


@dataclass(frozen=True)
class Column:
    """One column. `unit` is words for a fixed unit, or the name of the column that holds the unit."""

    name: str
    kind: Kind = "text"
    nullable: bool = False
    unit: str | None = None
    enum: type[StrEnum] | None = None
    low: float | None = None
    high: float | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class Table:
    """A table: what one row is, what identifies it, its columns."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    is_fact: bool = False

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise DataMissing(f"table {self.name} has no column {name}", name=f"{self.name}.{name}")

    def empty(self) -> pd.DataFrame:
        """A frame of this table without rows."""
        return self.coerce(pd.DataFrame({name: [] for name in self.column_names}))

    def coerce(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame with exactly this table's columns, in order, in their types.

        Columns that the frame lacks are added empty when nullable. Types in memory: text `str`,
        integer `Int64`, number `float64`, date `datetime64[s]`, instant `datetime64[ms, UTC]`, flag `bool`,
        enum a category over all members in their order.
        Raises: SchemaMismatch for missing, unknown or unreadable columns, every fault at once.
        """
        faults = [
            {"column": column.name, "check": "missing", "row": None, "value": None}
            for column in self.columns
            if column.name not in frame.columns and not column.nullable
        ]
        faults += [
            {"column": name, "check": "unknown", "row": None, "value": None}
            for name in frame.columns
            if name not in self.column_names
        ]
        if faults:
            raise SchemaMismatch(
                f"{self.name}: {faults}", faults=pd.DataFrame(faults), table=self.name
            )
        series: dict[str, pd.Series] = {}
        for column in self.columns:
            values = (
                frame[column.name]
                if column.name in frame.columns
                else pd.Series([None] * len(frame), index=frame.index, dtype="object")
            )
            try:
                series[column.name] = _in_memory(column, values)
            except (ValueError, TypeError) as error:
                faults.append(
                    {"column": column.name, "check": "type", "row": None, "value": str(error)}
                )
        if faults:
            raise SchemaMismatch(
                f"{self.name}: {faults}", faults=pd.DataFrame(faults), table=self.name
            )
        return pd.DataFrame(series, index=frame.index).reset_index(drop=True)

    def of_arrow(self, rows: pa.Table, places: np.ndarray | None = None) -> pd.DataFrame:
        """What coerce makes of stored rows, straight from Arrow: all of them, or those at some places, in that order.

        Columns that the rows lack are empty; columns that are not this table's are left out.
        Raises: SchemaMismatch for unreadable columns, every fault at once.
        """
        faults: list[dict[str, object]] = []
        found: dict[str, _Values] = {}
        there = set(rows.column_names)
        for column in self.columns:
            try:
                values = (
                    from_arrow(column, rows.column(column.name))
                    if column.name in there
                    else _in_memory(column, pd.Series([None] * len(rows), dtype="object")).array
                )
            except (ValueError, TypeError) as error:
                faults.append(
                    {"column": column.name, "check": "type", "row": None, "value": str(error)}
                )
            else:
                found[column.name] = values if places is None else values.take(places)
        if faults:
            raise SchemaMismatch(
                f"{self.name}: {faults}", faults=pd.DataFrame(faults), table=self.name
            )
        count = len(rows) if places is None else len(places)
        return pd.DataFrame(found, index=pd.RangeIndex(count), copy=False)

    def arrow_schema(self, *, extra: tuple[Column, ...] = ()) -> pa.Schema:
        """The table as Arrow stores it; `extra` columns go last."""
        import pyarrow as pa

        types = {
            "text": pa.string(),
            "enum": pa.string(),
            "integer": pa.int64(),
            "number": pa.float64(),
            "date": pa.date32(),
            "instant": pa.timestamp("us", tz="UTC"),
            "flag": pa.bool_(),
        }
        return pa.schema(
            [
                pa.field(column.name, types[column.kind], nullable=column.nullable)
                for column in (*self.columns, *extra)
            ]
        )

    def validate(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The coerced frame, with every value held against the declaration by pandera.

        Raises: SchemaMismatch with all faults gathered: column, check, row, value.
        """
        import pandera.pandas as pa

        frame = self.coerce(frame)
        columns = {}
        for column in self.columns:
            checks = []
            if column.low is not None:
                checks.append(pa.Check.ge(column.low))
            if column.high is not None:
                checks.append(pa.Check.le(column.high))
            if column.pattern is not None:
                checks.append(pa.Check.str_matches(column.pattern))
            if column.kind == "text" and not column.nullable:
                checks.append(pa.Check.str_length(min_value=1))
            columns[column.name] = pa.Column(checks=checks, nullable=column.nullable)
        schema = pa.DataFrameSchema(columns, strict=True, unique=list(self.key) or None)
        try:
            schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors as error:
            cases = error.failure_cases.rename(columns={"index": "row", "failure_case": "value"})
            faults = cases[["column", "check", "row", "value"]]
            raise SchemaMismatch(
                f"{self.name}: {len(faults)} faults, first {faults.iloc[0].to_dict()}",
                faults=faults,
                table=self.name,
            ) from error
        return frame


def enum_column(name: str, enum: type[StrEnum], *, nullable: bool = False) -> Column:
    """A column that holds one of an enum\'s members."""
    return Column(name, "enum", nullable=nullable, enum=enum)


@cache
def _dtype(column: Column) -> Any:
    if column.kind == "enum":
        return pd.CategoricalDtype([member.value for member in column.enum or ()])
    named = {
        "text": "str",
        "integer": "Int64",
        "number": "float64",
        "date": "datetime64[s]",
        "instant": "datetime64[ms, UTC]",
        "flag": "bool",
    }
    return pd.api.types.pandas_dtype(named[column.kind])


def from_arrow(column: Column, values: pa.ChunkedArray) -> _Values:
    """A stored column in its type in memory. Raises: ValueError, TypeError when it cannot be."""
    import pyarrow as pa
    import pyarrow.compute as pc

    is_text = pa.types.is_string_view(values.type) or pa.types.is_string(values.type)
    dtype = _dtype(column)
    match column.kind:
        case "text" | "integer" if is_text or pa.types.is_int64(values.type):
            return dtype.__from_arrow__(values)
        case "number" if pa.types.is_float64(values.type):
            return values.to_numpy()
        case "date" if pa.types.is_date32(values.type):
            return values.cast(pa.timestamp("s")).to_numpy()
        case "instant" if pa.types.is_timestamp(values.type) and values.type.tz == "UTC":
            return dtype.__from_arrow__(values.cast(pa.timestamp("ms", "UTC"), safe=False))
        case "flag" if pa.types.is_boolean(values.type):
            return pc.fill_null(values, False).to_numpy()
        case "enum" if is_text:
            members = pa.array(dtype.categories, pa.string())
            codes = pc.index_in(values.cast(pa.string()), members)
            if codes.null_count == values.null_count:
                return pd.Categorical.from_codes(pc.fill_null(codes, -1).to_numpy(), dtype=dtype)
    return _in_memory(column, values.to_pandas(date_as_object=False)).array


def _in_memory(column: Column, values: pd.Series) -> pd.Series:
    if values.dtype == _dtype(column):
        return values
    match column.kind:
        case "text":
            return values.astype("object").where(values.notna(), None).astype("str")
        case "integer":
            return pd.to_numeric(values).astype("Int64")
        case "number":
            return pd.to_numeric(values).astype("float64")
        case "date":
            return pd.to_datetime(values).astype("datetime64[s]")
        case "instant":
            return pd.to_datetime(values, utc=True).astype("datetime64[ms, UTC]")
        case "flag":
            return values.map(_flag).astype("bool")
        case "enum":
            members = [member.value for member in column.enum or ()]
            present = values.dropna().astype("str")
            unknown = sorted(set(present.unique()) - set(members))
            if unknown:
                raise ValueError(f"not one of {members}: {unknown}")
            text = values
            if values.dtype != "str":
                text = values.astype("object").where(values.notna(), None)
            return pd.Series(pd.Categorical(text, categories=members), index=values.index)


def _flag(value: object) -> bool:
    if value is None or (isinstance(value, float) and value != value) or value in ("", "false"):
        return False
    if value in (True, "true"):
        return True
    if value in (False,):
        return False
    raise ValueError(f"neither true nor false: {value!r}")
