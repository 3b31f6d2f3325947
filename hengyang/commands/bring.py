"""`bring`: this repository's plan, as a release has it, becomes a plan of the lake."""

from __future__ import annotations

from hengyang import store
from hengyang.commands.acting import clock, require_filling
from hengyang.commands.answers import Done
from hengyang.commands.release import lake_of, tables_of
from hengyang.commands.request import Request
from hengyang.errors import NotUnderstood
from hengyang.labels import words


def act(request: Request) -> Done:
    """plan, lake, workspace, release (the plan's first in the lake). Raises: NotUnderstood for a name that is taken;
    NotAllowed in official for anybody but an administrator of that plan."""
    lake, plan = lake_of(request), str(request.subject)
    if plan in set(store.lake_plans(lake, request.workspace)["plan"]):
        raise NotUnderstood("lake-error-taken", name=plan)
    actor = require_filling(request, plan)
    tables = tables_of(request)
    say = words(request.language)
    store.add_plans(
        lake,
        request.workspace,
        {plan: dict(tables.frames)},
        submission=f"brought-{plan}",
        actor=actor,
        reason=words("zh")("lake-reason-brought", release=str(tables.release)),
        published_at=clock(),
    )
    data = {"plan": plan, "lake": lake, "workspace": request.workspace, "release": 1}
    return Done(data, say("lake-brought", plan=plan, lake=lake))
