"""The reader's choices survive the URL."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang.schema import LANGUAGES, Light, Theme
from hengyang.ui import selection
from hengyang.ui.selection import WORKSPACES, Selection, ignored, known, month_end, parsed


def some(values):
    return st.lists(st.sampled_from(values), max_size=4, unique=True).map(tuple)


codes = some(["housing", "finance_bureau", "430405", "430481"])
month_ends = st.dates(date(1990, 1, 1), date(2100, 12, 31)).map(
    lambda day: month_end(f"{day:%Y-%m}")
)
selections = st.builds(
    Selection,
    workspace=st.sampled_from(WORKSPACES),
    lang=st.sampled_from(LANGUAGES),
    as_of=st.none() | month_ends,
    release=st.none() | st.integers(1, 10**8 - 1),
    theme=some([theme.value for theme in Theme]),
    department=codes,
    light=some([light.value for light in Light]),
    division=codes,
)


@given(selections)
def test_a_selection_comes_back_from_its_own_link(chosen):
    assert parsed(chosen.params()) == chosen
    assert ignored(chosen.params(), chosen) == ()


def test_what_stands_at_its_default_is_left_out():
    assert Selection().params() == {}


@given(st.dictionaries(st.sampled_from([*Selection.__dataclass_fields__, "x"]), st.text()))
def test_no_link_breaks_the_parser(parameters):
    chosen = parsed(parameters)
    assert chosen.workspace in WORKSPACES
    assert chosen.lang in LANGUAGES
    assert parsed(chosen.params()) == chosen


@pytest.mark.parametrize("garbled", ["0", "-1", "1.5", "²", "١", "999999999999", "", "r3"])
def test_what_is_no_release_number_means_the_newest(garbled):
    assert parsed({"release": garbled}).release is None


@pytest.mark.parametrize("garbled", ["2019", "2019-13", "2019-00", "0-1", "19-", "-5", "May"])
def test_what_is_no_month_means_the_newest_one(garbled):
    assert month_end(garbled) is None


def test_february_ends_when_it_ends():
    assert month_end("2020-02") == date(2020, 2, 29)
    assert month_end("2019-02-03") == date(2019, 2, 28)


def test_only_the_known_part_of_a_filter_is_kept_and_the_rest_told():
    parameters = {"theme": "green.purple", "division": "430405.999999", "light": "met"}
    chosen = known(parsed(parameters), division={"430405"})
    assert (chosen.theme, chosen.division, chosen.light) == (("green",), ("430405",), ("met",))
    assert ignored(parameters, chosen) == ("theme", "division")


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"workspace": "secret"}, ("workspace",)),
        ({"lang": "fr"}, ("lang",)),
        ({"as_of": "soon"}, ("as_of",)),
        ({"release": "last"}, ("release",)),
        ({"workspace": "demo", "lang": "zh", "task": "999"}, ()),
        ({"theme": "", "as_of": ""}, ()),
    ],
)
def test_what_was_not_understood_is_told(parameters, told):
    assert ignored(parameters, parsed(parameters)) == told


def test_a_change_keeps_the_parameters_of_the_page(monkeypatch):
    class Parameters(dict):
        def to_dict(self):
            return dict(self)

        def from_dict(self, wanted):
            self.clear()
            self.update(wanted)

    held = Parameters(task="5", lang="en", theme="green")
    monkeypatch.setattr(selection.st, "query_params", held)
    selection.change(theme=(), as_of=date(2018, 5, 31))
    assert held == {"task": "5", "lang": "en", "as_of": "2018-05"}
