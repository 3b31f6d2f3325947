"""Small frames and releases for the tests of the store."""

from datetime import UTC, datetime

import pandas as pd

from hengyang.store import Store

PUBLISHED_AT = datetime(2019, 6, 8, 2, tzinfo=UTC)


def observations(*cells: tuple[str, str, float], is_simulated: bool = False) -> pd.DataFrame:
    """Values by indicator and day: observations(("T05-3", "2019-05-31", 15.0))."""
    return pd.DataFrame(
        [
            {
                "indicator": indicator,
                "division": "430400",
                "reference_date": pd.Timestamp(day),
                "value": float(value),
                "comparability": "same",
                "source": "a report",
                "quote_zh": None,
                "department": None,
                "reported_on": pd.Timestamp("2019-06-03"),
                "reason": None,
                "is_simulated": is_simulated,
            }
            for indicator, day, value in cells
        ]
    )


def keys(*cells: tuple[str, str]) -> pd.DataFrame:
    """The keys of city-wide values: keys(("T05-3", "2019-05-31"))."""
    return pd.DataFrame(
        [
            {
                "indicator": indicator,
                "division": "430400",
                "reference_date": pd.Timestamp(day),
                "comparability": "same",
            }
            for indicator, day in cells
        ]
    )


def narratives(task: int, text: str) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "task": task,
                "department": "commerce",
                "reference_date": pd.Timestamp("2019-05-31"),
                "text_zh": text,
                "reported_on": pd.Timestamp("2019-06-03"),
                "is_simulated": False,
            }
        ]
    )


def divisions(*names: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [{"division": code, "name_zh": name, "name_en": name} for code, name in names]
    )


def released(store: Store, submission: str, frames: dict, **more: object) -> int:
    """Append and publish on the newest release."""
    return store.submit_and_publish(
        submission,
        frames,
        actor="tester",
        reason="a test",
        published_at=PUBLISHED_AT,
        **more,  # type: ignore[arg-type]
    )


def publish(store: Store, submission: str, base: int) -> int:
    return store.publish(submission, base, "tester", "a test", PUBLISHED_AT)


def value(store: Store, release: int | None = None) -> float | None:
    """The only observation's value at a release; None when there is none."""
    found = store.read(release).observations["value"]
    assert len(found) <= 1
    return None if found.empty else float(found.iloc[0])
