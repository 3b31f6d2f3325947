"""One entry of a recognised table, held against the plan: a draft of a row, or what is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hengyang.ingest.cells import Amount, clean, is_not_reported, to_unit
from hengyang.ingest.desk import Desk, in_both, in_words
from hengyang.ingest.drafts import (
    CONTENT,
    Draft,
    Key,
    Record,
    key_of,
    plain,
    same,
)
from hengyang.ingest.findings import Finding, figure, finding
from hengyang.ingest.rows_done import RowsDone
from hengyang.ingest.values import is_like_a_fraction
from hengyang.ingest.vocabulary import spellings
from hengyang.ingest.whose import Place
from hengyang.labels import words
from hengyang.schema import (
    WHOLE_CITY,
    MilestoneRule,
    Rule,
    Stage,
)

if TYPE_CHECKING:
    from hengyang.ingest.recognise import Recognised

_STANDING = (Stage.HELD, Stage.BREACHED)


def drafts_of(table: Recognised, desk: Desk, done: RowsDone) -> tuple[list[Draft], list[Finding]]:
    """The drafts of a recognised table, faulty ones marked, and everything found in single rows."""
    found: list[Finding] = []
    drafts: list[Draft] = []
    ways: dict[str, set[str]] = {}  # how percentages were read → in which columns
    told: set[tuple[object, ...]] = set()
    for entry in _records(table):
        done.one_more()
        reader = _Entry(entry, table, desk)
        draft = reader.draft()
        found += [problem for problem in reader.found if _is_first(problem, told)]
        if reader.is_percent:
            ways.setdefault(str(entry["percent_as"]), set()).add(str(entry["column"]))
        if draft is not None:
            draft.is_faulty = any(problem.severity == "error" for problem in reader.found)
            drafts.append(draft)
    if table.stamp is None or "fraction" in ways:
        for way, columns in ways.items():
            # said of the sheet where all of its columns were read alike, else of each
            is_of_sheet = len(ways) == 1 and len(columns) > 1
            found += [
                finding("percent_scale", table.sheet, None, column, read_as=way)
                for column in ([None] if is_of_sheet else sorted(columns))
            ]
    return drafts, found


def _is_first(problem: Finding, told: set[tuple[object, ...]]) -> bool:
    """What is wrong with a whole row of a wide table is told once, and once that a sheet is about another month."""
    is_of_sheet = problem.code == "other_period"
    what = (problem.code, problem.value) if is_of_sheet else (
        problem.code, problem.row, problem.column, problem.value)  # fmt: skip
    is_first = what not in told
    told.add(what)
    return is_first


class _Entry(Place):
    """Reads one entry into a draft."""

    def draft(self) -> Draft | None:
        subject = self._subject()
        day = self._day(subject)
        division = self._named("division", "unknown_division", WHOLE_CITY)
        department = self._named("department", "unknown_department", None)
        if subject is not None:
            department = self._responsible(subject, department)
        record: Record = {}
        key: Key = ()
        if subject is not None and day is not None and division is not None:
            record = self._identity(subject, day, division, department)
            key = key_of(self.kind, record)
            self.published = self.desk.published(self.kind).get(key)
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
            made_from = self.table.made_from_release
            is_emptied = not self.desk.was_empty(self.kind, key, made_from)
            if subject is not None and published is not None and is_emptied:
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
            key,
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
            elif percent_as == "percent" and is_like_a_fraction(entry["value"], row["target"]):
                self._add("mixed_scale", as_fraction=round(float(entry["value"]) * 100, 9))
        amount = Amount(float(entry["value"]), written)
        value = to_unit(amount, wanted, percent_as=percent_as)
        if value is None:
            units = (wanted, str(row["unit_en"]))
            self._add("unit", found=str(written), wanted=units)
            return None
        if not math.isfinite(value):
            self._add("type", wanted=in_both("finding-wanted-number"))
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


def _records(table: Recognised) -> Iterator[dict[str, Any]]:
    frame = table.entries
    columns = {}
    for name in frame.columns:
        column = frame[name].astype("object")
        columns[str(name)] = column.where(column.notna(), None).tolist()
    for values in zip(*columns.values(), strict=True):
        yield dict(zip(columns, values, strict=True))
