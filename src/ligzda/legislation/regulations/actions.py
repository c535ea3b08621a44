"""Draft a binding regulation, announce it, record what council and ministry said, publish it."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.drafting import DraftingError
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.kernel.texts import Text
from ligzda.legislation import failures
from ligzda.legislation.consultations.rules import check_days
from ligzda.legislation.drafts import act_of
from ligzda.legislation.models import Consultation, MemorandumPart, Ministry, Regulation
from ligzda.legislation.regulations import rules
from ligzda.legislation.regulations.memorandum import section
from ligzda.network.audit import facts, record
from ligzda.network.models import Decision, Municipality, User


@dataclass(frozen=True)
class RegulationFacts:
    """What a regulation is about, by which law it is issued, and its text, in Latvian."""

    title: Text
    basis: str
    text: str


@transaction.atomic
def draft_regulation(
    *, by: User, municipality: Municipality, facts_given: RegulationFacts, invented: bool = False
) -> Regulation:
    """Begin a regulation. Raises BadDataError where its text has no points."""
    rules.check_draft_regulation(by=by, municipality=municipality)
    row = Regulation(municipality=municipality, drafted_by=by, invented=invented)
    _write(by, row, facts_given)
    row.save()
    record(by=by, action="regulation.draft", about=row, after=facts(row))
    return row


@transaction.atomic
def change_regulation(*, by: User, regulation: Regulation, facts_given: RegulationFacts) -> None:
    """Write it anew; what was announced stays beside it."""
    row = _locked(regulation)
    rules.check_change_regulation(by=by, regulation=row)
    before = facts(row)
    _write(by, row, facts_given)
    row.save()
    record(by=by, action="regulation.change", about=row, before=before, after=facts(row))


@transaction.atomic
def explain(*, by: User, regulation: Regulation, code: str, text: str) -> None:
    """Write a section of the memorandum; nothing written empties it."""
    regulation = _locked(regulation)
    rules.check_change_regulation(by=by, regulation=regulation)
    if section(code) is None:
        raise BadDataError(_("The memorandum has no such section."))
    regulation.written_by = by
    regulation.save(update_fields=["written_by"])
    row = MemorandumPart.objects.filter(regulation=regulation, code=code).first()
    before = facts(row) if row else None
    text = _plain(text)
    if not text:
        if row:
            record(by=by, action="regulation.explain", about=row, before=before, after=None)
            row.delete()
        return
    row = row or MemorandumPart(regulation=regulation, code=code)
    row.text = text
    row.save()
    record(by=by, action="regulation.explain", about=row, before=before, after=facts(row))


@transaction.atomic
def announce(
    *, by: User, regulation: Regulation, closes: datetime.date, opens: datetime.date | None = None
) -> Consultation:
    """Show the draft to everybody and receive opinions until a day. `opens`: today."""
    row = _locked(regulation)
    rules.check_announce(by=by, regulation=row)
    opens = opens or timezone.localdate()
    check_days(opens=opens, closes=closes)
    row.announced_text, row.announced_by, row.announced_at = row.text, by, timezone.now()
    row.save(update_fields=["announced_text", "announced_by", "announced_at"])
    asked = Consultation.objects.create(regulation=row, opens=opens, closes=closes, opened_by=by)
    record(by=by, action="regulation.announce", about=row, after=facts(row))
    record(by=by, action="consultation.open", about=asked, after=facts(asked))
    return asked


@transaction.atomic
def adopt(*, by: User, regulation: Regulation, decision: Decision, number: str) -> None:
    """Record by which decision the council adopted it, and its number."""
    row = _locked(regulation)
    rules.check_adopt(by=by, regulation=row, decision=decision)
    if Regulation.objects.filter(decision=decision).exists():
        raise WrongStateError(_("Another regulation was adopted by this decision."))
    before = facts(row)
    row.decision, row.number, row.adopted_by = decision, number.strip(), by
    row.save(update_fields=["decision", "number", "adopted_by"])
    record(by=by, action="regulation.adopt", about=row, before=before, after=facts(row))


@dataclass(frozen=True)
class MinistryFacts:
    """When the ministry got a regulation, what it answered when, what the council replied."""

    sent_on: datetime.date
    ministry: str = ""
    ministry_on: datetime.date | None = None
    ministry_said: str = ""
    reply: str = ""


@transaction.atomic
def record_ministry(*, by: User, regulation: Regulation, facts_given: MinistryFacts) -> None:
    """Record what went to the ministry and what came back."""
    row = _locked(regulation)
    rules.check_record_ministry(by=by, regulation=row)
    given, today = facts_given, timezone.localdate()
    answered = given.ministry != Ministry.NONE
    if given.sent_on > today or (given.ministry_on or today) > today:
        raise WrongStateError(_("A day is recorded when it has come, not before."))
    if row.decision and given.sent_on < row.decision.sitting_on:
        raise WrongStateError(_("It is sent after the council's sitting."))
    if answered != bool(given.ministry_on) or (given.ministry_on or today) < given.sent_on:
        raise WrongStateError(
            _("Give the answer of the ministry and its day, not before the regulation was sent.")
        )
    if (given.ministry == Ministry.OBJECTED) != bool(given.ministry_said.strip()):
        raise WrongStateError(_("Write down the ministry's objections, where it has some."))
    before = facts(row)
    row.sent_on, row.ministry, row.ministry_on = given.sent_on, given.ministry, given.ministry_on
    row.ministry_said, row.reply = _plain(given.ministry_said), _plain(given.reply)
    row.save(update_fields=["sent_on", "ministry", "ministry_on", "ministry_said", "reply"])
    record(by=by, action="regulation.ministry", about=row, before=before, after=facts(row))


@dataclass(frozen=True)
class PublicationFacts:
    """When and where a regulation was published, and from when it is in force."""

    on: datetime.date
    where: str
    in_force_on: datetime.date


@transaction.atomic
def publish_regulation(
    *, by: User, regulation: Regulation, facts_given: PublicationFacts
) -> Regulation:
    """Record the publication: nothing of the regulation changes any more."""
    row = _locked(regulation)
    rules.check_publish(by=by, regulation=row)
    given = facts_given
    assert row.sent_on is not None  # check_publish
    if not row.sent_on <= given.on <= timezone.localdate():
        raise WrongStateError(
            _("It is published after it was sent to the ministry, and recorded when it is.")
        )
    rules.check_published_on(regulation=row, on=given.on)
    if given.in_force_on <= given.on:
        raise WrongStateError(_("It comes into force on the day after its publication or later."))
    before = facts(row)
    row.published_on, row.published_in, row.published_by = given.on, given.where.strip(), by
    row.in_force_on = given.in_force_on
    row.save(update_fields=["published_on", "published_in", "published_by", "in_force_on"])
    record(by=by, action="regulation.publish", about=row, before=before, after=facts(row))
    return row


def _write(by: User, row: Regulation, given: RegulationFacts) -> None:
    text = _plain(given.text).replace("\xa0", " ") + "\n"
    try:
        act_of(text)
    except DraftingError as failure:
        raise BadDataError(failures.said(failure)) from failure
    row.title, row.basis, row.text = given.title, given.basis.strip(), text
    row.written_by = by


def _locked(regulation: Regulation) -> Regulation:
    return Regulation.objects.select_for_update(of=("self",)).get(pk=regulation.pk)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
