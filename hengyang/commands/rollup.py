"""`rollup`: lights, pace, forecasts and the order of all plans of a lake, published as one release."""

from __future__ import annotations

import sys

from hengyang import access, lake, store
from hengyang.commands.acting import clock, require_filling
from hengyang.commands.answers import Done
from hengyang.commands.compare import lines, records_of
from hengyang.commands.release import lake_of
from hengyang.commands.request import Request
from hengyang.labels import words

_BAR_WIDTH = 32


def act(request: Request) -> Done:
    """lake, workspace, release, submission, as_of, plans (as `compare` gives them); a bar on stderr meanwhile.

    Raises: NotAllowed in official for anybody but an administrator of every plan.
    """
    url, say = lake_of(request), words(request.language)
    actor = require_filling(request, access.EVERY_PLAN)

    def bar(done: int, count: int) -> None:
        filled = _BAR_WIDTH * done // count
        drawn = "█" * filled + "·" * (_BAR_WIDTH - filled)
        end = "\n" if done == count else ""
        said = say("lake-progress", done=str(done), count=str(count))
        print(f"\r{drawn} {said}", end=end, file=sys.stderr, flush=True)

    found = lake.roll_up(
        url,
        request.workspace,
        request.as_of,
        scheduler=request.scheduler,
        workers=request.workers,
        progress=bar,
    )
    release = store.publish_results(
        url,
        request.workspace,
        found.frames,
        submission=found.submission,
        actor=actor,
        reason=words("zh")(
            "lake-reason-rollup", count=str(found.plan_count), day=found.as_of.isoformat()
        ),
        published_at=clock(),
    )
    standings = found.frames["standings"]
    data = {
        "lake": url,
        "workspace": request.workspace,
        "release": release,
        "submission": found.submission,
        "as_of": found.as_of.isoformat(),
        "plans": records_of(standings),
    }
    head = say("lake-rolled-up", release=str(release), submission=found.submission)
    return Done(data, "\n".join([head, *lines(standings, request)]))
