"""The pages' answers without a browser: a question in, JSON or text out.

Each command is a module with `as_data(request)` (ready for JSON) and `as_text(request)`.
"""

from hengyang.commands.answers import answer, apology
from hengyang.commands.request import COMMAND_NAMES, Request, options, parse

__all__ = ["COMMAND_NAMES", "Request", "answer", "apology", "options", "parse"]
