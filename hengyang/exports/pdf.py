"""What an edition gives as PDF: its slides, its bulletin, its register; each sheet says whose figures it shows."""

from __future__ import annotations

from pathlib import Path

from hengyang.charts import slides_paper
from hengyang.exports import paper_html, register_html, sheets
from hengyang.exports.bulletin import bulletin
from hengyang.exports.content import Content, Progress
from hengyang.exports.register import stamp_line
from hengyang.exports.told import Told

#: As wide and high as the slides of the PPTX.
_SIZE = "338.67mm 190.5mm"
_HERE = Path(__file__).parent
_SLIDES = (_HERE / "pdf.css").read_text(encoding="utf-8")
_REGISTER = (_HERE / "register.css").read_text(encoding="utf-8")


def deck_pdf(content: Content, progress: Progress) -> bytes:
    """The deck, a slide a sheet of 16:9. Raises: PdfNotPossible when Pango or a Chinese font is missing here."""
    deck = content.deck
    progress(0.2)
    body = slides_paper.slides(deck, content.language)
    progress(0.4)
    return sheets.pdf(
        body,
        title=deck.title,
        stamp=content.stamp,
        size=_SIZE,
        style=_SLIDES + sheets.said_below(deck.stamp),
    )


def bulletin_pdf(content: Content, progress: Progress) -> bytes:
    """The bulletin on A4 after GB/T 9704, word for word the DOCX. Raises: PdfNotPossible, as deck_pdf."""
    paper = bulletin(content)
    progress(0.2)
    body = paper_html.body(paper)
    progress(0.3)
    return sheets.pdf(body, title=paper.title, stamp=content.stamp, style=paper_html.style(paper))


def register_pdf(content: Content, progress: Progress) -> bytes:
    """The register on A4 across, the workbook's printed columns. Raises: PdfNotPossible, as deck_pdf."""
    told = Told(content)
    body = register_html.body(told)
    progress(0.3)
    return sheets.pdf(
        body,
        title=content.stamp.plan,
        stamp=content.stamp,
        size=sheets.LANDSCAPE,
        style=_REGISTER + sheets.said_below((stamp_line(content.stamp),)),
    )
