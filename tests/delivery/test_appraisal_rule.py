"""The rule's file: every fault at once, and nothing of a faulty file is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from hengyang.delivery import published_rule
from hengyang.delivery.appraisal_rule import RULE_SETTING, RuleNotUsable, rule_of
from tests.delivery.appraisals import PUBLISHED


def faults(text: str) -> tuple[str, ...]:
    with pytest.raises(RuleNotUsable) as refused:
        rule_of(text.encode(), "rule.toml")
    return refused.value.faults


def test_every_fault_is_said_at_once() -> None:
    text = (
        PUBLISHED.replace("nearly = 80", "nearly = 101")
        .replace("late = 50", 'late = "half"')
        .replace("least_items = 10", "least_items = 2.5")
        .replace("annual = 2\n", "")
        .replace("[sensitivity]", "[surprise]\n[sensitivity]")
        .replace("version = 1", "version = true")
    )
    found = " ".join(faults(text))
    named = ("progress.nearly", "punctuality.late", "ranking.least_items", "due_months.annual")
    assert all(name in found for name in (*named, "surprise", "version"))


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        ("behind = 40", "behind = 90", "progress.behind > progress.nearly"),
        ("missing = 0", "missing = 0\nnever = 1", "punctuality.never ?"),
        ("within_points = 10", "within_points = 9", "sensitivity.within_points"),
        ("lead = 1.0", "lead = nan", "roles.lead"),
        ("progress = 40\npunctuality = 20\nquality = 20\ncases = 20",
         "progress = 0\npunctuality = 0\nquality = 0\ncases = 0", "weights: 0"),
        ("[weights]", "[weights", "Expected ']'"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_rule_is_refused(written: str, instead: str, fault: str) -> None:
    text = PUBLISHED.replace(written, instead, 1)
    (found,) = faults(text)
    assert fault in found


def test_an_office_may_set_a_rule_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(PUBLISHED.replace("progress = 40", "progress = 70"), encoding="utf-8")
    monkeypatch.setenv(RULE_SETTING, str(own))
    assert published_rule().weights["progress"] == 70
    monkeypatch.setenv(RULE_SETTING, str(tmp_path / "none.toml"))
    with pytest.raises(RuleNotUsable):
        published_rule()
