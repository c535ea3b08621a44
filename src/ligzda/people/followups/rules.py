"""Who looks after follow-ups, and in which state."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.rules import Viewer
from ligzda.people.followups.models import TracingContact, Wave
from ligzda.people.outcomes.models import Moment, Observation
from ligzda.people.outcomes.rules import check_moment, check_stay_in_use, last_day
from ligzda.people.person_models import Person
from ligzda.people.rights.consents import refused
from ligzda.people.rights.models import ConsentPurpose
from ligzda.people.rules import check_in_use, check_keep_people
from ligzda.people.stays.models import ExitReason, Stay

FOLLOW_UP = "follow_up"
"""The questionnaire that a follow-up is done with."""
WITHOUT = (ExitReason.DIED, ExitReason.TRANSFER)
"""How a stay ends after which nobody is asked: who goes on elsewhere is asked after that stay."""


def check_keep_follow_ups(*, by: Viewer, stay: Stay) -> None:
    """Follow-ups are looked after by who keeps people in the municipality of the stay."""
    check_keep_people(by=by, municipality=stay.municipality)
    check_stay_in_use(stay=stay)


def check_window(*, stay: Stay) -> None:
    """There is a follow-up where the stay has ended, and did not lead to another."""
    ended = last_day(stay)
    if ended is None or ended > timezone.localdate():
        raise WrongStateError(_("The stay has not ended yet: this is asked after it."))
    if stay.exit_reason in WITHOUT:
        raise WrongStateError(_("After a stay that ended so nobody is asked."))


def is_done(*, stay: Stay, wave: Wave) -> bool:
    """Whether the follow-up has its answers."""
    return Observation.objects.filter(stay=stay, questionnaire=FOLLOW_UP, moment=wave).exists()


def check_attempt(*, by: Viewer, stay: Stay, wave: Wave, on: datetime.date) -> None:
    """Somebody is looked for when the follow-up is open, on a day that has been."""
    check_keep_follow_ups(by=by, stay=stay)
    check_window(stay=stay)
    check_moment(stay=stay, moment=Moment(wave.value), on=on)


def check_give_up(*, by: Viewer, stay: Stay, wave: Wave) -> None:
    """A follow-up is given up when it is open and was not answered."""
    check_attempt(by=by, stay=stay, wave=wave, on=timezone.localdate())
    if is_done(stay=stay, wave=wave):
        raise WrongStateError(_("This follow-up is done: its answers are there."))


def check_see_contacts(*, by: Viewer, person: Person) -> None:
    """Whom somebody named is seen by them and by who keeps people: no instructor needs it."""
    if person.user_id is None or person.user_id != getattr(by, "pk", None):
        check_keep_people(by=by, municipality=person.municipality)


def check_name_contact(*, by: Viewer, person: Person) -> None:
    """Whom to ask is said by the person, or written down for them by who keeps their record."""
    check_see_contacts(by=by, person=person)
    check_in_use(person=person)
    if refused(person, ConsentPurpose.TRACING):
        raise WrongStateError(
            _("This person does not want others to be asked where they are. Ask for their consent "
              "first.")
        )  # fmt: skip


def check_withdraw_contact(*, by: Viewer, contact: TracingContact) -> None:
    """Who was named is withdrawn by the person at any time, also where their record is
    restricted."""
    check_see_contacts(by=by, person=contact.person)
    if contact.withdrawn_on is not None:
        raise WrongStateError(_("This contact is withdrawn already."))


def check_contact(*, name: str, reach_by: str) -> None:
    """A contact has a name and a way to reach them."""
    if not (name.strip() and reach_by.strip()):
        raise BadDataError(_("Write who it is, and a telephone number or an e-mail address."))
