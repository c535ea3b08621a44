"""Who keeps enterprises, and what can be written of them. `check_…` raises with a sentence."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.lv import pvn

from ligzda.kernel.dates import plain_date
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.models import Municipality
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission, check_permission_somewhere
from ligzda.people.models import Person
from ligzda.people.rules import check_in_use, check_see_person
from ligzda.ventures.models import PERSONAL_FORMS, Enterprise, Finding, Form, MilestoneKind
from ligzda.ventures.order import STATUS, STATUS_SINCE, Dated, Fault, Step, fault

KEEPERS = {Permission.KEEP_PEOPLE}


def check_keep(*, by: Viewer, municipality: Municipality) -> None:
    """Enterprises are kept by who keeps the people that founded them."""
    check_permission(
        by,
        Permission.KEEP_PEOPLE,
        _("Enterprises are kept by the social workers and managers of their municipality."),
        municipality,
    )


def check_keep_somewhere(*, by: Viewer) -> None:
    """Whoever keeps people keeps what they found, in some municipality."""
    check_permission_somewhere(
        by,
        Permission.KEEP_PEOPLE,
        _("Enterprises are kept by the social workers and managers of their municipality."),
    )


def check_change(*, by: Viewer, enterprise: Enterprise) -> None:
    """What is known of an enterprise is written by who keeps it."""
    check_keep(by=by, municipality=enterprise.municipality)


def check_involve(*, by: Viewer, municipality: Municipality, person: Person) -> None:
    """Somebody behind an enterprise is registered with its municipality, and in use."""
    check_keep(by=by, municipality=municipality)
    if person.municipality_id != municipality.pk:
        raise BadDataError(
            _("This person is registered in another municipality. A transfer comes first.")
        )
    check_see_person(by=by, person=person)
    check_in_use(person=person)


def check_settle(*, by: Viewer, finding: Finding) -> None:
    """A contradiction is settled once, by who keeps the enterprise."""
    check_keep(by=by, municipality=finding.municipality)
    if finding.settled_at is not None:
        raise WrongStateError(_("This contradiction is settled already."))


def registration_number(text: str) -> str:
    """Return a registration number as the Register of Enterprises writes it. Raises BadDataError.

    The number of a person is refused, so that no personal code is ever kept in its place.
    """
    digits = pvn.compact(text)
    if len(digits) != 11 or not (digits.isascii() and digits.isdigit()):
        raise BadDataError(
            _("A registration number has eleven digits, the first of them at least 4.")
        )
    if digits[0] <= "3":
        raise BadDataError(_("This is the code of a person, not the number of an enterprise."))
    try:
        found: str = pvn.validate(digits)
    except InvalidChecksum:
        raise BadDataError(
            _("The last digit does not fit this registration number. Compare it with the register.")
        ) from None
    except ValidationError:
        raise BadDataError(
            _("A registration number has eleven digits, the first of them at least 4.")
        ) from None
    return found


def check_named(*, form: str, name: str, number: str) -> str:
    """Return the number that an enterprise of this form has. Raises BadDataError."""
    if form == Form.SELF_EMPLOYED:
        if number.strip():
            raise BadDataError(
                _("Somebody who is self-employed has no registration number; a personal code is "
                  "not written here.")
            )  # fmt: skip
        return ""
    if not name.strip():
        raise BadDataError(_("Write the name of the enterprise."))
    return registration_number(number)


def check_not_to_come(*days: datetime.date | None) -> None:
    """What happened, happened by today."""
    if any(day is not None and day > timezone.localdate() for day in days):
        raise BadDataError(_("This day is still to come."))


def check_order(*, enterprise: Enterprise, events: Iterable[Dated]) -> None:
    """Events fit one another, the form of the enterprise, and the law of their day."""
    every = list(events)
    for day, step in every:
        what = MilestoneKind(step).label
        if step in STATUS and enterprise.form != Form.COMPANY:
            raise BadDataError(
                _("“%(what)s”: the status is for limited-liability companies.") % {"what": what}
            )
        if step in STATUS and day < STATUS_SINCE:
            raise BadDataError(
                _("“%(what)s”: there has been a status since %(day)s.")
                % {"what": what, "day": plain_date(STATUS_SINCE)}
            )
    if (found := fault(every)) is not None:
        why, (day, step) = found
        raise BadDataError(
            _("“%(what)s”, %(day)s: %(why)s")
            % {"what": MilestoneKind(step).label, "day": plain_date(day), "why": _why(why, step)}
        )


def _why(why: Fault, step: Step) -> str:
    return {
        Fault.NOT_REGISTERED: _("the day of registration is not known yet; write that first."),
        Fault.BEFORE_REGISTERED: _("it was not registered yet."),
        Fault.AFTER_CLOSED: _("it was closed by then."),
        Fault.TWICE: _("this happens once, and stands there already."),
        Fault.STATUS: {
            Step.APPLIED: _("it was applied for already, or granted."),
            Step.GRANTED: _("it was granted already, and not lost since."),
            Step.REFUSED: _("nobody had applied for it; write that first."),
            Step.LOST: _("it was not granted, or is lost already."),
        }.get(step, ""),
    }[why]


def check_hours(*, hours: Decimal) -> None:
    """A week has so many hours of work."""
    if not 0 < hours <= 60:
        raise BadDataError(_("Hours a week are more than 0 and at most 60."))


def check_turnover(
    *,
    begins: datetime.date,
    months: int,
    amount: Decimal,
    public_share: Decimal | None,
    largest_share: Decimal | None,
) -> None:
    """Turnover is of a half-year or year that is over; shares are of something."""
    if (begins.month, begins.day, months) not in ((1, 1, 6), (7, 1, 6), (1, 1, 12)):
        raise BadDataError(_("Turnover is of a year, or of its first or second half."))
    if last_day(begins, months) >= timezone.localdate():
        raise BadDataError(_("This time is not over yet."))
    if amount < 0:
        raise BadDataError(_("Turnover is not negative."))
    for share in (public_share, largest_share):
        if share is None:
            continue
        if amount == 0:
            raise BadDataError(_("Nothing was sold, so no buyer has a share of it."))
        if not 0 <= share <= 1:
            raise BadDataError(_("A share lies between 0 and 100 percent."))


def last_day(begins: datetime.date, months: int) -> datetime.date:
    """Return the last day of a half-year or a year."""
    after = begins.month - 1 + months
    first_after = datetime.date(begins.year + after // 12, after % 12 + 1, 1)
    return first_after - datetime.timedelta(days=1)


def is_personal(form: str) -> bool:
    """Whether the name of such an enterprise is a person's."""
    return form in PERSONAL_FORMS
