"""From recognised tables to rows that could be published, with every fault found at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

import pandas as pd

from hengyang.ingest.consultation_entries import CONSULTATION_SHEETS, consultation_drafts
from hengyang.ingest.desk import Desk, in_both, in_words
from hengyang.ingest.drafts import CONTENT, Draft, plain, published_records, same_content
from hengyang.ingest.entries import drafts_of
from hengyang.ingest.findings import Argument, Finding, blocks, finding
from hengyang.ingest.plausible import implausible
from hengyang.ingest.project_entries import REGISTER, project_drafts
from hengyang.ingest.project_row import taken_back_projects
from hengyang.ingest.rows_done import RowsDone
from hengyang.ingest.safeguard_entries import SAFEGUARD_SHEETS, safeguard_drafts
from hengyang.ingest.three_way import sides, three_way_frame
from hengyang.schema import TABLES, Tables

if TYPE_CHECKING:
    from hengyang.ingest.recognise import Recognised

#: A row as in the analyst's own file: sheet, row number.
Place = tuple[str, int]


@dataclass(frozen=True)
class Checked:
    """What a file brings. Shared: never mutate the frames.

    frames: table → the rows without fault, the table's columns and `row`, unchanged rows included;
    withdrawn: table → keys of cells to take back, with reason, source, department, reported_on and `row`;
    faulty_rows: rows of the file with an error; left_out: those that the analyst chose to leave out;
    three_way: one row a cell that others changed since the file was made: table, subject, division, reference_date,
    field, base (in the release that the file was made from), theirs (in the file), now (published), row,
    is_kept (the file leaves it as it was: it stays as published).
    """

    frames: Mapping[str, pd.DataFrame] = field(repr=False)
    withdrawn: Mapping[str, pd.DataFrame] = field(repr=False)
    findings: tuple[Finding, ...]
    faulty_rows: tuple[Place, ...]
    left_out: tuple[Place, ...] = ()
    sheets: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    three_way: pd.DataFrame = field(default_factory=three_way_frame, repr=False)

    @property
    def is_blocked(self) -> bool:
        """Whether an error stands in a row that is not left out."""
        return blocks(found for found in self.findings if self._stands(found))

    @property
    def needs_ticks(self) -> Mapping[int, Finding]:
        """The warnings that somebody has to confirm, by their number among the findings, from 1."""
        return {
            number: found
            for number, found in enumerate(self.findings, start=1)
            if found.severity == "warning" and self._stands(found)
        }

    def _stands(self, found: Finding) -> bool:
        """Whether a finding is not of a row that was left out."""
        return found.row is None or (found.sheet, found.row) not in self.left_out


def check(
    recognised: Sequence[Recognised],
    tables: Tables,
    *,
    department: str | None,
    period: date | None,
    today: date,
    confirmed: Mapping[str, str] = MappingProxyType({}),
    base: Tables | None = None,
    file_name: str | None = None,
    is_simulated: bool | None = None,
    rows_done: Callable[[int, int], None] | None = None,
) -> Checked:
    """Every fault of a file, and the rows that have none.

    `department` (an identifier) limits whose indicators may be reported; None: everybody's. `confirmed` maps
    names as written to the identifier that the analyst says they mean. `base` is the release that the file
    was made from: with it, what others changed since is told from what the analyst changed. `is_simulated`
    is what the rows are marked with; None: as the workspace demands. `rows_done` is told now and then how many values
    of how many are checked.
    Raises: DataMissing for an unknown department.
    """
    desk = Desk(
        tables,
        department=department,
        period=period,
        today=today,
        confirmed=confirmed,
        file_name=file_name,
        is_simulated=tables.workspace == "demo" if is_simulated is None else is_simulated,
        base=base,
        announced=frozenset(
            str(name)
            for table in recognised
            if table.table == "projects"
            for name in table.entries["subject"]
        ),
        taken_back=taken_back_projects(recognised),
    )
    findings: list[Finding] = []
    drafts: list[Draft] = []
    three_way: list[tuple[object, ...]] = []
    of_register = {
        id(table): found
        for names, drafts_in in (
            (REGISTER, project_drafts),
            (CONSULTATION_SHEETS, consultation_drafts),
            (SAFEGUARD_SHEETS, safeguard_drafts),
        )
        if (own := [table for table in recognised if table.table in names])
        for table, found in zip(own, drafts_in(own, desk).values(), strict=True)
    }
    done = RowsDone(
        sum(len(table.entries) for table in recognised if id(table) not in of_register), rows_done
    )
    for table in recognised:
        if id(table) in of_register:
            found, problems = of_register[id(table)]
        else:
            found, problems = drafts_of(table, desk, done)
        findings += problems
        kept, problems = _since_the_base(table, found, desk, three_way)
        findings += problems
        drafts += kept
    findings += _duplicates(drafts, desk)
    findings += implausible(drafts, desk)
    faulty = {
        (found.sheet, found.row)
        for found in findings
        if found.severity == "error" and found.row is not None
    }
    good = [draft for draft in drafts if not draft.is_faulty]
    checked = _checked(good, tuple(sorted(findings, key=_in_file_order)), tuple(sorted(faulty)))
    return replace(checked, three_way=three_way_frame(three_way))


def without_faulty(checked: Checked) -> Checked:
    """The same without any row of the file that has an error; `left_out` says which rows these are.

    Values of a wide table that stand in a faulty row go with it, faulty themselves or not. An error that
    belongs to no row still blocks.
    """
    faulty = set(checked.faulty_rows)

    def kept(frames: Mapping[str, pd.DataFrame], prefix: str) -> dict[str, pd.DataFrame]:
        left: dict[str, pd.DataFrame] = {}
        for table, frame in frames.items():
            places = zip(checked.sheets[prefix + table], frame["row"].tolist(), strict=True)
            stays = [place not in faulty for place in places]
            if any(stays):
                left[table] = frame[stays].reset_index(drop=True)
        return left

    sheets = {}
    for prefix, frames in (("", checked.frames), ("-", checked.withdrawn)):
        for table, frame in frames.items():
            places = zip(checked.sheets[prefix + table], frame["row"].tolist(), strict=True)
            sheets[prefix + table] = tuple(place[0] for place in places if place not in faulty)
    return replace(
        checked,
        frames=kept(checked.frames, ""),
        withdrawn=kept(checked.withdrawn, "-"),
        left_out=checked.faulty_rows,
        sheets=sheets,
    )


def _in_file_order(found: Finding) -> tuple[str, int, int, str]:
    column = found.column or ""
    return found.sheet, found.row or 0, len(column), column


def _checked(
    drafts: Iterable[Draft], findings: tuple[Finding, ...], faulty: tuple[Place, ...]
) -> Checked:
    reported: dict[str, list[Draft]] = {}
    taken_back: dict[str, list[Draft]] = {}
    for draft in drafts:
        pile = taken_back if draft.is_withdrawal else reported
        pile.setdefault(draft.table, []).append(draft)
    frames, withdrawn, sheets = {}, {}, {}
    for table, rows in reported.items():
        frame = TABLES[table].coerce(pd.DataFrame([draft.record for draft in rows]))
        frames[table] = frame.assign(row=[draft.row for draft in rows])
        sheets[table] = tuple(draft.sheet for draft in rows)
    for table, rows in taken_back.items():
        withdrawn[table] = pd.DataFrame([draft.record | {"row": draft.row} for draft in rows])
        sheets[f"-{table}"] = tuple(draft.sheet for draft in rows)
    return Checked(frames, withdrawn, findings, faulty, (), sheets)


def _duplicates(drafts: Iterable[Draft], desk: Desk) -> list[Finding]:
    first: dict[tuple[object, ...], Draft] = {}
    found = []
    for draft in drafts:
        earlier = first.setdefault((draft.table, *draft.key), draft)
        if earlier is draft:
            continue
        draft.is_faulty = True
        found.append(
            finding(
                "duplicate",
                draft.sheet,
                draft.row,
                draft.column,
                draft.value_text,
                subject=desk.name_of_cell(draft),
                first_sheet=earlier.sheet,
                first_row=str(earlier.row),
            )
        )
    return found


def _since_the_base(
    table: Recognised,
    drafts: list[Draft],
    desk: Desk,
    three_way: list[tuple[object, ...]],
) -> tuple[list[Draft], list[Finding]]:
    """The drafts that the analyst made, and what happened to their cells since the file was made.

    A cell that the file leaves as it was, while others changed it, keeps its present value. `three_way` gets the cells
    that others changed, column by column.
    """
    tables, base = desk.tables, desk.base
    made_from = table.made_from_release
    workspace = None if table.stamp is None else table.stamp.workspace
    if workspace is not None and workspace != tables.workspace:
        told = {"theirs": workspace, "ours": tables.workspace}
        return drafts, [finding("other_workspace", table.sheet, **told)]
    if made_from is None or made_from == tables.release:
        return drafts, []
    releases = {"made_from": str(made_from), "release": str(tables.release)}
    if made_from > tables.release:
        return drafts, [finding("unknown_release", table.sheet, **releases)]
    if base is None or base.release != made_from:
        return drafts, [finding("older_template", table.sheet, **releases)]
    before = {name: published_records(base, name) for name in {draft.table for draft in drafts}}
    kept, found = [], []
    for draft in drafts:
        then, now = before[draft.table].get(draft.key), draft.published
        if _alike(draft.table, then, now):
            kept.append(draft)
            continue
        told_of_cell: dict[str, Argument] = {
            **releases,
            "base": content_in_words(draft.table, then, desk),
            "now": content_in_words(draft.table, now, desk),
        }
        place = (draft.sheet, draft.row, draft.column, draft.value_text)
        if not draft.is_withdrawal and _alike(draft.table, draft.record, then):
            found.append(finding("overtaken", *place, **told_of_cell))
            three_way += sides(draft, then, now, is_kept=True)
            continue
        kept.append(draft)
        if draft.is_changed:
            said = None if draft.is_withdrawal else draft.record
            theirs = content_in_words(draft.table, said, desk)
            found.append(finding("older_release", *place, theirs=theirs, **told_of_cell))
            three_way += sides(draft, then, now, is_kept=False)
    return kept, found


def _alike(
    table: str, record: Mapping[str, object] | None, other: Mapping[str, object] | None
) -> bool:
    if record is None or other is None:
        return record is other
    return same_content(table, record, other)


def content_in_words(
    table: str, record: Mapping[str, object] | None, desk: Desk
) -> tuple[str, str]:
    """What a record reports, in Chinese and English: 15, 实施, 市住建局, 无."""
    if record is None:
        return in_both("finding-nothing")
    parts = [
        desk.name_of_office(name, value) or in_words(name, value)
        for name in CONTENT[table]
        if (value := plain(record.get(name))) is not None
    ]
    return "; ".join(part[0] for part in parts), "; ".join(part[1] for part in parts)
