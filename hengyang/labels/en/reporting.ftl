# Reporting calendar: who owes what and when; received, late, missing; reminders as files.
reporting-title = { $due ->
    [one] { $due } report
   *[other] { $due } reports
 } fell due: { $punctual } on time, { $late } late, { $missing } missing; { $upcoming } more are due in the next { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
reporting-title-not-begun = No department has reported yet: by the assumed due days { $due } fell due and are not judged; { $upcoming } more in the next { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
reporting-title-none = No report is due up to the chosen day
reporting-title-one = { $office }: { $finding }
reporting-matrix = By month of the due day
reporting-matrix-caption = A cell holds the reports due in that month: ✓ on time, ▲ late, ✕ missing, · not judged. What falls due only after the chosen day stands right of the line and is not judged: ● received, ○ not received. Left of the line the sums are those of the title
reporting-matrix-none = No reports to list
reporting-all-offices = All departments
reporting-office = Department
reporting-month = { $month }
reporting-when-month = in { $month }
reporting-when-before = before { $month }
reporting-earlier = Earlier
reporting-total = Total
reporting-cell = { $office }, due { $when }: { $parts }
reporting-count-on_time = { $count } on time
reporting-count-late = { $count } late
reporting-count-missing = { $count } missing
reporting-count-received = { $count } received, not due yet
reporting-count-upcoming = { $count } not due yet
reporting-count-not_begun = { $count } not judged
reporting-list-missing = Missing
reporting-list-missing-none = None is missing.
reporting-list-upcoming = Due in the next { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
reporting-list-upcoming-none = Nothing unreported is due in the next { $days ->
    [one] { $days } day
   *[other] { $days } days
 }.
reporting-list-late = Late
reporting-list-late-none = None was late.
reporting-line-periods = { $count }: { $periods }
reporting-line-span = { $first } to { $last }
reporting-more = { $count } more, in the file
reporting-no-office = no department listed
reporting-rule = Due days are an assumption
reporting-rule-received = A report counts as received on the day stated by the first value that a department reported for the period; only what was taken in here and published counts. Figures published elsewhere, or of another definition, are no reports.
reporting-rule-frequency = How often is a proposal that an analyst can change; who owes is the department listed first under the task (our inference). Milestones and projects have no stated frequency and are not in the calendar.
reporting-ics = Reminders ICS
reporting-xlsx = Calendar XLSX
reporting-file = Reporting-calendar
reporting-sheet-upcoming = Upcoming
reporting-sheet-missing = Missing
reporting-sheet-late = Late
reporting-sheet-rule = Due rule
reporting-column-due = Due
reporting-column-department = Department (listed first, inferred)
reporting-column-indicator = Indicator
reporting-column-name = Name
reporting-column-task = Task
reporting-column-frequency = Frequency
reporting-column-period = Period
reporting-column-state = State
reporting-column-received = Received
reporting-frequency-proposed = { $frequency } (proposed)
reporting-state-on_time = on time
reporting-state-late = late
reporting-state-missing = missing
reporting-state-received = received, not due yet
reporting-state-upcoming = not due yet
reporting-state-not_begun = no department has reported yet, not judged
reporting-ics-calendar = Hengyang action plan: reporting calendar
reporting-ics-summary = Report: { $office }, { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
 }
reporting-ics-demo = [Demo data] { $summary }
reporting-ics-line = { $indicator } { $name } ({ $period })
reporting-ics-note = The due day is an assumption (configurable); the department is the one listed first (inferred). Release { $release }, as of { $day }.
cli-calendar-line = { $due }	{ $office }	{ $indicator }	{ $name }	{ $period }	{ $state }
cli-help-calendar =
    Usage: python -m hengyang calendar [--department D] [--as-of DAY] [--output F.ics|F.xlsx] [--json]
    Reporting calendar: which department owes which indicator of which period, and when; on time, late, missing, and what is due next.
    --output writes reminders: ICS (calendar programs) or XLSX, by the file's suffix.
    JSON: workspace, release, as_of, has_reporting_begun, rule, counts, reports (department, indicator, period, due day, day received, release, state). Not received is null.
cli-error-calendar-output = "{ $path }" is no calendar: the file's name must end in .ics or .xlsx.
