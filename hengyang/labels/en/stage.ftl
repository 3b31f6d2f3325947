# Presenting on screen.
stage-help = Keys
stage-key-step = next, previous
stage-key-ends = first, last
stage-key-number = a number, then Enter
stage-key-full = full screen
stage-key-blank = blank
stage-key-notes = speaker's window: this slide, the next, notes, clock
stage-key-help = this help
stage-key-leave = leave
stage-leave = Leave the presentation
stage-speaker = Notes
stage-end = The end
stage-blocked = The browser blocks the window for notes
stage-open-at = Present from slide { $number }
stage-bullet-key = bar = attainment; tick = expected by now; right = value / target
stage-editions = Frozen editions
stage-edition-facts = as of { $day } · release { $release } · { $who } { $at }
