"""Verbs on papers: documents of a protocol, and how a model is run at an incubator."""

import datetime
import hashlib
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.trial import rules
from ligzda.trial.models import MOST_BYTES, Adaptation, ProtocolDocument, ProtocolVersion

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
    sha256 = hashlib.sha256(content).hexdigest()
    if version.documents.filter(sha256=sha256).exists():
        raise BadDataError(_("This file is attached already."))
    document = ProtocolDocument.objects.create(
        protocol=version,
        title=title.strip(),
        content=content,
        sha256=sha256,
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
class AdaptationFacts:
    """What is said about an adaptation."""

    item: str
    kind: str
    text: str
    reason: str
    since: datetime.date


@transaction.atomic
def record_adaptation(
    *, by: User, incubator: Incubator, version: ModelVersion, facts_given: AdaptationFacts
) -> Adaptation:
    """Record how an incubator does what its model describes. Later words take earlier ones' place.

    Raises BadDataError where the draw did not give the incubator this version of the model.
    """
    rules.check_record_adaptation(by=by, incubator=incubator, version=version)
    if facts_given.kind == Adaptation.Kind.MODIFIED:
        rules.check_not_ahead(facts_given.since)
    if not facts_given.text.strip() or not facts_given.reason.strip():
        raise BadDataError(_("Say how it is done here, and why."))
    adaptation = Adaptation.objects.create(
        incubator=incubator, version=version, recorded_by=by, **vars(facts_given)
    )
    record(by=by, action="adaptation.record", about=adaptation, after=facts(adaptation))
    return adaptation
