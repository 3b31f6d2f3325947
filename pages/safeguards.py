"""保障措施: is each of the notice's commitments kept, how fast is the green channel, are projects in store and plans?"""

from hengyang import delivery
from hengyang.charts import safeguards as drawn
from hengyang.ui import board, heading, section, view
from hengyang.ui import safeguards as choices

shown = view.current()
tables, language, link, as_of = shown.tables, shown.language, shown.link, shown.as_of
show = section.choose(shown, "safeguards", ("commitments", "green", "listings"))
requests = choices.of_projects(shown, delivery.green_channel(tables, as_of))
listings = choices.of_projects(shown, delivery.project_listings(tables, as_of))

if show == "green":
    heading.show(drawn.green_finding(requests, language))
    board.show(drawn.green_table(requests, tables, language, link), key="safeguards_green")
elif show == "listings":
    heading.show(drawn.listings_finding(listings, tables, as_of.year, language))
    panel = drawn.listings_panel(listings, tables, as_of, language, link)
    board.show(panel, key="safeguards_listings")
else:
    found = choices.of_departments(shown, delivery.commitment_lights(tables, as_of))
    heading.show(drawn.commitments_finding(found, language))
    panel = drawn.commitments_panel(found, requests, listings, tables, as_of.year, language, link)
    board.show(panel, key="safeguards")
