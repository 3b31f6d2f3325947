"""Where the plan, and a theme, stand: one sentence each, for pages, slides and papers alike."""

from __future__ import annotations

from hengyang.labels import Language, words
from hengyang.progress.assessment import Assessment
from hengyang.progress.lights import GREEN_LIGHTS, RED_LIGHTS, UNREPORTED_LIGHTS
from hengyang.progress.rollup import light_counts
from hengyang.remembered import remembered
from hengyang.schema import Light, Tables


@remembered(64)
def overview_finding(assessment: Assessment, language: Language) -> str:
    """Where the plan stands, in one sentence; says so when there is next to nothing to stand on."""
    say = words(language)
    counts = light_counts(assessment.counted)
    counted = len(assessment.counted)
    if not counted:
        return say("overview-finding-none")
    with_value = sum(counts[light] for light in set(Light) - UNREPORTED_LIGHTS)
    if with_value * 2 < counted:
        return say(
            "overview-finding-grey",
            counted=str(counted),
            reported=str(with_value),
            missing=str(counted - with_value),
        )
    return say(
        "overview-finding",
        counted=str(counted),
        green=sum(counts[light] for light in GREEN_LIGHTS),
        behind=counts[Light.BEHIND],
        red=sum(counts[light] for light in RED_LIGHTS),
    )


@remembered(64)
def theme_finding(theme: str, assessment: Assessment, tables: Tables, language: Language) -> str:
    """Where one theme stands."""
    say = words(language)
    name = tables.themes.set_index("theme").loc[theme, f"name_{language}"]
    rows = assessment.counted[assessment.counted["theme"] == theme]
    if rows.empty:
        return say("theme-finding-empty", theme=name)
    counts = light_counts(rows)
    return say(
        "theme-finding",
        theme=name,
        counted=str(len(rows)),
        green=sum(counts[light] for light in GREEN_LIGHTS),
        needy=sum(counts[light] for light in (*RED_LIGHTS, Light.BEHIND)),
        missing=counts[Light.NOT_REPORTED],
    )
