"""Thousands of spoiled files: each is taken, or refused with a sentence; never anything else, and nothing half kept."""

from __future__ import annotations

import hashlib
import shutil
import time
from pathlib import Path

import pytest

from hengyang import review
from hengyang.errors import UploadRejected
from hengyang.ingest.examine import examine
from hengyang.labels import LANGUAGES, words
from hengyang.store import Store, open_store
from tests.ingest.mutations import mutations
from tests.proof.scale import scaled
from tests.review.builders import NOW, REPORTER, tables_of

FILES = 2_000
#: Of the processor: other work on the machine does not count.
MOST_SECONDS = 300
ORDINARY_FILES = 60
#: Of what is taken, so many are kept as drafts.
DRAFTS = 120


@pytest.fixture
def store(planned_store: Path, tmp_path: Path) -> Store:
    return open_store(shutil.copytree(planned_store, tmp_path / "store"), "demo")


def outcomes(store: Store, first: int, count: int, drafts: int) -> dict[str, int]:
    """How often each thing happened; a fault that is no refusal is raised with its seed.

    The first so many files that propose anything are kept as drafts; in the end the store holds these and no more.
    """
    tables, happened = tables_of(store), dict[str, int]()
    kept: dict[str, tuple[str, int]] = {}
    for seed, name, content in mutations(first, count):
        try:
            found = examine(
                content,
                name,
                tables,
                department=None,
                period=None,
                today=NOW.date(),
                leave_out_faulty=True,
            )
            outcome = "taken" if found.may_be_submitted else "nothing to submit"
            if found.may_be_submitted and len(kept) < drafts:
                draft = _drafted(store, name, content, found)
                kept[draft.id] = (hashlib.sha256(content).hexdigest(), draft.cell_count)
        except UploadRejected as refusal:
            outcome = refusal.key
            _say(refusal)
        except BaseException as error:
            raise AssertionError(f"seed {seed}, {name}: {error!r}") from error
        happened[outcome] = happened.get(outcome, 0) + 1
    assert {one.id: (one.sha256, one.cell_count) for one in review.proposals(store)} == kept
    assert all(len(review.cells(store, number)) == cells for number, (_, cells) in kept.items())
    files = Path(store.url, store.workspace, "received").glob("*")
    assert {file.name[:64] for file in files} == {sha256 for sha256, _ in kept.values()}
    assert store.latest_release() == 1
    return happened


def _drafted(store: Store, name: str, content: bytes, found) -> review.Proposal:  # type: ignore[no-untyped-def]
    return review.start_draft(
        store,
        actor=REPORTER,
        now=NOW,
        tables=tables_of(store),
        frames=found.difference.frames,
        withdrawn=found.difference.withdrawn,
        content=content,
        file_name=name,
        findings=[finding.as_dict() for finding in found.checked.findings],
        left_out_rows=found.checked.left_out,
    )


def _say(refusal: UploadRejected) -> None:
    """Raises, as any bug, for a refusal that has no sentence of its own in every language."""
    for language in LANGUAGES:
        words(language)(refusal.key, **refusal.arguments)


def test_thousands_of_spoiled_files_are_taken_or_refused_within_bounds(store: Store) -> None:
    start, files = time.process_time(), scaled(FILES)
    happened = outcomes(store, 1_000, files, drafts=scaled(DRAFTS))
    took_s = time.process_time() - start
    print(f"\n{files} spoiled files in {took_s:.0f} s of the processor: {happened}")
    assert took_s < MOST_SECONDS
    assert sum(happened.values()) == files
    # the run must reach both ends, or it proves nothing about one of them
    assert happened["taken"] > files / 20
    assert happened["rejected-corrupt"] > files / 20
