"""HTML made by charts/ laid out on sheets of paper, as a PDF: its text searchable, its fonts embedded.

WeasyPrint lays out, Pango and fontconfig of the system bring the letters; nothing is fetched from anywhere.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import logging
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from types import ModuleType

from markupsafe import Markup

from hengyang import labels
from hengyang.charts import css, palette
from hengyang.errors import PdfNotPossible
from hengyang.exports.register import Stamp
from hengyang.labels import words
from hengyang.progress import METHOD_VERSION

PORTRAIT, LANDSCAPE = "A4 portrait", "A4 landscape"

_STYLE = (Path(__file__).parent / "sheets.css").read_text(encoding="utf-8")
_MARGIN = (
    f"font:8pt {palette.FONTS};color:{palette.colours('light')['ink-soft']};white-space:nowrap"
)
_LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}
#: Laying out takes a processor and some hundred megabytes for seconds: one document at a time.
_one_at_a_time = Lock()


def pdf(
    body: Markup,
    *,
    title: str,
    stamp: Stamp,
    size: str = PORTRAIT,
    style: str = "",
) -> bytes:
    """A document as PDF; every sheet carries the stamp and its number. The same body gives the same bytes.

    body: HTML that charts/ and exports/ made; what it would fetch from anywhere is left out. style: rules after all others.

    Raises: PdfNotPossible when Pango or a Chinese font is missing on this machine.
    """
    weasyprint = _engine()
    language = stamp.language
    page = Markup(
        '<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        "<style>{style}</style></head><body>{body}</body></html>"
    ).format(
        lang=_LANGUAGE_TAGS[language],
        title=title,
        style=Markup("\n".join([css.printed_stylesheet(), _STYLE, page_rule(stamp, size), style])),
        body=_plain(body),
    )
    with _one_at_a_time:
        nothing = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
        whole: bytes = weasyprint.HTML(string=str(page), url_fetcher=nothing).write_pdf()
    return whole


def document(title: str, line: str, boards: Sequence[Markup], chosen: Sequence[str] = ()) -> Markup:
    """The body of a page of the app: its finding, the small line beside it, and its boards one under the other.

    chosen: what the reader narrowed the page to, a line each.
    """
    head = Markup('<h1 class="doc-title">{}</h1>').format(title)
    for said in (line, *chosen):
        if said:
            head += Markup('<p class="doc-line">{}</p>').format(said)
    return head + Markup("").join(Markup('<div class="hy">{}</div>').format(one) for one in boards)


def page_rule(stamp: Stamp, size: str) -> str:
    """The CSS rule of a sheet: its size, and in its margins the plan, the stamp and `page x of y`.

    Browsers that print a page of the app and the PDF use the same one.
    """
    say = words(stamp.language)
    above = [
        say("frame-as-of-day", day=labels.day(stamp.as_of, stamp.language)),
        say("frame-release-number", number=str(stamp.release)),
    ]
    below = [say("frame-method", version=str(METHOD_VERSION))]
    if stamp.edition:
        above.insert(0, stamp.edition)
    if stamp.is_demo:
        above.insert(0, say("frame-demo"))
        below.insert(0, say("frame-demo-long"))
    before, between, after = (
        css.string(say(f"print-number-{part}")) for part in ("before", "between", "after")
    )
    boxes = {
        "top-left": css.string(say("print-plan", plan=stamp.plan, status=stamp.status)),
        "top-right": css.string(" · ".join(above)),
        "bottom-left": css.string(" · ".join(below)),
        "bottom-right": f"{before} counter(page) {between} counter(pages) {after}",
    }
    written = "".join(f"@{place}{{content:{box};{_MARGIN}}}" for place, box in boxes.items())
    return f"@page{{size:{size};margin:16mm 12mm 14mm;{written}}}"


def said_below(parts: Sequence[str]) -> str:
    """A rule for documents that print a stamp of their own at the foot of every sheet, in place of the usual one."""
    return f"@page{{@bottom-left{{content:{css.string(' · '.join(parts))}}}}}"


def file_name(stamp: Stamp, what: str, kind: str = "pdf") -> str:
    """演示数据_补短板_总览_2019-05_r24.pdf: what it holds is in the name, so that a demo file stays one."""
    say = words(stamp.language)
    parts = [say("export-demo")] if stamp.is_demo else []
    parts += [say("print-file"), what, f"{stamp.as_of:%Y-%m}", f"r{stamp.release}"]
    return re.sub(r'[\s\\/:*?"<>|]+', "-", "_".join(parts)) + f".{kind}"


def columns(shares: Sequence[float]) -> Markup:
    """The columns of a table, each with its share of the whole width."""
    whole = sum(shares)
    cols = Markup("").join(
        Markup('<col style="width:{:.2f}%">').format(100 * share / whole) for share in shares
    )
    return Markup("<colgroup>{}</colgroup>").format(cols)


def _plain(body: Markup) -> Markup:
    """The body without what paper has no use for or the engine does not know: addresses inside the app, buttons,
    colours by name in drawings, haloes around their labels."""
    html = re.sub(r' href="(?!https?:)[^"]*"', "", str(body))
    html = re.sub(r"<(/?)button[^>]*>", r"<\1span>", html)
    html = re.sub(r' stroke="[^"]*" stroke-width="[^"]*" paint-order="stroke"[^>]*?(?=>)', "", html)
    return palette.resolved(Markup(html))


@cache
def missing() -> str | None:
    """What this machine lacks for making a PDF, as the key of the sentence that says so; None when it has it all."""
    if not all(ctypes.util.find_library(name) for name in ("pango-1.0", "pangoft2-1.0")):
        return "error-pdf-no-pango"
    return None if _has_chinese_font() else "error-pdf-no-font"


def _engine() -> ModuleType:
    lacking = missing()
    if lacking:
        raise PdfNotPossible(key=lacking)
    try:
        import weasyprint
    except OSError as error:  # it looks for further libraries of the system
        raise PdfNotPossible(key="error-pdf-no-pango") from error
    # it tells at length which rules for screens it leaves out
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    module: ModuleType = weasyprint
    return module


class _FontSet(ctypes.Structure):
    _fields_ = (("found", ctypes.c_int), ("room", ctypes.c_int), ("fonts", ctypes.c_void_p))


def _has_chinese_font() -> bool:
    """Whether fontconfig knows a font that claims simplified Chinese; a PDF without one shows empty boxes."""
    name = ctypes.util.find_library("fontconfig")
    if name is None:
        return False
    fontconfig = ctypes.CDLL(name)
    fontconfig.FcNameParse.restype = fontconfig.FcObjectSetCreate.restype = ctypes.c_void_p
    fontconfig.FcNameParse.argtypes = [ctypes.c_char_p]
    fontconfig.FcFontList.restype = ctypes.POINTER(_FontSet)
    fontconfig.FcFontList.argtypes = [ctypes.c_void_p] * 3
    fonts = fontconfig.FcFontList(
        None, fontconfig.FcNameParse(b":lang=zh-cn"), fontconfig.FcObjectSetCreate()
    )
    return bool(fonts and fonts.contents.found)
