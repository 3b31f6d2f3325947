"""Numbers as a reader meets them: the same one reads the same wherever it stands."""

import pandas as pd
import pytest

from hengyang.charts.indicator import value_line
from hengyang.charts.quantities import finding
from hengyang.progress import reason
from hengyang.schema import Tables
from tests.charts.builders import history_of, light_row, path_of, plan_row
from tests.charts.test_trend import drawn, written

#: Asked for the reporter's name alone, and nobody has reported here.
TABLES = Tables("demo", 1, {})


@pytest.mark.parametrize(
    ("value", "read"), [(1234.56, "1,235"), (3.333, "3.3"), (25.0, "25.0"), (99.96, "99.96")]
)
def test_an_expected_value_reads_the_same_on_the_card_its_chart_and_in_the_reason(value, read):
    row = light_row(
        **{"indicator": "T05-3", "rule": "reach", "override_reason": None},
        **{"actual": value / 2, "reference_date": pd.Timestamp("2019-05-31"), "source": None},
        **{"expected_value": value, "target": value * 2, "aim": value * 2},
        **{"gap_points": -25.0, "margin": None, "reported_on": pd.NaT},
    )
    plan = plan_row(value * 2, unit="")
    path = path_of(0, value * 2)
    assert value_line(row, plan, TABLES, "en").startswith(f"expected {read} · ")
    assert f"{read} expected" in finding(row, plan, "en")
    assert f"Expected {read}" in written(drawn(row, history_of(0, value / 2), path, "", "en"))
    assert f", expected {read};" in reason(row, "en")
