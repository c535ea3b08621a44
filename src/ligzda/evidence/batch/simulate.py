r"""Simulated trials: draw experiments from a stated truth, fit them all, and see how a design does.

A cell of site s and arm a has :math:`\eta_{sa} = h(\text{base}) + u_s + \delta_a + w_{sa}` with
:math:`u_s \sim N(0, \sigma_u^2)`, :math:`w_{sa} \sim N(0, \sigma_w^2)` and arm effects that are
stated, drawn anew in every experiment, or both. Estimands are the differences of the arms'
:math:`\delta` (link scale) and of their means standardised over the experiment's own sites.

Type S and type M errors: Gelman, A. & Carlin, J. (2014) *Perspectives on Psychological Science*
9:641–651.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ligzda.evidence.batch.fit import Progress, chunk_size, fit_arrays
from ligzda.evidence.batch.results import FitMany
from ligzda.evidence.batch.shape import Shape
from ligzda.evidence.batch.worlds import Design, Truth, check
from ligzda.evidence.errors import PlanError
from ligzda.evidence.families.cells import Cells
from ligzda.evidence.faults import Fault
from ligzda.evidence.model import Model, build_model
from ligzda.evidence.plan import Plan
from ligzda.evidence.plan_toml import parse_plan
from ligzda.evidence.tables import Floats, Table


@dataclass(frozen=True, eq=False)
class Simulated:
    """n experiments, their posteriors, and what is known to be true in each.

    ``true_contrasts`` and ``true_differences`` are (n, C), on the link scale and as means;
    ``true_means`` (n, arms). Failed fits are left out of every summary.
    """

    design: Design
    truth: Truth
    fits: FitMany
    true_contrasts: Floats
    true_differences: Floats
    true_means: Floats

    @cached_property
    def good(self) -> np.ndarray:
        """Which experiments were fitted."""
        ok = np.ones(len(self.fits), dtype=bool)
        ok[list(self.fits.failures)] = False
        return ok

    def coverage(self, percent: int = 95, *, differences: bool = False) -> Floats:
        """Share of experiments whose interval covers the truth, per contrast."""
        bands = self.fits.differences if differences else self.fits.contrasts
        truth = self.true_differences if differences else self.true_contrasts
        lower, upper = bands.limits(percent)
        inside = (lower <= truth) & (truth <= upper)
        result: Floats = inside[self.good].mean(axis=0)
        return result

    @property
    def bias(self) -> Floats:
        """Mean of posterior mean minus truth, per contrast (link scale)."""
        result: Floats = (self.fits.contrasts.mean - self.true_contrasts)[self.good].mean(axis=0)
        return result

    @property
    def rmse(self) -> Floats:
        """Root mean squared error of the posterior mean, per contrast (link scale)."""
        error = (self.fits.contrasts.mean - self.true_contrasts)[self.good]
        result: Floats = np.sqrt((error**2).mean(axis=0))
        return result

    def power(self, certainty: float = 0.95) -> Floats:
        """Share of experiments with P(difference ≥ MID in the good direction) ≥ certainty."""
        if self.design.mid is None:
            raise PlanError("mid", Fault.POWER_WITHOUT_MID)
        result: Floats = (self.fits.p_above_mid[self.good] >= certainty).mean(axis=0)
        return result

    @property
    def selected(self) -> np.ndarray:
        """The arm chosen in each experiment: the one of least expected regret."""
        regret = np.where(self.good[:, None], self.fits.expected_regret, 0.0)
        chosen: np.ndarray = regret.argmin(axis=1)
        return chosen

    @property
    def p_correct_selection(self) -> float:
        """Share of experiments in which the chosen arm is truly the best."""
        sign = 1.0 if self.design.better == "higher" else -1.0
        best = (sign * self.true_means).argmax(axis=1)
        return float((self.selected == best)[self.good].mean())

    @property
    def expected_regret(self) -> float:
        """Mean loss, in means, of the chosen arm against the truly best."""
        sign = 1.0 if self.design.better == "higher" else -1.0
        means = sign * self.true_means
        loss = means.max(axis=1) - means[np.arange(len(means)), self.selected]
        return float(loss[self.good].mean())

    @property
    def type_s(self) -> Floats:
        """Among contrasts whose 95 % interval leaves out 0: share with the wrong sign (or NaN)."""
        claimed, wrong = self._claims()
        count = claimed.sum(axis=0)
        result: Floats = np.where(count > 0, (claimed & wrong).sum(axis=0) / np.maximum(count, 1),
                                  np.nan)  # fmt: skip
        return result

    @property
    def type_m(self) -> Floats:
        """Among the same: mean of |estimate| / |truth|, the exaggeration (NaN without claims)."""
        claimed, _ = self._claims()
        claimed &= self.true_contrasts != 0
        ratio = np.abs(self.fits.contrasts.mean) / np.maximum(np.abs(self.true_contrasts), 1e-12)
        count = claimed.sum(axis=0)
        total = np.where(claimed, ratio, 0.0).sum(axis=0)
        result: Floats = np.where(count > 0, total / np.maximum(count, 1), np.nan)
        return result

    def mcse(self, share: Floats | float) -> Floats:
        """Monte Carlo standard error of a share of experiments."""
        p = np.asarray(share)
        result: Floats = np.sqrt(p * (1 - p) / max(int(self.good.sum()), 1))
        return result

    def _claims(self) -> tuple[np.ndarray, np.ndarray]:
        lower, upper = self.fits.contrasts.limits(95)
        claimed = ((lower > 0) | (upper < 0)) & self.good[:, None]
        return claimed, np.sign(self.fits.contrasts.mean) != np.sign(self.true_contrasts)


def default_plan(design: Design, truth: Truth) -> Plan:
    """Return the plan used without another: intercept, and exchangeable sites, arms and cells."""
    cells, family = _cells(design), design.outcome
    scale = cells.scale(truth.residual_sd)
    columns = "\n".join(f'{part} = "{name}"' for part, name in cells.columns.items())
    mid = f"mid = {design.mid!r}\n" if design.mid is not None else ""
    spread = "".join(f'{p}_prior = "half-normal({3 * scale!r})"\n' for p in family.parameters)
    quoted = [json.dumps(arm, ensure_ascii=False) for arm in design.arms]
    text = f"""
[outcome]
name = "outcome"
family = "{design.family}"
better = "{design.better}"
{mid}{spread}{columns}
[roles]
site = "site"
arm = "arm"
control = {quoted[0]}
arms = [{", ".join(quoted)}]
[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal({cells.centre(truth.base)!r}, {cells.intercept_sd * scale!r})"
"""
    terms = [("arm", ["arm"])]
    if len(design.sites) > 1:
        terms = [("site", ["site"]), *terms, ("cell", ["site", "arm"])]
    for name, of in terms:
        text += f'[[terms]]\nname = "{name}"\nkind = "random"\ncolumns = {of}\n'.replace("'", '"')
        text += f'sd = "half-normal({scale!r})"\n'
    return parse_plan(text, name="default plan of a simulation")


def simulate(
    design: Design,
    truth: Truth,
    n: int,
    *,
    seed: int,
    plan: Plan | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    compiled: bool | None = None,
    scheduler: str | None = None,
) -> Simulated:
    """Draw n experiments from a truth, fit them all and return how the design does.

    ``plan`` must use the columns of its own roles for site and arm and no others. The experiments
    depend on the seed alone, their posteriors not on ``workers``.

    Raises :class:`DesignError` where design, truth and n do not fit together, :class:`PlanError`
    where the plan asks for something else than the design.
    """
    check(design, truth, n)
    plan = plan or default_plan(design, truth)
    cells = design.cells
    s, a = np.nonzero(cells > 0)
    model = _model(design, plan, s, a, cells)
    shape = Shape.of(model, effects=False)
    site, arm = plan.roles.site, plan.roles.arm
    place = {
        (str(design.sites[i]), str(design.arms[j])): k
        for k, (i, j) in enumerate(zip(s, a, strict=True))
    }
    assert arm is not None
    sites = model.frame.labels[site] if site else np.repeat(design.sites[0], len(model.units))
    order = np.array(
        [place[str(x), str(y)] for x, y in zip(sites, model.frame.labels[arm], strict=True)]
    )

    rng = np.random.default_rng(seed)
    S, A = cells.shape
    own = _cells(design)
    base = own.predictor(truth.base)
    u = truth.site_sd * rng.standard_normal((n, S))
    delta = np.zeros(A) if not truth.effects else np.asarray(truth.effects, dtype=np.float64)
    effects = delta + truth.arm_sd * rng.standard_normal((n, A))
    w = truth.cell_sd * rng.standard_normal((n, S, A))
    eta = base + u[:, s] + effects[:, a] + w[:, s, a]
    size = cells[s, a]
    drawn = own.draw(eta, size, truth.residual_sd, rng)
    data = {name: values[:, order] for name, values in drawn.items()}
    data["n"] = np.tile(size[order], (n, 1))

    rows = np.arange(n)
    step = chunk_size(shape)
    jobs = [
        (shape, rows[low : low + step], {k: v[low : low + step] for k, v in data.items()})
        for low in range(0, n, step)
    ]
    fits = fit_arrays(
        plan, jobs, n, {}, workers=workers, progress=progress, compiled=compiled,
        scheduler=scheduler,
    )  # fmt: skip
    weights = cells.sum(axis=1) / cells.sum()
    at = base + u[:, :, None] + effects[:, None, :]
    means = np.einsum("s,nsa->na", weights, own.mean(at))
    index = {label: j for j, label in enumerate(design.arms)}
    pairs = np.array([(index[c.level], index[c.versus]) for c in shape.contrasts]).reshape(-1, 2)
    return Simulated(
        design=design,
        truth=truth,
        fits=fits,
        true_contrasts=effects[:, pairs[:, 0]] - effects[:, pairs[:, 1]],
        true_differences=means[:, pairs[:, 0]] - means[:, pairs[:, 1]],
        true_means=means,
    )


def _model(design: Design, plan: Plan, s: np.ndarray, a: np.ndarray, cells: Floats) -> Model:
    """Build the model of the design from a table with a made-up outcome."""
    columns = plan.outcome.columns
    if plan.outcome.family != design.family:
        said = Fault.OTHER_FAMILY.of(family=plan.outcome.family, family2=design.family)
        raise PlanError("outcome.family", said, plan=plan.name)
    if plan.roles.arm is None:
        raise PlanError("roles.arm", Fault.NO_ARMS_TO_SIMULATE)
    size = cells[s, a]
    made: dict[str, object] = {plan.roles.arm: [design.arms[j] for j in a]}
    if plan.roles.site:
        made[plan.roles.site] = [design.sites[i] for i in s]
    outcome = _cells(design).made_up(size)
    absent = [part for part in outcome if part not in columns]
    if absent:
        raise PlanError(
            f"outcome.{absent[0]}",
            Fault.SIMULATED_COLUMNS.of(outcome=tuple(outcome)), plan=plan.name,
        )  # fmt: skip
    made |= {columns[part]: values for part, values in outcome.items()}
    return build_model(Table.from_columns(made, source="simulated"), plan)  # type: ignore[arg-type]


def _cells(design: Design) -> Cells:
    cells = design.outcome.cells
    assert cells is not None  # a design of another family is refused when it is made
    return cells
