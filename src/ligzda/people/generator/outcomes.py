"""What becomes of invented people: states, hours, money, well-being, who answers. No Django.

States are drawn at the twelfth month, whose rates the truth gives; the other waves follow from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ligzda.people.generator.truth import WAVES, Truth, weights

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Stream = Callable[[int, str], np.random.Generator]

STATES = (
    "open_job", "wise_job", "own_enterprise", "self_employed_without_company", "education",
    "supported_workshop", "unemployed", "inactive",
)  # fmt: skip
"""Of exit_state; the first four are paid activity. Nobody's true state is unknown."""
PAID_STATES = STATES[:4]
WHO5_ITEMS = ("cheerful", "calm", "active", "rested", "interested")
WHO5_MOMENTS = ("entry", "exit", "m6", "m12")
SKILLS = ("punctuality", "teamwork", "change", "communication", "self_reliance")
RATERS = ("participant", "instructor")


@dataclass(frozen=True)
class Outcomes:
    """By wave (WAVES, people): `paid`, `state`, `answered`, `attempts`, `hours`, incomes in cents.

    `who5`: (WHO5_MOMENTS, people, items), each 0 to 5. `skills`: (entry and exit, RATERS, people,
    SKILLS), each 1 to 5. `jobs_fte`: at the twelfth month, 0 without an enterprise.
    """

    paid: Flags
    state: Ints
    answered: Flags
    attempts: Ints
    hours: Ints
    income_work: Ints
    income_benefits: Ints
    registers: Flags
    enterprise_alive: Flags
    jobs_fte: Floats
    who5: npt.NDArray[np.int8]
    skills: npt.NDArray[np.int8]
    satisfaction: Ints
    choose_again: Flags

    @property
    def who5_score(self) -> Ints:
        """The score 0 to 100 of each moment: (WHO5_MOMENTS, people)."""
        score: Ints = 4 * self.who5.sum(axis=2, dtype=np.int64)
        return score


def draw(
    seed: int, logit: Floats, route: Flags, waits: Flags, truth: Truth, stream: Stream
) -> Outcomes:
    """Return what becomes of people. `route`: their plan names an activity of their own."""
    many, ours = len(logit), truth.ours
    rate = 1 / (1 + np.exp(-logit))
    paid = _paid(stream(seed, "paid"), rate, ours)
    registers, alive, jobs = _enterprises(stream(seed, "enterprise"), rate, paid[2], route, truth)
    state = _states(stream(seed, "state"), paid, alive, route, waits, ours)
    answered = _answered(stream(seed, "answers"), state, truth)
    tries = stream(seed, "attempts").geometric(0.6, (len(WAVES), many))
    said, chance = ours["hours"], stream(seed, "hours")
    usual = np.rint(said["mean"] + said["sd"] * chance.standard_normal(many))
    hours = np.where(paid, np.clip(usual, said["least"], said["most"]), 0).astype(np.int64)
    work, benefits = _incomes(stream(seed, "income"), hours, paid, ours)
    _codes, chances = weights(ours["satisfaction"])
    pleased = 1 + stream(seed, "satisfaction").choice(len(chances), many, p=chances)
    again = stream(seed, "again").random(many) < 0.5 + 0.1 * (pleased - 2)
    return Outcomes(
        paid=paid,
        state=state,
        answered=answered,
        attempts=np.minimum(tries, ours["attempts_most"]),
        hours=hours,
        income_work=work,
        income_benefits=benefits,
        registers=registers,
        enterprise_alive=alive,
        jobs_fte=jobs,
        who5=_who5(stream(seed, "who5"), paid, truth.given["who5"]),
        skills=_skills(stream(seed, "skills"), many, ours["soft_skills"]),
        satisfaction=pleased,
        choose_again=again,
    )


def _paid(chance: np.random.Generator, rate: Floats, ours: Mapping[str, Any]) -> Flags:
    """Return by wave whether somebody is in paid activity."""
    at_12 = chance.random(len(rate)) < rate
    found = np.empty((len(WAVES), len(rate)), dtype=bool)
    for number, wave in enumerate(WAVES):
        if wave == "m12":
            found[number] = at_12
            continue
        then = np.where(at_12, ours["paid_given_paid_12m"][wave], ours["paid_given_none_12m"][wave])
        found[number] = chance.random(len(rate)) < then
    return found


def _enterprises(
    chance: np.random.Generator, rate: Floats, paid: Flags, route: Flags, truth: Truth
) -> tuple[Flags, Flags, Floats]:
    """Return who registers an enterprise, in which waves it lives, and its FTE at twelve months.

    Who is in paid activity registers more often; over all it is the truth's share at any rate.
    """
    said = truth.given["enterprise_route"]
    share = said["register_share_of_exits"] + 0.35 * (paid - rate)
    registers = route & (chance.random(len(rate)) < share)
    lives = chance.random(len(rate))
    until = [1.0, *(said["survival"][wave] for wave in WAVES[1:])]
    alive = registers & (lives < np.asarray(until)[:, None])
    mean, sd = said["jobs_fte_12m"]["mean"], said["jobs_fte_12m"]["sd"]
    jobs = chance.gamma((mean / sd) ** 2, sd**2 / mean, len(rate))
    return registers, alive, np.where(alive[2], jobs, 0.0)


def _states(
    chance: np.random.Generator,
    paid: Flags,
    alive: Flags,
    route: Flags,
    waits: Flags,
    ours: Mapping[str, Any],
) -> Ints:
    """Return the main state of each wave. Each person has one liking, so that states last."""
    likes, drifts = chance.random((2, paid.shape[1]))
    kinds = ours["kinds_of_paid"]
    of_paid = np.select(
        [waits, route],
        [_kind(kinds["comparison"], likes), _kind(kinds["enterprise"], likes)],
        _kind(kinds["job"], likes),
    )
    unpaid = _kind(ours["kinds_of_unpaid"], drifts)
    own = STATES.index("own_enterprise")
    return np.where(paid, np.where(alive, own, of_paid), unpaid)


def _kind(shares: Mapping[str, float], uniform: Floats) -> Ints:
    codes, chances = weights(shares)
    numbers = np.asarray([STATES.index(code) for code in codes])
    return numbers[np.searchsorted(np.cumsum(chances)[:-1], uniform, side="right")]


def _answered(chance: np.random.Generator, state: Ints, truth: Truth) -> Flags:
    """Return who answers in each wave: the unemployed less often, all in all the truth's share."""
    missing = truth.given["dropout"]
    shares = {
        **truth.ours["missing"],
        "m12": missing["missing_at_12m_followup"],
        "m24": missing["missing_at_24m_followup"],
    }
    less = truth.ours["unemployed_answer_less_often"]
    found = np.empty(state.shape, dtype=bool)
    for number, wave in enumerate(WAVES):
        unemployed = state[number] == STATES.index("unemployed")
        others = (1 - shares[wave]) / (1 - unemployed.mean() * (1 - 1 / less))
        likely = np.where(unemployed, others / less, others)
        found[number] = chance.random(state.shape[1]) < likely
    return found


def _incomes(
    chance: np.random.Generator, hours: Ints, paid: Flags, ours: Mapping[str, Any]
) -> tuple[Ints, Ints]:
    """Return net euro cents a month, from work and from benefits."""
    said, many = ours["hourly_net_eur"], hours.shape[1]
    hourly = np.maximum(said["least"], said["mean"] + said["sd"] * chance.standard_normal(many))
    work = np.rint(100 * hourly * hours * 52 / 12).astype(np.int64)
    benefits = []
    for kind in ("paid", "unpaid"):
        row = ours["benefits_eur"][kind]
        euro = row["mean"] + row["sd"] * chance.standard_normal(many)
        benefits.append(np.rint(100 * np.maximum(0, euro)).astype(np.int64))
    return work, np.where(paid, benefits[0], benefits[1])


def _who5(
    chance: np.random.Generator, paid: Flags, said: Mapping[str, float]
) -> npt.NDArray[np.int8]:
    """Return the items of WHO-5. The score at entry has the truth's mean and SD; later ones are it,
    the gain, and noise, cut off where the scale ends."""
    many = paid.shape[1]
    mean, sd = said["entry_mean"] / 100, said["entry_sd"] / 100
    weight = mean * (1 - mean) / sd**2 - 1
    entry = 100 * chance.beta(mean * weight, (1 - mean) * weight, many)
    scores = [entry]
    for wave in WHO5_MOMENTS[1:]:
        gain = said["gain_mean"] + said["gain_if_paid_activity"] * paid[WAVES.index(wave)]
        scores.append(entry + gain + said["retest_sd"] * chance.standard_normal(many))
    # Rounded up as often as down, so that no mean moves.
    raw = np.clip(np.stack(scores), 0, 100) / 4
    whole = np.floor(raw + chance.random(raw.shape)).astype(np.int64).clip(0, 25)
    return _items(chance, whole)


def _items(chance: np.random.Generator, raw: Ints) -> npt.NDArray[np.int8]:
    """Split raw sums of 0 to 25 into five items of 0 to 5, unevenly, without changing the sum."""
    # What five does not divide goes to items in a row, from a random one on.
    turn = (np.arange(5) + chance.integers(0, 5, (*raw.shape, 1))) % 5
    items = (raw[..., None] // 5 + (turn < (raw % 5)[..., None])).astype(np.int8)
    for one, other in ((0, 1), (2, 3), (4, 0)):
        move = (chance.random(raw.shape) < 0.5) & (items[..., one] > 0) & (items[..., other] < 5)
        items[..., one] -= move
        items[..., other] += move
    return items


def _skills(
    chance: np.random.Generator, many: int, said: Mapping[str, float]
) -> npt.NDArray[np.int8]:
    able = said["mean"] + said["sd"] * chance.standard_normal(many)
    found = np.empty((2, len(RATERS), many, len(SKILLS)), dtype=np.int8)
    for moment, gain in enumerate((0.0, said["gain"])):
        for rater, bias in enumerate((said["participants_rate_higher"], 0.0)):
            noise = said["item_sd"] * chance.standard_normal((many, len(SKILLS)))
            found[moment, rater] = np.clip(np.rint((able + gain + bias)[:, None] + noise), 1, 5)
    return found
