"""Verbs of a transfer: one side asks, with basis and consent; the other accepts or declines.

Nothing closes before the acceptance. It ends the one stay and begins the other in one act, and
makes the other municipality the keeper of the record; what was written until then stays with who
wrote it.
"""

import datetime
import re
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.confined import HOUSE, rows_of
from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.people.models import (
    EntrySnapshot,
    ExitReason,
    ExitState,
    Person,
    PersonKey,
    Stay,
    Transfer,
    TransferBasis,
    TransferState,
)
from ligzda.people.queries import identities
from ligzda.people.rules import check_in_use
from ligzda.people.stays import rules
from ligzda.people.stays.actions import DAY, EntryFacts, closed, locked, opened, taken_down

_NUMBER = re.compile(r"[\w./–-]{1,40}")


@dataclass(frozen=True, kw_only=True)
class TransferFacts:
    """Where to, from when, on which basis; the person's consent is given in the act itself."""

    to_incubator: Incubator
    begins_on: datetime.date
    basis: str
    document: str
    document_on: datetime.date
    consents: bool


@transaction.atomic
def ask_transfer(*, by: User, stay: Stay, facts_given: TransferFacts) -> Transfer:
    """Ask another municipality to take a person over. The stay goes on meanwhile."""
    stay = locked(stay)
    rules.check_ask_transfer(by=by, stay=stay)
    _check_facts(stay, facts_given)
    transfer = Transfer.objects.create(
        person_id=stay.person_id,
        municipality_id=stay.municipality_id,
        stay=stay,
        to_municipality_id=facts_given.to_incubator.municipality_id,
        to_incubator=facts_given.to_incubator,
        begins_on=facts_given.begins_on,
        basis=facts_given.basis,
        document=facts_given.document,
        document_on=facts_given.document_on,
        consent_on=timezone.localdate(),
        asked_by=by,
    )
    record(by=by, action="transfer.ask", about=transfer, after=facts(transfer))
    return transfer


def _check_facts(stay: Stay, given: TransferFacts) -> None:
    today = timezone.localdate()
    if given.to_incubator.municipality_id == stay.municipality_id:
        raise BadDataError(_("Choose the incubator of another municipality."))
    if given.basis not in TransferBasis.values or not _NUMBER.fullmatch(given.document):
        raise BadDataError(
            _("Without a legal basis nobody's record leaves the municipality: choose it, and write "
              "the number of the document, without blanks.")
        )  # fmt: skip
    if given.document_on > today:
        raise BadDataError(_("The document's date is still to come."))
    if not given.consents:
        raise BadDataError(_("Without the person's consent their record stays where it is."))
    if given.begins_on <= stay.period.lower:
        raise BadDataError(_("The first day there is after the first day here."))
    if given.begins_on > today + rules.AHEAD:
        raise BadDataError(_("The first day there is at most a month ahead."))


@transaction.atomic
def withdraw_transfer(*, by: User, transfer: Transfer) -> Transfer:
    """Take a request back. The stay goes on as it did."""
    transfer = _locked(transfer)
    rules.check_withdraw_transfer(by=by, transfer=transfer)
    return _answered(by, transfer, TransferState.WITHDRAWN)


@transaction.atomic
def decline_transfer(*, by: User, transfer: Transfer, why: str) -> Transfer:
    """Say that the person cannot be taken over, and why. The stay goes on where it is."""
    transfer = _locked(transfer)
    rules.check_answer_transfer(by=by, transfer=transfer)
    transfer.why_declined = why
    return _answered(by, transfer, TransferState.DECLINED)


@transaction.atomic
def accept_transfer(*, by: User, transfer: Transfer) -> Stay:
    """Take the person over: end the stay there, begin one here, become keeper of the record.

    The new stay's snapshot repeats what the first one says, with the age of the day: what is true
    at entry is asked once for ESF+, and a transfer is no new entry into the programme.
    """
    transfer = _locked(transfer)
    rules.check_accept_transfer(by=by, transfer=transfer)
    # Until now the other side meets no row of the person; what moves is moved by the house.
    with rows_of([transfer.municipality_id, transfer.to_municipality_id], HOUSE):
        earlier = locked(transfer.stay)
        person = Person.objects.select_for_update(of=("self",)).get(pk=transfer.person_id)
        check_in_use(person=person)
        closed(
            by=by,
            stay=earlier,
            last_day=transfer.begins_on - DAY,
            state=ExitState.UNKNOWN,
            reason=ExitReason.TRANSFER,
        )
        for each in identities(person):
            before = facts(each)
            each.municipality_id = transfer.to_municipality_id
            each.save(update_fields=["municipality"])
            PersonKey.objects.filter(person=each).update(municipality=transfer.to_municipality_id)
            record(by=by, action="person.move", about=each, before=before, after=facts(each))
        stay = opened(
            person,
            transfer.to_incubator,
            contract_on=transfer.begins_on,
            begins_on=transfer.begins_on,
            planned_end=None,
        )
        stay.save(force_insert=True)
        taken_down(stay, person, _said_at(earlier)).save(force_insert=True)
        record(by=by, action="stay.begin", about=stay, after=facts(stay))
        _answered(by, transfer, TransferState.ACCEPTED)
    return stay


def _said_at(stay: Stay) -> EntryFacts:
    """Return what was said at the entry of a stay."""
    then = EntrySnapshot.objects.get(stay=stay)
    return EntryFacts(
        labour_status=then.labour_status,
        months_unemployed=then.months_unemployed,
        education=then.education,
        household=then.household,
        collected=then.collected,
        disability=then.disability,
        target_group=then.target_group,
    )


def _answered(by: User, transfer: Transfer, state: TransferState) -> Transfer:
    before = facts(transfer)
    transfer.state, transfer.answered_by, transfer.answered_at = state, by, timezone.now()
    transfer.save(update_fields=["state", "why_declined", "answered_by", "answered_at"])
    record(by=by, action=f"transfer.{state}", about=transfer, before=before, after=facts(transfer))
    return transfer


def _locked(transfer: Transfer) -> Transfer:
    return Transfer.objects.select_for_update(of=("self",)).get(pk=transfer.pk)
