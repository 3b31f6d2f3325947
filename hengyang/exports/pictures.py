"""The charts of a deck as pictures: SVG as charts/ draws it, PNG of the same drawing laid out with the PDF's letters."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from hengyang.charts import slides_picture
from hengyang.errors import NotUnderstood
from hengyang.exports import sheets
from hengyang.exports.content import Content, Progress, file_name

PICTURE_KINDS = ("svg", "png")
#: Px of a PNG for one of the drawing: 2560 across, which is 300 to the inch on 22 cm.
_SCALE = 2


def numbers_with_chart(content: Content) -> tuple[int, ...]:
    """The numbers of the deck's slides that have a chart; the first slide is 1."""
    return tuple(slides_picture.charted(content.deck))


def picture(kind: str, content: Content, number: int) -> bytes:
    """The chart of one slide of the deck.

    Raises: NotUnderstood where that slide has no chart or is not there; PdfNotPossible for a PNG, when Pango or a
    Chinese font is missing here.
    """
    charted = slides_picture.charted(content.deck)
    if number not in charted:
        known = ", ".join(map(str, charted)) or "–"
        raise NotUnderstood("export-error-slide", value=str(number), known=known)
    drawn = slides_picture.picture(content.deck, charted[number], content.language)
    return _png(drawn, content) if kind == "png" else drawn.svg.encode()


def pictures(kind: str, content: Content, progress: Progress) -> dict[str, bytes]:
    """The charts of all slides that have one, by their files' names.

    Raises: NotUnderstood for a deck without charts; PdfNotPossible, as picture.
    """
    numbers, made = numbers_with_chart(content), {}
    if not numbers:
        raise NotUnderstood("export-error-no-chart")
    for at, number in enumerate(numbers, start=1):
        made[picture_name(kind, content, number)] = picture(kind, content, number)
        progress(at / len(numbers))
    return made


def zipped(files: dict[str, bytes]) -> bytes:
    """Files in one archive."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


def picture_name(kind: str, content: Content, number: int) -> str:
    """补短板_2019-05_图_E12_03.svg: the slide's number last."""
    stem, ending = file_name(kind, content).rsplit(".", 1)
    return f"{stem}_{number:02}.{ending}"


def _png(drawn: slides_picture.Picture, content: Content) -> bytes:
    import pypdfium2

    sheet = sheets.pdf(
        drawn.svg,
        title=content.deck.title,
        stamp=content.stamp,
        size=f"{slides_picture.WIDTH}px {drawn.height_px}px",
        # the picture is the whole sheet, and says itself what margins say
        style="@page{margin:0;@top-left{content:none}@top-right{content:none}"
        "@bottom-left{content:none}@bottom-right{content:none}}html,body{margin:0}svg{display:block}",
    )
    whole = BytesIO()
    with pypdfium2.PdfDocument(sheet) as paper:
        # 96 px are 72 points
        paper[0].render(scale=_SCALE * 96 / 72).to_pil().save(whole, "PNG", optimize=True)
    return whole.getvalue()
