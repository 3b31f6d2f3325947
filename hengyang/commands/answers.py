"""From the arguments to the answer's text; from an error to its one line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Protocol, cast

from hengyang.commands.request import Request, language_asked_for, parse
from hengyang.errors import PlanError
from hengyang.labels import words


class Command(Protocol):
    """What the module of a command offers; the JSON is the contract, the text is for reading."""

    def as_data(self, request: Request) -> dict[str, Any]:
        """The answer, ready for JSON."""

    def as_text(self, request: Request) -> str:
        """The answer in the request's language."""


def command_of(name: str) -> Command:
    """The module that answers a command; only that one is loaded, with what it needs."""
    return cast(Command, import_module(f"hengyang.commands.{name}"))


def answer(arguments: Sequence[str]) -> str:
    """The answer to a question, as it is printed.

    Raises: NotUnderstood for what cannot be asked, other PlanErrors for what cannot be answered.
    """
    request = parse(arguments)
    if request.command is None:
        return words(request.language)("cli-help")
    command = command_of(request.command)
    if request.is_json:
        # NaN is no JSON: what is not known is null, and anything else that comes here is a bug.
        return json.dumps(command.as_data(request), ensure_ascii=False, indent=2, allow_nan=False)
    return command.as_text(request)


def apology(error: PlanError, arguments: Sequence[str]) -> str:
    """One line that says why there is no answer, in the language that was asked for."""
    said = words(language_asked_for(arguments))(error.key, **error.arguments)
    return " ".join(said.split())
