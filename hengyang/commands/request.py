"""What somebody asks on the command line, understood or refused."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NoReturn, TypeVar

from hengyang.errors import NotUnderstood
from hengyang.labels import DEFAULT_LANGUAGE
from hengyang.progress.paths import month_end
from hengyang.schema import LANGUAGES, Language, Theme
from hengyang.store import DEMO, WORKSPACES

COMMAND_NAMES = ("status", "explain", "plan", "workspaces", "prepare")
_Name = TypeVar("_Name", bound=str)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")


@dataclass(frozen=True)
class Request:
    """One question. None means: not asked for, so the newest release, the last reported month, all themes.

    `command` is None when only help was asked for; `subject` is an indicator or a milestone.
    """

    command: str | None
    subject: str | None = None
    is_json: bool = False
    workspace: str = DEMO
    as_of: date | None = None
    release: int | None = None
    theme: Theme | None = None
    language: Language = DEFAULT_LANGUAGE


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        # Nothing is required and no type is declared, so argparse has little left to complain about.
        raise NotUnderstood("cli-error-arguments", detail=message)


def options() -> tuple[str, ...]:
    """Every option, as typed: --json, --workspace …"""
    return tuple(name for action in _parser()._actions for name in action.option_strings)


def parse(arguments: Sequence[str]) -> Request:
    """The question that the arguments ask. Raises: NotUnderstood, with the message that says what is wrong."""
    try:
        given, unknown = _parser().parse_known_intermixed_args(list(arguments))
    except argparse.ArgumentError as error:
        if error.argument_name == "--json":
            raise NotUnderstood("cli-error-no-value", option="--json") from None
        raise NotUnderstood("cli-error-value-missing", option=error.argument_name) from None
    language = _one_of(given.lang, LANGUAGES, "cli-error-language")
    if given.help:
        return Request(None, language=language)
    if unknown:
        raise NotUnderstood("cli-error-unknown", name=unknown[0])
    if given.command is None:
        raise NotUnderstood("cli-error-no-command", known=_listed(COMMAND_NAMES))
    command = _one_of(given.command, COMMAND_NAMES, "cli-error-command")
    if command == "explain" and not given.subject:
        raise NotUnderstood("cli-error-no-subject")
    if command != "explain" and given.subject is not None:
        raise NotUnderstood("cli-error-unknown", name=given.subject)
    theme = given.theme
    return Request(
        command=command,
        subject=given.subject,
        is_json=given.json,
        workspace=_one_of(given.workspace, tuple(WORKSPACES), "cli-error-workspace"),
        as_of=None if given.as_of is None else day_asked_for(given.as_of),
        release=None if given.release is None else _release(given.release),
        theme=None if theme is None else Theme(_one_of(theme, tuple(Theme), "cli-error-theme")),
        language=language,
    )


def language_asked_for(arguments: Sequence[str]) -> Language:
    """The language to refuse in: the one that --lang names, as far as it can be made out, else Chinese."""
    for position, argument in enumerate(arguments):
        name, _, joined = argument.partition("=")
        following = "".join(arguments[position + 1 : position + 2])
        for language in LANGUAGES:
            if name == "--lang" and language in (joined, following):
                return language
    return DEFAULT_LANGUAGE


def day_asked_for(text: str) -> date:
    """A day, or the last day of a month. Raises: NotUnderstood.

    >>> day_asked_for("2019-05-31"), day_asked_for("2020-02")
    (datetime.date(2019, 5, 31), datetime.date(2020, 2, 29))
    """
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month, day = found.groups()
        if day is None:
            return month_end(date(int(year), int(month), 1))
        return date(int(year), int(month), int(day))
    except ValueError:
        raise NotUnderstood("cli-error-date", value=text) from None


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("command", nargs="?")
    parser.add_argument("subject", nargs="?")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--workspace", default=DEMO)
    parser.add_argument("--as-of")
    parser.add_argument("--release")
    parser.add_argument("--theme")
    parser.add_argument("--lang", default=DEFAULT_LANGUAGE)
    parser.add_argument("-h", "--help", action="store_true")
    return parser


def _one_of(value: str, known: Sequence[_Name], key: str) -> _Name:
    for name in known:
        if value == name:
            return name
    raise NotUnderstood(key, value=value, known=_listed(known))


def _release(text: str) -> int:
    if not re.fullmatch("[0-9]{1,9}", text) or int(text) == 0:
        raise NotUnderstood("cli-error-release-number", value=text)
    return int(text)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
