"""路线图: what is planned for when, what slipped since an earlier plan, what falls due next?"""

import streamlit as st

from hengyang import delivery
from hengyang.charts import roadmap, roadmap_rows, roadmap_words
from hengyang.ui import board, heading, section, view
from hengyang.ui import roadmap as choices

shown = view.current()
tables, language, link = shown.tables, shown.language, shown.link
chosen = choices.choices(shown)
items = choices.items(shown, chosen)
due = delivery.due(tables, items, shown.as_of)
baseline = roadmap_words.baseline_name(chosen.baseline, language)

heading.note_unknown(shown, task={str(number) for number in tables.tasks["task"]})
tools = st.container(horizontal=True, vertical_alignment="center", key="roadmap_tools")
with tools:
    show = section.choose(shown, "roadmap", choices.SECTIONS)
    choices.choose(shown, chosen, show)

if show == "gantt":
    finding = roadmap_words.finding(items, due, baseline, language)
    plan = roadmap_rows.plan_of(
        items,
        tables,
        shown.as_of,
        chosen.by,
        language,
        link,
        chosen.opened,
        chosen.is_whole,
        chosen.kept,
    )
    with tools:
        choices.downloads(shown, choices.paper_of(shown, items, due, plan, finding))
    heading.show(finding)
    left, right = st.columns([3.1, 1], gap="small")
    with left:
        drawn = roadmap.gantt(plan, delivery.faulty(items), language, link)
        board.show(drawn, key="roadmap")
    with right:
        board.show(roadmap.due_list(due, tables, language, link, chosen.kept), key="roadmap_due")
elif show == "due":
    heading.show(roadmap_words.due_finding(due, language))
    board.show(
        roadmap.due_table(due, tables, language, link, chosen.is_whole, chosen.kept), key="due"
    )
elif show == "moved":
    moved = delivery.moved(items)
    heading.show(roadmap_words.moved_finding(moved, baseline, language))
    board.show(
        roadmap.moved_table(moved, tables, language, link, chosen.is_whole, chosen.kept),
        key="moved",
    )
else:
    undated = delivery.undated(items)
    heading.show(roadmap_words.undated_finding(undated, language))
    board.show(
        roadmap.undated_table(undated, tables, language, link, chosen.is_whole, chosen.kept),
        key="undated",
    )
