"""Reading a plan from TOML text: every key is known, or refused with the nearest spelling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal, cast

from ligzda.evidence.errors import PlanError
from ligzda.evidence.families import FAMILIES, Family, links_of
from ligzda.evidence.faults import Fault
from ligzda.evidence.missing_plan import read_missing
from ligzda.evidence.plan import (
    ContrastPlan,
    FixedTerm,
    Outcome,
    Plan,
    RandomTerm,
    Roles,
    ShrunkTerm,
    Term,
)
from ligzda.evidence.plan_reader import Reader
from ligzda.evidence.plan_texts import read_texts
from ligzda.evidence.priors import NORMAL_FORM, STUDENT_FORM
from ligzda.evidence.toml_text import alike, read_toml

TOP_KEYS = ("title", "outcome", "roles", "terms", "contrasts", "missing", "text")
OUTCOME_KEYS = (
    "name",
    "family",
    "link",
    "better",
    "unit",
    "mid",
    "missing",
    "categories",
    "breaks",
)
ROLE_KEYS = ("site", "arm", "control", "arms")
FIXED_KEYS = (
    "name",
    "kind",
    "columns",
    "prior",
    "coding",
    "reference",
    "center",
    "scale",
    "power",
    "why",
)
RANDOM_KEYS = ("name", "kind", "columns", "sd", "sd_of", "slope", "effects", "df", "why")
EFFECTS = (NORMAL_FORM, STUDENT_FORM)
USUAL_DF, MOST_DF = 4.0, 200.0
"""Degrees of freedom of Student-t effects where the plan names none (Gelman et al. 2013, §17.2)."""
SHRUNK_KEYS = ("name", "kind", "products", "sd", "why")
CONTRAST_KEYS = ("name", "column", "level", "versus", "mid")


def parse_plan(text: str, *, name: str = "plan") -> Plan:
    """Read a plan from TOML; :class:`PlanError` names the key, what is wrong and what is allowed.

    ``name`` stands in messages (usually the file's name). docs/evidence.md describes every key.
    """
    raw = alike(read_toml(text, plan=name))
    reader = Reader(name)
    reader.known("", raw, TOP_KEYS)
    outcome, mid = _outcome(reader, reader.table(raw, "outcome"))
    roles = _roles(reader, raw.get("roles", {}))
    terms = tuple(_term(reader, i, t, roles) for i, t in enumerate(reader.tables(raw, "terms"), 1))
    if not terms:
        raise PlanError("terms", Fault.NO_TERMS, plan=name)
    names = [term.name for term in terms]
    for i, term_name in enumerate(names):
        if term_name in names[:i]:
            raise PlanError(
                f"terms[{i + 1}].name",
                Fault.NAME_TWICE.of(term_name=term_name),
                plan=name,
            )
    _check_arm(reader, roles, terms)
    contrasts = tuple(
        _contrast(reader, i, c, roles, mid)
        for i, c in enumerate(reader.tables(raw, "contrasts", needed=False), 1)
    )
    missing = read_missing(
        reader,
        raw,
        outcome.missing,
        roles.arms,
        [contrast.name for contrast in contrasts],
        compares=bool(contrasts or roles.arm),
    )
    for i, term in enumerate(terms, 1):
        if missing is not None and isinstance(term, RandomTerm) and term.df is not None:
            said = Fault.STUDENT_AND_MISSING.of(name=term.name)
            raise PlanError(f"terms[{i}].effects", said, plan=name)
    title = reader.text(raw, "title", "", name)
    plan = Plan(title, outcome, terms, roles, contrasts, mid, text, missing)
    named = [contrast.name for contrast in contrasts]
    return replace(plan, texts=read_texts(reader, raw, plan.columns, terms, named))


def _outcome(reader: Reader, raw: Mapping[str, Any]) -> tuple[Outcome, float | None]:
    family_name = reader.choice(raw, "family", "outcome", tuple(FAMILIES), "")
    family = FAMILIES[family_name]
    allowed = OUTCOME_KEYS + family.columns + tuple(f"{p}_prior" for p in family.parameters)
    reader.known("outcome", raw, allowed)
    columns = {c: reader.text(raw, c, "outcome") for c in family.columns if c in raw}
    for needed in family.required:
        if needed not in columns:
            raise reader.fail(f"outcome.{needed}", Fault.COLUMN_NEEDED.of(family_name=family_name))
    parameters = {
        p: reader.positive(raw, f"{p}_prior", "outcome")
        for p in family.parameters
        if f"{p}_prior" in raw
    }
    categories = reader.texts(raw, "categories", "outcome")
    _check_categories(reader, family, family_name, categories)
    wanted = family.parameters_for(columns, categories)
    for parameter in wanted:
        if parameter not in parameters:
            raise reader.fail(
                f"outcome.{parameter}_prior",
                Fault.PRIOR_MISSING.of(parameter=parameter),
            )
    for parameter in parameters:
        if parameter not in wanted:
            raise reader.fail(
                f"outcome.{parameter}_prior",
                Fault.NOTHING_TO_ESTIMATE,
            )
    outcome = Outcome(
        name=reader.text(raw, "name", "outcome", "outcome"),
        family=family.name,
        link=reader.choice(raw, "link", "outcome", links_of(family_name), family.link),
        columns=columns,
        better=cast(
            "Literal['higher', 'lower']",
            reader.choice(raw, "better", "outcome", ("higher", "lower"), "higher"),
        ),
        unit=reader.text(raw, "unit", "outcome", ""),
        parameters=parameters,
        categories=categories,
        breaks=_breaks(reader, family, family_name, raw),
        missing=cast(
            "Literal['refuse', 'complete-case', 'imputation']",
            reader.choice(
                raw, "missing", "outcome", ("refuse", "complete-case", "imputation"), "refuse"
            ),
        ),
    )
    return outcome, reader.number(raw, "mid", "outcome")


def _check_categories(
    reader: Reader, family: Family, name: str, categories: tuple[str, ...]
) -> None:
    wanted = "categories" in family.keys
    if wanted and len(set(categories)) < 2:
        raise reader.fail(
            "outcome.categories",
            Fault.NO_CATEGORIES,
        )
    if len(set(categories)) != len(categories):
        raise reader.fail("outcome.categories", Fault.CATEGORY_TWICE)
    if categories and not wanted:
        raise reader.fail("outcome.categories", Fault.FAMILY_WITHOUT_CATEGORIES.of(name=name))


def _breaks(reader: Reader, family: Family, name: str, raw: Mapping[str, Any]) -> tuple[float, ...]:
    breaks = raw.get("breaks", [])
    numbers = isinstance(breaks, list) and all(
        isinstance(b, (int, float)) and not isinstance(b, bool) and b > 0 for b in breaks
    )
    if not numbers or sorted(set(breaks)) != breaks:
        raise reader.fail("outcome.breaks", Fault.NOT_ASCENDING)
    if breaks and "breaks" not in family.keys:
        raise reader.fail("outcome.breaks", Fault.FAMILY_WITHOUT_BREAKS.of(name=name))
    return tuple(float(b) for b in breaks)


def _roles(reader: Reader, raw: Any) -> Roles:
    if not isinstance(raw, dict):
        raise reader.fail("roles", Fault.NOT_A_SECTION.of(where="roles"))
    reader.known("roles", raw, ROLE_KEYS)
    site, arm, control = (
        reader.text(raw, key, "roles") if key in raw else None for key in ("site", "arm", "control")
    )
    if control is not None and arm is None:
        raise reader.fail("roles.control", Fault.CONTROL_WITHOUT_ARM)
    arms = reader.texts(raw, "arms", "roles")
    if arms and arm is None:
        raise reader.fail("roles.arms", Fault.ARMS_WITHOUT_COLUMN)
    return Roles(site, arm, control, arms)


def _check_arm(reader: Reader, roles: Roles, terms: tuple[Term, ...]) -> None:
    """Refuse arms of which no term says anything: neither of them nor of what could describe them.

    Whether the columns that are there do describe them is seen with the data.
    """
    if roles.arm is None:
        return
    for term in terms:
        other = set(term.columns) - {roles.site}
        if isinstance(term, RandomTerm):  # a deviation within sites is no effect of the arm
            other = set() if roles.site in term.columns else other
        if other:
            return
    raise reader.fail("roles.arm", Fault.ARM_WITHOUT_TERM.of(column=roles.arm))


def _term(reader: Reader, index: int, raw: Mapping[str, Any], roles: Roles) -> Term:
    path = f"terms[{index}]"
    kind = reader.choice(raw, "kind", path, ("fixed", "random", "shrunk"), "")
    known = {"fixed": FIXED_KEYS, "random": RANDOM_KEYS, "shrunk": SHRUNK_KEYS}
    reader.known(path, raw, known[kind])
    name = reader.text(raw, "name", path)
    columns = reader.texts(raw, "columns", path)
    why = reader.text(raw, "why", path, "")
    if kind == "shrunk":
        return ShrunkTerm(name, _products(reader, path, raw), reader.positive(raw, "sd", path), why)
    if kind == "random":
        if not columns:
            raise reader.fail(f"{path}.columns", Fault.RANDOM_WITHOUT_COLUMNS.of(name=name))
        return RandomTerm(
            name,
            columns,
            reader.positive(raw, "sd", path),
            reader.text(raw, "slope", path) if "slope" in raw else None,
            cast(
                "Literal['level', 'contrast']",
                reader.choice(raw, "sd_of", path, ("level", "contrast"), "level"),
            ),
            why,
            _degrees_of_freedom(reader, raw, path),
        )
    reference = raw.get("reference", {})
    if isinstance(reference, (str, int, float)) and len(columns) == 1:
        reference = {columns[0]: reference}
    if not isinstance(reference, dict) or not set(reference) <= set(columns):
        raise reader.fail(
            f"{path}.reference",
            Fault.NOT_A_REFERENCE,
        )
    power = raw.get("power", 1)
    if isinstance(power, bool) or not isinstance(power, int) or not 1 <= power <= 4:
        raise reader.fail(f"{path}.power", Fault.NOT_A_POWER)
    scale = reader.number(raw, "scale", path)
    if scale is not None and not scale > 0:
        raise reader.fail(f"{path}.scale", Fault.NOT_ABOVE_ZERO)
    coding = reader.choice(
        raw, "coding", path, ("reference", "indicator", "sum", "numeric"), "reference"
    )
    center = reader.number(raw, "center", path) or 0.0
    _check_use(reader, path, coding, columns, reference, (center, scale or 1.0, power))
    return FixedTerm(
        name,
        columns,
        reader.normal(raw, path),
        cast("Literal['reference', 'indicator', 'sum', 'numeric']", coding),
        {c: str(level) for c, level in reference.items()},
        center,
        scale or 1.0,
        power,
        why,
        coded="coding" in raw or bool(reference) or set(columns) <= {roles.site, roles.arm},
    )


def _degrees_of_freedom(reader: Reader, raw: Mapping[str, Any], path: str) -> float | None:
    """Read how heavy the tails of a random term's effects are; None for normal effects."""
    effects = reader.choice(raw, "effects", path, EFFECTS, NORMAL_FORM)
    df = reader.number(raw, "df", path)
    if effects == NORMAL_FORM:
        if df is not None:
            raise reader.fail(f"{path}.df", Fault.DF_OF_NORMAL)
        return None
    if df is not None and not 1 <= df <= MOST_DF:
        raise reader.fail(f"{path}.df", Fault.DF_RANGE.of(df=df))
    return USUAL_DF if df is None else df


def _check_use(
    reader: Reader,
    path: str,
    coding: str,
    columns: tuple[str, ...],
    reference: Mapping[str, Any],
    numeric: tuple[float, float, int],
) -> None:
    """Refuse what the coding of a fixed term would leave unused: a plan is carried out or refused.

    ``numeric`` holds center, scale and power.
    """
    if reference and coding != "reference":
        raise reader.fail(
            f"{path}.reference",
            Fault.NO_REFERENCE_HERE.of(coding=coding),
        )
    for key, value, default in zip(("center", "scale", "power"), numeric, (0, 1, 1), strict=True):
        if value != default and (coding != "numeric" or not columns):
            raise reader.fail(
                f"{path}.{key}",
                Fault.NO_NUMBERS_HERE,
            )


def _products(reader: Reader, path: str, raw: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    products = raw.get("products", [])
    if (
        not isinstance(products, list)
        or not products
        or not all(isinstance(p, list) and len(p) > 1 for p in products)
        or not all(isinstance(column, str) for p in products for column in p)
    ):
        raise reader.fail(
            f"{path}.products",
            Fault.NOT_PRODUCTS,
        )
    return tuple(tuple(product) for product in products)


def _contrast(
    reader: Reader, index: int, raw: Mapping[str, Any], roles: Roles, mid: float | None
) -> ContrastPlan:
    path = f"contrasts[{index}]"
    reader.known(path, raw, CONTRAST_KEYS)
    column = reader.text(raw, "column", path, roles.arm or "")
    if not column:
        raise reader.fail(f"{path}.column", Fault.NO_COLUMN)
    level = reader.text(raw, "level", path)
    versus = reader.text(raw, "versus", path, roles.control or "")
    if not versus:
        raise reader.fail(f"{path}.versus", Fault.NO_VERSUS)
    if level == versus:
        raise reader.fail(f"{path}.versus", Fault.COMPARED_WITH_ITSELF.of(level=level))
    own = reader.number(raw, "mid", path)
    return ContrastPlan(
        reader.text(raw, "name", path, f"{level} − {versus}"),
        column,
        level,
        versus,
        mid if own is None else own,
    )
