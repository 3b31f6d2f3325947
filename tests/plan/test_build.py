import shutil

import pandas as pd
import pytest

from hengyang.errors import DataMissing, SchemaMismatch
from hengyang.plan import load_plan
from hengyang.plan.build import SOURCE_DIR, build_tables, write


def sources(folder, **replacements):
    """A copy of data/source/; a replacement is table=(old, new) within its CSV."""
    copy = folder / "source"
    shutil.copytree(SOURCE_DIR, copy)
    for table, (old, new) in replacements.items():
        path = copy / f"{table}.csv"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    return copy


def test_what_is_written_is_what_is_read_back(tmp_path):
    tables = build_tables()
    write(tables, tmp_path)
    for name, frame in load_plan(tmp_path).items():
        pd.testing.assert_frame_equal(frame, tables[name])


def test_the_same_rows_are_written_as_the_same_bytes(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    tables = build_tables()
    first = write(tables, tmp_path / "one")
    second = write(load_plan(tmp_path / "one"), tmp_path / "two")
    assert len(first) == len(tables)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_missing_csv_is_named(tmp_path):
    folder = sources(tmp_path)
    (folder / "themes.csv").unlink()
    with pytest.raises(DataMissing, match=r"themes\.csv"):
        build_tables(folder)


def test_an_unknown_rule_is_refused(tmp_path):
    with pytest.raises(SchemaMismatch, match="not one of"):
        build_tables(sources(tmp_path, indicators=("check_only", "guessed")))


def test_an_empty_english_name_is_refused(tmp_path):
    with pytest.raises(SchemaMismatch) as caught:
        build_tables(sources(tmp_path, departments=("Municipal Airport Office", "")))
    assert caught.value.faults["column"].tolist() == ["name_en"]


def test_a_target_given_twice_is_refused(tmp_path):
    with pytest.raises(SchemaMismatch):
        build_tables(sources(tmp_path, indicators=("T05-2,", "T05-3,")))


def test_an_assignment_to_an_unknown_department_is_refused(tmp_path):
    with pytest.raises(SchemaMismatch, match="nobody"):
        build_tables(sources(tmp_path, assignments=("4,airport,", "4,nobody,")))


def test_a_figure_for_an_unknown_target_is_refused(tmp_path):
    with pytest.raises(SchemaMismatch, match="T99-9"):
        build_tables(sources(tmp_path, published_figures=("T14-2", "T99-9")))
