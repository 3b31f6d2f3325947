"""The data dictionary as HTML: every table and column, from its one declaration in schema/."""

from __future__ import annotations

from enum import StrEnum

from markupsafe import Markup

from hengyang.labels import Language, words
from hengyang.schema import (
    FACT_TABLES,
    PLAN_TABLES,
    RELEASES,
    Answer,
    Approval,
    Arrow,
    BaselineRule,
    Batch,
    ClauseKind,
    Column,
    Commitment,
    Comparability,
    Comparator,
    ConsultedGroup,
    Curve,
    Decision,
    Direction,
    EvidenceFrom,
    Frequency,
    Funding,
    Gate,
    Light,
    MilestoneRule,
    PlanRegister,
    ProjectNature,
    ProjectStage,
    Reading,
    ReplyKind,
    ReplyStamp,
    Role,
    RoleSource,
    Rule,
    Stage,
    Table,
    Tables,
    Theme,
)

_NOTHING = Markup("")
#: enum → the label keys of its members start with this; comparators are worded by member name.
_PREFIXES: dict[type[StrEnum], str] = {
    Answer: "green-answer-",
    ClauseKind: "clause-kind-",
    ConsultedGroup: "consulted-group-",
    Decision: "decision-",
    EvidenceFrom: "evidence-from-",
    PlanRegister: "plan-register-",
    ReplyKind: "reply-kind-",
    ReplyStamp: "reply-stamp-",
    Approval: "approval-",
    Arrow: "arrow-",
    BaselineRule: "baseline-rule-",
    Batch: "batch-",
    Commitment: "commitment-",
    Comparability: "comparability-",
    Comparator: "comparator-",
    Curve: "method-curve-",
    Direction: "direction-",
    Frequency: "frequency-",
    Funding: "funding-",
    Gate: "gate-",
    Light: "light-",
    MilestoneRule: "milestone-rule-",
    ProjectNature: "project-nature-",
    ProjectStage: "project-stage-",
    Reading: "method-reading-",
    Role: "role-",
    RoleSource: "role-source-",
    Rule: "rule-",
    Stage: "stage-",
    Theme: "departments-theme-",
}


def dictionary(tables: Tables, language: Language) -> Markup:
    """All tables in three groups (the plan, what is reported, releases), each with its columns."""
    say = words(language)
    groups = [
        ("method-dictionary-plan", PLAN_TABLES),
        ("method-dictionary-facts", FACT_TABLES),
        ("method-dictionary-releases", (RELEASES,)),
    ]
    parts = []
    for key, members in groups:
        sections = [_table(table, tables, language) for table in members]
        parts.append(
            Markup(
                '<h3 class="me-h">{} <small>{}</small></h3><div class="me-dict">{}</div>'
            ).format(say(key), say(f"{key}-note"), _NOTHING.join(sections))
        )
    return _NOTHING.join(parts)


def column_count() -> int:
    """How many columns the dictionary explains."""
    return sum(len(table.columns) for table in (*PLAN_TABLES, *FACT_TABLES, RELEASES))


def _table(table: Table, tables: Tables, language: Language) -> Markup:
    say = words(language)
    rows = [
        Markup(
            "<tr><td><code>{code}</code>{key}</td><td>{word}{values}</td><td>{kind}</td></tr>"
        ).format(
            code=column.name,
            key=Markup(' <i class="tag">{}</i>').format(say("method-dictionary-key"))
            if column.name in table.key
            else _NOTHING,
            word=say(f"column-{column.name}"),
            values=_values(column, language),
            kind=_kind(column, language),
        )
        for column in table.columns
    ]
    count = (
        say("method-dictionary-rows", count=str(len(tables[table.name])))
        if table.name in set(tables)
        else ""
    )
    return Markup(
        '<section class="panel"><table class="reg me"><caption><b>{name}</b> <code>{code}</code> {count}</caption>'
        "<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></section>"
    ).format(
        name=say(f"table-{table.name}"),
        code=table.name,
        count=count,
        heads=_NOTHING.join(
            Markup('<th scope="col">{}</th>').format(say(f"method-dictionary-{name}"))
            for name in ("column", "meaning", "type")
        ),
        rows=_NOTHING.join(rows),
    )


def _kind(column: Column, language: Language) -> Markup:
    say = words(language)
    parts = [say(f"method-kind-{column.kind}")]
    if column.unit == "the indicator's unit":
        parts.append(say("method-dictionary-unit-indicator"))
    elif column.unit is not None:
        parts.append(say("method-dictionary-unit-column", column=column.unit))
    if column.nullable:
        parts.append(say("method-dictionary-nullable"))
    return Markup.escape(" · ".join(parts))


def _values(column: Column, language: Language) -> Markup:
    if column.enum is None:
        return _NOTHING
    say = words(language)
    prefix = _PREFIXES[column.enum]
    named = [
        Markup("<code>{}</code> {}").format(
            member.value,
            say(prefix + (member.name.lower() if column.enum is Comparator else member.value)),
        )
        for member in column.enum
    ]
    return Markup("<small>{}</small>").format(Markup(" · ").join(named))
