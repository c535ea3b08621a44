"""The common plan as facts that a form asks for: written as the TOML that the engine takes.

The common plan: one outcome; factors of two levels in sum coding, each compared; what a model and
an incubator do beyond them. Whatever else a plan can say (docs/evidence.md) is written as TOML;
`read` returns nothing for such a plan rather than losing a part of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ligzda.evidence import Plan, PlanError, parse_plan
from ligzda.evidence.families import FAMILIES
from ligzda.evidence.plan import FixedTerm, RandomTerm
from ligzda.evidence.plan_texts import PlanText
from ligzda.languages import CODES, DEFAULT, in_language

Words = Mapping[str, str]
"""What is said in each language; a language may be missing."""

NAMES = "en"
"""The language whose words are the plan's own names, where it has any: they are the same in every
language's results. The words of the others stand in `[text.<language>]`."""

COMMON = {name: family for name, family in FAMILIES.items() if family.common}
"""The families whose plan the form can ask for."""


@dataclass(frozen=True)
class FactorFacts:
    """A factor of two levels: its prior is normal(0, sd) on the scale of the link."""

    column: str
    plus: str
    minus: str
    sd: float
    contrast: Words
    why: Words


@dataclass(frozen=True)
class GroupFacts:
    """Exchangeable groups, by the column that names them: the prior of their SD is half-normal."""

    name: str
    column: str
    sd: float
    why: Words


@dataclass(frozen=True)
class PlanFacts:
    """What the form asks. `mid` is on the outcome's own scale: a share, a rate, its unit."""

    title: Words
    outcome: Words
    family: str
    column: str
    out_of: str
    better: str
    mid: float | None
    site: str
    arm: str
    base: tuple[float, float]
    base_why: Words
    residual_sd: float | None
    factors: tuple[FactorFacts, ...]
    groups: tuple[GroupFacts, ...]


def written(facts: PlanFacts) -> str:
    """Return the plan as TOML; the engine may still refuse it (rules.check_plan)."""
    family = COMMON[facts.family]
    assert family.common is not None
    counted, out_of = family.common
    outcome: dict[str, object] = {
        "name": _name(facts.outcome),
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
        _lines("", {"title": _name(facts.title)}),
        _lines("[outcome]", outcome),
        _lines("[roles]", {"site": facts.site, "arm": facts.arm}),
        _lines(
            "[[terms]]",
            {
                "name": "intercept",
                "kind": "fixed",
                "prior": f"normal({mean:g}, {sd:g})",
                "why": _name(facts.base_why),
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
                "why": _name(row.why),
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
                "why": _name(row.why),
            },
        )
        for row in facts.groups
    ]
    blocks += [
        _lines(
            "[[contrasts]]",
            {
                "name": _name(row.contrast),
                "column": row.column,
                "level": row.plus,
                "versus": row.minus,
            },
        )
        for row in facts.factors
    ]
    blocks += [block for code in CODES if code != NAMES for block in _texts(facts, code)]
    return "\n".join(blocks)


def _name(words: Words) -> str:
    """Return what the plan itself calls a thing."""
    return words.get(NAMES) or in_language(words, DEFAULT)


def _texts(facts: PlanFacts, code: str) -> Iterator[str]:
    """Yield the sections that say the plan's names in a language."""
    own = {"title": facts.title.get(code), "outcome": facts.outcome.get(code)}
    reasons = {"intercept": facts.base_why.get(code)}
    reasons |= {row.column: row.why.get(code) for row in facts.factors}
    reasons |= {row.name: row.why.get(code) for row in facts.groups}
    contrasts = {_name(row.contrast): row.contrast.get(code) for row in facts.factors}
    parts = {f"[text.{code}]": own, f"[text.{code}.reasons]": reasons,
             f"[text.{code}.contrasts]": contrasts}  # fmt: skip
    for head, given in parts.items():
        said: dict[str, object] = {_value(name): words for name, words in given.items() if words}
        if said:
            yield _lines(head, said)


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
    texts = {code: plan.texts.get(code, PlanText()) for code in CODES if code != NAMES}

    def reason(term: FixedTerm | RandomTerm) -> Words:
        return _words(term.why, {c: text.reasons.get(term.name, "") for c, text in texts.items()})

    def contrast(name: str) -> Words:
        return _words(name, {c: text.contrasts.get(name, "") for c, text in texts.items()})

    return PlanFacts(
        title=_words(plan.name, {c: text.title for c, text in texts.items()}),
        outcome=_words(plan.outcome.name, {c: text.outcome for c, text in texts.items()}),
        family=plan.outcome.family,
        column=plan.outcome.columns[counted],
        out_of=plan.outcome.columns.get(out_of, ""),
        better=plan.outcome.better,
        mid=plan.mid,
        site=plan.roles.site or "",
        arm=plan.roles.arm or "",
        base=(base[0].prior.mean, base[0].prior.sd),
        base_why=reason(base[0]),
        residual_sd=residual.arguments[0] if residual else None,
        factors=tuple(
            FactorFacts(
                column=term.name,
                plus=compared[term.name].level,
                minus=compared[term.name].versus,
                sd=term.prior.sd,
                contrast=contrast(compared[term.name].name),
                why=reason(term),
            )
            for term in fixed
            if term.columns
        ),
        groups=tuple(
            GroupFacts(term.name, term.columns[0], term.sd.arguments[0], reason(term))
            for term in plan.terms
            if isinstance(term, RandomTerm)
        ),
    )


def _words(name: str, others: Words) -> Words:
    """Return a thing's words: its name is of `NAMES`, unless another language says the same."""
    own = {} if name in others.values() else {NAMES: name}
    return {code: text for code, text in {**others, **own}.items() if text}


def _lines(head: str, given: dict[str, object]) -> str:
    """Return a section of TOML; what is empty is left out."""
    lines = [f"{key} = {_value(value)}" for key, value in given.items() if value not in ("", None)]
    return "\n".join([head, *lines, ""] if head else [*lines, ""])


def _value(value: object) -> str:
    """Return a value as TOML: its basic strings are JSON's, but that U+007F is escaped too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
