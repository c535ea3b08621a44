"""Verbs of questionnaires on devices: give a device a password, take in what it sends, decide."""

import base64
import secrets
import uuid
from collections.abc import Mapping
from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, NotFoundError
from ligzda.kernel.hashing import sha256
from ligzda.kernel.turns import take_turn
from ligzda.network.audit import record
from ligzda.network.models import User
from ligzda.people.followups.codes import stay_of
from ligzda.people.models import Stay
from ligzda.people.openrosa import rules
from ligzda.people.openrosa.models import Attachment, Conflict, Device, Submission
from ligzda.people.openrosa.reading import Sent, read
from ligzda.people.outcomes.actions import Observed, correct_observation, record_observation
from ligzda.people.outcomes.models import Mode, Observation
from ligzda.people.outcomes.questionnaire import questionnaire

_PASSWORD_BYTES, _LOGIN_SIGNS = 24, "abcdefghjkmnpqrstuvwxyz23456789"
"""192 bits: what is as long as that needs no slow hash. A login that is copied by hand."""


class Outcome(StrEnum):
    """What became of a submission."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"
    DELETED = "deleted"


# --- devices ---------------------------------------------------------------------------------


@transaction.atomic
def make_device(*, by: User, name: str) -> tuple[Device, str]:
    """Let a device send in somebody's name; return it with its password, shown this once."""
    rules.check_have_device(by=by)
    if not name.strip():
        raise BadDataError(_("Give the device a name, so that you know it when it is lost."))
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    login = "".join(secrets.choice(_LOGIN_SIGNS) for _each in range(10))
    row = Device.objects.create(
        owner=by, name=name.strip(), login=login, password_hash=sha256(password)
    )
    record(by=by, action="device.make", about=row, after={"owner": by.pk})
    return row, password


@transaction.atomic
def revoke_device(*, by: User, device: Device) -> None:
    """Take nothing from this device any more."""
    device = Device.objects.select_for_update().get(pk=device.pk)
    rules.check_revoke_device(by=by, device=device)
    device.revoked_at = timezone.now()
    device.save(update_fields=["revoked_at"])
    record(by=by, action="device.revoke", about=device, after={"owner": by.pk})


def note_used(device: Device) -> None:
    """Note the day on which a device was used last: once a day, for its owner to see."""
    today = timezone.localdate()
    Device.objects.filter(pk=device.pk).exclude(used_on=today).update(used_on=today)


# --- submissions -----------------------------------------------------------------------------


@transaction.atomic
def receive(*, device: Device, text: str, attachments: Mapping[str, bytes]) -> Outcome:
    """Take a submission in: as an observation by the device's owner, with the files beside it.

    The same again changes nothing but for files that are new: a client may send one submission in
    several posts. Another text under the same number is kept beside the first until somebody has
    compared them. Who erased a person's data erased what was sent: it is not taken again.
    """
    sent = read(text)
    if len(attachments) > Attachment.MOST:
        raise BadDataError(_("At most %(most)d files.") % {"most": Attachment.MOST})
    # A client that tries again while we still answer waits for that answer.
    take_turn(f"openrosa {sent.form} {sent.instance}")
    there = _there(sent.form, sent.instance)
    if there is None:
        row = _new(device, sent, text)
        _attach(row, attachments)
        return Outcome.NEW
    if there.data_key() is None:
        return Outcome.DELETED
    if there.xml == text:
        _attach(there, attachments)
        return Outcome.SAME
    known = Conflict.objects.filter(submission=there)
    if all(one.xml != text for one in known):
        Conflict.objects.create(
            person_id=there.person_id,
            municipality_id=there.municipality_id,
            submission=there,
            xml=text,
        )
        record(
            by=device.owner, action="submission.differs", about=there, after={"form": there.form}
        )
    return Outcome.DIFFERS


def _there(form: str, instance: uuid.UUID) -> Submission | None:
    return (
        Submission.objects.select_related("observation__stay")
        .filter(form=form, instance=instance)
        .first()
    )


def _new(device: Device, sent: Sent, text: str) -> Submission:
    stay = _stay(sent)
    observed = _observed(sent)
    if sent.corrects is None:
        made = record_observation(by=device.owner, stay=stay, observed=observed)
    else:
        made = _corrected(device, sent, stay, observed)
    row = Submission.objects.create(
        person_id=stay.person_id,
        municipality_id=stay.municipality_id,
        form=sent.form,
        version=sent.version,
        instance=sent.instance,
        xml=text,
        observation=made,
        device=device,
    )
    told = {"form": sent.form, "observation": made.pk}
    record(by=device.owner, action="submission.receive", about=row, after=told)
    return row


def _corrected(device: Device, sent: Sent, stay: Stay, observed: Observed) -> Observation:
    """Record an edit on the device, which names what it edits."""
    before = _there(sent.form, sent.corrects) if sent.corrects else None
    if before is None or before.observation.stay_id != stay.pk:
        raise NotFoundError(_("What this questionnaire corrects is not here, or of another stay."))
    return correct_observation(
        by=device.owner,
        observation=before.observation,
        observed=observed,
        because=_("Corrected on the device."),
    )


def _stay(sent: Sent) -> Stay:
    number = stay_of(sent.stay)
    rows = Stay.objects.select_related("person__merged_into", "municipality")
    found = rows.filter(pk=number).first() if number is not None else None
    if found is None:
        raise BadDataError(
            _("There is no stay with this code, or it is of another municipality. Compare the code "
              "with the page of the follow-up.")
        )  # fmt: skip
    return found


def _observed(sent: Sent) -> Observed:
    """Return what was sent, by the questionnaire's version that the device had."""
    form = questionnaire(sent.form, sent.version)
    return Observed(
        form=form,
        moment=sent.moment,
        rater=sent.rater,
        mode=Mode.DEVICE,
        observed_on=sent.observed_on,
        answers=form.read(sent.moment, sent.values),
    )


def _attach(row: Submission, attachments: Mapping[str, bytes]) -> None:
    """Keep the files that are not there yet; one that is there stays as it is."""
    if not attachments:
        return
    known = {one.name for one in Attachment.objects.filter(submission=row)}
    new = {name: content for name, content in attachments.items() if name not in known}
    if len(known) + len(new) > Attachment.MOST:
        raise BadDataError(_("At most %(most)d files.") % {"most": Attachment.MOST})
    for name, content in new.items():
        Attachment.objects.create(
            person_id=row.person_id,
            municipality_id=row.municipality_id,
            submission=row,
            name=name,
            content=base64.b64encode(content).decode(),
        )


@transaction.atomic
def decide(*, by: User, conflict: Conflict, decision: str) -> None:
    """Say which of two submissions holds; the second then corrects what the first recorded."""
    conflict = (
        Conflict.objects.select_for_update(of=("self",))
        .select_related(
            "municipality",
            "submission__observation__stay__person__merged_into",
            "submission__observation__stay__municipality",
        )
        .get(pk=conflict.pk)
    )
    rules.check_decide(by=by, conflict=conflict)
    if decision == Conflict.Decision.SECOND:
        sent = read(conflict.xml)
        correct_observation(
            by=by,
            observation=_last(conflict.submission.observation),
            observed=_observed(sent),
            because=_("The second of two submissions with one number holds."),
        )
    conflict.decision = Conflict.Decision(decision)
    conflict.decided_by, conflict.decided_at = by, timezone.now()
    conflict.save()
    record(by=by, action="submission.decide", about=conflict, after={"decision": decision})


def _last(row: Observation) -> Observation:
    """Return what holds in the place of an observation now."""
    while (newer := Observation.objects.filter(supersedes=row).first()) is not None:
        row = newer
    return row
