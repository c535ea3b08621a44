"""What was computed for a frozen set is kept by its hash, on disk and in this process."""

import io
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings

from ligzda.evidence import ENGINE_VERSION
from ligzda.indicators.models import DataSet
from ligzda.kernel.files import kept
from ligzda.kernel.hashing import canonical_json, sha256
from ligzda.methodology.advice.answering import Answer, Asked, Drawn, advise
from ligzda.methodology.advice.basis import Basis, Moments, Site
from ligzda.methodology.advice.fitting import Effects, Fitted, fitted, plans_sha256
from ligzda.methodology.advice.gathering import gathered, newest

_PARTS = ("outcome", "cost", "wellbeing")
_FIELDS = ("base", "slopes", "spread", "own")
MOST_KEPT = 64
"""Answers kept in this process; the oldest goes first."""
_answers: dict[tuple[Basis, Asked], tuple[Answer, Drawn | None]] = {}


def basis() -> Basis | None:
    """Return what the trial found; None while there is no frozen set that allows any answer."""
    row = newest()
    return None if row is None else _basis_of(row.sha256, row.pk)


def prepare() -> None:
    """Compute for the newest set what is not kept yet."""
    if (found := basis()) is not None:
        _fitted(found)


def knows(basis: Basis, asked: Asked) -> bool:
    """Whether the answer is kept in this process, so that giving it costs next to nothing."""
    return (basis, asked) in _answers


def answered(basis: Basis, asked: Asked) -> tuple[Answer, Drawn | None]:
    """Answer a municipality. The first time after a set is frozen this takes some seconds."""
    found = _answers.get((basis, asked))
    if found is None:
        found = advise(_fitted(basis), asked)
        while len(_answers) >= MOST_KEPT:
            # Another thread may have taken out the same one.
            _answers.pop(next(iter(_answers), (basis, asked)), None)
        _answers[basis, asked] = found
    return found


@lru_cache(maxsize=2)
def _fitted(basis: Basis) -> Fitted:
    made_of = sha256(f"{ENGINE_VERSION}\n{plans_sha256()}\n{basis.sha256}")
    path = Path(settings.EVALUATIONS_ROOT) / f"advice-{made_of[:16]}.npz"
    return _read(basis, kept(path, lambda: _written(fitted(basis))))


@lru_cache(maxsize=2)
def _basis_of(sha: str, pk: int) -> Basis | None:
    path = Path(settings.EVALUATIONS_ROOT) / f"advice-{sha[:16]}.json"
    return _basis(json.loads(kept(path, lambda: _gathered(pk))))


def _gathered(pk: int) -> bytes:
    basis = gathered(DataSet.objects.get(pk=pk))
    return canonical_json(None if basis is None else basis.to_dict()).encode()


def _basis(read: dict[str, Any] | None) -> Basis | None:
    if read is None:
        return None
    sites = tuple(
        Site(**site | {"wellbeing": site["wellbeing"] and Moments(**site["wellbeing"])})
        for site in read["sites"]
    )
    values = tuple((place, (one[0], one[1])) for place, one in read["values"])
    return Basis(sites, values, read["data_sha256"], read["as_of"], read["invented"])


def _written(found: Fitted) -> bytes:
    arrays = {"held": np.array(found.held)}
    for part in _PARTS:
        if (effects := getattr(found, part)) is not None:
            arrays |= {f"{part}_{name}": getattr(effects, name) for name in _FIELDS}
    file = io.BytesIO()
    np.savez(file, **arrays)  # type: ignore[arg-type]
    return file.getvalue()


def _read(basis: Basis, content: bytes) -> Fitted:
    arrays = np.load(io.BytesIO(content), allow_pickle=False)
    parts = {
        part: Effects(*(arrays[f"{part}_{name}"] for name in _FIELDS))
        for part in _PARTS
        if f"{part}_base" in arrays
    }
    return Fitted(
        basis, basis.models, parts["outcome"], parts["cost"], parts.get("wellbeing"),
        int(arrays["held"]),
    )  # fmt: skip
