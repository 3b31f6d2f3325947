"""The reporting calendar (报送日历): which report of which indicator is due when, by whom, and whether it has come.

A report is known to have come from the first released row that a department brought for the period; its day is the
one that the row states (`reported_on`), not the day on which somebody published it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

import pandas as pd

from hengyang.delivery.appraisal_rule import AppraisalRule
from hengyang.progress.cases import Case, gather
from hengyang.progress.paths import first_period_end, month_end
from hengyang.remembered import remembered
from hengyang.schema import WHOLE_CITY, Comparability, Frequency, Role, Tables

_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.ANNUAL: 12}
_COLUMNS = {
    "indicator": "str",
    "task": "int64",
    "department": "str",
    "frequency": "str",
    "is_frequency_proposed": "bool",
    "period_end": "datetime64[s]",
    "due_on": "datetime64[s]",
    "received_on": "datetime64[s]",
    "release": "Int64",
    "state": "str",
}


class ReportState(StrEnum):
    """What became of a report: the last three are no judgement."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"
    RECEIVED = "received"  # has come, on whichever day, and is due only after as_of
    UPCOMING = "upcoming"  # not due yet, and not received
    NOT_BEGUN = "not_begun"  # no department had ever reported anything by then


def due_on(frequency: Frequency, period_end: date, rule: AppraisalRule) -> date:
    """The day on which the report of a period is due, by the rule's assumption."""
    months = rule.whole("due_months", str(frequency))
    last = _months_later(period_end, months)
    return last.replace(day=rule.whole("due_day", str(frequency)))


def has_reporting_begun(reports: pd.DataFrame) -> bool:
    """Whether any department has ever reported a value."""
    return bool(reports["department"].notna().any())


@remembered(16)
def reports_due(
    tables: Tables, reports: pd.DataFrame, as_of: date, rule: AppraisalRule
) -> pd.DataFrame:
    """One row a report that fell due up to as_of or falls due within the rule's upcoming days, by due day, then plan order.

    reports: every released row of observations up to the tables' release, the oldest first (Store.rows_up_to).
    Columns: indicator, task, department (the first listed one, an inference; missing for the whole plan),
    frequency, is_frequency_proposed (nobody has chosen it), period_end, due_on, received_on and release (of the
    first row that a department brought for the period), state (ReportState).
    The duty runs from the first period that any department reported to the target's deadline.
    """
    firsts = _first_received(reports)
    begun = min((period for _, period in firsts), default=None)
    leads = _leads(tables)
    chosen = set(tables.choices.loc[tables.choices["frequency"].notna(), "indicator"])
    last_due = as_of + timedelta(days=rule.whole("calendar", "upcoming_days"))
    rows = []
    for case in gather(tables, as_of):
        if case.frequency is None:
            continue
        for period in _periods(case):
            due = due_on(case.frequency, period, rule)
            if due > last_due:
                break
            received, release = firsts.get((case.indicator, period), (None, None))
            rows.append(
                {
                    "indicator": case.indicator,
                    "task": case.task,
                    "department": leads.get(case.task),
                    "frequency": case.frequency.value,
                    "is_frequency_proposed": case.indicator not in chosen,
                    "period_end": period,
                    "due_on": due,
                    "received_on": received,
                    "release": release,
                    "state": _state(period, due, received, as_of, begun).value,
                }
            )
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)
    return frame.sort_values("due_on", kind="stable", ignore_index=True)


def owed_for(tables: Tables, period_end: date) -> frozenset[str]:
    """The indicators of which a report is owed for a period that ends on this day, whenever it is due."""
    return frozenset(
        case.indicator for case in gather(tables, period_end) if period_end in _periods(case)
    )


def _periods(case: Case) -> Iterator[date]:
    """The ends of the periods of which the indicator is to be reported, from the notice to the deadline."""
    if case.frequency is None:
        return
    period = first_period_end(case.frequency, case.notice_date)
    while period <= case.deadline:
        yield period
        period = _months_later(period, _MONTHS[case.frequency])


@remembered(32)
def upcoming(reports: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """The reports of reports_due that are due after as_of and have not come."""
    is_ahead = reports["due_on"] > pd.Timestamp(as_of)
    return reports[is_ahead & (reports["state"] == ReportState.UPCOMING)]


@remembered(32)
def fell_due(reports: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """The reports of reports_due whose day has come, received or not."""
    return reports[reports["due_on"] <= pd.Timestamp(as_of)]


def _state(
    period: date, due: date, received: date | None, as_of: date, begun: date | None
) -> ReportState:
    if due > as_of:
        return ReportState.UPCOMING if received is None else ReportState.RECEIVED
    if received is not None:
        return ReportState.ON_TIME if received <= due else ReportState.LATE
    return ReportState.NOT_BEGUN if begun is None or period < begun else ReportState.MISSING


def _first_received(reports: pd.DataFrame) -> dict[tuple[str, date], tuple[date, int]]:
    """Indicator and period's end → the day stated by the first row for it, and that row's release.

    A figure that somebody else published, or that answers another question than the target's, is no report.
    """
    rows = reports[
        (reports["division"] == WHOLE_CITY)
        & (reports["comparability"] == Comparability.SAME.value)
        & reports["department"].notna()
        & ~reports["is_withdrawn"]
    ]
    found: dict[tuple[str, date], tuple[date, int]] = {}
    for indicator, reference, reported, release in zip(
        rows["indicator"].astype(str),
        rows["reference_date"].dt.date,
        rows["reported_on"].dt.date,
        rows["release"],
        strict=True,
    ):
        found.setdefault((indicator, month_end(reference)), (reported, int(release)))
    return found


def _leads(tables: Tables) -> dict[int, str]:
    rows = tables.assignments[tables.assignments["role"] == Role.LEAD]
    return dict(zip(rows["task"].astype(int), rows["department"].astype(str), strict=True))


def _months_later(day: date, months: int) -> date:
    """The last day of the month so many months later."""
    at = day.year * 12 + day.month - 1 + months
    return month_end(date(at // 12, at % 12 + 1, 1))
