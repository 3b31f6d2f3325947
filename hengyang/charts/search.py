"""The hint under the search box as HTML."""

from __future__ import annotations

from markupsafe import Markup

from hengyang.labels import Language, words


def hint(language: Language) -> Markup:
    """How to search; where it is shown in a box that opens (board.js), the box's text field takes the keys."""
    said = words(language)("frame-search-hint")
    return Markup('<p class="meta" data-takes-keys>{}</p>').format(said)
