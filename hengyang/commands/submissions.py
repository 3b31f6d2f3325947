"""`submissions`: how far each submission has come, the newest first."""

from __future__ import annotations

from typing import Any

from hengyang import review
from hengyang.commands.acting import department_of, line, opened
from hengyang.commands.release import warning
from hengyang.commands.request import Request
from hengyang.labels import words


def as_data(request: Request) -> dict[str, Any]:
    """workspace, and `submissions`: each as Proposal.as_dict; of one department when it is named."""
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
    store = opened(request)
    department = None
    if request.department is not None:
        department = department_of(request, store.read())
    return review.proposals(store, department=department)
