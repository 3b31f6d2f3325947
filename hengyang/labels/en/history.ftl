# History: releases, differences, the life of a cell, what was known on a day.
history-section = What to look at
history-section-releases = Releases
history-section-difference = Between two releases
history-section-cell = Life of a cell
history-section-known = As known on a day

history-finding = { $count ->
    [one] One release
   *[other] { $count } releases
 }; the newest was published on { $day } by { $actor }
history-finding-newest = {" "}and changed { $cells ->
    [one] one cell
   *[other] { $cells } cells
 } and { $lights ->
    [one] one light
   *[other] { $lights } lights
 }
history-finding-difference = Release { $before } → { $after }: { $cells ->
    [one] one cell
   *[other] { $cells } cells
 } and { $lights ->
    [one] one light
   *[other] { $lights } lights
 } differ
history-finding-same = Releases { $before } and { $after } do not differ
history-finding-known = On { $day } release { $release } was known; as of { $as-of }, { $cells ->
    [one] one cell
   *[other] { $cells } cells
 } and { $lights ->
    [one] one light
   *[other] { $lights } lights
 } read differently now
history-finding-known-same = On { $day } release { $release } was known; as of { $as-of } it reads the same now
history-finding-life = { $cell } ({ $place }): written { $times ->
    [one] once
    [two] twice
   *[other] { $times } times
 }, now { $value } (release { $release })
history-finding-withdrawn = { $cell } ({ $place }): written { $times ->
    [one] once
   *[other] { $times } times
 }, withdrawn in release { $release }
history-finding-no-life = { $cell } ({ $place }): never reported
history-finding-no-cell = Choose a cell to see each value it had, by whom, from which file


history-separator = {", "}
history-releases-caption = All releases, the newest first; a published release never changes, a correction is a new one
history-cells-caption = Cells that differ between releases { $before } and { $after }: corrections and withdrawals first, new values last
history-life-caption = Every record of { $cell } ({ $place }), the oldest first
history-rest = { $count ->
    [one] { $count } more cell is not listed; "List all" shows it.
   *[other] { $count } more cells are not listed; "List all" shows them.
 }
history-show-all = List all
history-head-release = Release
history-head-when = Published (Beijing time)
history-head-who = Who
history-head-why = Why
history-head-file = File
history-head-brought = What it brought (cells)
history-head-look = Look
history-head-change = Change
history-head-cell = Cell
history-head-old = Old
history-head-new = New
history-head-did = What happened
history-head-value = Value
history-head-reported = Reported by, on, source
history-head-from = File and row
history-head-reason = Reason for the value

history-see = See it
history-compare = Compare
history-life = history
history-no-file = no file
history-nothing = –
history-yes = yes
history-no = no
history-task = Task { $number } { $name }
history-row = { $submission }, row { $row }
history-count = { $name } { $count }
history-did-added = New
history-did-changed = Corrected
history-did-withdrawn = Withdrawn
history-did-repeated = Repeated unchanged
history-change-added = New
history-change-changed = Corrected
history-change-removed = Withdrawn
history-change-added-count = { $count } new
history-change-changed-count = { $count } corrected
history-change-removed-count = { $count } withdrawn
history-others = also changed: { $fields }
history-no-difference = No cell differs.
history-lights = Lights that differ: { $count }
history-life-first = First value
history-life-changed = Corrected
history-life-repeated = Repeated unchanged
history-life-withdrawn = Withdrawn
history-life-returned = Reported again
history-withdrawn-value = withdrawn
history-no-life = Nothing was ever reported in this cell.

history-from = From release
history-to = To release
history-release-option = Release { $number } · { $day }
history-cell-subject = Indicator or milestone
history-cell-option = { $id } { $name }
history-cell-division = Division
history-cell-date = Period
history-known-day = Day (Beijing time)
history-known = On { $day } the newest was release { $release }
history-known-nothing = On { $day } no release had been published yet
history-published = published { $instant }, Beijing time
history-known-explained = "Known on" is what had been published by then; "as of" is the day that figures are about. Below, what was known then and what is known now are compared for the same day, as of { $as-of }.
history-known-overview = The overview as it was then (release { $release })
history-known-difference = Everything that differs since
history-audit-download = Download the audit log (CSV)

export-audit-file = Hengyang_audit-log
export-audit-release = Release
export-audit-event = Event
export-audit-at = Time (Beijing time)
export-audit-actor = Who
export-audit-reason = Why
export-audit-submission = Submission
export-audit-base = Based on release
export-audit-file_name = File name
export-audit-file_sha256 = File SHA-256
export-audit-left_out = Rows left out
export-audit-confirmed = Warnings ticked
export-audit-unconfirmed = Warnings not ticked
export-audit-added = New (cells)
export-audit-changed = Corrected (cells)
export-audit-repeated = Repeated unchanged (cells)
export-audit-withdrawn = Withdrawn (cells)
export-audit-rows = Rows: { $table }

cli-release-line = Release { $release } · { $when } Beijing time · { $actor } · { $reason } · { $file }
cli-release-that-file = (the reason is the file)
cli-release-brought = {"    "}new { $added }, corrected { $changed }, withdrawn { $withdrawn }, repeated unchanged { $repeated }
cli-diff-basis = Workspace { $workspace } · release { $before } → { $after } · lights as of { $day }
cli-diff-table = { $table }: corrected { $changed }, withdrawn { $removed }, new { $added }
cli-diff-cell = [{ $change }] { $subject } ({ $place }): { $old } → { $new }
cli-diff-light = { $subject } { $name }: { $old } → { $new }
cli-cell-line = Release { $release } · { $when } Beijing time · { $did } · { $value } · { $source } · { $file }, row { $row } · { $actor } · { $release-reason }{ $reason }
cli-cell-never = { $cell }: never reported
cli-prune-merged = { $table }: { $count ->
    [one] { $count } small file
   *[other] { $count } small files
 } merged
cli-prune-would-merge = { $table }: { $count ->
    [one] { $count } small file
   *[other] { $count } small files
 } would be merged (dry run)
cli-prune-gave-up = { $table }: { $count ->
    [one] { $count } small file was
   *[other] { $count } small files were
 } not merged, for others kept writing; run it again when it is quieter
cli-prune-nothing = Nothing to prune: every file is needed by a release or is younger than a week.
cli-prune-would = Dry run, nothing was removed. Files that no release needs, older than a week: { $count }; --apply removes them:
cli-prune-done = Removed files that no release needs: { $count }
cli-prune-file = {"  "}{ $table }/{ $file }
cli-error-two-releases = Two release numbers are needed, such as diff 17 26
cli-error-known-on = On { $day } (Beijing time) workspace { $workspace } had no release yet.
cli-error-release-twice = Give either --release or --known-on, not both.
cli-error-division = There is no division "{ $value }". Divisions: { $known }
cli-error-cell-division = { $value } is a milestone; milestones have no divisions.

cli-help-releases =
    Usage: python -m hengyang releases [--workspace <name>] [--json]

    All releases, the newest first: who, when (Beijing time), why, from which file, how many cells.

    Shape of --json
      workspace, is_simulated
      releases: [{"{"}release, published_at, actor, reason_zh, reason_en or null, submission, base,
                  file_name or null, file_sha256 or null, brought: {"{"}table: {"{"}added, changed, repeated, withdrawn{"}"}{"}"}{"}"}]

cli-help-diff =
    Usage: python -m hengyang diff <release> <release> [--as-of <date>] [--json]

    The cells that differ (old → new) and the lights; both releases are judged on the same day
    (default: the last month of the second release with a value).

    Shape of --json
      workspace, is_simulated, from, to, as_of
      tables: [{"{"}table, added, changed, removed{"}"}]
      cells:  [{"{"}table, cell, key, subject, name_zh, name_en, unit_zh, unit_en, division, date,
                change: added|changed|removed, field, old, new, others: [{"{"}field, old, new{"}"}]{"}"}]
      lights: [{"{"}subject, name_zh, name_en, from, to, change: better|worse|other{"}"}]

cli-help-cell =
    Usage: python -m hengyang cell <id> [--division <code or name>] [--date <date>] [--json]

    The life of a cell: each value, by whom, from which file and row, in which release.
    Default: the whole city, the newest date with a record.

    Shape of --json
      workspace, is_simulated, subject, name_zh, name_en, unit_zh, unit_en, division, date
      values: [{"{"}cell, release, published_at, actor, release_reason, submission, file_name, file_sha256, row,
                change: first|changed|repeated|withdrawn|returned, is_withdrawn, field, value (null when withdrawn),
                reported_on, department, source, reason{"}"}]

cli-help-audit =
    Usage: python -m hengyang audit [--as NAME] [--lang <language>] > audit.csv
           python -m hengyang audit --json

    The audit log, one row an event (drafted, submitted, approved, returned, published), the newest first. Without --json it is CSV (UTF-8 with BOM);
    text that begins with = + - @ cannot become a formula. Releases are shown to everybody; the steps before them
    only of submissions that --as may see, to an administrator all (the demo without a roles file: demo-reporter when nobody is named).

    Shape of --json
      workspace, is_simulated
      events: [{"{"}event: drafted|submitted|approved|returned|discarded|publishing|publish_refused|published, at, release or null,
                actor, reason_zh, reason_en or null, submission, base, file_name, file_sha256,
                left_out, confirmed, unconfirmed (of a submitting: rows left out, warnings ticked or not; else null),
                added, changed, repeated, withdrawn (null unless published), rows: {"{"}table: rows{"}"}{"}"}]

cli-help-prune =
    Usage: python -m hengyang prune [--apply --as NAME] [--json]

    Merges a plan's small files of a table into one where there are twelve or more (quicker to read), then removes files that no release needs and that are
    older than a week (left by writers that died half-way, or merged). In a lake only this plan's files are merged, unless NAME administers every plan (plans = ["*"]);
    dead files are removed from the tables that plans share, whoever's they were. By default it only says what it would do; --apply does it, which takes an
    administrator of the roles file. Never automatic; no row changes, every release still reads, and people may report and publish meanwhile.

    Shape of --json
      workspace, is_dry_run, merged: {"{"}table: number of files{"}"}, left: as merged (not merged, for others kept writing), files: {"{"}table: [file]{"}"}

restore-which = Which release to restore
restore-reason = Why
restore-reason-placeholder = Required; it goes to the audit log
restore-do = Restore release { $release } (as a new release)
restore-done = Release { $release } is published and equals release { $old }; all earlier releases stay.
restore-finding = Restoring release { $old } would change { $cells ->
    [one] one cell
   *[other] { $cells } cells
} and { $lights ->
    [one] one light
   *[other] { $lights } lights
} (against the newest, release { $newest })
restore-finding-same = Release { $old } equals the newest, release { $newest }: nothing to restore
restore-finding-none = There is only one release: nothing to restore
history-section-restore = Restore
history-restore = restore it
