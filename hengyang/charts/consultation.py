"""The consultation as HTML: the deadline, who was asked and replied, the proposals, old words beside new ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.past import chinese
from hengyang.charts.rows import rows_of
from hengyang.charts.sources import quoted
from hengyang.charts.tables import TableColumn, html_table
from hengyang.delivery import (
    Clock,
    Piece,
    Revision,
    clauses,
    replies_received,
    settled_words,
    word_difference,
)
from hengyang.labels import Language, words
from hengyang.schema import ClauseKind, ConsultedGroup, ProposalState, ReplyState, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
_NONE = Markup('<span class="co-none">–</span>')
#: The states in which something came in by the day; of these counts speak.
HEARD = (ReplyState.PROPOSALS, ReplyState.NO_OPINION, ReplyState.UNSTAMPED, ReplyState.LATE)
_RULE = ("reply_due", "stamp", "silence")


def counts(standing: pd.DataFrame) -> dict[ReplyState, int]:
    """How many of those asked by name stand how; a group without a list is nobody's silence and is left out."""
    listed = standing[~standing["is_unlisted"]]
    found = listed["state"].value_counts()
    return {state: int(found.get(state.value, 0)) for state in ReplyState}


def finding(standing: pd.DataFrame, at: Clock, language: Language) -> str:
    """Where the consultation stands on the day, and no more than the register says."""
    say = words(language)
    found = counts(standing)
    heard = sum(found[state] for state in HEARD)
    if at.on < at.asked_on:
        return say("consultation-title-before", day=labels.day(at.asked_on, language))
    if at.days_left is not None:
        key = "consultation-title-waiting" if at.days_left else "consultation-title-last-day"
        return say(key, days=at.days_left, heard=str(heard), waiting=str(found[ReplyState.WAITING]))
    nothing = heard + found[ReplyState.DEEMED_CONSENT] + found[ReplyState.WITHDRAWN] == 0
    if nothing:
        return say("consultation-title-nothing", days=at.days_passed or 0)
    return say(
        "consultation-title-over",
        days=at.days_passed or 0,
        heard=str(heard),
        deemed=str(found[ReplyState.DEEMED_CONSENT]),
        withdrawn=found[ReplyState.WITHDRAWN],
        unknown=str(found[ReplyState.NOT_RECORDED]),
    )


def proposals_finding(proposals: pd.DataFrame, language: Language) -> str:
    """How many proposals, and what became of them."""
    say = words(language)
    if proposals.empty:
        return say("consultation-title-no-proposals")
    of = proposals["state"].value_counts()
    return say(
        "consultation-title-proposals",
        total=len(proposals),
        **{state.value: str(int(of.get(state.value, 0))) for state in ProposalState},
    )


def text_finding(revised: Sequence[Revision], language: Language) -> str:
    """How many clauses the decisions have changed."""
    if not revised:
        return words(language)("consultation-title-no-text")
    applied = sum(len(one.applied) for one in revised)
    return words(language)("consultation-title-text", clauses=len(revised), proposals=applied)


def state_mark(state: str, language: Language) -> Markup:
    """A seal with one letter and the word beside it."""
    say = words(language)
    return Markup(
        '<span class="co-state"><i class="co-seal co-{}" aria-hidden="true">{}</i>{}</span>'
    ).format(state, say(f"consultation-seal-{state}"), say(f"reply-state-{state}"))


def clock_panel(
    standing: pd.DataFrame,
    at: Clock,
    tables: Tables,
    language: Language,
    link: Link,
) -> Markup:
    """The deadline, the days left or passed, the rule in the notice's words, replies day by day."""
    say = words(language)
    if at.days_left is not None:
        big, small = at.days_left, say("consultation-days-left")
    elif at.days_passed is not None:
        big, small = at.days_passed, say("consultation-days-passed")
    else:
        big, small = (at.asked_on - at.on).days, say("consultation-days-before")
    facts = tables.consultation.set_index("fact")
    received = replies_received(tables, standing, at.on)
    rules = _NOTHING.join(
        Markup("<li><small>{}</small>{}</li>").format(
            facts.loc[fact, f"name_{language}"],
            quoted(facts.loc[fact, "quote_zh"], tables, language),
        )
        for fact in _RULE
    )
    return Markup(
        '<section class="panel co-clock"><p class="co-big"><b>{}</b> {}</p>'
        "<p>{}</p>{}{}<ul>{}</ul><p class=meta>{}</p></section>"
    ).format(
        labels.number(big, language),
        small,
        say(
            "consultation-due",
            asked=labels.day(at.asked_on, language),
            due=labels.day(at.due_on, language),
        ),
        _days(received["replied_on"].dt.date.tolist(), at, language, link),
        _sum(received, at, language),
        rules,
        say("consultation-reading"),
    )


def _days(replied_on: Sequence[date], at: Clock, language: Language, link: Link) -> Markup:
    """One column a day from the notice to five days after the deadline; each leads to its day."""
    span = (_last_drawn(at) - at.asked_on).days + 1
    days = [at.asked_on + timedelta(days=number) for number in range(span)]
    most = max([1, *(list(replied_on).count(day) for day in days)])
    items = []
    for day in days:
        count = list(replied_on).count(day) if day <= at.on else 0
        marks = [
            name
            for name, is_so in (
                ("co-due", day == at.due_on),
                ("co-now", day == at.on),
                ("co-late", day > at.due_on),
            )
            if is_so
        ]
        title = words(language)("consultation-day", day=labels.day(day, language), count=str(count))
        items.append(
            Markup(
                '<li class="{}"><a href="{}" title="{}" aria-label="{}"><b>{}</b><i style="height:{}px"></i><small>{}</small></a></li>'
            ).format(
                " ".join(marks),
                link("consultation", on=day.isoformat()),
                title,
                title,
                count or "",
                round(40 * count / most),
                day.day,
            )
        )
    return Markup('<ol class="co-days" aria-label="{}">{}</ol>').format(
        words(language)("consultation-days"), _NOTHING.join(items)
    )


def _last_drawn(at: Clock) -> date:
    return at.due_on + timedelta(days=5)


def _sum(received: pd.DataFrame, at: Clock, language: Language) -> Markup:
    """How the columns and the title agree: what of all that came in is counted as a reply."""
    if received.empty:
        return _NOTHING
    parts = received["part"].value_counts()
    told = words(language)(
        "consultation-sum",
        replies=len(received),
        **{
            name: int(parts.get(name, 0))
            for name in ("counted", "taken_back", "withdrawal", "superseded")
        },
        which=" ".join(received.loc[received["part"] == "taken_back", "reply"]),
        beyond=int((received["replied_on"] > pd.Timestamp(_last_drawn(at))).sum()),
    )
    return Markup('<p class="meta">{}</p>').format(told)


def states_panel(standing: pd.DataFrame, language: Language) -> Markup:
    """How many stand how, each with what the state means."""
    say = words(language)
    items = [
        Markup("<tr><td>{}</td><td class=num><b>{}</b></td><td>{}</td></tr>").format(
            state_mark(state, language), count, say(f"consultation-means-{state}")
        )
        for state, count in counts(standing).items()
        if count
    ]
    return Markup(
        '<section class="panel"><table class="tt co-states"><caption>{}</caption><tbody>{}</tbody></table></section>'
    ).format(say("consultation-states"), _NOTHING.join(items))


def asked_table(standing: pd.DataFrame, on: date, language: Language, link: Link) -> Markup:
    """Those asked by group, how each stands, when and how they replied."""
    say = words(language)
    heads = ("who", "state", "replied", "stamp", "proposals")
    columns = [
        TableColumn(head, say(f"consultation-head-{head}"), is_numeric=head == "proposals")
        for head in heads
    ]
    parts = []
    for group in ConsultedGroup:
        rows = standing[standing["group"] == group.value]
        if rows.empty:
            continue
        parts.append(
            html_table(
                [_asked_row(row, on, language, link) for row in rows_of(rows)],
                columns,
                language,
                caption=say(
                    f"consultation-group-{group}", count=str(int((~rows["is_unlisted"]).sum()))
                ),
            )
        )
    return Markup('<div class="panel co-asked">{}</div>').format(_NOTHING.join(parts))


def _asked_row(row: Any, on: date, language: Language, link: Link) -> dict[str, object]:
    say = words(language)
    name = (
        chinese(row.name_zh, language)
        if row.name_en == row.name_zh
        else getattr(row, f"name_{language}")
    )
    notes = []
    if row.is_unlisted:
        notes.append(say("consultation-unlisted"))
    if row.taken_back:
        notes.append(say("consultation-taken-back", replies=" ".join(row.taken_back)))
    if not pd.isna(row.checked_on):
        day = labels.day(row.checked_on.date(), language)
        replied: object = Markup("<small>{}</small>").format(say("consultation-checked", day=day))
    elif pd.isna(row.replied_on):
        replied = _NONE
    else:
        replied = labels.day(row.replied_on.date(), language)
    return {
        "who": Markup("{}{}").format(
            name,
            _NOTHING.join(Markup("<small>{}</small>").format(note) for note in notes),
        ),
        "state": state_mark(row.state, language),
        "replied": replied,
        "stamp": say(f"reply-stamp-{row.stamp}") if isinstance(row.stamp, str) else _NONE,
        "proposals": Markup('<a href="{}">{}</a>').format(
            link("consultation", section="proposals", reply=row.reply, on=on.isoformat()),
            row.proposals,
        )
        if row.proposals
        else _NONE,
    }


def way_back(on: date, language: Language, link: Link) -> Markup:
    """From one reply's proposals to all of them."""
    return Markup('<p class="in-ways"><a href="{}">{}</a></p>').format(
        link("consultation", section="proposals", on=on.isoformat()),
        words(language)("consultation-all"),
    )


def proposals_list(
    proposals: pd.DataFrame, tables: Tables, language: Language, link: Link
) -> Markup:
    """Every proposal: whose, about which clause, the words old and proposed, the decision and why."""
    say = words(language)
    if proposals.empty:
        return Markup('<p class="calm panel">{}</p>').format(say("consultation-no-proposals"))
    of_clause = clauses(tables).set_index("clause")
    items = [_proposal(row, of_clause, language, link) for row in rows_of(proposals)]
    return Markup('<ol class="co-list">{}</ol>').format(_NOTHING.join(items))


def _proposal(row: Any, of_clause: pd.DataFrame, language: Language, link: Link) -> Markup:
    say = words(language)
    proposed = row.proposed_zh if isinstance(row.proposed_zh, str) else ""
    pieces = word_difference(row.old_zh, proposed)
    flags = [
        say(f"consultation-flag-{name}")
        for name in ("is_late", "is_unstamped")
        if getattr(row, name)
    ]
    who = getattr(row, f"name_{language}")
    lines = [
        Markup('<p class="co-who">{} · {}{}</p>').format(
            who,
            labels.day(row.replied_on.date(), language),
            _NOTHING.join(Markup(' <b class="co-flag">{}</b>').format(flag) for flag in flags),
        ),
        _beside(pieces, language, "proposed" if proposed else "struck"),
    ]
    if isinstance(row.argument_zh, str):
        lines.append(_line("argument", chinese(row.argument_zh, language), language))
    if row.conflicts_with:
        lines.append(
            _line(
                "conflict",
                Markup(" ").join(Markup("<b>{}</b>").format(other) for other in row.conflicts_with),
                language,
            )
        )
    lines.append(_decision(row, language))
    return Markup('<li class="panel" id="p-{}"><h4>{} <span>{}</span>{}</h4>{}</li>').format(
        row.proposal,
        row.proposal,
        clause_words(row.clause, of_clause, language, link),
        decision_mark(row.state, language),
        _NOTHING.join(lines),
    )


def decision_mark(state: str, language: Language) -> Markup:
    """What became of a proposal: a sign of its own and the word."""
    say = words(language)
    return Markup('<span class="co-decision co-d-{}"><i aria-hidden="true">{}</i>{}</span>').format(
        state, say(f"proposal-sign-{state}"), say(f"proposal-state-{state}")
    )


def _decision(row: Any, language: Language) -> Markup:
    say = words(language)
    if row.state not in (ProposalState.ACCEPTED, ProposalState.PARTLY, ProposalState.REJECTED):
        return Markup('<p class="co-line">{}</p>').format(say(f"consultation-{row.state}"))
    told = [
        say(
            "consultation-decided",
            state=say(f"proposal-state-{row.state}"),
            day=say("consultation-no-day")
            if pd.isna(row.decided_on)
            else labels.day(row.decided_on.date(), language),
        ),
        chinese(row.decision_reason_zh, language)
        if isinstance(row.decision_reason_zh, str)
        else Markup.escape(say("consultation-no-reason")),
    ]
    found = Markup('<p class="co-line"><small>{}</small>{}</p>').format(*told)
    if row.state == ProposalState.PARTLY:
        found += _beside(word_difference(row.old_zh, settled_words(row)), language, "settled")
    return found


def _line(name: str, content: Markup, language: Language) -> Markup:
    return Markup('<p class="co-line"><small>{}</small>{}</p>').format(
        words(language)(f"consultation-line-{name}"), content
    )


def clause_words(clause: str, of_clause: pd.DataFrame, language: Language, link: Link) -> Markup:
    """A clause's number and name; a task's leads to its page."""
    row = of_clause.loc[clause]
    number = "" if clause == "preamble" else chinese(clause, language)
    name = Markup("{} {}").format(number, row[f"name_{language}"])
    if row["kind"] != ClauseKind.TASK:
        return name
    return Markup('<a href="{}">{}</a>').format(link("task", task=row["subject"]), name)


def _beside(pieces: Sequence[Piece], language: Language, what: str) -> Markup:
    """Two wordings beside each other: what goes is struck through left, what is new is underlined right."""
    say = words(language)
    return Markup(
        '<div class="co-beside"><p><small>{}</small><span lang="zh-CN">{}</span></p><p><small>{}</small><span lang="zh-CN">{}</span></p></div>'
    ).format(
        say("consultation-old"),
        _marked(pieces, "deleted"),
        say(f"consultation-{what}"),
        _marked(pieces, "inserted") if what != "struck" else say("consultation-nothing"),
    )


def _marked(pieces: Sequence[Piece], changed: str) -> Markup:
    tag = "del" if changed == "deleted" else "ins"
    return _NOTHING.join(
        Markup.escape(piece.text)
        if piece.kind == "same"
        else Markup(f"<{tag}>{{}}</{tag}>").format(piece.text)
        for piece in pieces
        if piece.kind in ("same", changed)
    )


def revised_text(
    revised: Sequence[Revision], tables: Tables, language: Language, link: Link
) -> Markup:
    """The changed clauses whole, as they were and as decided, with the proposals that changed them."""
    say = words(language)
    if not revised:
        return Markup('<p class="calm panel">{}</p>').format(say("consultation-no-text"))
    of_clause = clauses(tables).set_index("clause")
    items = []
    for one in revised:
        left_over = (
            _line("overlapping", Markup.escape(" ".join(one.overlapping)), language)
            if one.overlapping
            else _NOTHING
        )
        items.append(
            Markup(
                '<section class="panel co-text"><h4>{} <small>{}</small></h4>{}{}</section>'
            ).format(
                clause_words(one.clause, of_clause, language, link),
                say("consultation-by", proposals=" ".join(one.applied)),
                _beside(one.pieces, language, "new"),
                left_over,
            )
        )
    return Markup('<p class="key">{}</p>{}').format(
        Markup("<span><del>{}</del></span><span><ins>{}</ins></span><span>{}</span>").format(
            say("consultation-key-deleted"),
            say("consultation-key-inserted"),
            say("consultation-key"),
        ),
        _NOTHING.join(items),
    )
