# Cases of red lights: their memory, what people do about them, the letter.
cases-own-first = { $own } of them for the chosen departments to answer, listed first; the others after them, each in the order below
cases-section = Show
cases-section-current = In hand
cases-section-overdue = Overdue
cases-section-awaiting = To verify
cases-section-repeated = Red again
cases-section-closed = Closed
cases-section-all = All
cases-section-count = { $name } { $count }
cases-title = { $total ->
    [one] { $total } case
   *[other] { $total } cases
 } of red lights: { $red } not yet better, { $overdue } overdue, { $awaiting } to verify, { $closed } closed
cases-title-none = Nothing had a red light up to the chosen day
cases-title-one = { $name }: red for { $months ->
    [one] one month
   *[other] { $months } months
}, { $state }
cases-title-one-recovered = { $name }: was red for { $months ->
    [one] one month
   *[other] { $months } months
}, has recovered, { $state }
cases-caption-current = In hand: overdue ones first, then those that are red longest. A red light (far behind, overdue) at a month's end opens a case; not reporting is no recovery
cases-caption-overdue = The promised day has passed and nobody has verified it
cases-caption-awaiting = Answered, waiting to be verified
cases-caption-repeated = What turned red more than once
cases-caption-closed = Closed out with evidence
cases-caption-all = Every red light, those too that recovered before anybody was asked
cases-head-name = What
cases-head-months = Red for
cases-head-now = Light now
cases-head-state = Stands at
cases-head-owner = Department
cases-head-promised = Promised for
cases-identity = { $subject } · since { $month }
cases-repeat = {" "}· red spell { $number }
cases-months = { $months ->
    [one] one month
   *[other] { $months } months
}
cases-months-silent = { $red }, and { $silent } without a judgement in between (not counted)
cases-months-recovered = { $red }, better since { $month }
cases-opened = end of { $month }, { $light }
cases-owner-inferred = { $office } (listed first, inferred)
cases-no-owner = The notice lists no department
cases-section-facts = The red light
cases-section-months = Light by month
cases-section-course = Course
cases-course-none = Nobody has been asked yet.
cases-fact-subject = What
cases-fact-opened = Since
cases-fact-months = Red for
cases-fact-now = Now
cases-fact-owner = Department
cases-fact-promised = Promised for
cases-fact-others = Also red since
cases-written-cause = Cause:{" "}
cases-written-measure = Measure:{" "}
cases-written-text = Note:{" "}
cases-written-evidence = Evidence:{" "}
cases-written-promised_on = Promised for:{" "}
cases-back = ← All cases
case-state-open = nobody asked yet
case-state-asked = waiting for a reply
case-state-replied = to be verified
case-state-verified = to be closed
case-state-closed = closed
case-state-overdue = overdue, { $state }
case-state-passed = recovered unasked
case-step-assigned = Asked
case-step-replied = Replied
case-step-sent_back = Sent back
case-step-verified = Verified
case-step-closed = Closed out

cases-do = Next step
cases-do-assigned = Ask the department
cases-do-replied = Send the reply
cases-do-sent_back = Send back
cases-do-verified = Verified
cases-do-closed = Close out
cases-done-assigned = The department has been asked.
cases-done-replied = The reply waits to be verified.
cases-done-sent_back = Sent back.
cases-done-verified = Verified.
cases-done-closed = Closed out.
cases-field-department = Department
cases-field-text-assigned = What is asked for (optional)
cases-field-text-verified = What was checked, or why it goes back
cases-field-cause = Cause
cases-field-measure = Measure
cases-field-promised = Promised for
cases-field-evidence = Evidence
cases-nothing-open = This case is closed; nothing is left to do.
cases-still-red = Verified; it can be closed once the light is better.
cases-not-yours = { $name } has no step to take here ({ $state }).
cases-nobody = You may look, but take no step.
cases-letter = Letter (DOCX)

case-error-none = There is no case { $case }.
case-error-release = A newer release is out; reload, then act.
case-error-moved-on = { $by } acted on case { $case } at { $at } Beijing time; look at it, then decide.
case-error-still-red = { $case } is not better yet and cannot be closed.
case-error-not-listed = { $department } is not listed under this task.
case-error-own-reply = { $name } cannot verify or close what they replied to.
case-error-no-cause = Say what the cause is.
case-error-no-measure = Say what is being done.
case-error-no-promise = Give the day it is promised for.
case-error-no-text = Say what was checked, or why it goes back.
case-error-no-evidence = Closing a case takes evidence.
case-error-too-long = The text is too long: { $most } characters at most.
case-error-not-now-assigned = Nobody can be asked about { $case } now.
case-error-not-now-replied = { $case } cannot be replied to now.
case-error-not-now-sent_back = { $case } cannot be sent back now.
case-error-not-now-verified = { $case } cannot be verified now.
case-error-not-now-closed = { $case } has not been verified and cannot be closed.
access-denied-assign-case = { $name } may not ask about cases.
access-denied-reply-to-case = { $name } may not reply to cases.
access-denied-decide-case = { $name } may not verify, send back or close cases.

letter-title = On the red light of “{ $name }”
letter-opening = The { $plan } ({ $status }) says: “
letter-opening-end = ”
letter-separator = ,{" "}
letter-assigned = It belongs to task { $task }, “{ $title }”; responsible: { $offices }.
letter-assigned-plan = It belongs to the plan as a whole.
letter-red = As of { $day } this item ({ $subject }) stands at{" "}
letter-because = : { $reason }. It has been red since { $month }, for { $months ->
    [one] one month
   *[other] { $months } months
} in all.
letter-repeat = {" "}This is its red spell number { $number }.
letter-recovered = {" "}It has been better since { $month }.
letter-section-state = Where it stands
letter-section-asked = What is asked for
letter-section-course = What has been done so far
letter-ask-cause = Say what caused the red light.
letter-ask-measure = Propose measures, with who is responsible and the day of completion.
letter-ask-reply-1 = Reply in writing, with the official stamp, before{" "}
letter-ask-reply-2 = .
letter-ask-evidence = Once it is better, send the evidence; the case is closed after verification.
letter-reply-by = day of reply
letter-promised = It was promised for { $day }; up to { $as-of } this has not been verified.
letter-table = Course of the case
letter-column-day = Day
letter-column-step = Step
letter-column-what = What
letter-file = letter

cli-cases-line = { $case } { $name }: { $light }, red for { $months ->
    [one] one month
   *[other] { $months } months
}, { $state }, { $owner }
cli-help-cases =
    Usage: python -m hengyang cases [--theme T] [--department NAME] [--as-of DAY] [--json]

    Red lights: since when, for how many months, recovered or come back; who owes what, what was promised, what was done.

    JSON
      workspace, release, as_of
      counts   of the page's lists: current, overdue, awaiting, repeated, closed, all
      cases    [case, subject, task, opened_on, last_red_on, months_red, months_silent, recovered_on, light_opened, light_now,
               occurrence, occurrences, state, owner, is_owner_inferred, promised_on, is_overdue,
               events [event, step, at (UTC), actor, department, cause, measure, promised_on, text, evidence, is_simulated]]
