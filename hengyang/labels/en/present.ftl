# The page where a meeting is prepared.
present-finding = { $title }: { $count ->
    [one] { $count } slide
   *[other] { $count } slides
 }; click any to present
present-deck = Which deck
present-edit = Edit titles, notes and order
present-shown = Show
present-place = Order
present-title = Title
present-notes = Notes
present-name = Name
present-name-example = e.g. Review meeting, July 2019
present-freeze = Freeze as an edition
present-freeze-help = Release, day, selection, thresholds, order and words stay from now on; slides and files made from it agree with it.
present-frozen = Frozen as { $edition }; open it below, or send its link.
present-wall = Wall: the whole plan on one screen, turning by itself
