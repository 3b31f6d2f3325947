"""`import`: a received file is read, recognised, checked, compared, and submitted when no error stands."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from hengyang import labels, review
from hengyang.access import LOCAL_REPORTER, Actor
from hengyang.charts.project_changes import moved_words
from hengyang.commands.acting import actor_of, clock, department_of
from hengyang.commands.answers import Done
from hengyang.commands.release import opened, warning
from hengyang.commands.request import Request
from hengyang.errors import NotUnderstood
from hengyang.ingest.examine import Examination, examine
from hengyang.ingest.limits import Limits
from hengyang.ingest.three_way import as_dicts
from hengyang.labels import Language, words
from hengyang.schema import Tables

_ACCEPTED, _BLOCKED = 0, 1


def act(request: Request) -> Done:
    """recognised, findings, difference, and the submission's id, null where nothing was submitted.

    Leaves with 1 when an error stands. Raises: UploadRejected for a file that cannot be read; NotAllowed.
    """
    limits = Limits.of(os.environ)
    path = Path(str(request.subject))
    content = _content(path, limits)
    store = opened(request)
    tables = store.read()
    now = clock()
    # Whoever is named and reports for one department reports for that one.
    named = None if request.actor_name is None else actor_of(request)
    department = department_of(request, tables) or _only_department(named)
    _demand_known([identifier for _, identifier in request.taken], tables)
    examined = examine(
        content,
        path.name,
        tables,
        department=department,
        period=request.period,
        today=labels.in_beijing(now).date(),
        limits=limits,
        confirmed=dict(request.taken),
        leave_out_faulty=request.leaves_faulty_out,
        tables_at=store.read,
    )
    _demand_in_file([name for name, _ in request.taken], examined)
    checked = examined.checked
    submission, exit_code, said = None, _ACCEPTED, "review-import-dry-run"
    if checked.is_blocked:
        exit_code, said = _BLOCKED, "review-import-blocked"
    elif examined.difference.is_empty:
        said = "review-import-unchanged"
    elif not request.is_dry_run:
        actor = actor_of(request, otherwise=LOCAL_REPORTER)
        draft = review.start_draft(
            store,
            actor=actor,
            now=now,
            tables=tables,
            frames=examined.difference.frames,
            withdrawn=examined.difference.withdrawn,
            content=content,
            file_name=path.name,
            department=department,
            period=request.period,
            findings=[finding.as_dict() for finding in checked.findings],
            left_out_rows=checked.left_out,
        )
        submission = review.submit(
            store,
            draft.id,
            actor=actor,
            now=now,
            seen_release=tables.release,
            confirmed=checked.needs_ticks if request.accepts_warnings else (),
        ).id
        said = "review-import-submitted"
    data = {**_as_data(examined), "submission": submission}
    return Done(data, _as_text(examined, submission, said, request), exit_code)


def _content(path: Path, limits: Limits) -> bytes:
    """The file's bytes, no more than one beyond the limit: ingest refuses a larger one without having it all."""
    try:
        with path.open("rb") as stream:
            return stream.read(limits.megabytes * 2**20 + 1)
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise NotUnderstood("review-error-file", path=str(path), detail=detail) from error


def _demand_known(identifiers: Iterable[str], tables: Tables) -> None:
    known = {
        *tables.indicators["indicator"],
        *tables.milestones["milestone"],
        *tables.tasks["task"].astype(str),
    }
    for identifier in identifiers:
        if identifier not in known:
            raise NotUnderstood("cli-error-take-unknown", value=identifier)


def _demand_in_file(names: Iterable[str], examined: Examination) -> None:
    """A name that the file does not have would be a slip that nobody notices."""
    open_names = {
        str(text)
        for table in examined.recognised
        for column in ("subject_text", "id_text")
        for text in table.entries.loc[table.entries["subject"].isna(), column].dropna()
    }
    for name in names:
        if name not in open_names:
            raise NotUnderstood("cli-error-take-name", value=name)


def _only_department(actor: Actor | None) -> str | None:
    """The department of a reporter who has no other."""
    if actor is None:
        return None
    own = sorted(actor.departments - {"*"})
    return own[0] if len(own) == 1 == len(actor.departments) else None


def _as_data(examined: Examination) -> dict[str, Any]:
    return {
        "recognised": [
            {
                "sheet": found.sheet,
                "table": found.table,
                "layout": found.layout,
                "header_row": found.header_row,
                "rows": int(found.entries["row"].nunique()),
                "columns": dict(found.columns),
            }
            for found in examined.recognised
        ],
        "findings": [finding.as_dict() for finding in examined.checked.findings],
        "difference": {
            **examined.difference.as_dict(),
            "three_way": as_dicts(examined.checked.three_way),
        },
    }


def _offered(examined: Examination) -> Mapping[str, tuple[str, ...]]:
    """Names that stand as nearly right → the identifiers offered for them."""
    return {
        found.value: found.candidates
        for found in examined.checked.findings
        if found.candidates and found.value is not None
    }


def _as_text(examined: Examination, submission: str | None, said: str, request: Request) -> str:
    language: Language = request.language
    say = words(language)
    data = _as_data(examined)
    difference = data["difference"]
    counts = {name: str(len(difference[name])) for name in ("added", "changed", "removed")}
    lines = [
        *warning(request.workspace, language),
        *(
            say(
                "review-recognised",
                sheet=found["sheet"],
                table=found["table"],
                row=str(found["header_row"]),
                rows=str(found["rows"]),
            )
            for found in data["recognised"]
        ),
        *(
            say(
                "review-finding",
                severity=finding["severity"],
                sheet=finding["sheet"],
                row=str(finding["row"] or "–"),
                column=finding["column"] or "–",
                message=finding[f"message_{language}"],
            )
            for finding in data["findings"]
        ),
        *(
            say("review-take", name=name, candidates=say("mark-separator").join(candidates))
            for name, candidates in _offered(examined).items()
        ),
        say("review-difference", **counts),
        *(
            say(
                "review-flip",
                indicator=flip["indicator"],
                before=say(f"light-{flip['from']}"),
                after=say(f"light-{flip['to']}"),
            )
            for flip in difference["flips"]
        ),
        *moved_words(examined.difference.as_of, language),
        say("review-import-submitted", submission=submission) if submission else say(said),
    ]
    return "\n".join(lines)
