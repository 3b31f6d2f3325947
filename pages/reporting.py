"""报送日历: who owes which report when, what has come, what is late or missing, what is due next?"""

from hengyang import delivery
from hengyang.charts import reporting as drawn
from hengyang.progress.needs import short_name
from hengyang.ui import heading, offices, reporting, view

shown = view.current()
rule = delivery.published_rule()
found, has_begun = reporting.due(shown, rule)
office = offices.chosen(shown)

heading.note_unknown(shown, office=list(shown.tables.departments["department"]))
finding = drawn.reporting_finding(found, shown.as_of, rule, shown.language, has_begun=has_begun)
if office is not None:
    name = short_name(office, shown.tables, shown.language)
    finding = shown.say("reporting-title-one", office=name, finding=finding)
heading.show(finding)
reporting.take_away(shown, found, rule)
reporting.show(shown, found, rule)
