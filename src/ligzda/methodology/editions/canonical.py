"""One text of a value in JSON, by RFC 8785, so that it has one hash on every machine.

Keys in the order of their UTF-16 units, no blanks, UTF-8. Floats are refused: a number that is
printed is written out as text before it comes here.
"""

import json
from typing import Any


def canonical(value: Any) -> bytes:
    """Return the canonical JSON. Raises ValueError for a float, or a text that is not Unicode."""
    try:
        return json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"A text has half a character ({error.reason}).") from None


def _ordered(value: Any) -> Any:
    if isinstance(value, float):
        raise ValueError(f"{value} is a float; write it out with its places.")
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return {key: _ordered(value[key]) for key in keys}
    if isinstance(value, list | tuple):
        return [_ordered(each) for each in value]
    return value
