"""The report page's end: the annotated file to take away, what the reader settles, ticks and submission."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import streamlit as st

from hengyang import review
from hengyang.access import Action, Actor, may
from hengyang.charts.intake_changes import cell_count
from hengyang.charts.intake_findings import suggestions
from hengyang.errors import NotAllowed, NotUnderstood, PlanError
from hengyang.ingest.annotate import Annotated, annotate
from hengyang.ingest.examine import Examination
from hengyang.ingest.findings import Finding
from hengyang.ui import people
from hengyang.ui.intake import (
    Upload,
    close,
    confirmed_names,
    drafted,
    newest,
    now,
    opened_store,
    session_key,
    tell,
)
from hengyang.ui.plain import plain
from hengyang.ui.view import View

_TICKS_SHOWN = 6


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
        if made.lost:
            parts = view.say("mark-separator").join(made.lost)
            st.caption(plain(view.say("intake-annotated-lost", parts=parts)))
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


def mend(view: View, upload: Upload, examined: Examination) -> None:
    """What the reader can settle here: what a nearly right name means, and leaving faulty rows out."""
    means = list(dict.fromkeys([*suggestions(examined), *confirmed_names(upload).items()]))
    if means:
        st.pills(
            view.say("intake-means"),
            means,
            selection_mode="multi",
            key=session_key("means", upload),
            format_func=lambda pair: plain(
                view.say("intake-means-option", name=pair[0], id=pair[1])
            ),
        )
    faulty = len(examined.checked.faulty_rows)
    if faulty:
        st.toggle(view.say("intake-leave-out", count=faulty), key=session_key("leave_out", upload))


def submit(view: View, actor: Actor, upload: Upload, examined: Examination) -> None:
    """A tick for each warning, and the button that submits; beside it why it cannot be pressed yet."""
    warnings = examined.checked.needs_ticks
    for tick, numbers in _ticks(upload, examined).items():
        if len(numbers) > 1:
            text = view.say("intake-tick-all", count=str(len(numbers)))
        else:
            found = warnings[numbers[0]]
            text = view.say(
                "intake-tick",
                sheet=plain(found.sheet),
                row=str(found.row or ""),
                message=plain(found.message(view.language)),
            )
        st.checkbox(text, key=tick)
    reason = None
    if examined.checked.is_blocked:
        reason = "intake-blocked"
    elif examined.difference.is_empty:
        reason = "review-error-nothing-changes"
    elif _ticked(upload, examined) != set(warnings):
        reason = "intake-unticked"
    elif not may(
        actor,
        Action.SUBMIT,
        upload.department,
        workspace=view.tables.workspace,
        plan=view.tables.of_plan,
    ):
        reason = "intake-not-reporter" if actor.is_local else "signing-no-submit"
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


def _ticks(upload: Upload, examined: Examination) -> dict[str, list[int]]:
    """Each tick's key and the numbers of the warnings that it is for: one for each, for too many one for all.

    The key is made of what the warnings say, so that a tick never passes to another one.
    """
    warnings = examined.checked.needs_ticks
    if len(warnings) > _TICKS_SHOWN:
        return {session_key("tick", upload) + _mark(warnings.values()): list(warnings)}
    return {
        f"{session_key('tick', upload)}_{number}_{_mark([found])}": [number]
        for number, found in warnings.items()
    }


def _mark(findings: Iterable[Finding]) -> str:
    said = [
        (found.sheet, found.row, found.column, found.code, found.message("zh"))
        for found in findings
    ]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:12]


def _ticked(upload: Upload, examined: Examination) -> set[int]:
    """The numbers of the warnings that are ticked at this moment."""
    return {
        number
        for tick, numbers in _ticks(upload, examined).items()
        if st.session_state.get(tick)
        for number in numbers
    }


def _submit(view: View, upload: Upload, examined: Examination) -> None:
    kept, tables, draft = opened_store(view), newest(view), upload.proposal
    try:
        actor = people.acting(view)
        if draft is not None and not actor.is_same_person(draft.by):
            raise NotAllowed(key="review-error-not-yours", name=actor.name, by=draft.by)
        ticked = _ticked(upload, examined)
        if ticked != set(examined.checked.needs_ticks):
            raise NotUnderstood("intake-unticked")
        findings = [found.as_dict() for found in examined.checked.findings]
        is_as_drafted = (
            draft is not None
            and draft.base_release == tables.release
            and not examined.checked.left_out
            and not draft.left_out_rows
            and not confirmed_names(upload)
            and list(draft.findings) == findings
        )
        if not is_as_drafted or draft is None:
            draft = drafted(kept, actor, tables, upload, examined)
        done = review.submit(
            kept,
            draft.id,
            actor=actor,
            now=now(),
            seen=draft.events,
            seen_release=tables.release,
            confirmed=ticked,
        )
    except PlanError as error:
        tell(view, error)
        return
    st.query_params["proposal"] = done.id
    st.session_state["intake_said"] = ("success", view.say("intake-submitted"))
