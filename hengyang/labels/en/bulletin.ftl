# The inspection bulletin: words made from the data.
bulletin-title = Inspection bulletin: { $plan } ({ $status }), progress as of { $day }
bulletin-title-subject = Inspection bulletin: { $plan } ({ $status }), part “{ $subject }”, progress as of { $day }
bulletin-draft = Draft: the text is made from the data; what is marked in [ ] is filled in by a person before it is signed
bulletin-organ = Issuing organ
bulletin-number = Document number
bulletin-signer = Signed by (organ)
bulletin-signed-on = Date of issue
bulletin-addressees = To: { $names }
bulletin-addressees-open = Addressees
bulletin-copied = Copied to:{" "}
bulletin-copied-to = organs that get a copy
bulletin-printed-by = printed by
bulletin-printed-on = date of printing
bulletin-printed = {""}
bulletin-separator = {", "}
bulletin-apart = {"; "}
bulletin-no-lead = no department listed

bulletin-opening = This bulletin reports the progress of the { $plan } ({ $status }; “the plan”) as of { $day }.
bulletin-opening-subject = This bulletin reports the progress of the part “{ $subject }” of the { $plan } ({ $status }; “the plan”) as of { $day }.
bulletin-basis = {" "}Figures are those of data release { $release } ({ $edition }); lights follow method version { $method }.
bulletin-edition = meeting edition { $edition }
bulletin-no-edition = not frozen into a meeting edition
bulletin-nature-demo = {" "}All values are demonstration data: simulated, no measure of real progress, not to be used for any assessment.
bulletin-nature-official = {" "}Only published reports and public figures are used.
bulletin-standing = {" "}The plan is a “{ $status }”: the final document decides about targets and departments. It only lists departments; the first listed is taken to lead, which is an inference.

bulletin-overall = Overall
bulletin-count = { $count } { $light }
bulletin-count-milestones = { $count } { $light }
bulletin-counts = {" "}Of { $counted ->
    [one] { $counted } indicator
   *[other] { $counted } indicators
 } counted: { $counts }.
bulletin-uncounted = {" "}{ $count } more are only described or checked; they are in the annex and counted nowhere.
bulletin-coverage = { $due ->
    [one] { $due } indicator was
   *[other] { $due } indicators were
 } due for reporting, { $reported } were reported, { $missing } { $missing ->
    [one] was
   *[other] were
 } not; coverage { $share }.
bulletin-coverage-none = No indicator of the selection was due for reporting.
bulletin-stale = {" "}The data of { $count } { $count ->
    [one] is
   *[other] are
 } stale (no update for more than { $periods ->
    [one] { $periods } reporting period
   *[other] { $periods } reporting periods
 }): { $count ->
    [one] it keeps its light and is marked
   *[other] they keep their light and are marked
 }.
bulletin-milestones = {" "}Milestones ({ $count }): { $counts }.
bulletin-bands = Lights: { $behind } to { $far } percentage points behind the expected path is behind (yellow), more than { $far } is far behind (red), missed at the deadline is overdue (red). What was not reported is neither zero nor fine. Percentages are rounded down; values of unlike units are never averaged.
bulletin-table-themes = Lights of the indicators by theme
bulletin-total = Total

bulletin-themes = By theme
bulletin-theme-tasks = Tasks: { $count }.
bulletin-theme-counts = {" "}Indicators counted ({ $counted }): { $counts }; { $reported } of { $due } due were reported.
bulletin-theme-uncounted = {" "}No indicator is counted.
bulletin-theme-light = {" "}Light of the theme: { $light }.
bulletin-theme-dark = {" "}Under { $share }% of the due indicators were reported, so the theme has no light.
bulletin-theme-red = {" "}Red ({ $count }): { $names }.
bulletin-theme-yellow = {" "}Yellow: { $count }.
bulletin-named = { $name } ({ $subject })
bulletin-task = Task { $task } { $name }
bulletin-bare = {" "}{ $names }: neither a number nor a milestone, so no light.
bulletin-plan-items = The whole plan

bulletin-needy = What is red or yellow, and why
bulletin-red = Red ({ $count })
bulletin-yellow = Yellow ({ $count })
bulletin-none = None.
bulletin-none-known = None of what was reported; { $count } more were not reported and nothing is known of them.
bulletin-place = {" "}({ $subject }, { $office }):{" "}
bulletin-why = {" "}{ $sentence }.
bulletin-turn = {" "}{ $turn }.
bulletin-statement = {" "}The department says ({ $month }): “
bulletin-statement-end = ”
bulletin-table-yellow = What is yellow

bulletin-moved = Since last time
bulletin-moved-unknown = There is no earlier edition or reporting period to compare with.
bulletin-against = edition { $name } (as of { $day })
bulletin-against-period = the reporting period before (as of { $day })
bulletin-moved-none = No light has changed since { $against }.
bulletin-moved-counts = Since { $against }, { $worse } got worse and { $better } got better; { $other } more moved between known and unknown, which is neither.
bulletin-moved-worse = Worse ({ $count })
bulletin-moved-better = Better ({ $count })
bulletin-moved-other = Other changes ({ $count })
bulletin-table-moved = Lights that changed

bulletin-unreported = Not reported
bulletin-unreported-none = Every indicator and milestone of the selection was reported.
bulletin-unreported-counts = Not reported: { $indicators ->
    [one] { $indicators } indicator
   *[other] { $indicators } indicators
 } and { $milestones ->
    [one] { $milestones } milestone
   *[other] { $milestones } milestones
 } of { $departments ->
    [one] { $departments } department
   *[other] { $departments } departments
 } taken to lead: { $names }.
bulletin-unreported-office = { $office } ({ $count })
bulletin-table-unreported = What was not reported
bulletin-never = never reported
bulletin-stale-list = Stale ({ $count }): { $names }.
bulletin-stale-item = { $name } ({ $subject }, { $office }, last { $day })
bulletin-other-figures = For { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
 } there are public figures of another definition; they are for reference and light nothing.

bulletin-next = Next steps
bulletin-next-none = Nothing in the selection needs to be put right or reported.
bulletin-next-who = {" "}
bulletin-next-by = {": by "}
bulletin-responsible = responsible department
bulletin-by = deadline
bulletin-receiver = receiving office
bulletin-next-red = Red items ({ $count }).
bulletin-next-red-what = , state in writing the reasons, the measures and the date of completion.
bulletin-next-yellow = Yellow items ({ $count }).
bulletin-next-yellow-what = , state the reasons and how the gap will be closed.
bulletin-next-missing = Missing reports ({ $count }).
bulletin-next-missing-what = , report by the plan's definitions; where there is no progress, report zero and say why.
bulletin-next-stale = Stale data ({ $count }).
bulletin-next-stale-what = , bring them up to the latest reporting period.
bulletin-next-unjudged = Items without a light ({ $count }).
bulletin-next-unjudged-what = , supply baselines, annual targets or the planned date of the next stage.
bulletin-next-where = Send these to{" "}
bulletin-next-lead = . Departments that disagree are asked to say so in writing with them.

bulletin-annex-indicators = Indicators
bulletin-annex-milestones = Milestones
bulletin-annex-lights = The lights
bulletin-annex-note = Actual and target carry their units; “Expected” is the value due on the day of the actual; attainment is rounded down; the gap is in percentage points, “margin” is the distance from a floor or cap; “check” and “Described” rows are counted nowhere.
bulletin-table-indicators = Indicators, lights and gaps
bulletin-table-milestones = Milestones, lights and stages
bulletin-table-lights = Nine lights
bulletin-margin = margin { $margin }
bulletin-uncounted-mark = {" "}(check)
bulletin-column-id = No.
bulletin-column-subject = Indicator or milestone
bulletin-column-indicator = Indicator
bulletin-column-milestone = Milestone
bulletin-column-light = Light
bulletin-column-actual = Actual
bulletin-column-target = Target
bulletin-column-expected = Expected
bulletin-column-attainment = Attained
bulletin-column-gap = Gap
bulletin-column-office = First listed
bulletin-column-reason = Reason
bulletin-column-before = Before
bulletin-column-after = Now
bulletin-column-last = Last report
bulletin-column-stage = Stage
bulletin-column-next-stage = Next stage due
bulletin-column-when = When
bulletin-column-means = What it means
bulletin-column-theme = Theme
bulletin-column-indicators = Count
bulletin-column-reported = Reported / due
bulletin-column-theme-light = Theme light
