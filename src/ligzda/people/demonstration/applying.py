"""How invented people came: application, documents, decision, the line, the offer."""

import datetime

from ligzda.incubators.places.opening import is_working_day
from ligzda.kernel.calendar import working_day_after
from ligzda.people.applications import limits
from ligzda.people.applications.eligibility import age_on
from ligzda.people.applications.group_models import TargetGroup
from ligzda.people.applications.line import lined_up
from ligzda.people.demonstration.rows import DAY, Book, Case, Here
from ligzda.people.demonstration.said import data
from ligzda.people.models import (
    Application,
    ApplicationAppeal,
    ApplicationDecision,
    ApplicationDocument,
    PlaceOffer,
    Sender,
    WaitingPlace,
)

State = Application.State


def groups_of(case: Case) -> list[str]:
    """Return the target groups somebody invented names."""
    person = case.told.person
    if case.told.refused:
        return []
    found = ["disability"] if person.disability else []
    unemployed = person.months_unemployed
    born = case.told.facts.birth_date
    if unemployed is not None and unemployed >= 12:
        found.append("long-term-unemployed")
    if unemployed is not None and born and age_on(case.told.applied, born) > 54:
        found.append("unemployed-over-54")
    return found or ["needy"]


def apply(here: Here, case: Case, listed: dict[str, TargetGroup], book: Book) -> None:
    """Write down how somebody came, up to today."""
    told, staff = case.told, here.staff
    received, groups = told.applied, groups_of(case)
    sender = here.chance.choice([Sender.PERSON, Sender.SOCIAL_WORKER, Sender.RELATIVE])
    row = Application(
        **case.about, incubator=here.incubator, sender=sender,
        helper="" if sender == Sender.PERSON else data()["texts"]["helper"],
        groups=" ".join(groups), received_on=received, recorded_by=staff.worker,
    )  # fmt: skip
    book.add(row)
    wait = (told.enters - received).days
    seen = min(here.after(received, min(5, wait // 4)), here.today)
    documents = dict.fromkeys(
        str(listed[code].document) for code in groups if listed[code].document
    )
    for what in documents:
        book.add(
            ApplicationDocument(
                **case.about, application=row, what=what, asked_on=received, seen_on=seen,
                seen_by=staff.worker,
            )
        )  # fmt: skip
    complete = seen if documents else received
    row.due_on = limits.decide_by(complete)
    decided = working_day_after(complete, here.chance.randint(1, 8), is_working_day)
    if told.stays:
        decided = max(complete, min(decided, told.enters - DAY))
    if decided <= here.today:
        _decide(here, case, row, max(complete, decided - 2 * DAY), decided, book)


def _decide(
    here: Here,
    case: Case,
    row: Application,
    written: datetime.date,
    on: datetime.date,
    book: Book,
) -> None:
    told, said, staff = case.told, data()["texts"], here.staff
    row.state = State.REFUSED if told.refused else State.ACCEPTED
    decision = ApplicationDecision(
        **case.about, application=row, outcome=row.state,
        reasons=said["refused" if told.refused else "accepted"],
        written_by=staff.worker, written_at=here.noon(written),
        decided_by=staff.manager, decided_on=on, told_on=min(here.after(on, 3), here.today),
    )  # fmt: skip
    book.add(decision)
    if told.refused:
        _appeal(here, case, decision, book)
        return
    place = lined_up(row)
    book.add(place)
    if told.gives_up:
        place.closed, place.closed_on = WaitingPlace.Closed.LEFT, min(on + 2 * DAY, here.today)
    if told.stays and told.enters <= here.today:
        _take(here, case, place, on, book)


def _appeal(here: Here, case: Case, decision: ApplicationDecision, book: Book) -> None:
    assert decision.told_on is not None
    lodged = decision.told_on + 9 * DAY
    answered = here.after(lodged + 5 * DAY, 12)
    if answered <= here.today:
        said = data()["texts"]
        book.add(
            ApplicationAppeal(
                **case.about, decision=decision, grounds=said["grounds"], lodged_on=lodged,
                recorded_by=here.staff.worker, due_on=limits.a_month_after(lodged),
                result=ApplicationAppeal.Result.STANDS, answer=said["appeal_answer"],
                answered_on=answered, answered_by=here.staff.second,
            )
        )  # fmt: skip


def _take(here: Here, case: Case, place: WaitingPlace, decided: datetime.date, book: Book) -> None:
    """Let somebody take the place that they were offered before they enter."""
    enters = case.told.enters
    offered = max(decided, enters - 12 * DAY)
    until = limits.answer_offer_by(offered)
    answered = min(here.after(offered, 6), enters, until)
    book.add(
        PlaceOffer(
            **case.about, waiting=place, begins_on=enters, offered_on=offered,
            answer_until=until, offered_by=here.staff.manager, answer=PlaceOffer.Answer.TAKEN,
            answered_on=answered,
        )
    )  # fmt: skip
    place.closed, place.closed_on = WaitingPlace.Closed.TAKEN, answered
