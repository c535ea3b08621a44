"""Claims and evaluations as an edition publishes them: what can be had from what is public?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ligzda.errors import LigzdaError
from ligzda.findings.claims import Registry
from ligzda.kernel.hashing import sha256
from ligzda.languages import Language
from ligzda.methodology.editions.contents import (
    NOT_PUBLIC,
    RECOMPUTABLE,
    Embedded,
    PublishedClaim,
    PublishedRun,
    Rendered,
)
from ligzda.methodology.editions.recomputing import effects, evaluated, recomputed


@dataclass(frozen=True)
class GivenRun:
    """An evaluation as the findings keep it, as far as it left by the disclosure room."""

    number: int
    outcome: str
    unit: str
    moment: str
    cells: bytes
    plan: bytes
    engine_version: str
    seed: int
    evaluation: Mapping[str, Any]


@dataclass(frozen=True)
class GivenClaim:
    """A claim as the findings keep it."""

    number: int
    predicate: str
    state: str
    verdict: str
    sentences: dict[Language, Rendered]
    run: int | None


@dataclass(frozen=True)
class Assembled:
    """What goes into edition.json, and the files beside it by name."""

    claims: tuple[PublishedClaim, ...]
    runs: tuple[PublishedRun, ...]
    files: Mapping[str, bytes]


def assemble(
    claims: Sequence[GivenClaim], runs: Sequence[GivenRun], registry: Registry
) -> Assembled:
    """Evaluate what is public once more, and say of each claim whether that gives it again."""
    again = {run.number: _again(run) for run in runs}
    files: dict[str, bytes] = {}
    published = []
    for run in runs:
        cells = Embedded.of(f"evaluation-{run.number}-cells.csv", run.cells)
        plan = Embedded.of(f"evaluation-{run.number}-plan.toml", run.plan)
        files |= {cells.name: run.cells, plan.name: run.plan}
        found = again[run.number]
        wanted = effects(run.evaluation, run.unit) if run.evaluation else ()
        same = found is not None and effects(found, run.unit) == wanted
        published.append(
            PublishedRun(
                run.number,
                run.outcome,
                run.moment,
                cells,
                plan,
                run.engine_version,
                run.seed,
                wanted if same else (),
            )
        )
    return Assembled(
        tuple(_claim(claim, again.get(claim.run or 0), registry) for claim in claims),
        tuple(published),
        files,
    )


def _again(run: GivenRun) -> Mapping[str, Any] | None:
    try:
        return evaluated(run.cells, run.plan, run.seed)
    except (LigzdaError, UnicodeDecodeError):
        return None


def _claim(
    claim: GivenClaim, evaluation: Mapping[str, Any] | None, registry: Registry
) -> PublishedClaim:
    found = recomputed(claim.predicate, evaluation, registry)
    same = found is not None and (found.verdict, found.sentences) == (
        claim.verdict,
        claim.sentences,
    )
    return PublishedClaim(
        claim.number,
        claim.predicate,
        sha256(claim.predicate),
        claim.state,
        claim.verdict,
        claim.sentences,
        RECOMPUTABLE if same else NOT_PUBLIC,
        claim.run,
    )
