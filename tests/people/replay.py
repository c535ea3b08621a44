"""The life of somebody of the demonstration once more, by the actions, each on its day."""

import datetime
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from django.db.models import Model
from django.utils import timezone

from ligzda.people.actions import PersonFacts, register_person
from ligzda.people.applications import actions as applications
from ligzda.people.applications import offers
from ligzda.people.applications.actions import ApplicationFacts
from ligzda.people.followups import actions as followups
from ligzda.people.models import (
    Absence,
    Application,
    ApplicationDecision,
    ApplicationDocument,
    ContactAttempt,
    Delivery,
    EntrySnapshot,
    LostFollowUp,
    Observation,
    Person,
    PlaceOffer,
    Plan,
    PlanReview,
    PlanStep,
    Stay,
    WaitingPlace,
    Wave,
)
from ligzda.people.outcomes.actions import Observed, record_observation
from ligzda.people.outcomes.questionnaire import questionnaire
from ligzda.people.plans import actions as plans
from ligzda.people.stays import actions as stays
from ligzda.people.support.actions import Given, record_support

COMPARED: tuple[type[Model], ...] = (
    Application, ApplicationDocument, ApplicationDecision, WaitingPlace, PlaceOffer, Stay,
    EntrySnapshot, Plan, PlanStep, PlanReview, Absence, Delivery, Observation, ContactAttempt,
    LostFollowUp,
)  # fmt: skip
OTHER = {"id", "sealed_as", "person", "secret_hash", "group", "at", "recorded_at", "noted_at"}
"""What two people do not share: numbers, keys, and the second at which something was typed."""
DAY = datetime.timedelta(days=1)
Step = tuple[datetime.date, int, Callable[[], object]]


def told(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Return what is kept of somebody, comparable with what is kept of another."""
    found = {}
    for model in COMPARED:
        rows: Any = model._default_manager.filter(person=person)
        if model is Delivery:
            rows = rows.filter(group=None)
        found[model.__name__] = sorted((_values(row) for row in rows), key=repr)
    return found


def _values(row: Model) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        if field.name in OTHER or (field.related_model in COMPARED):
            continue
        value = getattr(row, field.attname)
        found[field.name] = value.date() if isinstance(value, datetime.datetime) else value
    return found


class Replay:
    """Lives somebody's life again under another number; `clock` moves today."""

    def __init__(self, first: Person, patch: pytest.MonkeyPatch) -> None:
        self.first, self.patch = first, patch
        self.again: Person
        self.application: Application
        self.stay: Stay
        self.plan: Plan

    def live(self) -> Person:
        """Do everything in the order of its days."""
        given = {
            name: getattr(self.first, name)
            for name in (
                "given_name",
                "family_name",
                "phone",
                "gender",
                "language",
                "easy_language",
            )
        }
        worker = Application.objects.get(person=self.first).recorded_by
        self.again = register_person(
            by=worker,
            municipality=self.first.municipality,
            facts_given=PersonFacts(**given, birth_date=self.first.born, not_the_same=True),
            invented=True,
        )
        steps = sorted([*self._came(), *self._stayed()], key=lambda step: step[:2])
        for day, _order, act in steps:
            self._clock(day)
            act()
        return self.again

    def _clock(self, day: datetime.date) -> None:
        noon = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
        self.patch.setattr(timezone, "localdate", lambda value=None, *_zone: (
            day if value is None else value.astimezone(timezone.get_current_timezone()).date()
        ))  # fmt: skip
        self.patch.setattr(timezone, "now", lambda: noon)

    def _came(self) -> Iterator[Step]:
        was: Any = Application.objects.get(person=self.first)
        yield was.received_on, 0, lambda: self._apply(was)
        documents: Any = ApplicationDocument.objects.filter(application=was)
        for document in documents:
            yield document.seen_on, 1, partial(self._see, document)
        decision: Any = ApplicationDecision.objects.get(application=was)
        yield decision.written_at.date(), 2, lambda: applications.write_up(
            by=decision.written_by, application=self.application, outcome=decision.outcome,
            reasons=decision.reasons,
        )  # fmt: skip
        yield (
            decision.decided_on,
            3,
            lambda: applications.decide(by=decision.decided_by, decision=self._decision()),
        )
        yield (
            decision.told_on,
            4,
            lambda: applications.tell(
                by=decision.written_by, decision=self._decision(), on=decision.told_on
            ),
        )
        offer: Any = PlaceOffer.objects.get(person=self.first)
        yield offer.offered_on, 5, lambda: offers.offer(
            by=offer.offered_by, waiting=WaitingPlace.objects.get(person=self.again),
            begins_on=offer.begins_on, answer_until=offer.answer_until,
        )  # fmt: skip
        yield offer.answered_on, 6, lambda: offers.answer(
            by=decision.written_by, offer=PlaceOffer.objects.get(person=self.again),
            said=offer.answer,
        )  # fmt: skip

    def _apply(self, was: Any) -> None:
        self.application = applications.apply(
            by=was.recorded_by,
            incubator=was.incubator,
            who=self.again,
            facts_given=ApplicationFacts(
                sender=was.sender, received_on=was.received_on, helper=was.helper,
                groups=was.group_codes,
            ),
        )  # fmt: skip

    def _see(self, was: Any) -> None:
        [mine] = [row for row in self.application.documents.all() if row.what == was.what]
        applications.see_document(by=was.seen_by, document=mine, on=was.seen_on)

    def _decision(self) -> ApplicationDecision:
        return ApplicationDecision.objects.get(person=self.again)

    def _stayed(self) -> Iterator[Step]:
        was: Any = Stay.objects.get(person=self.first)
        self.worker = Application.objects.get(person=self.first).recorded_by
        yield was.contract_on, 7, lambda: self._begin(was)
        plan: Any
        for plan in Plan.objects.filter(stay=was):
            yield plan.written_at.date(), 8, partial(self._write, plan)
            yield plan.approved_at.date(), 9, partial(self._approve, plan)
            for step in plan.steps.exclude(done_on=None):
                yield step.done_on, 10, partial(self._mark, step)
            for review in plan.reviews.all():
                yield review.day, 10, partial(self._review, review)
        for absence in was.absences.all():
            yield absence.period.lower, 10, partial(self._absent, absence)
        for given in was.deliveries.filter(group=None):
            yield given.day, 10, partial(self._give, given)
        yield was.period.upper - DAY, 11, lambda: self._end(was)
        yield from self._asked(was)

    def _asked(self, was: Any) -> Iterator[Step]:
        for row in was.observations.all():
            yield row.observed_on, 12, partial(self._observe, row)
        for row in was.contact_attempts.all():
            yield row.on, 12, partial(self._try, row)
        for row in was.lost_follow_ups.all():
            yield row.on, 13, partial(self._lose, row)

    def _try(self, was: Any) -> None:
        names = ("on", "channel", "outcome", "next_try")
        given = followups.AttemptFacts(**{name: getattr(was, name) for name in names})
        followups.note_attempt(by=was.by, stay=self.stay, wave=Wave(was.wave), given=given)

    def _lose(self, was: Any) -> None:
        followups.give_up(by=was.by, stay=self.stay, wave=Wave(was.wave), reason=was.reason)

    def _review(self, was: Any) -> None:
        plans.review_plan(by=was.by, plan=self.plan, day=was.day, text=was.text)

    def _absent(self, was: Any) -> None:
        stays.add_absence(
            by=self.worker, stay=self.stay, first=was.period.lower, last=was.last, kind=was.kind
        )

    def _begin(self, was: Any) -> None:
        names = ("labour_status", "months_unemployed", "education", "household", "collected",
                 "disability", "target_group")  # fmt: skip
        self.stay = stays.begin_stay(
            by=self.worker,
            person=self.again,
            contract_on=was.contract_on,
            begins_on=was.period.lower,
            planned_end=was.planned_end,
            entry=stays.EntryFacts(**{name: getattr(was.entry, name) for name in names}),
        )

    def _end(self, was: Any) -> None:
        self.stay = stays.end_stay(
            by=self.worker,
            stay=self.stay,
            last_day=was.period.upper - DAY,
            state=was.exit_state,
            reason=was.exit_reason,
        )

    def _write(self, was: Any) -> None:
        steps = [plans.Step(row.what, row.due) for row in was.steps.all()]
        self.plan = plans.write_plan(
            by=was.written_by, stay=self.stay, goal=was.goal, aim=was.aim, steps=steps
        )

    def _approve(self, was: Any) -> None:
        self.plan = plans.approve_plan(
            by=was.approved_by, plan=self.plan, seen=self.plan.written_at.isoformat()
        )

    def _mark(self, was: Any) -> None:
        plans.mark_step(
            by=self.worker, step=self.plan.steps.get(number=was.number), done_on=was.done_on
        )

    def _give(self, was: Any) -> None:
        names = ("service", "day", "minutes", "mode", "planned", "no_show", "note")
        given = Given(**{name: getattr(was, name) for name in names})
        record_support(by=was.given_by, person=self.again, given=given)

    def _observe(self, was: Any) -> None:
        form = questionnaire(was.questionnaire, was.version)
        told_then = {**was.answers, **_words(was)}
        answers = form.read(was.moment, {key: str(value) for key, value in told_then.items()})
        record_observation(
            by=was.recorded_by,
            stay=self.stay,
            observed=Observed(
                form=form, moment=was.moment, rater=was.rater, mode=was.mode,
                observed_on=was.observed_on, answers=answers,
            ),
        )  # fmt: skip


def _words(row: Observation) -> dict[str, str]:
    said: dict[str, str] = json.loads(row.in_words) if row.in_words else {}
    return said
