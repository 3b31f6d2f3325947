# The words of review and publishing.
review-state-draft = Draft
review-state-submitted = Submitted
review-state-returned = Returned
review-state-approved = Approved
review-state-published = Published
review-state-discarded = Discarded

review-step-drafted = drafted
review-step-submitted = submitted
review-step-approved = approved
review-step-returned = returned
review-step-publishing = began to publish
review-step-publish_refused = could not publish
review-step-published = published
review-step-discarded = discarded

review-error-moved-on = { $by ->
    [demo-reporter] The demo reporter
    [demo-reviewer] The demo reviewer
   *[other] { $by }
} dealt with submission { $submission } at { $at } (Beijing time): it is { $state ->
    [draft] a draft
    [submitted] submitted
    [returned] returned
    [approved] approved
    [discarded] discarded
   *[published] published
} now. Look at it before you decide.
review-error-no-proposal = There is no submission { $submission }.
review-error-nothing-changes = The file says what is published already; there is nothing to submit.
review-error-errors-stand = { $count ->
    [1] An error stands
   *[other] { $count } errors stand
}, so this cannot be submitted. Mend the file, or choose to leave those rows out.
review-error-not-yours = { $name } cannot submit { $by }’s draft.
review-error-not-your-subject = { $name } cannot report { $subject }: no task of their departments.
review-error-not-visible = { $name } cannot see submission { $submission }.
review-error-own = { $name } cannot decide on what they submitted themselves.
review-error-no-reason = Please give a reason.
review-error-no-cell = There is no cell numbered { $cells }; there are { $count }, counted from 1.
review-error-no-release = There is no release { $number }; the newest is { $newest }.
review-error-no-difference = Release { $number } equals release { $newest }, the newest; there is nothing to restore.
review-error-publish-failed = Submission { $submission } could not be published: the store refused it { $count ->
    [one] { $count } time
   *[other] { $count } times
 }. Nothing is published; try again later.
review-error-cells-changed = { $count ->
    [1] One value has
   *[other] { $count } values have
} been changed by others since release { $base } (the newest is { $latest }): { $cells }. Return it, so that its submitter looks again and submits it anew.

access-denied-nobody = Nobody is named as acting (on the command line: --as NAME).
access-denied-unknown = The roles file does not name { $name }.
access-denied-no-roles = Signing in is set up ([auth]), so there are no demo identities; without a roles file (HENGYANG_ROLES) { $name } may do nothing.
access-denied-workspace = { $name } cannot act in the workspace { $workspace }.
access-denied-department = { $name } cannot report for the department { $department }.
access-denied-see-proposals = { $name } cannot see submissions.
access-denied-draft = { $name } cannot report.
access-denied-submit = { $name } cannot submit.
access-denied-approve = { $name } cannot approve.
access-denied-return = { $name } cannot return submissions.
access-denied-publish = { $name } cannot publish.
access-denied-restore = { $name } cannot restore a release.
access-denied-audit = { $name } may not see the whole audit log.
access-denied-freeze = { $name } may not freeze an edition.
access-denied-fill-lake = { $name } is no administrator: only administrators bring plans into the lake and publish roll-ups.
access-denied-remove-versions = { $name } cannot remove old versions.
access-roles-unreadable = The roles file { $path } cannot be read; nobody can write until it can.
access-roles-no-toml = The roles file { $path } is no valid TOML ({ $detail }): nobody can write now.
access-roles-no-person = In the roles file { $path } the entry "{ $name }" is no table (write ["name"] and below it role): nobody can write now.
access-roles-unknown-setting = In the roles file { $path } the entry "{ $name }" has an unknown setting "{ $value }" (there are role and departments): nobody can write now.
access-roles-no-role = In the roles file { $path } the entry "{ $name }" names no role: nobody can write now.
access-roles-unknown-role = In the roles file { $path } "{ $name }" has the role "{ $value }", which there is not (viewer, reporter, reviewer, administrator): nobody can write now.
access-roles-no-departments = In the roles file { $path } the entry "{ $name }" names no departments: nobody can write now.
access-roles-unknown-department = In the roles file { $path } "{ $name }" has the department "{ $value }", which the plan does not know: nobody can write now.
access-roles-local-name = In the roles file { $path } "{ $name }" is the name of a demo identity, which nobody may have: nobody can write now.
access-roles-twice = The roles file { $path } names "{ $name }" twice (capitals make no difference): nobody can write now.
access-read-only-official = No roles are set up, so the official workspace can only be read.
access-read-only-roles = A roles file says who may do what, so the demo identities are off and this can only be read.
access-read-only-forwarded = The request came through a proxy, so the demo identities are off and this can only be read.
access-read-only-host = This is not opened by the machine’s own address, so the demo identities are off and it can only be read.
access-read-only-peer = You are on another machine, so the demo identities are off and this can only be read.

review-error-no-department = The plan has no department "{ $value }".
review-error-file = The file { $path } cannot be read: { $detail }
review-line = { $submission } [{ $state }] { $by } { $at } (Beijing time) { $file }, cells: { $cells }
review-event = {"  "}{ $at } (Beijing time) { $by } { $step } { $reason }
review-because = Returned because: { $reason }
review-none = There is no submission yet.
review-released = Release { $number } is published (workspace { $workspace }).
review-recognised = Sheet “{ $sheet }” is recognised as { $table }: header in row { $row }, rows: { $rows }
review-finding = [{ $severity ->
    [error] error
    [warning] warning
   *[note] note
}] { $sheet } row { $row } { $column }: { $message }
review-difference = Values added: { $added }, changed: { $changed }, withdrawn: { $removed }
review-flip = { $indicator }: { $before } → { $after }
review-import-submitted = Submitted as { $submission }
review-import-dry-run = Checked only; nothing is submitted.
review-import-unchanged = The file says what is published already; there is nothing to submit.
review-import-blocked = Errors stand; nothing is submitted.
review-error-output = The file { $path } cannot be written: { $detail }
review-template = The template is in { $path } (made from release { $release })

cli-help-import =
    Usage: python -m hengyang import <file> [--workspace W] [--period 2019-07] [--department NAME] [--dry-run] [--leave-out-faulty] [--accept-warnings] [--take "NAME=ID"] [--as NAME] [--json]

    Reads the file, recognises its tables, checks them, compares them with what is published; submits it for review when
    no error stands. In the demo --as may be left out (demo-reporter submits).
    A name that is only nearly the plan’s is never taken; --take "NAME=ID" says which indicator, milestone or task it means,
    and may be given several times.
    Exit codes: 0 accepted (warnings included), 1 errors stand or not allowed, 2 the file cannot be read.

    JSON
      recognised   [sheet, table, layout (long/wide), header_row, rows, columns (role → their heading)]
      findings     [sheet, row, column, code, severity (error/warning/note), value, message_zh, message_en; of a nearly right name also candidates]
      difference   added, changed, removed: [table, subject, division, reference_date, field, old, new, row];
                   flips: [indicator, from, to]; theme_flips: [theme, from, to];
                   project_flips: [project, light (start/progress/payment/entry), from, to]; new_projects: [project, name, light];
                   commitment_flips: [commitment, from, to]; coverage (what projects add up to for targets);
                   as_of (what turns that the file says nothing about, where the default day moves): from, to, flips,
                   projects (how many), commitments (how many);
                   three_way (cells that others changed since the form was made): [table, subject, division, reference_date,
                   field, base (in the form), theirs (in the file), now (published), row, is_kept (left alone: stays as now)]
      submission   the id of the submission; null where nothing was submitted
cli-help-template =
    Usage: python -m hengyang template [--department NAME] [--period 2019-07] [--output FILE] [--json]

    The workbook of a department and a month, filled with what is published; all departments and the last month with a
    value unless said otherwise. Without --output it takes its own name and overwrites nothing. --roll-forward 2020 gives the
    three-year investment plan rolled forward to that year instead.

    JSON: file, workspace, release, department, period
cli-help-submissions =
    Usage: python -m hengyang submissions [<id> [--file FILE]] [--workspace W] [--department NAME] [--as NAME] [--json]

    Reviewers see what was submitted, reporters that of their departments; a draft only who drafted it. In the demo
    without a roles file --as may be left out (demo-reporter asks).
    With an id: each of its cells, numbered as --rows of approve and return takes them, its findings and who ticked which;
    --file writes the file as received, byte for byte.

    JSON
      workspace
      submissions  [submission, workspace, state (draft/submitted/returned/approved/published/discarded), department, period,
                   file_name, sha256, base_release, release, by, created_at, cells (how many), approved, returned (cell numbers),
                   left_out_rows [sheet, row], findings (how many),
                   warnings [sheet, row, column, code, value, confirmed_by, confirmed_at] (null: by nobody), history [step, at, actor, reason, cells, release]]
      With an id:
      workspace, submission (as one of those)
      cells        [cell (its number), decision (approved/returned/null), table, subject, division, reference_date, field, old, new,
                   is_withdrawn, row (in the file), overtaken_by (a release that changed it since)]; held against the release
                   before its own, or against the newest
      findings     as those of import; file: what was written, or null
cli-help-discard =
    Usage: python -m hengyang discard <id> --as NAME [--reason TEXT] [--json]

    Gives up a draft of one's own, or what came back: nobody is asked about it again. Nothing is deleted: the file, its
    rows and this step stay, and the audit log shows them.

    JSON: as one of submissions
cli-help-approve =
    Usage: python -m hengyang approve <id> --as NAME [--rows 1,3-5] [--json]

    Approves a submission; with --rows these cells only. Nobody decides on what they submitted themselves.

    JSON: as one of submissions
cli-help-return =
    Usage: python -m hengyang return <id> --reason TEXT --as NAME [--rows 1,3-5] [--json]

    Gives a submission back; with --rows these cells only. What is approved may come back until it is published.

    JSON: as one of submissions
cli-help-publish =
    Usage: python -m hengyang publish <id> --as NAME [--reason TEXT] [--json]

    Makes an approved submission the next release; refused, with the cells named, when others have changed them since.

    JSON: workspace, release, submission
cli-help-restore =
    Usage: python -m hengyang restore <release> --reason TEXT --as NAME [--seen RELEASE] [--json]

    Makes a new release that equals an old one; what came between stays readable. One person’s release: a reviewer or an
    administrator answers for it with a reason, nobody else approves. --seen is the newest release that you have looked at
    (default: the newest at the start); refused when there is a newer one.

    JSON: workspace, release

discard-open = Discard
discard-help = Once discarded, nobody is asked about it. Nothing is deleted: file and steps stay in the audit log.
discard-reason = Why (may stay empty)
discard-do = Discard this report
discard-done = Discarded; the audit log keeps a record.
proposals-overtaken = Since the submitter looked at release { $base }, others have changed { $count ->
    [one] one cell
   *[other] { $count } cells
} of this: { $cells }. It cannot be published like that: return it, so that its submitter looks again.
proposals-overtaken-cell = { $cell } (release { $release }, { $by })
proposals-own-signed-in = You submitted this; somebody else has to review it.
signing-no-decision = Your role reviews nothing; reviewers do.
review-error-restore-stale = You looked at release { $base }; there is release { $latest } since, which restoring would undo too. Look at what changed, then try again.
proposals-overtaken-separator = { "; " }
review-cell = { $number }  { $subject } { $what }: { $old } → { $new } (row { $row } of the file){ $decision ->
    [approved] { " " }approved
    [returned] { " " }returned
   *[open] { "" }
}{ $release ->
    [none] { "" }
   *[other] { ", " }changed by release { $release } since
}
review-take = “{ $name }” may be { $candidates }; to say so: --take "{ $name }=ID"
review-file-written = The file as received is in { $path } (SHA-256 { $sha256 })
review-error-no-file = There is no file with submission { $submission }.
