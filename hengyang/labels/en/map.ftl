# The wall map: county-level divisions.
map-section = Show
map-section-lights = Project lights
map-section-investment = Investment
map-section-value = Indicator
map-section-reports = Reporting
map-indicator = Indicator
map-label = The 12 county-level divisions
map-all = All divisions
map-title-lights = Projects in the 12 divisions: { $projects }, red { $red }; most of them in { $name } ({ $most })
map-title-lights-calm = Projects in the 12 divisions: { $projects }, none red
map-title-lights-none = Projects in the 12 divisions: { $count }; no progress has been reported of any
map-title-investment = { $invested } invested by the divisions' projects in { $year }; { $name } is furthest behind ({ $pct }%)
map-title-investment-none = No investment of the divisions' projects has been reported for { $year }
map-title-reports = Indicators reported by division: { $count }; divisions with figures missing for the last period: { $owing }, figures missing: { $owed }
map-title-reports-none = No indicator has been reported by division
map-title-value = { $name }, { $month }: { $reported } of 12 reported; highest { $most } { $high }, lowest { $least } { $low }
map-title-value-none = { $name }: no division has reported
map-title-one = { $name }: { $projects }; { $figures }
map-one-projects = projects { $count }, red { $red }, yellow { $yellow }
map-one-projects-silent = projects { $count }, no progress reported of any
map-one-projects-none = no projects registered
map-one-figures = indicators by division reported { $reported } of { $count }
map-one-figures-none = no indicator by division
map-projects = Projects: { $count }
map-no-projects = no projects
map-done = { $pct }% done
map-reported = { $reported } of { $count }
map-schematic = Schematic: the tiles show who lies where, no boundaries and no areas.
map-drawn-shapes = Boundaries as in the file that was set.
map-source = Source: { $text }.
map-approval = Map approval number: { $text }.
map-key-lights = Numbers count projects; targets are the whole city's, so a division's indicators have no light.
map-key-investment = The stronger the tint, the more of this year's plan is reported as invested; hatched: not reported.
map-key-value = The stronger the tint, the larger the value; hatched: not reported. Targets are the whole city's, so a division has no light.
map-key-reports = The stronger the tint, the more indicators were reported; hatched: not reported.
map-without-division = Projects of the whole city, or without a division: { $count }.
map-table-caption = The divisions
map-column-name = Division
map-column-projects = Projects
map-column-red = Red, yellow
map-column-done = Investment
map-column-reported = Reported
map-column-owed = Not yet reported (indicators + projects)
map-column-indicator = Indicator
map-column-check = Against the city's figure
map-projects-there = Projects ({ $count })
map-projects-all = All projects ({ $count })
map-no-projects-there = The register has no project here.
map-planned = { $year } planned: { $sum }
map-invested = done: { $sum }
map-owed = Not yet reported (whether late: see the calendar)
map-owed-none = All of this period is reported.
map-projects-silent = Not yet completed and without a report for { $month }: projects { $count }
map-values = Values of indicators
map-values-no-light = Targets are the whole city's and are not split by division: values only, no light
map-places = Where the plan names it
map-places-none = The plan names no place here.

boundary-refused = The boundary file is not used (faults: { $count }); the schematic map stands in its place
boundary-feature = Feature { $number }: { $fault }
boundary-more = More faults: { $count }
boundary-fault-unreadable = the file cannot be opened
boundary-fault-too_large = the file is larger than { $found } MB
boundary-fault-not_json = this is no valid JSON (UTF-8)
boundary-fault-not_collection = this is no GeoJSON FeatureCollection
boundary-fault-no_features = there are no features
boundary-fault-no_code = it has no division code (division, adcode, code or id)
boundary-fault-unknown_code = code { $found } is none of the 12 divisions
boundary-fault-code_twice = { $found } is there more than once
boundary-fault-code_missing = { $found } is missing
boundary-fault-too_many_points = too many points ({ $found })
boundary-fault-geometry = a Polygon or MultiPolygon is wanted, this is { $found }
boundary-fault-no_rings = it has no rings
boundary-fault-ring_short = a ring has too few points ({ $found }); 4 are the least
boundary-fault-ring_open = a ring is not closed
boundary-fault-ring_flat = a ring has no area
boundary-fault-coordinate = coordinates that are no finite numbers: { $found }
boundary-fault-out_of_range = coordinate { $found } is outside longitude and latitude

cli-divisions-line = { $name }: projects { $projects }, red { $red }, yellow { $yellow }; investment { $done }; indicators reported { $reported } of { $count }, not yet reported { $owed }, silent projects { $silent }
cli-divisions-done = { $pct }% done
cli-help-divisions =
    Usage: python -m hengyang divisions [--division <code>] [--as-of <date>] [--json]

    The 12 county-level divisions: projects and their lights, the year's investment, values of indicators by
    division, their sum against the city's figure, what is owed.
    Targets are the whole city's: a division's indicators have values and no light.

    JSON
      workspace, is_simulated, release, as_of, finding
      divisions:  [{"{"}division, name_zh, name_en, projects, lights, planned_wanyuan, invested_wanyuan, uninvested_projects,
                done_pct, silent_projects, reported, owed, places [place_zh, task], values [indicator, reference_date, value, is_owed]{"}"}]
      checks:     [{"{"}indicator, reference_date, state, sum, city_value, difference, missing{"}"}]
                state: agrees, differs, partial, not_additive, no_city
      boundary_faults   everything wrong with the file that HENGYANG_BOUNDARIES names; null without one
      What was not reported is null.
