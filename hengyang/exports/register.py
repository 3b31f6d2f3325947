"""The register of indicators (台账) as a frame and a CSV, stamped with what it was made from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from hengyang.labels import Language, words
from hengyang.progress import METHOD_VERSION, Assessment
from hengyang.schema import Tables

#: A spreadsheet would run text that begins with one of these.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Stamp:
    """What stands on every export: whose figures, as of when, at which release."""

    plan: str
    status: str
    as_of: date
    release: int
    is_demo: bool
    language: Language
    #: the id of the meeting edition; empty where the figures were not frozen into one
    edition: str = ""

    @classmethod
    def of(
        cls, tables: Tables, as_of: date, *, is_demo: bool, language: Language, edition: str = ""
    ) -> Stamp:
        plan = tables.plan.iloc[0]
        return cls(
            plan[f"name_{language}"],
            plan[f"status_{language}"],
            as_of,
            tables.release,
            is_demo,
            language,
            edition,
        )

    def items(self) -> Mapping[str, str]:
        """Label → value, in the order they are printed."""
        say = words(self.language)
        edition = {say("export-edition"): self.edition} if self.edition else {}
        return {
            say("export-nature"): say("export-demo" if self.is_demo else "export-official"),
            say("export-plan"): self.plan,
            say("export-status"): self.status,
            say("export-as-of"): self.as_of.isoformat(),
            say("export-release"): str(self.release),
            say("export-method"): f"v{METHOD_VERSION}",
            **edition,
        }


def stamp_line(stamp: Stamp) -> str:
    """The stamp in one line, as it stands under every page; says so when no edition was frozen."""
    said = [f"{label} {value}" for label, value in stamp.items().items()]
    if not stamp.edition:
        said.append(words(stamp.language)("official-no-edition"))
    return " · ".join(said)


def register(assessment: Assessment, tables: Tables, language: Language) -> pd.DataFrame:
    """One row an indicator of the assessment (filters applied by the caller), in plan order.

    Columns: indicator, task, task_name, name, department, commitment, light, actual, target, unit,
    attainment_pct (floored to one decimal), expected_pct, gap_points, margin, needed_per_month, best_per_month,
    reference_date, is_stale, flags, quote_zh. Numbers stay numbers; what was not reported stays empty.
    """
    say = words(language)
    rows = assessment.indicators
    plan = tables.indicators.set_index("indicator").loc[list(rows["indicator"])]
    task_names = tables.tasks.set_index("task")[f"name_{language}"]
    leads = tables.assignments[tables.assignments["role"] == "lead"].set_index("task")["department"]
    offices = tables.departments.set_index("department")[f"name_{language}"]
    targets = plan["target"].where(plan["target"].notna(), plan["target_low"])
    return pd.DataFrame(
        {
            "indicator": rows["indicator"].to_numpy(),
            "task": rows["task"].to_numpy(),
            "task_name": [task_names.get(task, say("export-whole-plan")) for task in rows["task"]],
            "name": plan[f"name_{language}"].to_numpy(),
            "department": [offices.get(leads.get(task, ""), "") for task in rows["task"]],
            "commitment": [say(f"commitment-{value}") for value in rows["commitment"]],
            "light": [
                say("rule-described") if pd.isna(light) else say(f"light-{light}")
                for light in rows["light"]
            ],
            "actual": rows["actual"].to_numpy(),
            "target": targets.to_numpy(),
            "unit": plan[f"unit_{language}"].to_numpy(),
            # rounded down, so that 99.96 % never reads 100
            "attainment_pct": (rows["attainment_pct"] * 10 + 1e-9).floordiv(1).div(10).to_numpy(),
            "expected_pct": rows["expected_pct"].round(1).to_numpy(),
            "gap_points": rows["gap_points"].round(1).to_numpy(),
            "margin": rows["margin"].to_numpy(),
            "needed_per_month": rows["needed_per_month"].to_numpy(),
            "best_per_month": rows["best_per_month"].to_numpy(),
            "reference_date": pd.to_datetime(rows["reference_date"]).to_numpy(),
            "is_stale": [say("export-stale") if stale else "" for stale in rows["is_stale"]],
            "flags": ["; ".join(say(f"flag-{flag}") for flag in flags) for flags in rows["flags"]],
            "quote_zh": plan["quote_zh"].to_numpy(),
        }
    )


def headings(frame: pd.DataFrame, language: Language) -> dict[str, str]:
    """Column name → heading in the language."""
    return {name: words(language)(f"export-column-{name}") for name in frame.columns}


def csv_bytes(frame: pd.DataFrame, stamp: Stamp) -> bytes:
    """The register as CSV that Excel and WPS open rightly (UTF-8 with BOM); the stamp in columns of every row."""
    table = frame.map(text_only).rename(columns=headings(frame, stamp.language))
    for label, value in stamp.items().items():
        table[label] = str(text_only(value))
    text: str = table.to_csv(index=False, date_format="%Y-%m-%d")
    return text.encode("utf-8-sig")


def file_name(stamp: Stamp, kind: str) -> str:
    """演示数据_补短板_指标_征求意见稿_2019-05_r24.xlsx: what it holds is in the name, so that a demo file stays one."""
    say = words(stamp.language)
    parts = [say("export-demo")] if stamp.is_demo else []
    parts += [say("export-file"), stamp.status, f"{stamp.as_of:%Y-%m}", f"r{stamp.release}"]
    return re.sub(r'[\s\\/:*?"<>|]+', "-", "_".join(parts)) + f".{kind}"


def stamped_name(parts: Sequence[str], stamp: Stamp, kind: str) -> str:
    """演示数据_部门考核_2019-06_r26.xlsx: what the file is, as of when, at which release; a demo file says so first."""
    said = [words(stamp.language)("export-demo")] if stamp.is_demo else []
    said += [*parts, f"{stamp.as_of:%Y-%m}", f"r{stamp.release}"]
    return re.sub(r'[\s\\/:*?"<>|]+', "-", "_".join(said)) + f".{kind}"


def text_only(value: object) -> object:
    """The value, unless it is text that a spreadsheet would run: that starts with an apostrophe."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        # a lone carriage return would end the CSV's line as well
        return "'" + value.replace("\r", " ")
    return value
