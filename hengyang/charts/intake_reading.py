"""How a received file was read, as HTML: its heading, columns, units and what was skipped."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from hengyang import labels
from hengyang.ingest.reading import Book
from hengyang.ingest.recognise import Recognised
from hengyang.labels import Language, words

_NOTHING = Markup("")


def reading_panel(book: Book, recognised: Iterable[Recognised], language: Language) -> Markup:
    """How the file was read: each table's header, columns, unit and what was skipped, so that a mistake shows."""
    say = words(language)
    notes = [note.message(language) for note in book.notes]
    if book.encoding:
        notes.append(say("intake-read-encoding", encoding=book.encoding))
    items = [Markup("<li>{}</li>").format(note) for note in notes]
    return Markup("<section><h4>{}</h4>{}{}</section>").format(
        say("intake-read"),
        Markup('<ul class="in-read">{}</ul>').format(_NOTHING.join(items)) if items else _NOTHING,
        _NOTHING.join(_read_sheet(found, language) for found in recognised),
    )


def _read_sheet(found: Recognised, language: Language) -> Markup:
    say = words(language)
    separator = say("mark-separator")
    known = labels.keys(language)
    columns = separator.join(
        say("intake-read-column", heading=heading, role=say(f"intake-role-{role}"))
        for role, heading in found.columns.items()
        if f"intake-role-{role}" in known and heading != say(f"intake-role-{role}")
    )
    skipped: dict[str, list[str]] = {}
    for row, why in found.skipped:
        skipped.setdefault(why or "other", []).append(str(row))
    lines = [
        say(
            "intake-read-header",
            row=str(found.header_row),
            layout=say(f"intake-layout-{found.layout}"),
        )
    ]
    if columns:
        lines.append(say("intake-read-columns", columns=columns))
    if found.unit_row:
        lines.append(say("intake-read-unit", unit=found.unit_row))
    ways = found.entries.dropna(subset=["percent_as"]).groupby("percent_as")["column"].unique()
    for way, letters in ways.items():
        listed = separator.join(sorted(map(str, letters)))
        lines.append(say(f"intake-read-percent-{way}", columns=listed))
    if found.made_from_release is not None:
        lines.append(say("intake-read-made-from", release=str(found.made_from_release)))
    if skipped:
        told = separator.join(
            say(
                "intake-read-skipped-part",
                why=say(f"intake-skipped-{why}")
                if f"intake-skipped-{why}" in known
                else say("intake-skipped-other"),
                rows=_ranges(rows),
            )
            for why, rows in skipped.items()
        )
        lines.append(say("intake-read-skipped", parts=told))
    return Markup('<div class="in-read"><b>{}</b>{}</div>').format(
        say("intake-read-sheet", sheet=found.sheet, table=say(f"table-{found.table}")),
        _NOTHING.join(Markup("<p>{}</p>").format(line) for line in lines),
    )


def _ranges(rows: list[str]) -> str:
    """Row numbers as people write them: 1–3, 7."""
    numbers = sorted(int(row) for row in rows)
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)
