"""征求意见: who was asked, who replied, what became of each proposal, and how do the words change – on any day?"""

import streamlit as st

from hengyang import delivery, labels
from hengyang.charts import consultation as drawn
from hengyang.ui import board, heading, section, view
from hengyang.ui import consultation as choices

shown = view.current()
tables, language, link = shown.tables, shown.language, shown.link
with st.container(horizontal=True, vertical_alignment="center", key="consultation_tools"):
    show = section.choose(shown, "consultation", choices.SECTIONS)
    on = choices.choose_day(shown)
at = delivery.clock(tables, on)
standing = choices.narrowed(shown, delivery.consultation_standing(tables, on))
known = delivery.proposal_standing(tables, on)
proposals = choices.narrowed_proposals(shown, known, standing)

day = shown.say("consultation-on-day", day=labels.day(on, language))
heading.note_unknown(shown, reply=set(known["reply"]))
if show == "asked":
    heading.show(drawn.finding(standing, at, language), day)
    # on a phone the deadline and the sums come before the list of everybody
    left, right = st.columns([1, 1.25], gap="small")
    with right:
        board.show(drawn.asked_table(standing, on, language, link), key="consultation_asked")
    with left:
        panel = drawn.clock_panel(standing, at, tables, language, link)
        board.show(panel, key="consultation_clock")
        board.show(drawn.states_panel(standing, language), key="consultation_states")
elif show == "proposals":
    heading.show(drawn.proposals_finding(proposals, language), day)
    if choices.one_reply(known) is not None:
        board.show(drawn.way_back(on, language, link), key="consultation_all")
    listed = drawn.proposals_list(proposals, tables, language, link)
    board.show(listed, key="consultation_proposals")
else:
    revised = choices.narrowed_revisions(delivery.revisions(tables, known), proposals)
    heading.show(drawn.text_finding(revised, language), day)
    board.show(drawn.revised_text(revised, tables, language, link), key="consultation_text")
