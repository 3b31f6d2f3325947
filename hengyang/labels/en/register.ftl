register-caption = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
 }
register-indicator = Id
register-name = Indicator · department
register-light = Light
register-value = Actual
register-target = Target
register-trend = Trend
register-attainment = Attainment
register-gap = Gap / margin
register-pace = Needed / best month
register-fresh = Value of
register-points = { $gap } pts
register-margin = margin { $margin }
register-pace-of = { $needed } / { $best }
register-stale = stale
register-search = Find in the table
register-search-placeholder = indicator, id, department
register-csv = Download CSV
register-xlsx = Download Excel
register-finding = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
 }: { $needy } behind, far behind or overdue, { $missing } not reported, { $stale } stale
register-finding-none = No indicator fits
register-milestones = { $count ->
    [one] { $count } milestone
   *[other] { $count } milestones
 }
register-milestone = Milestone · department
register-stage = Stage
register-next-stage = Next stage planned
register-sort-hint = (click a heading to sort)
