"""The one door to every file that people keep: which kinds there are, and who makes each.

A maker is a pure function of `Content`: frames in, bytes out, without clock, disk or store. Its library is loaded
when the first file of that kind is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from hengyang.errors import NotUnderstood
from hengyang.exports.content import Content, Progress
from hengyang.exports.pictures import PICTURE_KINDS

Maker = Callable[[Content, Progress], bytes]

#: Kind → module:function.
MAKERS: Mapping[str, str] = {
    "pptx": "hengyang.exports.slides:pptx_bytes",
    "docx": "hengyang.exports.bulletin:docx_bytes",
    "xlsx": "hengyang.exports.workbook:xlsx_bytes",
    "pdf": "hengyang.exports.pdf:deck_pdf",
}
#: What a PDF can be of → module:function; the first where nobody says.
PAPERS: Mapping[str, str] = {
    "deck": MAKERS["pdf"],
    "bulletin": "hengyang.exports.pdf:bulletin_pdf",
    "register": "hengyang.exports.pdf:register_pdf",
}
DECK = next(iter(PAPERS))
KINDS = tuple(MAKERS)
MIME: Mapping[str, str] = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "zip": "application/zip",
}


def made(
    kind: str,
    content: Content,
    progress: Progress = lambda _share: None,
    *,
    paper: str | None = None,
) -> bytes:
    """A whole file; `paper` says what a PDF is of. Raises: NotUnderstood for a kind or paper that nobody makes."""
    module, function = maker_of(kind, paper).split(":")
    maker: Maker = getattr(import_module(module), function)
    progress(0.0)
    whole = maker(content, progress)
    progress(1.0)
    return whole


def maker_of(kind: str, paper: str | None = None) -> str:
    """Who makes a kind of file, as module:function.

    Raises: NotUnderstood for a kind or paper that nobody makes, and for a paper of anything but a PDF.
    """
    if kind not in MAKERS:
        raise NotUnderstood(
            "export-error-kind", value=kind, known=", ".join((*KINDS, *PICTURE_KINDS))
        )
    if paper is None:
        return MAKERS[kind]
    if kind != "pdf":
        raise NotUnderstood("export-error-paper-kind", kind=kind)
    if paper not in PAPERS:
        raise NotUnderstood("export-error-paper", value=paper, known=", ".join(PAPERS))
    return PAPERS[paper]
