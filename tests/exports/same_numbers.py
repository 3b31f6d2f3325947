"""Reads the numbers back out of made files and of the page, and holds each against what `status --json` says.

Every `check_…` returns how many cells it compared, so that a test can tell that there was something to compare.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import openpyxl
import pypdfium2
import pytest
from pptx import Presentation

from hengyang import labels
from hengyang.exports.content import Content
from hengyang.exports.light_words import SIGNS, light_words
from hengyang.labels import words
from hengyang.meeting import ChartKind
from hengyang.schema import Light

_NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?")
_UNMEASURED = ("described", "check_only")


@dataclass(frozen=True)
class Told:
    """What `status --json` says of an edition's selection: by theme, by task, by indicator or milestone."""

    themes: Mapping[str, dict[str, Any]]
    tasks: Mapping[int, dict[str, Any]]
    indicators: Mapping[str, dict[str, Any]]
    milestones: Mapping[str, dict[str, Any]]


def told(status: dict[str, Any], content: Content) -> Told:
    """The part of the answer that the content's theme or department leaves."""
    assigned = content.tables.assignments
    mine = set(assigned.loc[assigned["department"] == content.department, "task"])
    themes = {
        theme["theme"]: theme
        for theme in status["themes"]
        if content.theme in (None, theme["theme"])
    }
    tasks = {
        task["task"]: task
        for theme in themes.values()
        for task in theme["tasks"]
        if content.department is None or task["task"] in mine
    }
    is_whole = content.theme is None and content.department is None
    items = [
        *(item for task in tasks.values() for item in (*task["indicators"], *task["milestones"])),
        *(status["plan_items"] if is_whole else ()),
    ]
    return Told(
        themes,
        tasks,
        {item["id"]: item for item in items if "actual" in item},
        {item["id"]: item for item in items if "stage" in item},
    )


def check_pptx(data: bytes, content: Content, said: Told) -> int:
    """Bars of lights against the counts of themes and tasks, bullets against attainment and path."""
    compared = 0
    drawn = Presentation(BytesIO(data)).slides
    for slide, shown in zip(content.deck.slides, drawn, strict=True):
        chart = next((shape.chart for shape in shown.shapes if shape.has_chart), None)
        if slide.chart is None or chart is None:
            assert slide.chart is None
            assert chart is None
            continue
        names = [str(name).split("\n")[0] for name in chart.plots[0].categories]
        series = [one for plot in chart.plots for one in plot.series]
        if slide.key == "standing":
            ids = _ids(content, "themes", "theme")
            counted = [said.themes[ids[name]]["counts"] for name in names]
            compared += _check_counts(series, counted, content)
        elif slide.key.startswith(("theme-", "office-", "milestones-")):
            which = "milestone_counts" if slide.key.startswith("milestones-") else "counts"
            counted = [said.tasks[int(name.split()[0])][which] for name in names]
            compared += _check_counts(series, counted, content)
        elif slide.chart.kind is ChartKind.BULLETS:
            ids = _ids(content, "indicators", "indicator")
            rows = [said.indicators[ids[name]] for name in names]
            compared += _check_bullets(series, rows, content)
    return compared


def _check_counts(series: list[Any], counted: list[dict[str, int]], content: Content) -> int:
    known = {light_words(light, content.language): light for light in Light}
    drawn = {known[one.name]: [value or 0 for value in one.values] for one in series}
    for light in Light:
        expected = [counts[light.value] for counts in counted]
        assert drawn.get(light, [0] * len(counted)) == expected, light
    return len(Light) * len(counted)


def _check_bullets(series: list[Any], rows: list[dict[str, Any]], content: Content) -> int:
    path = words(content.language)("slides-expected")
    for one in series:
        name = "expected_pct" if one.name == path else "attainment_pct"
        for value, row in zip(one.values, rows, strict=True):
            same(value, row[name], (row["id"], name))
    return len(series) * len(rows)


def check_xlsx(data: bytes, content: Content, said: Told) -> int:
    """The register's rows: light, value, target, attainment, path, gap, day."""
    say = words(content.language)
    book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    compared = 0
    rows = _sheet_rows(book[say("export-sheet-indicators")])
    names = (
        *("indicator", "light", "actual", "target", "reference_date"),
        *("attainment_pct", "expected_pct", "gap_points"),
    )
    heads = {name: say(f"export-column-{name}") for name in names}
    assert sorted(row[heads["indicator"]] for row in rows) == sorted(said.indicators)
    for row in rows:
        item = said.indicators[row[heads["indicator"]]]
        found = {name: row[head] for name, head in heads.items()}
        light = (
            say("rule-described")
            if item["light"] is None
            else light_words(item["light"], content.language)
        )
        assert found["light"] == light, item["id"]
        actual = None if isinstance(found["actual"], str) else found["actual"]
        same(actual, item["actual"], item["id"])
        same(found["target"], _target(item), item["id"])
        same(found["attainment_pct"], _floored(item["attainment_pct"]), item["id"])
        same(found["expected_pct"], _rounded(item["expected_pct"]), item["id"])
        same(found["gap_points"], _rounded(item["gap_points"]), item["id"])
        day = found["reference_date"]
        assert (day.date().isoformat() if day else None) == item["reference_date"], item["id"]
        compared += 7
    milestones = _sheet_rows(book[say("export-sheet-milestones")])
    identifier, light = say("export-column-milestone"), say("export-column-light")
    assert {row[identifier] for row in milestones} == set(said.milestones)
    for row in milestones:
        item = said.milestones[row[identifier]]
        assert row[light] == light_words(item["light"], content.language), item["id"]
        compared += 1
    return compared


def _sheet_rows(sheet: Any) -> list[dict[str, Any]]:
    """Rows below the heads, which stand in the fourth row."""
    heads = [cell.value for cell in sheet[4]]
    return [
        dict(zip(heads, row, strict=True))
        for row in sheet.iter_rows(min_row=5, values_only=True)
        if row[0] is not None
    ]


def check_docx(data: bytes, content: Content, said: Told) -> int:
    """The bulletin's annexes: light, value, attainment and gap of every indicator; the light of every milestone."""
    from docx import Document

    say = words(content.language)
    compared, seen = 0, set()
    for table in Document(BytesIO(data)).tables:
        heads, *rows = _texts(table)
        of_indicators = say("bulletin-column-attainment") in heads
        if not of_indicators and say("bulletin-column-stage") not in heads:
            continue
        for row in (dict(zip(heads, row, strict=False)) for row in rows if len(row) == len(heads)):
            identifier = row[say("bulletin-column-id")]
            item = (said.indicators if of_indicators else said.milestones)[identifier]
            seen.add(identifier)
            compared += _check_light(row[say("bulletin-column-light")], item, content)
            if of_indicators:
                compared += _check_texts(
                    item,
                    actual=row[say("bulletin-column-actual")],
                    attainment=row[say("bulletin-column-attainment")],
                    gap=row[say("bulletin-column-gap")],
                    content=content,
                )
    assert seen == {*said.indicators, *said.milestones}
    return compared


def _check_light(written: str, item: dict[str, Any], content: Content) -> int:
    if item["light"] is None:
        assert not any(sign in written for sign in SIGNS.values()), item["id"]
    else:
        assert words(content.language)(f"light-{item['light']}") in written, item["id"]
        assert SIGNS[Light(item["light"])] in written, item["id"]
    return 1


def _texts(table: Any) -> Iterator[list[str]]:
    # straight from the XML: cell by cell through python-docx takes a minute
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for row in table._tbl.iter(f"{word}tr"):
        yield [
            "".join(text.text or "" for text in cell.iter(f"{word}t"))
            for cell in row.iter(f"{word}tc")
        ]


def check_pdf(data: bytes, content: Content, said: Told) -> int:
    """The sheets of the deck: every count of a bar is written in it, every bullet's value stands behind its name."""
    compared = 0
    with pypdfium2.PdfDocument(data) as paper:
        for slide, sheet in zip(content.deck.slides, paper, strict=True):
            if slide.chart is None:
                continue
            text = sheet.get_textpage().get_text_range()
            if slide.chart.kind is ChartKind.BULLETS:
                ids = _ids(content, "indicators", "indicator")
                rows = [said.indicators[ids[name]] for name in slide.chart.categories]
                squeezed = "".join(text.split())
                for name, item in zip(slide.chart.categories, rows, strict=True):
                    _, _, behind = squeezed.partition("".join(name.split()))
                    caption = behind[:40].partition("/")[0]
                    found = _NUMBER.search(caption)
                    if item["light"] == Light.NOT_REPORTED:
                        not_reported = words(content.language)("light-not_reported")
                        assert "".join(not_reported.split()) in caption, name
                    else:
                        assert found is not None, name
                        _check_written(found[0], item["actual"], item["id"])
                    compared += 1
            elif slide.key == "standing" or slide.key.startswith(
                ("theme-", "office-", "milestones-")
            ):
                which = "milestone_counts" if slide.key.startswith("milestones-") else "counts"
                if slide.key == "standing":
                    theme_of = _ids(content, "themes", "theme")
                    counted = [
                        said.themes[theme_of[name]][which] for name in slide.chart.categories
                    ]
                else:
                    counted = [
                        said.tasks[int(name.split()[0])][which] for name in slide.chart.categories
                    ]
                meant = Counter(str(n) for counts in counted for n in counts.values() if n)
                written = Counter(re.findall(r"\d+", text))
                assert meant <= written, slide.key
                compared += meant.total()
    return compared


def check_page(html: str, content: Content, said: Told) -> int:
    """The page of all indicators: what its cells are sorted by, and the words in them."""
    compared = 0
    rows = re.findall(r'<tr><td data-value="(T\d\d-\d+)">(.*?)</tr>', html)
    assert sorted(indicator for indicator, _ in rows) == sorted(said.indicators)
    for indicator, rest in rows:
        item = said.indicators[indicator]
        cells = re.findall(r'<td[^>]*data-value="([^"]*)">(.*?)</td>', rest)
        _, light, actual, target, _, attainment, gap, *_ = cells
        if item["light"] is not None:
            assert words(content.language)(f"light-{item['light']}") in light[1], indicator
            assert int(light[0]) == list(Light).index(Light(item["light"])), indicator
        if item["rule"] not in _UNMEASURED:
            same(_value(actual[0]), item["actual"], indicator)
        same(_value(target[0]), _target(item), indicator)
        same(_value(attainment[0]), item["attainment_pct"], indicator)
        same(_value(gap[0]), item["gap_points"], indicator)
        if item["attainment_pct"] is not None:
            shown = labels.percent_floored(item["attainment_pct"], content.language)
            assert f"<small>{shown}</small>" in attainment[1], indicator
        compared += 5
    return compared


def _check_texts(
    item: dict[str, Any], *, actual: str, attainment: str, gap: str, content: Content
) -> int:
    """Numbers written in words: the value to the places it is shown with, attainment floored, the gap to a tenth."""
    language = content.language
    found = _NUMBER.search(actual)
    if item["actual"] is None:
        assert found is None, item["id"]
    else:
        assert found is not None, item["id"]
        _check_written(found[0], item["actual"], item["id"])
    if item["attainment_pct"] is None:
        assert not _NUMBER.search(attainment), item["id"]
    else:
        assert attainment == labels.percent_floored(item["attainment_pct"], language), item["id"]
    if item["gap_points"] is not None:
        assert gap == labels.number(item["gap_points"], language, 1), item["id"]
    return 3


def _check_written(text: str, meant: float, what: str) -> None:
    """A number in words is the value, to the places it is written with."""
    places = len(text.partition(".")[2])
    assert abs(float(text.replace(",", "")) - meant) <= 0.5 * 10**-places + 1e-9, what


def same(found: float | None, meant: float | None, what: object) -> None:
    """Equal to six decimals, which is what `status` gives; nothing is equal to nothing alone."""
    if meant is None:
        assert found is None, what
    else:
        assert found == pytest.approx(meant, abs=1.1e-6), what


def _ids(content: Content, table: str, key: str) -> dict[str, str]:
    frame = content.tables.frames[table]
    return dict(zip(frame[f"name_{content.language}"], frame[key].astype(str), strict=True))


def _target(item: dict[str, Any]) -> float | None:
    found: float | None = item["target_low"] if item["target"] is None else item["target"]
    return found


def _floored(value: float | None) -> float | None:
    return None if value is None else math.floor(value * 10 + 1e-6) / 10


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _value(text: str) -> float | None:
    return None if text in ("", "nan", "None") else float(text)


CHECKS = {"pptx": check_pptx, "xlsx": check_xlsx, "docx": check_docx, "pdf": check_pdf}
