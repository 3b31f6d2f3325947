"""Meeting editions and what they show, from tables and assessments that are kept between readers."""

from __future__ import annotations

from hengyang import meeting, store
from hengyang.meeting import Edition, Material
from hengyang.ui import loading, selection


def opened(workspace: str) -> store.Store:
    """The store of a workspace, or of the plan of the lake that the address names: an edition is the plan's own."""
    return loading.opened(workspace, selection.current().plan)


def known(workspace: str) -> tuple[Edition, ...]:
    """The editions of a workspace, the newest first."""
    return meeting.editions(opened(workspace))


def material(edition: Edition) -> Material:
    """What an edition shows."""
    workspace, plan = edition.workspace, selection.current().plan
    return meeting.gathered(
        edition,
        known(workspace),
        lambda release: loading.tables(workspace, release, plan),
        lambda tables, day, thresholds: loading.assessment(
            workspace, tables.release, day, thresholds, plan
        ),
    )
