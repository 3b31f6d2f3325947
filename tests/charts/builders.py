"""Rows and frames for the tests of charts."""

import pandas as pd

AS_OF = pd.Timestamp("2019-05-31").date()


def light_row(**values: object) -> pd.Series:
    row = {
        "light": "behind",
        "actual": None,
        "reference_date": pd.NaT,
        "target": None,
        "target_low": None,
        "target_high": None,
        "aim": None,
        "deadline": pd.Timestamp("2020-12-31"),
        "expected_value": None,
        "forecast_value": None,
        "forecast_low": None,
        "forecast_high": None,
    }
    return pd.Series({**row, **values}, dtype="object")


def history_of(*values: float | None) -> pd.DataFrame:
    days = pd.date_range("2017-09-30", periods=len(values), freq="ME")
    return pd.DataFrame(
        {
            "reference_date": days,
            "value": pd.Series(values, dtype="float64"),
            "reported_on": days + pd.Timedelta(days=4),
            "source": "report",
        }
    )


def path_of(*values: float) -> pd.DataFrame:
    days = pd.to_datetime(["2017-09-18", "2020-12-31"])[: len(values)]
    return pd.DataFrame({"date": days, "expected_value": list(values)})


def plan_row(
    target: float | None = 50.0,
    *,
    comparator: str = "=",
    unit: str = "公里",
    name: str = "管廊",
    target_low: float | None = None,
    target_high: float | None = None,
) -> pd.Series:
    """A row of the indicators table."""
    return pd.Series(
        {
            "target": target,
            "target_low": target_low,
            "target_high": target_high,
            "comparator": comparator,
            **{f"unit_{language}": unit for language in ("zh", "en")},
            **{f"name_{language}": name for language in ("zh", "en")},
        },
        dtype="object",
    )
