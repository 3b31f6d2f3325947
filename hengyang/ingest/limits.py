"""How much a received file may be; each limit is a setting of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from hengyang.errors import PlanError

SETTING = "HENGYANG_MAX_"


@dataclass(frozen=True)
class Limits:
    """The largest file that is read; a larger one is refused before it is unpacked or worked through."""

    megabytes: int = 20
    rows: int = 50_000  # rows that hold something, over all sheets
    cells: int = 2_000_000  # of the rectangle that a sheet fills, over all sheets
    sheets: int = 60
    uncompressed_megabytes: int = 400
    uncompressed_ratio: int = 200  # unpacked size against packed size

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> Limits:
        """The limits with those that `settings` (the process's environment) names: HENGYANG_MAX_ROWS=1000.

        Raises: PlanError for a setting that is no whole number above zero.
        """
        changes = {}
        for field in fields(cls):
            written = settings.get(SETTING + field.name.upper())
            if written:
                if not written.isascii() or not written.isdigit() or int(written) == 0:
                    detail = f"{SETTING}{field.name.upper()}={written}"
                    raise PlanError(detail, detail=detail)
                changes[field.name] = int(written)
        return replace(cls(), **changes)
