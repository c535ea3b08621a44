"""Who may write up, decide, appeal, and in which state of an application."""

import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.dates import plain_date
from ligzda.kernel.errors import WrongStateError
from ligzda.network.load import system_member
from ligzda.network.models import Membership, Municipality, User
from ligzda.network.roles import ROLES, Permission
from ligzda.network.rules import Viewer
from ligzda.people.applications.eligibility import Eligibility, eligibility
from ligzda.people.applications.limits import a_month_after
from ligzda.people.applications.models import (
    Application,
    ApplicationAppeal,
    ApplicationDecision,
    Sender,
)
from ligzda.people.applications.waiting_models import PlaceOffer, WaitingPlace
from ligzda.people.person_models import Person
from ligzda.people.rules import check_approve, check_in_use, check_keep_people
from ligzda.people.stays.models import Stay

Outcome = ApplicationDecision.Outcome
State = Application.State


def whoever_has_the_link() -> User:
    """Return in whose name somebody without an account acts: the house's own."""
    return system_member()


def check_apply(*, by: Viewer, incubator: Incubator) -> None:
    """An application is written down by who keeps people there; the house, for who has no account.

    Also while the building is being adapted: people wait before it opens.
    """
    check_keep_people(by=by, municipality=incubator.municipality)
    if incubator.state == Incubator.State.CLOSED:
        raise WrongStateError(_("This incubator is closed; nobody can apply to it any more."))


def check_used(*, person: Person) -> None:
    """The record is in use, or the one that it was merged into: what was begun goes on."""
    check_in_use(person=person.merged_into or person)


def check_may_apply(*, person: Person) -> None:
    """Nobody applies twice, waits twice, or applies while they stay."""
    check_used(person=person)
    if row := Application.objects.filter(person=person, state=State.OPEN).first():
        raise WrongStateError(
            _("%(application)s of this person, of %(day)s, waits for a decision already.")
            % {"application": row, "day": plain_date(row.received_on)}
        )
    if WaitingPlace.objects.filter(person=person, closed="").exists():
        raise WrongStateError(_("This person waits for a place already."))
    if Stay.objects.filter(person=person, period__contains=timezone.localdate()).exists():
        raise WrongStateError(_("This person stays in an incubator now."))


def check_sender(*, sender: str, helper: str) -> None:
    """Who refers somebody says who they are, so that they can be asked."""
    if sender not in Sender.values:
        raise WrongStateError(_("Say who wrote the application."))
    if sender != Sender.PERSON and not helper.strip():
        raise WrongStateError(_("Write the name and the telephone of whoever refers the person."))


def check_keep_application(*, by: Viewer, application: Application) -> None:
    """What becomes of an application is written down where it came in, while it is open."""
    check_keep_people(by=by, municipality=application.municipality)
    check_used(person=application.person)
    if application.state != State.OPEN:
        raise WrongStateError(
            _("This application is closed: %(state)s.") % {"state": application.get_state_display()}
        )


def check_record_appeal(*, by: Viewer, decision: ApplicationDecision) -> None:
    """An appeal is taken in where the application is kept."""
    check_keep_people(by=by, municipality=decision.municipality)
    check_used(person=decision.person)


def check_give_link(*, by: Viewer, application: Application) -> None:
    """A private link is given by who keeps the application, to the person or their helper."""
    check_keep_people(by=by, municipality=application.municipality)
    check_used(person=application.person)


def eligibility_of(application: Application) -> Eligibility:
    """Hold an application against the list of the day on which it came."""
    return eligibility(application.group_codes, application.person.born, application.received_on)


def check_outcome(*, application: Application, outcome: str) -> None:
    """Accepted is who was eligible on the day of the application and showed what was asked for."""
    if outcome != Outcome.ACCEPTED:
        return
    if application.documents.filter(seen_on__isnull=True).exists():
        raise WrongStateError(_("A document is missing. Note when it was seen, or remove it."))
    found = eligibility_of(application)
    if not found.eligible:
        raise WrongStateError(
            _("Not eligible on the day of the application: %(why)s") % {"why": found.why}
        )


def check_decide(*, by: Viewer, decision: ApplicationDecision) -> None:
    """What one wrote up another decides, where there is another who may."""
    application = decision.application
    check_approve(by=by, municipality=application.municipality)
    check_used(person=application.person)
    if decision.decided_on is not None or application.state != State.OPEN:
        raise WrongStateError(_("It is decided already."))
    check_outcome(application=application, outcome=decision.outcome)
    _check_other(
        by, decision.written_by_id, application.municipality,
        _("You have written this up. Somebody else who may decide looks at it."),
    )  # fmt: skip


def check_tell(*, by: Viewer, decision: ApplicationDecision) -> None:
    """The letter is handed over once it is decided."""
    check_keep_people(by=by, municipality=decision.municipality)
    if decision.decided_on is None:
        raise WrongStateError(_("It is not decided yet."))
    if decision.told_on is not None:
        raise WrongStateError(_("The letter was handed over already."))


def appeal_until(decision: ApplicationDecision) -> datetime.date | None:
    """Return the last day for appealing; None while the person was not told."""
    return a_month_after(decision.told_on) if decision.told_on else None


def check_appeal(*, by: Viewer, decision: ApplicationDecision, on: datetime.date) -> None:
    """A refusal is appealed once, within a month of being told."""
    check_record_appeal(by=by, decision=decision)
    if decision.outcome != Outcome.REFUSED or decision.decided_on is None:
        raise WrongStateError(_("Only a refusal that was decided can be appealed."))
    if ApplicationAppeal.objects.filter(decision=decision).exists():
        raise WrongStateError(_("This decision was appealed already."))
    last = appeal_until(decision)
    if last is not None and on > last:
        raise WrongStateError(
            _("The decision could be appealed until %(day)s.") % {"day": plain_date(last)}
        )
    if not decision.decided_on <= on <= timezone.localdate():
        raise WrongStateError(_("An appeal comes after the decision, and not in the future."))


def check_answer_appeal(*, by: Viewer, appeal: ApplicationAppeal) -> None:
    """An appeal is answered by who did not decide, where there is somebody else who may."""
    check_approve(by=by, municipality=appeal.municipality)
    check_used(person=appeal.person)
    if appeal.answered_on is not None:
        raise WrongStateError(_("This appeal is answered already."))
    _check_other(
        by, appeal.decision.decided_by_id, appeal.municipality,
        _("You have decided this. Somebody else who may decide answers the appeal."),
    )  # fmt: skip


def check_offer(*, by: Viewer, waiting: WaitingPlace) -> None:
    """A place is offered by who decides about people there, to who waits and has no offer."""
    check_approve(by=by, municipality=waiting.municipality)
    check_used(person=waiting.person)
    if waiting.closed:
        raise WrongStateError(_("This person waits no longer."))
    if PlaceOffer.objects.filter(waiting=waiting, answer="").exists():
        raise WrongStateError(_("A place is offered to this person already."))


def check_answer(*, by: Viewer, offer: PlaceOffer) -> None:
    """An offer is answered once, until its last day; the house answers for who has the link."""
    check_keep_people(by=by, municipality=offer.municipality)
    check_used(person=offer.person)
    if offer.answer:
        raise WrongStateError(
            _("This offer is closed: %(how)s.") % {"how": offer.get_answer_display()}
        )
    if timezone.localdate() > offer.answer_until:
        raise WrongStateError(
            _("The offer could be answered until %(day)s. You wait on, at the end of the line.")
            % {"day": plain_date(offer.answer_until)}
        )


def check_leave(*, by: Viewer, waiting: WaitingPlace) -> None:
    """Whoever waits can stop, offer or not."""
    check_keep_people(by=by, municipality=waiting.municipality)
    if waiting.closed:
        raise WrongStateError(_("This person waits no longer."))


def check_recall(*, by: Viewer, offer: PlaceOffer) -> None:
    """An offer that is open can be taken back by who may make one."""
    check_approve(by=by, municipality=offer.municipality)
    if offer.answer:
        raise WrongStateError(
            _("This offer is closed: %(how)s.") % {"how": offer.get_answer_display()}
        )


def others_who_decide(by: Viewer, municipality: Municipality) -> QuerySet[User]:
    """Return who else may decide on applications of a municipality today."""
    roles = [role.key for role in ROLES if Permission.APPROVE_PEOPLE in role.permissions]
    held = Membership.objects.filter(
        role__in=roles, partner__municipality=municipality, period__contains=timezone.localdate()
    )
    found = User.objects.filter(is_active=True, memberships__in=held)
    return found.exclude(pk=by.pk) if isinstance(by, User) else found


def _check_other(by: Viewer, who: int | None, municipality: Municipality, sentence: str) -> None:
    own = isinstance(by, User) and not by.is_system and by.pk == who
    if own and others_who_decide(by, municipality).exists():
        raise WrongStateError(sentence)
