overview-finding = { $green ->
    [0] None
   *[other] { $green }
} of { $counted ->
    [one] { $counted } indicator is
   *[other] { $counted } indicators are
 } met, on track or nearly{ $behind ->
    [0] {""}
    [one] , { $behind } is behind
   *[other] , { $behind } are behind
}{ $red ->
    [0] {""}
   *[other] , { $red } far behind or overdue
}
overview-finding-grey = { $reported } of { $counted ->
    [one] { $counted } indicator
   *[other] { $counted } indicators
 } can be judged; the other { $missing } { $missing ->
    [one] has
   *[other] have
 } no usable figure (not reported, not yet due, or no final one)
overview-finding-none = No counted indicator in this selection
overview-subline = Reported { $reported }/{ $due } · since { $against }: { $better } better, { $worse } worse · { $status } · method v{ $method }
overview-card-caption = indicators · { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
 }
overview-reported = Reported { $reported }/{ $due }
overview-better = { $count } better
overview-worse = { $count } worse
overview-unchanged = no change
overview-milestones = milestones { $done }/{ $count }
overview-no-numbers = no quantified target
overview-attention = Needs attention
overview-attention-none = Nothing is behind or overdue.
overview-attention-all = All { $count } →
overview-why = why
overview-source = source
overview-against = Compared with
overview-against-release = Since release { $number }
overview-against-month = Since { $month }
overview-changes = Changes
overview-changes-none = No light has changed.
overview-changes-more = { $count ->
    [one] { $count } more change
   *[other] { $count } more changes
 }
overview-coverage = mean of { $count }
overview-attention-unknown = Nothing that was reported is behind or overdue; { $count ->
    [one] { $count } indicator is
   *[other] { $count } indicators are
 } not reported, so nothing is known of them.
