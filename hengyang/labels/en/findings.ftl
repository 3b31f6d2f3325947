# What a check finds in a file, and how to mend it. One pair for each reason code.
finding-type = “{ $value }” cannot be read as { $wanted }.
mend-type = Enter { $wanted }; leave the cell empty or enter “—” where there is nothing to report.
finding-formula_without_value = The formula has no computed value.
mend-formula_without_value = Open the file in Excel or WPS, recalculate and save, or type the value.
finding-unit = The unit is “{ $found }”; this indicator is measured in “{ $wanted }”.
mend-unit = Convert the value to “{ $wanted }”, or correct the unit.
finding-percent_scale = Percentages in this table are read as { $read-as ->
    [fraction] fractions: 0.95 means 95%
   *[percent] percent: 95 means 95%
}.
mend-percent_scale = If that is wrong, write the % sign into the cells.
finding-mixed_scale = This column is read as percentages, so “{ $value }” is { $value } %; as a fraction it would be { $as-fraction } %.
mend-mixed_scale = Write { $as-fraction } if that is meant; confirm it if it is { $value } % indeed.
finding-out_of_range = { $value } is not between { $low } and { $high }.
mend-out_of_range = Check the value and its decimal point.
finding-approximate = “{ $value }” is not an exact figure; it is read as { $taken }.
mend-approximate = Enter the exact figure, or tick to confirm that only an approximate one exists.
finding-unknown_indicator = The plan has no indicator “{ $value }”{ $suggestion ->
    [none] { "" }
   *[other] { " " }(the nearest is { $suggestion })
}.
mend-unknown_indicator = Copy the indicator's code or name from the template.
finding-near_match = “{ $value }” resembles { $suggestion } (similarity { $similarity }%) and was not taken for it{ $others ->
    [none] { "" }
   *[other] ; it may also be { $others }
}.
mend-near_match = Confirm that they are the same, or use the plan's name or code.
finding-unknown_milestone = The plan has no milestone “{ $value }”{ $suggestion ->
    [none] { "" }
   *[other] { " " }(the nearest is { $suggestion })
}.
mend-unknown_milestone = Copy the milestone's code or name from the template.
finding-unknown_task = The plan has no task “{ $value }”{ $suggestion ->
    [none] { "" }
   *[other] { " " }(the nearest is { $suggestion })
}.
mend-unknown_task = Enter the task's number (1–31).
finding-unknown_department = The plan has no department “{ $value }”.
mend-unknown_department = Use the department's name in the plan or its usual short form.
finding-unknown_division = There is no county or district called “{ $value }”.
mend-unknown_division = Enter the full name of the county or district, or Hengyang for the whole city.
finding-identity_changed = An identity column of { $subject } was changed: “{ $theirs }” in the file, “{ $ours }” in the plan.
mend-identity_changed = Restore the code and the name; they are not reported.
finding-not_yours = { $subject } is in no task of { $department } (lead: { $lead }).
mend-not_yours = Remove the row and leave it to { $lead }.
finding-not_lead = { $department } is listed under the task of { $subject }, but not first (first: { $lead }).
mend-not_lead = Tick to confirm that you report it, by agreement with { $lead }.
finding-no_period = It is not clear which period “{ $value }” is.
mend-no_period = Enter the period, for example 2019-06.
finding-future = { $value } has not come yet (today is { $today }).
mend-future = Correct the period.
finding-unfinished = The period { $value } is not over (today is { $today }).
mend-unfinished = Tick to confirm that the figure is the one expected at its end.
finding-outside_plan = { $value } lies outside the plan ({ $first } to { $last }).
mend-outside_plan = Correct the period; report earlier figures as baselines.
finding-other_period = This row is about { $value }, while the report is for { $period }.
mend-other_period = Tick to confirm that another month is to be added or corrected.
finding-duplicate = { $subject } comes twice: first in “{ $first-sheet }”, row { $first-row }.
mend-duplicate = Keep one of the rows.
finding-falling = { $subject } is a cumulative count, but falls from { $before } on { $before-date } to { $after } on { $after-date }.
mend-falling = Check it; if it is a correction, enter the reason.
finding-jump = { $subject } changes by { $change } a month, beyond what it did so far ({ $low } to { $high }).
mend-jump = Check the unit and the decimal point; tick to confirm that it is right.
finding-breakdown_mismatch = The parts of { $subject } sum to { $parts }, the whole city has { $city }{ $missing ->
    [0] { "" }
   *[other] { " " }({ $missing } of the parts missing)
}.
mend-breakdown_mismatch = Check the parts against the whole; if definitions differ, say so in the note and tick.
finding-not_a_stage = “{ $value }” is not a stage of this milestone.
mend-not_a_stage = Possible: { $stages }.
finding-evidence_missing = The stage is “{ $value }”, without evidence.
mend-evidence_missing = Name the document, the acceptance record or a link as evidence.
finding-emptied = The cell of { $subject } is empty; the published { $published } stays.
mend-emptied = To take a published value back, enter “withdraw” and the reason.
finding-withdrawal_reason = The value is withdrawn without a reason.
mend-withdrawal_reason = Enter the reason for the correction.
finding-nothing_to_withdraw = { $subject } has no published value for this period to withdraw.
mend-nothing_to_withdraw = Check the period, or leave the cell empty.
finding-baseline_date_assumed = The baseline bears no date; it is read as of { $assumed }.
mend-baseline_date_assumed = Enter the baseline's date, or tick to confirm.
finding-other_workspace = The file was made from the workspace “{ $theirs }”, not from “{ $ours }”.
mend-other_workspace = Download a template from this workspace; demo figures never become official ones, nor the reverse.
finding-unknown_project = The register has no project “{ $value }”, and this sheet does not say what it is.
mend-unknown_project = Enter a new project on the projects sheet first; of an existing one check the number.
finding-project_incomplete = The project “{ $value }” lacks { $missing }.
mend-project_incomplete = Please fill it in.
finding-unknown_choice = “{ $value }” is none of the choices.
mend-unknown_choice = Possible: { $allowed }.
finding-negative = “{ $value }” is negative.
mend-negative = Investment, land and progress cannot be negative; please check.
finding-finish_before_start = The finish { $finish } is before the start { $start }.
mend-finish_before_start = Please check both dates.
finding-dates_contradict = { $first } and { $second } contradict each other.
mend-dates_contradict = Please check stage and dates.
finding-stage_backwards = The stage goes back from { $before } to { $after }.
mend-stage_backwards = Please check; if it is a correction, give the reason.
finding-same_name = “{ $value }” has the name and division of project { $other }.
mend-same_name = Tick it if they are two projects; else remove one row.
finding-older_release = The file was made from release { $made-from }, now it is { $release }: it was { $base } then, is { $now } now, and { $theirs } in the file.
mend-older_release = Check which of them holds; tick to confirm the one in the file.
finding-overtaken = The file was made from release { $made-from }; since then (now { $release }) the value went from { $base } to { $now }. The file leaves it as it was, so the present value stays.
mend-overtaken = Nothing to do.
finding-older_template = The file was made from release { $made-from }, now it is { $release }.
mend-older_template = Check every change, or download a new template.
finding-unknown_release = The file says it was made from release { $made-from }, but there are only { $release } here.
mend-unknown_release = Make sure that the template comes from this workspace.

finding-source = { $file } ({ $sheet })
finding-source-sheet = Report ({ $sheet })
finding-nothing = nothing
finding-wanted-number = a number
finding-wanted-day = a date
finding-list-separator = { ", " }

annotate-author = Check
annotate-file = { $name }_annotated
annotate-copy = formulas, formats and hidden parts, in the copy (the original is untouched)
annotate-lost-values = computed values of formulas: { $count } (they are computed again on opening)
annotate-lost-charts = charts
annotate-lost-pictures = pictures
annotate-lost-drawings = shapes and text boxes
annotate-lost-controls = form controls
annotate-lost-pivots = pivot tables
annotate-lost-slicers = slicers
annotate-lost-threads = comments with replies
annotate-lost-connections = connections to outside data
annotate-lost-signatures = digital signatures
annotate-lost-custom = custom data
annotate-lost-printers = printer settings
annotate-lost-extensions = sparklines, and extended conditional formats and drop-downs
finding-unknown_respondent = “{ $value }” is not among those asked.
mend-unknown_respondent = Name one of those asked; for a park or a division within the Commission name the group, and who it is in the next column.
finding-unknown_reply = There is no reply “{ $value }”.
mend-unknown_reply = Replies are numbered R1, R2 …, proposals R3-1; the reply must be in the register.
finding-row_incomplete = “{ $value }” lacks { $missing }.
mend-row_incomplete = Please fill it in.
finding-reply_too_early = The reply of { $value } is older than the notice of { $asked }.
mend-reply_too_early = Correct the day of the reply.
finding-checked_too_early = Checked on { $value } and found none, but until { $due } replies may still come in.
mend-checked_too_early = A check counts after the deadline; correct the day.
finding-unknown_clause = There is no clause “{ $value }”.
mend-unknown_clause = Clauses are written as the draft numbers them, or by name.
finding-not_verbatim = “{ $value }” does not stand in clause { $clause } word for word.
mend-not_verbatim = Copy the words from the draft, sign by sign.
finding-not_unique = “{ $value }” stands in clause { $clause } { $times ->
    [one] { $times } time
   *[other] { $times } times
 }; which place is meant is not clear.
mend-not_unique = Copy a few more words, so that they stand there once.
finding-decision_reason = Proposal “{ $value }” is decided without a reason.
mend-decision_reason = Say why it was accepted, accepted in part or rejected.
finding-decided_text = Proposal “{ $value }” is accepted in part, but not in which words.
mend-decided_text = Write the words settled on.
finding-decided_too_early = The decision of { $value } is older than the reply of { $replied }.
mend-decided_too_early = Correct the day of the decision.
finding-two_decisions = Proposal “{ $value }” is decided already (“{ $before }”), and here again (“{ $after }”).
mend-two_decisions = A proposal has one decision; to correct a published one, say why in the column for reasons.

finding-taken_back_along = Taking back { $subject } takes back what other registers say of it, too: { $along }.
mend-taken_back_along = Please check; to take back the report of one month only, write “withdrawn” in its stage column.
finding-project_taken_back = The project “{ $value }” is taken back in this file, and this row changes something of it.
mend-project_taken_back = Remove the row, or do not take the project back.
finding-gate_incomplete = The gate lacks: { $missing }.
mend-gate_incomplete = Say of each gate on which day and by whom it was passed; leave both empty for one not passed yet.
finding-gate_order = Gate “{ $gate }” on { $value }, while the gate before it, “{ $before }”: { $told }.
mend-gate_order = Gates are passed in turn: stored, reviewed, advanced. Check the dates.
finding-not-passed = not passed
finding-step_order = Step { $position } is planned for { $value }, out of turn with step { $other }, planned for { $day }.
mend-step_order = Steps follow their numbers; check the dates or the numbers.
finding-carried_too_much = The amount carried over, { $value }, is more than the year’s plan of { $planned }.
mend-carried_too_much = What is carried over is part of the year’s plan; please check.
finding-unknown_commitment = There is no commitment “{ $value }”.
mend-unknown_commitment = Commitments are numbered S1-1: the safeguard, and which sentence of it; compare with the form.
finding-answered_too_early = The answer of { $value } is older than the request of { $asked }.
mend-answered_too_early = Correct the day of the answer or of the request.
finding-listed_in_another_year = Entered on { $value }, but the year says { $year }.
mend-listed_in_another_year = The national store counts by the year of entry; correct the year or the day.
finding-still_named = “{ $value }” is taken back, but “{ $other }” still rests on it.
mend-still_named = Take “{ $other }” back in the same file, or correct it first.
