"""Verbs on the protocol, its documents, and deviations from it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.blueprints.models import ModelVersion
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.kernel.hashing import canonical_json, sha256
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back
from ligzda.trial.registry import rules
from ligzda.trial.registry.fields import Content, kept
from ligzda.trial.registry.models import (
    MOST_BYTES,
    Deviation,
    ProtocolArm,
    ProtocolDocument,
    ProtocolVersion,
)


@transaction.atomic
def begin_version(
    *, by: User, content: Content, plan: str, models: Sequence[ModelVersion]
) -> ProtocolVersion:
    """Begin the protocol: version 1.0 as a draft."""
    rules.check_begin_version(by=by)
    version = ProtocolVersion.objects.create(
        major=1, minor=0, content=kept(content), plan=plan, created_by=by
    )
    _set_arms(version, models)
    record(by=by, action="protocol.begin", about=version, after=facts(version))
    return version


@transaction.atomic
def begin_next(*, by: User, after: ProtocolVersion, major: bool, changed: str) -> ProtocolVersion:
    """Begin the next version as a copy: major where outcomes, plan or models change."""
    rules.check_begin_version(by=by)
    if not changed.strip():
        raise BadDataError(_("Say what changes, and why."))
    version = ProtocolVersion.objects.create(
        major=after.major + 1 if major else after.major,
        minor=0 if major else after.minor + 1,
        content=after.content,
        plan=after.plan,
        changed=changed,
        created_by=by,
    )
    _set_arms(version, [arm.version for arm in after.arms.select_related("version")])
    copy_documents(by=by, before=after, after=version)
    record(by=by, action="protocol.begin", about=version, after=facts(version))
    return version


@transaction.atomic
def edit_version(
    *,
    by: User,
    version: ProtocolVersion,
    content: Content,
    plan: str,
    models: Sequence[ModelVersion] | None = None,
    as_seen: tuple[Content, str] | None = None,
) -> ProtocolVersion:
    """Change a draft. Unfinished is allowed; a plan that is there must be readable.

    `as_seen`: content and plan that the change was made on; where they are others by now,
    WrongStateError is raised and nothing is written.
    """
    version = ProtocolVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_edit_protocol(by=by, version=version)
    if as_seen not in (None, (version.content, version.plan)):
        raise WrongStateError(_("Somebody has saved this draft at this moment; save again."))
    if plan.strip():
        rules.check_plan(plan)
    before = facts(version)
    version.content = kept(content)
    version.plan = plan.replace("\r\n", "\n")
    version.save(update_fields=["content", "plan"])
    if models is not None:
        _set_arms(version, models)
    record(by=by, action="protocol.edit", about=version, before=before, after=facts(version))
    return version


def _set_arms(version: ProtocolVersion, models: Sequence[ModelVersion]) -> None:
    version.arms.all().delete()
    ProtocolArm.objects.bulk_create(ProtocolArm(protocol=version, version=row) for row in models)


@transaction.atomic
def make_major(*, by: User, version: ProtocolVersion) -> ProtocolVersion:
    """Let a minor draft be the next major version, because more than words changed."""
    version = ProtocolVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_make_major(by=by, version=version)
    before = facts(version)
    version.major, version.minor = version.major + 1, 0
    version.save(update_fields=["major", "minor"])
    record(by=by, action="protocol.major", about=version, before=before, after=facts(version))
    return version


@transaction.atomic
def drop_draft(*, by: User, version: ProtocolVersion) -> Undoable:
    """Throw a draft away, its documents too; return what undoes it.

    The database refuses it for what is registered.
    """
    version = ProtocolVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_drop_draft(by=by, version=version)
    record(by=by, action="protocol.drop", about=version, before=facts(version), after=None)
    rows = [version, *version.arms.all(), *version.documents.all()]
    kept = keep_for_undo(by=by, act="protocol.drop", rows=rows)
    version.delete()
    return kept


@transaction.atomic
def put_draft_back(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that a draft was thrown away; return its page."""
    rules.check_begin_version(by=by)
    version = put_back(by=by, act="protocol.drop", rows=rows)
    return reverse("trial:version", args=[str(version)])


def canonical(version: ProtocolVersion) -> str:
    """Return the text that is frozen, as sorted JSON: content, plan, models, documents' hashes."""
    arms = version.arms.select_related("version__model")
    return canonical_json(
        {
            "version": str(version),
            "content": version.content,
            "plan": version.plan,
            "models": {arm.version.model.code: arm.version.number for arm in arms},
            "documents": {row.sha256: row.title for row in version.documents.all()},
        }
    )


@transaction.atomic
def register(
    *, by: User, version: ProtocolVersion, at: datetime.datetime | None = None
) -> ProtocolVersion:
    """Freeze a complete draft and hash it; from then on the database refuses any change.

    `at`: in the past, for what is invented; the installation alone may.
    """
    if at is not None:
        rules.check_enter_invented(by=by)
    version = ProtocolVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_register(by=by, version=version)
    before = facts(version)
    version.canonical = canonical(version)
    version.sha256 = sha256(version.canonical)
    version.registered_at, version.registered_by = at or timezone.now(), by
    version.save()
    record(by=by, action="protocol.register", about=version, before=before, after=facts(version))
    return version


PDF = b"%PDF-"


@transaction.atomic
def attach_document(
    *, by: User, version: ProtocolVersion, title: str, content: bytes, public: bool
) -> ProtocolDocument:
    """Attach a PDF to a draft of the protocol. Raises BadDataError for any other file."""
    version = ProtocolVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_edit_protocol(by=by, version=version)
    if not title.strip():
        raise BadDataError(_("Give the document a title."))
    if not content.startswith(PDF):
        raise BadDataError(_("This is not a PDF file."))
    if len(content) > MOST_BYTES:
        raise BadDataError(_("The file is larger than 5 MB."))
    digest = sha256(content)
    if version.documents.filter(sha256=digest).exists():
        raise BadDataError(_("This file is attached already."))
    document = ProtocolDocument.objects.create(
        protocol=version,
        title=title.strip(),
        content=content,
        sha256=digest,
        size=len(content),
        public=public,
        added_by=by,
    )
    record(by=by, action="document.attach", about=document, after=_told(document))
    return document


@transaction.atomic
def remove_document(*, by: User, document: ProtocolDocument) -> None:
    """Take a document off a draft."""
    version = ProtocolVersion.objects.select_for_update().get(pk=document.protocol_id)
    rules.check_edit_protocol(by=by, version=version)
    record(by=by, action="document.remove", about=document, before=_told(document), after=None)
    document.delete()


def copy_documents(*, by: User, before: ProtocolVersion, after: ProtocolVersion) -> None:
    """Give the next version the documents of the one before; part of beginning it."""
    ProtocolDocument.objects.bulk_create(
        ProtocolDocument(
            protocol=after,
            title=row.title,
            content=row.content,
            sha256=row.sha256,
            size=row.size,
            public=row.public,
            added_by=by,
        )
        for row in before.documents.all()
    )


def _told(document: ProtocolDocument) -> dict[str, object]:
    """Return what the audit trail keeps: everything but the file itself, which its hash names."""
    return {key: value for key, value in facts(document).items() if key != "content"}


@dataclass(frozen=True, kw_only=True)
class DeviationFacts:
    """What is said about a deviation."""

    item: str
    planned: str
    actual: str
    reason: str
    happened_on: datetime.date
    seen: str
    bias: str
    sensitivity: str = ""
    claims: str = ""


@transaction.atomic
def record_deviation(
    *, by: User, protocol: ProtocolVersion, facts_given: DeviationFacts
) -> Deviation:
    """Record what was done otherwise than registered."""
    rules.check_record_deviation(by=by, protocol=protocol)
    rules.check_not_ahead(facts_given.happened_on)
    deviation = Deviation.objects.create(protocol=protocol, recorded_by=by, **vars(facts_given))
    record(by=by, action="deviation.record", about=deviation, after=facts(deviation))
    return deviation


@transaction.atomic
def correct_deviation(*, by: User, deviation: Deviation, facts_given: DeviationFacts) -> Deviation:
    """Put a slip right by a row of its own; what was recorded first stays and is shown beside it.

    Raises WrongStateError where ten minutes are over, it is approved, or corrected already.
    """
    deviation = Deviation.objects.select_for_update().get(pk=deviation.pk)
    rules.check_correct_deviation(by=by, deviation=deviation)
    rules.check_not_ahead(facts_given.happened_on)
    correction = Deviation.objects.create(
        protocol=deviation.protocol, corrects=deviation, recorded_by=by, **vars(facts_given)
    )
    record(
        by=by,
        action="deviation.correct",
        about=correction,
        before=facts(deviation),
        after=facts(correction),
    )
    return correction


@transaction.atomic
def approve_deviation(*, by: User, deviation: Deviation) -> Deviation:
    """Agree to a deviation that somebody else recorded."""
    deviation = Deviation.objects.select_for_update().get(pk=deviation.pk)
    rules.check_approve_deviation(by=by, deviation=deviation)
    before = facts(deviation)
    deviation.approved_at, deviation.approved_by = timezone.now(), by
    deviation.save(update_fields=["approved_at", "approved_by"])
    record(
        by=by, action="deviation.approve", about=deviation, before=before, after=facts(deviation)
    )
    return deviation
