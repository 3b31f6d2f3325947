"""All tables by name, what the store adds to them, and a workspace's tables at one release."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import pandas as pd

from hengyang.errors import DataMissing
from hengyang.schema.consultation_tables import (
    CONSULTATION_PLAN_TABLES,
    CONSULTATION_TABLES,
)
from hengyang.schema.delivery_tables import DELIVERY_PLAN_TABLES, DELIVERY_TABLES
from hengyang.schema.fact_tables import MONTHLY_FACTS
from hengyang.schema.plan_tables import THE_PLAN
from hengyang.schema.table import Column, Table

#: What the store adds to each row of each table: where it came from, and whether it takes the row back.
ROW_ORIGIN = (
    Column("submission"),
    Column("row", "integer", nullable=True),
    Column("is_withdrawn", "flag"),
)

RELEASES = Table(
    "releases",
    "what readers see from a moment on; immutable",
    ("release",),
    (
        Column("release", "integer", low=1),
        Column("base", "integer", low=0),
        Column("submission"),
        Column("published_at", "instant"),
        Column("actor"),
        Column("reason"),
        Column("file_name", nullable=True),
        Column("file_sha256", nullable=True, pattern=r"^[0-9a-f]{64}$"),
    ),
)

#: What data/ holds, release 1 of every store.
PLAN_TABLES: tuple[Table, ...] = (
    *THE_PLAN,
    *DELIVERY_PLAN_TABLES,
    *CONSULTATION_PLAN_TABLES,
)
#: What is reported, decided and released.
FACT_TABLES: tuple[Table, ...] = (*MONTHLY_FACTS, *DELIVERY_TABLES, *CONSULTATION_TABLES)

TABLES: Mapping[str, Table] = MappingProxyType(
    {table.name: table for table in (*PLAN_TABLES, *FACT_TABLES)}
)


@dataclass(frozen=True)
class Tables:
    """Every table of one workspace as it stands at one release: what the arithmetic and the pages read.

    `tables.indicators` and `tables["indicators"]` are the same frame. Shared by all readers: never mutate.
    """

    workspace: str
    release: int
    frames: Mapping[str, pd.DataFrame] = field(repr=False)
    #: Which plan of a lake; empty for the plan of this repository.
    of_plan: str = ""

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self.frames:
            raise DataMissing(f"no table {name}", name=name)
        return self.frames[name]

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("__") or name not in TABLES:
            raise AttributeError(name)
        return self[name]

    def with_frames(self, frames: Mapping[str, pd.DataFrame]) -> Tables:
        """These tables with some frames in place of their own; the others are made no sooner than somebody asks."""
        instead = ChainMap(dict(frames), self.frames)  # type: ignore[arg-type]  # nothing is written to it
        return replace(self, frames=instead)

    def __iter__(self) -> Iterator[str]:
        return iter(self.frames)
