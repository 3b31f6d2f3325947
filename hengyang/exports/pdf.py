"""The deck of an edition as PDF: a slide a sheet, 16:9, each with the stamp of the deck and its number."""

from __future__ import annotations

from pathlib import Path

from hengyang.charts import slides_paper
from hengyang.exports import sheets
from hengyang.exports.content import Content, Progress

#: As wide and high as the slides of the PPTX.
_SIZE = "338.67mm 190.5mm"
_STYLE = (Path(__file__).parent / "pdf.css").read_text(encoding="utf-8")


def pdf_bytes(content: Content, progress: Progress) -> bytes:
    """The deck as PDF. Raises: PdfNotPossible when Pango or a Chinese font is missing on this machine."""
    deck = content.deck
    progress(0.2)
    body = slides_paper.slides(deck, content.language)
    progress(0.4)
    return sheets.pdf(
        body,
        title=deck.title,
        stamp=content.stamp,
        size=_SIZE,
        style=_STYLE + sheets.said_below(deck.stamp),
    )
