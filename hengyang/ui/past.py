"""The history page's own choices and reading: which section, which two releases, which cell, which day."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from hengyang import exports, history, labels, progress, review
from hengyang.charts.past import log_in_words
from hengyang.history import Cell, Difference
from hengyang.progress.needs import names
from hengyang.schema import WHOLE_CITY
from hengyang.store import Store
from hengyang.ui import filters, loading, people
from hengyang.ui.view import View

SECTIONS = ("releases", "difference", "known", "cell", "restore")
#: A link that names only what it wants to show means the section that shows it.
_SECTION_OF = {"cell": "cell", "known_on": "known", "from": "difference", "to": "difference"}


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs={Store: repr})
def _ever_released(opened: Store, newest: int) -> dict[str, pd.DataFrame]:
    return opened.released_rows()


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs={Store: repr})
def _brought(opened: Store, newest: int) -> pd.DataFrame:
    return history.brought(_ever_released(opened, newest))


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs={Store: repr})
def _life(opened: Store, newest: int, name: str) -> pd.DataFrame:
    found = history.cell_of(name)
    assert found is not None  # the page asks for real cells only
    return history.life(opened.cell_history(found.table, found.key), opened.releases(), found.table)


def _where(view: View) -> tuple[Store, int]:
    """The arguments that everything kept is kept by: nothing of a release changes once it is published."""
    opened = loading.opened(view.tables.workspace, view.tables.of_plan)
    return opened, int(releases(view)["release"].max())


def releases(view: View) -> pd.DataFrame:
    """All releases of the workspace, whichever the reader looks at."""
    return loading.releases(view.tables.workspace, view.tables.of_plan)


def brought(view: View) -> pd.DataFrame:
    """What each release did (history.brought)."""
    return _brought(*_where(view))


def life(view: View, cell: Cell | None) -> pd.DataFrame:
    """The life of a cell; without rows when there is no cell."""
    if cell is None:
        return pd.DataFrame()
    return _life(*_where(view), cell.name)


def between(view: View, before: int, after: int, as_of: date) -> Difference:
    """Two releases compared, both judged on one day, narrowed by the reader's filters."""
    workspace, plan = view.tables.workspace, view.tables.of_plan
    # without filters this is the kept assessment itself, so that what is made from it is found again
    was, now = (filters.narrowed(view, view.at(as_of, number)) for number in (before, after))
    found = history.difference(
        loading.tables(workspace, before, plan), loading.tables(workspace, after, plan), was, now
    )
    if not view.selection.is_filtered:
        return found
    subjects = {*now.indicators["indicator"], *now.milestones["milestone"]}
    return history.only(found, subjects, view.selection.division)


def newest_difference(view: View) -> Difference | None:
    """What the newest release changed, on the last day that it knows; None when it is the only one."""
    workspace, plan = view.tables.workspace, view.tables.of_plan
    newest, *older = loading.release_numbers(workspace, plan)
    if not older:
        return None
    as_of = progress.default_as_of(loading.tables(workspace, newest, plan))
    return between(view, older[0], newest, as_of)


def section_meant() -> str | None:
    """The section of a link that names only what it wants to show."""
    return next((section for name, section in _SECTION_OF.items() if name in st.query_params), None)


def choose_pair(view: View) -> tuple[int, int]:
    """The two releases to compare: from the URL, else the one that the reader looks at and the one before."""
    frame = releases(view)
    numbers = loading.release_numbers(view.tables.workspace, view.tables.of_plan)
    known = [str(number) for number in numbers]
    after = int(view.param("to", known) or view.tables.release)
    before = int(view.param("from", known) or max(after - 1, numbers[-1]))
    days = dict(zip(frame["release"].astype(int), frame["published_at"], strict=True))
    with st.container(horizontal=True, key="history_pair"):
        for name, chosen in (("from", before), ("to", after)):
            key = f"history_{name}"
            st.session_state[key] = chosen
            st.selectbox(
                view.say(f"history-{name}"),
                numbers,
                key=key,
                width=300,
                format_func=lambda number: view.say(
                    "history-release-option",
                    number=str(number),
                    day=labels.day(days[number], view.language),
                ),
                on_change=_write_pair,
            )
    return before, after


def _write_pair() -> None:
    st.query_params["from"] = str(st.session_state["history_from"])
    st.query_params["to"] = str(st.session_state["history_to"])


def choose_day(view: View) -> date:
    """The day whose knowledge is asked for: from the URL (known_on=2018-12-31), else that of the newest release."""
    published = releases(view)["published_at"]
    first, last = (labels.in_beijing(one).date() for one in (published.min(), published.max()))
    asked = _day(st.query_params.get("known_on", ""))
    chosen = asked or last
    st.session_state["history_known_on"] = chosen
    st.date_input(
        view.say("history-known-day"),
        key="history_known_on",
        min_value=min(first, chosen),
        max_value=max(last, chosen),
        format="YYYY-MM-DD",
        width=200,
        on_change=_write_day,
    )
    return chosen


def _write_day() -> None:
    if st.session_state["history_known_on"] is not None:
        st.query_params["known_on"] = st.session_state["history_known_on"].isoformat()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def known_then(view: View, day: date) -> tuple[int | None, date, Difference | None]:
    """The release that was known on a day, the day that figures are compared for, and what differs from now.

    That day is the reader's as-of when they chose one, else the last that the older release knew anything about.
    """
    frame = releases(view)
    release = history.known_on(frame, day)
    if release is None:
        return None, view.as_of, None
    workspace, plan = view.tables.workspace, view.tables.of_plan
    knew = progress.default_as_of(loading.tables(workspace, release, plan))
    as_of = view.selection.as_of or min(view.as_of, knew)
    found = between(view, release, int(frame["release"].max()), as_of)
    return release, as_of, history.until(found, as_of)


def choose_cell(view: View) -> Cell | None:
    """The cell that the URL names, else the newest city-wide value there is; three boxes lead to any observation or stage."""
    asked = history.cell_of(st.query_params.get("cell", ""))
    rows = _ever_released(*_where(view))
    cells = {table: _options(rows[table], table) for table in ("observations", "milestone_reports")}
    chosen = asked or _newest(cells["observations"]) or _newest(cells["milestone_reports"])
    if chosen is None or chosen.table not in cells:
        return chosen
    of_subject: dict[str, list[Cell]] = {}
    for found in (*cells["observations"], *cells["milestone_reports"]):
        of_subject.setdefault(found.subject, []).append(found)
    mine = of_subject.setdefault(chosen.subject, [chosen])
    if chosen not in mine:
        mine.append(chosen)
    name_of = names(view.tables, view.language)
    with st.container(horizontal=True, key="history_cell"):
        _box(
            view,
            "subject",
            chosen,
            {
                subject: _newest(found) or found[-1]
                for subject, found in sorted(of_subject.items(), key=lambda item: _natural(item[0]))
            },
            lambda subject: view.say(
                "history-cell-option", id=subject, name=name_of.get(subject, "")
            ),
            chosen.subject,
        )
        division = chosen.text("division")
        places = view.tables.divisions.set_index("division")[f"name_{view.language}"]
        by_division = {found.text("division") or "": found for found in mine}
        if len(by_division) > 1 and division is not None:
            _box(
                view, "division", chosen, by_division, lambda code: places.get(code, code), division
            )
        by_date = {
            found.text("reference_date") or "": found
            for found in mine
            if found.text("division") == division
        }
        _box(
            view,
            "date",
            chosen,
            dict(sorted(by_date.items(), reverse=True)),
            lambda text: labels.month(date.fromisoformat(text), view.language),
            chosen.text("reference_date") or "",
        )
    return chosen


def _options(rows: pd.DataFrame, table: str) -> list[Cell]:
    """The cells of rows ever released, the oldest day first."""
    ordered = rows.sort_values("reference_date", kind="stable")
    return list(dict.fromkeys(history.cells_of(table, ordered)))


def _newest(cells: list[Cell]) -> Cell | None:
    whole = [found for found in cells if found.text("division") in (None, WHOLE_CITY)]
    return next(iter((whole or cells)[-1:]), None)


def _box(view, name, chosen, options, words, current) -> None:  # type: ignore[no-untyped-def]
    """A box over cells by one part of their key; choosing writes the whole cell to the URL."""
    key = f"history_cell_{name}"
    st.session_state[key] = current
    st.selectbox(
        view.say(f"history-cell-{name}"),
        list(options),
        key=key,
        width=420 if name == "subject" else 200,
        format_func=words,
        on_change=lambda: st.query_params.update(cell=options[st.session_state[key]].name),
    )


def _natural(subject: str) -> tuple[str, bool, int]:
    task, _, number = subject.partition("-")
    return task, number.startswith("M"), int(number.lstrip("M") or 0)


def audit_download(view: View) -> None:
    """The button that hands out the audit log: releases to everybody, other steps to whom they concern."""
    stamp = exports.Stamp.of(view.tables, view.as_of, is_demo=view.is_demo, language=view.language)
    # Whoever has taken on no identity of the demo yet looks on as its reviewer, who sees what was submitted.
    actor = people.reader(view) or next(reversed(people.identities(view)), None)

    def made() -> bytes:
        opened = loading.opened(view.tables.workspace, view.tables.of_plan)
        steps = review.event_log(review.audited(opened, actor and people.still(actor)))
        log = history.audit(releases(view), brought(view), steps)
        return exports.audit_csv(log_in_words(log, view.language), stamp)

    st.download_button(
        view.say("history-audit-download"),
        data=made,
        file_name=exports.audit_file_name(stamp),
        mime="text/csv",
        key="history_audit",
        on_click="ignore",
    )
