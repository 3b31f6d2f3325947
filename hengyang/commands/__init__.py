"""The pages' answers without a browser: a question in, JSON or text out.

Each command is a module with `as_data(request)` (ready for JSON) and `as_text(request)`; one that changes
something has `act(request)` instead, which says what it has done both ways.
"""

from hengyang.commands.answers import answer, answered, apology
from hengyang.commands.request import COMMAND_NAMES, Request, options, parse

__all__ = ["COMMAND_NAMES", "Request", "answer", "answered", "apology", "options", "parse"]
