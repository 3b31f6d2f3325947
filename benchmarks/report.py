"""A run's samples as a table with aims and as a picture; README.md shows both."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from markupsafe import Markup

from tests.measure import readme as readme_block

ROOT = Path(__file__).parent.parent
DOCS, JSON, SVG, TABLE = ROOT / "docs", "bench.json", "bench.svg", "bench.md"
OURS, NAIVE, FLOOR = "ours", "naive Streamlit", "empty Streamlit page"
PEERS = (NAIVE, "Dash", "Panel", "NiceGUI")
#: What counts where an aim lies below the cost of an empty page.
OF_FLOOR = 1.2
CHARTS_PAGE = "ours, page of all charts of a theme"
TABLE_PAGE = "ours, table of all indicators"
_BEGIN, _END = "<!-- bench: made by make bench -->", "<!-- /bench -->"


@dataclass(frozen=True)
class Row:
    """One figure. against: whose figure ours is a share of ("best" of the peers, or one of them); aim: at most that share.

    against_figure where the peer's figure has another name; most: an aim in the figure's own unit instead.
    """

    figure: str
    name: str
    unit: str = "ms"
    against: str = "best"
    aim: float | None = None
    most: float | None = None
    ours: str = OURS
    against_figure: str | None = None


ROWS = [
    Row("start", "server start to listening"),
    Row("cold answer", "first visit, finding, cards and board painted", aim=0.65),
    Row("cold charts", "first visit, all painted", aim=1.0),
    Row(
        "cold charts",
        "first visit to our page of 32 charts, all painted",
        aim=1.0,
        ours=CHARTS_PAGE,
    ),
    Row("warm answer", "warm cache, finding, cards and board painted", aim=0.6),
    Row("warm charts", "warm cache, all painted", aim=0.6),
    Row("filter", "filter change, all painted", aim=0.8),
    Row("filter", "our table sorted, its data in the page already", aim=0.2, ours=TABLE_PAGE),
    Row("switch", "page switch, painted", against=NAIVE, aim=0.5),
    Row("cold bytes", "first visit, received", "kB", against=NAIVE, aim=0.3),
    Row(
        "cold bytes until answer",
        "received until finding, cards and board",
        "kB",
        against=NAIVE,
        aim=0.15,
        against_figure="cold bytes",
    ),
    Row("cold requests", "first visit, requests", ""),
    Row("warm bytes", "warm cache, received", "kB", against=NAIVE),
    Row("filter bytes", "filter change, received", "kB", against=NAIVE),
    Row("memory at start", "server memory at start", "MB", against=NAIVE),
    Row("memory per session", "server memory for one more session", "MB", against=NAIVE, aim=0.5),
    Row("50 sessions p50", "50 sessions, p50", against=NAIVE),
    Row("50 sessions p95", "50 sessions, p95", against=NAIVE, aim=0.1),
    Row("50 sessions errors", "50 sessions, without an answer", ""),
    Row("200 sessions p50", "200 sessions, p50", against=NAIVE),
    Row("200 sessions p95", "200 sessions, p95", against=NAIVE, most=500),
    Row("200 sessions errors", "200 sessions, without an answer", ""),
]


@dataclass(frozen=True)
class Run:
    """One run: contender → figure → samples."""

    repeats: int
    rounds: int
    cores: int
    samples: Mapping[str, Mapping[str, Sequence[float]]]

    @classmethod
    def of(cls, told: Mapping[str, object]) -> Run:
        """The run that bench.json tells."""
        return cls(**{name: told[name] for name in ("repeats", "rounds", "cores", "samples")})  # type: ignore[arg-type]

    def of_contender(self, contender: str, figure: str) -> Sequence[float]:
        return self.samples.get(contender, {}).get(figure, [])

    def against(self, row: Row) -> str | None:
        """The contender that the row's share is taken of."""
        if row.against != "best":
            return row.against
        measured = [peer for peer in PEERS if self.of_contender(peer, row.figure)]
        return min(
            measured, key=lambda peer: median(self.of_contender(peer, row.figure)), default=None
        )

    def share(self, row: Row) -> float | None:
        """Ours as a share of theirs: the median over the rounds of a run, in each of which both were measured."""
        against = self.against(row)
        ours = self.of_contender(row.ours, row.figure)
        theirs = self.of_contender(against or "", row.against_figure or row.figure)
        if not ours or not theirs or not all(theirs):
            return None
        return median(
            a / b if math.isfinite(b) else 0.0 for a, b in zip(ours, theirs, strict=False)
        )

    def of_floor(self, row: Row) -> float | None:
        """Ours as a multiple of the empty page, where the aim lies below what an empty page costs; else None."""
        floor, theirs = (
            self.of_contender(one, row.figure) for one in (FLOOR, self.against(row) or "")
        )
        ours = self.of_contender(row.ours, row.figure)
        if row.aim is None or not ours or not floor or not theirs or median(floor) <= 0:
            return None
        is_below = row.aim * median(theirs) < median(floor)
        return median(ours) / median(floor) if is_below else None

    def is_reached(self, row: Row) -> bool | None:
        """None where there is no aim, or nothing to hold to it."""
        ours, share = self.of_contender(row.ours, row.figure), self.share(row)
        if row.most is not None and ours:
            return median(ours) <= row.most
        if (of_floor := self.of_floor(row)) is not None:
            return of_floor <= OF_FLOOR
        return None if row.aim is None or share is None else share <= row.aim


def cell(samples: Sequence[float], unit: str) -> str:
    """The median, with the quartiles where there are at least three samples."""
    if not samples:
        return "–"
    found = [value / 1000 if unit == "kB" else value for value in samples]
    middle = _number(median(found))
    if len(found) < 3 or min(found) == max(found):
        return middle
    low, _, high = quantiles(found, n=4, method="inclusive")
    return f"{middle} ({_number(low)}–{_number(high)})"


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "no answer"
    return f"{value:,.0f}" if abs(value) >= 10 or value == int(value) else f"{value:.2g}"


def table(run: Run) -> str:
    """Markdown: medians with quartiles of all contenders, our share, the aim, whether it is reached."""
    names = ["this app", *PEERS, "empty Streamlit page"]
    lines = [
        f"| measured | {' | '.join(names)} | share | aim | |",
        f"|---|{'---:|' * len(names)}---:|---:|---|",
    ]
    for row in ROWS:
        if not run.of_contender(row.ours, row.figure):
            continue
        cells = [
            cell(run.of_contender(one, row.figure), row.unit) for one in (row.ours, *PEERS, FLOOR)
        ]
        share, reached = run.share(row), run.is_reached(row)
        told = "–" if share is None else f"{share:.2f} × {_short(run.against(row))}"
        aim = "–" if row.aim is None else f"≤ {row.aim:g} ×"
        if (of_floor := run.of_floor(row)) is not None:
            told += f", {of_floor:.2f} × empty"
            aim += f", below an empty page: ≤ {OF_FLOOR:g} × that"
        if row.most is not None:
            aim = f"≤ {row.most:g} {row.unit}"
        verdict = "" if reached is None else "reached" if reached else "**not**"
        name = f"{row.name} ({row.unit})" if row.unit else row.name
        lines.append(f"| {name} | {' | '.join(cells)} | {told} | {aim} | {verdict} |")
    return "\n".join(lines)


def _short(contender: str | None) -> str:
    return "naive" if contender == NAIVE else contender or "–"


_DRAWN = ("cold answer", "cold charts", "warm answer", "filter", "switch")
_COLORS = {OURS: "#1d5fa8", FLOOR: "#c3ccd3"}


def picture(run: Run) -> Markup:
    """Bars of the medians with a line from quartile to quartile, a block for each thing that a reader waits for."""
    parts: list[Markup] = []
    top = 34
    drawn = [row for row in ROWS if row.figure in _DRAWN and row.ours == OURS]
    longest = max(
        (quantiles(samples, n=4, method="inclusive")[2] if len(samples) > 1 else samples[0])
        for row in drawn
        for one in (OURS, *PEERS, FLOOR)
        if (samples := run.of_contender(one, row.figure))
    )
    scale = 560 / longest
    for row in drawn:
        parts.append(
            Markup('<text x="12" y="{}" font-weight="600">{}</text>').format(top, row.name)
        )
        top += 8
        for one in (OURS, *PEERS, FLOOR):
            samples = run.of_contender(one, row.figure)
            if not samples:
                continue
            middle = median(samples)
            low, high = middle, middle
            if len(samples) > 1:
                low, _, high = quantiles(samples, n=4, method="inclusive")
            parts.append(
                Markup(
                    '<text x="150" y="{y}" text-anchor="end">{name}</text>'
                    '<rect x="158" y="{bar}" width="{width:.1f}" height="11" fill="{color}"/>'
                    '<path d="M{low:.1f} {line}H{high:.1f}" stroke="#1d2730"/>'
                    '<text x="{at:.1f}" y="{y}">{value} ms</text>'
                ).format(
                    y=top + 12,
                    name="this app" if one == OURS else one,
                    bar=top + 3,
                    width=middle * scale,
                    color=_COLORS.get(one, "#8fa3b3"),
                    low=158 + low * scale,
                    high=158 + high * scale,
                    line=top + 8.5,
                    at=164 + high * scale,
                    value=f"{middle:,.0f}",
                )
            )
            top += 17
        top += 26
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 {height}" width="800" height="{height}" '
        'font-family="sans-serif" font-size="12" fill="#1d2730"><rect width="800" height="{height}" fill="#fff"/>{parts}'
        '<text x="12" y="{last}" fill="#5c6a75">Medians and quartiles of {repeats} interleaved visits on {cores} cores.</text>'
        "</svg>\n"
    ).format(
        height=top + 8,
        last=top - 4,
        parts=Markup("").join(parts),
        repeats=run.repeats,
        cores=run.cores,
    )


def write(run: Run, folder: Path, *, into_readme: bool) -> None:
    """The picture beside the JSON; the table into README.md, or beside it too."""
    (folder / SVG).write_text(picture(run), encoding="utf-8")
    if not into_readme:
        (folder / TABLE).write_text(table(run) + "\n", encoding="utf-8")
        return
    readme = ROOT / "README.md"
    readme.write_text(placed(readme.read_text(encoding="utf-8"), run), encoding="utf-8")


def placed(readme: str, run: Run) -> str:
    """The README's text with this run's picture and table between its two marks."""
    shown = f"![What a reader waits for, here and elsewhere](docs/{SVG})\n\n{table(run)}"
    return readme_block.placed(readme, _BEGIN, _END, shown)
