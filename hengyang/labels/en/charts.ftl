# Words inside charts and their table twins.
chart-no-data = No data, no estimate
chart-target = Target { $target }
chart-target-by = Target { $target } by { $month }
chart-expected = Expected
chart-expected-value = Expected { $value }
chart-actual = Actual
chart-as-of = As of { $month }
chart-forecast = At this pace { $value }
chart-forecast-name = At the present pace
chart-point = { $day }: { $value }
chart-point-reported = { $day }: { $value }, reported { $reported }
chart-point-expected = { $value } expected by { $day }
chart-other = { $day }: { $value }, { $comparability }, gives no light
chart-others-name = Not comparable
chart-separator = ;{" "}
chart-subject = { $name }: { $finding }
chart-finding-value = { $value } in { $month }
chart-finding-expected = { $value } expected
chart-finding-target = target { $target }
chart-finding-target-by = target { $target } by { $month }
chart-finding-light = light: { $light }
chart-beside = Not comparable { $value }
chart-finding-none = not reported
chart-finding-attainment = attainment { $attainment }, expected { $expected }
chart-demo = Demo data
chart-value = Value
chart-day = Date of the value
chart-reported-on = Reported on
chart-source = Source
chart-divisions = By division · { $day } · { $reported } of { $count } reported
chart-divisions-sum-agrees = The parts sum to { $sum } = the city's { $city }
chart-divisions-sum-differs = The parts sum to { $sum }, the city reports { $city }: { $difference } apart
chart-divisions-sum-partial = The reported parts sum to { $sum }, the city reports { $city }; { $missing ->
    [one] { $missing } division
   *[other] { $missing } divisions
 } did not report, so this cannot be checked
chart-divisions-not-additive = Rates do not add up, so they are not checked against the city's figure
chart-divisions-no-city = The city's figure was not reported, so this cannot be checked
chart-gap = Attainment against expectation
chart-expected-share = Expected by now
chart-gap-hover = { $gap } percentage points apart
chart-gap-none = No indicator to compare
chart-no-rows = No records
chart-sort = Sort by { $column }
chart-tick-hundred-million = ×10⁸
chart-tick-ten-thousand = ×10⁴
chart-tick-million = M
chart-picture = Download the picture ({ $kind })
chart-picture-kind = Picture format (download: top right of the chart)
