"""Whose value an entry is, of which day and place, and who reports it; gathers what is wrong with that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hengyang.ingest.cells import key as comparable
from hengyang.ingest.cells import number
from hengyang.ingest.desk import Desk, in_both, in_words
from hengyang.ingest.drafts import (
    DAY,
    SUBJECT,
    Record,
    plain,
)
from hengyang.ingest.findings import Argument, Finding, finding
from hengyang.labels import words
from hengyang.schema import Comparability

if TYPE_CHECKING:
    from hengyang.ingest.recognise import Recognised

#: From this similarity on a name counts as nearly right.
_NEAR = 0.7
_IDENTIFIER = re.compile(r"[A-Za-z]\d{1,2}-M?\d+", re.IGNORECASE)
_UNKNOWN = {
    "observations": "unknown_indicator",
    "baselines": "unknown_indicator",
    "path_points": "unknown_indicator",
    "milestone_reports": "unknown_milestone",
    "narratives": "unknown_task",
}

_NAMED_IN = ("subject", "milestone", "task", "id")
#: Code → the columns where it is mended, the first of them that the table has; else the value's own.
_MENDED_IN: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("near_match", *_UNKNOWN.values(), "not_yours", "not_lead"), _NAMED_IN),
    "identity_changed": _NAMED_IN,
    "unknown_department": ("department",),
    "unknown_division": ("division",),
    **dict.fromkeys(
        ("no_period", "future", "unfinished", "outside_plan", "other_period"), ("period",)
    ),
    "evidence_missing": ("evidence",),
    "withdrawal_reason": ("reason",),
}


class Place:
    """One entry beside the plan; `found` gathers every fault of it."""

    def __init__(self, entry: dict[str, Any], table: Recognised, desk: Desk) -> None:
        self.entry, self.table, self.desk = entry, table, desk
        self.found: list[Finding] = []
        self.is_percent = False
        self.kind = table.table
        self.published: Record | None = None

    def _subject(self) -> str | None:
        text = self._text("subject_text") or self._text("id_text")
        subject = self.entry["subject"] or self.desk.confirmed.get(text)
        subjects = self.desk.subjects(self.kind)
        if subject is not None:
            subject = _task_number(subject) if self.kind == "narratives" else str(subject)
            if subject in subjects:
                self._same_identity(subject)
                return subject
        nearest = self.entry["suggestion"]
        if self.kind == "narratives" and nearest is not None:
            nearest = _task_number(nearest)
        code = _UNKNOWN[self.kind]
        offered = self.entry.get("candidates") or ((nearest,) if nearest else ())
        named = map(_task_number, offered) if self.kind == "narratives" else map(str, offered)
        candidates = tuple(one for one in named if one in subjects)
        if nearest not in subjects:
            self._add(code, suggestion="none", value=text)
            return None
        similarity = float(self.entry["similarity"] or 0.0)
        similarity = similarity / 100 if similarity > 1 else similarity
        name = self.desk.name_of(self.kind, str(nearest))
        if similarity >= _NEAR:
            percent = f"{similarity * 100:.0f}"
            others = [self.desk.name_of(self.kind, one) for one in candidates if one != nearest]
            also = (
                words("zh")("mark-separator").join(name[0] for name in others),
                words("en")("mark-separator").join(name[1] for name in others),
            )
            self._add(
                "near_match",
                suggestion=name,
                similarity=percent,
                others=also if others else "none",
                value=text,
            )
        else:
            self._add(code, suggestion=name, value=text)
        self.found[-1] = replace(self.found[-1], candidates=candidates)
        return None

    def _same_identity(self, subject: str) -> None:
        """Identifier and name have to be of one row of the plan; in our own template, word for word.

        A number in the column of identifiers is no identifier, and a department may call an indicator by a
        shorter name, as long as that is not another's.
        """
        entry, names = self.entry, self.desk.own_names(self.kind)
        written, name = self._text("id_text"), comparable(self._text("subject_text"))
        own = names.get(subject, frozenset())
        row = self.desk.subjects(self.kind)[subject]
        ours = (f"{subject} {row['name_zh']}", f"{subject} {row['name_en']}")
        theirs = None
        if _IDENTIFIER.fullmatch(written) and comparable(written) != comparable(subject):
            theirs = written
        elif written and name and self.kind != "narratives" and name not in own:
            is_anothers = any(name in others for others in names.values())
            if is_anothers or self.table.stamp is not None:
                theirs = self._text("subject_text")
        elif self.table.stamp is not None and self.kind == "observations":
            amount = number(entry.get("target_text"))
            targets = [row[column] for column in ("target", "target_low", "target_high")]
            if amount is not None and amount.value not in targets:
                theirs, ours = self._text("target_text"), in_words("target", row["target"])
        if theirs is not None:
            self._add("identity_changed", subject=subject, theirs=theirs, ours=ours, value=theirs)

    def _day(self, subject: str | None) -> date | None:
        day = plain(self.entry["reference_date"])
        if day is None and not self._text("period_text"):
            day = self.desk.period
        if self.kind == "baselines":
            return self._baseline_day(day, subject)
        if isinstance(day, date):
            # a target of a year is one of its end, in whatever month's report it stands
            return date(day.year, 12, 31) if self.kind == "path_points" else day
        self._add("no_period", value=self._text("period_text"))
        return None

    def _baseline_day(self, day: object, subject: str | None) -> date:
        """The baseline's own date; a month's report beside which it stands says nothing about it."""
        notice: date = self.desk.tables.plan.iloc[0]["notice_date"].date()
        if isinstance(day, date) and self._text("period_text") and day.year <= notice.year:
            return day
        published = self.desk.published("baselines").get((subject,))
        if published is not None and isinstance(published["baseline_date"], date):
            return published["baseline_date"]
        assumed = date(notice.year - 1, 12, 31)
        self._add("baseline_date_assumed", assumed=assumed)
        return assumed

    def _in_time(self, day: date) -> None:
        desk, today = self.desk, self.desk.today
        if day > today and self.kind != "path_points":
            has_begun = (day.year, day.month) == (today.year, today.month)
            self._add("unfinished" if has_begun else "future", today=today, value=day.isoformat())
        if self.kind == "baselines":
            return
        if not desk.first_day <= day <= desk.last_day:
            self._add(
                "outside_plan", value=day.isoformat(), first=desk.first_day, last=desk.last_day
            )
        elif (
            desk.period is not None
            and self.table.layout == "long"
            and self.kind != "path_points"
            and (day.year, day.month) != (desk.period.year, desk.period.month)
        ):
            self._add("other_period", period=f"{desk.period:%Y-%m}", value=day.isoformat())

    def _named(self, column: str, code: str, default: str | None) -> str | None:
        value = self.entry[column]
        if value is not None:
            return str(value)
        text = self._text(f"{column}_text")
        if text:
            self._add(code, value=text)
            return None
        return default

    def _responsible(self, subject: str, department: str | None) -> str | None:
        """Who reports: the department that the file is for, the row's own, or the first listed one."""
        task = self.desk.task_of(self.kind, subject)
        lead, mine = self.desk.lead_of(task), self.desk.department
        if mine is None:
            return department or lead
        is_listed = mine in self.desk.listed.get(task, ())
        if not is_listed or (mine != lead and self.kind != "narratives"):
            self._add(
                "not_lead" if is_listed else "not_yours",
                subject=self.desk.name_of(self.kind, subject),
                department=self.desk.name_of_department(mine),
                lead=self.desk.name_of_department(lead),
            )
        return mine

    def _identity(self, subject: str, day: date, division: str, department: str | None) -> Record:
        source = (
            in_both("finding-source-sheet", sheet=self.table.sheet)
            if self.desk.file_name is None
            else in_both("finding-source", file=self.desk.file_name, sheet=self.table.sheet)
        )
        record: Record = {
            SUBJECT[self.kind]: int(subject) if self.kind == "narratives" else subject,
            DAY[self.kind]: day,
            "department": department,
            "reported_on": self.desk.today,
            "is_simulated": self.desk.is_simulated,
        }
        if self.kind != "narratives":
            record |= {
                "source": source[0],
                "quote_zh": None,
                "reason": self._text("reason") or None,
            }
        if self.kind == "observations":
            record["division"] = division
        if self.kind in ("observations", "milestone_reports"):
            record["comparability"] = Comparability.SAME.value
        return record

    def _main(self) -> str:
        return "stage_text" if self.kind == "milestone_reports" else "value_text"

    def _is_blank(self) -> bool:
        if self.entry["is_formula_without_value"]:
            return False
        if self.kind in ("milestone_reports", "narratives"):
            return not self._text(self._main()) or bool(self.entry["is_not_reported"])
        return bool(self.entry["is_not_reported"])

    def _text(self, column: str) -> str:
        value = self.entry.get(column)
        return "" if value is None else str(value).strip()

    def _value_text(self) -> str | None:
        return self._text(self._main()) or None

    def _add(self, code: str, /, *, value: str | None = None, **arguments: Argument) -> None:
        """`value` is what the finding shows, where that is not the reported value."""
        # what stands in the cell that is pointed at: a name for a fault of the name
        is_of_name = _MENDED_IN.get(code) == _NAMED_IN
        named = self._text("subject_text") or self._text("id_text")
        text = value if value is not None else named if is_of_name else self._value_text()
        place = (self.table.sheet, self.entry["row"], self._column_of(code), text)
        self.found.append(finding(code, *place, **arguments))

    def _column_of(self, code: str) -> str | None:
        """The column that is to be mended: the name's, the period's …; else the value's."""
        letters = self.table.column_letters
        roles = _MENDED_IN.get(code, ())
        if code == "unit" and self._text("unit_text"):
            is_of_column = self._text("unit_text") == str(self.entry["value_unit"])
            roles = ("unit",) if is_of_column else ()
        if roles == _NAMED_IN and not self._text("subject_text"):
            roles = ("id",)
        found = next((letters[role] for role in roles if role in letters), None)
        return found or self.entry["column"]


def _task_number(text: object) -> str:
    digits = "".join(letter for letter in str(text) if letter.isdigit())
    return str(int(digits)) if digits else str(text)
