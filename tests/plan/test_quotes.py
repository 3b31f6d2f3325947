from hengyang.plan import load_plan, quote_faults
from hengyang.plan.build import SOURCE_DIR

NOTICE = (SOURCE_DIR / "notice.txt").read_text(encoding="utf-8")


def plan_with(table, column, value):
    """The plan, with one cell of a table's first row replaced."""
    tables = load_plan()
    tables[table].loc[0, column] = value
    return tables


def test_the_plan_s_own_quotes_have_no_fault():
    assert quote_faults(load_plan(), NOTICE).empty


def test_a_quote_with_one_changed_character_is_a_fault():
    faults = quote_faults(plan_with("milestones", "quote_zh", "精心举办“衡阳经济发展论坛”"), NOTICE)
    assert faults.to_dict("records") == [
        {
            "table": "milestones",
            "column": "quote_zh",
            "key": "T00-M1",
            "quote_zh": "精心举办“衡阳经济发展论坛”",
        }
    ]


def test_a_tasks_text_is_held_to_the_notice_too():
    faults = quote_faults(plan_with("tasks", "text_zh", "区域协同创新平台。"), NOTICE + "x")
    assert faults.empty
    faults = quote_faults(plan_with("tasks", "text_zh", "区域协同创新的平台。"), NOTICE)
    assert faults["key"].tolist() == ["1"]


def test_an_empty_quote_is_a_fault():
    faults = quote_faults(plan_with("assignments", "quote_zh", ""), NOTICE)
    assert faults["key"].tolist() == ["1/science_and_technology"]


def test_figures_quote_other_sources_and_are_not_held_to_the_notice():
    assert quote_faults(plan_with("published_figures", "quote_zh", "别处的话"), NOTICE).empty
