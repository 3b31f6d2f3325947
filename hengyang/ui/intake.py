"""The report page's own doing: template, upload, draft, examination, submission.

What depends on the reader is kept in their session alone; what must outlive it is a draft in the store, and the URL
names it (`proposal`).
"""

from __future__ import annotations

import os
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st

from hengyang import labels, progress, review, store
from hengyang.access import Action, Actor, Role, may
from hengyang.charts.departments import short_name
from hengyang.charts.intake import cell_count, suggestions
from hengyang.errors import NotAllowed, PlanError
from hengyang.exports.template import template
from hengyang.ingest.annotate import Annotated, annotate
from hengyang.ingest.examine import Examination, examine, left_out
from hengyang.ingest.findings import Finding
from hengyang.ingest.limits import Limits
from hengyang.review import Proposal, State
from hengyang.schema import Role as TaskRole
from hengyang.schema import Tables
from hengyang.store import Store
from hengyang.ui import loading, people
from hengyang.ui.plain import plain, sentence
from hengyang.ui.view import View

TYPES = ("xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt", "html", "htm")
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OPEN_STATES = (State.DRAFT, State.RETURNED)
_TICKS_SHOWN = 6
_KEPT = 3


@dataclass(frozen=True)
class Upload:
    """A received file that the reader has open. `proposal` is its draft; None when it brought nothing to keep."""

    content: bytes
    name: str
    sha256: str
    department: str | None
    period: date | None
    received_at: datetime
    proposal: Proposal | None = None

    @property
    def state(self) -> State:
        return State.DRAFT if self.proposal is None else self.proposal.state


def now() -> datetime:
    """The moment of writing."""
    return datetime.now(UTC)


def opened_store(view: View) -> Store:
    """The workspace's store."""
    return store.open_store(loading.prepare_store(), view.tables.workspace)


def newest(view: View) -> Tables:
    """The newest release: what a file is held against, whichever release the reader looks at."""
    return loading.tables(view.tables.workspace)


# Choosing, and the workbook that goes out


def reporter(view: View, actor: Actor | None) -> Actor | None:
    """The actor when there is something for them to report; else None, and the reason on the page."""
    if actor is None or _offices(newest(view), actor):
        return actor
    is_reporter = Role.REPORTER in actor.roles
    st.info(view.say("intake-no-department" if is_reporter else "intake-not-reporter"))
    return None


def _offices(tables: Tables, actor: Actor) -> list[str]:
    """The departments that the actor may report for; those listed first under a task in front."""
    listed = tables.assignments
    leads = listed[listed["role"] == TaskRole.LEAD].sort_values("task")
    return [
        office
        for office in dict.fromkeys([*leads["department"], *listed["department"]])
        if may(actor, Action.SUBMIT, office, workspace=tables.workspace)
    ]


def choose(view: View, actor: Actor) -> tuple[str, date]:
    """The department and the month to report for: first the first lead department and the month after the newest."""
    tables = newest(view)
    offices = _offices(tables, actor)
    months = _months(tables)
    with st.container(horizontal=True, key="intake_choice"):
        office = st.selectbox(
            view.say("intake-department"),
            offices,
            key="intake_department",
            placeholder=view.say("intake-department"),
            format_func=lambda office: short_name(office, tables, view.language),
            width=240,
            persist_state="session",
        )
        period = st.selectbox(
            view.say("intake-period"),
            months,
            key="intake_period",
            placeholder=view.say("intake-period"),
            format_func=lambda day: labels.month(day, view.language),
            width=160,
            persist_state="session",
        )
    return office, period


def _months(tables: Tables) -> list[date]:
    """The month after the newest published one, then those published, newest first."""
    last = progress.default_as_of(tables)
    year, month = (last.year + 1, 1) if last.month == 12 else (last.year, last.month + 1)
    following = date(year, month, monthrange(year, month)[1])
    return [following, *sorted(progress.reporting_periods(tables), reverse=True)]


def template_download(view: View, department: str, period: date) -> None:
    """The button that hands out the prefilled workbook; it is made when it is asked for."""
    tables, language, is_demo = newest(view), view.language, view.is_demo

    def made() -> bytes:
        return template(
            tables, period, department=department, language=language, is_demo=is_demo
        ).content

    name = short_name(department, tables, language)
    st.download_button(
        view.say("intake-template"),
        data=made,
        file_name=view.say("intake-template-file", name=name, period=f"{period:%Y-%m}"),
        mime=_WORKBOOK,
        key="intake_template",
        on_click="ignore",
    )


# Receiving


def receive(view: View, department: str, period: date) -> None:
    """The box that takes a file; a file that can be read is examined, kept as a draft, and opened."""
    limits = Limits.of(os.environ)
    received = st.file_uploader(
        view.say("intake-file"),
        type=list(TYPES),
        key=f"intake_file_{st.session_state.get('intake_turn', 0)}",
        max_upload_size=limits.megabytes,
    )
    st.caption(
        view.say("intake-file-help", megabytes=str(limits.megabytes), rows=f"{limits.rows:,}")
    )
    if received is None:
        return
    asked = (received.file_id, department, period, newest(view).release)
    refused = st.session_state.get("intake_refused")
    if refused is None or refused[0] != asked:
        try:
            _take(view, received.getvalue(), received.name, department, period)
        except PlanError as error:
            st.session_state["intake_refused"] = refused = (asked, error)
        else:
            st.session_state["intake_turn"] = st.session_state.get("intake_turn", 0) + 1
            st.rerun()
    st.error(sentence(refused[1], view.say))


def _take(view: View, content: bytes, name: str, department: str, period: date) -> None:
    tables = newest(view)
    examined = _examined(view, content, name, department, period, {})
    upload = Upload(content, name, examined.book.sha256, department, period, now())
    if examined.difference.is_empty:
        st.session_state["intake_loose"] = upload
        return
    # examining takes its time: who keeps the draft is asked when it is kept
    draft = _drafted(opened_store(view), people.acting(view), tables, upload, examined)
    st.session_state.pop("intake_loose", None)
    st.query_params["proposal"] = draft.id


def _drafted(
    opened: Store, actor: Actor, tables: Tables, upload: Upload, examined: Examination
) -> Proposal:
    return review.start_draft(
        opened,
        actor=actor,
        now=now(),
        tables=tables,
        frames=examined.difference.frames,
        withdrawn=examined.difference.withdrawn,
        content=upload.content,
        file_name=upload.name,
        department=upload.department,
        period=upload.period,
        findings=[finding.as_dict() for finding in examined.checked.findings],
        left_out_rows=examined.checked.left_out,
    )


def _examined(
    view: View,
    content: bytes,
    name: str,
    department: str | None,
    period: date | None,
    confirmed: Mapping[str, str],
) -> Examination:
    place = st.empty()
    with place.status(view.say("intake-working"), expanded=True):
        bar = st.progress(0.0)

        def tell_progress(share: float, step: str) -> None:
            bar.progress(share, text=view.say(f"intake-progress-{step}"))

        examined = examine(
            content,
            name,
            newest(view),
            department=department,
            period=period,
            today=labels.in_beijing(now()).date(),
            limits=Limits.of(os.environ),
            progress=tell_progress,
            confirmed=confirmed,
            tables_at=lambda release: loading.tables(view.tables.workspace, release),
            as_of=judged_on(view, period),
        )
    place.empty()
    return examined


def judged_on(view: View, period: date | None) -> date:
    """The day that lights are judged on: the end of the reported month, when readers' own day is not later."""
    default = progress.default_as_of(newest(view))
    return default if period is None else max(default, period)


# The open file


def opened(view: View, actor: Actor) -> Upload | None:
    """The file that the URL names, or the one just received that there was nothing to keep of."""
    number = st.query_params.get("proposal")
    loose = st.session_state.get("intake_loose")
    if number is None:
        return loose
    kept = opened_store(view)
    found = review.proposal(kept, number)
    if not any(actor.is_same_person(name) for name in found.submitters):
        st.info(view.say("intake-not-yours"))
        return None
    content = b""
    if found.sha256 is not None:
        content = store.received_file(kept, found.sha256, found.suffix)
    return Upload(
        content,
        found.file_name or "",
        found.sha256 or "",
        found.department,
        found.period,
        found.created_at,
        found,
    )


def is_open(upload: Upload) -> bool:
    """Whether the file may still be submitted."""
    return upload.state in _OPEN_STATES and bool(upload.content)


def examination(view: View, upload: Upload) -> Examination:
    """The file held against the newest release, as the reader wants it read; kept for this session only."""
    confirmed = _confirmed(upload)
    key = (
        upload.sha256,
        newest(view).release,
        upload.department,
        upload.period,
        tuple(sorted(confirmed.items())),
    )
    kept: dict[object, Examination] = st.session_state.setdefault("intake_examined", {})
    if key not in kept:
        for old in list(kept)[: max(0, len(kept) - _KEPT + 1)]:
            del kept[old]
        kept[key] = _examined(
            view, upload.content, upload.name, upload.department, upload.period, confirmed
        )
    found = kept[key]
    if st.session_state.get(_key("leave_out", upload)) and found.checked.faulty_rows:
        return left_out(found, newest(view), judged_on(view, upload.period))
    return found


def _key(name: str, upload: Upload) -> str:
    return f"intake_{name}_{upload.sha256[:16]}"


def _confirmed(upload: Upload) -> dict[str, str]:
    return dict(st.session_state.get(_key("means", upload)) or [])


def files(view: View, upload: Upload, examined: Examination) -> None:
    """The annotated file to take away, what it has lost beside it; and the way to another file."""
    if examined.checked.findings:
        made = _annotated(view, upload, examined)
        st.download_button(
            view.say("intake-annotated"),
            data=made.content,
            file_name=made.file_name,
            key="intake_annotated",
            type="primary" if examined.checked.is_blocked else "secondary",
            on_click="ignore",
            help=view.say("intake-annotated-help"),
        )
        for lost in made.lost:
            st.caption(plain(lost))
    st.button(view.say("intake-another"), key="intake_another", on_click=close)


def _annotated(view: View, upload: Upload, examined: Examination) -> Annotated:
    # Only writing it shows what it loses, and the reader is to know before they take it: made once, not on the click.
    key = (upload.sha256, view.language, tuple(examined.checked.findings))
    kept = st.session_state.get("intake_annotated_made")
    if kept is None or kept[0] != key:
        made = annotate(upload.content, examined.book, examined.checked.findings, view.language)
        st.session_state["intake_annotated_made"] = kept = (key, made)
    found: Annotated = kept[1]
    return found


def close() -> None:
    """Back to choosing a month and a file."""
    st.query_params.pop("proposal", None)
    st.session_state.pop("intake_loose", None)
    st.session_state.pop("intake_annotated_made", None)


def mend(view: View, upload: Upload, examined: Examination) -> None:
    """What the reader can settle here: what a nearly right name means, and leaving faulty rows out."""
    near = {**suggestions(examined), **_confirmed(upload)}
    if near:
        means = list(near.items())
        st.pills(
            view.say("intake-means"),
            means,
            selection_mode="multi",
            key=_key("means", upload),
            format_func=lambda pair: plain(
                view.say("intake-means-option", name=pair[0], id=pair[1])
            ),
        )
    faulty = len(examined.checked.faulty_rows)
    if faulty:
        st.toggle(view.say("intake-leave-out", count=faulty), key=_key("leave_out", upload))


def submit(view: View, actor: Actor, upload: Upload, examined: Examination) -> None:
    """A tick for each warning, and the button that submits; beside it why it cannot be pressed yet."""
    warnings = examined.checked.needs_ticks
    is_ticked = _ticks(view, upload, warnings)
    reason = None
    if examined.checked.is_blocked:
        reason = "intake-blocked"
    elif examined.difference.is_empty:
        reason = "review-error-nothing-changes"
    elif not is_ticked:
        reason = "intake-unticked"
    elif not may(actor, Action.SUBMIT, upload.department, workspace=view.tables.workspace):
        reason = "intake-not-reporter"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            view.say("intake-submit", count=cell_count(examined.difference)),
            key="intake_submit",
            type="primary",
            disabled=reason is not None,
            on_click=_submit,
            args=(view, upload, examined),
        )
        if reason is not None:
            st.caption(view.say(reason))


def _ticks(view: View, upload: Upload, warnings: tuple[Finding, ...]) -> bool:
    if not warnings:
        return True
    if len(warnings) > _TICKS_SHOWN:
        text = view.say("intake-tick-all", count=str(len(warnings)))
        return st.checkbox(text, key=_key("tick", upload))
    ticked = [
        st.checkbox(
            view.say(
                "intake-tick",
                sheet=plain(found.sheet),
                row=str(found.row or ""),
                message=plain(found.message(view.language)),
            ),
            key=f"{_key('tick', upload)}_{at}_{found.code}",
        )
        for at, found in enumerate(warnings)
    ]
    return all(ticked)


def _submit(view: View, upload: Upload, examined: Examination) -> None:
    kept, tables, draft = opened_store(view), newest(view), upload.proposal
    try:
        actor = people.acting(view)
        if draft is not None and not actor.is_same_person(draft.by):
            raise NotAllowed(key="review-error-not-yours", name=actor.name, by=draft.by)
        is_as_drafted = (
            draft is not None
            and draft.base_release == tables.release
            and not examined.checked.left_out
            and not draft.left_out_rows
            and not _confirmed(upload)
        )
        if not is_as_drafted or draft is None:
            draft = _drafted(kept, actor, tables, upload, examined)
        done = review.submit(
            kept, draft.id, actor=actor, now=now(), seen=draft.events, seen_release=tables.release
        )
    except PlanError as error:
        tell(view, error)
        return
    st.query_params["proposal"] = done.id
    st.session_state["intake_said"] = ("success", view.say("intake-submitted"))


def tell(view: View, error: PlanError) -> None:
    """Keep what went wrong for the next run, which says it."""
    st.session_state["intake_said"] = ("error", sentence(error, view.say))


def said() -> None:
    """What the last click led to."""
    kind, text = st.session_state.pop("intake_said", (None, ""))
    if kind is not None:
        {"success": st.success, "error": st.error}[kind](text)


def mine(view: View, actor: Actor) -> tuple[Proposal, ...]:
    """The reader's own proposals, the newest first; without drafts submitted in another form, and what was given up."""
    found = [
        one
        for one in review.proposals(opened_store(view), by=actor.name)
        if one.state is not State.DISCARDED
    ]
    gone_on = {one.sha256 for one in found if one.state is not State.DRAFT}
    return tuple(one for one in found if one.state is not State.DRAFT or one.sha256 not in gone_on)
