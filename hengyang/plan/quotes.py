"""Whether every quote stands in the notice, letter by letter."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from hengyang.schema import TABLES

#: table → the columns that quote the notice (published figures quote other sources)
QUOTING: Mapping[str, tuple[str, ...]] = {
    "consultation": ("quote_zh",),
    "themes": ("slogan_zh", "intro_zh"),
    "tasks": ("name_zh", "departments_raw", "text_zh"),
    "assignments": ("quote_zh",),
    "indicators": ("quote_zh",),
    "milestones": ("quote_zh",),
    "safeguards": ("name_zh", "text_zh"),
    "safeguard_commitments": ("quote_zh",),
    "safeguard_departments": ("quote_zh",),
    "named_projects": ("quote_zh",),
    "consulted": ("quote_zh",),
}


def quote_faults(tables: Mapping[str, pd.DataFrame], notice_text: str) -> pd.DataFrame:
    """Every quote that is not a verbatim, non-empty part of the notice; no rows when all are.

    A row: table, column, key (the quoting row's key, joined by /), quote_zh.
    """
    faults = []
    for name, columns in QUOTING.items():
        frame = tables[name]
        for column in columns:
            for position, quote in enumerate(frame[column]):
                if isinstance(quote, str) and quote and quote in notice_text:
                    continue
                key = "/".join(str(frame[part].iloc[position]) for part in TABLES[name].key)
                faults.append({"table": name, "column": column, "key": key, "quote_zh": quote})
    return pd.DataFrame(faults, columns=["table", "column", "key", "quote_zh"])
