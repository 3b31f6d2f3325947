"""Every light explains itself in both languages and says what would change it."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from hengyang.errors import DataMissing
from hengyang.labels import keys, words
from hengyang.progress import (
    FLAGS,
    Thresholds,
    amounts,
    explain,
    indicator_lights,
    milestone_lights,
    reason,
)
from hengyang.progress.config import DEFAULT_THRESHOLDS
from hengyang.progress.sentences import turning_points
from hengyang.schema import LANGUAGES, Light
from tests.progress.builders import (
    DAY,
    END,
    annual_target,
    baseline,
    choice,
    indicator,
    judged,
    level,
    milestone,
    observation,
    override,
    stage_report,
    tables,
)

MARCH = date(2019, 3, 31)
YEAR = [
    (date(2018, 6, 30), 5.1),
    (date(2018, 9, 30), 7.8),
    (date(2018, 12, 31), 10.5),
    (date(2019, 3, 31), 13.2),
    (DAY, 15.0),
]


def built(row, *values, **facts):
    observations = [observation(day, value) for day, value in values]
    return tables(indicators=[row], milestones=[milestone()], observations=observations, **facts)


def test_the_worked_example_reads_as_in_the_method():
    told = explain("T05-3", built(indicator(), *YEAR), DAY)
    assert told.sentence("zh") == (
        "截至2019年5月31日全市建成地下综合管廊里程为15.0公里,序时应为25.8公里;"
        "目标实现度30.0%(从基期到目标已走的路),落后序时21.7个百分点;"
        "按近12个月速度(每月0.9公里),2022年8月达到50公里"
    )
    assert told.sentence("en") == (
        "As of 31 May 2019, Utility tunnels completed: 15.0 km, against 25.8 km expected by then; "
        "attainment (the way gone from baseline to target) 30.0%, 21.7 points behind; "
        "at the pace of the last 12 months (0.9 km a month), "
        "it reaches 50 km in Aug 2022"
    )


def test_the_arithmetic_has_the_numbers_put_in():
    steps = explain("T05-3", built(indicator(), *YEAR), DAY).steps("zh")
    assert "(15 − 0)÷(50 − 0)= 30.0%" in steps[0]
    assert "620 ÷ 1200 天 = 51.7%" in steps[1]
    assert "−21.7 个百分点" in steps[2]
    assert steps[3].endswith("滞后")


def test_what_would_change_says_how_much_more_and_how_much_less():
    told = explain("T05-3", built(indicator(), *YEAR), DAY)
    # green begins above 41.67 % of 50 km (20.83), far behind below 21.67 % (10.83)
    assert told.what_would_change("zh") == "多5.9公里即转为“基本正常”;少4.2公里即转为“严重滞后”"


@pytest.mark.parametrize("value", [0.0, 5.0, 15.0, 22.0, 27.0, 49.0])
def test_the_change_that_is_told_does_change_the_light(value):
    found = judged(indicator(), (DAY, value))
    turns = turning_points(found, DAY, DEFAULT_THRESHOLDS)
    assert turns
    for change, light in turns:
        assert judged(indicator(), (DAY, value + change)).light is light
        assert judged(indicator(), (DAY, value + change * 0.999)).light is found.light


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (5.0, "少1个即转为“正常”"),
        (6.0, "少2个即转为“正常”"),
        (3.0, "多2个即转为“已完成”;少1个即转为“滞后”"),
    ],
)
def test_whole_things_change_by_whole_numbers(value, told):
    row = indicator(target=5.0, kind="count", unit_zh="个")
    assert explain("T05-3", built(row, (DAY, value)), DAY).what_would_change("zh") == told


def test_a_value_at_its_very_edge_turns_with_any_change():
    told = explain("T05-3", built(level(**FLOOR), (MARCH, 80.0)), DAY)
    assert told.what_would_change("zh") == "稍有减少即转为“严重滞后”"


def test_a_standstill_is_called_one():
    flat = [(date(2019, 3, 31), 5.0), (date(2019, 4, 30), 5.0), (DAY, 5.0)]
    assert (
        explain("T05-3", built(indicator(), *flat), DAY).sentence("zh").endswith("近12个月没有进展")
    )


BAND = {"rule": "band", "target": None, "target_low": 75.0, "target_high": 85.0}
FLOOR = {"rule": "floor", "target": 80.0, "comparator": ">="}
CAP = {"rule": "cap", "target": 80.0, "comparator": "<=", "direction": "down"}
AMBIGUOUS = {"rule": "ambiguous", "target": 10.0, "comparator": "+"}
START = {"baselines": [baseline(date(2017, 12, 31), 60.0)]}
KEPT = {"baselines": [baseline(date(2017, 12, 31), 95.0)]}
DOWN = [(date(2018, 9, 30), 86.0), (date(2018, 12, 31), 84.0), (MARCH, 82.0)]
UP = [(date(2018, 9, 30), 70.0), (date(2018, 12, 31), 74.0), (MARCH, 78.0)]

SITUATIONS = {
    "not due": (indicator(), [], date(2017, 9, 1), {}),
    "not reported": (indicator(), [], DAY, {}),
    "no final figure": (indicator(), [(DAY, 15.0)], date(2021, 6, 30), {}),
    "met": (indicator(), [(DAY, 50.0)], DAY, {}),
    "met at the end": (indicator(), [(END, 50.0)], END, {}),
    "overdue": (indicator(), [(END, 49.0)], END, {}),
    "far behind": (indicator(), [(DAY, 1.0)], DAY, {}),
    "behind": (indicator(), YEAR, DAY, {}),
    "nearly": (indicator(), [(DAY, 24.0)], DAY, {}),
    "on track": (indicator(), [(DAY, 26.0)], DAY, {}),
    "exactly on the path": (indicator(target=1200.0), [(date(2017, 10, 18), 30.0)], date(2017, 10, 18), {}),
    "going backwards": (indicator(), [(date(2019, 3, 31), 20.0), (date(2019, 4, 30), 18.0), (DAY, 15.0)], DAY, {}),
    "fallen back": (indicator(), [(MARCH, 50.0), (DAY, 49.0)], DAY, {}),
    "stale": (indicator(), [(date(2018, 12, 31), 15.0)], DAY, {}),
    "overridden": (indicator(), YEAR, DAY, {"overrides": [override("on_track")]}),
    "about": (indicator(comparator="~"), [(DAY, 20.0)], DAY, {}),
    "annual targets": (indicator(), YEAR, DAY, {"path_points": [annual_target(date(2018, 12, 31), 20.0)]}),
    "S-curve": (indicator(), YEAR, DAY, {"choices": [choice(curve="s_curve")]}),
    "range": (indicator(rule="range_low", target=None, target_low=3.0, target_high=5.0), [(DAY, 2.0)], DAY, {}),
    "falling": (level(direction="down", target=20.0), [(MARCH, 50.0)], DAY, START),
    "level without baseline": (level(), UP, DAY, {}),
    "level before its first annual target": (level(), UP, DAY, {"path_points": [annual_target(date(2019, 12, 31), 80.0)]}),
    "level": (level(), UP, DAY, START),
    "yearly level": (level(frequency="annual"), [(date(2017, 12, 31), 66.0), (date(2018, 12, 31), 70.0)], DAY, {"baselines": [baseline(date(2016, 12, 31), 60.0)]}),
    "kept": (level(), [(MARCH, 92.0)], DAY, KEPT),
    "kept to the end": (level(), [(END, 92.0)], END, KEPT),
    "kept and lost": (level(), [(MARCH, 82.0)], DAY, KEPT),
    "lost at the end": (level(), [(END, 82.0)], END, KEPT),
    "band inside": (level(**BAND), [(MARCH, 80.0)], DAY, {}),
    "band met": (level(**BAND), [(END, 80.0)], END, {}),
    "band outside": (level(**BAND), [(MARCH, 70.0)], DAY, START),
    "band without baseline": (level(**BAND), [(MARCH, 70.0)], DAY, {}),
    "band lost": (level(**BAND), [(MARCH, 70.0)], DAY, {"baselines": [baseline(date(2017, 12, 31), 80.0)]}),
    "band overdue": (level(**BAND), [(END, 70.0)], END, START),
    "floor held": (level(**FLOOR), [(MARCH, 82.0)], DAY, {}),
    "floor at its edge": (level(**FLOOR), [(MARCH, 80.0)], DAY, {}),
    "floor about to be lost": (level(**FLOOR), DOWN, DAY, {}),
    "floor lost": (level(**FLOOR), [(MARCH, 79.0)], DAY, {}),
    "floor overdue": (level(**FLOOR), [(END, 79.0)], END, {}),
    "floor met": (level(**FLOOR), [(END, 81.0)], END, {}),
    "cap held": (level(**CAP), [(MARCH, 78.0)], DAY, {}),
    "cap about to be broken": (level(**CAP), UP, DAY, {}),
    "cap broken": (level(**CAP), [(MARCH, 82.0)], DAY, {}),
    "ambiguous": (level(**AMBIGUOUS), [(MARCH, 62.0)], DAY, {}),
    "ambiguous with baseline": (level(**AMBIGUOUS), [(MARCH, 62.0)], DAY, START),
    "ambiguous, read, without baseline": (level(**AMBIGUOUS), [(MARCH, 62.0)], DAY, {"choices": [choice(reading="points")]}),
    "ambiguous, read": (level(**AMBIGUOUS), [(MARCH, 62.0)], DAY, {**START, "choices": [choice(reading="relative")]}),
    "check": (indicator(rule="check_only"), [(DAY, 15.0)], DAY, {}),
    "check unreported": (indicator(rule="check_only"), [], DAY, {}),
    "described": (indicator(rule="described", frequency=None, baseline_rule=None), [], DAY, {}),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_situation_has_a_sentence_without_gaps(situation, language):
    row, values, as_of, facts = SITUATIONS[situation]
    plan = built(row, *values, **facts)
    told = explain("T05-3", plan, as_of)
    line = indicator_lights(plan, as_of).iloc[0]
    said = [
        told.sentence(language),
        told.what_would_change(language),
        reason(line, language, plan),
        *told.steps(language),
    ]
    for text in said:
        assert text.strip(), situation
        assert not re.search(r"[{}]|None|nan|NaT|<NA>|inf", text.replace("information", "")), text
    if language == "zh":
        assert re.search(r"[一-鿿]", said[0])
    else:
        assert not re.search(r"[一-鿿]", told.what_would_change("en"))


def test_the_situations_cover_every_light():
    seen = {
        explain("T05-3", built(row, *values, **facts), as_of).computed_light
        for row, values, as_of, facts in SITUATIONS.values()
    }
    assert seen == {*Light, None}


STAGES = {
    "unreported": (milestone(), [], DAY),
    "not due": (milestone(), [], date(2017, 9, 1)),
    "met": (milestone(), [stage_report(DAY, "done", evidence="批复")], DAY),
    "without evidence": (milestone(), [stage_report(DAY, "done")], DAY),
    "without date": (milestone(), [stage_report(DAY, "planning")], DAY),
    "on time": (milestone(), [stage_report(DAY, "approval", next_stage_due=END)], DAY),
    "late": (milestone(), [stage_report(MARCH, "approval", next_stage_due=date(2019, 5, 1))], DAY),
    "very late": (milestone(), [stage_report(MARCH, "approval", next_stage_due=date(2018, 5, 1))], DAY),
    "overdue": (milestone(), [stage_report(MARCH, "approval")], END),
    "mismatched": (milestone(), [stage_report(MARCH, "held")], DAY),
    "held": (milestone(rule="standing", deadline_year=None), [stage_report(MARCH, "held")], DAY),
    "breached": (milestone(rule="standing", deadline_year=None), [stage_report(MARCH, "breached")], DAY),
    "standing, unreported": (milestone(rule="standing", deadline_year=None), [], DAY),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", STAGES)
def test_every_milestone_has_a_sentence_without_gaps(situation, language):
    row, reports, as_of = STAGES[situation]
    plan = tables(milestones=[row], milestone_reports=reports)
    told = explain("T01-M1", plan, as_of)
    line = milestone_lights(plan, as_of).iloc[0]
    for text in (told.sentence(language), told.what_would_change(language), reason(line, language)):
        assert text.strip()
        assert not re.search(r"[{}]|None|nan|NaT|<NA>", text), text
    assert json.loads(json.dumps(told.as_dict()))["subject"] == "T01-M1"


def test_both_readings_of_an_ambiguous_target_are_in_the_explanation():
    row, values, as_of, facts = SITUATIONS["ambiguous with baseline"]
    told = explain("T05-3", built(row, *values, **facts), as_of)
    assert told.inputs["readings"] == {
        "points": {"aim": 70.0, "attainment_pct": 20.0},
        "relative": {"aim": 66.0, "attainment_pct": pytest.approx(100 / 3)},
    }


def test_an_override_names_both_lights_and_its_reason():
    row, values, as_of, facts = SITUATIONS["overridden"]
    told = explain("T05-3", built(row, *values, **facts), as_of)
    assert told.light is Light.ON_TRACK
    assert told.computed_light is Light.BEHIND
    assert "测算为滞后,评审改判为正常(reviewer:现场核查" in told.sentence("zh")


def test_an_explanation_is_plain_json():
    plain = json.loads(json.dumps(explain("T05-3", built(indicator(), *YEAR), DAY).as_dict()))
    assert plain["light"] == "behind"
    assert plain["inputs"]["start"] == "2017-09-18"
    assert set(plain["sentence"]) == set(LANGUAGES)


def test_a_missing_report_is_named_by_its_period():
    told = explain("T05-3", built(level()), date(2019, 5, 15))
    assert told.what_would_change("zh") == "报送2019年3月的全市可比数据后即可亮灯"


def test_tried_thresholds_reach_the_explanation():
    plan = built(indicator(), *YEAR)
    assert explain("T05-3", plan, DAY, Thresholds(far_behind_points=20)).light is Light.FAR_BEHIND


def test_an_unknown_subject_is_missing_data():
    with pytest.raises(DataMissing):
        explain("T99-9", built(indicator()), DAY)


def test_a_reason_fits_a_line():
    plan = built(indicator(), *YEAR)
    line = indicator_lights(plan, DAY).iloc[0]
    assert reason(line, "zh", plan) == "15.0公里,序时应为 25.8公里;实现度落后序时21.7个百分点"
    assert reason(line, "en") == "15.0, expected 25.8; attainment 21.7 points behind"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_flag_has_a_phrase(language):
    assert {f"flag-{flag}" for flag in FLAGS} <= keys(language)
    assert all(words(language)(f"flag-{flag}") for flag in FLAGS)


def test_every_flag_that_can_be_set_is_listed():
    for row, values, as_of, facts in SITUATIONS.values():
        assert set(explain("T05-3", built(row, *values, **facts), as_of).inputs["flags"]) <= set(
            FLAGS
        )


def test_almost_full_never_reads_full():
    assert amounts.reported(99.96, "%", "zh") == "99.96%"
    assert amounts.reported(99.996, "%", "en") == "99.996%"


def test_a_distance_is_rounded_up_and_never_nothing():
    assert amounts.difference(1.01, "公里", "zh") == "1.1公里"
    assert amounts.difference(0.2, "个", "zh", is_whole=True) == "1个"
    assert amounts.difference(1e-9, "公里", "zh") == "不足0.01公里"
    assert amounts.difference(3.0, "%", "zh") == "3.0个百分点"
