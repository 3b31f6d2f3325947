"""The whole way from received bytes to what publishing them would change, with word of how far it got."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Protocol

from hengyang.errors import DataMissing, UploadRejected
from hengyang.ingest.check import Checked, check, without_faulty
from hengyang.ingest.difference import Difference, difference
from hengyang.ingest.limits import Limits
from hengyang.ingest.project_sheets import apart
from hengyang.ingest.reading import Book, read
from hengyang.ingest.recognise import Recognised, recognise
from hengyang.progress import default_as_of
from hengyang.schema import Tables


class Progress(Protocol):
    """Told how much is done (0 to 1) and what is being done: read, recognise, check, compare, done.

    Within a step of a long file also how many rows of how many.
    """

    def __call__(self, share: float, step: str, rows: tuple[int, int] | None = None) -> None: ...


STEPS: Mapping[str, float] = MappingProxyType(
    {"read": 0.0, "recognise": 0.35, "check": 0.55, "compare": 0.85, "done": 1.0}
)


@dataclass(frozen=True)
class Examination:
    """Everything that is known of a received file before anybody submits it."""

    book: Book = field(repr=False)
    recognised: tuple[Recognised, ...] = field(repr=False)
    checked: Checked = field(repr=False)
    difference: Difference = field(repr=False)

    @property
    def may_be_submitted(self) -> bool:
        """Whether no error stands and there is something to submit."""
        return not self.checked.is_blocked and not self.difference.is_empty


def examine(
    content: bytes,
    name: str,
    tables: Tables,
    *,
    department: str | None,
    period: date | None,
    today: date,
    limits: Limits | None = None,
    progress: Progress | None = None,
    confirmed: Mapping[str, str] = MappingProxyType({}),
    leave_out_faulty: bool = False,
    tables_at: Callable[[int], Tables] | None = None,
    as_of: date | None = None,
) -> Examination:
    """Read, recognise, check and compare a received file; nothing is written.

    `tables_at` gives the tables at a release, to tell what others changed since the file was made. Lights
    are judged on `as_of`: by default the later of the tables' own last period and the file's last one. With
    `leave_out_faulty` rows with an error are left out, and checked.left_out says which.
    Raises: UploadRejected when the file cannot be read or holds no table; DataMissing for an unknown
    department.
    """
    tell = progress or _tells_nobody
    tell(STEPS["read"], "read")
    book = read(content, name, limits)
    tell(STEPS["recognise"], "recognise")
    register, figures = apart(book)
    recognised = register + _recognised(figures, tables, period, tell, is_all=not register)
    tell(STEPS["check"], "check")
    checked = check(
        recognised,
        tables,
        department=department,
        period=period,
        today=today,
        confirmed=confirmed,
        base=_base(recognised, tables, tables_at),
        file_name=book.name,
        rows_done=_within(tell, "check", "compare"),
    )
    if leave_out_faulty:
        checked = without_faulty(checked)
    tell(STEPS["compare"], "compare")
    judged_on = as_of or max(default_as_of(tables), _last_day(checked, today))
    found = difference(checked.frames, checked.withdrawn, tables, judged_on)
    tell(STEPS["done"], "done")
    return Examination(book, recognised, checked, found)


def _recognised(
    book: Book, tables: Tables, period: date | None, tell: Progress, *, is_all: bool
) -> tuple[Recognised, ...]:
    """The tables of figures; none beside sheets of the register is no fault."""
    try:
        return recognise(
            book, tables.frames, period=period, rows_done=_within(tell, "recognise", "check")
        )
    except UploadRejected as error:
        if is_all or error.key != "rejected-no-table":
            raise
        return ()


def _tells_nobody(share: float, step: str, rows: tuple[int, int] | None = None) -> None:
    return


def _within(tell: Progress, step: str, following: str) -> Callable[[int, int], None]:
    """Tells how far a step is, between where it begins and where the following one does."""
    first, last = STEPS[step], STEPS[following]

    def rows_done(done: int, total: int) -> None:
        tell(first + (last - first) * done / max(total, 1), step, (done, total))

    return rows_done


def left_out(examination: Examination, tables: Tables, as_of: date | None = None) -> Examination:
    """The same examination without the rows that have an error, without reading the file again."""
    checked = without_faulty(examination.checked)
    days = [default_as_of(tables)] if as_of is None else [as_of]
    if as_of is None:
        days.append(_last_day(checked, date.max))
    found = difference(checked.frames, checked.withdrawn, tables, max(days))
    return replace(examination, checked=checked, difference=found)


def _base(
    recognised: tuple[Recognised, ...],
    tables: Tables,
    tables_at: Callable[[int], Tables] | None,
) -> Tables | None:
    made_from = next(
        (table.made_from_release for table in recognised if table.made_from_release), None
    )
    if tables_at is None or made_from is None or not 1 <= made_from < tables.release:
        return None
    try:
        return tables_at(made_from)
    except DataMissing:
        return None


def _last_day(checked: Checked, today: date) -> date:
    days = [
        day.date()
        for frame in checked.frames.values()
        if "reference_date" in frame.columns
        for day in frame["reference_date"].drop_duplicates()
    ]
    return max((day for day in days if day <= today), default=date.min)
