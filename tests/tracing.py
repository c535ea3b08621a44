"""Let threads begin to be traced one at a time, as coverage does with each.

CPython refuses a trace function while another thread installs one (`_PyEval_SetTrace`), and asks
the audit hooks meanwhile: ours (tests/closed) is Python, so that another thread can come between.
"""

import sys
import threading
from types import FrameType
from typing import Any

_ONE = threading.RLock()
_set, _set_for_threads = sys.settrace, threading.settrace


def _settrace(function: Any, /) -> None:
    with _ONE:
        _set(function)


def _settrace_for_threads(func: Any) -> None:
    def begin(frame: FrameType, event: str, arg: Any) -> Any:
        with _ONE:
            return func(frame, event, arg)

    _set_for_threads(begin if func else func)


def one_at_a_time() -> None:
    """Replace what threading and coverage install their trace functions by."""
    sys.settrace, threading.settrace = _settrace, _settrace_for_threads
