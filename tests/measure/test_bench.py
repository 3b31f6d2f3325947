"""The benchmark's report: shares are taken round by round, aims are held, README shows the run that docs/ keeps."""

from __future__ import annotations

import json
import math

import pytest

from benchmarks import report
from benchmarks.report import NAIVE, OURS, Row, Run


def run(**figures: dict[str, list[float]]) -> Run:
    """A run of ours and naive Streamlit: figure → {"ours": samples, "naive": samples}."""
    samples = {OURS: {}, NAIVE: {}}
    for name, found in figures.items():
        samples[OURS][name], samples[NAIVE][name] = found["ours"], found["naive"]
    return Run(repeats=3, rounds=1, cores=2, samples=samples)


def test_a_share_is_the_median_of_rounds_not_the_ratio_of_medians() -> None:
    found = run(filter={"ours": [1, 100, 2], "naive": [10, 1000, 4]})
    assert found.share(Row("filter", "filter")) == pytest.approx(0.1)


@pytest.mark.parametrize(("ours", "is_reached"), [([50, 50, 50], True), ([51, 51, 51], False)])
def test_an_aim_is_reached_at_its_share_and_missed_above_it(
    ours: list[float], is_reached: bool
) -> None:
    found = run(switch={"ours": ours, "naive": [100, 100, 100]})
    assert found.is_reached(Row("switch", "switch", against=NAIVE, aim=0.5)) is is_reached


@pytest.mark.parametrize(("ours", "is_reached"), [(110.0, True), (130.0, False)])
def test_an_aim_below_an_empty_page_is_held_to_that_page(ours: float, is_reached: bool) -> None:
    found = run(memory={"ours": [ours], "naive": [150.0]})
    row = Row("memory", "memory", "MB", against=NAIVE, aim=0.5)
    found.samples[report.FLOOR] = {"memory": [100.0]}  # type: ignore[index]
    assert found.is_reached(row) is is_reached
    found.samples[report.FLOOR]["memory"] = [70.0]  # type: ignore[index]
    assert found.is_reached(row) is False


def test_who_did_not_answer_is_no_yardstick_of_zero() -> None:
    found = run(p95={"ours": [400.0], "naive": [math.inf]})
    assert found.share(Row("p95", "p95", against=NAIVE)) == 0
    assert "no answer" in report.cell(found.of_contender(NAIVE, "p95"), "ms")


def test_the_table_says_what_was_missed() -> None:
    found = run(**{"50 sessions p95": {"ours": [90.0], "naive": [100.0]}})
    row = next(line for line in report.table(found).splitlines() if "50 sessions, p95" in line)
    assert row.endswith("| 0.90 × naive | ≤ 0.1 × | **not** |")


def test_readme_shows_the_run_that_docs_keep() -> None:
    kept = report.DOCS / report.JSON
    if not kept.exists():
        pytest.skip("no run kept")
    found = Run.of(json.loads(kept.read_text(encoding="utf-8")))
    readme = (report.ROOT / "README.md").read_text(encoding="utf-8")
    assert report.placed(readme, found) == readme
    assert (report.DOCS / report.SVG).read_text(encoding="utf-8") == report.picture(found)
