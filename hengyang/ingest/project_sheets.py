"""Sheets of registers (projects, replies, proposals, safeguards) in a received file: found by their headings, taken apart from the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import chain

import pandas as pd

from hengyang.ingest.cells import CellValue, clean, key
from hengyang.ingest.reading import Book, Sheet, letter
from hengyang.ingest.recognise import Recognised
from hengyang.ingest.stamp import Stamp, stamp_of
from hengyang.ingest.values import ENTRY_COLUMNS
from hengyang.labels import words
from hengyang.schema import LANGUAGES, PROJECT_SHEET_COLUMNS, SHEET_COLUMNS

#: Table → the column that numbers its entries, and those of which a sheet of ours has one beside it.
_MARKS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "consultation_replies": ("reply", ("reply_kind",)),
    "consultation_proposals": ("proposal", ("old_zh", "decision")),
    "safeguard_reports": ("commitment", ("safeguard_stage",)),
    "green_channel_requests": ("project", ("asked_on",)),
    "project_listings": ("project", ("register",)),
    "project_investments": ("project", ("planned_wanyuan", "invested_wanyuan")),
    "project_gates": ("project", ("gate",)),
    "project_approvals": ("project", ("approval",)),
    "project_contributions": ("project", ("contribution",)),
    "project_milestones": ("project", ("step_zh",)),
    "projects": ("project", ("name_zh", "project_stage", "total_investment_wanyuan")),
}
_HEADER_WITHIN = 12


def apart(book: Book) -> tuple[tuple[Recognised, ...], Book]:
    """The sheets of the register, and the book without them."""
    stamp = stamp_of(book)
    found, others = [], []
    for sheet in book.sheets:
        recognised = None if sheet.is_hidden else _recognised(sheet, stamp)
        if recognised is None:
            others.append(sheet)
        else:
            found.append(recognised)
    return tuple(found), replace(book, sheets=tuple(others))


def _recognised(sheet: Sheet, stamp: Stamp | None) -> Recognised | None:
    for index, row in enumerate(sheet.cells[:_HEADER_WITHIN]):
        columns = {
            role: at for at, cell in enumerate(row) if (role := _roles().get(key(clean(cell))))
        }
        for table, (identity, marks) in _MARKS.items():
            if identity in columns and any(mark in columns for mark in marks):
                return _table(sheet, index, columns, table, identity, stamp)
    return None


@cache
def _roles() -> dict[str, str]:
    """Heading as compared → what the column holds."""
    return {
        key(words(language)(f"template-column-{role}")): role
        for language in LANGUAGES
        for role in chain(*PROJECT_SHEET_COLUMNS.values(), *SHEET_COLUMNS.values())
    }


def _table(
    sheet: Sheet,
    header: int,
    columns: Mapping[str, int],
    table: str,
    identity: str,
    stamp: Stamp | None,
) -> Recognised:
    rows: list[dict[str, object]] = []
    skipped = [(sheet.row_number(index), "title") for index in range(header)]
    for index in range(header + 1, len(sheet.cells)):
        row = sheet.cells[index]
        cells: dict[str, CellValue] = {role: row[at] for role, at in columns.items()}
        if not clean(cells[identity]):
            skipped.append((sheet.row_number(index), "blank"))
            continue
        name = clean(cells[identity])
        rows.append(
            {
                **dict.fromkeys(ENTRY_COLUMNS),
                "row": sheet.row_number(index),
                "column": letter(columns[identity] + 1),
                "id_text": name,
                "subject_text": name,
                "subject": name,
                "cells": cells,
            }
        )
    texts = {role: clean(sheet.cells[header][at]) for role, at in columns.items()}
    entries = pd.DataFrame(rows, columns=[*ENTRY_COLUMNS, "cells"], dtype="object")
    return Recognised(
        sheet=sheet.name,
        table=table,  # type: ignore[arg-type]  # beside the tables of figures, the register's
        layout="long",
        header_row=sheet.row_number(header),
        columns=texts,
        skipped=tuple(skipped),
        unit_row=None,
        percent_as=None,
        made_from_release=stamp.release if stamp else None,
        entries=entries,
        column_letters={role: letter(at + 1) for role, at in columns.items()},
        stamp=stamp,
    )
