"""The figure before: of the same subject and place, the last before the day, whatever month that was."""

from datetime import date

from hengyang import store
from hengyang.progress import previous


def test_the_value_before_is_the_last_of_the_same_cell(store_url):
    tables = store.open_store(store_url, "demo").read()
    rows = tables.observations
    mine = rows[(rows["indicator"] == "T05-3") & (rows["division"] == "430400")]
    may = mine[mine["reference_date"] == "2019-05-31"]["value"].iloc[0]
    asked = ("observations", "T05-3", "430400")
    assert previous(tables, *asked, date(2019, 6, 30), "value") == (may, date(2019, 5, 31))
    assert previous(tables, *asked, date(2019, 12, 31), "value")[1] == date(2019, 6, 30)
    assert previous(tables, *asked, date(2016, 1, 31), "value") is None
    assert previous(tables, "narratives", "5", None, date(2019, 6, 30), "text_zh") is None
