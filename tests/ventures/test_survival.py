"""How long enterprises last: pure rows, censored at the last day known alive."""

import datetime

import pytest
from tests.ventures.conftest import day

from ligzda.ventures.models import MilestoneKind
from ligzda.ventures.order import Step
from ligzda.ventures.survival import Life, Sales, Spell, last_alive, spell, spells, survives

BEGAN = (day("2024-01-10"), Step.REGISTERED)
HALF = Sales(day("2024-07-01"), day("2024-12-31"), 100.0)
NOTHING = Sales(day("2024-07-01"), day("2024-12-31"), 0.0)


def life(*events: tuple[datetime.date, Step], **more: object) -> Life:
    return Life(1, [BEGAN, *events], **more)  # type: ignore[arg-type]


def test_the_words_are_those_of_the_order() -> None:
    assert [step.value for step in Step] == MilestoneKind.values


@pytest.mark.parametrize(
    ("known", "last"),
    [
        (life(), "2024-01-10"),
        (life((day("2024-05-01"), Step.VAT)), "2024-05-01"),
        (life((day("2024-05-01"), Step.DORMANT)), "2024-01-10"),
        (life(sales=[HALF]), "2024-12-31"),
        (life(sales=[NOTHING]), "2024-01-10"),
        (life(jobs_seen=[day("2025-02-01")], support=[day("2025-01-01")]), "2025-02-01"),
        (life(sales=[HALF], until=day("2024-06-30")), "2024-01-10"),
        (Life(1, []), None),
    ],
)
def test_it_is_censored_at_the_last_sign_of_life_and_never_today(
    known: Life, last: str | None
) -> None:
    assert last_alive(known) == (last and day(last))


def test_a_closing_is_an_event_unless_it_is_still_to_come() -> None:
    closed = life((day("2025-03-01"), Step.CLOSED))
    assert spell(closed) == Spell(1, BEGAN[0], day("2025-03-01"), event=True)
    before = Life(1, closed.events, until=day("2025-02-28"))
    assert spell(before) == Spell(1, BEGAN[0], BEGAN[0], event=False)
    assert [row.days for row in spells([closed, Life(2, [])])] == [416]


@pytest.mark.parametrize(
    ("known", "months", "expected"),
    [
        (life(sales=[HALF]), 12, True),
        (life(sales=[HALF]), 6, True),
        (life((day("2024-12-01"), Step.CLOSED), sales=[HALF]), 12, False),
        (life(), 12, None),
        (Life(1, []), 12, None),
        (life(sales=[Sales(day("2024-01-01"), day("2024-12-31"), 0.0)]), 11, False),
        (life(sales=[NOTHING]), 12, None),
    ],
)
def test_survival_asks_for_turnover_in_the_last_six_months(
    known: Life, months: int, expected: bool | None
) -> None:
    assert survives(known, months) is expected
