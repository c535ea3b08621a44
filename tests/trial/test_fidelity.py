import pytest
from hypothesis import given
from hypothesis import strategies as st

from ligzda.trial.running.fidelity import (
    MODERATORS,
    PARTS,
    Fault,
    NotScoredError,
    Part,
    State,
    score,
)
from ligzda.trial.running.labels import not_scored

amount = st.floats(0, 1000)
parts = st.fixed_dictionaries(
    {name: st.builds(Part, st.floats(0.1, 1000), amount) for name in PARTS}
)


@given(parts)
def test_adherence_is_the_mean_share_and_the_state_goes_by_the_weakest(
    drawn: dict[str, Part],
) -> None:
    found = score(drawn)
    assert found.adherence == pytest.approx(sum(p.share for p in drawn.values()) / 4)
    assert found.shares[found.weakest] == min(found.shares.values())
    assert 0 <= found.adherence <= 1


def test_much_of_one_thing_does_not_make_up_for_little_of_another() -> None:
    found = score(
        {
            "content": Part(10, 10),
            "coverage": Part(12, 4),
            "frequency": Part(3, 9),
            "duration": Part(24, 24),
        }
    )
    assert (found.weakest, found.state) == ("coverage", State.NOT_RUN)
    assert found.adherence == pytest.approx((1 + 1 / 3 + 1 + 1) / 4)


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.8, State.AS_DESIGNED), (0.79, State.IN_PART), (0.6, State.IN_PART), (0.59, State.NOT_RUN)],
)
def test_thresholds(share: float, expected: State) -> None:
    assert score({name: Part(1, share) for name in PARTS}).state is expected


def test_what_is_missing_or_out_of_range_is_named() -> None:
    full = {name: Part(1, 1) for name in PARTS}
    with pytest.raises(NotScoredError, match="coverage"):
        score({name: part for name, part in full.items() if name != "coverage"})
    with pytest.raises(NotScoredError, match="content"):
        score(full | {"content": Part(0, 1)})
    with pytest.raises(NotScoredError, match="context"):
        score(full, {"context": 6})
    with pytest.raises(NotScoredError, match="charm"):
        score(full, {"charm": 3})


def test_why_there_is_no_score_is_said_in_words() -> None:
    for fault in Fault:
        for name in (*PARTS, *MODERATORS):
            said = not_scored(NotScoredError(fault, name))
            assert name not in said, "a key instead of a word"
            assert said[-1] == "."
