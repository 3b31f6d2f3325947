"""比较: how do the plans of the lake stand beside each other, and which one needs looking at?"""

from hengyang import store
from hengyang.charts import plans as drawn
from hengyang.ui import board, heading, loading, plans, view

shown = view.current()
standings, made = loading.standings(shown.selection.workspace)

if made is None:
    heading.show(shown.say("lake-finding-none"))
    plans.how_to_begin(shown, has_lake=store.lake_url() is not None)
else:
    heading.show(
        drawn.comparison_finding(standings, shown.language),
        drawn.provenance(made, standings, shown.language),
    )
    found = drawn.matching(standings, plans.query(shown))
    board.show(drawn.strip(standings, shown.language, here=shown.tables.of_plan), key="strip")
    board.show(drawn.comparison(found, shown.language, shown.link), key="plans")
