"""What stands in the register's sheets: indicators, milestones, and what all of it was made from and by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from hengyang.charts.examples import threshold_words
from hengyang.charts.quantities import target_words
from hengyang.exports.light_words import light_words
from hengyang.exports.register import register
from hengyang.exports.told import Told
from hengyang.exports.workbook_sheets import (
    HEAD,
    Book,
    Cell,
    Measure,
    SheetColumn,
    SheetTable,
    day_of,
    rows_in,
)
from hengyang.progress.lights import BAR_ORDER
from hengyang.schema import Light

#: Name, width in characters, whether it is printed: those that are come first.
_INDICATOR_COLUMNS = (
    ("indicator", 9, True),
    ("name", 42, True),
    ("light", 17, True),
    ("actual", 12, True),
    ("target", 12, True),
    ("expected_value", 12, True),
    ("attainment_pct", 10, True),
    ("gap_points", 10, True),
    ("reference_date", 12, True),
    ("is_stale", 10, True),
    ("department", 24, True),
    ("theme", 15, False),
    ("task_name", 24, False),
    ("task", 8, False),
    ("is_counted", 9, False),
    ("is_due", 9, False),
    ("expected_pct", 10, False),
    ("unit", 12, False),
    ("target_words", 16, False),
    ("commitment", 12, False),
    ("margin", 14, False),
    ("needed_per_month", 14, False),
    ("best_per_month", 14, False),
    ("flags", 70, False),
    ("source", 24, False),
    ("quote_zh", 110, False),
)
_MILESTONE_COLUMNS = (
    ("milestone", 9, True),
    ("name", 50, True),
    ("light", 17, True),
    ("stage", 14, True),
    ("next_stage_due", 13, True),
    ("reference_date", 12, True),
    ("deadline", 12, True),
    ("department", 24, True),
    ("theme", 15, False),
    ("task_name", 24, False),
    ("task", 8, False),
    ("evidence", 40, False),
    ("flags", 70, False),
    ("source", 24, False),
    ("quote_zh", 110, False),
)
_ABOUT_WIDTHS = (24, 80, 50)


def indicator_table(told: Told) -> SheetTable:
    """One row an indicator of the selection, in plan order: the numbers of the page, each with its unit."""
    say, language = told.say, told.language
    columns = _columns(told, _INDICATOR_COLUMNS)
    plan = told.tables.indicators.set_index("indicator")
    frame = register(told.assessment, told.tables, language)
    records = []
    for plain, row in zip(
        frame.to_dict("records"), told.assessment.indicators.to_dict("records"), strict=True
    ):
        unit = str(plain["unit"])
        records.append(
            {
                **{str(name): _cell(value) for name, value in plain.items()},
                "light": _light(told, row["light"]),
                "actual": _actual(told, row, unit),
                **{
                    name: _measure(value, unit)
                    for name, value in (
                        ("target", plain["target"]),
                        ("expected_value", row["expected_value"]),
                        ("margin", row["margin"]),
                        ("needed_per_month", plain["needed_per_month"]),
                        ("best_per_month", plain["best_per_month"]),
                    )
                },
                "attainment_pct": _measure(plain["attainment_pct"], "%", 1),
                "expected_pct": _measure(plain["expected_pct"], "%", 1),
                "gap_points": _measure(plain["gap_points"], "", 1, is_signed=True),
                "reference_date": day_of(row["reference_date"]),
                "department": told.lead(row["task"]),
                "theme": _theme(told, row["theme"]),
                "task": Measure(float(row["task"])),
                "is_counted": _yes_or_no(told, row["is_counted"]),
                "is_due": _yes_or_no(told, row["is_due"]),
                "target_words": target_words(plan.loc[row["indicator"]], language),
                "source": _cell(row["source"]),
            }
        )
    return SheetTable(
        say("export-sheet-indicators"), columns, rows_in(columns, records), "light", 2
    )


def milestone_table(told: Told) -> SheetTable:
    """One row a milestone of the selection, in plan order."""
    say = told.say
    columns = _columns(told, _MILESTONE_COLUMNS)
    quotes = told.tables.milestones.set_index("milestone")["quote_zh"]
    records = [
        {
            "milestone": row["milestone"],
            "name": told.names[row["milestone"]],
            "light": _light(told, row["light"]),
            "stage": _stage(told, row),
            "next_stage_due": day_of(row["next_stage_due"]),
            "reference_date": day_of(row["reference_date"]),
            "deadline": day_of(row["deadline"]),
            "department": told.lead(row["task"]),
            "theme": _theme(told, row["theme"]),
            "task": Measure(float(row["task"])),
            "task_name": told.task_names[int(row["task"])],
            "evidence": _cell(row["evidence"]),
            "flags": "; ".join(say(f"flag-{flag}") for flag in row["flags"]),
            "source": _cell(row["source"]),
            "quote_zh": str(quotes[row["milestone"]]),
        }
        for row in told.assessment.milestones.to_dict("records")
    ]
    return SheetTable(
        say("export-sheet-milestones"), columns, rows_in(columns, records), "light", 2
    )


def about_lights(told: Told) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The nine lights: the headings, and for each its sign and word, when it shows, what it means."""
    heads = [told.say(f"bulletin-column-{key}") for key in ("light", "when", "means")]
    numbers = threshold_words(told.assessment.thresholds, told.language)
    lines = [
        (
            light_words(light, told.language),
            told.say(f"method-when-{light}", **numbers),
            told.say(f"method-means-{light}"),
        )
        for light in BAR_ORDER
    ]
    return heads, lines


def about_lists(told: Told) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """What the figures were made from, by which method, out of which sources: a heading and its lines."""
    for key, lines in (
        ("made-from", _made_from(told)),
        ("method", _method(told)),
        ("sources", _sources(told)),
    ):
        yield told.say(f"export-about-{key}"), list(lines)


def write_about(book: Book) -> None:
    """The sheet that says what the figures are: the nine lights, the method, the sources, the edition."""
    sheet = book.sheet(book.say("export-sheet-about"))
    for at, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(at, at, width)
    heads, lights = about_lights(book.told)
    book.write_head(sheet, HEAD, heads, _ABOUT_WIDTHS)
    row = HEAD + 1
    for said in lights:
        book.write_row(sheet, row, said, _ABOUT_WIDTHS)
        row += 1
    book.light_up(sheet, HEAD + 1, 0, row - 1, 0)
    for heading, lines in about_lists(book.told):
        row += 1
        book.write_head(sheet, row, (heading, "", ""), _ABOUT_WIDTHS)
        for line in lines:
            row += 1
            book.write_row(sheet, row, line, _ABOUT_WIDTHS)
        row += 1


def _made_from(told: Told) -> Iterator[tuple[str, ...]]:
    say, content = told.say, told.content
    stamp = content.stamp
    yield from stamp.items().items()
    if not stamp.edition:
        yield say("export-edition"), say("official-no-edition")
    yield say("export-about-selection"), content.subject or say("export-whole-plan")
    plan = content.tables.plan.iloc[0]
    yield (
        say("export-about-plan"),
        say(
            "export-about-plan-what",
            issuer=str(plan[f"issuer_{content.language}"]),
            day=str(day_of(plan["notice_date"])),
        ),
    )


def _method(told: Told) -> Iterator[tuple[str, ...]]:
    say, numbers = told.say, threshold_words(told.assessment.thresholds, told.language)
    yield say("method-step-attainment"), say("method-step-attainment-how")
    yield say("method-step-expected"), say("method-step-expected-how")
    given = {name: numbers[name] for name in ("far", "behind")}
    yield say("method-step-gap"), say("method-step-gap-how", **given)
    yield say("method-step-stale"), say("method-step-stale-how", stale=numbers["stale"])
    yield say("light-not_reported"), say("export-about-unreported")
    yield say("export-about-counted"), say("export-about-counted-what")
    yield say("export-about-live"), say("export-about-live-what")
    yield say("export-about-department"), say("departments-key-note")


def _sources(told: Told) -> Iterator[tuple[str, ...]]:
    """Each source with what it gave."""
    found: dict[str, list[int]] = {}
    for at, rows in enumerate((told.assessment.indicators, told.assessment.milestones)):
        for source, count in rows["source"].dropna().value_counts(sort=False).items():
            found.setdefault(str(source), [0, 0])[at] += int(count)
    if not found:
        yield told.say("light-not_reported"), told.say("export-about-no-source")
    for source, (indicators, milestones) in sorted(found.items()):
        gave = told.say(
            "export-about-source", indicators=str(indicators), milestones=str(milestones)
        )
        yield source, gave


def _columns(told: Told, names: tuple[tuple[str, int, bool], ...]) -> tuple[SheetColumn, ...]:
    return tuple(
        SheetColumn(name, told.say(f"export-column-{name}"), width, is_printed)
        for name, width, is_printed in names
    )


def _cell(value: Any) -> Cell:
    return None if pd.isna(value) or value == "" else str(value)


def _measure(
    value: float, unit: str, places: int | None = None, *, is_signed: bool = False
) -> Measure | None:
    return None if pd.isna(value) else Measure(float(value), unit, places, is_signed)


def _light(told: Told, light: object) -> str:
    if isinstance(light, str):
        return light_words(light, told.language)
    return told.say("rule-described")


def _actual(told: Told, row: dict[Any, Any], unit: str) -> Cell:
    """The value; its absence in a word where a value was due, so that nobody takes it for 0."""
    if pd.isna(row["actual"]):
        is_missing = row["light"] in (Light.NOT_REPORTED, Light.NOT_DUE)
        return told.say(f"light-{row['light']}") if is_missing else None
    return _measure(row["actual"], unit)


def _stage(told: Told, row: dict[Any, Any]) -> Cell:
    if pd.isna(row["stage"]):
        return told.say(f"light-{row['light']}")
    return told.say(f"stage-{row['stage']}")


def _theme(told: Told, theme: object) -> str:
    if not isinstance(theme, str):
        return told.say("export-whole-plan")
    return str(told.tables.themes.set_index("theme").loc[theme, f"name_{told.language}"])


def _yes_or_no(told: Told, is_so: bool) -> str:
    return told.say("export-yes" if is_so else "export-no")
