"""Meeting editions and what they show, from tables and assessments that are kept between readers."""

from __future__ import annotations

from hengyang import meeting, store
from hengyang.meeting import Edition, Material
from hengyang.ui import loading


def opened(workspace: str) -> store.Store:
    """The store of a workspace, made ready."""
    return store.open_store(loading.prepare_store(), workspace)


def known(workspace: str) -> tuple[Edition, ...]:
    """The editions of a workspace, the newest first."""
    return meeting.editions(opened(workspace))


def material(edition: Edition) -> Material:
    """What an edition shows."""
    workspace = edition.workspace
    return meeting.gathered(
        edition,
        known(workspace),
        lambda release: loading.tables(workspace, release),
        lambda tables, day, thresholds: loading.assessment(
            workspace, tables.release, day, thresholds
        ),
    )
