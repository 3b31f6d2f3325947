"""What surrounds a table in its sheet: title and unit rows above it, totals, footers and blank rows in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from hengyang.ingest.cells import CellValue, clean, key, number, period
from hengyang.ingest.headings import Heading
from hengyang.ingest.names import Names
from hengyang.ingest.vocabulary import spellings, vocabulary

_LABELLED = re.compile(r"^\W*(?P<label>[^:]{1,14}):\s*(?P<rest>.*)$")


def said_above(
    rows: Sequence[Sequence[CellValue]], year: int | None
) -> tuple[str | None, str | None, tuple[str, date] | None]:
    """The unit, the department and the period that the rows over the table name."""
    unit = department = None
    said: tuple[str, date] | None = None
    for row in rows:
        texts = [clean(cell) for cell in row]
        for position, text in enumerate(texts):
            labelled = _LABELLED.match(text)
            if labelled is not None:
                label, rest = key(labelled["label"]), labelled["rest"].strip()
                if not rest:
                    rest = next(
                        (other for other in texts[position + 1 :] if other and other != text), ""
                    )
                if label in map(key, spellings("unit_row")):
                    unit = unit or rest or None
                elif label in map(key, spellings("department_row")):
                    department = department or rest or None
                elif label in map(key, spellings("period_label")):
                    day = period(rest, year)
                    said = (rest, day) if day else said
            if said is None and text:
                said = period_within(text)
    return unit, department, said


@cache
def _within() -> re.Pattern[str]:
    year, month = spellings("year_marks")[0], spellings("month_marks")[0]
    numerals = "".join(vocabulary()["numerals"]["digits"]) + vocabulary()["numerals"]["ten"]
    quarters = "|".join(
        f"{digit[0]}|{n}" for n, digit in enumerate(vocabulary()["numerals"]["digits"][1:5], 1)
    )
    ordinal, quarter = spellings("ordinal")[0], spellings("quarter_marks")[-1]
    half = next(word for word in spellings("first_half") if not word.isascii())
    to = "".join(word for word in spellings("range_marks") if len(word) == 1)
    return re.compile(
        rf"(?<!\d)20\d\d\s*[{year}./-]\s*(?:\d{{1,2}}\s*{month}?\s*[{re.escape(to)}]\s*)?\d{{1,2}}(?:\s*{month})?(?!\d)"
        r"|(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?!\d)"
        rf"|(?<!\d)20\d\d{year}(?:{half}|{ordinal}?(?:{quarters}){quarter}\w?)"
        rf"|[{numerals}]{{4}}{year}[{numerals}]{{1,3}}{month}"
    )


def period_within(text: str) -> tuple[str, date] | None:
    """The one period that a longer text names, like a title or a file's name."""
    found = {day: spelled for spelled in _within().findall(clean(text)) if (day := period(spelled))}
    return (next(iter(found.values())), next(iter(found))) if len(found) == 1 else None


def _said(row: Sequence[CellValue]) -> list[str]:
    return [text for text in map(clean, row) if text]


def why_above(row: Sequence[CellValue]) -> str:
    """What a row above the heading is: blank, unit or title."""
    said = _said(row)
    if not said:
        return "blank"
    return "unit" if _is_unit_row(said) else "title"


def _is_unit_row(said: list[str]) -> bool:
    labelled = _LABELLED.match(said[0])
    return (
        labelled is not None
        and key(labelled["label"]) in map(key, spellings("unit_row"))
        and len(set(said)) <= 2
    )


def why_skipped(
    row: Sequence[CellValue], heading: Heading, identity: Sequence[int], names: Names
) -> str | None:
    """Why a row below the heading holds no values; None for one that may."""
    subjects = [text for column in identity if (text := clean(row[column - 1]))]
    if any(names.subject(text).identifier is not None for text in subjects):
        return None  # nearly every row: its other cells need no look
    said = _said(row)
    if not said:
        return "blank"
    if _is_unit_row(said):
        return "unit"
    if _is_footer(said[0]):
        return "note"
    totals = [key(word) for word in spellings("total")]
    if any(
        key(text) in totals
        or key(text).startswith(tuple(totals[:6]))
        or key(text).endswith(tuple(totals))
        for text in (subjects or said[:1])
    ):
        return "total"
    if all(
        text == heading.texts.get(column + 1, "").split(" ")[-1]
        or text == heading.texts.get(column + 1)
        for column, cell in enumerate(row)
        if (text := clean(cell))
    ):
        return "heading"  # a heading repeated on the next printed page
    # a figure that stands alone lost its name: it must be found faulty, not passed over
    return "title" if len(set(said)) == 1 and number(said[0]) is None else None


def _is_footer(text: str) -> bool:
    labelled = _LABELLED.match(text)
    label = re.sub(r"\d+$", "", key(labelled["label"])) if labelled else ""
    return label in map(key, spellings("footer"))


def looks_like_data(row: Sequence[CellValue], identity: Sequence[int], names: Names) -> bool:
    """Whether a row names something of the plan, so that it is no footer whatever stands above it."""
    return any(
        names.subject(text).identifier is not None
        for column in identity
        if (text := clean(row[column - 1]))
    )
