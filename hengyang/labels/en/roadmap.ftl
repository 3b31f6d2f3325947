# The roadmap: planned and actual, slips, what falls due, what has no date.
roadmap-section = View
roadmap-section-gantt = Timetable
roadmap-section-due = Due in 90 days
roadmap-section-moved = Dates moved
roadmap-section-undated = No date
roadmap-label = Timetable: planned and actual
roadmap-by = Group by
roadmap-by-task = By task
roadmap-by-theme = By theme
roadmap-by-department = By department
roadmap-against = Compare with
roadmap-against-name = Against: { $name }
roadmap-baseline-first = first dates
roadmap-separator = { "; " }
roadmap-comma = { ", " }
roadmap-colon = { ": " }
roadmap-year = { $year }
roadmap-as-of = as of { $month }
roadmap-none = No projects, milestones or targets match the filters.
roadmap-title = { $overdue } overdue{ $unreported ->
    [0] {""}
   *[other] , { $unreported } past their date and not reported
}, { $coming } due within 90 days; against { $baseline }, { $moved ->
    [one] { $moved } date
   *[other] { $moved } dates
 } moved
roadmap-title-silent = { $past ->
    [one] { $past } target year is
   *[other] { $past } target years are
 } over without a reported result; { $undated ->
    [one] { $undated } item has no date and stays
   *[other] { $undated } items have no date and stay
 } off the axis
roadmap-title-due = { $overdue } overdue, { $unreported } past their date and not reported, { $coming } due within 90 days
roadmap-title-moved = Against { $baseline }, { $count ->
    [one] { $count } item
   *[other] { $count } items
 } moved: { $later } later, { $earlier } earlier
roadmap-title-moved-none = Against { $baseline }, no date moved
roadmap-title-undated = { $projects ->
    [one] { $projects } project
   *[other] { $projects } projects
 } and { $others ->
    [one] { $others } other item
   *[other] { $others } other items
 } have no date, { $standing ->
    [one] { $standing } is a standing duty
   *[other] { $standing } are standing duties
 }: listed, not drawn
roadmap-title-undated-none = Every item has a date
roadmap-what-start = start
roadmap-what-finish = finish
roadmap-what-next = next stage
roadmap-slip-later = { $what } { $months ->
    [one] { $months } month
   *[other] { $months } months
} later (was { $old })
roadmap-slip-earlier = { $what } { $months ->
    [one] { $months } month
   *[other] { $months } months
} earlier (was { $old })
roadmap-moved-later = { $months ->
    [one] { $months } month
   *[other] { $months } months
} later
roadmap-moved-earlier = { $months ->
    [one] { $months } month
   *[other] { $months } months
} earlier
roadmap-late-done = done { $months ->
    [one] { $months } month
   *[other] { $months } months
} late
roadmap-late-open = { $months ->
    [one] { $months } month
   *[other] { $months } months
} overdue
roadmap-start-late = start { $months ->
    [one] { $months } month
   *[other] { $months } months
} overdue
roadmap-started-late = started { $months ->
    [one] { $months } month
   *[other] { $months } months
} late
roadmap-planned = planned { $start } to { $finish }
roadmap-due-by = due by { $day }
roadmap-next = next stage { $day }
roadmap-actual-start = started { $day }
roadmap-actual-finish = done { $day }
roadmap-assumed = no year in the notice, the plan's horizon stands in
roadmap-standing = a standing duty without an end
roadmap-no-date = no date given
roadmap-fault-finish_before_start = Contradiction: planned finish before start
roadmap-fault-actual_finish_before_start = Contradiction: finished before it started
roadmap-fault-steps_out_of_order = Contradiction: steps out of order
roadmap-faults = { $count ->
    [one] { $count } project has
   *[other] { $count } projects have
} dates that contradict each other; drawn as reported, to be corrected
roadmap-no-task = No task
roadmap-no-theme = Overall aims and safeguards
roadmap-no-department = No department given
roadmap-count = { $count }
roadmap-count-project = projects { $count }
roadmap-count-milestone = milestones { $count }
roadmap-count-target = targets { $count }
roadmap-group-late = { $count } overdue
roadmap-group-moved = { $count } later
roadmap-cell = { $year } Q{ $quarter }: { $due } due, { $done } done, { $overdue } overdue, { $unknown } not reported
roadmap-more = { $count } more: show all
roadmap-more-undated = { $count } more without a date
roadmap-key-was = earlier plan
roadmap-key-planned = planned
roadmap-key-actual = actual
roadmap-key-running = under way (to the as-of day)
roadmap-key-year = target year (no more exact, due at its end)
roadmap-key-stage = next stage
roadmap-key-deadline = milestone's deadline
roadmap-key-target = target's deadline
roadmap-key-done = done
roadmap-key-qd = done
roadmap-key-qo = overdue
roadmap-key-qu = not reported
roadmap-key-quarter = Squares: how many are due to be finished in the quarter (finishes alone: starts, steps and next stages stand at the right and in the rows; a bare year counts at its end), of these
roadmap-key-qf = still to come
roadmap-due = Overdue, and due in 90 days
roadmap-due-none = Nothing falls due within 90 days.
roadmap-due-all = all { $count }
roadmap-due-start = start
roadmap-due-step = step
roadmap-due-finish = finish
roadmap-due-stage = next stage
roadmap-due-year = deadline
roadmap-due-action = resolve the issue
roadmap-urgency-overdue = overdue
roadmap-urgency-unreported = past, not reported
roadmap-urgency-coming = coming
roadmap-days-today = due today
roadmap-days-past = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
roadmap-days-left = in { $count ->
    [one] { $count } day
   *[other] { $count } days
}
roadmap-months-this = due by the end of this month
roadmap-months-past = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
roadmap-months-left = in { $count ->
    [one] { $count } month
   *[other] { $count } months
}
roadmap-year-over = the year is over
roadmap-year-end = due at the year's end
roadmap-download = Save as
roadmap-file-pdf = PDF
roadmap-file-png = PNG
roadmap-file-pptx = PPTX
roadmap-error-kind = The roadmap makes no file of the kind “{ $value }”. Possible: { $known }
roadmap-error-picture = One picture holds { $most } rows, there are { $rows }: close groups, narrow the choice, or take a PDF.
roadmap-slide-planned = pale bar: planned
roadmap-slide-was = dashed: earlier plan, the arrow leads to the present date
roadmap-slide-actual = coloured bar: actual (the light's colour)
roadmap-slide-running = coloured bar up to the as-of day: under way
roadmap-slide-year = pale ground: target year (due at its end)
roadmap-slide-stage = ◆ next stage
roadmap-slide-deadline = ◇ milestone's deadline
roadmap-slide-target = △ target's deadline
roadmap-slide-done = dot: done
roadmap-slide-cell = squares: how many are due in the quarter; blue done, red some overdue (overdue/due), grey not reported, white to come
roadmap-column-state = State
roadmap-column-due = Due
roadmap-column-what = What
roadmap-column-name = Project, milestone, target
roadmap-column-department = Office
roadmap-column-light = Light
roadmap-column-old = Was
roadmap-column-new = Is
roadmap-column-months = Moved
roadmap-column-why = Why
roadmap-column-task = Task
roadmap-moved-caption = Projects, milestones and targets whose dates moved, the furthest first
roadmap-undated-caption = Projects, milestones and targets without a date

cli-roadmap-due = [{ $state }] { $item } { $name }: { $what } { $day } ({ $office })
cli-roadmap-moved = { $item } { $name }: { $slip }
cli-help-roadmap =
    Usage: python -m hengyang roadmap [--theme <theme>] [--task <number>] [--department <name>] [--as-of <day>]
            {"["}--baseline <release>] [--output F.pdf|F.png|F.pptx] [--json]

    The timetable of projects, milestones and targets: planned and actual, slips, what is due in 90 days, what has no date.
    --baseline compares with the plan of a release; without it each item is compared with its first dates.
    Most dates are months (kept as a month's last day), so slips are whole months; a bare year is due at its end.

    JSON
      workspace, release, as_of, baseline (null when not given)
      items:  [{"{"}item, kind (project, milestone, target), task, theme, department, division, name_zh, name_en, light,
              state (done, open, unknown), planned_start, planned_finish, next_due, actual_start, actual_finish,
              was_start, was_finish, was_next_due, finish_precision (day, month, year), is_finish_assumed, is_standing,
              fault, start_slip_months, finish_slip_months, next_slip_months, start_late_months, late_months, reported_for{"}"}]
      due:    [{"{"}item, what (start, step, finish, stage, year, action), step_zh, step_en, due_on, precision,
              department, urgency (overdue, unreported, coming), days, months, kind, task, name_zh, name_en, light{"}"}]
      moved, undated, contradictory   the numbers of items
      file    where --output wrote (the overview; every item where --theme, --task or --department narrow it)
      What is not known is null.
