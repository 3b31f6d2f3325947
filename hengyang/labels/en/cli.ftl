# Words of the command line.
cli-help =
    Usage: python -m hengyang <command> [options]

    The same answers as the pages, without a browser.

    Commands
      status          where we stand: the finding, each theme, what is behind and why
      explain <id>    why an indicator or milestone has its light: inputs, arithmetic, sentence (explain T05-3)
      plan            what the plan consists of: themes, tasks, targets, milestones, departments, safeguards
      projects            the project register: board, lights, coverage, rolling plan (--output writes XLSX)
      divisions           the 12 divisions: project lights, investment, values, sums against the city, what is owed
      cases           red lights as cases: since when, for how long, who answers, what is overdue
      consultation    who replied, what became of proposals, how the words change (--on for any day)
      roadmap         the roadmap: planned and actual, slips, due in 90 days, without a date
      safeguards      the commitments and their lights, the green channel, projects in store and plans
      assessment      each department by the published rule (--weights is a trial)
      calendar        who owes which report when
      workspaces      which workspaces there are, how many releases each has, how far its figures reach
      prepare         prepare the store (other commands do so too when it is missing)
      bring <name>    take this plan into the lake (a store of many plans)
      rollup          all plans of the lake: lights, pace, forecasts, ranks (--workers N or --scheduler ADDRESS)
      compare         the plans of the lake beside each other
      releases        all releases: who, when, why, from which file, how much
      diff <r> <r>    the cells and lights that differ between two releases
      cell <id>       the life of a cell: each value, by whom, from which file and row
      editions        what was frozen for meetings, when, by whom
      freeze          pin what a meeting looks at as the next edition
      audit           the audit log (CSV; JSON with --json)
      prune           merge small files, remove those that no release needs; a dry run by default
      import <file>   read a workbook: recognise, check, compare; submitted for review when no error stands
      template        the workbook to fill in, for a department and a month
      export <kind>   a file to go on editing: pptx, docx, xlsx, pdf; charts: svg, png
      submissions [id]  how far each submission has come; with an id its cells, old → new
      discard <id>    give up a draft of one's own, or what came back; the audit log keeps it
      approve <id>    approve a submission, whole or row by row
      return <id>     give a submission back with a reason, whole or row by row
      publish <id>    make an approved submission the next release
      restore <release>  make a new release that equals an old one, with a reason

    Options
      --json              answer in JSON (UTF-8)
      --workspace <name>  demo (default, simulated figures, as in the browser) or official (published figures only)
      --as-of <date>      2019-05-31, or 2019-05 for the end of the month; default: the last month with a value
      --release <number>  answer from an earlier release; default: the newest
      --known-on <date>   answer from the newest release of that day (Beijing time); not to be confused with --as-of
      --theme <theme>     one theme only: innovation, coordination, green, openness, sharing
      --division <code>   cell: division, by code or name; default: the whole city
      --task <number>     roadmap: one task only
      --baseline <release>  roadmap: compare with the plan of this release; each item's first dates by default; projects: what was carried since it
      --roll-forward <year> template: the three-year investment plan rolled forward to the three years from this one, what slipped shown apart
      --weights <weights>  assessment: weights to try, as progress=40,cases=20
      --date <date>       cell: which period; default: the newest with a record
      --on <day>          consultation: the state on this day; default: the as-of day
      --apply             prune: really merge and remove
      --lake <url>        the lake: a folder or URL; default: HENGYANG_LAKE
      --plan <name>       ask, or act on, this plan of the lake
      --workers <number>  rollup: so many processes on this machine
      --scheduler <address>  rollup: a Dask scheduler that is there
      --lang <language>   zh (default) or en
      --as <name>         who acts, held against the roles file (HENGYANG_ROLES); the demo has demo-reporter and demo-reviewer
      --period <month>    the month reported on: 2019-07
      --department <name> the department that reports
      --dry-run           check and compare, submit nothing
      --accept-warnings   say that the warnings are right, in the actor's name (else: not confirmed)
      --leave-out-faulty  leave rows with an error out and submit the others
      --take <name=id>    import: what a name of the file means; may be given several times
      --rows <cells>      these cells only: 1,3-5
      --reason <text>     why something is returned or restored
      --seen <number>     restore: the newest release that you have looked at; refused when there is a newer one
      --deck <which>      freeze: plan, theme, department, red, since
      --paper <which>     export pdf: deck, bulletin, register
      --slide N           export svg, png: whose chart
      --title <title>     freeze: the title
      --output <file>     where the template or the file goes
      --file <file>       submissions <id>: where the file as received goes
      --edition <id>      export: what a meeting edition has frozen
      -h, --help          show this; <command> --help says more about it

    The environment variable HENGYANG_STORE says where the store lies. Bad arguments exit with 2.

cli-error-arguments = This command line is not understood: { $detail }
cli-error-command = There is no command "{ $value }". Commands: { $known }
cli-error-no-command = A command is needed: { $known } (--help explains)
cli-error-unknown = Unknown argument "{ $name }" (--help explains)
cli-error-no-task = There is no task { $value }. Tasks are numbered 1 to { $most }; 0 are the overall aims and safeguards.
cli-error-task-number = “{ $value }” is no number of a task: write a whole number such as 5.
cli-error-year = “{ $value }” is no year to roll forward to: write 2010 to 2038.
cli-error-no-value = Option { $option } takes no value.
cli-error-take = "{ $value }" has to be NAME=ID, such as --take "tunnel length=T05-3".
cli-error-take-unknown = The plan has no identifier "{ $value }".
cli-error-take-name = The file has no name "{ $value }" that waits to be settled.
cli-error-value-missing = Option { $option } needs a value.
cli-error-language = There is no language "{ $value }". Languages: { $known }
cli-error-workspace = There is no workspace "{ $value }". Workspaces: { $known }
cli-error-theme = There is no theme "{ $value }". Themes: { $known }
cli-error-deck = There is no deck "{ $value }". Known: { $known }
cli-error-date = "{ $value }" is not a date; write 2019-05-31 or 2019-05.
cli-error-slide-number = “{ $value }” is not the number of a slide; write a positive whole number.
cli-error-release-number = "{ $value }" is not a release number; write a positive whole number.
cli-error-release = Workspace { $workspace } has no release { $value }; the newest is { $newest }.
cli-error-no-file = A file is needed, such as import register.xlsx
cli-error-no-submission = The id of a submission is needed (submissions lists them)
cli-error-no-number = The number of a release is needed.
cli-error-rows = "{ $value }" names no cells; write 1,3-5.
cli-error-no-subject = The id of an indicator or milestone is needed, such as explain T05-3
cli-error-subject = There is no indicator or milestone "{ $value }".
cli-error-subject-near = There is no indicator or milestone "{ $value }". Did you mean { $near }?

cli-fact = { $name } { $value }
cli-simulated = simulated figures
cli-real = real figures
cli-workspace = { $name }: { $kind }, { $releases ->
    [one] { $releases } release
   *[other] { $releases } releases
 }, the newest is { $newest }, figures up to { $as-of }
cli-prepared = The store is ready: { $store } ({ $workspaces })

cli-status-basis = Workspace { $workspace } · release { $release } · as of { $as-of } · method v{ $method }
cli-theme = { $name }: theme light { $light }, { $reported } of { $due } reported ({ $counts })
cli-behind = [{ $light }] { $subject } { $name }: { $reason }

cli-plan-dates = { $issuer }; notice of { $notice-date }, published { $published-on }, replies due { $reply-due }
cli-plan-silence = No reply counts as consent.
cli-plan-themes = Themes
cli-plan-tasks = Tasks
cli-plan-targets = Targets
cli-plan-measured = of which measured
cli-plan-described = of which described only
cli-plan-counted = of which counted
cli-plan-milestones = Milestones
cli-plan-departments = Departments
cli-plan-assignments = Assignments
cli-plan-safeguards = Safeguards
cli-plan-divisions = Divisions
cli-plan-source_defects = Source defects
cli-plan-published_figures = Published figures

cli-inputs = Inputs
cli-input = {"  "}{ $name } = { $value }
cli-arithmetic = Arithmetic
cli-input-rule = rule
cli-input-commitment = commitment
cli-input-frequency = reported
cli-input-unit = unit
cli-input-baseline = baseline
cli-input-start = counted from
cli-input-target = target
cli-input-target_low = target, low end
cli-input-target_high = target, high end
cli-input-aim = target judged by
cli-input-deadline = deadline
cli-input-actual = actual
cli-input-reference_date = value as of
cli-input-source = source
cli-input-curve = path
cli-input-annual_targets = annual targets
cli-input-recent_per_year = recent speed, per year
cli-input-required_per_year = speed required, per year
cli-input-arrival_date = reached at recent speed on
cli-input-readings = two readings
cli-input-stage = stage
cli-input-stage_share_pct = stage value, %
cli-input-next_stage_due = next stage planned for
cli-input-evidence = evidence
cli-input-flags = flags
cli-curve-linear = linear
cli-curve-s_curve = S-curve
cli-projects-line = { $number } { $name }: { $light }, { $why }
cli-help-status =
    Usage: python -m hengyang status [--workspace W] [--theme T] [--as-of DAY] [--release N] [--json]

    The overview's answer: the lights of themes, tasks, indicators and milestones, what needs attention first.

    JSON
      is_simulated, plan_status_zh/_en, finding_zh/_en, workspace, release, as_of, method_version
      themes       [theme, light, counts (indicators by light), milestone_counts, reported, due, stale, tasks]
      plan_items   [id, rule, commitment, light, computed_light, actual, baseline, target, attainment_pct, expected_pct,
                   gap_points, margin, reference_date, deadline, stale, flags]; what was not reported is null
