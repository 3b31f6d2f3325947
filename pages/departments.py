"""责任单: who answers for what, and what does one department have to do next?"""

import streamlit as st

from hengyang.charts import departments, duties, findings, office, task
from hengyang.ui import board, downloads, filters, heading, office_work, offices, view

shown = view.current()
assessment, tables = filters.narrowed(shown), shown.tables
language, link, selection = shown.language, shown.link, shown.selection
within = duties.scope(
    assessment,
    tables,
    themes=selection.theme,
    departments=selection.department,
    is_narrowed=bool(selection.light or selection.division),
)
chosen = offices.chosen(shown)

with st.container(horizontal=True, vertical_alignment="bottom", key="departments_head"):
    if chosen is None:
        title = findings.departments_finding(assessment, tables, within, language)
    else:
        title = findings.office_finding(chosen, assessment, tables, within, language)
    heading.show(title)
    offices.choose(shown)
    downloads.files(shown, department=chosen)
if chosen is None:
    board.show(departments.matrix(assessment, tables, within, language, link), key="matrix")
else:
    office_work.show(shown, chosen)
    asked = office.office_of(chosen, assessment, tables, within)
    left, right = st.columns([3.1, 1], gap="small")
    with left:
        board.show(office.duties(asked, language, link), key="duties")
    with right:
        panels = office.side_panels(asked, language, link)
        board.show(task.side(panels), key="side")
