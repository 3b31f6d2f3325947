# Many plans: comparing, rolling up, the lake.
page-compare = Compare
lake-plan = Plan
lake-own-plan = Hengyang (own)
lake-finding = { $first } leads { $count ->
    [one] { $count } plan
   *[other] { $count } plans
 }{ $others ->
    [1] { "" }
   *[other] {" "}(tied: { $others })
} with { $most } green; last { $least }; { $unranked } not ranked
lake-finding-none = No plans to compare yet
lake-finding-unranked = All { $count ->
    [one] { $count } plan has
   *[other] { $count } plans have
 } too little data to be ranked
lake-line = As of { $day } · roll-up { $release } · { $at }
lake-not-known = none
lake-caption = Ranked by the share of due indicators that are green (met, on track, nearly); equals share a rank; under four fifths reported there is none. A plan's name opens its overview.
lake-caption-sort = Click a heading to sort.
lake-sort = Sort by
lake-sort-up = { $column }, upwards
lake-sort-down = { $column }, downwards
lake-head-plan = Plan
lake-head-rank = Rank
lake-head-green = Green
lake-head-lights = Lights
lake-head-reported = Reported / due
lake-head-mean = Mean attainment
lake-head-pace = Fast enough
lake-head-forecast = Forecast in time
lake-head-themes = Five themes
lake-share = { $part }/{ $whole }
lake-unranked-nothing_due = Not ranked: nothing is due
lake-unranked-too_few_reported = Not ranked: { $reported } of { $due } due reported, under { $least }
lake-theme-innovation = Inn
lake-theme-coordination = Coo
lake-theme-green = Gre
lake-theme-openness = Ope
lake-theme-sharing = Sha
lake-strip = { $count ->
    [one] { $count } ranked plan by its
   *[other] { $count } ranked plans by their
 } share of green
lake-strip-step = { $low }%–{ $high }%: { $count ->
    [one] { $count } plan
   *[other] { $count } plans
 }
lake-search = Find a plan
lake-no-lake = No lake is set (HENGYANG_LAKE): there is only this plan, and nothing to compare it with.
lake-no-rollup = The lake has not been rolled up yet: run python -m hengyang rollup on the server.
lake-progress = { $done } of { $count ->
    [one] { $count } plan
   *[other] { $count } plans
 }
lake-rolled-up = Roll-up { $release } is published ({ $submission })
lake-brought = Brought into the lake: { $plan } ({ $lake })
lake-reason-brought = brought into the lake from release { $release }
lake-reason-rollup = { $count ->
    [one] { $count } plan
   *[other] { $count } plans
 } rolled up as of { $day }
lake-error-no-lake = No lake is named: use --lake, or set HENGYANG_LAKE
lake-error-no-plans = There are no plans in the lake { $name } yet
lake-error-no-name = Name the plan as the lake shall call it, e.g. bring hengyang
lake-error-taken = The lake has a plan called { $name } already
lake-error-workers-number = --workers must be a whole number: { $value }
lake-error-workers = Workers kept dying, the roll-up was not finished: { $detail }
lake-error-scheduler = No scheduler answers at { $address }
access-denied-plan = { $name } has no role in the plan { $plan }.
access-read-only-plan = In a lake only those whom the roles file (HENGYANG_ROLES) names for a plan may change it; here it can only be read.
access-roles-no-plans = In the roles file { $path } the entry "{ $name }" has unclear plans: nobody can write now.
cli-compare-line = { $rank }	{ $plan }	{ $name }	green { $green }	reported { $reported }/{ $due }
cli-help-bring =
    Usage: python -m hengyang bring <name> --lake URL [--workspace W] [--release N] [--json]

    This repository's plan as a release has it (default: the newest) becomes the plan <name> of the lake, its release 1 there.
    Names have small letters, figures and dashes.

    JSON
      plan, lake, workspace, release
cli-help-rollup =
    Usage: python -m hengyang rollup --lake URL [--workers N] [--scheduler ADDRESS] [--as-of D] [--json]

    Works out lights, pace, forecasts and ranks of every plan of the lake by the same arithmetic as the pages, and
    publishes them as one release of the roll-up. Without --workers and --scheduler one after the other in this process;
    --workers 2 starts two processes here; --scheduler tcp://host:8786 uses a Dask scheduler that is there (its
    workers must reach the lake and have this package). The result is the same bit for bit; what a worker that dies was
    working on is given to another. A roll-up with the same result keeps its release.

    JSON
      lake, workspace, release, submission, as_of, plans (as compare)
cli-help-compare =
    Usage: python -m hengyang compare --lake URL [--release N] [--json]

    The plans of the lake beside each other, from the newest roll-up (or the one --release names), as the page Compare.

    JSON
      lake, workspace, release
      plans:  [{"{"}plan, name_zh, name_en, is_simulated, plan_release, as_of, indicators, a count for each of the nine
              lights, due, reported, stale, mean_attainment_pct, mean_expected_pct, mean_attainment_count, pace_count,
              is_fast_enough_count, forecast_count, expected_to_arrive_count, theme_*, green_share_pct, rank,
              unranked_because{"}"}]
      What is not known is null; a plan without a rank says why.
