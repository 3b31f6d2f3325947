"""The growth figures as a table with aims and as a picture; README.md shows both."""

from __future__ import annotations

from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests.measure import readme
from tests.measure.growth_picture import picture

ROOT = Path(__file__).parents[2]
DOCS, JSON, SVG, TABLE = ROOT / "docs", "growth.json", "growth.svg", "growth.md"
AIMS = {"script": 1.2, "memory": 1.3, "cold_read": 3.0, "publish": 1.3}
#: Months whose median stands for the beginning, and for the end.
WINDOW = 10
_BEGIN, _END = "<!-- growth: made by python -m tests.measure.growth -->", "<!-- /growth -->"

_ROWS = (
    ("script_ms", "overview, page script (ms)"),
    ("first_ms", "overview, first run of a process, all read (ms)"),
    ("memory_mb", "overview, memory of the process (MB)"),
    ("cold_read_ms", "cold read of a release, all 40 tables as frames (ms)"),
    ("overview_read_ms", "the same, until the overview's 14 tables are there (ms)"),
    ("bare_read_ms", "the same rows by pyarrow alone (ms)"),
)


def ratios(found: dict[str, Any]) -> dict[str, list[float]]:
    """Figure → the share in each lake, from few plans to many; publishing: each month against the first ones.

    Medians of shares taken turn by turn, in each of which all lakes were measured.
    """
    at = [found["at"][str(count)] for count in found["counts"]]
    months = [_shares(run) for run in found["publish_ms"]]
    return {
        "script": [_share(one["script_ms"], at[0]["script_ms"]) for one in at],
        "memory": [_share(one["memory_mb"], at[0]["memory_mb"]) for one in at],
        "cold_read": [_share(one["cold_read_ms"], one["bare_read_ms"]) for one in at],
        "publish": [median(shares) for shares in zip(*months, strict=True)],
    }


def _shares(months: list[float]) -> list[float]:
    early = median(months[:WINDOW])
    return [one / early for one in months]


def _share(ours: list[float], theirs: list[float]) -> float:
    return median(a / b for a, b in zip(ours, theirs, strict=True))


def at_the_end(found: dict[str, Any]) -> dict[str, float]:
    """Figure → the share that is held to its aim: at most plans; of the last months."""
    shares = ratios(found)
    return {
        name: median(values[-WINDOW:]) if name == "publish" else values[-1]
        for name, values in shares.items()
    }


def table(found: dict[str, Any]) -> str:
    """Markdown: medians with quartiles by number of plans, then each share beside its aim, then the roll-up."""
    counts = found["counts"]
    lines = [
        f"| one plan's | {' | '.join(_plans(count) for count in counts)} |",
        f"|---|{'---:|' * len(counts)}",
    ]
    for figure, name in _ROWS:
        cells = [_cell(found["at"][str(count)][figure]) for count in counts]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    end = at_the_end(found)
    most = _plans(counts[-1])
    early = median(median(run[:WINDOW]) for run in found["publish_ms"])
    late = median(median(run[-WINDOW:]) for run in found["publish_ms"])
    told = {
        "script": f"page script at {most}, of one plan's",
        "memory": f"memory at {most}, of one plan's",
        "cold_read": f"cold read at {most}, of bare pyarrow's",
        "publish": f"publishing a month after {len(found['publish_ms'][0])} ({late:.0f} ms), "
        f"of the first ones' ({early:.0f} ms)",
    }
    lines += ["", "| share | | aim | |", "|---|---:|---:|---|"]
    lines += [
        f"| {told[name]} | {end[name]:.2f} × | ≤ {aim:g} × | {'reached' if end[name] <= aim else '**not**'} |"
        for name, aim in AIMS.items()
    ]
    rolled = found["rollup"]
    workers = " and ".join(f"{held:,.0f}" for held in rolled["worker_mb"])
    rows = found["at"][str(counts[-1])]["rows"][0] * counts[-1]
    lines += [
        "",
        f"Roll-up of {_plans(rolled['plans'])}: {rolled['alone_s']:.0f} s in one process ({rolled['alone_mb']:,.0f} MB at most), "
        f"{rolled['workers_s']:.0f} s with {rolled['workers']} workers started for it ({workers} MB at most; Dask's limit "
        f"is {rolled['limit']} each), the same rows bit for bit. {found['cores']} cores, {rows:,.0f} rows at {most}, "
        "simulated throughout.",
    ]
    return "\n".join(lines)


def _plans(count: int) -> str:
    return "1 plan" if count == 1 else f"{count} plans"


def _cell(samples: list[float]) -> str:
    if len(samples) < 3:
        return f"{median(samples):,.0f}"
    low, middle, high = quantiles(samples, n=4, method="inclusive")
    return f"{middle:,.0f} ({low:,.0f}–{high:,.0f})"


def write(found: dict[str, Any], folder: Path, *, into_readme: bool) -> None:
    """The picture beside the JSON; the table into README.md, or beside it too."""
    drawn = picture(found, ratios(found), AIMS)
    (folder / SVG).write_text(drawn, encoding="utf-8")
    if not into_readme:
        (folder / TABLE).write_text(table(found) + "\n", encoding="utf-8")
        return
    place = ROOT / "README.md"
    shown = placed(place.read_text(encoding="utf-8"), found)
    place.write_text(shown, encoding="utf-8")


def placed(text: str, found: dict[str, Any]) -> str:
    """The README's text with this run's picture and table between its two marks."""
    shown = f"![How cost grows with plans and with releases](docs/{SVG})\n\n{table(found)}"
    return readme.placed(text, _BEGIN, _END, shown)
