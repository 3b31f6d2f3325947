"""`template`: the workbook that a department fills in for a month."""

from __future__ import annotations

from pathlib import Path

from hengyang import store
from hengyang.commands.acting import department_of
from hengyang.commands.answers import Done
from hengyang.commands.release import tables_of
from hengyang.commands.request import Request
from hengyang.errors import NotUnderstood
from hengyang.exports.template import rolled_template, template
from hengyang.labels import words
from hengyang.progress import default_as_of


def act(request: Request) -> Done:
    """file, workspace, release, department, period; rolled_to of a plan rolled forward. Writes to --output, else under its own name, if that is free.

    Raises: NotUnderstood for an unknown department, and where nothing can be written.
    """
    tables = tables_of(request)
    department = department_of(request, tables)
    period = request.period or default_as_of(tables)
    is_demo = store.WORKSPACES[request.workspace]
    if request.rolled_to is None:
        made = template(
            tables, period, department=department, language=request.language, is_demo=is_demo
        )
    else:
        made = rolled_template(
            tables,
            period,
            request.rolled_to,
            department=department,
            language=request.language,
            is_demo=is_demo,
        )
    place = Path(request.output or made.file_name)
    try:
        # What was not named is not overwritten: it may be filled in already.
        with place.open("wb" if request.output else "xb") as stream:
            stream.write(made.content)
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise NotUnderstood("review-error-output", path=str(place), detail=detail) from error
    return Done(
        {
            "file": str(place),
            "workspace": request.workspace,
            "release": tables.release,
            "department": department,
            "period": f"{period:%Y-%m}",
            **({} if request.rolled_to is None else {"rolled_to": request.rolled_to}),
        },
        words(request.language)("review-template", path=str(place), release=str(tables.release)),
    )
