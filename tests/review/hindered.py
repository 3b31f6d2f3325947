"""A process that the machine lets write no more: what it is told at each step."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from hengyang import review
from hengyang.errors import PlanError
from hengyang.labels import LANGUAGES, words
from hengyang.schema import OBSERVATIONS
from hengyang.store import Store, keep_received, open_store
from tests.review.builders import REPORTER, REVIEWER, approved, drafted, later, submitted

_NOBODY = 65534


def _full() -> None:
    """As on a full disk: no file takes more than a few bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))


def _read_only() -> None:
    """Root may write wherever the permission bits forbid it; somebody else may not."""
    os.setgid(_NOBODY)
    os.setuid(_NOBODY)


HINDRANCES: dict[str, Callable[[], None]] = {"full": _full}
if os.geteuid() == 0:
    HINDRANCES["read_only"] = _read_only

#: The names of `steps`, in their order.
HINDERED_STEPS = ("keep", "draft", "submit", "approve", "publish", "restore")


def make_reachable(folder: Path) -> None:
    """Let anybody look into the folder, and nobody but us write."""
    for parent in (folder, *folder.parents):
        if parent.owner() == folder.owner() and parent != Path("/tmp") and parent != Path("/"):
            parent.chmod(0o755)


def waiting_for_each_step(store: Store, value: float = 15) -> tuple[str, str, str]:
    """The ids of a draft, of a submitted and of an approved proposal, which proposes the value."""
    return (
        drafted(store, ("T05-2", 13)).id,
        submitted(store, ("T05-2", 14)).id,
        approved(store, ("T05-3", value)).id,
    )


def steps(store: Store, draft: str, waiting: str, ready: str) -> dict[str, Callable[[], object]]:
    """Every step that writes, on a draft, a submitted and an approved proposal."""
    return {
        "keep": lambda: keep_received(store, b"x" * 5000, ".csv"),
        "draft": lambda: drafted(store, ("T05-2", 16), content=b"y" * 5000),
        "submit": lambda: review.submit(store, draft, actor=REPORTER, now=later(5)),
        "approve": lambda: review.approve(store, waiting, actor=REVIEWER, now=later(6)),
        "publish": lambda: review.publish(store, ready, actor=REVIEWER, now=later(7)),
        "restore": lambda: review.restore(store, 1, actor=REVIEWER, now=later(8), reason="back"),
    }


def sentence(error: PlanError) -> str:
    """What a reader is told, in every language; raises for an error that has no sentence in one."""
    return "\n".join(words(language)(error.key, **error.arguments) for language in LANGUAGES)


def hindered(hindrance: str, url: str, *proposals_and_pipe: object) -> None:
    """Say (step, what it was refused with) for each; nothing after whatever is no refusal."""
    *proposals, said = proposals_and_pipe
    assert isinstance(said, Connection)
    store = open_store(url, "demo")
    OBSERVATIONS.validate(OBSERVATIONS.empty())
    HINDRANCES[hindrance]()
    for name, step in steps(store, *map(str, proposals)).items():
        try:
            step()
        except PlanError as error:
            said.send((name, sentence(error)))
        else:
            said.send((name, None))
