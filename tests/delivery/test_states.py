"""Where a project's rows are, and which projects a search finds."""

from __future__ import annotations

import pandas as pd
import pytest

from hengyang.delivery import is_named, of_project

ROWS = pd.DataFrame({"project": ["N2", "N1", "N1", "N10", "N2"], "value": [1, 2, 3, 4, 5]})


@pytest.mark.parametrize(
    ("project", "values"), [("N1", [2, 3]), ("N2", [1, 5]), ("N10", [4]), ("N3", []), ("", [])]
)
def test_a_project_s_rows_are_found_in_their_order_wherever_they_lie(project, values):
    assert of_project(ROWS, project)["value"].tolist() == values


def test_of_a_register_without_rows_no_project_has_any():
    assert of_project(ROWS.iloc[:0], "N1").empty


def test_a_search_looks_through_number_names_and_client_and_takes_text_as_text():
    states = pd.DataFrame(
        {
            "project": ["N04-03", "N05-01"],
            "name_zh": ["地下管廊", "道路(一期)"],
            "name_en": ["Utility tunnel", None],
            "client_zh": [None, "城建投"],
        }
    )
    for words, found in {
        "管廊": [True, False],
        "  UTILITY ": [True, False],
        "n05": [False, True],
        "城建": [False, True],
        "(一期)": [False, True],
        "": [True, True],
        "none": [False, False],
    }.items():
        assert is_named(states, words).tolist() == found, words
