"""主题: how does one theme stand, task by task?"""

import streamlit as st

from hengyang import progress
from hengyang.charts import attention, theme
from hengyang.progress import standing
from hengyang.ui import board, downloads, explorer, filters, heading, view

shown = view.current()
tables, language = shown.tables, shown.language
themes = list(tables.themes["theme"].astype(str))
chosen = shown.param("show", themes) or next(iter(shown.selection.theme), themes[0])
assessment = filters.narrowed(shown)

board.show(theme.tabs(tables, chosen, language, shown.link), key="tabs")
heading.note_unknown(shown, show=themes)
heading.show(standing.theme_finding(chosen, assessment, tables, language))
left, right = st.columns([1.7, 1], gap="small")
with left:
    board.show(theme.bullets(chosen, assessment, tables, language, shown.link), key="bullets")
with right:
    board.show(theme.summary(chosen, assessment, tables, language), key="summary")
    within = progress.narrowed(assessment, tables, themes=[chosen])
    board.show(attention.attention_panel(within, tables, language, shown.link), key="attention")
    explorer.show_theme(shown, chosen, assessment)
    downloads.files(shown, theme=chosen)
st.subheader(shown.say("theme-trends"), anchor=False)
board.show(theme.trends(chosen, assessment, tables, language, shown.link), key="trends")
