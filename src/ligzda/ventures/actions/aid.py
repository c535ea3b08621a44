"""Verbs of support: write down what an enterprise received, and whom it is linked with."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.ventures import rules
from ligzda.ventures.models import Aid, AidKind, Enterprise, Link, RegisterFile, Regulation


@dataclass(frozen=True, kw_only=True)
class Given:
    """Support that was given, EUR; of premises the rent forgone and for how many months.

    `amount` is the gross grant equivalent; of premises it is rent × months, and may be left out.
    `form_number`: of the form in the State's system.
    """

    granted_on: datetime.date
    kind: str
    giver: str
    amount: Decimal | None = None
    regulation: str = Regulation.GENERAL
    form_number: str = ""
    rent_month: Decimal | None = None
    rent_months: int | None = None


@transaction.atomic
def record_aid(
    *,
    by: User,
    enterprise: Enterprise,
    given: Given,
    undertaking: str = "",
    register: RegisterFile | None = None,
    reference: str = "",
) -> Aid:
    """Write down support. `undertaking`: who received it, where the register says another."""
    rules.check_change(by=by, enterprise=enterprise)
    rules.check_not_to_come(given.granted_on)
    row = Aid.objects.create(
        municipality_id=enterprise.municipality_id,
        enterprise=enterprise,
        undertaking=undertaking,
        granted_on=given.granted_on,
        amount=_amount(given, free=register is not None),
        regulation=given.regulation,
        kind=given.kind,
        giver=given.giver.strip(),
        form_number=given.form_number.strip(),
        rent_month=given.rent_month,
        rent_months=given.rent_months,
        register=register,
        reference=reference,
        entered_by=by,
    )
    record(by=by, action="enterprise.aid", about=row, after=facts(row))
    return row


@transaction.atomic
def link(
    *,
    by: User,
    enterprise: Enterprise,
    other: str,
    other_name: str,
    basis: str,
    since: datetime.date,
    until: datetime.date | None = None,
    one: str = "",
) -> Link:
    """Say that two undertakings are one single undertaking from a day to a last day, or still.

    `other`: a registration number; `one`: who it is linked with, the enterprise itself where it is
    not said.
    """
    rules.check_change(by=by, enterprise=enterprise)
    rules.check_not_to_come(since, until)
    number = rules.registration_number(other)
    if number == enterprise.number:
        raise BadDataError(_("This is the number of the enterprise itself."))
    if until is not None and until < since:
        raise BadDataError(_("The last day is before the first."))
    row = Link.objects.create(
        municipality_id=enterprise.municipality_id,
        enterprise=enterprise,
        one=one or str(enterprise),
        other=number,
        other_name=other_name.strip(),
        basis=basis,
        period=DateRange(since, None if until is None else until + datetime.timedelta(days=1)),
        entered_by=by,
    )
    record(by=by, action="enterprise.link", about=row, after=facts(row))
    return row


def _amount(given: Given, *, free: bool) -> Decimal:
    """Return what counts: of premises the rent forgone. Raises BadDataError."""
    if given.kind == AidKind.PREMISES and not free:
        if not given.rent_month or not given.rent_months:
            raise BadDataError(_("Premises count at the rent forgone: write it, and the months."))
        amount = given.rent_month * given.rent_months
        if given.amount not in (None, amount):
            raise BadDataError(_("Of premises the amount is the rent times the months."))
        return amount
    if given.rent_month is not None or given.rent_months is not None:
        raise BadDataError(_("A rent forgone is written for premises alone."))
    if given.amount is None or given.amount <= 0:
        raise BadDataError(_("Write the amount of the support."))
    return given.amount
