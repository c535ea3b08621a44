"""The unit of an outcome is a choice of writing: cents, euros or millions give the same answer."""

from __future__ import annotations

import numpy as np
import pytest

from ligzda.evidence import EvidenceError, Plan, Table, evaluate, parse_plan
from ligzda.evidence.batch import fit_many

SITE, ARM = np.repeat(["x", "y", "z"], 4), np.tile(["a", "a", "b", "b"], 3)
VALUES = np.random.default_rng(3).standard_normal(12)


def amounts(unit: float, error: float | None, prior: float = 0.5) -> tuple[Table, Plan]:
    """Amounts of three sites × two arms, with known standard errors or a residual SD."""
    known = 'se = "se"' if error else f'residual_prior = "half-normal({unit!r})"'
    text = f"""
[outcome]
name = "cost"
family = "normal"
value = "v"
{known}
[roles]
site = "site"
arm = "arm"
control = "a"
[[terms]]
name = "base"
kind = "fixed"
prior = "normal(0, {2 * unit!r})"
[[terms]]
name = "arm"
kind = "fixed"
columns = ["arm"]
prior = "normal(0, {unit!r})"
[[terms]]
name = "site"
kind = "random"
columns = ["site"]
sd = "half-normal({prior * unit!r})"
"""
    columns = {"site": SITE, "arm": ARM, "v": VALUES * unit, "se": np.full(12, (error or 1) * unit)}
    return Table.from_columns(columns, source="data.csv"), parse_plan(text)


@pytest.mark.parametrize("unit", [1e-8, 1e-4, 1e6, 1e9])
@pytest.mark.parametrize("error", [0.7, None], ids=["known errors", "residual"])
def test_the_unit_does_not_change_the_answer(unit: float, error: float | None) -> None:
    one, other = (evaluate(*amounts(u, error)) for u in (1.0, unit))
    for a, b in zip(
        (*one.fixed, *one.sds, *one.effects, *(c.link for c in one.contrasts)),
        (*other.fixed, *other.sds, *other.effects, *(c.link for c in other.contrasts)),
        strict=True,
    ):
        wanted = [unit * a.mean, unit * a.sd, unit * a.lower, unit * a.upper]
        np.testing.assert_allclose(
            [b.mean, b.sd, b.lower, b.upper], wanted, rtol=1e-6, atol=1e-6 * unit * a.sd
        )
    assert other.diagnosis.good

    batches = []
    for u in (1.0, unit):
        table, plan = amounts(u, error)
        fits = fit_many(plan, [table])
        batches.append(np.concatenate([fits.effects.mean, fits.contrasts.sd, fits.sds.mean], 1) / u)
    np.testing.assert_allclose(batches[0], batches[1], rtol=1e-5)


def trial(unit: float) -> tuple[Table, Plan]:
    """Cells of nine sites × eight arms with four hyperparameters, none of the same size."""
    site, arm = np.divmod(np.arange(72), 8)
    terms = "".join(
        f'[[terms]]\nname = "{name}"\nkind = "random"\ncolumns = {columns}\n'
        f'sd = "half-normal({size * unit!r})"\n'
        for name, columns, size in (
            ("arm", '["arm"]', 0.5), ("site", '["site"]', 1.0), ("cell", '["site", "arm"]', 0.5),
        )
    )  # fmt: skip
    text = f"""
[outcome]
name = "cost"
family = "normal"
value = "v"
n = "n"
sd = "sd"
residual_prior = "half-normal({2 * unit!r})"
[[terms]]
name = "base"
kind = "fixed"
prior = "normal(0, {1.5 * unit!r})"
{terms}"""
    values = unit * (3 + np.random.default_rng(8).standard_normal(72))
    columns = {"site": site.astype(str), "arm": arm.astype(str), "v": values}
    columns |= {"n": np.full(72, 30.0), "sd": np.full(72, unit)}
    return Table.from_columns(columns), parse_plan(text)


@pytest.mark.parametrize("unit", [1e-8, 1e8])
def test_nor_with_several_hyperparameters(unit: float) -> None:
    """A search for their centre that began at a thousandth of 1 never came back from it."""
    one, other = (evaluate(*trial(u)) for u in (1.0, unit))
    assert one.diagnosis.good
    assert other.diagnosis.good
    for a, b in zip(one.sds, other.sds, strict=True):
        wanted = [unit * a.mean, unit * a.sd, unit * a.lower, unit * a.upper]
        np.testing.assert_allclose([b.mean, b.sd, b.lower, b.upper], wanted, rtol=1e-6)


@pytest.mark.parametrize("error", [1e3, 1e5, 1e9])
def test_records_that_say_nothing_leave_the_priors(error: float) -> None:
    evaluation = evaluate(*amounts(1.0, error))
    (site,) = evaluation.sds
    assert site.mean == pytest.approx(0.5 * np.sqrt(2 / np.pi), rel=1e-3)
    assert site.sd == pytest.approx(0.5 * np.sqrt(1 - 2 / np.pi), rel=1e-3)
    assert evaluation.contrasts[0].link.sd == pytest.approx(1, rel=1e-3)


def test_records_far_beyond_the_priors_are_refused() -> None:
    table, plan = amounts(1.0, None)
    far = Table.from_columns({**table.columns, "v": 1e12 * VALUES}, source="data.csv")
    with pytest.raises(EvidenceError, match=r"“site”: the records lie so far outside"):
        evaluate(far, plan)


def test_priors_far_wider_than_the_records_change_a_contrast_no_more() -> None:
    table, plan = amounts(1.0, None)

    def contrast(unit: float) -> tuple[float, float]:
        flat = Table.from_columns({**table.columns, "v": unit * VALUES}, source="data.csv")
        found = evaluate(flat, plan).contrasts[0].link
        return found.mean / unit, found.sd / unit

    wide = contrast(1e-6)
    assert contrast(1e-12) == pytest.approx(wide, rel=1e-3)
    assert contrast(1e-15) == pytest.approx(wide, rel=1e-3)
