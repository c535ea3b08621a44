"""Verbs of the living document. Each writes its audit event; nothing that was said is lost."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.texts import Text, no_text
from ligzda.methodology.living import rules
from ligzda.methodology.living.queries import known
from ligzda.methodology.models import (
    BlockComment,
    BlockVersion,
    DocumentBlock,
    DocxIntake,
    Presence,
    Source,
    Suggestion,
    Term,
)
from ligzda.network.audit import record
from ligzda.network.models import User

STEP = 10
"""Between two positions, so that a block has room to move."""
A_WHILE = datetime.timedelta(minutes=10)
"""After which somebody who has not been seen in a block is no longer there."""


@dataclass(frozen=True)
class InWord:
    """How something was said in a file that came back: in which, by whom, when, at which words."""

    intake: DocxIntake
    said_by: str
    said_at: datetime.datetime | None = None
    at_words: str = ""
    answers: BlockComment | None = None


@transaction.atomic
def add_block(
    *,
    by: User,
    kind: str,
    about: int | None = None,
    heading: Text | None = None,
    body: Text | None = None,
) -> DocumentBlock:
    """Add a block at the end. Raises NotAllowedError, BadDataError."""
    rules.check_write(by=by)
    rules.check_there(kind=kind, about=about, known=known())
    last = DocumentBlock.objects.aggregate(last=Max("position"))["last"] or 0
    block = DocumentBlock.objects.create(
        kind=kind, about=about, position=last + STEP, added_at=timezone.now(), added_by=by
    )
    record(by=by, action="block.add", about=block, after={"kind": kind, "about": about})
    if kind == DocumentBlock.Kind.PROSE:
        write_block(by=by, block=block, heading=heading or no_text(), body=body or no_text())
    return block


@transaction.atomic
def write_block(*, by: User, block: DocumentBlock, heading: Text, body: Text) -> BlockVersion:
    """Write the next version of a block of prose; the same words are the version that is there."""
    rules.check_write(by=by)
    block = DocumentBlock.objects.select_for_update().get(pk=block.pk)
    rules.check_editable(block=block)
    rules.check_prose(heading=heading, body=body)
    rules.check_leads(text=body, known=known())
    last = block.versions.last()
    if last and (dict(last.heading), dict(last.body)) == (dict(heading), dict(body)):
        return last
    row = BlockVersion.objects.create(
        block=block,
        number=1 + (last.number if last else 0),
        heading=heading,
        body=body,
        written_at=timezone.now(),
        written_by=by,
    )
    record(by=by, action="block.write", about=block, after={"version": row.number})
    return row


@transaction.atomic
def move_block(*, by: User, block: DocumentBlock, up: bool) -> None:
    """Let a block change places with its neighbour; at the end nothing happens."""
    rules.check_write(by=by)
    rows = list(DocumentBlock.objects.select_for_update().filter(removed_at__isnull=True))
    at = next((place for place, row in enumerate(rows) if row.pk == block.pk), None)
    to = None if at is None else at - 1 if up else at + 1
    if at is None or to is None or not 0 <= to < len(rows):
        return
    rows[at], rows[to] = rows[to], rows[at]
    for place, row in enumerate(rows, start=1):
        row.position = place * STEP
    DocumentBlock.objects.bulk_update(rows, ["position"])
    record(by=by, action="block.move", about=block, after={"up": up})


@transaction.atomic
def remove_block(*, by: User, block: DocumentBlock) -> None:
    """Take a block out of the document; its versions stay."""
    rules.check_write(by=by)
    if DocumentBlock.objects.filter(pk=block.pk, removed_at__isnull=True).update(
        removed_at=timezone.now()
    ):
        record(by=by, action="block.remove", about=block, after={})


@transaction.atomic
def comment(
    *, by: User, block: DocumentBlock, text: str, word: InWord | None = None
) -> BlockComment:
    """Say something beside a block; or take in what was said in Word."""
    rules.check_write(by=by)
    if not text.strip():
        raise BadDataError(_("The comment is empty."))
    row = BlockComment.objects.create(
        block=block,
        text=text.strip(),
        written_at=timezone.now(),
        written_by=by,
        **({} if word is None else vars(word)),
    )
    record(by=by, action="block.comment", about=block, after={"comment": row.pk})
    return row


@transaction.atomic
def settle(*, by: User, comment: BlockComment) -> None:
    """Call a comment settled; who said it in Word is forgotten."""
    rules.check_write(by=by)
    if BlockComment.objects.filter(pk=comment.pk, settled_at__isnull=True).update(
        settled_at=timezone.now(), said_by=""
    ):
        record(by=by, action="block.settle", about=comment.block, after={"comment": comment.pk})


@transaction.atomic
def suggest(
    *,
    by: User,
    version: BlockVersion,
    heading: Text,
    body: Text,
    why: str = "",
    word: InWord | None = None,
    untracked: bool = False,
) -> Suggestion:
    """Suggest other words for a version of a block; or take in what was changed in Word."""
    rules.check_write(by=by)
    rules.check_editable(block=version.block)
    rules.check_prose(heading=heading, body=body)
    rules.check_leads(text=body, known=known())
    row = Suggestion.objects.create(
        version=version,
        heading=heading,
        body=body,
        why=why.strip(),
        written_at=timezone.now(),
        written_by=by,
        untracked=untracked,
        intake=word.intake if word else None,
        said_by=word.said_by if word else "",
    )
    record(by=by, action="block.suggest", about=version.block, after={"suggestion": row.pk})
    return row


@transaction.atomic
def decide(*, by: User, suggestion: Suggestion, accepted: bool) -> None:
    """Accept a suggestion, which makes it the next version, or refuse it.

    Who changed it in Word is forgotten.
    """
    rules.check_write(by=by)
    # The block first: nobody can save between the newest version's being read and the next.
    block = DocumentBlock.objects.select_for_update().get(pk=suggestion.version.block_id)
    row = (
        Suggestion.objects.select_for_update(of=("self",))
        .select_related("version")
        .get(pk=suggestion.pk)
    )
    newest = block.versions.last() if accepted else row.version
    assert newest is not None
    rules.check_open(suggestion=row, newest=newest)
    if accepted:
        write_block(by=by, block=block, heading=row.heading, body=row.body)
    row.accepted, row.decided_at, row.decided_by = accepted, timezone.now(), by
    row.said_by = ""
    row.save(update_fields=["accepted", "decided_at", "decided_by", "said_by"])
    told = {"suggestion": row.pk, "accepted": accepted}
    record(by=by, action="block.decide", about=block, after=told)


def be_present(*, by: User, block: DocumentBlock) -> list[User]:
    """Say that somebody has a block open; return who else has. No audit event: it is no act."""
    rules.check_write(by=by)
    now = timezone.now()
    Presence.objects.filter(seen_at__lt=now - A_WHILE).delete()
    Presence.objects.update_or_create(block=block, user=by, defaults={"seen_at": now})
    others = Presence.objects.filter(block=block).exclude(user=by).select_related("user")
    return [one.user for one in others]


@transaction.atomic
def add_source(*, by: User, key: str, csl: dict[str, Any]) -> Source:
    """Add a source. Raises NotAllowedError, BadDataError."""
    rules.check_write(by=by)
    rules.check_csl(item=csl)
    row = Source.objects.create(
        key=key, csl=csl, doi=str(csl.get("DOI", "")), added_at=timezone.now(), added_by=by
    )
    record(by=by, action="source.add", about=row, after={"key": key, "doi": row.doi})
    return row


@transaction.atomic
def add_term(*, by: User, word: Text, meaning: Text) -> Term:
    """Explain a word."""
    rules.check_write(by=by)
    row = Term.objects.create(word=word, meaning=meaning, added_at=timezone.now(), added_by=by)
    record(by=by, action="term.add", about=row, after={"word": dict(word)})
    return row
