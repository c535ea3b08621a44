"""Print the decision pages' numbers for an invented set of draws.

    PYTHONPATH=src python examples/decision.py

The draws stand in for what `ligzda.evidence.evaluate` gives: 4,000 joint posterior draws of eight
models, here drawn from invented means so that the example needs no file. docs/economics.md quotes
the output; tests/evidence/decision/test_documentation.py holds the two together.
"""

from __future__ import annotations

import numpy as np

from ligzda.evidence.decision import (
    Beta,
    BinomialStudy,
    Fixed,
    Flow,
    FromDraws,
    MonteCarlo,
    Population,
    SocialOutcome,
    Triangular,
    Uniform,
    ValueFunction,
    WeightSpace,
    acceptability,
    best_within_budget,
    correlation_sensitivity,
    cost_per_outcome,
    dominance,
    evsi_over_sizes,
    increments,
    net_benefit,
    pair,
    perfect_information,
    public_net_balance,
    smaa,
    social_return,
    study_value,
)

MODELS = [f"M{number}" for number in range(1, 9)]
WORTH = 25_000  # EUR for one person more in paid activity after 12 months: for the council to say


def draws() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Invent posterior draws: probabilities, costs, well-being gains, the waiting list."""
    rng = np.random.default_rng(17_03_2016)
    logit = np.array([-1.10, -0.50, -0.92, -0.22, -0.62, 0.10, -0.30, -0.05])
    between = 0.15 * rng.standard_normal((4000, 1))
    p = 1 / (1 + np.exp(-(logit + between + 0.25 * rng.standard_normal((4000, 8)))))
    means = np.array([5200, 9800, 6400, 7600, 11500, 10800, 5900, 8900])
    costs = rng.gamma(100, means / 100, (4000, 8))
    gains = rng.normal(7 + 5 * p, 2.0)
    waiting = rng.beta(44, 156, 4000)
    return p, costs, gains, waiting


def money(value: MonteCarlo) -> str:
    """Say a value of information with its standard error."""
    return f"{value.value:,.0f} EUR (standard error {value.se:,.0f})"


def main() -> None:
    """Print every section."""
    p, costs, gains, waiting = draws()
    joint = pair(p, costs, correlation=0.0)
    costs = joint.costs  # reordered: from here on only these rows belong to the rows of p
    benefit = net_benefit(joint.effects, joint.costs, WORTH)

    print("Which model, within 180,000 EUR for 20 places?")
    choice = best_within_budget(benefit, joint.costs, 180_000, places=20, mid=500, options=MODELS)
    print(f"  {choice.recommended}: {choice.reason}")
    for row in choice.candidates:
        loss = "left out" if row.expected_loss is None else f"{row.expected_loss:,.0f} EUR"
        print(
            f"  {row.option}  affordable {row.p_affordable:4.0%}  "
            f"best within budget {row.p_best_within_budget:4.0%}  expected loss {loss}"
        )

    print("M7 against M1, and the efficient frontier")
    found = increments(joint.effects, joint.costs, options=MODELS, reference="M1")
    m7 = next(row for row in found if row.option == "M7")
    q = m7.ratio.quadrants
    print(
        f"  {m7.effect.mean * 100:+.1f} points ({m7.effect.lower * 100:+.1f} to "
        f"{m7.effect.upper * 100:+.1f}), {m7.cost.mean:+,.0f} EUR ({m7.cost.lower:+,.0f} to "
        f"{m7.cost.upper:+,.0f})"
    )
    print(
        f"  {m7.ratio.value:,.0f} EUR for one person more; better and dearer "
        f"{q.better_and_dearer:.0%}, better and no dearer {q.better_and_no_dearer:.0%}, "
        f"no better and no dearer {q.no_better_and_no_dearer:.0%}, "
        f"no better and dearer {q.no_better_and_dearer:.0%}"
    )
    for standing in dominance(joint.effects, joint.costs, options=MODELS):
        by = f" by {' and '.join(standing.by)}" if standing.by else ""
        print(f"  {standing.option} {standing.state}{by} (in draws: {standing.p_dominated:.0%})")

    print("Acceptability by willingness to pay")
    curve = acceptability(joint.effects, joint.costs, [0, 10_000, 25_000, 50_000], options=MODELS)
    for value, best, share in zip(
        curve.willingness, curve.frontier, curve.frontier_probability, strict=True
    ):
        print(f"  {value:>6,.0f} EUR: {best}, best with probability {share:.0%}")

    print("Cost for one person in paid activity")
    for unit in cost_per_outcome(costs[:, [0, 6]], p[:, [0, 6]], options=["M1", "M7"]):
        print(f"  {unit.option}: {unit.value:,.0f} EUR ({unit.lower:,.0f} to {unit.upper:,.0f})")

    print("If cost and outcome were correlated")
    for case in correlation_sensitivity(
        p, costs, WORTH, correlations=(-0.8, 0, 0.8), options=MODELS
    ):
        print(
            f"  {case.correlation:+.1f}: {case.best} best with probability {case.p_best:.0%}, "
            f"EVPI {money(case.evpi)}"
        )

    print("What is knowing worth, a participant?")
    groups = {"probability of M7": p[:, 6], "probability of M8": p[:, 7], "all costs": costs}
    value = perfect_information(benefit, groups)
    print(f"  everything: {money(value.evpi)}")
    for part in value.parameters:
        print(f"  {part.name}: {money(part.evppi)}")

    print(
        "What are n more participants a model worth? Costs 2,000 EUR plus 8 x 150 EUR a unit of n."
    )
    people = Population("nine municipalities", people_per_year=180, years=5, rate=0.03)
    sizes = [0, 10, 20, 40, 80, 160]
    more = evsi_over_sizes(benefit, p, BinomialStudy(p), sizes)
    worth = study_value(more, people, fixed_cost=2_000, cost_per_unit=1_200, delay=1.0)
    for size, row in zip(more.sizes, worth.sizes, strict=True):
        print(
            f"  n = {row.size:>3.0f}: EVSI {size.evsi.value:>4.0f} ({size.evsi.se:.0f}) a person, "
            f"net {row.net:>9,.0f} EUR (standard error {row.se:,.0f})"
        )
    print(
        f"  best n = {worth.best.size:.0f}; as good: "
        f"{', '.join(f'{n:.0f}' for n in worth.as_good)}; "
        f"sure to be above its price: {'yes' if worth.certain else 'no'}"
    )

    print("Disputed weights: paid activity at least as important as cost, well-being 10-40 %")
    functions = [
        ValueFunction("paid activity", "probability", worst=0.15, best=0.65),
        ValueFunction("cost", "EUR a participant", worst=14_000, best=4_000),
        ValueFunction("well-being", "WHO-5 points gained", worst=0, best=20),
    ]
    space = WeightSpace(("paid activity", "cost", "well-being"))
    space = space.ranked("paid activity", "cost").between("well-being", 0.1, 0.4)
    result = smaa(np.stack([p, costs, gains], axis=2), functions, space, options=MODELS)
    for row in sorted(result.options, key=lambda row: -row.ranks[0])[:3]:
        weights = ", ".join(f"{weight:.0%}" for weight in row.central_weights)
        print(
            f"  {row.option} first in {row.ranks[0]:.0%} (se {row.rank_se[0]:.1%}); its supporters "
            f"weigh {weights}; confidence {row.confidence:.0%}"
        )

    print("Social return and public balance of M7 for 20 participants against the waiting list")
    gained = FromDraws(20 * (p[:, 6] - waiting))
    account = social_return(
        [
            SocialOutcome(
                "in paid activity",
                quantity=gained,
                unit_value=Triangular(4_000, 6_000, 9_000),
                deadweight=Fixed(0.0),
                attribution=Beta(0.25, 0.08),
                displacement=Beta(0.15, 0.06),
                drop_off=Uniform(0.1, 0.4),
                years=5,
                basis="against comparison",
            )
        ],
        FromDraws(20 * costs[:, 6]),
        rate=0.03,
    )
    print(f"  {account}")
    for bar in account.tornado[:3]:
        low, high = sorted((bar.ratio_at_low, bar.ratio_at_high))
        print(f"  moved by {bar.input}: {low:.2f} to {high:.2f}")
    balance = public_net_balance(
        [
            Flow("incubator", "cost", FromDraws(20 * costs[:, 6]), 1, 1, "cost of one intake"),
            Flow(
                "benefits",
                "benefit saved",
                FromDraws(20 * (p[:, 6] - waiting) * 1_800),
                2,
                5,
                "1,800 EUR a year for each person more in paid activity than on the waiting list",
                fade=Uniform(0.1, 0.4),
            ),
        ],
        rate=0.03,
    )
    print(
        f"  net cost to the public {balance.balance.lower:,.0f} to "
        f"{balance.balance.upper:,.0f} EUR; paid back within {len(balance.p_paid_back)} years: "
        f"{balance.p_paid_back[-1]:.0%}"
    )


if __name__ == "__main__":
    main()
