"""What all contenders show, from the Parquet in BENCH_DATA: a finding, five cards, 31 tasks, four charts, 80 indicators."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go

ALL = "全部"
MARKS = {
    "met": "✓",
    "on_track": "●",
    "nearly": "○",
    "behind": "▲",
    "far_behind": "■",
    "overdue": "◆",
    "not_reported": "–",
    "not_due": "◷",
    "not_assessed": "◌",
}
WORDS = {
    "met": "已完成",
    "on_track": "正常",
    "nearly": "基本正常",
    "behind": "滞后",
    "far_behind": "严重滞后",
    "overdue": "过期未达",
    "not_reported": "未报送",
    "not_due": "未到期",
    "not_assessed": "未评",
}
COLORS = {
    "met": "#1d5fa8",
    "on_track": "#1e8f5e",
    "nearly": "#7dbfa3",
    "behind": "#b97c00",
    "far_behind": "#c8432b",
    "overdue": "#8f1d1d",
    "not_reported": "#8a949c",
    "not_due": "#aab3ba",
    "not_assessed": "#c5ccd1",
}
PORT = int(os.environ.get("BENCH_PORT", "0"))


@dataclass(frozen=True)
class Overview:
    """The frames that prepared.py wrote."""

    themes: pd.DataFrame
    tasks: pd.DataFrame
    indicators: pd.DataFrame
    months: pd.DataFrame

    @property
    def choices(self) -> list[str]:
        return [ALL, *self.themes["name_zh"]]

    def only(self, choice: str) -> Overview:
        """The rows of one theme, named as readers see it."""
        if choice == ALL:
            return self
        theme = self.themes.set_index("name_zh").loc[choice, "theme"]
        return Overview(
            self.themes,
            self.tasks[self.tasks["theme"] == theme],
            self.indicators[self.indicators["theme"] == theme],
            self.months[self.months["theme"] == theme],
        )

    def finding(self, choice: str) -> str:
        counted = self.indicators[self.indicators["is_counted"]]
        good = int(counted["light"].isin(["met", "on_track", "nearly"]).sum())
        behind = int((counted["light"] == "behind").sum())
        far = int(counted["light"].isin(["far_behind", "overdue"]).sum())
        return (
            f"{choice}:{len(counted)} 项指标中 {good} 项正常,{behind} 项滞后,{far} 项严重滞后或过期"
        )

    def cards(self) -> list[tuple[str, int, str]]:
        """Name, indicators, what they are, of each theme."""
        counted = self.indicators[self.indicators["is_counted"]]
        found = []
        for theme, name in zip(self.themes["theme"], self.themes["name_zh"], strict=True):
            counts = counted.loc[counted["theme"] == theme, "light"].value_counts()
            words = " ".join(f"{MARKS[light]}{n}" for light, n in counts.items())
            found.append((name, int(counts.sum()), words or "–"))
        return found

    def board(self) -> list[tuple[int, str, str, str]]:
        """Number, name, leading department and a mark for each indicator, of each task."""
        marks = self.indicators["light"].map(MARKS).fillna("·")
        of_task = marks.groupby(self.indicators["task"]).agg(" ".join)
        return [
            (row.task, row.name_zh, row.lead or "", of_task.get(row.task, "里程碑"))
            for row in self.tasks.itertuples()
        ]

    def charts(self, choice: str) -> list[go.Figure]:
        """The lights of each theme; attainment against time; the widest gaps; green lights by month."""
        named = self.indicators.merge(self.themes, on="theme", suffixes=("", "_theme"))
        counted = named[named["is_counted"]].copy()
        counted["word"] = counted["light"].map(WORDS)
        colors = {WORDS[light]: color for light, color in COLORS.items()}
        bars = counted.groupby(["name_zh_theme", "word"]).size().rename("count").reset_index()
        lights = px.bar(
            bars, x="name_zh_theme", y="count", color="word", color_discrete_map=colors
        ).update_layout(title=f"各主题指标 · {choice}")
        pace = px.scatter(
            counted,
            x="expected_pct",
            y="attainment_pct",
            color="word",
            color_discrete_map=colors,
            hover_name="name_zh",
        ).update_layout(title=f"实现度与序时 · {choice}")
        widest = counted.nsmallest(20, "gap_points")
        gaps = px.bar(
            widest, x="gap_points", y="name_zh", color="name_zh_theme", orientation="h"
        ).update_layout(title=f"落后最多 · {choice}")
        months = self.months.merge(self.themes, on="theme")
        lines = px.line(months, x="month", y="green_pct", color="name_zh").update_layout(
            title=f"逐月正常占比 · {choice}"
        )
        return [figure.update_layout(height=320) for figure in (lights, pace, gaps, lines)]

    def table(self) -> pd.DataFrame:
        """One row per indicator, as readers see it."""
        rows = self.indicators
        return pd.DataFrame(
            {
                "编号": rows["indicator"],
                "指标": rows["name_zh"],
                "状态": rows["light"].map(WORDS).fillna("不计"),
                "完成值": rows["actual"],
                "目标值": rows["target"],
                "单位": rows["unit_zh"],
                "实现度": rows["attainment_pct"].round(1),
                "序时": rows["expected_pct"].round(1),
            }
        )


def load() -> Overview:
    """The overview, read from BENCH_DATA."""
    folder = Path(os.environ["BENCH_DATA"])
    names = ("themes", "tasks", "indicators", "months")
    return Overview(*(pd.read_parquet(folder / f"{name}.parquet") for name in names))
