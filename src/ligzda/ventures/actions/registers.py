"""Take in a public file: what we did not know is written down, what contradicts us is a finding.

Nothing of ours is overwritten: who is right, a person finds out and says why.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, RefusedError
from ligzda.kernel.tables.preview import Preview
from ligzda.network.audit import facts, record
from ligzda.network.models import Municipality, User
from ligzda.ventures import rules
from ligzda.ventures.actions.aid import Given, record_aid
from ligzda.ventures.actions.records import Event, record_event
from ligzda.ventures.models import (
    Aid,
    AidKind,
    Enterprise,
    Finding,
    FindingKind,
    Milestone,
    MilestoneKind,
    RegisterFile,
    RegisterKind,
    Source,
)
from ligzda.ventures.registers import Known, known


@dataclass(frozen=True)
class _Taking:
    by: User
    file: RegisterFile
    known: Known

    def find(self, enterprise: Enterprise, kind: str, ours: object, theirs: object) -> None:
        """Write down that the register says otherwise; what was written down already, not again."""
        Finding.objects.get_or_create(
            enterprise=enterprise,
            kind=kind,
            ours=_said(ours),
            theirs=_said(theirs),
            defaults={"municipality_id": enterprise.municipality_id, "register": self.file},
        )

    def event(self, enterprise: Enterprise, kind: str, day: datetime.date, of: str) -> None:
        """Write down what the register says happened, or that we say it on another day."""
        there = Milestone.objects.filter(enterprise=enterprise, kind=kind)
        days = list(there.order_by("day").values_list("day", flat=True))
        if day in days:
            return
        if days and kind != MilestoneKind.ALIVE:
            self.find(enterprise, of, days[-1], day)
            return
        told = Event(
            kind=kind, day=day, source=Source.REGISTER, said_on=self.file.as_of, register=self.file
        )
        try:
            with transaction.atomic():
                record_event(by=self.by, enterprise=enterprise, event=told)
        except RefusedError:
            # It does not fit what the founder told us since.
            last = Milestone.objects.filter(enterprise=enterprise).order_by("day").last()
            self.find(enterprise, of, last.day if last else "", day)


@transaction.atomic
def take_in_register(
    *, by: User, municipality: Municipality, kind: str, as_of: datetime.date, shown: Preview
) -> RegisterFile:
    """Take in what was shown of a file of a register as it was on a day."""
    rules.check_keep(by=by, municipality=municipality)
    rules.check_not_to_come(as_of)
    rows = shown.taken()
    if not rows:
        raise BadDataError(_("No row of this file is about an enterprise of yours."))
    file = RegisterFile.objects.create(
        municipality=municipality,
        kind=kind,
        as_of=as_of,
        rows=len(rows),
        sha256=shown.digest,
        taken_by=by,
    )
    record(by=by, action="register.take_in", about=file, after=facts(file))
    taking = _Taking(by, file, known(municipality))
    values: Sequence[Any] = [row.values for row in rows]
    if kind == RegisterKind.AID:
        _take_aid(taking, values)
    else:
        for row in values:
            enterprise = taking.known.ours.get(row["regcode"])
            if enterprise is not None and kind == RegisterKind.STATUS:
                _take_status(taking, enterprise, row)
            elif enterprise is not None:
                _take_enterprise(taking, enterprise, row)
    return file


@transaction.atomic
def settle(*, by: User, finding: Finding, reason: str) -> Finding:
    """Say what was found to be true, and why; the row itself is corrected where it stands."""
    row = Finding.objects.select_for_update(of=("self",)).get(pk=finding.pk)
    rules.check_settle(by=by, finding=row)
    if not reason.strip():
        raise BadDataError(_("Say what was found to be true."))
    before = facts(row)
    row.reason, row.settled_by, row.settled_at = reason.strip(), by, timezone.now()
    row.save()
    record(by=by, action="finding.settle", about=row, before=before, after=facts(row))
    return row


def _take_enterprise(taking: _Taking, enterprise: Enterprise, row: Any) -> None:
    if not enterprise.is_personal and enterprise.name.casefold() != row["name"].casefold():
        taking.find(enterprise, FindingKind.NAME, enterprise.name, row["name"])
    taking.event(enterprise, MilestoneKind.REGISTERED, row["registered"], FindingKind.REGISTERED)
    closed = Milestone.objects.filter(enterprise=enterprise, kind=MilestoneKind.CLOSED).first()
    if row.get("terminated") is not None:
        taking.event(enterprise, MilestoneKind.CLOSED, row["terminated"], FindingKind.CLOSED)
    elif closed is not None and closed.day <= taking.file.as_of:
        taking.find(enterprise, FindingKind.CLOSED, closed.day, "")
    else:
        taking.event(enterprise, MilestoneKind.ALIVE, taking.file.as_of, FindingKind.CLOSED)


def _take_status(taking: _Taking, enterprise: Enterprise, row: Any) -> None:
    taking.event(enterprise, MilestoneKind.GRANTED, row["granted"], FindingKind.STATUS)
    if row.get("lost") is not None:
        taking.event(enterprise, MilestoneKind.LOST, row["lost"], FindingKind.STATUS)


def _take_aid(taking: _Taking, rows: Sequence[Any]) -> None:
    told: dict[int, set[str]] = {}
    for row in rows:
        number = row["regcode"]
        enterprise = taking.known.ours.get(number) or taking.known.linked[number]
        told.setdefault(enterprise.pk, set()).add(row["form"])
        there = Aid.objects.filter(enterprise=enterprise, form_number=row["form"]).first()
        if there is None:
            given = Given(
                granted_on=row["granted"],
                kind=AidKind.OTHER,
                giver=row["giver"],
                amount=row["amount"],
                form_number=row["form"],
            )
            other = "" if number in taking.known.ours else number
            record_aid(
                by=taking.by,
                enterprise=enterprise,
                given=given,
                undertaking=other,
                register=taking.file,
            )
        elif (there.granted_on, there.amount) != (row["granted"], row["amount"]):
            ours = f"{_said(there.granted_on)}, {there.amount} EUR"
            theirs = f"{_said(row['granted'])}, {row['amount']} EUR"
            taking.find(enterprise, FindingKind.AID, f"{row['form']}: {ours}", theirs)
    for row in Aid.objects.filter(enterprise__in=told, undertaking="").exclude(form_number=""):
        if row.granted_on <= taking.file.as_of and row.form_number not in told[row.enterprise_id]:
            enterprise = row.enterprise
            taking.find(enterprise, FindingKind.AID_UNKNOWN, row.form_number, "")


def _said(value: object) -> str:
    """Return a value as both columns of a finding have it: a day as ISO 8601 writes it."""
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
