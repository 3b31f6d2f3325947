"""The appraisal of departments at a release, gathered from reports, submissions and cases."""

from __future__ import annotations

from collections.abc import Mapping

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
    events, proposals = case_events(store), review.standing(store)
    return _appraised(tables, assessment, reports, rule, weights, events, proposals)


@remembered(8)
def _appraised(
    tables: Tables,
    assessment: Assessment,
    reports: pd.DataFrame,
    rule: AppraisalRule,
    weights: tuple[tuple[str, float], ...] | None,
    events: pd.DataFrame,
    proposals: Mapping[str, Proposal],
) -> Appraisal:
    day = assessment.as_of
    cases = case_standing(red_light_cases(tables, day), events, tables, day)
    submissions = review.published_submissions(proposals.values(), tables.release)
    due = reports_due(tables, reports, day, rule)
    items = appraisal_items(tables, assessment, due, reports, submissions, cases, events, rule)
    departments = [str(name) for name in tables.departments["department"]]
    return appraise(items, departments, rule, weights or tuple(rule.weights.items()))
