"""考核: how do the departments stand by the published rule, what is it made from, and how firm is the order?"""

import streamlit as st

from hengyang.charts import appraisal as drawn
from hengyang.charts import appraisal_office
from hengyang.ui import appraisal, heading, view

shown = view.current()
offices = list(shown.tables.departments["department"])
office = shown.param("office", offices)
found = appraisal.appraised(shown)

heading.note_unknown(shown, office=offices)
head = st.container()
appraisal.choose_weights(shown, found)
if office is None:
    finding = drawn.appraisal_finding(found, shown.tables, shown.language)
    appraisal.show_all(shown, found)
else:
    finding = appraisal_office.office_finding(office, found, shown.tables, shown.language)
    appraisal.show_one(shown, found, office)
with head:
    heading.show(finding)
