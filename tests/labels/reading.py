"""The words as Fluent parses them, and the places in the code that speak them."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from fluent.syntax import ast as fluent
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from hengyang.schema import Language
from tests.sources import ROOT, Module, modules

_ANY = "[a-zA-Z0-9_-]+"


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.others: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:  # noqa: N802
        self.others.add(node.id.name)

    def visit_TermReference(self, node: fluent.TermReference) -> None:  # noqa: N802
        self.others.add(node.id.name)


def variables(message: str) -> frozenset[str]:
    """The arguments that a Fluent text's first message needs.

    >>> sorted(variables("key = { $a } of { $b ->\\n    [one] 1\\n   *[other] { $c }\\n }"))
    ['a', 'b', 'c']
    """
    visitor = _Variables()
    visitor.visit(parse(message).body[0])
    return frozenset(visitor.names)


def references(entry: fluent.EntryType) -> frozenset[str]:
    """The other messages and terms that a message refers to."""
    visitor = _Variables()
    visitor.visit(entry)
    return frozenset(visitor.others)


@cache
def entries(language: Language) -> tuple[tuple[str, fluent.EntryType], ...]:
    """File name and entry of everything in a language's files but comments."""
    return tuple(
        (path.name, entry)
        for path in sorted((ROOT / "hengyang" / "labels" / language).glob("*.ftl"))
        for entry in parse(path.read_text(encoding="utf-8")).body
        if not isinstance(entry, fluent.BaseComment)
    )


@cache
def messages(language: Language) -> dict[str, frozenset[str]]:
    """Key → the arguments that its message needs."""
    found = {}
    for _, entry in entries(language):
        if isinstance(entry, fluent.Message):
            visitor = _Variables()
            visitor.visit(entry)
            found[entry.id.name] = frozenset(visitor.names)
    return found


@dataclass(frozen=True)
class Call:
    """A place that speaks: `keys` is a pattern over keys; `given` the arguments' names, None if not written out."""

    where: str
    keys: str
    given: frozenset[str] | None

    @property
    def key(self) -> str | None:
        """The only key that it names; None for a family."""
        key = re.sub(r"\\(.)", r"\1", self.keys)
        return key if re.escape(key) == self.keys else None

    def spoken(self, known: Collection[str]) -> list[str]:
        if self.key is not None:
            return [self.key] if self.key in known else []
        return [key for key in known if re.fullmatch(self.keys, key)]


def calls(module: Module) -> Iterator[Call]:
    """Every say("…"), words(…)("…") and NotUnderstood("…"), with the key or the family it names."""
    for node in ast.walk(module.tree):
        if not (isinstance(node, ast.Call) and node.args and _speaks(node.func)):
            continue
        given = None
        if len(node.args) == 1 and all(keyword.arg for keyword in node.keywords):
            given = frozenset(str(keyword.arg).replace("_", "-") for keyword in node.keywords)
        for pattern in patterns(node.args[0]):
            yield Call(f"{module.path}:{node.lineno}", pattern, given)


def patterns(node: ast.expr) -> Iterator[str]:
    """The keys that an expression can name: one for each branch; nothing where it is a mere variable."""
    if isinstance(node, ast.IfExp):
        yield from patterns(node.body)
        yield from patterns(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            re.escape(part.value) if isinstance(part, ast.Constant) else _ANY  # type: ignore[arg-type]
            for part in node.values
        )


def _speaks(function: ast.expr) -> bool:
    if isinstance(function, ast.Call):
        function = function.func
        return _name(function) == "words"
    return _name(function) in ("say", "NotUnderstood")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@cache
def all_calls() -> tuple[Call, ...]:
    return tuple(call for module in modules() for call in calls(module))


@cache
def mentioned() -> frozenset[str]:
    """Patterns of keys that the code mentions anywhere, spoken there or handed on: literals and f-strings."""
    found = {call.keys for call in all_calls() if _is_telling(call.keys)}
    for module in modules():
        for literal in module.literals():
            if re.fullmatch("[a-z][a-zA-Z0-9_-]*", str(literal.value)):
                found.add(re.escape(str(literal.value)))
            if re.fullmatch("[a-z]+(-[a-z_]+)+-?", str(literal.value)):  # a family to be completed
                found.add(re.escape(str(literal.value).rstrip("-")) + "-" + _ANY)
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr):
                found |= {pattern for pattern in patterns(node) if _is_telling(pattern)}
    return frozenset(found)


def _is_telling(pattern: str) -> bool:
    """Whether a pattern says anything of its own: f"{a}-{b}" would mention every key there is."""
    fixed = pattern.replace(_ANY, "")
    return bool(re.search("[a-z]{3}", fixed)) and "-" in fixed
