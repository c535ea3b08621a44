"""Verbs of the round trip: a file is taken in whole, or not at all; and taken back."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.texts import Text
from ligzda.methodology.living import actions as living
from ligzda.methodology.living.actions import InWord
from ligzda.methodology.models import BlockComment, BlockVersion, DocumentBlock, DocxIntake
from ligzda.methodology.roundtrip import rules
from ligzda.methodology.roundtrip.planning import Plan
from ligzda.methodology.roundtrip.queries import planned
from ligzda.methodology.roundtrip.reading import moment
from ligzda.methodology.roundtrip.returned import Returned
from ligzda.network.audit import record
from ligzda.network.models import User


@transaction.atomic
def take_in(*, by: User, given: Returned, shown: str) -> DocxIntake:
    """Make comments and suggestions of a file; `shown`: the digest of the plan that was shown.

    Raises NotAllowedError; WrongStateError where it was taken in already, adds nothing, or would
    add something else by now.
    """
    rules.check_write(by=by)
    # Nobody writes in a block between the plan and what is made of it.
    list(DocumentBlock.objects.select_for_update().values_list("pk"))
    rules.check_not_taken(sha256=given.sha256)
    plan = planned(by, given)
    if plan.digest != shown:
        raise WrongStateError(
            _("What is there has changed since the preview. Give the file again.")
        )
    rules.check_adds(adds=plan.adds)
    intake = DocxIntake.objects.create(sha256=given.sha256, taken_at=timezone.now(), taken_by=by)
    comments, suggestions = _comments(by, intake, plan), _suggestions(by, intake, plan)
    told = {"sha256": given.sha256, "comments": comments, "suggestions": suggestions}
    record(by=by, action="docx.take_in", about=intake, after=told)
    return intake


@transaction.atomic
def take_back(*, by: User, intake: DocxIntake) -> None:
    """Delete what of a file waits still; what was settled or refused stays as it was decided."""
    rules.check_write(by=by)
    intake = DocxIntake.objects.select_for_update().get(pk=intake.pk)
    rules.check_take_back(intake=intake)
    gone = intake.suggestions.filter(decided_at__isnull=True).delete()[0]
    # Answers first; a comment whose answer was settled stays with it.
    for row in intake.comments.filter(settled_at__isnull=True).order_by("-pk"):
        if not row.answered.exists():
            gone += row.delete()[0]
    intake.undone_at, intake.undone_by = timezone.now(), by
    intake.save(update_fields=["undone_at", "undone_by"])
    record(by=by, action="docx.take_back", about=intake, after={"deleted": gone})


def _comments(by: User, intake: DocxIntake, plan: Plan) -> int:
    made: dict[int, BlockComment] = {}
    blocks = DocumentBlock.objects.in_bulk({row.block for row in plan.comments})
    for place, row in enumerate(plan.comments):
        if row.there:
            continue
        answers = None if row.answers is None else made.get(row.answers)
        word = InWord(intake, row.said.author, _aware(row.said.at), row.said.words, answers)
        made[place] = living.comment(by=by, block=blocks[row.block], text=row.said.text, word=word)
    return len(made)


def _suggestions(by: User, intake: DocxIntake, plan: Plan) -> int:
    rows = [row for row in plan.suggestions if not row.there]
    for row in rows:
        version = BlockVersion.objects.select_related("block").get(
            block_id=row.block, number=row.version
        )
        living.suggest(
            by=by,
            version=version,
            heading=Text(row.heading),
            body=Text(row.body),
            word=InWord(intake, row.authors[:300]),
            untracked=row.untracked,
        )
    return len(rows)


def _aware(at: str) -> datetime.datetime | None:
    found = moment(at)
    return None if found is None else timezone.make_aware(found)
