"""The assessment page's own doing: the appraisal of this view, weights to try (URL `weights`), one department, its workbook."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from hengyang import delivery, exports, inspection
from hengyang.charts import appraisal as drawn
from hengyang.charts import appraisal_office
from hengyang.delivery import COMPONENTS, Appraisal
from hengyang.delivery.appraisal_rule import PUBLISHED_RULE, RULE_SETTING
from hengyang.exports.makers import MIME
from hengyang.ui import board, intake, loading, paper
from hengyang.ui.view import View


def appraised(view: View) -> Appraisal:
    """Every department at the reader's release and day, by the weights of the URL or else the rule's."""
    return inspection.appraisal_at(
        intake.opened_store(view),
        view.tables,
        view.assessment,
        loading.rows_up_to(view.tables, "observations"),
        delivery.published_rule(),
        tried_weights(),
    )


def tried_weights() -> tuple[tuple[str, float], ...] | None:
    """The weights that the URL asks to try (40.20.20.20, in the order of the components); None for none, or garbled."""
    parts = st.query_params.get("weights", "").split(".")
    if len(parts) != len(COMPONENTS) or not all(_is_weight(part) for part in parts):
        return None
    numbers = [float(part) for part in parts]
    return tuple(zip(COMPONENTS, numbers, strict=True)) if sum(numbers) else None


def _is_weight(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4 and int(text) <= 100


def choose_weights(view: View, appraisal: Appraisal) -> None:
    """Four numbers to try, a way back, and what the page shows as a workbook."""
    with st.container(horizontal=True, vertical_alignment="center", key="appraisal_tools"):
        with st.popover(view.say("appraisal-trial-open"), key="appraisal_trial"):
            for name, weight in appraisal.weights:
                st.session_state[f"appraisal_{name}"] = int(weight)
                st.slider(
                    view.say(f"appraisal-component-{name}"),
                    0,
                    100,
                    step=5,
                    key=f"appraisal_{name}",
                    on_change=_write,
                )
        if appraisal.is_trial:
            st.button(view.say("appraisal-trial-back"), key="appraisal_back", on_click=_forget)
        stamp = exports.Stamp.of(
            view.tables, view.as_of, is_demo=view.is_demo, language=view.language
        )
        st.download_button(
            view.say("appraisal-xlsx"),
            data=lambda: exports.appraisal_workbook(appraisal, view.tables, view.assessment, stamp),
            file_name=exports.appraisal_name(stamp),
            mime=MIME["xlsx"],
            key="appraisal_xlsx",
            on_click="ignore",
        )
    notes = [view.say("appraisal-trial-note")] if appraisal.is_trial else []
    if view.selection.is_filtered:
        notes.append(view.say("appraisal-whole-plan"))
    for note in notes:
        st.warning(note)
        paper.note_choice(note)


def _write() -> None:
    tried = [int(st.session_state[f"appraisal_{name}"]) for name in COMPONENTS]
    st.query_params["weights"] = ".".join(map(str, tried))


def _forget() -> None:
    st.query_params.pop("weights", None)


def show_all(view: View, appraisal: Appraisal) -> None:
    """The ranking, what it hangs on, who is not ranked, the rule."""
    tables, language, link = view.tables, view.language, view.link
    if appraisal.ranked.empty:
        board.show(drawn.unranked(appraisal, tables, language, link), key="appraisal_unranked")
    else:
        left, right = st.columns([2.6, 1], gap="small")
        with left:
            board.show(drawn.ranking(appraisal, tables, language, link), key="appraisal")
        with right:
            board.show(drawn.swaps(appraisal, tables, language), key="appraisal_swaps")
            board.show(drawn.unranked(appraisal, tables, language, link), key="appraisal_unranked")
    name = Path(os.environ.get(RULE_SETTING, "").strip() or PUBLISHED_RULE).name
    board.show(drawn.rule_panel(appraisal, name, language), key="appraisal_rule")


def show_one(view: View, appraisal: Appraisal, office: str) -> None:
    """One department's components and what they were made from."""
    html = appraisal_office.components(office, appraisal, view.tables, view.language, view.link)
    board.show(html, key="appraisal_one")
