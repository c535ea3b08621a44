"""The numbers again, from the cells and the plan that travel with an edition.

The same code says, when an edition is made, whether a sentence can be had from what is public, and
says to a reader with the file alone whether it still is so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ligzda.errors import LigzdaError
from ligzda.evidence import evaluate, parse_plan
from ligzda.findings.claims import (
    Computed,
    Predicate,
    Registry,
    Verdict,
    measured,
    parse,
    sentence,
    units,
    verdict,
)
from ligzda.findings.inputs import InputFile
from ligzda.findings.records import read_records
from ligzda.kernel.hashing import sha256
from ligzda.languages import CODES, Language
from ligzda.methodology.editions.contents import PrintedEffect, Rendered

_NOTHING = Computed(0.0, 0.0)


@dataclass(frozen=True)
class Recomputed:
    """What the embedded cells say of a claim."""

    verdict: str
    sentences: dict[Language, Rendered]


def evaluated(cells: bytes, plan: bytes, seed: int) -> Mapping[str, Any]:
    """Evaluate cells (CSV) by a plan (TOML); raises EvidenceError, or UnicodeDecodeError."""
    parsed = parse_plan(plan.decode("utf-8-sig"), name="plan.toml")
    given = InputFile(Path("cells.csv"), sha256(cells), len(cells), 0.0, False, cells)
    records = read_records(given, parsed)
    found = evaluate(records.table, records.engine_plan, seed=seed)
    return replace(found, plan=parsed, n_rows=records.rows).to_dict()


def judged(
    predicate: Predicate, evaluation: Mapping[str, Any] | None, registry: Registry
) -> Recomputed:
    """Judge a predicate and render it. What is blocked needs no evaluation."""
    registry.check(predicate)
    blocked = bool(registry.not_run(predicate))
    computed = _NOTHING if blocked else measured(predicate, evaluation or {}, registry)
    found = verdict(predicate, computed, blocked=blocked)
    return Recomputed(str(found), rendered(predicate, found, computed, registry))


def rendered(
    predicate: Predicate, found: Verdict, computed: Computed, registry: Registry
) -> dict[Language, Rendered]:
    """Render a claim in every language."""
    said = {each: sentence(predicate, found, computed, registry, each) for each in CODES}
    return {each: Rendered(one.claim, one.numbers, one.rule) for each, one in said.items()}


def recomputed(
    predicate: str, evaluation: Mapping[str, Any] | None, registry: Registry
) -> Recomputed | None:
    """Judge a predicate given as text; None where the evaluation has not what it needs."""
    try:
        return judged(parse(predicate), evaluation, registry)
    except LigzdaError:
        return None


def effects(evaluation: Mapping[str, Any], unit: str) -> tuple[PrintedEffect, ...]:
    """Write out the contrasts of an evaluation in a unit, with the unit's places."""
    of = units()[unit]
    found = []
    for contrast in evaluation["contrasts"]:
        summary = contrast["probability"] or contrast["link"]
        mean, lower, lower80, upper80, upper = (
            f"{summary[name] / of.size:.{of.places}f}"
            for name in ("mean", "lower", "lower80", "upper80", "upper")
        )
        found.append(PrintedEffect(contrast["name"], mean, lower, lower80, upper80, upper))
    return tuple(found)
