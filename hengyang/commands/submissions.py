"""`submissions`: how far each submission has come, the newest first."""

from __future__ import annotations

from typing import Any

from hengyang import review
from hengyang.access import LOCAL_REPORTER
from hengyang.commands.acting import actor_of, department_of, line, opened
from hengyang.commands.release import warning
from hengyang.commands.request import Request
from hengyang.labels import words


def as_data(request: Request) -> dict[str, Any]:
    """workspace, and `submissions`: each that the actor may see, as Proposal.as_dict; of one department when named.

    Raises: NotAllowed for nobody (in the demo its reporter asks), and for whoever may see none.
    """
    return {
        "workspace": request.workspace,
        "submissions": [found.as_dict() for found in _asked_for(request)],
    }


def as_text(request: Request) -> str:
    """The same, a line for each."""
    lines = [line(found, request.language) for found in _asked_for(request)]
    none = [words(request.language)("review-none")]
    return "\n".join([*warning(request.workspace, request.language), *(lines or none)])


def _asked_for(request: Request) -> tuple[review.Proposal, ...]:
    actor = actor_of(request, otherwise=LOCAL_REPORTER)
    store = opened(request)
    seen = review.seen_by(store, actor)
    if request.department is None:
        return seen
    department = department_of(request, store.read())
    return tuple(found for found in seen if found.department == department)
