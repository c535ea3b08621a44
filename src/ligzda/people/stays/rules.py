"""When a stay may begin, end, be interrupted or handed over."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import Municipality, Permit
from ligzda.network.rules import Viewer, check_decided
from ligzda.people.models import ConsentPurpose, Person, Stay, Transfer, TransferState
from ligzda.people.rights.consents import consented
from ligzda.people.rules import check_approve, check_in_use, check_keep_people
from ligzda.trial.assignment.queries import version_on

AHEAD = datetime.timedelta(days=31)
"""So far ahead a contract may set the first day: what is true then is taken down with it."""


def short(day: datetime.date) -> str:
    """Write a day."""
    return date_format(day, "SHORT_DATE_FORMAT")


def incubator_of(municipality: Municipality) -> Incubator:
    """Return the incubator of a municipality. Raises WrongStateError where there is none."""
    found = Incubator.objects.filter(municipality=municipality).first()
    if found is None:
        raise WrongStateError(_("This municipality has no incubator, so nobody can stay there."))
    return found


def check_begin(*, by: Viewer, person: Person) -> None:
    """A stay is begun by who keeps people there, for somebody whose record is in use."""
    check_keep_people(by=by, municipality=person.municipality)
    check_in_use(person=person)
    lasting = Stay.objects.filter(person=person, period__endswith__isnull=True).first()
    if lasting is not None:
        raise WrongStateError(
            _("This person has stayed in an incubator since %(day)s. That stay ends first.")
            % {"day": short(lasting.period.lower)}
        )


def check_features(*, person: Person) -> None:
    """Health and origin, where only consent allows them, are taken down where there is a yes."""
    if not consented(person, ConsentPurpose.FEATURES):
        raise WrongStateError(
            _("There is no consent of this person to keep health and origin. Write down their yes "
              "first, or choose that it is not asked.")
        )  # fmt: skip


def check_incubator_takes(*, incubator: Incubator, on: datetime.date) -> ModelVersion:
    """Return the model under which a stay begins in an incubator on a day.

    Raises WrongStateError where it is not open then, its council did not permit it, or no model
    was drawn for that day.
    """
    if incubator.state != Incubator.State.OPEN or (incubator.opens_on or on) > on:
        if incubator.opens_on is None or incubator.state == Incubator.State.CLOSED:
            raise WrongStateError(_("The incubator is not open; nobody can stay there."))
        raise WrongStateError(
            _("The incubator opens on %(day)s; nobody can stay there before.")
            % {"day": short(incubator.opens_on)}
        )
    check_decided(municipality=incubator.municipality, permit=Permit.OPEN_INCUBATOR, on=on)
    version = version_on(incubator.pk, on)
    if version is None:
        raise WrongStateError(
            _("No model was drawn for this incubator on %(day)s, so no stay can begin then.")
            % {"day": short(on)}
        )
    return version


def check_days_of_entry(*, contract_on: datetime.date, begins_on: datetime.date) -> None:
    """A contract is signed before it is entered, and a first day is near."""
    today = timezone.localdate()
    if contract_on > today:
        raise BadDataError(_("The contract is entered when it is signed, not before."))
    if begins_on < contract_on:
        raise BadDataError(_("A stay begins on the day of its contract or after it."))
    if begins_on > today + AHEAD:
        raise BadDataError(
            _("The first day is more than a month ahead. Enter the contract nearer to it, for it "
              "takes down what is true of the person then.")
        )  # fmt: skip


def check_keep_stay(*, by: Viewer, stay: Stay) -> None:
    """What happens in a stay is written down by who keeps people where it is."""
    check_keep_people(by=by, municipality=stay.municipality)
    check_in_use(person=stay.person)


def check_lasts(*, by: Viewer, stay: Stay) -> None:
    """A stay that has ended is not ended, interrupted or handed over any more."""
    check_keep_stay(by=by, stay=stay)
    if stay.period.upper is not None:
        raise WrongStateError(_("This stay has ended."))


def check_last_day(*, stay: Stay, last_day: datetime.date) -> None:
    """Nobody leaves before they came, and an exit is written down when it has been."""
    if last_day < stay.period.lower:
        raise BadDataError(
            _("The last day is before the first, %(day)s.") % {"day": short(stay.period.lower)}
        )
    if last_day > timezone.localdate():
        raise BadDataError(_("The last day is still to come. Enter the exit when it has been."))


def check_ask_transfer(*, by: Viewer, stay: Stay) -> None:
    """A transfer is asked for a stay that lasts, once at a time."""
    check_lasts(by=by, stay=stay)
    if Transfer.objects.filter(stay=stay, state=TransferState.ASKED).exists():
        raise WrongStateError(_("A transfer is asked for already and awaits the other side."))


def check_see_transfer(*, by: Viewer, transfer: Transfer) -> None:
    """A request is seen by who keeps or decides on people on either side."""
    for check in (check_keep_people, check_approve):
        for municipality in (transfer.municipality, transfer.to_municipality):
            try:
                return check(by=by, municipality=municipality)
            except NotAllowedError:
                continue
    raise NotAllowedError(_("A transfer is seen by the two municipalities that it concerns."))


def check_withdraw_transfer(*, by: Viewer, transfer: Transfer) -> None:
    """Who asked may take it back while nobody has answered."""
    check_keep_people(by=by, municipality=transfer.municipality)
    _check_open(transfer)


def check_answer_transfer(*, by: Viewer, transfer: Transfer) -> None:
    """It is answered by who decides on people at the other side."""
    check_approve(by=by, municipality=transfer.to_municipality)
    _check_open(transfer)


def check_accept_transfer(*, by: Viewer, transfer: Transfer) -> None:
    """It is accepted when its first day has come: then the one stay ends and the other begins."""
    check_answer_transfer(by=by, transfer=transfer)
    if transfer.begins_on > timezone.localdate():
        raise WrongStateError(
            _("The first day is %(day)s; the transfer can be accepted from then on.")
            % {"day": short(transfer.begins_on)}
        )
    check_incubator_takes(incubator=transfer.to_incubator, on=transfer.begins_on)


def _check_open(transfer: Transfer) -> None:
    if transfer.state != TransferState.ASKED:
        raise WrongStateError(_("This transfer has been answered already."))
