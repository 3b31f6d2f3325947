"""The review page's own doing: which proposal, what it would change now, and the decisions on it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from hengyang import access, progress, review, store
from hengyang.access import Action, Actor, may
from hengyang.charts import proposals
from hengyang.errors import PlanError, StaleRelease
from hengyang.ingest.difference import Difference, difference
from hengyang.progress import Assessment
from hengyang.review import Proposal, State
from hengyang.schema import Tables
from hengyang.store import Store
from hengyang.ui import intake, loading, people
from hengyang.ui.plain import plain
from hengyang.ui.view import View

_MAY_BE_RETURNED = (State.SUBMITTED, State.APPROVED)


def listed(view: View, actor: Actor) -> tuple[Proposal, ...]:
    """What was submitted, whatever became of it, as far as the actor may see it; drafts are their authors' own."""
    seen = review.seen_by(intake.opened_store(view), actor)
    return tuple(one for one in seen if one.was_submitted)


def chosen(view: View, actor: Actor) -> Proposal | None:
    """The proposal that the URL names. Raises: DataMissing when there is none; NotAllowed for one not theirs to see."""
    number = st.query_params.get("proposal")
    if number is None:
        return None
    return review.proposal_for(intake.opened_store(view), number, actor)


def held_against(view: View, found: Proposal) -> Tables:
    """The release that a proposal is compared with: the newest, or the one before its own."""
    if found.release is None:
        return intake.newest(view)
    return loading.tables(view.tables.workspace, found.release - 1, view.tables.of_plan)


def changes(view: View, found: Proposal) -> Difference:
    """What the proposal would change, or has changed; kept for this session only."""
    tables = held_against(view, found)
    key = (found.id, found.events, tables.release)
    kept: dict[object, Difference] = st.session_state.setdefault("review_changes", {})
    if key not in kept:
        kept.clear()
        wanted = None if found.state is not State.PUBLISHED else found.approved
        frames, withdrawn = review.frames_of(intake.opened_store(view), found.id, wanted)
        kept[key] = difference(frames, withdrawn, tables, intake.judged_on(view, found.period))
    return kept[key]


def month_before(view: View, found: Proposal) -> Assessment:
    """The month before the one that a proposal is about, as readers see it: what its figures are held against."""
    tables = held_against(view, found)
    day = intake.judged_on(view, found.period) if found.period is None else found.period
    earlier = [end for end in progress.reporting_periods(tables) if end < day]
    return view.at(earlier[0] if earlier else day, tables.release)


def overtaken(view: View, found: Proposal) -> None:
    """Which of its cells others have changed since its submitter looked, before somebody tries to publish it."""
    if found.state not in _MAY_BE_RETURNED:
        return
    changed = review.changed_since(intake.opened_store(view), found)
    if changed.empty:
        return
    cells = review.cells(intake.opened_store(view), found.id)
    told = proposals.overtaken_words(changed, cells, intake.newest(view), view.language)
    st.warning(
        view.say(
            "proposals-overtaken",
            count=len(changed),
            base=str(found.base_release),
            cells=plain(told),
        )
    )


def received(kept: Store, actor: Actor, found: Proposal) -> bytes:
    """The received file, byte for byte, for somebody who may see it at this moment. Raises: NotAllowed."""
    now = people.still(actor)
    access.require(
        now, Action.SEE_PROPOSALS, workspace=kept.workspace, plan=kept.plan, at=intake.now()
    )
    review.proposal_for(kept, found.id, now)
    return store.received_file(kept, found.sha256 or "", found.suffix)


def received_download(view: View, actor: Actor, found: Proposal) -> None:
    """The button that hands out the received file."""
    if found.sha256 is None:
        return
    kept = intake.opened_store(view)
    st.download_button(
        view.say("proposals-download"),
        data=partial(received, kept, actor, found),
        file_name=found.file_name or f"{found.sha256}{found.suffix}",
        mime="application/octet-stream",
        key="review_received",
        on_click="ignore",
    )


def decide(view: View, actor: Actor | None, found: Proposal) -> None:
    """The decisions that are open, or the sentence that says why this reader has none."""
    refused = _refused(view, actor, found)
    if refused is not None:
        st.info(view.say(refused))
        return
    rows: list[int] = []
    if found.state is State.SUBMITTED:
        names = _cells(view, found)
        rows = st.multiselect(
            view.say("proposals-rows"),
            [number for number in names if number in found.open_cells],
            key=f"review_rows_{found.id}_{found.events}",
            format_func=lambda number: names[number],
            placeholder=view.say("proposals-rows-none"),
        )
    reason = st.text_input(
        view.say("proposals-reason"),
        key=f"review_reason_{found.id}",
        placeholder=view.say("proposals-reason-placeholder"),
    )
    with st.container(horizontal=True, key="review_buttons"):
        if found.state is State.APPROVED:
            _button(view, found, "publish", is_primary=True)
        elif rows:
            _button(view, found, "split", rows, reason, is_primary=True)
        else:
            _button(view, found, "approve", is_primary=True)
        _button(view, found, "return", (), reason)


def _refused(view: View, actor: Actor | None, found: Proposal) -> str | None:
    if found.state not in _MAY_BE_RETURNED:
        return f"proposals-closed-{found.state.value}"
    if actor is None:
        return "proposals-nobody"
    if any(actor.is_same_person(name) for name in found.submitters):
        return "proposals-own" if actor.is_local else "proposals-own-signed-in"
    if not may(
        actor,
        Action.APPROVE,
        found.department,
        workspace=view.tables.workspace,
        plan=view.tables.of_plan,
    ):
        return "proposals-not-reviewer" if actor.is_local else "signing-no-decision"
    return None


def _cells(view: View, found: Proposal) -> Mapping[int, str]:
    cells = review.cells(intake.opened_store(view), found.id)
    return proposals.cell_names(cells, intake.newest(view), view.language)


def _button(
    view: View,
    found: Proposal,
    what: str,
    rows: list[int] | tuple[int, ...] = (),
    reason: str = "",
    *,
    is_primary: bool = False,
) -> None:
    # The click answers to what was on the page when it was drawn: somebody may have been first since. Who clicks
    # is asked when they do: a sign-in may have ended since, a role been taken away.
    st.button(
        view.say(f"proposals-{what}", count=str(len(rows))),
        key=f"review_{what}",
        type="primary" if is_primary else "secondary",
        on_click=_act,
        args=(view, found, what, tuple(rows)),
    )


def _act(view: View, found: Proposal, what: str, rows: tuple[int, ...]) -> None:
    kept = intake.opened_store(view)
    reason = str(st.session_state.get(f"review_reason_{found.id}") or "")
    release = ""
    try:
        common: dict[str, Any] = {
            "actor": people.acting(view),
            "now": intake.now(),
            "seen": found.events,
        }
        match what:
            case "approve":
                review.approve(kept, found.id, **common)
            case "return":
                review.return_(kept, found.id, reason=reason, **common)
            case "split":
                after = review.return_(kept, found.id, reason=reason, rows=rows, **common)
                if after.open_cells:
                    review.approve(kept, found.id, **{**common, "seen": after.events})
            case "publish":
                release = str(review.publish(kept, found.id, **common))
                loading.releases.clear()
    except PlanError as error:
        if isinstance(error, StaleRelease):
            cells = review.cells(kept, found.id)
            error = proposals.stale_words(error, cells, intake.newest(view), view.language)
        intake.tell(view, error)
        return
    st.session_state["intake_said"] = (
        "success",
        view.say(f"proposals-done-{what}", release=release, count=str(len(rows))),
    )
