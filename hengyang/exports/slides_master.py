"""An empty presentation in the app's colours, 16:9, with a master and layouts built here: no template file to keep.

python-pptx's own empty presentation gives the parts that never change; theme, master and layouts are written anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from hengyang.charts import palette
from hengyang.labels import Language, words

if TYPE_CHECKING:
    from pptx.presentation import Presentation

#: Fonts that PowerPoint and WPS have wherever Chinese is read; LibreOffice and others put their own in their place.
LATIN_FONT, EAST_ASIAN_FONT = "Arial", "Microsoft YaHei"
WIDTH, HEIGHT = 12_192_000, 6_858_000  # EMU: 13.333 × 7.5 inches
INCH, POINT = 914_400, 12_700

_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


@dataclass(frozen=True)
class Box:
    """Where something stands on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def inches(cls, left: float, top: float, width: float, height: float) -> Box:
        return cls(*(round(side * INCH) for side in (left, top, width, height)))


MARGIN = 0.55
TITLE = Box.inches(MARGIN, 0.38, 10.75, 1.0)
SENTENCE = Box.inches(MARGIN, 1.4, 12.23, 0.62)
CONTENT = Box.inches(MARGIN, 2.1, 12.23, 4.38)
SOURCE = Box.inches(MARGIN, 6.58, 12.23, 0.24)
FOOTER = Box.inches(MARGIN, 6.93, 11.2, 0.34)
NUMBER = Box.inches(11.83, 6.93, 0.95, 0.34)
BADGE = Box.inches(11.6, 0.42, 1.18, 0.36)
COVER_TITLE = Box.inches(0.95, 1.75, 11.4, 1.65)
COVER_SENTENCE = Box.inches(0.95, 3.55, 11.4, 1.2)
COVER_FACTS = Box.inches(0.95, 5.0, 11.4, 1.5)

#: Placeholder indices: the same in every layout, so that a slide can change its layout.
TITLE_AT, SENTENCE_AT, CONTENT_AT, FACTS_AT, FOOTER_AT, NUMBER_AT = 0, 13, 14, 15, 11, 12

_TITLE_STYLE = ("title", 2800, "tx2", True)
_COVER_STYLE = ("cover", 4000, "tx2", True)
_SENTENCE_STYLE = ("sentence", 1800, "tx1", False)
_BODY_STYLE = ("body", 1800, "tx1", False)
_SMALL_STYLE = ("small", 1100, "accent5", False)


def empty_presentation(language: Language) -> Presentation:
    """A presentation without slides whose layouts are, in order: cover, text, chart, table.

    Their names are in the language, as whoever goes on editing reads them.
    """
    import pptx
    from pptx.oxml import parse_xml
    from pptx.util import Emu

    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Emu(WIDTH), Emu(HEIGHT)
    master = deck.slide_master
    layouts = list(deck.slide_layouts)
    for layout in layouts[4:]:
        deck.slide_layouts.remove(layout)
    say = words(language)
    for layout, (name, kind, shapes) in zip(layouts, _layouts(), strict=False):
        title = say(f"slides-layout-{name}")
        _replace(layout.element, parse_xml(_layout_xml(title, kind, shapes, language)))
    _replace_tree(master.element, parse_xml(_master_xml(language)))
    theme = next(part for part in deck.part.package.iter_parts() if "/theme/" in part.partname)
    theme._blob = _theme_xml(say("slides-theme")).encode()
    _drop_leftovers(deck)
    return deck


def colour(name: str) -> str:
    """A colour of the app's light mode as six hexadecimal digits."""
    return palette.colours("light")[name].lstrip("#").upper()


def _layouts() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Name, OOXML type and placeholders of each layout."""
    sentence = _placeholder("body", SENTENCE_AT, SENTENCE, _SENTENCE_STYLE, "t")
    title = _placeholder("title", None, TITLE, _TITLE_STYLE, "b")
    return (
        (
            "cover",
            "title",
            (
                _bar(Box.inches(0.55, 1.75, 0.09, 4.75), "tx2"),
                _placeholder("ctrTitle", None, COVER_TITLE, _COVER_STYLE, "b"),
                _placeholder("subTitle", SENTENCE_AT, COVER_SENTENCE, _SENTENCE_STYLE, "t"),
                _placeholder("body", FACTS_AT, COVER_FACTS, ("facts", 1400, "accent5", False), "t"),
            ),
        ),
        (
            "text",
            "obj",
            (title, sentence, _placeholder("body", CONTENT_AT, CONTENT, _BODY_STYLE, "t")),
        ),
        (
            "chart",
            "chart",
            (title, sentence, _placeholder("chart", CONTENT_AT, CONTENT, _BODY_STYLE, "t")),
        ),
        (
            "table",
            "tbl",
            (title, sentence, _placeholder("tbl", CONTENT_AT, CONTENT, _BODY_STYLE, "t")),
        ),
    )


Style = tuple[str, int, str, bool]


def _placeholder(kind: str, index: int | None, box: Box, style: Style, anchor: str) -> str:
    name, size, ink, is_bold = style
    at = "" if index is None else f' idx="{index}"'
    paragraph = f'<a:lvl1pPr marL="0" indent="0"><a:buNone/>{_run(size, ink, is_bold)}</a:lvl1pPr>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{at}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>{paragraph}</a:lstStyle>"
        "<a:p>{prompt}</a:p></p:txBody></p:sp>"
    )


def _run(size: int, ink: str, is_bold: bool) -> str:
    return (
        f'<a:defRPr sz="{size}" b="{int(is_bold)}"><a:solidFill><a:schemeClr val="{ink}"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr>'
    )


def _frame(box: Box) -> str:
    return (
        f'<a:xfrm><a:off x="{box.left}" y="{box.top}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
    )


def _bar(box: Box, ink: str) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="0" name="bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{ink}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _footers(number: str = "‹#›") -> tuple[str, str]:
    """The placeholders of footer and slide number; also what each slide gets."""
    footer = _placeholder("ftr", FOOTER_AT, FOOTER, _SMALL_STYLE, "ctr")
    page = _placeholder("sldNum", NUMBER_AT, NUMBER, _SMALL_STYLE, "ctr")
    field = (
        '<a:pPr algn="r"/><a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
        f"<a:rPr/><a:t>{number}</a:t></a:fld>"
    )
    return footer.replace("{prompt}", ""), page.replace("{prompt}", field)


def _tree(shapes: tuple[str, ...], language: Language) -> str:
    """A shape tree; each shape gets an id, each empty placeholder its prompt."""
    say = words(language)
    run = "<a:r><a:rPr lang={lang}/><a:t>{text}</a:t></a:r>".format(
        lang='"zh-CN"' if language == "zh" else '"en-GB"', text=say("slides-prompt")
    )
    numbered = [
        shape.replace('id="0"', f'id="{number}"', 1).replace("{prompt}", run)
        for number, shape in enumerate(shapes, start=2)
    ]
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{"".join(numbered)}</p:spTree>'
    )


def _layout_xml(title: str, kind: str, shapes: tuple[str, ...], language: Language) -> str:
    return (
        f'<p:sldLayout {_NAMESPACES} type="{kind}" preserve="1"><p:cSld name="{title}">'
        f"{_tree((*shapes, *_footers()), language)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _master_xml(language: Language) -> str:
    hairline = _bar(Box.inches(MARGIN, 6.86, 12.23, 0.012), "bg2")
    body = _placeholder("body", 1, CONTENT, _BODY_STYLE, "t")
    shapes = (
        hairline,
        _placeholder("title", None, TITLE, _TITLE_STYLE, "b"),
        body,
        *_footers(),
    )
    levels = "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 228600}" indent="0" algn="l" eaLnBrk="1" hangingPunct="1">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="400"/></a:spcBef><a:buNone/>'
        f"{_run(1800 - 100 * (level - 1), 'tx1', False)}</a:lvl{level}pPr>"
        for level in range(1, 6)
    )
    return (
        f'<p:sldMaster {_NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        f"<a:effectLst/></p:bgPr></p:bg>{_tree(shapes, language)}</p:cSld>"
        '<p:txStyles><p:titleStyle><a:lvl1pPr algn="l" eaLnBrk="1" hangingPunct="1">'
        '<a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
        f"{_run(2800, 'tx2', True)}</a:lvl1pPr></p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{levels}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _theme_xml(name: str) -> str:
    colours = {
        "dk1": "ink",
        "lt1": "panel",
        "dk2": "focus",
        "lt2": "line",
        "accent1": "light-met",
        "accent2": "light-on_track",
        "accent3": "light-behind",
        "accent4": "light-far_behind",
        "accent5": "ink-soft",
        "accent6": "theme-coordination",
        "hlink": "focus",
        "folHlink": "ink-soft",
    }
    scheme = "".join(
        f'<a:{slot}><a:srgbClr val="{colour(found)}"/></a:{slot}>'
        for slot, found in colours.items()
    )
    fonts = "".join(
        f'<a:{part}Font><a:latin typeface="{LATIN_FONT}"/><a:ea typeface="{EAST_ASIAN_FONT}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{EAST_ASIAN_FONT}"/></a:{part}Font>'
        for part in ("major", "minor")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}">'
        f'<a:themeElements><a:clrScheme name="{name}">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{fonts}</a:fontScheme><a:fmtScheme name="{name}">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _replace(old: Any, new: Any) -> None:
    """Gives an element the attributes and children of another; the part keeps the element itself."""
    for child in list(old):
        old.remove(child)
    old.attrib.clear()
    old.attrib.update(new.attrib)
    old.extend(list(new))


def _replace_tree(master: Any, new: Any) -> None:
    """Drawing and text styles of the master anew; its colour map and list of layouts stay."""
    for tag in ("cSld", "txStyles"):
        name = f"{{http://schemas.openxmlformats.org/presentationml/2006/main}}{tag}"
        master.replace(master.find(name), new.find(name))


def _drop_leftovers(deck: Presentation) -> None:
    """Somebody's printer settings and thumbnail, which the empty presentation brings along."""
    package = deck.part.package
    for source in (package, deck.part):
        for rid, relation in list(source._rels.items()):
            if relation.reltype.endswith(("/printerSettings", "/thumbnail")):
                source._rels.pop(rid)


def saved(deck: Presentation) -> bytes:
    """The file's bytes."""
    buffer = BytesIO()
    deck.save(buffer)
    return buffer.getvalue()
