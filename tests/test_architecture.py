"""The arrow and the manners of the house, held by reading the sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator

import pytest

from tests.sources import ROOT, Module, map_of_rooms, modules, rooms

PURE_ROOMS = ("plan", "progress", "charts", "labels", "schema", "demo", "errors", "exports")
DOCUMENTED_ROOMS = (
    "plan",
    "progress",
    "store",
    "charts",
    "schema",
    "labels",
    "exports",
    "commands",
    "meeting",
)
TABLE_FILES = re.compile(
    r"\b(read_parquet|to_parquet|read_table|write_table|ParquetFile|ParquetWriter|"
    r"read_feather|to_feather|read_pickle|to_pickle|DeltaTable|write_deltalake)$"
)
EMPTY_NAMES = ("utils", "util", "common", "helpers", "helper", "manager", "managers", "misc")
MAX_PAGE_LINES, MAX_LINES = 80, 500

#: Chinese in code that no reader sees as a word of ours: it is compared with the plan's own text.
CHINESE_ON_PURPOSE = {
    "hengyang/exports/paper_layout.py": {  # fonts, as office programs list them
        "方正小标宋简体",
        "仿宋_GB2312",
        "楷体_GB2312",
        "黑体",
        "宋体",
    },
    "hengyang/exports/template.py": {"_补短板"},  # a sheet nobody sees, found again by its name
    "hengyang/charts/sources.py": {"31项"},  # finds the notice's miscounting among its defects
    "hengyang/plan/passages.py": {"[^。\n]+。?"},  # where a sentence of the notice ends
    "hengyang/labels/__init__.py": {
        "y年M月d日",
        "y年M月",
    },  # how dates are written: labels' own duty
}
_CHINESE = re.compile("[\u3001\u3002\u3400-\u9fff]")

Rule = Callable[[Module], Iterable[str]]


def faults(rule: Rule, looked_at: Iterable[Module] | None = None) -> list[str]:
    """What a rule finds, each with its file."""
    return [
        f"{module.path}: {fault}"
        for module in (modules() if looked_at is None else looked_at)
        for fault in rule(module)
    ]


def streamlit_outside_its_rooms(module: Module) -> Iterator[str]:
    if module.imports_package("streamlit") and module.room not in ("ui", "pages", "app"):
        yield "imports streamlit"


def plotly_outside_figures(module: Module) -> Iterator[str]:
    if module.imports_package("plotly") and not module.path.startswith("hengyang/charts/figures"):
        yield "imports plotly"


def deltalake_outside_store(module: Module) -> Iterator[str]:
    if module.imports_package("deltalake") and module.room != "store":
        yield "imports deltalake"


def table_files_outside_plan_and_store(module: Module) -> Iterator[str]:
    if module.room in ("plan", "store"):
        return
    for node in ast.walk(module.tree):
        name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
        if isinstance(name, str) and TABLE_FILES.search(name):
            yield f"line {node.lineno} touches a table file: {name}"
    if any(name.startswith("pyarrow.parquet") for name in module.imports):
        yield "imports pyarrow.parquet"


def against_the_arrow(module: Module) -> Iterator[str]:
    if module.room in map_of_rooms():
        for room in sorted(module.rooms_looked_at - map_of_rooms()[module.room]):
            yield f"{module.room} looks at {room}"


def eager_pandera(module: Module) -> Iterator[str]:
    if any(name.split(".")[0] == "pandera" for name in module.imports_at_start):
        yield "imports pandera when it is imported"


def hidden_clock(module: Module) -> Iterator[str]:
    if module.room not in PURE_ROOMS:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow"):
            yield f"line {node.lineno} asks the clock: {ast.unparse(node)}"
    if any(name.split(".")[0] == "time" for name in module.imports):
        yield "imports time"


def no_docstring(module: Module) -> Iterator[str]:
    if not ast.get_docstring(module.tree):
        yield "has no docstring"


def undocumented_function(module: Module) -> Iterator[str]:
    if module.room not in DOCUMENTED_ROOMS:
        return
    for node in module.tree.body:
        if (
            isinstance(node, ast.FunctionDef)
            and not node.name.startswith("_")
            and node.name != "main"
            and not ast.get_docstring(node)
        ):
            yield f"line {node.lineno} {node.name} has no docstring"


def too_long(module: Module) -> Iterator[str]:
    limit = MAX_PAGE_LINES if module.room == "pages" else MAX_LINES
    if module.lines > limit:
        yield f"has {module.lines} lines, more than {limit}"


def words_outside_labels(module: Module) -> Iterator[str]:
    if module.room == "demo":  # writes simulated reports, as departments would
        return
    on_purpose = CHINESE_ON_PURPOSE.get(module.path, set())
    for literal in module.literals():
        if _CHINESE.search(literal.value) and literal.value not in on_purpose:
            yield f"line {literal.lineno} says {literal.value!r}"


def unsafe_html(module: Module) -> Iterator[str]:
    if "unsafe_allow_html" in module.text:
        yield "asks for unsafe_allow_html"


def empty_name(module: Module) -> Iterator[str]:
    for part in module.path.removesuffix(".py").split("/"):
        if part in EMPTY_NAMES:
            yield f"is called {part}"


BROKEN: dict[Rule, Module] = {
    streamlit_outside_its_rooms: Module("hengyang/charts/x.py", "import streamlit as st"),
    plotly_outside_figures: Module("hengyang/charts/x.py", "from plotly import graph_objects"),
    deltalake_outside_store: Module("hengyang/plan/x.py", "def f():\n    import deltalake"),
    table_files_outside_plan_and_store: Module(
        "hengyang/ui/x.py", "import pandas as pd\npd.read_parquet('x')"
    ),
    against_the_arrow: Module("hengyang/progress/x.py", "from hengyang import store"),
    eager_pandera: Module(
        "hengyang/store/x.py", "try:\n    import pandera.pandas\nfinally:\n    pass"
    ),
    hidden_clock: Module("hengyang/progress/x.py", "from datetime import date\ndate.today()"),
    no_docstring: Module("pages/x.py", "x = 1"),
    undocumented_function: Module("hengyang/plan/x.py", "def facts():\n    return 1"),
    too_long: Module("pages/x.py", "x = 1\n" * 81),
    words_outside_labels: Module(
        "hengyang/ui/x.py", "def f():\n    '''文'''\n    return f'{1}已完成'"
    ),
    unsafe_html: Module("hengyang/ui/x.py", "st.markdown('', unsafe_allow_html=True)"),
    empty_name: Module("hengyang/utils/x.py", ""),
}


@pytest.mark.parametrize("rule", BROKEN, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_manners(rule: Rule) -> None:
    assert faults(rule) == []


@pytest.mark.parametrize("rule", BROKEN, ids=lambda rule: rule.__name__)
def test_each_manner_is_noticed_when_broken(rule: Rule) -> None:
    assert len(faults(rule, [BROKEN[rule]])) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "import hengyang.ui.frame",
        "from hengyang.ui import frame",
        "from hengyang import ui",
        "from ..ui import frame",
        "from .. import ui",
        "def f():\n    from hengyang.ui.frame import show",
    ],
)
def test_every_way_to_import_a_room_is_seen(statement: str) -> None:
    module = Module("hengyang/charts/x.py", statement)
    assert module.rooms_looked_at == {"ui"}


def test_an_import_for_type_checkers_costs_nothing_at_start() -> None:
    module = Module(
        "hengyang/schema/table.py",
        "if TYPE_CHECKING:\n    import pandera\ndef f():\n    import pandera",
    )
    assert not faults(eager_pandera, [module])
    assert module.imports_package("pandera")


def test_the_map_names_every_room_and_no_other() -> None:
    assert set(map_of_rooms()) == rooms()


def test_the_map_lets_a_room_look_only_at_rooms_above_it() -> None:
    order = list(map_of_rooms())
    for room, seen in map_of_rooms().items():
        assert seen <= set(order[: order.index(room)]), room


@pytest.mark.parametrize(
    ("room", "forbidden"),
    [
        ("errors", rooms()),
        ("schema", rooms() - {"errors"}),
        ("labels", rooms() - {"errors", "schema"}),
        ("plan", {"store", "progress", "charts", "exports", "ui", "commands", "demo"}),
        ("demo", {"store", "progress", "charts", "exports", "ui", "commands"}),
        ("store", {"progress", "charts", "exports", "ui", "commands"}),
        ("progress", {"store", "charts", "exports", "ui", "commands"}),
        ("meeting", {"charts", "exports", "ui", "commands", "review", "ingest"}),
        ("charts", {"store", "ui", "commands"}),
        ("exports", {"store", "ui", "commands"}),
        ("ui", {"commands"}),
    ],
)
def test_the_map_itself_keeps_the_arrow(room: str, forbidden: set[str]) -> None:
    assert not map_of_rooms()[room] & forbidden


def test_nothing_in_the_package_imports_pages_or_the_frame() -> None:
    top = {path.stem for path in (ROOT / "pages").glob("*.py")} | {"pages", "app"}
    for module in modules():
        if module.path.startswith("hengyang/"):
            assert not {name.split(".")[0] for name in module.imports} & top, module.path


def test_nothing_of_the_product_knows_its_tests_or_benchmarks() -> None:
    for module in modules():
        top = {name.split(".")[0] for name in module.imports}
        assert not top & {"tests", "benchmarks", "dash", "panel", "nicegui"}, module.path


def test_exceptions_of_the_source_rules_are_still_needed() -> None:
    by_path = {module.path: module for module in modules()}
    for path, texts in CHINESE_ON_PURPOSE.items():
        assert texts <= {literal.value for literal in by_path[path].literals()}
