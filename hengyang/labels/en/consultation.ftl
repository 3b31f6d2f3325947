# The consultation: who was asked, who replied, what became of the proposals, how the words change.
consultation-section = Show
consultation-section-asked = Replies
consultation-section-proposals = Proposals
consultation-section-text = Old and new text
consultation-on = On which day
consultation-on-day = as of { $day }
consultation-title-before = Not sent out yet; the notice is dated { $day }
consultation-title-waiting = { $days ->
    [one] 1 day
   *[other] { $days } days
} to the deadline: { $heard } { $heard ->
    [one] has
   *[other] have
 } replied, { $waiting } have not yet
consultation-title-last-day = Today is the deadline: { $heard } { $heard ->
    [one] has
   *[other] have
 } replied, { $waiting } have not yet
consultation-title-over = { $days ->
    [one] 1 day
   *[other] { $days } days
} past the deadline: { $heard } replied, { $deemed } count as having no objection{ $withdrawn ->
    [0] {""}
   *[other] , { $withdrawn } took theirs back
}, of { $unknown } nothing is recorded here
consultation-title-nothing = { $days ->
    [one] 1 day
   *[other] { $days } days
} past the deadline; no reply is recorded here, which does not say that nobody objected
consultation-title-proposals = { $total ->
    [one] 1 proposal
   *[other] { $total } proposals
}: { $accepted } accepted, { $partly } in part, { $rejected } rejected, { $pending } unanswered, { $withdrawn } withdrawn
consultation-title-no-proposals = No proposal is recorded here by this day
consultation-title-text = { $proposals ->
    [one] 1 proposal
   *[other] { $proposals } proposals
} taken up in { $clauses ->
    [one] 1 clause
   *[other] { $clauses } clauses
}, old and new word by word
consultation-title-no-text = No proposal has been taken up by this day; the text is as it was
consultation-days-left = days to the deadline
consultation-days-passed = days since the deadline
consultation-days-before = days until the notice
consultation-due = Sent { $asked }, to be answered before { $due }
consultation-reading = Before (as the notice has it) is read as including the day. Silence counts as consent only by the register: where it was checked after the deadline and nothing had come in. That nothing is recorded here does not mean that nothing was sent.
consultation-days = Replies day by day
consultation-day = { $day }: { $count } received
consultation-sum = { $replies ->
    [one] { $replies } letter
   *[other] { $replies } letters
} received: { $counted } { $counted ->
    [one] is
   *[other] are
} counted, one for each that replied, as in the title{ $taken-back ->
    [0] {""}
   *[other] ; { $taken-back } taken back ({ $which })
}{ $withdrawal ->
    [0] {""}
   *[other] ; { $withdrawal } only to take one back
}{ $superseded ->
    [0] {""}
   *[other] ; { $superseded } beside another of the same sender
}{ $beyond ->
    [0] {""}
   *[other] . Of all, { $beyond } came after the days drawn
}.
consultation-sic = [sic]
consultation-states = How those asked stand
consultation-group-departments = Municipal departments ({ $count }). The notice lists no names; inferred from the departments that the plan names
consultation-group-parks = Industrial parks ({ $count } known). The notice lists no names
consultation-group-divisions = Development and reform bureaus ({ $count }). Not listed one by one; inferred from the 12 divisions
consultation-group-offices = Divisions within the Commission ({ $count } known). The notice lists no names
consultation-head-who = Asked
consultation-head-state = Stands
consultation-head-replied = Replied
consultation-head-stamp = Stamp
consultation-head-proposals = Proposals
consultation-unlisted = the others: no list, so nothing can be said of each
consultation-taken-back = taken back: { $replies }
consultation-checked = checked { $day }: none
consultation-all = All proposals
consultation-seal-not_asked = –
consultation-seal-waiting = …
consultation-seal-proposals = P
consultation-seal-no_opinion = N
consultation-seal-unstamped = U
consultation-seal-withdrawn = W
consultation-seal-late = L
consultation-seal-deemed_consent = S
consultation-seal-not_recorded = ?
reply-state-not_asked = Not asked yet
reply-state-waiting = Awaited
reply-state-proposals = Proposes changes
reply-state-no_opinion = No objection
reply-state-unstamped = Without stamp
reply-state-withdrawn = Taken back
reply-state-late = Late reply
reply-state-deemed_consent = Deemed consent
reply-state-not_recorded = Not recorded
consultation-means-not_asked = the notice is not out yet
consultation-means-waiting = the time is not over, no reply that stands
consultation-means-proposals = replied in time, with changes proposed
consultation-means-no_opinion = replied in time, nothing to object
consultation-means-unstamped = replied in time, but without the stamp asked for; no silence
consultation-means-withdrawn = replied and took it back; no silence either
consultation-means-late = replied after the deadline; by the notice this counts as no objection, the drafter decides whether to look at it
consultation-means-deemed_consent = the time is over, the register was checked, nothing had come in
consultation-means-not_recorded = the time is over; neither a reply nor a check is recorded here
reply-stamp-stamped = stamped
reply-stamp-not_stamped = not stamped
proposal-state-pending = unanswered
proposal-state-accepted = accepted
proposal-state-partly = accepted in part
proposal-state-rejected = rejected
proposal-state-withdrawn = withdrawn
proposal-sign-pending = …
proposal-sign-accepted = ✓
proposal-sign-partly = ◐
proposal-sign-rejected = ✕
proposal-sign-withdrawn = ↩
consultation-flag-is_late = late
consultation-flag-is_unstamped = without stamp
consultation-line-argument = Why
consultation-line-conflict = Contradicts
consultation-line-overlapping = About words that an earlier decision had changed; not worked in
consultation-no-proposals = No proposal is recorded here.
consultation-no-text = Nothing was taken up; the text is that of the draft.
consultation-pending = Not answered yet.
consultation-withdrawn = Withdrawn by those who made it.
consultation-decided = { $day } { $state }
consultation-no-day = (day not recorded)
consultation-no-reason = no reason given
consultation-old = Old
consultation-proposed = Proposed
consultation-struck = Proposed
consultation-settled = Settled on
consultation-new = New
consultation-nothing = (to be struck out)
consultation-by = by { $proposals }
consultation-key = everything else word for word as before
consultation-key-deleted = words struck out
consultation-key-inserted = words added
cli-consultation-who = { $state } { $who }
cli-consultation-proposal = { $proposal } { $clause } { $who } { $state }: “{ $old }” → “{ $proposed }”
