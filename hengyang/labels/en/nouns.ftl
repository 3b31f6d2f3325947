# The nouns of the plan, as enums name them.
light-not_due = Not yet due
light-not_reported = Not reported
light-met = Met
light-overdue = Overdue, not met
light-not_assessed = Not assessed
light-far_behind = Far behind
light-behind = Behind
light-nearly = Nearly on track
light-on_track = On track

theme-light-green = green
theme-light-yellow = yellow
theme-light-red = red
theme-light-none = no light

role-lead = lead
role-support = support
role-source-inferred_first_listed = listed first, lead inferred
role-source-inferred_listed_later = listed later, support inferred

commitment-firm = firm
commitment-strive = strive for
commitment-in_principle = in principle

frequency-monthly = monthly
frequency-quarterly = quarterly
frequency-annual = annual

rule-cumulative = cumulative
rule-range_low = range (low end counts)
rule-level = level
rule-band = band
rule-floor = floor
rule-cap = cap
rule-ambiguous = ambiguous
rule-check_only = check only
rule-described = described only
milestone-rule-staged = staged
milestone-rule-standing = standing duty

stage-not_started = not started
stage-planning = planning
stage-approval = approval
stage-implementing = implementing
stage-acceptance = acceptance
stage-done = done
stage-held = held
stage-breached = breached
stage-share = stage value { $share }%

comparability-same = same definition
comparability-single_month = single month
comparability-partial_year = part of a year
comparability-definition_differs = definition differs
comparability-event_differs = different event

arrow-fast = fast enough
arrow-slower = somewhat slow
arrow-slow = too slow
arrow-backwards = going backwards

project-stage-preparatory = Preparatory
project-stage-newly_started = Newly started
project-stage-under_construction = Under construction
project-stage-completed = Completed

batch-develop = In planning
batch-match = Seeking partners
batch-dispatch = In implementation

gate-stored = Stored
gate-reviewed = Reviewed
gate-advanced = Advanced

funding-central = Central
funding-province = Province
funding-city_and_county = City and county
funding-ppp = PPP
funding-loan = Loans
funding-enterprise = Enterprises

project-nature-new = New
project-nature-expansion = Extension
project-nature-renovation = Renovation
project-nature-relocation = Relocation

approval-feasibility = Feasibility study
approval-planning = Site and planning
approval-land = Land use
approval-environment = Environmental assessment
approval-design = Preliminary design
approval-construction_permit = Construction permit
reply-kind-no_opinion = no objection
reply-kind-proposals = proposals
reply-kind-withdrawn = withdrawn
reply-kind-none_received = checked, none received
decision-accepted = accepted
decision-partly = accepted in part
decision-rejected = rejected
plan-register-national_store = national store
plan-register-annual_plan = annual plan
plan-register-five_year_plan = five-year plan
clause-kind-part = part
clause-kind-theme = theme
clause-kind-task = task
clause-kind-safeguard = safeguard
consulted-group-departments = municipal departments
consulted-group-parks = industrial parks
consulted-group-divisions = development and reform bureaus
consulted-group-offices = divisions within the Commission
evidence-from-green_channel = register of the green channel
evidence-from-national_store = national store
evidence-from-plan_links = annual and five-year plans
