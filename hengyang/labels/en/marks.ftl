mark-stale = { $light } (stale)
mark-of = { $subject }: { $light }
mark-count = { $light } { $count }
mark-separator = { ", " }
mark-nothing-counted = no counted indicator
mark-bullet = attained { $attainment }, expected { $expected }
mark-bullet-alone = attained { $attainment }, no path
mark-bullet-none = no value
mark-sparkline = { $count ->
    [one] { $count } value
   *[other] { $count } values
 }, from { $first } to { $last }
mark-better = better
mark-worse = worse
mark-other = changed
mark-key-stale = hatched = stale
mark-key-tick = tick = expected by now
mark-key-mean = 3/5 = bar is the mean of 3 of 5 indicators
mark-chinese = What people wrote in Chinese stands as they wrote it.
