"""Verbs about the decisions of councils and their documents."""

import datetime
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.hashing import sha256
from ligzda.network import rules, signed_file
from ligzda.network.audit import Facts, facts, record
from ligzda.network.models import Decision, DecisionDocument, Municipality, Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back


@dataclass(frozen=True, kw_only=True)
class DecisionFacts:
    """What is said about a council's decision; texts in both languages. Votes: None = not known.

    `permitted`: values of `Permit`; `valid_until`: the last day, None where none was set.
    """

    body_lv: str
    body_en: str
    sitting_on: datetime.date
    text_lv: str
    text_en: str
    document_title_lv: str
    document_title_en: str
    permits_lv: str
    permits_en: str
    source_lv: str
    source_en: str
    votes_for: int | None = None
    votes_against: int | None = None
    votes_abstained: int | None = None
    document_url: str = ""
    source_url: str = ""
    permitted: Sequence[str] = ()
    valid_until: datetime.date | None = None
    invented: bool = False


@transaction.atomic
def draft_decision(*, by: User, municipality: Municipality, facts_given: DecisionFacts) -> Decision:
    """Write down a council's decision; nobody outside the municipality sees it yet."""
    rules.check_draft_decision(by=by, municipality=municipality)
    decision = Decision.objects.create(
        municipality=municipality, edited_by=_writer(by), **asdict(facts_given)
    )
    record(by=by, action="decision.draft", about=decision, after=facts(decision))
    return decision


@transaction.atomic
def change_decision(*, by: User, decision: Decision, facts_given: DecisionFacts) -> Decision:
    """Correct a draft."""
    decision = _locked(decision)
    rules.check_change_decision(by=by, decision=decision)
    before = facts(decision)
    for name, value in asdict(facts_given).items():
        setattr(decision, name, value)
    decision.edited_by = _writer(by)
    decision.save()
    record(by=by, action="decision.change", about=decision, before=before, after=facts(decision))
    return decision


@transaction.atomic
def publish_decision(*, by: User, decision: Decision) -> Decision:
    """Make a decision public; from then on its text stays.

    By whoever wrote it last only where nobody else of the municipality could, and then it says so.
    """
    decision = _locked(decision)
    rules.check_publish_decision(by=by, decision=decision)
    before = facts(decision)
    decision.published_at, decision.published_by = timezone.now(), by
    decision.published_alone = decision.edited_by_id == by.pk
    decision.save(update_fields=["published_at", "published_by", "published_alone"])
    record(by=by, action="decision.publish", about=decision, before=before, after=facts(decision))
    return decision


@transaction.atomic
def drop_decision(*, by: User, decision: Decision) -> Undoable:
    """Throw a draft away, with its documents; return what undoes it."""
    decision = _locked(decision)
    rules.check_change_decision(by=by, decision=decision)
    record(by=by, action="decision.drop", about=decision, before=facts(decision), after=None)
    rows = [decision, *decision.documents.all()]
    kept = keep_for_undo(by=by, act="decision.drop", rows=rows)
    decision.delete()
    return kept


@transaction.atomic
def put_decision_back(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that a draft was thrown away; return its page."""
    decision = rows[0]
    assert isinstance(decision, Decision)
    rules.check_draft_decision(by=by, municipality=decision.municipality)
    put_back(by=by, act="decision.drop", rows=rows)
    return reverse("network:decision", args=[decision.pk])


@transaction.atomic
def attach_document(
    *, by: User, decision: Decision, title: str, content: bytes, public: bool
) -> DecisionDocument:
    """Attach a PDF or a signed container to a draft. Raises BadDataError for any other file."""
    decision = _locked(decision)
    rules.check_change_decision(by=by, decision=decision)
    try:
        found = signed_file.read(content)
    except signed_file.UnreadableFileError as unreadable:
        raise BadDataError(_unreadable(unreadable.why)) from unreadable
    if public and found.personal_codes:
        raise BadDataError(
            _("The certificates in this container hold personal codes, so it is not for everybody: "
              "attach it for your municipality alone, and a PDF for the public.")
        )  # fmt: skip
    if not title.strip():
        raise BadDataError(_("Give the document a title."))
    digest = sha256(content)
    if decision.documents.filter(sha256=digest).exists():
        raise BadDataError(_("This file is attached already."))
    document = DecisionDocument.objects.create(
        decision=decision,
        title=title.strip(),
        kind=found.kind,
        content=content,
        sha256=digest,
        size=len(content),
        signers=found.told(),
        public=public,
        added_by=by,
    )
    _written(by, decision)
    record(by=by, action="decision.attach", about=document, after=_told(document))
    return document


@transaction.atomic
def remove_document(*, by: User, document: DecisionDocument) -> None:
    """Take a document off a draft."""
    decision = _locked(document.decision)
    rules.check_change_decision(by=by, decision=decision)
    record(by=by, action="decision.remove", about=document, before=_told(document), after=None)
    document.delete()
    _written(by, decision)


def _writer(by: User) -> User | None:
    """Return who wrote it; nobody where the installation brings what came with it."""
    return None if by.is_system else by


def _written(by: User, decision: Decision) -> None:
    decision.edited_by = _writer(by)
    decision.save(update_fields=["edited_by"])


def _told(document: DecisionDocument) -> Facts:
    """Return what the audit trail keeps of a document: neither the file nor who signed it."""
    return {
        "decision": document.decision_id,
        "title": document.title,
        "kind": document.kind,
        "sha256": document.sha256,
        "size": document.size,
        "signers": len(document.signers),
        "public": document.public,
    }


def _unreadable(why: str) -> str:
    sentences = {
        "kind": _("This is neither a PDF nor a signed container (EDOC, ASiC-E)."),
        "cut": _("This PDF has no end: it was cut off on its way. Choose it again."),
        "large": _("The file is larger than 10 MB, or unpacks to more than can be read."),
        "damaged": _("This container cannot be read: it is damaged."),
        "unsigned": _("This container holds no signature that names anybody."),
    }
    return sentences[why]


def _locked(decision: Decision) -> Decision:
    return (
        Decision.objects.select_for_update(of=("self",))
        .select_related("municipality")
        .get(pk=decision.pk)
    )
