"""Who acts on the command line, where, and when: the same rules as in the pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from hengyang import access, labels, store
from hengyang.access import Action, Actor
from hengyang.commands.answers import Done
from hengyang.commands.release import opened
from hengyang.commands.request import Request
from hengyang.errors import NotAllowed, NotUnderstood
from hengyang.labels import Language, words
from hengyang.review import Proposal
from hengyang.schema import Tables


def actor_of(request: Request, *, otherwise: Actor | None = None) -> Actor:
    """Who `--as` names: somebody of the roles file or, where nobody has set up roles or signing in, one of the demo's.

    `otherwise` acts in the demo when nobody is named and its identities are there. Raises: NotAllowed for nobody, and
    for whoever is unknown.
    """
    has_roles = access.are_roles_configured()
    is_lent = not has_roles and not access.is_sign_in_configured()
    local = {actor.name: actor for actor in access.LOCAL_IDENTITIES if is_lent}
    if request.actor_name is None:
        given = None if otherwise is None else local.get(otherwise.name)
        if given is not None and given.workspace == request.workspace:
            return given
        raise NotAllowed(key="access-denied-nobody")
    if is_lent or not has_roles:
        found = local.get(request.actor_name)
    else:
        known = opened(request).read_with_origin("departments")["department"]
        found = access.person(access.configured_roles(known), request.actor_name)
    if found is None:
        reason = "unknown" if has_roles or is_lent else "no-roles"
        raise NotAllowed(key=f"access-denied-{reason}", name=request.actor_name)
    return found


def require_filling(request: Request, plan: str) -> str:
    """The name of whoever may publish for a plan of the lake (EVERY_PLAN: for all); the preparer in the demo, where
    everything is simulated. Raises: NotAllowed for anybody but an administrator of that plan."""
    if request.workspace == store.DEMO and request.actor_name is None:
        return store.PREPARER
    actor = actor_of(request)
    access.require(actor, Action.FILL_LAKE, workspace=request.workspace, plan=plan, at=clock())
    return actor.name


def department_of(request: Request, tables: Tables) -> str | None:
    """The department that is meant: its identifier, its name in either language, or one of its aliases.

    Raises: NotUnderstood for one that the plan does not know.
    """
    asked = request.department
    if asked is None:
        return None
    named = tables.departments
    known = {
        **dict(
            zip(
                tables.department_aliases["alias_zh"],
                tables.department_aliases["department"],
                strict=True,
            )
        ),
        **{
            str(name).casefold(): department
            for column in ("department", "name_zh", "name_en")
            for name, department in zip(named[column], named["department"], strict=True)
        },
    }
    found = known.get(asked.strip()) or known.get(asked.strip().casefold())
    if found is None:
        raise NotUnderstood("review-error-no-department", value=asked)
    return str(found)


def division_of(request: Request, tables: Tables, known: Sequence[str] | None = None) -> str | None:
    """The division that is meant, by its code or its name in either language; of `known` codes only, when they are given.

    Raises: NotUnderstood for any other, naming those that there are.
    """
    asked = request.division
    if asked is None:
        return None
    rows = tables.divisions
    if known is not None:
        rows = rows[rows["division"].isin(known)]
    for name in ("division", "name_zh", "name_en"):
        hits = rows.loc[rows[name].str.casefold() == asked.strip().casefold(), "division"]
        if len(hits):
            return str(hits.iloc[0])
    listed = ", ".join(
        f"{code} {name}"
        for code, name in zip(rows["division"], rows[f"name_{request.language}"], strict=True)
    )
    raise NotUnderstood("cli-error-division", value=asked, known=listed)


def clock() -> datetime:
    """The moment of writing."""
    return datetime.now(UTC)


def done(found: Proposal, language: Language) -> Done:
    """A proposal as it stands after what was done to it."""
    say = words(language)
    history = [
        say(
            "review-event",
            at=labels.instant(event.at),
            step=say(f"review-step-{event.step.value}"),
            by=event.actor,
            reason=event.reason or "",
        ).rstrip()
        for event in found.history
    ]
    return Done(found.as_dict(), "\n".join([line(found, language), *history]))


def line(found: Proposal, language: Language) -> str:
    """A proposal in one line, with the reason where it came back."""
    say = words(language)
    said = say(
        "review-line",
        submission=found.id,
        state=say(f"review-state-{found.state.value}"),
        by=found.by,
        at=labels.instant(found.created_at),
        file=found.file_name or "–",
        cells=str(found.cell_count),
    )
    because = found.returned_because
    return said if because is None else f"{said} {say('review-because', reason=because)}"


def released(number: int, request: Request, submission: str | None = None) -> Done:
    """What is said of a release that was made."""
    data: dict[str, Any] = {"workspace": request.workspace, "release": number}
    if submission is not None:
        data["submission"] = submission
    return Done(
        data,
        words(request.language)("review-released", number=str(number), workspace=request.workspace),
    )
