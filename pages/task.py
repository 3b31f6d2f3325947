"""任务: what does this task promise, how far has it come, and why has it this light?"""

import streamlit as st

from hengyang.charts import findings, projects, task
from hengyang.ui import board, explorer, heading, task_cards, view
from hengyang.ui import projects as register

shown = view.current()
number = task_cards.chosen_task(shown)
language, assessment, tables = shown.language, shown.assessment, shown.tables

board.show(task.strip(assessment, tables, number, language, shown.link), key="strip")
heading.show(findings.task_finding(number, assessment, tables, language))
left, right = st.columns([2, 1], gap="small")
with left:
    indicator = task_cards.show(shown, number)
    if indicator is not None:
        explorer.show(shown, indicator)
with right:
    panels = [
        task.source_panel(number, assessment, tables, language, shown.link),
        # a task without numbers shows its milestones large, on the left
        ""
        if task_cards.is_without_numbers(shown, number)
        else task.milestones_panel(number, assessment, tables, language),
        projects.of_task(register.of_task(shown, number), language, shown.link),
        task.departments_panel(number, tables, language, shown.link),
        task.narratives_panel(number, tables, shown.as_of, language),
        task.defects_panel(number, tables, language),
    ]
    board.show(task.side(panels), key="side", place=task_cards.place(shown))
