# Departments: the matrix, and one department.
departments-finding = { $departments ->
    [one] { $departments } department
   *[other] { $departments } departments
 } in { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
 }, { $assignments ->
    [one] { $assignments } assignment
   *[other] { $assignments } assignments
 }; { $most } has the most: leads { $led }, supports { $supported }
departments-finding-one = { $office }: leads { $led ->
    [one] { $led } task
   *[other] { $led } tasks
 }, supports { $supported }
departments-finding-none = No department is listed in this selection
departments-none = No department in this selection; please widen the filters.
departments-caption = Departments (rows) and tasks (columns): leading, supporting, or listed under a safeguard
departments-department = Department
departments-lights = Indicators it leads
departments-safeguards = Safeguards
departments-safeguard-1 = S1
departments-safeguard-2 = S2
departments-safeguard-3 = S3
departments-named = listed
departments-key-lead = leads (listed first)
departments-key-support = supports (listed later)
departments-key-named = listed under a safeguard
departments-key-note = The notice only lists departments and names no lead: the first listed is taken to lead.
departments-key-light = {" "}The light in a column head is the task's worst.
departments-led = Leads
departments-supported = Supports
departments-theme-innovation = Innov.
departments-theme-coordination = Coordination
departments-theme-green = Green
departments-theme-openness = Open
departments-theme-sharing = Sharing
departments-choose = Choose a department
departments-choose-all = All departments (matrix)
departments-choose-option = { $office } (leads { $led } · supports { $supported })
departments-choose-safeguards = { $office } (safeguards only)

office-finding = { $office }: leads { $led ->
    [one] { $led } task
   *[other] { $led } tasks
 }, supports { $supported };
office-finding-led = { $office }: leads { $led ->
    [one] { $led } task
   *[other] { $led } tasks
 };
office-finding-supported = { $office }: leads none, supports { $supported ->
    [one] { $supported } task
   *[other] { $supported } tasks
 };
office-finding-lights = {" "}of the { $counted ->
    [one] { $counted } indicator
   *[other] { $counted } indicators
 } it leads, { $needy } { $needy ->
    [one] is
   *[other] are
 } behind or worse, { $missing } not reported
office-finding-support = {" "}of the { $counted ->
    [one] { $counted } indicator
   *[other] { $counted } indicators
 } it supports, { $needy } { $needy ->
    [one] is
   *[other] are
 } behind or worse, { $missing } not reported
office-finding-no-indicators = {" "}the tasks it leads have no counted indicator
office-finding-support-no-indicators = {" "}the tasks it supports have no counted indicator
office-finding-outside = { $office }: none of its tasks is in this selection
office-finding-safeguards = { $office }: listed under no task, but under { $count ->
    [one] { $count } safeguard
   *[other] { $count } safeguards
 }
office-lead-heading = Leads { $count ->
    [one] { $count } task
   *[other] { $count } tasks
 }
office-lead-note = listed first, taken to lead
office-support-heading = Supports { $count ->
    [one] { $count } task
   *[other] { $count } tasks
 }
office-support-note = listed later, taken to support
office-led-by = led by { $office }
office-no-tasks = None of its tasks is in this selection; please widen the filters.
office-overridden = set by hand
office-next = What next (indicators and milestones of tasks it leads)
office-next-support = What next (indicators and milestones of tasks it supports; the lead reports)
office-next-none = Everything is reported and nothing is behind.
office-next-behind = Behind or worse, explain and act: { $count }
office-next-missing = Not reported, please report: { $count }
office-next-stale = Stale, please update: { $count }
office-next-unjudged = Reported but not assessed, baseline or annual targets needed: { $count }
office-next-silent = Milestones not reported: { $count }
office-more = { $count } more
office-identity = Name
office-aliases-notice = Also in the notice: { $spellings }
office-aliases = Other spellings: { $spellings }
office-only-safeguards = The notice lists it under safeguards only, under no task.
office-safeguards = Safeguards
office-safeguard-listed = Listed as responsible; the text does not name it
office-narratives = What it reports

office-work = The department's projects, reports, cases and appraisal
office-work-projects = Leads { $count ->
    [0] no project
    [one] { $count } project
   *[other] { $count } projects
 }
office-work-projects-lights = { $red } far behind, { $yellow } behind, { $silent } not reported
office-work-projects-none = none in the register
office-work-reports = { $missing ->
    [0] No report
    [one] { $missing } report
   *[other] { $missing } reports
 } missing
office-work-reports-unjudged = No department has reported yet: not judged
office-work-reports-next = next: { $count } due by { $day }
office-work-reports-none-next = nothing unreported is due soon
office-work-reports-never = Owes no reports
office-work-reports-never-why = no task that lists it first has an indicator to report here
office-work-cases = { $count ->
    [0] No open case
    [one] { $count } open case
   *[other] { $count } open cases
 } under its tasks
office-work-cases-own = { $own } for it to answer, { $overdue } of them overdue
office-work-cases-none = no red light waits for anybody
office-work-rank = Ranked { $rank } of { $ranked } in the appraisal
office-work-score = score { $score }
office-work-unranked = Not ranked in the appraisal

office-development_and_reform = Development & Reform
office-science_and_technology = Science & Technology
office-economy_and_information_technology = Economy & IT
office-human_resources_and_social_security = Human Resources
office-transport = Transport
office-housing_and_urban_rural = Housing & Construction
office-urban_rural_planning = Urban-Rural Planning
office-airport = Airport Office
office-urban_management = Urban Management
office-environmental_protection = Environment
office-tourism_foreign_and_ethnic_affairs = Tourism & Foreign Aff.
office-culture_and_sports = Culture & Sports
office-agriculture = Agriculture
office-water_resources = Water Resources
office-forestry = Forestry
office-land_and_resources = Land & Resources
office-resettlement = Resettlement
office-commerce = Commerce
office-finance = Finance
office-civil_affairs = Civil Affairs
office-education = Education
office-health_and_family_planning = Health & Family Plg.
office-public_security = Public Security
office-justice = Justice
office-civil_air_defence = Civil Air Defence
office-fire_brigade = Fire Brigade
office-key_projects = Key Projects Office
office-state_owned_assets = State-owned Assets
office-business_environment = Business Environment
office-supervision_office = Supervision Office
office-spelling-separator = { ", " }
