"""What invented people answered, and how they were looked for after their stay."""

import datetime
from collections.abc import Mapping

from ligzda.people.demonstration.rows import DAY, Book, Case, Here, last_day
from ligzda.people.demonstration.said import data
from ligzda.people.followups.models import (
    AttemptOutcome,
    Channel,
    ContactAttempt,
    LostFollowUp,
    LostReason,
    Wave,
)
from ligzda.people.followups.windows import window
from ligzda.people.generator import Moment as Known
from ligzda.people.models import IN_PAID_ACTIVITY, Moment, Observation, Rater, Stay
from ligzda.people.outcomes.actions import Observed, observation_of
from ligzda.people.outcomes.models import Mode
from ligzda.people.outcomes.questionnaire import questionnaire

_LATE = 60
"""Days after which everybody has answered what is asked at entry."""
_WAVES = {
    Wave.FOUR_WEEKS: "exit",
    Wave.SIX_MONTHS: "m6",
    Wave.A_YEAR: "m12",
    Wave.TWO_YEARS: "m24",
}
"""Four weeks after it somebody stands as at their exit."""


def answered(
    here: Here,
    stay: Stay,
    form: str,
    moment: str,
    day: datetime.date,
    given: Mapping[str, object],
    *,
    rater: str = Rater.PARTICIPANT,
    mode: str = Mode.IN_PERSON,
) -> Observation:
    """Return the answers to a questionnaire, read as a page reads them."""
    asked = questionnaire(form)
    row = observation_of(
        here.staff.worker,
        stay,
        Observed(
            form=asked,
            moment=moment,
            rater=rater,
            mode=mode,
            observed_on=day,
            answers=asked.read(moment, {name: str(value) for name, value in given.items()}),
        ),
    )
    row.recorded_at = here.noon(here.after(day, 6))
    return row


def at_entry(here: Here, case: Case, stay: Stay, book: Book) -> None:
    """Write down what was answered in the first days."""
    day, person = here.after(stay.period.lower, 5), case.told.person
    if day > here.today:
        return
    employed = person.labour_status == "employed"
    money = {
        "hours": 20 if employed else 0,
        "income_work": 480 if employed else 0,
        "income_benefits": person.waves["exit"].income_benefits,
    }
    book.add(
        answered(here, stay, "entry", Moment.ENTRY, day, money),
        answered(here, stay, "who5", Moment.ENTRY, day, person.who5["entry"]),
    )
    skills = _skills(here, case, stay, "entry", day)
    # Who came of late has something left to answer on their own pages.
    book.add(*(skills if (here.today - day).days > _LATE else skills[1:]))


def at_exit(here: Here, case: Case, stay: Stay, book: Book) -> None:
    """Write down what was answered on the last day, by those who were there."""
    ends, person = last_day(stay), case.told.person
    known = person.waves["exit"]
    if ends is None or not known.answered:
        return
    given = _standing(known) | {
        "satisfaction": person.satisfaction,
        "choose_again": int(person.choose_again),
        "words": data()["texts"]["words"] if here.chance.random() < 0.2 else "",
    }
    book.add(
        answered(here, stay, "exit", Moment.EXIT, ends, given),
        answered(here, stay, "who5", Moment.EXIT, ends, person.who5["exit"]),
        *_skills(here, case, stay, "exit", ends),
    )


def _skills(
    here: Here, case: Case, stay: Stay, moment: str, day: datetime.date
) -> list[Observation]:
    return [
        answered(
            here, stay, "soft_skills", moment, day, case.told.person.skills[moment, rater],
            rater=rater,
        )
        for rater in (Rater.PARTICIPANT, Rater.INSTRUCTOR)
    ]  # fmt: skip


def _standing(known: Known) -> dict[str, object]:
    """Return how somebody stands; hours and pay are asked of those alone who are paid."""
    found: dict[str, object] = {
        "state": known.state,
        "income_benefits": known.income_benefits,
    }
    if known.state in IN_PAID_ACTIVITY:
        found |= {"hours": known.hours, "income_work": known.income_work}
    return found


def followed_up(here: Here, case: Case, stay: Stay, book: Book) -> None:
    """Write down every follow-up that has opened: attempts, answers, or that nobody tries on."""
    ends = last_day(stay)
    if ends is None:
        return
    for wave, name in _WAVES.items():
        found, known = window(ends, wave), case.told.person.waves[name]
        width = (found.on_time_until - found.opens).days
        first = here.after(found.opens, min(7, width))
        days = [first + step * 3 * DAY for step in range(known.attempts)]
        for number, day in enumerate(days):
            reached = known.answered and number == known.attempts - 1
            if day <= here.today:
                book.add(_attempt(here, case, stay, wave, day, reached))
            if reached and day <= here.today:
                _answers(here, case, stay, wave, name, day, book)
        given_up = max(days[-1], found.on_time_until) + 5 * DAY
        if not known.answered and given_up <= here.today:
            book.add(
                LostFollowUp(
                    **case.about, stay=stay, wave=wave, on=given_up, by=here.staff.worker,
                    reason=here.chance.choice([LostReason.NOT_FOUND, LostReason.DECLINED]),
                )
            )  # fmt: skip


def _attempt(
    here: Here, case: Case, stay: Stay, wave: Wave, day: datetime.date, reached: bool
) -> ContactAttempt:
    return ContactAttempt(
        **case.about, stay=stay, wave=wave, on=day,
        channel=here.chance.choice([Channel.PHONE, Channel.PHONE, Channel.MESSAGE]),
        outcome=AttemptOutcome.REACHED if reached else AttemptOutcome.NOBODY,
        next_try=None if reached else day + 3 * DAY, by=here.staff.worker,
        noted_at=here.noon(day),
    )  # fmt: skip


def _answers(
    here: Here, case: Case, stay: Stay, wave: Wave, name: str, day: datetime.date, book: Book
) -> None:
    person, mode = case.told.person, Mode.PHONE
    given = _standing(person.waves[name])
    book.add(answered(here, stay, "follow_up", wave.value, day, given, mode=mode))
    if wave in (Wave.SIX_MONTHS, Wave.A_YEAR):
        book.add(answered(here, stay, "who5", wave.value, day, person.who5[name], mode=mode))
