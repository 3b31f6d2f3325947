"""The published rule of the departments' appraisal and of the days on which reports are due: read from a file, checked whole."""

from __future__ import annotations

import math
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from hengyang.errors import PlanError
from hengyang.schema import Frequency

#: The environment setting that names another file of the same shape.
RULE_SETTING = "HENGYANG_ASSESSMENT_RULE"
PUBLISHED_RULE = Path(__file__).with_name("appraisal_rule.toml")
#: What a department is judged by, in the order of the weights.
COMPONENTS = ("progress", "punctuality", "quality", "cases")

_PERCENT, _POINTS = (0.0, 100.0), (0.0, 1000.0)
_COLOURED = ("met", "on_track", "nearly", "behind", "far_behind", "overdue")
#: Section → name → lowest and highest that is allowed.
_ALLOWED: Mapping[str, Mapping[str, tuple[float, float]]] = {
    "weights": dict.fromkeys(COMPONENTS, _POINTS),
    "roles": dict.fromkeys(("lead", "support"), (0.0, 10.0)),
    "progress": dict.fromkeys(_COLOURED, _PERCENT),
    "punctuality": dict.fromkeys(("on_time", "late", "missing"), _PERCENT),
    "quality": dict.fromkeys(("clean", "warned", "corrected", "no_evidence"), _PERCENT),
    "cases": {
        **dict.fromkeys(
            ("closed_on_time", "closed_late", "repeated_at_most", "overdue", "unanswered"), _PERCENT
        ),
        "reply_within_days": (1.0, 366.0),
    },
    "ranking": {
        "least_components": (1.0, 4.0),
        "least_items": (1.0, 10_000.0),
        "least_known_pct": _PERCENT,
    },
    "sensitivity": {"within_points": (1.0, 50.0), "step_points": (1.0, 50.0)},
    "due_months": dict.fromkeys(map(str, Frequency), (0.0, 12.0)),
    "due_day": dict.fromkeys(map(str, Frequency), (1.0, 28.0)),
    "calendar": {"upcoming_days": (1.0, 366.0)},
}
#: Whole numbers only.
_WHOLE = ("ranking", "sensitivity", "due_months", "due_day", "calendar")
#: Better must never bring less: each credit is at least the next one.
_FALLING: Mapping[str, tuple[str, ...]] = {
    "roles": ("lead", "support"),
    "progress": _COLOURED[:-1],
    "punctuality": ("on_time", "late", "missing"),
    "quality": ("clean", "warned"),
    "cases": ("closed_on_time", "closed_late", "overdue"),
}


class RuleNotUsable(PlanError):
    """The rule's file has faults; `faults` names every one of them."""

    key = "appraisal-error-rule"

    def __init__(self, path: str, faults: tuple[str, ...]) -> None:
        super().__init__(path=path, count=str(len(faults)), faults="; ".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class AppraisalRule:
    """The rule as checked: sections of names and numbers, in the order of the file.

    Credits are percent, weights points of which only the proportions count.
    """

    version: int
    sections: tuple[tuple[str, tuple[tuple[str, float], ...]], ...]

    def section(self, name: str) -> dict[str, float]:
        """One section: name → number."""
        return dict(dict(self.sections)[name])

    def whole(self, section: str, name: str) -> int:
        """One number that can only be whole."""
        return int(self.section(section)[name])

    @property
    def weights(self) -> dict[str, float]:
        """Component → its published weight."""
        return self.section("weights")


def published_rule() -> AppraisalRule:
    """The rule that HENGYANG_ASSESSMENT_RULE names, else the one that is published. Raises: RuleNotUsable."""
    path = Path(os.environ.get(RULE_SETTING, "").strip() or PUBLISHED_RULE)
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise RuleNotUsable(path.name, (error.strerror or type(error).__name__,)) from error


@cache
def _read(path: Path, _changed_at: int) -> AppraisalRule:
    return rule_of(path.read_bytes(), path.name)


def rule_of(content: bytes, name: str) -> AppraisalRule:
    """The rule that a file's bytes hold. Raises: RuleNotUsable with every fault at once."""
    try:
        found = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleNotUsable(name, (str(error),)) from error
    faults = [f"{key} ?" for key in found if key not in {"version", *_ALLOWED}]
    version = found.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        faults.append(f"version = {_shown(version)} (1 …)")
    sections = []
    for section, allowed in _ALLOWED.items():
        given = found.get(section)
        if not isinstance(given, dict):
            faults.append(f"[{section}] = {_shown(given)}")
            continue
        faults += [f"{section}.{key} ?" for key in given if key not in allowed]
        numbers = {}
        for key, (low, high) in allowed.items():
            value = given.get(key)
            if _is_allowed(value, low, high, is_whole=section in _WHOLE):
                numbers[key] = float(value)  # type: ignore[arg-type]
            else:
                faults.append(f"{section}.{key} = {_shown(value)} ({low:g} … {high:g})")
        faults += _rising(section, numbers)
        sections.append((section, tuple(numbers.items())))
    faults += _between(dict(sections))
    if faults:
        raise RuleNotUsable(name, tuple(faults))
    assert isinstance(version, int)
    return AppraisalRule(version, tuple(sections))


def _shown(value: object) -> str:
    return "–" if value is None else repr(value)[:40]


def _is_allowed(value: object, low: float, high: float, *, is_whole: bool) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return False
    return low <= value <= high and (not is_whole or value == int(value))


def _rising(section: str, numbers: Mapping[str, float]) -> list[str]:
    names = [name for name in _FALLING.get(section, ()) if name in numbers]
    return [
        f"{section}.{worse} > {section}.{better}"
        for better, worse in pairwise(names)
        if numbers[worse] > numbers[better]
    ]


def _between(sections: Mapping[str, tuple[tuple[str, float], ...]]) -> list[str]:
    """What only two numbers together can be wrong about."""
    weights = dict(sections.get("weights", ()))
    faults = []
    if weights and not sum(weights.values()) > 0:
        faults.append("weights: 0")
    moved = dict(sections.get("sensitivity", ()))
    if len(moved) == len(_ALLOWED["sensitivity"]) and moved["within_points"] % moved["step_points"]:
        faults.append("sensitivity.within_points % sensitivity.step_points ≠ 0")
    return faults
