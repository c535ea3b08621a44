"""A file of claims (YAML): what may be named, and the claims; and its check against an evaluation.

    outcomes: {paid_work: {version: 1, unit: pp, better: higher, name: {lv: …, en: …},
                           evaluated_as: paid work after a year}}
    runs: {M4: as designed}
    looks: [2027-03-31]
    claims: ['superiority(model: "M4", …)']

The eight models and the waiting list are known; others stand under `models`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from ligzda.findings.claims import (
    Band,
    ClaimError,
    ClaimFault,
    Computed,
    Outcome,
    Predicate,
    Registry,
    Sentence,
    Verdict,
    band,
    known_models,
    measured,
    parse,
    sentence,
    units,
    verdict,
)
from ligzda.languages import CODES, Language


@dataclass(frozen=True)
class Checked:
    """A claim held against an evaluation."""

    predicate: Predicate
    computed: Computed
    verdict: Verdict
    band: Band
    sentences: Mapping[Language, Sentence]


def read_claims(text: str) -> tuple[Registry, list[Predicate]]:
    """Read a file of claims; ClaimError names the place and what is expected there."""
    try:
        content: Any = yaml.safe_load(text)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise ClaimError(f"line {line}", ClaimFault.NOT_A_FILE.of(wanted="YAML")) from None
    if not isinstance(content, dict):
        raise ClaimError("file", ClaimFault.NOT_A_FILE.of(wanted="outcomes, claims"))
    parts = {name: _mapping(content, name) for name in ("outcomes", "models", "runs")}
    claims = content.get("claims")
    if not isinstance(claims, list) or not all(isinstance(one, str) for one in claims):
        raise ClaimError("claims", ClaimFault.NOT_A_FILE.of(wanted="['superiority(…)']"))
    registry = Registry(
        {code: _outcome(code, row) for code, row in parts["outcomes"].items()},
        {**known_models(), **parts["models"]},
        parts["runs"],
        tuple(content.get("looks") or ()),
    )
    predicates = [parse(one) for one in claims]
    for predicate in predicates:
        registry.check(predicate)
    return registry, predicates


def check(predicate: Predicate, evaluation: Mapping[str, Any], registry: Registry) -> Checked:
    """Hold a claim against an evaluation's JSON."""
    computed = measured(predicate, evaluation, registry)
    found = verdict(predicate, computed, blocked=bool(registry.not_run(predicate)))
    said = {each: sentence(predicate, found, computed, registry, each) for each in CODES}
    return Checked(predicate, computed, found, band(predicate), said)


def _mapping(content: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = content.get(name) or {}
    if not isinstance(found, dict):
        raise ClaimError(name, ClaimFault.NOT_A_FILE.of(wanted=f"{name}: {{…}}"))
    return found


def _outcome(code: str, row: Any) -> Outcome:
    wanted = "version, unit, better, name"
    try:
        name: dict[str, str] = {each: str(row["name"][each]) for each in CODES}
        given = Outcome(
            code, int(row["version"]), row["unit"], row["better"], name,
            str(row.get("evaluated_as", "")),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError):
        place = f"outcomes: {code}"
        raise ClaimError(place, ClaimFault.NOT_A_FILE.of(wanted=wanted)) from None
    if given.unit not in units() or given.better not in ("higher", "lower"):
        wanted = f"unit: {', '.join(units())}; better: higher, lower"
        raise ClaimError(f"outcomes: {code}", ClaimFault.NOT_A_FILE.of(wanted=wanted))
    return given
