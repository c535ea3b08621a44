"""A computation in a process of its own, with limits of memory and time. Pure: no Django.

What a stranger's question costs nobody knows beforehand: where it ends a process, that is this one,
and neither the worker nor the machine. The process gets the question on its standard input and
writes a line of JSON for each step; it ends by itself when the input closes, as it does when the
worker is killed.

    python -m ligzda.trial.confined ligzda.trial.power.answers:answer_question
"""

import json
import os
import resource
import select
import subprocess
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any

from ligzda.errors import LigzdaError
from ligzda.evidence import EvidenceError
from ligzda.languages import CODES
from ligzda.wording import wording

MOST_BYTES = 3 * 2**30
MOST_SECONDS = 30 * 60
"""Of processor time. The largest question that the form takes needs four minutes of it."""
STOPPED = object()


class ComputationError(LigzdaError):
    """It gave no answer. `problem`: the engine's words, or "" where the process was ended."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem or "the process was ended")
        self.problem = problem


def confined(
    function: str,
    question: Any,
    report: Callable[[int, int], None],
    stop: Callable[[], bool],
    *,
    most_bytes: int = MOST_BYTES,
    most_seconds: int = MOST_SECONDS,
) -> Any:
    """Return what "package.module:function" makes of a question, or STOPPED where `stop` says so.

    Question and answer are JSON; `report(done, of)` hears how far it is. Raises ComputationError.
    """
    command = [sys.executable, "-m", __name__, function, str(most_bytes), str(most_seconds)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(question).encode() + b"\n")
        process.stdin.flush()
        try:
            written = b""
            while True:
                readable, _, _ = select.select([process.stdout], [], [], 0.5)
                if stop():
                    return STOPPED
                if not readable:
                    continue
                chunk = os.read(process.stdout.fileno(), 65_536)
                if not chunk:
                    raise ComputationError("")
                *lines, written = (written + chunk).split(b"\n")
                for line in map(json.loads, lines):
                    if "answer" in line:
                        return line["answer"]
                    if "problem" in line:
                        raise ComputationError(line["problem"])
                    report(*line["progress"])
        finally:
            process.kill()


def _main(function: str, most_bytes: str, most_seconds: str) -> None:
    question = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_input, daemon=True).start()
    os.nice(5)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What is written to, not what is set aside: drawing sets aside far more than there is.
    resource.setrlimit(resource.RLIMIT_DATA, (int(most_bytes), int(most_bytes)))
    resource.setrlimit(resource.RLIMIT_CPU, (int(most_seconds), int(most_seconds)))
    module, _colon, name = function.partition(":")
    try:
        answer = getattr(import_module(module), name)(question, _progress)
    except MemoryError:
        return
    except (LigzdaError, ValueError) as error:
        _write({"problem": told(error)})
        return
    _write({"answer": answer})


def _end_with_input() -> None:
    sys.stdin.read()
    os._exit(1)


def _progress(done: int, of: int) -> None:
    _write({"progress": [done, of]})


def _write(line: dict[str, Any]) -> None:
    print(json.dumps(line, allow_nan=False), flush=True)


def told(error: Exception) -> str:
    """Say what went wrong; the engine's refusals in every language, for whoever reads them."""
    if not isinstance(error, EvidenceError):
        return str(error)
    return json.dumps({code: wording(code).refusal(error) for code in CODES}, ensure_ascii=False)


if __name__ == "__main__":
    _main(*sys.argv[1:])
