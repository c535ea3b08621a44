"""Do direct and indirect comparisons of a network agree? Unrelated mean effects beside the network.

A network believes that what C does more than A is what B does more than A and C more than B.
Without that belief every compared pair has an effect of its own (Dias et al. 2013, *Med Decis
Making* 33:641–656; NICE DSU Technical Support Document 4): rows of an arm beside the trial's first
one share a coefficient, whatever the rest of the network says. Where pairs differ much between the
two models, or the SD between trials falls by much without the belief, the network is inconsistent.

Trials of three arms and more are compared with their first arm – the control, where they have it,
else the first of ``roles.arms`` – so their other pairs say nothing alone; which arm is first is a
convention. Arms of one trial share its intercept, and so correlate by one half.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ligzda.evidence.errors import PlanError
from ligzda.evidence.evaluate import evaluate
from ligzda.evidence.faults import Fault
from ligzda.evidence.plan import ContrastPlan, FixedTerm, Plan
from ligzda.evidence.results import Estimate
from ligzda.evidence.tables import Column, Table, natural_levels

_FIRST = "–"  # the level of every trial's first arm


@dataclass(frozen=True)
class ComparedPair:
    """``level`` minus ``versus`` on the scale of the link, from ``trials`` trials alone and in all.

    ``alone`` is what the trials say whose first arm is ``versus``, ``network`` what all say
    together.
    """

    level: str
    versus: str
    trials: int
    alone: Estimate
    network: Estimate


@dataclass(frozen=True)
class Inconsistency:
    """Each compared pair by itself and in the network; the SDs of both models, in the plan's order.

    ``good`` is whether both calculations are, by their own check.
    """

    pairs: tuple[ComparedPair, ...]
    sds_alone: tuple[Estimate, ...]
    sds_network: tuple[Estimate, ...]
    good: bool


def inconsistency(table: Table, plan: Plan, *, seed: int = 1) -> Inconsistency:
    """Evaluate a network with and without the belief that its comparisons agree.

    The plan has one fixed term of ``roles.arm`` alone, whose prior every pair's effect gets, and
    one of ``roles.site`` alone: the trials' own intercepts. Deterministic in (table, plan, seed).
    Raises as :func:`ligzda.evidence.evaluate` does, and :class:`PlanError` where the plan is not
    that of a network.
    """
    arm, site, term = _roles(plan)
    arms, sites = table.labels(arm), table.labels(site)
    order = dict.fromkeys([plan.roles.control, *plan.roles.arms, *natural_levels(arms)])
    rank = {level: place for place, level in enumerate(order)}
    first: dict[str, str] = {}
    for trial, level in zip(sites, arms, strict=True):
        if trial not in first or rank[level] < rank[first[trial]]:
            first[trial] = level
    trials: dict[tuple[str, str], set[str]] = {}
    for trial, level in zip(sites, arms, strict=True):
        if level != first[trial]:
            trials.setdefault((str(level), str(first[trial])), set()).add(trial)
    pairs = sorted(trials, key=lambda pair: (rank[pair[1]], rank[pair[0]]))
    names = {pair: f"{pair[0]} – {pair[1]}" for pair in pairs}
    labels = [
        _FIRST if level == first[trial] else names[level, first[trial]]
        for trial, level in zip(sites, arms, strict=True)
    ]
    column = f"{arm}, {site}"
    contrasts = tuple(
        ContrastPlan(names[pair], arm, level=pair[0], versus=pair[1]) for pair in pairs
    )
    network = evaluate(table, replace(plan, contrasts=contrasts, missing=None), seed=seed)
    unrelated = replace(term, columns=(column,), coding="reference", reference={column: _FIRST})
    alone = evaluate(
        _with_column(table, column, labels),
        replace(
            plan,
            roles=replace(plan.roles, arm=None, control=None, arms=()),
            terms=tuple(unrelated if each is term else each for each in plan.terms),
            contrasts=(),
            missing=None,
        ),
        seed=seed,
    )
    own = {estimate.level: estimate for estimate in alone.fixed if estimate.term == term.name}
    return Inconsistency(
        tuple(
            ComparedPair(*pair, len(trials[pair]), own[names[pair]], contrast.link)
            for pair, contrast in zip(pairs, network.contrasts, strict=True)
        ),
        alone.sds,
        network.sds,
        alone.diagnosis.good and network.diagnosis.good,
    )


def _roles(plan: Plan) -> tuple[str, str, FixedTerm]:
    """Return the columns of arms and trials and the term of the arms, or refuse."""
    arm, site = plan.roles.arm, plan.roles.site
    fixed = [term for term in plan.terms if isinstance(term, FixedTerm)]
    of_arms = [term for term in fixed if term.columns == (arm,)]
    of_sites = [term for term in fixed if term.columns == (site,)]
    if arm is None or site is None or len(of_arms) != 1 or len(of_sites) != 1:
        raise PlanError("terms", Fault.NO_NETWORK, plan=plan.name)
    return arm, site, of_arms[0]


def _with_column(table: Table, name: str, labels: list[str]) -> Table:
    columns: dict[str, Column | list[str]] = {**table.columns, name: labels}
    return Table.from_columns(columns, source=table.source, rows=table.rows)
