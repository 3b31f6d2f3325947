"""上报: which of my figures are wrong, and what would publishing this file change?"""

import streamlit as st

from hengyang import access
from hengyang.charts import intake as drawn
from hengyang.charts import intake_changes, intake_findings, intake_reading, proposals
from hengyang.ui import board, discarding, heading, intake, intake_choice, people, submitting, view

shown = view.current()
language, link, say = shown.language, shown.link, shown.say
tables = intake.newest(shown)
head = st.container()  # the finding stands on top and is known last
with st.container(key="intake_who"):
    actor = intake_choice.reporter(shown, people.choose(shown, access.LOCAL_REPORTER))
intake.said()
upload = None if actor is None else intake.opened(shown, actor)

if actor is None:
    finding, line = say("intake-read-only"), ""
elif upload is None:
    left, right = st.columns([1, 1.35], gap="small")
    with left, st.container(border=True, key="intake_start"):
        st.markdown(say("intake-way"))
        department, period = intake_choice.choose(shown, actor)
        with st.container(horizontal=True):
            intake_choice.template_download(shown, department, period)
            intake_choice.rolled_download(shown, department, period)
        intake.receive(shown, department, period)
    with right:
        listed = intake.mine(shown, actor)
        caption = say("intake-mine")
        html = proposals.proposals_table(
            listed, tables, language, link, page="upload", caption=caption
        )
        board.show(html, key="mine")
    finding, line = drawn.start_finding(department, period, tables, language), ""
elif intake.is_open(upload):
    board.show(drawn.steps_bar(upload.state, language), key="steps")
    left, right = st.columns([3.1, 1], gap="small")
    examined = intake.examination(shown, upload)
    before = shown.at(intake.judged_on(shown, upload.period), tables.release)
    with left:
        findings = examined.checked.findings
        note = drawn.returned_note(upload.proposal, language)
        board.show(note + intake_findings.findings_panel(findings, language), key="findings")
        with st.container(horizontal=True, vertical_alignment="center", key="intake_tools"):
            submitting.files(shown, upload, examined)
            discarding.control(shown, upload.proposal)
            submitting.mend(shown, upload, examined)
        submitting.submit(shown, actor, upload, examined)
        three_way = examined.checked.three_way
        cells = intake_changes.difference_panel(
            examined.difference, before, tables, language, link, three_way=three_way
        )
        board.show(cells, key="cells")
    with right:
        panels = [
            intake_changes.flips_panel(examined.difference, tables, language, link, before),
            intake_reading.reading_panel(examined.book, examined.recognised, language),
            drawn.who_reviews(upload.proposal, language),
        ]
        board.show(drawn.side(panels), key="side")
    finding = drawn.intake_finding(examined, upload.department, upload.period, tables, language)
    line = drawn.upload_line(
        upload.name, upload.sha256, upload.received_at, upload.proposal, language
    )
else:
    board.show(drawn.steps_bar(upload.state, language), key="steps")
    st.button(say("intake-another"), key="intake_another", on_click=intake.close)
    parts = [
        proposals.facts(upload.proposal, tables, language),
        proposals.course(upload.proposal, language, link),
    ]
    board.show(drawn.side(parts), key="side")
    finding, line = say("intake-sent", state=upload.state.value), ""
with head:
    heading.show(finding, line)
