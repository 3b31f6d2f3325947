# The pages Report and Review.
people-identity = Demo identity (this machine only)
people-identity-help = Demo identities, on this machine only: one reports, the other reviews.
store-actor-demo-reporter = Demo reporter

intake-read-only = Read-only: nothing can be reported here now
intake-start-finding = { $office }, { $month }: { $due ->
    [one] { $due } indicator due
   *[other] { $due } indicators due
 } this month, { $reported } published; leads { $indicators ->
    [one] { $indicators } indicator
   *[other] { $indicators } indicators
 } and { $milestones ->
    [one] { $milestones } milestone
   *[other] { $milestones } milestones
 }
intake-way = **Five steps**: ① choose department and month → ② download the form, fill in the pale yellow columns → ③ drop it here → ④ look at what is wrong and what would change → ⑤ submit. Somebody else then reviews and publishes.
intake-no-department = Your department has no task in the plan: there is nothing to report.
intake-department = Department
intake-period = Reporting period
intake-template = Download the form (published values filled in)
intake-template-file = report_{ $name }_{ $period }.xlsx
intake-file = Upload the filled form
intake-file-help = Drop a file on the box above or choose one. XLSX, XLSM, XLS, ODS, CSV, TSV, and tables saved as web pages; up to { $megabytes } MB and { $rows } rows. Macros never run; take off a password first.
intake-working = Reading and checking
intake-progress-read = Reading the file
intake-progress-recognise = Recognising tables
intake-progress-check = Checking row by row
intake-progress-compare = Comparing with what is published
intake-progress-done = Done
intake-form-of = This form was made for { $name }, { $month }; it has been checked as such.
intake-mine = My reports
intake-not-yours = This report was not made under the identity you have now and cannot be opened here; see it on the page Review.
intake-another = Report another file

intake-steps = The steps of a report
intake-step-read = Read
intake-step-recognise = Recognise
intake-step-check = Check
intake-step-submit = Submit
intake-step-review = Review
intake-step-publish = Publish

intake-finding = Report for { $month }: { $read ->
    [one] { $read } row
   *[other] { $read } rows
 } read, { $good } fit to report, { $faults }; publishing turns { $flips ->
    [one] { $flips } light
   *[other] { $flips } lights
 }{ $moved ->
    [0] {""}
   *[other] , and { $moved } more only because the as-of day moves
}
intake-finding-same = Report for { $month }: changes nothing that is published, nothing to submit ({ $read ->
    [one] { $read } row
   *[other] { $read } rows
 } read, { $faults })
intake-finding-owed = {"; "}{ $office }: { $due ->
    [one] { $due } indicator
   *[other] { $due } indicators
 } due this month, { $missing ->
    [0] all published
   *[other] { $missing } not yet published
}
intake-count-error = { $count } blocking
intake-count-warning = { $count } to confirm
intake-count-separator = { ", " }
intake-count-none = nothing blocking or to confirm
intake-line = { $file } · received { $at } (Beijing time) · original { $hash } · { $kept }
intake-kept = draft saved
intake-not-kept = nothing to submit, no draft kept
intake-sent = { $state ->
    [discarded] This report was discarded; its course
   *[other] This report has been handed in; its course is below
}

intake-findings = To settle
intake-findings-places = rows and columns as in your file
intake-findings-none = No problems found.
intake-findings-left = Warnings and rows left out when submitted
intake-severity-error = Blocks
intake-severity-warning = Confirm
intake-severity-note = Note
intake-head-severity = Kind
intake-head-place = Where
intake-head-value = As written
intake-head-what = What is wrong
intake-head-ticked = Settled
intake-ticked-by = { $name } ticked it as right
intake-ticked-by-nobody = Confirmed by nobody
intake-left-out-row = Row left out
intake-head-mend = How to mend
intake-head-task = Task
intake-head-subject = What
intake-head-before = Before
intake-head-old = Now
intake-head-new = New
intake-head-light = Light
intake-place = { $sheet }, row { $row }, column { $column }
intake-place-row = { $sheet }, row { $row }
intake-place-sheet = { $sheet }
intake-rest = { $count } more not listed

intake-difference = What would change
intake-difference-made = What it changed
intake-difference-counts = { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
 } (each changed value of a row is one): { $added } added · { $changed } changed · { $removed } withdrawn
intake-difference-none = As published already: nothing would change.
intake-narrative = Narrative
intake-withdrawn = withdrawn
intake-light-same = same
intake-flips = Lights that turn ({ $count })
intake-flips-none = No light turns.
intake-flips-none-of-these = No light of the indicators and milestones in the file turns.
intake-whole-count = { $light } { $before }→{ $after }

intake-read = How this file was read
intake-read-encoding = Text encoding { $encoding }
intake-read-sheet = { $sheet }: { $table }
intake-read-header = Header in row { $row }, { $layout }
intake-layout-long = one value a row
intake-layout-wide = one period a column
intake-read-columns = Columns: { $columns }
intake-read-column = { $heading } → { $role }
intake-read-unit = Unit row: { $unit }
intake-read-percent-fraction = Percentages of column { $columns } read as fractions: 0.95 is 95 %
intake-read-percent-percent = Percentages of column { $columns } read as percentages: 95 is 95 %
intake-read-made-from = Made from the form of release { $release }
intake-read-skipped = Skipped: { $parts }
intake-read-skipped-part = { $why } in row { $rows }
intake-skipped-blank = blank
intake-skipped-unit = unit
intake-skipped-note = note
intake-skipped-total = total
intake-skipped-heading = repeated header
intake-skipped-title = title
intake-skipped-other = other
intake-role-id = identifier
intake-role-subject = indicator
intake-role-milestone = milestone
intake-role-period = period
intake-role-value = value
intake-role-unit = unit
intake-role-division = county
intake-role-department = department
intake-role-stage = stage
intake-role-evidence = evidence
intake-role-reason = reason for correction
intake-role-narrative = narrative
intake-who-reviews = Who reviews
intake-who-reviews-how = The Development and Reform Commission; never the person who reports. What comes back says why.
intake-draft-kept = The draft is saved: closing the browser loses nothing.

intake-annotated = Download the annotated file
intake-annotated-help = Cells with problems are coloured and carry a comment; macros are kept and never run.
intake-annotated-lost = Not in the annotated file: { $parts }. The original is kept as it is.
intake-means = These names mean (click to confirm)
intake-means-option = “{ $name }” is { $id }
intake-leave-out = Leave out { $count ->
    [one] { $count } faulty row
   *[other] { $count } faulty rows
 }, submit the rest
intake-tick = True: { $sheet }, row { $row }: { $message }
intake-tick-all = I have checked each of the { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
 }
intake-submit = Submit { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 }
intake-submitted = Submitted; waiting for review.
intake-blocked = Something still blocks: mend the file and report it again, or leave those rows out.
intake-unticked = Confirm each warning first.
intake-not-reporter = This identity may not report; change to the demo reporter.

proposals-read-only = Read-only: nothing can be reviewed here now
proposals-finding = { $submitted } waiting for review, { $approved } for publishing
proposals-one-finding = { $whose }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 } with { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
 } and { $flips ->
    [one] { $flips } light
   *[other] { $flips } lights
 } would change · { $state }
proposals-one-published = { $whose }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 } with { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
 } and { $flips ->
    [one] { $flips } light
   *[other] { $flips } lights
 } changed · published as release { $release }
proposals-whose = { $office }, { $month }
proposals-all = Reports received
proposals-head-state = State
proposals-head-what = Report
proposals-head-file = File
proposals-head-cells = Rows
proposals-head-by = Reported by
proposals-head-when = Last step (Beijing time)
proposals-because = Came back because:
proposals-some-back = { $count ->
    [one] { $count } row came back and must
   *[other] { $count } rows came back and must
 } be reported again
proposals-base = Held against release
proposals-cells = Rows proposed
proposals-left-out = Left out: { $count }
proposals-course = Course (Beijing time)
proposals-some = { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }
proposals-task = Task { $number }
proposals-cell = Row { $row } { $subject } { $name }: { $value }
proposals-download = Download the file as received
proposals-back = All reports
proposals-rows = Rows to return
proposals-rows-none = Approve all (choose none)
proposals-reason = Reason for returning
proposals-reason-placeholder = needed when something is returned
proposals-approve = Approve
proposals-split = Return { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }, approve the rest
proposals-return = Return the whole
proposals-publish = Publish as a new release
proposals-done-approve = Approved; it can be published.
proposals-done-split = { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } returned, the rest approved; it can be published.
proposals-done-return = Returned.
proposals-done-publish = Published as release { $release }.
proposals-see = See the overview as published
proposals-nobody = Without an identity this page is read-only.
proposals-own = You submitted this; somebody else has to review it. Change to the demo reviewer.
proposals-not-reviewer = This identity may not review; change to the demo reviewer.
proposals-closed-draft = Still a draft: not submitted yet.
proposals-closed-returned = Returned; its author has to mend and submit it again.
proposals-closed-published = Published.
proposals-closed-discarded = Discarded by its author; it stays in the audit log.
intake-head-base = In the form
intake-base-same = as now
intake-kept-as-published = stays as now
intake-progress-rows = { $step }: { $done } of { $total }
intake-project-flips = Lights of projects that turn ({ $count })
intake-new-projects = New in the register ({ $count })
intake-commitment-flips = Lights of commitments that turn ({ $count })
intake-moved = { $count ->
    [0] This report moves the data from { $before } to { $after }; no light of the other indicators and milestones turns.
    [one] This report moves the data from { $before } to { $after }; with it 1 light of the other indicators and milestones turns.
   *[other] This report moves the data from { $before } to { $after }; with it { $count } lights of the other indicators and milestones turn.
 }
intake-moved-projects = { $count ->
    [one] So does the light of 1 project.
   *[other] So do the lights of { $count } projects.
 }
intake-moved-commitments = { $count ->
    [one] So does the light of 1 commitment.
   *[other] So do the lights of { $count } commitments.
 }
intake-moved-list = Lights that turn with it
intake-coverage = What projects add up to for targets ({ $count })
intake-coverage-same = { $before } → { $after }, target { $target }
intake-coverage-covered = { $before } → { $after }, target { $target }: from short to covered
intake-coverage-short = { $before } → { $after }, target { $target }: from covered to short
register-row-reply = { $reply } Reply of { $whose }
