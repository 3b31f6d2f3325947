"""From received bytes to what publishing them would change, in one call; and back unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pandas as pd
import pytest

from hengyang import store
from hengyang.errors import UploadRejected
from hengyang.exports.template import template
from hengyang.ingest.examine import Examination, examine, left_out
from hengyang.plan import load_plan
from hengyang.schema import Tables
from tests.ingest.builders import JULY, JUNE, TODAY
from tests.measure.checking import long_file

MONTHS = [JUNE, date(2018, 12, 31), date(2018, 3, 31), JULY]
#: Everybody that the plan lists under a task, and the whole plan.
DEPARTMENTS = [None, *sorted(set(load_plan()["assignments"]["department"]))]


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


def examined(
    content: bytes, tables: Tables, *, department: str | None = None, **also
) -> Examination:  # type: ignore[no-untyped-def]
    given = {"department": department, "period": JUNE, "today": TODAY, **also}
    return examine(content, "月报.xlsx", tables, **given)


def filled(content: bytes, sheet: str, cells: dict[str, object]) -> bytes:
    """The workbook as somebody gives it back who filled some cells in."""
    book = openpyxl.load_workbook(BytesIO(content))
    for place, value in cells.items():
        book[sheet][place] = value
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def place_of(content: bytes, sheet: str, subject: str, heading: str) -> str:
    """The cell of a subject under a heading."""
    page = openpyxl.load_workbook(BytesIO(content))[sheet]
    column = next(cell.column_letter for cell in page[4] if cell.value == heading)
    row = next(row for row in range(5, page.max_row + 1) if page[f"A{row}"].value == subject)
    return f"{column}{row}"


def _everybody() -> Iterator[Any]:
    """Each department in two months and languages; all but some of them as a proof."""
    for at, department in enumerate(DEPARTMENTS):
        for half in (0, 1):
            marks = () if at % 4 == 0 and half == at // 4 % 2 else pytest.mark.proof
            yield pytest.param(at, department, half, marks=marks)


@pytest.mark.parametrize(("at", "department", "half"), _everybody(), ids=str)
def test_a_template_given_back_untouched_changes_nothing(
    tables: Tables, at: int, department: str | None, half: int
) -> None:
    period, language = MONTHS[(at + 2 * half) % 4], ("zh", "en")[(at // 2 + half) % 2]
    sent = template(tables, period, department=department, language=language, is_demo=True)  # type: ignore[arg-type]
    found = examined(sent.content, tables, department=department, period=period)
    assert [one.as_dict() for one in found.checked.findings] == []
    assert found.difference.is_empty
    assert found.difference.added.empty
    published = tables.observations
    in_month = published["reference_date"] == pd.Timestamp(period)
    if department is None:
        same = published[in_month & (published["comparability"] == "same")]
        assert len(found.checked.frames.get("observations", [])) == len(same)


def test_one_filled_cell_is_the_whole_difference(tables: Tables) -> None:
    sent = template(tables, JULY, department="housing_and_urban_rural", is_demo=True)
    place = place_of(sent.content, "指标", "T05-3", "完成值")
    back = filled(sent.content, "指标", {place: "16.4公里"})
    found = examined(back, tables, department="housing_and_urban_rural", period=JULY)
    assert found.may_be_submitted
    cell = found.difference.added.iloc[0]
    assert (cell["subject"], cell["old"], cell["new"]) == ("T05-3", None, 16.4)
    assert len(found.difference.added) == 1
    assert found.difference.changed.empty
    assert cell["row"] == int("".join(filter(str.isdigit, place)))


def test_a_changed_identity_is_found(tables: Tables) -> None:
    sent = template(tables, JUNE, department="housing_and_urban_rural", is_demo=True)
    place = place_of(sent.content, "指标", "T05-3", "指标名称")
    back = filled(sent.content, "指标", {place: "地下综合管廊总里程(含规划)"})
    found = examined(back, tables, department="housing_and_urban_rural")
    assert [one.code for one in found.checked.findings] == ["identity_changed"]


def test_a_template_of_an_earlier_release_brings_only_what_was_changed_in_it(
    store_url: str, tables: Tables
) -> None:
    demo = store.open_store(store_url, "demo")
    before = demo.read(tables.release - 2)
    sent = template(before, JUNE, is_demo=True)
    found = examined(sent.content, tables, tables_at=demo.read)
    assert found.difference.is_empty
    # what was empty when the file was made has not been emptied by whoever sends it
    assert {one.code for one in found.checked.findings} <= {"overtaken"}


def test_progress_rises_from_nought_to_one(tables: Tables) -> None:
    told: list[tuple[float, str, tuple[int, int] | None]] = []

    def tell(share: float, step: str, rows: tuple[int, int] | None = None) -> None:
        told.append((share, step, rows))

    examined(long_file(tables, 1200), tables, progress=tell)
    shares = [share for share, *_ in told]
    assert shares == sorted(shares)
    assert (shares[0], told[-1]) == (0.0, (1.0, "done", None))
    # a long file tells its rows within a step
    assert [rows for _, step, rows in told if step == "check"] == [None, (500, 1200), (1000, 1200)]
    assert [rows for _, step, rows in told if step == "recognise"][1:] == [
        (500, 1201),
        (1000, 1201),
    ]


def test_leaving_faulty_rows_out_keeps_the_others(tables: Tables) -> None:
    text = "指标,报告期,完成值\nT05-3,2019-07,16.4\nT09-1,2019-07,950\n"
    found = examined(text.encode(), tables, period=JULY)
    assert not found.may_be_submitted
    kept = left_out(found, tables)
    assert kept.may_be_submitted
    assert kept.checked.left_out == ((found.book.sheets[0].name, 3),)
    assert kept.difference.added["subject"].tolist() == ["T05-3"]
    asked = examined(text.encode(), tables, period=JULY, leave_out_faulty=True)
    assert asked.checked.left_out == kept.checked.left_out


def test_a_file_without_a_table_is_refused(tables: Tables) -> None:
    with pytest.raises(UploadRejected):
        examined("你好,世界\n再见,世界\n".encode(), tables)
