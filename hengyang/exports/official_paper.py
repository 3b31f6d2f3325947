"""An official paper laid out as Chinese offices do (GB/T 9704—2012), or in a sober English equivalent, as DOCX.

Bulletins and letters are OfficialPaper values (paper_parts); nothing here knows what they are about. Text goes
in as text: a formula, a field or markup in it stays letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from hengyang.exports import paper_layout as layout
from hengyang.exports import paper_xml
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

if TYPE_CHECKING:
    from docx.document import Document

_RED, _BLACK, _GREY, _AMBER, _AMBER_GROUND = "C00000", "000000", "808080", "8A5A00", "FFF3D6"
#: The organ's name begins 35 mm below the top of the text; the notices stand in that space.
_ORGAN_BELOW_POINTS = 99.0


def docx_bytes(paper: OfficialPaper) -> bytes:
    """The paper as a document that people go on editing: real styles and headings, fields for page numbers."""
    document = layout.new_document(paper.language)
    _Writer(document, paper).write()
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def plain(line: Line, language: Language) -> str:
    """A line as mere text, as somebody would read it out.

    >>> from hengyang.exports.paper_parts import Lit, ToFill
    >>> plain(("a ", Lit("behind"), " ", ToFill("day")), "en")
    'a ▲ Behind [day]'
    """
    return "".join(run.text for run in paper_xml.runs_of(line, language))


class _Writer:
    """Writes one paper into one empty document, from top to bottom."""

    def __init__(self, document: Document, paper: OfficialPaper) -> None:
        self.document, self.paper = document, paper
        self.is_chinese = paper.language == "zh"
        self.style_ids = {
            name: document.styles[name].style_id for name in layout.faces(paper.language)
        }
        self.sizes = {name: face.points for name, face in layout.faces(paper.language).items()}

    def write(self) -> None:
        self._properties()
        self._header_and_footer()
        self._head()
        self._blocks(self.paper.body)
        self._list_of_annexes()
        self._signature()
        for number, annex in enumerate(self.paper.annexes, start=1):
            self._annex_head(number, annex.title)
            self._blocks(annex.blocks)
        self._imprint()

    # the parts of the paper

    def _head(self) -> None:
        from docx.shared import Pt

        used = 0.0
        for at, notice in enumerate(self.paper.notices):
            is_boxed = at == 0 and bool(self.paper.header)
            written = self._paragraph((notice,), "Notice", _AMBER if is_boxed else "")
            if is_boxed:
                paper_xml.add_box(written, _AMBER, _AMBER_GROUND)
            written.paragraph_format.space_after = Pt(4)
            used += self.sizes["Notice"] * 1.3 + 4
        rule = _RED if self.is_chinese else _GREY
        organ = self._paragraph(self.paper.organ, "Organ", _RED if self.is_chinese else "")
        organ.paragraph_format.space_before = Pt(max(_ORGAN_BELOW_POINTS - used, 12))
        number = self._paragraph(self.paper.number, "Normal")
        number.alignment = _alignment("centre")
        number.paragraph_format.space_before = Pt(layout.LINE_POINTS)
        paper_xml.add_border(number, "bottom", rule, eighths=12, space=11)
        title = self._paragraph((self.paper.title,), "Title")
        title.paragraph_format.space_before = Pt(2 * layout.LINE_POINTS if self.is_chinese else 20)
        title.paragraph_format.space_after = Pt(layout.LINE_POINTS if self.is_chinese else 14)
        addressees = self._paragraph(self.paper.addressees, "Normal")
        addressees.alignment = _alignment("left")
        if not self.is_chinese:
            addressees.paragraph_format.space_after = Pt(8)

    def _blocks(self, blocks: Sequence[Block]) -> None:
        for ordinal, block in numbered(blocks, self.paper.language):
            match block:
                case Heading(level, text):
                    self._paragraph((ordinal + text,), f"Heading {level}")
                case Paragraph(line):
                    lead: Line = (Strong(ordinal),) if ordinal else ()
                    self._indent(self._paragraph((*lead, *line), "Normal"))
                case Table():
                    self._table(block)

    def _list_of_annexes(self) -> None:
        if not self.paper.annexes:
            return
        self._paragraph((), "Normal").paragraph_format.keep_with_next = True
        for text in listed_annexes(self.paper):
            listed = self._paragraph((text,), "Normal")
            listed.alignment = _alignment("left")
            listed.paragraph_format.keep_with_next = True  # nor does the signature stand alone
            self._indent(listed)

    def _signature(self) -> None:
        from docx.shared import Pt

        self._paragraph((), "Normal").paragraph_format.keep_with_next = True
        for line in (self.paper.signer, self.paper.signed_on):
            written = self._paragraph(line, "Normal")
            written.alignment = _alignment("right")
            written.paragraph_format.keep_with_next = line is self.paper.signer
            written.paragraph_format.right_indent = Pt(4 * self.sizes["Normal"])
            layout.indent_characters(written._p.get_or_add_pPr(), right=4)

    def _annex_head(self, number: int, title: str) -> None:
        from docx.shared import Pt

        head = self._paragraph((annex_label(self.paper, number),), "Annex")
        head.paragraph_format.page_break_before = True
        name = self._paragraph((title,), "Title")
        name.paragraph_format.space_before = Pt(layout.LINE_POINTS)
        name.paragraph_format.space_after = Pt(12)

    def _imprint(self) -> None:
        """Between two lines."""
        from docx.shared import Pt

        lines = imprint(self.paper)
        for at, line in enumerate(lines):
            written = self._paragraph(line, "Normal")
            written.alignment = _alignment("left")
            written.paragraph_format.keep_together = True
            written.paragraph_format.keep_with_next = at + 1 < len(lines)
            for run in written.runs:
                run.font.size = Pt(self.sizes["Footer"])
            if at == 0:
                written.paragraph_format.space_before = Pt(layout.LINE_POINTS)
                paper_xml.add_border(written, "top", _BLACK, eighths=8, space=4)
            if at + 1 == len(lines):
                paper_xml.add_border(written, "bottom", _BLACK, eighths=8, space=4)

    def _table(self, table: Table) -> None:
        self._paragraph((table.caption,), "Caption")
        body = self.document.element.body
        body.insert_element_before(
            paper_xml.table_element(table, self.style_ids, self.paper.language), "w:sectPr"
        )

    def _header_and_footer(self) -> None:
        from docx.shared import Pt

        page = self.document.sections[0]
        sides = (
            (page.header, page.footer, "right"),
            (page.even_page_header, page.even_page_footer, "left"),
        )
        for header, footer, side in sides:
            header.is_linked_to_previous = footer.is_linked_to_previous = False
            if self.paper.header:
                said = header.paragraphs[0]
                self._write(said, (self.paper.header,), "Header", _AMBER)
                paper_xml.add_border(said, "bottom", _AMBER, eighths=6, space=2)
            number = footer.paragraphs[0]
            before, after = page_number(self.paper.language)
            self._write(number, (before,), "Footer")
            paper_xml.write_field(number._p, "PAGE")
            paper_xml.write_runs(number._p, (after,), self.paper.language)
            number.alignment = _alignment(side)
            setattr(number.paragraph_format, f"{side}_indent", Pt(self.sizes["Footer"]))
            layout.indent_characters(number._p.get_or_add_pPr(), **{side: 1.0})
            self._write(footer.add_paragraph(), (self.paper.footer,), "Stamp")

    def _properties(self) -> None:
        """What a file manager shows; who made it and when is left to who signs it."""
        core = self.document.core_properties
        core.title, core.subject = (
            paper_xml.writable(self.paper.title),
            paper_xml.writable(self.paper.footer),
        )
        core.author = core.last_modified_by = core.comments = core.keywords = ""
        core.language = "zh-CN" if self.is_chinese else "en-GB"
        for name in ("created", "modified"):
            for element in core._element.findall(f"{{http://purl.org/dc/terms/}}{name}"):
                core._element.remove(element)

    # how one paragraph is written

    def _paragraph(self, line: Line, style: str, colour: str = "") -> Any:
        paragraph = self.document.add_paragraph()
        self._write(paragraph, line, style, colour)
        return paragraph

    def _write(self, paragraph: Any, line: Line, style: str, colour: str = "") -> None:
        # by id: looking a style up by name reads all of them
        paragraph._p.get_or_add_pPr().style = self.style_ids[style]
        if style != "Stamp":
            line = dressed(line, self.paper.language)
        paper_xml.write_runs(paragraph._p, line, self.paper.language, colour)

    def _indent(self, paragraph: Any) -> None:
        """Two characters in Chinese; a little room after the paragraph in English."""
        from docx.shared import Pt

        if self.is_chinese:
            paragraph.paragraph_format.first_line_indent = Pt(2 * self.sizes["Normal"])
            layout.indent_characters(paragraph._p.get_or_add_pPr(), firstLine=2)
        else:
            paragraph.paragraph_format.space_after = Pt(6)


def _alignment(side: str) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    return {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "centre": WD_ALIGN_PARAGRAPH.CENTER,
    }[side]
