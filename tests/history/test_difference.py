"""What differs between two releases."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang import history
from hengyang.history.difference import changed_cells
from tests.history.builders import DAY, compared, observation, tables


def test_a_release_does_not_differ_from_itself():
    one = tables(1, observation())
    found = compared(one, one)
    assert found.cells.empty
    assert found.lights.empty


def test_a_release_with_the_same_values_does_not_differ():
    assert compared(tables(1, observation()), tables(2, observation())).cells.empty


def test_a_changed_value_is_told_old_and_new_with_what_else_changed():
    found = compared(
        tables(1, observation(14.2)), tables(2, observation(15.0, source="correction"))
    )
    (cell,) = found.cells.to_dict("records")
    assert (cell["change"], cell["field"], cell["old"], cell["new"]) == (
        "changed",
        "value",
        14.2,
        15.0,
    )
    assert cell["others"] == (("source", "report", "correction"),)
    assert cell["cell"] == "observations/T05-3/430400/2019-05-31/same"
    assert (cell["division"], cell["date"]) == ("430400", pd.Timestamp("2019-05-31"))


def test_a_cell_whose_value_stands_tells_what_else_changed():
    found = compared(tables(1, observation()), tables(2, observation(source="correction")))
    (cell,) = found.cells.to_dict("records")
    assert (cell["field"], cell["old"], cell["new"]) == ("source", "report", "correction")


def test_what_one_release_alone_has_is_added_or_removed_and_never_zero():
    less, more = tables(1), tables(2, observation(0.0))
    (added,) = compared(less, more).cells.to_dict("records")
    (removed,) = compared(more, less).cells.to_dict("records")
    assert (added["change"], added["old"], added["new"]) == ("added", None, 0.0)
    assert (removed["change"], removed["old"], removed["new"]) == ("removed", 0.0, None)


def test_a_changed_word_of_the_plan_is_a_cell_too():
    before = tables(1)
    tasks = before.tasks.assign(
        name_en=before.tasks["name_en"].where(before.tasks["task"] != 5, "Pipes")
    )
    (cell,) = compared(before, tables(2, tasks=tasks)).cells.to_dict("records")
    assert (cell["table"], cell["cell"], cell["field"], cell["new"]) == (
        "tasks",
        "tasks/5",
        "name_en",
        "Pipes",
    )


def test_lights_are_of_the_same_day_in_both_releases():
    found = compared(tables(1, observation(15.0)), tables(2, observation(50.0)))
    lights = found.lights.set_index("subject")
    assert found.as_of == DAY
    assert lights.loc["T05-3", "light_before"] == "behind"
    assert lights.loc["T05-3", "light_after"] == "met"
    assert lights.loc["T05-3", "change"] == "better"


def test_tables_are_counted_in_the_order_of_the_schema():
    found = compared(
        tables(1, observation(1.0), observation(2.0, day="2019-04-30")),
        tables(2, observation(3.0), observation(4.0, day="2019-03-31")),
    )
    assert history.table_counts(found.cells).to_dict("records") == [
        {"table": "observations", "added": 1, "changed": 1, "removed": 1}
    ]


def test_only_keeps_subjects_and_divisions():
    both = compared(
        tables(1),
        tables(
            2,
            observation(),
            observation(division="430481"),
            observation(95.0, indicator="T09-1"),
        ),
    )
    kept = history.only(both, {"T05-3"}, {"430481"})
    assert list(kept.cells["division"]) == ["430481"]
    assert set(kept.lights["subject"]) <= {"T05-3"}
    assert set(history.only(both, {"T05-3"}, ()).cells["subject"]) == {"T05-3"}


def test_later_days_do_not_bear_on_an_earlier_day():
    both = compared(tables(1), tables(2, observation(), observation(day="2019-06-30")))
    assert list(history.until(both, DAY).cells["date"]) == [pd.Timestamp(DAY)]


_values = st.dictionaries(
    st.sampled_from(["2019-02-28", "2019-03-31", "2019-04-30", "2019-05-31"]),
    st.integers(0, 3).map(float),
)


@pytest.mark.proof
@given(_values, _values)
def test_the_difference_backwards_is_the_difference_with_old_and_new_exchanged(before, after):
    def released(number, values):
        return tables(number, *(observation(value, day=day) for day, value in values.items()))

    def told(cells, old, new):
        return {(row["cell"], row[old], row[new]) for row in cells.to_dict("records")}

    one, other = released(1, before), released(2, after)
    forth = changed_cells(one, other)
    back = changed_cells(other, one)
    assert told(forth, "old", "new") == told(back, "new", "old")
    assert len(forth) == sum(before.get(day) != after.get(day) for day in {*before, *after})
