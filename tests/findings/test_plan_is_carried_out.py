"""Nothing a plan registers is silently ignored: each key changes the evaluation or its report.

Walks the plan language itself: a key that the reader takes and no case below changes fails too.
"""

import json
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pytest
from tests.evidence.evaluated import evaluate
from tests.findings.test_report import text_of

from ligzda.evidence import EvidenceError, PlanError, Table, parse_plan, plan_toml
from ligzda.evidence.families import FAMILIES
from ligzda.evidence.missing_plan import MISSING_KEYS, TIPPING_KEYS
from ligzda.evidence.plan_texts import TEXT_KEYS
from ligzda.findings.evaluation import EvaluationRecord
from ligzda.findings.provenance import Provenance
from ligzda.findings.report import compose

OUTCOMES: dict[str, dict[str, Any]] = {
    "binomial": {"successes": "few", "trials": "n"},
    "normal": {"value": "level", "n": "n", "sd": "spread", "residual_prior": "half-normal(2)"},
    "poisson": {"count": "count", "exposure": "n"},
    "negative-binomial": {"count": "count", "exposure": "n", "dispersion_prior": "half-normal(1)"},
    "gamma": {"value": "cost", "variation_prior": "half-normal(1)"},
    "ordinal": {
        "category": "grade", "n": "n", "categories": ["1", "2", "3"],
        "gap_prior": "half-normal(1)",
    },
    "survival": {"time": "time", "event": "event", "breaks": [3.0]},
}  # fmt: skip
# Where a family has a column in two spellings of one thing, this is the other plan.
OTHERS = {"se": ("normal", {"value": "level", "se": "spread"})}

INTERCEPT = {"name": "intercept", "kind": "fixed", "prior": "normal(0, 1.5)"}
ARM = {"name": "arm", "kind": "fixed", "columns": ["arm"], "prior": "normal(0, 1)"}
ROUTE = ARM | {"name": "route", "columns": ["route"]}
SITE = {"name": "site", "kind": "random", "columns": ["site"], "sd": "half-normal(1)"}
AGE = {"name": "age", "kind": "fixed", "columns": ["age"], "coding": "numeric",
       "prior": "normal(0, 1)", "center": 30, "scale": 10, "power": 2}  # fmt: skip
HEAVY = SITE | {"effects": "student-t", "df": 8}
SLOPE = {"name": "slope", "kind": "random", "columns": ["site"], "slope": "age", "sd": "pc(1, 0.1)"}
SHRUNK = {"name": "pairs", "kind": "shrunk", "products": [["arm", "route"]], "sd": "pc(1, 0.1)"}
CONTRAST = {"name": "b against a", "column": "arm", "level": "b", "versus": "a", "mid": 0.1}
MISSING = {
    "imputations": 4, "shifts": [{"b": -1}], "why": "they work less",
    "tipping": {"contrast": "b against a", "arms": ["b"], "shifts": [-2, 2], "certainty": 0.9},
}  # fmt: skip


def plan(family: str = "binomial", **sections: Any) -> dict[str, Any]:
    outcome = {"name": "work", "family": family, **OUTCOMES[family]}
    base = {
        "title": "One",
        "outcome": outcome,
        "roles": {"site": "site", "arm": "arm", "control": "a", "arms": ["a", "b", "c"]},
        "terms": [INTERCEPT, ARM, SITE],
    }
    return deepcopy(base | sections)


MISSED = plan(contrasts=[CONTRAST], missing=MISSING)
MISSED["outcome"] |= {"missing": "imputation", "successes": "lost"}

TEXT = {
    "title": "Words", "outcome": "level of work", "unit": "points",
    "columns": {"age": "years of age"},
    "levels": {"site": {"s0": "Ogre"}}, "terms": {"site": "the place"},
    "reasons": {"arm": "as elsewhere"}, "contrasts": {"b against a": "workshop against usual help"},
}  # fmt: skip
WORDED = plan("normal", contrasts=[CONTRAST], terms=[INTERCEPT, ARM, SITE, AGE], text={"en": TEXT})

Case = tuple[dict[str, Any], str, Any]
"""A plan, the path of a key in it, and what that key becomes (None: it is taken out)."""

CASES: list[Case] = [
    (plan(), "title", "Two"),
    (plan(contrasts=[CONTRAST]), "contrasts", None),
    (MISSED, "missing", None),
    (plan(), "roles", None),
    (plan(), "terms", [INTERCEPT, ARM]),
    (plan(), "outcome", {"family": "poisson", "count": "count"}),
    (plan(), "outcome.name", "study"),
    (plan(), "outcome.family", "normal"),
    (plan(), "outcome.link", "cloglog"),
    (plan(), "outcome.better", "lower"),
    (plan("normal"), "outcome.unit", "EUR"),
    (plan(), "outcome.mid", 0.1),
    (MISSED, "outcome.missing", "refuse"),
    (plan("ordinal"), "outcome.categories", ["3", "2", "1"]),
    (plan("survival"), "outcome.breaks", [4.0]),
    (plan(), "roles.site", None),
    # Arms that no term tells apart are refused, so either column has its own.
    (plan(roles={"site": "site", "arm": "arm"}, terms=[INTERCEPT, ARM, ROUTE, SITE]),
     "roles.arm", "route"),
    (plan(), "roles.control", "b"),
    (plan(), "roles.arms", ["c", "b", "a"]),
    (plan(), "terms.1.name", "programme"),
    (plan(), "terms.2.kind", "fixed"),
    (plan(roles={"site": "site"}), "terms.1.columns", ["route"]),
    (plan(), "terms.1.prior", "normal(0, 0.1)"),
    (plan(), "terms.1.coding", "sum"),
    (plan(), "terms.1.reference", "c"),
    (plan(), "terms.1.why", "odds ratios below 3"),
    (plan(terms=[INTERCEPT, ARM, AGE]), "terms.2.center", 20),
    (plan(terms=[INTERCEPT, ARM, AGE]), "terms.2.scale", 5),
    (plan(terms=[INTERCEPT, ARM, AGE]), "terms.2.power", 1),
    (plan(), "terms.2.sd", "half-normal(0.1)"),
    (plan(), "terms.2.sd_of", "contrast"),
    (plan(terms=[INTERCEPT, ARM, SITE, SLOPE]), "terms.3.slope", "n"),
    (plan(), "terms.2.effects", "student-t"),
    (plan(terms=[INTERCEPT, ARM, HEAVY]), "terms.2.df", 2),
    (plan(terms=[INTERCEPT, ARM, SHRUNK]), "terms.2.products", [["arm", "half"]]),
    (plan(contrasts=[CONTRAST]), "contrasts.0.name", "other"),
    (plan(contrasts=[CONTRAST | {"versus": "c"}], terms=[INTERCEPT, ARM, ROUTE]),
     "contrasts.0.column", "route"),
    (plan(contrasts=[CONTRAST]), "contrasts.0.level", "c"),
    (plan(contrasts=[CONTRAST]), "contrasts.0.versus", "c"),
    (plan(contrasts=[CONTRAST]), "contrasts.0.mid", 0.01),
    (MISSED, "missing.imputations", 5),
    (MISSED, "missing.shifts", [{"b": -2}]),
    (MISSED, "missing.tipping", None),
    (MISSED, "missing.why", "nobody knows"),
    (plan(contrasts=[CONTRAST, CONTRAST | {"name": "c against a", "level": "c"}],
          missing=MISSING, outcome=MISSED["outcome"]),
     "missing.tipping.contrast", "c against a"),
    (MISSED, "missing.tipping.arms", ["a"]),
    (MISSED, "missing.tipping.conclusion", "excludes zero"),
    (MISSED, "missing.tipping.certainty", 0.7),
    (MISSED, "missing.tipping.shifts", [-1, 1]),
    (WORDED, "text", {"lv": TEXT}),
    (WORDED, "text.en.title", "Three"),
    (WORDED, "text.en.outcome", "another"),
    (WORDED, "text.en.unit", "another"),
    (plan(roles={}, terms=[INTERCEPT, AGE | {"name": "line", "power": 1}],
          text={"en": {"columns": {"age": "years"}}}),
     "text.en.columns", None),
    (WORDED, "text.en.levels", None),
    (WORDED, "text.en.terms", None),
    (WORDED, "text.en.reasons", None),
    (WORDED, "text.en.contrasts", None),
]  # fmt: skip


def of_families() -> list[Case]:
    """Every column of every family becomes another, every prior of its parameters too."""
    cases: list[Case] = []
    for name, outcome in OUTCOMES.items():
        for key in outcome:
            if key.endswith("_prior"):
                cases.append((plan(name), f"outcome.{key}", "half-normal(0.05)"))
            elif key not in plan_toml.OUTCOME_KEYS:
                other = {"event": "half_event", "trials": "plenty"}.get(key, "twin")
                cases.append((plan(name), f"outcome.{key}", other))
    for key, (name, outcome) in OTHERS.items():
        whole = plan(name)
        whole["outcome"] = {"name": "work", "family": name, **outcome}
        cases.append((whole, f"outcome.{key}", "twin"))
    return cases


ALL = CASES + of_families()
REFUSED = "refused: "
DECIDE_WHAT_ELSE_IS_NEEDED = {"outcome.family", "outcome.missing", "terms.2.kind"}


def test_every_key_of_the_language_has_its_case() -> None:
    sections: dict[str, set[str]] = {
        "outcome": set(plan_toml.OUTCOME_KEYS)
        | {column for family in FAMILIES.values() for column in family.columns}
        | {f"{name}_prior" for family in FAMILIES.values() for name in family.parameters},
        "roles": set(plan_toml.ROLE_KEYS),
        "terms": {*plan_toml.FIXED_KEYS, *plan_toml.RANDOM_KEYS, *plan_toml.SHRUNK_KEYS},
        "contrasts": set(plan_toml.CONTRAST_KEYS),
        "missing": set(MISSING_KEYS),
        "text": set(TEXT_KEYS),
        "missing.tipping": set(TIPPING_KEYS),
    }
    wanted = set(plan_toml.TOP_KEYS)
    wanted |= {f"{section}.{key}" for section, keys in sections.items() for key in keys}
    walked = {
        ".".join(part for part in path.split(".") if not part.isdigit() and part != "en")
        for _, path, _ in ALL
    }
    assert wanted == walked


@pytest.mark.parametrize(
    ("base", "path", "value"), ALL, ids=[f"{c[0]['outcome']['family']}-{c[1]}" for c in ALL]
)
def test_a_key_is_carried_out(base: dict[str, Any], path: str, value: Any) -> None:
    before = told(json.dumps(base))
    assert not before.startswith(REFUSED)
    after = told(json.dumps(changed(base, path, value)))
    assert before != after
    # A refusal proves nothing of most keys: only these say which other keys there must be.
    assert after.startswith(REFUSED) == (path in DECIDE_WHAT_ELSE_IS_NEEDED)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("terms.1.center", 2, "changes a column of numbers"),
        ("terms.1.scale", 2, "changes a column of numbers"),
        ("terms.1.power", 2, "changes a column of numbers"),
        ("terms.0.power", 2, "changes a column of numbers"),
        ("roles.arm", None, "arms are given, but no arm|control is given"),
        ("outcome.breaks", [1], "has no intervals"),
        ("outcome.categories", ["a", "b"], "has no categories"),
        ("missing", {"why": "x"}, "would do nothing"),
    ],
)
def test_what_could_not_be_carried_out_is_refused(path: str, value: Any, words: str) -> None:
    with pytest.raises(PlanError, match=words):
        parse_plan(toml(changed(plan(), path, value)))
    sums = plan(terms=[INTERCEPT, ARM | {"coding": "sum", "reference": "a"}, SITE])
    with pytest.raises(PlanError, match="no reference level"):
        parse_plan(toml(sums))


def changed(base: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    result = deepcopy(base)
    *parents, last = path.split(".")
    at: Any = result
    for part in parents:
        at = at[int(part)] if part.isdigit() else at[part]
    if value is None:
        del at[last]
    else:
        at[last] = value
    return result


@cache
def told(plan_json: str) -> str:
    """What an evaluation and its report say, or the refusal; without the plan's own text."""
    try:
        evaluation = evaluate(table(), parse_plan(toml(json.loads(plan_json)), name="plan.toml"))
    except EvidenceError as refusal:  # an answer as well
        return f"{REFUSED}{refusal}"
    numbers = evaluation.to_dict()
    del numbers["plan"]
    origin = Provenance("d.csv", "0", "plan.toml", "0", "1", "1", 1, date(2026, 1, 1))
    record = EvaluationRecord(evaluation, origin, b"", 1, aggregate=False, data=None)
    return json.dumps(numbers) + text_of(compose(record, "en")[0])


@cache
def table() -> Table:
    rng = np.random.default_rng(11)
    rows, n = 60, rng.integers(5, 12, 60).astype(float)
    few = rng.binomial(n.astype(int), 0.4).astype(float)
    lost = few.copy()
    lost[::6] = np.nan
    return Table.from_columns(
        {
            "site": [f"s{i % 5}" for i in range(rows)],
            "arm": [("a", "b", "c")[i % 3] for i in range(rows)],
            "route": [("b", "c", "r1")[i % 4 % 3] for i in range(rows)],
            "half": [("x", "y")[i % 2] for i in range(rows)],
            "age": rng.integers(20, 60, rows).astype(float), "n": n, "plenty": n + 3,
            "few": few, "lost": lost,
            "twin": np.minimum(few + 1, 3), "level": rng.normal(2, 1, rows),
            "spread": rng.uniform(0.5, 2, rows), "count": rng.poisson(6, rows).astype(float),
            "cost": rng.gamma(3, 2, rows), "grade": rng.integers(1, 4, rows).astype(float),
            "time": rng.exponential(4, rows) + 0.1, "event": (rng.random(rows) < 0.6).astype(float),
            "half_event": (rng.random(rows) < 0.5).astype(float),
        }
    )  # fmt: skip


def toml(value: Mapping[str, Any]) -> str:
    """Write a plan as TOML: plain keys, then sections, then lists of sections."""
    lines = [f"{key} = {_inline(one)}" for key, one in value.items() if not _section(one)]
    for key, one in value.items():
        if isinstance(one, Mapping) and _section(one):
            nested = {k: v for k, v in one.items() if isinstance(v, Mapping)}
            lines += [f"[{key}]", toml({k: v for k, v in one.items() if k not in nested})]
            for name, inner in nested.items():
                lines += [f"[{key}.{name}]", toml(inner)]
    for key, one in value.items():
        if key in ("terms", "contrasts"):
            for item in one:
                lines += [f"[[{key}]]", toml(item)]
    return "\n".join(lines)


def _section(value: Any) -> bool:
    """Whether a value gets a section of its own; shifts by arm stay inline."""
    listed = isinstance(value, list) and value and isinstance(value[0], Mapping)
    if isinstance(value, Mapping):
        return "en" not in value and "lv" not in value
    return bool(listed and "name" in value[0])


def _inline(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, Mapping):
        return (
            "{ "
            + ", ".join(f"{json.dumps(key)} = {_inline(one)}" for key, one in value.items())
            + " }"
        )
    return json.dumps(value)
