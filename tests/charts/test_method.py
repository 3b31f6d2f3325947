import re
from datetime import date

import pytest

from hengyang import progress
from hengyang.charts import dictionary, examples, findings, method, sources, trial
from hengyang.labels import words
from hengyang.progress import Thresholds
from hengyang.schema import FACT_TABLES, LANGUAGES, PLAN_TABLES, RELEASES, Light
from tests.charts.plans import DAY, assessed, link, real_plan
from tests.progress.builders import observation, override


def with_tunnels(value=15.0):
    return real_plan(observations=[observation(DAY, value)])


def text(html):
    """What is left of HTML when the marks are gone."""
    return re.sub(r"<[^>]+>", " ", str(html))


def worked(indicator, tables, language="zh"):
    return text(examples.example(indicator, assessed(tables), tables, language, link))


def test_all_nine_lights_are_explained_in_the_order_in_which_they_win():
    html = text(method.lights_table(assessed(real_plan()), "zh"))
    say = words("zh")
    places = [html.index(say(f"method-means-{light}")) for light in Light]
    assert places == sorted(places)


def test_the_rule_tells_the_thresholds_in_force():
    tables = real_plan()
    tried = progress.assess(tables, DAY, Thresholds(behind_points=12, far_behind_points=44))
    html = method.lights_table(tried, "zh")
    assert "在 −44 与 −12 之间" in html
    assert "−30" not in html


def test_the_plans_own_example_is_worked_out_step_by_step():
    steps = worked("T05-3", with_tunnels())
    assert "(15 − 0) ÷ (50 − 0) = 30.00%" in steps
    assert "620 天 ÷ 1,200 天 = 51.67%" in steps
    assert "30.00% − 51.67% = −21.7 个百分点" in steps
    assert "滞后" in steps


def test_the_example_follows_the_value():
    assert "(20 − 0) ÷ (50 − 0) = 40.00%" in worked("T05-3", with_tunnels(20.0))


def test_the_steps_end_where_the_judgement_ends():
    tables = with_tunnels()
    row = assessed(tables).indicators.set_index("indicator").loc["T05-3"]
    assert row["gap_points"] == pytest.approx(100 * (15 / 50 - 620 / 1200))
    assert row["light"] == "behind"


def test_a_floor_is_worked_out_as_a_margin():
    tables = real_plan(observations=[observation(DAY, 33_020.0, indicator="T14-1")])
    assert "33,020 − 32,500 = +520 公顷" in worked("T14-1", tables)


def test_an_assumed_start_is_said_beside_the_baseline():
    assert words("zh")("flag-start_assumed") in worked("T05-3", with_tunnels())


def test_without_values_no_example_is_made_up():
    tables = real_plan()
    assert examples.chosen_examples(assessed(tables)) == []
    html = examples.examples_panel(assessed(tables), tables, "zh", link)
    assert "还没有可以演算的数值" in html


def test_a_light_set_by_hand_is_no_example_of_the_arithmetic():
    tables = real_plan(observations=[observation(DAY, 15.0)], overrides=[override("nearly")])
    assert examples.chosen_examples(assessed(tables)) == []


def test_red_must_begin_beyond_yellow():
    assert trial.is_possible(Thresholds(behind_points=10, far_behind_points=30))
    assert not trial.is_possible(Thresholds(behind_points=30, far_behind_points=30))
    assert not trial.is_possible(Thresholds(behind_points=40, far_behind_points=30))


def tried(tables, **thresholds):
    before = assessed(tables)
    after = progress.assess(tables, DAY, Thresholds(**thresholds))
    return progress.changes(before.indicators, after.indicators), after


def test_a_looser_threshold_lists_the_light_that_it_changes():
    tables = with_tunnels()
    changed, after = tried(tables, behind_points=25.0)
    html = text(trial.changes_table(changed, after, tables, "zh", link))
    assert "T05-3" in html
    assert "基本正常" in html
    assert findings.method_finding("try", tables, changed, "zh") == (
        "按这组阈值,1 盏灯会变:转好 1、转差 0"
    )


def test_the_methods_own_thresholds_change_nothing_and_say_so():
    tables = with_tunnels()
    changed, after = tried(tables)
    assert "没有一盏灯会变" in trial.changes_table(changed, after, tables, "zh", link)
    assert "完全相同" in findings.method_finding("try", tables, changed, "zh")


def test_impossible_thresholds_are_answered_with_a_sentence():
    assert "自相矛盾" in findings.method_finding("try", real_plan(), None, "zh")


def test_all_defects_are_listed_and_thirty_or_thirty_one_comes_first():
    rows = sources.defects(real_plan())
    assert len(rows) == 53
    assert "30项" in rows.iloc[0]["what_zh"]
    assert "31项" in rows.iloc[0]["what_zh"]


def test_defects_are_narrowed_by_category_and_confidence():
    rows = sources.defects(real_plan(), "lost_characters", "certain")
    assert set(rows["category"]) == {"lost_characters"}
    assert set(rows["confidence"]) == {"certain"}
    assert 0 < len(rows) < len(sources.defects(real_plan(), "lost_characters"))


def test_no_such_defect_is_said_and_not_an_empty_table():
    rows = sources.defects(real_plan(), "grammar", "possible")
    html = sources.defects_table(rows, "zh", link)
    assert "没有这样的疑点" in html
    assert "<table" not in html


def test_every_figure_is_shown_with_its_quote_and_all_its_decimals():
    tables = real_plan()
    html = sources.figures_table(assessed(tables), tables, False, "zh", link)
    for quote in tables.published_figures["quote_zh"]:
        assert quote in html
    assert "40.41%" in html


def use_of(tables, subject, day, *, is_demo=False, as_of=DAY):
    rows = [
        row
        for row in tables.published_figures.itertuples()
        if row.subject == subject and str(row.reference_date.date()) == day
    ]
    return text(sources.figure_use(rows[0], assessed(tables, as_of), is_demo, "zh"))


def air(**changed):
    return observation(
        progress_day("2017-12-31"), 79.1, indicator="T15-1", reported_on=DAY, **changed
    )


def progress_day(iso):
    return date.fromisoformat(iso)


def test_a_figure_of_another_definition_never_lights():
    assert "不亮灯" in use_of(real_plan(), "T15-1", "2019-05-31")


def test_real_figures_are_not_mixed_into_the_demo():
    tables = real_plan()
    assert "演示中不用" in use_of(tables, "T15-1", "2017-12-31", is_demo=True)
    html = sources.figures_table(assessed(tables), tables, True, "zh", link)
    assert "不混入演示数据" in html
    assert "不混入" not in sources.figures_table(assessed(tables), tables, False, "zh", link)


def test_the_figure_that_a_light_rests_on_is_named():
    tables = real_plan(observations=[air()])
    assert "据此亮灯" in use_of(tables, "T15-1", "2017-12-31")
    assert "据此亮灯" not in use_of(tables, "T15-1", "2016-12-31")


def test_after_the_deadline_an_old_figure_is_not_called_the_final_one():
    tables = real_plan(observations=[air()])
    use = use_of(tables, "T15-1", "2017-12-31", as_of=progress_day("2022-08-31"))
    assert "不是最终数值" in use


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_column_is_in_the_dictionary(language):
    html = dictionary.dictionary(real_plan(), language)
    for table in (*PLAN_TABLES, *FACT_TABLES, RELEASES):
        assert f"<code>{table.name}</code>" in html
        for column in table.column_names:
            assert f"<code>{column}</code>" in html
    assert html.count("<td><code>") == dictionary.column_count()


def test_the_consultation_quotes_each_fact():
    tables = real_plan()
    html = sources.consultation_panel(tables, "zh")
    for quote in tables.consultation["quote_zh"]:
        assert quote in html


def test_every_commitment_of_the_safeguards_is_quoted():
    tables = real_plan()
    html = sources.safeguards_panel(tables, "en", link)
    for row in tables.safeguard_commitments.itertuples():
        assert row.quote_zh in html
        assert row.commitment_en.replace("'", "&#39;") in html


def test_the_full_text_has_all_tasks_letter_by_letter():
    tables = real_plan()
    html = sources.plan_text(tables, "zh", link)
    for words_of_task in tables.tasks["text_zh"]:
        assert words_of_task in html


@pytest.mark.parametrize(("value", "written"), [(-21.666, "−21.7"), (3.2, "+3.2"), (0.01, "0.0")])
def test_a_difference_carries_its_sign(value, written):
    assert method.signed(value, "zh") == written


def test_a_margin_carries_no_noise_of_floats():
    assert method.signed_with_unit(20 - 18.6, "%", "zh") == "+1.4%"
