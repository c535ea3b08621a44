"""How functions are compiled: with strict arithmetic, and kept on disk.

LLVM compiles a loop with and without vector registers and chooses between the two by where in
memory the arrays it writes happen to lie. If sums could be reordered there (``fastmath``), the
last bit of an answer would depend on that. Strict arithmetic gives the same bits. Only sums that
write nothing (:func:`reduction`) may be reordered: of such a loop there is one version.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numba


def jit(function: Callable[..., Any], **more: Any) -> Any:
    """Return the compiled function; it runs without Python's lock."""
    options: dict[str, Any] = {"nogil": True, "error_model": "numpy", **more}
    try:
        return numba.njit(cache=True, **options)(function)
    except RuntimeError:  # no writable place for the cache
        return numba.njit(**options)(function)


def reduction(function: Callable[..., Any]) -> Any:
    """Compile a function that reads arrays and returns numbers; its sums may be reordered."""
    return jit(function, fastmath={"reassoc", "nsz", "contract"})
