"""From the arguments to the answer's text; from an error to its one line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, cast

from hengyang.commands.request import Request, language_asked_for, parse
from hengyang.errors import PlanError
from hengyang.labels import words

#: Commands whose help says more than the common one: the shape of their JSON, their exit codes.
HELP_OF_THEIR_OWN = (
    "status",
    "projects",
    "cases",
    "import",
    "template",
    "submissions",
    "discard",
    "approve",
    "return",
    "publish",
    "restore",
    "releases",
    "diff",
    "divisions",
    "roadmap",
    "assessment",
    "calendar",
    "cell",
    "audit",
    "editions",
    "freeze",
    "prune",
    "bring",
    "rollup",
    "compare",
    "export",
)


class Command(Protocol):
    """What the module of a command offers; the JSON is the contract, the text is for reading."""

    def as_data(self, request: Request) -> dict[str, Any]:
        """The answer, ready for JSON."""

    def as_text(self, request: Request) -> str:
        """The answer in the request's language."""


@dataclass(frozen=True)
class Done:
    """What a command that changes something has done, said both ways, and the code that it leaves with."""

    data: dict[str, Any]
    text: str
    exit_code: int = 0


class Act(Protocol):
    """What the module of a command that changes something offers instead: it must not be asked twice."""

    def act(self, request: Request) -> Done:
        """Do it, and say what was done."""


#: Commands whose names Python keeps for itself.
_MODULES = {"import": "importing", "return": "returning"}


def command_of(name: str) -> Command | Act:
    """The module that answers a command; only that one is loaded, with what it needs."""
    return cast(Command | Act, import_module(f"hengyang.commands.{_MODULES.get(name, name)}"))


def answer(arguments: Sequence[str]) -> str:
    """The answer to a question, as it is printed.

    Raises: NotUnderstood for what cannot be asked, other PlanErrors for what cannot be answered.
    """
    return answered(arguments)[0]


def answered(arguments: Sequence[str]) -> tuple[str, int]:
    """The answer as it is printed, and the code to leave with. Raises: as answer."""
    request = parse(arguments)
    say = words(request.language)
    if request.command is None:
        about = request.help_about
        return say(f"cli-help-{about}" if about in HELP_OF_THEIR_OWN else "cli-help"), 0
    command = command_of(request.command)
    if hasattr(command, "act"):
        done = cast(Act, command).act(request)
        return (_as_json(done.data) if request.is_json else done.text), done.exit_code
    asked = cast(Command, command)
    return (_as_json(asked.as_data(request)) if request.is_json else asked.as_text(request)), 0


def _as_json(data: dict[str, Any]) -> str:
    # NaN is no JSON: what is not known is null, and anything else that comes here is a bug.
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)


def apology(error: PlanError, arguments: Sequence[str]) -> str:
    """One line that says why there is no answer, in the language that was asked for."""
    said = words(language_asked_for(arguments))(error.key, **error.arguments)
    return " ".join(said.split())
