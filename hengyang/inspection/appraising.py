"""The appraisal of departments at a release, gathered from reports, submissions and cases."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from hengyang import review
from hengyang.delivery import (
    Appraisal,
    AppraisalRule,
    appraisal_items,
    appraise,
    case_standing,
    red_light_cases,
    reports_due,
)
from hengyang.inspection.cases import case_events
from hengyang.progress import Assessment
from hengyang.remembered import remembered
from hengyang.review import Proposal
from hengyang.schema import Tables
from hengyang.store import Store


def appraisal_at(
    store: Store,
    tables: Tables,
    assessment: Assessment,
    reports: pd.DataFrame,
    rule: AppraisalRule,
    weights: tuple[tuple[str, float], ...] | None = None,
) -> Appraisal:
    """All departments of the plan judged at a release and a day, by the rule's weights unless others are tried.

    reports: Store.rows_up_to("observations", the tables' release). Steps of cases are read as they stand now.
    """
    steps = _Steps(case_events(store), review.proposals(store))
    return _appraised(tables, assessment, reports, rule, weights, steps)


@dataclass(frozen=True, eq=False)
class _Steps:
    """What people did beside the releases. Steps are only ever added: as many of them on the same release are the same."""

    events: pd.DataFrame = field(repr=False)
    proposals: tuple[Proposal, ...] = field(repr=False)

    @property
    def _counts(self) -> tuple[object, ...]:
        return len(self.events), *((one.id, len(one.history)) for one in self.proposals)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Steps) and other._counts == self._counts

    def __hash__(self) -> int:
        return hash(self._counts)


@remembered(8)
def _appraised(
    tables: Tables,
    assessment: Assessment,
    reports: pd.DataFrame,
    rule: AppraisalRule,
    weights: tuple[tuple[str, float], ...] | None,
    steps: _Steps,
) -> Appraisal:
    day, events = assessment.as_of, steps.events
    cases = case_standing(red_light_cases(tables, day), events, tables, day)
    submissions = review.published_submissions(steps.proposals, tables.release)
    due = reports_due(tables, reports, day, rule)
    items = appraisal_items(tables, assessment, due, reports, submissions, cases, events, rule)
    departments = [str(name) for name in tables.departments["department"]]
    return appraise(items, departments, rule, weights or tuple(rule.weights.items()))
