# Presenting: editions and slides.
meeting-unfrozen = not frozen
meeting-source = Source: { $plan } ({ $status }), release { $release }
meeting-part = { $title } ({ $at }/{ $of })
meeting-list = {", "}
meeting-unit-count = items
meeting-count = { $count } in all

meeting-deck-plan-title = Progress of the action plan
meeting-deck-theme-title = Progress: { $subject }
meeting-deck-department-title = Progress of the tasks of { $subject }
meeting-deck-red-title = What is red, and why
meeting-deck-since-title = What has moved since the last meeting

meeting-cover = { $plan } ({ $status }) · as of { $day }
meeting-reported-of = { $reported }/{ $due } reported
meeting-notes-standing = { $reported } of { $due ->
    [one] { $due } indicator
   *[other] { $due } indicators
 } due are reported; what is not reported is not zero and enters no mean.
meeting-green-of = { $green }/{ $count } green
meeting-done-of = { $done }/{ $count } done
meeting-value-of = { $actual } / { $aim }
meeting-attainment = Attainment
meeting-reported = Reported values
meeting-expected = Expected by now
meeting-target = Target { $aim }
meeting-tasks = Tasks { $first }–{ $last }
meeting-bullets = { $subject }: { $green ->
    [0] none
   *[other] { $green }
} of { $counted ->
    [one] { $counted } indicator
   *[other] { $counted } indicators
 } met, on track or nearly{ $needy ->
    [0] {""}
   *[other] , { $needy } behind or worse
}{ $missing ->
    [0] {""}
   *[other] , { $missing } not reported
}
meeting-office = { $office } leads { $led } { $led ->
    [one] task
   *[other] tasks
}
meeting-office-supports = { $office } leads no task and supports { $supported }
meeting-milestones = { $done ->
    [0] None
   *[other] { $done }
} of { $count } { $count ->
    [one] milestone
   *[other] milestones
} done{ $late ->
    [0] {""}
   *[other] , { $late } behind or worse
}{ $missing ->
    [0] {""}
   *[other] , { $missing } not reported
}
meeting-worst = Most pressing ({ $light }): { $name }, { $reason }
meeting-projects = { $count } registered { $count ->
    [one] project
   *[other] projects
}: { $stages }
meeting-project-stage = { $stage } { $count }
meeting-milestones-of = { $subject }: { $standing }
meeting-indicator-count = { $count } { $count ->
    [one] indicator
   *[other] indicators
}
meeting-milestone-count = { $count } { $count ->
    [one] milestone
   *[other] milestones
}
meeting-red = Red: { $what }
meeting-red-none = Nothing reported is red; { $missing ->
    [one] { $missing } more indicator is
   *[other] { $missing } more indicators are
 } not reported, so nobody knows
meeting-red-none-unknown = Not reported does not mean no trouble: without a figure there is no light, neither red nor green.
meeting-red-none-next = To see what lags, the departments must report first: the slide of what is not reported lists them.
meeting-yellow = Behind: { $what }
meeting-first = { $title }; first: { $name }
meeting-further-red = Also red: { $what }
meeting-further-yellow = Also behind: { $what }
meeting-further-better = Also better: { $what }
meeting-further-worse = Also worse: { $what }
meeting-further-other = Also newly known, or no longer known: { $what }
meeting-further-unreported = Also not reported: { $count } by { $offices }
meeting-further-what = { $name }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
} ({ $offices })
meeting-offices-more = { $offices } and others
meeting-unreported = { $count } of { $counted ->
    [one] { $counted } indicator is
   *[other] { $counted } indicators are
 } not reported, by { $offices } first-listed { $offices ->
    [one] department
   *[other] departments
}
meeting-column-what = What
meeting-column-light = Light
meeting-named = { $change }: { $names }
meeting-named-more = { $change }: { $names } and { $count } more
meeting-column-why = How it stands
meeting-column-office = First listed
meeting-column-then = Then
meeting-column-now = Now
meeting-now = Now
meeting-told = { $why }. { $turn }.
meeting-why = { $name }: { $reason }
meeting-lead = First listed (lead by inference): { $office }
meeting-assumed = Flags: { $flags }
meeting-before = { $edition } ({ $day })
meeting-since = Since { $name }: { $moves }
meeting-since-better = { $count } better
meeting-since-worse = { $count } worse
meeting-since-other = { $count } newly known or no longer known
meeting-clause = {", "}
meeting-since-nothing = Since { $name } no light has changed
meeting-since-none = There was no edition and no reporting period before, so there is nothing to compare with
meeting-better = { $count } better since { $name }
meeting-worse = { $count } worse since { $name }
meeting-other = { $count } newly known, or no longer known, since { $name }
meeting-moved-why = { $change }: { $name }, { $then } → { $now }; { $why }
meeting-moved = { $name }: then { $then }; now { $now }
meeting-method = How a light comes about
meeting-method-path = Attainment is the way gone from baseline to target; expected is the way that should be gone by now.
meeting-method-bands = { $behind } to { $far } points behind the path is behind (yellow), more is far behind (red).
meeting-method-missing = Not reported is not zero; without a baseline there is no light; what is assumed carries a flag.
meeting-method-first-listed = The notice names no leads: the department listed first is taken for it.

meeting-error-theme = This deck is about one theme: choose one.
meeting-error-department = This deck is about one department: choose one.
meeting-error-no-edition = Workspace { $workspace } has no edition { $edition }.
meeting-error-selection = There is no "{ $value }", so this cannot be frozen.
meeting-error-title = A title is too long: { $most } characters at most.
meeting-error-notes = A note is too long: { $most } characters at most.

meeting-none = No edition has been frozen yet.
meeting-line = { $edition } [{ $deck }] as of { $day }, release { $release }, { $by } { $at } { $title }
meeting-deck-plan = whole plan
meeting-deck-theme = one theme
meeting-deck-department = one department
meeting-deck-red = red and why
meeting-deck-since = since last time

cli-help-editions =
    Usage: python -m hengyang editions [--workspace W] [--json]

    Editions: what was frozen for meetings, when, by whom.

    JSON
      workspace
      editions  [edition (E12), workspace, release, as_of, deck (plan/theme/department/red/since), title, themes, departments,
                lights, divisions, thresholds, method_version, slides [key, titles, notes], frozen_by, frozen_at, previous]
cli-help-freeze =
    Usage: python -m hengyang freeze --as NAME [--workspace W] [--as-of DAY] [--release N] [--theme T] [--department D] [--deck plan|theme|department|red|since] [--title TITLE] [--json]

    Pins what a meeting looks at as the next edition: release, day, selection and thresholds stay from then on.

    JSON: as one of editions
