"""Thousands of spoiled files: each is read, or refused with a sentence; never anything else."""

from __future__ import annotations

import time

import pytest

from hengyang.errors import UploadRejected
from hengyang.ingest.reading import read
from hengyang.ingest.recognise import recognise
from hengyang.labels import LANGUAGES, words
from hengyang.plan import load_plan
from tests.ingest.mutations import mutations

FILES = 2_400
MOST_SECONDS = 240
ORDINARY_FILES = 60


def outcomes(first: int, count: int) -> dict[str, int]:
    """How often each thing happened; a fault that is no refusal is raised with its seed."""
    plan, happened = load_plan(), dict[str, int]()
    for seed, name, content in mutations(first, count):
        try:
            found = recognise(read(content, name), plan)
            outcome = "recognised" if found else "nothing"
        except UploadRejected as refusal:
            outcome = refusal.key
            _say(refusal)
        except BaseException as error:
            raise AssertionError(f"seed {seed}, {name}: {error!r}") from error
        happened[outcome] = happened.get(outcome, 0) + 1
    return happened


def _say(refusal: UploadRejected) -> None:
    """Raises, as any bug, for a refusal that has no sentence of its own in every language."""
    for language in LANGUAGES:
        words(language)(refusal.key, **refusal.arguments)


def test_sixty_spoiled_files_are_read_or_refused() -> None:
    happened = outcomes(0, ORDINARY_FILES)
    assert sum(happened.values()) == ORDINARY_FILES
    assert "nothing" not in happened


@pytest.mark.proof
def test_thousands_of_spoiled_files_are_read_or_refused_within_bounds() -> None:
    start = time.monotonic()
    happened = outcomes(1_000, FILES)
    assert time.monotonic() - start < MOST_SECONDS
    assert sum(happened.values()) == FILES
    # the run must reach both ends, or it proves nothing about one of them
    assert happened["recognised"] > FILES / 20
    assert happened["rejected-corrupt"] > FILES / 20
