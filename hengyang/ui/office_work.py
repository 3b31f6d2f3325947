"""What the pages of projects, reports, cases and the appraisal say of one department, asked as these pages ask."""

from __future__ import annotations

from dataclasses import replace

from hengyang import delivery
from hengyang.charts.office_work import OfficeWork
from hengyang.ui import appraisal, cases, projects, reporting
from hengyang.ui.view import View


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
