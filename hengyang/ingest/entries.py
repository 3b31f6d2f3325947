"""One entry of a recognised table, held against the plan: a draft of a row, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from hengyang.ingest.cells import Amount, clean, is_not_reported, number, to_unit
from hengyang.ingest.cells import key as comparable
from hengyang.ingest.desk import Desk, in_both, in_words
from hengyang.ingest.drafts import (
    CONTENT,
    DAY,
    SUBJECT,
    Draft,
    Record,
    key_of,
    plain,
    same,
)
from hengyang.ingest.findings import Argument, Finding, figure, finding
from hengyang.ingest.vocabulary import spellings
from hengyang.labels import words
from hengyang.schema import (
    WHOLE_CITY,
    Comparability,
    MilestoneRule,
    Rule,
    Stage,
)

if TYPE_CHECKING:
    from hengyang.ingest.recognise import Recognised

#: From this similarity on a name counts as nearly right.
_NEAR = 0.7
_IDENTIFIER = re.compile(r"[A-Za-z]\d{1,2}-M?\d+", re.IGNORECASE)
_STANDING = (Stage.HELD, Stage.BREACHED)
_UNKNOWN = {
    "observations": "unknown_indicator",
    "baselines": "unknown_indicator",
    "path_points": "unknown_indicator",
    "milestone_reports": "unknown_milestone",
    "narratives": "unknown_task",
}


def drafts_of(table: Recognised, desk: Desk) -> tuple[list[Draft], list[Finding]]:
    """The drafts of a recognised table, faulty ones marked, and everything found in single rows."""
    found: list[Finding] = []
    drafts: list[Draft] = []
    has_percent = False
    for entry in _records(table):
        reader = _Entry(entry, table, desk)
        draft = reader.draft()
        found += reader.found
        has_percent |= reader.is_percent
        if draft is not None:
            draft.is_faulty = any(problem.severity == "error" for problem in reader.found)
            drafts.append(draft)
    is_plain = table.percent_as == "percent" and table.stamp is not None
    if table.percent_as is not None and has_percent and not is_plain:
        found.append(finding("percent_scale", table.sheet, read_as=table.percent_as))
    return drafts, found


class _Entry:
    """Reads one entry; `found` gathers every fault of it."""

    def __init__(self, entry: dict[str, Any], table: Recognised, desk: Desk) -> None:
        self.entry, self.table, self.desk = entry, table, desk
        self.found: list[Finding] = []
        self.is_percent = False
        self.kind = table.table
        self.published: Record | None = None

    def draft(self) -> Draft | None:
        subject = self._subject()
        day = self._day()
        division = self._named("division", "unknown_division", WHOLE_CITY)
        department = self._named("department", "unknown_department", None)
        if subject is not None:
            department = self._responsible(subject, department)
        record: Record = {}
        if subject is not None and day is not None and division is not None:
            record = self._identity(subject, day, division, department)
            self.published = self.desk.published(self.kind).get(key_of(self.kind, record))
        published = self.published
        content: Record = {}
        is_withdrawal = self._text(self._main()).casefold() in spellings("withdrawn")
        if is_withdrawal and not self._text("reason"):
            self._add("withdrawal_reason")
        elif not is_withdrawal:
            content = self._content(subject)
        if not is_withdrawal and self._is_blank():
            # a row without any value reports nothing, so nothing in it can be wrong
            self.found = []
            if subject is not None and published is not None:
                self._emptied(subject, published)
            return None
        if subject is None or day is None or not record:
            return None
        if is_withdrawal and published is None:
            subject_name = self.desk.name_of(self.kind, subject)
            self._add("nothing_to_withdraw", subject=subject_name)
            return None
        kept = self._kept(content, published)
        draft = Draft(
            self.kind,
            key_of(self.kind, record),
            record | content,
            self.table.sheet,
            self.entry["row"],
            self.entry["column"],
            self._value_text(),
            published,
            is_withdrawal,
            kept=kept,
        )
        if draft.is_changed:
            self._in_time(day)
            if self.kind == "milestone_reports" and not is_withdrawal:
                self._evidence(draft.record)
        else:
            # what is published already needs no second confirmation
            self.found = [found for found in self.found if found.severity == "error"]
        return draft

    # -- whose, of which day -------------------------------------------------------------------------

    def _subject(self) -> str | None:
        text = self._text("subject_text")
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
        if nearest not in subjects:
            self._add(code, suggestion="none", value=text)
            return None
        similarity = float(self.entry["similarity"] or 0.0)
        similarity = similarity / 100 if similarity > 1 else similarity
        name = self.desk.name_of(self.kind, str(nearest))
        if similarity >= _NEAR:
            percent = f"{similarity * 100:.0f}"
            self._add("near_match", suggestion=name, similarity=percent, value=text)
        else:
            self._add(code, suggestion=name, value=text)
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

    def _day(self) -> date | None:
        day = plain(self.entry["reference_date"])
        if day is None and not self._text("period_text"):
            day = self.desk.period
        if isinstance(day, date):
            return day
        self._add("no_period", value=self._text("period_text"))
        return None

    def _in_time(self, day: date) -> None:
        desk, today = self.desk, self.desk.today
        if day > today:
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

    # -- what is reported ----------------------------------------------------------------------------

    def _content(self, subject: str | None) -> Record:
        if self.entry["is_formula_without_value"]:
            self._add("formula_without_value")
            return {}
        if self._is_blank():
            return {}
        if self.kind == "milestone_reports":
            return self._stage(subject)
        if self.kind == "narratives":
            text = self._as_published("text_zh", self._text(self._main()))
            return {"text_zh": text, "text_en": None}
        value = self._value(subject)
        return {} if value is None else {"value": value}

    def _value(self, subject: str | None) -> float | None:
        entry = self.entry
        if entry["value"] is None:
            self._add("type", wanted=in_both("finding-wanted-number"))
            return None
        if subject is None:
            return None
        row = self.desk.indicators[subject]
        wanted = str(row["unit_zh"])
        written = entry["value_unit"] or None
        if written is not None and str(written).casefold() == str(row["unit_en"]).casefold():
            written = wanted
        percent_as = entry.get("percent_as")
        if percent_as is not None:
            self.is_percent = True
            # its unit says what the column is about, not how the figure is written
            written = None if percent_as == "fraction" else written
            if self.published is not None and same(entry["value"], self.published["value"]):
                percent_as = "percent"
        amount = Amount(float(entry["value"]), written)
        value = to_unit(amount, wanted, percent_as=percent_as)
        if value is None:
            units = (wanted, str(row["unit_en"]))
            self._add("unit", found=str(written), wanted=units)
            return None
        value = round(value, 9)
        if entry["is_approximate"] or entry["is_at_least"] or entry.get("is_at_most"):
            self._add("approximate", taken=value)
        self._in_range(value, row)
        return value

    def _in_range(self, value: float, row: Record) -> None:
        is_percent = row["unit_zh"] == "%"
        # zero growth is a percentage, too, and growth may be negative
        is_growth = is_percent and row["rule"] == Rule.CAP and row["target"] == 0
        low, high = (-100.0 if is_growth else 0.0), (100.0 if is_percent else float("inf"))
        if not low <= value <= high:
            upper = "∞" if high == float("inf") else figure(high)
            self._add("out_of_range", low=low, high=upper, value=self._value_text())

    def _stage(self, subject: str | None) -> Record:
        stage = self.entry["stage"]
        is_standing = (
            subject is not None
            and self.desk.milestones[subject]["rule"] == MilestoneRule.STANDING.value
        )
        allowed = [
            stage for stage in Stage if subject is None or (stage in _STANDING) == is_standing
        ]
        if stage not in [str(one) for one in allowed]:
            names = tuple(
                words(language)("finding-list-separator").join(
                    words(language)(f"stage-{one.value}") for one in allowed
                )
                for language in ("zh", "en")
            )
            self._add("not_a_stage", stages=(names[0], names[1]), value=self._text("stage_text"))
            return {}
        due = plain(self.entry["next_stage_due"])
        due_text = self._text("next_stage_due_text")
        if due is None and not is_not_reported(due_text):
            self._add("type", wanted=in_both("finding-wanted-day"), value=due_text)
        return {
            "stage": str(stage),
            "next_stage_due": due,
            "evidence": self._as_published("evidence", self._text("evidence")),
        }

    def _as_published(self, column: str, text: str) -> str | None:
        """The published text, where the file's differs only by what reading evens out: widths, spaces."""
        published = None if self.published is None else self.published[column]
        if isinstance(published, str) and clean(published) == clean(text):
            return published
        return text or None

    def _evidence(self, record: Record) -> None:
        if record.get("stage") == Stage.DONE.value and not record.get("evidence"):
            self._add("evidence_missing", value=self._text("stage_text"))

    def _kept(self, content: Record, published: Record | None) -> tuple[str, ...]:
        """Fills in what the file has no column for from what is published."""
        if published is None or not content:
            return ()
        columns = self.table.columns
        kept = []
        for name in CONTENT[self.kind]:
            if name in (self._main(), "value", "stage", "text_zh", "baseline_date"):
                continue
            if name not in columns and content.get(name) is None:
                if name == "text_en" and content["text_zh"] != published["text_zh"]:
                    continue  # a translation of another text is none
                content[name] = published[name]
                kept.append(name)
        return tuple(kept)

    def _emptied(self, subject: str, published: Record) -> None:
        name = CONTENT[self.kind][0]
        value = in_words(name, published[name])
        self._add("emptied", subject=self.desk.name_of(self.kind, subject), published=value)

    # -- the entry -----------------------------------------------------------------------------------

    def _main(self) -> str:
        return "stage_text" if self.kind == "milestone_reports" else "value_text"

    def _is_blank(self) -> bool:
        if self.entry["is_formula_without_value"]:
            return False
        if self.kind == "milestone_reports":
            return not self._text("stage_text") or bool(self.entry["is_not_reported"])
        return bool(self.entry["is_not_reported"])

    def _text(self, column: str) -> str:
        value = self.entry.get(column)
        return "" if value is None else str(value).strip()

    def _value_text(self) -> str | None:
        return self._text(self._main()) or None

    def _add(self, code: str, /, *, value: str | None = None, **arguments: Argument) -> None:
        """`value` is what the finding shows, where that is not the reported value."""
        text = self._value_text() if value is None else value
        place = (self.table.sheet, self.entry["row"], self.entry["column"], text)
        self.found.append(finding(code, *place, **arguments))


def _records(table: Recognised) -> Iterator[dict[str, Any]]:
    frame = table.entries
    columns = {}
    for name in frame.columns:
        column = frame[name].astype("object")
        columns[str(name)] = column.where(column.notna(), None).tolist()
    for values in zip(*columns.values(), strict=True):
        yield dict(zip(columns, values, strict=True))


def _task_number(text: object) -> str:
    digits = "".join(letter for letter in str(text) if letter.isdigit())
    return str(int(digits)) if digits else str(text)
