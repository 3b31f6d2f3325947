# The project register: board, table, one project, coverage of targets, three-year rolling plan.
projects-section = Show
projects-section-board = Board
projects-section-table = Table
projects-section-coverage = Coverage of targets
projects-section-plan = Rolling plan
projects-title-board = { $total ->
    [one] { $total } project
   *[other] { $total } projects
 }: { $preparatory } preparatory, { $newly-started } newly started, { $under-construction } under construction, { $completed } completed{ $silent ->
    [0] {""}
   *[other] , { $silent } not reported
 }; { $red } red
projects-title-unreported = The notice names { $total ->
    [one] { $total } project
   *[other] { $total } projects
 }; no progress has been reported of any
projects-title-table = { $found ->
    [one] { $found } project
   *[other] { $found } projects
 } match: { $red } red, { $yellow } yellow
projects-title-coverage = Of { $counted ->
    [one] { $counted } target
   *[other] { $counted } targets
 } that add up, projects suffice for { $enough } by 2020 and fall short for { $short }
projects-title-coverage-none = What projects add to targets is mostly not stated, so nothing can be added up yet
projects-title-plan = { $planned } planned for { $first }–{ $last }; { $done-pct }% of { $year } done
projects-title-plan-none = No project has a yearly investment plan yet
projects-title-one = { $name }: { $stage }, { $light }
projects-none = No project matches the filters.
projects-unknown = not reported
projects-not-stated = not stated
projects-count = { $count }
projects-sum = { $sum }
projects-sum-unknown = investment not reported
projects-sum-part = { $sum } ({ $unknown } not reported)
projects-yuan = CNY { $value }
projects-wanyuan = CNY { $value } million
projects-yi = CNY { $value } billion
projects-board-caption = Batch × stage: projects, total investment, lights
projects-board-corner = Batch
projects-board-total = All
projects-attention = Needs attention first
projects-attention-none = No project is yellow or red.
projects-attention-more = { $count } more yellow or red projects
projects-of-task-more = { $count ->
    [one] { $count } more project
   *[other] { $count } more projects
 }
projects-search = Number, name, client
projects-page = Page { $page } of { $pages }
projects-previous = Previous
projects-next = Next
projects-xlsx-plan = Three-year rolling plan (XLSX)
projects-xlsx-carried = Carried over to { $year } (XLSX)

projects-column-name = Project
projects-column-task = Task
projects-column-division = Division
projects-column-department = Lead
projects-column-stage = Stage
projects-column-total = Total (CNY 10,000)
projects-column-year = { $year } done / planned (CNY 10,000)
projects-column-finish = Planned finish
projects-column-why = Light and reason
projects-table-caption = Projects, { $size } a page

project-light-start = Start
project-light-progress = Progress
project-light-payment = Payment
project-light-entry = Register
project-why-start-late = due to start on { $day }, not started for { $months ->
    [one] { $months } month
   *[other] { $months } months
 } running
project-why-start-met = started
project-why-start-not_due = start planned on { $day }
project-why-start-none = no planned start reported
project-why-progress-gap = this year's investment is { $points } points behind the time gone
project-why-progress-ahead = this year's investment keeps up with the time gone
project-why-progress-finish = finish was planned on { $day }, { $months ->
    [one] { $months } month
   *[other] { $months } months
 } ago
project-why-progress-met = completed
project-why-progress-not_due = not started
project-why-progress-none = no yearly plan or figure, not assessed
project-why-payment-pct = { $pct }% of this year's investment paid
project-why-payment-not_due = not started
project-why-payment-none = no payment reported, not assessed
project-why-entry-met = every gate due is passed
project-why-entry-missing = gates missing: { $count }, for { $months ->
    [one] { $months } month
   *[other] { $months } months
 }
project-why-not_reported = no recent report
project-why-recovering = was red, so yellow first

project-section-facts = Facts
project-section-money = Investment by year (CNY 10,000)
project-section-dates = Dates
project-section-lights = The four lights
project-section-contributions = What it adds to targets
project-section-gates = Gates and approvals
project-section-history = Reports
project-section-quote = The notice
project-fact-number = Number
project-fact-task = Task
project-fact-division = Division
project-fact-department = Lead department
project-fact-department-inferred = { $office } (first listed, inferred)
project-fact-client = Client
project-fact-content = What is built
project-fact-nature = Kind
project-fact-total = Total investment
project-fact-land = Land
project-fact-land-mu = { $value } mu
project-fact-batch = Batch
project-fact-stage = Stage
project-fact-progress = Works done
project-fact-issue = Issue
project-fact-action = {" "}({ $office } must act by { $day })
project-fact-group = The notice speaks of a kind of works, not of one project
project-date-what = Step
project-date-planned = Planned
project-date-actual = Actual
project-date-start = Start
project-date-finish = Finish
project-money-year = Year
project-money-source = Source
project-money-planned = Planned
project-money-invested = Done
project-money-none = No yearly investment reported.
project-contribution-stated = adds { $amount } when completed
project-contribution-unstated = amount not stated
project-contribution-none = No contribution reported.
project-gate-passed = { $day } { $who }
project-gate-not-passed = not passed
project-history-none = No progress was ever reported.
project-history-day = As of
project-history-stage = Stage
project-history-progress = Works done
project-history-issue = Issue
project-table-caption = By reference date, newest first
project-back = ← Projects

coverage-caption = Whether the register adds up to the targets for 2020 (each in its own unit; projects without a stated amount are only counted)
coverage-indicator = Target
coverage-target = Asked for
coverage-total = All
coverage-missing = Missing
coverage-share = Of target
coverage-projects = Projects (unstated)
coverage-projects-value = { $projects } ({ $unstated })
coverage-bar = { $share }% of the target
coverage-not-added = { $count ->
    [one] { $count } target is
   *[other] { $count } targets are
 } rates or densities, to which projects cannot be added up; only counted:
coverage-none = No project states what it adds to a target.

plan-by = Group
plan-by-theme = By theme
plan-by-lead_department = By department
plan-by-division = By division
plan-by-funding = By source
plan-caption = Planned and done investment by year (CNY 10,000)
plan-group = Group
plan-projects = Projects
plan-projects-once = A project may have several sources: the rows add up to more than the total, which counts each project once.
plan-year-planned = { $year } planned
plan-year-invested = { $year } done
plan-total = All
plan-carried = As of { $day }, { $projects ->
    [one] { $projects } unfinished project has { $left } of its
   *[other] { $projects } unfinished projects have { $left } of their
 } { $before } plan left to do; rolled forward to { $year }, that year's plan grows from { $planned } to { $carried }. To change the yearly plan, fill in the sheet 项目投资 of the reporting form; reviewed and published it becomes a release.

rolling-title = Three-year rolling investment plan
rolling-unit = CNY 10,000
rolling-column-number = No.
rolling-column-project = Number
rolling-column-name = Project
rolling-column-content = What is built
rolling-column-nature = Kind
rolling-column-years = Years
rolling-column-total = Total investment
rolling-column-done = Done so far
rolling-column-year = Plan { $year }
rolling-column-carried = Carried over from { $year }
rolling-column-funding = Sources
rolling-column-department = Responsible
rolling-column-stage = Stage

project-rules = The four lights of a project (month by month, up to the chosen month's end)
project-rules-kind = Light
project-rules-rule = Rule
project-rules-yellow = Yellow
project-rules-red = Red
project-rules-example = Example
project-rules-memory = A red light that recovers is yellow for a month before it is green; a silent month has no colour and forgets no red. A project shows the worst of its four. Contributions that are not stated are only counted, different units never added; rates and densities are not added up.
project-rules-start-rule = The month of the planned start has ended without a start
project-rules-start-yellow = first and second month
project-rules-start-red = from month { $months } running
project-rules-start-example = Planned for 10 January: January and February yellow, March red; started in April: April yellow, May green
project-rules-progress-rule = Share of the year's planned investment done against the share of the project's months of this year gone; a planned finish that has passed is judged by months as well
project-rules-progress-yellow = { $behind } to { $far } points behind, or finish late for less than { $months ->
    [one] { $months } month
   *[other] { $months } months
 }
project-rules-progress-red = more than { $far } points behind, or finish late for { $months ->
    [one] { $months } month
   *[other] { $months } months
 } running
project-rules-progress-example = Plan 1,000, done 400 by the end of June: 40% against 50%, 10 points behind, yellow
project-rules-payment-rule = Paid this year against invested this year
project-rules-payment-yellow = { $little }% to under { $enough }%
project-rules-payment-red = under { $little }%
project-rules-payment-example = Invested 100, paid 79.9: 79%, yellow
project-rules-entry-rule = A preparatory project must be stored; one under way must have passed all three gates: stored, reviewed, advanced
project-rules-entry-yellow = something missing, first and second month
project-rules-entry-red = from month { $months } running
project-rules-entry-example = Started in January with only the first gate passed: January and February yellow, March red

projects-xlsx-rolled = Form rolled forward to { $years } (XLSX)
projects-xlsx-rolled-help = Project money alone: what { $year } leaves undone is added to the year after and shown apart; mend it, then report it as usual
plan-slipped-none = No release has carried investment over from the year before.
plan-slipped-line = Of the plans for { $years }, { $projects ->
    [one] { $projects } project was
   *[other] { $projects } projects were
 } not done in time; releases carried { $carried } into the next year
plan-slipped-caption = Investment carried over (10,000 yuan)
plan-slipped-year = Planned for
plan-slipped-planned = Planned
plan-slipped-invested = Done
plan-slipped-carried = Carried into the next year
cli-help-projects =
    Usage: python -m hengyang projects [--theme T] [--department NAME] [--division CODE] [--baseline RELEASE] [--output plan.xlsx] [--json]

    The register: batches and stages, red projects with their reasons, whether they add up to the targets, the rolling plan.
    --output writes the three-year plan as a workbook; --baseline says what was carried over since that release.

    JSON
      workspace, is_simulated, release, as_of
      board         [batch, stage, projects, total_investment_wanyuan, without_investment]
      lights        light → projects
      coverage      [indicator, task, theme, target, what each stage adds, total, missing, share_pct, projects, unstated]
      rolling_plan  by theme, lead_department, division and funding: planned_<year>, invested_<year> (10,000 yuan)
      slipped       [project, year, funding, planned_wanyuan, invested_wanyuan, carried_wanyuan]
      projects      each project: its entry, last report, the year's money, four lights with their months; unreported is null
