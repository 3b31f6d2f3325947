"""Whatever a table says, checking answers with findings and with rows that the store would take."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengyang import store
from hengyang.ingest.check import check, without_faulty
from hengyang.ingest.difference import difference
from hengyang.schema import TABLES, Tables
from tests.ingest.builders import JULY, TODAY, entry, recognised

_TEXTS = st.sampled_from(["", "撤回", "=1+1", "T05-3", "未知", "𠮷\u200b", "x" * 300]) | st.none()
_DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31)) | st.none()
_SUBJECTS = {
    "observations": ["T05-3", "T09-1", "T31-1", "T16-1", "T00-1", "T99-9"],
    "baselines": ["T05-3", "T04-4", "T99-9"],
    "path_points": ["T05-3", "T09-1"],
    "milestone_reports": ["T01-M1", "T15-M1", "T00-M1", "T99-M9"],
    "narratives": ["2", "31", "0", "99", "任务二"],
}


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


@st.composite
def sheets(draw: st.DrawFn) -> Any:
    table = draw(st.sampled_from(list(_SUBJECTS)))
    one = st.builds(
        entry,
        st.sampled_from(_SUBJECTS[table]) | st.none(),
        st.floats(allow_nan=False, allow_infinity=False) | st.none(),
        subject_text=_TEXTS,
        id_text=_TEXTS,
        value_text=_TEXTS,
        value_unit=st.sampled_from([None, "%", "公里", "万", "亿公顷", "个", "??"]),
        percent_as=st.sampled_from([None, "fraction", "percent"]),
        suggestion=st.sampled_from([None, "T05-3", "T01-M1", "3"]),
        similarity=st.sampled_from([None, 0.0, 60.0, 99.0]),
        reference_date=_DAYS,
        period_text=_TEXTS,
        division=st.sampled_from(["430400", "430405", None]),
        division_text=_TEXTS,
        department_text=_TEXTS,
        stage=st.sampled_from([None, "done", "held", "planning"]),
        stage_text=_TEXTS,
        evidence=_TEXTS,
        next_stage_due=_DAYS,
        next_stage_due_text=_TEXTS,
        reason=_TEXTS,
        is_not_reported=st.booleans(),
        is_formula_without_value=st.booleans(),
        is_approximate=st.booleans(),
    )
    return recognised(*draw(st.lists(one, max_size=6)), table=table)


@settings(max_examples=40)
@given(sheet=sheets(), department=st.sampled_from([None, "housing_and_urban_rural"]))
def test_anything_at_all_is_checked(tables: Tables, sheet: Any, department: str | None) -> None:
    found = check([sheet], tables, department=department, period=JULY, today=TODAY)
    for one in found.findings:
        assert one.as_dict()["message_zh"]
        assert one.as_dict()["message_en"]
    for name, frame in found.frames.items():
        TABLES[name].validate(frame.drop(columns="row"))
    kept = without_faulty(found)
    assert not kept.is_blocked
    left = {(sheet.sheet, row) for frame in kept.frames.values() for row in frame["row"]}
    assert not left & set(found.faulty_rows)
    assert difference(kept.frames, kept.withdrawn, tables, JULY).as_dict()
