"""What the pages of projects, reports, cases and the appraisal say of one department, asked as these pages ask."""

from __future__ import annotations

import logging
from dataclasses import replace

import streamlit as st

from hengyang import delivery
from hengyang.charts.office_work import OfficeWork, work_row
from hengyang.errors import PlanError
from hengyang.ui import appraisal, board, cases, projects, reporting
from hengyang.ui.plain import sentence
from hengyang.ui.view import View

log = logging.getLogger("hengyang")


def show(view: View, department: str) -> None:
    """Draw the department's row of work, or say in its place why it cannot be: the duties do not need it."""
    try:
        found = work(view, department)
    except PlanError as error:
        log.warning("no row of work for %s: %s", department, error)
        st.warning(sentence(error, view.say))
    else:
        board.show(work_row(found, view.language, view.link), key="office_work")


def work(view: View, department: str) -> OfficeWork:
    """The department's work at the reader's release and day; the frame's other filters stay, as on those pages."""
    own = replace(view, selection=replace(view.selection, department=(department,)))
    reports, has_begun = reporting.due(own, delivery.published_rule())
    return OfficeWork(
        department=department,
        as_of=view.as_of,
        projects=projects.narrowed(own, projects.register(own)),
        reports=reports,
        has_begun=has_begun,
        appraisal=appraisal.appraised(view),
        cases=cases.standing(own),
    )
