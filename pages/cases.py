"""督办: what has been red and for how long, who was asked, what did they promise, what is verified and closed?"""

import streamlit as st

from hengyang.charts import cases as drawn
from hengyang.ui import board, cases, heading, intake, view

shown = view.current()
found = cases.standing(shown)
one = cases.chosen(found)

heading.note_unknown(shown, case=set(found["case"]))
intake.said()
if one is not None:
    heading.show(drawn.case_finding(one, shown.tables, shown.language))
    cases.show_one(shown, found, one)
else:
    head = st.container()
    section = cases.choose_section(shown, found)
    listed = cases.listed(shown, found, section)
    with head:
        heading.show(drawn.cases_finding(found, shown.language), cases.order(shown, listed))
    table = drawn.cases_table(listed, section, shown.tables, shown.language, shown.link)
    board.show(table, key="cases")
