"""What stands under a theme's bars in a few words: its worst item, its milestones, its projects."""

from __future__ import annotations

from collections.abc import Sequence

from hengyang.delivery import project_states
from hengyang.meeting.context import Context
from hengyang.progress import light_counts, reason
from hengyang.progress.lights import RED_LIGHTS
from hengyang.progress.needs import needing_attention
from hengyang.schema import Light, ProjectStage

#: Bars and points that share a slide with the counts; more bars leave less room.
_ROOM = {1: 3, 2: 3, 3: 3, 4: 2, 5: 1}


def theme_points(made: Context, tasks: Sequence[int], bars: int) -> tuple[str, ...]:
    """As many of them as there is room for beside so many bars, the most pressing first."""
    found = (_worst(made, tasks), _projects(made, tasks), milestones_sentence(made, tasks))
    return tuple(point for point in found if point)[: _ROOM.get(bars, 0)]


def milestones_sentence(made: Context, tasks: Sequence[int]) -> str:
    """How many milestones of some tasks are done, and late; empty when they have none."""
    rows = made.assessment.milestones
    counts = light_counts(rows[rows["task"].isin(list(tasks))])
    count = sum(counts.values())
    if not count:
        return ""
    return made.say(
        "meeting-milestones",
        count=count,
        done=counts[Light.MET],
        late=sum(counts[light] for light in (*RED_LIGHTS, Light.BEHIND)),
        missing=counts[Light.NOT_REPORTED],
    )


def _worst(made: Context, tasks: Sequence[int]) -> str:
    needy = needing_attention(made.assessment)
    needy = needy[needy["task"].isin(list(tasks))]
    if needy.empty:
        return ""
    worst = needy.iloc[0]
    return made.say(
        "meeting-worst",
        light=made.say(f"light-{worst['light']}"),
        name=made.names[worst["subject"]],
        reason=reason(made.rows[worst["subject"]], made.language, made.tables),
    )


def _projects(made: Context, tasks: Sequence[int]) -> str:
    """How far the registered projects of some tasks have come; empty when none is registered."""
    states = project_states(made.tables, made.edition.as_of)
    stages = states.loc[states["task"].isin(list(tasks)), "stage"]
    if stages.empty:
        return ""
    counts = stages.value_counts()
    parts = [
        made.say(
            "meeting-project-stage",
            stage=made.say(f"project-stage-{stage}"),
            count=str(counts[stage]),
        )
        for stage in ProjectStage
        if counts.get(stage, 0)
    ]
    missing = int(stages.isna().sum())
    if missing:
        parts.append(
            made.say(
                "meeting-project-stage", stage=made.say("light-not_reported"), count=str(missing)
            )
        )
    return made.say(
        "meeting-projects", count=len(stages), stages=made.say("meeting-list").join(parts)
    )
