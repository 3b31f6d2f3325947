"""The sheets of the consultation in the workbook to fill in: a row for each of those asked, and the proposals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count

import pandas as pd

from hengyang.labels import Language, words
from hengyang.labels import day as day_in_words
from hengyang.schema import SHEET_COLUMNS, Tables

_FAMILIES = {"reply_kind": "reply-kind", "stamp": "reply-stamp", "decision": "decision"}

Row = dict[str, object]


def keeps_replies(tables: Tables, department: str | None) -> bool:
    """Whether a workbook for the department has these sheets: the drafter's, and that for all."""
    issuer = tables.plan.iloc[0]["issuer_zh"]
    aliases = tables.department_aliases
    return department is None or department in set(
        aliases.loc[(aliases["alias_zh"] == issuer).to_numpy(bool), "department"]
    )


def reply_rows(tables: Tables, language: Language) -> Iterator[Row]:
    """The replies as published, then a numbered row for each of those asked of whom nothing is recorded."""
    names = tables.consulted.set_index("respondent")[f"name_{language}"]
    replies = tables.consultation_replies
    for row in replies.rename(columns={"kind": "reply_kind"}).to_dict("records"):
        yield {
            **_shown("consultation_replies", row, language),
            "respondent": names.get(str(row["respondent"]), row["respondent"]),
        }
    taken = set(replies["reply"])
    free = (f"R{number}" for number in count(1) if f"R{number}" not in taken)
    heard = set(replies["respondent"])
    for respondent, name in names.items():
        if respondent not in heard:
            yield {"reply": next(free), "respondent": name}


def proposal_rows(tables: Tables, language: Language) -> Iterator[Row]:
    """The proposals as published, each with its decision or room for one."""
    for row in tables.consultation_proposals.to_dict("records"):
        yield _shown("consultation_proposals", row, language)


def _shown(table: str, row: Mapping[object, object], language: Language) -> Row:
    say = words(language)
    found: Row = {}
    for column in SHEET_COLUMNS[table]:
        value = row.get(column)
        if column == "reason" or value is None or value != value or value is pd.NaT:
            found[column] = None
        elif column in _FAMILIES:
            found[column] = say(f"{_FAMILIES[column]}-{value}")
        elif isinstance(value, date):
            found[column] = day_in_words(value, "zh")
        else:
            found[column] = value
    return found
