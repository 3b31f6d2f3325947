"""What files are made from, for the tests of their makers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hengyang import progress
from hengyang.exports.content import Content
from hengyang.exports.register import Stamp
from hengyang.schema import Language, Tables, Theme


def content(
    tables: Tables,
    *,
    language: Language = "zh",
    as_of: date | None = None,
    theme: Theme | None = None,
    department: str | None = None,
    edition: str = "",
) -> Content:
    """The content of a workspace on its last day: content(tables, language="en", theme=…)."""
    day = as_of or progress.default_as_of(tables)
    assessment = progress.narrowed(
        progress.assess(tables, day),
        tables,
        themes=() if theme is None else (theme.value,),
        departments=() if department is None else (department,),
    )
    is_demo = tables.workspace == "demo"
    stamp = Stamp.of(tables, day, is_demo=is_demo, language=language, edition=edition)
    return Content(tables, assessment, stamp, theme, department)


def with_only(whole: Content, indicators: set[str]) -> Content:
    """The same, of some indicators and no milestones."""
    return replace(whole, assessment=progress.only(whole.assessment, indicators))


def renamed(whole: Content, **texts: str) -> Content:
    """The same with the texts of the first indicator replaced in the plan: renamed(whole, name_zh="=1")."""
    indicators = whole.tables.indicators.copy()
    for column, text in texts.items():
        indicators.loc[indicators.index[0], column] = text
    tables = Tables(
        whole.tables.workspace,
        whole.tables.release,
        {**whole.tables.frames, "indicators": indicators},
    )
    return replace(whole, tables=tables)


def told_by_status(whole: Content) -> dict[str, dict[str, Any]]:
    """Indicator or milestone → what `status --json` says of it."""
    said: dict[str, Any] = progress.status(whole.tables, whole.stamp.as_of)
    items = list(said["plan_items"])
    for theme in said["themes"]:
        for task in theme["tasks"]:
            items += [*task["indicators"], *task["milestones"]]
    return {item["id"]: item for item in items}


def cell_texts(table: Any) -> list[list[str]]:
    """The rows of a python-docx table as texts, straight from the XML: cell by cell takes a minute."""
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return [
        ["".join(text.text for text in cell.iter(f"{word}t")) for cell in row.iter(f"{word}tc")]
        for row in table._tbl.iter(f"{word}tr")
    ]
