"""A frame of lights has its columns in their types, and nothing stands for what a row lacks."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hengyang.progress.columns import typed


def test_what_a_row_lacks_is_missing() -> None:
    frame = typed([{}, {"n": np.nan, "t": pd.NA, "d": pd.NaT}], {"n": "n", "t": "t", "d": "d"})
    assert frame.isna().all(axis=None)


@pytest.mark.parametrize("kind", ["f", "i"])
@pytest.mark.parametrize("row", [{}, {"value": None}, {"value": np.nan}])
def test_a_flag_and_an_integer_cannot_be_missing(kind: str, row: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        typed([row], {"value": kind})
