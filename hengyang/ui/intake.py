"""The report page's middle: a file received, kept as a draft, opened again, and examined.

What depends on the reader is kept in their session alone; what must outlive it is a draft in the store, and the URL
names it (`proposal`).
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st

from hengyang import labels, progress, review, store
from hengyang.access import Action, Actor, may
from hengyang.errors import PlanError
from hengyang.ingest.examine import Examination, examine, left_out
from hengyang.ingest.limits import Limits
from hengyang.ingest.stamp import stamp_of
from hengyang.progress.needs import short_name
from hengyang.review import Proposal, State
from hengyang.schema import Tables
from hengyang.store import Store
from hengyang.ui import loading, people
from hengyang.ui.plain import sentence
from hengyang.ui.view import View

TYPES = ("xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt", "html", "htm")

_OPEN_STATES = (State.DRAFT, State.RETURNED)

_KEPT = 3
#: A bar that moves more often only costs the reader's browser.
_BETWEEN_TELLINGS_S = 0.2


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
    return loading.opened(view.tables.workspace, view.tables.of_plan)


def newest(view: View) -> Tables:
    """The newest release: what a file is held against, whichever release the reader looks at."""
    return loading.tables(view.tables.workspace, plan=view.tables.of_plan)


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
    own = _form_of(view, examined, department, period)
    if own != (department, period):
        department, period = own
        examined = _examined(view, content, name, department, period, {})
        told = {
            "name": short_name(department, tables, view.language),
            "month": labels.month(period, view.language),
        }
        st.session_state["intake_said"] = ("info", view.say("intake-form-of", **told))
    upload = Upload(content, name, examined.book.sha256, department, period, now())
    if examined.difference.is_empty:
        st.session_state["intake_loose"] = upload
        return
    # examining takes its time: who keeps the draft is asked when it is kept
    draft = drafted(opened_store(view), people.acting(view), tables, upload, examined)
    st.session_state.pop("intake_loose", None)
    st.query_params["proposal"] = draft.id


def _form_of(view: View, examined: Examination, department: str, period: date) -> tuple[str, date]:
    """Whose form it says to be and of which month, where its sender may report that; else what they chose."""
    stamp = stamp_of(examined.book)
    if stamp is None or stamp.department is None:
        return department, period
    tables, actor = newest(view), people.acting(view)
    is_known = stamp.department in set(tables.departments["department"])
    if not is_known or not may(
        actor,
        Action.SUBMIT,
        stamp.department,
        workspace=tables.workspace,
        plan=tables.of_plan,
    ):
        return department, period
    return stamp.department, stamp.period or period


def drafted(
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

        told_at = 0.0

        def tell_progress(share: float, step: str, rows: tuple[int, int] | None = None) -> None:
            nonlocal told_at
            text = view.say(f"intake-progress-{step}")
            if rows is not None:
                if time.monotonic() - told_at < _BETWEEN_TELLINGS_S:
                    return
                done, total = (labels.number(float(count), view.language) for count in rows)
                text = view.say("intake-progress-rows", step=text, done=done, total=total)
            told_at = time.monotonic()
            bar.progress(share, text=text)

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
            tables_at=lambda release: loading.tables(
                view.tables.workspace, release, view.tables.of_plan
            ),
            as_of=judged_on(view, period),
        )
    place.empty()
    return examined


def judged_on(view: View, period: date | None) -> date:
    """The day that lights are judged on: the end of the reported month, when readers' own day is not later."""
    default = progress.default_as_of(newest(view))
    return default if period is None else max(default, period)


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
    confirmed = confirmed_names(upload)
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
    if st.session_state.get(session_key("leave_out", upload)) and found.checked.faulty_rows:
        return left_out(found, newest(view), judged_on(view, upload.period))
    return found


def session_key(name: str, upload: Upload) -> str:
    return f"intake_{name}_{upload.sha256[:16]}"


def confirmed_names(upload: Upload) -> dict[str, str]:
    """Names as the file has them → what the reader says they mean; without those said to mean two things."""
    pairs: list[tuple[str, str]] = st.session_state.get(session_key("means", upload)) or []
    named = Counter(name for name, _ in pairs)
    return {name: identifier for name, identifier in pairs if named[name] == 1}


def close() -> None:
    """Back to choosing a month and a file."""
    st.query_params.pop("proposal", None)
    st.session_state.pop("intake_loose", None)
    st.session_state.pop("intake_annotated_made", None)


def tell(view: View, error: PlanError) -> None:
    """Keep what went wrong for the next run, which says it."""
    st.session_state["intake_said"] = ("error", sentence(error, view.say))


def said() -> None:
    """What the last click led to."""
    kind, text = st.session_state.pop("intake_said", (None, ""))
    if kind is not None:
        {"success": st.success, "info": st.info, "error": st.error}[kind](text)


def mine(view: View, actor: Actor) -> tuple[Proposal, ...]:
    """The reader's own proposals, the newest first, what was given up too; without drafts submitted in another form."""
    found = review.proposals(opened_store(view), by=actor.name)
    gone_on = {one.sha256 for one in found if one.state not in (State.DRAFT, State.DISCARDED)}
    return tuple(one for one in found if one.state is not State.DRAFT or one.sha256 not in gone_on)
