"""The meeting: editions that pin what was shown, and decks of slides as plain data. Draws nothing.

An edition is frozen by whoever access lets; a deck is built from it, the same numbers for ever. The screen draws a
deck as HTML (charts), files as native slides (exports).
"""

from hengyang.meeting.building import before_edition, before_month, build_deck, deck_title
from hengyang.meeting.context import Before
from hengyang.meeting.deck import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Count,
    Deck,
    DeckTable,
    Series,
    Slide,
)
from hengyang.meeting.edition import (
    DeckKind,
    Edition,
    SlideEdit,
    number_of,
    previous_of,
    selected,
)
from hengyang.meeting.reading import Material, gathered, material, previous_period
from hengyang.meeting.register import (
    MOST_NOTES,
    MOST_TITLE,
    as_dict,
    edition,
    editions,
    freeze,
    may_freeze,
)

__all__ = [
    "MOST_NOTES",
    "MOST_TITLE",
    "Before",
    "Cell",
    "Chart",
    "ChartKind",
    "Column",
    "Count",
    "Deck",
    "DeckKind",
    "DeckTable",
    "Edition",
    "Material",
    "Series",
    "Slide",
    "SlideEdit",
    "as_dict",
    "before_edition",
    "before_month",
    "build_deck",
    "deck_title",
    "edition",
    "editions",
    "freeze",
    "gathered",
    "material",
    "may_freeze",
    "number_of",
    "previous_of",
    "previous_period",
    "selected",
]
