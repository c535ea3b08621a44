"""How functions are compiled: with strict arithmetic, and kept on disk.

LLVM compiles a loop with and without vector registers and chooses between the two by where in
memory the arrays happen to lie. If sums could be reordered (``fastmath``), the last bit of an
answer would depend on that. Strict arithmetic takes a tenth more time, and gives the same bits.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numba


def jit(function: Callable[..., Any]) -> Any:
    """Return the compiled function; it runs without Python's lock."""
    options: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
    try:
        return numba.njit(cache=True, **options)(function)
    except RuntimeError:  # no writable place for the cache
        return numba.njit(**options)(function)
