"""Verbs of applications: apply, ask for and see documents, decide, tell, appeal, answer."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back
from ligzda.people.actions import PersonFacts, register_person
from ligzda.people.applications import limits, rules
from ligzda.people.applications.eligibility import listed_on
from ligzda.people.applications.line import line_up
from ligzda.people.applications.models import (
    Application,
    ApplicationAppeal,
    ApplicationDecision,
    ApplicationDocument,
)
from ligzda.people.applications.private_link import Link
from ligzda.people.letters.actions import Kind, owe
from ligzda.people.person_models import Person

State = Application.State


@dataclass(frozen=True, kw_only=True)
class ApplicationFacts:
    """What eligibility needs, and no more. `groups`: codes of target groups."""

    sender: str
    received_on: datetime.date
    helper: str = ""
    groups: Sequence[str] = ()


@transaction.atomic
def apply(
    *,
    by: User,
    incubator: Incubator,
    who: Person | PersonFacts,
    facts_given: ApplicationFacts,
    link: Link | None = None,
    invented: bool = False,
) -> Application:
    """Take in an application, whichever way it came; open a record where there is none.

    Somebody who is not eligible may apply: they get a decision with its reasons, and can appeal.
    """
    rules.check_apply(by=by, incubator=incubator)
    rules.check_sender(sender=facts_given.sender, helper=facts_given.helper)
    if facts_given.received_on > timezone.localdate():
        raise BadDataError(_("The application is said to have come in the future."))
    here = incubator.municipality
    if isinstance(who, PersonFacts):
        person = register_person(by=by, municipality=here, facts_given=who, invented=invented)
    else:
        person = Person.objects.select_for_update(of=("self",)).get(pk=who.pk)
        if person.municipality_id != here.pk:
            raise BadDataError(_("This person is registered in another municipality."))
    rules.check_may_apply(person=person)
    row = Application(
        person=person,
        municipality=here,
        incubator=incubator,
        sender=facts_given.sender,
        helper=facts_given.helper.strip(),
        groups=" ".join(facts_given.groups),
        received_on=facts_given.received_on,
        recorded_by=by,
        secret_hash=link.hash if link else None,
    )
    row.save()
    record(by=by, action="application.receive", about=row, after=facts(row))
    listed = listed_on(row.received_on).filter(code__in=facts_given.groups)
    for what in dict.fromkeys(str(each.document) for each in listed if each.document):
        _ask(by, row, what, row.received_on)
    _set_due(by, row)
    return row


@transaction.atomic
def ask_for_document(*, by: User, application: Application, what: str) -> ApplicationDocument:
    """Ask for a document; until it is seen the time for deciding does not run."""
    application = _locked(application)
    rules.check_keep_application(by=by, application=application)
    if not what.strip():
        raise BadDataError(_("Write which document is asked for."))
    row = _ask(by, application, what.strip(), timezone.localdate())
    _set_due(by, application)
    return row


@transaction.atomic
def see_document(
    *, by: User, document: ApplicationDocument, on: datetime.date
) -> ApplicationDocument:
    """Note the day on which a document was shown."""
    application = _locked(document.application)
    rules.check_keep_application(by=by, application=application)
    if not document.asked_on <= on <= timezone.localdate():
        raise BadDataError(
            _("A document is seen on the day it was asked for or later, and not in the future.")
        )
    before = facts(document)
    document.seen_on, document.seen_by = on, by
    document.save(update_fields=["seen_on", "seen_by"])
    record(by=by, action="application.see_document", about=document, before=before,
           after=facts(document))  # fmt: skip
    _set_due(by, application)
    return document


@transaction.atomic
def drop_document(*, by: User, document: ApplicationDocument) -> None:
    """Ask for a document no more."""
    application = _locked(document.application)
    rules.check_keep_application(by=by, application=application)
    record(by=by, action="application.drop_document", about=document, before=facts(document),
           after=None)  # fmt: skip
    document.delete()
    _set_due(by, application)


@transaction.atomic
def write_up(
    *, by: User, application: Application, outcome: str, reasons: str
) -> ApplicationDecision:
    """Write up what is to be decided and why; written anew it takes the place of the former."""
    application = _locked(application)
    rules.check_keep_application(by=by, application=application)
    if not reasons.strip():
        raise BadDataError(_("Write the reasons: the person reads them."))
    rules.check_outcome(application=application, outcome=outcome)
    row = application.decisions.filter(decided_on__isnull=True).first()
    before = facts(row) if row else None
    row = row or ApplicationDecision(
        application=application,
        person=application.person,
        municipality=application.municipality,
    )
    row.outcome, row.reasons = outcome, reasons.strip()
    row.written_by, row.written_at = by, timezone.now()
    row.save()
    record(by=by, action="application.write_up", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def decide(*, by: User, decision: ApplicationDecision) -> ApplicationDecision:
    """Make the decision. Who is accepted stands in the line from the day of their application."""
    application = _locked(decision.application)
    decision = ApplicationDecision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    decision.application = application
    rules.check_decide(by=by, decision=decision)
    before = facts(decision)
    decision.decided_by, decision.decided_on = by, timezone.localdate()
    decision.save(update_fields=["decided_by", "decided_on"])
    record(by=by, action="application.decide", about=decision, before=before,
           after=facts(decision))  # fmt: skip
    _set_state(by, application, decision.outcome)
    owe(decision, Kind.DECISION)
    if decision.outcome == ApplicationDecision.Outcome.ACCEPTED:
        line_up(by=by, application=application)
    return decision


@transaction.atomic
def tell(*, by: User, decision: ApplicationDecision, on: datetime.date) -> ApplicationDecision:
    """Note the day on which the letter was handed over: the time for appealing runs from it."""
    rules.check_tell(by=by, decision=decision)
    assert decision.decided_on is not None
    if not decision.decided_on <= on <= timezone.localdate():
        raise BadDataError(
            _("The letter is handed over on the day of the decision or later, not in the future.")
        )
    before = facts(decision)
    decision.told_on = on
    decision.save(update_fields=["told_on"])
    record(by=by, action="application.tell", about=decision, before=before,
           after=facts(decision))  # fmt: skip
    return decision


@transaction.atomic
def appeal(
    *, by: User, decision: ApplicationDecision, grounds: str, on: datetime.date
) -> ApplicationAppeal:
    """Take in an appeal against a refusal."""
    _locked(decision.application)
    rules.check_appeal(by=by, decision=decision, on=on)
    if not grounds.strip():
        raise BadDataError(_("Write why the decision is not right."))
    row = ApplicationAppeal(
        decision=decision,
        person=decision.person,
        municipality=decision.municipality,
        grounds=grounds.strip(),
        lodged_on=on,
        recorded_by=by,
        due_on=limits.a_month_after(on),
    )
    row.save()
    record(by=by, action="application.appeal", about=row, after=facts(row))
    return row


@transaction.atomic
def answer_appeal(
    *, by: User, appeal: ApplicationAppeal, result: str, answer: str
) -> ApplicationAppeal:
    """Answer an appeal. `anew`: the application is open again, with a new limit."""
    application = _locked(appeal.decision.application)
    rules.check_answer_appeal(by=by, appeal=appeal)
    if result not in ApplicationAppeal.Result.values or not answer.strip():
        raise BadDataError(_("Say what came of the appeal, and why."))
    today, before = timezone.localdate(), facts(appeal)
    appeal.result, appeal.answer = result, answer.strip()
    appeal.answered_on, appeal.answered_by = today, by
    appeal.save()
    record(by=by, action="application.answer_appeal", about=appeal, before=before,
           after=facts(appeal))  # fmt: skip
    if result == ApplicationAppeal.Result.ANEW:
        rules.check_may_apply(person=application.person)
        _set_state(by, application, State.OPEN, due_on=limits.decide_by(today))
    return appeal


@transaction.atomic
def take_back(*, by: User, application: Application) -> Undoable:
    """Take back an application on which nothing was decided; it can be undone for ten minutes."""
    application = _locked(application)
    rules.check_keep_application(by=by, application=application)
    written = application.decisions.filter(decided_on__isnull=True)
    kept = keep_for_undo(by=by, act="application.take_back", rows=[application, *written])
    written.delete()
    _set_state(by, application, State.WITHDRAWN)
    return kept


@transaction.atomic
def stand_again(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that an application was taken back; return its page."""
    application = rows[0]
    assert isinstance(application, Application)
    rules.check_keep_application(by=by, application=application)
    if _locked(application).state != State.WITHDRAWN:
        raise WrongStateError(_("Something else became of the application meanwhile."))
    put_back(by=by, act="application.take_back", rows=rows)
    return reverse("people:application", args=[application.pk])


@transaction.atomic
def give_link(*, by: User, application: Application) -> Link:
    """Make a new private link to an application; the former one opens nothing any more."""
    application = _locked(application)
    rules.check_give_link(by=by, application=application)
    link, before = Link.new(application.municipality_id), facts(application)
    application.secret_hash = link.hash
    application.save(update_fields=["secret_hash"])
    record(by=by, action="application.give_link", about=application, before=before,
           after=facts(application))  # fmt: skip
    return link


def _locked(application: Application) -> Application:
    """Let one after the other change an application."""
    return Application.objects.select_for_update(of=("self",)).select_related(
        "person", "municipality", "incubator"
    ).get(pk=application.pk)  # fmt: skip


def _ask(by: User, row: Application, what: str, on: datetime.date) -> ApplicationDocument:
    asked = ApplicationDocument(
        application=row, person=row.person, municipality=row.municipality, what=what, asked_on=on
    )
    asked.save()
    record(by=by, action="application.ask_document", about=asked, after=facts(asked))
    return asked


def _set_due(by: User, row: Application) -> None:
    """The time runs from the day on which application and documents were there."""
    seen = list(row.documents.values_list("seen_on", flat=True))
    complete = None if None in seen else max([row.received_on, *filter(None, seen)])
    due = limits.decide_by(complete) if complete else None
    if due != row.due_on:
        _set_state(by, row, row.state, due_on=due)


def _set_state(by: User, row: Application, state: str, **others: datetime.date | None) -> None:
    before = facts(row)
    row.state = state
    for name, value in others.items():
        setattr(row, name, value)
    row.save(update_fields=["state", *others])
    record(by=by, action=f"application.{state}", about=row, before=before, after=facts(row))
