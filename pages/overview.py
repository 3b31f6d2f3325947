"""总览: where do we stand?"""

import streamlit as st

from hengyang import progress
from hengyang.charts import attention, mine, overview
from hengyang.charts.findings import overview_subline
from hengyang.progress import standing
from hengyang.ui import board, comparison, downloads, filters, heading, intake, people, view

shown = view.current()
assessment = filters.narrowed(shown)
against = comparison.chosen(shown)
changes = progress.changes_between(filters.narrowed(shown, against.assessment), assessment)

heading.show(
    standing.overview_finding(assessment, shown.language),
    overview_subline(assessment, shown.tables, changes, against.label, shown.language),
)
reporter = people.reporter(shown)
if reporter is not None:
    theirs = mine.mine_panel(
        reporter.departments,
        intake.mine(shown, reporter),
        assessment,
        shown.tables,
        shown.as_of,
        shown.language,
        shown.link,
    )
    board.show(theirs, key="mine")
board.show(
    overview.theme_cards(assessment, shown.tables, changes, shown.language, shown.link), key="cards"
)
left, right = st.columns([3.1, 1], gap="small")
with left:
    board.show(overview.board(assessment, shown.tables, shown.language, shown.link), key="board")
with right, st.container(key="side", border=True):
    board.show(
        attention.attention_list(assessment, shown.tables, shown.language, shown.link),
        key="attention",
    )
    comparison.choose(shown, against)
    board.show(
        attention.changes_list(changes, shown.tables, shown.language, shown.link), key="changes"
    )
    downloads.files(shown)
