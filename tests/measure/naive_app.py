"""What one would write first: five Plotly charts, a table, cards, one filter. Measured beside the app, never shipped."""

import numpy as np
import pandas as pd
import plotly.express as px
import streamlit as st

THEMES = ["创新", "协调", "绿色", "开放", "共享"]
TASKS = 31
MONTHS = 22

st.set_page_config(layout="wide")


@st.cache_data
def load() -> pd.DataFrame:
    """One row per task and month: the share reached, percent (31 × 22 rows)."""
    random = np.random.default_rng(2017)
    rows = pd.MultiIndex.from_product(
        [range(1, TASKS + 1), pd.date_range("2017-09-30", periods=MONTHS, freq="ME")],
        names=["task", "month"],
    ).to_frame(index=False)
    rows["theme"] = [THEMES[task % len(THEMES)] for task in rows["task"]]
    pace = random.uniform(1, 5, TASKS)[rows["task"] - 1]
    rows["reached_pct"] = (pace * (rows["month"].rank(method="dense") - 1)).clip(upper=100).round(1)
    rows["expected_pct"] = (rows["month"].rank(method="dense") / MONTHS * 60).round(1)
    return rows


rows = load()
chosen = st.selectbox("主题", ["全部", *THEMES])
if chosen != "全部":
    rows = rows[rows["theme"] == chosen]
newest = rows[rows["month"] == rows["month"].max()]

st.title("补齐公共设施关键短板专项行动")
for column, theme in zip(st.columns(5), THEMES, strict=True):
    of_theme = newest[newest["theme"] == theme]["reached_pct"]
    column.metric(theme, "–" if of_theme.empty else f"{of_theme.mean():.1f}%")
left, right = st.columns(2)
left.plotly_chart(px.bar(newest, x="task", y="reached_pct", color="theme"))
right.plotly_chart(px.line(rows, x="month", y="reached_pct", color="task"))
left.plotly_chart(px.scatter(newest, x="expected_pct", y="reached_pct", color="theme"))
right.plotly_chart(px.pie(newest, names="theme", values="reached_pct"))
left.plotly_chart(px.box(rows, x="theme", y="reached_pct"))
st.dataframe(rows)
