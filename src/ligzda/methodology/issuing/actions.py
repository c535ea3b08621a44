"""Verbs of editions: prepare one of what stands today, publish it."""

from django.db import transaction
from django.utils import timezone

from ligzda.kernel.hashing import sha256
from ligzda.methodology import rules
from ligzda.methodology.editions import edition_json, line_of
from ligzda.methodology.editions.log import NOTHING_BEFORE
from ligzda.methodology.issuing.making import make
from ligzda.methodology.issuing.tasks import keep_papers
from ligzda.methodology.models import PublishedEdition
from ligzda.methodology.recommendations.queries import current
from ligzda.network.audit import record
from ligzda.network.models import User


@transaction.atomic
def prepare_edition(*, by: User) -> PublishedEdition:
    """Prepare the next edition as a draft; one that is there goes.

    Raises NotAllowedError, WrongStateError.
    """
    rules.check_write(by=by)
    recommendations = current()
    rules.check_something_to_publish(recommendations=len(recommendations))
    PublishedEdition.objects.filter(published_at__isnull=True).delete()
    last = PublishedEdition.objects.order_by("number").last()
    number, previous = (last.number + 1, last.line_sha256) if last else (1, NOTHING_BEFORE)
    made = make(
        number,
        timezone.localdate(),
        previous,
        recommendations,
        invented=any(each.row.invented for each in recommendations),
    )
    content = edition_json(made.edition).decode()
    row = PublishedEdition.objects.create(
        number=number,
        date=made.edition.date,
        content=content,
        sha256=sha256(content),
        files={name: text.decode() for name, text in made.files.items()},
        previous=previous,
        prepared_at=timezone.now(),
        prepared_by=by,
    )
    told = {"number": number, "sha256": row.sha256, "previous": previous}
    record(by=by, action="edition.prepare", about=row, after=told)
    keep_papers.defer(number=number)
    return row


@transaction.atomic
def publish_edition(*, by: User, edition: PublishedEdition) -> PublishedEdition:
    """Publish what another person prepared: it enters the log and stays for ever.

    Raises NotAllowedError, WrongStateError.
    """
    row = PublishedEdition.objects.select_for_update().get(pk=edition.pk)
    rules.check_publish_edition(by=by, edition=row)
    row.line = line_of(row.number, row.date, row.sha256, row.previous)
    row.line_sha256 = sha256(row.line)
    row.published_at, row.published_by = timezone.now(), by
    row.save(update_fields=["line", "line_sha256", "published_at", "published_by"])
    told = {"number": row.number, "sha256": row.sha256, "line": row.line_sha256}
    record(by=by, action="edition.publish", about=row, after=told)
    return row
