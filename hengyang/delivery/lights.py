"""The four lights of a project – start, progress, payment, entry – and the memory of a red one.

Each is worked out month by month up to as_of, for all projects at once: three months running and the step
from red to yellow are things of several months.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from hengyang.delivery.states import project_states
from hengyang.progress import DEFAULT_THRESHOLDS
from hengyang.remembered import remembered
from hengyang.schema import Gate, Light, ProjectStage, Tables

KINDS = ("start", "progress", "payment", "entry")
#: Further back no month changes what today's light is.
_MOST_MONTHS = 48

# Lights as small numbers, so that 20,000 projects are judged by arrays.
_CODES = tuple(Light)
_CODE = {light: np.int8(at) for at, light in enumerate(_CODES)}
_GREEN = [_CODE[light] for light in (Light.ON_TRACK, Light.NEARLY, Light.MET)]
#: The worst first; a project shows the worst of its four.
_WORST_FIRST = (
    Light.FAR_BEHIND,
    Light.BEHIND,
    Light.NEARLY,
    Light.ON_TRACK,
    Light.MET,
    Light.NOT_REPORTED,
    Light.NOT_ASSESSED,
    Light.NOT_DUE,
)


@dataclass(frozen=True)
class DeliveryThresholds:
    """The numbers of the projects' rules. `*_points` are percentage points of the year's plan."""

    behind_points: float = DEFAULT_THRESHOLDS.behind_points
    far_behind_points: float = DEFAULT_THRESHOLDS.far_behind_points
    months_to_red: int = 3
    paid_enough_pct: float = 80.0
    paid_too_little_pct: float = 60.0
    stale_months: int = 1


DEFAULT_DELIVERY_THRESHOLDS = DeliveryThresholds()


@remembered(16)
def project_lights(
    tables: Tables, as_of: date, thresholds: DeliveryThresholds = DEFAULT_DELIVERY_THRESHOLDS
) -> pd.DataFrame:
    """One row a project of the register, in its order: its four lights at as_of, and why.

    Columns: project, light (the worst of the four; grey only when all are); for each kind <kind>_light,
    <kind>_months (how many months running it has been late), <kind>_is_recovering (shown yellow only because
    it was red); gap_points (year's plan against the time gone), paid_pct (of what was invested),
    missing_gates (how many), finish_months (months past the planned finish).
    """
    register = _Register(tables, as_of)
    memory = {kind: np.zeros(register.size, dtype=np.int8) for kind in KINDS}
    late = {kind: np.zeros(register.size, dtype=np.int64) for kind in KINDS}
    finish_late = np.zeros(register.size, dtype=np.int64)
    shown: dict[str, np.ndarray] = {}
    recovering: dict[str, np.ndarray] = {}
    month = _Month(register, register.months[0], thresholds)
    for period in register.months:
        month = _Month(register, period, thresholds)
        finish_late = np.where(month.is_finish_late, finish_late + 1, 0)
        for kind in KINDS:
            is_late, is_known = month.lateness(kind)
            # a silent month neither adds to a row of late months nor breaks it
            late[kind] = np.where(is_late, late[kind] + 1, np.where(is_known, 0, late[kind]))
            raw = month.light(kind, late[kind], finish_late)
            shown[kind], memory[kind], recovering[kind] = _with_memory(raw, memory[kind])
    return _frame(register, month, shown, recovering, late, finish_late)


@remembered(16)
def register(
    tables: Tables, as_of: date, thresholds: DeliveryThresholds = DEFAULT_DELIVERY_THRESHOLDS
) -> pd.DataFrame:
    """Every project with its state and its lights: project_states and project_lights side by side."""
    states = project_states(tables, as_of)
    return states.merge(project_lights(tables, as_of, thresholds), on="project")


def _with_memory(raw: np.ndarray, memory: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What is shown, what is remembered (1 red, 0 anything else), and where green waits a month as yellow.

    Grey shows as grey and forgets nothing.
    """
    is_green = np.isin(raw, _GREEN)
    is_waiting = is_green & (memory == 1)
    shown = np.where(is_waiting, _CODE[Light.BEHIND], raw)
    is_red = raw == _CODE[Light.FAR_BEHIND]
    forgets = is_green | (raw == _CODE[Light.BEHIND])
    kept = np.where(is_red, 1, np.where(forgets, 0, memory)).astype(np.int8)
    return shown.astype(np.int8), kept, is_waiting


class _Register:
    """The register as arrays: a place for each project, a column for each month."""

    def __init__(self, tables: Tables, as_of: date) -> None:
        projects = tables.projects
        self.names = projects["project"]
        self.size = len(projects)
        place = pd.Series(np.arange(self.size), index=self.names.to_numpy())
        last = pd.Period(as_of, "M")
        day = pd.Timestamp(as_of)
        reports = tables.project_reports
        reports = reports[reports["reference_date"] <= day]
        first = last
        if len(reports):
            first = max(pd.Period(reports["reference_date"].min(), "M"), last - _MOST_MONTHS + 1)
        self.months = list(pd.period_range(first, last, freq="M"))
        self.start = _months(projects["planned_start"])
        self.finish = _months(projects["planned_finish"])
        self.stage_codes = {stage.value: at for at, stage in enumerate(ProjectStage)}
        self.stages, self.ages = self._reported(reports, place)
        self.gates = self._gates(tables, place, day)
        self.planned = self._planned(tables, place)
        self.invested, self.paid = self._spent(tables, place, day)

    def _column(self, days: pd.Series) -> np.ndarray:
        return _months(days) - self.months[0].ordinal

    def _reported(self, reports: pd.DataFrame, place: pd.Series) -> tuple[np.ndarray, np.ndarray]:
        """Stage by month (−1 unknown) carried forward, and how many months old the report is."""
        width = len(self.months)
        stages = np.full((self.size, width), -1, dtype=np.int8)
        ages = np.full((self.size, width), 9999, dtype=np.int32)
        rows = place.reindex(reports["project"]).to_numpy(dtype="float64")
        columns = np.maximum(self._column(reports["reference_date"]), 0).astype(int)
        codes = reports["stage"].astype("str").map(self.stage_codes).to_numpy(dtype="int8")
        is_known = ~np.isnan(rows)
        at = (rows[is_known].astype(int), columns[is_known])
        stages[at] = codes[is_known]
        ages[at] = 0
        for column in range(1, width):
            is_empty = stages[:, column] < 0
            stages[is_empty, column] = stages[is_empty, column - 1]
            ages[is_empty, column] = np.minimum(ages[is_empty, column - 1] + 1, 9999)
        return stages, ages

    def _gates(self, tables: Tables, place: pd.Series, day: pd.Timestamp) -> np.ndarray:
        """The month in which each gate was passed; a month never reached when it was not."""
        found = np.full((self.size, len(Gate)), np.inf)
        gates = tables.project_gates
        gates = gates[gates["passed_on"] <= day]
        rows = place.reindex(gates["project"]).to_numpy(dtype="float64")
        columns = gates["gate"].astype("str").map({gate.value: at for at, gate in enumerate(Gate)})
        is_known = ~np.isnan(rows)
        at = (rows[is_known].astype(int), columns.to_numpy(dtype="int64")[is_known])
        found[at] = _months(gates["passed_on"])[is_known]
        return found

    def _planned(self, tables: Tables, place: pd.Series) -> dict[int, np.ndarray]:
        sums = tables.project_investments.groupby(["year", "project"])["planned_wanyuan"].sum()
        return {
            year: sums.loc[year].reindex(place.index).to_numpy()
            if year in sums.index.get_level_values(0)
            else np.full(self.size, np.nan)
            for year in {month.year for month in self.months}
        }

    def _spent(
        self, tables: Tables, place: pd.Series, day: pd.Timestamp
    ) -> tuple[np.ndarray, np.ndarray]:
        """Invested and paid since the year began, by month, carried forward within the year."""
        rows = tables.project_spending
        rows = rows[rows["reference_date"] <= day]
        sums = rows.groupby(["project", "reference_date"], sort=True)[
            ["invested_wanyuan", "paid_wanyuan"]
        ].sum(min_count=1)
        names = place.reindex(sums.index.get_level_values(0)).to_numpy(dtype="float64")
        columns = self._column(sums.index.get_level_values(1).to_series())
        is_known = ~np.isnan(names) & (columns >= 0)
        at = (names[is_known].astype(int), columns[is_known].astype(int))
        found = []
        for column in ("invested_wanyuan", "paid_wanyuan"):
            values = np.full((self.size, len(self.months)), np.nan)
            values[at] = sums[column].to_numpy()[is_known]
            for place_of_month in range(1, len(self.months)):
                if self.months[place_of_month].month > 1:
                    now, before = values[:, place_of_month], values[:, place_of_month - 1]
                    values[:, place_of_month] = np.where(np.isnan(now), before, now)
            found.append(values)
        return found[0], found[1]


class _Month:
    """What is true of every project at one month's end."""

    def __init__(
        self, register: _Register, period: pd.Period, thresholds: DeliveryThresholds
    ) -> None:
        self.thresholds = thresholds
        at = period.ordinal - register.months[0].ordinal
        self.stage = register.stages[:, at]
        is_done = self.stage == register.stage_codes[ProjectStage.COMPLETED]
        is_fresh = register.ages[:, at] <= thresholds.stale_months
        #: a completed project is not asked again
        self.is_known = (self.stage >= 0) & (is_fresh | is_done)
        self.is_done = self.is_known & is_done
        self.is_started = self.is_known & (
            self.stage > register.stage_codes[ProjectStage.PREPARATORY]
        )
        now = period.ordinal
        self.has_start, self.is_start_due = ~np.isnan(register.start), register.start <= now
        self.is_finish_late = self.is_known & ~self.is_done & (register.finish < now)
        required = np.where(self.is_started, len(Gate), 1)
        passed = register.gates <= now
        needed = np.arange(len(Gate))[None, :] < required[:, None]
        self.missing_gates = (needed & ~passed).sum(axis=1)
        planned = register.planned[period.year]
        invested, paid = register.invested[:, at], register.paid[:, at]
        with np.errstate(divide="ignore", invalid="ignore"):
            done_pct = np.where(planned > 0, 100 * invested / planned, np.nan)
            self.paid_pct = np.where(invested > 0, 100 * paid / invested, np.nan)
        self.gap_points = done_pct - self._expected_pct(register, period)

    def _expected_pct(self, register: _Register, period: pd.Period) -> np.ndarray:
        """The share of the project's own months of this year that are gone, percent."""
        january = pd.Period(year=period.year, month=1, freq="M").ordinal
        first = np.fmax(register.start, january)
        last = np.fmin(register.finish, january + 11)
        whole = np.maximum(last - first + 1, 1)
        return np.clip(100 * (period.ordinal - first + 1) / whole, 0, 100)

    def lateness(self, kind: str) -> tuple[np.ndarray, np.ndarray]:
        """Which projects are late in the sense of the rule that counts months, and of which one knows."""
        if kind == "start":
            return (
                self.is_known & self.has_start & self.is_start_due & ~self.is_started,
                self.is_known,
            )
        if kind == "entry":
            return self.is_known & (self.missing_gates > 0), self.is_known
        nobody = np.zeros(len(self.stage), dtype=bool)
        return nobody, ~nobody

    def light(self, kind: str, late: np.ndarray, finish_late: np.ndarray) -> np.ndarray:
        """The light of this month alone, before the memory of a red one; as codes."""
        counted = self._counted(late)
        if kind == "start":
            light = np.where(self.has_start, _CODE[Light.NOT_DUE], _CODE[Light.NOT_ASSESSED])
            light = np.where(self.has_start & self.is_start_due, counted, light)
            light = np.where(self.is_started, _CODE[Light.MET], light)
        elif kind == "entry":
            # in order is not finished: only a completed project has nothing left to pass
            held = np.where(self.is_done, _CODE[Light.MET], _CODE[Light.ON_TRACK])
            light = np.where(self.missing_gates > 0, counted, held)
        elif kind == "progress":
            light = self._banded(self.gap_points)
            past = self._counted(finish_late)
            is_worse = (finish_late > 0) & (light != _CODE[Light.FAR_BEHIND])
            light = np.where(is_worse, past, light)
            light = np.where(self.is_started, light, _CODE[Light.NOT_DUE])
            light = np.where(self.is_done, _CODE[Light.MET], light)
        else:
            enough, little = self.thresholds.paid_enough_pct, self.thresholds.paid_too_little_pct
            pct = np.round(self.paid_pct, 9)
            light = np.select(
                [np.isnan(pct), pct >= enough, pct >= little],
                [_CODE[Light.NOT_ASSESSED], _CODE[Light.ON_TRACK], _CODE[Light.BEHIND]],
                _CODE[Light.FAR_BEHIND],
            )
            light = np.where(self.is_started, light, _CODE[Light.NOT_DUE])
        return np.where(self.is_known, light, _CODE[Light.NOT_REPORTED]).astype(np.int8)

    def _counted(self, months: np.ndarray) -> np.ndarray:
        is_red = months >= self.thresholds.months_to_red
        return np.where(is_red, _CODE[Light.FAR_BEHIND], _CODE[Light.BEHIND])

    def _banded(self, gap: np.ndarray) -> np.ndarray:
        gap = np.round(gap, 9)
        return np.select(
            [
                np.isnan(gap),
                gap < -self.thresholds.far_behind_points,
                gap <= -self.thresholds.behind_points,
                gap < 0,
            ],
            [
                _CODE[Light.NOT_ASSESSED],
                _CODE[Light.FAR_BEHIND],
                _CODE[Light.BEHIND],
                _CODE[Light.NEARLY],
            ],
            _CODE[Light.ON_TRACK],
        )


def _months(days: pd.Series) -> np.ndarray:
    """Months since 1970 as numbers, not-a-number for an empty day."""
    return ((days.dt.year - 1970) * 12 + days.dt.month - 1).to_numpy(dtype="float64")


def _frame(
    register: _Register,
    month: _Month,
    shown: dict[str, np.ndarray],
    recovering: dict[str, np.ndarray],
    late: dict[str, np.ndarray],
    finish_late: np.ndarray,
) -> pd.DataFrame:
    severity = np.array(
        [_WORST_FIRST.index(light) if light in _WORST_FIRST else 99 for light in _CODES]
    )
    stacked = np.stack([shown[kind] for kind in KINDS])
    worst = stacked[severity[stacked].argmin(axis=0), np.arange(register.size)]
    # of an unknown project nothing is better than unknown
    worst = np.where(month.is_known, worst, _CODE[Light.NOT_REPORTED])
    columns: dict[str, object] = {
        "project": register.names.to_numpy(),
        "light": _words(worst),
    }
    for kind in KINDS:
        columns[f"{kind}_light"] = _words(shown[kind])
        columns[f"{kind}_months"] = late[kind]
        columns[f"{kind}_is_recovering"] = recovering[kind]
    columns |= {
        "gap_points": np.where(month.is_started & ~month.is_done, month.gap_points, np.nan),
        "paid_pct": np.where(month.is_started, month.paid_pct, np.nan),
        "missing_gates": np.where(month.is_known, month.missing_gates, 0),
        "finish_months": finish_late,
    }
    return pd.DataFrame(columns)


def _words(codes: np.ndarray) -> pd.Categorical:
    kinds = pd.CategoricalDtype([light.value for light in _CODES])
    return pd.Categorical.from_codes(codes.astype("int64").tolist(), dtype=kinds)
