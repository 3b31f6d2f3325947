"""The cases page's own doing: which cases, one of them, and the steps that this reader may take."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from hengyang import access, delivery, exports, inspection, progress
from hengyang.access import LOCAL_REVIEWER, Action, Actor
from hengyang.charts import cases
from hengyang.charts.rows import rows_of
from hengyang.errors import PlanError
from hengyang.inspection import Desk
from hengyang.progress.needs import short_name
from hengyang.schema import CaseState, CaseStep
from hengyang.ui import board, intake, people
from hengyang.ui.plain import plain
from hengyang.ui.view import View

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ACTIONS = {
    CaseStep.ASSIGNED: Action.ASSIGN_CASE,
    CaseStep.REPLIED: Action.REPLY_TO_CASE,
    CaseStep.SENT_BACK: Action.DECIDE_CASE,
    CaseStep.VERIFIED: Action.DECIDE_CASE,
    CaseStep.CLOSED: Action.DECIDE_CASE,
}

_FIELD_NAMES = ("department", "text", "cause", "measure", "evidence")


def standing(view: View) -> pd.DataFrame:
    """The cases of the reader's release and day, of the themes and departments that the frame's filters leave."""
    events = inspection.case_events(intake.opened_store(view))
    found = delivery.red_light_cases(view.tables, view.as_of)
    chosen = view.selection
    kept = progress.narrowed(
        view.assessment,
        view.tables,
        themes=chosen.theme,
        departments=chosen.department,
        divisions=chosen.division,
    )
    subjects = {*kept.indicators["indicator"], *kept.milestones["milestone"]}
    found = found[found["subject"].isin(subjects)]
    if chosen.light:
        found = found[found["light_now"].isin(chosen.light)]
    return delivery.case_standing(found, events, view.tables, view.as_of)


def choose_section(view: View, found: pd.DataFrame) -> str:
    """The list that the URL names, else what is in hand; each says how many it holds."""
    chosen = view.param("section", list(delivery.SECTIONS)) or delivery.SECTIONS[0]
    st.session_state["cases_section"] = chosen
    st.segmented_control(
        view.say("cases-section"),
        delivery.SECTIONS,
        key="cases_section",
        required=True,
        format_func=lambda section: view.say(
            "cases-section-count",
            name=view.say(f"cases-section-{section}"),
            count=str(len(delivery.in_section(found, section))),
        ),
        label_visibility="collapsed",
        on_change=lambda: st.query_params.update(section=st.session_state["cases_section"]),
    )
    return chosen


def listed(view: View, found: pd.DataFrame, section: str) -> pd.DataFrame:
    """The cases of a list; those that a department of the reader's filter is to answer stand before the others."""
    rows = delivery.in_section(found, section)
    is_own = rows["owner"].isin(view.selection.department)
    return pd.concat([rows[is_own], rows[~is_own]])


def order(view: View, listed: pd.DataFrame) -> str:
    """Beside the finding: how many of the list are the chosen departments' own, where any are, and that they stand first."""
    own = int(listed["owner"].isin(view.selection.department).sum())
    return view.say("cases-own-first", own=str(own)) if own else ""


def show_one(view: View, found: pd.DataFrame, row: Any) -> None:
    """Everything about one case: what the months say, what people did, what may be done, the letter."""
    tables, language, link = view.tables, view.language, view.link
    events = inspection.case_events(intake.opened_store(view), row.case)
    others = found[(found["subject"] == row.subject) & (found["case"] != row.case)]
    why, quote = _why(view, row)
    lights = delivery.monthly_lights(tables, row.subject, view.as_of)
    left, right = st.columns([1.7, 1], gap="small")
    with left:
        drawn = [
            cases.ways(language, link),
            cases.facts(row, others, why, quote, tables, language, link),
            cases.month_strip(lights, row.opened_on.date(), language),
            cases.course(events, tables, language),
        ]
        board.show(cases.stacked(drawn), key="case")
    with right:
        with st.container(border=True, key="case_steps"):
            _steps(view, row)
        stamp = exports.Stamp.of(tables, view.as_of, is_demo=view.is_demo, language=language)
        st.download_button(
            view.say("cases-letter"),
            data=lambda: exports.letter_docx(row, events, why, tables, stamp),
            file_name=exports.letter_name(row.case, stamp),
            mime=_DOCX,
            key="case_letter",
            on_click="ignore",
        )


def _why(view: View, row: Any) -> tuple[str, str]:
    """Why the subject's light is what it is, and its sentence in the notice."""
    for frame, plan, name in (
        (view.assessment.indicators, view.tables.indicators, "indicator"),
        (view.assessment.milestones, view.tables.milestones, "milestone"),
    ):
        found = frame[frame[name] == row.subject]
        if len(found):
            quote = plan.loc[plan[name] == row.subject, "quote_zh"].iloc[0]
            return progress.reason(found.iloc[0], view.language, view.tables), str(quote)
    return "", ""


def _steps(view: View, row: Any) -> None:
    """The form of what this reader may do now, or why there is none."""
    st.markdown(f"**{view.say('cases-do')}** · {cases.state_word(row, view.language)}")
    actor = people.choose(view, LOCAL_REVIEWER)
    has_recovered = not pd.isna(row.recovered_on)
    if row.state == CaseState.CLOSED:
        st.caption(view.say("cases-nothing-open"))
        return
    if row.state == CaseState.VERIFIED and not has_recovered:
        st.caption(view.say("cases-still-red"))
        return
    if actor is None:
        st.caption(view.say("cases-nobody"))
        return
    open_steps = delivery.open_steps(CaseState(row.state), has_recovered)
    steps = [step for step in open_steps if _may(view, actor, step, row)]
    if not steps:
        name = people.name_words(view, actor)
        st.caption(
            view.say("cases-not-yours", name=name, state=view.say(f"case-state-{row.state}"))
        )
        return
    with st.form(f"case_form_{row.case}_{row.events}", border=False):
        _fields(view, row, steps[0])
        with st.container(horizontal=True):
            # A step beside another asks for the same fields: verified, or sent back.
            for step in steps if steps[0] is CaseStep.VERIFIED else steps[:1]:
                st.form_submit_button(
                    view.say(f"cases-do-{step}"),
                    key=f"case_do_{step}",
                    type="primary" if step is steps[0] else "secondary",
                    on_click=_take,
                    args=(view, row.case, int(row.events), step),
                )


def _may(view: View, actor: Actor, step: CaseStep, row: Any) -> bool:
    workspace, plan = view.tables.workspace, view.tables.of_plan
    department = row.owner if step is CaseStep.REPLIED else None
    return access.may(actor, _ACTIONS[step], department, workspace=workspace, plan=plan)


def _fields(view: View, row: Any, step: CaseStep) -> None:
    say = view.say
    if step is CaseStep.ASSIGNED:
        offices = delivery.listed_departments(view.tables, int(row.task))
        st.selectbox(
            say("cases-field-department"),
            offices,
            index=offices.index(row.owner) if row.owner in offices else None,
            key="case_department",
            format_func=lambda one: plain(short_name(one, view.tables, view.language)),
        )
        st.text_area(say("cases-field-text-assigned"), key="case_text", max_chars=2000)
    elif step is CaseStep.REPLIED:
        st.text_area(say("cases-field-cause"), key="case_cause", max_chars=2000, height=80)
        st.text_area(say("cases-field-measure"), key="case_measure", max_chars=2000, height=80)
        st.date_input(say("cases-field-promised"), value=None, key="case_promised")
    elif step is CaseStep.CLOSED:
        st.text_area(say("cases-field-evidence"), key="case_evidence", max_chars=2000)
    else:
        st.text_area(say("cases-field-text-verified"), key="case_text", max_chars=2000)


def _take(view: View, case: str, seen: int, step: CaseStep) -> None:
    # Who clicks is asked when they do; the newest release is read anew.
    given = {name: st.session_state.get(f"case_{name}") or "" for name in _FIELD_NAMES}
    promised = st.session_state.get("case_promised")
    try:
        desk = Desk(
            intake.opened_store(view),
            intake.newest(view),
            view.as_of,
            people.acting(view),
            intake.now(),
            seen,
        )
        match step:
            case CaseStep.ASSIGNED:
                inspection.assign(desk, case, given["department"], given["text"])
            case CaseStep.REPLIED:
                day = promised if isinstance(promised, date) else None
                inspection.reply(desk, case, given["cause"], given["measure"], day)
            case CaseStep.SENT_BACK:
                inspection.send_back(desk, case, given["text"])
            case CaseStep.VERIFIED:
                inspection.verify(desk, case, given["text"])
            case CaseStep.CLOSED:
                inspection.close(desk, case, given["evidence"])
    except PlanError as error:
        intake.tell(view, error)
        return
    st.session_state["intake_said"] = ("success", view.say(f"cases-done-{step}"))


def chosen(found: pd.DataFrame) -> Any:
    """The case that the URL names; None for none, and for one that this release and day do not have."""
    rows = found[found["case"] == st.query_params.get("case")]
    return None if rows.empty else rows_of(rows)[0]
