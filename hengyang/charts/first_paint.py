"""The answer as one piece of HTML that needs no app: what stands on the screen while the app itself is loading."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from hengyang.charts import css

_NOTHING = Markup("")


def sheet(
    *,
    brand: str,
    menu: Sequence[tuple[str, str]],
    facts: Sequence[str],
    demo: str | None,
    finding: str,
    line: str,
    parts: tuple[Markup, Markup, Markup],
    language_tag: str,
    script_tag: str,
) -> Markup:
    """Header, finding, and the cards, board and attention list (parts), in a root of their own that nothing else styles.

    menu: (address, name) of each page in the header; facts: as-of and release; script_tag: takes it away when the app is there.
    """
    links = _NOTHING.join(
        Markup('<a href="{}"{}>{}</a>').format(
            address, _NOTHING if at else Markup(' aria-current="page"'), name
        )
        for at, (address, name) in enumerate(menu)
    )
    chip = Markup('<span class="demo">{}</span>').format(demo) if demo else _NOTHING
    told = _NOTHING.join(Markup("<span>{}</span>").format(fact) for fact in facts)
    cards, board, attention = parts
    return Markup(
        '<div id="hy-first" data-style="{address}"><template shadowrootmode="open"><style>{style}</style>'
        '<div class="hy first" lang="{lang}"><header><b class="brand">{brand}</b><nav>{links}</nav>'
        '<p class="facts">{chip}{told}</p></header><div class="head"><h1>{finding}</h1><p>{line}</p></div>{cards}'
        '<div class="two">{board}<aside class="panel">{attention}</aside></div></div></template></div>'
        "{script}"
    ).format(
        address=css.address(),
        # ours, and a stylesheet or script would take escapes for what they are not
        style=Markup(css.first_stylesheet()),
        script=Markup(script_tag),
        lang=language_tag,
        brand=brand,
        links=links,
        chip=chip,
        told=told,
        finding=finding,
        line=line,
        cards=cards,
        board=board,
        attention=attention,
    )
