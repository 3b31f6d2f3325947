"""方法与来源: how does a value become a light, and what do the data rest on?"""

import streamlit as st

from hengyang import progress
from hengyang.charts import dictionary, examples, findings, method, project_rules, sources, trial
from hengyang.ui import board, filters, heading, method_choices, section, view

shown = view.current()
assessment, tables = shown.assessment, shown.tables
language, link = shown.language, shown.link
head = st.container()  # the finding stands on top and is known last
chosen = section.choose(shown, "method", method_choices.SECTIONS)
changed = None

match chosen:
    case "rule":
        left, right = st.columns([1.45, 1], gap="small")
        with left:
            board.show(method.lights_table(assessment, language), key="lights")
        with right:
            board.show(method.arithmetic_panel(assessment, language), key="arithmetic")
        board.show(method.rules_table(tables, language), key="rules")
        board.show(project_rules.rules_table(language), key="project_rules")
        board.show(examples.examples_panel(assessment, tables, language, link), key="examples")
    case "try":
        tried = method_choices.thresholds(shown)
        st.caption(shown.say("method-try-not-saved"))
        if trial.is_possible(tried):
            before = filters.narrowed(shown)
            after = filters.narrowed(shown, progress.assess(tables, shown.as_of, tried))
            changed = progress.changes(before.indicators, after.indicators)
            board.show(trial.before_and_after(before, after, language), key="bars")
            board.show(trial.changes_table(changed, after, tables, language, link), key="changed")
        else:
            st.warning(shown.say("method-try-impossible"))
    case "defects":
        category, confidence = method_choices.defect_filter(shown)
        rows = sources.defects(tables, category, confidence)
        board.show(sources.defects_table(rows, language, link), key="defects")
    case "dictionary":
        board.show(dictionary.dictionary(tables, language), key="dictionary")
    case "figures":
        figures = sources.figures_table(assessment, tables, shown.is_demo, language, link)
        board.show(figures, key="figures")
    case "consultation":
        board.show(sources.consultation_panel(tables, language), key="consultation")
        board.show(sources.safeguards_panel(tables, language, link), key="safeguards")
        if st.toggle(shown.say("method-plan-text"), key="method_plan_text"):
            board.show(sources.plan_text(tables, language, link), key="plan_text")
with head:
    heading.show(findings.method_finding(chosen, tables, changed, language))
