"""挂图: how do the twelve divisions stand, and what is there to do in one of them?"""

import streamlit as st

from hengyang import delivery, progress
from hengyang.charts import division_map, division_paint, division_panels, projects
from hengyang.ui import board, heading, section, view
from hengyang.ui import division_map as choices

shown = view.current()
tables, language, link = shown.tables, shown.language, shown.link
divisions = choices.figures(shown)
place = choices.chosen_place(shown, divisions)

heading.note_unknown(shown, place=set(divisions.standing["division"]))
with st.container(horizontal=True, vertical_alignment="center", key="map_tools"):
    show = section.choose(shown, "map", division_paint.VIEWS)
    if show == "value":
        choices.choose_indicator(shown, divisions)
heading.show(division_paint.finding(show, divisions, place, language))

boundaries = delivery.set_boundaries(tuple(progress.division_codes(tables)))
painted = division_paint.painted(show, divisions, place, language, link)
left, right = st.columns([1.05, 1], gap="small")
with left:
    if boundaries is not None and boundaries.faults:
        board.show(division_panels.faults(boundaries, divisions, language), key="map_faults")
    if boundaries is None or boundaries.faults:
        board.show(division_map.tile_map(painted, language), key="map")
    else:
        board.show(division_map.shape_map(painted, boundaries, language), key="map")
    board.show(division_panels.caption(divisions, show, boundaries, language), key="map_key")
with right:
    if place is None:
        board.show(division_panels.table(divisions, show, language, link), key="map_table")
        if show == "lights":
            there = choices.in_divisions(divisions)
            board.show(projects.attention(there, tables, language, link), key="map_attention")
    else:
        board.show(division_panels.one(divisions, place, show, language, link), key="map_one")
