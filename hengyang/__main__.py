"""The command line: every page's answer without a browser, as JSON or as text.

`python -m hengyang --help` says how. Leaves with 2 when the question, or a received file, cannot be understood.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

_FAILED, _NOT_UNDERSTOOD = 1, 2
_INTERRUPTED, _PIPE_CLOSED = 130, 141  # as a shell reports SIGINT and SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one question on stdout, or say in one line on stderr why not; the exit code."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        return _answer(asked)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader has gone; what Python still has to flush at its end must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED


def _answer(asked: list[str]) -> int:
    # Here, so that Ctrl-C while pandas is loading is as quiet as later.
    from hengyang import commands
    from hengyang.errors import NotUnderstood, PlanError, UploadRejected

    try:
        text, exit_code = commands.answered(asked)
        print(text, flush=True)
    except PlanError as error:
        print(commands.apology(error, asked), file=sys.stderr)
        return _NOT_UNDERSTOOD if isinstance(error, NotUnderstood | UploadRejected) else _FAILED
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
