# Method and sources.
method-section = Section
method-section-rule = Rule and examples
method-section-try = Try thresholds
method-section-defects = Source defects
method-section-dictionary = Data dictionary
method-section-figures = Published figures
method-section-consultation = Consultation, safeguards

method-finding = Method v{ $method }: lights follow a straight path through time; { $counted ->
    [one] { $counted } target counts
   *[other] { $counted } targets count
 }, { $defects ->
    [one] { $defects } defect
   *[other] { $defects } defects
 } of the source are listed
method-finding-try = With these thresholds { $count ->
    [one] 1 light changes
   *[other] { $count } lights change
 }: { $better } better, { $worse } worse
method-finding-try-same = These thresholds give the same lights as method v1; move a slider to try others
method-finding-try-none = These thresholds contradict each other, so nothing can be tried
method-finding-defects = The notice says 30 and numbers 31: all { $count ->
    [one] { $count } defect
   *[other] { $count } defects
 } of the published text, listed and left as they are
method-finding-dictionary = { $tables ->
    [one] { $tables } table
   *[other] { $tables } tables
 }, { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
 }: what each holds, its type and unit
method-finding-figures = { $count } real published figures found, { $same } of them comparable and able to light
method-finding-consultation = { $status }: replies with official stamp before { $day }; no reply counts as no objection

method-lights-caption = The nine lights; from the top, the first that fits wins
method-lights-light = Light
method-lights-when = When
method-lights-means = Meaning
method-lights-count = Now
method-when-not_due = The as-of day is before the start
method-when-not_reported = No comparable value; or the deadline has passed and the last value is more than { $stale ->
    [one] { $stale } reporting period
   *[other] { $stale } reporting periods
 } older
method-when-met = The target is met (floors, caps and maintained targets only at the deadline)
method-when-overdue = The deadline has come and the final figure misses the target
method-when-not_assessed = There is a value but no path to hold it against
method-when-far_behind = More than { $far } points behind; or a limit is lost
method-when-behind = { $behind } to { $far } points behind, both included
method-when-nearly = Less than { $behind } points behind; or a limit about to be lost
method-when-on_track = Not behind; or a limit held
method-means-not_due = Not begun, not judged
method-means-not_reported = Unknown; never read as 0
method-means-met = Promise kept
method-means-overdue = Promise not kept
method-means-not_assessed = No baseline, no annual targets, or two readings undecided
method-means-far_behind = Hardly possible in time; needs special attention
method-means-behind = Clearly behind; reasons and measures due
method-means-nearly = A little slow; a reminder is enough
method-means-on_track = On the path or faster

method-rules-caption = How each of the 80 targets is judged
method-rules-rule = Rule
method-rules-count = Targets
method-rules-judged = How it is judged
method-rule-cumulative = Straight path from baseline to target; new construction counts from zero, "build up" targets are assumed to and say so
method-rule-range_low = As cumulative, committed to the low end; above the high end is marked
method-rule-level = Path from a reported baseline to the target; without baseline or annual targets not assessed unless met
method-rule-band = Inside is held; outside by the distance to the nearest edge
method-rule-floor = No path: margin = value − floor; held is on track, lost is far behind
method-rule-cap = No path: margin = cap − value; held is on track, lost is far behind
method-rule-ambiguous = Both readings are stored and shown; not assessed until an analyst chooses
method-rule-check_only = Held against its paired target; shown, not counted
method-rule-described = Structure counts and service standards; described, not measured, not counted

method-arithmetic = Arithmetic
method-inputs = Inputs: baseline b on day t₀, target τ at deadline T, latest published value y of day t. T is 31 December of the target year (2020 where the text names none, and marked); t₀ is the baseline's day, else the notice's: 18 September 2017.
method-step-attainment = Attainment
method-step-attainment-how = a = (y − b) ÷ (τ − b), rising or falling; shown floored, so 99.96% never reads 100%
method-step-expected = Expected
method-step-expected-how = e = (t − t₀) ÷ (T − t₀) at the value's own day, not the day it was reported
method-step-gap = Gap
method-step-gap-how = g = 100 × (a − e) points; beyond −{ $far } red, −{ $far } to −{ $behind } yellow, otherwise green
method-step-stale = Stale
method-step-stale-how = Latest value older than { $stale } of its own reporting periods: same colour, hatched, counted apart
method-step-arrow = Speed
method-step-arrow-how = Recent change a year ÷ change a year still required: ≥ 1 enough, 0.5–1 a little slow, 0–0.5 slow, < 0 backwards
method-step-forecast = Forecast
method-step-forecast-how = Recent rate (Theil–Sen) carried to the deadline, with its range; none under three points
method-step-roll-up = Roll-up
method-step-roll-up-how = Lights are counted, unlike units never averaged; a theme lights from { $reported }% reported, red from { $red }% red, yellow from { $not-green }% not green
method-bands-origin = The bounds (yellow 10–30, red beyond 30) follow the red, yellow and green rule that a peer city's development and reform commission published in 2025; it leaves 0–10 uncoloured, and "nearly" closes that gap.
method-why-not-growth = Why not growth rates: with 1 of 40 stations after one year of three, a growth rate answers "substantial progress"; the straight path answers 2.5% against 33.3%: red. Most targets of this plan count up from zero.

method-examples = Worked examples
method-examples-note = computed now from release { $release } as of { $day }, one for each rule
method-examples-none = This release has no value to work with yet.
method-input-baseline = Baseline b
method-input-target = Target τ
method-input-actual = Value y
method-input-at = { $value } ({ $day })
method-input-flag = , { $flag }
method-work-attainment = ({ $actual } − { $baseline }) ÷ ({ $target } − { $baseline }) = { $result }
method-work-expected = { $passed ->
    [one] { $passed } day
   *[other] { $passed } days
 } ÷ { $whole ->
    [one] { $whole } day
   *[other] { $whole } days
 } = { $result }
method-work-expected-other = { $path }: { $result } expected
method-work-gap = { $attainment } − { $expected } = { $gap } points
method-work-margin = Margin
method-work-difference = { $one } − { $other } = { $result }
method-work-no-path = no path to compare with, none computed

method-try-behind-points = Yellow from how many points behind
method-try-far-behind-points = Red beyond how many points behind
method-try-stale = { $count } stale
method-try-stale-periods = Stale after how many reporting periods
method-try-reset = Defaults
method-try-not-saved = Tried on this page only: nothing is saved or published, no other page and no other reader is affected.
method-try-impossible = Red must begin further behind than yellow: raise the red threshold, or lower the yellow one.
method-try-before = Method v1
method-try-after = Tried
method-try-no-change = No light changes.
method-try-caption = { $count ->
    [one] { $count } light
   *[other] { $count } lights
 } that change
method-try-change = Way
method-try-indicator = Indicator
method-try-was = Now
method-try-would = Tried
method-try-gap = Gap

method-defects-caption = { $count ->
    [one] { $count } defect
   *[other] { $count } defects
 }; 30 against 31 comes first
method-defects-none = No such defect.
method-defects-number = No.
method-defects-where = Where
method-defects-what = Defect
method-defects-reading = How it is read here
method-defects-category = Kind
method-defects-confidence = Confidence
method-defects-all-category = All kinds
method-defects-all-confidence = Any confidence
method-defects-option = { $name } ({ $count })

method-dictionary-plan = The plan
method-dictionary-plan-note = read from the notice, fixed with the plan
method-dictionary-facts = What is reported
method-dictionary-facts-note = appended release by release, never rewritten
method-dictionary-releases = Releases
method-dictionary-releases-note = what readers see; immutable
method-dictionary-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }
method-dictionary-column = Column
method-dictionary-meaning = Meaning
method-dictionary-type = Type
method-dictionary-key = key
method-dictionary-nullable = may be empty
method-dictionary-unit-column = unit in { $column }
method-dictionary-unit-indicator = the indicator's unit
method-kind-text = text
method-kind-integer = whole number
method-kind-number = number
method-kind-date = date
method-kind-instant = instant
method-kind-flag = yes or no
method-kind-enum = one of
method-curve-linear = straight
method-curve-s_curve = S-curve
method-reading-points = percentage points
method-reading-relative = relative

method-figures-caption = { $count ->
    [one] { $count } published figure
   *[other] { $count } published figures
 }, quoted verbatim
method-figures-demo = These are real figures and are not mixed into the demo: every light of the demo workspace comes from simulated values. Switch to the official data to see them light.
method-figures-subject = Indicator or milestone
method-figures-value = Value
method-figures-date = Date
method-figures-comparability = Comparability
method-figures-lights = Lights?
method-figures-source = Source and quote
method-figure-differs = Does not light; shown beside
method-figure-demo = Could light; not used in the demo
method-figure-later = After the as-of day
method-figure-lights = Lights: { $light }
method-figure-not-final = Deadline passed; not the final figure
method-figure-baseline = Is the baseline
method-figure-earlier = Comparable; a later value exists

method-consultation-caption = The consultation, fact by fact, with its sentence
method-consultation-fact = Fact
method-consultation-value = Content
method-consultation-quote = Sentence
method-safeguards = Safeguards and their commitments
method-plan-text = Full text of the plan (themes, tasks, safeguards; Chinese)
