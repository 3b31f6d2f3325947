import json

from hengyang.plan import load_plan, plan_facts


def test_the_plan_s_counts_are_the_promised_ones():
    facts = plan_facts(load_plan())
    promised = {
        "themes": 5,
        "tasks": 31,
        "targets": 80,
        "measured": 71,
        "described": 9,
        "counted": 70,
        "milestones": 82,
        "departments": 30,
        "assignments": 111,
        "safeguards": 3,
        "divisions": 12,
        "source_defects": 53,
        "published_figures": 9,
        "status_zh": "征求意见稿",
        "status_en": "Draft for comment",
        "notice_date": "2017-09-18",
        "reply_due": "2017-09-25",
        "silence_is_consent": True,
        "horizon_year": 2020,
    }
    assert {key: facts[key] for key in promised} == promised


def test_the_facts_can_be_written_as_json():
    facts = plan_facts(load_plan())
    assert json.loads(json.dumps(facts, ensure_ascii=False)) == facts


def test_silence_is_consent_only_where_the_consultation_says_so():
    plan = load_plan()
    consultation = plan["consultation"]
    plan["consultation"] = consultation[consultation["fact"] != "silence"]
    assert plan_facts(plan)["silence_is_consent"] is False


def test_counts_follow_the_tables():
    plan = load_plan()
    plan["indicators"] = plan["indicators"].iloc[:2]
    facts = plan_facts(plan)
    assert (facts["targets"], facts["measured"], facts["described"]) == (2, 0, 2)
