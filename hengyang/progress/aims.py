"""What an indicator aims at, whether a value is there, and the path that leads there."""

from __future__ import annotations

import math

from hengyang.progress.cases import Case
from hengyang.progress.config import Thresholds
from hengyang.progress.lights import reaches
from hengyang.progress.paths import Path
from hengyang.schema import Comparator, Reading, Rule


def aim_of(case: Case) -> float | None:
    """The value to reach, None where the notice or the data do not say one.

    提高10% aims at ten points more, or at a tenth more, and at nothing until an analyst reads it.
    A band aims at the edge next to the baseline (next to the latest value where there is none).
    """
    match case.rule:
        case Rule.RANGE_LOW:
            return case.target_low if case.target_low is not None else case.target
        case Rule.BAND:
            return _edge_of_band(case)
        case Rule.AMBIGUOUS:
            return None if case.reading is None else aim_as_read(case, case.reading)
        case Rule.CHECK_ONLY | Rule.DESCRIBED:
            return None
        case _:
            return case.target


def aim_as_read(case: Case, reading: Reading) -> float | None:
    """The aim of an ambiguous target under one reading; None without a baseline."""
    if case.baseline is None or case.target is None:
        return None
    if reading is Reading.POINTS:
        return round(case.baseline + case.target, 9)
    # rounded, for 50 × 1.1 is a hair over 55 and would never be reached
    return round(case.baseline * (1 + case.target / 100), 9)


def is_target_met(case: Case, value: float, thresholds: Thresholds) -> bool | None:
    """Whether a value meets the indicator's target; None where there is no target to meet."""
    match case.rule:
        case Rule.BAND:
            return band_distance(case, value, thresholds) == 0
        case Rule.FLOOR:
            return None if case.target is None else value >= case.target
        case Rule.CAP:
            return None if case.target is None else value <= case.target
    aim = aim_of(case)
    if aim is None:
        return None
    is_about = case.comparator is Comparator.ABOUT
    return reaches(value, aim, case.direction, is_about=is_about, thresholds=thresholds)


def path_of(case: Case) -> Path | None:
    """The path of an indicator, None where method.md gives none.

    Without a baseline only annual targets give a path, from the first of them on: the first one
    stands in for the baseline, and a value dated before it is not assessed.
    """
    aim = aim_of(case)
    if aim is None or case.rule in (Rule.FLOOR, Rule.CAP):
        return None
    start, baseline, annual_targets = case.start, case.baseline, case.annual_targets
    if baseline is None:
        if not annual_targets or case.rule is Rule.BAND:
            return None
        start, baseline = annual_targets[0]
    if baseline == aim or start >= case.deadline:
        return None
    return Path(start, baseline, case.deadline, aim, annual_targets, case.curve)


def band_distance(case: Case, value: float, thresholds: Thresholds) -> float:
    """How far a value is outside its band, in units; 0 inside, and above where that is no fault."""
    low = case.target_low if case.target_low is not None else -math.inf
    high = case.target_high if case.target_high is not None else math.inf
    if value < low:
        return low - value
    return value - high if value > high and thresholds.band_above_is_bad else 0.0


def _edge_of_band(case: Case) -> float | None:
    stand = case.baseline
    if stand is None and case.reports:
        stand = case.reports[-1].value
    if stand is not None and case.target_high is not None and stand > case.target_high:
        return case.target_high
    return case.target_low
