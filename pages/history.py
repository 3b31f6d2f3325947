"""历史: who published what when, what did it change, and what was known on a day?"""

import streamlit as st

from hengyang.charts import history, history_findings
from hengyang.ui import board, heading, past, restoring, section, view

shown = view.current()
tables, language, link = shown.tables, shown.language, shown.link
head = st.container()  # the finding stands on top and is known last
with st.container(horizontal=True, vertical_alignment="center", key="history_tools"):
    chosen = section.choose(shown, "history", past.SECTIONS, past.section_meant())
    if chosen == "releases":
        past.audit_download(shown)
found = None

match chosen:
    case "releases":
        newest = past.newest_difference(shown)
        finding = history_findings.releases_finding(past.releases(shown), newest, language)
        rows = history.release_table(past.releases(shown), past.brought(shown), language, link)
        board.show(rows, key="releases")
    case "difference":
        found = past.between(shown, *past.choose_pair(shown), shown.as_of)
        finding = history_findings.difference_finding(found, language)
    case "known":
        day = past.choose_day(shown)
        release, as_of, found = past.known_then(shown, day)
        finding = history_findings.known_finding(day, release, found, language)
        known = history.known_panel(day, release, past.releases(shown), as_of, language, link)
        board.show(known, key="known")
    case "restore":
        found = restoring.difference(shown)
        finding = history_findings.restore_finding(found, language)
        restoring.control(shown, found)
    case _:
        cell = past.choose_cell(shown)
        life = past.life(shown, cell)
        finding = history_findings.life_finding(life, cell, tables, language)
        if cell is not None:
            board.show(history.life_panel(life, cell, tables, language, link), key="life")
if found is not None:
    left, right = st.columns([2.4, 1], gap="small")
    with left:
        cells = st.container()
        is_long = len(found.cells) > history.SHOWN
        is_whole = is_long and st.toggle(shown.say("history-show-all"), key="history_all")
        with cells:
            limit = None if is_whole else history.SHOWN
            panel = history.difference_panel(found, tables, language, link, limit)
            board.show(panel, key="cells")
    with right:
        board.show(history.lights_panel(found, tables, language, link), key="lights")
with head:
    heading.show(finding)
