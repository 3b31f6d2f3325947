import shutil
import subprocess
import sys

import pytest

from hengyang.errors import DataMissing
from hengyang.plan import DATA_DIR, load_plan
from hengyang.schema import PLAN_TABLES


def test_every_plan_table_is_loaded_under_its_name():
    assert list(load_plan()) == [table.name for table in PLAN_TABLES]


def test_a_missing_table_is_named(tmp_path):
    for path in DATA_DIR.glob("*.parquet"):
        shutil.copy(path, tmp_path)
    (tmp_path / "tasks.parquet").unlink()
    with pytest.raises(DataMissing, match=r"tasks\.parquet"):
        load_plan(tmp_path)


def test_reading_and_searching_the_plan_does_not_load_pandera():
    script = (
        "import sys; from hengyang.plan import *; load_plan(); "
        "print('pandera' in sys.modules, 'pypinyin' in sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=DATA_DIR.parent,
    )
    assert answer.stdout.split() == ["False", "False"]
