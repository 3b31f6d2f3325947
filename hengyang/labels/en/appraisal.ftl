# Assessment of departments: scores, ranks, what they rest on, how they hang on the weights.
appraisal-title = { $ranked ->
    [one] { $ranked } department
   *[other] { $ranked } departments
 } can be ranked: { $first } leads with { $score }; weights up to { $points } points apart leave { $steady } of the ranks; { $unranked } have too little data for a rank
appraisal-title-none = Too little data: none of the { $count ->
    [one] { $count } department
   *[other] { $count } departments
 } is ranked
appraisal-title-none-silent = No department has reported yet: too little data, none of the { $count } is ranked
appraisal-title-trial = Trial: { $finding }
appraisal-title-one = { $office }: { $score }, rank { $rank } of { $ranked }; with weights up to { $points } points apart rank { $best }–{ $worst }
appraisal-title-one-none = { $office }: { $why }
appraisal-first-others = { $office } and others ({ $count })
appraisal-error-rule = The rule's file { $path } has { $count ->
    [one] { $count } fault
   *[other] { $count } faults
 } and is not used: { $faults }
appraisal-error-weights = Weights "{ $value }" cannot be read: write progress=40,punctuality=20,quality=20,cases=20, each a whole number from 0 to 100, not all 0.
appraisal-trial-note = These weights are a trial. They do not alter the published rule.
appraisal-whole-plan = The assessment is always of the whole plan: filters do not change this page.
appraisal-trial-open = Try weights
appraisal-trial-back = Back to the published weights
appraisal-component-progress = Progress
appraisal-component-punctuality = Punctual
appraisal-component-quality = Quality
appraisal-component-cases = Cases
appraisal-about-progress = Indicators and milestones of the tasks it is listed under, credited by their light; each counts { $lead } where it is listed first, { $support } where later
appraisal-about-punctuality = Indicators of tasks it is listed first under: every report that fell due counts once, by the day that the report states, not by the day of publishing
appraisal-about-quality = Every city-wide value it reported, every milestone reported as done and every published submission counts once
appraisal-about-cases = Every red light's case that it was asked about counts once; a light that was red before brings at most { $most }; what waits for checking, closing or its day is not known
appraisal-head-rank = Rank
appraisal-head-office = Department
appraisal-head-score = Score
appraisal-head-range = Rank range
appraisal-caption = The score is the weighted mean of the components, rounded down to 0.1; equal scores share a rank. Small: known of all. A component that is not known is not 0: its weight goes to the others in proportion. Rank range: best to worst rank with weights up to { $points } points apart
appraisal-key-weight = { $name } { $weight }%
appraisal-known = { $known }/{ $items }
appraisal-not-known = not known
appraisal-bar = { $office } { $score }: { $parts }
appraisal-bar-part = { $name } brings { $points }
appraisal-rank-range = { $best }–{ $worst }
appraisal-unranked = Too little data, not ranked
appraisal-unranked-because = Too little data, not ranked: { $why }
appraisal-obstacle-no_items = nothing to judge by (listed under no task)
appraisal-obstacle-components = fewer than { $least } of four components known
appraisal-obstacle-items = fewer than { $least ->
    [one] { $least } thing
   *[other] { $least } things
 } known
appraisal-obstacle-share = less than { $least }% of all known
appraisal-obstacle-weights = everything known has weight 0
appraisal-obstacle-known = { $why }, only { $known }
appraisal-swaps = Ranks that swap when weights change
appraisal-swaps-note = { $count ->
    [one] { $count } weighting
   *[other] { $count } weightings
 } tried: each weight up to { $points } points apart in steps of { $step }, the sum unchanged. The { $shown ->
    [one] { $shown } pair
   *[other] { $shown } pairs
 } that swap most often, of { $pairs }
appraisal-swaps-none = { $count ->
    [one] { $count } weighting
   *[other] { $count } weightings
 } tried (each weight up to { $points } points apart): no ranks swap.
appraisal-swap = { $ahead } ⇄ { $behind }
appraisal-swap-count = { $swapped }/{ $count }
appraisal-rule = The published rule (version { $version })
appraisal-rule-weight = weight { $weight }
appraisal-rule-ranking = Ranked is who has at least { $components } of four components known, at least { $items ->
    [one] { $items } thing
   *[other] { $items } things
 } known and those at least { $share }% of all. Others are said to have too little data.
appraisal-rule-due = Reports are due (an assumption, configurable): monthly on day { $monthly } of the next month, quarterly on day { $quarterly } after the quarter, annual on day { $annual } of month { $month } of the next year; holidays do not move it.
appraisal-rule-inferred = The notice only lists departments; that the first listed one leads is our inference.
appraisal-rule-file = The rule stands in the file { $path }, checked when it is read; with any fault it is not used and all faults are listed.
appraisal-credit = { $credit }
appraisal-reason-clean = not corrected, with evidence
appraisal-reason-warned = published in spite of a warning
appraisal-reason-corrected = corrected or withdrawn later
appraisal-reason-no_evidence = reported done without evidence
appraisal-reason-closed_on_time = better as promised, closed
appraisal-reason-closed_late = later than promised, closed
appraisal-reason-repeated_at_most = red before: at most
appraisal-reason-overdue = promise passed, not verified
appraisal-reason-unanswered = no reply { $days ->
    [one] { $days } day
   *[other] { $days } days
 } after being asked
appraisal-reason-pending = in hand, too early to judge
appraisal-reason-on_time = on time
appraisal-reason-late = late
appraisal-reason-missing = missing
appraisal-reason-not_begun = no department has reported yet, not judged
appraisal-one-sum = { $parts } = { $score }
appraisal-one-part = { $value } × { $weight }%
appraisal-one-score = { $score }, known { $known }/{ $items }, weighing { $weight }%
appraisal-one-unknown = not known (0/{ $items }), its weight goes to the others
appraisal-one-items = What it rests on
appraisal-item-subject = About
appraisal-item-reason = Finding
appraisal-item-count = Times
appraisal-item-days = Dates
appraisal-item-credit = Credit each
appraisal-item-weight = Counts
appraisal-item-span = { $first } to { $last }
appraisal-item-submission = Submission { $number }
appraisal-item-case = Case { $number }
appraisal-back = ← All departments
appraisal-xlsx = Assessment XLSX
appraisal-file = Department-assessment
appraisal-sheet-scores = Scores
appraisal-sheet-items = Items
appraisal-sheet-rule = Rule
appraisal-sheet-weight = Weights (change them: scores and ranks follow)
appraisal-sheet-component = Component
appraisal-sheet-task = Task
appraisal-sheet-known = Weight known
appraisal-sheet-credited = Credit × weight
appraisal-sheet-ranked = Ranked
appraisal-sheet-range = Rank range (by the weights of the file as made; not live)
appraisal-sheet-release = Release
cli-appraisal-line = { $rank }	{ $score }	{ $office }	{ $parts }	{ $range }
cli-appraisal-unranked = –	–	{ $office }	{ $why }
cli-help-assessment =
    Usage: python -m hengyang assessment [--as-of DAY] [--weights progress=40,punctuality=20,quality=20,cases=20] [--output F.xlsx] [--json]
    Departments assessed: ranks, scores, the four components with what is known, how the order hangs on the weights, as on the page.
    --weights tries other weights and does not alter the published rule; --output writes the workbook with its formulas.
    JSON: workspace, release, as_of, is_trial, rule, weights, departments (rank, score, components, rank range, why not ranked), swaps, items. Not known is null, not 0.
