"""Evaluations of sets that do not change, kept by content: engine, table, plan, seed.

What they are held to is asked in every run; the engine is asked again when a byte of it, of the
versions it runs on, or of the question differs (tests/keeping.py). Not for tests of how it
evaluates: those call the engine themselves.
"""

import copyreg
import hashlib
import pickle
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.keeping import kept

import ligzda.evidence
from ligzda.evidence import Evaluation, Plan, Table, nuts
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
    folder = kept("evaluated", *ENGINE, make=Path.mkdir)
    asked = hashlib.sha256(_bytes((table, plan, seed, nuts.available()))).hexdigest()
    if (file := folder / asked).is_file():
        found: Evaluation = pickle.loads(file.read_bytes())
        return found
    evaluation = ligzda.evidence.evaluate(table, plan, seed=seed)
    write_file(file, _bytes(evaluation))
    return evaluation
