"""`submissions`: how far each submission has come, the newest first; or one with its cells, old → new, and its file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from hengyang import labels, progress, review, store
from hengyang.access import LOCAL_REPORTER, Action, require
from hengyang.charts.past import actor_words, value_words
from hengyang.charts.register_words import column_name, subject_name
from hengyang.commands.acting import actor_of, clock, department_of, done, line
from hengyang.commands.answers import Done
from hengyang.commands.diff import json_value
from hengyang.commands.release import opened, warning
from hengyang.commands.request import Request
from hengyang.commands.writing import place_for, write_whole
from hengyang.errors import DataMissing
from hengyang.history.cells import plain
from hengyang.ingest.difference import difference
from hengyang.ingest.drafts import CONTENT, DAY, subject_of
from hengyang.labels import words
from hengyang.progress.needs import names
from hengyang.review import Proposal, State
from hengyang.schema import WHOLE_CITY, Tables
from hengyang.store import Store

#: Columns that need no naming: a reader means them by "the value".
_VALUES = ("value", "stage", "text_zh")
_SHOWN = ("table", "subject", "division", "reference_date", "field", "old", "new")


def act(request: Request) -> Done:
    """workspace, and `submissions`: each that the actor may see, as Proposal.as_dict; of one department when named.

    Of one that is named: workspace, `submission` as one of those, its `cells`, `findings`, and the `file` written.
    Raises: NotAllowed for nobody (in the demo its reporter asks), for whoever may see none, or not that one;
    DataMissing for one that there is not.
    """
    actor = actor_of(request, otherwise=LOCAL_REPORTER)
    kept = opened(request)
    if request.subject is not None:
        require(actor, Action.SEE_PROPOSALS, workspace=kept.workspace, plan=kept.plan, at=clock())
        return _one(kept, review.proposal_for(kept, request.subject, actor), request)
    seen = review.seen_by(kept, actor)
    if request.department is not None:
        department = department_of(request, kept.read())
        seen = tuple(found for found in seen if found.department == department)
    lines = [line(found, request.language) for found in seen]
    none = [words(request.language)("review-none")]
    return Done(
        {"workspace": request.workspace, "submissions": [found.as_dict() for found in seen]},
        "\n".join([*warning(request.workspace, request.language), *(lines or none)]),
    )


def _one(kept: Store, found: Proposal, request: Request) -> Done:
    # What became a release is shown as it changed the one before; what did not, as it would change the newest.
    tables = kept.read(None if found.release is None else found.release - 1)
    place = None if request.file is None else _write_file(kept, found, request.file)
    cells = _cells(kept, found, tables)
    data = {
        "workspace": request.workspace,
        "submission": found.as_dict(),
        "cells": cells,
        "findings": [dict(finding) for finding in found.findings],
        "file": None if place is None else str(place),
    }
    return Done(data, "\n".join(_lines(found, cells, tables, place, request)))


def _write_file(kept: Store, found: Proposal, output: str) -> Path:
    """The received file, byte for byte, where it was asked for."""
    if found.sha256 is None:
        raise DataMissing(key="review-error-no-file", submission=found.id)
    content = store.received_file(kept, found.sha256, found.suffix)
    place = place_for(output, found.file_name or f"{found.sha256}{found.suffix}", found.suffix)
    write_whole(content, place)
    return place


def _cells(kept: Store, found: Proposal, tables: Tables) -> list[dict[str, Any]]:
    """Each changed column of each proposed cell, numbered as `--rows` takes them, with what was decided on it."""
    proposed = review.cells(kept, found.id).set_index("cell")
    overtaken: dict[int, int] = {}
    if found.release is None:
        changed = review.changed_since(kept, found)
        overtaken = dict(zip(changed["cell"], changed["release"], strict=True))
    frames, withdrawn = review.frames_of(kept, found.id, is_numbered=True)
    made = difference(frames, withdrawn, tables, progress.default_as_of(tables))
    compared = [
        cell
        for frame in (made.added, made.changed, made.removed)
        for cell in frame.to_dict("records")
    ]
    told = [
        {
            "cell": (number := int(cell["row"])),
            "decision": _decision(found, number),
            **{name: json_value(plain(cell[name])) for name in _SHOWN},
            "is_withdrawn": bool(proposed.at[number, "is_withdrawn"]),
            "row": _whole(proposed.at[number, "row"]),
            "overtaken_by": _whole(overtaken.get(number)),
        }
        for cell in compared
    ]
    differing = {cell["cell"] for cell in told}
    told += [
        _as_published(row, found, overtaken)
        for row in proposed[~proposed.index.isin(differing)].reset_index().to_dict("records")
    ]
    return sorted(told, key=lambda cell: int(str(cell["cell"])))


def _as_published(
    row: dict[Any, Any], found: Proposal, overtaken: dict[int, int]
) -> dict[str, Any]:
    """A cell that others have since given the very value that it proposes."""
    number, table, content = int(row["cell"]), str(row["table"]), json.loads(row["content"])
    field = CONTENT[table][0]
    value = None if row["is_withdrawn"] else content.get(field)
    return {
        "cell": number,
        "decision": _decision(found, number),
        "table": table,
        "subject": subject_of(table, content),
        "division": content.get("division"),
        "reference_date": content.get(DAY[table]),
        "field": field,
        "old": value,
        "new": value,
        "is_withdrawn": bool(row["is_withdrawn"]),
        "row": _whole(row["row"]),
        "overtaken_by": _whole(overtaken.get(number)),
    }


def _whole(value: Any) -> int | None:
    return None if value is None or pd.isna(value) else int(value)


def _decision(found: Proposal, number: int) -> str | None:
    if number in found.approved:
        return State.APPROVED.value
    return State.RETURNED.value if number in found.returned else None


def _lines(
    found: Proposal,
    cells: Iterable[dict[str, Any]],
    tables: Tables,
    place: Path | None,
    request: Request,
) -> list[str]:
    """The same, a line a cell and a line a finding."""
    language = request.language
    say = words(language)
    name_of = names(tables, language)
    divisions = dict(
        zip(tables.divisions["division"], tables.divisions[f"name_{language}"], strict=True)
    )
    lines = [*warning(request.workspace, language), done(found, language).text]
    for cell in cells:
        subject = str(cell["subject"])
        named = say("proposals-task", number=subject) if subject.isdigit() else subject
        registered = subject_name(str(cell["table"]), subject, tables, language)
        parts = [registered or name_of.get(subject) or named]
        if cell["division"] not in (None, WHOLE_CITY):
            parts.append(divisions.get(cell["division"], cell["division"]))
        if cell["reference_date"]:
            parts.append(labels.month(date.fromisoformat(cell["reference_date"]), language))
        if cell["field"] not in _VALUES:
            parts.append(column_name(str(cell["table"]), cell["field"], language))
        old, new = (
            value_words(cell[name], cell["field"], subject, tables, language)
            for name in ("old", "new")
        )
        lines.append(
            say(
                "review-cell",
                number=str(cell["cell"]),
                subject=subject if subject in name_of else "",
                what=say("mark-separator").join(parts),
                old=old,
                new=say("intake-withdrawn") if cell["is_withdrawn"] else new,
                row=str(cell["row"] or "–"),
                decision=cell["decision"] or "open",
                release=str(cell["overtaken_by"] or "none"),
            ).strip()
        )
    ticked = {
        id(finding): say("intake-ticked-by-nobody")
        if by is None
        else say("intake-ticked-by", name=actor_words(by.actor, language))
        for finding, by in found.warnings
    }
    left_out = set(found.left_out_rows)
    for finding in found.findings:
        said = say(
            "review-finding",
            severity=str(finding["severity"]),
            sheet=str(finding["sheet"]),
            row=str(finding["row"] or "–"),
            column=str(finding["column"] or "–"),
            message=str(finding[f"message_{language}"]),
        )
        is_left_out = (finding["sheet"], finding["row"]) in left_out
        became = say("intake-left-out-row") if is_left_out else ticked.get(id(finding), "")
        lines.append(f"{said} {became}".rstrip())
    if place is not None:
        lines.append(say("review-file-written", path=str(place), sha256=str(found.sha256)))
    return lines
