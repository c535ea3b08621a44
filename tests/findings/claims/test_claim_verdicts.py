"""Verdicts are monotone, do not flicker within the band, and know the engine's own error."""

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.findings.claims.samples import LOOK, OF, REGISTRY, RULE, SUPERIOR, evaluation, summary

from ligzda.findings.claims import (
    TURNS,
    Cause,
    ClaimError,
    Computed,
    Registry,
    State,
    Verdict,
    check_turn,
    measured,
    next_state,
    parse,
    verdict,
)
from ligzda.findings.claims.lifecycle import FINAL
from ligzda.findings.claims.measures import share_above
from ligzda.findings.claims.registry import AS_DESIGNED, IN_PART, NOT_RUN, UNKNOWN
from ligzda.trial.running.fidelity import State as RunState

CLAIM = parse(SUPERIOR)
DAY = datetime.date.fromisoformat(LOOK)
OTHER = DAY + datetime.timedelta(days=1)
probabilities = st.floats(0, 1)
errors = st.floats(0, 0.05)


@given(probabilities, probabilities, errors)
def test_more_probability_never_makes_a_verdict_worse(one: float, two: float, off: float) -> None:
    order = [Verdict.FAILS, Verdict.TOO_CLOSE, Verdict.HOLDS]
    low, high = (verdict(CLAIM, Computed(p, off)) for p in sorted((one, two)))
    assert order.index(low) <= order.index(high)


@given(st.lists(st.floats(0.8, 0.9199), max_size=12), errors)
def test_within_the_band_nothing_turns(course: list[float], off: float) -> None:
    for before in (State.SUPPORTED, State.NOT_SUPPORTED):
        for p in course:
            after = next_state(before, CLAIM, Computed(p, off), OTHER)
            at_look = next_state(before, CLAIM, Computed(p, 0), DAY)
            assert (after, at_look) == (before, before)


@given(probabilities, errors, st.sampled_from(list(State)), st.sampled_from([DAY, OTHER]))
def test_a_claim_becomes_supported_only_at_a_look(
    p: float, off: float, before: State, day: datetime.date
) -> None:
    after = next_state(before, CLAIM, Computed(p, off), day)
    became = after is State.SUPPORTED and before is not State.SUPPORTED
    assert not became or (day == DAY and p - off >= 0.92 - 1e-12)
    assert after is before or (before, after) in TURNS
    assert before not in FINAL or after is before


def test_support_is_lost_on_any_day_and_not_won_back_by_itself() -> None:
    assert next_state(State.DRAFT, CLAIM, Computed(0.95, 0), OTHER) is State.DRAFT
    assert next_state(State.DRAFT, CLAIM, Computed(0.95, 0), DAY) is State.SUPPORTED
    assert next_state(State.DRAFT, CLAIM, Computed(0.925, 0.01), DAY) is State.TOO_CLOSE
    assert next_state(State.SUPPORTED, CLAIM, Computed(0.79, 0), OTHER) is State.NO_LONGER
    assert next_state(State.SUPPORTED, CLAIM, Computed(0.79, 0.02), OTHER) is State.SUPPORTED
    assert next_state(State.NO_LONGER, CLAIM, Computed(0.99, 0), DAY) is State.NO_LONGER


def test_what_the_engine_does_not_trust_is_too_close() -> None:
    doubtful = Computed(0.99, 0.001, trusted=False)
    assert verdict(CLAIM, doubtful) is Verdict.TOO_CLOSE
    assert next_state(State.DRAFT, CLAIM, doubtful, DAY) is State.TOO_CLOSE
    assert next_state(State.SUPPORTED, CLAIM, Computed(0.1, 0, trusted=False), DAY) == "supported"


def test_a_model_that_was_not_run_blocks() -> None:
    registry = Registry(REGISTRY.outcomes, REGISTRY.models, runs={"M4": NOT_RUN, "M1": IN_PART})
    assert registry.not_run(CLAIM) == ("M4",)
    assert verdict(CLAIM, Computed(0.99, 0), blocked=True) is Verdict.BLOCKED
    assert next_state(State.DRAFT, CLAIM, Computed(0.99, 0), DAY, blocked=True) is State.DRAFT
    after = next_state(State.SUPPORTED, CLAIM, Computed(0.99, 0), OTHER, blocked=True)
    assert after is State.NO_LONGER
    check_turn(State.SUPPORTED, after, Cause.FIDELITY)
    assert {AS_DESIGNED, IN_PART, NOT_RUN, UNKNOWN} == {str(state) for state in RunState}


def test_a_turn_has_its_cause() -> None:
    for before, after in itertools.product(State, State):
        causes = TURNS.get((before, after), frozenset())
        for cause in causes:
            check_turn(before, after, cause)
        wrong = next(cause for cause in Cause if cause not in causes)
        with pytest.raises(ClaimError):
            check_turn(before, after, wrong)
    assert not [before for before, _ in TURNS if before in FINAL]


@given(st.floats(-3, 3), st.floats(0.01, 2), st.floats(-3, 3))
def test_a_probability_is_read_off_a_normal_summary_exactly(m: float, sd: float, t: float) -> None:
    p, off = share_above(summary(m, sd), t)
    assert off < 1e-6
    assert abs(p + share_above(summary(-m, sd), -t)[0] - 1) < 1e-6


def test_measures_of_an_evaluation() -> None:
    superior = measured(CLAIM, evaluation(), REGISTRY)
    assert superior.measure == pytest.approx(0.9522, abs=1e-3)  # Φ((.10 − .05) / .03)
    assert 0.005 < superior.error < 0.01
    harm = parse(SUPERIOR.replace("superiority", "harm").replace("5 pp", "1 pp"))
    assert measured(harm, evaluation(-0.1), REGISTRY).measure == pytest.approx(0.99865, abs=1e-3)
    same = parse(SUPERIOR.replace("superiority", "equivalence"))
    assert measured(same, evaluation(0.0), REGISTRY).measure == pytest.approx(0.9044, abs=1e-3)
    turned = parse(SUPERIOR.replace('"M4", versus: "waiting list"', '"waiting list", versus: "M4"'))
    assert measured(turned, evaluation(-0.1), REGISTRY).measure == pytest.approx(0.952, abs=1e-3)
    best = parse(f'best(model: "M4", among: ["M1", "M4"], {OF}, {RULE})')
    assert measured(best, evaluation(), REGISTRY).measure == 0.95


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('versus: "waiting list"', 'versus: "M2"', "nothing on “M4 − M2”. It has: M4 − waiting"),
        ("paid_work", "paid_job", "the outcome “paid_job” is not in the dictionary"),
    ],
)
def test_an_evaluation_without_it_is_refused(old: str, new: str, said: str) -> None:
    with pytest.raises(ClaimError, match=said):
        measured(parse(SUPERIOR.replace(old, new)), evaluation(), REGISTRY)


def test_an_evaluation_of_another_direction_is_refused() -> None:
    with pytest.raises(ClaimError, match="calls lower values better, the dictionary higher"):
        measured(CLAIM, evaluation(better="lower"), REGISTRY)
    with pytest.raises(ClaimError, match=r"evaluation: .* \(evaluation\). Give the result of"):
        measured(CLAIM, {}, REGISTRY)
