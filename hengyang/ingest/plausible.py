"""What one row alone cannot show: counts that fall, jumps, parts that do not make up the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from hengyang.ingest.desk import Desk
from hengyang.ingest.drafts import Draft, Key, Record
from hengyang.ingest.findings import Finding, finding
from hengyang.schema import WHOLE_CITY, Comparability, Rule

_CUMULATIVE = (Rule.CUMULATIVE.value, Rule.RANGE_LOW.value)
_DAYS_PER_MONTH = 365.25 / 12

#: A change is a jump beyond median ± JUMP_DEVIATIONS robust standard deviations of the past ones.
JUMP_DEVIATIONS = 5.0
_PAST_CHANGES = range(4, 37)
#: Where the past never varied, a fiftieth of the target stands in for its deviation.
_SHARE_OF_TARGET = 0.02
#: With too short a past: so many times more than both the target and the value before.
_GROSS = 10.0


@dataclass(frozen=True)
class _Point:
    day: date
    value: float
    draft: Draft | None  # of a value that the file changes; None for a published one

    @property
    def is_new(self) -> bool:
        return self.draft is not None


def implausible(drafts: Sequence[Draft], desk: Desk) -> list[Finding]:
    """What the changed values of a file make of the indicators' histories; marks the drafts of errors faulty.

    Only what differs from the published values is judged.
    """
    values = [
        draft for draft in drafts if (draft.table == "observations" and "value" in draft.record)
        or (draft.table == "observations" and draft.is_withdrawal)
    ]  # fmt: skip
    if not any(draft.is_changed and not draft.is_faulty for draft in values):
        return []
    found: list[Finding] = []
    for points in _histories(values, desk):
        for place in range(len(points)):
            found += _fall(points, place, desk)
            found += _jump(points, place, desk)
    return found + list(_breakdowns(values, desk))


def _histories(drafts: Iterable[Draft], desk: Desk) -> Iterator[list[_Point]]:
    """Per indicator and division that the file touches: its values in time, the file's over the published."""
    touched: dict[tuple[str, str], dict[date, _Point | None]] = {}
    for draft in drafts:
        if draft.is_faulty or not draft.is_changed:
            continue
        series = touched.setdefault((draft.subject, str(draft.record["division"])), {})
        if draft.is_withdrawal:
            series.setdefault(draft.day, None)
        elif draft.day not in series:
            series[draft.day] = _Point(draft.day, float(str(draft.record["value"])), draft)
    for record in desk.published("observations").values():
        series = touched.get((str(record["indicator"]), str(record["division"])), {})
        if series and record["comparability"] == Comparability.SAME.value:
            day = record["reference_date"]
            assert isinstance(day, date)
            if day not in series:
                series[day] = _Point(day, float(str(record["value"])), None)
    for series in touched.values():
        yield [point for _, point in sorted(series.items()) if point is not None]


def _fall(points: list[_Point], place: int, desk: Desk) -> Iterator[Finding]:
    if place == 0:
        return
    before, after = points[place - 1], points[place]
    newest = after if after.is_new else before
    draft = newest.draft
    if draft is None or not newest.is_new or not before.value > after.value + 1e-9:
        return
    if desk.indicators[draft.subject]["rule"] not in _CUMULATIVE or draft.record["reason"]:
        return
    draft.is_faulty = True
    yield finding(
        "falling",
        *_place(draft),
        subject=desk.name_of_cell(draft),
        before=before.value,
        before_date=before.day,
        after=after.value,
        after_date=after.day,
    )


def _jump(points: list[_Point], place: int, desk: Desk) -> Iterator[Finding]:
    point = points[place]
    if place == 0 or point.draft is None or not point.is_new or point.draft.is_faulty:
        return
    change = _per_month(points[place - 1], point)
    first = max(1, place - _PAST_CHANGES.stop + 1)
    past = [_per_month(points[at - 1], points[at]) for at in range(first, place)]
    row = desk.indicators[point.draft.subject]
    low, high = usual_changes(past, abs(float(str(row["target"] or row["target_low"] or 0))))
    if len(past) < _PAST_CHANGES.start:
        most = _GROSS * max(abs(points[place - 1].value), abs(float(str(row["target"] or 0))))
        low, high = -most, most
        if most == 0 or abs(point.value) <= most:
            return
    if low <= change <= high:
        return
    yield finding(
        "jump",
        *_place(point.draft),
        subject=desk.name_of_cell(point.draft),
        change=round(change, 2),
        low=round(low, 2),
        high=round(high, 2),
    )


def usual_changes(past: Sequence[float], target: float) -> tuple[float, float]:
    """The range of monthly changes that the past makes usual: median ± 5 robust standard deviations.

    The deviation is 1.4826 times the median distance from the median; where that is nought, the mean
    distance takes its place, and where nothing ever varied, a fiftieth of the target. Never less than the
    median itself.

    >>> usual_changes([1, 1, 2, 2, 3], target=100)
    (-5.413, 9.413)
    >>> usual_changes([1, 1, 1, 1], target=100)
    (-9.0, 11.0)
    """
    if not past:
        return 0.0, 0.0
    centre = median(past)
    distances = [abs(change - centre) for change in past]
    deviation = 1.4826 * median(distances)
    if deviation == 0:
        deviation = max(1.2533 * sum(distances) / len(distances), _SHARE_OF_TARGET * target)
    # up to twice the usual change is no jump, however even the past was
    spread = max(JUMP_DEVIATIONS * deviation, abs(centre))
    return round(centre - spread, 6), round(centre + spread, 6)


def _per_month(before: _Point, after: _Point) -> float:
    # two values within a month are compared as if a month had passed
    months = max((after.day - before.day).days / _DAYS_PER_MONTH, 1.0)
    return (after.value - before.value) / months


def _breakdowns(drafts: Iterable[Draft], desk: Desk) -> Iterator[Finding]:
    """Divisions that do not sum to the city, for counts, where the file changes one of the values."""
    touched: dict[tuple[str, date], Draft] = {}
    values: dict[Key, float] = {}
    withdrawn: set[Key] = set()
    for draft in drafts:
        if draft.is_faulty:
            continue
        if draft.is_withdrawal:
            withdrawn.add(draft.key)
        else:
            values[draft.key] = float(str(draft.record["value"]))
        if draft.is_changed and desk.indicators[draft.subject]["rule"] in _CUMULATIVE:
            cell = (draft.subject, draft.day)
            is_city = draft.record["division"] == WHOLE_CITY
            if cell not in touched or is_city:
                touched[cell] = draft
    if not touched:
        return
    places = [division for division in desk.divisions if division != WHOLE_CITY]
    published = desk.published("observations")

    def value(subject: str, division: str, day: date) -> float | None:
        key = (subject, division, day, Comparability.SAME.value)
        if key in withdrawn:
            return None
        record: Record | None = published.get(key)
        return values.get(key, None if record is None else float(str(record["value"])))

    for (subject, day), draft in touched.items():
        city = value(subject, WHOLE_CITY, day)
        parts = [part for place in places if (part := value(subject, place, day)) is not None]
        if city is None or not parts:
            continue
        total, is_complete = round(sum(parts), 9), len(parts) == len(places)
        differs = abs(total - city) > 1e-9 * max(1.0, abs(city))
        if differs and (is_complete or total > city):
            yield finding(
                "breakdown_mismatch",
                *_place(draft),
                subject=desk.name_of(draft.table, subject),
                parts=total,
                city=city,
                missing=str(len(places) - len(parts)),
            )


def _place(draft: Draft) -> tuple[str, int, str | None, str | None]:
    return draft.sheet, draft.row, draft.column, draft.value_text
