"""Record opinions on a package and answer them."""

import datetime
from dataclasses import asdict, dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ligzda.kernel.errors import WrongStateError
from ligzda.legislation import rules
from ligzda.legislation.models import Opinion, OpinionRow, Package
from ligzda.legislation.models.opinions import Outcome
from ligzda.network.audit import facts, record
from ligzda.network.models import User


@dataclass(frozen=True)
class OpinionFacts:
    """Who gives an opinion, in which round, when, and what it comes to."""

    giver: str
    on: datetime.date
    result: str
    round: int = 1


@dataclass(frozen=True)
class RowFacts:
    """An objection or suggestion against an exact wording."""

    kind: str
    text: str
    wording: str = ""
    proposed: str = ""


@transaction.atomic
def record_opinion(*, by: User, package: Package, facts_given: OpinionFacts) -> Opinion:
    """Record what an institution says in a round; once."""
    package = Package.objects.select_for_update(of=("self",)).get(pk=package.pk)
    rules.check_give_opinion(by=by, package=package)
    try:
        with transaction.atomic():
            row = Opinion.objects.create(package=package, recorded_by=by, **asdict(facts_given))
    except IntegrityError as error:
        raise WrongStateError(
            _("This institution has given its opinion in this round already.")
        ) from error
    record(by=by, action="opinion.record", about=row, after=facts(row))
    return row


@transaction.atomic
def add_row(*, by: User, opinion: Opinion, facts_given: RowFacts) -> OpinionRow:
    """Add an objection or a suggestion to an opinion."""
    rules.check_give_opinion(by=by, package=opinion.package)
    row = OpinionRow.objects.create(opinion=opinion, **asdict(facts_given))
    record(by=by, action="opinion.add_row", about=row, after=facts(row))
    return row


@transaction.atomic
def answer(*, by: User, row: OpinionRow, outcome: str, reasons: str) -> OpinionRow:
    """Answer an objection or a suggestion, with reasons."""
    row = OpinionRow.objects.select_for_update(of=("self",)).get(pk=row.pk)
    rules.check_answer(by=by, row=row)
    reasons = reasons.strip()
    if outcome != Outcome.OPEN and not reasons:
        raise WrongStateError(_("An answer has its reasons: write them down."))
    before = facts(row)
    row.outcome, row.answer = outcome, reasons
    row.save(update_fields=["outcome", "answer"])
    record(by=by, action="opinion.answer", about=row, before=before, after=facts(row))
    return row
