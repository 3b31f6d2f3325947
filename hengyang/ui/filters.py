"""The shared filters (theme, department, light, division) applied to an assessment."""

from __future__ import annotations

from hengyang import progress
from hengyang.progress import Assessment
from hengyang.ui.view import View


def narrowed(view: View, assessment: Assessment | None = None) -> Assessment:
    """The assessment (the view's own when None) with the reader's filters applied.

    An earlier assessment is not filtered by light: what is behind today may have been green then.
    """
    chosen = view.selection
    whole = view.assessment if assessment is None else assessment
    if not chosen.is_filtered:
        return whole
    return progress.narrowed(
        whole,
        view.tables,
        themes=chosen.theme,
        departments=chosen.department,
        lights=chosen.light if assessment is None else (),
        divisions=chosen.division,
    )
