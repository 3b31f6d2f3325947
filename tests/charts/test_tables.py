import xml.etree.ElementTree as ET

import pandas as pd
from markupsafe import Markup

from hengyang.charts.tables import TableColumn, history_table, html_table
from tests.charts.builders import history_of


def table(value, **column):
    columns = [TableColumn("a", "甲"), TableColumn("b", "乙", **column)]
    return html_table([{"a": "x", "b": value}], columns, "zh", caption="<表>")


def test_text_is_escaped_and_markup_stands():
    assert "&lt;i&gt;" in table("<i>")
    assert "<td><i>1</i></td>" in table(Markup("<i>1</i>"))
    assert "&lt;表&gt;" in table(1)


def test_what_is_missing_is_a_dash_and_never_zero():
    for missing in (None, float("nan"), pd.NA, pd.NaT):
        assert "<td>–</td>" in table(missing)
    assert "<td>0</td>" in table(0)


def test_a_sortable_column_has_a_button_and_cells_carry_their_values():
    html = table(("三", 3), is_sortable=True)
    assert 'data-sort="b"' in html
    assert 'data-value="3">三' in html


def test_the_history_is_newest_first_with_headed_rows():
    html = ET.fromstring(history_table(history_of(1, 2), "公里", "zh", caption="管廊"))
    assert [row.find("td").text for row in html.iter("tr") if row.find("td") is not None] == [
        "2",
        "1",
    ]
    assert all(head.get("scope") for head in html.iter("th"))


def test_an_empty_table_says_so():
    assert "没有记录" in html_table([], [TableColumn("a", "甲")], "zh", caption="空")
