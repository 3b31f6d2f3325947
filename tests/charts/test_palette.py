from itertools import product

import pytest

from hengyang.charts import css, palette
from hengyang.schema import Light, Theme


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_marks_stand_out_three_to_one(mode):
    colours = palette.colours(mode)
    for light, ground in product(Light, ("panel", "ground")):
        assert contrast(colours[f"light-{light}"], colours[ground]) >= 3, (light, ground)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_stands_out_four_and_a_half_to_one(mode):
    colours = palette.colours(mode)
    inks = ["ink", "ink-soft", *(f"theme-{theme}" for theme in Theme)]
    for ink, ground in product(inks, ("panel", "ground")):
        assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    assert contrast(colours["demo-ink"], colours["demo-ground"]) >= 4.5


def test_both_modes_name_the_same_colours_and_print_is_light():
    assert set(palette.colours("light")) == set(palette.colours("dark"))
    assert "@media not print{.hy[data-theme=dark]" in palette.css_variables()


def test_paper_gets_every_mixed_colour_as_a_colour_of_its_own() -> None:
    printed = css.printed_stylesheet()
    assert "color-mix" in css.stylesheet()
    assert "color-mix" not in printed
    assert ".cv-newly_started { background: #9fd0c0; }" in printed
