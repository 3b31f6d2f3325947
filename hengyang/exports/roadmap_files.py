"""The roadmap as files: PDF on A4 across, one picture, slides whose bars are shapes to go on editing; each with its stamp."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

import pandas as pd
from markupsafe import Markup

from hengyang.charts import roadmap
from hengyang.charts.roadmap_rows import Plan
from hengyang.errors import NotUnderstood
from hengyang.exports import roadmap_slides, sheets
from hengyang.exports.register import Stamp, stamp_line
from hengyang.labels import words
from hengyang.schema import Tables

#: Px of the picture: its width, and at most of a row; what is left over below is cut away.
_WIDTH, _ROW, _AROUND = 1400, 44, 420
#: Rows that one picture may hold; more are for a PDF.
MOST_IN_PICTURE = 320
_SCALE = 2


@dataclass(frozen=True)
class RoadmapPaper:
    """What the files show: the finding, the drawing, what falls due, what contradicts itself, what it was narrowed to."""

    finding: str
    plan: Plan
    due: pd.DataFrame
    faulty: pd.DataFrame
    tables: Tables
    stamp: Stamp
    chosen: tuple[str, ...] = ()


def made_roadmap(kind: str, paper: RoadmapPaper) -> bytes:
    """The file. Raises: PdfNotPossible for a PDF or PNG when Pango or a Chinese font is missing here; NotUnderstood for
    another kind, and for more rows than one picture holds.
    """
    if kind not in MAKERS:
        raise NotUnderstood("roadmap-error-kind", value=kind, known=", ".join(MAKERS))
    return MAKERS[kind](paper)


def picture_size(paper: RoadmapPaper) -> dict[str, str]:
    """How many rows there are, and how many one picture holds, for the sentence that refuses."""
    return {"rows": str(len(paper.plan.rows)), "most": str(MOST_IN_PICTURE)}


def roadmap_name(kind: str, stamp: Stamp) -> str:
    """演示数据_补短板_路线图_2019-06_r26.pptx"""
    return sheets.file_name(stamp, words(stamp.language)("page-roadmap"), kind)


def _pdf(paper: RoadmapPaper) -> bytes:
    language = paper.stamp.language
    boards = [
        _drawing(paper),
        roadmap.due_table(paper.due, paper.tables, language, _nowhere, is_whole=True),
    ]
    return sheets.pdf(
        sheets.document(paper.finding, "", boards, paper.chosen),
        title=paper.finding,
        stamp=paper.stamp,
        size=sheets.LANDSCAPE,
    )


def _png(paper: RoadmapPaper) -> bytes:
    import pypdfium2
    from PIL import ImageOps

    if len(paper.plan.rows) > MOST_IN_PICTURE:
        raise NotUnderstood("roadmap-error-picture", **picture_size(paper))
    height = _ROW * len(paper.plan.rows) + _AROUND
    foot = Markup('<p class="doc-line">{}</p>').format(stamp_line(paper.stamp))
    sheet = sheets.pdf(
        sheets.document(paper.finding, "", [_drawing(paper)], paper.chosen) + foot,
        title=paper.finding,
        stamp=paper.stamp,
        size=f"{_WIDTH}px {height}px",
        # the picture says itself what margins say
        style="@page{margin:24px;@top-left{content:none}@top-right{content:none}"
        "@bottom-left{content:none}@bottom-right{content:none}}.hy,.hy small{font-size:14px}",
    )
    with pypdfium2.PdfDocument(sheet) as pages:
        # 96 px are 72 points
        drawn = pages[0].render(scale=_SCALE * 96 / 72).to_pil()
    box = ImageOps.invert(drawn.convert("L")).getbbox()
    bottom = min(drawn.height, (box[3] if box else drawn.height) + 24 * _SCALE)
    whole = BytesIO()
    drawn.crop((0, 0, drawn.width, bottom)).save(whole, "PNG", optimize=True)
    return whole.getvalue()


def _pptx(paper: RoadmapPaper) -> bytes:
    return roadmap_slides.pptx(paper.finding, paper.plan, paper.chosen, paper.stamp)


MAKERS: Mapping[str, Callable[[RoadmapPaper], bytes]] = {"pdf": _pdf, "png": _png, "pptx": _pptx}
#: Kinds that need the engine of PDFs.
ON_SHEETS = ("pdf", "png")


def _drawing(paper: RoadmapPaper) -> Markup:
    return roadmap.gantt(paper.plan, paper.faulty, paper.stamp.language, _nowhere)


def _nowhere(_page: str, **_own: object) -> str:
    """Paper leads nowhere."""
    return ""
