"""Rows of registers in a reader's words: a project with what the row is of, a commitment, a reply, a proposal."""

from __future__ import annotations

from collections.abc import Mapping

from hengyang.charts.past import subject_words, value_words
from hengyang.delivery import clauses
from hengyang.history import Cell
from hengyang.ingest.drafts import DAY, SUBJECT
from hengyang.labels import Language, words
from hengyang.remembered import remembered
from hengyang.schema import TABLES, Tables


def row_name(
    table: str, row: Mapping[str, object], tables: Tables, language: Language
) -> str | None:
    """The name of a row that is known by its key (and by more, where it is at hand); None for no register's row.

    The rest of a project's key follows its name: the year and source of its money, the approval that was asked for.
    """
    whose = SUBJECT.get(table)
    if whose == "project":
        name = _projects(tables, language).get(str(row["project"])) or row.get("name_zh")
        parts = [
            str(int(float(str(row[one]))))
            if one in ("year", "position")
            else value_words(row[one], one, "", tables, language)
            for one in TABLES[table].key
            if one not in ("project", DAY[table]) and row.get(one) is not None
        ]
        return " · ".join([str(name or row["project"]), *parts])
    if whose == "safeguard":
        named = f"S{int(float(str(row['safeguard'])))}-{int(float(str(row['position'])))}"
        return f"{named} {_commitments(tables, language)[named]}"
    if whose == "reply":
        respondent = row.get("respondent") or _respondents(tables).get(str(row["reply"]))
        if respondent is None:
            return str(row["reply"])
        asked = value_words(respondent, "respondent", "", tables, language)
        return words(language)("register-row-reply", reply=str(row["reply"]), whose=asked)
    if whose == "proposal":
        clause = row.get("clause") or _clause_of(tables).get(str(row["proposal"]))
        name = _clauses(tables, language).get(str(clause))
        return str(row["proposal"]) if name is None else f"{row['proposal']} {name}"
    return None


def subject_name(table: str, subject: str, tables: Tables, language: Language) -> str | None:
    """row_name of a cell of ingest.difference, whose subject says the key in one text."""
    whose = SUBJECT.get(table)
    if whose == "project":
        project, *rest = subject.split(" · ")
        others = [one for one in TABLES[table].key if one not in ("project", DAY[table])]
        return row_name(
            table, {"project": project, **dict(zip(others, rest, strict=False))}, tables, language
        )
    if whose == "safeguard":
        safeguard, position = subject.removeprefix("S").split("-")
        return row_name(table, {"safeguard": safeguard, "position": position}, tables, language)
    return row_name(table, {str(whose): subject}, tables, language)


def column_name(table: str, column: str, language: Language) -> str:
    """What a column holds; the kind of a reply shares its name with the kind of a quantity, not its meaning."""
    if (table, column) == ("consultation_replies", "kind"):
        return words(language)("template-column-reply_kind")
    return words(language)(f"column-{column}")


def cell_name(cell: Cell, tables: Tables, language: Language) -> str:
    """What any cell is about: a register's row by row_name, everything else by past.subject_words."""
    named = row_name(cell.table, cell.key, tables, language)
    return subject_words(cell, tables, language) if named is None else named


@remembered(16)
def _projects(tables: Tables, language: Language) -> Mapping[str, str]:
    projects = tables.projects
    in_english = projects["name_en"].fillna(projects["name_zh"])
    return dict(
        zip(
            projects["project"],
            in_english if language == "en" else projects["name_zh"],
            strict=True,
        )
    )


@remembered(16)
def _commitments(tables: Tables, language: Language) -> Mapping[str, str]:
    rows = tables.safeguard_commitments
    return {
        f"S{safeguard}-{position}": str(text)
        for safeguard, position, text in zip(
            rows["safeguard"],
            rows["position"],
            rows["commitment_en" if language == "en" else "quote_zh"],
            strict=True,
        )
    }


@remembered(16)
def _respondents(tables: Tables) -> Mapping[str, str]:
    rows = tables.consultation_replies
    return dict(zip(rows["reply"], rows["respondent"], strict=True))


@remembered(16)
def _clause_of(tables: Tables) -> Mapping[str, str]:
    rows = tables.consultation_proposals
    return dict(zip(rows["proposal"], rows["clause"], strict=True))


@remembered(16)
def _clauses(tables: Tables, language: Language) -> Mapping[str, str]:
    rows = clauses(tables)
    return dict(zip(rows["clause"], rows[f"name_{language}"], strict=True))
