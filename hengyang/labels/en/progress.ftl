# Marks on lights, explanations and reasons.
flag-about = about: met at 95 % of the value
flag-above_range = above the top of the range
flag-annual_path = path through annual targets
flag-baseline_assumed = baseline assumed
flag-baseline_from_target = first annual target stands in for the baseline
flag-baseline_published = baseline from a published figure
flag-check_consistent = agrees with its pair
flag-check_inconsistent = disagrees with its pair
flag-deadline_assumed = deadline assumed: end of 2020
flag-evidence_missing = evidence of completion missing
flag-fallen_back = met before, fallen back
flag-maintain = reached at baseline, to be kept
flag-no_final_figure = no final figure
flag-no_planned_date = no planned date for the next stage
flag-other_figures = other figures published, not comparable
flag-overridden = light set by a reviewer
flag-reading_points = read as percentage points
flag-reading_relative = read as relative growth
flag-s_curve = path is an S-curve
flag-single_point = a single value only
flag-stage_value = stage value, not measured
flag-stale = value out of date
flag-start_assumed = start assumed: day of the notice

progress-and = {"; "}
progress-stop = .
progress-amount = { $value } { $unit }
progress-unit-one =
    { $unit ->
        [airports] airport
        [alliances] alliance
        [areas] area
        [bases] base
        [beds] bed
        [campaigns] campaign
        [categories] category
        [centres] centre
        [communities] community
        [facilities] facility
        [homes] home
        [households] household
        [institutes] institute
        [minutes] minute
        [parks] park
        [people] person
        [platforms] platform
        [posts] post
        [projects] project
        [routes] route
        [sites] site
        [spaces] space
        [stations] station
        [towns] town
        [townships] township
        [villages] village
       *[other] { $unit }
    }
progress-points = { $points } points
progress-not-due = { $name }: counted from { $start }, not due on { $day }
progress-not-reported = As of { $day } no comparable city-wide value was reported for: { $name }
progress-no-final = { $name }: the deadline of { $deadline } has passed, the last value is of { $day } ({ $actual }), the final figure is missing
progress-value-met = As of { $day }, { $name }: { $actual }, target of { $aim } met
progress-value-overdue = As of { $day }, { $name }: { $actual }; the deadline of { $deadline } is here and { $short } of { $aim } are missing
progress-value-path = As of { $day }, { $name }: { $actual }, against { $expected } expected by then; attainment (the way gone from baseline to target) { $attainment }, { $gap }
progress-value-no-path = As of { $day }, { $name }: { $actual }, target { $aim }; without a baseline or annual targets no path can be drawn
progress-value-early = As of { $day }, { $name }: { $actual }; the first annual target comes later, so there is no path yet
progress-value-ambiguous = As of { $day }, { $name }: { $actual }; "rise by { $rise } %" may mean points or growth, and no reading was chosen
progress-value-ambiguous-baseline = As of { $day }, { $name }: { $actual }; "rise by { $rise } %" means { $points } if read as points and { $relative } if read as growth, and no reading was chosen
progress-value-reading = As of { $day }, { $name }: { $actual }; the reading is chosen, but without a baseline there is no target
progress-check = As of { $day }, { $name }: { $actual }; a check only, counted nowhere
progress-check-consistent = As of { $day }, { $name }: { $actual }; { $ratio } for each of its pair, in line with the { $stated } of the notice
progress-check-inconsistent = As of { $day }, { $name }: { $actual }; { $ratio } for each of its pair, out of line with the { $stated } of the notice
progress-described = { $name }: described only, neither measured nor counted
progress-floor-held = As of { $day }, { $name }: { $actual }, above the floor of { $aim } with { $margin } to spare
progress-floor-lost = As of { $day }, { $name }: { $actual }, below the floor of { $aim } by { $margin }
progress-cap-held = As of { $day }, { $name }: { $actual }, within the cap of { $aim } with { $margin } to spare
progress-cap-lost = As of { $day }, { $name }: { $actual }, over the cap of { $aim } by { $margin }
progress-band-held = As of { $day }, { $name }: { $actual }, as the band of { $low } to { $high } asks
progress-band-lost = As of { $day }, { $name }: { $actual }; inside the band of { $low } to { $high } at baseline, now lost
progress-kept-held = As of { $day }, { $name }: { $actual }; the target of { $aim } was reached at baseline and is kept
progress-kept-lost = As of { $day }, { $name }: { $actual }; the target of { $aim } was reached at baseline and is lost by { $short }
progress-trend-lost = at the pace of the last { $months ->
    [one] { $months } month
   *[other] { $months } months
 } ({ $speed }) it will be { $forecast } on { $deadline } and lost
progress-arrival = at the pace of the last { $months ->
    [one] { $months } month
   *[other] { $months } months
 } ({ $speed }), it reaches { $aim } in { $month }
progress-no-arrival = at the pace of the last { $months ->
    [one] { $months } month
   *[other] { $months } months
 } ({ $speed }), it does not reach { $aim }
progress-few-points = fewer than three values, so no forecast
progress-speed-month = { $amount } a month
progress-speed-year = { $amount } a year
progress-stale = nothing newer was reported, the value is out of date
progress-fallen-back = met on { $day }, fallen back since
progress-override = computed as { $computed }, set to { $light } by a reviewer ({ $author }: { $reason }, until { $expires })
progress-gap-behind = { $points } points behind
progress-gap-ahead = { $points } points ahead
progress-gap-none = exactly as expected
progress-under = under { $value }

progress-change-report = Report the comparable city-wide value of { $month } and it can be judged
progress-change-final = Report the final figure of { $month } and it can be judged
progress-change-start = Judged from { $start } on
progress-change-baseline = Report a baseline or annual targets and a path can be drawn; { $aim } would be met
progress-change-wait = Report a value dated after the first annual target and it can be judged
progress-change-reading = Choose a reading, with a baseline, and it can be judged
progress-change-check = A check only: it never lights
progress-change-described = Described only: it never lights
progress-change-more = { $amount } more would make it "{ $light }"
progress-change-less = { $amount } less would make it "{ $light }"
progress-change-done = A report of completion with evidence would make it "{ $light }"
progress-change-evidence = Evidence of completion would make it "{ $light }"
progress-change-date = Report a planned date for the next stage and it can be judged
progress-change-passing = If the next stage is not entered by { $day }, it turns to "{ $light }"
progress-change-next-stage = Entering the next stage, with a new planned date, would make it "{ $light }"
progress-change-breach = A reported breach would make it "{ $light }"
progress-change-restore = A report that it is held again would make it "{ $light }"
progress-change-stage = Report the stage reached and it can be judged
progress-change-standing = Report whether it is held and it can be judged

progress-milestone-not-due = "{ $name }": counted from { $start }, not due on { $day }
progress-milestone-not-reported = As of { $day } nothing was reported about "{ $name }"
progress-milestone-met = "{ $name }": done, with evidence (report of { $day })
progress-milestone-overdue = "{ $name }": the deadline of { $deadline } is here and the stage is still { $stage } (report of { $day })
progress-milestone-no-date = "{ $name }": stage { $stage } (report of { $day }), no planned date for the next one
progress-milestone-mismatch = "{ $name }": reported as { $stage }, which does not fit its kind
progress-milestone-on-time = "{ $name }": stage { $stage } (report of { $day }), the next one is planned for { $due }
progress-milestone-late = "{ $name }": stage { $stage } (report of { $day }), the next one was planned for { $due }, { $late ->
    [one] { $late } day
   *[other] { $late } days
 } ago
progress-milestone-held = "{ $name }": held (report of { $day })
progress-milestone-breached = "{ $name }": breached (report of { $day })
progress-milestone-no-evidence = reported as done without evidence, counted as acceptance

progress-step-attainment = Attainment = ({ $actual } − { $baseline }) ÷ ({ $aim } − { $baseline }) = { $result }%
progress-step-band = Attainment = 1 − ({ $actual } to the band's edge { $aim }) ÷ (baseline { $baseline } to { $aim }) = { $result }%
progress-step-expected = Expected = ({ $day } − { $start }) ÷ ({ $deadline } − { $start }) = { $gone } ÷ { $whole ->
    [one] { $whole } day
   *[other] { $whole } days
 } = { $result }%
progress-step-expected-other = Expected (annual targets or curve) on { $day } = { $result }%
progress-step-gap = Gap = { $attainment } − { $expected } = { $result } points
progress-step-margin = Margin = { $result }
progress-step-distance = Distance to target: { $aim } − { $actual } = { $result }
progress-step-light = Result: { $light }

progress-reason-not-due = counted from { $day }
progress-reason-not-reported = not reported
progress-reason-no-final = no final figure, last one of { $day }
progress-reason-met = { $actual }, { $aim } reached
progress-reason-overdue = { $actual }, { $aim } missed at the deadline
progress-reason-path = { $actual }, expected { $expected }; attainment { $gap }
progress-reason-margin-held = { $actual }, { $margin } to spare
progress-reason-margin-lost = { $actual }, lost by { $margin }
progress-reason-held = { $actual }, kept
progress-reason-lost = { $actual }, lost
progress-reason-no-path = { $actual }, no path to judge by
progress-reason-check = { $actual }, a check only
progress-reason-described = described, not measured
progress-reason-stage = stage: { $stage }
progress-reason-stage-late = stage: { $stage }; the next was planned for { $due }
progress-reason-stage-due = stage: { $stage }; the next is planned for { $due }
progress-reason-stage-overdue = stage: { $stage }; the deadline was { $deadline }
progress-reason-standing = { $stage }
progress-reason-overridden = set by a reviewer: { $reason }
progress-change-met = If a report after { $day } goes back to an earlier stage, that stage is judged
progress-change-any-more = Any more would make it "{ $light }"
progress-change-any-less = Any less would make it "{ $light }"
progress-standstill = no progress in the last { $months ->
    [one] { $months } month
   *[other] { $months } months
 }
progress-milestone-no-final = { $name }: the deadline of { $deadline } has passed, the last report is of { $day } (stage: { $stage }), how it ended is not reported
progress-change-final-stage = Report how it stood at the deadline and it can be judged
