"""An official paper as HTML for sheets: the text, layout and measures of official_paper's DOCX, to be read, not edited."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from hengyang.charts import css
from hengyang.exports import paper_layout as layout
from hengyang.exports import paper_xml, sheets
from hengyang.exports.paper_parts import (
    Block,
    Heading,
    Line,
    OfficialPaper,
    Paragraph,
    Strong,
    Table,
)
from hengyang.exports.paper_words import (
    annex_label,
    dressed,
    imprint,
    listed_annexes,
    numbered,
    page_number,
)
from hengyang.labels import Language

_NOTHING = Markup("")
_STYLE = (Path(__file__).parent / "paper.css").read_text(encoding="utf-8")


def body(paper: OfficialPaper) -> Markup:
    """Everything that stands on the paper, from notices to imprint."""
    language = paper.language
    parts = [_feet(paper)]
    parts += [
        _said((notice,), "notice boxed" if at == 0 and paper.header else "notice", language)
        for at, notice in enumerate(paper.notices)
    ]
    parts += [
        _said(paper.organ, "organ", language),
        _said(paper.number, "number", language),
        _said((paper.title,), "title", language, "h1"),
        _said(paper.addressees, "addressees", language),
        _blocks(paper.body, language),
        *(_said((text,), "annex-listed", language) for text in listed_annexes(paper)),
        _said(paper.signer, "signed signer", language),
        _said(paper.signed_on, "signed", language),
    ]
    for number, annex in enumerate(paper.annexes, start=1):
        parts.append(
            Markup('<section class="annex">{}{}{}</section>').format(
                _said((annex_label(paper, number),), "annex-label", language),
                _said((annex.title,), "title", language, "h1"),
                _blocks(annex.blocks, language),
            )
        )
    lines = imprint(paper)
    if lines:
        parts.append(
            Markup('<div class="imprint">{}</div>').format(
                _NOTHING.join(_said(line, "printed", language) for line in lines)
            )
        )
    return Markup('<div class="paper {}">{}</div>').format(language, _NOTHING.join(parts))


def style(paper: OfficialPaper) -> str:
    """The measures of the standard as CSS: page, fonts, the head that every sheet has."""
    faces = layout.faces(paper.language)
    fonts = []
    for name, face in faces.items():
        family = _family(face, paper.language)
        weight = "bold" if face.is_bold else "normal"
        rule = f"font:{weight} {face.points}pt/var(--line) {family}"
        fonts.append(f".paper .f-{name.lower().replace(' ', '-')}{{{rule}}}")
    margins = f"{layout.TOP_MM}mm {layout.RIGHT_MM}mm {layout.BOTTOM_MM}mm {layout.LEFT_MM}mm"
    head = "none"
    if paper.header:
        (said,) = dressed((paper.header,), paper.language)
        head = css.string(str(said))
    family = _family(faces["Header"], paper.language)
    page = f"@page{{margin:{margins};@top-center{{content:{head};font:{faces['Header'].points}pt {family}}}}}"
    return "\n".join([_STYLE, *fonts, page])


def _family(face: layout.Face, language: Language) -> str:
    """Chinese fonts first in Chinese, for quotation marks and dashes are Chinese ones there."""
    free, generic = layout.FREE_FONTS[face.chinese]
    chinese = [face.chinese, layout.STAND_INS[face.chinese], free]
    names = [*chinese, face.latin] if language == "zh" else [face.latin, *chinese]
    return ",".join([*(f'"{name}"' for name in names), generic])


#: Class → the style of paper_layout that it is set in.
_FACES = {
    "notice": "notice",
    "organ": "organ",
    "title": "title",
    "annex-label": "annex",
    "caption": "caption",
    "printed": "footer",
    "h-1": "heading-1",
    "h-2": "heading-2",
}


def _said(line: Line, name: str, language: Language, tag: str = "p") -> Markup:
    """A paragraph of a class, in the face that goes with it."""
    face = _FACES.get(name.split(" ", maxsplit=1)[0], "normal")
    return Markup('<{t} class="{n} f-{f}">{r}</{t}>').format(
        t=Markup(tag), n=name, f=face, r=_runs(dressed(line, language), language)
    )


def _runs(line: Line, language: Language) -> Markup:
    """The runs of a line: lights in their colour, what is to be filled in marked."""
    parts = []
    for run in paper_xml.runs_of(line, language):
        text = Markup("<br>").join(paper_xml.writable(run.text).splitlines())
        if run.colour:
            text = Markup('<span class="lit" style="color:#{}">{}</span>').format(run.colour, text)
        if run.is_bold:
            text = Markup("<b>{}</b>").format(text)
        if run.is_to_fill:
            text = Markup("<mark>{}</mark>").format(text)
        parts.append(text)
    return _NOTHING.join(parts)


def _blocks(blocks: Sequence[Block], language: Language) -> Markup:
    parts = []
    for ordinal, block in numbered(blocks, language):
        match block:
            case Heading(level, text):
                parts.append(_said((ordinal + text,), f"h-{level}", language, f"h{level + 1}"))
            case Paragraph(line):
                lead: Line = (Strong(ordinal),) if ordinal else ()
                parts.append(_said((*lead, *line), "text", language))
            case Table():
                parts.append(_table(block, language))
    return _NOTHING.join(parts)


def _table(table: Table, language: Language) -> Markup:
    """Heads repeat on every sheet; a row of one cell stays with the row below it."""
    heads = _NOTHING.join(
        Markup('<th class="f-table-head">{}</th>').format(_runs((column.heading,), language))
        for column in table.columns
    )
    rows = []
    for line in table.rows:
        if len(line) == 1 < len(table.columns):
            rows.append(
                Markup(
                    '<tr class="group"><td class="f-table-head" colspan="{}">{}</td></tr>'
                ).format(len(table.columns), _runs(line[0], language))
            )
            continue
        cells = _NOTHING.join(
            Markup('<td class="f-table-text {}">{}</td>').format(
                column.align, _runs(said, language)
            )
            for said, column in zip(line, table.columns, strict=True)
        )
        rows.append(Markup("<tr>{}</tr>").format(cells))
    return Markup("{}<table>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
        _said((table.caption,), "caption", language),
        sheets.columns([column.share for column in table.columns]),
        heads,
        _NOTHING.join(rows),
    )


def _feet(paper: OfficialPaper) -> Markup:
    """The page number, on the outer side, and the stamp below it: for odd pages and for even ones."""
    before, after = page_number(paper.language)
    foot = Markup(
        '<div class="foot {}"><p class="page f-footer">{}<span class="at"></span>{}</p>'
        '<p class="stamp f-stamp">{}</p></div>'
    )
    return _NOTHING.join(foot.format(side, before, after, paper.footer) for side in ("odd", "even"))
