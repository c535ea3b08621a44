from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.blueprints.world import EXCLUSIONS, PRACTICES, SCALES, SPANNING
from tests.effort import amount

from ligzda.blueprints.distance import FactorScale
from ligzda.blueprints.exchange import Sums
from ligzda.blueprints.proposer import Exclusion, NoProposalError, assess, propose


@settings(max_examples=amount(8, nightly=150))
@given(st.integers(0, 2**32))
def test_every_proposal_is_distinct_allowed_and_d_optimal(seed: int) -> None:
    for proposal in propose(SCALES, PRACTICES, EXCLUSIONS, SPANNING, starts=1, seed=seed):
        assert proposal.efficiency == pytest.approx(1)
        assert len({tuple(sorted(cell.items())) for cell in proposal.cells}) == 8
        assert proposal.distinct > 0
        assert proposal.seen == pytest.approx(1 - proposal.unseen / (8 * len(SCALES)))
        assert not any(e.hits(model) for e in EXCLUSIONS for model in proposal.models)
        for model, cell in zip(proposal.models, proposal.cells, strict=True):
            assert cell == {span.code: span.sign(model) for span in SPANNING}


@settings(max_examples=amount(20, nightly=300))
@given(st.integers(0, 2**32), st.integers(0, 3))
def test_sums_that_are_kept_up_are_those_made_anew(seed: int, practices: int) -> None:
    random = np.random.default_rng(seed)
    levels = random.integers(2, 5, 6)
    tables = [random.random((n, n)) for n in levels]
    given_ = (
        [(table + table.T) * (1 - np.eye(len(table))) for table in tables],
        [random.random((n, practices)) for n in levels],
        [random.integers(0, 2, n).astype(float) for n in levels],
    )
    models = np.array([random.integers(0, levels) for _ in range(5)])
    sums, weights = Sums(models, *given_), (0.5, 0.3, 0.2)
    for _ in range(30):
        row, factor = int(random.integers(5)), int(random.integers(6))
        every = np.arange(levels[factor])
        anew = []
        for level in every:
            changed = models.copy()
            changed[row, factor] = level
            made = Sums(changed, *given_)
            anew.append(made.worth(0, 0, changed[0, :1], weights)[0])
        assert sums.worth(row, factor, every, weights) == pytest.approx(anew, abs=1e-12)
        sums.exchange(row, factor, int(random.integers(levels[factor])))
    between = [
        np.mean([given_[0][f][one[f], other[f]] for f in range(6)])
        for one, other in combinations(models, 2)
    ]
    distinct = sums.worth(0, 0, models[0, :1], (1.0, 0.0, 0.0))[0]
    assert distinct == pytest.approx(0.99 * min(between) + 0.01 * np.mean(between))


def test_the_same_seed_gives_the_same_front() -> None:
    first = propose(SCALES, PRACTICES, EXCLUSIONS, SPANNING, seed=7)
    assert first == propose(SCALES, PRACTICES, EXCLUSIONS, SPANNING, seed=7)


def test_nothing_on_the_front_is_beaten() -> None:
    front = propose(SCALES, PRACTICES, EXCLUSIONS, SPANNING, seed=3)
    for mine in front:
        for its in front:
            better = [a > b + 1e-9 for a, b in zip(its.goals, mine.goals, strict=True)]
            worse = [a < b - 1e-9 for a, b in zip(its.goals, mine.goals, strict=True)]
            assert not any(better) or any(worse)


def test_a_trade_off_is_offered() -> None:
    front = propose(SCALES, PRACTICES, EXCLUSIONS, SPANNING, seed=1)
    assert len(front) >= 2
    assert front[0].seen > front[-1].seen
    assert front[0].distinct < front[-1].distinct


def test_assessing_a_proposal_s_models_gives_its_own_figures() -> None:
    for proposal in propose(SCALES, PRACTICES, EXCLUSIONS, SPANNING, starts=1, seed=2):
        again = assess(proposal.models, SCALES, PRACTICES, SPANNING)
        assert again == proposal


def test_exclusions_that_empty_a_cell_are_named() -> None:
    closed = [
        Exclusion(("host", host), ("role", role), "")
        for host in ("cooperative", "lab")
        for role in ("tester", "founder")
    ]
    with pytest.raises(NoProposalError) as refused:
        propose(SCALES, PRACTICES, closed, SPANNING)
    assert refused.value.cell[:2] == "++"


def test_an_empty_cell_among_many_free_factors_is_found() -> None:
    """Fault C13: factor by factor in any order, four levels of each of these were tried in vain."""
    free = [FactorScale(f"free{number}", ("a", "b", "c", "d")) for number in range(24)]
    closed = [
        Exclusion(("host", host), ("training", level))
        for host in ("cooperative", "lab")
        for level in ("bench", "modules", "circle")
    ]
    with pytest.raises(NoProposalError) as refused:
        propose([*free, *SCALES], PRACTICES, closed, SPANNING)
    assert refused.value.cell[0] == "+"


def test_nine_models_repeat_a_cell_and_stay_distinct() -> None:
    proposal = propose(SCALES, PRACTICES, EXCLUSIONS, SPANNING, count=9, starts=1)[0]
    assert len(proposal.models) == 9
    assert len({tuple(sorted(c.items())) for c in proposal.cells}) == 8
