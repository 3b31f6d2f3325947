"""Coverage of the targets as HTML: a row's numbers add up before the reader's eyes."""

import re

from hengyang import progress, store
from hengyang.charts.rolling import coverage_table
from hengyang.delivery import coverage
from hengyang.labels import words


def test_what_nobody_reported_has_a_column_so_that_rows_add_up(store_url):
    tables = store.open_store(store_url, "demo").read()
    covered = coverage(tables, progress.default_as_of(tables))
    assert covered["stage_unknown"].sum() > 0  # else there is nothing to show
    unknown = words("zh")("light-not_reported")

    def heads(rows):
        html = str(coverage_table(rows, tables, "zh", lambda page, **_: page))
        return re.findall(r"<th[^>]*>([^<]*)", html)

    assert unknown in heads(covered)
    assert unknown not in heads(covered.assign(stage_unknown=0.0))
