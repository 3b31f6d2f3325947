"""The product's own source files, read as syntax trees: what the tests about code, and not about answers, look at."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Module:
    """A file of the product. `room` is the first part under hengyang/, or "pages", or "app"."""

    path: str  # from the repository's root, with slashes
    text: str

    @property
    def room(self) -> str:
        parts = self.path.removesuffix(".py").split("/")
        return parts[1] if parts[0] == "hengyang" else parts[0]

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @cached_property
    def imports(self) -> frozenset[str]:
        """Every module imported anywhere in the file, with the names taken from it: pandas, hengyang.store.delta."""
        return frozenset(self._imported(ast.walk(self.tree)))

    @cached_property
    def imports_at_start(self) -> frozenset[str]:
        """Those that importing this file imports: not inside functions, not for type checkers only."""
        return frozenset(self._imported(_run_at_start(self.tree)))

    def _imported(self, nodes: Iterator[ast.AST]) -> Iterator[str]:
        package = self.path.removesuffix(".py").split("/")[:-1]
        for node in nodes:
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                above = package[: len(package) - node.level + 1] if node.level else []
                origin = ".".join([*above, *([node.module] if node.module else [])])
                yield from (f"{origin}.{name.name}" for name in node.names)

    def imports_package(self, name: str) -> bool:
        return any(found.split(".")[0] == name for found in self.imports)

    @property
    def rooms_looked_at(self) -> frozenset[str]:
        """The other rooms of the package that the file imports from."""
        found = {name.split(".")[1] for name in self.imports if name.startswith("hengyang.")}
        return frozenset(found - {self.room})

    def literals(self) -> Iterator[ast.Constant]:
        """The string literals that are no docstrings; the constant parts of f-strings among them."""
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(self.tree)
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(self.tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in docstrings
            ):
                yield node


def _run_at_start(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from _run_at_start(node)


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file of the product: the package, the pages and the frame."""
    paths = [
        *sorted((ROOT / "hengyang").rglob("*.py")),
        *sorted((ROOT / "pages").glob("*.py")),
        ROOT / "app.py",
    ]
    return tuple(
        Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in paths
    )


def rooms() -> frozenset[str]:
    """What stands directly under hengyang/: modules and folders with Python in them."""
    return frozenset(
        module.room
        for module in modules()
        if module.path.startswith("hengyang/") and not module.room.startswith("__")
    )


@cache
def map_of_rooms() -> dict[str, frozenset[str]]:
    """Room → the rooms that the map in hengyang/__init__.py lets it look at."""
    import hengyang

    found = re.findall(r"^(\w+) {2,}\S.*?← (.+)$", hengyang.__doc__ or "", re.MULTILINE)
    shared = frozenset({"errors", "schema", "labels", "remembered"})
    return {
        room: frozenset(re.findall(r"\w+", seen) if seen not in ("nothing", "nobody else") else ())
        | (frozenset() if room in shared else shared)
        for room, seen in found
    }
