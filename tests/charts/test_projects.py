"""What is said of projects: sums in the reader's units, the title of the board."""

from __future__ import annotations

import pandas as pd
import pytest

from hengyang.charts.project_words import board_finding, money


@pytest.mark.parametrize(
    ("wanyuan", "zh", "en"),
    [
        (3_404_000, "340.4 亿元", "CNY 34.04 billion"),
        (12_300, "1.2 亿元", "CNY 123 million"),
        (700, "700 万元", "CNY 7 million"),
        (14, "14 万元", "CNY 140,000"),
        (0.4, "4,000 元", "CNY 4,000"),
    ],
)
def test_a_sum_is_said_in_the_units_of_its_language(wanyuan, zh, en):
    assert (money(wanyuan, "zh"), money(wanyuan, "en")) == (zh, en)


def test_the_board_s_title_counts_every_project():
    projects = pd.DataFrame(
        {"stage": ["preparatory", "completed", None, None], "light": ["far_behind", *["met"] * 3]}
    )
    assert board_finding(projects, "zh") == (
        "4 个项目:前期 1、新开工 0、在建 0、竣工 1、未报送 2;红灯 1 个"
    )
    assert "2 not reported" in board_finding(projects, "en")
    assert "未报送" not in board_finding(projects.dropna(), "zh")
