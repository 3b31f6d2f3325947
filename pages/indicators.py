"""指标: every indicator in one table to sort, search and take away."""

import streamlit as st

from hengyang.charts import findings, register
from hengyang.ui import board, downloads, filters, heading, view

shown = view.current()
found = filters.matching(shown, filters.narrowed(shown), filters.table_query(shown))

heading.show(findings.register_finding(found, shown.language))
with st.container(horizontal=True, vertical_alignment="bottom", key="register_tools"):
    filters.table_search(shown)
    downloads.register(shown, found)
board.show(
    register.indicator_table(found, shown.tables, shown.language, shown.link), key="register"
)
board.show(
    register.milestone_table(found, shown.tables, shown.language, shown.link), key="milestones"
)
