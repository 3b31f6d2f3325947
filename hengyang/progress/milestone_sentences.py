"""One sentence for the light of a milestone, and one for what would change it."""

from __future__ import annotations

from datetime import date, timedelta

from hengyang import labels
from hengyang.progress.config import Thresholds
from hengyang.progress.milestones import MilestoneJudgement
from hengyang.progress.sentences import override_words
from hengyang.schema import Language, Light, MilestoneRule


def milestone_sentence(
    judgement: MilestoneJudgement, as_of: date, notice_date: date, language: Language
) -> str:
    """What is known of a milestone on a day and how it stands, in one sentence."""
    say = labels.words(language)
    clauses = [_standing(judgement, as_of, notice_date, language)]
    if "evidence_missing" in judgement.flags:
        clauses.append(say("progress-milestone-no-evidence"))
    override = judgement.override
    if override is not None:
        clauses.append(override_words(override, judgement.computed_light, language))
    return say("progress-and").join(clauses)


def _standing(
    judgement: MilestoneJudgement, as_of: date, notice_date: date, language: Language
) -> str:
    say, report, light = labels.words(language), judgement.report, judgement.computed_light
    name = judgement.name_zh if language == "zh" else judgement.name_en
    today = labels.day(as_of, language)
    if light is Light.NOT_DUE:
        start = labels.day(notice_date, language)
        return say("progress-milestone-not-due", name=name, start=start, day=today)
    if report is None or judgement.stage is None:
        return say("progress-milestone-not-reported", name=name, day=today)
    day, stage = labels.day(report.reference_date, language), say(f"stage-{judgement.stage}")
    if light is Light.NOT_REPORTED and judgement.deadline is not None:
        deadline = labels.day(judgement.deadline, language)
        return say(
            "progress-milestone-no-final", name=name, deadline=deadline, stage=stage, day=day
        )
    if light is Light.MET:
        return say("progress-milestone-met", name=name, day=day)
    if light is Light.OVERDUE and judgement.deadline is not None:
        deadline = labels.day(judgement.deadline, language)
        return say("progress-milestone-overdue", name=name, deadline=deadline, stage=stage, day=day)
    if light is Light.NOT_ASSESSED:
        if "no_planned_date" in judgement.flags:
            return say("progress-milestone-no-date", name=name, stage=stage, day=day)
        return say("progress-milestone-mismatch", name=name, stage=stage)
    if judgement.rule is MilestoneRule.STANDING:
        return say(f"progress-milestone-{judgement.stage}", name=name, day=day)
    assert report.next_stage_due is not None
    due = labels.day(report.next_stage_due, language)
    if light is Light.ON_TRACK:
        return say("progress-milestone-on-time", name=name, stage=stage, day=day, due=due)
    late = str((as_of - report.next_stage_due).days)
    return say("progress-milestone-late", name=name, stage=stage, day=day, due=due, late=late)


def what_would_change_milestone(
    judgement: MilestoneJudgement,
    notice_date: date,
    thresholds: Thresholds,
    language: Language,
) -> str:
    """Which report, date or evidence turns the computed light."""
    say, report, light = labels.words(language), judgement.report, judgement.computed_light
    if light is Light.NOT_DUE:
        return say("progress-change-start", start=labels.day(notice_date, language))
    if judgement.rule is MilestoneRule.STANDING:
        if light is Light.ON_TRACK:
            return say("progress-change-breach", light=say(f"light-{Light.FAR_BEHIND}"))
        if light is Light.FAR_BEHIND:
            return say("progress-change-restore", light=say(f"light-{Light.ON_TRACK}"))
        return say("progress-change-standing")
    if report is None or (light is Light.NOT_ASSESSED and "no_planned_date" not in judgement.flags):
        return say("progress-change-stage")
    if light is Light.NOT_REPORTED:
        return say("progress-change-final-stage")
    met = say(f"light-{Light.MET}")
    clauses = []
    if "evidence_missing" in judgement.flags:
        clauses.append(say("progress-change-evidence", light=met))
    elif light is Light.MET:
        day = labels.day(report.reference_date, language)
        return say("progress-change-met", day=day)
    else:
        clauses.append(say("progress-change-done", light=met))
    if light is Light.NOT_ASSESSED:
        clauses.append(say("progress-change-date"))
    elif light in (Light.BEHIND, Light.FAR_BEHIND):
        clauses.append(say("progress-change-next-stage", light=say(f"light-{Light.ON_TRACK}")))
    if light in (Light.ON_TRACK, Light.BEHIND) and report.next_stage_due is not None:
        wait = 0 if light is Light.ON_TRACK else thresholds.milestone_far_behind_days
        worse = Light.BEHIND if light is Light.ON_TRACK else Light.FAR_BEHIND
        day = labels.day(report.next_stage_due + timedelta(days=wait), language)
        clauses.append(say("progress-change-passing", day=day, light=say(f"light-{worse}")))
    return say("progress-and").join(clauses)
