"""CSV, TSV and HTML tables → sheets, out of whichever encoding they came in. Every cell stays the text it is."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from hengyang.errors import UploadRejected
from hengyang.ingest.cells import CellValue
from hengyang.ingest.limits import Limits
from hengyang.ingest.reading import Sheet, check_size

_DELIMITERS = (",", "\t", ";", "|")
_CELL_TAG = re.compile(r"<t[dh]\b[^>]*>", re.IGNORECASE)
_SPAN = re.compile(r"\b(?P<way>col|row)span\s*=\s*[\"']?\s*(?P<times>\d+)", re.IGNORECASE)
_HEAD_TAG = re.compile(r"<(/?)th\b", re.IGNORECASE)
_SECTION_TAG = re.compile(r"</?(?:thead|tbody|tfoot)\b[^>]*>", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_LONGEST_SPAN = 2000
_MARK = "\u2063"  # invisible separator: no page uses it


def decoded(content: bytes) -> tuple[str, str]:
    """The text and the encoding it came in: utf-8, utf-8-sig, utf-16, gbk, gb18030, or what was detected.

    Raises: UploadRejected when the bytes are no text in any of them.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return _readable(content, encoding)
    sample = content[:4096]
    if b"\x00" in sample:  # no text has zero bytes but UTF-16 that lacks its mark
        is_little = sample[1::2].count(0) >= sample[0::2].count(0)
        return _readable(content, "utf-16-le" if is_little else "utf-16-be")
    declared = _CHARSET.search(sample) if b"<" in sample else None
    for encoding in (
        "utf-8",
        *([declared[1].decode().lower()] if declared else []),
        "gbk",
        "gb18030",
    ):
        try:
            return _readable(content, encoding)
        except (UploadRejected, LookupError):
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000]).best()
    if best is None:
        raise UploadRejected(key="rejected-encoding")
    return _readable(content, best.encoding)


def _readable(content: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = content.decode(encoding)
    except UnicodeError as error:
        raise UploadRejected(key="rejected-encoding") from error
    if len(_UNPRINTABLE.findall(text[:20_000])) > 3:
        raise UploadRejected(key="rejected-encoding")
    return text, encoding


def csv_sheets(text: str, name: str, limits: Limits) -> tuple[Sheet, ...]:
    """One sheet of text cells; row numbers count records, as a spreadsheet shows them.

    Raises: UploadRejected for text that is no table, or a table beyond the limits.
    """
    first, _, rest = text.partition("\n")
    offset = 0
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own hint
        text, offset = rest, 1
        delimiter = first.strip()[4]
    else:
        delimiter = _delimiter(text[:100_000])
    grid: list[list[CellValue]] = []
    rows = cells = 0
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows, cells = rows + any(record), cells + len(record)
            check_size(rows, cells, limits)
            grid.append([value if value != "" else None for value in record])
    except csv.Error as error:
        raise UploadRejected(key="rejected-corrupt") from error
    width = max(map(len, grid), default=0)
    check_size(0, len(grid) * width, limits)
    for row in grid:
        row.extend([None] * (width - len(row)))
    return (Sheet(name, grid, first_row=1 + offset),)


def _delimiter(sample: str) -> str:
    """The sign that most lines are split by, into the same number of cells."""
    best, best_score = ",", 0
    for delimiter in _DELIMITERS:
        try:
            widths = [
                len(record)
                for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
            ]
        except csv.Error:
            continue
        counts = Counter(width for width in widths if width > 1)
        if counts:
            width, times = max(counts.items(), key=lambda item: (item[1], item[0]))
            score = times * 100 + width
            if score > best_score:
                best, best_score = delimiter, score
    return best


def html_sheets(text: str, name: str, limits: Limits) -> tuple[Sheet, ...]:
    """One sheet a table, merged cells filled; a table inside a table comes on its own too.

    Raises: UploadRejected when there is no table in the page, or one beyond the limits.
    """
    import pandas as pd

    spread = 0
    for tag in _CELL_TAG.findall(text):
        times = 1
        for span in _SPAN.finditer(tag):
            times *= min(int(span["times"][:9]), _LONGEST_SPAN)
        spread += times
    check_size(0, spread, limits)
    # pandas takes headings out of their rows, which would lose the row numbers
    text = _SECTION_TAG.sub("", _HEAD_TAG.sub(r"<\1td", text))
    text = _SPAN.sub(
        lambda found: f"{found['way']}span={min(int(found['times'][:9]), _LONGEST_SPAN)}", text
    )
    # ... and figures out of their texts (2018.10 would be 2018.1): marked, nothing looks like one
    text = _CELL_TAG.sub(lambda found: found[0] + _MARK, text)
    text = text.replace("colspan=0", "colspan=1").replace("rowspan=0", "rowspan=1")
    try:
        frames = pd.read_html(
            io.StringIO(text),
            flavor="lxml",
            keep_default_na=False,
            thousands=None,  # type: ignore[arg-type] # the stubs miss what the documentation offers
        )
    except ValueError as error:
        raise UploadRejected(key="rejected-no-table") from error
    except Exception as error:  # lxml and pandas meet mangled pages in many ways
        raise UploadRejected(key="rejected-corrupt") from error
    sheets = []
    rows = cells = 0
    for position, frame in enumerate(frames):
        rows, cells = rows + len(frame), cells + frame.size
        check_size(rows, cells, limits)
        grid: list[list[CellValue]] = [
            [
                str(value).replace(_MARK, "").strip() or None if value == value else None
                for value in row
            ]
            for row in frame.astype("object").to_numpy().tolist()
        ]
        sheets.append(Sheet(name if position == 0 else f"{name} {position + 1}", grid))
    return tuple(sheets)
