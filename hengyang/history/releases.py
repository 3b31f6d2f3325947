"""The releases themselves: what each brought, which was the newest on a day, why, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from hengyang import labels
from hengyang.history.cells import value_columns
from hengyang.history.difference import unequal
from hengyang.labels import Language, words
from hengyang.remembered import remembered
from hengyang.schema import TABLES

BROUGHT = ("added", "changed", "repeated", "withdrawn")
#: Reasons that the program itself gives; stored in Chinese, known in every language.
_REASONS = ("store-reason-plan", "store-reason-published-figures")
_DEMO_REASONS = ("demo-release-month", "demo-release-correction")
_DEMO_MONTH = re.compile(r"demo-(\d{4})-(\d{2})(?:-correction)?")


def known_on(releases: pd.DataFrame, day: date) -> int | None:
    """The newest release published on or before a day (Beijing's); None when there was none yet.

    Not to be confused with `as_of`, the day that the figures are about.
    """
    published = releases[releases["published_at"].dt.tz_convert(labels.BEIJING).dt.date <= day]
    return int(published["release"].max()) if len(published) else None


def brought(rows: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """What each release did, table by table: release, table, added, changed, repeated, withdrawn (cells).

    rows: Store.released_rows. A value that says what was known already counts as repeated; one that comes after a
    withdrawal as added. Tables that a release did not touch have no row.
    """
    parts = [_brought(name, found) for name, found in rows.items() if len(found)]
    if not parts:
        return pd.DataFrame(columns=["release", "table", *BROUGHT])
    counted = pd.concat(parts, ignore_index=True)
    place = {name: at for at, name in enumerate(TABLES)}
    counted["place"] = counted["table"].map(place)
    return counted.sort_values(["release", "place"], ignore_index=True).drop(columns="place")


@remembered(2 * len(TABLES))
def _brought(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    table = TABLES[name]
    ordered = rows.sort_values("release", kind="stable", ignore_index=True)
    cell = ordered.groupby(list(table.key), observed=True, sort=False).ngroup()
    ordered = ordered.iloc[np.argsort(cell.to_numpy(), kind="stable")]
    cell = cell.loc[ordered.index]
    is_first = (cell != cell.shift()).to_numpy()
    gone = ordered["is_withdrawn"].to_numpy(dtype=bool)
    was_gone = np.concatenate([[True], gone[:-1]]) | is_first
    # most cells come once: only those that came again are compared with what they were
    again = np.flatnonzero(~is_first)
    now, was = ordered.iloc[again], ordered.iloc[again - 1]
    differs = np.zeros(len(ordered), dtype=bool)
    for column in value_columns(table):
        differs[again] |= unequal(
            now[column].reset_index(drop=True), was[column].reset_index(drop=True)
        ).to_numpy(dtype=bool)
    change = np.select([gone, was_gone, differs], ["withdrawn", "added", "changed"], "repeated")
    counted = pd.crosstab(ordered["release"].to_numpy(), change)
    counted = counted.reindex(columns=list(BROUGHT), fill_value=0)
    counted = counted.rename_axis(index="release", columns=None).reset_index()
    return counted.assign(table=name)[["release", "table", *BROUGHT]]


def release_reason(reason: str, submission: str, language: Language) -> str | None:
    """The stored reason in a language; None where it is known in Chinese only, as a person wrote it.

    >>> release_reason(words("zh")("store-reason-plan"), "plan-2017", "en")
    'Action plan loaded (draft for comment)'
    >>> release_reason("as a person wrote it", "x", "en") is None
    True
    """
    if language == "zh":
        return reason
    for key in _REASONS:
        if words("zh")(key) == reason:
            return words(language)(key)
    found = _DEMO_MONTH.fullmatch(submission)
    if found is not None:
        day = date(int(found[1]), int(found[2]), 1)
        for key in _DEMO_REASONS:
            if words("zh")(key, month=labels.month(day, "zh")) == reason:
                return words(language)(key, month=labels.month(day, language))
    return None
