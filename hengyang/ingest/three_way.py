"""What others changed since a file was made: the release it was made from, the file, and what is published, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import pandas as pd

from hengyang.ingest.drafts import CONTENT, Draft, Record, day_in, plain, same

_PLACE = ("table", "subject", "division", "reference_date", "field")
_COLUMNS = (*_PLACE, "base", "theirs", "now", "row", "is_kept")

#: What a cell is known by beside a row of the difference.
Place = tuple[str, str, object, object, str]


def three_way_frame(cells: Iterable[tuple[object, ...]] = ()) -> pd.DataFrame:
    """One row a column of a cell: table, subject, division, reference_date, field, base, theirs, now, row, is_kept."""
    return pd.DataFrame(list(cells), columns=list(_COLUMNS), dtype="object")


def sides(
    draft: Draft, then: Record | None, now: Record | None, *, is_kept: bool
) -> Iterator[tuple[object, ...]]:
    """The columns of a cell that are not one in the file's release, in the file and among the published."""
    for name in CONTENT[draft.table]:
        base, today = (None if side is None else plain(side.get(name)) for side in (then, now))
        theirs = None if draft.is_withdrawal else plain(draft.record.get(name))
        if same(base, today) and same(today, theirs):
            continue
        day = day_in(draft.table, draft.record)
        place = (draft.table, draft.subject, plain(draft.record.get("division")), day, name)
        yield (*place, base, theirs, today, draft.row, is_kept)


def places(cells: pd.DataFrame) -> list[Place]:
    """Of each row what its cell is known by, the same for a three-way frame and for a difference's frames."""
    return list(zip(*(cells[name].tolist() for name in _PLACE), strict=True))


def as_dicts(cells: pd.DataFrame) -> list[dict[str, object]]:
    """As the command line prints them: ISO dates, whole rows."""
    return [
        {
            str(name): value.isoformat() if isinstance(value, date) else value
            for name, value in row.items()
        }
        for row in cells.to_dict("records")
    ]
