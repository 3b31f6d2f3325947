"""Who may do what: one table, and everything that it does not grant is refused. Pure.

A person is known by the roles file. Where nobody has set one up, the demo lends two marked local identities to a
reader on this very machine. Whoever writes asks here at the moment of writing, not only before showing a button.
"""

from __future__ import annotations

import ipaddress
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from hengyang.errors import NotAllowed

#: The environment setting that names the roles file.
ROLES_SETTING = "HENGYANG_ROLES"

#: A reporter of every department: the local reporter, or a person whose departments say "*".
EVERY_DEPARTMENT = "*"

#: The plan of this repository, which everybody named has to do with unless their `plans` say otherwise.
OWN_PLAN = ""
#: Every plan of a lake: a person whose `plans` say "*".
EVERY_PLAN = "*"

#: The only workspace with local identities; everything in it is simulated.
LOCAL_WORKSPACE = "demo"


class Role(StrEnum):
    VIEWER = "viewer"
    REPORTER = "reporter"
    REVIEWER = "reviewer"
    PRESENTER = "presenter"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    SEE_PROPOSALS = "see_proposals"
    DRAFT = "draft"
    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    PUBLISH = "publish"
    RESTORE = "restore"
    AUDIT = "audit"  # see every step of everybody's, drafts too
    REMOVE_VERSIONS = "remove_versions"
    FILL_LAKE = "fill_lake"  # bring a plan, publish a roll-up
    FREEZE = "freeze"
    ASSIGN_CASE = "assign_case"
    REPLY_TO_CASE = "reply_to_case"
    DECIDE_CASE = "decide_case"  # verify, send back, close


#: The whole decision. Publishing takes two people: nobody is granted both submitting and deciding by one role, and
#: whoever holds both roles still cannot decide on what they submitted (review holds that).
GRANTED: Mapping[Role, frozenset[Action]] = MappingProxyType(
    {
        Role.VIEWER: frozenset(),
        Role.REPORTER: frozenset(
            {
                Action.SEE_PROPOSALS,
                Action.DRAFT,
                Action.SUBMIT,
                Action.FREEZE,
                Action.REPLY_TO_CASE,
            }
        ),
        Role.REVIEWER: frozenset(
            {
                Action.SEE_PROPOSALS,
                Action.APPROVE,
                Action.RETURN,
                Action.PUBLISH,
                Action.RESTORE,
                Action.FREEZE,
                Action.ASSIGN_CASE,
                Action.DECIDE_CASE,
            }
        ),
        Role.PRESENTER: frozenset({Action.FREEZE}),
        Role.ADMINISTRATOR: frozenset(
            {
                Action.SEE_PROPOSALS,
                Action.RESTORE,
                Action.AUDIT,
                Action.REMOVE_VERSIONS,
                Action.FILL_LAKE,
                Action.FREEZE,
            }
        ),
    }
)

#: Roles whose grants hold for their own departments only.
BOUND_TO_DEPARTMENTS = frozenset({Role.REPORTER})


@dataclass(frozen=True)
class Actor:
    """Somebody who wants to do something.

    `departments` bind a reporter; EVERY_DEPARTMENT stands for all. `workspace` binds a local identity to the demo
    (None: every workspace); `is_local` marks it, so that pages can say whom they show. `until` is when a sign-in
    ends (None: it does not). `plans` are those that the roles hold for: in a lake, only the ones that are named.
    """

    name: str
    roles: frozenset[Role] = frozenset()
    departments: frozenset[str] = frozenset()
    workspace: str | None = None
    is_local: bool = False
    until: datetime | None = None
    plans: frozenset[str] = frozenset({OWN_PLAN})

    def is_same_person(self, name: str) -> bool:
        """Whether a name is this actor's; capitals make no other person."""
        return _folded(self.name) == _folded(name)


LOCAL_REPORTER = Actor(
    "demo-reporter",
    frozenset({Role.REPORTER}),
    frozenset({EVERY_DEPARTMENT}),
    workspace=LOCAL_WORKSPACE,
    is_local=True,
)
LOCAL_REVIEWER = Actor(
    "demo-reviewer", frozenset({Role.REVIEWER}), workspace=LOCAL_WORKSPACE, is_local=True
)
LOCAL_IDENTITIES = (LOCAL_REPORTER, LOCAL_REVIEWER)


def may(
    actor: Actor | None,
    action: Action | str,
    department: str | None = None,
    *,
    workspace: str | None = None,
    plan: str = OWN_PLAN,
) -> bool:
    """Whether the table grants the action; nobody in particular, and an action that is none, may nothing.

    A reporter needs the department to be theirs; None means all departments at once, so only whoever reports for
    every department may. Seeing proposals without naming a department is a matter of the role alone.
    """
    if actor is None or action not in frozenset(Action):
        return False
    if actor.workspace is not None and workspace != actor.workspace:
        return False
    if plan not in actor.plans and EVERY_PLAN not in actor.plans:
        return False
    return any(
        action in GRANTED[role]
        and (role not in BOUND_TO_DEPARTMENTS or _covers(actor, Action(action), department))
        for role in actor.roles
    )


def require(
    actor: Actor | None,
    action: Action,
    department: str | None = None,
    *,
    workspace: str | None = None,
    plan: str = OWN_PLAN,
    at: datetime | None = None,
) -> None:
    """Nothing when the actor may. Raises: NotAllowed, which says who lacks what.

    `at` is the moment of writing: whoever signed in may nothing once their sign-in has ended, or when nobody says
    what time it is.
    """
    if actor is not None and actor.until is not None and (at is None or at >= actor.until):
        raise NotAllowed(key="access-sign-in-expired")
    if may(actor, action, department, workspace=workspace, plan=plan):
        return
    if actor is None:
        raise NotAllowed(key="access-denied-nobody")
    if actor.workspace is not None and workspace != actor.workspace:
        raise NotAllowed(key="access-denied-workspace", name=actor.name, workspace=workspace or "")
    if plan not in actor.plans and EVERY_PLAN not in actor.plans:
        raise NotAllowed(key="access-denied-plan", name=actor.name, plan=plan or "hengyang")
    if may(actor, action, next(iter(actor.departments), None), workspace=workspace, plan=plan):
        raise NotAllowed(
            key="access-denied-department", name=actor.name, department=department or "*"
        )
    raise NotAllowed(key=f"access-denied-{action.replace('_', '-')}", name=actor.name)


def _covers(actor: Actor, action: Action, department: str | None) -> bool:
    if EVERY_DEPARTMENT in actor.departments:
        return True
    if department is None:
        return action is Action.SEE_PROPOSALS
    return department in actor.departments


# The roles file


def roles_from(
    path: str | os.PathLike[str], known_departments: Iterable[str] | None = None
) -> Mapping[str, Actor]:
    """The people of a roles file: the name in small letters → the actor.

    A TOML table a person, named as they sign in or as `--as` names them: `role` (one or a list) and, for a
    reporter, `departments` (their identifiers, or "*"). `plans` are those of a lake that the role holds for ("*" for
    every one, "" for this repository's own); without it the role holds for this repository's plan alone.
    Raises: NotAllowed for a file that cannot be read or says anything unclear, and what: then nobody may anything.

    >>> roles_from("/nowhere/roles.toml")
    Traceback (most recent call last):
    hengyang.errors.NotAllowed: access-roles-unreadable: {'path': '/nowhere/roles.toml'}
    """
    try:
        entries = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise NotAllowed(key="access-roles-no-toml", path=str(path), detail=str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise NotAllowed(key="access-roles-unreadable", path=str(path)) from error
    known = None if known_departments is None else frozenset(known_departments)
    people: dict[str, Actor] = {}
    for name, entry in entries.items():
        fault, value = _fault_of(name, entry, known)
        if fault is None and _folded(name) in people:
            fault = "twice"
        if fault is not None:
            raise NotAllowed(key=f"access-roles-{fault}", path=str(path), name=name, value=value)
        people[_folded(name)] = _person(name, entry)
    return MappingProxyType(people)


def configured_roles(
    known_departments: Iterable[str] | None = None,
) -> Mapping[str, Actor] | None:
    """The people of the file that HENGYANG_ROLES names; None where nobody has set one up. Raises: NotAllowed."""
    path = os.environ.get(ROLES_SETTING)
    return roles_from(path, known_departments) if path else None


def are_roles_configured() -> bool:
    """Whether somebody has set a roles file up, readable or not: from then on people are known by it alone."""
    return bool(os.environ.get(ROLES_SETTING))


def is_sign_in_configured() -> bool:
    """Whether Streamlit's secrets set up signing in, looked up where it looks; what cannot be read counts as if.

    The pages ask Streamlit itself; here asks whoever has no Streamlit, so that both know the same people.
    """
    named = os.environ.get("STREAMLIT_SECRETS_FILES")
    files = (
        [Path(one.strip()) for one in named.split(",")]
        if named
        else [place / ".streamlit" / "secrets.toml" for place in (Path.home(), Path.cwd())]
    )
    for file in files:
        try:
            if "auth" in tomllib.loads(file.read_text(encoding="utf-8")):
                return True
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            return True
    return False


def person(people: Mapping[str, Actor] | None, name: str) -> Actor | None:
    """The actor of that name; None for somebody whom the roles file does not name."""
    return (people or {}).get(_folded(name))


def _fault_of(name: str, entry: object, known: frozenset[str] | None) -> tuple[str | None, str]:
    """What is wrong with an entry of the roles file, and the text that is wrong; None when nothing is."""
    if not isinstance(entry, dict) or not name.strip():
        return "no-person", ""
    if extra := sorted(entry.keys() - {"role", "departments", "plans"}):
        return "unknown-setting", extra[0]
    roles, own = _listed(entry.get("role")), _listed(entry.get("departments", []))
    if not roles:
        return "no-role", ""
    if unknown := [one for one in roles if one not in frozenset(Role)]:
        return "unknown-role", unknown[0]
    if own is None or (Role.REPORTER in roles and not own):
        return "no-departments", ""
    plans = entry.get("plans", [OWN_PLAN])
    listed = [plans] if isinstance(plans, str) else plans
    if not isinstance(listed, list) or not listed or any(not isinstance(p, str) for p in listed):
        return "no-plans", ""
    if known is not None and (unknown := [one for one in own if one not in known | {"*"}]):
        return "unknown-department", unknown[0]
    if any(_folded(name) == local.name for local in LOCAL_IDENTITIES):
        return "local-name", ""
    return None, ""


def _person(name: str, entry: dict[str, object]) -> Actor:
    roles, own = _listed(entry["role"]) or [], _listed(entry.get("departments", [])) or []
    plans = entry.get("plans", OWN_PLAN)
    named = frozenset(plans if isinstance(plans, list) else [str(plans)])
    return Actor(name.strip(), frozenset(map(Role, roles)), frozenset(own), plans=named)


def _listed(given: object) -> list[str] | None:
    """One text or a list of them as a list; None for anything else."""
    values = [given] if isinstance(given, str) else given
    return values if _are_texts(values) else None  # type: ignore[return-value]


def _are_texts(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) and value for value in values)


def _folded(name: str) -> str:
    return name.strip().casefold()


# Signing in


@dataclass(frozen=True)
class SignedIn:
    """What a sign-in amounts to. `actor` is None for somebody who counts as signed out.

    `reason` is the label key of why they may only look; None for somebody whom the roles file names.
    """

    actor: Actor | None
    reason: str | None = None


def signed_in(
    claims: Mapping[str, object],
    people: Mapping[str, Actor] | None,
    now: datetime,
    *,
    by_username: bool = False,
) -> SignedIn:
    """Who the claims of an identity token say it is, its signature, issuer and audience having been checked.

    A person is named in the roles file by a verified e-mail address or by `sub`; by `preferred_username` only where
    asked for, since many providers let people choose it. Everybody else is a viewer; so is whoever the file names
    twice. A token without an end counts as ended.
    """
    if claims.get("is_logged_in") is not True:
        return SignedIn(None, "access-signed-out")
    until = _end_of(claims)
    if until is None or now >= until:
        return SignedIn(None, "access-sign-in-expired")
    address = _text(claims.get("email"))
    is_verified = claims.get("email_verified") is True
    # A name that looks like an address must not stand in for one that nobody verified.
    given = [
        _text(claims.get("sub")),
        _text(claims.get("preferred_username")) if by_username else "",
    ]
    names = [address] * is_verified + [name for name in given if "@" not in name]
    found = {one.name: one for name in names if name and (one := person(people, name)) is not None}
    if len(found) == 1:
        return SignedIn(replace(next(iter(found.values())), until=until))
    reason = "access-sign-in-unknown"
    if found:
        reason = "access-sign-in-twice"
    elif address and not is_verified:
        reason = "access-sign-in-unverified"
    shown = next((name for name in (address, *given) if name), "?")
    return SignedIn(Actor(shown, frozenset({Role.VIEWER}), until=until), reason)


def _end_of(claims: Mapping[str, object]) -> datetime | None:
    seconds = claims.get("exp")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


# Local identities

_FORWARDED_PREFIXES = ("x-forwarded", "x-original", "x-envoy", "cf-", "x-proxy")
_FORWARDED = frozenset(
    {
        "forwarded",
        "via",
        "x-real-ip",
        "x-client-ip",
        "x-cluster-client-ip",
        "true-client-ip",
        "client-ip",
    }
)


def why_no_local_identities(
    workspace: str,
    host: str | None,
    headers: Mapping[str, str],
    *,
    peer: str | None = None,
    plan: str = OWN_PLAN,
) -> str | None:
    """The label key of why a reader gets no local identity, or None when they get them.

    `host` is the Host header, `headers` all of the request's, `peer` the address that the connection comes from
    where the server knows it. Whatever hints at a proxy or another machine counts; so does a roles file, for who
    may do what is then said there.
    """
    if are_roles_configured():
        return "access-read-only-roles"
    if plan != OWN_PLAN:
        return "access-read-only-plan"
    if workspace != LOCAL_WORKSPACE:
        return "access-read-only-official"
    return why_not_from_here(host, headers, peer=peer)


def why_not_from_here(
    host: str | None, headers: Mapping[str, str], *, peer: str | None = None
) -> str | None:
    """The label key of what hints that a request comes from elsewhere than this machine, or None when nothing does.

    A proxy that passes nothing on is still given away by what browsers say themselves, the Origin of a websocket.
    """
    names = {name.strip().casefold() for name in headers}
    if names & _FORWARDED or any(name.startswith(_FORWARDED_PREFIXES) for name in names):
        return "access-read-only-forwarded"
    hosts = [host, *(value for name, value in headers.items() if name.casefold() == "host")]
    origins = [value for name, value in headers.items() if name.casefold() == "origin"]
    if not all(_is_loopback(value) for value in (*hosts, *map(_host_of, origins))):
        return "access-read-only-host"
    if peer and not _is_loopback(peer):
        return "access-read-only-peer"
    return None


def local_identities(
    workspace: str,
    host: str | None,
    headers: Mapping[str, str],
    *,
    peer: str | None = None,
    plan: str = OWN_PLAN,
) -> tuple[Actor, ...]:
    """The demo's reporter and reviewer for a reader on this very machine, or nobody; see why_no_local_identities.

    >>> [actor.name for actor in local_identities("demo", "localhost:8501", {})]
    ['demo-reporter', 'demo-reviewer']
    >>> local_identities("demo", "localhost:8501", {"X-Forwarded-For": "203.0.113.7"})
    ()
    """
    refused = why_no_local_identities(workspace, host, headers, peer=peer, plan=plan)
    return () if refused else LOCAL_IDENTITIES


def _host_of(origin: str) -> str:
    return origin.partition("://")[2]


def _is_loopback(host: str | None) -> bool:
    """Whether a Host header or an address means this machine: localhost, 127.0.0.0/8 or ::1, with or without a port."""
    text = (host or "").strip().casefold()
    name, _, port = text.rpartition("]:") if text.startswith("[") else text.partition(":")
    if (text.count(":") > 1 and not text.startswith("[")) or (text.startswith("[") and not name):
        name, port = text, ""
    if port and not (port.isascii() and port.isdigit()):
        return False
    name = name.strip("[]")
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
