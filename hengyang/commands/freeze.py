"""`freeze`: pin what a meeting looks at as the next edition."""

from __future__ import annotations

from hengyang import meeting
from hengyang.commands.acting import actor_of, clock, department_of
from hengyang.commands.answers import Done
from hengyang.commands.editions import line
from hengyang.commands.release import day_of, opened, tables_of
from hengyang.commands.request import Request
from hengyang.meeting import DeckKind, Edition


def act(request: Request) -> Done:
    """The edition as meeting.as_dict. The deck is about the theme or the department named, else about the whole plan.

    Raises: NotAllowed; NotUnderstood for an unknown department, and for a deck that lacks its subject.
    """
    actor = actor_of(request)
    tables = tables_of(request)
    department = department_of(request, tables)
    deck = request.deck
    if deck is None:
        deck = (
            DeckKind.THEME
            if request.theme is not None
            else DeckKind.DEPARTMENT
            if department is not None
            else DeckKind.PLAN
        )
    proposed = Edition.unfrozen(
        request.workspace,
        tables.release,
        day_of(request, tables),
        deck=deck,
        themes=() if request.theme is None else (request.theme.value,),
        departments=() if department is None else (department,),
        title=request.title,
    )
    made = meeting.freeze(opened(request), proposed, actor=actor, now=clock())
    return Done(meeting.as_dict(made), line(made, request.language))
