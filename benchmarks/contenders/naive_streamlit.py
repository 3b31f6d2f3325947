"""The overview as one would write it first in Streamlit, with a second page to switch to."""

import overview
import streamlit as st

st.set_page_config(layout="wide", page_title="补短板")


@st.cache_data
def load() -> overview.Overview:
    return overview.load()


def whole() -> None:
    rows = load()
    chosen = st.selectbox("主题", rows.choices)
    shown = rows.only(chosen)
    st.title(shown.finding(chosen))
    for column, (name, count, lights) in zip(st.columns(5), shown.cards(), strict=True):
        column.metric(name, count, lights, delta_color="off", border=True)
    with st.container(key="board"):
        columns = st.columns(3)
        for at, (number, name, lead, marks) in enumerate(shown.board()):
            columns[at % 3].markdown(f"**{number}** {name}  \n{marks} :gray[{lead}]")
    columns = st.columns(2)
    for at, figure in enumerate(shown.charts(chosen)):
        columns[at % 2].plotly_chart(figure)
    st.dataframe(shown.table())


def theme() -> None:
    rows = load()
    chosen = rows.choices[2]
    shown = rows.only(chosen)
    st.title(f"主题 {shown.finding(chosen)}")
    with st.container(key="board"):
        for number, name, lead, marks in shown.board():
            st.markdown(f"**{number}** {name}  \n{marks} :gray[{lead}]")
    for figure in shown.charts(chosen)[1:3]:
        st.plotly_chart(figure)
    st.dataframe(shown.table())


st.navigation([st.Page(whole, title="总览", default=True), st.Page(theme, title="主题")]).run()
