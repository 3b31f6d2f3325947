"""What somebody asks on the command line, understood or refused."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NoReturn, TypeVar

from hengyang.delivery import COMPONENTS
from hengyang.errors import NotUnderstood
from hengyang.labels import DEFAULT_LANGUAGE
from hengyang.meeting.edition import DeckKind
from hengyang.progress.paths import month_end
from hengyang.schema import LANGUAGES, Language, Theme
from hengyang.store import DEMO, WORKSPACES

#: Command → what must follow it, and the key of what is said when it does not.
_TAKES: Mapping[str, tuple[int, str]] = {
    "status": (0, ""),
    "explain": (1, "cli-error-no-subject"),
    "plan": (0, ""),
    "projects": (0, ""),
    "divisions": (0, ""),
    "cases": (0, ""),
    "consultation": (0, ""),
    "roadmap": (0, ""),
    "safeguards": (0, ""),
    "assessment": (0, ""),
    "calendar": (0, ""),
    "workspaces": (0, ""),
    "prepare": (0, ""),
    "bring": (1, "lake-error-no-name"),
    "rollup": (0, ""),
    "compare": (0, ""),
    "import": (1, "cli-error-no-file"),
    "template": (0, ""),
    "submissions": (0, ""),
    "discard": (1, "cli-error-no-submission"),
    "approve": (1, "cli-error-no-submission"),
    "return": (1, "cli-error-no-submission"),
    "publish": (1, "cli-error-no-submission"),
    "restore": (1, "cli-error-no-number"),
    "releases": (0, ""),
    "diff": (2, "cli-error-two-releases"),
    "cell": (1, "cli-error-no-subject"),
    "editions": (0, ""),
    "freeze": (0, ""),
    "audit": (0, ""),
    "prune": (0, ""),
    "export": (1, "export-error-no-kind"),
}
#: Commands that may be followed by one thing more than they need.
_MAY_TAKE_ONE_MORE = ("submissions",)
COMMAND_NAMES = tuple(_TAKES)
_Name = TypeVar("_Name", bound=str)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")


@dataclass(frozen=True)
class Request:
    """One question. None means: not asked for, so the newest release, the last reported month, all themes.

    `command` is None when only help was asked for, `help_about` then says about which command. `subjects` are what
    follows the command: an indicator, a file, a submission, releases. `known_on` asks for the release that was the
    newest on that day; `division` and `on_day` say which cell; `is_applied` makes a dry run real;
    `seen_release` is the newest release that whoever restores has looked at; `title` and `deck` are an edition's;
    `file` is where a received file goes; `taken` are names as a file has them and the identifiers that they mean;
    `paper` is what a PDF is of, `slide` whose chart is a picture; `state_on` is the day whose state is asked for;
    `baseline` is the release that the roadmap is compared with; `weights`
    are those to try for the assessment, empty for the published ones. `lake` is where many plans lie, `plan` one of
    them; `scheduler` and `workers` say who works out a roll-up.
    """

    command: str | None
    subjects: tuple[str, ...] = ()
    is_json: bool = False
    workspace: str = DEMO
    as_of: date | None = None
    release: int | None = None
    theme: Theme | None = None
    language: Language = DEFAULT_LANGUAGE
    actor_name: str | None = None
    department: str | None = None
    period: date | None = None
    reason: str | None = None
    rows: tuple[int, ...] | None = None
    output: str | None = None
    is_dry_run: bool = False
    leaves_faulty_out: bool = False
    accepts_warnings: bool = False
    help_about: str | None = None
    known_on: date | None = None
    division: str | None = None
    on_day: date | None = None
    is_applied: bool = False
    seen_release: int | None = None
    title: str | None = None
    deck: DeckKind | None = None
    edition: str | None = None
    file: str | None = None
    taken: tuple[tuple[str, str], ...] = ()
    paper: str | None = None
    slide: int | None = None
    state_on: date | None = None
    task: int | None = None
    baseline: int | None = None
    weights: tuple[tuple[str, float], ...] = ()
    lake: str | None = None
    plan: str = ""
    scheduler: str | None = None
    workers: int = 0
    rolled_to: int | None = None

    @property
    def subject(self) -> str | None:
        """The first thing that follows the command."""
        return self.subjects[0] if self.subjects else None


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
        if error.argument_name in _FLAGS:
            raise NotUnderstood("cli-error-no-value", option=error.argument_name) from None
        raise NotUnderstood("cli-error-value-missing", option=error.argument_name) from None
    language = _one_of(given.lang, LANGUAGES, "cli-error-language")
    if given.help:
        about = given.command if given.command in COMMAND_NAMES else None
        return Request(None, language=language, help_about=about)
    if unknown:
        raise NotUnderstood("cli-error-unknown", name=unknown[0])
    if given.command is None:
        raise NotUnderstood("cli-error-no-command", known=_listed(COMMAND_NAMES))
    command = _one_of(given.command, COMMAND_NAMES, "cli-error-command")
    needed, lacking = _TAKES[command]
    if len(given.subjects) < needed or not all(given.subjects[:needed]):
        raise NotUnderstood(lacking)
    most = needed + (command in _MAY_TAKE_ONE_MORE)
    if len(given.subjects) > most:
        raise NotUnderstood("cli-error-unknown", name=given.subjects[most])
    if given.file is not None and not given.subjects:
        raise NotUnderstood("cli-error-no-submission")
    if given.release is not None and given.known_on is not None:
        raise NotUnderstood("cli-error-release-twice")
    if given.edition is not None:
        _demand_nothing_beside_an_edition(given)
    theme = given.theme
    return Request(
        command=command,
        subjects=tuple(given.subjects),
        is_json=given.json,
        workspace=(
            DEMO
            if given.workspace is None
            else _one_of(given.workspace, tuple(WORKSPACES), "cli-error-workspace")
        ),
        as_of=None if given.as_of is None else day_asked_for(given.as_of),
        release=None if given.release is None else release_asked_for(given.release),
        theme=None if theme is None else Theme(_one_of(theme, tuple(Theme), "cli-error-theme")),
        language=language,
        actor_name=given.actor_name,
        department=given.department,
        period=None if given.period is None else day_asked_for(given.period),
        reason=given.reason,
        rows=None if given.rows is None else rows_asked_for(given.rows),
        output=given.output,
        is_dry_run=given.dry_run,
        leaves_faulty_out=given.leave_out_faulty,
        accepts_warnings=given.accept_warnings,
        known_on=None if given.known_on is None else day_asked_for(given.known_on),
        division=given.division,
        on_day=None if given.date is None else day_asked_for(given.date),
        is_applied=given.apply,
        title=given.title,
        deck=None
        if given.deck is None
        else DeckKind(_one_of(given.deck, tuple(DeckKind), "cli-error-deck")),
        seen_release=None if given.seen is None else release_asked_for(given.seen),
        edition=given.edition,
        file=given.file,
        taken=tuple(map(name_asked_for, given.take or ())),
        paper=given.paper,
        slide=None if given.slide is None else _slide_asked_for(given.slide),
        state_on=None if given.on is None else day_asked_for(given.on),
        task=None if given.task is None else task_asked_for(given.task),
        baseline=None if given.baseline is None else release_asked_for(given.baseline),
        lake=given.lake,
        plan=given.plan or "",
        scheduler=given.scheduler,
        workers=0 if given.workers is None else _workers_asked_for(given.workers),
        weights=() if given.weights is None else weights_asked_for(given.weights),
        rolled_to=None if given.roll_forward is None else year_asked_for(given.roll_forward),
    )


#: What an edition has frozen: asking for it once more could only contradict it.
_FROZEN = ("workspace", "as_of", "release", "known_on", "theme", "department", "division")


def _demand_nothing_beside_an_edition(given: argparse.Namespace) -> None:
    for name in _FROZEN:
        if getattr(given, name) is not None:
            option = f"--{name.replace('_', '-')}"
            raise NotUnderstood("export-error-beside-edition", option=option)


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


def rows_asked_for(text: str) -> tuple[int, ...]:
    """Numbers and spans of them, in order. Raises: NotUnderstood.

    >>> rows_asked_for("7,1-3")
    (1, 2, 3, 7)
    """
    found: set[int] = set()
    for part in text.split(","):
        span = re.fullmatch(r"\s*([0-9]{1,6})(?:-([0-9]{1,6}))?\s*", part)
        if span is None or (span[2] is not None and int(span[2]) < int(span[1])):
            raise NotUnderstood("cli-error-rows", value=text)
        found.update(range(int(span[1]), int(span[2] or span[1]) + 1))
    return tuple(sorted(found))


def name_asked_for(text: str) -> tuple[str, str]:
    """A name as a file has it, and the identifier that it means. Raises: NotUnderstood.

    >>> name_asked_for("管廊(a=b)=t05-3")
    ('管廊(a=b)', 'T05-3')
    """
    name, equals, identifier = (part.strip() for part in text.rpartition("="))
    if not (name and equals and identifier):
        raise NotUnderstood("cli-error-take", value=text)
    return name, identifier.upper()


def weights_asked_for(text: str) -> tuple[tuple[str, float], ...]:
    """Weights to try; those that are not named keep the published ones. Raises: NotUnderstood.

    >>> weights_asked_for("progress=60,cases=0")
    (('progress', 60.0), ('cases', 0.0))
    """
    found: dict[str, float] = {}
    for part in text.split(","):
        given = re.fullmatch(r"\s*([a-z]+)\s*=\s*([0-9]{1,3})\s*", part)
        if given is None or given[1] not in COMPONENTS or int(given[2]) > 100 or given[1] in found:
            raise NotUnderstood("appraisal-error-weights", value=text)
        found[given[1]] = float(given[2])
    if len(found) == len(COMPONENTS) and not sum(found.values()):
        raise NotUnderstood("appraisal-error-weights", value=text)
    return tuple(found.items())


#: Options without a value.
_FLAGS = ("--json", "--dry-run", "--leave-out-faulty", "--accept-warnings", "--apply")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("command", nargs="?")
    parser.add_argument("subjects", nargs="*")
    for flag in _FLAGS:
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--workspace")
    parser.add_argument("--as-of")
    parser.add_argument("--release")
    parser.add_argument("--theme")
    parser.add_argument("--as", dest="actor_name")
    parser.add_argument("--department")
    parser.add_argument("--period")
    parser.add_argument("--reason")
    parser.add_argument("--rows")
    parser.add_argument("--output")
    parser.add_argument("--seen")
    parser.add_argument("--known-on")
    parser.add_argument("--division")
    parser.add_argument("--date")
    parser.add_argument("--title")
    parser.add_argument("--deck")
    parser.add_argument("--edition")
    parser.add_argument("--file")
    parser.add_argument("--take", action="append")
    parser.add_argument("--paper")
    parser.add_argument("--slide")
    parser.add_argument("--on")
    parser.add_argument("--task")
    parser.add_argument("--baseline")
    parser.add_argument("--weights")
    parser.add_argument("--lake")
    parser.add_argument("--plan")
    parser.add_argument("--scheduler")
    parser.add_argument("--workers")
    parser.add_argument("--roll-forward")
    parser.add_argument("--lang", default=DEFAULT_LANGUAGE)
    parser.add_argument("-h", "--help", action="store_true")
    return parser


def _one_of(value: str, known: Sequence[_Name], key: str) -> _Name:
    for name in known:
        if value == name:
            return name
    raise NotUnderstood(key, value=value, known=_listed(known))


def release_asked_for(text: str) -> int:
    """A release number. Raises: NotUnderstood."""
    if not re.fullmatch("[0-9]{1,9}", text) or int(text) == 0:
        raise NotUnderstood("cli-error-release-number", value=text)
    return int(text)


def _slide_asked_for(text: str) -> int:
    if not re.fullmatch("[0-9]{1,4}", text) or int(text) == 0:
        raise NotUnderstood("cli-error-slide-number", value=text)
    return int(text)


def _workers_asked_for(text: str) -> int:
    if not re.fullmatch("[0-9]{1,2}", text):
        raise NotUnderstood("lake-error-workers-number", value=text)
    return int(text)


def task_asked_for(text: str) -> int:
    """The number of a task; 0 are the overall aims and safeguards. Raises: NotUnderstood."""
    if not re.fullmatch("[0-9]{1,3}", text):
        raise NotUnderstood("cli-error-task-number", value=text)
    return int(text)


def year_asked_for(text: str) -> int:
    """A year that money can be planned for with the two after it: 2010 to 2038. Raises: NotUnderstood."""
    if not re.fullmatch("20[1-3][0-9]", text) or int(text) > 2038:
        raise NotUnderstood("cli-error-year", value=text)
    return int(text)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
