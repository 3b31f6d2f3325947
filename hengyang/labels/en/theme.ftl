theme-roll-up = Theme light: { $light }. { $due } due, { $reported } reported, { $green } green, { $red } red. Under four fifths reported there is no light; a fifth red makes red, a fifth not green makes yellow.
theme-bullet-key = Thin bar = attainment; tick = expected by now; value / target; right: gap in points.
theme-trends = Trends
theme-explore = Explore (zoomable chart)
theme-gap-caption = Attainment against schedule
theme-finding = { $theme }: { $green ->
    [0] none
   *[other] { $green }
} of { $counted ->
    [one] { $counted } indicator
   *[other] { $counted } indicators
 } met, on track or nearly{ $needy ->
    [0] {""}
   *[other] , { $needy } behind or worse
}{ $missing ->
    [0] {""}
   *[other] , { $missing } not reported
}
theme-finding-empty = { $theme }: no counted indicator in this selection
