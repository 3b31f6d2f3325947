"""One sentence for the light of an indicator, and one for what would change it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import ceil, floor

from hengyang import labels
from hengyang.progress import amounts
from hengyang.progress.aims import aim_as_read
from hengyang.progress.cases import Case, Override, Report
from hengyang.progress.config import Thresholds
from hengyang.progress.indicators import Judgement, judge
from hengyang.progress.paths import month_end
from hengyang.schema import Comparator, Direction, Frequency, Language, Light, Reading, Rule

#: A change too small to be written with two decimals.
_HARDLY = 0.005
_ON_PATH = frozenset({Light.FAR_BEHIND, Light.BEHIND, Light.NEARLY, Light.ON_TRACK})


def name_of(case: Case, language: Language) -> str:
    """The indicator's name in the language."""
    return case.name_zh if language == "zh" else case.name_en


def unit_of(case: Case, language: Language) -> str:
    """The indicator's unit in the language."""
    return case.unit_zh if language == "zh" else case.unit_en


def sentence(judgement: Judgement, as_of: date, language: Language) -> str:
    """What is known of an indicator on a day and how it stands, in one sentence."""
    say = labels.words(language)
    clauses = [_standing(judgement, as_of, language)]
    clauses += _outlook(judgement, as_of, language)
    if judgement.has_fallen_back and judgement.first_met_date is not None:
        day = labels.day(judgement.first_met_date, language)
        clauses.append(say("progress-fallen-back", day=day))
    if judgement.is_stale:
        clauses.append(say("progress-stale"))
    override = judgement.case.override
    if override is not None and judgement.computed_light is not None:
        clauses.append(override_words(override, judgement.computed_light, language))
    return say("progress-and").join(clauses)


def override_words(override: Override, computed: Light, language: Language) -> str:
    """That a reviewer set another light than the computed one, with who, why and until when."""
    say = labels.words(language)
    return say(
        "progress-override",
        computed=say(f"light-{computed}"),
        light=say(f"light-{override.light}"),
        author=override.author,
        reason=override.reason,
        expires=labels.day(override.expires, language),
    )


def _standing(judgement: Judgement, as_of: date, language: Language) -> str:
    say, case, latest = labels.words(language), judgement.case, judgement.latest
    light, name, unit = judgement.computed_light, name_of(case, language), unit_of(case, language)
    if light is None:
        return say("progress-described", name=name)
    if light is Light.NOT_DUE:
        start = labels.day(case.start, language)
        return say("progress-not-due", name=name, start=start, day=labels.day(as_of, language))
    if latest is None:
        return say("progress-not-reported", name=name, day=labels.day(as_of, language))
    common = {
        "name": name,
        "day": labels.day(latest.reference_date, language),
        "actual": amounts.reported(latest.value, unit, language, is_whole=case.is_whole),
    }
    deadline = labels.day(case.deadline, language)
    if light is Light.NOT_REPORTED:
        return say("progress-no-final", deadline=deadline, **common)
    if case.rule is Rule.CHECK_ONLY:
        return _check(judgement, common, language)
    aim = "" if judgement.aim is None else amounts.amount(judgement.aim, unit, language)
    short = ""
    if judgement.aim is not None:
        short = amounts.difference(
            judgement.aim - latest.value, unit, language, is_whole=case.is_whole
        )
    if light is Light.NOT_ASSESSED:
        return _unassessed(judgement, common, aim, language)
    if judgement.margin is not None:
        held = "held" if judgement.is_met else "lost"
        margin = amounts.size(abs(judgement.margin), unit, language)
        return say(f"progress-{case.rule}-{held}", aim=aim, margin=margin, **common)
    if case.rule is Rule.BAND and judgement.must_be_kept and light is not Light.OVERDUE:
        held = "held" if judgement.is_met else "lost"
        low, high = (
            "" if edge is None else amounts.amount(edge, unit, language)
            for edge in (case.target_low, case.target_high)
        )
        return say(f"progress-band-{held}", low=low, high=high, **common)
    if light is Light.MET:
        return say("progress-value-met", aim=aim, **common)
    if light is Light.OVERDUE:
        return say("progress-value-overdue", aim=aim, short=short, deadline=deadline, **common)
    if judgement.must_be_kept:
        if judgement.is_met:
            return say("progress-kept-held", aim=aim, **common)
        return say("progress-kept-lost", aim=aim, short=short, **common)
    assert judgement.expected_value is not None
    assert judgement.attainment_pct is not None
    assert judgement.gap_points is not None
    return say(
        "progress-value-path",
        expected=amounts.expected(judgement.expected_value, unit, language),
        attainment=labels.percent_floored(judgement.attainment_pct, language),
        gap=amounts.gap(judgement.gap_points, language),
        **common,
    )


def _check(judgement: Judgement, common: dict[str, str], language: Language) -> str:
    say, case = labels.words(language), judgement.case
    kind = next((flag for flag in judgement.flags if flag.startswith("check_")), None)
    if kind is None or judgement.latest is None:
        return say("progress-check", **common)
    assert case.paired_value
    assert case.paired_target
    assert case.target is not None
    return say(
        f"progress-{kind.replace('_', '-')}",
        ratio=labels.number(judgement.latest.value / case.paired_value, language, 1),
        stated=labels.number(case.target / case.paired_target, language, 1),
        **common,
    )


def _unassessed(judgement: Judgement, common: dict[str, str], aim: str, language: Language) -> str:
    say, case, unit = labels.words(language), judgement.case, unit_of(judgement.case, language)
    if case.rule is Rule.AMBIGUOUS and case.target is not None and judgement.aim is None:
        if case.reading is not None:
            return say("progress-value-reading", **common)
        rise = labels.number(case.target, language)
        points = aim_as_read(case, Reading.POINTS)
        relative = aim_as_read(case, Reading.RELATIVE)
        if points is None or relative is None:
            return say("progress-value-ambiguous", rise=rise, **common)
        return say(
            "progress-value-ambiguous-baseline",
            rise=rise,
            points=amounts.amount(points, unit, language),
            relative=amounts.amount(relative, unit, language),
            **common,
        )
    if case.annual_targets:
        return say("progress-value-early", **common)
    return say("progress-value-no-path", aim=aim, **common)


def _outlook(judgement: Judgement, as_of: date, language: Language) -> list[str]:
    """The clause about speed: when the aim is reached, or whether a floor or cap will be lost."""
    say, case, pace = labels.words(language), judgement.case, judgement.pace
    unit, light = unit_of(case, language), judgement.computed_light
    if light not in _ON_PATH or as_of >= case.deadline:
        return []
    if pace.recent_per_year is None or pace.forecast_value is None:
        return [] if judgement.must_be_kept else [say("progress-few-points")]
    told = {
        "months": str(pace.recent_months),
        "speed": amounts.speed(pace.recent_per_year, pace.recent_months, unit, language),
    }
    if judgement.must_be_kept:
        if light is not Light.NEARLY:
            return []
        forecast = amounts.expected(pace.forecast_value, unit, language)
        deadline = labels.day(case.deadline, language)
        return [say("progress-trend-lost", forecast=forecast, deadline=deadline, **told)]
    assert judgement.aim is not None
    told["aim"] = amounts.amount(judgement.aim, unit, language)
    if pace.recent_per_year == 0:
        return [say("progress-standstill", months=told["months"])]
    if pace.arrival_date is None:
        return [say("progress-no-arrival", **told)]
    return [say("progress-arrival", month=labels.month(pace.arrival_date, language), **told)]


def what_would_change(
    judgement: Judgement, as_of: date, thresholds: Thresholds, language: Language
) -> str:
    """What turns the computed light: how much more or less at the same date, or which report is missing."""
    say, case, light = labels.words(language), judgement.case, judgement.computed_light
    if light is None:
        return say("progress-change-described")
    if light is Light.NOT_DUE:
        return say("progress-change-start", start=labels.day(case.start, language))
    if light is Light.NOT_REPORTED:
        if as_of > case.deadline:
            return say("progress-change-final", month=labels.month(case.deadline, language))
        month = labels.month(last_period_end(case.frequency, as_of, case.notice_date), language)
        return say("progress-change-report", month=month)
    if case.rule is Rule.CHECK_ONLY:
        return say("progress-change-check")
    if light is Light.NOT_ASSESSED:
        if judgement.aim is None:
            return say("progress-change-reading")
        if case.annual_targets:
            return say("progress-change-wait")
        aim = amounts.amount(judgement.aim, unit_of(case, language), language)
        return say("progress-change-baseline", aim=aim)
    clauses = []
    for change, turned in turning_points(judgement, as_of, thresholds):
        way = "more" if change > 0 else "less"
        if abs(change) < _HARDLY:
            clauses.append(say(f"progress-change-any-{way}", light=say(f"light-{turned}")))
            continue
        told = amounts.difference(change, unit_of(case, language), language, is_whole=case.is_whole)
        clauses.append(say(f"progress-change-{way}", amount=told, light=say(f"light-{turned}")))
    return say("progress-and").join(clauses)


def turning_points(
    judgement: Judgement, as_of: date, thresholds: Thresholds
) -> list[tuple[float, Light]]:
    """How far the latest value is from the next better and the next worse light: (signed change, light).

    At the same reference date, everything else unchanged; a change in the indicator's unit.
    """
    latest, light, aim = judgement.latest, judgement.computed_light, judgement.aim
    if latest is None or light is None or aim is None:
        return []
    edges = set(_edges(judgement, thresholds))
    size = max((abs(edge) for edge in edges), default=1.0) or 1.0
    found: list[tuple[float, Light]] = []
    for is_upward in (True, False):
        beyond = [
            edge for edge in edges if (edge >= latest.value) == is_upward or edge == latest.value
        ]
        for edge in sorted(beyond, reverse=not is_upward):
            for value in _next_values(judgement.case, edge, is_upward=is_upward, least=1e-7 * size):
                turned = _light_with(judgement.case, latest, value, as_of, thresholds)
                if turned is not light and turned is not None and value != latest.value:
                    found.append((value - latest.value, turned))
                    break
            else:
                continue
            break
    return found


def _next_values(case: Case, edge: float, *, is_upward: bool, least: float) -> tuple[float, float]:
    """The edge itself and the next value beyond it, of which one is the first in the next light.

    Whole things (stations, people) step by one.
    """
    if case.is_whole:
        return (ceil(edge), floor(edge) + 1) if is_upward else (floor(edge), ceil(edge) - 1)
    return (edge, edge + least) if is_upward else (edge, edge - least)


def _edges(judgement: Judgement, thresholds: Thresholds) -> list[float]:
    """The values at which the light may turn."""
    case, path, aim = judgement.case, judgement.path, judgement.aim
    assert aim is not None
    edges = [aim]
    if case.comparator is Comparator.ABOUT:
        slack = abs(aim) * (1 - thresholds.about_share)
        edges.append(round(aim - slack if case.direction is Direction.UP else aim + slack, 9))
    if case.rule is Rule.BAND:
        edges += [edge for edge in (case.target_low, case.target_high) if edge is not None]
    if judgement.pace.forecast_value is not None and judgement.latest is not None:
        # where the trend of a floor or cap would just hold
        edges.append(aim - (judgement.pace.forecast_value - judgement.latest.value))
    if path is not None and judgement.expected_pct is not None:
        points = (0.0, -thresholds.behind_points, -thresholds.far_behind_points)
        edges += [path.value_at_pct(judgement.expected_pct + point) for point in points]
    return edges


def _light_with(
    case: Case, latest: Report, value: float, as_of: date, thresholds: Thresholds
) -> Light | None:
    changed = replace(case, reports=(*case.reports[:-1], replace(latest, value=value)))
    return judge(changed, as_of, thresholds).computed_light


def last_period_end(frequency: Frequency | None, as_of: date, notice_date: date) -> date:
    """The end of the last whole period on a day; never before the first one after the notice."""
    months = {Frequency.QUARTERLY: 3, Frequency.ANNUAL: 12}.get(frequency or Frequency.MONTHLY, 1)
    day = max(as_of, notice_date)
    end = month_end(day)
    while end > day or end.month % months:
        end = month_end(date(end.year - (end.month == 1), (end.month - 2) % 12 + 1, 1))
    first = -(-notice_date.month // months) * months
    return max(end, month_end(date(notice_date.year, first, 1)))
