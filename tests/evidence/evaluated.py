"""Evaluations of sets that do not change, kept by content: engine, table, plan, seed.

What they are held to is asked in every run; the engine is asked again when a byte of it, of the
versions it runs on, or of the question differs (tests/keeping.py). Not for tests of how it
evaluates: those call the engine themselves.
"""

import copyreg
import hashlib
import pickle
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.keeping import kept

import ligzda.evidence
from ligzda.evidence import Evaluation, Plan, Table, TailSensitivity, nuts
from ligzda.kernel.files import write_file

ENGINE = ("requirements/*.txt", "src/ligzda/*.py", "src/ligzda/evidence/**/*.py")


def _view(content: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(content)


class _Pickler(pickle.Pickler):
    """The engine's mappings are views that cannot be written to, which pickle does not know."""

    dispatch_table = copyreg.dispatch_table | {
        MappingProxyType: lambda view: (_view, (dict(view),))
    }


def _bytes(content: Any) -> bytes:
    stream = BytesIO()
    _Pickler(stream).dump(content)
    return stream.getvalue()


def evaluate(table: Table, plan: Plan, *, seed: int = 1) -> Evaluation:
    """Return what the engine makes of it, now or when it was asked first."""
    found: Evaluation = _kept(ligzda.evidence.evaluate, table, plan, seed)
    return found


def tail_sensitivity(table: Table, plan: Plan, *, seed: int = 1) -> TailSensitivity | None:
    """Return what the engine says of one site that is unlike the others, now or then."""
    found: TailSensitivity | None = _kept(ligzda.evidence.tail_sensitivity, table, plan, seed)
    return found


def _kept(ask: Callable[..., Any], table: Table, plan: Plan, seed: int) -> Any:
    folder = kept("evaluated", *ENGINE, make=Path.mkdir)
    question = (ask.__name__, table, plan, seed, nuts.available())
    file = folder / hashlib.sha256(_bytes(question)).hexdigest()
    if file.is_file():
        return pickle.loads(file.read_bytes())
    answer = ask(table, plan, seed=seed)
    write_file(file, _bytes(answer))
    return answer
