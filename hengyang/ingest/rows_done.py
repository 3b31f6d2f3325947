"""How far a long file has been worked through, row by row: told now and then, so that telling costs nothing."""

from __future__ import annotations

from collections.abc import Callable

#: Rows between two tellings; a file with fewer tells nothing in between.
EVERY = 500


class RowsDone:
    """Counts rows as they are done, and tells every so many of them: how many, of how many."""

    def __init__(self, total: int, tell: Callable[[int, int], None] | None = None) -> None:
        self.total, self.done, self._tell = total, 0, tell

    def one_more(self) -> None:
        """One row more is done."""
        self.done += 1
        if self._tell is not None and self.done % EVERY == 0:
            # rows that speak for two tables are gone through twice
            self._tell(min(self.done, self.total), self.total)
