"""The frame around every page: menu, 演示数据 mark, as-of period, release, language, filters, search, footer."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import streamlit as st

from hengyang import labels, progress, store
from hengyang.errors import PlanError
from hengyang.labels import Words
from hengyang.remembered import remembered
from hengyang.schema import LANGUAGES, Language, Light, Tables
from hengyang.ui import (
    finder,
    links,
    loading,
    newer,
    paper,
    plans,
    probes,
    selection,
    signing,
    view,
)
from hengyang.ui.plain import plain, sentence
from hengyang.ui.selection import Selection
from hengyang.ui.view import View

log = logging.getLogger("hengyang")
_NAMES_OF_CHOICES = {
    "workspace": "export-nature",
    "plan": "lake-plan",
    "lang": "frame-language",
    "as_of": "frame-as-of",
    "release": "frame-release",
    **{name: f"frame-filter-{name}" for name in selection.FILTERS},
}
#: Where the reader of one department's page goes on with that department.
_OF_ONE_OFFICE = ("upload", "reporting")
_STYLE = "\n".join(
    (Path(__file__).parent / sheet).read_text(encoding="utf-8")
    for sheet in ("frame.css", "print.css")
)


def show() -> None:
    """Draw the frame and run the page that the reader is on."""
    chosen = selection.current()
    say = labels.words(chosen.lang)
    page = st.navigation(_pages(say), position="hidden")
    here = page.url_path or next(iter(links.PAGES))  # the opening page lives at the root
    with probes.RERUN_SECONDS.labels(here).time():
        shown = _run(page, chosen, say, here)
    # What is on the stage stays as it is until the presenter moves on.
    if "slide" not in st.query_params:
        if shown is not None:
            newer.note(shown)
        newer.watch(chosen, None if shown is None else shown.tables.release)


def _run(page: st.Page, chosen: Selection, say: Words, here: str) -> View | None:
    """Draw it all; what is shown, None where the address asks for what is not there."""
    st.set_page_config(page_title=f"{page.title} · {say('frame-brand')}", layout="wide")
    st.html(f"<style>{_STYLE}</style>")
    try:
        shown = view.current()
    except PlanError as error:
        _header(chosen, say, None, here)
        _apologise(error, say)
        return None
    _header(chosen, say, shown, here)
    st.html(f"<style>{paper.style(shown, here)}</style>")
    paper.begin()
    if shown.selection.is_filtered:
        paper.note_choice(_active_filters(shown, say))
    try:
        page.run()
    except PlanError as error:
        _apologise(error, say)
    except Exception as error:
        reference = secrets.token_hex(4)
        probes.ERRORS.inc()
        log.exception("page %s failed, reference %s", page.url_path, reference, exc_info=error)
        st.error(say("frame-bug", reference=reference))
    _footer(shown, here)
    return shown


def _pages(say: Words) -> list[st.Page]:
    return [
        st.Page(file, title=say(f"page-{name}"), url_path=name, default=position == 0)
        for position, (name, file) in enumerate(links.PAGES.items())
    ]


def _header(chosen: Selection, say: Words, shown: View | None, here: str) -> None:
    with st.container(key="frame", horizontal=True, vertical_alignment="center", gap="small"):
        if not plans.choose(chosen, say):
            st.html(f'<span class="hy-brand">{say("frame-brand")}</span>', width="content")
        with st.container(key="frame_menu", horizontal=True, gap=None, width="stretch"):
            for name in links.IN_THE_HEADER:
                _page_link(name, chosen, say)
            others = [name for name in links.PAGES if name not in links.IN_THE_HEADER]
            if store.lake_url() is None and here != "compare":
                others.remove("compare")
            with st.popover(_more_label(here, others, say), key=f"frame_more_{here}"):
                for name in others:
                    _page_link(name, chosen, say)
        with st.container(key="frame_tools", horizontal=True, gap="xsmall", width="content"):
            _workspace(chosen, say)
            if shown is not None:
                _period(shown, say)
                _release(shown, say)
                _filters(shown, say)
                with st.popover(say("frame-search"), key=f"frame_search_{here}"):
                    finder.show(shown)
            _language(chosen, say)
            signing.control(say)
    signing.notice(say)
    if shown is not None and shown.selection.is_filtered:
        st.caption(_active_filters(shown, say))
    if shown is not None and shown.ignored:
        names = [say(_NAMES_OF_CHOICES[name]) for name in shown.ignored]
        st.info(say("frame-link-ignored", names=say("mark-separator").join(names)))


def _page_link(name: str, chosen: Selection, say: Words) -> None:
    office = st.query_params.get("office") if name in _OF_ONE_OFFICE else None
    st.page_link(
        links.PAGES[name],
        label=say(f"page-{name}"),
        # without any parameter Streamlit would leave those of the page the reader is on
        query_params={"lang": chosen.lang, **links.parameters(chosen, office=office)},
    )


def _more_label(here: str, others: Sequence[str], say: Words) -> str:
    """The page that the reader is on when it is one of these, so that it is never out of view."""
    if here in others:
        return say("frame-more-here", page=say(f"page-{here}"))
    return say("frame-more")


def _workspace(chosen: Selection, say: Words) -> None:
    if chosen.workspace == "demo":
        st.html(f'<span class="hy-demo" role="note">{say("frame-demo")}</span>', width="content")
    other = "official" if chosen.workspace == "demo" else "demo"
    st.button(
        say(f"frame-to-{other}"),
        key="frame_workspace",
        help=say(f"frame-to-{other}-help"),
        on_click=selection.change,
        # Another workspace has other plans, releases and periods.
        kwargs={"workspace": other, "plan": "", "release": None, "as_of": None},
    )


def _period(shown: View, say: Words) -> None:
    periods = progress.reporting_periods(shown.tables)
    options = tuple(sorted({*periods, shown.as_of}, reverse=True))
    named = _month_labels(options, shown.language)
    st.session_state["frame_as_of"] = shown.as_of
    st.selectbox(
        say("frame-as-of"),
        options,
        key="frame_as_of",
        placeholder=say("frame-as-of"),
        format_func=named.__getitem__,
        label_visibility="collapsed",
        width=142 if shown.language == "zh" else 146,
        on_change=lambda: selection.change(as_of=st.session_state["frame_as_of"]),
    )


@remembered(16)
def _month_labels(days: tuple[date, ...], language: Language) -> dict[date, str]:
    """Streamlit keeps the labels of a box for every reader: remembered, they are the same objects for all."""
    say = labels.words(language)
    return {day: say("frame-as-of-month", month=labels.month(day, language)) for day in days}


def _release(shown: View, say: Words) -> None:
    numbers = loading.release_numbers(shown.selection.workspace, shown.tables.of_plan)
    newest = numbers[0]
    named = _release_labels(tuple(numbers), shown.language)
    st.session_state["frame_release"] = shown.tables.release
    st.selectbox(
        say("frame-release"),
        numbers,
        key="frame_release",
        placeholder=say("frame-release"),
        format_func=named.__getitem__,
        label_visibility="collapsed",
        width=96 if shown.language == "zh" else 116,
        on_change=lambda: selection.change(
            # The newest is kept open, so that a link shows what is newest when it is opened.
            release=None
            if st.session_state["frame_release"] == newest
            else st.session_state["frame_release"]
        ),
    )


@remembered(16)
def _release_labels(numbers: tuple[int, ...], language: Language) -> dict[int, str]:
    """As `_month_labels`, of releases."""
    say = labels.words(language)
    return {number: say("frame-release-number", number=str(number)) for number in numbers}


def _filters(shown: View, say: Words) -> None:
    choices = _choices(shown.tables, shown.language)
    with st.popover(say("frame-filters"), key="frame_filters"):
        for name, options in choices.items():
            _multiselect(name, options, getattr(shown.selection, name), say)
        # Drawn only where it does something: a button is a widget, of which every reader keeps a piece.
        if shown.selection.is_filtered:
            st.button(
                say("frame-filters-clear"),
                key="frame_filters_clear",
                on_click=selection.change,
                kwargs=dict.fromkeys(choices, ()),
            )


@remembered(16)
def _choices(tables: Tables, language: Language) -> dict[str, dict[str, str]]:
    """Filter → its values and what each is called."""

    def named(table: str, key: str) -> dict[str, str]:
        return dict(zip(tables[table][key], tables[table][f"name_{language}"], strict=True))

    return {
        "theme": named("themes", "theme"),
        "department": named("departments", "department"),
        "light": {light.value: labels.words(language)(f"light-{light}") for light in Light},
        "division": named("divisions", "division"),
    }


def _multiselect(name: str, options: dict[str, str], chosen: Iterable[str], say: Words) -> None:
    key = f"frame_{name}"
    st.session_state[key] = [value for value in chosen if value in options]
    st.multiselect(
        say(f"frame-filter-{name}"),
        list(options),
        key=key,
        format_func=lambda value: options[value],
        placeholder=say("frame-filter-all"),
        on_change=lambda: selection.change(**{name: tuple(st.session_state[key])}),
    )


def _active_filters(shown: View, say: Words) -> str:
    """What the page is narrowed to, in one line."""
    choices = _choices(shown.tables, shown.language)
    parts = [
        plain(options.get(value, value))
        for name, options in choices.items()
        for value in getattr(shown.selection, name)
    ]
    return say("frame-filters-active", filters=" · ".join(parts))


def _language(chosen: Selection, say: Words) -> None:
    other = next(language for language in LANGUAGES if language != chosen.lang)
    st.button(
        say("frame-other-language"),
        key="frame_language",
        help=say("frame-other-language-help"),
        on_click=selection.change,
        kwargs={"lang": other},
    )


def _footer(shown: View, here: str) -> None:
    say = shown.say
    plan = shown.tables.plan.iloc[0]
    parts = [
        f"{plan[f'name_{shown.language}']} ({plan[f'status_{shown.language}']})",
        say("frame-as-of-day", day=labels.day(shown.as_of, shown.language)),
        say("frame-release-number", number=str(shown.tables.release)),
        say("frame-method", version=str(progress.METHOD_VERSION)),
    ]
    if shown.is_demo:
        parts.insert(0, say("frame-demo-long"))
    with st.container(key="frame_footer", horizontal=True, vertical_alignment="center"):
        st.caption(" · ".join(parts), width="stretch")
        paper.download(shown, here)


def _apologise(error: PlanError, say: Words) -> None:
    log.info("told the reader: %s", error)
    st.error(sentence(error, say))
    # A link to the page that is open would leave the address, and so the fault, as it is.
    st.button(
        say("frame-back-to-newest"),
        key="frame_newest",
        on_click=selection.change,
        kwargs={"release": None, "as_of": None, "plan": ""},
    )
