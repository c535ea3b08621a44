"""What the log does not say: the rows that PostgreSQL quotes when it refuses one."""

import logging
import re
from collections.abc import Callable
from typing import Any

# What was typed may have line breaks; the end is where Python goes on, or PostgreSQL.
_DETAIL = re.compile(
    r"\nDETAIL:.*?(?=\n(?:CONTEXT:|HINT:|\nThe above exception|\nDuring handling)|\Z)", re.DOTALL
)


def short_refusals() -> Callable[[logging.LogRecord], bool]:
    """Return a filter that leaves out the traceback of an answer below 500: nothing went wrong."""

    def shorten(record: logging.LogRecord) -> bool:
        if record.exc_info and getattr(record, "status_code", 500) < 500:
            record.exc_info = record.exc_text = None
        return True

    return shorten


class DiscreetFormatter(logging.Formatter):
    """Writes tracebacks without DETAIL: it quotes whole rows, and logs are kept by whoever runs us.

    The constraint that refused stands in the first line of the message and stays.
    """

    def formatException(  # noqa: N802 - logging's name
        self, ei: Any
    ) -> str:
        """Return the traceback."""
        return _DETAIL.sub("", super().formatException(ei))
