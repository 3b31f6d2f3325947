"""项目: how far have the projects come, do they add up to the targets, and what is invested when?"""

import streamlit as st

from hengyang import delivery
from hengyang.charts import project_words, projects, rolling
from hengyang.ui import board, heading, view
from hengyang.ui import projects as choices

shown = view.current()
tables, language, link = shown.tables, shown.language, shown.link
whole = choices.register(shown)
found = choices.narrowed(shown, whole)
number = choices.chosen_project(whole)

heading.note_unknown(shown, project=choices.numbers(whole), **choices.KNOWN)
if number is not None:
    row = delivery.of_project(whole, number).iloc[0]
    heading.show(project_words.project_finding(row, language))
    choices.show_one(shown, whole, number)
else:
    section = choices.choose_section(shown)
    if section == "board":
        heading.show(project_words.board_finding(found, language))
        left, right = st.columns([2.3, 1], gap="small")
        with left:
            board.show(projects.board(found, language, link), key="projects_board")
        with right:
            board.show(projects.attention(found, tables, language, link), key="projects_attention")
    elif section == "table":
        listed = choices.in_table(shown, found)
        heading.show(project_words.table_finding(listed.lights, language))
        choices.show_table(shown, listed)
    elif section == "coverage":
        covered = delivery.coverage(tables, shown.as_of)
        covered = covered[covered["task"].isin(set(found["task"]))]
        heading.show(project_words.coverage_finding(covered, language))
        board.show(rolling.coverage_table(covered, tables, language, link), key="coverage")
    else:
        years = delivery.plan_years(tables, shown.as_of.year)
        by = choices.choose_dimension(shown)
        planned = delivery.rolling_plan(tables, shown.as_of, years, by, found)
        heading.show(project_words.plan_finding(planned, years, shown.as_of.year, language))
        choices.show_plan(shown, found, planned, by)
