"""A finding: one fault of a file, where it stands in that file, and how to mend it, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hengyang.labels import words
from hengyang.schema import Language

Severity = Literal["error", "warning", "note"]

#: What fills a message: text, a number or a day (both written alike everywhere), or a name in (zh, en).
Argument = str | float | date | tuple[str, str]


@dataclass(frozen=True)
class Code:
    """A reason code: how grave it is unless said otherwise, and what its messages are filled with."""

    severity: Severity
    arguments: tuple[str, ...] = ()


#: Every reason code. An error blocks, a warning needs a tick, a note only tells.
CODES: Mapping[str, Code] = {
    "type": Code("error", ("wanted",)),
    "formula_without_value": Code("error"),
    "unit": Code("error", ("found", "wanted")),
    "percent_scale": Code("note", ("read_as",)),
    "mixed_scale": Code("warning", ("as_fraction",)),
    "out_of_range": Code("error", ("low", "high")),
    "approximate": Code("warning", ("taken",)),
    "unknown_indicator": Code("error", ("suggestion",)),
    "near_match": Code("error", ("suggestion", "similarity", "others")),
    "unknown_milestone": Code("error", ("suggestion",)),
    "unknown_task": Code("error", ("suggestion",)),
    "unknown_department": Code("error"),
    "unknown_division": Code("error"),
    "identity_changed": Code("error", ("subject", "theirs", "ours")),
    "not_yours": Code("error", ("subject", "department", "lead")),
    "not_lead": Code("warning", ("subject", "department", "lead")),
    "no_period": Code("error"),
    "future": Code("error", ("today",)),
    "unfinished": Code("warning", ("today",)),
    "outside_plan": Code("error", ("first", "last")),
    "baseline_date_assumed": Code("warning", ("assumed",)),
    "other_period": Code("warning", ("period",)),
    "duplicate": Code("error", ("subject", "first_sheet", "first_row")),
    "falling": Code("error", ("subject", "before", "before_date", "after", "after_date")),
    "jump": Code("warning", ("subject", "change", "low", "high")),
    "breakdown_mismatch": Code("warning", ("subject", "parts", "city", "missing")),
    "not_a_stage": Code("error", ("stages",)),
    "evidence_missing": Code("error"),
    "emptied": Code("note", ("subject", "published")),
    "withdrawal_reason": Code("error"),
    "nothing_to_withdraw": Code("warning", ("subject",)),
    "unknown_project": Code("error"),
    "project_incomplete": Code("error", ("missing",)),
    "project_taken_back": Code("error"),
    "taken_back_along": Code("warning", ("subject", "along")),
    "gate_incomplete": Code("error", ("missing",)),
    "gate_order": Code("error", ("gate", "before", "told")),
    "step_order": Code("error", ("position", "other", "day")),
    "carried_too_much": Code("error", ("planned",)),
    "unknown_choice": Code("error", ("allowed",)),
    "negative": Code("error"),
    "finish_before_start": Code("error", ("start", "finish")),
    "dates_contradict": Code("error", ("first", "second")),
    "stage_backwards": Code("error", ("before", "after")),
    "same_name": Code("warning", ("other",)),
    "unknown_respondent": Code("error"),
    "unknown_reply": Code("error"),
    "row_incomplete": Code("error", ("missing",)),
    "reply_too_early": Code("error", ("asked",)),
    "checked_too_early": Code("error", ("due",)),
    "unknown_clause": Code("error"),
    "not_verbatim": Code("error", ("clause",)),
    "not_unique": Code("error", ("clause", "times")),
    "decision_reason": Code("error"),
    "decided_text": Code("error"),
    "decided_too_early": Code("error", ("replied",)),
    "two_decisions": Code("error", ("before", "after")),
    "unknown_commitment": Code("error"),
    "answered_too_early": Code("error", ("asked",)),
    "listed_in_another_year": Code("error", ("year",)),
    "still_named": Code("error", ("other",)),
    "older_release": Code("warning", ("made_from", "release", "base", "theirs", "now")),
    "overtaken": Code("note", ("made_from", "release", "base", "now")),
    "older_template": Code("warning", ("made_from", "release")),
    "other_workspace": Code("error", ("theirs", "ours")),
    "unknown_release": Code("error", ("made_from", "release")),
}


@dataclass(frozen=True)
class Finding:
    """One fault. `row` (from 1) and `column` (a letter) are as in the analyst's own file; None: the sheet."""

    sheet: str
    row: int | None
    column: str | None
    code: str
    value: str | None = None
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    severity: Severity = "error"
    candidates: tuple[str, ...] = ()  # identifiers that a nearly right name may mean

    def message(self, language: Language) -> str:
        """What is wrong."""
        return self._said("finding", language)

    def mend(self, language: Language) -> str:
        """What the analyst can do about it."""
        return self._said("mend", language)

    def as_dict(self) -> dict[str, object]:
        """The finding as the command line prints it; each message ends with how to mend.

        Of a name that is only nearly right also `candidates`.
        """
        offered = {"candidates": list(self.candidates)} if self.candidates else {}
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "code": self.code,
            "severity": self.severity,
            "value": self.value,
            "message_zh": f"{self.message('zh')}{self.mend('zh')}",
            "message_en": f"{self.message('en')} {self.mend('en')}",
            **offered,
        }

    def _said(self, kind: str, language: Language) -> str:
        filled = {name: _written(value, language) for name, value in self.arguments.items()}
        return words(language)(f"{kind}-{self.code}", value=self.value or "", **filled)


def finding(
    code: str,
    sheet: str,
    row: int | None = None,
    column: str | None = None,
    value: object = None,
    /,
    **arguments: Argument,
) -> Finding:
    """A finding of a declared code with its usual severity.

    Raises: ValueError when the arguments are not those that the code's messages need; a bug.
    """
    declared = CODES[code]
    if set(arguments) != set(declared.arguments):
        raise ValueError(f"{code} takes {declared.arguments}, not {tuple(arguments)}")
    text = None if value is None else str(value)
    return Finding(sheet, row, column, code, text, arguments, declared.severity)


def blocks(findings: Iterable[Finding]) -> bool:
    """Whether one of them is an error."""
    return any(found.severity == "error" for found in findings)


def figure(value: float) -> str:
    """A number with all its digits: a finding about 15.004 must not speak of 15.

    >>> figure(15.004), figure(20000.0), figure(0.1 + 0.2)
    ('15.004', '20,000', '0.3')
    """
    return f"{value:,.12g}" if abs(value) < 1e12 else f"{value:.6g}"


def _written(value: Argument, language: Language) -> str:
    if isinstance(value, tuple):
        return value[0] if language == "zh" else value[1]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return figure(float(value))
    return value
