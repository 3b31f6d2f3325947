"""The growth report: shares are taken turn by turn, aims are held, README shows the run that docs/ keeps."""

from __future__ import annotations

import json

import pytest

from tests.measure import growth_report


def run(*, cold: list[float], late: float) -> dict[str, object]:
    """A run at 1 and 3 plans whose cold reads took so long at 3, pyarrow always 10 ms; late: the last ten months."""
    at = {name: [10.0, 10.0, 10.0] for name, _ in growth_report._ROWS}
    facts = {"rows": [7.0] * 3}
    rollup = {"plans": 3, "workers": 2, "alone_s": 2.0, "alone_mb": 300.0, "workers_s": 1.0}
    return {
        "scale": 1.0,
        "cores": 2,
        "counts": [1, 3],
        "at": {"1": {**at, **facts}, "3": {**at, **facts, "cold_read_ms": cold}},
        "publish_ms": [[100.0] * 50 + [late] * 10],
        "rollup": {**rollup, "worker_mb": [200.0, 201.0], "limit": "1GiB"},
    }


@pytest.mark.parametrize(
    ("cold", "late", "said"),
    [
        ([29, 90, 30], 130, ["3.00 × | ≤ 3 × | reached", "1.30 × | ≤ 1.3 × | reached"]),
        ([31, 90, 31], 131, ["3.10 × | ≤ 3 × | **not**", "1.31 × | ≤ 1.3 × | **not**"]),
    ],
)
def test_an_aim_is_held_by_the_median_of_turns_and_of_the_last_months(
    cold: list[float], late: float, said: list[str]
) -> None:
    table = growth_report.table(run(cold=cold, late=late))
    assert all(words in table for words in said), table


def test_readme_shows_the_run_that_docs_keeps() -> None:
    kept = growth_report.DOCS / growth_report.JSON
    readme = (growth_report.ROOT / "README.md").read_text(encoding="utf-8")
    if not kept.exists():
        assert growth_report.placed(readme, run(cold=[1, 1, 1], late=1)) != readme
        return
    assert growth_report.placed(readme, json.loads(kept.read_text(encoding="utf-8"))) == readme
