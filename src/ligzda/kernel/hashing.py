"""Hashes: how a text, a file or a value is named by its content.

Pure. SHA-256 in hexadecimal, of the text in UTF-8 exactly as it stands (nothing is normalised), so
that `sha256sum` prints the same. `kernel.models.hash_of` writes the same for a check constraint.
"""

import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Any, BinaryIO


def sha256(content: str | bytes) -> str:
    """Return the SHA-256 of a text or of a file's bytes: 64 hexadecimal digits."""
    octets = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(octets).hexdigest()


def sha256_of_stream(file: BinaryIO) -> str:
    """Return the SHA-256 of what is still to be read of a file; it need not fit into memory."""
    return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def canonical_json(value: object, *, default: Callable[[Any], Any] | None = None) -> str:
    """Return the one text of a value, so that the same value has the same hash.

    Sorted keys, one space of indentation, letters as they are; a file adds a newline at its end.
    `default` makes JSON of what has none, such as a set.
    """
    return json.dumps(value, sort_keys=True, ensure_ascii=False, indent=1, default=default)


def keyed(key: bytes, value: str) -> str:
    """Return the HMAC-SHA-256 of a value: without the key nobody finds it by trying values."""
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()
