"""Simulated values of the indicators, each with the round that brings it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import numpy as np
import pandas as pd

from hengyang.demo.calendar import (
    MONTHS,
    YEAR_ENDS,
    Round,
    annual_figures_by,
    carried_by,
    month_of,
)
from hengyang.demo.scenario import (
    COUNTS,
    DIVISION_SHARES,
    LEVELS,
    QUARTERLY,
    UTILITY_TUNNEL_KM,
    Count,
    Level,
    Quarterly,
)
from hengyang.labels import words
from hengyang.schema import WHOLE_CITY

_SEED = 20170918
_SAY = words("zh")

Row = dict[str, object]


def dice(subject: str) -> np.random.Generator:
    """Chance that depends on the subject alone, so that adding one changes no other."""
    return np.random.default_rng([_SEED, zlib.crc32(subject.encode())])


def observation_rows(leads: Mapping[str, str]) -> tuple[list[Row], list[Row]]:
    """All values ever reported, and the withdrawals. Each row also has the `turn` that brings it.

    `leads` maps indicator → the department that reports.
    """
    rows: list[Row] = list(_counted("T05-3", Count(15.6, decimals=1), np.array(UTILITY_TUNNEL_KM)))
    for indicator, count in COUNTS.items():
        rows += _counted(indicator, count, _path(indicator, count))
    for indicator, level in LEVELS.items():
        rows += _levels(indicator, level)
    for indicator, quarterly in QUARTERLY.items():
        rows += _quarters(indicator, quarterly)
    withdrawals = [
        _row(indicator, WHOLE_CITY, month_of(count.withdrawn[0]), None,
             Round(month_of(count.withdrawn[1]), True), _SAY("demo-reason-withdrawn"))
        for indicator, count in COUNTS.items()
        if count.withdrawn
    ]  # fmt: skip
    for row in (*rows, *withdrawals):
        row["department"] = leads[str(row["indicator"])]
    return rows, withdrawals


def counted_path(indicator: str) -> np.ndarray | None:
    """The true value at each month's end of an indicator that is counted; None for any other."""
    if indicator == "T05-3":
        return np.array(UTILITY_TUNNEL_KM)
    return _path(indicator, COUNTS[indicator]) if indicator in COUNTS else None


def _path(indicator: str, count: Count) -> np.ndarray:
    """The true value at each month's end: uneven steps, few around the Spring Festival, none backwards
    but the fall that the scenario asks for."""
    if count.times:
        factor, other = count.times
        return factor * _path(other, COUNTS[other])
    pace = np.array([0.4 if month.month in (1, 2) else 1.0 for month in MONTHS])
    pace[0] = 0.2
    fallen = 0.0
    if count.fall:
        fallen = count.fall[1]
        pace[MONTHS.index(month_of(count.fall[0]))] = 0
    steps = dice(indicator).gamma(3.0, size=len(MONTHS)) * pace
    share = np.cumsum(steps) / steps.sum()
    if count.last != "2019-06":
        share /= share[MONTHS.index(month_of(count.last))]
    scale = 10**count.decimals
    whole = round((count.final + fallen) * scale)
    # A little more than the whole, so that a count of one or two arrives before the last month.
    path = np.minimum(np.floor(share * (whole + 0.6)), whole) / scale
    if not count.final:
        path[:] = 0
    if count.fall:
        path[MONTHS.index(month_of(count.fall[0])) :] -= fallen
    return path


def _counted(indicator: str, count: Count, path: np.ndarray) -> Iterator[Row]:
    divisions = _by_division(indicator, count, path) if count.has_divisions else {}
    first, last = month_of(count.first), month_of(count.last)
    for place, month in enumerate(MONTHS):
        name = f"{month:%Y-%m}"
        if not first <= month <= last or name in count.never_reported:
            continue
        if count.is_quarterly and month.month % 3:
            continue
        turn = carried_by(month, count.late_months.get(name, count.always_late_months))
        if turn is None:
            continue
        reason = None
        if count.fall and name == count.fall[0]:
            reason = _SAY("demo-reason-fall")
        elif turn.month != month:
            reason = _SAY("demo-reason-late")
        value = float(path[place])
        if count.corrected and name == count.corrected[0]:
            correction = Round(month_of(count.corrected[1]), True)
            yield _row(indicator, WHOLE_CITY, month, value, correction,
                       _SAY("demo-reason-corrected"))  # fmt: skip
            value = float(path[place - 1])
        yield _row(indicator, WHOLE_CITY, month, value, turn, reason)
        for division, values in divisions.items():
            yield _row(indicator, division, month, float(values[place]), turn, reason)


def _by_division(indicator: str, count: Count, path: np.ndarray) -> dict[str, np.ndarray]:
    """Whole numbers per division that add up to the city's figure in every month."""
    chance = dice(indicator + "/divisions")
    shares = np.array(list(DIVISION_SHARES.values()))
    shares = shares * chance.uniform(0.8, 1.2, len(shares))
    shares /= shares.sum()
    steps = np.diff(path, prepend=0.0)
    fall_place = MONTHS.index(month_of(count.fall[0])) if count.fall else None
    parts = np.zeros((len(MONTHS), len(shares)))
    for place, step in enumerate(steps):
        if place == fall_place and count.fall:
            # One division had counted twice: the fall is its own.
            parts[place, int(np.argmax(parts[:place].sum(axis=0)))] -= count.fall[1]
        else:
            parts[place] = chance.multinomial(int(step), shares)
    totals = parts.cumsum(axis=0)
    divisions = {name: totals[:, place].copy() for place, name in enumerate(DIVISION_SHARES)}
    if count.mismatch:
        divisions[count.mismatch[0]][-1] += count.mismatch[1]
    return divisions


def _levels(indicator: str, level: Level) -> Iterator[Row]:
    for year_end, value in zip(YEAR_ENDS, level.values, strict=True):
        turn = annual_figures_by(year_end, level.late_months)
        if value is None or turn is None:
            continue
        if level.first_reported is not None and year_end == YEAR_ENDS[0]:
            yield _row(indicator, WHOLE_CITY, year_end, value, Round(date(2018, 6, 30), True),
                       _SAY("demo-reason-corrected"))  # fmt: skip
            value = level.first_reported
        yield _row(indicator, WHOLE_CITY, year_end, value, turn, None)
        if level.has_divisions:
            spread = dice(indicator + "/divisions").uniform(-6, 6, len(DIVISION_SHARES))
            for division, offset in zip(DIVISION_SHARES, spread, strict=True):
                part = round(min(100.0, max(0.0, value + offset)), 1)
                yield _row(indicator, division, year_end, part, turn, None)


def _quarters(indicator: str, quarterly: Quarterly) -> Iterator[Row]:
    quarters = [month for month in MONTHS if month.month % 3 == 0 and month >= YEAR_ENDS[0]]
    for month, value in zip(quarters, quarterly.values, strict=True):
        yield _row(indicator, WHOLE_CITY, month, value, Round(month, False), None)
    for name, value in quarterly.single_months.items():
        month = month_of(name)
        row = _row(indicator, WHOLE_CITY, month, value, Round(month, False), None)
        yield row | {"comparability": "single_month"}


def _row(
    indicator: str, division: str, month: date, value: float | None, turn: Round, reason: str | None
) -> Row:
    return {
        "indicator": indicator,
        "division": division,
        "reference_date": pd.Timestamp(month),
        "value": value,
        "comparability": "same",
        "source": source_of(turn),
        "reported_on": reported_on(indicator, turn),
        "reason": reason,
        "is_simulated": True,
        "turn": turn,
    }


def source_of(turn: Round) -> str:
    """模拟月报 2019-05"""
    key = "demo-source-correction" if turn.is_correction else "demo-source"
    return _SAY(key, month=f"{turn.month:%Y-%m}")


def reported_on(subject: str, turn: Round) -> pd.Timestamp:
    """A few days after the month's end, before its release; each subject has its own day."""
    days = (15 if turn.is_correction else 2) + zlib.crc32(subject.encode()) % 5
    return pd.Timestamp(turn.month + timedelta(days=days))
