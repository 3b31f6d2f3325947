task-strip = The 31 tasks
task-source = The plan's own words
task-source-origin = Draft plan, clause { $clause } · it names no lead department: listed first is read as lead
task-translation = Our translation, not official.{ " " }
task-milestones = Milestones
task-departments = Departments
task-narratives = What departments say
task-defects = Doubts about the text
task-defect-reading = Read as: { $reading }
task-reported-by = { $office }, reported { $day }
task-expected = expected { $value }
task-target = target { $target }
task-value-of = as of { $day }
task-next-stage = next stage planned for { $day }
task-evidence = evidence:{" "}
task-why = Why "{ $light }":
task-next = What would change it:
task-described = A count of parts or a service standard in the text: described only, not measured, no light.
task-no-targets = The text has neither a number nor a checkable milestone for this task; it is tracked by narrative and projects, without a percentage.
task-explore = Explore (zoomable chart and data table)
task-explore-caption = { $name }: all values
task-finding-worst = { $task }: "{ $name }": attainment { $gap } points behind schedule
task-finding-forecast = , due { $month } at the present rate
task-finding-never = , not met in time at the present rate
task-finding-light = { $task }: "{ $name }" is { $light }
task-finding-good = { $task }: all { $count ->
    [one] { $count } indicator is
   *[other] { $count } indicators are
 } met, on track or nearly
task-finding-grey = { $task }: its { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
 } cannot be judged yet ({ $missing } not reported)
task-finding-mixed = { $task }: { $reported } met, on track or nearly, { $missing } not reported or not assessed
task-finding-milestones = { $task }: no quantified target; { $done } of { $count ->
    [one] { $count } milestone
   *[other] { $count } milestones
 } done
task-finding-none = { $task }: neither a quantified target nor a milestone
column-chart-date = Date
column-chart-value = Value
column-chart-expected = Expected
column-chart-reported = Reported on
column-chart-source = Source
task-only-milestones = This task has no quantified target; it is tracked by milestones.
task-whole-plan = Whole plan
task-whole-plan-short = All
task-source-theme = Draft plan, part two, introduction to { $theme }
task-source-safeguard = Draft plan, part three, safeguard { $number }
task-published = Published figures and their sentences
task-value-source = source: { $source }
