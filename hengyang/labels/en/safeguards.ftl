# The safeguards: commitments and lights, the green channel, where projects are listed.
safeguards-section = Show
safeguards-section-commitments = Commitments
safeguards-section-green = Green channel
safeguards-section-listings = Store and plans
safeguards-title = { $total ->
    [one] 1 commitment
   *[other] { $total } commitments
}: { $lights }
safeguards-title-silent = { $total ->
    [one] 1 commitment
   *[other] { $total } commitments
}, nothing reported, so no light
safeguards-title-green = { $total ->
    [one] 1 request
   *[other] { $total } requests
} of the green channel, { $open } open; those answered took { $days ->
    [one] { $days } day
   *[other] { $days } days
 } (median)
safeguards-title-no-green = No request of the green channel is recorded here
safeguards-title-listings = { $total ->
    [one] 1 project
   *[other] { $total } projects
}: { $national-store } in the national store, { $annual-plan } in the annual plan of { $year }, { $five-year-plan } in the five-year plan
safeguards-title-no-listings = Which projects are in the national store and in plans is not recorded here
safeguards-how = Commitments are judged as milestones are: staged ones by the planned date of the next stage, standing ones by whether they are breached; which of the two follows our reading of the sentence. As listed: the sentence names no department, so those listed under the safeguard stand here. The notice promises no number of days for the green channel, so its requests have no light.
safeguards-silent = not reported
safeguards-reported = as of { $day }
safeguards-due = next stage planned { $day }
safeguards-evidence = Evidence:{" "}
safeguards-no-evidence = no evidence attached
safeguards-unnamed = (as listed)
safeguards-told-national_store = { $listed ->
    [one] { $listed } project
   *[other] { $listed } projects
 } in the national store; { $missing } past the last gate are not
safeguards-told-plan_links = { $annual ->
    [one] { $annual } project
   *[other] { $annual } projects
 } in the annual plan of { $year }, { $long } in the five-year plan; { $missing } being built are in no annual plan
safeguards-open = open
safeguards-answered = { $day } { $answer }
safeguards-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
safeguards-days-so-far = { $days ->
    [one] 1 day
   *[other] { $days } days
} so far
safeguards-green-caption = Open ones first, the longest before the shorter. The notice promises no number of days, so days are shown and no light
safeguards-head-project = Project
safeguards-head-approval = Approval
safeguards-head-asked = Asked
safeguards-head-of = Of
safeguards-head-answered = Answered
safeguards-head-days = Took
safeguards-head-stage = Stage
safeguards-head-listed = Listed in
safeguards-no-listings = Whether projects are in the national store, an annual plan or the five-year plan is not recorded here; that does not mean that they are not.
safeguards-list-caption = Where the { $total ->
    [one] { $total } project
   *[other] { $total } projects
 } of the register are listed
safeguards-list-national_store = National store of major projects
safeguards-list-annual_plan = Annual plan { $year }
safeguards-list-five_year_plan = Five-year plan
safeguards-gap-unstored = { $count ->
    [one] 1 project is
   *[other] { $count } projects are
} past the last gate, but not in the national store
safeguards-gap-unplanned = { $count ->
    [one] 1 project is
   *[other] { $count } projects are
} being built, but not in the annual plan of { $year }
safeguards-more = { $count } more
safeguards-in-store = national store { $code }
safeguards-in-annual = annual plan { $year }
safeguards-in-five = five-year plan
green-answer-granted = granted
green-answer-refused = refused
cli-safeguards-line = { $number } { $light } { $text }
