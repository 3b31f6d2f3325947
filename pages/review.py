"""审核: what has been submitted, what would it change, and is it right?"""

import streamlit as st

from hengyang import access
from hengyang.charts import intake as drawn
from hengyang.charts import intake_changes, intake_findings, proposals
from hengyang.ui import board, heading, intake, people, reviewing, view

shown = view.current()
language, link, say = shown.language, shown.link, shown.say
head = st.container()  # the finding stands on top and is known last
with st.container(key="intake_who"):
    actor = people.choose(shown, access.LOCAL_REVIEWER)
intake.said()
found = reviewing.chosen(shown, actor) if actor is not None else None

if actor is None:
    finding = say("proposals-read-only")
elif found is None:
    listed = reviewing.listed(shown, actor)
    finding = proposals.proposals_finding(listed, language)
    table = proposals.proposals_table(
        listed, shown.tables, language, link, page="review", caption=say("proposals-all")
    )
    board.show(table, key="proposals")
else:
    tables = reviewing.held_against(shown, found)
    changes = reviewing.changes(shown, found)
    finding = proposals.proposal_finding(found, changes, tables, language)
    board.show(drawn.steps_bar(found.state, language), key="steps")
    left, right = st.columns([3.1, 1], gap="small")
    with left:
        with st.container(border=True, key="review_decision"):
            reviewing.overtaken(shown, found)
            reviewing.decide(shown, actor, found)
            board.show(proposals.ways(found, language, link), key="ways")
        before = shown.at(intake.judged_on(shown, found.period), tables.release)
        cells = intake_changes.difference_panel(
            changes,
            before,
            tables,
            language,
            link,
            is_published=found.release is not None,
            then=reviewing.month_before(shown, found),
        )
        board.show(cells + intake_findings.stored_findings_panel(found, language), key="cells")
    with right:
        panels = [
            intake_changes.flips_panel(changes, tables, language, link),
            proposals.facts(found, tables, language),
            proposals.course(found, language, link),
        ]
        board.show(drawn.side(panels), key="side")
        reviewing.received_download(shown, actor, found)
with head:
    heading.show(finding)
