"""Verbs on the protocol: begin, write, register, begin the next, throw a draft away."""

import hashlib
import json
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.blueprints.models import ModelVersion
from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.trial import rules
from ligzda.trial.actions.papers import copy_documents
from ligzda.trial.fields import fields
from ligzda.trial.models import (
    ProtocolArm,
    ProtocolVersion,
)


@transaction.atomic
def begin_version(
    *, by: User, content: Mapping[str, str], plan: str, models: Sequence[ModelVersion]
) -> ProtocolVersion:
    """Begin the protocol: version 1.0 as a draft."""
    rules.check_begin_version(by=by)
    version = ProtocolVersion.objects.create(
        major=1, minor=0, content=dict(content), plan=plan, created_by=by
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
    content: Mapping[str, str],
    plan: str,
    models: Sequence[ModelVersion] | None = None,
) -> ProtocolVersion:
    """Change a draft. Unfinished is allowed; a plan that is there must be readable."""
    version = ProtocolVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_edit_protocol(by=by, version=version)
    if plan.strip():
        rules.check_plan(plan)
    before = facts(version)
    known = {field.key for field in fields()}
    version.content = {
        key: value.strip() for key, value in content.items() if key in known and value.strip()
    }
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
def drop_draft(*, by: User, version: ProtocolVersion) -> None:
    """Throw a draft away; the database refuses it for what is registered."""
    version = ProtocolVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_drop_draft(by=by, version=version)
    record(by=by, action="protocol.drop", about=version, before=facts(version), after=None)
    version.delete()


def canonical(version: ProtocolVersion) -> str:
    """Return the text that is frozen, as sorted JSON: content, plan, models, documents' hashes."""
    arms = version.arms.select_related("version__model")
    return json.dumps(
        {
            "version": str(version),
            "content": version.content,
            "plan": version.plan,
            "models": {arm.version.model.code: arm.version.number for arm in arms},
            "documents": {row.sha256: row.title for row in version.documents.all()},
        },
        sort_keys=True,
        ensure_ascii=False,
        indent=1,
    )


@transaction.atomic
def register(*, by: User, version: ProtocolVersion) -> ProtocolVersion:
    """Freeze a complete draft and hash it; from then on the database refuses any change."""
    version = ProtocolVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_register(by=by, version=version)
    before = facts(version)
    version.canonical = canonical(version)
    version.sha256 = hashlib.sha256(version.canonical.encode()).hexdigest()
    version.registered_at, version.registered_by = timezone.now(), by
    version.save()
    record(by=by, action="protocol.register", about=version, before=before, after=facts(version))
    return version
