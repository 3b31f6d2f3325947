"""汇报: what does the meeting look at? Choose, put into words, freeze – and show it over the whole window."""

import streamlit as st

from hengyang.charts import stage
from hengyang.ui import board, downloads, editions, heading, presenting, view

shown = view.current()
say, language, link = shown.say, shown.language, shown.link

if presenting.is_wall():
    presenting.wall(shown)
elif presenting.is_presenting(shown):
    presenting.present(shown)
else:
    head = st.container()  # it says how many slides there are, which is known last
    heading.note_unknown(shown, edition=())
    chosen = presenting.choose(shown)
    original = editions.material(chosen).deck(language)
    left, right = st.columns([3.1, 1], gap="small")
    with left:
        preview = st.container()
        with st.expander(say("present-edit"), key="present_edit"):
            chosen = presenting.edit(shown, chosen, original)
        deck = editions.material(chosen).deck(language)
        with preview:
            target = tuple(presenting.parameters(chosen).items())
            board.show(stage.thumbnails(deck, language, link, target), key="preview")
    with right:
        with st.container(border=True, key="present_who"):
            presenting.freeze(shown, chosen)
        frozen = editions.known(chosen.workspace)
        downloads.files_of((chosen, *frozen), language)
        board.show(stage.editions_list(frozen, language, link), key="editions")
    with head:
        finding = say("present-finding", count=len(deck.slides), title=deck.title)
        heading.show(finding, " · ".join(deck.stamp))
