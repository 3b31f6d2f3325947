"""Why a light is what it is: inputs, arithmetic, one sentence, and what would change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hengyang import labels
from hengyang.errors import DataMissing
from hengyang.progress import amounts
from hengyang.progress.aims import aim_as_read
from hengyang.progress.config import DEFAULT_THRESHOLDS, METHOD_VERSION, Thresholds
from hengyang.progress.indicators import Judgement, judgements
from hengyang.progress.milestone_sentences import milestone_sentence, what_would_change_milestone
from hengyang.progress.milestones import MilestoneJudgement, judge_milestones
from hengyang.progress.paths import attainment_pct
from hengyang.progress.sentences import sentence, what_would_change
from hengyang.schema import LANGUAGES, Curve, Language, Light, Reading, Rule, Tables


@dataclass(frozen=True)
class Explanation:
    """The explanation of one light.

    `inputs` are plain values (dates as dates). `arithmetic` are steps in order, each with the `key`
    of a message, its `arguments` as words that need no language, and the unrounded `result`;
    `steps(language)` writes them out.
    """

    subject: str
    as_of: date
    light: Light | None
    computed_light: Light | None
    inputs: Mapping[str, object]
    arithmetic: tuple[Mapping[str, object], ...]
    _sentences: Mapping[str, str] = field(repr=False)
    _turns: Mapping[str, str] = field(repr=False)

    def sentence(self, language: Language = "zh") -> str:
        return self._sentences[language]

    def what_would_change(self, language: Language = "zh") -> str:
        return self._turns[language]

    def steps(self, language: Language = "zh") -> list[str]:
        """The arithmetic, one line a step."""
        say = labels.words(language)
        return [
            say(str(step["key"]), **_spoken(step["arguments"], language))
            for step in self.arithmetic
        ]

    def as_dict(self) -> dict[str, object]:
        """Plain JSON types; dates as ISO texts; sentences in every language."""
        return {
            "subject": self.subject,
            "as_of": self.as_of.isoformat(),
            "method_version": METHOD_VERSION,
            "light": None if self.light is None else self.light.value,
            "computed_light": None if self.computed_light is None else self.computed_light.value,
            "inputs": _plain(self.inputs),
            "arithmetic": _plain(self.arithmetic),
            "sentence": dict(self._sentences),
            "what_would_change": dict(self._turns),
        }


def explain(
    subject: str, tables: Tables, as_of: date, thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> Explanation:
    """Why an indicator or a milestone has its light on a day.

    Raises: DataMissing when the subject is neither.
    """
    found = explanations([subject], tables, as_of, thresholds)
    if subject not in found:
        raise DataMissing(f"neither an indicator nor a milestone: {subject}", name=subject)
    return found[subject]


def explanations(
    subjects: Sequence[str],
    tables: Tables,
    as_of: date,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> dict[str, Explanation]:
    """Subject → its explanation, worked out together; what is neither an indicator nor a milestone is left out."""
    wanted = set(subjects)
    found = {
        judgement.case.indicator: _indicator(judgement, as_of, thresholds)
        for judgement in judgements(tables, as_of, thresholds, sorted(wanted))
    }
    if wanted - set(found):
        found |= {
            milestone.milestone: _milestone(milestone, tables, as_of, thresholds)
            for milestone in judge_milestones(tables, as_of, thresholds)
            if milestone.milestone in wanted
        }
    return found


def _indicator(judgement: Judgement, as_of: date, thresholds: Thresholds) -> Explanation:
    return Explanation(
        subject=judgement.case.indicator,
        as_of=as_of,
        light=judgement.light,
        computed_light=judgement.computed_light,
        inputs=_inputs(judgement),
        arithmetic=tuple(_steps(judgement)),
        _sentences={lang: sentence(judgement, as_of, lang) for lang in LANGUAGES},
        _turns={lang: what_would_change(judgement, as_of, thresholds, lang) for lang in LANGUAGES},
    )


def _milestone(
    judgement: MilestoneJudgement, tables: Tables, as_of: date, thresholds: Thresholds
) -> Explanation:
    notice_date = tables.plan.iloc[0]["notice_date"].date()
    report = judgement.report
    return Explanation(
        subject=judgement.milestone,
        as_of=as_of,
        light=judgement.light,
        computed_light=judgement.computed_light,
        inputs={
            "rule": judgement.rule.value,
            "commitment": judgement.commitment.value,
            "stage": None if judgement.stage is None else judgement.stage.value,
            "stage_share_pct": judgement.stage_share_pct,
            "reference_date": None if report is None else report.reference_date,
            "next_stage_due": None if report is None else report.next_stage_due,
            "evidence": None if report is None else report.evidence,
            "source": None if report is None else report.source,
            "deadline": judgement.deadline,
            "flags": list(judgement.flags),
        },
        arithmetic=(_light_step(judgement.computed_light),),
        _sentences={
            lang: milestone_sentence(judgement, as_of, notice_date, lang) for lang in LANGUAGES
        },
        _turns={
            lang: what_would_change_milestone(judgement, notice_date, thresholds, lang)
            for lang in LANGUAGES
        },
    )


def _inputs(judgement: Judgement) -> dict[str, object]:
    case, latest, pace = judgement.case, judgement.latest, judgement.pace
    inputs: dict[str, object] = {
        "rule": case.rule.value,
        "commitment": case.commitment.value,
        "frequency": None if case.frequency is None else case.frequency.value,
        "unit_zh": case.unit_zh,
        "unit_en": case.unit_en,
        "baseline": case.baseline,
        "start": case.start,
        "target": case.target,
        "target_low": case.target_low,
        "target_high": case.target_high,
        "aim": judgement.aim,
        "deadline": case.deadline,
        "actual": None if latest is None else latest.value,
        "reference_date": None if latest is None else latest.reference_date,
        "source": None if latest is None else latest.source,
        "curve": case.curve.value,
        "annual_targets": [list(node) for node in case.annual_targets],
        "recent_per_year": pace.recent_per_year,
        "required_per_year": pace.required_per_year,
        "arrival_date": pace.arrival_date,
        "flags": list(judgement.flags),
    }
    if case.rule is Rule.AMBIGUOUS:
        inputs["readings"] = {reading.value: _reading(judgement, reading) for reading in Reading}
    return inputs


def _reading(judgement: Judgement, reading: Reading) -> dict[str, float | None]:
    case, latest = judgement.case, judgement.latest
    aim = aim_as_read(case, reading)
    attained = None
    if aim is not None and case.baseline is not None and aim != case.baseline:
        value = None if latest is None else latest.value
        attained = attainment_pct(case.baseline, value, aim)
    return {"aim": aim, "attainment_pct": attained}


def _steps(judgement: Judgement) -> list[dict[str, object]]:
    path, latest, case = judgement.path, judgement.latest, judgement.case
    steps: list[dict[str, object]] = []
    if path is not None and latest is not None and judgement.attainment_pct is not None:
        assert judgement.expected_pct is not None
        assert judgement.gap_points is not None
        attainment, expected = judgement.attainment_pct, judgement.expected_pct
        steps.append(
            _step(
                "band" if case.rule is Rule.BAND else "attainment",
                attainment,
                labels.percent_floored(attainment).removesuffix("%"),
                actual=_bare(latest.value),
                baseline=_bare(path.baseline),
                aim=_bare(path.aim),
            )
        )
        if path.annual_targets or path.curve is not Curve.LINEAR:
            day = latest.reference_date.isoformat()
            steps.append(_step("expected-other", expected, _one(expected), day=day))
        else:
            whole = (path.deadline - path.start).days
            gone = min(max((latest.reference_date - path.start).days, 0), whole)
            steps.append(
                _step(
                    "expected",
                    expected,
                    _one(expected),
                    day=latest.reference_date.isoformat(),
                    start=path.start.isoformat(),
                    deadline=path.deadline.isoformat(),
                    gone=str(gone),
                    whole=str(whole),
                )
            )
        gap = judgement.gap_points
        steps.append(
            _step("gap", gap, _one(gap), attainment=_one(attainment), expected=_one(expected))
        )
    elif judgement.margin is not None:
        steps.append(_step("margin", judgement.margin, _bare(judgement.margin)))
    elif latest is not None and judgement.aim is not None:
        left = judgement.aim - latest.value
        actual, aim = _bare(latest.value), _bare(judgement.aim)
        steps.append(_step("distance", left, _bare(left), actual=actual, aim=aim))
    if judgement.computed_light is not None:
        steps.append(_light_step(judgement.computed_light))
    return steps


def _step(name: str, result: object, shown: str, **arguments: str) -> dict[str, object]:
    return {
        "key": f"progress-step-{name}",
        "arguments": {**arguments, "result": shown},
        "result": result,
    }


def _light_step(light: Light) -> dict[str, object]:
    return {
        "key": "progress-step-light",
        "arguments": {"light": light.value},
        "result": light.value,
    }


def _spoken(arguments: object, language: Language) -> dict[str, str]:
    assert isinstance(arguments, Mapping)
    say = labels.words(language)
    return {
        name: say(f"light-{value}") if name == "light" else value
        for name, value in arguments.items()
    }


def _bare(value: float) -> str:
    return amounts.amount(value, "", "zh")


def _one(value: float) -> str:
    return f"{value:.1f}".replace("-", "−")


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
