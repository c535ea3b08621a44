"""The common plan as facts that a form asks for: written as the TOML that the engine takes.

The common plan: one outcome; factors of two levels in sum coding, each compared; what a model and
an incubator do beyond them. Whatever else a plan can say (docs/evidence.md) is written as TOML;
`read` returns nothing for such a plan rather than losing a part of it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from ligzda.evidence import Plan, PlanError, parse_plan
from ligzda.evidence.families import FAMILIES
from ligzda.evidence.plan import FixedTerm, RandomTerm

COMMON = {name: family for name, family in FAMILIES.items() if family.common}
"""The families whose plan the form can ask for."""


@dataclass(frozen=True)
class FactorFacts:
    """A factor of two levels: its prior is normal(0, sd) on the scale of the link."""

    column: str
    plus: str
    minus: str
    sd: float
    contrast: str
    why: str = ""


@dataclass(frozen=True)
class GroupFacts:
    """Exchangeable groups, by the column that names them: the prior of their SD is half-normal."""

    name: str
    column: str
    sd: float
    why: str = ""


@dataclass(frozen=True)
class PlanFacts:
    """What the form asks. `mid` is on the outcome's own scale: a share, a rate, its unit."""

    title: str
    outcome: str
    family: str
    column: str
    out_of: str
    better: str
    mid: float | None
    site: str
    arm: str
    base: tuple[float, float]
    base_why: str
    residual_sd: float | None
    factors: tuple[FactorFacts, ...]
    groups: tuple[GroupFacts, ...]


def written(facts: PlanFacts) -> str:
    """Return the plan as TOML; the engine may still refuse it (rules.check_plan)."""
    family = COMMON[facts.family]
    assert family.common is not None
    counted, out_of = family.common
    outcome: dict[str, object] = {
        "name": facts.outcome,
        "family": facts.family,
        counted: facts.column,
    }
    if out_of and facts.out_of:
        outcome[out_of] = facts.out_of
    if facts.residual_sd is not None:
        for parameter in family.parameters:
            outcome[f"{parameter}_prior"] = f"half-normal({facts.residual_sd:g})"
    outcome["better"] = facts.better
    if facts.mid is not None:
        outcome["mid"] = facts.mid
    mean, sd = facts.base
    blocks = [
        _lines("", {"title": facts.title}),
        _lines("[outcome]", outcome),
        _lines("[roles]", {"site": facts.site, "arm": facts.arm}),
        _lines(
            "[[terms]]",
            {
                "name": "intercept",
                "kind": "fixed",
                "prior": f"normal({mean:g}, {sd:g})",
                "why": facts.base_why,
            },
        ),
    ]
    blocks += [
        _lines(
            "[[terms]]",
            {
                "name": row.column,
                "kind": "fixed",
                "columns": [row.column],
                "coding": "sum",
                "prior": f"normal(0, {row.sd:g})",
                "why": row.why,
            },
        )
        for row in facts.factors
    ]
    blocks += [
        _lines(
            "[[terms]]",
            {
                "name": row.name,
                "kind": "random",
                "columns": [row.column],
                "sd": f"half-normal({row.sd:g})",
                "why": row.why,
            },
        )
        for row in facts.groups
    ]
    blocks += [
        _lines(
            "[[contrasts]]",
            {"name": row.contrast, "column": row.column, "level": row.plus, "versus": row.minus},
        )
        for row in facts.factors
    ]
    return "\n".join(blocks)


def read(text: str) -> PlanFacts | None:
    """Return the facts of a plan that the form can say whole; None for any other."""
    try:
        plan = parse_plan(text)
        facts = _facts(plan)
        again = facts and parse_plan(written(facts))
    except (PlanError, KeyError, ValueError):
        return None
    return facts if again and replace(again, text="") == replace(plan, text="") else None


def _facts(plan: Plan) -> PlanFacts | None:
    family = COMMON[plan.outcome.family]
    assert family.common is not None
    counted, out_of = family.common
    fixed = [term for term in plan.terms if isinstance(term, FixedTerm)]
    base = [term for term in fixed if not term.columns]
    compared = {row.column: row for row in plan.contrasts}
    if len(base) != 1:
        return None
    residual = next(iter(plan.outcome.parameters.values()), None)
    return PlanFacts(
        title=plan.name,
        outcome=plan.outcome.name,
        family=plan.outcome.family,
        column=plan.outcome.columns[counted],
        out_of=plan.outcome.columns.get(out_of, ""),
        better=plan.outcome.better,
        mid=plan.mid,
        site=plan.roles.site or "",
        arm=plan.roles.arm or "",
        base=(base[0].prior.mean, base[0].prior.sd),
        base_why=base[0].why,
        residual_sd=residual.arguments[0] if residual else None,
        factors=tuple(
            FactorFacts(
                column=term.name,
                plus=compared[term.name].level,
                minus=compared[term.name].versus,
                sd=term.prior.sd,
                contrast=compared[term.name].name,
                why=term.why,
            )
            for term in fixed
            if term.columns
        ),
        groups=tuple(
            GroupFacts(term.name, term.columns[0], term.sd.arguments[0], term.why)
            for term in plan.terms
            if isinstance(term, RandomTerm)
        ),
    )


def _lines(head: str, given: dict[str, object]) -> str:
    """Return a section of TOML; what is empty is left out."""
    lines = [f"{key} = {_value(value)}" for key, value in given.items() if value not in ("", None)]
    return "\n".join([head, *lines, ""] if head else [*lines, ""])


def _value(value: object) -> str:
    """Return a value as TOML: its basic strings are JSON's, but that U+007F is escaped too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
