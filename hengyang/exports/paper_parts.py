"""What an official paper is made of: frozen values that say nothing about how they are laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hengyang.labels import Language


@dataclass(frozen=True)
class ToFill:
    """What a person has to fill in, by its name: nobody's number, signer or date is ever invented."""

    what: str


@dataclass(frozen=True)
class Lit:
    """A light: colour, shape and word; an old value says so behind it."""

    light: str
    is_stale: bool = False


@dataclass(frozen=True)
class Strong:
    """Words in bold."""

    text: str


@dataclass(frozen=True)
class Verbatim:
    """Somebody's own words, sign for sign; all other Chinese gets its punctuation in full width."""

    text: str


Part = str | ToFill | Lit | Strong | Verbatim
Line = tuple[Part, ...]


@dataclass(frozen=True)
class Heading:
    """A numbered heading; the paper counts: 一、 (level 1), (一) (level 2)."""

    level: Literal[1, 2]
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body; `is_numbered` ones count 1. 2. 3. under their heading."""

    line: Line
    is_numbered: bool = False


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its share of the width of the text, how its cells stand."""

    heading: str
    share: float
    align: Literal["left", "right", "centre"] = "left"


@dataclass(frozen=True)
class Table:
    """A table whose headings repeat on every page and whose rows never split.

    A row of one cell runs across the whole table: it names the group of rows below it.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Heading | Paragraph | Table


@dataclass(frozen=True)
class Annex:
    """What follows the signature on pages of its own; the paper numbers it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class OfficialPaper:
    """A bulletin, a letter: everything that stands on it. `official_paper.docx_bytes` lays it out.

    notices: said at the very top of the first page; the first of them in a box when `header` says it on every
    page as well. header: on top of every page, nothing when empty. footer: under every page number.
    """

    language: Language
    title: str
    addressees: Line
    body: tuple[Block, ...]
    header: str
    footer: str
    organ: Line
    number: Line
    signer: Line
    signed_on: Line
    notices: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    copied_to: Line = ()
    printed_by: Line = ()
