"""One workspace of a store: append a submission, publish it as a release, read any release."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import pyarrow as pa

from hengyang.errors import DataMissing, PlanError, StaleRelease
from hengyang.schema import RELEASES, TABLES, Table, Tables
from hengyang.store import delta, merging, release_rows, seen, visible
from hengyang.store.location import below, demand_plan_name, holds_simulated
from hengyang.store.rows import (
    IN_LAKE,
    SUBMISSIONS,
    fault,
    in_lake,
    rows_to_append,
    stored_schema,
)

#: Tables at a time: on a disk it hardly matters, an object store answers each request after a while.
_THREADS = 16

#: Table name → rows.
Frames = Mapping[str, pd.DataFrame]

#: The folder of a lake's workspace under which each plan keeps what is its own.
OWN = "of-plan"
#: So often a publish looks again after a commit that failed; then it is no mere hitch any more.
_PUBLISH_TRIES = 5


@dataclass(frozen=True)
class Store:
    """A workspace of a store. Holds no state but where it lies, so it may be shared by threads.

    Every `read` looks at the disk once; whoever reads often keeps the frames, keyed by release.
    With a `plan` it is that plan's part of a lake: its rows lie in its partition of tables that all plans share, its
    releases in a table of their own, so that many plans don't wait for each other.
    """

    url: str
    workspace: str
    plan: str = ""

    def releases(self, submission: str | None = None) -> pd.DataFrame:
        """schema.RELEASES, the oldest first; empty before the first publish. One frame until the next: never mutate.

        `submission` leaves that one's, and those of its parts: a part is named as the whole, a dot and more.
        """
        if submission is None:
            return self._releases_and_version()[0]
        # The slash comes right after the dot; a dash, say, before it.
        within = {"submission": (submission, f"{submission}/")}
        frame = RELEASES.coerce(delta.read(self.own(RELEASES.name), within).to_pandas())
        is_wanted = frame["submission"].str.split(".", n=1).str[0] == submission
        return frame[is_wanted].sort_values("release", ignore_index=True)

    def release_numbers(self) -> list[int]:
        """Oldest first: 1, 2, 3 …"""
        return [int(number) for number in self.releases()["release"]]

    def latest_release(self) -> int:
        """The newest release's number; 0 before the first publish."""
        return max(self.release_numbers(), default=0)

    def read(self, release: int | None = None, names: Collection[str] = tuple(TABLES)) -> Tables:
        """Every table (or those named) as it stands at a release (the newest when None), without its rows' origin.

        Plan tables keep the order of data/, fact tables are in the order of their key. A table to which nothing came
        between two releases may be one frame in both: never mutate. What is stored is read here, all of it; a frame
        is made of it when first asked for. As long as nothing comes, the same release is the same Tables.
        Raises: DataMissing when there is no such release.
        """
        number, numbers = self._numbers_up_to(release)
        released = frozenset(numbers.items())
        with ThreadPoolExecutor(_THREADS) as pool:
            stored = {
                name: (rows, seen.bringing(rows, released))
                for name, rows in zip(names, pool.map(self._stored, names), strict=True)
            }
        return seen.tables(self.workspace, number, self.plan, stored)

    def read_with_origin(self, table: str, release: int | None = None) -> pd.DataFrame:
        """One table at a release with where each row came from, withdrawn cells included.

        Columns: the table's, submission, row, is_withdrawn, then the release that brought the row and its
        published_at and actor. A withdrawn row has its key and nothing that can be relied on besides.
        Raises: DataMissing for an unknown table or release.
        """
        declared = _declared(table)
        _, numbers = self._numbers_up_to(release)
        return seen.with_release_facts(declared, self._latest(declared, numbers), self.releases())

    def cell_history(self, table: str, key: Mapping[str, object]) -> pd.DataFrame:
        """Everything that was ever released for one cell, oldest first, as in read_with_origin.

        `key` maps every key column of the table to its value.
        Raises: DataMissing for an unknown table or a key that is not the table's.
        """
        declared = _declared(table)
        if set(key) != set(declared.key):
            raise DataMissing(f"{table} is keyed by {declared.key}, not {tuple(key)}", name=table)
        _, numbers = self._numbers_up_to(None) if self.latest_release() else (0, {})
        rows = visible.released(self._rows(declared), numbers)
        for name, value in key.items():
            wanted = pd.Timestamp(value) if declared.column(name).kind == "date" else value  # type: ignore[arg-type]
            rows = rows[rows[name] == wanted]
        rows = rows.drop_duplicates("release", keep="last").reset_index(drop=True)
        return seen.with_release_facts(declared, rows, self.releases())

    def released_rows(self) -> dict[str, pd.DataFrame]:
        """Table name → every row that was ever released in it, oldest first, as in read_with_origin."""
        columns = ("submission", "release", "published_at", "actor")
        released = frozenset(self.releases()[[*columns]].itertuples(index=False, name=None))
        with ThreadPoolExecutor(_THREADS) as pool:
            stored = pool.map(self._stored, TABLES)
            return {
                name: seen.ever(name, rows, seen.bringing(rows, released))
                for name, rows in zip(TABLES, stored, strict=True)
            }

    def rows_up_to(self, table: str, release: int) -> pd.DataFrame:
        """Every row of one table that was released up to a release, oldest first, as in read_with_origin.

        Raises: DataMissing for an unknown table or release.
        """
        declared = _declared(table)
        _, numbers = self._numbers_up_to(release)
        rows = visible.released(self._rows(declared), numbers).reset_index(drop=True)
        return seen.with_release_facts(declared, rows, self.releases())

    def append(
        self,
        submission: str,
        frames: Mapping[str, pd.DataFrame],
        withdrawn: Mapping[str, pd.DataFrame] | None = None,
    ) -> None:
        """Add a submission's rows; nobody sees them until the submission is published.

        `frames` maps table name → rows; a `row` column says where each stands in its file (default: its
        place in the frame, from 1). `withdrawn` maps table name → the keys of cells to take back, with
        whatever other columns are known. Repeating an append, complete or broken off, adds nothing twice.
        Raises: SchemaMismatch for rows that the table's declaration forbids, for real rows among simulated
        ones or the reverse, for a cell that comes twice, for an empty submission, and for a submission
        that brought other rows before.
        """
        self.append_each({submission: (frames, withdrawn or {})})

    def append_each(self, submissions: Mapping[str, tuple[Frames, Frames]]) -> None:
        """append for several submissions, name → frames and withdrawn: one commit a table for all of them."""
        rows = {
            submission: self._to_append(submission, *frames)
            for submission, frames in submissions.items()
        }
        marks = {
            submission: {name: delta.fingerprint(frame) for name, frame in brought.items()}
            for submission, brought in rows.items()
        }
        before = self._marks(rows)
        lacking = [one for one in rows if before.get(one) != marks[one]]
        for submission in lacking:
            if before.get(submission):
                raise fault("submissions", "submission", "submission_differs", submission)
        if not lacking:
            return
        tables = dict.fromkeys(name for one in lacking for name in rows[one])
        metadata = {"submission": " · ".join(lacking)}

        def add(name: str) -> None:
            schema = stored_schema(self._as_stored(TABLES[name]))
            parts = {
                self._mine(one): (delta.to_arrow(rows[one][name], schema), marks[one][name])
                for one in lacking
                if name in rows[one]
            }
            delta.append_each_once(self._at(name), parts, metadata)

        if len(tables) == 1:
            add(*tables)
        else:
            with ThreadPoolExecutor(_THREADS) as pool:
                list(pool.map(add, tables))
        self.mark_complete(
            {one: {name: len(frame) for name, frame in rows[one].items()} for one in lacking}, marks
        )

    def _to_append(
        self, submission: str, frames: Frames, withdrawn: Frames
    ) -> dict[str, pd.DataFrame]:
        """Table name → what it gets from the submission; without tables that get nothing."""
        found = {
            name: rows_to_append(
                self._as_stored(_declared(name)),
                submission,
                self._with_plan(frames.get(name)),
                self._with_plan(withdrawn.get(name)),
                is_simulated=holds_simulated(self.workspace),
            )
            for name in dict.fromkeys((*frames, *withdrawn))
        }
        found = {name: frame for name, frame in found.items() if len(frame)}
        if not found:
            raise fault("submissions", "submission", "empty", submission)
        return found

    def mark_complete(
        self, counts: Mapping[str, Mapping[str, int]], marks: Mapping[str, Mapping[str, int]]
    ) -> None:
        """Say that the last row of each submission is there: submission → table → rows, and their fingerprints."""
        declared = self._as_stored(SUBMISSIONS)
        parts = {}
        for submission, brought in counts.items():
            manifest = pd.DataFrame(
                {
                    "submission": submission,
                    "table": list(brought),
                    "rows": list(brought.values()),
                    "mark": [marks[submission][name] for name in brought],
                }
            ).sort_values("table")
            manifest = declared.coerce(self._with_plan(manifest))  # type: ignore[arg-type]
            arrow = delta.to_arrow(manifest, declared.arrow_schema())
            parts[self._mine(submission)] = (arrow, delta.fingerprint(manifest))
        delta.append_each_once(
            self._at(SUBMISSIONS.name), parts, {"submission": " · ".join(counts)}
        )

    def publish(
        self,
        submission: str,
        base: int,
        actor: str,
        reason: str,
        published_at: datetime,
        file_name: str | None = None,
        file_sha256: str | None = None,
    ) -> int:
        """Make an appended submission visible in all tables at once; the new release's number.

        `base` is the release that the publisher looked at. A submission that is released already keeps
        its number, which is returned: so a publish may be repeated after a lost answer.
        Raises: StaleRelease when somebody published since `base`; DataMissing when the submission was not
        appended completely; SchemaMismatch when the release's own facts are unfit; PlanError when the commit fails
        again and again though nobody was first.
        """
        facts = {
            "submission": submission,
            "published_at": published_at,
            "actor": actor,
            "reason": reason,
            "file_name": file_name,
            "file_sha256": file_sha256,
        }
        return self.publish_each([facts], base)

    def publish_each(self, facts: Sequence[Mapping[str, object]], base: int) -> int:
        """publish for several submissions, a release each, in one commit: the number of the last.

        The facts of each are the columns of schema.RELEASES but its number and base; those without a file leave that out.
        Raises: as publish; StaleRelease too when some of them, but not all, are released.
        """
        for _ in range(_PUBLISH_TRIES):
            number = self._published(facts, base)
            if number is not None:
                return number
            # Look again: it may be this very submission that got through, somebody else's release,
            # or a mere hitch, after which the number is still to be had.
        raise PlanError(
            f"no commit of {facts[-1]['submission']} in {_PUBLISH_TRIES} tries",
            key="review-error-publish-failed",
            submission=str(facts[-1]["submission"]),
            count=str(_PUBLISH_TRIES),
        )

    def _published(self, facts: Sequence[Mapping[str, object]], base: int) -> int | None:
        """One try of publish_each; None when the commit failed."""
        released, version = self._releases_and_version()
        names = [str(one["submission"]) for one in facts]
        mine = released.loc[released["submission"].isin(names), "release"]
        newest = int(released["release"].max()) if len(released) else 0
        if len(mine) == len(names):
            return int(mine.max())
        if len(mine):
            raise StaleRelease(f"some of {names} are released", base=base, latest=newest)
        complete = self._marks(names)
        for name in names:
            if name not in complete:
                raise DataMissing(f"submission {name} is not completely appended", name=name)
        if base != newest:
            raise StaleRelease(f"release {newest} is newer than {base}", base=base, latest=newest)
        rows, metadata = release_rows.of(facts, newest)
        try:
            delta.append_checked(
                self.own(RELEASES.name),
                version,
                delta.to_arrow(rows, RELEASES.arrow_schema()),
                metadata,
            )
        except StaleRelease:
            return None
        return newest + len(facts)

    def submit_and_publish(
        self,
        submission: str,
        frames: Mapping[str, pd.DataFrame],
        *,
        actor: str,
        reason: str,
        published_at: datetime,
        base: int | None = None,
        withdrawn: Mapping[str, pd.DataFrame] | None = None,
        file_name: str | None = None,
        file_sha256: str | None = None,
    ) -> int:
        """append, then publish on `base` (the newest release when None); the release's number."""
        looked_at = self.latest_release() if base is None else base
        self.append(submission, frames, withdrawn)
        return self.publish(
            submission, looked_at, actor, reason, published_at, file_name, file_sha256
        )

    def publish_log(self) -> list[dict[str, object]]:
        """The commits of the release table, newest first, with actor, reason and submission."""
        return delta.commits(self.own(RELEASES.name))

    def tables_brought_by(self, submissions: Collection[str]) -> set[str]:
        """The tables that any of these submissions has rows of."""
        frame = self._stored(SUBMISSIONS.name).to_pandas()
        return {str(name) for name in frame.loc[frame["submission"].isin(submissions), "table"]}

    def has_every_table(self) -> bool:
        """False for a store that an earlier version made, before some table was declared."""
        with ThreadPoolExecutor(_THREADS) as pool:
            return all(pool.map(lambda name: delta.exists(self._at(name)), TABLES))

    def create_tables(self) -> None:
        """Make whatever tables are missing; safe beside another process that does the same."""
        wanted = {
            **{name: stored_schema(self._as_stored(table)) for name, table in TABLES.items()},
            SUBMISSIONS.name: self._as_stored(SUBMISSIONS).arrow_schema(),
        }
        partitions = [IN_LAKE.name] if self.plan else []
        with ThreadPoolExecutor(_THREADS) as pool:
            list(
                pool.map(
                    lambda name: delta.create(
                        self._at(name),
                        wanted[name],
                        (TABLES.get(name) or SUBMISSIONS).row,
                        partitions,
                    ),
                    wanted,
                )
            )
        # Last: a workspace is there for readers once it has releases.
        self.create_releases()

    def create_releases(self) -> None:
        """Make the table of releases where it is missing."""
        delta.create(self.own(RELEASES.name), RELEASES.arrow_schema(), RELEASES.row)

    def checkpoint(self) -> None:
        """Quicker opening of every table from now on; no row changes, nothing is removed."""
        with ThreadPoolExecutor(_THREADS) as pool:
            list(pool.map(delta.checkpoint, self._addresses().values()))

    def merge(self, *, dry_run: bool = True, whole: bool = False) -> dict[str, merging.Merged]:
        """Table name → how many of its files were merged into few (would be, with dry_run), and how many were left.

        In a lake those of this plan; with `whole` every plan's in the tables that plans share. Each publish adds a file
        to its tables, and many are slow to read. No row changes, every release reads as before, nobody is held up.
        """
        of = None if whole else self._partition
        found = {
            name: merging.merge(address, dry_run=dry_run, partition=of)
            for name, address in self._addresses().items()
        }
        return {name: counts for name, counts in found.items() if any(counts)}

    def prune(self, *, dry_run: bool = True) -> dict[str, list[str]]:
        """Table name → files that no release needs and that are more than a week old; removed unless dry_run.

        Such files are what a writer left behind that died before its commit, and what was merged. Every row that was
        ever committed stays, so that each release reads as before; never called but by a person's command.
        """
        found = {
            name: delta.leftovers(address, dry_run=dry_run)
            for name, address in self._addresses().items()
        }
        return {name: files for name, files in found.items() if files}

    def is_there(self) -> bool:
        return delta.exists(self.own(RELEASES.name))

    def own(self, name: str) -> str:
        """Where something lies that is the plan's own: its releases, what people do beside them, received files."""
        return below(self.url, self.workspace, *([OWN, self.plan] if self.plan else []), name)

    def _at(self, table: str) -> str:
        """Where a table lies that the plans of a lake share."""
        return below(self.url, self.workspace, table)

    def _addresses(self) -> dict[str, str]:
        shared = {name: self._at(name) for name in (*TABLES, SUBMISSIONS.name)}
        return {**shared, RELEASES.name: self.own(RELEASES.name)}

    def _stored(self, name: str) -> pa.Table:
        return delta.read(self._at(name), partition=self._partition)

    @property
    def _partition(self) -> tuple[str, str] | None:
        return (IN_LAKE.name, self.plan) if self.plan else None

    def _as_stored(self, table: Table) -> Table:
        return in_lake(table) if self.plan else table

    def _with_plan(self, frame: pd.DataFrame | None) -> pd.DataFrame | None:
        # In a lake a plan is called what the lake calls it, in the table of plans too.
        return frame if frame is None or not self.plan else frame.assign(plan=self.plan)

    def _mine(self, submission: str) -> str:
        """The submission as the log of a shared table knows it: two plans may name theirs alike."""
        return f"{self.plan}/{submission}" if self.plan else submission

    def _releases_and_version(self) -> tuple[pd.DataFrame, int]:
        rows, version = delta.read_with_version(self.own(RELEASES.name))
        return release_rows.in_order(rows), version

    def _numbers_up_to(self, release: int | None) -> tuple[int, dict[str, int]]:
        released = self.releases()
        newest = int(released["release"].max()) if len(released) else 0
        number = newest if release is None else release
        if not 1 <= number <= newest:
            raise DataMissing(
                f"{self.workspace} has no release {number}", name=f"{self.workspace} {number}"
            )
        upto = released[released["release"] <= number]
        pairs = zip(upto["submission"], upto["release"], strict=True)
        return number, {str(submission): int(value) for submission, value in pairs}

    def _marks(self, submissions: Collection[str]) -> dict[str, dict[str, int]]:
        """Submission → table → fingerprint, of those that were appended completely."""
        within = {"submission": (min(submissions), max(submissions))}
        frame = delta.read(self._at(SUBMISSIONS.name), within, self._partition).to_pandas()
        found: dict[str, dict[str, int]] = {}
        for one in frame[frame["submission"].isin(submissions)].itertuples(index=False):
            found.setdefault(str(one.submission), {})[str(one.table)] = int(one.mark)
        return found

    def _rows(self, table: Table) -> pd.DataFrame:
        return seen.typed(table, self._stored(table.name))

    def _latest(self, table: Table, numbers: Mapping[str, int]) -> pd.DataFrame:
        return visible.latest(table, visible.released(self._rows(table), numbers))


def open_store(url: str | os.PathLike[str], workspace: str, plan: str = "") -> Store:
    """The workspace as it lies at the URL, or a plan's part of a lake; nothing is read yet but that it is there.

    Raises: DataMissing for a workspace or plan that is unknown or not prepared.
    """
    store = _named(url, workspace, plan)
    if not store.is_there():
        name = plan or workspace
        raise DataMissing(f"no {name} at {url}", name=name)
    return store


def create_workspace(url: str | os.PathLike[str], workspace: str, plan: str = "") -> Store:
    """The workspace with all its tables, made where missing, without any release.

    Raises: DataMissing for a workspace that is unknown, and for a name that no plan can have.
    """
    store = _named(url, workspace, plan)
    if not store.is_there() or not store.has_every_table():
        store.create_tables()
    return store


def _named(url: str | os.PathLike[str], workspace: str, plan: str) -> Store:
    holds_simulated(workspace)
    if plan:
        demand_plan_name(plan)
    return Store(str(url), workspace, plan)


def _declared(name: str) -> Table:
    try:
        return TABLES[name]
    except KeyError:
        raise DataMissing(f"no table {name}", name=name) from None
