"""What the table of releases gets: a row a release, and in the log who, when and why once more; and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import pyarrow as pa

from hengyang.remembered import remembered
from hengyang.schema import RELEASES
from hengyang.store.seen import without_rows


@remembered(8)
def in_order(rows: pa.Table) -> pd.DataFrame:
    """schema.RELEASES of the stored rows, the oldest first: one frame of the same rows."""
    if not len(rows):
        return without_rows(RELEASES)
    return RELEASES.coerce(rows.to_pandas()).sort_values("release", ignore_index=True)


def of(facts: Sequence[Mapping[str, object]], newest: int) -> tuple[pd.DataFrame, dict[str, str]]:
    """Rows of schema.RELEASES for releases that follow the newest, and the metadata of the commit that brings them.

    Each of the facts has submission, published_at, actor and reason, and may have file_name and file_sha256.
    Raises: SchemaMismatch when they are unfit.
    """
    bare = {"file_name": None, "file_sha256": None}
    rows = RELEASES.validate(
        pd.DataFrame(
            [
                {"release": number, "base": number - 1, **bare, **one}
                for number, one in enumerate(facts, start=newest + 1)
            ]
        )
    )
    told = rows.assign(published_at=[moment.isoformat() for moment in rows["published_at"]])
    return rows, {
        name: " · ".join(dict.fromkeys(map(str, told[name])))
        for name in ("release", "submission", "actor", "reason", "published_at")
    }
