"""Hold a claim against the run that it rests on, and find what it becomes and why.

Nothing here writes. The key of a check is the hash of all that it rests on: as long as that is the
same, the answer is, and the claim is not checked again.
"""

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ligzda.findings.claims import (
    Cause,
    ClaimError,
    Computed,
    Predicate,
    Registry,
    State,
    Verdict,
    band,
    measured,
    next_state,
    parse,
    sentence,
    stated,
    verdict,
)
from ligzda.findings.claims.registry import DATA
from ligzda.findings.claims_register.deviating import takes_support, touching
from ligzda.findings.models import Claim, EvaluationRun
from ligzda.findings.releasing.queries import public_result, released
from ligzda.indicators.data_sets.queries import standing
from ligzda.kernel.hashing import canonical_json, sha256
from ligzda.languages import CODES
from ligzda.trial.registry.models import Deviation
from ligzda.wording import wording


@dataclass(frozen=True)
class Held:
    """A claim held against a run: the verdict, the numbers, the sentences, what it becomes.

    `computed` has “public”, whether its numbers are those of public cells – only then may they be
    shown –, and “problem”, by language, where the run says nothing of it; the verdict is “” then.
    """

    after: State
    cause: Cause
    verdict: str
    computed: Mapping[str, Any]
    sentences: Mapping[str, str]


@cache
def words_version() -> str:
    """Return the hash of what sentences are made of: templates, units, names of models."""
    files = sorted(DATA.glob("*.yaml"))
    return sha256("\n".join(file.read_text("utf-8") for file in files))[:12]


def rests_on(predicate: Predicate, run: EvaluationRun, registry: Registry) -> dict[str, str]:
    """Return all that the check of a claim rests on, by name."""
    return {
        "predicate": predicate.hash,
        "data": run.data_sha256,
        "plan": run.plan_sha256,
        "engine": run.engine_version,
        "result": run.result_sha256,
        "public": row.result_sha256 if (row := released(run)) else "",
        "not run": ", ".join(registry.not_run(predicate)),
        "words": words_version(),
    }


def key_of(claim: Claim, parts: Mapping[str, str], deviations: Sequence[Deviation]) -> str:
    """Return the hash of what a check rests on, deviations that name the claim among it."""
    named = ", ".join(str(row.pk) for row in touching(claim, deviations))
    return sha256(canonical_json({**parts, "deviations": named}))


@cache
def _result(sha: str, text: str) -> Any:
    return json.loads(text)


def hold(
    claim: Claim, run: EvaluationRun, registry: Registry, deviations: Sequence[Deviation] = ()
) -> Held:
    """Hold a claim against a run, as of the day of the run's cells."""
    predicate, before = parse(claim.predicate), State(claim.state)
    parts = rests_on(predicate, run, registry)
    result = _result(run.result_sha256, run.result)
    code = predicate.outcome.code  # type: ignore[attr-defined] # every kind has one
    registry = _as_evaluated(registry, code, result["outcome"]["name"])
    blocked = bool(registry.not_run(predicate))
    try:
        registry.check(predicate)
        computed = measured(predicate, result, registry)
    except ClaimError as error:
        told = {each: f"{error.place}: {wording(each).remark(error.remark)}" for each in CODES}
        said: dict[str, str] = {each: getattr(claim, each) for each in CODES}
        return Held(before, Cause.DATA, "", {"rests_on": parts, "problem": told}, said)
    found = verdict(predicate, computed, blocked=blocked)
    shown = _as_public(predicate, run, registry, found, blocked=blocked)
    public, computed = shown is not None, shown or computed
    after = next_state(before, predicate, computed, day_of(run), blocked=blocked)
    said = {
        each: str(sentence(predicate, found, computed, registry, each, public=public))
        for each in CODES
    }
    numbers = {"rests_on": parts, "public": public, **_numbers(predicate, computed)}
    cause = _cause(claim, run, parts, after, found)
    if before is State.SUPPORTED is after:
        if takes_support(claim, deviations):
            after, cause = State.NO_LONGER, Cause.DEVIATION
        elif _only_reworded(claim, parts, said):
            after, cause = State.UNDER_REVIEW, Cause.WORDING
    return Held(after, cause, str(found), numbers, said)


def _as_public(
    predicate: Predicate,
    run: EvaluationRun,
    registry: Registry,
    found: Verdict,
    *,
    blocked: bool,
) -> Computed | None:
    """Return what the public cells say, where they say the same; None where they do not.

    The registered plan on all cells decides: numbers of sums stand for it only where the verdict is
    the one that it gives.
    """
    try:
        computed = measured(predicate, public_result(run), registry)
    except ClaimError:
        return None
    return computed if verdict(predicate, computed, blocked=blocked) is found else None


def say(predicate: Predicate, registry: Registry) -> dict[str, str]:
    """Return what a claim says in each language before it is held against anything."""
    return {each: stated(predicate, registry, each) for each in CODES}


def day_of(run: EvaluationRun) -> datetime.date:
    """Return the day as of which a run knows: that of its cells."""
    assert run.data_set is not None
    return run.data_set.as_of


def _as_evaluated(registry: Registry, code: str, name: str) -> Registry:
    """Return the registry with the outcome called as the run's plan calls it."""
    if code not in registry.outcomes:
        return registry
    outcome = replace(registry.outcomes[code], evaluated_as=name)
    return replace(registry, outcomes={**registry.outcomes, code: outcome})


def _cause(
    claim: Claim, run: EvaluationRun, parts: Mapping[str, str], after: State, found: Verdict
) -> Cause:
    """Return why a claim turns: at a look, or by the first of its grounds that has changed."""
    if after is not State.NO_LONGER:
        return Cause.LOOK
    if found is Verdict.BLOCKED:
        return Cause.FIDELITY
    before: Mapping[str, str] = claim.computed.get("rests_on", {})
    grounds = (("plan", Cause.PLAN), ("data", Cause.DATA), ("engine", Cause.ENGINE))
    changed = (cause for name, cause in grounds if before.get(name) != parts[name])
    cause = next(changed, Cause.ASSUMPTION)
    return Cause.ERASURE if cause is Cause.DATA and only_erased(claim.run, run) else cause


def only_erased(before: EvaluationRun | None, run: EvaluationRun) -> bool:
    """Whether two sets of one outcome and moment differ by people who were erased, and by nobody
    else.
    """
    old, new = before.data_set if before else None, run.data_set
    if old is None or new is None or (old.outcome, old.moment) != (new.outcome, new.moment):
        return False
    lost = standing(old).lost
    return 0 < lost == len(old.people) - len(new.people) and set(new.people) < set(old.people)


def _only_reworded(claim: Claim, parts: Mapping[str, str], said: Mapping[str, str]) -> bool:
    """Whether a sentence reads otherwise though nothing that it is computed from has changed."""
    before: Mapping[str, str] = claim.computed.get("rests_on", {})
    same = all(before.get(name) == value for name, value in parts.items() if name != "words")
    return same and any(getattr(claim, each) != text for each, text in said.items())


def _numbers(predicate: Predicate, computed: Computed) -> dict[str, Any]:
    limits = band(predicate)
    enter, leave = limits.bounds()
    effect = computed.effect
    return {
        "measure": computed.measure,
        "error": computed.error,
        "trusted": computed.trusted,
        "threshold": limits.threshold,
        "enter": enter,
        "leave": leave,
        "effect": [effect.mean, effect.lower, effect.upper] if effect else None,
    }
