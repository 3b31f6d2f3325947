"""What a measurement shows in README.md: a block between two marks, written anew by the command that they name."""

from __future__ import annotations

import re


def placed(readme: str, begin: str, end: str, shown: str) -> str:
    """The README's text with this between its two marks."""
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    assert pattern.search(readme), f"README.md has lost its marks {begin}"
    return pattern.sub(lambda _: f"{begin}\n{shown}\n{end}", readme)
