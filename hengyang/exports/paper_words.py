"""What an official paper says of itself, however it is laid out: ordinals, names of annexes, full-width marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hengyang.exports.paper_parts import (
    Block,
    Heading,
    Line,
    OfficialPaper,
    Paragraph,
    Part,
    Strong,
)
from hengyang.exports.punctuation import widened
from hengyang.labels import Language, words


def numbered(blocks: Sequence[Block], language: Language) -> Iterator[tuple[str, Block]]:
    """The blocks, each after its ordinal: 一、 and (一) before headings, 1. before numbered paragraphs, else nothing."""
    counts = [0, 0, 0]
    for block in blocks:
        match block:
            case Heading(level, _):
                counts[level - 1] += 1
                counts[level:] = [0] * (3 - level)
                yield _ordinal(counts, level, language), block
            case Paragraph(_, True):
                counts[2] += 1
                yield _ordinal(counts, 3, language), block
            case _:
                yield "", block


def listed_annexes(paper: OfficialPaper) -> Iterator[str]:
    """附件:1. … below the text, each on a line of its own."""
    say = words(paper.language)
    if len(paper.annexes) == 1:
        yield say("official-annexes-only", title=paper.annexes[0].title)
        return
    for number, annex in enumerate(paper.annexes, start=1):
        key = "official-annexes-first" if number == 1 else "official-annexes-next"
        yield say(key, number=str(number), title=annex.title)


def annex_label(paper: OfficialPaper, number: int) -> str:
    """What stands above an annex, the first being 1."""
    say = words(paper.language)
    if len(paper.annexes) == 1:
        return say("official-annex-only")
    return say("official-annex", number=str(number))


def imprint(paper: OfficialPaper) -> list[Line]:
    """版记: who gets a copy, who printed it; nothing when neither is said."""
    return [line for line in (paper.copied_to, paper.printed_by) if line]


def page_number(language: Language) -> tuple[str, str]:
    """What stands before and after the number of a page."""
    before, _, after = words(language)("official-page", number="#").partition("#")
    return before, after


def dressed(line: Line, language: Language) -> Line:
    """The line with Chinese marks in their full width, but for what somebody else said."""
    return tuple(_widened(part) for part in line) if language == "zh" else line


def numeral(number: int, digits: str) -> str:
    """An ordinal of up to 99 in signs for 1 to 10.

    >>> [numeral(n, "ABCDEFGHIX") for n in (1, 10, 12, 20, 31)]
    ['A', 'X', 'XB', 'BX', 'CXA']
    """
    tens, ones = divmod(number, 10)
    said = "" if not tens else digits[9] if tens == 1 else digits[tens - 1] + digits[9]
    return said + (digits[ones - 1] if ones else "")


def _ordinal(counts: Sequence[int], level: int, language: Language) -> str:
    say, count = words(language), counts[level - 1]
    if level == 3:
        said = str(count)
    elif language == "zh":
        said = numeral(count, say("official-numerals"))
    else:
        said = ".".join(str(number) for number in counts[:level])
    return say(f"official-ordinal-{level}", numeral=said)


def _widened(part: Part) -> Part:
    match part:
        case str(text):
            return widened(text)
        case Strong(text):
            return Strong(widened(text))
        case _:
            return part
