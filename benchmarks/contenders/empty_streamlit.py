"""The least that Streamlit can show: the floor under every figure of a first visit."""

import streamlit as st

st.set_page_config(layout="wide")
st.title("空")
