"""What the log does not say: the rows that PostgreSQL quotes when it refuses one."""

import logging
import re
from typing import Any

# What was typed may have line breaks; the end is where Python goes on, or PostgreSQL.
_DETAIL = re.compile(
    r"\nDETAIL:.*?(?=\n(?:CONTEXT:|HINT:|\nThe above exception|\nDuring handling)|\Z)", re.DOTALL
)


class DiscreetFormatter(logging.Formatter):
    """Writes tracebacks without DETAIL: it quotes whole rows, and logs are kept by whoever runs us.

    The constraint that refused stands in the first line of the message and stays.
    """

    def formatException(  # noqa: N802 - logging's name
        self, ei: Any
    ) -> str:
        """Return the traceback."""
        return _DETAIL.sub("", super().formatException(ei))
