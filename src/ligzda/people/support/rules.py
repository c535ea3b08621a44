"""Who writes the log of support, and for which days."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, NotAllowedError
from ligzda.network.models import Municipality, User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, has_permission
from ligzda.people.models import Delivery, Person, Stay
from ligzda.people.rules import check_in_use, check_support
from ligzda.people.support.services import services


def check_log(*, by: Viewer, municipality: Municipality) -> None:
    """The log is kept by who gives support in the municipality."""
    check_support(by=by, municipality=municipality)


def check_give(*, by: Viewer, person: Person) -> None:
    """Support is written for somebody whose record is in use."""
    check_support(by=by, municipality=person.municipality)
    check_in_use(person=person)


def check_correct(*, by: Viewer, delivery: Delivery) -> None:
    """A row is taken back by who wrote it, or by who keeps people there."""
    check_support(by=by, municipality=delivery.municipality)
    wrote = isinstance(by, User) and delivery.given_by_id == by.pk
    if not wrote and not has_permission(by, Permission.KEEP_PEOPLE, delivery.municipality):
        raise NotAllowedError(
            _("It is taken back by who wrote it, or by the social workers and the manager.")
        )


def check_facts(*, service: str, day: datetime.date) -> None:
    """A service is of the dictionary, and was given when it is written down."""
    if service not in services():
        raise BadDataError(_("There is no such service in the dictionary."))
    if day > timezone.localdate():
        raise BadDataError(_("This day is still to come. Support is written down when given."))


def check_of_stay(*, stay: Stay | None) -> Stay:
    """Support is given to who stays. Return the stay. Raises BadDataError."""
    if stay is None:
        raise BadDataError(_("The person did not stay in an incubator on this day."))
    return stay
